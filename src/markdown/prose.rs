//! Text without markup: its words, and the plain text of headings, pictures and summaries.

use super::Item;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Counts words over pieces of text that come one by one, since a word may change its markup in the middle.
#[derive(Debug, Default)]
pub(super) struct WordCount {
    words: usize,
    /// Characters of scripts that put no spaces between words.
    unspaced: usize,
    in_word: bool,
}

impl WordCount {
    /// Takes in more text of the same line.
    pub(super) fn add(&mut self, text: &str) {
        for c in text.chars() {
            // What is most frequent comes first: every character of a journal passes here.
            if c.is_ascii_alphanumeric() {
                self.words += usize::from(!self.in_word);
                self.in_word = true;
            } else if c.is_whitespace() || matches!(c, '—' | '–') {
                self.in_word = false;
            } else if is_unspaced(c) {
                self.unspaced += 1;
                self.in_word = false;
            } else if c.is_alphanumeric() {
                self.words += usize::from(!self.in_word);
                self.in_word = true;
            }
        }
    }

    /// What comes next is no part of the last word.
    pub(super) fn end_word(&mut self) {
        self.in_word = false;
    }

    /// The words so far; two characters of a script without spaces make about one.
    pub(super) fn total(&self) -> usize {
        self.words + self.unspaced.div_ceil(2)
    }
}

/// Thai, Lao, Burmese, Khmer, kana and Han.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3041..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff
        | 0xf900..=0xfaff | 0x20000..=0x3ffff)
        && c.is_alphanumeric()
}

/// The events up to the end of what was started just before `at`, that end left out.
pub(super) fn inside<'e, 'a>(events: &'e [Item<'a>], at: usize) -> &'e [Item<'a>] {
    let rest = events.get(at..).unwrap_or_default();
    let mut depth = 0usize;
    for (i, (event, _)) in rest.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return &rest[..i],
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    rest
}

/// The text of some events without markup, its white space folded.
pub(super) fn plain_text(events: &[Item<'_>]) -> String {
    fold(events.iter().map(|(event, _)| event))
}

/// The text of some events without markup and without the pictures' alternative texts.
pub(super) fn text_beside_images(events: &[Item<'_>]) -> String {
    let mut images = 0usize;
    fold(events.iter().map(|(event, _)| event).filter(|event| {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            _ => {}
        }
        images == 0
    }))
}

/// The text of blocks without markup: of paragraphs and lists, not of headings, code, tables, quotes and notes.
pub(super) fn prose(events: &[Item<'_>]) -> String {
    let mut skipped = 0usize;
    fold(events.iter().map(|(event, _)| event).filter_map(|event| {
        match event {
            Event::Start(tag) if skipped > 0 || !is_prose(tag) => skipped += 1,
            Event::End(_) if skipped > 0 => skipped -= 1,
            // A block's end parts words as a line's does.
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::DefinitionListTitle) => {
                return Some(&Event::SoftBreak);
            }
            _ if skipped == 0 => return Some(event),
            _ => {}
        }
        None
    }))
}

fn is_prose(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::Table(_)
            | Tag::BlockQuote(_)
            | Tag::FootnoteDefinition(_)
            | Tag::HtmlBlock
            | Tag::Image { .. }
    )
}

fn fold<'e>(events: impl Iterator<Item = &'e Event<'e>>) -> String {
    let mut out = String::new();
    let mut gap = false;
    let mut push = |text: &str| {
        for c in text.chars() {
            if c.is_whitespace() {
                gap = true;
            } else {
                if gap && !out.is_empty() {
                    out.push(' ');
                }
                gap = false;
                out.push(c);
            }
        }
    };
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => push(text),
            Event::SoftBreak | Event::HardBreak => push(" "),
            Event::InlineHtml(tag) if tag.get(..3).is_some_and(|t| t.eq_ignore_ascii_case("<br")) => push(" "),
            _ => {}
        }
    }
    out
}
