//! Nothing that is typed is shown nowhere: every key of the schema once, and its value looked for in the site.

use crate::support::{Project, SETTINGS};
use comeback::fields::{Form, Key};
use std::collections::BTreeSet;

/// The paths of all keys that an entry may have: `pain.site`, `sessions.pain.site`.
fn paths(tables: &'static [&'static [Key]], above: &str, into: &mut BTreeSet<String>) {
    for key in tables.iter().flat_map(|table| table.iter()) {
        let path = if above.is_empty() { key.name.to_owned() } else { format!("{above}.{}", key.name) };
        let n = into.len();
        below(&key.form, &path, into);
        if into.len() == n {
            into.insert(path);
        }
    }
}

fn below(form: &'static Form, path: &str, into: &mut BTreeSet<String>) {
    match form {
        Form::Mapping(tables) => paths(tables, path, into),
        Form::List(inner) | Form::Named(inner) => below(inner, path, into),
        Form::OneOf(forms) => forms.iter().for_each(|form| below(form, path, into)),
        _ => {}
    }
}

/// Keys that decide where a page stands and who may see it, the words by which a lesson is found, and notes to oneself: nothing of
/// them is there to be read.
const NOT_READ: [&str; 9] = [
    "aliases",
    "draft",
    "expires",
    "lessons.confirms",
    "lessons.pinned",
    "lessons.retracts",
    "remind.on",
    "remind.text",
    "visibility",
];

/// Each key with its value and what a reader finds of it.
const TYPED: &[(&str, &str, &str)] = &[
    ("title", "title: Qtitle", "Qtitle"),
    ("date", "date: 2020-08-12", "12 August 2020"),
    ("slug", "slug: qslug", "/journal/qslug/"),
    ("summary", "summary: Qsummary.", "Qsummary."),
    ("image", "image: q.png", "q."),
    ("series", "series: Qseries", "Qseries"),
    ("tags", "tags: [Qtag]", "Qtag"),
    ("updated", "updated: 2020-08-30", "30 Aug 2020"),
    ("injury", "injury: qcalf", "Qcalf"),
    ("phase", "phase: Qphase", "Qphase"),
    ("mileage", "mileage: 3.7 km", "3.7 km"),
    ("setback", "setback: Qsetback", "Qsetback"),
    ("flare", "flare: true", "Flare"),
    ("triggers", "triggers: [qtrigger]", "qtrigger"),
    ("questions", "questions: [Qquestion?]", "Qquestion?"),
    ("criteria", "criteria: [qcriterion]", "Qwanted (set by Qseer)"),
    ("sleep", "sleep: 6.25", "6.3 h"),
    ("mood", "mood: qmood", "qmood"),
    ("energy", "energy: 1.1", "1.1"),
    ("stress", "stress: 2.2", "2.2"),
    ("confidence", "confidence: 3.3", "3.3"),
    ("rest", "rest: true", "Nothing was done"),
    ("resting_hr", "resting_hr: 51", "51"),
    ("stiffness", "stiffness: 17", "17 min"),
    ("function", "function: 83%", "83"),
    ("body_weight", "body_weight: 64.3", "64.3 kg"),
    ("medication", "medication: [qpill]", "qpill"),
    ("pain.site", "pain: [{site: qshin", "qshin"),
    ("pain.side", "side: left", "left qshin"),
    ("pain.quality", "quality: qstiff", "qstiff"),
    ("pain.words", "words: qburning", "qburning"),
    ("pain.before", "before: 1.5", "before 1.5"),
    ("pain.during", "during: 2.5", "during 2.5"),
    ("pain.after", "after: 3.5", "after 3.5"),
    ("pain.next_day", "next_day: 4.5", "4.5"),
    ("pain.worst", "worst: 6.5", "6.5"),
    ("pain.rest", "rest: 0.5", "0.5"),
    ("pain.average", "average: 5.5", "5.5"),
    ("pain.settled_hours", "settled_hours: 31}]", "31"),
    ("sessions.type", "sessions: [{type: aqua-jog", "Aqua-jog"),
    ("sessions.distance", "distance: 2.3 km", "2.3 km"),
    ("sessions.duration", "duration: 1:02:00", "1 h 02"),
    ("sessions.rpe", "rpe: 4.4", "4.4"),
    ("sessions.surface", "surface: qsurface", "qsurface"),
    ("sessions.climb", "climb: 43", "43 m"),
    ("sessions.heart_rate", "heart_rate: 147", "147 bpm"),
    ("sessions.intervals", "intervals: qintervals", "qintervals"),
    ("sessions.body_weight_support", "body_weight_support: 37", "37"),
    ("sessions.planned", "planned: true", "planned"),
    ("sessions.source", "source: qsource.fit", "qsource.fit"),
    ("sessions.pain.site", "pain: {site: qheel", "qheel"),
    ("sessions.pain.side", "side: right", "right qheel"),
    ("sessions.pain.quality", "quality: qstabbing", "qstabbing"),
    ("sessions.pain.words", "words: qhot", "qhot"),
    ("sessions.pain.before", "before: 7.5", "7.5"),
    ("sessions.pain.during", "during: 8.5", "8.5"),
    ("sessions.pain.after", "after: 9.5", "9.5"),
    ("sessions.pain.next_day", "next_day: 7", "7 the next day"),
    ("sessions.pain.worst", "worst: 9", "9 at worst"),
    ("sessions.pain.rest", "rest: 8", "at rest 8"),
    ("sessions.pain.average", "average: 6", "6"),
    ("sessions.pain.settled_hours", "settled_hours: 29}}]", "29"),
    ("exercises.name", "exercises: [{name: Qbridge", "Qbridge"),
    ("exercises.sets", "sets: 13", "13 ×"),
    ("exercises.reps", "reps: 19", "19"),
    ("exercises.load.band", "load: {band: qred}", "qred"),
    ("exercises.hold", "hold: 47", "47 s"),
    ("exercises.tempo", "tempo: 3-1-3-1", "3-1-3-1"),
    ("exercises.side", "side: both", "both"),
    ("exercises.rpe", "rpe: 5.7", "5.7"),
    ("exercises.rir", "rir: 2.6", "2.6 in reserve"),
    ("exercises.pain", "pain: 2", "2"),
    ("exercises.verdict", "verdict: neutral}]", "neutral"),
    ("treatments.type", "treatments: [{type: qneedling", "qneedling"),
    ("treatments.provider", "provider: Qanke", "Qanke"),
    ("treatments.minutes", "minutes: 53", "53"),
    ("treatments.travel_minutes", "travel_minutes: 38", "38"),
    ("treatments.cost", "cost: 71 EUR", "€71"),
    ("treatments.pain_before", "pain_before: 9", "9 →"),
    ("treatments.pain_after", "pain_after: 8", "→ 8"),
    ("treatments.helped", "helped: unsure}]", "unsure whether it helped"),
    ("prom.instrument", "prom: [{instrument: Qindex", "Qindex"),
    ("prom.score", "score: 61.5}]", "61.5"),
    ("tests.left", "tests: {qraises: {left: 18.5", "left 18.5 reps"),
    ("tests.right", "right: 25.5}}", "right 25.5 reps"),
    ("milestones.kind", "milestones: [{kind: race", "Race"),
    ("milestones.label", "label: Qrace}]", "Qrace"),
    ("lessons.id", "lessons: [{id: qlesson", "/lessons/qlesson/"),
    ("lessons.title", "title: Qlearned", "Qlearned"),
    ("lessons.tags", "tags: [qtheme]}", "qtheme"),
    ("lessons.revises", "{revises: qlesson", "Qlearned"),
    ("lessons.note", "note: Qnote}]", "Qnote"),
    ("advice.from", "advice: [{from: Qadviser", "Qadviser"),
    ("advice.text", "text: Qadvice}]", "Qadvice"),
];

#[test]
fn every_key_s_value_is_shown() {
    let mut all = BTreeSet::new();
    paths(comeback::entry::KEYS, "", &mut all);
    let typed: BTreeSet<String> = TYPED.iter().map(|(key, ..)| (*key).to_owned()).collect();
    let left: Vec<&String> =
        all.iter().filter(|path| !typed.contains(*path) && !NOT_READ.contains(&path.as_str())).collect();
    assert_eq!(left, Vec::<&String>::new(), "keys that this test does not type");
    let stray: Vec<&String> = typed.iter().filter(|path| !all.contains(*path)).collect();
    assert_eq!(stray, Vec::<&String>::new(), "keys that are none");

    let mut front = String::new();
    let mut open = 0i32;
    for (_, line, _) in TYPED {
        front.push_str(line);
        open += line.chars().map(|c| i32::from("[{".contains(c)) - i32::from("]}".contains(c))).sum::<i32>();
        front.push_str(if open == 0 { "\n" } else { ", " });
    }
    let project = Project::new(&format!(
        "-- site.toml --\n{SETTINGS}[privacy]\nshow = [\"cost\", \"provider\", \"body_weight\", \"medication\"]\n\
         [[injuries]]\nslug = \"qcalf\"\nname = \"Qcalf\"\nonset = 2020-08-01\n\
         [[tests]]\nname = \"Qraises\"\nunit = \"reps\"\nbetter = \"more\"\nline = 21.5\n\
         [[criteria]]\nid = \"qcriterion\"\ntext = \"Qwanted\"\nby = \"Qseer\"\n\
         -- content/journal/q/index.md --\n---\n{front}---\nText.\n"
    ));
    project.write("content/journal/q/q.png", crate::photos::png(&image::DynamicImage::new_rgb8(9, 9), &[]));
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let files = project.tree("public").into_iter().filter(|(path, _)| path.ends_with(".html"));
    let pages: String = files.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
    let missing: Vec<&str> =
        TYPED.iter().filter(|(_, _, shown)| !pages.contains(shown)).map(|(key, ..)| *key).collect();
    assert_eq!(missing, Vec::<&str>::new(), "typed and shown nowhere");
    let entry = project.read("public/journal/qslug/index.html");
    assert!(entry.contains("left 18.5 reps, right 25.5 reps (line: at least 21.5 reps)"), "{entry}");
    assert!(project.read("public/timeline/index.html").contains("Qadvice"), "advice of one person is on the timeline");
}

/// Keys of `site.toml` that decide how things are read, counted or arranged, by which addresses they stand, and where forms are
/// sent with what beside them, which the tests of these look at: nothing of them is there to be read.
const SETS: &[&str] = &[
    "accent.dark",
    "accent.light",
    "fonts.headings",
    "fonts.text",
    "requires",
    "stylesheet",
    "base_url",
    "cards.enabled",
    "cards.limit",
    "comments.author_emails",
    "comments.closed",
    "comments.email",
    "comments.enabled",
    "comments.fields.email",
    "comments.fields.message",
    "comments.fields.name",
    "comments.fields.reply",
    "comments.fields.slug",
    "comments.fields.url",
    "contact.fields.email",
    "contact.fields.message",
    "contact.fields.name",
    "contact.form",
    "criteria.id",
    "currency",
    "feeds.limit",
    "follow_links",
    "front_matter.allow",
    "front_matter.map",
    "injuries.relapse_of",
    "injuries.slug",
    "language",
    "lessons.order",
    "lessons.top",
    "load_unit",
    "pagination.per_page",
    "phases.rest",
    "prescriptions.from",
    "prescriptions.to",
    "privacy.count_private",
    "privacy.show",
    "rules.from",
    "rules.low",
    "rules.morning",
    "rules.tolerance",
    "rules.window_hours",
    "search.enabled",
    "theme",
    "timezone",
    "units",
    "week_start",
];

/// What stands in `site.toml`, a key a line, with what a reader finds of it.
const SITE: &[(&str, &str, &str)] = &[
    ("title", "title = \"Qsite\"", "Qsite"),
    ("", "base_url = \"https://example.org/\"", ""),
    ("description", "description = \"Qabout.\"", "Qabout."),
    ("author", "author = \"Qauthor\"", "Qauthor"),
    ("fictional", "fictional = true", "invented"),
    ("nav.label", "nav = {extra = [{label = \"Qplan\"", "Qplan"),
    ("nav.url", "url = \"https://example.net/qplan\"}]", "https://example.net/qplan"),
    ("", "Qhome = \"/\"}", "Qhome"),
    ("charts.home", "charts.home = \"Qfirst\"", "Qfirst"),
    ("charts.progress", "charts.progress = {weekly-distance = \"Qweeks\"}", "Qweeks"),
    ("comments.form", "comments.form = \"https://example.net/qcomment\"", "https://example.net/qcomment"),
    ("comments.hidden", "comments.hidden = {qcommented = \"Qyes\"}", "qcommented"),
    ("contact.email", "contact.email = \"qme@example.org\"", "qme@example.org"),
    ("contact.form", "contact.form = \"https://example.net/qcontact\"", "https://example.net/qcontact"),
    ("contact.hidden", "contact.hidden = {qcontacted = \"Qno\"}", "qcontacted"),
    ("contact.words", "contact.words = \"Qwrite\"", "Qwrite"),
    ("newsletter.form", "newsletter.form = \"https://example.net/qletter\"", "https://example.net/qletter"),
    ("newsletter.field", "newsletter.field = \"qaddress\"", "qaddress"),
    ("newsletter.hidden", "newsletter.hidden = {qlettered = \"Qmaybe\"}", "qlettered"),
    ("newsletter.words", "newsletter.words = \"Qmonthly\"", "Qmonthly"),
    ("", "[[injuries]]", ""),
    ("injuries.name", "name = \"Qcalf\"", "Qcalf"),
    ("injuries.site", "site = \"qsoleus\"", "qsoleus"),
    ("injuries.side", "side = \"left\"", "left qsoleus"),
    ("injuries.onset", "onset = 2020-08-02", "2 August 2020"),
    ("injuries.end", "end = 2020-09-20", "20 September 2020"),
    ("injuries.baseline", "baseline = \"43 km\"", "43"),
    ("injuries.mechanism", "mechanism = \"Qslipped\"", "Qslipped"),
    ("injuries.diagnoses.label", "diagnoses = [{label = \"Qtorn muscle\"", "Qtorn muscle"),
    ("injuries.diagnoses.short", "short = \"Qtorn\"", "Qtorn"),
    ("injuries.diagnoses.date", "date = 2020-08-04}]", "4 August 2020"),
    ("injuries.operations.label", "operations = [{label = \"Qmended\"", "Qmended"),
    ("injuries.operations.date", "date = 2020-08-06}]", "6 August 2020"),
    ("", "[[phases]]", ""),
    ("phases.name", "name = \"Qwalking\"", "Qwalking"),
    ("phases.start", "start = 2020-08-03", "3 Aug"),
    ("phases.end", "end = 2020-09-08", "8 Sept"),
    ("phases.goal", "goal = \"Qstairs\"", "Qstairs"),
    ("phases.summary", "summary = \"Qcame of it\"", "Qcame of it"),
    ("", "[[rules]]", ""),
    ("rules.preset", "preset = \"custom\"", "rule"),
    ("", "from = 2020-08-05", ""),
    ("", "low = 1.7", ""),
    ("rules.ceiling", "ceiling = 4.3", ">4.3: "),
    ("", "morning = 5.9", ""),
    ("", "tolerance = 0.6", ""),
    ("rules.provenance", "provenance = \"Qphysio’s\"", "Qphysio’s"),
    ("", "[[prescriptions]]", ""),
    ("prescriptions.exercise", "exercise = \"Qbridge\"", "Qbridge"),
    ("prescriptions.per_week", "per_week = 6", "6 days a week"),
    ("", "[[tests]]", ""),
    ("tests.name", "name = \"qraises\"", "qraises"),
    ("tests.unit", "unit = \"qreps\"", "18 qreps"),
    ("tests.better", "better = \"more\"", "at least 21.5"),
    ("tests.line", "line = 21.5", "21.5 qreps"),
    ("", "[[criteria]]", ""),
    ("", "id = \"qhops\"", ""),
    ("criteria.phase", "phase = \"Qwalking\"", "<h3 class=\"part-name\">Qwalking</h3>"),
    ("criteria.text", "text = \"Qten hops\"", "Qten hops"),
    ("criteria.by", "by = \"Qseer\"", "Set by Qseer"),
];

#[test]
fn every_setting_that_is_there_to_be_read_is_shown() {
    let mut all = BTreeSet::new();
    paths(comeback::config::KEYS, "", &mut all);
    let typed = SITE.iter().map(|(key, ..)| *key).filter(|key| !key.is_empty());
    let known: BTreeSet<String> = typed.chain(SETS.iter().copied()).map(str::to_owned).collect();
    assert_eq!(all, known, "the keys of the schema, and those of this test");

    let mut text = String::new();
    let mut open = 0i32;
    for (_, line, _) in SITE {
        text.push_str(line);
        if !line.starts_with('[') {
            open += line.chars().map(|c| i32::from("[{".contains(c)) - i32::from("]}".contains(c))).sum::<i32>();
        }
        text.push_str(if open == 0 { "\n" } else { ", " });
    }
    let project = Project::new(&format!("-- site.toml --\n{text}{DAYS}"));
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let files = project.tree("public").into_iter().filter(|(path, _)| path.ends_with(".html"));
    let pages: String = files.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
    let missing: Vec<&str> = SITE.iter().filter(|(_, _, shown)| !pages.contains(shown)).map(|(key, ..)| *key).collect();
    assert_eq!(missing, Vec::<&str>::new(), "typed and shown nowhere");
}

/// Entries for which the settings mean something.
const DAYS: &str = "\
-- content/journal/2020-08-10-a.md --
---
title: A
pain: 2
exercises: [Qbridge 3x8]
sessions: [{type: run, distance: 3 km}]
tests: {qraises: 18}
---
Text.
-- content/journal/2020-09-18-b.md --
---
title: B
pain: 1
sessions: [{type: run, distance: 4 km}]
---
Text.
";

#[test]
fn pain_without_a_number_is_shown_and_in_no_figure() {
    let project = Project::new(
        "\
-- content/journal/2020-08-01-a.md --
---
title: Words
pain: {site: metatarsal, side: left, quality: burning}
sessions: [{type: run, distance: 3 km, pain: {site: heel, side: right, quality: stabbing, during: 2}}]
---
Text.
-- content/journal/2020-08-02-b.md --
---
title: More words
pain: like walking on glass
---
Text.
",
    );
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("note: `like walking on glass` is shown and in no figure"), "{}", ran.stderr);
    let first = project.read("public/journal/a/index.html");
    assert!(first.contains("left metatarsal, burning"), "{first}");
    assert!(first.contains("pain right heel, stabbing: 2 during"), "{first}");
    assert!(project.read("public/journal/b/index.html").contains("like walking on glass"));
    let stats: serde_json::Value = serde_json::from_str(&project.run(["stats", "--json"]).stdout).expect("JSON");
    assert_eq!(stats["pain"]["last7"]["n"], 1, "{stats}");
}

#[test]
fn ranges_are_shown_as_they_were_typed() {
    let project = Project::new(
        "\
-- content/journal/2020-08-01-a.md --
---
title: A
pain: {before: 2-3, during: 4, worst: 5-6}
mood: 6-7
sessions: [{type: run, distance: 3 km, duration: 20 min, rpe: 3-4, pain: {site: heel, during: 1-2}}]
exercises: [{name: Bridge, sets: 2-3, reps: 12-15, load: 20-25, pain: 1-3}, Plank 3x30-45s]
---
Text.
-- content/journal/2020-08-02-b.md --
---
title: B
pain: 2
---
Text.
",
    );
    project.build([]);
    let entry = project.read("public/journal/a/index.html");
    for shown in [
        ">2-3</text>",
        "Pain before 2-3, during 4",
        "worst 5-6",
        "6-7 of 10",
        "<td>3-4</td>",
        "heel: 1-2 during",
        "<td>2-3 × 12-15</td><td>20-25 kg</td><td>1-3</td>",
        "<td>3 × 30-45s</td>",
    ] {
        assert!(entry.contains(shown), "{shown}\n{entry}");
    }
    let csv = project.run(["export", "--format", "csv"]).stdout;
    for row in [
        "2020-08-01,pain.before,,,2.5,",
        "2020-08-01,pain.worst,,,5.5,",
        "session.run.rpe,,,3.5,",
        "exercise.bridge.reps,,,12,",
    ] {
        assert!(csv.contains(row), "{row}\n{csv}");
    }
}
