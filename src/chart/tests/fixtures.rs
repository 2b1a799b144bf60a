//! Journals made up for tests: so many days with something of everything that charts are drawn of.

use crate::build::Builder;
use crate::chart::{Figure, KINDS, Typed};
use crate::config::{Flags, Today};
use crate::site::Site;
use crate::units::shift;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock, Mutex};

/// The first day: a leap day comes after 148 days.
const FIRST: Date = date(2023, 10, 4);

/// The names of all kinds.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.name)
}

/// A chart of a kind over so many days of a made journal, in a language.
pub(super) fn chart(kind: &str, days: usize, language: &'static str) -> Figure {
    let row = KINDS.iter().find(|row| row.name == kind).expect("a kind");
    let given: Vec<(String, String)> =
        row.example.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let typed = Typed::new(kind, &given);
    let read = typed.read();
    assert_eq!(read.diagnostics, [], "{kind}");
    read.value.expect("a kind").figure(site(days, language).charts(), None, "chart")
}

/// The site of a made journal, made once.
fn site(days: usize, language: &'static str) -> Arc<Site> {
    type Sites = BTreeMap<(usize, &'static str), Arc<Site>>;
    static MADE: LazyLock<Mutex<Sites>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().expect("no test fails while it makes a site");
    made.entry((days, language)).or_insert_with(|| make(days, language)).clone()
}

fn make(days: usize, language: &str) -> Arc<Site> {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = folder.path().join("content/journal");
    std::fs::create_dir_all(&journal).expect("a folder");
    std::fs::write(folder.path().join("site.toml"), settings(days, language)).expect("a file");
    for n in (0..days).filter(|n| is_written(*n)) {
        std::fs::write(journal.join(format!("{n:05}.md")), entry(n, days)).expect("a file");
    }
    let flags = Flags::on(Today::Given(date(2100, 1, 1)));
    let prepared = Builder::new(folder.path(), None, flags).prepare().expect("a folder").expect("settings");
    assert_eq!(prepared.diagnostics.first(), None, "{} problems", prepared.diagnostics.len());
    prepared.site
}

fn day(n: usize) -> Date {
    shift(FIRST, i64::try_from(n).expect("few"))
}

/// A number below some other that looks picked by chance and is the same every time.
fn pick(seed: usize, below: usize) -> usize {
    let mixed = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 40;
    usize::try_from(mixed).expect("24 bits") % below
}

/// The settings: an injury with two diagnoses, phases that divide the days, and a rule.
fn settings(days: usize, language: &str) -> String {
    let said = [(16, "Partial tear at the origin, tendon thickened around it"), (40, "No gap, tendon still thick")];
    let said = said.map(|(percent, label)| format!("{{ date = {}, label = \"{label}\" }}", day(days * percent / 100)));
    let mut text = format!(
        "title = \"T\"\nbase_url = \"https://example.org/\"\nlanguage = \"{language}\"\n\
         [[injuries]]\nslug = \"hamstring\"\nname = \"left hamstring\"\nonset = {FIRST}\ndiagnoses = [{}]\n\
         [rules]\npreset = \"silbernagel\"\nprovenance = \"my physio\"\n[privacy]\nshow = [\"cost\"]\n",
        said.join(", ")
    );
    let names = ["Training through", "Stopping", "Walking & stretching", "Loading", "First runs", "Building"];
    let part = (days / names.len()).max(1);
    for (n, name) in names.iter().enumerate().take_while(|(n, _)| n * part < days.max(1)) {
        let _ = write!(text, "[[phases]]\nname = \"{name}\"\nstart = {}\nrest = {}\n", day(n * part), n == 1);
        if n < 5 {
            let _ = writeln!(text, "end = {}", day((n + 1) * part - 1));
        }
    }
    text
}

/// Some days nobody writes, and now and then for more than a week.
fn is_written(n: usize) -> bool {
    n % 97 < 89 && (n == 0 || pick(n * 3, 12) > 0)
}

/// The text of a day's entry.
fn entry(n: usize, days: usize) -> String {
    let mut text = format!("---\ndate: {}\n", day(n));
    let rising = |from: usize, to: usize| from + (to - from) * n / days;
    if pick(n * 7, 9) > 0 {
        let worst = |n: usize| {
            let level = 16 + pick(n, 5) + if n % 90 < 8 { 4 } else { 0 };
            level.saturating_sub(14 * n / days).min(20)
        };
        let before = |n: usize| worst(n).saturating_sub(2 + pick(n * 11, 3));
        let [before, during, after, next] = [before(n), worst(n), worst(n).saturating_sub(1), before(n + 1)]
            .map(|halves| format!("{}{}", halves / 2, if halves % 2 > 0 { ".5" } else { "" }));
        let _ = writeln!(text, "pain: {{before: {before}, during: {during}, after: {after}, next_day: {next}}}");
    }
    let session = |kind: &str, metres: usize| {
        let (minutes, rpe) = (15 + metres / 200, 1 + pick(n, 8));
        format!("  - {{type: {kind}, distance: {metres} m, duration: {minutes} min, rpe: {rpe}}}\n")
    };
    let metres = rising(1000, 8000) + 300 * pick(n, 9);
    text += &match pick(n * 5, 6) {
        0 | 1 => String::new(),
        2 => format!("sessions:\n{}", session("walk", metres)),
        3 => format!("sessions:\n{}{}", session("walk-run", metres), session("bike", 9000)),
        _ => format!("sessions:\n{}", session("run", metres)),
    };
    push_list(&mut text, "exercises", &exercises(n, &rising));
    push_list(&mut text, "treatments", &treatments(n));
    push_list(&mut text, "lessons", &lessons(n, days));
    if n.is_multiple_of(3) {
        let _ = writeln!(text, "stiffness: {}\nmood: {}", 40 - rising(0, 30), 3 + pick(n * 3, 5));
    }
    if n % 14 == 1 {
        let _ = writeln!(text, "prom: {{instrument: VISA-H, score: {}}}", rising(30, 90));
        let _ = writeln!(text, "tests: {{heel raises: {{left: {}, right: 25}}}}", rising(10, 24));
    }
    if [5, 6, 24, 100, 300].contains(&n) {
        let _ = writeln!(text, "milestones: [Milestone of day {n}]");
    }
    if [12, 200].contains(&n) {
        text += "setback: too much, too soon\n";
    }
    text + "---\nText.\n"
}

fn push_list(text: &mut String, key: &str, items: &[String]) {
    if !items.is_empty() {
        let _ = write!(text, "{key}:\n  - {}\n", items.join("\n  - "));
    }
}

fn exercises(n: usize, rising: &dyn Fn(usize, usize) -> usize) -> Vec<String> {
    let mut done = Vec::new();
    if n.is_multiple_of(2) {
        done.push(format!("Bridge 3x8 @{}kg", rising(8, 32)));
    }
    if n % 3 == 1 {
        let reps = 12 - rising(0, 6);
        done.push(format!("Single-leg deadlift 3x{reps} @{}kg L pain {}", rising(4, 24), pick(n, 4)));
        done.push(format!("Single-leg deadlift 3x{reps} @{}kg R", rising(4, 30)));
    }
    if n % 4 == 3 {
        done.push(format!("Plank 3x{}s pain {}", rising(20, 60), pick(n, 3)));
    }
    if n % 5 == 2 {
        done.push(format!("Band walk 2x20 @band:{}", ["yellow", "red", "green"][rising(0, 3)]));
    }
    done
}

fn treatments(n: usize) -> Vec<String> {
    let mut had = Vec::new();
    if n % 9 == 4 {
        had.push(format!("{{type: Needling, minutes: {}, cost: 45 GBP}}", 30 + 15 * pick(n, 3)));
    }
    if n % 6 == 1 {
        had.push(format!("{{type: Massage, minutes: 45, cost: {} EUR}}", 30 + pick(n, 9)));
    }
    if n % 11 == 3 {
        had.push("Ice".to_owned());
    }
    had
}

fn lessons(n: usize, days: usize) -> Vec<String> {
    const TITLES: [&str; 12] = [
        "A number on every line, or the line is a guess",
        "Pain that comes a day later still came from somewhere",
        "Walking helped; the bike did not",
        "Rest is a decision, not an absence",
        "One fast mile costs a month",
        "Sit less, and not on slats",
        "Weak is not broken",
        "Never two new things in a week",
        "The tendon likes heavy and slow",
        "Nobody knows the date",
        "Advice needs a name and a day on it",
        "A month of nothing is something",
    ];
    let mut all = Vec::new();
    for (k, title) in TITLES.iter().enumerate().take(days) {
        let learned = (k + 1) * days / 14;
        if !is_written(learned) {
            continue;
        }
        if n == learned {
            all.push(format!("{{id: lesson-{k}, title: \"{title}\"}}"));
        }
        let happens = |at: usize| n == at && at > learned;
        for event in 0..pick(k, 5) {
            if happens(learned + (event + 1) * days / 18) {
                all.push(format!("{{confirms: lesson-{k}}}"));
            }
        }
        if k == 3 && happens(days * 9 / 10) {
            all.push(format!("{{retracts: lesson-{k}}}"));
        }
        if k == 5 && happens(days * 8 / 10) {
            all.push(format!("{{revises: lesson-{k}}}"));
        }
    }
    all
}
