//! The lessons over time.

use super::{Chart, Scope};
use crate::chart::Figure;
use crate::chart::lessons::{self, Change, Lessons};
use crate::journal::{EventKind, Lesson};

/// What a chart of lessons takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (journal, config) = (scope.source.journal, scope.source.config);
        let own = |lesson: &&Lesson| scope.injury.is_none() || journal.items[lesson.item].injury == scope.injury;
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
                href: Some(config.path(&format!("/lessons/{}/", lesson.id))),
            })
        };
        let chart = Lessons {
            first: scope.shown.first,
            last: scope.shown.last(),
            lessons: &shown.iter().filter_map(lesson).collect::<Vec<_>>(),
            undated: shown.iter().filter(|lesson| lesson.learned.is_none()).count(),
            week_start: config.week_start,
        };
        lessons::draw(&chart, scope.source.language, id)
    }
}
