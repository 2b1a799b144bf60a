//! What each output is made from, as one number: equal numbers, equal bytes.
//!
//! A key is composed of hashes that its parts already have (a file's, a card's, the sums over the days), never of the
//! output's own bytes, so that finding out what an edit touched costs far less than making it again. A key takes in
//! everything that the output's view reads; the test that compares an edited site with a clean build holds it to that.

mod found;
mod picture;
mod records;

use super::{Feed, Page, Route, Site, Text};
use crate::chart::{self, Reads};
use crate::entry::Entry;
use crate::journal::{Calendar, Item, Lesson};
use crate::markdown::{Fence, Hole};
use crate::units::shift;
use ahash::RandomState;
use jiff::civil::Date;
use rayon::prelude::*;
use records::{addresses, counted, practised, recorded, summaries};
use std::fmt::Debug;
use std::hash::{BuildHasher, Hash, Hasher};

/// What an output is made from, as a number.
pub type Key = u64;

/// One hasher for all keys: any seeds do, as long as they stay the same while the program runs.
const HASHER: RandomState = RandomState::with_seeds(1, 2, 3, 4);

/// The hashes that the keys of a site's outputs are composed of.
#[derive(Debug, Default)]
pub struct Parts {
    /// The settings and what every page shows of the site.
    common: u64,
    /// What lists and neighbours show of each item.
    cards: Vec<u64>,
    /// The days of all entries.
    whole: Days,
    /// The days of each injury.
    injuries: Vec<Days>,
    /// The milestones and setbacks.
    marks: u64,
    /// Each lesson with what its page shows.
    lessons: Vec<u64>,
    /// All lessons together.
    all_lessons: u64,
    /// What the timeline tells.
    story: u64,
    /// What became of the lessons, without what their pages show of entries.
    fates: u64,
    /// The exercises of all entries whose numbers count.
    exercises: u64,
    /// Their treatments.
    treatments: u64,
    /// The days of each exercise that has a page.
    practised: Vec<u64>,
    /// The link to the writer's own box.
    red_flags: u64,
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
        for (index, (day, median)) in calendar.days.iter().zip(&calendar.median).enumerate() {
            // The number of the day is a part of its hash, so that days can't change places unseen.
            let hash = of((index, calendar.first, day.hashed(), median.map(f64::to_bits)));
            sum = sum.wrapping_add(hash);
            sums.push(sum);
        }
        Self(sums)
    }

    fn whole(&self) -> u64 {
        of((self.0.len(), self.0.last()))
    }

    /// The days around one, cut to the calendar; their own medians reach back further, and are hashed with them.
    fn around(&self, calendar: Option<&Calendar>, day: Date, days: i64) -> u64 {
        self.between(calendar, shift(day, -days), shift(day, days))
    }

    fn between(&self, calendar: Option<&Calendar>, from: Date, to: Date) -> u64 {
        let Some(calendar) = calendar else { return 0 };
        let (from, to) = (from.max(calendar.first), to.min(calendar.last()));
        let (Some(start), Some(end)) = (calendar.index(from), calendar.index(to)) else { return 1 };
        let sum = |index: usize| self.0.get(index).copied().unwrap_or_default();
        of((from, to, sum(end + 1).wrapping_sub(sum(start))))
    }
}

impl Parts {
    /// The hashes of a site.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let journal = &site.journal;
        let cards: Vec<u64> = (0..journal.items.len()).into_par_iter().map(|index| card(site, index)).collect();
        let mut parts = Self {
            common: of((of_debug(&site.config), of_debug(&super::view::common(site)), site.addresses_under_the_path())),
            whole: Days::of(journal.calendar.as_ref()),
            injuries: journal.injuries.iter().map(|i| Days::of(i.calendar.as_ref())).collect(),
            marks: of(journal.milestones.iter().map(|m| (of_debug(m), site.address_of(m.item))).collect::<Vec<_>>()),
            cards,
            fates: of((
                of_debug(&journal.lessons),
                journal.lessons.all.iter().map(|lesson| journal.items[lesson.item].injury).collect::<Vec<_>>(),
            )),
            exercises: counted(site, |record| record.exercised),
            treatments: counted(site, |record| record.treated),
            practised: practised(site),
            red_flags: of_debug(&super::view::red_flags_link(site)),
            ..Self::default()
        };
        parts.lessons = journal.lessons.all.iter().map(|lesson| parts.lesson(site, lesson)).collect();
        parts.all_lessons = of(&parts.lessons);
        let told = site.story.iter().map(|h| {
            let lesson = h.lesson.map(|index| journal.lessons.all[index].id.as_str());
            let voices: Vec<&str> = h.voices.iter().map(|voice| site.address_of(voice.item)).collect();
            (h, lesson, h.item.map(|item| parts.cards[item]), voices)
        });
        parts.story = of(told.collect::<Vec<_>>());
        parts
    }

    /// Everything that a lesson's card shows.
    fn lesson(&self, site: &Site, lesson: &Lesson) -> u64 {
        let entry = &site.journal.items[lesson.item].entry;
        // A marked paragraph may hold a chart, or another lesson's head.
        let has = |wanted: fn(&Hole) -> bool| entry.body.holes.iter().filter(|(_, hole)| wanted(hole)).count();
        let charts = (has(|h| matches!(h, Hole::Chart { .. })) > 0)
            .then(|| (self.days(), self.fates, self.exercises, self.treatments));
        let others = (has(|h| matches!(h, Hole::Lesson { .. })) > 1).then_some(self.fates);
        let items = lesson.events.iter().map(|e| e.item).chain([lesson.item]);
        let cards: Vec<u64> = items.map(|item| self.cards[item]).collect();
        let days = lesson.learned.map(|day| self.whole.around(site.journal.calendar.as_ref(), day, 14));
        let shown = (targets(site, entry), site.photos_of(entry));
        let told = lesson.events.iter().map(|e| super::view::told_at(site, e.item, &lesson.id, e.marked));
        of((of_debug(lesson), entry.hash, shown, cards, days, charts, (others, told.collect::<Vec<_>>())))
    }

    /// All days and all marks, on which every chart without limits depends.
    fn days(&self) -> u64 {
        let injuries: Vec<u64> = self.injuries.iter().map(Days::whole).collect();
        of((self.whole.whole(), injuries, self.marks))
    }

    /// What a chart that a text asks for is drawn from.
    fn chart(&self, fence: &Fence) -> u64 {
        let more = match chart::kind_of(fence).map(|kind| kind.reads) {
            Some(Reads::Exercises) => self.exercises,
            Some(Reads::Treatments) => self.treatments,
            Some(Reads::Lessons) => self.fates,
            Some(Reads::Days) | None => 0,
        };
        of((self.days(), more))
    }

    /// What a text shows of the rest of the site.
    fn text(&self, site: &Site, entry: &Entry) -> u64 {
        let mut hasher = HASHER.build_hasher();
        (entry.hash, site.images.get(&entry.path), site.photos_of(entry)).hash(&mut hasher);
        if entry.body.holes.is_empty() {
            return hasher.finish();
        }
        targets(site, entry).hash(&mut hasher);
        for (_, hole) in &entry.body.holes {
            match hole {
                Hole::Chart { fence, .. } => self.chart(fence).hash(&mut hasher),
                Hole::Lesson { id, .. } => {
                    site.journal.lessons.by_id.get(id).map(|i| (i, self.lessons[*i])).hash(&mut hasher);
                }
                Hole::Link { .. } | Hole::Image { .. } | Hole::LessonEnd | Hole::Words(_) => {}
            }
        }
        hasher.finish()
    }

    fn entry(&self, site: &Site, index: usize) -> u64 {
        let item = &site.journal.items[index];
        let own = self.text(site, &item.entry);
        let neighbours = [item.older, item.newer].map(|i| i.map(|i| self.cards[i]));
        let calendar = match item.injury {
            Some(i) => (site.journal.injuries[i].calendar.as_ref(), self.injuries.get(i)),
            None => (site.journal.calendar.as_ref(), Some(&self.whole)),
        };
        let around = item.entry.date.zip(calendar.1).map(|(day, days)| days.around(calendar.0, day, 21));
        let lessons = site.lessons_of.get(&index);
        let lessons: Option<Vec<_>> = lessons.map(|all| all.iter().map(|i| (*i, self.lessons[*i])).collect());
        let tags: Vec<Option<&str>> =
            item.entry.tag_slugs.iter().map(|slug| site.tag(slug).map(|t| t.name.as_str())).collect();
        let newest = (site.listed.first() == Some(&index), site.has_card(index));
        // Whether what was done has a page to lead to: other entries may be the ones that name it.
        let slugs = item.entry.slugs();
        let exercises: Vec<bool> =
            slugs.exercises.iter().map(|s| site.practice.exercise(s).is_some_and(|e| e.listed)).collect();
        let treatments: Vec<bool> = slugs.treatments.iter().map(|s| site.practice.treatment(s).is_some()).collect();
        let onward = &site.journal.onward[index];
        let in_phase = [onward.phase_first, onward.phase_older, onward.phase_newer];
        let in_phase = in_phase.map(|item| item.map(|item| site.address_of(item)));
        let alike: Vec<_> =
            onward.alike.iter().map(|alike| (self.cards[alike.item], alike.tags, alike.phase, alike.pain)).collect();
        let series = site.series.of_item(index).map(|(series, place)| {
            let near: Vec<u64> = series.near(place).map(|(_, part)| self.cards[part]).collect();
            (&series.name, place, series.parts.len(), near)
        });
        of((
            own,
            self.cards[index],
            item.injury,
            neighbours,
            around,
            lessons,
            tags,
            newest,
            series,
            exercises,
            (treatments, in_phase, alike, self.red_flags),
            site.comments.thread(&item.entry.path),
        ))
    }

    fn list(&self, site: &Site, items: &[usize], number: usize) -> u64 {
        let said = |item: usize| {
            let entry = &site.journal.items[item].entry;
            site.comments.thread(&entry.path).map(|thread| (thread.rows.len(), super::view::comments_id(entry)))
        };
        let shown = super::view::page_of(site, items, number).iter();
        let cards: Vec<_> = shown.map(|item| (self.cards[*item], said(*item))).collect();
        of((items.len(), number, cards))
    }

    fn home(&self, site: &Site, number: usize) -> u64 {
        let list = self.list(site, &site.listed, number);
        if number > 1 {
            return list;
        }
        let intro = site.journal.home.as_ref().map(|home| self.text(site, home));
        let beginning = site.first_listed().map(|item| self.cards[item]);
        let own = (self.own_words(site), beginning);
        of((list, intro, of_debug(&site.standing), self.whole.whole(), self.marks, self.all_lessons, own))
    }

    /// The writer's own words as other pages show them.
    fn own_words(&self, site: &Site) -> u64 {
        let text = |page: Option<usize>| page.map(|page| self.page(site, page));
        of((text(site.own_words.now), text(site.own_words.red_flags)))
    }

    /// A plain page.
    fn page(&self, site: &Site, index: usize) -> u64 {
        let text = self.text(site, &site.journal.pages[index]);
        let age = (site.own_words.now == Some(index)).then(|| of_debug(&super::view::age(site)));
        of((text, age, site.own_words.has(index)))
    }

    fn feed(&self, site: &Site, feed: Feed) -> u64 {
        let (name, items) = match feed {
            Feed::Atom | Feed::Rss | Feed::Json => ("", &site.listed),
            Feed::Tag(index) => (site.tags[index].name.as_str(), &site.tags[index].items),
            Feed::Lessons => return self.all_lessons,
        };
        let newest = items.iter().take(site.config.feed_limit);
        let entries: Vec<(u64, u64)> = newest
            .map(|i| (self.cards[*i], of((self.text(site, &site.journal.items[*i].entry), site.has_card(*i)))))
            .collect();
        of((name, entries))
    }

    /// What public entries record: a number that each entry has since it was read.
    fn data(site: &Site) -> u64 {
        let mut hasher = HASHER.build_hasher();
        for index in super::data::public(&site.journal) {
            let item = &site.journal.items[index];
            (item.entry.row_mark(), item.injury).hash(&mut hasher);
        }
        hasher.finish()
    }
}

impl Site {
    /// The first day and the last.
    fn span(&self) -> Option<(Date, Date)> {
        self.journal.calendar.as_ref().map(|calendar| (calendar.first, calendar.last()))
    }

    /// The key of what stands at an address, composed of the site's own parts.
    #[must_use]
    pub fn key(&self, parts: &Parts, address: &str, route: &Route) -> Key {
        let own = match route {
            Route::Page(page) => match *page {
                Page::Home(number) => parts.home(self, number),
                Page::Entry(index) => parts.entry(self, index),
                Page::Plain(index) => {
                    of((parts.page(self, index), self.comments.thread(&self.journal.pages[index].path)))
                }
                // What is left out is counted, so that some lessons' page speaks of all.
                Page::LessonsOfTheme(_) | Page::LessonsInState(_) => parts.all_lessons,
                Page::Lessons => of((parts.all_lessons, parts.own_words(self))),
                Page::Lesson(index) => {
                    let near = [index.checked_sub(1), Some(index + 1)];
                    let theme = super::view::theme(self, &self.journal.lessons.all[index]);
                    let near = near.map(|i| i.and_then(|i| parts.lessons.get(i)).copied());
                    of((parts.lessons[index], near, index, of_debug(&theme)))
                }
                Page::Progress => of((parts.days(), parts.exercises, parts.treatments)),
                Page::Exercises => of((parts.exercises, &self.practice.exercises, self.span(), summaries(self))),
                Page::Exercise(index) => {
                    let exercise = &self.practice.exercises[index];
                    let description = exercise.description.map(|page| parts.text(self, &self.journal.pages[page]));
                    of((parts.practised[index], exercise, description, self.span()))
                }
                Page::Treatments => of((parts.days(), parts.treatments, addresses(self, |r| r.treated != 0))),
                Page::Setbacks => of((parts.days(), parts.story, recorded(self))),
                Page::Timeline => of((parts.days(), parts.story)),
                Page::Archive => parts.archive(self),
                Page::Year(index) => {
                    let years = &self.archive.years;
                    let near = [index.checked_sub(1), Some(index + 1)].map(|i| Some(years.get(i?)?.year));
                    of((near, parts.archived(self, years[index].listed.clone())))
                }
                Page::Undated => parts.archived(self, self.archive.undated.clone()),
                Page::Tags => of(self.tags.iter().map(|t| (&t.name, &t.slug, t.items.len())).collect::<Vec<_>>()),
                Page::Tag(index, number) => {
                    let tag = &self.tags[index];
                    of((&tag.name, parts.list(self, &tag.items, number)))
                }
                Page::Search => parts.search_page(self),
                Page::Numbers | Page::NotFound => 0,
            },
            Route::Text(Text::Feed(feed)) => parts.feed(self, *feed),
            Route::Text(Text::Data(_)) => Parts::data(self),
            Route::Text(Text::Sitemap) => of(super::sitemap::addresses(self).collect::<Vec<_>>()),
            Route::Text(Text::Robots | Text::CodeStyle) => 0,
            Route::Moved(to) => of(to),
            Route::File(_, hash) => return of((address, hash)),
            Route::Linked(_, text) => return of((address, text)),
            // Its address has its mark.
            Route::Photo(..) => return of(address),
            Route::Asset(bytes) => return of((address, bytes)),
            Route::Card(card) => parts.picture(self, *card),
            Route::Icon(drawing, side) => return of((drawing, side)),
        };
        of((address, parts.common, own))
    }
}

/// What lists, neighbours and other pages show of an item.
fn card(site: &Site, index: usize) -> u64 {
    let item = &site.journal.items[index];
    let Item { day, points, metres, .. } = item;
    let entry = &item.entry;
    let shown = (&entry.title, &entry.summary, entry.date, entry.draft, entry.visibility);
    let image = site.images.get(&entry.path).map(|image| (image, site.album.get(image)));
    of((site.address_of(index), shown, day, &item.phase, points, metres, image))
}

/// Where the links of a text lead.
fn targets<'a>(site: &'a Site, entry: &Entry) -> Option<&'a super::links::Targets> {
    site.targets.get(&entry.path)
}

fn of(value: impl Hash) -> u64 {
    HASHER.hash_one(value)
}

/// For the few values that are made once a plan: their `Debug` form names every field, also those added later.
fn of_debug(value: &impl Debug) -> u64 {
    of(format!("{value:?}"))
}
