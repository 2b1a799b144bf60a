//! What one chart of each kind costs, for a year and for ten years of entries, from the journal's days to the drawing.
//!
//! `cargo bench --bench charts`

use comeback::build::Builder;
use comeback::chart::{KINDS, Typed};
use comeback::config::{Flags, Today};
use comeback::site::Site;
use jiff::civil::date;
use made::text;
use std::sync::{Arc, OnceLock};

#[path = "made.rs"]
mod made;

fn main() {
    divan::main();
}

/// A site of an entry a day.
fn site(days: i64) -> Arc<Site> {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write("site.toml", "title = \"T\"\nbase_url = \"https://e.org/\"\n");
    for day in 0..days {
        write(&format!("content/journal/{day:05}.md"), &text(day));
    }
    let flags = Flags::on(Today::Given(date(2030, 1, 1)));
    let prepared = Builder::new(folder.path(), None, flags).prepare().expect("a folder").expect("settings");
    prepared.site
}

fn year() -> &'static Arc<Site> {
    static SITE: OnceLock<Arc<Site>> = OnceLock::new();
    SITE.get_or_init(|| site(365))
}

fn ten_years() -> &'static Arc<Site> {
    static SITE: OnceLock<Arc<Site>> = OnceLock::new();
    SITE.get_or_init(|| site(3650))
}

fn draw(bencher: divan::Bencher<'_, '_>, site: &'static Arc<Site>, kind: &str) {
    let row = KINDS.iter().find(|row| row.name == kind).expect("a kind");
    let options: Vec<_> = row.example.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let typed = Typed::new(kind, &options);
    let asked = typed.read().value.expect("an example without mistakes");
    bencher.bench(|| site.chart(&typed, &asked).expect("no names"));
}

/// The kinds by their names.
fn kinds() -> Vec<&'static str> {
    KINDS.iter().map(|row| row.name).collect()
}

#[divan::bench(args = kinds())]
fn a_year(bencher: divan::Bencher<'_, '_>, kind: &str) {
    draw(bencher, year(), kind);
}

#[divan::bench(args = kinds())]
fn ten_years_of(bencher: divan::Bencher<'_, '_>, kind: &str) {
    draw(bencher, ten_years(), kind);
}
