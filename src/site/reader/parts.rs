//! The parts of a plan: how many there are of each, their hashes, and what is handed out with them.

use super::PlanReader;
use super::hashes::{
    Sums, of, of_all, of_criterion, of_exercise, of_happening, of_lesson, of_place, of_standing, of_text, of_year,
    path, paths,
};
use super::values::{EntryCard, EntryPlace, LinkedText, PageCard, Since, Years, entry, page, taught_ids};
use crate::chart::Figure;
use crate::entry::Entry;
use crate::journal::metrics::spikes::Spike;
use crate::journal::metrics::verdict::Judged;
use crate::journal::stats::{self, AdherenceRow, TreatmentRow};
use crate::journal::{Calendar, CriterionState, Lesson, Standing};
use crate::site::archive::{Archive, Year};
use crate::site::comments::Thread;
use crate::site::group::GroupBySlug;
use crate::site::own_words::OwnWords;
use crate::site::practice::Exercise;
use crate::site::search::{Filters, found_pages};
use crate::site::shelves::Shelves;
use crate::site::story::Happening;
use crate::site::tags::nth;
use crate::site::{Site, data, sitemap};
use crate::units::Score;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A row a part: its name, how many of it a plan has, the hash of one, and what readers hand out with a note of it. All that
/// is handed out must be in the hash, and a name that the next plan knows it by: a path, a slug, an id, never an index.
macro_rules! parts {
    ($plan:ident, $sums:ident, $i:ident; $($part:ident[$n:expr] = $hash:expr => {
        $($name:ident($($arg:ident: $type:ty),*)[$at:expr] -> $out:ty = $value:expr;)*
    })*) => {
        #[derive(Clone, Copy, Debug)]
        pub(super) enum Part { $($part),* }

        impl Part {
            pub(super) const ALL: &[Self] = &[$(Self::$part),*];

            /// How many of it a plan has.
            pub(super) fn count(self, $plan: &Site) -> usize {
                match self { $(Self::$part => $n),* }
            }

            /// The hash of one.
            pub(super) fn hash(self, $plan: &Site, $sums: &Sums, $i: usize) -> u64 {
                let own = match self { $(Self::$part => of($hash)),* };
                of((self as u8, own))
            }
        }

        impl<'a> PlanReader<'a> {
            $($(pub(in crate::site) fn $name(&self, $($arg: $type),*) -> $out {
                let $plan = self.plan;
                self.note(Part::$part, $at);
                $value
            })*)*
        }
    };
}

parts! { plan, sums, i;
    // An entry as lists and other pages show it.
    Card[plan.journal.items.len()] = (path(plan, i), EntryCard::of(plan, i)) => {
        card(item: usize)[item] -> EntryCard<'a> = EntryCard::of(plan, item);
        strip(item: usize, id: &str)[item] -> Option<(String, String)> = plan.strip(&plan.journal.items[item], id);
        small_strip(item: usize, id: &str)[item] -> Option<String> = plan.small_strip(&plan.journal.items[item], id);
    }
    // A text, where its links lead and what its pictures are.
    Text[plan.journal.items.len()] = of_text(plan, entry(plan, i)) => {
        text(item: usize)[item] -> LinkedText<'a> = LinkedText::of(plan, entry(plan, item));
    }
    PageText[plan.journal.pages.len()] = of_text(plan, page(plan, i)) => {
        page(index: usize)[index] -> LinkedText<'a> = LinkedText::of(plan, page(plan, index));
    }
    Home[1] = plan.journal.home.as_ref().map(|home| of_text(plan, home)) => {
        home()[0] -> Option<LinkedText<'a>> = plan.journal.home.as_ref().map(|home| LinkedText::of(plan, home));
    }
    // The worst pain of an entry's day, which few pages show.
    Worst[plan.journal.items.len()] = (path(plan, i), entry(plan, i).record().felt.own()) => {
        worst(item: usize)[item] -> Option<Score> = entry(plan, item).record().felt.own();
    }
    // Where an entry's page leads.
    Place[plan.journal.items.len()] = (path(plan, i), of_place(plan, &EntryPlace::of(plan, i))) => {
        place(item: usize)[item] -> EntryPlace<'a> = EntryPlace::of(plan, item);
    }
    // How many comments there are, and the id of where they stand.
    Comments[plan.journal.items.len()] = (path(plan, i), plan.comments.count(entry(plan, i))) => {
        comments(item: usize)[item] -> Option<(usize, String)> = plan.comments.count(entry(plan, item));
    }
    Thread[plan.journal.items.len()] = (path(plan, i), plan.comments.thread(path(plan, i))) => {
        thread(item: usize)[item] -> Option<&'a Thread> = plan.comments.thread(path(plan, item));
    }
    PageThread[plan.journal.pages.len()] = (&page(plan, i).path, plan.comments.thread(&page(plan, i).path)) => {
        page_thread(index: usize)[index] -> Option<&'a Thread> = plan.comments.thread(&page(plan, index).path);
    }
    PageCard[plan.journal.pages.len()] = PageCard::of(plan, i) => {
        page_card(index: usize)[index] -> PageCard<'a> = PageCard::of(plan, index);
    }
    // The ids in an entry's text that begin as those of lessons' lines do.
    Taught[plan.journal.items.len()] = (path(plan, i), of_all(taught_ids(entry(plan, i)))) => {
        taught_ids(item: usize)[item] -> impl Iterator<Item = &'a str> + use<'a> = taught_ids(entry(plan, item));
    }
    // The days around an entry, and those up to it.
    Around[plan.journal.items.len()] = (path(plan, i), sums.around(plan, i)) => {
        judged(item: usize)[item] -> Option<Judged> = plan.judged(&plan.journal.items[item]);
        chart_around(item: usize, id: &str)[item] -> Option<Figure> = plan.window_of(&plan.journal.items[item], id);
        days_around(item: usize)[item] -> Option<(i64, i64)> = plan.days_around(&plan.journal.items[item]);
    }
    // Whether these days are a picture too, which says where the entry stands among the newest.
    Pictured[plan.journal.items.len()] = (path(plan, i), plan.has_picture(i)) => {
        has_picture(item: usize)[item] -> bool = plan.has_picture(item);
    }
    UpTo[plan.journal.items.len()] = (path(plan, i), sums.up_to(plan, i)) => {
        line_up_to(item: usize)[item] -> Option<String> = plan.line_up_to(&plan.journal.items[item]);
    }
    Lesson[plan.journal.lessons.all.len()] = of_lesson(plan, &plan.journal.lessons.all[i]) => {
        lesson(index: usize)[index] -> &'a Lesson = &plan.journal.lessons.all[index];
    }
    // Whether it is among those that have a picture for social networks, which says where it stands among all.
    LessonCard[plan.journal.lessons.all.len()] = (&plan.journal.lessons.all[i].id, plan.has_lesson_card(i)) => {
        has_lesson_card(index: usize)[index] -> bool = plan.has_lesson_card(index);
    }
    LessonDays[plan.journal.lessons.all.len()] = (&plan.journal.lessons.all[i].id, sums.around_lesson(plan, i)) => {
        days_of_lesson(index: usize)[index] -> Option<(Date, Calendar)> = plan.days_of_lesson(index);
    }
    // Those learned before and after one, and its first theme.
    NearLesson[plan.journal.lessons.all.len()] = (
        &plan.journal.lessons.all[i].id,
        plan.near_lessons(i).map(|near| near.map(|lesson| of_lesson(plan, lesson))),
        plan.theme_of(i),
    ) => {
        near_lessons(index: usize)[index] -> [Option<&'a Lesson>; 2] = plan.near_lessons(index);
        theme(index: usize)[index] -> Option<(&'a str, Option<String>)> = plan.theme_of(index);
    }
    // Name and slug.
    Tag[plan.indexes.tags.len()] = (&plan.indexes.tags[i].name, &plan.indexes.tags[i].slug) => {
        tag(index: usize)[index] -> (&'a str, &'a str) =
            (&plan.indexes.tags[index].name, &plan.indexes.tags[index].slug);
    }
    // All listed entries, and then those with each tag.
    List[plan.indexes.tags.len() + 1] = (plan.list_slug(i), paths(plan, plan.list_items(i))) => {
        list(tag: Option<usize>)[nth(tag)] -> &'a [usize] = plan.list_items(nth(tag));
    }
    Feed[plan.indexes.tags.len() + 1] = (plan.list_slug(i), paths(plan, plan.newest(i))) => {
        newest(tag: Option<usize>)[nth(tag)] -> &'a [usize] = plan.newest(nth(tag));
    }
    // A year with its entries, newest first.
    Year[plan.indexes.archive.years.len()] = of_year(plan, i) => {
        year(index: usize)[index] -> (&'a Year, &'a [usize]) = plan.year(index);
    }
    Exercise[plan.indexes.practice.exercises.len()] = of_exercise(plan, &plan.indexes.practice.exercises[i]) => {
        exercise(index: usize)[index] -> &'a Exercise = &plan.indexes.practice.exercises[index];
    }
    // The days of an exercise.
    Bouts[plan.indexes.practice.exercises.len()] = (&plan.indexes.practice.exercises[i].slug, sums.bouts[i]) => {}
    // What was noted of what was prescribed of it: of how many days it is known what was done, whatever that was, is a part of it.
    Prescribed[plan.indexes.practice.exercises.len()] = (&plan.indexes.practice.exercises[i].slug, plan.adherence(i)) => {
        adherence(index: usize)[index] -> Vec<AdherenceRow> = plan.adherence(index);
    }
    // All days, of all entries and of each injury's, with the milestones and setbacks.
    Days[1] = sums.all_days(plan) => {
        all_days(injury: Option<usize>)[0] -> Option<&'a Calendar> = plan.journal.days(injury);
        spikes()[0] -> &'a [(Option<usize>, Spike)] = &plan.indexes.practice.spikes;
        whole_line()[0] -> Option<String> = plan.whole_line();
    }
    // What was done by the entries whose numbers count.
    Logged[1] = sums.logged => {
        treatment_sums()[0] -> BTreeMap<String, TreatmentRow> = stats::treatments(&plan.journal);
    }
    // The first day and the last.
    Span[1] = plan.journal.calendar.as_ref().map(|calendar| (calendar.first, calendar.last())) => {}
    Standing[1] = plan.indexes.standing.as_ref().map(|own| of_standing(plan, own)) => {
        standing()[0] -> Option<&'a Standing> = plan.indexes.standing.as_ref();
    }
    // When each criterion of the settings was ticked first, and by which entry.
    Criteria[1] = of_all(plan.journal.criteria.iter().map(|state| of_criterion(plan, state))) => {
        criteria()[0] -> &'a [CriterionState] = &plan.journal.criteria;
    }
    Lessons[1] = of_all(plan.journal.lessons.all.iter().map(|lesson| of_lesson(plan, lesson))) => {
        lessons()[0] -> &'a [Lesson] = &plan.journal.lessons.all;
        // They follow from what is known of all lessons.
        shelves()[0] -> &'a Shelves = &plan.indexes.shelves;
    }
    // Name, slug and how many entries.
    Tags[1] = of_all(plan.indexes.tags.iter().map(GroupBySlug::counted)) => {
        tags()[0] -> impl Iterator<Item = (&'a str, &'a str, usize)> + use<'a> =
            plan.indexes.tags.iter().map(GroupBySlug::counted);
    }
    Exercises[1] = of_all(plan.indexes.practice.exercises.iter().map(|exercise| of_exercise(plan, exercise))) => {
        exercises()[0] -> &'a [Exercise] = &plan.indexes.practice.exercises;
    }
    // Slug and name of the types that have a place of their own.
    Treatments[1] = &plan.indexes.practice.treatments => {
        treatments()[0] -> &'a BTreeMap<String, String> = &plan.indexes.practice.treatments;
    }
    Story[1] = of_all(plan.indexes.story.iter().map(|happening| of_happening(plan, happening))) => {
        story()[0] -> &'a [Happening] = &plan.indexes.story;
    }
    Archive[1] = &plan.indexes.archive => {
        archive()[0] -> &'a Archive = &plan.indexes.archive;
    }
    Years[1] = Years::of(plan) => {
        years()[0] -> Years = Years::of(plan);
    }
    // The listed entries without a date.
    Undated[1] = paths(plan, &plan.indexes.listed[plan.indexes.archive.undated.clone()]) => {
        undated()[0] -> &'a [usize] = &plan.indexes.listed[plan.indexes.archive.undated.clone()];
    }
    // The first listed entry with a date, where others follow it.
    Beginning[1] = plan.first_listed().map(|item| path(plan, item)) => {
        first_listed()[0] -> Option<usize> = plan.first_listed();
    }
    OwnWords[1] = plan.indexes.own_words.all().map(|own| own.map(|own| &page(plan, own).path)) => {
        own_words()[0] -> OwnWords = plan.indexes.own_words;
    }
    // The day of the writer's word on how things stand, and what happened after it.
    Since[1] = Since::of(plan) => {
        since()[0] -> Option<(Date, Since)> = Since::of(plan);
    }
    Search[1] = (plan.filters(), of_all(found_pages(plan).map(|(own, at)| (PageCard::of(plan, own), at)))) => {
        filters()[0] -> Filters = plan.filters();
        // Address, title and index.
        found_pages()[0] -> impl Iterator<Item = (&'a str, &'a str, usize)> + use<'a> =
            found_pages(plan).map(|(own, address)| (address, &*page(plan, own).title, own));
    }
    // The public entries with a date, each with its injury, for the values that they recorded.
    Rows[1] = of_all(data::public(&plan.journal).map(|(entry, injury)| (entry.row_hash(), injury))) => {
        recorded()[0] -> impl Iterator<Item = (&'a Entry, Option<usize>)> + use<'a> = data::public(&plan.journal);
    }
    // What logs say of several days at once.
    LogSpans[1] = of_all(data::spans(&plan.journal).map(|(entry, injury)| (entry.row_hash(), injury))) => {
        log_spans()[0] -> impl Iterator<Item = (&'a Entry, Option<usize>)> + use<'a> = data::spans(&plan.journal);
    }
    LogRanges[1] = of_all(data::ranges(&plan.journal)) => {
        log_ranges()[0] -> impl Iterator<Item = (&'a str, &'static str, Date, Date)> + use<'a> = data::ranges(&plan.journal);
    }
    Sitemap[1] = of_all(sitemap::addresses(plan)) => {
        sitemap()[0] -> impl Iterator<Item = (&'a str, Option<Date>)> + use<'a> = sitemap::addresses(plan);
    }
}
