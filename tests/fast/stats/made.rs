//! Journals made by lot, as plain values, and as the files that say the same.

use jiff::civil::{Date, date};
use std::fmt::Write as _;

/// Day 0, a Monday.
pub(crate) const BASE: Date = date(2020, 8, 3);
/// The last day that is not in the future.
pub(crate) const TODAY: i64 = 150;

pub(crate) fn day(number: i64) -> Date {
    BASE.checked_add(jiff::Span::new().days(number)).expect("a date of this century")
}

/// A stream of numbers that is the same in every run (splitmix64).
pub(crate) struct Lot(pub(crate) u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).expect("small")]
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Status {
    Public,
    Unlisted,
    Private,
    Draft,
    Future,
    Expired,
    Undated,
}

/// Scores are in halves of a point, hours in halves of an hour.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pain {
    pub(crate) site: Option<&'static str>,
    pub(crate) side: Option<&'static str>,
    pub(crate) points: [Option<u64>; 4],
    pub(crate) worst: Option<u64>,
    pub(crate) rest: Option<u64>,
    pub(crate) average: Option<u64>,
    pub(crate) settled: Option<u64>,
}

#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) kind: &'static str,
    pub(crate) metres: Option<u64>,
    /// Halves of a minute, and of a point.
    pub(crate) minutes: Option<u64>,
    pub(crate) rpe: Option<u64>,
    pub(crate) pain: Option<Pain>,
    pub(crate) planned: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Exercise {
    pub(crate) name: &'static str,
    pub(crate) sets: Option<u64>,
    pub(crate) reps: Vec<u64>,
    /// Halves of a kilogram.
    pub(crate) kilograms: Option<u64>,
    pub(crate) other_load: Option<&'static str>,
    pub(crate) hold: Option<u64>,
    pub(crate) side: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub(crate) struct Treatment {
    pub(crate) kind: &'static str,
    pub(crate) minutes: Option<u64>,
    pub(crate) cents: Option<(u64, &'static str)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) day: i64,
    pub(crate) number: usize,
    pub(crate) status: Status,
    pub(crate) injury: Option<usize>,
    pub(crate) pains: Vec<Pain>,
    pub(crate) mileage: Option<u64>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) exercises: Vec<Exercise>,
    pub(crate) treatments: Vec<Treatment>,
}

#[derive(Clone, Debug)]
pub(crate) struct Prescription {
    pub(crate) exercise: &'static str,
    pub(crate) per_week: u64,
    pub(crate) from: Option<i64>,
    pub(crate) to: Option<i64>,
}

/// Limits in halves.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) low: u64,
    pub(crate) ceiling: u64,
    pub(crate) window: u64,
    pub(crate) tolerance: u64,
}

#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) rule: Option<Rule>,
    pub(crate) sunday: bool,
    pub(crate) count_private: bool,
    pub(crate) injuries: bool,
    pub(crate) only: Option<usize>,
    pub(crate) prescriptions: Vec<Prescription>,
    /// Days of ordered rest, from and to.
    pub(crate) rest: Option<(i64, Option<i64>)>,
    pub(crate) entries: Vec<Entry>,
}

const KINDS: [&str; 13] = [
    "run",
    "walk",
    "walk-run",
    "race",
    "bike",
    "elliptical",
    "swim",
    "aqua-jog",
    "alter-g",
    "row",
    "strength",
    "mobility",
    "other",
];
const PLACES: [(&str, Option<&str>); 4] =
    [("hamstring", Some("left")), ("hamstring", Some("right")), ("knee", None), ("Hip", Some("left"))];

/// How a journal is: what its days look like.
#[derive(Clone, Copy)]
struct Nature {
    days: i64,
    /// Percent of days with an entry.
    logged: u64,
    /// Percent of entries with a score.
    scored: u64,
    /// Percent of entries with sessions.
    moved: u64,
    /// The same scores, metres and minutes every day.
    constant: bool,
    /// A flare of some days now and then.
    spikes: bool,
}

fn nature(lot: &mut Lot) -> Nature {
    let plain = Nature { days: 60, logged: 75, scored: 80, moved: 60, constant: false, spikes: false };
    match lot.below(9) {
        0 => Nature { days: 1, logged: 100, ..plain },
        1 => Nature { days: 12, logged: 60, ..plain },
        2 => Nature { scored: 0, ..plain },
        3 => Nature { days: 45, logged: 100, scored: 100, constant: true, moved: 100, ..plain },
        4 => Nature { days: 90, logged: 95, scored: 95, spikes: true, ..plain },
        5 => Nature { days: 70, logged: 100, scored: 100, spikes: true, moved: 90, ..plain },
        6 => Nature { days: 30, logged: 100, scored: 90, moved: 80, ..plain },
        7 => Nature { days: 120, logged: 25, ..plain },
        _ => plain,
    }
}

impl Made {
    pub(crate) fn new(seed: u64) -> Self {
        let mut lot = Lot(seed);
        let nature = nature(&mut lot);
        let rule = match lot.below(4) {
            0 => None,
            1 => Some(Rule { name: "silbernagel", low: 6, ceiling: 10, window: 48, tolerance: 0 }),
            2 => Some(Rule { name: "within-48h", low: 0, ceiling: 6, window: 96, tolerance: 0 }),
            _ => {
                let low = lot.below(5);
                let (ceiling, window) = (low + lot.below(8), 2 * lot.one(&[12, 24, 36, 72]));
                Some(Rule { name: "custom", low, ceiling, window, tolerance: lot.below(4) })
            }
        };
        let injuries = lot.chance(30);
        let prescription = |lot: &mut Lot| Prescription {
            exercise: lot.one(&["bridge", "Clamshell", "Never done"]),
            per_week: 1 + lot.below(5),
            from: lot.chance(50).then(|| i64::try_from(lot.below(30)).expect("small") - 5),
            to: lot.chance(50).then(|| i64::try_from(lot.below(60)).expect("small") + 20),
        };
        let mut made = Self {
            rule,
            sunday: lot.chance(50),
            count_private: lot.chance(50),
            injuries,
            only: (injuries && lot.chance(60)).then(|| usize::try_from(lot.below(2)).expect("small")),
            prescriptions: (0..lot.below(3)).map(|_| prescription(&mut lot)).collect(),
            rest: lot.chance(35).then(|| {
                let from = i64::try_from(lot.below(40)).expect("small");
                (from, lot.chance(80).then_some(from + 9))
            }),
            entries: Vec::new(),
        };
        let mut flare = 0;
        for number in 0..nature.days {
            flare =
                if nature.spikes && flare == 0 && lot.chance(6) { 3 + lot.below(4) } else { flare.saturating_sub(1) };
            // The first day always has an entry, so that long journals are as long as they say.
            if number == 0 || lot.chance(nature.logged) {
                made.entry(&mut lot, nature, number, flare > 0);
                if !nature.constant && lot.chance(12) {
                    made.entry(&mut lot, nature, number, flare > 0);
                }
            }
        }
        made
    }

    fn entry(&mut self, lot: &mut Lot, nature: Nature, day: i64, flare: bool) {
        let status = if nature.constant {
            Status::Public
        } else {
            match lot.below(40) {
                0 | 1 => Status::Unlisted,
                2 | 3 => Status::Private,
                4 => Status::Draft,
                5 => Status::Future,
                6 => Status::Undated,
                7 => Status::Expired,
                _ => Status::Public,
            }
        };
        let day = if status == Status::Future { TODAY + 1 + day } else { day };
        let moved = lot.chance(nature.moved);
        let sessions = if moved { 1 + lot.below(2) } else { 0 };
        let entry = Entry {
            day,
            number: self.entries.len(),
            status,
            injury: self.injuries.then(|| usize::from(lot.chance(40))),
            pains: if lot.chance(nature.scored) { pains(lot, nature, flare) } else { Vec::new() },
            mileage: (!nature.constant && lot.chance(25)).then(|| 1000 + 10 * lot.below(700)),
            sessions: if nature.constant {
                vec![Session {
                    kind: "run",
                    metres: Some(5000),
                    minutes: Some(66),
                    rpe: Some(7),
                    pain: None,
                    planned: false,
                }]
            } else {
                (0..sessions).map(|_| session(lot, nature)).collect()
            },
            exercises: (0..lot.below(3)).map(|_| exercise(lot)).collect(),
            treatments: (0..u64::from(lot.chance(15))).map(|_| treatment(lot)).collect(),
        };
        self.entries.push(entry);
    }
}

fn score(lot: &mut Lot, nature: Nature, flare: bool) -> u64 {
    match (nature.constant, flare) {
        (true, _) => 4,
        (_, true) => 10 + lot.below(6),
        _ if nature.spikes => lot.below(5),
        _ => lot.one(&[0, 0, 0, 1, 2, 3, 4, 5, 6, 8, 10, 12]),
    }
}

fn pain(lot: &mut Lot, nature: Nature, flare: bool, percent: u64) -> Pain {
    let mut point = || lot.chance(percent).then(|| score(lot, nature, flare));
    let points = [point(), point(), point(), point()];
    Pain { points, settled: lot.chance(10).then(|| lot.one(&[24, 48, 49, 96, 97, 140])), ..Pain::default() }
}

fn pains(lot: &mut Lot, nature: Nature, flare: bool) -> Vec<Pain> {
    let one = if nature.constant { 0 } else { lot.below(10) };
    match one {
        // One score: the day's worst.
        0..=2 => vec![Pain { worst: Some(score(lot, nature, flare)), ..Pain::default() }],
        3..=7 => {
            let mut pain = pain(lot, nature, flare, 70);
            if lot.chance(20) {
                (pain.site, pain.side) = (Some("hamstring"), Some("left"));
            }
            pain.average = lot.chance(10).then_some(20);
            pain.rest = lot.chance(10).then_some(20);
            vec![pain]
        }
        _ => {
            let from = usize::try_from(lot.below(2)).expect("small");
            let places = &PLACES[from..=from + 1 + usize::from(lot.chance(30))];
            let listed = places.iter().map(|(site, side)| Pain {
                site: Some(site),
                side: *side,
                ..pain(lot, nature, flare, 85)
            });
            listed.collect()
        }
    }
}

fn session(lot: &mut Lot, nature: Nature) -> Session {
    let kind = if lot.chance(45) { "run" } else { lot.one(&KINDS) };
    Session {
        kind,
        metres: lot.chance(80).then(|| if lot.chance(3) { 0 } else { 500 + 10 * lot.below(1100) }),
        minutes: lot.chance(80).then(|| 20 + lot.below(180)),
        rpe: lot.chance(80).then(|| lot.below(21)),
        pain: lot.chance(30).then(|| pain(lot, nature, false, 60)),
        planned: lot.chance(8),
    }
}

fn exercise(lot: &mut Lot) -> Exercise {
    let reps = match lot.below(4) {
        0 => Vec::new(),
        1 => vec![6 + lot.below(6), 6 + lot.below(6), 5],
        _ => vec![5 + lot.below(10)],
    };
    let load = lot.below(4);
    Exercise {
        name: lot.one(&["Bridge", "bridge", "BRIDGE", "Clamshell", "Plank"]),
        sets: (reps.len() < 2 && lot.chance(80)).then(|| 1 + lot.below(4)),
        reps,
        kilograms: (load == 0).then(|| lot.below(60)),
        other_load: match load {
            1 => Some("bodyweight"),
            2 => Some("band:red"),
            _ => None,
        },
        hold: lot.chance(30).then(|| 10 + lot.below(50)),
        side: lot.one(&[None, Some("left"), Some("both")]),
    }
}

fn treatment(lot: &mut Lot) -> Treatment {
    Treatment {
        kind: lot.one(&["needling", "Needling", "massage"]),
        minutes: lot.chance(70).then(|| 10 + lot.below(60)),
        cents: lot.chance(70).then(|| (100 + lot.below(9000), lot.one(&["USD", "EUR"]))),
    }
}

/// `2.5` of 5 halves.
fn half(halves: u64) -> String {
    if halves.is_multiple_of(2) { (halves / 2).to_string() } else { format!("{}.5", halves / 2) }
}

impl Pain {
    fn text(&self) -> String {
        let mut text = String::from("{");
        let names = ["before", "during", "after", "next_day", "worst", "rest", "average", "settled_hours"];
        let [before, during, after, next] = self.points;
        let values = [before, during, after, next, self.worst, self.rest, self.average, self.settled];
        for (name, value) in [("site", self.site), ("side", self.side)] {
            if let Some(value) = value {
                let _ = write!(text, "{name}: {value}, ");
            }
        }
        for (name, value) in names.iter().zip(values).filter_map(|(name, value)| Some((name, value?))) {
            let _ = write!(text, "{name}: {}, ", half(value));
        }
        text + "}"
    }
}

impl Entry {
    /// The path and the text of its file.
    pub(crate) fn file(&self) -> (String, String) {
        let mut text = format!("---\ntitle: Entry {}\n", self.number);
        let name = if self.status == Status::Undated { "undated".to_owned() } else { day(self.day).to_string() };
        match self.status {
            Status::Unlisted => text.push_str("visibility: unlisted\n"),
            Status::Private => text.push_str("visibility: private\n"),
            Status::Draft => text.push_str("draft: true\n"),
            Status::Expired => {
                let _ = writeln!(text, "expires: {}", day(TODAY - 1));
            }
            Status::Public | Status::Future | Status::Undated => {}
        }
        if let Some(injury) = self.injury {
            let _ = writeln!(text, "injury: {}", ["tendon", "knee"][injury]);
        }
        match self.pains.as_slice() {
            [] => {}
            [Pain { worst: Some(worst), site: None, points: [None, None, None, None], .. }] => {
                let _ = writeln!(text, "pain: {}", half(*worst));
            }
            [one] => {
                let _ = writeln!(text, "pain: {}", one.text());
            }
            list => {
                let list: Vec<String> = list.iter().map(|pain| format!("  - {}\n", pain.text())).collect();
                let _ = write!(text, "pain:\n{}", list.concat());
            }
        }
        if let Some(metres) = self.mileage {
            let _ = writeln!(text, "mileage: {}.{:03} km", metres / 1000, metres % 1000);
        }
        self.work(&mut text);
        (format!("content/journal/{name}-{:04}.md", self.number), text + "---\nWords.\n")
    }

    fn work(&self, text: &mut String) {
        for (at, session) in self.sessions.iter().enumerate() {
            let _ = write!(text, "{}  - {{type: {}", if at == 0 { "sessions:\n" } else { "" }, session.kind);
            let values = [
                session.metres.map(|m| format!("distance: {m} m")),
                session.minutes.map(|m| format!("duration: {}", half(m))),
                session.rpe.map(|r| format!("rpe: {}", half(r))),
                session.pain.as_ref().map(|p| format!("pain: {}", p.text())),
                session.planned.then(|| "planned: true".to_owned()),
            ];
            for value in values.into_iter().flatten() {
                let _ = write!(text, ", {value}");
            }
            text.push_str("}\n");
        }
        for (at, exercise) in self.exercises.iter().enumerate() {
            let _ = write!(text, "{}  - {{name: {}", if at == 0 { "exercises:\n" } else { "" }, exercise.name);
            let reps = match exercise.reps.as_slice() {
                [] => None,
                [one] => Some(one.to_string()),
                list => Some(format!("{list:?}")),
            };
            let values = [
                exercise.sets.map(|n| format!("sets: {n}")),
                reps.map(|reps| format!("reps: {reps}")),
                exercise.kilograms.map(|kg| format!("load: {} kg", half(kg))),
                exercise.other_load.map(|load| format!("load: \"{load}\"")),
                exercise.hold.map(|s| format!("hold: {s}")),
                exercise.side.map(|side| format!("side: {side}")),
            ];
            for value in values.into_iter().flatten() {
                let _ = write!(text, ", {value}");
            }
            text.push_str("}\n");
        }
        for (at, treatment) in self.treatments.iter().enumerate() {
            let _ = write!(text, "{}  - {{type: {}", if at == 0 { "treatments:\n" } else { "" }, treatment.kind);
            if let Some(minutes) = treatment.minutes {
                let _ = write!(text, ", minutes: {minutes}");
            }
            if let Some((cents, currency)) = treatment.cents {
                let _ = write!(text, ", cost: {}.{:02} {currency}", cents / 100, cents % 100);
            }
            text.push_str("}\n");
        }
    }
}

impl Made {
    /// The text of `site.toml`.
    pub(crate) fn settings(&self) -> String {
        let mut text = String::from("title = \"T\"\nbase_url = \"https://e.org/\"\n");
        if self.sunday {
            text.push_str("week_start = \"sunday\"\n");
        }
        if self.injuries {
            text.push_str("[[injuries]]\nname = \"Tendon\"\n[[injuries]]\nname = \"Knee\"\n");
        }
        if let Some(rule) = &self.rule {
            let _ = writeln!(text, "[rules]\npreset = \"{}\"", rule.name);
            if rule.name == "custom" {
                let (low, ceiling) = (half(rule.low), half(rule.ceiling));
                let (window, tolerance) = (half(rule.window), half(rule.tolerance));
                let _ = writeln!(
                    text,
                    "low = {low}\nceiling = {ceiling}\nwindow_hours = {window}\ntolerance = {tolerance}"
                );
            }
        }
        for p in &self.prescriptions {
            let _ = writeln!(text, "[[prescriptions]]\nexercise = \"{}\"\nper_week = {}", p.exercise, p.per_week);
            for (key, value) in [("from", p.from), ("to", p.to)].into_iter().filter_map(|(k, v)| Some((k, v?))) {
                let _ = writeln!(text, "{key} = {}", day(value));
            }
        }
        if let Some((from, to)) = self.rest {
            let _ = writeln!(text, "[[phases]]\nname = \"Rest\"\nrest = true\nstart = {}", day(from));
            if let Some(to) = to {
                let _ = writeln!(text, "end = {}", day(to));
            }
        }
        if self.count_private {
            text.push_str("[privacy]\ncount_private = true\n");
        }
        text
    }
}
