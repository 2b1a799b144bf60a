//! What went wrong: setbacks and flares as the writer said, pain spikes as computed, what came before and what came next.

use super::triggers::{Trigger, triggers};
use super::{Day, FigureView, Head, measures};
use crate::chart::Chart;
use crate::chart::kind::pain_timeline;
use crate::journal::metrics::spikes::{Spike, back, told_until};
use crate::journal::{Calendar, back_at};
use crate::language::{Arg, Language};
use crate::site::reader::{EntryCard, Logged, PlanReader};
use crate::site::story::{Happening, Sort};
use crate::text::capital;
use crate::units::{days_between, shift};
use jiff::civil::Date;
use serde::Serialize;

/// The newest that stand open with a drawing; older ones are folded away without.
const OPEN: usize = 10;

#[derive(Debug, Serialize)]
pub(super) struct SetbacksView {
    head: Head,
    intro: String,
    /// What a pain spike is.
    numbers: Option<String>,
    triggers: Vec<Trigger>,
    open: Vec<EpisodeView>,
    folded: Vec<EpisodeView>,
}

#[derive(Debug, Serialize)]
struct EpisodeView {
    id: String,
    day: Day,
    until: Option<Day>,
    /// `Setback`, `Flare, pain spike`.
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
    /// The number of the setback that it is.
    mark: Option<usize>,
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
    /// The first day of what was computed, or of what was said.
    onset: Date,
    /// The last day, of a spike that is over or of a flare.
    end: Option<Date>,
    injury: Option<usize>,
    setback: bool,
    flare: bool,
    spike: Option<Spike>,
    /// What was said, each with the item that says so, which a line of a log isn't, and the setback's number.
    said: Vec<(String, Option<usize>, Option<usize>)>,
}

impl Episode {
    /// Whether what was said of some days belongs to it.
    fn meets(&self, first: Date, last: Date) -> bool {
        let (from, to) = match &self.spike {
            // One that is not over goes as far as it was measured.
            Some(spike) => (shift(self.start, -1), shift(self.onset, i64::try_from(spike.days).unwrap_or(1) - 1)),
            None => (self.start, self.end.unwrap_or(self.start)),
        };
        first <= to && last >= from
    }
}

/// The page of what went wrong, newest first.
pub(super) fn view(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> SetbacksView {
    let mut all = episodes(site);
    all.sort_by_key(|e| std::cmp::Reverse((e.start, e.injury)));
    let n = |wanted: fn(&Episode) -> bool| all.iter().filter(|e| wanted(e)).count();
    let words = &site.language.words;
    let some = |n: usize| (n > 0).then(|| [("n", Arg::from(n))]);
    let parts = [
        some(n(|e| e.setback)).map(|n| words.say("setbacks-setbacks", &n)),
        some(n(|e| e.flare)).map(|n| words.say("setbacks-flares", &n)),
        some(n(|e| e.spike.is_some())).map(|n| words.say("setbacks-spikes", &n)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    // Called by its day, so that what is written later changes no address.
    let id = |at: usize| {
        let (same, own) =
            (all[at + 1..].iter().take_while(|other| other.start == all[at].start).count(), all[at].start);
        if same == 0 { format!("setback-{own}") } else { format!("setback-{own}-{}", same + 1) }
    };
    let view = |(at, episode): (usize, &Episode)| episode_view(site, episode, id(at), at < OPEN);
    let mut open: Vec<EpisodeView> = all.iter().enumerate().map(view).collect();
    let folded = open.split_off(open.len().min(OPEN));
    SetbacksView {
        head: head(
            &words.word("setbacks"),
            &words.say("setbacks-description", &[("site", site.config.title.as_str().into())]),
        ),
        intro: match all.len() {
            0 => words.word("setbacks-none"),
            n => words.say("setbacks-intro", &[("n", n.into()), ("parts", parts.join(", ").into())]),
        },
        numbers: site.has(super::NUMBERS).then(|| site.path(&format!("{}#spikes", super::NUMBERS))),
        triggers: triggers(site),
        open,
        folded,
    }
}

/// Everything that went wrong; what the writer said from the day before a spike to its last day belongs to it.
fn episodes(site: &PlanReader<'_>) -> Vec<Episode> {
    let mut all: Vec<Episode> = site
        .spikes()
        .iter()
        .filter_map(|(injury, spike)| {
            let calendar = site.all_days(*injury)?;
            Some(Episode {
                start: calendar.date(spike.onset),
                onset: calendar.date(spike.onset),
                end: spike.end.map(|end| calendar.date(end)),
                injury: *injury,
                setback: false,
                flare: false,
                spike: Some(*spike),
                said: Vec::new(),
            })
        })
        .collect();
    let several = site.config.injuries.len() > 1;
    for happening in site.story().iter().filter(|h| matches!(h.sort, Sort::Setback | Sort::Flare)) {
        let item = happening.item;
        let injury = happening.injury.filter(|_| several);
        let (first, last) = (happening.date, happening.until.unwrap_or(happening.date));
        let episode = match all.iter().position(|e| e.injury == injury && e.meets(first, last)) {
            Some(at) => &mut all[at],
            None => {
                all.push(Episode {
                    start: first,
                    onset: first,
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
            episode.said.push((happening.label.clone(), item, happening.mark));
        } else {
            episode.flare = true;
            if episode.said.iter().all(|(_, other, _)| *other != item) {
                episode.said.push((String::new(), item, None));
            }
        }
    }
    all
}

fn episode_view(site: &PlanReader<'_>, episode: &Episode, id: String, drawn: bool) -> EpisodeView {
    let words = &site.language.words;
    let sorts = [
        (episode.setback, "setbacks-setback"),
        (episode.flare, "setbacks-flare"),
        (episode.spike.is_some(), "setbacks-spike"),
    ];
    let sorts: Vec<String> = sorts.into_iter().filter(|(is, _)| *is).map(|(_, id)| words.word(id)).collect();
    let calendar = site.all_days(episode.injury);
    let (mut facts, end) = calendar.map(|calendar| course(calendar, episode, site.language)).unwrap_or_default();
    let again = calendar.zip(episode.spike).and_then(|(all, spike)| Some(all.date(back_at(&spike, &all.days)?)));
    facts.extend(again.map(|date| words.say("setbacks-ran-again", &[("day", Day::new(site, date).long.into())])));
    let figure = drawn.then(|| cut(site, episode, end, &id)).flatten();
    EpisodeView {
        day: Day::new(site, episode.start),
        until: episode.end.filter(|end| *end > episode.start).map(|day| Day::new(site, day)),
        sorts: capital(&sorts.join(", ")),
        injury: episode.injury.map(|i| site.config.injuries[i].name.clone()).unwrap_or_default(),
        causes: episode.said.iter().filter_map(|(text, item, mark)| said(site, text, *item, *mark)).collect(),
        facts,
        before: before(site, episode),
        next: next(site, episode, end),
        figure,
        id,
    }
}

/// What was said; of a line without words, which has no title either, there is nothing to say.
fn said(site: &PlanReader<'_>, text: &str, item: Option<usize>, mark: Option<usize>) -> Option<Linked> {
    let card = item.map(|item| site.card(item));
    let text = match text {
        "" => card.as_ref()?.title.to_owned(),
        text => site.language.words.say("setbacks-quoted", &[("cause", text.into())]),
    };
    Some(Linked { text, href: card.filter(EntryCard::listed).map(|card| site.link(card.address)), mark })
}

/// How long it lasted and how far it went, and the last day of it where it is over.
fn course(calendar: &Calendar, episode: &Episode, language: &Language) -> (Vec<String>, Option<Date>) {
    let (words, numbers) = (&language.words, &language.numbers);
    let days = |n: usize| [("days", Arg::from(n))];
    let peak = |peak: f64, base: f64| {
        let (peak, base) = (numbers.score(peak).into(), numbers.score(base).into());
        words.say("setbacks-peak", &[("peak", peak), ("base", base)])
    };
    if let Some(spike) = &episode.spike {
        let lasted = match spike.end {
            Some(_) => words.say("setbacks-spike-lasted", &days(spike.days)),
            None => words.say("setbacks-not-over", &days(spike.days)),
        };
        return (vec![lasted, peak(spike.peak, spike.baseline)], spike.end.map(|end| calendar.date(end)));
    }
    let Some(found) = calendar.index(episode.start).and_then(|at| back(&calendar.pain, at)) else {
        return (vec![words.word("setbacks-few")], episode.end);
    };
    let lasted = match found.days {
        Some(0) => words.word("setbacks-stayed"),
        Some(n) => words.say("setbacks-back-within", &days(n)),
        None => words.word("setbacks-not-back"),
    };
    let peak = found.peak.map(|most| peak(most, found.baseline));
    let days = found.days.map(|days| shift(episode.start, i64::try_from(days).unwrap_or(0) - 1).max(episode.start));
    (std::iter::once(lasted).chain(peak).collect(), days.max(episode.end))
}

/// The last day that tells of something not over.
fn news_end(calendar: &Calendar, episode: &Episode) -> Date {
    let told = calendar.index(episode.onset).map(|onset| calendar.date(told_until(&calendar.pain, onset)));
    told.unwrap_or(episode.onset).max(episode.start)
}

/// Pain from three weeks before to a week after, or to the last that is known of it where it is not over.
fn cut(site: &PlanReader<'_>, episode: &Episode, end: Option<Date>, id: &str) -> Option<FigureView> {
    let scope = site.charts().scope(episode.injury)?;
    let to = end.map_or_else(|| news_end(scope.whole, episode), |end| shift(end, 7));
    let scope = scope.between(shift(episode.start, -21), to)?;
    let drawn = || pain_timeline::Options::default().draw(&scope, &format!("{id}-pain"));
    (scope.shown.scored() > 0).then(|| FigureView::new(site, drawn()))
}

/// Public entries from a day on, oldest first.
fn entries<'a>(site: &PlanReader<'a>, injury: Option<usize>, from: Date) -> impl Iterator<Item = Logged<'a>> + use<'a> {
    site.logged_since(injury, from).filter(Logged::is_public)
}

/// What entries of the day itself and of the three days before it have: days are all that entries know of hours.
fn before(site: &PlanReader<'_>, episode: &Episode) -> Vec<Before> {
    let from = shift(episode.start, -3);
    let near = entries(site, episode.injury, from).take_while(|day| day.date <= episode.start);
    let row = |day: Logged<'_>| {
        let what = done_on(site, &day);
        (!what.is_empty()).then(|| Before { day: Day::new(site, day.date), href: link(site, &day), what })
    };
    near.filter_map(row).collect()
}

fn link(site: &PlanReader<'_>, day: &Logged<'_>) -> Option<String> {
    day.address().map(|address| site.link(address))
}

/// Sessions, treatments and triggers of an entry, in words.
fn done_on(site: &PlanReader<'_>, day: &Logged<'_>) -> Vec<String> {
    let (unit, words) = (site.config.units, &site.language.words);
    let session = |session: &crate::entry::Session| {
        let length = session.distance.map(|m| measures::length(site.language, unit, m.0));
        let parts = length.into_iter().chain(session.minutes.map(|minutes| measures::time(site.language, minutes)));
        [vec![words.word(session.kind.message())], parts.collect()].concat().join(", ")
    };
    let mut what: Vec<String> = day.sessions().map(session).collect();
    let run = |length: String| format!("{}, {length}", words.word("session-run"));
    what.extend(day.mileage().map(|m| run(measures::length(site.language, unit, m.0))));
    what.extend(day.treatments().map(|(treatment, _)| treatment.kind.clone()));
    let trigger = |trigger: &String| words.say("setbacks-trigger", &[("trigger", trigger.as_str().into())]);
    what.extend(day.triggers().iter().map(trigger));
    what
}

/// The first session after it, and the next thing that the timeline tells.
fn next(site: &PlanReader<'_>, episode: &Episode, end: Option<Date>) -> Vec<Next> {
    let Some(end) = end.or_else(|| episode.spike.is_none().then_some(episode.start)) else { return Vec::new() };
    let words = &site.language.words;
    let after = |date: Date| words.say("setbacks-later", &[("days", days_between(end, date).into())]);
    let first = entries(site, episode.injury, shift(end, 1)).find(Logged::moved);
    let first = first.map(|day| {
        let text = done_on(site, &day).into_iter().next().unwrap_or_default();
        let link = Linked { text, href: link(site, &day), mark: None };
        Next { day: Day::new(site, day.date), after: after(day.date), link }
    });
    let told = site.story().iter().filter(|h| h.date > end && !matches!(h.sort, Sort::Setback | Sort::Flare));
    // What the settings tell has no teller, and a lesson's entry tells of it.
    let mut told = told.filter(|h| h.item.is_some() || h.mark.is_some());
    let whose = |h: &Happening| h.item.map_or(h.injury, |item| site.card(item).injury);
    let event = told.find(|h| episode.injury.is_none() || whose(h) == episode.injury).map(|h| {
        let href = h.item.map(|item| site.link(site.card(item).address));
        let lesson = h.lesson.map(|index| crate::site::shelves::lesson_title(site.lesson(index), words));
        let link = Linked { text: lesson.unwrap_or_else(|| h.label.clone()), href, mark: None };
        Next { day: Day::new(site, h.date), after: after(h.date), link }
    });
    let mut all: Vec<Next> = first.into_iter().chain(event).collect();
    all.sort_by(|a, b| a.day.iso.cmp(&b.day.iso));
    all
}
