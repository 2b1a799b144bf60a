//! How many journals in which what was done has nothing to do with pain show a finding all the same.
//!
//! `cargo bench --bench unrelated`, or with how many journals of each autocorrelation: `cargo bench --bench unrelated -- 20`
//!
//! Both get better with time, as in any recovery, and neither hears of the other. A finding is a sentence, heading or mark that
//! sets what was done against pain, or a `rise` of the mornings; a trend, a spike and a bare count are none. The sentences that
//! name both are printed, each once, with how many journals have it, so that whoever changes words can judge them anew.
//!
//! No finding, and yet worth knowing: in how many the bare counts of next mornings lean so far to one side, after something that
//! was done on ten days or more, that a coin would do so once in twenty times.
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use comeback::build::{Builder, Prepared};
use comeback::config::{Flags, Today};
use comeback::journal::stats::Stats;
use comeback::render;
use comeback::site::{ReaderContext, Route};
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

const DAYS: i32 = 120;
const FIRST: Date = date(2023, 1, 2);

fn main() {
    let each = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(120_u32);
    let mut shapes: BTreeMap<String, usize> = BTreeMap::new();
    println!("autocorrelation  journals  with a finding  with a rise  with lopsided counts");
    for tenths in [0_u32, 2, 4, 6, 8] {
        let (mut findings, mut rises, mut lopsided) = (0, 0, 0);
        for seed in 0..each {
            let folder = tempfile::tempdir().expect("a folder");
            write_journal(folder.path(), f64::from(tenths) / 10.0, u64::from(seed) * 16 + u64::from(tenths));
            let shown = Shown::of(folder.path());
            rises += usize::from(shown.rises);
            lopsided += usize::from(shown.lopsided);
            findings += usize::from(shown.rises || shown.sentences.iter().any(|sentence| is_finding(sentence)));
            for sentence in shown.sentences {
                *shapes.entry(sentence).or_default() += 1;
            }
        }
        println!("{:15}  {each:8}  {findings:14}  {rises:11}  {lopsided:20}", format!("0.{tenths}"));
    }
    println!(
        "\nSentences that name what was done and pain (! is taken for a finding), by how many journals have them:"
    );
    for (shape, journals) in shapes {
        println!("{journals:5} {} {shape}", if is_finding(&shape) { '!' } else { ' ' });
    }
}

/// Numbers between 0 and 1 that are the same on every machine (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((mixed ^ (mixed >> 31)) >> 32).expect("32 bits")) / f64::from(u32::MAX)
    }

    /// Nearly normal, of mean 0 and deviation 1: the sum of twelve even ones.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }

    fn is(&mut self, share: f64) -> bool {
        self.next() < share
    }
}

/// A journal of 120 days: pain falls from about 5 to about 1, running grows from little to every other day.
fn write_journal(folder: &Path, autocorrelation: f64, seed: u64) {
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    let settings = "title = \"T\"\nbase_url = \"https://e.org/\"\n[search]\nenabled = false\n[cards]\nenabled = false\n\
                    [[injuries]]\nname = \"hamstring\"\nonset = 2023-01-01\n";
    write("site.toml", settings);
    // What hurts and what is done come of two rows of chance, so that neither can hear of the other.
    let mut hurt = Chance(seed * 2 + 1);
    let mut done = Chance(seed * 2 + 2);
    let mut state = hurt.normal();
    let score = |pain: f64| pain.round().clamp(0.0, 10.0);
    let mut mornings = Vec::new();
    let mut days = Vec::new();
    for day in 0..=DAYS {
        let level = 5.0 - 4.0 * f64::from(day) / f64::from(DAYS);
        state = autocorrelation * state + (1.0 - autocorrelation * autocorrelation).sqrt() * hurt.normal();
        mornings.push(score(level - 0.5 + state));
        let [during, after] = [0.0, 0.5].map(|more| score(level + more + state + 0.5 * hurt.normal()));
        days.push((during, after, hurt.is(0.9), hurt.is(0.8)));
    }
    for day in 0..DAYS {
        let at = usize::try_from(day).expect("a day");
        let (during, after, is_written, has_next) = days[at];
        let share = f64::from(day) / f64::from(DAYS);
        let sessions = sessions(&mut done, share);
        if !is_written {
            continue;
        }
        let date = FIRST.checked_add(jiff::Span::new().days(day)).expect("a date of this time");
        let mut text = format!("---\ndate: {date}\ntitle: Day {day}\npain: {{before: {}", mornings[at]);
        if !sessions.is_empty() {
            let _ = write!(text, ", during: {during}");
        }
        let _ = write!(text, ", after: {after}");
        if has_next {
            let _ = write!(text, ", next_day: {}", mornings[at + 1]);
        }
        text.push_str("}\n");
        text.push_str(if sessions.is_empty() { "mileage: 0\n" } else { "sessions:\n" });
        text.push_str(&sessions);
        if done.is(0.3) {
            let kilos = 10.0 + 30.0 * share;
            let _ = writeln!(text, "exercises: [Bridge 3x8 @{kilos:.0}kg]");
        }
        if done.is(0.1) {
            text.push_str("treatments: [{type: massage, minutes: 30}]\n");
        }
        text.push_str("---\nWords.\n");
        write(&format!("content/journal/{date}.md"), &text);
    }
}

/// What is done on a day, whatever it feels like.
fn sessions(chance: &mut Chance, share: f64) -> String {
    let mut text = String::new();
    let mut add = |kind: &str, metres: f64, minutes: f64, rpe: f64| {
        let _ =
            writeln!(text, "  - {{type: {kind}, distance: {metres:.0} m, duration: {minutes:.0} min, rpe: {rpe:.0}}}");
    };
    if chance.is(0.1 + 0.4 * share) {
        let metres = 1000.0 + 6000.0 * share + 1500.0 * chance.next();
        add("run", metres, metres / 160.0, 2.0 + 3.0 * chance.next());
    }
    if chance.is(0.35) {
        add("bike", 8000.0 + 8000.0 * chance.next(), 25.0 + 20.0 * chance.next(), 2.0 + 3.0 * chance.next());
    }
    if chance.is(0.4 - 0.2 * share) {
        add("walk", 2000.0 + 2000.0 * chance.next(), 25.0 + 20.0 * chance.next(), 1.0);
    }
    text
}

/// What a reader of a journal meets.
struct Shown {
    /// Those of its pages that name what was done and pain, without their numbers and dates.
    sentences: BTreeSet<String>,
    /// Whether a week's mornings are said to have risen.
    rises: bool,
    /// Whether the next morning was far more often higher, or lower, after a kind of what was done.
    lopsided: bool,
}

impl Shown {
    fn of(folder: &Path) -> Self {
        let flags = Flags::on(Today::Given(date(2030, 1, 1)));
        let mut builder = Builder::new(folder, None, flags);
        let prepared = builder.prepare().expect("a folder").expect("settings");
        let stats = Stats::of(&prepared.site.journal, &prepared.site.config, None);
        let stats: serde_json::Value = serde_json::from_str(&comeback::cli::stats_json(&stats)).expect("figures");
        let weeks = stats["mornings_by_week"].as_array().into_iter().flatten();
        let rises = weeks.filter(|week| week["rise"] == true).count() > 0;
        let mut kinds = stats["next_mornings"].as_array().into_iter().flatten();
        let lopsided = kinds.any(|kind| {
            let [n, lower, higher] = ["n", "lower", "higher"].map(|key| kind[key].as_f64().unwrap_or_default());
            n >= 10.0 && (higher - lower).abs() > 1.96 * (higher + lower).sqrt()
        });
        Self { sentences: sentences(&prepared), rises, lopsided }
    }
}

/// The sentences that name both, of all pages but lists, the page about numbers, and entries other than the middle one.
fn sentences(prepared: &Prepared) -> BTreeSet<String> {
    let reading = ReaderContext::default();
    let common = render::common(&prepared.site);
    let middle = format!("/journal/day-{}/", DAYS / 2);
    let mut found = BTreeSet::new();
    for (address, route) in &prepared.site.routes {
        let passed =
            ["/journal/", "/page/", "/archive/", "/progress/numbers/"].iter().any(|at| address.starts_with(at));
        if !matches!(route, Route::Page(_)) || passed && **address != *middle {
            continue;
        }
        let mut page = Vec::new();
        render::make(prepared.press(&reading), &common, address, route, &mut page).expect("a page");
        let page = String::from_utf8(page).expect("text");
        for line in lines(&page) {
            let shape = shape(&line);
            let words: Vec<&str> = shape.split(|sign: char| !sign.is_alphabetic()).collect();
            let names = |list: &[&str]| words.iter().any(|word| list.contains(&&*word.to_lowercase()));
            if names(&DONE) && names(&PAIN) {
                found.insert(shape);
            }
        }
    }
    found
}

const DONE: [&str; 22] = [
    "run",
    "runs",
    "running",
    "ran",
    "bike",
    "biked",
    "walk",
    "walks",
    "walking",
    "walked",
    "load",
    "loads",
    "distance",
    "km",
    "session",
    "sessions",
    "rest",
    "done",
    "exercise",
    "exercises",
    "did",
    "elliptical",
];
const PAIN: [&str; 12] =
    ["pain", "hurt", "morning", "mornings", "score", "scores", "higher", "lower", "sore", "settled", "worse", "better"];

/// The texts of a page, by block: headings, paragraphs, cells, and what a drawing says.
fn lines(page: &str) -> Vec<String> {
    let main = page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default();
    let mut lines = vec![String::new()];
    for (at, piece) in main.split('<').enumerate() {
        let (tag, text) = if at == 0 { ("", "") } else { piece.split_once('>').unwrap_or(("", piece)) };
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        let is_inline = ["a", "b", "em", "i", "span", "strong", "small", "time", "abbr", "data", "wbr"].contains(&name);
        if !is_inline {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(text);
        }
    }
    let whole = lines.into_iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    whole.filter(|line| !line.is_empty()).flat_map(|line| sentences_of(&line)).collect()
}

fn sentences_of(line: &str) -> Vec<String> {
    line.split_inclusive(". ").map(|sentence| sentence.trim().to_owned()).collect()
}

/// A sentence without what differs from journal to journal: its figures and dates.
fn shape(sentence: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut shape = String::new();
    let figure = |sign: char| sign.is_ascii_digit() || "−–.".contains(sign);
    for word in sentence.split(' ') {
        let bare = word.trim_matches(|sign: char| ",;:().".contains(sign));
        let is_month = MONTHS.iter().any(|month| *month == bare || (bare.len() == 3 && month.starts_with(bare)));
        let is_figure = bare.starts_with(|sign: char| sign.is_ascii_digit()) && bare.chars().all(figure);
        let word = if is_month || is_figure { word.replace(bare, "#") } else { word.to_owned() };
        if !shape.is_empty() {
            shape.push(' ');
        }
        shape.push_str(&word);
    }
    while shape.contains("# #") {
        shape = shape.replace("# #", "#");
    }
    shape
}

/// What sentences end with that name both and yet are no finding: bare counts, names of charts and figures, how to read them.
const BARE: [&str; 18] = [
    "# with what was done noted; hatched where five days or more have none.",
    "the morning’s alone on # more, # with what was done noted.",
    ": the morning after # days was higher #, the same #, lower # times.",
    "from a median of # before · ran as far again as in the week before it on #",
    "Pain-free runs in a row",
    "Runs in a row without pain",
    "Pain and load, day by day",
    "Pain and load, # to #",
    "Pain and load by week, # to #",
    "Pain #, up is worse; below, load in effort × min.",
    "Pain beside what was done, and what the next morning said.",
    "That things stand together doesn’t tell that one did the other.",
    "The next morning, by what was done",
    "What the next morning said, by what was done.",
    "What the next morning said, by what was done, # to #",
    "Each by itself: load, repetitions or seconds, and the pain while at it.",
    "Small multiples, one for each exercise, with panels for load, repetitions, holds and pain, # to #.",
    "What a treatment did, a diary can’t tell: pain comes and goes without it too.",
];

/// Whether a sentence that names both sets one against the other. What nobody has looked at yet is taken for one.
fn is_finding(shape: &str) -> bool {
    !BARE.iter().any(|end| shape.ends_with(end))
}
