//! The figures of a journal, through the library: small journals, and independent computations of the same.

use comeback::config::{self, Config, Flags, Today};
use comeback::entry;
use comeback::journal::{self, Calendar, Journal};
use comeback::source::{Content, Source, Stamp};
use comeback::text::slug::slug;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::sync::Arc;

const FIRST: Date = date(2020, 8, 3); // A Monday.

fn settings(more: &str) -> Config {
    let flags = Flags::on(Today::Given(date(2030, 1, 1)));
    let checked = config::load(&format!("title = \"T\"\nbase_url = \"https://e.org/\"\n{more}"), &flags);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    checked.value
}

/// A journal of front matters by day, counted from [`FIRST`].
fn journal_with(entries: &[(i64, String)], config: &Config) -> Journal {
    let parse = |(number, (day, front)): (usize, &(i64, String))| {
        let day = FIRST.checked_add(jiff::Span::new().days(*day)).expect("a date of this century");
        let text: Arc<str> = format!("---\n{front}\n---\n").into();
        let path = format!("content/journal/{day}-{number:04}.md");
        let source =
            Source { path: path.into(), hash: [0; 32], content: Content::Text(text.clone()), stamp: Stamp::default() };
        let checked = entry::parse(&source, &text, config);
        assert!(!checked.has_errors(), "{front}: {:?}", checked.diagnostics);
        Arc::new(checked.value.expect("front matter"))
    };
    let entries: Vec<_> = entries.iter().enumerate().map(parse).collect();
    journal::assemble(&entries, &[], config).value
}

fn calendar(entries: &[(i64, &str)]) -> Calendar {
    let entries: Vec<_> = entries.iter().map(|(day, front)| (*day, (*front).to_owned())).collect();
    journal_with(&entries, &settings("")).calendar.expect("a date")
}

/// Pain by day: `2 – 3.5`.
fn pain(entries: &[(i64, &str)]) -> String {
    let show = |value: &Option<f64>| value.map_or("–".to_owned(), |v| v.to_string());
    calendar(entries).pain.iter().map(show).collect::<Vec<_>>().join(" ")
}

/// Metres run and sessions by day: `5000/1`.
fn run(entries: &[(i64, &str)]) -> String {
    calendar(entries).days.iter().map(|d| format!("{}/{}", d.run, d.sessions)).collect::<Vec<_>>().join(" ")
}

#[test]
fn pain_of_a_day_is_the_most_of_what_was_felt_on_it() {
    assert_eq!(pain(&[(0, "pain: 2"), (1, "pain: {before: 1, during: 3.5, after: 2, next_day: 6}")]), "2 3.5");
    assert_eq!(pain(&[(0, "pain: {worst: 4, before: 1}")]), "4");
    // A list of sites, and the pain of sessions, are one day.
    assert_eq!(pain(&[(0, "pain: [{site: hip, after: 2}, {site: knee, after: 5}]")]), "5");
    assert_eq!(pain(&[(0, "pain: 1\nsessions: [{type: run, pain: {during: 4}}]")]), "4");
    // Several entries on one day are one day.
    assert_eq!(pain(&[(0, "pain: 1"), (0, "pain: 3"), (0, "pain: 2")]), "3");
}

#[test]
fn averages_rest_exercises_and_plans_are_not_the_days_pain() {
    assert_eq!(pain(&[(0, "pain: {average: 4, rest: 5}")]), "–");
    assert_eq!(pain(&[(0, "exercises: [{name: Bridge, pain: 6}]")]), "–");
    assert_eq!(pain(&[(0, "sessions: [{type: run, planned: true, pain: {during: 6}}]")]), "–");
}

#[test]
fn absent_is_never_zero() {
    assert_eq!(pain(&[(0, "pain: 0"), (2, "title: words"), (3, "pain: 1")]), "0 – – 1");
}

/// How each day began, and the one after the last: `2n 3b –` for what the day before says, and for the day's own `before`.
fn mornings(entries: &[(i64, &str)]) -> String {
    let show = |morning: &Option<journal::Morning>| {
        morning.map_or("–".to_owned(), |m| format!("{}{}", m.score.value(), if m.next_day { "n" } else { "b" }))
    };
    calendar(entries).mornings.iter().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_next_days_score_is_that_days_morning_and_not_its_pain() {
    assert_eq!(pain(&[(0, "pain: {after: 2, next_day: 5}"), (2, "pain: 1")]), "2 – 1");
    assert_eq!(pain(&[(0, "pain: {next_day: 5}"), (3, "pain: 1")]), "– – – 1");
    assert_eq!(mornings(&[(0, "pain: {before: 3, next_day: 5}"), (2, "pain: {before: 1}")]), "3b 5n 1b –");
    // What the day before says comes first, and the last day's word on the next is kept.
    assert_eq!(mornings(&[(0, "pain: {next_day: 5}"), (1, "pain: {before: 2, next_day: 0}")]), "– 5n 0n");
    assert_eq!(mornings(&[(0, "pain: {rest: 5}"), (0, "pain: 2")]), "– –");
}

/// What is known of each day's running: metres, or `?`; then `!` where it is known what was done.
fn known(entries: &[(i64, &str)]) -> String {
    let show = |day: &journal::Day| {
        format!("{}{}", day.run().map_or("?".to_owned(), |m| m.to_string()), if day.known() { "!" } else { "" })
    };
    calendar(entries).days.iter().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_done_is_known_only_where_somebody_wrote_it_down() {
    assert_eq!(known(&[(0, "pain: 2"), (1, "title: words"), (3, "rest: true")]), "? ? ? 0!");
    assert_eq!(known(&[(0, "rest: false")]), "?");
    assert_eq!(known(&[(0, "exercises: [Bridge 3x10]"), (1, "mileage: 0")]), "0! 0!");
    assert_eq!(known(&[(0, "sessions: [{type: bike}]"), (1, "sessions: [{type: run}]")]), "0! ?!");
    assert_eq!(known(&[(0, "sessions: [{type: run, planned: true}]")]), "?");
    // Mileage is the length of the first run that has none, and of that alone.
    assert_eq!(known(&[(0, "mileage: 5 km\nsessions: [{type: run}]")]), "5000!");
    assert_eq!(known(&[(0, "mileage: 5 km\nsessions: [{type: run}, {type: race}]")]), "?!");
    assert_eq!(known(&[(0, "mileage: 5 km\nsessions: [{type: run, distance: 3 km}, {type: run}]")]), "?!");
}

/// The load of each day.
fn load(entries: &[(i64, &str)]) -> String {
    let show = |day: &journal::Day| day.load.map_or("–".to_owned(), |load| load.to_string());
    calendar(entries).days.iter().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_load_is_known_where_it_is_known_of_all_that_was_done() {
    let session = "{type: run, rpe: 3, duration: 30 min, distance: 5 km}";
    assert_eq!(load(&[(0, &format!("sessions: [{session}]"))]), "90");
    assert_eq!(load(&[(0, &format!("sessions: [{session}, {{type: bike, rpe: 2}}]"))]), "–");
    assert_eq!(load(&[(0, "rest: true"), (2, "mileage: 0")]), "0 – 0");
    assert_eq!(load(&[(0, "mileage: 5 km"), (1, "exercises: [Bridge 3x10]")]), "– –");
    assert_eq!(load(&[(0, &format!("exercises: [Bridge 3x10]\nsessions: [{session}]"))]), "90");
    assert_eq!(load(&[(0, "mileage: 5 km\nsessions: [{type: run, rpe: 2, duration: 20 min}]")]), "40");
}

#[test]
fn bare_mileage_counts_beside_anything_but_a_measured_run() {
    assert_eq!(run(&[(0, "mileage: 5 km")]), "5000/1");
    assert_eq!(run(&[(0, "mileage: 5 km\nsessions: [{type: run, distance: 3 km}]")]), "3000/1");
    assert_eq!(run(&[(0, "mileage: 5 km\nsessions: [{type: run, duration: 30 min}]")]), "5000/1");
    assert_eq!(run(&[(0, "mileage: 5 km\nsessions: [{type: walk, distance: 3 km}]")]), "5000/2");
    assert_eq!(run(&[(0, "mileage: 5 km\nsessions: [{type: run, distance: 9 km, planned: true}]")]), "5000/1");
    // On one day, whichever entry says so.
    assert_eq!(run(&[(0, "mileage: 5 km"), (0, "sessions: [{type: race, distance: 10 km}]")]), "10000/1");
    assert_eq!(run(&[(0, "mileage: 5 km"), (0, "mileage: 2 km"), (0, "mileage: 0")]), "7000/2");
    assert_eq!(run(&[(0, "sessions: [{type: walk-run, distance: 2 km}, {type: run, distance: 1.5 km}]")]), "3500/2");
}

#[test]
fn lengths_are_whole_metres() {
    assert_eq!(run(&[(0, "mileage: 1 mi"), (1, "mileage: 3.1 mi"), (2, "mileage: 13.1 mi")]), "1609/1 4989/1 21082/1");
    let miles = journal_with(&[(0, "mileage: 2".to_owned())], &settings("units = \"mi\"\n"));
    assert_eq!(miles.calendar.expect("a date").days[0].run, 3219);
}

#[test]
fn weeks_begin_where_the_settings_say_and_hold_their_days() {
    let entries = [
        (1, "pain: 1\nmileage: 3 km"),
        (6, "pain: 2\nsessions: [{type: walk, distance: 4 km}, {type: bike, distance: 20 km}]"),
        (7, "pain: 5\nmileage: 6 km"),
        (22, "mileage: 1 km"),
    ];
    let calendar = calendar(&entries);
    let show = |start| {
        let weeks = calendar.weeks(start);
        weeks
            .iter()
            .map(|w| format!("{} {}/{}/{} {} of {}", w.start, w.run, w.walk, w.other, w.logged, w.days))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        show(jiff::civil::Weekday::Monday),
        [
            "2020-08-03 3000/4000/20000 2 of 6",
            "2020-08-10 6000/0/0 1 of 7",
            "2020-08-17 0/0/0 0 of 7",
            "2020-08-24 1000/0/0 1 of 2",
        ]
    );
    assert_eq!(
        show(jiff::civil::Weekday::Sunday),
        [
            "2020-08-02 3000/0/0 1 of 5",
            "2020-08-09 6000/4000/20000 2 of 7",
            "2020-08-16 0/0/0 0 of 7",
            "2020-08-23 1000/0/0 1 of 3",
        ]
    );
}

#[test]
fn a_weeks_median_needs_four_days() {
    let three = calendar(&[(0, "pain: 1"), (1, "pain: 2"), (2, "pain: 9"), (6, "title: x")]);
    let four = calendar(&[(0, "pain: 1"), (1, "pain: 2"), (2, "pain: 9"), (6, "pain: 3")]);
    let medians = |c: &Calendar| c.weeks(jiff::civil::Weekday::Monday).iter().map(|w| w.median).collect::<Vec<_>>();
    assert_eq!((medians(&three), medians(&four)), (vec![None], vec![Some(2.5)]));
}

#[test]
fn private_numbers_count_only_when_the_settings_say_so() {
    let entries =
        [(0, "pain: 1\nmileage: 1 km".to_owned()), (1, "visibility: private\npain: 7\nmileage: 9 km".to_owned())];
    let days = |config: &str| journal_with(&entries, &settings(config)).calendar.expect("a date").days.len();
    assert_eq!((days(""), days("[privacy]\ncount_private = true\n")), (1, 2));
    let unlisted = [(0, "pain: 1".to_owned()), (1, "visibility: unlisted\npain: 7".to_owned())];
    assert_eq!(journal_with(&unlisted, &settings("")).calendar.expect("a date").pain, [Some(1.0), Some(7.0)]);
}

/// One entry as drawn by lot: its day, its pain in halves, its next day's, its metres.
type Drawn = (i64, Option<u8>, Option<u8>, Option<u32>);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let score = || prop::option::weighted(0.7, 0..=20u8);
    prop::collection::vec((0..40i64, score(), score(), prop::option::of(0..30_000u32)), 1..40)
}

fn front((day, pain, next, metres): &Drawn) -> (i64, String) {
    let mut text = "title: T".to_owned();
    let scores = [("after", pain), ("next_day", next)]
        .map(|(name, score)| score.map_or(String::new(), |s| format!("{name}: {}, ", f64::from(s) / 2.0)));
    if scores.iter().any(|s| !s.is_empty()) {
        text.push_str(&format!("\npain: {{{}}}", scores.concat()));
    }
    if let Some(metres) = metres {
        text.push_str(&format!("\nmileage: {metres} m"));
    }
    (*day, text)
}

/// The definitions written down once more, in the plainest way.
fn oracle(entries: &[Drawn]) -> (Vec<Option<f64>>, Vec<Option<f64>>, Vec<u32>) {
    let (first, last) =
        (entries.iter().map(|e| e.0).min().unwrap_or(0), entries.iter().map(|e| e.0).max().unwrap_or(0));
    let most = |day: i64, pick: fn(&Drawn) -> Option<u8>| entries.iter().filter(|e| e.0 == day).filter_map(pick).max();
    let pain = |day: i64| most(day, |e| e.1).map(|v| f64::from(v) / 2.0);
    let median = |day: i64| {
        let mut inside: Vec<f64> = (day - 6..=day).filter(|d| (first..=last).contains(d)).filter_map(pain).collect();
        inside.sort_by(f64::total_cmp);
        let n = inside.len();
        (n >= 4).then(|| (inside[(n - 1) / 2] + inside[n / 2]) / 2.0)
    };
    let run = |day: i64| entries.iter().filter(|e| e.0 == day).filter_map(|e| e.3).sum();
    ((first..=last).map(pain).collect(), (first..=last).map(median).collect(), (first..=last).map(run).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_calendar_is_what_the_definitions_say(entries in drawn()) {
        let texts: Vec<_> = entries.iter().map(front).collect();
        let calendar = journal_with(&texts, &settings("")).calendar.expect("a date");
        let (pain, median, run) = oracle(&entries);
        prop_assert_eq!(&calendar.pain, &pain);
        prop_assert_eq!(&calendar.median, &median);
        prop_assert_eq!(calendar.days.iter().map(|d| d.run).collect::<Vec<_>>(), run);
    }

    #[test]
    fn the_order_of_files_does_not_matter(entries in drawn(), seed in any::<u64>()) {
        let texts: Vec<_> = entries.iter().map(front).collect();
        let mut shuffled = texts.clone();
        shuffled.sort_by_key(|(day, text)| blake3::hash(format!("{seed} {day} {text}").as_bytes()).to_hex().to_string());
        let of = |texts: &[(i64, String)]| journal_with(texts, &settings("")).calendar;
        prop_assert_eq!(of(&texts), of(&shuffled));
    }

    #[test]
    fn a_day_in_two_entries_is_the_same_day(entries in drawn()) {
        let whole: Vec<_> = entries.iter().map(front).collect();
        let split: Vec<_> = entries
            .iter()
            .flat_map(|(day, pain, next, metres)| [(*day, *pain, None, *metres), (*day, None, *next, None)])
            .map(|entry| front(&entry))
            .collect();
        let of = |texts: &[(i64, String)]| {
            let calendar = journal_with(texts, &settings("")).calendar.expect("a date");
            let days: Vec<_> = calendar.days.iter().map(|d| (d.points, d.pain, d.run, d.walk, d.other)).collect();
            (calendar.first, days, calendar.pain, calendar.mornings, calendar.median)
        };
        prop_assert_eq!(of(&whole), of(&split));
    }

    #[test]
    fn weeks_add_up_to_the_days(entries in drawn(), sunday in any::<bool>()) {
        let texts: Vec<_> = entries.iter().map(front).collect();
        let calendar = journal_with(&texts, &settings("")).calendar.expect("a date");
        let weeks = calendar.weeks(if sunday { jiff::civil::Weekday::Sunday } else { jiff::civil::Weekday::Monday });
        prop_assert_eq!(weeks.iter().map(|w| w.run).sum::<u32>(), calendar.days.iter().map(|d| d.run).sum::<u32>());
        prop_assert_eq!(weeks.iter().map(|w| usize::from(w.days)).sum::<usize>(), calendar.days.len());
        prop_assert_eq!(weeks.iter().map(|w| usize::from(w.scored)).sum::<usize>(), calendar.scored());
        prop_assert!(weeks.windows(2).all(|w| w[0].start < w[1].start));
    }

    #[test]
    fn a_slug_is_short_safe_and_stays_itself(name in prop_oneof![any::<String>(), "[a-zäöß ]{60,200}"]) {
        let made = slug(&name);
        prop_assert!(!made.is_empty() && made.len() <= 80, "{made}");
        prop_assert_eq!(&slug(&made), &made);
        prop_assert!(made.chars().all(|c| c == '-' || c.is_alphanumeric() || !c.is_ascii()), "{made}");
        prop_assert!(!made.starts_with('-') && !made.ends_with('-') && !made.contains("--"), "{made}");
        prop_assert!(!made.chars().any(|c| c.is_ascii_uppercase()), "{made}");
    }
}
