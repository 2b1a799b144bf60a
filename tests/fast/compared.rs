//! What stands side by side: the left and the right of a test, and the weeks of now with those of before.

use crate::support::{Project, SETTINGS, golden};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use std::fmt::Write as _;

/// The text of markup, with a bar between cells.
fn plain(html: &str) -> String {
    let mut out = String::new();
    for part in html.replace("</th>", " | ").replace("</td>", " | ").replace("</text>", " ").split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    out.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of `/progress/` with an id: its heading, how it is read, and the rows of its table.
fn part(project: &Project, id: &str) -> Option<(String, String, Vec<String>)> {
    let page = project.read("public/progress/index.html");
    let own = page.split(&format!("<div class=\"chapter\" id=\"{id}\">")).nth(1)?.split("</figure>").next()?;
    let inside =
        |from: &str, to: &str| plain(own.split(from).nth(1).and_then(|rest| rest.split(to).next()).unwrap_or(""));
    let rows = own.split("<tbody>").nth(1).unwrap_or("").split("</tbody>").next().unwrap_or("");
    let rows = rows.split("<tr>").skip(1).map(|row| plain(row).trim_end_matches(" |").to_owned());
    let heading = own.split("class=\"say\">").nth(1).and_then(|rest| rest.split("</h").next()).map(plain)?;
    Some((heading, inside("<p class=\"how\">", "</p>"), rows.collect()))
}

fn injury(side: &str) -> String {
    format!("[[injuries]]\nslug = \"heel\"\nname = \"heel\"\nonset = 2020-01-01\n{side}\n")
}

fn tested(settings: &str) -> Project {
    let entry =
        |day: &str, front: &str| format!("-- content/journal/2020-0{day}-a{day}.md --\n---\n{front}\n---\nText.\n");
    let project = Project::new(&format!(
        "-- site.toml --\n{SETTINGS}{settings}{}{}{}",
        entry("2-01", "tests: {heel raises: {left: 12, right: 25}, sit: 40}\npain: 1\nresting_hr: 53"),
        entry("3-01", "tests: {heel raises: {left: 18, right: 24}, sit: 30}\nresting_hr: 52"),
        entry("4-01", "tests: {heel raises: {left: 20}}\nresting_hr: 50"),
    ));
    project.build([]);
    project
}

const TEST: &str = "[[tests]]\nname = \"Heel raises\"\nunit = \"reps\"\n";

#[test]
fn both_sides_stand_with_all_their_values_and_their_ratio_in_words() {
    let project = tested(&format!("{TEST}{}", injury("side = \"left\"")));
    let (_, how, rows) = part(&project, "injury-heel-measures").expect("the chart");
    assert!(
        how.contains("Filled dots and the solid line are the left side, hollow dots and the broken line the right."),
        "{how}"
    );
    assert!(how.ends_with("Heel raises, reps, 1 March 2020: left 18, right 24; left is 75 % of right."), "{how}");
    assert_eq!(
        rows,
        [
            "Resting heart rate, first of 3 days | 1 Feb 2020 | 53 | –",
            "Resting heart rate, last of 3 days | 1 Apr 2020 | 50 | –",
            "Heel raises, reps | 1 Feb 2020 | left 12, right 25 | left 48 %",
            "Heel raises, reps | 1 Mar 2020 | left 18, right 24 | left 75 %",
            "Heel raises, reps | 1 Apr 2020 | left 20, right – | –",
            "Sit | 1 Feb 2020 | 40 | –",
            "Sit | 1 Mar 2020 | 30 | –",
        ]
    );
    let svg = project.run(["chart", "measures"]).stdout;
    // Lines that are told apart without colour, and nothing that nobody typed.
    assert_eq!(svg.matches("stroke-dasharray=\"2 3\"").count(), 1, "{svg}");
    assert!(!svg.contains("stroke-dasharray=\"5 4\"") && !svg.contains("reach"), "no line that nobody typed");
    for text in [&svg, &how] {
        assert!(!text.contains("better") && !text.contains("worse") && !text.contains("90"), "{text}");
    }
    assert!(svg.contains(">left 20<") && svg.contains(">right 24<"), "{svg}");
}

#[test]
fn the_injured_side_is_compared_with_the_other_where_it_is_known() {
    for (side, expected) in [
        ("side = \"right\"", "right is 133 % of left."),
        ("side = \"both\"", "left is 75 % of right."),
        ("", "left is 75 % of right."),
    ] {
        let (_, how, _) = part(&tested(&injury(side)), "injury-heel-measures").expect("the chart");
        assert!(how.ends_with(expected), "{side}: {how}");
    }
    // Without an injury nobody knows which side it is.
    let (_, how, _) = part(&tested(""), "days-measures").expect("the chart");
    assert!(how.ends_with("left is 75 % of right."), "{how}");
}

#[test]
fn a_line_and_what_is_better_are_the_writers() {
    for (more, label) in [
        ("line = 22.5\nbetter = \"more\"\n", "22.5: line to reach"),
        ("line = 30\nbetter = \"less\"\n", "30: line to stay below"),
        ("line = 30\n", "30: line"),
    ] {
        let project = tested(&format!("{TEST}{more}{}", injury("side = \"left\"")));
        let svg = project.run(["chart", "measures"]).stdout;
        assert_eq!(svg.matches("stroke-dasharray=\"5 4\"").count(), 1, "{svg}");
        assert!(plain(&svg).contains(label), "{more}: {}", plain(&svg));
        assert_eq!(svg.contains("Heel raises, reps · more is better"), more.contains("\"more\""));
        assert_eq!(svg.contains("Heel raises, reps · less is better"), more.contains("\"less\""));
    }
}

/// So many days from one on, each with a pain score and a run; every seventh is left out, and all but three of the third week.
fn days(from: Date, n: i64, pain: i64, kilometres: i64) -> String {
    let mut log = String::new();
    for at in (0..n).filter(|at| at % 7 < 6 && (at / 7 != 2 || at % 7 < 3)) {
        let day = from.saturating_add(at.days());
        let _ = writeln!(log, "{day}  pain {}, run {kilometres} km", pain - at / 14);
    }
    log
}

const BOTH: &str = "
[[injuries]]
slug = \"calf\"
name = \"right calf\"
onset = 2018-03-05
end = 2018-07-01
[[injuries]]
slug = \"knee\"
name = \"left knee\"
onset = 2019-02-04
end = 2019-03-30
[[injuries]]
slug = \"calf-again\"
name = \"right calf, again\"
onset = 2020-04-06
relapse_of = \"calf\"
";

fn compared(settings: &str, log: &str) -> Project {
    let (entry, log) =
        ("-- content/journal/2020-05-17-a.md --\n---\ntitle: A\n---\nText.\n", format!("-- content/log.txt --\n{log}"));
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}{settings}{entry}{log}"));
    project.build([]);
    project
}

fn twice() -> Project {
    let log = [days(date(2018, 3, 5), 70, 7, 2), days(date(2019, 2, 4), 28, 3, 5), days(date(2020, 4, 6), 42, 4, 3)];
    compared(BOTH, &log.concat())
}

#[test]
fn an_injury_that_came_back_stands_week_by_week_beside_the_first_time() {
    let project = twice();
    let (heading, how, rows) = part(&project, "injury-calf-again-then").expect("the chart");
    assert_eq!(heading, "These weeks beside those of right calf");
    assert_eq!(
        how,
        "6 weeks: 5 have a median now, 5 had one then, 5 both times. In the last week with both, from 11 May 2020: 2 now (6 of 7 days \
         with a score), 5 then (6 of 7). A dot is the median of a week’s pain, where at least 4 of its days have a score. Filled dots \
         and the solid line: right calf, again. Hollow dots and the broken line: right calf. The earlier weeks, 5 March 2018 to 15 \
         April 2018, are moved so that each week of one injury stands over the same week of the other. How one of them went says \
         nothing of how the other goes on."
    );
    assert_eq!(
        rows,
        [
            "Week 1, 6 Apr 2020 | 4 | 6 of 7 | 5 Mar 2018 | 7 | 6 of 7",
            "Week 2, 13 Apr 2020 | 4 | 6 of 7 | 12 Mar 2018 | 7 | 6 of 7",
            "Week 3, 20 Apr 2020 | – | 3 of 7 | 19 Mar 2018 | – | 3 of 7",
            "Week 4, 27 Apr 2020 | 3 | 6 of 7 | 26 Mar 2018 | 6 | 6 of 7",
            "Week 5, 4 May 2020 | 2 | 6 of 7 | 2 Apr 2018 | 5 | 6 of 7",
            "Week 6, 11 May 2020 | 2 | 6 of 7 | 9 Apr 2018 | 5 | 6 of 7",
        ]
    );
    for word in ["better", "worse", "ready", "faster", "slower", "ahead", "behind"] {
        assert!(!how.contains(word), "{word}");
    }
    // Of the knee the calf was there before; the first injury of all has nothing before it.
    assert_eq!(part(&project, "injury-knee-then").expect("the chart").0, "These weeks beside those of right calf");
    assert_eq!(part(&project, "injury-calf-then"), None);
    let svg = project.run(["chart", "then-and-now", "--injury", "calf-again"]).stdout;
    golden("charts/then-and-now-twice.svg", &svg.replace("><", ">\n<"));
}

#[test]
fn what_stands_beside_may_be_chosen() {
    let project = twice();
    let chart = |args: &[&str]| {
        let all = [&["chart", "then-and-now", "--injury", "calf-again"], args].concat();
        project.run_with(&all, &[("SOURCE_DATE_EPOCH", "1600000000")])
    };
    let knee = plain(&chart(&["--with", "left knee", "--series", "run"]).stdout);
    assert!(
        knee.contains("then and now: distance run by week") || knee.contains("Then and now: distance run by week"),
        "{knee}"
    );
    assert!(knee.contains("left knee"), "{knee}");
    let none = plain(&chart(&["--with", "year"]).stdout);
    assert!(none.contains("There is no earlier injury, and no year before, with the same weeks noted."), "{none}");
    let wrong = chart(&["--with", "calff"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.stderr.contains("site.toml describes no injury `calff`"), "{}", wrong.stderr);
    assert!(wrong.stderr.contains("did you mean `calf`?"), "{}", wrong.stderr);
}

#[test]
fn without_an_earlier_injury_the_same_weeks_a_year_before_stand_beside_these() {
    let log = [days(date(2018, 9, 3), 42, 6, 2), days(date(2019, 8, 26), 42, 3, 4)].concat();
    let project = compared("[[injuries]]\nslug = \"calf\"\nname = \"calf\"\nonset = 2018-09-03\n", &log);
    let (heading, how, rows) = part(&project, "injury-calf-then").expect("the chart");
    assert_eq!(heading, "These weeks beside the same weeks a year before");
    assert!(how.contains("The earlier weeks, 3 September 2018 to 7 October 2018, are moved by 52 weeks."), "{how}");
    assert_eq!(
        rows,
        [
            "2 Sep 2019 | 3 | 6 of 7 | 3 Sep 2018 | 6 | 6 of 7",
            "9 Sep 2019 | – | 3 of 7 | 10 Sep 2018 | 6 | 6 of 7",
            "16 Sep 2019 | 2 | 6 of 7 | 17 Sep 2018 | – | 3 of 7",
            "23 Sep 2019 | 1 | 6 of 7 | 24 Sep 2018 | 5 | 6 of 7",
            "30 Sep 2019 | 1 | 6 of 7 | 1 Oct 2018 | 4 | 6 of 7",
        ]
    );
}

#[test]
fn where_nothing_is_known_of_the_same_weeks_there_is_no_chart() {
    let project = compared("", &days(date(2019, 1, 7), 60, 5, 3));
    assert_eq!(part(&project, "days-then"), None);
    assert!(!project.read("public/progress/index.html").contains("Then and now"));
}
