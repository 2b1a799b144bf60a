//! What went wrong: setbacks and flares as the writer said, pain spikes as computed, what came before and what came next.

use super::super::story::Sort;
use super::super::{Site, figure, links};
use super::done;
use super::{Day, FigureView, Head, measures};
use crate::entry::{Entry, Visibility};
use crate::journal::Calendar;
use crate::journal::metrics::median;
use crate::journal::metrics::spikes::{Spike, back};
use crate::text::slug::slug;
use crate::text::words::{count, score};
use crate::units::{days_between, shift};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The newest that stand open with a drawing; older ones are folded away without.
const OPEN: usize = 10;

#[derive(Debug, Serialize)]
pub(super) struct SetbacksView {
    head: Head,
    intro: String,
    /// How long they lasted.
    lasted: Vec<String>,
    /// What a pain spike is.
    numbers: Option<String>,
    triggers: Vec<Trigger>,
    open: Vec<EpisodeView>,
    folded: Vec<EpisodeView>,
}

#[derive(Debug, Serialize)]
struct Trigger {
    id: String,
    name: String,
    times: String,
    /// The entries that name it, the newest first.
    days: Vec<DayLink>,
    /// Those before them.
    more: Vec<DayLink>,
}

#[derive(Debug, Serialize)]
struct DayLink {
    day: Day,
    href: String,
}

#[derive(Debug, Serialize)]
struct EpisodeView {
    id: String,
    day: Day,
    until: Option<Day>,
    /// `Setback`, `Flare and pain spike`.
    sorts: String,
    injury: String,
    /// What the writer suspected, with the entry that says so.
    causes: Vec<Linked>,
    facts: Vec<String>,
    before: Vec<Before>,
    next: Vec<Next>,
    figure: Option<FigureView>,
}

#[derive(Debug, Serialize)]
struct Linked {
    text: String,
    href: Option<String>,
}

/// What came on a day before.
#[derive(Debug, Serialize)]
struct Before {
    day: Day,
    href: Option<String>,
    what: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Next {
    day: Day,
    after: String,
    link: Linked,
}

/// Something that went wrong: what was said and what was computed of the same days.
#[derive(Debug)]
struct Episode {
    start: Date,
    /// The last day, of a spike that is over or of a flare.
    end: Option<Date>,
    injury: Option<usize>,
    setback: bool,
    flare: bool,
    spike: Option<Spike>,
    /// What was said, each with the item that says so.
    said: Vec<(String, usize)>,
}

impl Episode {
    /// Whether what was said of some days belongs to it.
    fn meets(&self, first: Date, last: Date) -> bool {
        let (from, to) = match &self.spike {
            // One that is not over goes on.
            Some(spike) => {
                (shift(self.start, -1), if spike.end.is_none() { Date::MAX } else { self.end.unwrap_or(self.start) })
            }
            None => (self.start, self.end.unwrap_or(self.start)),
        };
        first <= to && last >= from
    }
}

/// The page of what went wrong, newest first.
pub(super) fn view(site: &Site, head: impl Fn(&str, &str) -> Head) -> SetbacksView {
    let mut all = episodes(site);
    all.sort_by_key(|e| std::cmp::Reverse((e.start, e.injury)));
    let lasted = [lasted(&all), gone_after(site, &all)].into_iter().filter(|line| !line.is_empty()).collect();
    let n = |wanted: fn(&Episode) -> bool| all.iter().filter(|e| wanted(e)).count();
    let parts = [
        (n(|e| e.setback), "setback", "setbacks"),
        (n(|e| e.flare), "flare", "flares"),
        (n(|e| e.spike.is_some()), "pain spike", "pain spikes"),
    ];
    let parts: Vec<String> = parts.iter().filter(|(n, ..)| *n > 0).map(|(n, a, b)| count(*n, a, b)).collect();
    let times = count(all.len(), "time", "times");
    let view = |(at, episode): (usize, &Episode)| episode_view(site, episode, at + 1, at < OPEN);
    let mut open: Vec<EpisodeView> = all.iter().enumerate().map(view).collect();
    let folded = open.split_off(open.len().min(OPEN));
    SetbacksView {
        head: head("Setbacks", &format!("Setbacks, flares and pain spikes in {}.", site.config.title)),
        intro: match all.len() {
            0 => "This journal tells of no setback, flare or pain spike.".to_owned(),
            _ => format!(
                "{times} when it went the other way: {}. Setbacks and flares are what the writer called so; pain spikes are computed. What fell on the same days is told once.",
                parts.join(", ")
            ),
        },
        lasted,
        numbers: site.routes.contains_key(super::NUMBERS).then(|| site.path(&format!("{}#spikes", super::NUMBERS))),
        triggers: triggers(site),
        open,
        folded,
    }
}

/// How long the spikes lasted that are over.
fn lasted(all: &[Episode]) -> String {
    let over: Vec<usize> = all.iter().filter_map(|e| e.spike.filter(|s| s.end.is_some())).map(|s| s.days).collect();
    let (Some(least), Some(most)) = (over.iter().min(), over.iter().max()) else { return String::new() };
    #[expect(clippy::cast_precision_loss, reason = "counts of days are far below 2^53")]
    let middle = median(&over.iter().map(|days| *days as f64).collect::<Vec<_>>()).unwrap_or_default();
    let promise = "That is what was, and no promise of the next one.";
    match over.len() {
        1 => format!("The one pain spike that is over lasted {}. {promise}", count(*most, "day", "days")),
        n => format!(
            "The {n} pain spikes that are over lasted a median of {} days, {least} to {most}. {promise}",
            score(middle)
        ),
    }
}

/// How long it was until pain was back after setbacks, as far as their days were scored.
fn gone_after(site: &Site, all: &[Episode]) -> String {
    let days = |episode: &Episode| match &episode.spike {
        Some(spike) => spike.end.map(|_| spike.days),
        None => {
            let calendar = site.journal.days(episode.injury)?;
            calendar.index(episode.start).and_then(|at| back(&calendar.pain, at))?.days
        }
    };
    let told = all.iter().filter(|episode| episode.setback);
    let over: Vec<usize> = told.clone().filter_map(days).collect();
    let (Some(least), Some(most)) = (over.iter().min(), over.iter().max()) else { return String::new() };
    #[expect(clippy::cast_precision_loss, reason = "counts of days are far below 2^53")]
    let middle = median(&over.iter().map(|days| *days as f64).collect::<Vec<_>>()).unwrap_or_default();
    match told.count() {
        1 => format!("After the one setback pain was back where it had been in {}.", count(*most, "day", "days")),
        n => format!(
            "After {} of {n} setbacks the scores tell when pain was back where it had been: a median of {} days, {least} to {most}.",
            over.len(),
            score(middle)
        ),
    }
}

/// Everything that went wrong; what the writer said from the day before a spike to its last day belongs to it.
fn episodes(site: &Site) -> Vec<Episode> {
    let mut all: Vec<Episode> = site
        .practice
        .spikes
        .iter()
        .filter_map(|(injury, spike)| {
            let calendar = site.journal.days(*injury)?;
            Some(Episode {
                start: calendar.date(spike.onset),
                end: spike.end.map(|end| calendar.date(end)),
                injury: *injury,
                setback: false,
                flare: false,
                spike: Some(*spike),
                said: Vec::new(),
            })
        })
        .collect();
    let several = site.journal.injuries.len() > 1;
    for happening in site.story.iter().filter(|h| matches!(h.sort, Sort::Setback | Sort::Flare)) {
        let Some(item) = happening.item else { continue };
        let injury = site.journal.items[item].injury.filter(|_| several);
        let (first, last) = (happening.date, happening.until.unwrap_or(happening.date));
        let episode = match all.iter().position(|e| e.injury == injury && e.meets(first, last)) {
            Some(at) => &mut all[at],
            None => {
                all.push(Episode {
                    start: first,
                    end: happening.until,
                    injury,
                    setback: false,
                    flare: false,
                    spike: None,
                    said: Vec::new(),
                });
                let at = all.len() - 1;
                &mut all[at]
            }
        };
        episode.start = episode.start.min(first);
        if happening.sort == Sort::Setback {
            episode.setback = true;
            episode.said.push((happening.label.clone(), item));
        } else {
            episode.flare = true;
            if episode.said.iter().all(|(_, other)| *other != item) {
                episode.said.push((String::new(), item));
            }
        }
    }
    all
}

fn episode_view(site: &Site, episode: &Episode, number: usize, drawn: bool) -> EpisodeView {
    let sorts = [(episode.setback, "setback"), (episode.flare, "flare"), (episode.spike.is_some(), "pain spike")];
    let sorts: Vec<&str> = sorts.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
    let calendar = site.journal.days(episode.injury);
    let (facts, end) = calendar.map(|calendar| course(calendar, episode)).unwrap_or_default();
    let id = format!("setback-{number}");
    let figure = calendar.filter(|_| drawn).and_then(|calendar| cut(site, calendar, episode, end, &id));
    EpisodeView {
        day: Day::new(site, episode.start),
        until: episode.end.filter(|end| *end > episode.start).map(|day| Day::new(site, day)),
        sorts: sorts.join(", "),
        injury: episode.injury.map(|i| site.journal.injuries[i].injury.name.clone()).unwrap_or_default(),
        causes: episode.said.iter().map(|(text, item)| said(site, text, *item)).collect(),
        facts,
        before: before(site, episode),
        next: next(site, episode, end),
        figure,
        id,
    }
}

fn said(site: &Site, text: &str, item: usize) -> Linked {
    let entry = &site.journal.items[item].entry;
    let text = if text.is_empty() { entry.title.clone() } else { format!("“{text}”") };
    Linked { text, href: site.href_of(entry) }
}

/// How long it lasted and how far it went, and the last day of it where it is over.
fn course(calendar: &Calendar, episode: &Episode) -> (Vec<String>, Option<Date>) {
    if let Some(spike) = &episode.spike {
        let lasted = match spike.end {
            Some(_) => format!("the spike lasted {}", count(spike.days, "day", "days")),
            None => format!("not over after {}", count(spike.days, "day", "days")),
        };
        let peak = format!("at most pain {}, from a median of {} before", score(spike.peak), score(spike.baseline));
        return (vec![lasted, peak], spike.end.map(|end| calendar.date(end)));
    }
    let Some(found) = calendar.index(episode.start).and_then(|at| back(&calendar.pain, at)) else {
        let why = "too few scores in the 14 days before, or none from this day on, to say how long it lasted";
        return (vec![why.to_owned()], episode.end);
    };
    let lasted = match found.days {
        Some(0) => "pain stayed within 1 point of what it had been".to_owned(),
        Some(days) => format!("back within 1 point of what pain had been after {}", count(days, "day", "days")),
        None => "not yet back within 1 point of what pain had been for two days in a row".to_owned(),
    };
    let peak = found
        .peak
        .map(|peak| format!("at most pain {}, from a median of {} before", score(peak), score(found.baseline)));
    let days = found.days.map(|days| shift(episode.start, i64::try_from(days).unwrap_or(0) - 1).max(episode.start));
    (std::iter::once(lasted).chain(peak).collect(), days.max(episode.end))
}

/// Pain from three weeks before to a week after.
fn cut(site: &Site, calendar: &Calendar, episode: &Episode, end: Option<Date>, id: &str) -> Option<FigureView> {
    let to = end.map_or_else(|| calendar.last(), |end| shift(end, 7));
    let days = calendar.cut(shift(episode.start, -21), to).filter(|days| days.scored() > 0)?;
    Some(FigureView::new(site, figure::pain(site, &days, episode.injury, &format!("{id}-pain"))))
}

/// Public entries, oldest first.
fn entries(site: &Site, injury: Option<usize>) -> impl Iterator<Item = (Date, &Entry)> {
    site.journal.counted(injury).filter(|(_, entry)| entry.visibility == Visibility::Public)
}

/// What entries of the day itself and of the three days before it have: days are all that entries know of hours.
fn before(site: &Site, episode: &Episode) -> Vec<Before> {
    let from = shift(episode.start, -3);
    let near = entries(site, episode.injury).filter(|(date, _)| (from..=episode.start).contains(date));
    let row = |(date, entry): (Date, &Entry)| {
        let what = done_on(site, entry);
        (!what.is_empty()).then(|| Before { day: Day::new(site, date), href: site.href_of(entry), what })
    };
    near.filter_map(row).collect()
}

/// Sessions, treatments and triggers of an entry, in words.
fn done_on(site: &Site, entry: &Entry) -> Vec<String> {
    let unit = site.config.units;
    let session = |session: &crate::entry::Session| {
        let length = session.distance.map(|m| format!("{} {}", unit.show(m.0), unit.symbol()));
        let parts = length.into_iter().chain(session.minutes.map(|minutes| measures::time(&site.language, minutes)));
        [vec![done::kind_name(session.kind, &site.language.words)], parts.collect()].concat().join(", ")
    };
    let mut what: Vec<String> = entry.sessions.iter().filter(|s| !s.planned).map(session).collect();
    if !entry.record().measured {
        what.extend(entry.mileage.map(|m| format!("Run, {} {}", unit.show(m.0), unit.symbol())));
    }
    what.extend(entry.treatments.iter().map(|treatment| treatment.kind.clone()));
    what.extend(entry.triggers.iter().map(|trigger| format!("possible trigger, as the writer said: {trigger}")));
    what
}

/// The first session after it, and the next thing that the timeline tells.
fn next(site: &Site, episode: &Episode, end: Option<Date>) -> Vec<Next> {
    let Some(end) = end.or_else(|| episode.spike.is_none().then_some(episode.start)) else { return Vec::new() };
    let after =
        |date: Date| format!("{} later", count(usize::try_from(days_between(end, date)).unwrap_or(0), "day", "days"));
    let moved = |entry: &Entry| entry.record().sessions > 0 || entry.mileage.is_some();
    let first = entries(site, episode.injury).find(|(date, entry)| *date > end && moved(entry));
    let first = first.map(|(date, entry)| {
        let what = done_on(site, entry).into_iter().next().unwrap_or_default();
        Next { day: Day::new(site, date), after: after(date), link: Linked { text: what, href: site.href_of(entry) } }
    });
    let told = site.story.iter().filter(|h| h.date > end && !matches!(h.sort, Sort::Setback | Sort::Flare));
    let mut told = told.filter_map(|h| Some((h, h.item?)));
    let several = |item: usize| episode.injury.is_none() || site.journal.items[item].injury == episode.injury;
    let event = told.find(|(_, item)| several(*item)).map(|(h, item)| {
        let href = site.path(&links::encode(site.address_of(item)));
        Next {
            day: Day::new(site, h.date),
            after: after(h.date),
            link: Linked { text: h.label.clone(), href: Some(href) },
        }
    });
    let mut all: Vec<Next> = first.into_iter().chain(event).collect();
    all.sort_by(|a, b| a.day.iso.cmp(&b.day.iso));
    all
}

/// The triggers that public entries name, the most frequent first; spellings with one slug are one.
fn triggers(site: &Site) -> Vec<Trigger> {
    let mut all: BTreeMap<String, (&str, Vec<(Date, &Entry)>)> = BTreeMap::new();
    for (date, entry) in entries(site, None) {
        for trigger in &entry.triggers {
            let days = &mut all.entry(slug(trigger)).or_insert_with(|| (trigger, Vec::new())).1;
            // An entry that names one twice is one.
            if days.last().is_none_or(|(_, last)| last.path != entry.path) {
                days.push((date, entry));
            }
        }
    }
    let mut all: Vec<(String, (&str, Vec<(Date, &Entry)>))> = all.into_iter().collect();
    all.sort_by_key(|(_, (_, days))| std::cmp::Reverse(days.len()));
    let link =
        |(date, entry): &(Date, &Entry)| Some(DayLink { day: Day::new(site, *date), href: site.href_of(entry)? });
    let trigger = |(slug, (name, named)): (String, (&str, Vec<(Date, &Entry)>))| {
        let mut days: Vec<DayLink> = named.iter().rev().filter_map(link).collect();
        let more = days.split_off(days.len().min(OPEN));
        let times = count(named.len(), "time", "times");
        Trigger { id: format!("trigger-{slug}"), name: name.to_owned(), times, days, more }
    };
    all.into_iter().map(trigger).collect()
}
