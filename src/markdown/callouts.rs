//! Callouts: `> [!tip]+ Title`, of any name, with a title of their own and folded or open.
//!
//! GFM knows five names that stand alone in their line; those come as events of their own. What vaults of notes hold beside
//! them is read here: other names, titles, and the signs that fold.

use super::Words;
use super::html::Writer;
use super::lesson::first_line;
use super::prose::inside;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The first line of a quote that makes it a callout.
struct Callout<'s> {
    /// The name as typed.
    name: &'s str,
    /// Whether it folds, and if so whether it is open.
    fold: Option<bool>,
    /// The byte at which its title starts.
    title: usize,
    /// The byte at which its line ends.
    end: usize,
    /// How many events its line takes up, the line break aside.
    len: usize,
}

/// Names and the one of the five kinds that they look like; all others look like a note.
const LOOKS: [(&str, &str); 18] = [
    ("tip", "tip"),
    ("hint", "tip"),
    ("success", "tip"),
    ("check", "tip"),
    ("done", "tip"),
    ("important", "important"),
    ("question", "important"),
    ("help", "important"),
    ("faq", "important"),
    ("warning", "warning"),
    ("attention", "warning"),
    ("caution", "caution"),
    ("danger", "caution"),
    ("error", "caution"),
    ("bug", "caution"),
    ("failure", "caution"),
    ("fail", "caution"),
    ("missing", "caution"),
];

impl<'a> Writer<'a> {
    /// Opens a callout where a quote is one.
    pub(super) fn open_callout(&mut self) -> bool {
        let Some(callout) = self.read_callout() else { return false };
        let name = callout.name.to_ascii_lowercase();
        let looks = LOOKS.iter().find(|(known, _)| *known == name).map_or("note", |(_, looks)| looks);
        let (open, title_tag, title_end, end) = match callout.fold {
            // A note, since asides without names of their own would be landmarks that nobody can tell apart.
            None => (
                format!("<aside class=\"alert {looks}\" role=\"note\">"),
                "<p class=\"alert-name\">",
                "</p>\n",
                "</aside>\n",
            ),
            Some(is_open) => (
                format!("<details class=\"alert {looks}\"{}>", if is_open { " open" } else { "" }),
                "<summary class=\"alert-name\">",
                "</summary>\n",
                "</details>\n",
            ),
        };
        self.piece.push(&open);
        self.piece.push(title_tag);
        // The paragraph's start is done.
        self.at += 1;
        let stop = self.at + callout.len;
        if callout.title == callout.end {
            self.callout_name(callout.name, &name);
            self.at = stop;
        } else {
            self.callout_title(callout.title, stop);
        }
        self.piece.push(title_end);
        self.quotes.push(end);
        match self.events.get(self.at) {
            Some((Event::End(TagEnd::Paragraph), _)) => self.at += 1,
            _ => {
                self.at += 1;
                self.piece.push("<p>");
            }
        }
        true
    }

    /// The name of a callout without a title: in the words of the page where it is one of the five, else as typed.
    fn callout_name(&mut self, typed: &str, name: &str) {
        let words = match name {
            "note" => Words::Note,
            "tip" => Words::Tip,
            "important" => Words::Important,
            "warning" => Words::Warning,
            "caution" => Words::Caution,
            _ => {
                let mut letters = typed.chars();
                let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
                return self.piece.text(&(first + &letters.as_str().replace(['-', '_'], " ")));
            }
        };
        self.piece.words(words);
    }

    /// Writes the events of a title, which starts at a byte in one of them.
    fn callout_title(&mut self, start: usize, stop: usize) {
        while let Some((event, range)) = self.events.get(self.at).filter(|_| self.at < stop) {
            self.at += 1;
            match event {
                Event::Text(words) if range.start < start && start < range.end => {
                    // Where it is written otherwise than it was typed, all of it is the title's.
                    let rest = words.get(words.len().saturating_sub(range.end - start)..).unwrap_or(words);
                    self.prose.add(rest);
                    self.piece.text(rest);
                }
                _ if range.end <= start => {}
                _ => self.write(event, range),
            }
        }
    }

    fn read_callout(&self) -> Option<Callout<'a>> {
        let Some((Event::Start(Tag::Paragraph), paragraph)) = self.events.get(self.at) else { return None };
        let line = self.source.text.get(paragraph.clone())?.lines().next()?;
        let inside_brackets = line.strip_prefix("[!")?;
        let (named, rest) = inside_brackets.split_once(']')?;
        // What is behind a bar says how it is to look.
        let name = named.split('|').next().unwrap_or(named).trim();
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
        if name.is_empty() || !name.chars().all(is_name) || rest.starts_with(['(', '[', ':']) {
            return None;
        }
        let (fold, rest) = match rest.as_bytes().first() {
            Some(b'+') => (Some(true), &rest[1..]),
            Some(b'-') => (Some(false), &rest[1..]),
            _ => (None, rest),
        };
        // A backslash or two spaces at the line's end are a line break.
        let typed = rest.trim_end().trim_end_matches('\\').trim_end();
        let title = typed.trim_start();
        let end = paragraph.start + line.len() - (rest.len() - typed.len());
        let first = first_line(self.source, inside(self.events, self.at + 1))?;
        Some(Callout { name, fold, title: end - title.len(), end, len: first.len() })
    }
}
