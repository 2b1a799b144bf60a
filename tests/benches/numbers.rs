//! What the numbers of a 10,000-entry journal cost: the part of every edit, that of the progress page, and that of `stats`.
//!
//! `cargo bench --bench numbers`

use comeback::config::{self, Config, Flags, Today};
use comeback::entry::{self, Entry};
use comeback::journal::{self, Calendar, Course, Journal, stats::Stats};
use comeback::source::{Content, Source, Stamp};
use jiff::civil::date;
use std::fmt::Write as _;
use std::sync::Arc;

fn main() {
    divan::main();
}

const ENTRIES: i64 = 10_000;

/// An entry a day, with all that figures are made of.
fn text(day: i64) -> String {
    let at = |n: i64, of: i64| (day * 7919 + n * 104_729) % of;
    let date = date(1998, 1, 1).checked_add(jiff::Span::new().days(day)).expect("a date of this time");
    let mut text =
        format!("---\ndate: {date}\npain: {{before: {}, during: {}, after: {}", at(1, 4), at(2, 7), at(3, 5));
    let _ = writeln!(text, ", next_day: {}}}", at(4, 4));
    let _ = write!(
        text,
        "sessions:\n  - {{type: run, distance: {} m, duration: {} min, rpe: {}}}\n",
        2000 + at(5, 9000),
        15 + at(6, 60),
        at(7, 10)
    );
    let _ = writeln!(
        text,
        "  - {{type: bike, distance: {} m, duration: {} min, rpe: 3}}",
        5000 + at(8, 20_000),
        20 + at(9, 60)
    );
    let _ = writeln!(text, "exercises: [Bridge 3x{} @{}kg, Plank 3x45s, Step-up 3x10]", 6 + at(10, 8), 10 + at(11, 30));
    let _ = writeln!(text, "treatments: [{{type: massage, minutes: 30, cost: {} EUR}}]\n---\nWords.", 30 + at(12, 40));
    text
}

fn made() -> (Vec<Arc<Entry>>, Config) {
    let flags =
        Flags { today: Today::Given(date(2030, 1, 1)), drafts: false, future: false, base_url: None, origin: None };
    let settings =
        "title = \"T\"\nbase_url = \"https://e.org/\"\n[[prescriptions]]\nexercise = \"Bridge\"\nper_week = 3\n";
    let config = config::load(settings, &flags).value;
    let parse = |day: i64| {
        let text: Arc<str> = text(day).into();
        let path = format!("content/journal/{day:05}.md");
        let source =
            Source { path: path.into(), hash: [0; 32], content: Content::Text(text.clone()), stamp: Stamp::default() };
        Arc::new(entry::parse(&source, &text, &config).value.expect("front matter"))
    };
    ((0..ENTRIES).map(parse).collect(), config)
}

fn journal() -> (Journal, Config) {
    let (entries, config) = made();
    (journal::assemble(&entries, &config).value, config)
}

/// The days, which every build counts anew.
#[divan::bench]
fn days(bencher: divan::Bencher<'_, '_>) {
    let (journal, config) = journal();
    bencher.bench(|| Calendar::of(journal.counted(None).map(|(_, entry)| entry), &config.rules.limits()));
}

/// What the progress page shows.
#[divan::bench]
fn course(bencher: divan::Bencher<'_, '_>) {
    let (journal, config) = journal();
    bencher.bench(|| Course::of(&journal, &config, None));
}

/// All that `stats` prints.
#[divan::bench]
fn stats(bencher: divan::Bencher<'_, '_>) {
    let (journal, config) = journal();
    bencher.bench(|| Stats::of(&journal, &config, None));
}
