//! Why a file is, or is not, in the site: what the plan says of it, in sentences.
//!
//! Every fact is looked up in the plan that pages are made from, so that an answer can't differ from what a build does.

mod day;

use super::{Card, Page, Route, Site, Text, practice, sitemap};
use crate::entry::{Entry, Visibility};
use crate::journal::{EventKind, Item};
use crate::text::words::{count, decimals};
use std::sync::Arc;

/// What the plan says of a file or of an address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Why {
    /// The address that it is published at.
    pub address: Option<String>,
    /// What is so, a sentence each without its full stop.
    pub facts: Vec<Fact>,
}

/// One thing that is so.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is about, in one word for programs: `feed`.
    pub about: &'static str,
    /// The sentence.
    pub says: String,
}

impl Why {
    /// Adds a fact.
    pub fn say(&mut self, about: &'static str, says: impl Into<String>) {
        self.facts.push(Fact { about, says: says.into() });
    }
}

impl Site {
    /// The file whose page or copy stands at an address.
    #[must_use]
    pub fn file_at(&self, address: &str) -> Option<String> {
        match self.routes.get(address)? {
            Route::Page(Page::Entry(index)) => Some(self.journal.items[*index].entry.path.to_string()),
            Route::Page(Page::Plain(index)) => Some(self.journal.pages[*index].path.to_string()),
            Route::Page(Page::Exercise(index)) => {
                let description = self.indexes.practice.exercises[*index].description?;
                Some(self.journal.pages[description].path.to_string())
            }
            Route::File(path, _) | Route::Linked(path, _) => Some(path.to_string_lossy().replace('\\', "/")),
            Route::Photo(print, _) => Some(print.file.to_string_lossy().replace('\\', "/")),
            _ => None,
        }
    }

    /// What stands at an address that is no file's own; `None` where nothing does.
    #[must_use]
    pub fn why_address(&self, address: &str) -> Option<Why> {
        let Some(route) = self.routes.get(address) else {
            let says = "it is a part of the search's index, which a build makes anew with each change of its words";
            let mut why = Why { address: Some(address.to_owned()), facts: Vec::new() };
            why.say("address", says);
            return (address.starts_with(super::INDEX) && self.has_search()).then_some(why);
        };
        let says = match route {
            Route::Page(_) => "it is a page that the site makes itself".to_owned(),
            Route::Text(Text::CodeStyle) => "it is a file of the program, for highlighted code".to_owned(),
            Route::Text(_) => "it is a file that the site makes itself".to_owned(),
            Route::Moved(to) => format!("it is a former address, which leads to {to}"),
            Route::Card(Card::Weeks(_)) => {
                "it is the chart of the weeks around an entry, as a picture to send".to_owned()
            }
            Route::Card(_) => "it is the card of a page, which social networks show with a link to it".to_owned(),
            Route::Icon(..) => "it is the icon, favicon.svg, as a picture, which some browsers want".to_owned(),
            Route::File(path, _) | Route::Linked(path, _) => format!("it is a copy of {}", path.display()),
            Route::Photo(print, variant) => {
                format!("it is {} in one of its sizes, {} × {}", print.file.display(), variant.width, variant.height)
            }
            Route::Asset(_) => "it is a file of the built-in theme".to_owned(),
        };
        let mut why = Why { address: Some(address.to_owned()), facts: Vec::new() };
        why.say("address", says);
        why.say_sitemap(self, address);
        Some(why)
    }

    /// What becomes of a file that was read or would be copied.
    #[must_use]
    pub fn why_file(&self, path: &str) -> Why {
        let mut why = Why::default();
        if let Some(index) = self.journal.items.iter().position(|item| &*item.entry.path == path) {
            why.published(self, &self.journal.items[index].entry);
            why.entry(self, index);
        } else if let Some(page) = self.journal.pages.iter().find(|page| &*page.path == path) {
            why.published(self, page);
            why.say(
                "lists",
                match practice::is_description(path) {
                    true => "it describes an exercise, so it stands on that exercise's page and counts in no number",
                    false => "it is a plain page, so it is in no list and no feed and counts in no number",
                },
            );
        } else if self.journal.home.as_ref().is_some_and(|home| &*home.path == path) {
            why.address = Some("/".to_owned());
            why.say("address", "it is the introduction of the home page, /");
        } else if let Some((entry, id)) = self.comments.place(path) {
            let address = self.addresses.get(entry).map_or("/", |address| &**address);
            why.address = Some(address.to_owned());
            why.say("comments", format!("it is a comment on {entry}, at {address}#{id}"));
        } else if let Some((address, _)) = self.routes.iter().find(|(_, route)| is_copy_of(route, path)) {
            why.address = Some(address.to_string());
            why.say("address", format!("it is copied to {address} as it is"));
            why.say_linked(self, path);
        } else if let Some(sizes) = self.sizes_of(path) {
            why.address = sizes.last().cloned();
            let sizes = format!("{}: {}", count(sizes.len(), "size", "sizes"), sizes.join(", "));
            why.say("address", format!("it is published anew, without what the camera wrote into it, in {sizes}"));
            why.say_linked(self, path);
        } else {
            why.left_out(self, path);
        }
        why
    }
}

fn is_copy_of(route: &Route, path: &str) -> bool {
    matches!(route, Route::File(file, _) | Route::Linked(file, _) if file.to_string_lossy() == path)
}

impl Why {
    /// The address of an entry or a page, its former ones, and who may find it.
    fn published(&mut self, site: &Site, entry: &Entry) {
        let Some(address) =
            site.address_of_file(&entry.path).filter(|a| site.file_at(a).as_deref() == Some(&*entry.path))
        else {
            self.say("errors", "its address is taken, so it has no page");
            return;
        };
        self.address = Some(address.to_string());
        self.say("address", format!("it is at {address}"));
        for (old, _) in site.routes.iter().filter(|(_, r)| matches!(r, Route::Moved(to) if to == address)) {
            self.say("aliases", format!("{old} leads to it"));
        }
        if entry.draft {
            self.say("draft", "it is a draft, which --drafts publishes");
        }
        if entry.visibility == Visibility::Unlisted {
            self.say("visibility", "it is unlisted: who knows its address finds it, and no list leads to it");
        }
        let is_own = |page: Option<usize>| page.is_some_and(|page| site.journal.pages[page].path == entry.path);
        if is_own(site.indexes.own_words.now) {
            self.say(
                "home",
                "its summary, or its first sentences, stand on the home page, and its first words on entries",
            );
        }
        if is_own(site.indexes.own_words.red_flags) {
            self.say(
                "home",
                "its text, or its summary where it is long, is a box on / and /lessons/; entries lead to it",
            );
        }
        self.say_sitemap(site, address);
    }

    /// The text that a file is published for.
    fn say_linked(&mut self, site: &Site, path: &str) {
        if let Some(text) = site.files.linked.get(path).filter(|_| path.starts_with("content/")) {
            self.say("links", format!("{text} links to it or shows it"));
        }
    }

    fn say_sitemap(&mut self, site: &Site, address: &str) {
        let found = sitemap::addresses(site).any(|(other, _)| other == address);
        self.say("sitemap", format!("it is {} the sitemap", if found { "in" } else { "not in" }));
    }

    /// What an entry is part of.
    fn entry(&mut self, site: &Site, index: usize) {
        let item = &site.journal.items[index];
        self.lists(site, index);
        for (word, neighbour) in [("before", item.older), ("after", item.newer)] {
            if let Some(other) = neighbour.map(|other| &site.journal.items[other].entry) {
                self.say("neighbours", format!("the entry {word} it is {}", other.path));
            }
        }
        for lesson in
            site.indexes.lessons_of.get(&index).into_iter().flatten().map(|index| &site.journal.lessons.all[*index])
        {
            let does = match lesson.events.iter().find(|event| event.item == index).map(|event| &event.kind) {
                _ if lesson.item == index => "it teaches",
                Some(EventKind::Confirmed) => "it says what held again:",
                Some(EventKind::Revised) => "it revises",
                Some(EventKind::Retracted) => "it retracts",
                None => "it speaks of",
            };
            self.say("lessons", format!("{does} the lesson `{}`, /lessons/{}/", lesson.id, lesson.id));
        }
        self.numbers(site, item);
    }

    /// The lists and feeds that an entry is in, as their pages cut them.
    fn lists(&mut self, site: &Site, index: usize) {
        let pages_with =
            |items: &[usize]| items.iter().position(|item| *item == index).map(|at| at / site.config.per_page + 1);
        match pages_with(&site.indexes.listed) {
            Some(1) => self.say("lists", "it is on the first page of the list of entries, /"),
            Some(number) => {
                self.say("lists", format!("it is on page {number} of the list of entries, /page/{number}/"));
            }
            None => self.say("lists", "it is in no list of entries"),
        }
        for tag in &site.indexes.tags {
            if let Some(number) = pages_with(&tag.items) {
                let page = if number == 1 { String::new() } else { format!("page/{number}/") };
                self.say("tags", format!("it is in the list of the tag `{}`, /tags/{}/{page}", tag.name, tag.slug));
            }
        }
        self.archive(site, index);
        if let Some((series, place)) = site.indexes.series.of_item(index) {
            let (part, all) = (place + 1, series.items.len());
            self.say("series", format!("it is part {part} of {all} of the series `{}`", series.name));
        }
        if site.indexes.story.iter().any(|happening| happening.item == Some(index)) {
            self.say("timeline", "it is on the timeline, /timeline/");
        }
        self.practice(site, index);
        self.feeds(site, index);
    }

    /// The pages of what was done that an entry counts on.
    fn practice(&mut self, site: &Site, index: usize) {
        let slugs = site.journal.items[index].entry.slugs();
        let mut exercises: Vec<&str> = slugs.exercises.iter().map(String::as_str).collect();
        exercises.dedup();
        for exercise in exercises.into_iter().filter_map(|slug| site.indexes.practice.exercise(slug)) {
            self.say("exercises", format!("it counts on the page of an exercise, {}", exercise.address()));
        }
        if slugs.treatments.iter().any(|slug| site.indexes.practice.treatment(slug).is_some()) {
            self.say("treatments", "its treatments count on /treatments/");
        }
    }

    /// The page of the archive that lists an entry.
    fn archive(&mut self, site: &Site, index: usize) {
        let archive = &site.indexes.archive;
        let place = site.indexes.listed.iter().position(|other| *other == index);
        let Some(place) = place.filter(|_| site.routes.contains_key("/archive/")) else { return };
        let year = archive.years.iter().find(|year| year.listed.contains(&place)).map(|year| year.year.to_string());
        let page = match year.unwrap_or_else(|| "undated".to_owned()) {
            year if archive.split => format!("/archive/{year}/"),
            _ => "/archive/".to_owned(),
        };
        self.say("archive", format!("it is in the archive, {page}"));
    }

    /// The feeds, which are cut where the settings say.
    fn feeds(&mut self, site: &Site, index: usize) {
        let limit = site.config.feed_limit;
        match site.indexes.listed.iter().position(|other| *other == index) {
            Some(at) if at < limit => {
                self.say(
                    "feed",
                    format!(
                        "it is number {} of at most {limit} in the feeds, /feed.xml, /rss.xml and /feed.json",
                        at + 1
                    ),
                );
            }
            Some(at) => {
                let place = format!("{} newer than it", count(at, "entry is", "entries are"));
                self.say("feed", format!("it is not in the feeds, which end after {limit}: {place}"));
            }
            None => self.say("feed", "it is in no feed"),
        }
    }

    /// The charts and sums that an entry counts in.
    fn numbers(&mut self, site: &Site, item: &Item) {
        let Some(date) = item.entry.date else {
            self.say("numbers", "it has no date, so it counts in no number and no chart");
            return;
        };
        let injury = item.injury.map(|index| format!(" of the {}", site.journal.injuries[index].injury.name));
        let injury = injury.unwrap_or_default();
        let lies = item.day.map(|day| format!(", day {day}")).unwrap_or_default();
        self.say("numbers", format!("its day is {date}{lies}{injury}"));
        self.pain(item);
        let unit = site.config.units;
        let kinds = ["run", "walked", "otherwise"].into_iter().zip(item.metres).filter(|(_, metres)| *metres > 0);
        let parts: Vec<String> =
            kinds.map(|(kind, metres)| format!("{} {} {kind}", unit.show(metres), unit.symbol())).collect();
        if parts.is_empty() {
            self.say("distance", "it has no distance, so it adds nothing to the weekly distance");
        } else {
            self.say("distance", format!("it counts in the weekly distance: {}", parts.join(", ")));
        }
        let sessions = item.entry.record().sessions;
        if sessions > 0 {
            let number = usize::try_from(sessions).unwrap_or(usize::MAX);
            self.say("sessions", format!("it counts {}", count(number, "session", "sessions")));
        }
        for (id, _) in &item.entry.criteria {
            let first = site.config.criterion(id).and_then(|(at, _)| site.journal.criteria.get(at)?.ticked);
            let own =
                first.and_then(|tick| tick.item).is_some_and(|at| site.journal.items[at].entry.path == item.entry.path);
            let which = if own { "the first tick, which pages show" } else { "pages show an earlier tick, or none" };
            self.say("criteria", format!("it ticks `{id}`: {which}"));
        }
        for mark in site
            .journal
            .milestones
            .iter()
            .filter(|mark| mark.item.is_some_and(|own| site.journal.items[own].entry.path == item.entry.path))
        {
            self.say(
                "milestones",
                format!(
                    "charts mark it as {}: {}{}",
                    mark.number,
                    if mark.setback { "Setback: " } else { "" },
                    mark.label
                ),
            );
        }
    }

    fn pain(&mut self, item: &Item) {
        let names = ["before", "during", "after", "next day"];
        let points = names.into_iter().zip(item.points).filter_map(|(name, score)| Some((name, score?)));
        let mut parts: Vec<String> =
            points.map(|(name, score)| format!("{name} {}", decimals(score.value(), 1))).collect();
        if let Some(own) = item.entry.record().felt.own() {
            parts.push(format!("the day's worst {}", decimals(own.value(), 1)));
        }
        if parts.is_empty() {
            self.say("pain", "it has no pain score, which is a gap in the pain timeline and not zero");
        } else {
            self.say("pain", format!("it counts in the pain timeline: {}", parts.join(", ")));
        }
    }

    /// Why a file that was read has no page.
    fn left_out(&mut self, site: &Site, path: &str) {
        let held = &site.journal.held;
        let has = |paths: &[Arc<str>]| paths.iter().any(|held| &**held == path);
        let uncounted = "counts in no number";
        if has(&held.broken) {
            self.say("errors", format!("it has errors, so it is not published and {uncounted}"));
        } else if has(&held.drafts) {
            self.say("draft", format!("it is a draft, so it is not published and {uncounted}; --drafts publishes it"));
        } else if let Some((_, date)) = held.scheduled.iter().find(|(held, _)| &**held == path) {
            let today = site.config.today;
            let says = format!("its day, {date}, is after {today}, so it is not published yet; --future publishes it");
            self.say("future", says);
        } else if has(&held.expired) {
            self.say("expired", format!("its last day is over, so it is no longer published and {uncounted}"));
        } else if has(&held.copies) {
            self.say("copies", "it looks like a copy of a text that is there too, so it is kept back");
        } else if has(&held.private) {
            let counts = if site.config.count_private && crate::journal::is_entry(path) {
                "its numbers count, as count_private says"
            } else {
                "its numbers do not count"
            };
            self.say("visibility", format!("it is private, so it has no page; {counts}"));
        } else {
            self.say("files", unpublished_file(site, path));
        }
    }
}

/// Why a file that is no entry has no address.
fn unpublished_file(site: &Site, path: &str) -> String {
    if path.starts_with(crate::comments::FOLDER) {
        let other = if crate::comments::is_comment(path) {
            "it is a comment, and the site shows none"
        } else {
            "it lies among the comments and is none: they are YAML or JSON"
        };
        return site.comments.why_not(path).unwrap_or(other).to_owned();
    }
    if let Some(template) = path.strip_prefix("themes/").and_then(|p| p.split_once("/templates/")) {
        return format!("it is a template of the theme `{}`, which pages are made with", template.0);
    }
    if let Some(why) = site.why_kept(path) {
        return why;
    }
    if path.starts_with("content/") && crate::source::content_kind(path) == Some(crate::source::ContentKind::Text) {
        return "it introduces its folder, and no page shows that".to_owned();
    }
    "another file or page has its address".to_owned()
}
