//! Each day against the rule in force: what is judged together, and what the mornings after say.

use super::calendar::{Day, Morning};
use super::metrics::median;
use super::metrics::verdict::{Judged, Points, Verdict, judge, worst};
use super::whose::Whose;
use crate::config::Config;
use crate::entry::{Felt, Record, Side, SitePain};
use crate::units::{Score, shift};
use jiff::civil::Date;

/// A place of the body: where and which side, as far as they are said.
type BodyPlace<'a> = (Option<&'a str>, Option<Side>);

/// Days before a day whose mornings say what is usual, and how many of them must have a score.
const BEFORE: usize = 14;
const LEAST: usize = 7;

/// Judges every day on which a rule is in force; `records` are those of all entries with the indices of their days and their
/// injuries, in order.
pub(super) fn judge_days(
    days: &mut [Day],
    mornings: &[Option<Morning>],
    records: &[(usize, &Record, Option<usize>)],
    first: Date,
    whose: &Whose,
    config: &Config,
) {
    if config.rules.is_empty() {
        return;
    }
    let by_day = ByDay { records, whose };
    let of_all: Vec<Option<Score>> = mornings.iter().map(|morning| morning.map(|morning| morning.score)).collect();
    for index in 0..days.len() {
        let Some(rule) = config.rule_on(shift(first, i64::try_from(index).unwrap_or(i64::MAX))) else { continue };
        let day = &days[index];
        let did_something = day.sessions > 0 || day.mileage || day.exercised;
        let judged = if day.told {
            Some(Judged { verdict: Verdict::Said, why: None, points: Points::default(), rule: rule.preset })
        } else if !did_something {
            None
        } else if by_day.has_places(index) {
            let places = by_day.places(index);
            worst(places.into_iter().filter_map(|place| {
                let felt = by_day.felt(index, place);
                let morning = |at: usize| by_day.morning(at, place);
                judge(points(felt, index, days.len(), morning), rule)
            }))
        } else {
            let felt = Felt { points: day.points, worst: None, settled_hours: day.settled_hours };
            judge(points(felt, index, days.len(), |at| of_all.get(at).copied().flatten()), rule)
        };
        days[index].judged = judged;
    }
}

/// What a rule needs of a day: its scores, and how the days around it began.
fn points(felt: Felt, day: usize, n_days: usize, morning: impl Fn(usize) -> Option<Score>) -> Points {
    let [before, during, after, _] = felt.points;
    let usual: Vec<f64> = (day.saturating_sub(BEFORE)..day).filter_map(&morning).map(Score::value).collect();
    Points {
        // How the day began is the `next_day` of the day before where it has no `before`.
        start: before.or_else(|| morning(day)),
        during,
        after,
        // Nothing is known of days after the one after the last.
        mornings: [day + 1, day + 2].map(|at| if at <= n_days { morning(at) } else { None }),
        usual: if usual.len() < LEAST { None } else { median(&usual) },
        settled_hours: felt.settled_hours,
    }
}

/// The records by day, of which those are looked at that are somebody's.
struct ByDay<'a> {
    records: &'a [(usize, &'a Record, Option<usize>)],
    whose: &'a Whose,
}

impl<'a> ByDay<'a> {
    /// The records of a day, each with the injury of its entry.
    fn on(&self, day: usize) -> &'a [(usize, &'a Record, Option<usize>)] {
        let from = self.records.partition_point(|(at, ..)| *at < day);
        let n = self.records[from..].partition_point(|(at, ..)| *at == day);
        &self.records[from..from + n]
    }

    /// What is said of each place on a day, in the order written; an entry that names none says it all of no place.
    fn said(&self, day: usize) -> impl Iterator<Item = (BodyPlace<'a>, Felt)> {
        self.on(day).iter().flat_map(|(_, record, of)| {
            // One without a score says nothing of any place, and stands in no list.
            let at_once = record.placed.is_empty() && record.felt != Felt::default() && self.whose.is_own(*of);
            let whole = at_once.then_some(((None, None), record.felt));
            let placed = record.placed.iter().filter(|pain| self.whose.has(pain, *of));
            whole.into_iter().chain(placed.map(|pain| (place_of(pain), pain.felt)))
        })
    }

    /// Whether scores of a day are told apart by place: a list of several, or several that are named.
    ///
    /// Scores that name no place are then of a place of their own, since nobody knows which they meant.
    fn has_places(&self, day: usize) -> bool {
        let mut named: Option<BodyPlace<'a>> = None;
        for (_, record, of) in self.on(day) {
            let mut listed: Option<BodyPlace<'a>> = None;
            for pain in record.placed.iter().filter(|pain| self.whose.has(pain, *of)) {
                let place = place_of(pain);
                let other = |seen: Option<BodyPlace<'a>>| seen.is_some_and(|seen| seen != place);
                if !pain.in_session && other(listed) || place != (None, None) && other(named) {
                    return true;
                }
                listed = if pain.in_session { listed } else { Some(place) };
                named = if place == (None, None) { named } else { Some(place) };
            }
        }
        false
    }

    /// The places of a day, each once, in the order written.
    fn places(&self, day: usize) -> Vec<BodyPlace<'a>> {
        let mut places = Vec::new();
        for (place, _) in self.said(day) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The scores of a place on a day.
    fn felt(&self, day: usize, place: BodyPlace<'_>) -> Felt {
        let mut all = Felt::default();
        self.said(day).filter(|(at, _)| *at == place).for_each(|(_, felt)| all.add(&felt));
        all
    }

    /// How a day began at a place.
    fn morning(&self, day: usize, place: BodyPlace<'_>) -> Option<Score> {
        let said = day.checked_sub(1).and_then(|before| self.felt(before, place).points[3]);
        // What a line says of the morning names no place.
        let typed = |(_, record, of): &(usize, &Record, Option<usize>)| {
            record.morning.filter(|_| place == (None, None) && self.whose.is_own(*of))
        };
        let said = self.on(day).iter().filter_map(typed).chain(said).max();
        said.or_else(|| self.felt(day, place).points[0])
    }
}

fn place_of(pain: &SitePain) -> BodyPlace<'_> {
    (pain.place.0.as_deref(), pain.place.1)
}
