//! Files as they are: links to notes kept elsewhere, an editor's lock, one reader's odd comment, former addresses.

use crate::support::{Project, main_of};

const ENTRY: &str = "-- content/journal/2020-01-05-in.md --\n---\npain: 2\n---\nText.\n";

#[cfg(unix)]
fn link(project: &Project, to: &str, path: &str) {
    let path = project.path(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::os::unix::fs::symlink(to, path).expect("a link");
}

/// The problems of a run, each in one line with its place and first hint.
fn said(stderr: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for line in stderr.lines().map(str::trim) {
        if ["error: ", "warning: ", "note: "].iter().any(|start| line.starts_with(start)) {
            all.push(line.to_owned());
        } else if let (Some(last), Some(rest)) =
            (all.last_mut(), ["--> ", "::: ", "= hint: "].iter().find_map(|start| line.strip_prefix(start)))
        {
            last.push_str(" | ");
            last.push_str(rest);
        }
    }
    all
}

#[cfg(unix)]
#[test]
fn an_editors_lock_stops_nothing() {
    let project = Project::new(ENTRY);
    link(&project, "me@host.4242:1700000000", "content/journal/.#2020-01-05-in.md");
    link(&project, "me@host.4242:1700000000", "static/.#note.txt");
    project.build([]);
    assert!(project.has("public/journal/in/index.html"));
}

#[cfg(unix)]
#[test]
fn what_links_lead_to_is_read_where_the_settings_say_so() {
    let project = Project::new(
        "-- site/site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n\
         -- vault/2020-01-05-file.md --\n---\npain: 2\n---\nBeside.\n\
         -- vault/daily/2020-01-06-note.md --\n---\npain: 1\n---\nA note. ![Knee](knee.png)\n",
    );
    project.write("vault/daily/knee.png", png());
    for (to, path) in [
        ("../../../vault/2020-01-05-file.md", "2020-01-05-file.md"),
        ("../../../vault/daily", "daily"),
        ("./gone.md", "dangling.md"),
        ("../journal", "loop"),
    ] {
        link(&project, to, &format!("site/content/journal/{path}"));
    }
    let ran = project.run(["build", "--root", "site"]);
    let out = "this link leads out of the site's folder, so it is left out";
    let hint = "copy the file here, or write `follow_links = true` at the top of site.toml";
    let left = [
        "warning: this link leads to nothing, so it is left out | content/journal/dangling.md | remove it, or let it lead elsewhere".to_owned(),
        "warning: this link leads back to a folder that holds it, so it is left out | content/journal/loop | remove it, or let it lead elsewhere".to_owned(),
    ];
    let outside = |path: &str| format!("warning: {out} | content/journal/{path} | {hint}");
    let mut expected = vec![outside("2020-01-05-file.md"), outside("daily")];
    expected.extend(left.clone());
    assert_eq!((ran.status, said(&ran.stderr)), (0, expected));
    assert!(!project.has("site/public/journal/file/index.html"));

    project.write("site/site.toml", "follow_links = true\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n");
    let ran = project.run(["build", "--root", "site"]);
    assert_eq!((ran.status, said(&ran.stderr)), (0, left.to_vec()));
    assert!(main_of(&project.read("site/public/journal/file/index.html")).contains("Beside."));
    let note = project.read("site/public/journal/daily/note/index.html");
    assert!(main_of(&note).contains("<img src=\"/journal/daily/knee."), "{note}");
    for path in ["content/journal/daily/2020-01-06-note.md", "site/content/journal/daily/2020-01-06-note.md"] {
        let why = project.run(["why", path, "--root", "site"]);
        assert!(
            why.stdout.starts_with("content/journal/daily/2020-01-06-note.md\n  it is at /journal/daily/note/\n"),
            "{why:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn the_folder_of_texts_may_itself_be_a_link_to_a_vault_that_holds_the_site() {
    let project = Project::new(
        "-- vault/site/site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\nfollow_links = true\n\
         -- vault/journal/2020-01-05-file.md --\n---\npain: 2\n---\nBeside.\n\
         -- vault/.obsidian/workspace.md --\nnothing\n",
    );
    link(&project, "..", "vault/site/content");
    let build = || project.run(["build", "--root", "vault/site"]);
    let first = build();
    assert_eq!((first.status, said(&first.stderr)), (0, Vec::new()));
    let pages = project.tree("vault/site/public");
    assert!(pages.contains_key("journal/file/index.html"));
    assert_eq!(
        (build().status, project.tree("vault/site/public") == pages),
        (0, true),
        "what was written is no source"
    );
}

/// A picture of one pixel.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = std::io::Cursor::new(&mut bytes);
    image::RgbImage::new(1, 1).write_to(&mut encoder, image::ImageFormat::Png).expect("a picture");
    bytes
}

#[test]
fn one_odd_comment_is_left_out_and_not_the_site() {
    let project = Project::new(ENTRY);
    for (name, text) in [
        ("1.yml", "_id: a\nname: Ann\nmessage: One.\n"),
        ("2.yml", "_id: b\nname: Ben\nmessage: Note: this has a colon\n"),
        ("3.yml", "_id: c\nname: Tab\nmessage: x\n\tdate: 2020-01-06\n"),
        ("4.json", "{\"_id\": \"d\", \"message\": }"),
        ("5.md", "---\n_id: e\nname: Eve\ndate: 2020-01-06\n---\nBelow the *fields*.\n"),
        ("6.md", "no fields\n"),
    ] {
        project.write(&format!("content/comments/in/{name}"), text);
    }
    project.write("content/comments/in/7.yml", b"name: \xff\n");
    let ran = project.run(["build"]);
    let said = said(&ran.stderr);
    let places: Vec<&str> = said.iter().filter_map(|line| line.split(" | ").nth(1)).collect();
    let expected = [
        "content/comments/in/2.yml:3:10",
        "content/comments/in/3.yml:4:1",
        "content/comments/in/4.json:1:25",
        "content/comments/in/6.md:1:1",
        "content/comments/in/7.yml:1:7",
    ];
    assert_eq!((ran.status, places), (0, expected.to_vec()), "{}", ran.stderr);
    assert!(said.iter().all(|line| line.starts_with("warning: ")), "{said:?}");
    assert!(
        said[0].contains("a text with a colon and a space in it needs quotes; the comment is left out"),
        "{said:?}"
    );
    let page = project.read("public/journal/in/index.html");
    let (ann, eve) = (page.contains("One."), page.contains("Below the <em>fields</em>."));
    assert_eq!((ann, eve, page.contains("no fields")), (true, true, false), "{page}");
    assert!(!project.has("public/comments/in/5/index.html"));
}

#[test]
fn former_addresses_lead_on_letter_for_letter() {
    let project = Project::new(
        "-- content/journal/2020-01-05-in.md --\n---\npain: 2\naliases:\n  - /blog/Old-Title/\n  - /2019/knee_pain.php\n  \
         - /%C3%9Cbung/gr%C3%B6%C3%9Fe.html\n  - /First Run/\n---\nText.\n",
    );
    project.build([]);
    let files = project.tree("public");
    for path in
        ["blog/Old-Title/index.html", "2019/knee_pain.php/index.html", "Übung/größe.html", "First Run/index.html"]
    {
        let page = String::from_utf8_lossy(files.get(path).unwrap_or_else(|| panic!("{path}: {:?}", files.keys())));
        assert!(page.contains("url=/journal/in/") || page.contains("url=https://example.org/journal/in/"), "{page}");
    }
    project.run(["deploy-files", "netlify"]);
    let rules = project.read("static/_redirects");
    let lines: Vec<&str> = rules.lines().filter(|line| line.contains("/journal/in/")).collect();
    let expected = [
        "/2019/knee_pain.php/ /journal/in/ 301!",
        "/First%20Run/ /journal/in/ 301!",
        "/blog/Old-Title/ /journal/in/ 301!",
        "/Übung/größe.html /journal/in/ 301!",
    ];
    assert_eq!(lines, expected, "{rules}");
}

#[test]
fn a_former_address_that_cannot_be_had_is_told_with_both_who_claim_it() {
    let project = Project::new(
        "-- content/about.md --\nMe.\n\
         -- content/journal/2020-01-05-in.md --\n---\naliases: [/x/, /about/, /progress/, /old/?p=1, 'https://example.org/y/', /a/../b/]\n---\nText.\n\
         -- content/journal/2020-01-06-other.md --\n---\npain: 1\naliases: [/X/, /journal/other/, /journal/Other/, /z/, /z/]\n---\nText.\n",
    );
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1);
    let capitals = "they differ in capitals alone, and many disks take such names for one";
    let expected = [
        "error: the former address /about/ is taken | content/journal/2020-01-05-in.md:2:16 | content/about.md | take it out of `aliases`, or move what stands there",
        "error: the former address /progress/ is taken by a page or a file that the site makes itself | content/journal/2020-01-05-in.md:2:25 | take it out of `aliases`, or move what stands there",
        "error: a former address has no query, found `/old/?p=1` | content/journal/2020-01-05-in.md:2:37 | no static host tells one query from another: write `/old/`, or leave it out",
        "error: a former address is a path of this site and names no host, found `https://example.org/y/` | content/journal/2020-01-05-in.md:2:48 | write `/y/`",
        "error: a former address has no `..`, found `/a/../b/` | content/journal/2020-01-05-in.md:2:74 | write it from the site's root on: `/old/page/`",
        &format!(
            "error: the former address /X/ is claimed twice | content/journal/2020-01-06-other.md:3:11 | content/journal/2020-01-05-in.md:2:11 | {capitals}"
        ),
        "note: this is the page's own address, so nothing has to lead to it | content/journal/2020-01-06-other.md:3:16 | take it out",
        &format!(
            "note: /journal/Other/ can't stand beside the page's own address /journal/other/, so nothing leads on from it | content/journal/2020-01-06-other.md:3:33 | {capitals}"
        ),
    ];
    assert_eq!(said(&ran.stderr), expected, "{}", ran.stderr);
}

#[test]
fn names_put_together_of_several_characters_are_the_same_names() {
    // As a Mac writes them on some disks: each with its dots as a character of its own.
    let nfd = |name: &str| name.replace('Ü', "U\u{308}").replace('ö', "o\u{308}");
    let project = Project::new("");
    project.write(
        &nfd("content/journal/2020-01-01-Übung.md"),
        "---\ntitle: Übung\ntags: [Füße]\nexercises: [Kräftigung 3x10]\n---\nA. [[Übung zwei]]\n\n## Größe\n",
    );
    project.write(
        "content/journal/2020-01-02-Übung-zwei.md",
        "---\ntags: [Fu\u{308}ße]\nexercises: [Kra\u{308}ftigung 3x12]\n---\n[[Übung]] [x](2020-01-01-Übung.md) \
         [y](2020-01-01-Übung.md#größe) [z](2020-01-01-%C3%9Cbung.md#grosse) [w](#nichts)\n\n![Foto](Knie-Röntgen.png)\n",
    );
    project.write(&nfd("content/journal/Knie-Röntgen.png"), png());
    let ran = project.run(["build"]);
    let nothing = "warning: `#nichts` leads to a place that the page does not have: #nichts | content/journal/2020-01-02-Übung-zwei.md:5:108";
    assert_eq!((ran.status, said(&ran.stderr)), (0, vec![nothing.to_owned()]));
    let page = project.read("public/journal/ubung-zwei/index.html");
    let links = "<p><a href=\"/journal/ubung/\">Übung</a> <a href=\"/journal/ubung/\">x</a> \
                 <a href=\"/journal/ubung/#grosse\">y</a> <a href=\"/journal/ubung/#grosse\">z</a> <a href=\"/journal/ubung-zwei/#nichts\">w</a></p>";
    assert!(page.contains(links), "{page}");
    assert!(page.contains("<img src=\"/journal/Knie-Ro%CC%88ntgen."), "{page}");
    let pages = project.tree("public");
    let of =
        |folder: &str| pages.keys().filter(|path| path.starts_with(folder) && path.ends_with("index.html")).count();
    assert_eq!((of("tags/"), of("exercises/")), (2, 2), "{:?}", pages.keys());
}
