//! Filling the holes of a text: addresses, charts and the heads of lessons.

use super::Site;
use super::reader::{LinkedText, PlanReader};
use super::view::FigureView;
use crate::chart::Asked;
use crate::entry::Entry;
use crate::journal::EventKind;
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

/// A part of a text.
pub(super) struct Passage {
    /// The bytes of its HTML.
    pub(super) html: Range<usize>,
    /// The holes that are filled, by their indices.
    pub(super) holes: Range<usize>,
}

impl PlanReader<'_> {
    /// The HTML of a text.
    pub(super) fn fill(&self, text: &LinkedText<'_>, what_for: For) -> String {
        let body = &text.entry.body;
        self.fill_passage(text, &Passage { html: 0..body.html.len(), holes: 0..body.holes.len() }, what_for)
    }

    /// The HTML of a part of a text.
    pub(super) fn fill_passage(&self, text: &LinkedText<'_>, passage: &Passage, what_for: For) -> String {
        let Passage { html, holes } = passage;
        let entry = text.entry;
        let body = &entry.body;
        let mut out = String::with_capacity(html.len() + 256);
        let mut done = html.start;
        // A name that leads nowhere is text, and so is its end.
        let mut is_named = false;
        for (index, (at, hole)) in holes.clone().zip(&body.holes[holes.clone()]) {
            out.push_str(&body.html[done..*at]);
            done = *at;
            match hole {
                Hole::Link { form: LinkForm::Name, .. } => {
                    let href = self.href(&self.link_of(text, index), what_for);
                    is_named = !href.is_empty();
                    if is_named {
                        out.push_str("<a href=\"");
                        escape_into(&mut out, &href);
                        out.push_str("\">");
                    }
                }
                Hole::LinkEnd => {
                    if std::mem::take(&mut is_named) {
                        out.push_str("</a>");
                    }
                }
                Hole::Link { target: typed, form, .. } => {
                    let href = match form {
                        LinkForm::Html if text.stays(index) => typed.clone(),
                        _ => self.href(&self.link_of(text, index), what_for),
                    };
                    // In the writer's own HTML it may stand in single quotes.
                    escape_into(&mut out, &href.replace('\'', "%27"));
                }
                Hole::Image { tag, .. } => self.push_image(&mut out, text.target(index), tag, what_for),
                Hole::Chart { fence, .. } => {
                    // What has an error is drawn nowhere; its page is one of a preview, beside its errors.
                    let Some(asked) = Asked::of_fence(fence, &entry.path, &entry.text).value else { continue };
                    let figure = asked.figure(self.charts(), entry.date, &format!("f{index}"));
                    match what_for {
                        For::Page => {
                            let view = FigureView::captioned(self, figure, asked.caption.as_deref());
                            out.push_str(&self.write_figure(&view));
                        }
                        For::Feed => {
                            self.push_sentence(&mut out, text, asked.caption.as_deref().unwrap_or(&figure.heading));
                        }
                    }
                }
                Hole::Lesson { id, .. } => self.push_lesson_head(&mut out, text.entry, id, what_for),
                Hole::Words(words) => escape_into(&mut out, &self.words_in_texts(words)),
                Hole::LessonEnd => {}
            }
        }
        out.push_str(&body.html[done..html.end]);
        out
    }

    fn push_sentence(&self, out: &mut String, text: &LinkedText<'_>, heading: &str) {
        let words = &self.language.words;
        out.push_str("<p><em>");
        escape_into(out, &words.say("feed-chart", &[("says", heading.into())]));
        out.push_str("</em> <a href=\"");
        escape_into(out, &self.config.absolute(text.address));
        out.push_str("\">");
        escape_into(out, &words.word("feed-chart-page"));
        out.push_str("</a></p>\n");
    }

    fn push_lesson_head(&self, out: &mut String, entry: &Entry, id: &str, what_for: For) {
        let Some(lesson) = self.lesson_called(id) else { return };
        let words = &self.language.words;
        let is_here = |item: usize| self.is_of(item, entry);
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
        // What was retracted is nowhere said as if it held.
        if !lesson.is_retracted() {
            out.push_str(": <b>");
            escape_into(out, &lesson.title);
            out.push_str("</b>");
        }
        // The paragraph says what was thought on its day; that it holds no longer is said beside it.
        let is_over = lesson.is_retracted() && event.is_none_or(|at| lesson.events[at].kind != EventKind::Retracted);
        let later = if is_over { words.word("lesson-retracted-later") } else { String::new() };
        for word in [word, later].iter().filter(|word| !word.is_empty()) {
            out.push_str(" · ");
            escape_into(out, word);
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

impl Site {
    /// An address of the site as it is written into pages or feeds.
    pub(super) fn href(&self, target: &str, what_for: For) -> String {
        match what_for {
            _ if !target.starts_with('/') => target.to_owned(),
            For::Page => self.path(target),
            For::Feed => self.config.absolute(target),
        }
    }
}
