//! Days in one line: what they add to numbers, pages and data, what of them nobody sees, and what an edit of one costs.

use crate::support::Project;
use comeback::build::{self, Builder, Memory, Request};
use comeback::config::{Flags, Today};
use comeback::source::Look;
use jiff::civil::date;
use serde_json::{Value, json};
use std::path::Path;

const SETTINGS: &str = "-- site.toml --
title = \"A\"
base_url = \"https://example.org/\"
";

fn project(files: &str) -> Project {
    Project::new(&format!("{files}{SETTINGS}"))
}

fn stats(project: &Project) -> Value {
    let ran = project.run(["stats", "--json", "--today", "2024-12-31"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// The week of some figures that starts on a day.
fn week<'a>(stats: &'a Value, start: &str) -> &'a Value {
    stats["weeks"].as_array().expect("weeks").iter().find(|week| week["start"] == start).expect("the week")
}

#[test]
fn lines_join_their_days_and_count_apart() {
    let project = project(
        "-- content/journal/2024-05-06-a.md --
---
pain: 2
sessions: [walk 2 km]
mood: 5
---
-- content/log.txt --
2024-05-06  pain 4, run 5k 30:00 rpe 3, mood 7   # on the phone
2024-05-07  morning 3, rest
2024-05-08  pain 1/2/3, bridges 3x10 @12kg, treatment needling 20 min
2024-05-08  needling
-- content/log/paper.txt --
2024-05-09  rest, \"slept badly\", later
later 2024-05-01..07
",
    );
    let stats = stats(&project);
    let part = |key: &str| stats[key].clone();
    assert_eq!(
        json!([part("entries"), part("log_lines"), part("later_days"), part("from"), part("to"), part("days_scored")]),
        json!([1, 5, 3, "2024-05-06", "2024-05-09", 2])
    );
    let week = week(&stats, "2024-05-06");
    assert_eq!(week["distance_m"], json!({"run": 5000, "walk": 2000}));
    assert_eq!((&week["known_days"], &week["sessions"], &week["span_m"]), (&json!(4), &json!(2), &json!(0)));
    // The morning that a line gives is the next day of the day before; the last mood in order counts, and lines come last.
    assert_eq!(
        stats["next_mornings"][0],
        json!({"kind": "run", "n": 0, "lower": 0, "same": 0, "higher": 0, "mixed": 0, "unknown": 1})
    );
    assert_eq!(stats["mornings_only"], 1);
    assert_eq!(stats["measures"][0]["last"]["value"], 7.0);
    assert_eq!(stats["exercises"][0]["volume_kg"], 360.0);
    assert_eq!((&stats["treatments"][0]["sessions"], &stats["treatments"][0]["minutes"]), (&json!(2), &json!(20.0)));
    let words = project.run(["stats", "--today", "2024-12-31"]).stdout;
    assert!(words.contains("1 entry and 5 log lines, 6 May 2024 to 9 May 2024"), "{words}");
    assert!(
        words.contains("an entry or a line on 4 of 4 days, of which 3 written down later\na pain score on 2"),
        "{words}"
    );
    // Where both give one point, the higher counts, and a note says so.
    let checked = project.run(["check", "--today", "2024-12-31"]).stderr;
    assert!(checked.contains("pain worst is 4 here and 2 in the day's entry: the higher counts"), "{checked}");
    assert!(checked.contains("content/log.txt:1:1"), "{checked}");
}

#[test]
fn a_morning_on_the_first_day_is_how_it_began() {
    let project = project("-- content/log.txt --\n2024-05-07 morning 3, pain 4\n2024-05-08 morning 2, rest\n");
    let stats = stats(&project);
    assert_eq!((&stats["from"], &stats["mornings_only"]), (&json!("2024-05-07"), &json!(1)));
    // The first day's activity is unknown, the second's morning after it is not there.
    assert_eq!(stats["next_mornings"][0]["kind"], "rest");
}

#[test]
fn spans_feed_weeks_and_treatments_alone() {
    let project = project(
        "-- content/log.txt --
2024-05-06..12  run 20 km, walk 5 km, treatment needling x2 30 min, pain 4, rest
2024-05-07  run 6 km
2024-05-08  rest
2024-05-09  run, pain 1
2024-05-20  pain 2
2024-05-18..22  mileage 1 km
",
    );
    let stats = stats(&project);
    assert_eq!(
        (&stats["log_lines"], &stats["from"], &stats["to"]),
        (&json!(6), &json!("2024-05-06"), &json!("2024-05-22"))
    );
    assert_eq!((&stats["days_scored"], &stats["entries"]), (&json!(2), &json!(0)));
    // 14 km are left of 20, on five days of which it is not known how far was run: Monday, Thursday to Sunday.
    let first = week(&stats, "2024-05-06");
    assert_eq!(first["distance_m"], json!({"run": 20_000}));
    assert_eq!((&first["span_m"], &first["known_days"], &first["sessions"]), (&json!(14_000), &json!(3), &json!(2)));
    // 1000 m on five days: two of them in the week before.
    let (second, third) = (week(&stats, "2024-05-13"), week(&stats, "2024-05-20"));
    assert_eq!((&second["span_m"], &third["span_m"]), (&json!(400), &json!(600)));
    assert_eq!(third["change"], Value::Null);
    assert_eq!(
        stats["treatments"],
        json!([{"type": "needling", "sessions": 2, "minutes": null, "travel_minutes": 0.0, "cost": {}}])
    );
}

#[test]
fn spans_are_drawn_light() {
    let project = project(
        "-- content/log.txt --\n2024-05-06  run 5 km, pain 2\n2024-05-07..12  run 10 km\n2024-05-20..26  pain 4\n2024-06-02  rest\n",
    );
    let chart = |kind: &str| {
        let ran = project.run(["chart", kind, "--today", "2024-12-31"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        ran.stdout
    };
    // Ten of fifteen kilometres stand above the five of a day, and nothing else is light.
    let weeks = chart("weekly-distance");
    assert_eq!(weeks.matches("opacity=\".4\"").count(), 1, "{weeks}");
    assert!(weeks.contains("over several</text>") || weeks.contains("over several days"), "{weeks}");
    let pain = chart("pain-timeline");
    assert_eq!(pain.matches("opacity=\".3\"").count(), 1, "{pain}");
    let built = project.run(["build", "--today", "2024-12-31"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let page = project.read("public/progress/index.html");
    for said in [
        "The light part of a bar was run over several days together.",
        "A light bar is one score for several days; it is in no median.",
        "over several days km",
    ] {
        assert!(page.contains(said), "{said}");
    }
    // The table has what was run on days and what over several, apart.
    let row = page.split("<tr>").find(|row| row.contains("6 May") && row.contains("1/7")).expect("the week");
    let cells: Vec<&str> = row.split("<td>").skip(1).filter_map(|cell| cell.split('<').next()).collect();
    assert_eq!(cells, ["1/7", "5.0", "10.0", "0.0", "0.0"]);
}

#[test]
fn coverage_says_what_was_written_down_later() {
    let project = project(
        "-- content/log.txt --\n2024-05-06  pain 2, run 5 km\n2024-05-07  pain 1, walk 2 km, later\n2024-05-08  morning 2\nlater 2024-05-09..10\n2024-05-09  pain 0, rest\n2024-05-10  rest\n",
    );
    let ran = project.run(["build", "--today", "2024-12-31"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let page = project.read("public/progress/index.html");
    for said in [
        "3 of 5 days with a score (2 of them written down later)",
        "4 of 5 days with what was done noted (3 of them written down later)",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn what_lines_tell_of_is_on_charts_and_pages() {
    let project = project(
        "-- content/journal/2024-05-01-a.md --
---
milestones: [Walked to the post office]
---
Words.
-- content/log.txt --
2024-05-01  milestone \"First bus\"
2024-05-02  pain 2
2024-05-03  pain 3, setback \"ran on ice\", trigger late nights
2024-05-04  pain 3, flare
2024-05-05  milestone \"Secretly flew\", setback \"hidden fall\", trigger quarrels, private
2024-05-06..09  milestone \"Four days off\"
",
    );
    let ran = project.run(["build", "--today", "2024-12-31"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let page = |path: &str| project.read(&format!("public/{path}/index.html"));
    let has = |page: &str, said: &[&str]| {
        for said in said {
            assert!(page.contains(said), "{said} is not in {page}");
        }
    };
    // One numbering for charts, timeline and setbacks; an entry comes before the lines of its day.
    let progress = page("progress");
    let at = |said: &str| progress.find(said).unwrap_or_else(|| panic!("{said} is on no chart"));
    let order = ["Walked to the post office", "First bus", "Setback: ran on ice", "Four days off"].map(at);
    assert!(order.is_sorted(), "{order:?}");
    has(&page("timeline"), &["First bus", "ran on ice", "Four days off"]);
    has(&page("setbacks"), &["ran on ice", "late nights", "Flare"]);
    let said = whole(&project, "public");
    for hidden in ["Secretly", "hidden fall", "quarrels", "href=\"\""] {
        assert!(!said.contains(hidden), "{hidden}");
    }
    // Home's last milestone is the line's.
    has(&project.read("public/index.html"), &["Four days off"]);
}

#[test]
fn what_a_log_covers_is_known() {
    let covered = "-- content/log.txt --
covers 2024-05-06..19
2024-05-06  run 5 km 30 min rpe 3
2024-05-08  pain 2
2024-05-19  run 7 km
2024-05-14..15  run 3 km
";
    let of = |text: &str| stats(&project(text));
    let stats = of(covered);
    let (first, second) = (week(&stats, "2024-05-06"), week(&stats, "2024-05-13"));
    assert_eq!((&first["known_days"], &first["srpe"], &first["load_days"]), (&json!(7), &json!(90.0), &json!(7)));
    // Over a run of several days nobody knows what was done on each.
    assert_eq!((&second["known_days"], &second["span_m"], &second["change"]), (&json!(5), &json!(3000), &Value::Null));
    let whole = of(&covered.replace("2024-05-14..15  run 3 km\n", ""));
    assert_eq!(week(&whole, "2024-05-13")["change"], json!(0.4));
    // `covers` moves neither end and is no line.
    assert_eq!((&stats["log_lines"], &stats["days"]), (&json!(4), &json!(14)));
}

#[test]
fn imported_sessions_yield_to_typed_ones() {
    let project = project(
        "-- content/journal/2024-05-06-a.md --
---
mileage: 5 km
---
-- content/log.txt --
2024-05-07  run 5 km
-- content/log/strava.txt --
2024-05-06  run 6 km [strava:1]
2024-05-06  bike 20 km [strava:2]
2024-05-07  walk-run 5.05 km [strava:3]
2024-05-08  run 4 km [strava:4]
",
    );
    let stats = stats(&project);
    assert_eq!(week(&stats, "2024-05-06")["distance_m"], json!({"run": 14_000, "bike": 20_000}));
    assert_eq!((&stats["log_lines"], &week(&stats, "2024-05-06")["sessions"]), (&json!(5), &json!(4)));
    let notes = project.run(["check", "--today", "2024-12-31"]).stderr;
    assert!(
        notes.contains("the imported run is 6000 m, and what was typed for its day 5000 m: the typed one counts"),
        "{notes}"
    );
    assert_eq!(notes.matches("the imported").count(), 1, "{notes}");
}

#[test]
fn before_an_onset_lines_are_a_baseline() {
    let project = Project::new(
        "-- content/log.txt --
2024-04-01..28  run 160 km
2024-04-30  run 10 km
2024-05-07  pain 3
-- site.toml --
title = \"A\"
base_url = \"https://example.org/\"
[[injuries]]
name = \"Hamstring\"
onset = 2024-05-06
",
    );
    assert_eq!(project.run(["check", "--today", "2024-12-31"]).stderr.matches("onset").count(), 0);
    let own = project.run(["stats", "--json", "--injury", "hamstring", "--today", "2024-12-31"]);
    let own: Value = serde_json::from_str(&own.stdout).expect("JSON");
    assert_eq!((&own["log_lines"], &own["from"], &own["to"]), (&json!(1), &json!("2024-05-06"), &json!("2024-05-07")));
    let all = stats(&project);
    assert_eq!((&all["log_lines"], &all["from"]), (&json!(3), &json!("2024-04-01")));
    // No pain is drawn of it, and its distances are.
    assert_eq!(project.run(["build", "--today", "2024-12-31"]).status, 0);
    let home = String::from_utf8(project.tree("public").remove("index.html").expect("a page")).expect("text");
    assert!(
        home.contains("1 of 2 days with a score") && home.contains("of 37 days with what was done noted"),
        "{home}"
    );
}

/// All bytes of a tree as one text.
fn whole(project: &Project, folder: &str) -> String {
    project.tree(folder).iter().map(|(path, bytes)| format!("{path}\n{}\n", String::from_utf8_lossy(bytes))).collect()
}

const SECRETIVE: &str = "-- content/journal/2024-05-06-a.md --
---
title: First
---
See [the log](../log.txt).
-- content/log.txt --
2024-05-06  pain 2, bridges 3x10   # argued with Xanthippe about shoes and went to bed early
2024-05-07  trigger quarrelsome, exercise-of-mine 3x10, private
2024-05-08  treatment acupuncturist 40 USD, medication naproxen
2025-05-08  trigger tomorrowish
-- content/log/mine.txt --
private
covers 2024-05-09..10
2024-05-10  strength 45 min, treatment massage
2024-05-09  unicycling-drill 3x10, \"nobody sees this sentence of five words\"
";

#[test]
fn nobody_sees_remarks_private_lines_and_private_keys() {
    let project = project(SECRETIVE);
    let ran = project.run(["build", "--today", "2024-12-31"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let said = whole(&project, "public");
    let hidden =
        ["Xanthippe", "quarrelsome", "exercise-of-mine", "naproxen", "tomorrowish", "unicycling", "nobody sees", "40"];
    for word in &hidden[..7] {
        assert!(!said.contains(word), "{word} is published");
    }
    assert!(!project.has("public/log.txt") && !project.has("public/log/index.html"));
    // What is public of the lines is in the data and on pages, without a link to any page of its own.
    let csv = project.read("public/data/journal.csv");
    assert!(csv.contains("2024-05-06,exercise.bridges,,,true,,content/log.txt"), "{csv}");
    assert!(csv.contains("treatment.acupuncturist,,,true"), "{csv}");
    assert!(project.has("public/exercises/bridges/index.html"));
    assert!(!project.read("public/exercises/bridges/index.html").contains("href=\"/log"));
    let told = format!("{}{}", ran.stdout, ran.stderr);
    assert!(told.contains("left out: 3 private lines of logs"), "{told}");
    assert!(told.contains("left out: 1 line of a log for a later day (--future counts them now)"), "{told}");
    // Words of ours in private lines are no secrets.
    let checked = project.run(["check", "--privacy", "--today", "2024-12-31"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    // They are looked for: a page that says a remark's word is told.
    project.write("static/notes.txt", "Yes: argued with Xanthippe about shoes and went to bed early.\n");
    let checked = project.run(["check", "--privacy", "--today", "2024-12-31"]);
    assert!(checked.stderr.contains("content/log.txt:1:"), "{}", checked.stderr);
}

#[test]
fn private_lines_count_only_where_the_settings_say_so() {
    let text =
        "-- content/log.txt --\n2024-05-06 pain 2\n2024-05-07 pain 3, private\n2024-05-08..09 run 5 km, private\n";
    let project = project(text);
    assert_eq!(stats(&project)["log_lines"], 1);
    project.write("site.toml", format!("{}[privacy]\ncount_private = true\n", &SETTINGS["-- site.toml --\n".len()..]));
    let counted = stats(&project);
    assert_eq!(
        (&counted["log_lines"], &counted["days_scored"], &counted["to"]),
        (&json!(3), &json!(2), &json!("2024-05-09"))
    );
}

#[test]
fn a_bad_line_is_left_out_and_not_its_file() {
    let project = project(
        "-- content/log.txt --\n2024-05-06 pain 2\n2024-05-07 pain 12, rest\n2024-05-08 needlng\n2024-05-09 rest\n",
    );
    let ran = project.run(["build", "--today", "2024-12-31"]);
    assert_eq!((ran.status, project.has("public")), (1, false), "{}", ran.stderr);
    assert!(ran.stderr.contains("content/log.txt:2:17"), "{}", ran.stderr);
    assert!(ran.stderr.contains("understood so far: rest"), "{}", ran.stderr);
    assert!(ran.stderr.contains("a treatment is `treatment needlng`"), "{}", ran.stderr);
    let ran = project.run(["build", "--keep-going", "--today", "2024-12-31"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let csv = project.read("public/data/journal.csv");
    assert!(csv.contains("2024-05-06,pain.worst") && csv.contains("content/log.txt"), "{csv}");
    assert!(!csv.contains("2024-05-07") && !csv.contains("2024-05-08"), "{csv}");
    let told = format!("{}{}", ran.stdout, ran.stderr);
    assert!(told.contains("left out: 2 lines of logs with errors (see above)"), "{told}");
}

fn request(root: &Path, output: &str) -> Request {
    let today = Today::Given(date(2024, 12, 31));
    let flags = Flags::on(today);
    Request { output: root.join(output), ..Request::new(root, flags) }
}

#[test]
fn pages_follow_every_edit_of_a_line() {
    let mut entries = String::new();
    for day in 10..28 {
        entries += &format!(
            "-- content/journal/2024-05-{day}.md --\n---\npain: 2\nsessions: [run 3 km 20 min rpe 3]\n---\nWords.\n"
        );
    }
    let project = Project::new(&format!(
        "{entries}-- content/log.txt --\n2024-05-11 pain 1\n{SETTINGS}[rules]\npreset = \"silbernagel\"\n[[injuries]]\nname = \"Hip\"\nonset = 2024-05-09\n"
    ));
    let kept = request(project.root(), "public");
    let mut builder = Builder::new(&kept.root, Some(&kept.output), kept.flags.clone());
    let mut memory = Memory::default();
    let mut first = true;
    for text in [
        "2024-05-11 pain 1\n",
        "2024-05-11 pain 3\n",
        "2024-05-11 pain 3, run 8 km 40:00 rpe 5\n",
        "2024-05-11 pain 3, run 9 km 40:00 rpe 5, \"a note\"\n",
        "2024-05-11 pain 3, bridge 3x8 @12kg\n",
        "2024-05-11 pain 3, bridge 3x8 @14kg, treatment needling\n",
        "2024-05-12 pain 3, bridge 3x8 @14kg, treatment needling 30 min\n",
        "2024-05-12 pain 3, bridge 3x8 @14kg, private\n",
        "2024-05-01..09 run 30 km\n",
        "2024-05-01..09 run 31 km, treatment needling x2\n",
        "2024-05-01..09 run 31 km, treatment needling x3\n",
        "covers 2024-05-10..31\n2024-05-29 pain 1\n",
        "covers 2024-05-10..28\n2024-05-29 pain 1\n",
        "2024-05-29 pain 1\n2024-05-30 morning 4\n",
        "2024-05-29 pain 1\n2024-05-30 morning 5\n",
        "2024-05-29 milestone \"A mile\", trigger stairs\n",
        "2024-05-29 milestone \"Two miles\", trigger stairs\n",
        "2024-05-29 setback \"Two miles\", trigger stairs\n",
        "2024-05-29 setback \"Three miles\"\n2024-05-30 flare\n",
        "2024-05-29 setback \"Three miles\"\n2024-05-29 flare, private\n",
        "2024-05-02..08 pain 4\n2024-05-29 pain 1\n",
        "2024-05-02..08 pain 5\n2024-05-29 pain 1\n",
        "2024-05-02..07 pain 5, milestone \"A week off\"\n2024-05-29 pain 1\n",
        "# nothing\n",
    ] {
        project.write("content/log.txt", text);
        let built = build::build_if_moved(&mut builder, &mut memory, &kept, &Look::Everything).expect("a disk");
        assert!(built.is_some() || !first, "{text}");
        first = false;
        let clean = Project::empty();
        for (path, bytes) in project.tree("content") {
            clean.write(&format!("content/{path}"), bytes);
        }
        clean.write("site.toml", project.read("site.toml"));
        build::build(&request(clean.root(), "public"), &|_, _| ()).expect("a disk");
        let (kept, clean) = (project.tree("public"), clean.tree("public"));
        for (path, bytes) in &clean {
            assert!(kept.get(path) == Some(bytes), "{path} is not what a clean build makes after {text}");
        }
        assert_eq!(kept.len(), clean.len(), "{text}");
    }
}

#[test]
fn check_names_mornings_and_weeks_that_are_missing() {
    let project = project(
        "-- content/log.txt --
2024-03-04  rest
2024-03-20  rest
2024-04-01..07  run 30 km
2024-05-06  pain 1/2/2, run 5 km
2024-05-08  pain 1/2/2
2024-05-09  morning 1, pain 1/2/2
",
    );
    let ran = project.run(["check", "--today", "2024-05-10"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        "no score of the next day: content/log.txt:4, content/log.txt:6
nothing is written down of 6 weeks: 2024-04-08 to 2024-05-05, 2024-03-25 to 2024-03-31, 2024-03-11 to 2024-03-17
  if you still know, a line in content/log.txt will do: `2024-04-08..05-05  run 20 km`
checked 0 entries
"
    );
}

#[test]
fn why_a_day_has_its_values() {
    let project = project(
        "-- content/journal/2024-05-06-a.md --
---
pain: 2
sessions: [walk 2 km]
---
-- content/log.txt --
covers 2024-05-01..31
2024-05-06  pain 4, \"slept badly\"
2024-05-07  morning 3, rest
2024-05-05..08  run 4 km
2024-05-06  pain 5, private
",
    );
    let ran = project.run(["why", "2024-05-06", "--today", "2024-12-31"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        "2024-05-06
  content/journal/2024-05-06-a.md says: pain.worst 2, session.walk, session.walk.distance 2000 m
  content/log.txt says in line 2: pain.worst 4, note slept badly
  content/log.txt says in line 3 how the next day began, 3
  content/log.txt says in line 4 that 4000 m were run from 2024-05-05 to 2024-05-08, of which 0 m fall on this day
  pain is 4
"
    );
    let ran = project.run(["why", "2024-05-20", "--today", "2024-12-31"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, "2024-05-20\n  nothing that counts is written down of it\n"));
    let ran = project.run(["why", "2024-05-06", "--message-format", "json", "--today", "2024-12-31"]);
    let object: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!((&object["path"], &object["facts"][0]["about"]), (&Value::Null, &json!("record")));
}
