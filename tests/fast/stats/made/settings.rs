//! The settings of a made journal: injuries, rules, prescriptions, phases.

use super::{Lot, Nature};
use crate::stats::plain::{Injury, Journal, Phase, Prescription, Rule};

pub(super) fn settings(lot: &mut Lot, nature: Nature) -> Journal {
    Journal {
        spans: Vec::new(),
        covers: Vec::new(),
        sunday: lot.chance(50),
        miles: lot.chance(40),
        count_private: lot.chance(50),
        injuries: injuries(lot, nature),
        rules: rules(lot),
        prescriptions: (0..lot.below(3)).map(|_| prescription(lot)).collect(),
        phases: phases(lot),
        entries: Vec::new(),
    }
}

fn injuries(lot: &mut Lot, nature: Nature) -> Vec<Injury> {
    let last = nature.days.max(20);
    let onset = |lot: &mut Lot| lot.maybe(70, |lot| lot.day(-6, last / 2));
    let end =
        |lot: &mut Lot, onset: Option<i64>| lot.maybe(35, |lot| onset.unwrap_or(0).max(last / 3) + lot.day(0, last));
    let one = |lot: &mut Lot, name, site, side| {
        let onset = onset(lot);
        Injury { name, site, side, onset, end: end(lot, onset) }
    };
    match lot.below(10) {
        0..=3 => Vec::new(),
        4 => vec![one(lot, "Tendon", Some("hamstring"), Some("left"))],
        5 => vec![one(lot, "Tendon", Some("hamstring"), Some("left")), one(lot, "Knee", None, None)],
        6 => vec![one(lot, "Tendon", Some("hamstring"), Some("left")), one(lot, "Knee", Some("knee"), Some("right"))],
        7 => vec![one(lot, "Tendon", Some("Hamstring"), None), one(lot, "Knee", Some("knee"), None)],
        8 => vec![
            one(lot, "Tendon", Some("hamstring"), Some("left")),
            one(lot, "Again", Some("hamstring"), Some("right")),
            one(lot, "Knee", Some("knee"), Some("left")),
        ],
        // A relapse has the place of what it follows.
        _ => vec![
            one(lot, "Tendon", Some("hamstring"), Some("left")),
            one(lot, "Again", Some("hamstring"), Some("left")),
        ],
    }
}

fn rules(lot: &mut Lot) -> Vec<Rule> {
    let preset = |lot: &mut Lot| -> Rule {
        let preset = lot.one(&["silbernagel", "within-48h", "custom"]);
        if preset != "custom" {
            return Rule { preset, ..Rule::default() };
        }
        let low = super::days::half(lot.below(8));
        Rule {
            preset,
            low: Some(low),
            ceiling: Some(low + super::days::half(lot.below(8))),
            morning: lot.maybe(50, |lot| super::days::half(lot.below(12))),
            tolerance: lot.maybe(50, |lot| super::days::half(lot.below(5))),
            window_hours: lot.maybe(60, |lot| lot.one(&[24, 48])),
            from: None,
        }
    };
    match lot.below(8) {
        0 | 1 => Vec::new(),
        2..=4 => vec![preset(lot)],
        5 => vec![Rule { from: Some(lot.day(0, 40)), ..preset(lot) }],
        _ => {
            let mut rules: Vec<Rule> = (0..2 + lot.below(3))
                .map(|_| Rule { from: lot.maybe(80, |lot| lot.day(-10, 60)), ..preset(lot) })
                .collect();
            // Two from one day.
            if lot.chance(50) {
                rules[0].from = rules[1].from;
            }
            rules
        }
    }
}

fn prescription(lot: &mut Lot) -> Prescription {
    // One in twelve lies beyond the journal.
    let beyond = lot.chance(8).then_some(125);
    let from = beyond.or(lot.maybe(60, |lot| lot.day(-5, 25)));
    Prescription {
        exercise: lot.one(&["bridge", "bridge", "Clamshell", "single leg bridge", "Never done"]),
        per_week: 1 + lot.below(4),
        from,
        to: if beyond.is_some() { None } else { lot.maybe(50, |lot| lot.day(26, 110)) },
    }
}

fn phases(lot: &mut Lot) -> Vec<Phase> {
    let first = lot.day(-10, 30);
    let (rest, next) = (lot.chance(70), first + lot.day(5, 20));
    match lot.below(5) {
        0 | 1 => Vec::new(),
        2 => vec![Phase { start: first, end: lot.maybe(85, |_| next), rest }],
        3 => vec![
            Phase { start: first, end: lot.maybe(40, |_| next - 1), rest },
            Phase { start: next, end: None, rest: lot.chance(20) },
        ],
        // Written out of order.
        _ => vec![
            Phase { start: next, end: Some(next + 9), rest: lot.chance(30) },
            Phase { start: first, end: None, rest },
        ],
    }
}
