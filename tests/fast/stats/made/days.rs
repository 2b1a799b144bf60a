//! The entries of a made journal.

use super::{Lot, Nature, Runs};
use crate::stats::plain::{
    Entry, Exercise, Journal, Length, Pain, Session, Status, TODAY, Test, Treatment, Typed, Unit, day,
};

const KINDS: [&str; 15] = [
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
    "walk",
    "bike",
];
const PLACES: [(&str, Option<&str>); 6] = [
    ("hamstring", Some("left")),
    ("hamstring", Some("right")),
    ("knee", Some("right")),
    ("knee", None),
    ("Hip", Some("left")),
    ("hip", Some("left")),
];

pub(super) fn half(halves: u64) -> f64 {
    f64::from(u32::try_from(halves).expect("small")) / 2.0
}

/// Where pain stands on a day.
#[derive(Clone, Copy)]
struct Level {
    usual: u64,
    /// Above the usual, in halves of a point.
    above: u64,
    /// Days that this lasts.
    lasts: u64,
    /// Days without a score that are left.
    silent: u64,
    /// Days without an entry that are left.
    absent: u64,
}

pub(super) fn fill(journal: &mut Journal, lot: &mut Lot, nature: Nature) {
    let usual = if nature.calm { lot.below(5) } else { 2 };
    let mut level = Level { usual, above: 0, lasts: 0, silent: 0, absent: 0 };
    for number in 0..nature.days {
        level.pass(lot, nature);
        // The first day has an entry, so that long journals are as long as they say.
        if number > 0 && (level.absent > 0 || !lot.chance(nature.logged)) {
            continue;
        }
        let entries = 1 + u64::from(lot.chance(nature.several)) * (1 + lot.below(2));
        for _ in 0..entries {
            let entry = entry(journal, lot, nature, number, level);
            journal.entries.push(entry);
        }
    }
}

impl Level {
    fn pass(&mut self, lot: &mut Lot, nature: Nature) {
        self.silent = self.silent.saturating_sub(1);
        self.absent = self.absent.saturating_sub(1);
        self.lasts = self.lasts.saturating_sub(1);
        if self.lasts == 0 {
            self.above = 0;
        }
        if self.above == 0 && lot.chance(nature.spikes) {
            self.above = 4 + lot.below(5);
            self.lasts = lot.one(&[2, 3, 4, 6, 9, 15, 15, 24, 40]);
        }
        if nature.spikes > 0 && lot.chance(if self.above > 0 { 5 } else { 1 }) {
            self.silent = 4 + lot.below(4);
        }
        if nature.calm && lot.chance(1) {
            self.absent = 3 + lot.below(9);
        }
    }

    fn score(self, lot: &mut Lot, nature: Nature) -> f64 {
        half(match (nature.constant, nature.calm) {
            (true, _) => 4,
            (_, true) => self.usual + lot.one(&[0, 0, 0, 1, 2]) + self.above,
            _ => (lot.one(&[0, 0, 0, 1, 2, 3, 4, 5, 6, 8, 10, 12]) + self.above).min(20),
        })
    }

    fn points(self, lot: &mut Lot, nature: Nature, percent: u64) -> Pain {
        let mut point = |percent| lot.maybe(percent, |lot| self.score(lot, nature));
        let (before, during, after, next_day) = (point(percent), point(percent), point(percent), point(percent));
        Pain {
            before,
            during,
            after,
            next_day,
            worst: point(12),
            rest: point(6),
            average: point(6),
            settled_hours: lot.maybe(6, |lot| lot.one(&[12.0, 24.0, 24.5, 36.0, 48.0, 48.5, 72.0])),
            ..Pain::default()
        }
    }

    fn placed(self, lot: &mut Lot, nature: Nature, percent: u64) -> Pain {
        let (site, side) = lot.one(&PLACES);
        Pain { site: Some(site), side, ..self.points(lot, nature, percent) }
    }

    fn typed(self, lot: &mut Lot, nature: Nature) -> Typed {
        if lot.chance(nature.places) {
            let mut listed: Vec<Pain> =
                (0..1 + lot.below(3)).map(|_| self.placed(lot, nature, nature.points.max(80))).collect();
            if lot.chance(70) {
                // The same places from day to day, so that they have mornings.
                for (pain, (site, side)) in listed.iter_mut().zip(PLACES) {
                    (pain.site, pain.side) = (Some(site), side);
                }
            }
            if lot.chance(10) {
                listed[0].site = None;
                listed[0].side = None;
            }
            // A place of which there are only words.
            if lot.chance(15) {
                listed.push(Pain { site: Some("back"), words: Some("stiff"), ..Pain::default() });
            }
            return Typed::List(listed);
        }
        match lot.below(10) {
            0 => Typed::Scalar(self.score(lot, nature)),
            1 => Typed::Mapping(self.placed(lot, nature, nature.points)),
            // A day of which only the morning after is told.
            2 => Typed::Mapping(Pain { next_day: Some(self.score(lot, nature)), ..Pain::default() }),
            3 if !nature.calm => Typed::Mapping(Pain { average: Some(2.0), rest: Some(1.0), ..Pain::default() }),
            _ => Typed::Mapping(self.points(lot, nature, nature.points)),
        }
    }
}

fn status(lot: &mut Lot) -> Status {
    lot.one(&[
        Status::Unlisted,
        Status::Unlisted,
        Status::Private,
        Status::Private,
        Status::Draft,
        Status::Future,
        Status::Undated,
        Status::Expired,
    ])
}

fn entry(journal: &Journal, lot: &mut Lot, nature: Nature, number: i64, level: Level) -> Entry {
    let status = if lot.chance(nature.kept_back) { status(lot) } else { Status::Public };
    let day_of = if status == Status::Future { TODAY + 1 + number } else { number };
    let date_typed = status != Status::Undated && lot.chance(20);
    let name = format!("{}{}", lot.one(&["a", "b", "B", "z"]), journal.entries.len());
    let path = match (date_typed, status) {
        (_, Status::Undated) => format!("{name}.md"),
        // A name without its date stands where its letters do.
        (true, _) => format!("{}{name}.md", lot.one(&["", "walks/", "0/"])),
        _ => format!("{}{}-{name}.md", lot.one(&["", "", "walks/"]), day(day_of)),
    };
    let mut entry = Entry { day: day_of, path, date_typed, status, ranges: lot.chance(15), ..Entry::default() };
    let injuries = journal.injuries.len() as u64;
    if injuries > 0 {
        entry.injury = lot.maybe(65, |lot| usize::try_from(lot.below(injuries)).expect("small"));
    }
    if level.silent == 0 && lot.chance(nature.scored) {
        entry.pain = level.typed(lot, nature);
    }
    if nature.constant {
        let distance = Some(Length { number: 500, unit: Unit::Kilometres });
        entry.sessions =
            vec![Session { kind: "run", distance, minutes: Some(33.0), rpe: Some(3.5), ..Session::default() }];
    } else if lot.chance(nature.moved) {
        entry.sessions = (0..1 + lot.below(2)).map(|_| session(lot, nature, number, level)).collect();
    }
    if lot.chance(nature.exercised) {
        entry.exercises = (0..1 + lot.below(3)).map(|_| exercise(lot)).collect();
    }
    if lot.chance(nature.mileage) && !nature.constant {
        entry.mileage = Some(if lot.chance(15) { Length { number: 0, unit: Unit::Bare } } else { length(lot, 1100) });
    }
    let nothing = entry.sessions.is_empty() && entry.exercises.is_empty() && entry.mileage.is_none();
    entry.rest = lot.maybe(if nothing { nature.rest } else { 2 }, |lot| !lot.chance(4));
    (entry.setback, entry.flare) = (lot.chance(nature.said), lot.chance(nature.said));
    if lot.chance(20) {
        entry.treatments = (0..1 + lot.below(2)).map(|_| treatment(lot)).collect();
    }
    measured(&mut entry, lot);
    entry
}

/// A length of up to so many hundredths of a kilometre.
fn length(lot: &mut Lot, most: u64) -> Length {
    let number = 50 + lot.below(most - 50);
    match lot.below(4) {
        0 => Length { number: number * 10 + lot.below(10), unit: Unit::Metres },
        1 => Length { number: number / 2, unit: Unit::Miles },
        2 => Length { number, unit: Unit::Bare },
        _ => Length { number, unit: Unit::Kilometres },
    }
}

fn session(lot: &mut Lot, nature: Nature, number: i64, level: Level) -> Session {
    let may_run = match nature.runs {
        Runs::Never => false,
        Runs::LastWeek => number >= nature.days - 6,
        Runs::Usual | Runs::Growing => true,
    };
    let kind = if may_run && lot.chance(45) { "run" } else { lot.one(&KINDS) };
    let kind = if !may_run && ["run", "walk-run", "race"].contains(&kind) { "bike" } else { kind };
    let most = if nature.runs == Runs::Growing && number < 40 { 300 } else { 1200 };
    Session {
        kind,
        distance: lot.maybe(nature.complete, |lot| {
            if lot.chance(3) { Length { number: 0, unit: Unit::Metres } } else { length(lot, most) }
        }),
        minutes: lot.maybe(nature.complete, |lot| half(40 + lot.below(180))),
        rpe: lot.maybe(nature.complete, |lot| half(lot.below(21))),
        pain: match lot.below(12) {
            0 => Typed::Scalar(level.score(lot, nature)),
            1 | 2 => Typed::Mapping(Pain { settled_hours: None, ..level.points(lot, nature, 50) }),
            3 if nature.places > 0 => Typed::Mapping(level.placed(lot, nature, 60)),
            _ => Typed::Nothing,
        },
        planned: lot.chance(5),
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
        name: lot.one(&[
            "Bridge",
            "bridge",
            "BRIDGE",
            "Clamshell",
            "Plank",
            "single-leg bridge",
            "Single leg (bridge)",
        ]),
        sets: lot.maybe(if reps.len() < 2 { 80 } else { 30 }, |lot| 1 + lot.below(4)),
        reps,
        kilograms: (load == 0).then(|| half(lot.below(60))),
        other_load: match load {
            1 => Some("bodyweight"),
            2 => Some("band:red"),
            _ => None,
        },
        hold: lot.maybe(30, |lot| 10 + lot.below(50)),
        side: lot.one(&[None, Some("left"), Some("both")]),
        pain: lot.maybe(10, |lot| half(lot.below(20))),
    }
}

fn treatment(lot: &mut Lot) -> Treatment {
    Treatment {
        kind: lot.one(&["needling", "Needling", "dry needling", "Dry-needling", "massage"]),
        minutes: lot.maybe(60, |lot| 10 + lot.below(60)),
        cents: lot.maybe(60, |lot| (100 + lot.below(9000), lot.one(&["USD", "EUR"]))),
        pain_before: lot.maybe(20, |lot| half(lot.below(20))),
    }
}

fn measured(entry: &mut Entry, lot: &mut Lot) {
    const OF_TEN: [&str; 4] = ["mood", "energy", "stress", "confidence"];
    if lot.chance(15) {
        entry.measures.extend(OF_TEN.map(|key| (key, half(lot.below(21)))));
    } else if lot.chance(5) {
        entry.mood_in_words = true;
    }
    let mut one = |key, percent, value: fn(&mut Lot) -> f64| {
        let value = lot.maybe(percent, value);
        entry.measures.extend(value.map(|value| (key, value)));
    };
    one("sleep", 12, |lot| half(8 + lot.below(10)));
    one("resting_hr", 6, |lot| half(90 + lot.below(30)).floor());
    one("stiffness", 10, |lot| half(2 * lot.below(60)));
    one("function", 2, |lot| half(2 * lot.below(101)));
    for name in ["heel raises", "Heel raises", "knee angle"] {
        if lot.chance(4) {
            let mut number = |percent| lot.maybe(percent, |lot| half(lot.below(60)));
            let (value, left) = (number(30), number(70));
            let right = if left.is_none() { number(100) } else { number(70) };
            let [left, right] = [left, right].map(|side| side.filter(|_| value.is_none()));
            entry.tests.push(Test { name, value, left, right });
        }
    }
    if lot.chance(5) {
        let instruments = ["VISA-H", "LEFS", "own scale", "Own scale"];
        entry.prom = (0..1 + lot.below(2)).map(|_| (lot.one(&instruments), half(2 * lot.below(81)))).collect();
    }
}
