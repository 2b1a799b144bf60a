//! What a site says in public, as far as it is also wanted: that is no leak anywhere.

use super::finder::Finder;
use super::secret::{asides, published, remarks};
use super::wanted::Wanted;
use super::words::Reader;
use crate::entry::{self, Entry, ReadLine, ReadLog};
use crate::render::Press;
use crate::source::{Content, Hash, Sources};
use crate::theme;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The public texts, and what of them is wanted; kept from build to build, so that an edit costs the text that it is in.
#[derive(Debug, Default)]
pub(super) struct Public {
    texts: BTreeMap<Arc<str>, Hash>,
    /// A public text that has it, for each thing that is wanted.
    said_by: Vec<Option<Arc<str>>>,
}

/// A public text.
struct PublicText<'a> {
    path: Arc<str>,
    hash: Hash,
    content: Say<'a>,
}

/// What a public text says.
enum Say<'a> {
    Entry(&'a Entry),
    Log(&'a ReadLog, &'a [usize]),
    Text(&'a str),
}

impl Public {
    /// Whether something wanted is said in public.
    pub(super) fn says(&self, number: u32) -> bool {
        self.said_by.get(number as usize).is_some_and(Option::is_some)
    }

    /// Reads the public texts that are new, and forgets those that are gone; tells whether anything is said no more.
    pub(super) fn update(&mut self, wanted: &Wanted, press: Press<'_>, sources: &Sources) -> bool {
        let texts = texts(press, sources);
        self.said_by.resize(wanted.finds.len(), None);
        let now: BTreeMap<Arc<str>, Hash> = texts.iter().map(|text| (text.path.clone(), text.hash)).collect();
        let before = std::mem::replace(&mut self.texts, now);
        let mut lost = Vec::new();
        for (number, by) in self.said_by.iter_mut().enumerate() {
            if by.as_ref().is_some_and(|path| before.get(path) != self.texts.get(path)) {
                *by = None;
                lost.push(number);
            }
        }
        let (kept, new): (Vec<_>, Vec<_>) =
            texts.into_iter().partition(|text| before.get(&text.path) == Some(&text.hash));
        self.read(wanted, &new);
        if lost.iter().any(|number| self.said_by[*number].is_none()) {
            self.read(wanted, &kept);
        }
        lost.into_iter().any(|number| self.said_by[number].is_none())
    }

    fn read(&mut self, wanted: &Wanted, texts: &[PublicText<'_>]) {
        for text in texts {
            let mut read = |part: &str| {
                let mut finder = Finder::new(wanted);
                Reader::default().read::<true>(part.as_bytes(), |word| {
                    finder.take(word, |number| {
                        self.said_by[number as usize].get_or_insert_with(|| text.path.clone());
                    });
                });
            };
            match text.content {
                Say::Text(text) => read(text),
                Say::Entry(entry) => each_public_part(entry, read),
                Say::Log(file, lines) => {
                    lines
                        .iter()
                        .filter_map(|index| file.lines.get(*index))
                        .for_each(|line| said_in_line(line, &mut read));
                }
            }
        }
    }
}

/// All public texts of a site: its entries and pages, what readers wrote, the settings, the theme.
fn texts<'a>(press: Press<'a>, sources: &'a Sources) -> Vec<PublicText<'a>> {
    let site = press.site;
    let entries = published(site).map(|entry| PublicText {
        path: entry.path.clone(),
        hash: entry.hash,
        content: Say::Entry(entry),
    });
    let logs = site.journal.logs.files.iter().filter(|(file, _)| entry::is_log(&file.path));
    let logs = logs.map(|(file, lines)| PublicText {
        path: file.path.clone(),
        hash: of_lines(file, lines),
        content: Say::Log(file, lines),
    });
    let comments = site.shown_comments().map(|comment| PublicText {
        path: comment.path.clone(),
        hash: comment.hash,
        content: Say::Text(&comment.html),
    });
    let themes = sources.below("themes/").filter_map(|source| match &source.content {
        Content::Text(text) | Content::Linked(text) => {
            Some(PublicText { path: source.path.clone(), hash: source.hash, content: Say::Text(text) })
        }
        Content::File(_) => None,
    });
    let builtin = theme::builtin_files().filter_map(|(path, bytes)| {
        let content = Say::Text(std::str::from_utf8(bytes).ok()?);
        Some(PublicText { path: path.into(), hash: Hash::default(), content })
    });
    let settings = PublicText {
        path: "site.toml".into(),
        hash: *blake3::hash(press.settings.as_bytes()).as_bytes(),
        content: Say::Text(press.settings),
    };
    entries.chain(logs).chain(comments).chain(themes).chain(builtin).chain([settings]).collect()
}

/// The hash of a log, and of which of its lines anybody may see: that changes with the day.
pub(super) fn of_lines(file: &ReadLog, lines: &[usize]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&file.hash);
    lines.iter().for_each(|line| _ = hasher.update(&line.to_le_bytes()));
    *hasher.finalize().as_bytes()
}

/// What a public line of a log says: all of it but its private fields and its remark, which a line's own text has too.
fn said_in_line(line: &ReadLine, read: &mut impl FnMut(&str)) {
    let (said, _) = entry::line_remark(&line.entry.text);
    let mut hidden: Vec<Range<usize>> = line.entry.hidden().into_iter().map(|(_, range)| range).collect();
    hidden.sort_by_key(|range| range.start);
    let mut done = 0;
    for range in hidden {
        read(said.get(done..range.start).unwrap_or_default());
        done = done.max(range.end);
    }
    read(said.get(done..).unwrap_or_default());
}

/// What a published text says: all of it but its private fields, reminders, remarks and asides; where it has asides, what of it is shown.
fn each_public_part(entry: &Entry, mut read: impl FnMut(&str)) {
    let mut hidden: Vec<Range<usize>> = entry.hidden().into_iter().map(|(_, range)| range).collect();
    hidden.extend(entry.reminders_written());
    hidden.extend(remarks(entry));
    let asides = asides(entry);
    let shown = if asides.is_empty() { "" } else { &entry.body.html };
    hidden.extend(asides);
    hidden.sort_by_key(|range| range.start);
    let mut done = 0;
    for range in hidden {
        read(entry.text.get(done..range.start).unwrap_or_default());
        done = done.max(range.end);
    }
    read(entry.text.get(done..).unwrap_or_default());
    read(shown);
    for address in entry.address().long.iter().chain([&entry.address().short]) {
        read(address);
    }
}
