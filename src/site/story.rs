//! The events that the timeline tells, in the order of their dates.

use super::around;
use crate::config::Config;
use crate::entry::MilestoneKind;
use crate::journal::{EventKind, Journal, Mark, Teller};
use crate::units::days_between;
use jiff::civil::Date;

/// Something that happened.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) struct Happening {
    /// When.
    pub(super) date: Date,
    /// Its last day, where it lasted longer than one.
    pub(super) until: Option<Date>,
    /// Which sort.
    pub(super) sort: Sort,
    /// What, in the writer's words, which may be none.
    pub(super) label: String,
    /// What the writer said beside it.
    pub(super) note: String,
    /// The entry that tells of it, by index.
    pub(super) item: Option<usize>,
    /// The index of the injury of the entry or the line that tells of it.
    pub(super) injury: Option<usize>,
    /// The number of the milestone or setback that it is.
    pub(super) mark: Option<usize>,
    /// The lesson it is about, by index.
    pub(super) lesson: Option<usize>,
    /// The course of treatment that it begins or ends.
    pub(super) course: Option<Course>,
    /// What different people advised, in the order of the days.
    pub(super) voices: Vec<Voice>,
}

/// A course of treatment: one type, with no long time between.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) struct Course {
    /// How often it was had.
    pub(super) times: usize,
    /// Its last day, told on its first, or the other way round.
    pub(super) other: Date,
    /// Whether it may not be over: the journal ends too soon after its last day.
    pub(super) open: bool,
}

/// Advice that somebody gave.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) struct Voice {
    /// When.
    pub(super) date: Date,
    /// Who.
    pub(super) from: String,
    /// What, in the writer's words.
    pub(super) text: String,
    /// The entry that tells of it, by index.
    pub(super) item: usize,
}

/// The sorts of happenings; those of one day are told in this order.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Sort {
    /// An injury began.
    Onset,
    /// An earlier injury came back.
    Relapse,
    /// An injury was given a name.
    Diagnosis,
    /// Something was operated.
    Operation,
    /// An image of the inside.
    Scan,
    /// A race.
    Race,
    /// Something done for the first time.
    First,
    /// Another milestone.
    Milestone,
    /// An injury was over.
    Ended,
    /// A course of treatment began.
    TreatmentFirst,
    /// A course of treatment ended.
    TreatmentLast,
    /// A treatment that was had once.
    TreatmentOnce,
    /// Different people gave advice within a week.
    Advice,
    /// Somebody gave advice.
    AdviceOnce,
    /// A setback began.
    Setback,
    /// Days that the writer calls a flare.
    Flare,
    /// A lesson was learned.
    Learned,
    /// A lesson was changed.
    Revised,
    /// A lesson was taken back.
    Retracted,
}

/// All that happened up to the day that decides what is in the future; only public entries tell of anything.
pub(super) fn happenings(journal: &Journal, config: &Config) -> Vec<Happening> {
    let mut all = Vec::new();
    injuries(config, &mut all);
    // Marks stand in the order of their tellers.
    let mut marks = journal.milestones.as_slice();
    for teller in journal.tellers() {
        let own = teller.entry.milestones.len() + usize::from(teller.entry.setback.is_some());
        let (of_teller, rest) = marks.split_at(own.min(marks.len()));
        marks = rest;
        told(&teller, of_teller, &mut all);
    }
    lessons(journal, &mut all);
    around::treatments(journal, &mut all);
    around::advice(journal, &mut all);
    all.sort_by_key(|h| (h.date, h.sort, h.item, h.lesson));
    all
}

pub(super) fn plain(date: Date, sort: Sort, label: &str, item: Option<usize>) -> Happening {
    Happening {
        date,
        until: None,
        sort,
        label: label.to_owned(),
        note: String::new(),
        item,
        injury: None,
        mark: None,
        lesson: None,
        course: None,
        voices: Vec::new(),
    }
}

fn injuries(config: &Config, all: &mut Vec<Happening>) {
    let is_past = |date: &Date| *date <= config.today || config.future;
    for injury in &config.injuries {
        if let Some(onset) = injury.onset.filter(|date| is_past(date)) {
            let sort = if injury.relapse_of.is_some() { Sort::Relapse } else { Sort::Onset };
            all.push(Happening { note: injury.mechanism.clone(), ..plain(onset, sort, &injury.name, None) });
        }
        let named = injury.diagnoses.iter().map(|d| plain(d.date, Sort::Diagnosis, &d.label, None));
        let operated = injury.operations.iter().map(|o| plain(o.date, Sort::Operation, &o.label, None));
        let ended = injury.end.map(|end| plain(end, Sort::Ended, &injury.name, None));
        all.extend(named.chain(operated).chain(ended).filter(|h| is_past(&h.date)));
    }
}

/// What one entry or line tells; its marks are its milestones and then its setback.
fn told(teller: &Teller<'_>, marks: &[Mark], all: &mut Vec<Happening>) {
    let Teller { entry, date, item, injury } = *teller;
    let marked = |sort, label: &str, at: usize| Happening {
        mark: marks.get(at).map(|mark| mark.number),
        injury,
        ..plain(date, sort, label, item)
    };
    for (at, milestone) in entry.milestones.iter().enumerate() {
        let sort = match milestone.kind {
            MilestoneKind::Race => Sort::Race,
            MilestoneKind::Scan => Sort::Scan,
            MilestoneKind::First => Sort::First,
            MilestoneKind::Other => Sort::Milestone,
        };
        all.push(marked(sort, &milestone.label, at));
    }
    if let Some(cause) = &entry.setback {
        all.push(marked(Sort::Setback, cause, entry.milestones.len()));
    }
    if !entry.flare {
        return;
    }
    // Days in a row are one flare.
    let before = all.iter_mut().rfind(|h| h.sort == Sort::Flare);
    match before.filter(|h| days_between(h.until.unwrap_or(h.date), date) <= 1) {
        Some(flare) if flare.date == date => {}
        Some(flare) => flare.until = Some(date),
        None => {
            let label = entry.triggers.join(", ");
            all.push(Happening { injury, ..plain(date, Sort::Flare, &label, item) });
        }
    }
}

fn lessons(journal: &Journal, all: &mut Vec<Happening>) {
    for (index, lesson) in journal.lessons.all.iter().enumerate() {
        let told = |date, sort, item, note: Option<&String>| Happening {
            lesson: Some(index),
            note: note.cloned().unwrap_or_default(),
            ..plain(date, sort, &lesson.title, Some(item))
        };
        all.extend(lesson.learned.map(|date| told(date, Sort::Learned, lesson.item, None)));
        for event in &lesson.events {
            let sort = match event.kind {
                // That a lesson held again changes nothing in the story.
                EventKind::Confirmed => continue,
                EventKind::Revised => Sort::Revised,
                EventKind::Retracted => Sort::Retracted,
            };
            all.extend(event.date.map(|date| told(date, sort, event.item, event.note.as_ref())));
        }
    }
}
