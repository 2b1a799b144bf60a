//! What a reader with the same injury finds, and in which order: on home, and on an entry.

use crate::support::{Project, main_of};

const SITE: &str = "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n";

const CALF: &str = "[[injuries]]\nslug = \"calf\"\nname = \"right calf\"\nonset = 2020-01-01\ndiagnoses = [\n\
    { date = 2020-02-01, label = \"A tear of the inner head\", short = \"a tear\" },\n\
    { date = 2020-01-02, label = \"A strain\" },\n]\n";

/// Where each text of a page begins, which must be there.
#[track_caller]
fn places<const N: usize>(page: &str, texts: [&str; N]) -> [usize; N] {
    texts.map(|text| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}")))
}

/// The line of facts on the home page.
fn facts(project: &Project) -> Option<String> {
    project.build([]);
    let home = project.read("public/index.html");
    let (_, rest) = home.split_once("<p class=\"facts\">")?;
    Some(rest.split_once("</p>").expect("its end").0.replace('\u{a0}', " "))
}

/// Days that are known to be without a run, from a day of January on.
fn rests(from: i8, to: i8) -> String {
    (from..=to).map(|day| format!("2020-01-{day:02}  rest\n")).collect()
}

#[test]
fn home_says_in_one_line_which_injury_it_is_and_since_when_there_is_running_again() {
    let log = |lines: &str| Project::new(&format!("{SITE}{CALF}-- content/log.txt --\n{lines}"));
    let again = format!("2020-01-01  run 3k\n{}2020-02-03  run 1k\n2020-02-10  run 2k\n", rests(2, 31));
    let said = facts(&log(&again));
    assert_eq!(said.as_deref(), Some("right calf · a tear · 41 days · running again since 3 February 2020"));
    // The second of two such times is the one that counts; a walk is no run, and one day more of them no new beginning.
    let short = format!("2020-01-01  run 3k\n{}2020-01-29  run 1k\n", rests(2, 28));
    assert_eq!(facts(&log(&short)).as_deref(), Some("right calf · a tear · 29 days"), "27 days without a run");
    let span = format!("{again}2020-02-01..02  run 1 km\n");
    assert_eq!(
        facts(&log(&span)).as_deref(),
        Some("right calf · a tear · 41 days · running again since 1 February 2020"),
        "a run over several days is a run"
    );
    // What nobody wrote down may have been a run.
    assert_eq!(
        facts(&log("2020-01-01  run 3k\n2020-01-20  rest\n2020-03-10  run 1k\n")).as_deref(),
        Some("right calf · a tear · 70 days")
    );
    // A pause before the injury says nothing of it.
    let before = format!("{}2020-02-03  run 1k\n", rests(2, 31)).replace("2020-", "2019-");
    assert_eq!(facts(&log(&format!("{before}2020-01-05  run 2k\n"))).as_deref(), Some("right calf · a tear · 5 days"));
}

#[test]
fn an_injury_that_is_over_says_since_when_and_a_journal_without_one_counts_no_days() {
    let over = CALF.replace("onset = 2020-01-01\n", "onset = 2020-01-01\nend = 2020-01-20\n");
    let day = "-- content/journal/2020-01-25-a.md --\n---\ntitle: A\npain: 0\n---\nStory.\n";
    assert_eq!(
        facts(&Project::new(&format!("{SITE}{over}{day}"))).as_deref(),
        Some("right calf · a tear · 20 days · back since 20 January 2020")
    );
    // The newest of two that are active is the one.
    let two = format!("{CALF}[[injuries]]\nslug = \"knee\"\nname = \"left knee\"\nonset = 2020-01-10\n");
    assert_eq!(facts(&Project::new(&format!("{SITE}{two}{day}"))).as_deref(), Some("left knee · 16 days"));
    let none = Project::new(&format!("{SITE}{}", day.replace("2020-01-25", "2013-01-25")));
    none.write("content/journal/2020-01-25-b.md", "---\ntitle: B\npain: 0\n---\nStory.\n");
    assert_eq!(facts(&none), None);
    for page in ["public/index.html", "public/journal/b/index.html"] {
        let page = none.read(page);
        assert!(!main_of(&page).contains("2,557") && !main_of(&page).contains(" day 2557"), "{page}");
    }
}

#[test]
fn home_answers_four_questions_in_their_order() {
    let days: String = (10..20).map(|day| format!("2020-01-{day}  pain {}, run 2k\n", day % 4)).collect();
    let project = Project::new(&format!(
        "{SITE}{CALF}-- content/log.txt --\n{days}-- content/_index.md --\n---\ntitle: T\n---\nA short word.\n\
         -- content/now.md --\n---\ndate: 2020-02-01\nsummary: Well enough.\n---\nLonger.\n\
         -- content/red-flags.md --\n---\ntitle: When to ring\n---\nPop.\n\
         -- content/journal/2020-01-19-a.md --\n---\ntitle: A\nlessons: [{{id: one, title: One}}]\n---\n> [!LESSON] one\n> Slow.\n"
    ));
    project.build(["--strict"]);
    let home = project.read("public/index.html");
    let order = [
        "A short word.",
        "class=\"facts\"",
        "Well enough. <a href=\"/now/\">Read on</a>",
        "id=\"_pain\"",
        "id=\"_stand\"",
        "id=\"_distance\"",
        "id=\"_latest\"",
        "id=\"_entries\"",
        "id=\"_flags\"",
    ];
    assert!(places(&home, order).is_sorted(), "{home}");
    // A long introduction makes room for the chart.
    let long = "word ".repeat(41);
    project.write("content/_index.md", format!("---\ntitle: T\n---\n{long}\n"));
    project.build([]);
    let home = project.read("public/index.html");
    assert!(places(&home, ["class=\"facts\"", "id=\"_pain\"", "id=\"_distance\"", "word word"]).is_sorted(), "{home}");
}

#[test]
fn an_entry_says_what_happened_then_tells_the_story_then_lists_the_day() {
    let project = Project::new(&format!(
        "{SITE}{CALF}-- content/journal/2020-01-18-z.md --\n---\npain: 1\n---\nEarlier.\n\
         -- content/journal/2020-01-19-a.md --\n---\ntitle: A\nsummary: The standfirst.\npain: 1/2/3/2\nmilestones: [First mile]\n\
         setback: Too far\nflare: true\nadvice: [{{from: Jo, text: Walk.}}]\nsessions: [run 5k]\nsleep: 7\n---\n\
         The story begins.\n"
    ));
    project.build(["--strict"]);
    let page = project.read("public/journal/a/index.html");
    let order = [
        "<p class=\"standfirst\">The standfirst.</p>",
        "<dt>Milestone</dt><dd>First mile</dd>",
        "<dt>Setback and flare, suspected cause</dt><dd>Too far</dd>",
        "<dt>Advice, Jo</dt><dd>Walk.</dd>",
        "<figure class=\"points\">",
        "The story begins.",
        "<caption>Sessions</caption>",
        "<dt>Sleep</dt>",
    ];
    assert!(places(&page, order).is_sorted(), "{page}");
    let other = project.read("public/journal/z/index.html");
    assert!(!other.contains("standfirst"), "a first paragraph stands in the story alone: {other}");
}

#[test]
fn no_heading_of_a_text_takes_an_id_of_the_page() {
    let theme =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/trailhead/templates")).expect("templates");
    let mut named: Vec<String> = Vec::new();
    for file in theme.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a template")) {
        let ids = file.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
        named.extend(ids.filter(|id| !id.contains('{')));
    }
    assert!(named.len() > 12, "{named:?}");
    let headings: String =
        named.iter().map(|id| format!("## {}\n\n", id.trim_start_matches('_').replace('-', " "))).collect();
    let more = "## Comments\n\n## Footnotes\n\n## Points\n\nText[^1].\n\n[^1]: Note.\n";
    let text =
        format!("---\ntitle: Headings\npain: 1/2/2/1\nlessons: [{{id: comments, title: X}}]\n---\n{headings}{more}");
    let project = Project::new(&format!("{SITE}{CALF}-- content/journal/2020-01-19-a.md --\n{text}"));
    project.write("content/about.md", text.replace("Headings", "About").replace("comments, title", "other, title"));
    project.write("content/_index.md", format!("---\ntitle: T\n---\n{headings}"));
    project.build([]);
    for page in ["public/index.html", "public/journal/a/index.html", "public/about/index.html"] {
        let page = project.read(page);
        let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{page}");
    }
}

#[test]
fn the_feed_says_once_where_the_story_begins() {
    let day = |n: u8| format!("-- content/journal/2020-01-1{n}-e{n}.md --\n---\ntitle: E<{n}\n---\nText {n}.\n");
    let project = Project::new(&format!("{SITE}{}{}", day(1), day(2)));
    project.build([]);
    let line = "New here? The story begins with &lt;a href=&quot;https://example.org/journal/e1/&quot;&gt;E&amp;lt;1&lt;/a&gt;.";
    let feed = project.read("public/feed.xml");
    let (newest, rest) = feed.split_once("</entry>").expect("an entry");
    assert!(newest.contains("Text 2.") && newest.contains(line), "{feed}");
    assert!(!rest.contains("New here?"), "{feed}");
    let alone = Project::new(&format!("{SITE}{}", day(1)));
    alone.build([]);
    assert!(!alone.read("public/feed.xml").contains("New here?"));
}

#[test]
fn pages_are_in_the_bar_and_folders_of_pages_in_the_menu_and_the_foot() {
    let page = |path: &str, title: &str| format!("-- content/{path} --\n---\ntitle: {title}\n---\nText.\n");
    let project = Project::new(&format!(
        "{SITE}{}{}{}{}{}",
        page("about.md", "About"),
        page("shoes/index.md", "Shoes"),
        page("manual/index.markdown", "Manual"),
        page("manual/one.md", "One"),
        "-- content/shoes/_note.md --\nNot published.\n"
    ));
    project.build([]);
    let home = project.read("public/index.html");
    let (nav, rest) = home.split_once("</nav>").expect("the navigation");
    let items = |class: &str| {
        let links = nav.split(class).skip(1).filter_map(|item| item.split_once("\">")?.1.split_once("</a>"));
        links.map(|(label, _)| label.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(items("<li><a href=\"/about/"), ["About"]);
    assert_eq!(items("<li><a href=\"/shoes/"), ["Shoes"]);
    assert_eq!(items("<li class=\"deep\"><a href=\"/manual/"), ["Manual"]);
    let foot = rest.split_once("class=\"foot\"").expect("the foot").1;
    assert!(foot.contains("<a href=\"/manual/\">Manual</a>") && !foot.contains("/shoes/"), "{foot}");
}
