//! The cards: the pictures that social networks show with a link; and those of the days around an entry, to be sent.

use super::reader::{PlanReader, ReaderContext};
use super::{CHART, Site, picture_foot};
use crate::chart::kind::entry_window;
use crate::chart::{PictureWords, Typefaces};
use crate::config::Config;
use crate::journal::Journal;
use std::sync::Arc;

/// The address of the site's own card, which every page has that has none of its own.
pub(super) const SITE: &str = "/card.png";

/// The pages that have a card.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Card {
    /// The site.
    Site,
    /// An entry, by index.
    Entry(usize),
    /// A lesson, by index.
    Lesson(usize),
    /// The days around an entry, by index, beside its page.
    Weeks(usize),
}

/// What the picture at a card's address shows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum CardShows {
    /// A card.
    Card(CardView),
    /// A chart.
    Chart(ChartView),
}

/// A chart as a picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ChartView {
    /// What it is called where it can't be drawn.
    pub title: String,
    /// The whole picture, as a drawing with colours of its own.
    pub drawing: String,
    /// Its words as they are before they are set in lines.
    pub words: String,
}

/// What a card shows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CardView {
    /// What is written large.
    pub title: String,
    /// The site's name, where that is not the title.
    pub site: String,
    /// What stands below the title: `Day 237`, `Loading`.
    pub facts: Vec<String>,
    /// The course of pain, as a drawing with colours of its own.
    pub line: Option<String>,
    /// What the line is.
    pub line_words: String,
}

impl CardView {
    /// All that it says, a line each.
    fn words(&self) -> String {
        let (facts, line) = (self.facts.iter().map(String::as_str), self.line.as_deref().unwrap_or_default());
        let lines: Vec<&str> = [&*self.title, &self.site, &self.line_words, line].into_iter().chain(facts).collect();
        lines.join("\n")
    }
}

impl CardShows {
    /// All that it says, a line each.
    fn words(&self) -> String {
        match self {
            Self::Card(view) => view.words(),
            Self::Chart(view) => [&*view.words, &view.drawing].join("\n"),
        }
    }
}

/// Whether the days around an item are drawn on its page.
pub(super) fn has_weeks(journal: &Journal, item: usize) -> bool {
    let item = &journal.items[item];
    let days = journal.days(item.injury).zip(item.entry.date);
    days.is_some_and(|(days, day)| entry_window::is_shown(days, day))
}

/// The cards that a site has: its own, and those of the newest entries, listed or with such days around them, and of the first
/// lessons.
pub(super) fn all(
    config: &Config,
    listed: impl Iterator<Item = usize>,
    with_weeks: impl Iterator<Item = usize>,
    n_lessons: usize,
) -> Vec<Card> {
    let cards = config.cards;
    if !cards.enabled {
        return Vec::new();
    }
    let entries = listed.take(cards.limit).map(Card::Entry);
    let lessons = (0..n_lessons).take(cards.limit).map(Card::Lesson);
    let weeks = with_weeks.take(cards.limit).map(Card::Weeks);
    std::iter::once(Card::Site).chain(entries).chain(lessons).chain(weeks).collect()
}

/// Whether each of so many items has a card of some sort.
pub(super) fn of_items(cards: &[Card], n_items: usize, is_of_sort: impl Fn(Card) -> bool) -> Vec<bool> {
    let mut have = vec![false; n_items];
    for card in cards.iter().filter(|card| is_of_sort(**card)) {
        if let Card::Entry(index) | Card::Weeks(index) = card {
            have[*index] = true;
        }
    }
    have
}

/// The address of a card.
pub(super) fn address(card: Card, journal: &Journal, item_addresses: &[Option<Arc<str>>]) -> String {
    match card {
        Card::Site => SITE.to_owned(),
        Card::Entry(index) => {
            let address = item_addresses.get(index).and_then(Option::as_deref).unwrap_or("/");
            format!("/cards/{}.png", address.trim_matches('/'))
        }
        Card::Lesson(index) => format!("/cards/lessons/{}.png", journal.lessons.all[index].id),
        Card::Weeks(index) => {
            let address = item_addresses.get(index).and_then(Option::as_deref).unwrap_or("/");
            format!("{address}three-weeks.png")
        }
    }
}

impl Site {
    /// Whether an entry has a card of its own: those of the settings' number of newest ones do.
    pub(super) fn has_card(&self, item: usize) -> bool {
        self.carded.get(item).is_some_and(|has| *has)
    }

    /// Whether the days around an entry are a picture: those of the same number of newest ones are.
    pub(super) fn has_picture(&self, item: usize) -> bool {
        self.pictured.get(item).is_some_and(|has| *has)
    }

    /// Whether a lesson has a card of its own: the first ones do.
    pub(super) fn has_lesson_card(&self, lesson: usize) -> bool {
        self.config.cards.enabled && lesson < self.config.cards.limit
    }

    /// The address of a card.
    pub(super) fn card_address(&self, card: Card) -> String {
        address(card, &self.journal, &self.item_addresses)
    }

    /// What a card says.
    #[must_use]
    pub fn card_text(&self, card: Card) -> String {
        PlanReader::new(self, &ReaderContext::default(), &|_| Ok(String::new())).card_view(card).words()
    }
}

impl PlanReader<'_> {
    /// A card in words; the site's are the same whatever was written last, since every page has them.
    pub(super) fn card_words(&self, card: Card) -> String {
        match card {
            Card::Site => self.config.title.clone(),
            Card::Entry(index) => {
                [vec![self.card(index).title.to_owned()], self.entry_facts(index)].concat().join(" · ")
            }
            Card::Lesson(index) => [vec![self.lesson_title(index)], self.lesson_facts(index)].concat().join(" · "),
            Card::Weeks(index) => self.card(index).title.to_owned(),
        }
    }

    /// What a card shows.
    #[must_use]
    pub fn card_view(&self, card: Card) -> CardShows {
        let (site, words) = (self.config.title.clone(), &self.language.words);
        CardShows::Card(match card {
            Card::Weeks(index) => return CardShows::Chart(self.chart_view(index)),
            Card::Site => {
                let standing = self.standing();
                let day = standing.and_then(|standing| standing.day).map(|day| self.day_words(day));
                let facts = day.into_iter().chain(standing.map(|standing| self.language.dates.long(standing.as_of)));
                let line = self.whole_line();
                let line_words = line.as_ref().map(|_| words.word("card-pain-all")).unwrap_or_default();
                CardView { title: site, site: String::new(), facts: facts.collect(), line, line_words }
            }
            Card::Entry(index) => {
                let title = self.card(index).title.to_owned();
                let line = self.line_up_to(index);
                let line_words = line.as_ref().map(|_| words.word("card-pain-weeks")).unwrap_or_default();
                CardView { title, site, facts: self.entry_facts(index), line, line_words }
            }
            Card::Lesson(index) => {
                let (title, facts) = (self.lesson_title(index), self.lesson_facts(index));
                CardView { title, site, facts, line: None, line_words: String::new() }
            }
        })
    }

    /// The days around an entry as a picture, the same that the command line draws of them.
    fn chart_view(&self, index: usize) -> ChartView {
        let (card, language) = (self.card(index), self.language);
        let figure = self.chart_around(index, CHART).unwrap_or_default();
        let about = card.date.map(|day| entry_window::about(card.title, day, language));
        let foot = picture_foot(self.config, language, about);
        let around = PictureWords { caption: None, foot: &foot, language, letters: Typefaces::OWN, narrow: true };
        ChartView {
            title: card.title.to_owned(),
            drawing: crate::chart::picture(&figure, &around),
            words: [&*figure.heading, &figure.say, &figure.how, &foot].join("\n"),
        }
    }

    fn day_words(&self, day: i64) -> String {
        self.language.words.say("day-number", &[("n", day.into())])
    }

    fn entry_facts(&self, index: usize) -> Vec<String> {
        let card = self.card(index);
        let (day, phase) = (card.day.map(|day| self.day_words(day)), card.phase.map(str::to_owned));
        [day, phase, card.date.map(|date| self.language.dates.short(date))].into_iter().flatten().collect()
    }

    fn lesson_title(&self, index: usize) -> String {
        super::shelves::lesson_title(self.lesson(index), &self.language.words)
    }

    fn lesson_facts(&self, index: usize) -> Vec<String> {
        let lesson = self.lesson(index);
        let words = &self.language.words;
        let number = words.say("lesson-number", &[("n", lesson.number.into())]);
        let state = super::view::lesson_state(lesson, words);
        [Some(number), Some(state), lesson.learned.map(|date| self.language.dates.short(date))]
            .into_iter()
            .flatten()
            .collect()
    }
}
