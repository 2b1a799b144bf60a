//! What the numbers of a 10,000-entry journal cost: the part of every edit, that of the progress page, and that of `stats`.
//!
//! `cargo bench --bench numbers`

use comeback::config::{self, Config, Flags, Today};
use comeback::entry::{self, Entry};
use comeback::journal::{self, Calendar, Course, Journal, stats::Stats};
use comeback::source::{Content, Source, Stamp};
use jiff::civil::date;
use made::text;
use std::sync::Arc;

#[path = "made.rs"]
mod made;

fn main() {
    divan::main();
}

const ENTRIES: i64 = 10_000;

fn made() -> (Vec<Arc<Entry>>, Config) {
    let flags = Flags::on(Today::Given(date(2030, 1, 1)));
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
    (journal::assemble(&entries, &[], &config).value, config)
}

/// The days, which every build counts anew.
#[divan::bench]
fn days(bencher: divan::Bencher<'_, '_>) {
    let (journal, config) = journal();
    bencher.bench(|| Calendar::of(&journal.counted, &journal.logs, &config, None));
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
