//! Each day against the writer's rule: what is judged together, and what the next day says.

use super::Day;
use super::metrics::verdict::{Limits, Points, judge, worst};
use crate::entry::{Record, Side, SitePain};
use crate::units::Score;

/// A place of the body: where and which side, as far as they are said.
type BodyPlace<'a> = (Option<&'a str>, Option<Side>);

#[derive(Clone, Copy)]
struct PlaceScores<'a> {
    place: BodyPlace<'a>,
    points: [Option<Score>; 4],
    settled_hours: Option<f64>,
}

/// Judges every day; `records` are those of all entries with the indices of their days, in order.
///
/// Scores of two or more places are judged place by place and the worst verdict wins; what names no place is then a place of its
/// own, since nobody knows which it meant. Otherwise the day's points are judged as they are.
pub(super) fn judge_days(days: &mut [Day], records: &[(usize, &Record)], limits: &Limits) {
    let mut rest = records;
    for index in 0..days.len() {
        let (here, after) = rest.split_at(rest.partition_point(|(day, _)| *day == index));
        let next = &after[..after.iter().take_while(|(day, _)| *day == index + 1).count()];
        rest = after;
        days[index].judged = if has_places(here) {
            worst(places(here).filter_map(|place| judge(points_of(place, here, next), limits)))
        } else {
            let [before, during, after, own_next] = days[index].points;
            let next = own_next.or_else(|| days.get(index + 1).and_then(|day| day.points[0]));
            judge(Points { before, during, after, next, settled_hours: days[index].settled_hours }, limits)
        };
    }
}

/// Whether scores of a day name two places or more.
fn has_places(here: &[(usize, &Record)]) -> bool {
    let mut named = here.iter().flat_map(|(_, record)| &record.placed).map(place_of).filter(|p| *p != (None, None));
    named.next().is_some_and(|first| named.any(|other| other != first))
}

fn place_of(placed: &SitePain) -> BodyPlace<'_> {
    (placed.place.0.as_deref(), placed.place.1)
}

/// What is said of each place, in the order written; an entry that names none says it all of no place.
fn said<'a>(records: &'a [(usize, &'a Record)]) -> impl Iterator<Item = PlaceScores<'a>> {
    records.iter().flat_map(|(_, record)| {
        let whole = PlaceScores { place: (None, None), points: record.points, settled_hours: record.settled_hours };
        let whole = record.placed.is_empty().then_some(whole);
        let placed = record.placed.iter();
        let each = placed.map(|p| PlaceScores { place: place_of(p), points: p.points, settled_hours: p.settled_hours });
        whole.into_iter().chain(each)
    })
}

/// The places of a day, each once, in the order written.
fn places<'a>(here: &'a [(usize, &'a Record)]) -> impl Iterator<Item = BodyPlace<'a>> {
    said(here)
        .enumerate()
        .filter(|(at, new)| said(here).take(*at).all(|old| old.place != new.place))
        .map(|(_, s)| s.place)
}

/// The scores of one place on a day, with what the next day says of how it began there.
fn points_of(place: BodyPlace<'_>, here: &[(usize, &Record)], next: &[(usize, &Record)]) -> Points {
    let most = |records, at: usize| {
        said(records).filter(|said| said.place == place).fold(None, |most, said| said.points[at].max(most))
    };
    let hours = said(here).filter(|said| said.place == place).filter_map(|said| said.settled_hours);
    Points {
        before: most(here, 0),
        during: most(here, 1),
        after: most(here, 2),
        next: most(here, 3).or_else(|| most(next, 0)),
        settled_hours: hours.reduce(f64::max),
    }
}
