//! Journals of extremes, made in memory: names and numbers that nobody would write, on so many days.

use crate::chart::{Addresses, Figure, Source, Typed};
use crate::config::{self, Config, Flags, Today};
use crate::entry;
use crate::journal::{self, Journal};
use crate::language::Language;
use crate::source::{self, Content, Stamp};
use crate::units::shift;
use jiff::civil::{Date, date};
use std::fmt::Write as _;
use std::sync::Arc;

const LONG: &str = "A phase whose name has eighty letters, which nobody would write down in earnest.";
const NAMES: [&str; 6] =
    ["Rest", LONG, "שיקום הדרגתי בהליכה", "走って歩いて走って歩いて", "Loading", "Walking & <running>"];

/// How many sets of extremes there are.
pub(super) const SETS: usize = 5;

/// The first day of every journal.
const FIRST: Date = date(2023, 9, 5);

/// A journal with its settings.
#[derive(Debug)]
pub(super) struct Wild {
    pub journal: Journal,
    pub config: Config,
}

/// Pages that all have an address.
#[derive(Debug)]
struct Somewhere;

impl Addresses for Somewhere {
    fn item(&self, item: usize) -> Option<String> {
        Some(format!("/{item}/"))
    }
}

impl Wild {
    pub(super) fn source<'a>(&'a self, language: &'a Language) -> Source<'a> {
        Source { journal: &self.journal, config: &self.config, language, addresses: &Somewhere }
    }

    /// A chart of some kind as it was asked for.
    pub(super) fn chart(&self, language: &Language, kind: &str, options: &[(String, String)]) -> Figure {
        let read = Typed::new(kind, options).read();
        assert_eq!(read.diagnostics, [], "{kind} {options:?}");
        read.value.expect("a kind").figure(self.source(language), None, "x")
    }
}

pub(super) fn day(n: usize) -> Date {
    shift(FIRST, i64::try_from(n).expect("few"))
}

fn name(n: usize) -> &'static str {
    NAMES[n % NAMES.len()]
}

/// Options of a kind that go to extremes, by a set.
pub(super) fn options(kind: &str, keys: &[&str], set: usize) -> Vec<(String, String)> {
    let lines = match set % 3 {
        0 => "[]".to_owned(),
        1 => {
            format!("[{{value: 5, label: the ceiling I set, from: {}}}, {{value: 3, label: low line I set}}]", day(20))
        }
        _ => {
            let line =
                |n: usize| format!("{{value: {}.{}, label: \"{}\", from: {}}}", n / 3, n % 3, name(n), day(n * 2));
            format!("[{}]", (0..30).map(line).collect::<Vec<_>>().join(", "))
        }
    };
    let levels: Vec<String> = (0..[1, 2, 6, 12, 40][set % 5]).map(|n| format!("\"{}\"", name(n))).collect();
    let value = |key: &str| {
        Some(match key {
            "lines" => lines.clone(),
            "levels" => format!("[{}]", levels.join(", ")),
            "window" => (3 + set % 6 * 9).to_string(),
            "height" if set % 2 == 1 => "80".to_owned(),
            "shift" => (set % 2 == 1).to_string(),
            "series" if kind == "calendar" => ["pain", "load", "run", "pain", "distance"][set % 5].to_owned(),
            "series" if kind == "then-and-now" => ["pain", "run"][set % 2].to_owned(),
            "with" if !set.is_multiple_of(3) => "year".to_owned(),
            "series" => ["distance", "load", "run", "walk"][set % 4].to_owned(),
            "exercise" if set % 3 == 2 => LONG.to_owned(),
            _ => return None,
        })
    };
    keys.iter().filter_map(|key| Some(((*key).to_owned(), value(key)?))).collect()
}

/// Makes a journal of so many days; nothing that is wrong with it matters here.
pub(super) fn wild(days: usize, set: usize) -> Wild {
    let flags = Flags::on(Today::Given(date(2100, 1, 1)));
    let config = config::load(&settings(days, set), &flags).value;
    let entries = (0..days).map(|n| {
        let text: Arc<str> = text(n, days, set).into();
        let (path, content) = (format!("content/journal/{n:05}.md").into(), Content::Text(text.clone()));
        let source = source::Source { path, hash: [7; 32], content, stamp: Stamp::default() };
        Arc::new(entry::parse(&source, &text, &config).value.expect("front matter"))
    });
    let entries: Vec<_> = entries.collect();
    Wild { journal: journal::assemble(&entries, &[], &config).value, config }
}

fn settings(days: usize, set: usize) -> String {
    let mut text = format!(
        "title = \"T\"\nbase_url = \"https://example.org/\"\nweek_start = \"{}\"\nunits = \"{}\"\n",
        ["sunday", "monday"][set % 2],
        ["km", "mi"][set % 2],
    );
    if set > 0 {
        let _ = writeln!(text, "[rules]\npreset = \"custom\"\nlow = 2\nceiling = {set}\nprovenance = \"{LONG}\"");
    }
    let mut phase = |from: usize, to: Option<usize>, n: usize| {
        let to = to.map_or_else(String::new, |to| format!("end = {}\n", day(to)));
        let (from, rest) = (day(from), n.is_multiple_of(2));
        let _ = write!(text, "[[phases]]\nname = \"{} {n}\"\nstart = {from}\nrest = {rest}\n{to}", name(n));
    };
    match set {
        0 => {}
        1 => (0..14).for_each(|n| phase(n * 30, Some(n * 30 + 29), n)),
        2 => (0..40).for_each(|n| phase(n * 3, Some(n * 3 + 20), n)),
        _ => {
            phase(0, Some(0), 0);
            phase(1, Some(1), 1);
            phase(364, Some(364), 5);
            phase(days / 2, None, 2);
        }
    }
    for n in 0..set % 3 {
        let said =
            format!("{{ date = {}, label = \"{LONG}\" }}, {{ date = {}, label = \"x\" }}", day(n), day(days / 2));
        let _ = write!(text, "[[injuries]]\nslug = \"i{n}\"\nname = \"{}\"\ndiagnoses = [{said}]\n", name(n));
    }
    text
}

/// The text of an entry; of long journals most have nothing in them, which reads fast.
fn text(n: usize, days: usize, set: usize) -> String {
    let mut text = format!("---\ndate: {}\n", day(n));
    if n % 97 > 89 || (days > 1000 && !n.is_multiple_of(3)) {
        return text + "---\n";
    }
    let pain = match set {
        0 => Some(n * 7 % 21),
        1 => None,
        2 => Some(20),
        3 => Some(0),
        _ => (n % 9 == 4).then_some(2 * (n % 11)),
    };
    if let Some(pain) = pain {
        let half = |pain: usize| format!("{}.{}", pain / 2, 5 * (pain % 2));
        let (during, next) = (half(pain), half(20 - pain));
        let _ = writeln!(text, "pain: {{before: {next}, during: {during}, after: {during}, next_day: {next}}}");
    }
    let metres = [9, 140, 40_000, 300_000, 0][set] / (1 + n % 7);
    if !n.is_multiple_of(3) && metres > 0 {
        let kind = ["run", "walk", "bike", "walk-run"][(n + set) % 4];
        let _ = writeln!(
            text,
            "sessions:\n  - {{type: {kind}, distance: {metres} m, duration: {} min, rpe: 7}}\n  - {{type: run, distance: {} m}}",
            5 + metres / 400,
            metres / 2
        );
    }
    if n % 3 == 1 {
        let side = ["", " L", " R"][n % 3 + n % 2 - 1];
        let loads = ["@12.5kg", "@250kg", "", "@0.5kg"];
        text += "exercises:\n";
        for k in 0..=set.min(n % 4) * 2 {
            let (load, pain) = (loads[(k + n) % 4], (n + k) % 11);
            let _ = match k {
                3 => writeln!(text, "  - {{name: Band walk, sets: 2, reps: 20, load: \"band:{}\"}}", name(n)),
                4 => writeln!(text, "  - Plank 9x{}s pain {pain}", 45 + n),
                5 => writeln!(text, "  - {{name: \"{LONG}\", sets: 3, reps: 8, side: {}}}", ["left", "right"][n % 2]),
                _ => writeln!(
                    text,
                    "  - Squat {k} 3x{}{}{load}{side} pain {pain}",
                    1 + n % 40,
                    if load.is_empty() { "" } else { " " }
                ),
            };
        }
    }
    if n % 4 < set {
        text += "treatments:\n";
        for k in 0..[0, 1, 12, 30, 2][set] {
            if n.is_multiple_of(k + 1) {
                let minutes = ["", ", minutes: 30", ", minutes: 600"][(n + k) % 3];
                let _ = writeln!(text, "  - {{type: \"{} {k}\"{minutes}}}", name(k));
            }
        }
    }
    let learned = [0, 1, 12, 40, 300][set];
    let gap = (days / learned.max(1)).max(1);
    if n.is_multiple_of(gap) && n / gap < learned {
        let k = n / gap;
        let _ = writeln!(text, "lessons:\n  - {{id: l{k}, title: \"{} {k}\"}}", name(k));
        for (after, what) in ["confirms", "confirms", "revises", "retracts"].iter().enumerate().take(k % 6) {
            if k > after + 1 {
                let _ = writeln!(text, "  - {{{what}: l{}}}", k - after - 1);
            }
        }
    }
    if [n < 2 || n + 1 == days, (20..30).contains(&n), n.is_multiple_of(3), n == 28, false][set] {
        let _ = writeln!(text, "milestones: [\"{LONG}\", \"{}\"]", name(n));
    }
    text + "---\n"
}
