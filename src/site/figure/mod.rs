//! From the journal's days to charts: the only place that knows both. A file a family of kinds.
//!
//! Invariant: a figure is made of the site, a fence and a date alone; what it reads of the site is in `key::Parts::charts`.

mod distance;
mod entry;
mod exercises;
mod ladder;
mod lessons;
mod line;
mod load;
mod names;
mod pain;
mod spans;
mod treatments;

pub(super) use distance::distance;
pub(super) use entry::{around, small_strip, strip};
pub(super) use line::{REACH, line_up_to, whole_line};
pub(super) use names::{check as check_names, unknown as unknown_names};
pub(super) use pain::pain;
pub(super) use treatments::around_days;

use super::Site;
use crate::chart::{Band, Figure, Mark, Rule};
use crate::entry::Entry;
use crate::journal::Calendar;
use crate::markdown::{Bound, ChartFence, ChartKind, Name};
use crate::text::slug::slug;
use crate::units::shift;
use jiff::civil::Date;

/// What a fence asks for, resolved: whose days, and which of them.
struct Asked<'a> {
    site: &'a Site,
    fence: &'a ChartFence,
    /// The injury, where the fence names one.
    injury: Option<usize>,
    /// All days of the journal, or of the injury.
    whole: &'a Calendar,
    /// The days shown.
    calendar: &'a Calendar,
    /// The id of the figure on its page.
    id: &'a str,
}

/// The chart that a fence asks for; days back are counted from a date, or from the journal's last day.
pub(super) fn for_fence(site: &Site, date: Option<Date>, fence: &ChartFence, id: &str) -> Figure {
    let injury = fence.injury.as_ref().and_then(|name| names::injury(&site.journal, &name.text));
    let Some(whole) = site.journal.days(injury) else { return nothing(site) };
    let day = |bound: &Option<Bound>, start: bool| bound.as_ref().and_then(|b| day_of(site, date, b, start));
    let from = day(&fence.from, true).unwrap_or(whole.first);
    let to = day(&fence.to, false).unwrap_or_else(|| whole.last());
    let Some(calendar) = whole.cut(from, to) else { return nothing(site) };
    let asked = Asked { site, fence, injury, whole, calendar: &calendar, id };
    match fence.kind {
        ChartKind::PainTimeline => pain::asked(&asked),
        ChartKind::WeeklyDistance => distance::asked(&asked),
        ChartKind::PainAndLoad => load::pain_and_load(&asked),
        ChartKind::Calendar => load::calendar(&asked),
        ChartKind::FourPoints => load::four_points(&asked),
        ChartKind::AcuteChronic => load::acute_chronic(&asked),
        ChartKind::Lag => load::lags(&asked),
        ChartKind::Sparkline => pain::sparkline(&site.language, &calendar),
        ChartKind::Exercise => exercises::asked(&asked),
        ChartKind::Phases => spans::asked(&asked),
        ChartKind::Treatments => treatments::asked(&asked),
        ChartKind::Lessons => lessons::asked(&asked),
        ChartKind::Ladder => ladder::asked(&asked),
    }
}

/// A chart of a kind without options, over all days of the journal or of an injury.
pub(super) fn whole(site: &Site, kind: ChartKind, injury: Option<usize>, id: &str) -> Figure {
    let name = injury.map(|index| site.journal.injuries[index].injury.slug.clone());
    let injury = name.map(|text| Name { text, range: 0..0 });
    for_fence(site, None, &ChartFence { injury, ..ChartFence::of(kind) }, id)
}

fn nothing(site: &Site) -> Figure {
    Figure { say: site.language.words.word("chart-no-day"), ..Figure::default() }
}

impl Asked<'_> {
    /// The entries on the days shown whose numbers count, in order of days.
    fn entries(&self) -> impl Iterator<Item = (Date, &Entry)> {
        let (first, last) = (self.calendar.first, self.calendar.last());
        self.site.journal.counted(self.injury).filter(move |(date, _)| (first..=last).contains(date))
    }

    /// The lines that the fence sets.
    fn lines(&self) -> Vec<Rule> {
        let line =
            |line: &crate::markdown::Line| Rule { value: line.value, label: line.label.clone(), from: line.from };
        self.fence.lines.iter().map(line).collect()
    }

    /// The lines of a plot of pain: those that the fence sets, and the writer's ceiling.
    fn rules(&self) -> Vec<Rule> {
        let mut all = self.lines();
        all.extend(rules(self.site));
        all
    }
}

/// The day that a fence's bound means.
fn day_of(site: &Site, date: Option<Date>, bound: &Bound, start: bool) -> Option<Date> {
    match bound {
        Bound::Day(day) => Some(*day),
        Bound::Back(days) => {
            let today = date.or_else(|| site.journal.calendar.as_ref().map(Calendar::last))?;
            Some(shift(today, -*days))
        }
        Bound::Phase(name) => {
            let phase = site.config.phases.iter().find(|p| slug(&p.name) == slug(&name.text))?;
            if start { Some(phase.start) } else { phase.end }
        }
    }
}

/// The phases that overlap the days of a chart.
fn bands(site: &Site, calendar: &Calendar) -> Vec<Band> {
    let (first, last) = (calendar.first, calendar.last());
    let inside = site.config.phases.iter().filter(|p| p.start <= last && p.end.is_none_or(|end| end >= first));
    inside.map(|p| Band { from: p.start, to: p.end.unwrap_or(last), label: p.name.clone() }).collect()
}

/// The milestones inside the days of a chart, of one injury where the chart is of one.
fn marks(site: &Site, calendar: &Calendar, injury: Option<usize>) -> Vec<Mark> {
    let journal = &site.journal;
    let inside = journal.milestones.iter().filter(|m| calendar.index(m.date).is_some());
    let own = inside.filter(|m| injury.is_none() || journal.items[m.item].injury == injury);
    own.map(|m| Mark {
        date: m.date,
        label: match m.setback {
            true => site.language.words.say("chart-setback", &[("cause", m.label.as_str().into())]),
            false => m.label.clone(),
        },
        href: site.addresses.get(&journal.items[m.item].entry.path).map(|a| site.path(a)),
    })
    .collect()
}

/// The writer's ceiling, where one was set.
fn rules(site: &Site) -> Vec<Rule> {
    let rules = &site.config.rules;
    if !rules.set {
        return Vec::new();
    }
    let words = &site.language.words;
    let label = match rules.provenance.as_str() {
        "" => words.word("chart-ceiling-own"),
        whose => words.say("chart-ceiling", &[("whose", whose.into())]),
    };
    vec![Rule { value: rules.ceiling, label, from: None }]
}
