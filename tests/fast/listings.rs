//! Which entries lists show: archive, timeline, series, cards with pictures; and what is shown of hidden entries, nowhere.

use crate::support::{Project, main_of};

const SITE: &str = "\
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"

[[injuries]]
name = \"calf\"
onset = 2020-08-01
mechanism = \"a kerb\"
diagnoses = [{date = 2020-08-05, label = \"a strain\"}, {date = 2021-08-05, label = \"still to come\"}]

[[phases]]
name = \"Rest\"
start = 2020-08-02
end = 2020-08-08
goal = \"nothing hurts\"

[[phases]]
name = \"Later\"
start = 2021-01-01
-- content/journal/2020-08-01-pop.md --
---
title: Pop
series: First Weeks
---
-- content/journal/2020-08-04-walk.md --
---
title: Walk
series: first weeks
pain: 4
flare: true
triggers: [stairs]
---
-- content/journal/2020-08-05-again.md --
---
title: Again
flare: true
lessons: [{id: slow, title: Slowly}]
---
-- content/journal/2020-08-10-race.md --
---
title: Race
series: First weeks
setback: too much
milestones: [{kind: race, label: Ten}]
lessons: [{retracts: slow, note: too slowly}]
---
";

#[test]
fn hidden_entries_are_in_no_other_file() {
    let hidden = |title: &str, front: &str| {
        format!(
            "-- content/journal/2020-08-06-{title}.md --\n---\ntitle: ZEBRA {title}\n{front}\n\
             summary: ZEBRA summary {title}\ntags: [ZEBRA-tag-{title}]\nseries: ZEBRA series\npain: 9\nflare: true\n\
             image: pic.svg\nmilestones: [ZEBRA milestone]\nsetback: ZEBRA setback\ntriggers: [ZEBRA trigger]\n\
             medication: [ZEBRA pill]\nexercises: [ZEBRA move 3x8]\ntreatments: [{{type: ZEBRA treatment, provider: ZEBRA name, cost: 1 USD}}]\n\
             lessons: [{{id: zebra-{title}, title: ZEBRA lesson}}, {{confirms: slow, note: ZEBRA note}}]\n---\n\
             ZEBRA text {title}.\n\n> [!LESSON] zebra-{title}\n> ZEBRA paragraph.\n"
        )
    };
    let project = Project::new(&format!(
        "{SITE}-- static/pic.svg --\n<svg/>\n{}{}{}{}{}{}{}",
        hidden("unlisted", "visibility: unlisted"),
        hidden("private", "visibility: private"),
        hidden("draft", "draft: true"),
        hidden("expired", "expires: 2020-08-31"),
        "-- content/journal/2030-01-01-scheduled.md --\n---\ntitle: ZEBRA scheduled\ntags: [ZEBRA-tag]\nseries: First weeks\n---\nZEBRA\n",
        "-- content/hidden-page.md --\n---\ntitle: ZEBRA page\nvisibility: unlisted\n---\nZEBRA\n",
        "-- content/private-page.md --\n---\ntitle: ZEBRA page\nvisibility: private\n---\nZEBRA\n",
    ));
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for told in ["1 draft", "1 scheduled", "1 expired", "2 private"] {
        assert!(ran.stdout.contains(told), "{told}: {}", ran.stdout);
    }
    let own = ["journal/unlisted/index.html", "hidden-page/index.html"];
    let mut seen = 0;
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        seen += 1;
        if own.contains(&&*path) {
            assert!(
                text.contains("zebra") && text.contains("<meta name=\"robots\" content=\"noindex\">"),
                "{path}: {text}"
            );
        } else {
            assert!(!text.contains("zebra"), "{path}: {text}");
            assert!(!text.contains("journal/unlisted"), "{path}: {text}");
            assert!(!["private", "draft", "expired", "scheduled"].iter().any(|word| path.contains(word)), "{path}");
        }
    }
    assert!(seen > 20, "{seen} files");
    assert!(!main_of(&project.read("public/journal/unlisted/index.html")).contains("Part "), "no part of a series");
}

#[test]
fn the_parts_of_a_series_lead_to_each_other() {
    let project = Project::new(SITE);
    project.build([]);
    let walk = project.read("public/journal/walk/index.html");
    assert!(walk.contains("<span><a href=\"#_series\">Part 2 of 3 of <em>First Weeks</em></a></span>"), "{walk}");
    let start = walk.find("<section class=\"hang\" id=\"_series\">").expect("the series");
    let series = &walk[start..start + walk[start..].find("</section>").expect("its end")];
    assert_eq!(
        series.trim(),
        "<section class=\"hang\" id=\"_series\">
<p class=\"meta count\"><span>Series</span></p>
<div>
<h2>Part 2 of 3 of <em>First Weeks</em></h2>
<ol class=\"parts\">
<li value=\"1\"><a href=\"/journal/pop/\">Pop</a> <time class=\"meta\" datetime=\"2020-08-01\">1 Aug 2020</time></li>
<li value=\"2\"><span aria-current=\"page\">Walk</span> <time class=\"meta\" datetime=\"2020-08-04\">4 Aug 2020</time></li>
<li value=\"3\"><a href=\"/journal/race/\">Race</a> <time class=\"meta\" datetime=\"2020-08-10\">10 Aug 2020</time></li>
</ol>
</div>"
    );
    assert!(!main_of(&project.read("public/journal/again/index.html")).contains("Part "));
}

#[test]
fn a_long_series_lists_the_parts_around() {
    let project = Project::empty();
    project.write("site.toml", crate::support::SETTINGS);
    for day in 1..=60 {
        let date =
            jiff::civil::Date::new(2020, 1, 1).and_then(|d| d.checked_add(jiff::Span::new().days(day))).expect("a day");
        project.write(&format!("content/journal/{date}-d{day}.md"), "---\nseries: Long\n---\n");
    }
    project.build([]);
    let page = project.read("public/journal/d30/index.html");
    assert!(page.contains("Part 30 of 60") && page.contains("The parts around it"), "{page}");
    assert_eq!(page.matches("<li value=").count(), 41);
}

#[test]
fn the_timeline_tells_what_has_happened_by_phase() {
    let project = Project::new(SITE);
    project.build([]);
    let page = project.read("public/timeline/index.html");
    let mut told = String::new();
    for line in main_of(&page).lines() {
        let text: String = line.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
        if [
            "<h2 id",
            "<p class=\"goal",
            "<div><p",
            "<p class=\"what",
            "<p class=\"note",
            "<p class=\"meta\"><span class=\"when",
        ]
        .iter()
        .any(|start| line.starts_with(start))
        {
            told.push_str(text.trim());
            told.push('\n');
        }
    }
    assert_eq!(
        told,
        "\
The road in one page
Before the first phase
1 Aug 2020
Injury
calf
a kerb
Rest
nothing hurts
4 Aug 2020 to 5 Aug 2020 · Day 4
Flare
stairs
5 Aug 2020
Diagnosis
a strain
5 Aug 2020 · Day 5
Lesson learned
Slowly Too slowly
After the last phase
10 Aug 2020 · Day 10
Race number 1 in the chart
Ten
10 Aug 2020 · Day 10
Setback number 2 in the chart
too much
10 Aug 2020 · Day 10
Lesson retracted
Slowly
too slowly
"
    );
}

#[test]
fn the_archive_has_a_page_a_year_where_entries_are_more_than_a_thousand() {
    let project = Project::empty();
    project.write("site.toml", crate::support::SETTINGS);
    for day in 0..1000 {
        let date = jiff::civil::Date::new(2016, 12, 31)
            .and_then(|d| d.checked_add(jiff::Span::new().days(day)))
            .expect("a day");
        project.write(&format!("content/journal/{date}-d{day}.md"), "Text.\n");
    }
    project.write("content/journal/undated.md", "---\ntitle: Some day\n---\nText.\n");
    assert_eq!(project.run(["build"]).status, 0);
    let whole = project.read("public/archive/index.html");
    let main = main_of(&whole);
    assert!(!main.contains("class=\"days\""), "{main}");
    for link in [
        "<a href=\"/archive/2017/\">2017</a> <span class=\"meta\">365 entries</span>",
        "<a href=\"/archive/2017/#2017-02\">February</a> <span class=\"meta\">28 entries</span>",
        "<a href=\"/archive/undated/\">Without a date</a>",
    ] {
        assert!(main.contains(link), "{link} in {main}");
    }
    let year = project.read("public/archive/2017/index.html");
    assert_eq!(year.matches("<li><time").count(), 365);
    for part in
        ["id=\"2017-02\"", "href=\"/archive/2016/\" rel=\"prev\"", "href=\"/archive/2018/\" rel=\"next\"", "All years"]
    {
        assert!(year.contains(part), "{part}");
    }
    assert!(project.read("public/archive/undated/index.html").contains(">Some day</a>"));
    assert!(project.read("public/sitemap.xml").contains("<loc>https://example.org/archive/2017/</loc>"));
}

#[test]
fn a_picture_is_on_its_card_and_told_to_others() {
    let project = Project::new(&format!(
        "{SITE}-- content/journal/2020-08-11-pic/index.md --\n---\ntitle: Pic\nimage: knee.svg\n---\nText.\n\
         -- content/journal/2020-08-11-pic/knee.svg --\n<svg/>\n"
    ));
    project.build(["--strict"]);
    let knee = format!("knee.{}.svg", comeback::photo::Mark::of(b"<svg/>\n").short());
    let card = format!(
        "<img class=\"picture\" src=\"/journal/pic/{knee}\" width=\"300\" height=\"150\" alt=\"\" loading=\"lazy\" decoding=\"async\">"
    );
    assert_eq!(project.read("public/index.html").matches(&card).count(), 1);
    let page = project.read("public/journal/pic/index.html");
    let head = &page[..page.find("<body>").expect("a body")];
    for tag in [
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:title\" content=\"Pic\">",
        "<meta property=\"og:description\" content=\"Text.\">",
        "<meta property=\"og:url\" content=\"https://example.org/journal/pic/\">",
        &format!("<meta property=\"og:image\" content=\"https://example.org/journal/pic/{knee}\">"),
    ] {
        assert!(head.contains(tag), "{tag} in {head}");
    }
    let told = format!("\"image\": \"https://example.org/journal/pic/{knee}\"");
    assert!(project.read("public/feed.json").contains(&told));
    assert!(head.contains("<meta property=\"og:image:width\" content=\"300\">"), "{head}");
    assert!(project.read("public/journal/walk/index.html").contains("/cards/journal/walk.png\">"));
}

#[test]
fn a_picture_that_is_not_there_is_told_with_its_place() {
    let project = Project::new(
        "-- content/journal/2020-08-11-pic/index.md --\n---\ntitle: Pic\nimage: kne.svg\n---\nText.\n\
         -- content/journal/2020-08-11-pic/knee.svg --\n<svg/>\n\
         -- content/journal/2020-08-12-far.md --\n---\nimage: https://other.example/x.png\n---\nText.\n",
    );
    let ran = project.run(["build", "--message-format", "github"]);
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (
            0,
            "::warning file=content/journal/2020-08-11-pic/index.md,line=3,col=8::\
             the image content/journal/2020-08-11-pic/kne.svg is missing%0A\
             hint: did you mean `knee.svg`?\n\
             ::warning file=content/journal/2020-08-12-far.md,line=2,col=8::\
             `image` is a file of this site, found `https://other.example/x.png`%0A\
             hint: put it beside the entry or into static/, and write its path\n"
        )
    );
    assert!(!project.read("public/index.html").contains("class=\"picture\""));
}
