//! The hashes of a plan's parts.

use super::PartsRead;
use super::parts::Part;
use super::values::{EntryPlace, entry};
use crate::chart::kind::entry_window;
use crate::entry::Entry;
use crate::journal::{Calendar, CriterionState, CriterionTick, Event, Lesson, Standing};
use crate::site::archive::Year;
use crate::site::charts::{LESSON_DAYS, REACH};
use crate::site::practice::Exercise;
use crate::site::story::{Happening, Voice};
use crate::site::{Page, Route, Site, Text};
use crate::units::shift;
use ahash::{AHashSet, RandomState};
use jiff::civil::Date;
use rayon::prelude::*;
use std::fmt::Debug;
use std::hash::{BuildHasher, Hash, Hasher};

/// One hasher for all: any seeds do, as long as they stay the same while the program runs.
const HASHER: RandomState = RandomState::with_seeds(1, 2, 3, 4);

pub(super) fn of(value: impl Hash) -> u64 {
    HASHER.hash_one(value)
}

/// For the few values that are made once a plan: their `Debug` form names every field, also those added later.
pub(super) fn of_debug(value: &impl Debug) -> u64 {
    of(format!("{value:?}"))
}

/// The hashes of several values as one.
pub(super) fn of_all(values: impl Iterator<Item = impl Hash>) -> u64 {
    let mut hasher = HASHER.build_hasher();
    values.for_each(|value| value.hash(&mut hasher));
    hasher.finish()
}

/// The hash of the name of something that readers ask for by it: of a tag, an exercise, a type of treatment, a lesson, a page.
pub(super) fn name(sort: &str, name: &str) -> u64 {
    of((sort, name))
}

/// The running sums of the hashes of days: the sum of any span is one subtraction.
#[derive(Debug, Default)]
struct Days(Vec<u64>);

impl Days {
    fn of(calendar: Option<&Calendar>) -> Self {
        let Some(calendar) = calendar else { return Self::default() };
        let mut sums = Vec::with_capacity(calendar.days.len() + 1);
        let mut sum = 0u64;
        sums.push(sum);
        for index in 0..calendar.days.len() {
            // The number of the day is a part of its hash, so that days can't change places unseen.
            let hash = of((index, calendar.first, calendar.hashed(index)));
            sum = sum.wrapping_add(hash);
            sums.push(sum);
        }
        Self(sums)
    }

    /// The days from one to another, as far as there are any; their medians reach back further, and are hashed with them.
    fn between(&self, calendar: &Calendar, from: Date, to: Date) -> u64 {
        let (from, to) = (from.max(calendar.first), to.min(calendar.last()));
        let (Some(start), Some(end)) = (calendar.index(from), calendar.index(to)) else { return 0 };
        let sum = |index: usize| self.0.get(index).copied().unwrap_or_default();
        of((from, to, sum(end + 1).wrapping_sub(sum(start))))
    }
}

/// What the hashes of several parts are made of.
pub(super) struct Sums {
    whole: Days,
    injuries: Vec<Days>,
    /// The days of each exercise.
    pub(super) bouts: Vec<u64>,
    pub(super) logged: u64,
}

impl Sums {
    fn of(site: &Site) -> Self {
        let journal = &site.journal;
        let mut bouts = vec![0u64; site.indexes.practice.exercises.len()];
        let mut logged = HASHER.build_hasher();
        for (entry, injury) in &journal.counted {
            let record = entry.record();
            let day = (entry.date, injury, entry.visibility, site.addresses.get(&entry.path));
            (day, record.logged).hash(&mut logged);
            for index in entry.slugs().exercises.iter().filter_map(|slug| site.indexes.practice.position(slug)) {
                // The order of days is a part of it.
                bouts[index] = of((bouts[index], day, record.exercised));
            }
        }
        for span in &journal.logs.spans {
            (span.from, span.to, span.injury, span.entry.visibility, span.entry.record().logged).hash(&mut logged);
        }
        Self {
            whole: Days::of(journal.calendar.as_ref()),
            injuries: journal.injuries.iter().map(|injury| Days::of(injury.calendar.as_ref())).collect(),
            bouts,
            logged: logged.finish(),
        }
    }

    pub(super) fn around(&self, plan: &Site, item: usize) -> Option<u64> {
        self.between(plan, item, entry_window::REACH, entry_window::REACH)
    }

    pub(super) fn up_to(&self, plan: &Site, item: usize) -> Option<u64> {
        self.between(plan, item, REACH, 0)
    }

    /// The days from so many before an item's to so many after.
    fn between(&self, plan: &Site, item: usize, before: i64, after: i64) -> Option<u64> {
        let item = &plan.journal.items[item];
        let days = item.injury.map_or(Some(&self.whole), |injury| self.injuries.get(injury))?;
        let day = item.entry.date?;
        Some(days.between(plan.journal.days(item.injury)?, shift(day, -before), shift(day, after)))
    }

    pub(super) fn around_lesson(&self, plan: &Site, index: usize) -> Option<u64> {
        let day = plan.journal.lessons.all[index].learned?;
        let days = plan.journal.calendar.as_ref()?;
        Some(self.whole.between(days, shift(day, -LESSON_DAYS), shift(day, LESSON_DAYS)))
    }

    pub(super) fn all_days(&self, plan: &Site) -> impl Hash {
        let marks = plan.journal.milestones.iter();
        let marks = marks.map(|mark| {
            (mark.date, &mark.label, mark.setback, mark.injury, mark.item.map(|item| plan.address_of(item)))
        });
        let injuries = self.injuries.iter().map(|days| (days.0.len(), days.0.last()));
        // Charts draw scores for several days at once beside the days.
        let scored = plan.journal.logs.spans.iter().filter_map(|span| Some((span, span.entry.record().felt.own()?)));
        let spans = of_all(scored.map(|(span, score)| (span.from, span.to, span.injury, score)));
        (self.whole.0.len(), self.whole.0.last().copied(), of_all(injuries), of_all(marks), spans)
    }
}

/// The hashes of the parts of a plan.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    /// Stands for what all pages share.
    pub(super) common: u64,
    /// Those of each part, in the order of the table.
    parts: Vec<Vec<u64>>,
    /// All of them, and the names of what is there.
    all: AHashSet<u64>,
}

impl Fingerprints {
    pub(super) fn of(plan: &Site) -> Self {
        let sums = Sums::of(plan);
        let of_part = |part: &Part| {
            let all = (0..part.count(plan)).into_par_iter().with_min_len(64);
            all.map(|index| part.hash(plan, &sums, index)).collect()
        };
        let parts: Vec<Vec<u64>> = Part::ALL.par_iter().map(of_part).collect();
        let mut all: AHashSet<u64> = parts.iter().flatten().copied().collect();
        all.extend(plan.indexes.tags.iter().map(|tag| name("tag", &tag.slug)));
        all.extend(plan.indexes.practice.exercises.iter().map(|exercise| name("exercise", &exercise.slug)));
        all.extend(plan.indexes.practice.treatments.keys().map(|slug| name("treatment", slug)));
        all.extend(plan.journal.lessons.by_id.keys().map(|id| name("lesson", id)));
        let once = plan.routes.iter().filter(|(_, route)| is_once(route));
        all.extend(once.map(|(address, _)| name("page", address)));
        let shown = of_debug(&crate::site::view::common(plan));
        let common = of((of_debug(&plan.config), shown, plan.addresses_under_the_path()));
        all.insert(common);
        Self { common, parts, all }
    }

    /// The hash of a part; 0 without any, which holds in no plan.
    pub(super) fn get(&self, part: Part, index: usize) -> u64 {
        self.parts.get(part as usize).and_then(|all| all.get(index)).copied().unwrap_or_default()
    }

    pub(super) fn hold(&self, reads: &PartsRead) -> bool {
        let has = |hash: &u64| self.all.contains(hash);
        reads.found.iter().all(has) && !reads.missed.iter().any(has)
    }

    pub(super) fn of_route(&self, route: &Route) -> u64 {
        let own = match route {
            Route::Page(page) => of(std::mem::discriminant(page)),
            Route::Moved(to) => of(to),
            Route::Icon(drawing, side) => of((drawing, side)),
            Route::File(_, hash) => of(hash),
            Route::Linked(_, text) => of((self.common, text)),
            Route::Asset(bytes) => of((self.common, bytes)),
            // The address of a photo has its hash; of what else these are, their readers tell.
            Route::Text(_) | Route::Card(_) | Route::Photo(..) => 0,
        };
        of((std::mem::discriminant(route), own))
    }
}

/// Whether a site has at most one of it, always at the same address, so that others ask whether it is there.
fn is_once(route: &Route) -> bool {
    match route {
        Route::Page(page) => !matches!(page, Page::Entry(_) | Page::Tag(..) | Page::Home(_)),
        Route::Text(text) => matches!(text, Text::Data(_)),
        _ => false,
    }
}

/// A text, where its links lead and what its pictures are.
pub(super) fn of_text(site: &Site, entry: &Entry) -> u64 {
    let (own, targets) = (site.addresses.get(&entry.path), site.links.targets.get(&entry.path));
    of((&entry.path, entry.hash, own, targets, site.links.images.get(&entry.path), site.photos_of(entry)))
}

pub(super) fn path(plan: &Site, item: usize) -> &str {
    &entry(plan, item).path
}

pub(super) fn paths(site: &Site, items: &[usize]) -> u64 {
    of_all(items.iter().map(|item| path(site, *item)))
}

pub(super) fn of_place(site: &Site, place: &EntryPlace<'_>) -> u64 {
    let EntryPlace { older, newer, onward, series, lessons, newest } = place;
    let ways = [*older, *newer].map(|item| item.map(|item| path(site, item)));
    let alike = of_all(onward.iter().map(|a| (path(site, a.item), a.tags, a.phase, a.pain)));
    let near = |near: &[(usize, usize)]| of_all(near.iter().map(|(at, part)| (*at, path(site, *part))));
    let series = series.as_ref().map(|series| (series.name, series.place, series.count, near(&series.near)));
    let lessons = of_all(lessons.iter().map(|index| &site.journal.lessons.all[*index].id));
    of((ways, alike, series, lessons, newest))
}

/// A lesson with the injury of the entry that taught it, which charts of one injury ask for.
pub(super) fn of_lesson(site: &Site, lesson: &Lesson) -> u64 {
    let Lesson { id, number, title, tags, pinned, top, learned, item, marked, events } = lesson;
    let event = |event: &Event| {
        let Event { kind, date, item, note, marked } = event;
        of((*kind as u8, date, path(site, *item), note, marked))
    };
    let taught = (path(site, *item), site.journal.items[*item].injury);
    of((id, number, title, tags, (pinned, top), learned, taught, marked, of_all(events.iter().map(event))))
}

pub(super) fn of_happening(site: &Site, happening: &Happening) -> u64 {
    let Happening { date, until, sort, label, note, item, injury, mark, lesson, course, voices } = happening;
    let lesson = lesson.map(|index| &site.journal.lessons.all[index].id);
    let voice = |Voice { date, from, text, item }: &Voice| of((date, from, text, path(site, *item)));
    let item = item.map(|item| path(site, item));
    of((date, until, sort, label, note, item, injury, mark, lesson, course, of_all(voices.iter().map(voice))))
}

pub(super) fn of_criterion(site: &Site, state: &CriterionState) -> u64 {
    // Pages say nothing of ticks that are counted and not shown.
    of(state.ticked.map(|CriterionTick { date, item }| (date, item.map(|item| path(site, item)))))
}

pub(super) fn of_exercise(site: &Site, exercise: &Exercise) -> u64 {
    let Exercise { slug, name, description, listed } = exercise;
    of((slug, name, description.map(|page| &site.journal.pages[page].path), listed))
}

pub(super) fn of_standing(site: &Site, standing: &Standing) -> u64 {
    of((of_debug(standing), standing.milestone.as_ref().and_then(|last| last.item).map(|item| path(site, item))))
}

/// A year with its entries; where they stand in the list of all is left out.
pub(super) fn of_year(site: &Site, index: usize) -> u64 {
    let (Year { year, first, last, months, listed: _ }, items) = site.year(index);
    of((year, first, last, months, paths(site, items)))
}
