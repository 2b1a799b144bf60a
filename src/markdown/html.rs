//! Writes a text's events as HTML.
//!
//! pulldown's own writer gives no places to leave holes at, no footnotes that can be walked back from, and alignment by
//! `style` attributes that the site's content security policy forbids.

use super::footnotes::Notes;
use super::headings::Ids;
use super::links::OpenLink;
use super::pieces::Piece;
use super::prose::{WordCount, inside};
use super::{Body, Item, TextSource, Words, fence, highlight, more};
use crate::diag::Diagnostic;
use crate::links::tags::Tags;
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};
use std::ops::Range;

/// Writes the body of a text.
pub(super) fn write<'a>(source: TextSource<'a>, events: &'a [Item<'a>]) -> (Body, Vec<Diagnostic>) {
    let mut writer = Writer {
        source,
        events,
        at: 0,
        piece: Piece::default(),
        body: Body::default(),
        problems: Vec::new(),
        ids: Ids::of(events),
        notes: Notes::of(events),
        prose: WordCount::default(),
        quotes: Vec::new(),
        links: Vec::new(),
        containers: 0,
        has_image: false,
        table: OpenTable::default(),
        raw_start: 0,
        has_more: false,
    };
    // Two bytes of HTML for one of markdown is more than most texts need.
    writer.piece.html.reserve(events.last().map_or(0, |(_, last)| last.end.saturating_sub(events[0].1.start)) * 2);
    while let Some((event, range)) = events.get(writer.at) {
        writer.at += 1;
        writer.write(event, range);
    }
    writer.write_notes();
    let Piece { html, holes } = writer.piece;
    let words = writer.prose.total();
    (Body { html, holes, words, ..writer.body }, writer.problems)
}

/// What has been written of a text, and what is open in it.
///
/// The other files of this folder add the writing of their own things to it.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) source: TextSource<'a>,
    pub(super) events: &'a [Item<'a>],
    /// The next event.
    pub(super) at: usize,
    pub(super) piece: Piece,
    pub(super) body: Body,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) ids: Ids<'a>,
    pub(super) notes: Notes,
    pub(super) prose: WordCount,
    /// What ends each open quote.
    pub(super) quotes: Vec<&'static str>,
    /// How each open link was written.
    pub(super) links: Vec<OpenLink>,
    pub(super) has_image: bool,
    /// How many lists, quotes and footnotes are open.
    containers: usize,
    table: OpenTable<'a>,
    /// Where the open block of raw HTML begins.
    pub(super) raw_start: usize,
    /// Whether the summary's end was marked.
    pub(super) has_more: bool,
}

/// The open table: tables don't nest.
#[derive(Debug, Default)]
struct OpenTable<'a> {
    columns: &'a [Alignment],
    column: usize,
    in_head: bool,
    has_rows: bool,
    /// What ends the open cell.
    cell_end: &'static str,
}

impl<'a> Writer<'a> {
    /// Adds a problem at a place of the file.
    pub(super) fn warn(&mut self, diagnostic: Diagnostic, range: &Range<usize>) {
        self.problems.push(self.source.point(diagnostic, range));
    }

    /// Claims an id that is no heading's, for links to it.
    pub(super) fn anchor(&mut self, wanted: &str) -> String {
        let id = self.ids.claim(wanted);
        self.body.anchors.push(id.clone());
        id
    }

    /// The events inside of what was just started.
    pub(super) fn inside(&self) -> &'a [Item<'a>] {
        inside(self.events, self.at)
    }

    /// Writes an event.
    pub(super) fn write(&mut self, event: &'a Event<'a>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(text) => {
                if let "[" | "![" = &**text {
                    self.check_bracket(range);
                }
                self.look_for_foreign(text, range);
                self.prose.add(text);
                self.piece.text(text);
            }
            Event::Code(code) => {
                self.prose.end_word();
                self.piece.push("<code>");
                self.piece.text(code);
                self.piece.push("</code>");
            }
            Event::Html(html) => self.piece.push(html),
            Event::InlineHtml(html) => self.raw_html(html, range),
            Event::FootnoteReference(label) => self.refer_to_note(label, range),
            Event::SoftBreak => self.break_line("\n"),
            Event::HardBreak => self.break_line("<br>\n"),
            Event::Rule => {
                self.piece.fresh_line();
                self.piece.push("<hr>\n");
            }
            Event::TaskListMarker(done) => {
                // Not named by the item's text: that would be read twice, and its links can't stand in a label.
                let (checked, name) = if *done { (" checked", Words::Done) } else { ("", Words::ToDo) };
                self.piece.push(&format!("<input type=\"checkbox\" disabled{checked} aria-label=\""));
                self.piece.words(name);
                self.piece.push("\"> ");
            }
            // Not asked for in `syntax`.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.piece.text(text),
        }
    }

    fn break_line(&mut self, html: &str) {
        self.prose.end_word();
        self.piece.push(html);
    }

    fn start(&mut self, tag: &'a Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis => self.piece.push("<em>"),
            Tag::Strong => self.piece.push("<strong>"),
            Tag::Strikethrough => self.piece.push("<del>"),
            Tag::Superscript => self.piece.push("<sup>"),
            Tag::Subscript => self.piece.push("<sub>"),
            Tag::Link { .. } => self.open_link(tag, range),
            Tag::Image { .. } => self.inline_image(tag, range),
            Tag::TableCell => self.open_cell(),
            _ => {
                self.prose.end_word();
                self.piece.fresh_line();
                self.start_block(tag, range);
            }
        }
    }

    fn start_block(&mut self, tag: &'a Tag<'a>, range: &Range<usize>) {
        if is_container(&tag.to_end()) {
            self.containers += 1;
        }
        match tag {
            Tag::Paragraph => self.open_paragraph(),
            Tag::Heading { .. } => self.open_heading(tag, range),
            Tag::BlockQuote(None) => self.open_quote(),
            Tag::BlockQuote(Some(kind)) => self.open_alert(*kind),
            Tag::CodeBlock(kind) => self.code_block(kind, range),
            Tag::HtmlBlock => self.raw_start = self.piece.html.len(),
            Tag::List(Some(1)) => self.piece.push("<ol>\n"),
            Tag::List(Some(first)) => self.piece.push(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.piece.push("<ul>\n"),
            Tag::Item => self.open_item(),
            Tag::FootnoteDefinition(label) => self.open_note(label, range),
            Tag::DefinitionList => self.piece.push("<dl>\n"),
            Tag::DefinitionListTitle => self.piece.push("<dt>"),
            Tag::DefinitionListDefinition => self.piece.push("<dd>"),
            Tag::Table(columns) => {
                self.table = OpenTable { columns, ..OpenTable::default() };
                // It scrolls by keyboard; a group, since regions of one name would be landmarks that nobody can tell apart.
                self.piece.push("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
                self.piece.words(Words::Table);
                self.piece.push("\"><table>\n");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.piece.push("<thead><tr>");
            }
            Tag::TableRow => {
                self.piece.push(if self.table.has_rows { "<tr>" } else { "<tbody>\n<tr>" });
                self.table = OpenTable { has_rows: true, column: 0, ..self.table };
            }
            // Metadata blocks are not asked for in `syntax`; the rest was written by `start`.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        let html = match tag {
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            TagEnd::Superscript => "</sup>",
            TagEnd::Subscript => "</sub>",
            TagEnd::Link => return self.close_link(),
            // `image` skips the whole of it.
            TagEnd::Image => "",
            _ => return self.end_block(tag, range),
        };
        self.piece.push(html);
    }

    fn end_block(&mut self, tag: TagEnd, range: &Range<usize>) {
        self.prose.end_word();
        if is_container(&tag) {
            self.containers = self.containers.saturating_sub(1);
        }
        let html = match tag {
            TagEnd::Paragraph => "</p>\n",
            TagEnd::Heading(_) => return self.close_heading(),
            TagEnd::BlockQuote(_) => self.close_quote(),
            TagEnd::HtmlBlock => return self.close_raw(range),
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::FootnoteDefinition => return self.close_note(range),
            TagEnd::DefinitionList => "</dl>\n",
            TagEnd::DefinitionListTitle => "</dt>\n",
            TagEnd::DefinitionListDefinition => "</dd>\n",
            TagEnd::Table => {
                let table = std::mem::take(&mut self.table);
                if table.has_rows { "</tbody></table></div>\n" } else { "</table></div>\n" }
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                "</tr></thead>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell => {
                self.table.column += 1;
                self.table.cell_end
            }
            _ => "",
        };
        self.piece.push(html);
    }

    fn open_paragraph(&mut self) {
        if self.figure() {
            return;
        }
        if self.containers == 0 && self.body.summary.is_empty() {
            self.body.summary = more::first_paragraph(self.inside());
        }
        self.piece.push("<p>");
    }

    /// Whether a table is open.
    pub(super) fn is_in_table(&self) -> bool {
        !self.table.columns.is_empty()
    }

    fn open_alert(&mut self, kind: BlockQuoteKind) {
        let (class, name) = match kind {
            BlockQuoteKind::Note => ("note", Words::Note),
            BlockQuoteKind::Tip => ("tip", Words::Tip),
            BlockQuoteKind::Important => ("important", Words::Important),
            BlockQuoteKind::Warning => ("warning", Words::Warning),
            BlockQuoteKind::Caution => ("caution", Words::Caution),
        };
        // A note, since asides without names of their own would be landmarks that nobody can tell apart.
        self.piece.push(&format!("<aside class=\"alert {class}\" role=\"note\"><p class=\"alert-name\">"));
        self.piece.words(name);
        self.piece.push("</p>\n");
        self.quotes.push("</aside>\n");
    }

    fn open_item(&mut self) {
        let task = matches!(
            self.events.get(self.at..),
            Some(
                [(Event::TaskListMarker(_), _), ..]
                    | [(Event::Start(Tag::Paragraph), _), (Event::TaskListMarker(_), _), ..]
            )
        );
        self.piece.push(if task { "<li class=\"task\">" } else { "<li>" });
    }

    fn open_cell(&mut self) {
        self.prose.end_word();
        // An empty corner heads nothing.
        let empty = matches!(self.events.get(self.at), Some((Event::End(TagEnd::TableCell), _)));
        let (start, end) = if self.table.in_head && !empty { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
        self.piece.push(start);
        self.piece.push(match self.table.columns.get(self.table.column) {
            Some(Alignment::Left) => " class=\"left\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::None) | None => ">",
        });
        self.table.cell_end = end;
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        let lines = self.inside();
        self.at += lines.len() + 1;
        let info = if let CodeBlockKind::Fenced(info) = kind { info.as_ref() } else { "" };
        let language = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
        self.look_for_query(language, range);
        if language.eq_ignore_ascii_case(fence::LANGUAGE) {
            return self.chart(range, lines);
        }
        let code: String = lines
            .iter()
            .filter_map(|(event, _)| if let Event::Text(text) = event { Some(&**text) } else { None })
            .collect();
        // It scrolls by keyboard.
        self.piece.push("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            self.piece.attribute("class", &format!("language-{language}"));
        }
        self.piece.push(">");
        match highlight::highlight(language, &code) {
            Some(html) => {
                self.body.code = true;
                self.piece.push(&html);
            }
            None => self.piece.text(&code),
        }
        self.piece.push("</code></pre>\n");
    }

    /// Takes note of the ids in raw HTML.
    pub(super) fn note_ids(&mut self, html: &str) {
        let mut tags = Tags::of(html);
        while tags.next_tag().is_some() {
            for id in tags.attributes.iter().filter(|a| a.is("id")).filter_map(|a| a.value).filter(|id| !id.is_empty())
            {
                self.ids.note(id);
                self.body.anchors.push(id.to_owned());
            }
        }
    }
}

fn is_container(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition | TagEnd::DefinitionList)
}
