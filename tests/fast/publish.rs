//! What a build does to the output folder: only what differs is written, only what is ours is removed.

use crate::support::{Project, main_of};
use std::fs;

const TWO: &str = "
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
-- content/journal/2020-08-14-first-run.md --
---
title: First run
pain: {before: 1, during: 2, after: 2, next_day: 1}
mileage: 3 km
tags: [running]
lessons: [{id: slow, title: Slow down}]
---
A kilometre, three times. See [the walk](2020-08-10-walk.md).

![A gate](gate.svg)
-- content/journal/2020-08-10-walk.md --
---
title: Walk
pain: 3
---
Round the block.
-- content/journal/gate.svg --
<svg/>
";

/// `N written, N unchanged, N removed` of a build.
fn counts(stdout: &str) -> &str {
    let after = stdout.rsplit_once(": ").map_or("", |(_, after)| after);
    after.split_once(", in ").map_or(after, |(counts, _)| counts)
}

#[test]
fn a_second_build_writes_nothing() {
    let project = Project::new(TWO);
    let first = project.build([]);
    let before = project.tree("public");
    let files = before.len() - 1; // The mark of the folder is no output.
    assert_eq!(counts(&first), format!("{files} written, 0 unchanged, 0 removed"));
    let times = |project: &Project| -> Vec<_> {
        before.keys().map(|path| fs::metadata(project.path("public").join(path)).unwrap().modified().unwrap()).collect()
    };
    let old = times(&project);
    assert_eq!(counts(&project.build([])), format!("0 written, {files} unchanged, 0 removed"));
    assert_eq!(project.tree("public"), before);
    assert_eq!(times(&project), old);
}

#[test]
fn one_edited_word_rewrites_the_pages_that_show_it() {
    let project = Project::new(TWO);
    project.build([]);
    let before = project.tree("public");
    let path = "content/journal/2020-08-10-walk.md";
    project.write(path, project.read(path).replace("Round the block.", "Round the block.\n\nA second paragraph."));
    project.build([]);
    let after = project.tree("public");
    // The files of the search's index are named by what they hold.
    let is_page = |path: &&String| !path.starts_with("search/pagefind/");
    let differs = |path: &&String| before.get(*path) != after.get(*path);
    let changed: Vec<&String> = after.keys().filter(is_page).filter(differs).collect();
    assert_eq!(changed, ["feed.json", "feed.xml", "journal/walk/index.html", "rss.xml"]);
}

#[test]
fn a_foreign_file_in_the_output_survives() {
    let project = Project::new(TWO);
    project.build([]);
    project.write("public/CNAME", "example.org\n").write("public/journal/walk/notes.txt", "mine\n");
    project.remove("content/journal/2020-08-10-walk.md");
    let path = "content/journal/2020-08-14-first-run.md";
    project.write(path, project.read(path).replace("See [the walk](2020-08-10-walk.md).", ""));
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("made 1 file in ") && ran.stderr.contains(": journal/walk/notes.txt\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(project.read("public/CNAME"), "example.org\n");
    assert_eq!(project.read("public/journal/walk/notes.txt"), "mine\n");
    assert!(!project.has("public/journal/walk/index.html"));
}

#[test]
fn a_foreign_file_where_a_page_should_go_is_never_replaced() {
    let project = Project::new(TWO);
    project.build([]);
    project.write("public/journal/later/index.html", "mine\n");
    project.write("content/journal/2020-08-20-later.md", "Later.\n");
    let before = project.tree("public");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("later/index.html is in the way and was not made by comeback"), "{}", ran.stderr);
    assert_eq!(project.tree("public"), before);
}

#[test]
fn a_folder_that_is_not_ours_is_refused_with_a_way_out() {
    let project = Project::new(TWO);
    project.write("elsewhere/thesis.txt", "years of work\n");
    let ran = project.run(["build", "--output", "elsewhere"]);
    assert_eq!(
        (ran.status, ran.stdout.as_str(), ran.stderr.as_str()),
        (
            2,
            "",
            "error: elsewhere is not empty and was not made by comeback, so it is left alone\n  hint: choose another folder with --output, or empty this one first\n"
        )
    );
    assert_eq!(project.tree("elsewhere").len(), 1);
    fs::create_dir(project.path("empty")).unwrap();
    project.build(["--output", "empty"]);
}

#[test]
fn the_page_of_a_deleted_entry_goes_and_its_folder_too() {
    let project = Project::new(TWO);
    project.build([]);
    project.remove("content/journal/2020-08-14-first-run.md").remove("content/journal/gate.svg");
    let stdout = project.build([]);
    assert!(counts(&stdout).ends_with(" 24 removed"), "{stdout}");
    for gone in ["journal/first-run", "lessons", "tags"] {
        assert!(!project.has(&format!("public/{gone}")), "{gone}");
    }
    assert!(!project.tree("public").into_keys().any(|path| path.contains("gate")));
}

#[test]
fn an_output_that_cannot_be_written_is_a_failure_with_its_path() {
    let project = Project::new(TWO);
    // A file where the folder should be fails for the administrator too, unlike permissions.
    project.write("public", "a file\n");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(ran.stderr.starts_with("error: ") && ran.stderr.contains("public"), "{}", ran.stderr);
    assert_eq!(project.read("public"), "a file\n");
}

#[cfg(unix)]
#[test]
fn a_read_only_output_is_a_failure_and_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new(TWO);
    project.build([]);
    let before = project.tree("public");
    let path = "content/journal/2020-08-10-walk.md";
    project.write(path, project.read(path).replace("Round", "Around"));
    let set = |mode| fs::set_permissions(project.path("public"), fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    // The administrator may write anyway; then there is nothing to see.
    let forbidden = fs::write(project.path("public/probe"), "").is_err();
    let ran = project.run(["build"]);
    set(0o755);
    if forbidden {
        assert_eq!(ran.status, 2, "{}", ran.stderr);
        assert!(ran.stderr.contains("public"), "{}", ran.stderr);
        assert_eq!(project.tree("public"), before);
    } else {
        fs::remove_file(project.path("public/probe")).unwrap();
        eprintln!("skipped: this user may write to read-only folders");
    }
}

#[test]
fn a_source_that_is_read_only_makes_no_read_only_output() {
    let project = Project::new(TWO);
    project.write("content/journal/heard.mp3", "bytes").write("content/about.md", "[heard](journal/heard.mp3)\n");
    let picture = project.path("content/journal/heard.mp3");
    let mut permissions = fs::metadata(&picture).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&picture, permissions).unwrap();
    project.build([]);
    assert!(!fs::metadata(project.path("public/journal/heard.mp3")).unwrap().permissions().readonly());
}

/// Each hidden entry has words that stand nowhere else: in its path, title, text, tags, lesson, milestone and picture.
const HIDDEN: &str = "
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
-- content/journal/2020-08-14-first-run.md --
---
title: First run
pain: 2
mileage: 3 km
---
A kilometre.
-- content/journal/2020-08-15-zebra.md --
---
title: Zebra title
draft: true
tags: [zebra-tag]
milestones: [Zebra milestone]
lessons: [{id: zebra-lesson, title: Zebra learned}]
mileage: 77 km
---
Zebra words.
-- content/journal/2031-01-01-quokka.md --
---
title: Quokka title
tags: [quokka-tag]
milestones: [Quokka milestone]
lessons: [{id: quokka-lesson, title: Quokka learned}]
mileage: 77 km
---
Quokka words.
-- content/journal/2020-08-16-okapi/index.md --
---
title: Okapi title
visibility: private
tags: [okapi-tag]
setback: okapi cause
lessons: [{id: okapi-lesson, title: Okapi learned}]
mileage: 77 km
---
Okapi words. ![Okapi picture](okapi.svg)
-- content/journal/2020-08-16-okapi/okapi.svg --
<svg><title>okapi picture</title></svg>
-- content/journal/2020-08-17-numbat.md --
---
title: Numbat title
expires: 2020-08-20
tags: [numbat-tag]
lessons: [{id: numbat-lesson, title: Numbat learned}]
mileage: 77 km
---
Numbat words.
";

#[test]
fn what_is_not_published_is_named_last_and_found_nowhere_in_the_output() {
    let project = Project::new(HIDDEN);
    let stdout = project.build(["--strict"]);
    let lines: Vec<&str> = stdout.lines().collect();
    assert_eq!(
        lines[..lines.len() - 1],
        [
            "left out: 1 draft (--drafts builds them too): content/journal/2020-08-15-zebra.md",
            "left out: 1 scheduled entry (the next on 2031-01-01; --future builds them now): content/journal/2031-01-01-quokka.md",
            "left out: 1 private entry: content/journal/2020-08-16-okapi/index.md",
            "left out: 1 expired entry: content/journal/2020-08-17-numbat.md",
            "not published: 1 file beside a text that is not published: content/journal/2020-08-16-okapi/okapi.svg",
        ]
    );
    assert!(lines[lines.len() - 1].starts_with("1 entry on "), "{stdout}");
    for (path, bytes) in project.tree("public") {
        let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
        for hidden in ["zebra", "quokka", "okapi", "numbat", "77 km"] {
            assert!(!text.contains(hidden), "{hidden} in {path}");
        }
    }
}

#[test]
fn drafts_and_future_entries_come_when_asked_for_and_private_ones_never() {
    let project = Project::new(HIDDEN);
    project.build(["--drafts", "--future"]);
    let tree = project.tree("public");
    let all: String = tree.iter().map(|(path, b)| format!("{path}\n{}", String::from_utf8_lossy(b))).collect();
    assert!(all.contains("Zebra words") && all.contains("Quokka words"));
    assert!(!all.contains("kapi") && !all.contains("umbat"));
    assert!(all.contains("<strong>Draft.</strong>") && all.contains("<strong>Scheduled.</strong>"));
}

#[test]
fn an_unlisted_entry_has_a_page_and_is_in_no_list() {
    let project = Project::new(TWO);
    project.write(
        "content/journal/2020-08-12-tapir.md",
        "---\ntitle: Tapir title\nvisibility: unlisted\npain: 4\ntags: [tapir-tag]\nmilestones: [Tapir milestone]\n---\nTapir words.\n",
    );
    project.build([]);
    let page = project.read("public/journal/tapir/index.html");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && main_of(&page).contains("Tapir words"));
    for (path, bytes) in project.tree("public") {
        let own = path.starts_with("journal/tapir/");
        assert!(own || !String::from_utf8_lossy(&bytes).to_lowercase().contains("tapir"), "{path}");
    }
}

#[test]
fn a_base_url_with_a_path_stands_before_every_address() {
    let project = Project::new(TWO);
    project.write("content/about.md", "---\ntitle: About\n---\n[Home](/), [run](journal/2020-08-14-first-run.md).\n");
    project.build(["--base-url", "https://x.org/a/b"]);
    let mut seen = 0;
    for (path, bytes) in project.tree("public") {
        if !path.ends_with(".html") {
            continue;
        }
        let page = String::from_utf8(bytes).unwrap();
        for (at, _) in page.match_indices("href=\"").chain(page.match_indices("src=\"")) {
            let value = page[at..].split('"').nth(1).unwrap();
            // The page of definitions names its sources, which are elsewhere.
            let source = path == "progress/numbers/index.html" && value.starts_with("https://");
            let fine = source || ["/a/b/", "https://x.org/a/b/", "#"].iter().any(|start| value.starts_with(start));
            assert!(fine, "{path}: {value}");
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen} addresses");
    assert!(!project.read("public/feed.xml").contains("example.org"));
    assert!(project.read("public/sitemap.xml").contains("<loc>https://x.org/a/b/journal/walk/</loc>"));
}

#[test]
fn a_diff_lists_what_changed_and_warns_of_a_page_that_is_gone() {
    let project = Project::new(TWO);
    project.build([]);
    assert_eq!(project.build(["--diff"]).lines().count(), 1, "nothing changed");
    let walk = "content/journal/2020-08-10-walk.md";
    let text = project.read(walk);
    project.remove(walk).write("content/journal/2020-08-10-stroll.md", text.replace("Round", "Around"));
    let path = "content/journal/2020-08-14-first-run.md";
    project.write(path, project.read(path).replace("2020-08-10-walk.md", "2020-08-10-stroll.md"));
    let before = project.tree("public");
    let ran = project.run(["build", "--diff", "--strict"]);
    let said = "warning: /journal/walk/ is gone, and whoever has the address finds nothing\n |\n = hint: `aliases: \
                [/journal/walk/]` in what it became leads there\n\n1 warning\nnothing was written\n";
    assert_eq!((ran.status, ran.stderr.as_str()), (1, said));
    assert_eq!(project.tree("public"), before);
    project.write("content/journal/2020-08-10-stroll.md", text.replace("title:", "aliases: [/journal/walk/]\ntitle:"));
    let stdout = project.build(["--diff", "--strict"]);
    let listed: Vec<&str> = stdout.lines().filter(|line| line.contains("/journal/")).collect();
    assert_eq!(
        listed,
        [
            "added    /cards/journal/stroll.png",
            "added    /journal/stroll/",
            "added    /journal/stroll/three-weeks.png",
            "changed  /journal/first-run/",
            "changed  /journal/walk/",
            "removed  /cards/journal/walk.png",
            "removed  /journal/walk/three-weeks.png"
        ]
    );
    project.remove("content/journal/2020-08-10-stroll.md");
    project.write(path, project.read(path).replace("[the walk](2020-08-10-stroll.md)", "the walk"));
    let ran = project.run(["build", "--diff"]);
    assert!(ran.status == 0 && ran.stdout.contains("removed  /journal/stroll/\n"), "{}", ran.stdout);
    assert_eq!(ran.stderr.matches(" is gone, and whoever").count(), 2, "{}", ran.stderr);
}

#[test]
fn what_no_list_knows_is_named_at_every_build_until_it_is_dealt_with() {
    let project = Project::new(TWO);
    project.build(["--strict"]);
    // A clone that holds its output has no list of it.
    fs::remove_dir_all(project.path(".comeback")).unwrap();
    project.remove("content/journal/2020-08-10-walk.md");
    let path = "content/journal/2020-08-14-first-run.md";
    project.write(path, project.read(path).replace("[the walk](2020-08-10-walk.md)", "the walk"));
    project.write("public/CNAME", "example.org\n").write("public/.nojekyll", "");
    let said = "warning: no build is known to have made 3 files in public: cards/journal/walk.png, journal/walk/index.html, \
                journal/walk/three-weeks.png\n |\n = hint: `comeback build --remove-strays` removes them; what is to stay belongs into static/\n\n1 warning\n";
    for _ in 0..2 {
        let ran = project.run(["build", "--output", "public"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, said));
        assert!(project.has("public/journal/walk/index.html"), "nothing goes by itself");
    }
    assert_eq!(project.run(["build", "--strict"]).status, 1);
    let ran = project.run(["check"]);
    assert!(ran.stderr.contains("no build is known to have made 3 files"), "{}", ran.stderr);
    let ran = project.run(["build", "--remove-strays", "--strict", "--diff"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let listed: Vec<&str> = ran.stdout.lines().filter(|line| line.starts_with("removed")).collect();
    assert_eq!(
        listed,
        ["removed  /cards/journal/walk.png", "removed  /journal/walk/", "removed  /journal/walk/three-weeks.png"]
    );
    assert!(counts(&ran.stdout).ends_with("3 removed"), "{}", ran.stdout);
    assert!(!project.has("public/journal/walk"));
    assert_eq!(project.read("public/CNAME"), "example.org\n", "what a host reads stays");
    project.build(["--strict"]);
}

#[test]
fn a_list_that_cannot_be_kept_is_said() {
    let project = Project::new(TWO);
    project.write(".comeback", "a file where a folder belongs");
    for _ in 0..2 {
        let ran = project.run(["build"]);
        let said = "warning: the list of what this build writes can't be kept in .comeback/: ";
        assert!(ran.status == 0 && ran.stderr.contains(said), "{}", ran.stderr);
        assert!(!ran.stderr.contains("no build is known"), "{}", ran.stderr);
    }
    project.remove("content/journal/2020-08-10-walk.md");
    let ran = project.run(["build"]);
    assert!(
        ran.stderr.contains(": cards/journal/walk.png, journal/walk/index.html, journal/walk/three-weeks.png\n"),
        "{}",
        ran.stderr
    );
}
