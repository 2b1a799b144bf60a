//! What is handed out of several parts, by name, or with the help of what pages share; and what follows from values that were
//! handed out before.

use super::PlanReader;
use super::hashes::name;
use super::parts::Part;
use super::values::{Image, LinkedText, Logged};
use crate::chart::kind::{exercise, pain_timeline};
use crate::chart::{Chart, Figure, Source};
use crate::entry::{self, Entry};
use crate::journal::stats::ExerciseDays;
use crate::journal::{Course, Lesson};
use crate::markdown::ImageTag;
use crate::site::fill::For;
use crate::site::photos::Picture;
use crate::site::practice::Exercise;
use crate::site::{Card as CardOf, links};
use jiff::civil::Date;
use std::borrow::Cow;
use std::sync::{Arc, PoisonError};

/// What is asked for by its name, and may not be there.
impl<'a> PlanReader<'a> {
    /// Whether one of the site's own pages or files is there that it has at most once.
    pub(in crate::site) fn has(&self, address: &str) -> bool {
        self.note_name(name("page", address), self.plan.routes.get(address)).is_some()
    }

    pub(in crate::site) fn lesson_called(&self, id: &str) -> Option<&'a Lesson> {
        let index = self.note_name(name("lesson", id), self.plan.journal.lessons.by_id.get(id))?;
        Some(self.lesson(*index))
    }

    pub(in crate::site) fn tag_name(&self, slug: &str) -> Option<&'a str> {
        let index = self.note_name(name("tag", slug), self.plan.tag_position(slug))?;
        Some(self.tag(index).0)
    }

    pub(in crate::site) fn exercise_called(&self, slug: &str) -> Option<&'a Exercise> {
        let index = self.note_name(name("exercise", slug), self.plan.indexes.practice.position(slug))?;
        Some(self.exercise(index))
    }

    pub(in crate::site) fn has_treatment(&self, slug: &str) -> bool {
        self.note_name(name("treatment", slug), self.plan.indexes.practice.treatment(slug)).is_some()
    }
}

/// Charts, and what was done.
impl<'a> PlanReader<'a> {
    /// What charts are drawn from: the days, what was done on them, and the lessons.
    pub(in crate::site) fn charts(&self) -> Source<'a> {
        [Part::Days, Part::Logged, Part::Lessons].into_iter().for_each(|part| self.note(part, 0));
        self.plan.charts()
    }

    /// The pain of the whole journal without a baseline, with the numbers of all its marks.
    pub(in crate::site) fn whole_pain(&self) -> Option<Figure> {
        self.note(Part::Days, 0);
        let scope = self.plan.charts().scope(None).filter(|scope| scope.whole.scored() > 0)?;
        let days = self.plan.journal.after_baseline()?;
        let scope = scope.between(days.first, days.last())?;
        Some(pain_timeline::Options::default().draw(&scope, "pain"))
    }

    /// The chart of one exercise, which is drawn of its own days alone.
    pub(in crate::site) fn exercise_chart(&self, own: &Exercise, id: &str) -> Figure {
        self.note_bouts(&own.slug);
        self.plan.charts().draw(&exercise::Options { exercise: Some(own.name.clone()) }, None, id)
    }

    /// What was done by the entries whose numbers count, of all or of an injury's, in the order of days.
    pub(in crate::site) fn logged(&self, injury: Option<usize>) -> impl Iterator<Item = Logged<'a>> + use<'a> {
        self.note(Part::Logged, 0);
        Logged::all(self.plan, injury)
    }

    /// The same from a day on.
    pub(in crate::site) fn logged_since(
        &self,
        injury: Option<usize>,
        from: Date,
    ) -> impl Iterator<Item = Logged<'a>> + use<'a> {
        self.note(Part::Logged, 0);
        let plan = self.plan;
        plan.journal.counted_since(injury, from).map(move |(date, entry)| Logged { entry, date, plan })
    }

    /// The days of one exercise, in their order.
    pub(in crate::site) fn bouts(&self, slug: &str) -> Vec<(Logged<'a>, &'a entry::Exercise)> {
        self.note_bouts(slug);
        let own = |logged: Logged<'a>| {
            let own = logged.exercises().filter(|(_, other)| *other == slug);
            own.map(|(exercise, _)| (logged, exercise)).collect::<Vec<_>>()
        };
        Logged::all(self.plan, None).flat_map(own).collect()
    }

    pub(in crate::site) fn exercise_days(&self, slug: &str) -> Option<&'a ExerciseDays> {
        self.note_bouts(slug);
        self.plan.indexes.practice.days.get(slug)
    }

    fn note_bouts(&self, slug: &str) {
        self.note(Part::Span, 0);
        match self.plan.indexes.practice.position(slug) {
            Some(index) => self.note(Part::Bouts, index),
            None => self.note(Part::Logged, 0),
        }
    }

    pub(in crate::site) fn course(&self, injury: Option<usize>) -> Option<Course> {
        [Part::Days, Part::Logged].into_iter().for_each(|part| self.note(part, 0));
        Course::of(&self.plan.journal, self.config, injury)
    }

    /// The text of an entry as feeds show it, made for the first of them that asks.
    pub(in crate::site) fn feed_content(&self, item: usize, make: impl FnOnce() -> Arc<str>) -> Arc<str> {
        let contents = || self.context.contents.lock().unwrap_or_else(PoisonError::into_inner);
        let known = contents().get(&item).cloned();
        let (content, read) = known.unwrap_or_else(|| {
            let before = self.noted.take();
            let content = make();
            let made = (content, self.noted.replace(before));
            contents().insert(item, made.clone());
            made
        });
        let mut noted = self.noted.borrow_mut();
        noted.found.extend(read.found);
        noted.missed.extend(read.missed);
        content
    }
}

/// What follows from the settings and from values that were handed out before, so that there is nothing to note.
impl<'a> PlanReader<'a> {
    pub(in crate::site) fn path(&self, address: &str) -> String {
        self.config.path(address)
    }

    pub(in crate::site) fn link(&self, address: &str) -> String {
        self.path(&links::encode(address))
    }

    /// An address of the site as pages or feeds write it.
    pub(in crate::site) fn href(&self, target: &str, what_for: For) -> String {
        self.plan.href(target, what_for)
    }

    /// HTML with the site's path before every address that lacks it.
    pub(in crate::site) fn whole_addresses(&self, html: String) -> String {
        self.plan.whole_addresses(html)
    }

    pub(in crate::site) fn card_address(&self, card: CardOf) -> String {
        self.plan.card_address(card)
    }

    /// The whole address of a picture of about a width, and its size where that is known.
    pub(in crate::site) fn shared_image(&self, image: Image<'_>, width: u32) -> (String, Option<(u32, u32)>) {
        (self.plan.picture_address(image.target, width, For::Feed), self.plan.size_near(image.target, width))
    }

    pub(in crate::site) fn picture(&self, image: Image<'_>) -> Picture {
        self.plan.picture(image.target)
    }

    pub(in crate::site) fn push_image(&self, out: &mut String, target: &str, tag: &ImageTag, to: For) {
        self.plan.push_image(out, target, tag, to);
    }

    /// Where the link of a text's hole leads.
    pub(in crate::site) fn link_of(&self, text: &LinkedText<'a>, hole: usize) -> Cow<'a, str> {
        self.plan.link_address(text.target(hole), text.entry)
    }

    pub(in crate::site) fn is_of(&self, item: usize, entry: &Entry) -> bool {
        self.plan.journal.items[item].entry.path == entry.path
    }
}
