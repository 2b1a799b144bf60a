//! Whose numbers are looked at: everything that was written down, or one injury's.
//!
//! Of an injury, pain is its own: that of entries which are about it, but for scores of a place that is another injury's; and
//! scores of its place in other entries (a blister on the toe is no pain of the hamstring). What was done is the person's.

use super::{Calendar, Journal, LogSpan};
use crate::config::Injury;
use crate::entry::{Entry, Felt, Record, SitePain};
use crate::text::slug::slug;
use jiff::civil::Date;
use std::borrow::Cow;
use std::sync::Arc;

/// An entry whose numbers count, with the index of its injury.
pub type CountedEntry = (Arc<Entry>, Option<usize>);

/// Whose numbers are looked at.
#[derive(Clone, Debug)]
pub(super) struct Whose {
    injury: Option<usize>,
    /// What the settings say of the injury that is asked for: when it began and ended.
    ends: (Option<Date>, Option<Date>),
    /// The part of the body and the side of each injury, where they are said.
    places: Vec<(Option<String>, Option<String>)>,
}

impl Whose {
    pub(super) fn new(injury: Option<usize>, injuries: &[Injury]) -> Self {
        let said = |text: &str| (!text.is_empty()).then(|| slug(text));
        Self {
            injury,
            ends: injury.map_or((None, None), |index| (injuries[index].onset, injuries[index].end)),
            places: injuries.iter().map(|injury| (said(&injury.site), said(&injury.side))).collect(),
        }
    }

    /// Whether an entry about an injury, or about none, is counted among its entries.
    pub(super) fn is_own(&self, of: Option<usize>) -> bool {
        self.injury.is_none() || self.injury == of
    }

    /// The first and the last day: of an injury its onset, else its first entry or line, and its end, else its last.
    pub(super) fn span(&self, counted: &[CountedEntry], spans: &[LogSpan]) -> Option<(Date, Date)> {
        let days = || counted.iter().filter(|(_, of)| self.is_own(*of)).filter_map(|(entry, _)| entry.date);
        let own = || spans.iter().filter(|span| self.is_own(span.injury));
        let first = self.ends.0.or_else(|| days().chain(own().map(|span| span.from)).min())?;
        let last = self.ends.1.or_else(|| days().chain(own().map(|span| span.to)).max())?;
        // Without anything dated there is no day, whatever the settings say.
        let dated = counted.iter().any(|(entry, _)| entry.date.is_some()) || !spans.is_empty();
        (first <= last && dated).then_some((first, last))
    }

    /// What was felt by a record of an entry about an injury: all of it at once where no place decides.
    pub(super) fn felt<'a>(&'a self, record: &'a Record, of: Option<usize>) -> impl Iterator<Item = Felt> + 'a {
        let at_once = self.injury.is_none() || record.placed.is_empty();
        let whole = (at_once && self.is_own(of)).then_some(record.felt);
        let placed = if at_once { &[] } else { &*record.placed };
        whole.into_iter().chain(placed.iter().filter(move |pain| self.has(pain, of)).map(|pain| pain.felt))
    }

    /// Whether a score of a place counts, in an entry about an injury.
    pub(super) fn has(&self, pain: &SitePain, of: Option<usize>) -> bool {
        let Some(wanted) = self.injury else { return true };
        let (Some(site), side) = (&pain.place.0, pain.place.1) else { return of == Some(wanted) };
        let is_at = |index: usize| {
            let (place, side_of) = &self.places[index];
            place.as_deref() == Some(&**site)
                && side.zip(side_of.as_deref()).is_none_or(|(side, other)| side.word() == other)
        };
        // A place that two injuries share is each one's.
        is_at(wanted) || of == Some(wanted) && !(0..self.places.len()).any(is_at)
    }
}

impl Journal {
    /// The dated entries whose numbers count, of one injury where one is asked for.
    pub fn dated(&self, injury: Option<usize>) -> impl Iterator<Item = (Date, &Entry)> + Clone {
        self.dated_from(0, injury)
    }

    fn dated_from(&self, at: usize, injury: Option<usize>) -> impl Iterator<Item = (Date, &Entry)> + Clone {
        let own = self.counted[at..].iter().filter(move |(_, of)| injury.is_none() || *of == injury);
        own.filter_map(|(entry, _)| Some((entry.date?, &**entry)))
    }

    /// How many lines of logs count, spans too, of one injury where one is asked for.
    pub fn log_lines(&self, injury: Option<usize>) -> usize {
        let spans = self.logs.spans.iter().filter(|span| injury.is_none() || span.injury == injury);
        self.dated(injury).filter(|(_, entry)| entry.log.is_some()).count() + spans.count()
    }

    /// The days of all without those of a baseline: from the first onset on, or from an earlier day of an entry, of something
    /// that charts mark, or of a score. Of what lies before no pain is known, and nothing of it is drawn where only that is.
    pub fn after_baseline(&self) -> Option<Cow<'_, Calendar>> {
        let calendar = self.calendar.as_ref()?;
        let onset = self.injuries.iter().filter_map(|own| own.injury.onset).min();
        let scores = calendar.pain.iter().zip(&calendar.mornings);
        let scored = scores.take_while(|(pain, morning)| pain.is_none() && morning.is_none()).count();
        let span = self.spans(None).filter(|span| span.entry.record().felt.own().is_some()).map(|span| span.from).min();
        let entry = self.items.first().and_then(|item| item.entry.date);
        let told = [Some(calendar.date(scored)), span, entry, self.milestones.first().map(|mark| mark.date)];
        let cut = onset.map(|onset| told.into_iter().flatten().fold(onset, Date::min));
        let cut = cut.filter(|from| *from > calendar.first).and_then(|from| calendar.cut(from, calendar.last()));
        Some(cut.map_or(Cow::Borrowed(calendar), Cow::Owned))
    }

    /// The spans whose numbers count, on the days of an injury where one is asked for.
    pub fn spans(&self, injury: Option<usize>) -> impl Iterator<Item = &LogSpan> {
        self.logs.on_days(injury, self.days(injury).map(|days| (days.first, days.last())))
    }

    /// Those of them on the days of the injury.
    pub fn counted(&self, injury: Option<usize>) -> impl Iterator<Item = (Date, &Entry)> + Clone {
        self.inside(self.dated(injury), injury)
    }

    /// The same from a day on: they come in the order of days.
    pub fn counted_since(&self, injury: Option<usize>, from: Date) -> impl Iterator<Item = (Date, &Entry)> + Clone {
        let at = self.counted.partition_point(|(entry, _)| entry.date < Some(from));
        self.inside(self.dated_from(at, injury), injury)
    }

    /// The dated entries that say what was done: all of them, whatever they are about, on the days of an injury where one is
    /// asked for.
    pub fn done(&self, injury: Option<usize>) -> impl Iterator<Item = (Date, &Entry)> + Clone {
        self.inside(self.dated(None), injury)
    }

    fn inside<'a>(
        &self,
        dated: impl Iterator<Item = (Date, &'a Entry)> + Clone,
        injury: Option<usize>,
    ) -> impl Iterator<Item = (Date, &'a Entry)> + Clone {
        let span = self.days(injury).map(|days| (days.first, days.last()));
        dated.filter(move |(date, _)| span.is_some_and(|(first, last)| (first..=last).contains(date)))
    }

    /// The days of all entries, or of one injury's.
    pub fn days(&self, injury: Option<usize>) -> Option<&Calendar> {
        match injury {
            Some(index) => self.injuries.get(index)?.calendar.as_ref(),
            None => self.calendar.as_ref(),
        }
    }
}
