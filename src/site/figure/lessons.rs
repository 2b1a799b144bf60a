//! The lessons over time.

use super::Asked;
use crate::chart::Figure;
use crate::chart::lessons::{self, Change, Lessons};
use crate::journal::{EventKind, Lesson};

/// The lessons that a fence asks for.
pub(super) fn asked(asked: &Asked<'_>) -> Figure {
    let Asked { site, calendar, injury, .. } = asked;
    let journal = &site.journal;
    let own = |lesson: &&Lesson| injury.is_none() || journal.items[lesson.item].injury == *injury;
    let shown: Vec<&Lesson> = journal.lessons.all.iter().filter(own).collect();
    let lesson = |lesson: &&Lesson| {
        let change = |kind: EventKind| match kind {
            EventKind::Confirmed => Change::Held,
            EventKind::Revised => Change::Revised,
            EventKind::Retracted => Change::Retracted,
        };
        Some(lessons::Lesson {
            title: lesson.title.clone(),
            learned: lesson.learned?,
            events: lesson.events.iter().filter_map(|event| Some((event.date?, change(event.kind)))).collect(),
            href: Some(site.path(&format!("/lessons/{}/", lesson.id))),
        })
    };
    let chart = Lessons {
        first: calendar.first,
        last: calendar.last(),
        lessons: &shown.iter().filter_map(lesson).collect::<Vec<_>>(),
        undated: shown.iter().filter(|lesson| lesson.learned.is_none()).count(),
        week_start: site.config.week_start,
    };
    lessons::draw(&chart, &site.language, asked.id)
}
