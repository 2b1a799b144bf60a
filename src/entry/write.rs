//! Entries as text: the file of a new one, prefilled from those before it.
//!
//! What stands in a prefilled file is a proposal: whatever would count as a fact about the new day is commented out or
//! left without a value, since a copy that nobody confirmed would be false data.

use super::{Entry, Exercise, Load, Pain, SessionKind, Side, parse};
use crate::config::Config;
use crate::diag::Checked;
use crate::fields::Node;
use crate::language::{self, Words};
use crate::source::{Content, Hash, Source, Stamp};
use crate::units::Weight;
use jiff::civil::Date;
use std::fmt::Write as _;
use std::sync::Arc;

/// What the file of a new entry starts with.
#[derive(Clone, Debug)]
pub struct Prefill<'a> {
    /// The title as typed; without words it is left to be filled in.
    pub title: &'a str,
    /// The entry's day.
    pub date: Date,
    /// The last part of its address, where its name's is another entry's.
    pub slug: Option<&'a str>,
    /// Where the day lies, for a comment: `day 237`, `week 34`, `phase Running`.
    pub lies: Vec<String>,
    /// The injury, where the site has several.
    pub injury: Option<&'a str>,
    /// Whether the entries are private.
    pub private: bool,
    /// Pains whose places are scored again; their numbers are left out.
    pub pain: &'a [Pain],
    /// Whether the day's running distance is typed bare.
    pub mileage: bool,
    /// The kinds of sessions that may come again.
    pub sessions: Vec<SessionKind>,
    /// Exercises that may come again, and the day they were done.
    pub exercises: Option<(Date, Vec<Exercise>)>,
}

/// Whether a new entry's front matter has the comment above what it leaves open, in any of our languages.
fn has_comment(front: &str) -> bool {
    let comments = language::builtin()
        .filter_map(|(_, table)| table.lines().find_map(|line| line.strip_prefix("new-unfilled = ")));
    comments.into_iter().any(|comment| front.contains(comment))
}

/// The front matter of an entry whose values are known.
#[derive(Clone, Debug)]
pub struct NewFront<'a> {
    /// The title as typed; without words there is none.
    pub title: &'a str,
    /// The entry's day.
    pub date: Date,
    /// The last part of its address, where it isn't its name's.
    pub slug: Option<&'a str>,
    /// Whether it is kept back until its writer says otherwise.
    pub draft: bool,
    /// Whether nobody may see it.
    pub private: bool,
    /// Further lines.
    pub lines: &'a [String],
}

impl NewFront<'_> {
    /// The text, with the lines of three hyphens around it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::from("---\n");
        if !self.title.trim().is_empty() {
            let _ = writeln!(out, "title: {}", quoted(self.title));
        }
        let _ = writeln!(out, "date: {}", self.date);
        let slug = self.slug.map(|slug| format!("slug: {}", scalar(slug)));
        let draft = self.draft.then(|| "draft: true".to_owned());
        let private = self.private.then(|| "visibility: private".to_owned());
        for line in slug.iter().chain(&draft).chain(&private).chain(self.lines) {
            let _ = writeln!(out, "{line}");
        }
        out.push_str("---\n");
        out
    }
}

impl Entry {
    /// Whether it is as [`prefilled`] wrote it, or says as little.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        let done = self.sessions.is_empty() && self.exercises.is_empty() && self.treatments.is_empty();
        let felt =
            self.pain.is_empty() && self.measures.noted.is_empty() && self.prom.is_empty() && self.tests.is_empty();
        let told = self.milestones.is_empty() && self.lessons.is_empty() && self.advice.is_empty();
        let told = told && self.criteria.is_empty() && self.remind.is_empty();
        let asked = self.questions.is_empty() && self.triggers.is_empty() && self.setback.is_none() && !self.flare;
        let taken = self.mileage.is_none() && !self.rest && self.medication.is_none() && self.body_weight.is_none();
        let (front, body) = self.text.split_at(self.text_start.min(self.text.len()));
        done && felt && told && asked && taken && body.trim().is_empty() && has_comment(front)
    }
}

/// The text of a new file.
#[must_use]
pub fn prefilled(prefill: &Prefill<'_>, config: &Config) -> String {
    let words = language::load(&config.language, "", &[]).value.words;
    let mut out = String::from("---\n");
    match prefill.title.trim() {
        "" => out.push_str("title:\n"),
        title => {
            let _ = writeln!(out, "title: {}", quoted(title));
        }
    }
    let _ = writeln!(out, "date: {}", prefill.date);
    if let Some(slug) = prefill.slug {
        let _ = writeln!(out, "slug: {}", scalar(slug));
    }
    if !prefill.lies.is_empty() {
        let _ = writeln!(out, "# {}", one_line(&prefill.lies.join(", ")));
    }
    if let Some(injury) = prefill.injury {
        let _ = writeln!(out, "injury: {}", scalar(injury));
    }
    if prefill.private {
        out.push_str("visibility: private\n");
    }
    let _ = writeln!(out, "tags: []\n# {} {}", words.word("new-unfilled"), words.word("new-next-day"));
    pain(&mut out, prefill.pain);
    if prefill.mileage {
        out.push_str("mileage:\n");
    }
    sessions(&mut out, &prefill.sessions, config, &words);
    if let Some((date, exercises)) = &prefill.exercises {
        let lines: Vec<String> = exercises.iter().filter_map(|e| exercise(e, config)).collect();
        if !lines.is_empty() {
            let _ = writeln!(out, "# {}", words.say("new-as-on", &[("day", date.to_string().as_str().into())]));
            out.push_str("exercises:\n");
            for line in lines {
                let _ = writeln!(out, "  # - {line}");
            }
        }
    }
    out.push_str("---\n\n");
    out
}

/// The four points without numbers, once for each place that was scored.
fn pain(out: &mut String, before: &[Pain]) {
    const POINTS: [&str; 4] = ["before", "during", "after", "next_day"];
    let mut places: Vec<(Option<&str>, Option<Side>)> = Vec::new();
    for pain in before {
        let place = (pain.site.as_deref(), pain.side);
        if place != (None, None) && !places.contains(&place) {
            places.push(place);
        }
    }
    out.push_str("pain:\n");
    if places.is_empty() {
        for point in POINTS {
            let _ = writeln!(out, "  {point}:");
        }
    }
    for (site, side) in places {
        let site = site.map(|site| format!("site: {}", scalar(site)));
        let side = side.map(|side| format!("side: {}", side.word()));
        let keys = site.into_iter().chain(side).chain(POINTS.map(|point| format!("{point}:")));
        for (at, key) in keys.enumerate() {
            let _ = writeln!(out, "  {} {key}", if at == 0 { "-" } else { " " });
        }
    }
}

fn sessions(out: &mut String, kinds: &[SessionKind], config: &Config, words: &Words) {
    let unit = config.units.symbol();
    let _ = writeln!(out, "# {}", words.say("new-distances", &[("unit", unit.into())]));
    out.push_str("sessions:\n");
    if kinds.is_empty() {
        let _ = writeln!(out, "  # - {{type: walk, distance: 2 {unit}, duration: 25 min, rpe: 2}}");
    }
    for kind in kinds {
        let _ = writeln!(out, "  # - {{type: {}, distance: , duration: , rpe: }}", kind.word());
    }
}

/// An exercise as an item of a list on one line: the short form where it says everything, else a mapping; `None` where
/// neither reads back as the same exercise.
fn exercise(exercise: &Exercise, config: &Config) -> Option<String> {
    let load = exercise.load.as_ref().map(|load| load_text(load, config.load_unit));
    let mapping = |load: Option<String>| mapping(exercise, load);
    // A band whose name is more than a word is told apart from other loads by its key.
    let band = match &exercise.load {
        Some(Load::Band(band)) => Some(mapping(Some(format!("{{band: {}}}", quoted(band))))),
        _ => None,
    };
    let ways = [short(exercise, load.as_deref()), Some(mapping(load.as_deref().map(scalar))), band];
    // The reader is the judge of what a text means.
    ways.into_iter().flatten().find(|text| reads_as(text, exercise, config))
}

/// `Clamshell 3x15 @band:red R`; `None` for what the form has no place for.
fn short(exercise: &Exercise, load: Option<&str>) -> Option<String> {
    let more = exercise.tempo.is_some() || exercise.rpe.or(exercise.rir).is_some() || exercise.verdict.is_some();
    let sets = exercise.sets.filter(|_| !more)?;
    let typed = |key: &str, number: String| exercise.ranges.get(key).map_or(number, str::to_owned);
    let sets = typed("sets", sets.to_string());
    let mut text = match (exercise.reps.as_slice(), exercise.hold) {
        ([reps], None) => format!("{} {sets}x{}", exercise.name, typed("reps", reps.to_string())),
        ([], Some(seconds)) => format!("{} {sets}x{}", exercise.name, typed("hold", format!("{seconds}s"))),
        _ => return None,
    };
    if let Some(load) = load {
        let _ = write!(text, " @{}", typed("load", load.replace(' ', "")));
    }
    match exercise.side {
        None => {}
        Some(Side::Left) => text.push_str(" L"),
        Some(Side::Right) => text.push_str(" R"),
        Some(Side::Both) => text.push_str(" both"),
        Some(Side::Central) => return None,
    }
    if let Some(pain) = exercise.pain {
        let _ = write!(text, " pain {pain}");
    }
    Some(text)
}

/// `{name: Calf raise, sets: 3, reps: [12, 10, 8], load: 20 kg, side: right}`.
fn mapping(exercise: &Exercise, load: Option<String>) -> String {
    let mut pairs = vec![format!("name: {}", scalar(&exercise.name))];
    let mut add = |key: &str, value: Option<String>| {
        let typed = exercise.ranges.get(key).map(|typed| match typed.contains(',') {
            true => format!("[{typed}]"),
            false => scalar(typed),
        });
        pairs.extend(value.map(|value| format!("{key}: {}", typed.unwrap_or(value))));
    };
    let reps: Vec<String> = exercise.reps.iter().map(ToString::to_string).collect();
    add("sets", exercise.sets.map(|sets| sets.to_string()));
    add(
        "reps",
        match reps.as_slice() {
            [] => None,
            [reps] => Some(reps.clone()),
            all => Some(format!("[{}]", all.join(", "))),
        },
    );
    add("load", load);
    add("hold", exercise.hold.map(|seconds| seconds.to_string()));
    add("tempo", exercise.tempo.as_deref().map(scalar));
    add("side", exercise.side.map(|side| side.word().to_owned()));
    add("rpe", exercise.rpe.map(|rpe| rpe.to_string()));
    add("rir", exercise.rir.map(|rir| rir.to_string()));
    add("pain", exercise.pain.map(|pain| pain.to_string()));
    add("verdict", exercise.verdict.map(|v| v.word().to_owned()));
    format!("{{{}}}", pairs.join(", "))
}

/// A load as it is typed: in the unit in which it is a round number, the site's first.
fn load_text(load: &Load, unit: Weight) -> String {
    match load {
        Load::BodyWeight => "bodyweight".to_owned(),
        Load::Band(band) => format!("band:{band}"),
        Load::Kilograms(kilograms) => weight_text(*kilograms, unit),
        Load::EachSet(all) => all.iter().map(|kg| weight_text(*kg, unit)).collect::<Vec<_>>().join("/"),
    }
}

/// A weight in the unit in which it is a round number.
fn weight_text(kilograms: f64, unit: Weight) -> String {
    let other = if unit == Weight::Kilograms { Weight::Pounds } else { Weight::Kilograms };
    for unit in [unit, other] {
        for decimals in 0..=2 {
            let typed = format!("{:.decimals$}", kilograms / unit.kilograms());
            if typed.parse::<f64>().is_ok_and(|number| number * unit.kilograms() == kilograms) {
                return format!("{typed} {}", unit.symbol());
            }
        }
    }
    format!("{kilograms} kg")
}

/// Whether a line's text is read as this exercise.
fn reads_as(text: &str, exercise: &Exercise, config: &Config) -> bool {
    if text.contains(char::is_control) {
        return false;
    }
    let checked = read("", &format!("---\nexercises:\n  - {text}\n---\n"), config);
    !checked.has_errors() && checked.value.is_some_and(|entry| entry.exercises == [exercise.clone()])
}

/// Reads a text that is in no file yet.
pub(super) fn read(path: &str, text: &str, config: &Config) -> Checked<Option<Entry>> {
    let text: Arc<str> = text.into();
    let content = Content::Text(text.clone());
    let source = Source { path: path.into(), hash: Hash::default(), content, stamp: Stamp::default() };
    parse(&source, &text, config)
}

/// Text as a value in a mapping on one line: as it is where YAML reads it so, else quoted.
fn scalar(text: &str) -> String {
    let yaml = format!("{{key: {text}, more: }}");
    let plain = !text.contains(char::is_control)
        && serde_yaml::from_str::<Node>(&yaml).is_ok_and(|node| {
            node == Node::Map(vec![("key".to_owned(), Node::Text(text.to_owned())), ("more".to_owned(), Node::Null)])
        });
    if plain { text.to_owned() } else { quoted(text) }
}

/// Text as YAML reads it back: JSON's quoting is a part of YAML's, which forbids more characters as they are, or takes them
/// for line breaks.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for c in serde_json::Value::from(text).to_string().chars() {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// A value on one line.
pub(super) fn flow(node: &Node) -> String {
    match node {
        Node::Null => "null".to_owned(),
        Node::Bool(yes) => yes.to_string(),
        Node::Int(number) => number.to_string(),
        Node::Float(number) => number.to_string(),
        Node::Text(text) => scalar(text),
        Node::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Node::Map(pairs) => {
            let pairs: Vec<String> =
                pairs.iter().map(|(key, value)| format!("{}: {}", scalar(key), flow(value))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// Text for a comment, which ends with its line.
fn one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Flags, Today};
    use crate::entry::Ranges;
    use crate::entry::Verdict;
    use crate::units::Score;
    use proptest::prelude::*;

    fn config(settings: &str) -> Config {
        let text = format!("title = \"T\"\nbase_url = \"https://example.org/\"\n{settings}");
        let today = Today::Given(jiff::civil::date(2020, 8, 14));
        crate::config::load(&text, &Flags::on(today)).value
    }

    fn named(name: &str) -> Exercise {
        Exercise {
            name: name.to_owned(),
            sets: None,
            reps: Vec::new(),
            load: None,
            hold: None,
            tempo: None,
            side: None,
            rpe: None,
            rir: None,
            pain: None,
            verdict: None,
            ranges: Ranges::default(),
        }
    }

    #[test]
    fn the_short_form_says_sets_reps_holds_loads_and_sides() {
        let clamshell = Exercise { sets: Some(3), reps: vec![15], side: Some(Side::Right), ..named("Clamshell") };
        let bridge = Exercise { sets: Some(5), hold: Some(45.0), ..named("Bridge") };
        assert_eq!(short(&clamshell, Some("band:red")).as_deref(), Some("Clamshell 3x15 @band:red R"));
        assert_eq!(short(&bridge, Some("20 kg")).as_deref(), Some("Bridge 5x45s @20kg"));
        for more in [
            Exercise { reps: vec![12, 10, 8], ..clamshell.clone() },
            Exercise { hold: Some(3.0), ..clamshell.clone() },
            Exercise { tempo: Some("3-0-3-0".to_owned()), ..clamshell.clone() },
            Exercise { sets: None, ..clamshell },
        ] {
            assert_eq!(short(&more, None), None, "{more:?}");
        }
    }

    #[test]
    fn ranges_are_written_as_they_were_typed() {
        let config = config("");
        for typed in [
            "Squat 2-3x10-12 @20-25kg L pain 1-2",
            "Plank 3x30-45s",
            "{name: Raise, reps: [8-10, 8], load: 5-10 kg, hold: 30-45, rpe: 6-7}",
        ] {
            let text = format!("---\nexercises:\n  - {typed}\n---\n");
            let entry = read(&text, &config);
            assert_eq!(exercise(&entry.exercises[0], &config).as_deref(), Some(typed));
        }
    }

    #[test]
    fn loads_are_round_in_the_unit_they_were_typed_in() {
        for (kilograms, unit, expected) in [
            (20.0, Weight::Kilograms, "20 kg"),
            (2.25, Weight::Kilograms, "2.25 kg"),
            (45.0 * crate::units::POUND, Weight::Kilograms, "45 lb"),
            (45.0 * crate::units::POUND, Weight::Pounds, "45 lb"),
            (20.0, Weight::Pounds, "20 kg"),
            (1.0 / 3.0, Weight::Kilograms, "0.3333333333333333 kg"),
        ] {
            assert_eq!(load_text(&Load::Kilograms(kilograms), unit), expected);
        }
    }

    fn exercises() -> impl Strategy<Value = Exercise> {
        let name = "[A-Za-z][A-Za-z0-9 '\"#:,{}@x\\[\\]&*é-]{0,14}[a-z0-9]";
        let load = prop_oneof![
            (0u32..4000).prop_map(|halves| Load::Kilograms(f64::from(halves) / 2.0)),
            (0u32..800).prop_map(|pounds| Load::Kilograms(f64::from(pounds) / 2.0 * crate::units::POUND)),
            (0.0..2000.0f64).prop_map(Load::Kilograms),
            prop::collection::vec((0u32..4000).prop_map(|halves| f64::from(halves) / 2.0), 2..4)
                .prop_map(Load::EachSet),
            Just(Load::BodyWeight),
            "[a-z]{1,8}".prop_map(Load::Band),
            "[A-Za-z][A-Za-z ,:#}-]{0,8}[a-z]".prop_map(Load::Band),
        ];
        let side = prop_oneof![Just(Side::Left), Just(Side::Right), Just(Side::Both)];
        let verdict = prop_oneof![Just(Verdict::Helps), Just(Verdict::Neutral), Just(Verdict::Aggravates)];
        let hold = prop_oneof![(0u32..=600).prop_map(f64::from), 0.0..600.0f64];
        let rest = (
            proptest::option::of(hold),
            proptest::option::of("[0-9]-[0-9]-[0-9]-[0-9]"),
            proptest::option::of(side),
            proptest::option::of(0.0..=10.0f64),
            proptest::option::of(0.0..=10.0f64),
            proptest::option::of((0u8..=20).prop_map(|halves| Score::new(f64::from(halves) / 2.0))),
            proptest::option::of(verdict),
        );
        let sets = proptest::option::of(0u32..=50);
        (name, sets, proptest::collection::vec(0u32..=500, 0..4), proptest::option::of(load), rest).prop_map(
            |(name, mut sets, mut reps, load, (hold, tempo, side, rpe, rir, pain, verdict))| {
                if let Some(Load::EachSet(all)) = &load {
                    sets = u32::try_from(all.len()).ok();
                    reps.truncate(1);
                }
                let (pain, ranges) = (pain.flatten(), Ranges::default());
                Exercise { name, sets, reps, load, hold, tempo, side, rpe, rir, pain, verdict, ranges }
            },
        )
    }

    proptest! {
        #[test]
        fn exercises_read_back_as_they_were(done in exercises(), pounds: bool) {
            let config = config(if pounds { "load_unit = \"lb\"\n" } else { "" });
            let text = exercise(&done, &config);
            let text = text.ok_or_else(|| TestCaseError::fail("left out"))?;
            prop_assert!(reads_as(&text, &done, &config), "{text}");
            prop_assert!(!text.contains('\n'));
        }

        #[test]
        fn what_is_proposed_counts_only_once_it_is_confirmed(done in proptest::collection::vec(exercises(), 1..4)) {
            let config = config("");
            let prefill = Prefill {
                title: "A",
                date: jiff::civil::date(2020, 8, 14),
                slug: None,
                lies: vec!["phase Two\nlines".to_owned()],
                injury: None,
                private: false,
                pain: &[],
                mileage: true,
                sessions: vec![SessionKind::WalkRun, SessionKind::Strength],
                exercises: Some((jiff::civil::date(2020, 8, 12), done.clone())),
            };
            let text = prefilled(&prefill, &config);
            let unconfirmed = read(&text, &config);
            prop_assert_eq!((unconfirmed.exercises.len(), unconfirmed.sessions.len(), unconfirmed.pain.len()), (0, 0, 0));
            prop_assert_eq!(unconfirmed.mileage, None);
            let confirmed = read(&text.replace("  # - ", "   - "), &config);
            prop_assert_eq!(confirmed.exercises, done);
            let kinds: Vec<_> = confirmed.sessions.iter().map(|s| s.kind).collect();
            prop_assert_eq!(kinds, prefill.sessions);
        }
    }

    /// An entry's text, read without a word of complaint.
    fn read(text: &str, config: &Config) -> Entry {
        let checked = super::read("content/journal/a.md", text, config);
        let told: Vec<_> =
            checked.diagnostics.iter().filter(|d| d.code != "sets-disagree").map(|d| &d.message).collect();
        assert!(told.is_empty(), "{told:?}\n{text}");
        checked.value.expect("it is readable")
    }

    #[test]
    fn a_first_entry_shows_what_a_session_looks_like_and_places_are_asked_for_again() {
        let pain = [
            Pain { site: Some("hamstring".to_owned()), side: Some(Side::Left), ..Pain::default() },
            Pain { site: Some("lower back".to_owned()), ..Pain::default() },
            Pain { site: Some("lower back".to_owned()), ..Pain::default() },
        ];
        let prefill = Prefill {
            title: "10: \"No\" # yes",
            date: jiff::civil::date(2020, 8, 14),
            slug: None,
            lies: vec!["day 12".to_owned(), "week 2".to_owned(), "phase Walking".to_owned()],
            injury: Some("left-knee"),
            private: true,
            pain: &pain,
            mileage: false,
            sessions: Vec::new(),
            exercises: None,
        };
        let text = prefilled(&prefill, &config("units = \"mi\"\n"));
        assert_eq!(
            text,
            "---\ntitle: \"10: \\\"No\\\" # yes\"\ndate: 2020-08-14\n# day 12, week 2, phase Walking\ninjury: left-knee\n\
             visibility: private\ntags: []\n\
             # 0 to 10; what is left empty stays unknown. The next day's score is added tomorrow.\npain:\n  \
             - site: hamstring\n    side: left\n    before:\n    during:\n    after:\n    next_day:\n  \
             - site: lower back\n    before:\n    during:\n    after:\n    next_day:\n\
             # Distances in mi; take the # off what you did.\nsessions:\n  \
             # - {type: walk, distance: 2 mi, duration: 25 min, rpe: 2}\n---\n\n"
        );
        assert_eq!(read(&text, &config("")).pain, []);
    }
}
