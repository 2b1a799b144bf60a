//! Filling the holes of a text: addresses, charts and the heads of lessons.

use super::{Site, figure};
use crate::chart::Figure;
use crate::entry::Entry;
use crate::language::Arg;
use crate::markdown::{Hole, Words};
use crate::text::escape_into;
use std::fmt::Write as _;
use std::ops::Range;

/// What a text is filled for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum For {
    /// A page of the site: addresses below its path, charts drawn.
    Page,
    /// A feed, which readers show elsewhere: whole addresses, charts as a sentence with a link.
    Feed,
}

impl Site {
    /// The HTML of an entry's text.
    pub(super) fn fill(&self, entry: &Entry, what_for: For) -> String {
        self.fill_range(entry, 0..entry.body.html.len(), what_for)
    }

    /// The HTML of a part of an entry's text.
    pub(super) fn fill_range(&self, entry: &Entry, range: Range<usize>, what_for: For) -> String {
        let body = &entry.body;
        let mut out = String::with_capacity(range.len() + 256);
        let mut done = range.start;
        let targets = self.targets.get(&entry.path);
        let target = |index: usize| targets.and_then(|t| t.get(index)).and_then(Option::as_deref).unwrap_or_default();
        for (index, (at, hole)) in body.holes.iter().enumerate() {
            if *at < range.start || *at > range.end {
                continue;
            }
            out.push_str(&body.html[done..*at]);
            done = *at;
            match hole {
                Hole::Link { .. } => {
                    escape_into(&mut out, &self.href(&self.link_address(target(index), entry), what_for));
                }
                Hole::Image { tag, .. } => self.push_image(&mut out, target(index), tag, what_for),
                Hole::Chart { fence, .. } => {
                    let id = format!("f{index}");
                    let figure = figure::for_fence(self, entry.date, fence, &id);
                    match what_for {
                        For::Page => {
                            self.push_figure(&mut out, &figure, fence.caption.as_deref());
                        }
                        For::Feed => self.push_sentence(&mut out, entry, &figure),
                    }
                }
                Hole::Lesson { id, .. } => self.push_lesson_head(&mut out, entry, id, what_for),
                Hole::Words(words) => escape_into(&mut out, &self.words_in_texts(words)),
                Hole::LessonEnd => {}
            }
        }
        out.push_str(&body.html[done..range.end]);
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

    /// A chart in a text, as the templates' own figures look.
    fn push_figure(&self, out: &mut String, figure: &Figure, caption: Option<&str>) {
        out.push_str("<figure class=\"fence\">\n<figcaption><p class=\"say\"><strong>");
        escape_into(out, &figure.say);
        out.push_str("</strong></p><p class=\"how\">");
        escape_into(out, &figure.how);
        out.push_str("</p></figcaption>\n");
        out.push_str(&figure.wide);
        out.push_str(&figure.narrow);
        if !figure.notes.is_empty() {
            out.push_str("\n<ol class=\"stones\">");
            for note in &figure.notes {
                out.push_str("<li><div>");
                let date = self.language.dates.short(note.date);
                let _ = write!(out, "<time datetime=\"{}\">{date}</time><br>", note.date);
                if let Some(href) = &note.href {
                    out.push_str("<a href=\"");
                    escape_into(out, href);
                    out.push_str("\">");
                }
                escape_into(out, &note.label);
                out.push_str(if note.href.is_some() { "</a></div></li>" } else { "</div></li>" });
            }
            out.push_str("</ol>");
        }
        self.push_table(out, figure);
        if let Some(caption) = caption {
            out.push_str("<p class=\"caption\">");
            escape_into(out, caption);
            out.push_str("</p>\n");
        }
        out.push_str("</figure>\n");
    }

    fn push_table(&self, out: &mut String, figure: &Figure) {
        if figure.table.rows.is_empty() {
            return;
        }
        let words = &self.language.words;
        out.push_str("\n<details><summary>");
        escape_into(out, &words.word("data-table"));
        out.push_str("</summary><table><caption>");
        escape_into(out, &figure.table.caption);
        out.push_str("</caption><thead><tr>");
        for cell in &figure.table.head {
            out.push_str("<th scope=\"col\">");
            escape_into(out, cell);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead><tbody>");
        for row in &figure.table.rows {
            out.push_str("<tr>");
            for (index, cell) in row.iter().enumerate() {
                let (open, close) = if index == 0 { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
                out.push_str(open);
                escape_into(out, cell);
                out.push_str(close);
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody></table>");
        if let Some(csv) = self.every_value() {
            out.push_str("<p class=\"meta\">");
            escape_into(out, &words.word("every-value"));
            out.push_str(" <a href=\"");
            escape_into(out, &csv);
            out.push_str("\">CSV</a>.</p>");
        }
        out.push_str("</details>\n");
    }
}
