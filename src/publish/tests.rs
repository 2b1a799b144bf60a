use super::*;

/// Publishes outputs into `site/out` and tells what was done.
fn publish(site: &Path, outputs: &[(&str, &str)]) -> Result<Published, Failure> {
    let variants = Variants::of(site);
    let stage = Stage::open(site, &site.join("out"), &variants)?;
    for (path, text) in outputs {
        stage.take(path, Output::Bytes(text.as_bytes()))?;
    }
    stage.commit(&[])
}

fn files(folder: &Path) -> Vec<String> {
    let walk =
        walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten().filter(|e| e.file_type().is_file());
    let inside = |e: walkdir::DirEntry| e.path().strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
    walk.map(inside).filter(|p| p != manifest::NAME).collect()
}

fn counts(published: Published) -> (usize, usize, usize) {
    (published.written, published.unchanged, published.removed)
}

#[test]
fn a_second_build_writes_nothing_and_a_third_removes_what_is_gone() {
    let site = tempfile::tempdir().expect("a folder");
    let all = [("index.html", "home"), ("a/index.html", "a"), ("b/c/index.html", "c")];
    assert_eq!(counts(publish(site.path(), &all).expect("it works")), (3, 0, 0));
    assert_eq!(counts(publish(site.path(), &all).expect("it works")), (0, 3, 0));
    let fewer = [("index.html", "new"), ("a/index.html", "a")];
    assert_eq!(counts(publish(site.path(), &fewer).expect("it works")), (1, 1, 1));
    assert_eq!(files(&site.path().join("out")), ["a/index.html", "index.html"]);
    assert!(!site.path().join("out/b").exists(), "folders that are left empty go too");
}

#[test]
fn foreign_files_survive_and_are_never_replaced() {
    let site = tempfile::tempdir().expect("a folder");
    publish(site.path(), &[("a/index.html", "a")]).expect("it works");
    fs::write(site.path().join("out/a/mine.txt"), "mine").expect("a file");
    assert_eq!(counts(publish(site.path(), &[("index.html", "x")]).expect("it works")), (1, 0, 1));
    assert_eq!(files(&site.path().join("out")), ["a/mine.txt", "index.html"]);
    let error = publish(site.path(), &[("a/mine.txt", "theirs")]).expect_err("it is in the way");
    assert!(error.message.contains("a/mine.txt is in the way"), "{error}");
    let error =
        publish(site.path(), &[("index.html", "changed"), ("a", "theirs")]).expect_err("a folder is in the way");
    assert!(error.message.contains("a is in the way"), "{error}");
    assert_eq!(fs::read_to_string(site.path().join("out/index.html")).expect("a file"), "x", "nothing was written");
    assert_eq!(files(&site.path().join("out")), ["a/mine.txt", "index.html"]);
}

#[test]
fn a_folder_that_is_not_ours_is_refused_with_a_way_out() {
    let site = tempfile::tempdir().expect("a folder");
    fs::create_dir(site.path().join("out")).expect("a folder");
    fs::write(site.path().join("out/thesis.doc"), "years").expect("a file");
    let error = publish(site.path(), &[("index.html", "x")]).expect_err("it is refused");
    assert!(error.message.ends_with("was not made by comeback, so it is left alone"), "{error}");
    assert_eq!(error.hint.as_deref(), Some("choose another folder with --output, or empty this one first"));
    let variants = Variants::of(site.path());
    for folder in [".", "content", "content/out", "content/../static/new/deep", "themes/x"] {
        fs::create_dir_all(site.path().join("content")).expect("a folder");
        let error = Stage::open(site.path(), &site.path().join(folder), &variants).expect_err("it is refused");
        assert!(error.message.contains("holds the site's sources"), "{error}");
    }
}

#[test]
fn what_is_abandoned_was_never_there() {
    let site = tempfile::tempdir().expect("a folder");
    let output = site.path().join("out");
    let variants = Variants::of(site.path());
    let stage = Stage::open(site.path(), &output, &variants).expect("it opens");
    stage.take("index.html", Output::Bytes(b"x")).expect("it is staged");
    stage.abandon();
    assert!(!output.exists());
    publish(site.path(), &[("index.html", "old")]).expect("it works");
    let stage = Stage::open(site.path(), &output, &variants).expect("it opens");
    stage.take("index.html", Output::Bytes(b"new")).expect("it is staged");
    stage.abandon();
    assert_eq!(fs::read_to_string(output.join("index.html")).expect("a file"), "old");
    assert_eq!(files(&output), ["index.html"]);
}

#[test]
fn a_file_may_become_a_folder_and_back() {
    let site = tempfile::tempdir().expect("a folder");
    publish(site.path(), &[("a", "file")]).expect("it works");
    publish(site.path(), &[("a/index.html", "folder")]).expect("it works");
    assert_eq!(files(&site.path().join("out")), ["a/index.html"]);
    publish(site.path(), &[("a", "file")]).expect("it works");
    assert_eq!(files(&site.path().join("out")), ["a"]);
}

#[test]
fn leftovers_of_a_killed_build_are_swept() {
    let site = tempfile::tempdir().expect("a folder");
    let left = site.path().join("out/.comeback-staging-dead");
    fs::create_dir_all(&left).expect("a folder");
    fs::write(left.join("0"), "x").expect("a file");
    publish(site.path(), &[("index.html", "x")]).expect("it works");
    assert!(!left.exists());
}

#[test]
fn builds_of_one_folder_wait_for_each_other() {
    let site = tempfile::tempdir().expect("a folder");
    let (folder, output) = (site.path(), site.path().join("out"));
    let variants = Variants::of(folder);
    let first = Stage::open(folder, &output, &variants).expect("it opens");
    first.take("index.html", Output::Bytes(b"first")).expect("it is staged");
    std::thread::scope(|scope| {
        let second = scope.spawn(|| publish(folder, &[("index.html", "second")]));
        std::thread::sleep(Duration::from_millis(50));
        first.commit(&[]).expect("nobody swept its files away");
        assert_eq!(counts(second.join().expect("no panic").expect("it works")), (1, 0, 0));
    });
    assert_eq!(fs::read_to_string(output.join("index.html")).expect("a file"), "second");
}

#[test]
fn a_manifest_with_paths_out_of_the_folder_removes_nothing_there() {
    let site = tempfile::tempdir().expect("a folder");
    fs::write(site.path().join("precious.txt"), "x").expect("a file");
    publish(site.path(), &[("index.html", "x")]).expect("it works");
    let list = Hidden::of(site.path()).path(&manifest::list_of(site.path(), &site.path().join("out")));
    let text = fs::read_to_string(&list).expect("a list");
    assert_eq!(text, "index.html\n# end\n");
    fs::write(&list, "index.html\n../precious.txt\n# end\n").expect("a file");
    publish(site.path(), &[("index.html", "y")]).expect("it works");
    assert!(site.path().join("precious.txt").exists());
}

#[test]
fn the_output_names_nothing_of_itself() {
    let site = tempfile::tempdir().expect("a folder");
    publish(site.path(), &[("journal/unlisted/index.html", "x")]).expect("it works");
    let mark = fs::read_to_string(site.path().join("out").join(manifest::NAME)).expect("a mark");
    assert_eq!(mark, "# Files made by comeback, which it may replace and remove. Do not edit.\n");
}

#[test]
fn a_site_that_is_moved_knows_its_files() {
    let above = tempfile::tempdir().expect("a folder");
    let (here, there) = (above.path().join("here"), above.path().join("there"));
    fs::create_dir(&here).expect("a folder");
    publish(&here, &[("index.html", "x"), ("gone.html", "x")]).expect("it works");
    fs::rename(&here, &there).expect("it moves");
    assert_eq!(counts(publish(&there, &[("index.html", "x")]).expect("it works")), (0, 1, 1));
}

/// The strays of a build of `site/out` that makes `index.html` alone, by their paths.
fn strays(site: &Path) -> Vec<String> {
    let variants = Variants::of(site);
    let stage = Stage::open(site, &site.join("out"), &variants).expect("it opens");
    stage.take("index.html", Output::Bytes(b"y")).expect("it is taken");
    let found = stage.strays(None);
    stage.commit(&[]).expect("it works");
    found.into_iter().map(|stray| stray.path).collect()
}

#[test]
fn without_its_list_a_folder_of_ours_is_taken_up_and_nothing_in_it_removed() {
    let site = tempfile::tempdir().expect("a folder");
    publish(site.path(), &[("index.html", "x"), ("b/gone.html", "x")]).expect("it works");
    fs::write(site.path().join("out/mine.txt"), "mine").expect("a file");
    fs::remove_dir_all(site.path().join(".comeback")).expect("what is kept");
    let variants = Variants::of(site.path());
    let stage = Stage::open(site.path(), &site.path().join("out"), &variants).expect("it opens");
    stage.take("index.html", Output::Bytes(b"y")).expect("it is taken");
    let changed = vec!["index.html".to_owned()];
    assert_eq!(stage.changes(), Changes { added: vec![], changed, removed: vec![] });
    assert_eq!(counts(stage.commit(&[]).expect("it works")), (1, 0, 0));
    assert_eq!(files(&site.path().join("out")), ["b/gone.html", "index.html", "mine.txt"]);
    // They are named as long as they are there.
    assert_eq!(strays(site.path()), ["b/gone.html", "mine.txt"]);
    assert_eq!(strays(site.path()), ["b/gone.html", "mine.txt"]);
}

#[test]
fn strays_go_when_they_are_to_and_what_hosts_read_is_told_apart() {
    let site = tempfile::tempdir().expect("a folder");
    publish(site.path(), &[("index.html", "y")]).expect("it works");
    let out = site.path().join("out");
    for (path, text) in
        [("a/b.txt", "b"), ("CNAME", "e.org"), (".well-known/x", "x"), (".git/HEAD", "ref"), ("c/.git", "x")]
    {
        fs::create_dir_all(out.join(path).parent().expect("a folder")).expect("a folder");
        fs::write(out.join(path), text).expect("a file");
    }
    let variants = Variants::of(site.path());
    let stage = Stage::open(site.path(), &out, &variants).expect("it opens");
    stage.take("index.html", Output::Bytes(b"y")).expect("it is taken");
    let found = stage.strays(None);
    let named: Vec<(&str, bool)> = found.iter().map(|stray| (stray.path.as_str(), stray.of_host)).collect();
    assert_eq!(named, [(".well-known/x", true), ("CNAME", true), ("a/b.txt", false), ("c/.git", false)]);
    assert_eq!(stage.strays(Some(&found)), found, "nothing of them changed");
    fs::remove_file(out.join("c/.git")).expect("a file");
    assert_eq!(stage.strays(Some(&found)), found[..3], "what is gone is no stray");
    let gone: Vec<Stray> = found.into_iter().filter(|stray| !stray.of_host).collect();
    assert_eq!(counts(stage.commit(&gone).expect("it works")), (0, 1, 1));
    assert_eq!(files(&out), [".git/HEAD", ".well-known/x", "CNAME", "index.html"]);
    assert!(!out.join("a").exists(), "folders that are left empty go too");
}

#[test]
fn a_list_that_was_cut_off_is_lost() {
    let site = tempfile::tempdir().expect("a folder");
    publish(site.path(), &[("a.html", "x"), ("b.html", "x"), ("index.html", "y")]).expect("it works");
    let list = Hidden::of(site.path()).path(&manifest::list_of(site.path(), &site.path().join("out")));
    let text = fs::read_to_string(&list).expect("a list");
    assert_eq!(text, "a.html\nb.html\nindex.html\n# end\n");
    fs::write(&list, &text[..9]).expect("a file");
    assert_eq!(strays(site.path()), ["a.html", "b.html"]);
    assert!(site.path().join("out/a.html").exists());
}

#[test]
fn where_no_list_can_be_kept_it_is_said_and_nothing_is_in_the_way() {
    let site = tempfile::tempdir().expect("a folder");
    fs::write(site.path().join(".comeback"), "a file where a folder belongs").expect("a file");
    for bytes in ["x", "y", "z"] {
        let variants = Variants::of(site.path());
        let stage = Stage::open(site.path(), &site.path().join("out"), &variants).expect("it opens");
        stage.take("index.html", Output::Bytes(bytes.as_bytes())).expect("it is taken");
        assert!(
            stage.problem().expect("a problem").message.starts_with("the list of what this build writes can't be kept")
        );
        assert_eq!(counts(stage.commit(&[]).expect("it works")), (1, 0, 0));
    }
    publish(site.path(), &[("other.html", "x")]).expect("it works");
    assert_eq!(strays(site.path()), ["other.html"]);
    fs::remove_file(site.path().join(".comeback")).expect("a file");
    let variants = Variants::of(site.path());
    let stage = Stage::open(site.path(), &site.path().join("out"), &variants).expect("it opens");
    assert_eq!(stage.problem(), None);
    stage.abandon();
    assert!(!site.path().join(".comeback").exists(), "nothing was made to find out");
}
