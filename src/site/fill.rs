//! Filling the holes of a text: addresses, charts and the heads of lessons.

use super::Site;
use super::view::Figures;
use crate::chart::{Asked, Figure};
use crate::entry::Entry;
use crate::language::Arg;
use crate::markdown::{Hole, LinkForm, Words};
use crate::text::escape_into;
use std::ops::Range;

/// Whether addresses are written for a page or a feed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum For {
    /// A page of the site: addresses below its path.
    Page,
    /// A feed, which readers show elsewhere: whole addresses.
    Feed,
}

/// What stands in a text where its writer asked for charts.
#[derive(Clone, Copy)]
pub(super) enum Charts<'a> {
    /// The charts, as pages have them.
    Drawn(&'a Figures<'a>),
    /// A sentence with a link to the page, as feeds have it.
    Told,
}

/// A part of a text.
pub(super) struct Part<'a> {
    /// The text.
    pub(super) entry: &'a Entry,
    /// The bytes of its HTML.
    pub(super) html: Range<usize>,
    /// The holes that are filled, by their indices.
    pub(super) holes: Range<usize>,
}

impl Site {
    /// The HTML of an entry's text.
    pub(super) fn fill(&self, entry: &Entry, charts: Charts<'_>) -> String {
        let body = &entry.body;
        self.fill_part(&Part { entry, html: 0..body.html.len(), holes: 0..body.holes.len() }, charts)
    }

    /// The HTML of a part of a text.
    pub(super) fn fill_part(&self, part: &Part<'_>, charts: Charts<'_>) -> String {
        let Part { entry, html, holes } = part;
        let body = &entry.body;
        let what_for = if matches!(charts, Charts::Drawn(_)) { For::Page } else { For::Feed };
        let mut out = String::with_capacity(html.len() + 256);
        let mut done = html.start;
        let targets = self.targets.get(&entry.path);
        let target = |index: usize| targets.and_then(|t| t.get(index)).and_then(Option::as_deref).unwrap_or_default();
        for (index, (at, hole)) in holes.clone().zip(&body.holes[holes.clone()]) {
            out.push_str(&body.html[done..*at]);
            done = *at;
            match hole {
                Hole::Link { target: typed, form, .. } => {
                    let stays = targets.is_some_and(|targets| matches!(targets.get(index), Some(None)));
                    let href = match form {
                        LinkForm::Html if stays => typed.clone(),
                        _ => self.href(&self.link_address(target(index), entry), what_for),
                    };
                    // In the writer's own HTML it may stand in single quotes.
                    escape_into(&mut out, &href.replace('\'', "%27"));
                }
                Hole::Image { tag, .. } => self.push_image(&mut out, target(index), tag, what_for),
                Hole::Chart { fence, .. } => {
                    // What has an error is drawn nowhere; its page is one of a preview, beside its errors.
                    let Some(asked) = Asked::of_fence(fence, &entry.path, &entry.text).value else { continue };
                    let figure = asked.figure(self.charts(), entry.date, &format!("f{index}"));
                    match charts {
                        Charts::Drawn(figures) => {
                            out.push_str(&figures.markup(self, figure, asked.caption.as_deref()));
                        }
                        Charts::Told => self.push_sentence(&mut out, entry, &figure),
                    }
                }
                Hole::Lesson { id, .. } => self.push_lesson_head(&mut out, entry, id, what_for),
                Hole::Words(words) => escape_into(&mut out, &self.words_in_texts(words)),
                Hole::LessonEnd => {}
            }
        }
        out.push_str(&body.html[done..html.end]);
        out
    }

    /// Where every value of the journal stands, which tables by week do not have.
    pub(super) fn every_value(&self) -> Option<String> {
        let csv = "/data/journal.csv";
        self.routes.contains_key(csv).then(|| self.path(csv))
    }

    /// An address of the site as it is written into pages or feeds.
    pub(super) fn href(&self, target: &str, what_for: For) -> String {
        match what_for {
            _ if !target.starts_with('/') => target.to_owned(),
            For::Page => self.path(target),
            For::Feed => self.config.absolute(target),
        }
    }

    fn push_sentence(&self, out: &mut String, entry: &Entry, figure: &Figure) {
        let address = self.addresses.get(&entry.path).map_or("/", |address| &**address);
        let words = &self.language.words;
        out.push_str("<p><em>");
        escape_into(out, &words.say("feed-chart", &[("says", figure.say.as_str().into())]));
        out.push_str("</em> <a href=\"");
        escape_into(out, &self.config.absolute(address));
        out.push_str("\">");
        escape_into(out, &words.word("feed-chart-page"));
        out.push_str("</a></p>\n");
    }

    fn push_lesson_head(&self, out: &mut String, entry: &Entry, id: &str, what_for: For) {
        let Some(index) = self.journal.lessons.by_id.get(id) else { return };
        let lesson = &self.journal.lessons.all[*index];
        let words = &self.language.words;
        let is_here = |item: usize| self.journal.items[item].entry.path == entry.path;
        let event = lesson.events.iter().position(|e| is_here(e.item));
        let word = match event {
            Some(at) => super::view::event_words(lesson, at, words),
            None if is_here(lesson.item) => words.word("text-learned-here"),
            None => String::new(),
        };
        out.push_str("<p class=\"meta\"><a href=\"");
        escape_into(out, &self.href(&format!("/lessons/{id}/"), what_for));
        out.push_str("\">");
        escape_into(out, &words.say("lesson-number", &[("n", lesson.number.into())]));
        out.push_str("</a>");
        if !word.is_empty() {
            out.push_str(" · ");
            escape_into(out, &word);
        }
        out.push_str("</p>\n");
    }

    /// Words of the interface that stand in texts.
    fn words_in_texts(&self, which: &Words) -> String {
        let words = &self.language.words;
        match which {
            Words::Note => words.word("text-note"),
            Words::Tip => words.word("text-tip"),
            Words::Important => words.word("text-important"),
            Words::Warning => words.word("text-warning"),
            Words::Caution => words.word("text-caution"),
            Words::Table => words.word("text-table"),
            Words::Done => words.word("text-done"),
            Words::ToDo => words.word("text-to-do"),
            Words::Footnotes => words.word("text-footnotes"),
            Words::Footnote(number) => words.say("text-footnote", &[("n", (*number).into())]),
            Words::Back(name) => words.say("text-back", &[("n", Arg::from(name.as_str()))]),
            Words::HeadingLink => words.word("text-heading-link"),
        }
    }
}
