//! Journals of every size and in other scripts: each builds without a warning, has the pages it has something for and no
//! others, and links to nothing that it hasn't.

use crate::support::{Project, main_of};

/// The pages of a built site, by address.
fn pages(project: &Project) -> Vec<String> {
    let files = project.tree("public").into_keys().filter(|path| !path.starts_with("pagefind/"));
    files.filter_map(|path| path.strip_suffix("index.html").map(|folder| format!("/{folder}"))).collect()
}

/// Where a page's navigations lead to within the site.
fn links(page: &str) -> Vec<&str> {
    let navigations = page.split("<nav").skip(1).filter_map(|rest| rest.split("</nav>").next());
    let mut links: Vec<&str> = navigations
        .flat_map(|nav| nav.split("href=\"").skip(1))
        .filter_map(|rest| rest.split(['"', '#']).next())
        .filter(|href| href.starts_with('/') && href.ends_with('/'))
        .collect();
    links.sort_unstable();
    links.dedup();
    links
}

/// Builds without a warning and compares the pages; no navigation leads to one that isn't there.
#[track_caller]
fn built(project: &Project, expected: &[&str]) {
    project.build(["--strict"]);
    let pages = pages(project);
    assert_eq!(pages, expected);
    for page in &pages {
        for link in links(&project.read(&format!("public{page}index.html"))) {
            assert!(pages.iter().any(|page| page == link), "{page} leads to {link}");
        }
    }
}

const ONE: &str = "\
-- content/journal/2020-08-03-the-tram.md --
---
title: The tram
pain: {before: 0, during: 4, after: 3}
mileage: 3.1
---
I ran for the tram.
";

#[test]
fn one_entry() {
    let project = Project::new(ONE);
    let expected = ["/archive/", "/", "/journal/the-tram/", "/progress/", "/progress/numbers/", "/search/"];
    built(&project, &expected);
    let progress = project.read("public/progress/index.html");
    assert!(main_of(&progress).contains("The journal in charts. 1 of 1 day has a pain score."), "one day is no span");
    let entry = project.read("public/journal/the-tram/index.html");
    for absent in ["class=\"pages\"", "How it stands now", "Entries like this one", "Previous and next entry"] {
        assert!(!entry.contains(absent), "{absent}");
    }
}

#[test]
fn one_entry_that_is_a_text_and_no_more() {
    let project = Project::new("-- content/journal/2020-08-03-the-tram.md --\nI ran for the tram.\n");
    built(&project, &["/archive/", "/", "/journal/the-tram/", "/search/"]);
    assert!(!project.read("public/index.html").contains("<svg"), "there is nothing to draw");
    assert!(!project.read("public/journal/the-tram/index.html").contains("Pain, 0–10"));
}

#[test]
fn pages_and_no_entry() {
    let project = Project::new(
        "-- content/_index.md --\nA journal that has not begun.\n-- content/about.md --\n---\ntitle: About\n---\nA runner.\n",
    );
    built(&project, &["/about/", "/"]);
    let home = project.read("public/index.html");
    assert!(home.contains("There is no entry yet.") && home.contains("A journal that has not begun."));
    for absent in ["feed.xml", "/data/", "id=\"_stand\"", "<svg"] {
        assert!(!home.contains(absent), "{absent}");
    }
}

#[test]
fn the_first_days_say_what_there_is_and_not_what_is_missing() {
    let settings = "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n";
    let line = "2020-08-03  pain 2/2/3, run 5k 30:00\n";
    let project = Project::new(&format!("{settings}-- content/log.txt --\n{line}"));
    project.build(["--strict"]);
    let home = project.read("public/index.html");
    let stands = "<dt><a href=\"/progress/numbers/#median\">Last pain score</a></dt><dd class=\"fig\">3 <small>0–10, on 3 August</small></dd>\
                  <dd class=\"n\">1 of 7 days logged; from 4 on, their median stands here</dd></div>";
    assert!(home.contains(stands), "{home}");
    assert!(home.contains("5 km noted") && !home.contains("oo few") && !home.contains("in a row"), "{home}");
    // From the fourth score on there is a median, and of a journal that is older the dash says that there is none.
    project.write("content/log.txt", format!("{line}2020-08-04  pain 1\n2020-08-05  pain 1\n2020-08-06  pain 1\n"));
    project.build(["--strict"]);
    assert!(project.read("public/index.html").contains("<dd class=\"fig\">1 <small>median, 0–10</small>"));
    project.write("content/log.txt", format!("{line}2020-08-12  pain 1\n"));
    project.build(["--strict"]);
    assert!(project.read("public/index.html").contains("<dd class=\"fig\">– <small>too few to say</small>"));
}

#[test]
fn entries_without_a_date() {
    let project = Project::new(
        "-- content/journal/first.md --\n---\ntitle: First\npain: 3\n---\nOne.\n-- content/journal/second.md --\n---\ntitle: Second\nmileage: 4\n---\nTwo.\n",
    );
    let ran = project.run(["build"]);
    assert_eq!((ran.status, ran.stderr.matches("warning: the entry has no date").count()), (0, 2), "{}", ran.stderr);
    assert_eq!(pages(&project), ["/archive/", "/", "/journal/first/", "/journal/second/", "/search/"]);
    let home = project.read("public/index.html");
    assert_eq!(home.matches("no date").count(), 2);
    assert!(!home.contains("id=\"_stand\"") && !home.contains("<figure"), "neither figures nor charts know these days");
}

#[test]
fn two_injuries() {
    let project = Project::new(
        "\
-- site.toml --
title = \"Two legs\"
base_url = \"https://example.org/\"
[[injuries]]
slug = \"calf\"
name = \"right calf\"
site = \"calf\"
side = \"right\"
onset = 2020-08-03
[[injuries]]
slug = \"knee\"
name = \"left knee\"
site = \"knee\"
side = \"left\"
onset = 2020-08-10
-- content/journal/2020-08-04-calf.md --
---
title: Calf
injury: calf
pain: {during: 4}
---
The calf.
-- content/journal/2020-08-12-knee.md --
---
title: Knee
injury: knee
pain: {during: 2}
---
The knee.
",
    );
    let expected = [
        "/archive/",
        "/",
        "/journal/calf/",
        "/journal/knee/",
        "/progress/",
        "/progress/numbers/",
        "/search/",
        "/timeline/",
    ];
    built(&project, &expected);
    let progress = project.read("public/progress/index.html");
    let [calf, knee] =
        ["<section id=\"injury-calf\"", "<section id=\"injury-knee\""].map(|part| progress.find(part).expect(part));
    assert!(calf < knee, "a section each, in the order of the settings");
    let entry = project.read("public/journal/knee/index.html");
    assert!(entry.contains("day 3") && entry.contains("left knee"), "days count from the entry's own injury");
    assert!(entry.contains("href=\"/progress/#injury-knee\""), "its place in the whole is that of its injury");
}

/// A journal in a script of its own; its files' names are what its writer would type.
fn journal(language: &str, texts: [&str; 6]) -> Project {
    let [title, name, first, second, lesson, tag] = texts;
    let project = Project::empty();
    project.write(
        "site.toml",
        format!("title = \"{title}\"\nbase_url = \"https://example.org/\"\nlanguage = \"{language}\"\n[[injuries]]\nslug = \"calf\"\nname = \"{name}\"\nonset = 2020-08-03\n"),
    );
    let front = |title: &str, more: &str| format!("---\ntitle: {title}\ntags: [{tag}]\n{more}---\n");
    project
        .write(format!("content/journal/2020-08-03-{first}.md").as_str(), front(first, "pain: {during: 4}\n") + title)
        .write(
            format!("content/journal/2020-08-05-{second}.md").as_str(),
            front(second, "pain: {during: 2}\n") + &format!("> [!LESSON] slow: {lesson}\n> {title}\n"),
        );
    project
}

#[test]
fn in_arabic() {
    let project = journal("ar", ["العودة إلى الجري", "ربلة الساق", "الحافلة", "الكورنيش", "الصباح هو الحكم", "الجري"]);
    let expected = [
        "/archive/",
        "/",
        "/journal/الحافلة/",
        "/journal/الكورنيش/",
        "/lessons/",
        "/lessons/slow/",
        "/progress/",
        "/progress/numbers/",
        "/search/",
        "/tags/",
        "/tags/الجري/",
        "/timeline/",
    ];
    project.build(["--strict"]);
    assert_eq!(pages(&project), expected);
    for page in expected {
        let text = project.read(&format!("public{page}index.html"));
        assert!(text.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    }
    assert!(project.read("public/feed.xml").contains("xml:lang=\"ar\""));
    // Time runs from left to right, whichever way the words run: drawings without a frame of their own too.
    let style =
        project.tree("public").into_iter().find(|(path, _)| path.starts_with("style.")).expect("a stylesheet").1;
    let style = String::from_utf8(style).expect("UTF-8");
    assert!(style.lines().any(|line| line.starts_with(".chart {") && line.contains("direction: ltr")));
}

#[test]
fn in_japanese() {
    let project = journal(
        "ja",
        ["もう一度、走る", "右ふくらはぎ", "市電を追いかけて", "川沿いを三キロ", "翌朝の脚に聞く", "ジョギング"],
    );
    let expected = [
        "/archive/",
        "/",
        "/journal/川沿いを三キロ/",
        "/journal/市電を追いかけて/",
        "/lessons/",
        "/lessons/slow/",
        "/progress/",
        "/progress/numbers/",
        "/search/",
        "/tags/",
        "/tags/ジョギング/",
        "/timeline/",
    ];
    project.build(["--strict"]);
    assert_eq!(pages(&project), expected);
    let home = project.read("public/index.html");
    assert!(home.contains("<html lang=\"ja\">") && home.contains("<h1>もう一度、走る</h1>"));
    assert!(home.contains("href=\"/journal/%E5%B8%82%E9%9B%BB"), "addresses are encoded in links");
}
