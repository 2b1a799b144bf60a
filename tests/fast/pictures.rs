//! Charts as pictures to send: with their words inside, beside the pages of the newest entries and on the command line.

use crate::support::{Project, SETTINGS};
use std::collections::BTreeSet;
use std::process::{Command, Stdio};

/// Four weeks with an entry a week, the second without a number, and two more that are not for everybody.
const SITE: &str = "\
-- content/journal/2020-08-01-one.md --
---
title: First <run>
pain: {during: 2, next_day: 1}
mileage: 3 km
---
Text.
-- content/journal/2020-08-02-words.md --
---
title: Words
---
Text.
-- content/journal/2020-08-09-two.md --
---
title: Second
pain: 1
---
Text.
-- content/journal/2020-08-16-quiet.md --
---
title: Quiet
visibility: unlisted
pain: 1
---
Text.
-- content/journal/2020-08-23-hidden.md --
---
title: Hidden
visibility: private
pain: 1
---
Text.
-- content/journal/2020-08-24-draft.md --
---
title: Draft
draft: true
pain: 1
---
Text.
";

/// What the command draws, byte for byte, how it ended and what it said.
fn drawn(project: &Project, args: &[&str]) -> (Vec<u8>, Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comeback"));
    command.arg("chart").args(args).current_dir(project.root()).stdin(Stdio::null());
    let ran = command.env_clear().env("SOURCE_DATE_EPOCH", "1600000000").output().expect("the program runs");
    (ran.stdout, ran.status.code(), String::from_utf8_lossy(&ran.stderr).into_owned())
}

#[track_caller]
fn png(project: &Project, args: &[&str]) -> Vec<u8> {
    let (bytes, status, said) = drawn(project, &[args, &["--png"]].concat());
    assert_eq!((status, said.as_str()), (Some(0), ""), "{args:?}");
    bytes
}

/// Its width and height.
#[track_caller]
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "{png:?}");
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    (number(16), number(20))
}

/// The words of a drawing, line after line.
fn words(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1).filter_map(|rest| rest.split(['>', '<']).nth(1));
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_picture_has_its_heading_its_coverage_and_whose_it_is_inside() {
    let project = Project::new(SITE);
    project.write("site.toml", format!("{SETTINGS}fictional = true\n"));
    let svg = |args: &[&str]| {
        let (bytes, status, said) = drawn(&project, args);
        assert_eq!((status, said.as_str()), (Some(0), ""), "{args:?}");
        String::from_utf8(bytes).expect("text")
    };
    for size in ["--narrow", "--wide"] {
        let said = words(&svg(&["pain-timeline", "--caption", "What I <saw>", size]));
        let (heading, rest) = said.split_once("Too few days to say").expect("the finding");
        assert_eq!(heading, "What I &lt;saw&gt; ", "{said}");
        assert!(rest.contains("3 of 16 days with a score"), "{said}");
        assert!(rest.ends_with(" T · This is a fictional demo."), "{said}");
    }
    let said = words(&svg(&["three-weeks", "--entry", "journal/one"]));
    assert!(said.starts_with("Too few days before and after to say "), "{said}");
    assert!(said.contains("3 of 16 days with a score"), "{said}");
    assert!(said.ends_with(" First &lt;run&gt;, 1 August 2020 · T · This is a fictional demo."), "{said}");
    // Drawings say nothing of a phone's own: letters are those of whoever shows them, sizes are in each.
    let whole = svg(&["calendar", "--narrow"]);
    assert!(!whole.contains("class=") && !whole.contains("Literata") && whole.contains("Georgia"), "{whole}");
}

#[test]
fn a_png_is_drawn_for_phones_and_wide_where_that_is_asked_for() {
    let project = Project::new(SITE);
    let picture = png(&project, &["pain-timeline"]);
    assert_eq!(size(&picture).0, 1080);
    assert_eq!(picture, png(&project, &["pain-timeline", "--narrow"]), "the same again");
    assert!(size(&png(&project, &["pain-timeline", "--wide"])).0 > 1900);
    assert_ne!(picture, png(&project, &["pain-timeline", "--caption", "Mine"]));
    assert_eq!(size(&png(&project, &["sparkline"])).0, 1080);
    let (bytes, status, said) = drawn(&project, &["pain-timeline", "--png", "--caption", "走れた日"]);
    assert_eq!((size(&bytes).0, status), (1080, Some(0)));
    let lacks = "warning: the picture lacks letters that no font of comeback has: た れ 日 走\n";
    assert!(said.starts_with(lacks), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn no_png_is_written_to_a_terminal() {
    let project = Project::new(SITE);
    let program = env!("CARGO_BIN_EXE_comeback");
    // It gives the program a terminal of its own.
    let mut command = Command::new("script");
    command.args(["-qec", &format!("'{program}' chart pain-timeline --png"), "/dev/null"]);
    let ran = command.current_dir(project.root()).stdin(Stdio::null()).output().expect("util-linux");
    let said = String::from_utf8_lossy(&ran.stdout).replace('\r', "");
    assert_eq!(ran.status.code(), Some(2), "{said}");
    assert_eq!(
        said,
        "error: a picture is nothing that a terminal can show\n  hint: write it to a file: `comeback chart … --png > chart.png`\n"
    );
}

#[test]
fn the_newest_entries_have_their_weeks_as_a_picture_and_older_ones_the_command() {
    let project = Project::new(SITE);
    project.write("site.toml", format!("{SETTINGS}[cards]\nlimit = 2\n"));
    project.build([]);
    let outputs = project.tree("public");
    let pictures: Vec<&str> = outputs.keys().map(String::as_str).filter(|path| path.ends_with("weeks.png")).collect();
    assert_eq!(pictures, ["journal/quiet/three-weeks.png", "journal/two/three-weeks.png"]);
    for name in ["quiet", "two"] {
        let page = project.read(&format!("public/journal/{name}/index.html"));
        let link = format!("<a class=\"send\" href=\"/journal/{name}/three-weeks.png\">A picture to send</a>");
        assert!(page.contains(&link), "{page}");
        let entry = format!("journal/{name}");
        let same = png(&project, &["three-weeks", "--entry", &entry]);
        assert!(outputs[&format!("journal/{name}/three-weeks.png")] == same, "the command draws the same");
    }
    let old = project.read("public/journal/one/index.html");
    let command =
        "A picture to send: <code>comeback chart three-weeks --entry journal/one --png &gt; three-weeks.png</code>";
    assert!(old.contains(command), "{old}");
    // Words has no day with a number of its own, and days around it that have some.
    assert!(project.read("public/journal/words/index.html").contains("--entry journal/words --png"));
    project.write("site.toml", format!("{SETTINGS}[cards]\nenabled = false\n"));
    project.build([]);
    assert!(!project.has("public/journal/two/three-weeks.png"));
    assert!(!project.read("public/journal/one/index.html").contains("picture to send"));
}

#[test]
fn a_picture_is_drawn_again_only_where_what_it_shows_changed() {
    let project = Project::new(SITE);
    let late = "-- content/journal/2020-09-12-late.md --\n---\npain: 2\n---\nText.\n";
    let (path, text) = late.split_once(" --\n").expect("a file");
    project.write(path.trim_start_matches("-- "), text);
    project.build([]);
    let kept = || project.tree(".comeback/cards").into_keys().collect::<BTreeSet<String>>();
    let (first, before) = (project.tree("public"), kept());
    assert_eq!(project.build([]).matches(": 0 written, ").count(), 1);
    assert_eq!(kept(), before);
    // More than three weeks before the last, whose picture stays, and within three of all others, whose days it is among.
    let one = project.read("content/journal/2020-08-01-one.md").replace("during: 2", "during: 3");
    project.write("content/journal/2020-08-01-one.md", one);
    project.build([]);
    let after = project.tree("public");
    let changed = |name: &str| {
        let path = format!("journal/{name}/three-weeks.png");
        first[&path] != after[&path]
    };
    assert_eq!(["one", "words", "two", "quiet", "late"].map(changed), [true, true, true, true, false]);
    // A text changes no picture but the one that names it.
    let before = after;
    let two = project.read("content/journal/2020-08-09-two.md").replace("Text.", "Other text.");
    project.write("content/journal/2020-08-09-two.md", two);
    project.build([]);
    let after = project.tree("public");
    let weeks = |path: &&String| path.ends_with("three-weeks.png");
    assert!(after.keys().filter(weeks).all(|path| before[path] == after[path]));
}

#[test]
fn a_file_of_the_writers_own_takes_the_place_of_a_picture() {
    let project = Project::new(SITE);
    project.write("static/journal/two/three-weeks.png", "mine");
    project.build([]);
    assert_eq!(project.read("public/journal/two/three-weeks.png"), "mine");
}

#[test]
fn an_entry_is_named_by_its_file_or_its_address_and_a_wrong_name_is_told() {
    let project = Project::new(SITE);
    let names = [
        "journal/one",
        "/journal/one/",
        "content/journal/2020-08-01-one.md",
        "./content/journal/2020-08-01-one.md",
        "journal/2020-08-01-one",
    ];
    let all = names.map(|name| png(&project, &["three-weeks", "--entry", name]));
    assert!(all.iter().all(|picture| *picture == all[0]));
    assert_ne!(png(&project, &["three-weeks"]), all[0], "without a name it is the newest");
    for (name, hint) in [
        ("journal/oen", "did you mean `journal/one`?"),
        ("journal/hidden", "write its file or its address: `journal/first-run`"),
    ] {
        let (bytes, status, said) = drawn(&project, &["three-weeks", "--entry", name]);
        assert_eq!((bytes.as_slice(), status), (&b""[..], Some(2)));
        let told = format!("error: no published entry is called `{name}`\n --> command line:1:36\n");
        assert!(said.starts_with(&told) && said.contains(hint), "{said}");
    }
}

#[test]
fn a_fence_shows_the_weeks_around_the_entry_that_it_stands_in() {
    let fence = "\n```chart\nkind: three-weeks\n```\n";
    let text = SITE.replacen("---\nText.", &format!("---\n{fence}"), 1);
    let project = Project::new(&text);
    project.build([]);
    let page = project.read("public/journal/one/index.html");
    assert!(
        page.matches("1 August: this entry").count() >= 4,
        "the page's own and the fence's, wide and narrow: {page}"
    );
    assert!(page.contains("<td>2</td>"), "with a table of its days: {page}");
}
