//! One entry: its day, its four points, what was done, the story, the days around it.

use super::super::fill::For;
use super::super::{Site, figure, links};
use super::contents;
use super::day::{self, Line};
use super::lessons::{LessonCard, of_item};
use super::series::SeriesView;
use super::verdict::{self, VerdictView};
use super::{Day, Head, LinkView};
use crate::config::Config;
use crate::entry::{Entry, Exercise, Load, Session, SessionKind, Side, Verdict};
use crate::journal::Item;
use crate::text::words::{decimals, score, short_date, weekday};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct EntryView {
    head: Head,
    title: String,
    day: Option<Day>,
    weekday: &'static str,
    updated: Option<Day>,
    /// `Week 34 · day 237`.
    count: Vec<String>,
    week: Option<i64>,
    newest: bool,
    now: String,
    draft: bool,
    scheduled: bool,
    points: Option<Points>,
    verdict: Option<VerdictView>,
    sessions: Vec<SessionRow>,
    exercises: Vec<ExerciseRow>,
    mileage: Option<String>,
    noted: Vec<Line>,
    contents: Vec<contents::Line>,
    body: String,
    /// Minutes that reading takes, for texts long enough to ask.
    reading: Option<usize>,
    lessons: Vec<LessonCard>,
    around: Option<Around>,
    series: Option<SeriesView>,
    tags: Vec<LinkView>,
    older: Option<Neighbour>,
    newer: Option<Neighbour>,
}

#[derive(Debug, Serialize)]
struct Points {
    wide: String,
    narrow: String,
    /// The part of the body, if the injury says it.
    site: String,
    /// Scores that the drawing does not show: `at rest 1`.
    more: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Around {
    say: String,
    how: String,
    wide: String,
    narrow: String,
    href: String,
    days: String,
}

#[derive(Debug, Serialize)]
struct SessionRow {
    what: String,
    distance: String,
    time: String,
    effort: String,
}

#[derive(Debug, Serialize)]
struct ExerciseRow {
    what: String,
    sets: String,
    load: String,
    pain: String,
    verdict: &'static str,
}

#[derive(Debug, Serialize)]
struct Neighbour {
    href: String,
    title: String,
    date: String,
}

/// Words that a grown-up reads a minute: Brysbaert 2019, 238 for non-fiction (doi 10.1016/j.jml.2019.104047).
const WORDS_A_MINUTE: usize = 238;

/// The page of an entry.
pub(super) fn view(site: &Site, index: usize, head: impl Fn(&str, &str) -> Head) -> EntryView {
    let item = &site.journal.items[index];
    let entry = &*item.entry;
    let config = &*site.config;
    EntryView {
        head: head(&entry.title, &entry.summary).of_text(site, entry),
        title: entry.title.clone(),
        day: entry.date.map(Day::new),
        updated: entry.updated.map(Day::new),
        weekday: entry.date.map(weekday).unwrap_or_default(),
        count: count(item),
        week: item.week(),
        newest: site.listed.first() == Some(&index),
        now: site.path("/#stand"),
        draft: entry.draft,
        scheduled: entry.date.is_some_and(|d| d > config.today),
        points: points(site, item),
        verdict: verdict::of_item(site, item),
        sessions: entry.sessions.iter().map(|s| session_row(s, config)).collect(),
        exercises: entry.exercises.iter().map(|e| exercise_row(e, config)).collect(),
        mileage: bare_mileage(entry, config),
        noted: day::lines(entry),
        contents: contents::of(&entry.body),
        body: site.fill(entry, For::Page),
        reading: Some(entry.body.words / WORDS_A_MINUTE).filter(|minutes| *minutes > 0),
        lessons: of_item(site, index),
        around: around(site, item),
        series: super::series::view(site, index),
        tags: entry.tag_slugs.iter().filter(|_| item.listed()).filter_map(|slug| tag_link(site, slug)).collect(),
        older: item.older.map(|i| neighbour(site, i)),
        newer: item.newer.map(|i| neighbour(site, i)),
    }
}

fn count(item: &Item) -> Vec<String> {
    let mut count = Vec::new();
    if let Some((day, week)) = item.day.zip(item.week()) {
        count.push(format!("Week {week} · day {day}"));
    }
    count.extend(item.phase.as_deref().map(str::to_owned));
    count
}

fn points(site: &Site, item: &Item) -> Option<Points> {
    let mut more = Vec::new();
    for pain in &item.entry.pain {
        let place = pain.site.as_ref().map(|s| format!("{s}: ")).unwrap_or_default();
        for (what, value) in [("the day’s worst", pain.worst), ("at rest", pain.rest), ("on average", pain.average)] {
            more.extend(value.map(|v| format!("{place}{what} {}", score(v.value()))));
        }
        more.extend(pain.settled_hours.map(|h| format!("{place}settled after {} h", decimals(h, 1))));
    }
    let drawn = figure::strip(site, item, "points");
    if drawn.is_none() && more.is_empty() {
        return None;
    }
    let (wide, narrow) = drawn.unwrap_or_default();
    let injury = item.injury.map(|i| &site.journal.injuries[i].injury);
    let part = injury.map(|i| format!("{} {}", i.side, i.site).trim().to_owned());
    Some(Points { wide, narrow, site: part.unwrap_or_default(), more })
}

fn around(site: &Site, item: &Item) -> Option<Around> {
    let figure = figure::around(site, item, "around").filter(|_| site.routes.contains_key("/progress/"))?;
    let progress = match item.injury {
        Some(i) => format!("/progress/#injury-{}", site.journal.injuries[i].injury.slug),
        None => "/progress/#days".to_owned(),
    };
    let days = item.day.map(|d| format!("Days {}–{}", (d - 21).max(1), d + 21)).unwrap_or_default();
    Some(Around {
        say: figure.say,
        how: figure.how,
        wide: figure.wide,
        narrow: figure.narrow,
        href: site.path(&progress),
        days,
    })
}

fn session_row(session: &Session, config: &Config) -> SessionRow {
    let mut what = kind_name(session.kind).to_owned();
    let details = [&session.intervals, &session.surface].into_iter().flatten();
    for detail in details {
        what.push_str(", ");
        what.push_str(&detail.replace('x', "×"));
    }
    if session.planned {
        what.push_str(" (planned)");
    }
    let unit = config.units;
    SessionRow {
        what,
        distance: session.distance.map_or_else(dash, |m| format!("{} {}", unit.show(m.0), unit.symbol())),
        time: session.minutes.map_or_else(dash, time),
        effort: session.rpe.map_or_else(dash, |r| decimals(r, 1)),
    }
}

/// What is not known is a dash, never a zero.
fn dash() -> String {
    "–".to_owned()
}

/// `22 min`, `1 h 05`; with seconds where they were given: `5:52`, `1:18:30`.
fn time(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round();
    let (hours, minutes, seconds) = ((seconds / 3600.0).floor(), (seconds / 60.0).floor() % 60.0, seconds % 60.0);
    match (hours > 0.0, seconds > 0.0) {
        (false, false) => format!("{minutes:.0} min"),
        (false, true) => format!("{minutes:.0}:{seconds:02.0}"),
        (true, false) => format!("{hours:.0} h {minutes:02.0}"),
        (true, true) => format!("{hours:.0}:{minutes:02.0}:{seconds:02.0}"),
    }
}

fn kind_name(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Run => "Run",
        SessionKind::Walk => "Walk",
        SessionKind::WalkRun => "Walk-run",
        SessionKind::Race => "Race",
        SessionKind::Bike => "Bike",
        SessionKind::Elliptical => "Elliptical",
        SessionKind::Swim => "Swim",
        SessionKind::AquaJog => "Aqua-jog",
        SessionKind::AlterG => "Anti-gravity treadmill",
        SessionKind::Row => "Row",
        SessionKind::Strength => "Strength",
        SessionKind::Mobility => "Mobility",
        SessionKind::Other => "Other",
    }
}

fn exercise_row(exercise: &Exercise, config: &Config) -> ExerciseRow {
    let side = match exercise.side {
        Some(Side::Left) => ", left",
        Some(Side::Right) => ", right",
        Some(Side::Both) => ", both sides",
        Some(Side::Central) | None => "",
    };
    let load = match &exercise.load {
        None => dash(),
        Some(Load::BodyWeight) => "body weight".to_owned(),
        Some(Load::Band(colour)) => format!("{colour} band"),
        Some(Load::Kilograms(kg)) => {
            let unit = config.load_unit;
            format!("{} {}", decimals(kg / unit.kilograms(), 1), unit.symbol())
        }
    };
    ExerciseRow {
        what: format!("{}{side}", exercise.name),
        sets: sets(exercise),
        load,
        pain: exercise.pain.map_or_else(dash, |p| score(p.value())),
        verdict: match exercise.verdict {
            Some(Verdict::Helps) => "helps",
            Some(Verdict::Aggravates) => "aggravates",
            Some(Verdict::Neutral) | None => "",
        },
    }
}

/// `3 × 8`, `5 × 45 s`, `8, 8, 6`.
fn sets(exercise: &Exercise) -> String {
    let hold = exercise.hold.map(|s| format!("{} s", decimals(s, 1)));
    let reps: Vec<String> = exercise.reps.iter().map(ToString::to_string).collect();
    let each = match (reps.as_slice(), hold) {
        ([], None) => return exercise.sets.map_or_else(dash, |n| n.to_string()),
        ([], Some(hold)) => hold,
        ([one], None) => one.clone(),
        ([one], Some(hold)) => format!("{one} × {hold}"),
        (_, None) => return reps.join(", "),
        (_, Some(hold)) => return format!("{} × {hold}", reps.join(", ")),
    };
    exercise.sets.map_or(each.clone(), |n| format!("{n} × {each}"))
}

/// The day's distance where it was typed bare and no session has one.
fn bare_mileage(entry: &Entry, config: &Config) -> Option<String> {
    if entry.record().measured {
        return None;
    }
    entry.mileage.map(|m| format!("{} {}", config.units.show(m.0), config.units.symbol()))
}

fn tag_link(site: &Site, slug: &str) -> Option<LinkView> {
    let tag = site.tag(slug)?;
    Some(LinkView { href: site.path(&links::encode(&format!("/tags/{slug}/"))), label: tag.name.clone() })
}

fn neighbour(site: &Site, index: usize) -> Neighbour {
    let entry = &site.journal.items[index].entry;
    Neighbour {
        href: site.path(&links::encode(site.address_of(index))),
        title: entry.title.clone(),
        date: entry.date.map(short_date).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn times_are_as_exact_as_they_were_given() {
        let said = [22.0, 65.0, 5.0 + 52.0 / 60.0, 78.5, 0.5, 0.0, 59.999].map(time);
        assert_eq!(said, ["22 min", "1 h 05", "5:52", "1:18:30", "0:30", "0 min", "1 h 00"]);
    }
}
