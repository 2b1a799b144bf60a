//! What kinds are drawn from: whose days, which of them, and what several kinds need of these.

use crate::chart::days::DayRange;
use crate::chart::marks;
use crate::chart::options::{Bound, Span};
use crate::chart::scale::count;
use crate::chart::series::Series;
use crate::chart::words::Words;
use crate::chart::{Band, Figure, Note, Rule, Work};
use crate::config::{self, Config};
use crate::diag::Diagnostic;
use crate::entry::Entry;
use crate::journal::metrics::rolling;
use crate::journal::{Calendar, Day, Journal};
use crate::language::Language;
use crate::text::slug::slug;
use crate::units::shift;
use jiff::civil::Date;
use std::borrow::Cow;
use std::fmt::Debug;

/// The options of a kind, read.
pub trait Chart: Debug + Send + Sync {
    /// Draws the chart over some days.
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure;

    /// What it is about, where that is less than the journal or an injury, for those who see no page around it.
    fn about(&self, _source: Source<'_>) -> Option<String> {
        None
    }

    /// The key of an option with a name that the journal does not know, and what is wrong with it.
    fn unknown_name(&self, _journal: &Journal) -> Option<(&'static str, Diagnostic)> {
        None
    }
}

/// What charts are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The entries and their days.
    pub journal: &'a Journal,
    /// The settings.
    pub config: &'a Config,
    /// The language of words and figures.
    pub language: &'a Language,
    /// Where entries have their pages.
    pub addresses: &'a dyn Addresses,
}

/// Where entries have their pages.
pub trait Addresses: Debug {
    /// The address of an item's page as pages write it.
    fn item(&self, item: usize) -> Option<String>;
}

/// Whose days are shown, and which of them.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// What all charts are drawn from.
    pub source: Source<'a>,
    /// The injury whose days these are, if it is one's.
    pub injury: Option<usize>,
    /// All days of the journal, or of the injury.
    pub whole: &'a Calendar,
    /// The days shown.
    pub shown: Cow<'a, Calendar>,
    /// Whether it was said where these begin, and where they end.
    pub(super) ends: (bool, bool),
    /// The day that is asked about: that of the entry which asks.
    pub(super) about: Option<Date>,
}

impl<'a> Source<'a> {
    /// All days of the journal or of an injury; none where it has no day.
    #[must_use]
    pub fn scope(self, injury: Option<usize>) -> Option<Scope<'a>> {
        let whole = self.journal.days(injury)?;
        Some(Scope { source: self, injury, whole, shown: Cow::Borrowed(whole), ends: (false, false), about: None })
    }

    /// A chart of all days of the journal or of an injury.
    #[must_use]
    pub fn draw(self, chart: &dyn Chart, injury: Option<usize>, id: &str) -> Figure {
        self.scope(injury).map_or_else(|| self.nothing(), |scope| chart.draw(&scope, id))
    }

    /// What stands where there is no day to show.
    pub(in crate::chart) fn nothing(self) -> Figure {
        let words = &self.language.words;
        Figure { heading: words.word("chart-head-no-day"), say: words.word("chart-no-day"), ..Figure::default() }
    }

    /// The days that were asked for; those back are counted from a date, or from the journal's last day.
    pub(in crate::chart) fn asked(self, span: &Span, date: Option<Date>) -> Option<Scope<'a>> {
        let injury = span.injury.as_deref().and_then(|name| self.config.injury_called(name));
        let scope = self.scope(injury)?;
        let day = |bound: &Option<Bound>, start: bool| bound.as_ref().and_then(|bound| self.day_of(date, bound, start));
        let (from, to) = (day(&span.from, true), day(&span.to, false));
        let (first, last) = (scope.whole.first, scope.whole.last());
        let ends = (span.from.is_some(), span.to.is_some());
        Some(Scope { ends, about: date, ..scope.between(from.unwrap_or(first), to.unwrap_or(last))? })
    }

    /// The day that a bound means.
    fn day_of(self, date: Option<Date>, bound: &Bound, start: bool) -> Option<Date> {
        match bound {
            Bound::Day(day) => Some(*day),
            Bound::Back(days) => {
                let today = date.or_else(|| self.journal.calendar.as_ref().map(Calendar::last))?;
                Some(shift(today, -*days))
            }
            Bound::Phase(name) => {
                let phase = self.config.phases.iter().find(|phase| slug(&phase.name) == slug(name))?;
                if start { Some(phase.start) } else { phase.end }
            }
        }
    }
}

/// Days of the rolling median where nobody asks for others.
const WINDOW: usize = 7;

/// A score for several days at once, by the numbers of its first and last day.
pub(super) struct PainSpan {
    pub first: i32,
    pub last: i32,
    pub score: f64,
}

/// What was done on each day shown: what it is, its unit, and its amounts, unknown where nobody wrote it down.
pub(super) struct Done {
    pub work: Work,
    pub unit: String,
    pub amounts: Vec<Option<f64>>,
}

impl<'a> Scope<'a> {
    /// Those of the days from one date to another; none where none is left.
    #[must_use]
    pub fn between(&self, from: Date, to: Date) -> Option<Self> {
        let shown = match from <= self.whole.first && to >= self.whole.last() {
            true => Cow::Borrowed(self.whole),
            false => Cow::Owned(self.whole.cut(from, to)?),
        };
        Some(Self { shown, ..self.clone() })
    }

    /// The language of words and figures.
    pub(super) fn words(&self) -> Words<'a> {
        Words::of(self.source.language)
    }

    /// The days shown.
    pub(super) fn days(&self) -> DayRange {
        DayRange::new(self.shown.first, self.shown.days.len(), self.source.config.week_start)
    }

    /// The worst pain of the days shown with its rolling median.
    pub(super) fn pain(&self) -> Series<'_> {
        self.pain_with(&self.shown.median)
    }

    /// The same with other medians.
    pub(super) fn pain_with(&self, median: &[Option<f64>]) -> Series<'_> {
        let days = self.shown.days.iter().enumerate();
        let eased = days.filter(|(_, day)| day.eased).map(|(at, _)| at).collect();
        let series = Series::new(self.days(), Cow::Borrowed(&self.shown.pain), median);
        let later = count(self.shown.days.iter().filter(|day| day.pain.is_some() && day.logs.later).count());
        Series { mornings: self.mornings_alone(), eased, later, ..series }
    }

    /// The scores that are given for several days at once: first day, last day, score.
    pub(super) fn pain_spans(&self) -> Vec<PainSpan> {
        let (first, last) = (self.shown.first, self.shown.last());
        let spans = self.source.journal.spans(self.injury).filter(|span| span.from <= last && span.to >= first);
        let day = |date: Date| count(self.shown.index(date).unwrap_or_default());
        let drawn = spans.filter_map(|span| {
            let score = span.entry.record().felt.own()?;
            Some(PainSpan { first: day(span.from.max(first)), last: day(span.to.min(last)), score: score.value() })
        });
        drawn.collect()
    }

    /// How days began of which that alone is known.
    pub(super) fn mornings_alone(&self) -> Vec<Option<f64>> {
        self.shown.pain.iter().zip(self.shown.began()).map(|(pain, began)| began.filter(|_| pain.is_none())).collect()
    }

    /// The entries on the days shown whose numbers count, in order of days.
    pub fn entries(&self) -> impl Iterator<Item = (Date, &'a Entry)> {
        let (first, last) = (self.shown.first, self.shown.last());
        self.source.journal.counted_since(self.injury, first).take_while(move |(date, _)| *date <= last)
    }

    /// The phases that overlap the days shown.
    pub(super) fn bands(&self) -> Vec<Band> {
        let (first, last) = (self.shown.first, self.shown.last());
        let phases = self.source.config.phases.iter();
        let inside = phases.filter(|phase| phase.start <= last && phase.end.is_none_or(|end| end >= first));
        inside.map(|p| Band { from: p.start, to: p.end.unwrap_or(last), label: p.name.clone() }).collect()
    }

    /// The milestones and setbacks on the days shown, with the numbers that they have everywhere.
    pub(super) fn marks(&self) -> Vec<Note> {
        let Source { journal, language, addresses, .. } = self.source;
        let inside = journal.milestones.iter().filter(|mark| self.shown.index(mark.date).is_some());
        let own = inside.filter(|mark| self.injury.is_none() || mark.injury == self.injury);
        let note = |mark: &crate::journal::Mark| Note {
            number: mark.number,
            date: mark.date,
            label: match mark.setback {
                true => language.words.say("chart-setback", &[("cause", mark.label.as_str().into())]),
                false => mark.label.clone(),
            },
            setback: mark.setback.then(|| marks::few_words(&mark.label)),
            href: mark.item.and_then(|item| addresses.item(item)),
        };
        own.map(note).collect()
    }

    /// The lines on a plot of pain: those that were asked for, and the ceilings of the rules that held on the days shown.
    pub(super) fn rules(&self, lines: &[Rule]) -> Vec<Rule> {
        let Source { config, language, .. } = self.source;
        let (first, last) = (self.shown.first, self.shown.last());
        let rules = config.rules.iter().enumerate();
        let held = rules.filter(|(at, rule)| {
            let ended = config.rules.get(at + 1).and_then(|next| next.from).is_some_and(|next| next <= first);
            !ended && rule.from.is_none_or(|from| from <= last)
        });
        lines.iter().cloned().chain(held.map(|(_, rule)| ceiling(rule, language))).collect()
    }

    /// The rolling median of the days shown as it was asked for, and over how many days it is taken.
    pub(super) fn median(&self, window: Option<usize>) -> (usize, Cow<'_, [Option<f64>]>) {
        let window = window.unwrap_or(WINDOW);
        if window == WINDOW {
            return (window, Cow::Borrowed(&self.shown.median));
        }
        // Over the whole calendar, so that the first days shown have those before them.
        let whole = rolling::medians(&self.whole.pain, window, (window * 4).div_ceil(7));
        let from = self.whole.index(self.shown.first).unwrap_or(0);
        (window, Cow::Owned(whole[from..from + self.shown.days.len()].to_vec()))
    }

    /// What was done on some days: what was asked for, else the load where any day shown has one, else the distance run.
    pub(super) fn done(&self, days: &[Day], work: Option<Work>) -> Done {
        let has_load = || self.shown.days.iter().any(|day| day.load.is_some_and(|load| load > 0.0));
        let work = work.unwrap_or_else(|| if has_load() { Work::Load } else { Work::Run });
        let units = self.source.config.units;
        let amount = |day: &Day| match work {
            Work::Run => day.run().map(|metres| units.of(metres)),
            Work::Walk => day.known().then(|| units.of(day.walk)),
            Work::Distance => Some(units.of(day.run()?.saturating_add(day.walk).saturating_add(day.other))),
            Work::Load => day.load,
        };
        let unit = match work {
            Work::Load => self.source.language.words.word("chart-unit-load"),
            _ => units.symbol().to_owned(),
        };
        Done { work, unit, amounts: days.iter().map(amount).collect() }
    }
}

/// The ceiling of a rule as a line from the day the rule was set.
#[must_use]
pub fn ceiling(rule: &config::PainRule, language: &Language) -> Rule {
    let words = &language.words;
    let label = match (rule.provenance.as_str(), rule.preset) {
        ("", "custom") => words.word("chart-ceiling-own"),
        ("", _) => words.word("chart-ceiling-reading"),
        (whose, _) => words.say("chart-ceiling", &[("whose", whose.into())]),
    };
    Rule { value: rule.ceiling, label, from: rule.from }
}

/// A number with two decimals and a true minus.
pub(super) fn hundredths(language: &Language, value: f64) -> String {
    language.numbers.fixed(value, 2).replace('-', "−")
}
