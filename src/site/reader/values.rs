//! What is handed out of a plan where that is no value of the plan itself.

use crate::entry::{self, Entry, Session, Treatment, Visibility};
use crate::journal::{Item, Onward};
use crate::site::Site;
use crate::site::photos::Print;
use crate::site::series::near;
use crate::site::story::{Happening, Sort};
use crate::units::{Metres, Score};
use jiff::civil::Date;
use std::sync::Arc;

/// What the ids of lessons' lines begin with, which headings of a text may have too.
pub(in crate::site) const TAUGHT: &str = "taught-";

/// An entry as lists and other pages show it.
#[derive(Clone, Copy, Debug, Hash)]
pub(in crate::site) struct EntryCard<'a> {
    pub(in crate::site) title: &'a str,
    pub(in crate::site) summary: &'a str,
    pub(in crate::site) date: Option<Date>,
    pub(in crate::site) draft: bool,
    pub(in crate::site) visibility: Visibility,
    pub(in crate::site) address: &'a str,
    pub(in crate::site) day: Option<i64>,
    pub(in crate::site) phase: Option<&'a str>,
    pub(in crate::site) injury: Option<usize>,
    /// Pain before, during, after and on the next day.
    pub(in crate::site) points: [Option<Score>; 4],
    /// Metres run, walked and covered otherwise.
    pub(in crate::site) metres: [u32; 3],
    pub(in crate::site) image: Option<Image<'a>>,
    /// Whether it has a picture for social networks.
    pub(in crate::site) has_card: bool,
}

impl EntryCard<'_> {
    pub(in crate::site) fn listed(&self) -> bool {
        self.visibility == Visibility::Public
    }

    /// The week of the injury, from 1.
    pub(in crate::site) fn week(&self) -> Option<i64> {
        self.day.map(|day| (day - 1) / 7 + 1)
    }
}

/// A plain page as other pages show it.
#[derive(Clone, Copy, Debug, Hash)]
pub(in crate::site) struct PageCard<'a> {
    pub(in crate::site) title: &'a str,
    pub(in crate::site) summary: &'a str,
    pub(in crate::site) address: &'a str,
}

/// A picture that a text names, with what it is if it is a photo.
#[derive(Clone, Copy, Debug, Hash)]
pub(in crate::site) struct Image<'a> {
    pub(super) target: &'a str,
    /// Nothing for what is no photo; a photo that can't be published is none inside.
    print: Option<&'a Option<Arc<Print>>>,
}

/// A text with where its links lead.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct LinkedText<'a> {
    pub(in crate::site) entry: &'a Entry,
    pub(in crate::site) address: &'a str,
    pub(in crate::site) image: Option<Image<'a>>,
    targets: &'a [Option<String>],
}

impl<'a> LinkedText<'a> {
    pub(super) fn of(site: &'a Site, entry: &'a Entry) -> Self {
        Self {
            entry,
            address: site.addresses.get(&entry.path).map_or("/", |address| &**address),
            image: Image::of(site, entry),
            targets: site.links.targets.get(&entry.path).map(Vec::as_slice).unwrap_or_default(),
        }
    }

    /// Where a hole leads, by its index; nothing where it leads nowhere.
    pub(in crate::site) fn target(&self, hole: usize) -> &'a str {
        self.targets.get(hole).and_then(Option::as_deref).unwrap_or_default()
    }

    /// Whether a hole stays as it was written.
    pub(in crate::site) fn stays(&self, hole: usize) -> bool {
        matches!(self.targets.get(hole), Some(None))
    }
}

/// Where an entry's page leads.
#[derive(Debug)]
pub(in crate::site) struct EntryPlace<'a> {
    pub(in crate::site) older: Option<usize>,
    pub(in crate::site) newer: Option<usize>,
    pub(in crate::site) onward: &'a Onward,
    pub(in crate::site) series: Option<NearSeries<'a>>,
    pub(in crate::site) lessons: &'a [usize],
    pub(in crate::site) newest: bool,
}

/// The series of an entry, and the parts near it.
#[derive(Debug)]
pub(in crate::site) struct NearSeries<'a> {
    pub(in crate::site) name: &'a str,
    /// The entry's place, from 0.
    pub(in crate::site) place: usize,
    pub(in crate::site) count: usize,
    /// The parts near it, each with its place.
    pub(in crate::site) near: Vec<(usize, usize)>,
}

/// What an entry whose numbers count did on its day.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Logged<'a> {
    pub(super) entry: &'a Entry,
    pub(in crate::site) date: Date,
    pub(super) plan: &'a Site,
}

impl<'a> Logged<'a> {
    /// Its page, where anybody may find it.
    pub(in crate::site) fn address(&self) -> Option<&'a str> {
        self.plan.addresses.get(&self.entry.path).filter(|_| self.is_public()).map(|address| &**address)
    }

    /// Whether its words may be shown.
    pub(in crate::site) fn is_public(&self) -> bool {
        self.entry.visibility == Visibility::Public
    }

    pub(in crate::site) fn exercises(&self) -> impl Iterator<Item = (&'a entry::Exercise, &'a str)> + use<'a> {
        self.entry.exercises.iter().zip(self.entry.slugs().exercises.iter().map(String::as_str))
    }

    pub(in crate::site) fn treatments(&self) -> impl Iterator<Item = (&'a Treatment, &'a str)> + use<'a> {
        self.entry.treatments.iter().zip(self.entry.slugs().treatments.iter().map(String::as_str))
    }

    /// The sessions that took place.
    pub(in crate::site) fn sessions(&self) -> impl Iterator<Item = &'a Session> + use<'a> {
        self.entry.sessions.iter().filter(|session| !session.planned)
    }

    /// Bare mileage, where no running session has a distance; one of 0 says that there was no run.
    pub(in crate::site) fn mileage(&self) -> Option<Metres> {
        self.entry.mileage.filter(|metres| metres.0 > 0 && !self.entry.record().measured)
    }

    pub(in crate::site) fn moved(&self) -> bool {
        self.entry.record().sessions > 0 || self.entry.mileage.is_some_and(|metres| metres.0 > 0)
    }

    pub(in crate::site) fn triggers(&self) -> &'a [String] {
        &self.entry.triggers
    }
}

/// The years of the archive.
#[derive(Debug, Hash)]
pub(in crate::site) struct Years {
    /// Those with entries, the newest first.
    pub(in crate::site) years: Vec<i16>,
    /// Whether there are entries without a date.
    pub(in crate::site) undated: bool,
    /// Whether each year has a page of its own.
    pub(in crate::site) split: bool,
}

/// What happened after a day.
#[derive(Clone, Copy, Debug, Hash)]
pub(in crate::site) struct Since {
    /// The day of the last entry.
    pub(in crate::site) last: Option<Date>,
    pub(in crate::site) entries: usize,
    pub(in crate::site) wrong: usize,
    pub(in crate::site) last_wrong: Option<Date>,
}

pub(super) fn entry(plan: &Site, item: usize) -> &Entry {
    &plan.journal.items[item].entry
}

pub(super) fn page(plan: &Site, index: usize) -> &Entry {
    &plan.journal.pages[index]
}

/// The ids in a text that begin as those of lessons' lines do.
pub(super) fn taught_ids(entry: &Entry) -> impl Iterator<Item = &str> {
    let (headings, anchors) = (&entry.body.headings, &entry.body.anchors);
    let all = headings.iter().map(|heading| heading.id.as_str()).chain(anchors.iter().map(String::as_str));
    all.filter(|id| id.starts_with(TAUGHT))
}

impl<'a> Image<'a> {
    fn of(site: &'a Site, entry: &Entry) -> Option<Self> {
        site.image(entry).map(|target| Self { target, print: site.album.get(target) })
    }
}

impl<'a> EntryCard<'a> {
    pub(super) fn of(site: &'a Site, index: usize) -> Self {
        let Item { entry, day, phase, injury, points, metres, .. } = &site.journal.items[index];
        Self {
            title: &entry.title,
            summary: &entry.summary,
            date: entry.date,
            draft: entry.draft,
            visibility: entry.visibility,
            address: site.address_of(index),
            day: *day,
            phase: phase.as_deref(),
            injury: *injury,
            points: *points,
            metres: *metres,
            image: Image::of(site, entry),
            has_card: site.has_card(index),
        }
    }
}

impl<'a> PageCard<'a> {
    pub(super) fn of(site: &'a Site, index: usize) -> Self {
        let LinkedText { entry, address, .. } = LinkedText::of(site, page(site, index));
        Self { title: &entry.title, summary: &entry.summary, address }
    }
}

impl<'a> EntryPlace<'a> {
    pub(super) fn of(site: &'a Site, index: usize) -> Self {
        let series = site.indexes.series.of_item(index).map(|(series, place)| NearSeries {
            name: &series.name,
            place,
            count: series.items.len(),
            near: near(&series.items, place).collect(),
        });
        let Item { older, newer, .. } = site.journal.items[index];
        Self {
            older,
            newer,
            onward: &site.journal.onward[index],
            series,
            lessons: site.indexes.lessons_of.get(&index).map(Vec::as_slice).unwrap_or_default(),
            newest: site.indexes.listed.first() == Some(&index),
        }
    }
}

impl Years {
    pub(super) fn of(site: &Site) -> Self {
        let archive = &site.indexes.archive;
        let years = archive.years.iter().map(|year| year.year).collect();
        Self { years, undated: !archive.undated.is_empty(), split: archive.split }
    }
}

impl Since {
    /// What happened after the writer's word on how things stand; `None` where that is not there or has no day.
    pub(super) fn of(site: &Site) -> Option<(Date, Self)> {
        let page = &site.journal.pages[site.indexes.own_words.now?];
        let written = page.updated.max(page.date)?;
        // The dated entries come newest first.
        let date = |item: &&usize| site.journal.items[**item].entry.date;
        let later = |h: &&Happening| matches!(h.sort, Sort::Setback | Sort::Flare) && h.date > written;
        let since = Self {
            last: site.indexes.standing.as_ref().map(|standing| standing.as_of),
            entries: site
                .indexes
                .listed
                .iter()
                .take_while(|item| date(item).is_some_and(|date| date > written))
                .count(),
            wrong: site.indexes.story.iter().filter(later).count(),
            last_wrong: site.indexes.story.iter().rev().find(later).map(|last| last.date),
        };
        Some((written, since))
    }
}

impl<'a> Logged<'a> {
    /// Those of all entries whose numbers count, or of an injury's, in the order of days.
    pub(super) fn all(site: &'a Site, injury: Option<usize>) -> impl Iterator<Item = Self> + use<'a> {
        site.journal.counted(injury).map(move |(date, entry)| Self { entry, date, plan: site })
    }
}
