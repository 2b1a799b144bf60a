//! Looks for private words in everything that a build makes.
//!
//! No stage hands private texts on to pages; this is the second look, at the finished bytes, by somebody who trusts none of
//! them. What is looked for are words that can tell where they come from: six letters and more, in a private source and in
//! no public one. A word that was found is no leak if the page has it too when it is made without the private sources: then
//! it is one of the interface's, or the theme's.
//!
//! Invariant: reads finished outputs and changes none; nothing is done for a site that keeps nothing private.

mod secret;
mod words;

use crate::diag::{Diagnostic, Place};
use crate::entry::{self, Entry};
use crate::journal;
use crate::photo::Photos;
use crate::render::{self, Press};
use crate::site::{self, Parts, Route, Site};
use crate::source::{Content, Source, Sources};
use secret::{Secret, secrets};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use words::Words;

/// A search for the private words of a site in its outputs.
#[derive(Debug)]
pub struct Search {
    secrets: Vec<Secret>,
    words: Words,
    /// Of each word by its number: the secret that has it first, by its number, and where.
    places: Vec<(usize, Range<usize>)>,
    /// What was found, by the number of the word.
    found: Mutex<BTreeMap<usize, Found>>,
}

/// Where a word was found.
#[derive(Debug)]
struct Found {
    /// The first output that has it, by path.
    path: String,
    /// Whether that is a copy of a file of the site.
    copied: bool,
    /// How many outputs have it.
    n: usize,
}

/// Letters of a private word that messages show: enough to find it at its place, too few to give it away.
const SHOWN: usize = 3;

/// The fewest bytes of a word that is believed in what is no text: in a gigabyte of pictures, any shorter one may stand by
/// chance.
const FEWEST_IN_BYTES: usize = 8;

impl Search {
    /// A search for what the site keeps private; `None` where that is nothing.
    #[must_use]
    pub fn of(site: &Site, sources: &Sources) -> Option<Self> {
        let secrets = secrets(site, sources);
        let (mut words, mut places) = (Words::default(), Vec::new());
        for (number, secret) in secrets.iter().enumerate() {
            let start = secret.range.start;
            words::each(&secret.text.as_bytes()[secret.range.clone()], false, |at, word| {
                if words.add(word).is_some() {
                    places.push((number, start + at..start + at + word.len()));
                }
            });
        }
        (words.len() > 0).then(|| Self { secrets, words, places, found: Mutex::default() })
    }

    /// How many words it looks for.
    #[must_use]
    pub fn n_words(&self) -> usize {
        self.words.len()
    }

    /// Looks at an output that was made, and at its path.
    pub fn made(&self, path: &str, bytes: &[u8]) {
        let is_text = std::str::from_utf8(bytes).is_ok();
        self.look(path, false, [(path.as_bytes(), true, false), (bytes, is_text, path.ends_with(".json"))]);
    }

    /// Looks at an output that is a copy of a file of the site. A copied text is a public source itself, and so is the name of
    /// a file in `static/`; a picture may hold more than its owner knows, and a file beside entries may belong to a private one.
    pub fn copied(&self, path: &str, file: &Path, bytes: &[u8]) {
        let name: &[u8] = if file.starts_with("content") { path.as_bytes() } else { &[] };
        let bytes = if std::str::from_utf8(bytes).is_ok() { &[] } else { bytes };
        self.look(path, true, [(name, true, false), (bytes, false, false)]);
    }

    /// Each part is bytes, whether they are text, and whether that is escaped.
    fn look(&self, path: &str, copied: bool, parts: [(&[u8], bool, bool); 2]) {
        let mut numbers = BTreeSet::new();
        for (bytes, is_text, escaped) in parts {
            words::each(bytes, escaped, |_, word| {
                if is_text || word.len() >= FEWEST_IN_BYTES {
                    numbers.extend(self.words.number(word));
                }
            });
        }
        if numbers.is_empty() {
            return;
        }
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        for number in numbers {
            match found.get_mut(&number) {
                None => {
                    found.insert(number, Found { path: path.to_owned(), copied, n: 1 });
                }
                Some(known) => {
                    known.n += 1;
                    if path < known.path.as_str() {
                        (known.path, known.copied) = (path.to_owned(), copied);
                    }
                }
            }
        }
    }

    /// What was found that no public source has, as errors.
    #[must_use]
    pub fn leaks(self, press: Press<'_>, sources: &Sources) -> Vec<Diagnostic> {
        let mut found = std::mem::take(&mut *self.found.lock().unwrap_or_else(PoisonError::into_inner));
        if found.is_empty() {
            return Vec::new();
        }
        for entry in published(press.site) {
            for part in public_parts(entry) {
                self.strike_out(&mut found, part.as_bytes(), false);
            }
        }
        self.strike_out_what_pages_say_anyway(&mut found, press, sources);
        found.into_iter().map(|(number, found)| self.leak(number, &found)).collect()
    }

    /// Takes out the words that some bytes have.
    fn strike_out(&self, found: &mut BTreeMap<usize, Found>, bytes: &[u8], escaped: bool) {
        words::each(bytes, escaped, |_, word| {
            if let Some(number) = self.words.number(word) {
                found.remove(&number);
            }
        });
    }

    /// Takes out the words that a page has too where it is made without the private sources.
    fn strike_out_what_pages_say_anyway(
        &self,
        found: &mut BTreeMap<usize, Found>,
        press: Press<'_>,
        sources: &Sources,
    ) {
        let made: BTreeSet<String> = found.values().filter(|f| !f.copied).map(|f| f.path.clone()).collect();
        if made.is_empty() {
            return;
        }
        let site = without_secrets(press, sources);
        let parts = Parts::of(&site);
        let press = Press { site: &site, parts: &parts, ..press };
        let common = render::common(&site);
        let mut buffer = Vec::new();
        for (address, route) in site.routes.iter().filter(|(_, route)| !matches!(route, Route::File(..))) {
            let path = render::output_path(address);
            let still_wanted = || found.values().any(|f| f.path == path);
            if made.contains(&path)
                && still_wanted()
                && render::make(press, &common, address, route, &mut buffer).is_ok()
            {
                self.strike_out(found, path.as_bytes(), false);
                self.strike_out(found, &buffer, path.ends_with(".json"));
            }
        }
    }

    fn leak(&self, number: usize, found: &Found) -> Diagnostic {
        let (secret, range) = &self.places[number];
        let secret = &self.secrets[*secret];
        let word = &secret.text[range.clone()];
        let shown: String = word.chars().take(SHOWN).collect();
        let more = match found.n {
            1 => String::new(),
            n => format!(", and so have {} more", n - 1),
        };
        let message = format!(
            "{} has a word of {} that no public text has: `{shown}…`, {} letters{more}",
            found.path,
            secret.what,
            word.chars().count()
        );
        let hint = if found.copied {
            "keep the file out of the site, or beside the text that is private"
        } else {
            "nothing is written while it is there; where the word may be known, write it in a text that is public"
        };
        let place = Place::new(&secret.path, &secret.text, range.clone()).without_excerpt();
        Diagnostic::error("private-text", message).at(place).hint(hint)
    }
}

/// The texts that are published.
fn published(site: &Site) -> impl Iterator<Item = &Arc<Entry>> {
    let journal = &site.journal;
    journal.items.iter().map(|item| &item.entry).chain(&journal.pages).chain(&journal.home)
}

/// A text without what its private fields hold.
fn public_parts(entry: &Entry) -> Vec<&str> {
    let mut hidden: Vec<Range<usize>> = entry.hidden().into_iter().map(|(_, range)| range).collect();
    hidden.sort_by_key(|range| range.start);
    let mut parts = Vec::with_capacity(hidden.len() + 1);
    let mut done = 0;
    for range in hidden {
        parts.extend(entry.text.get(done..range.start));
        done = done.max(range.end);
    }
    parts.extend(entry.text.get(done..));
    parts
}

/// The site as it would be if nothing private had ever been written.
fn without_secrets(press: Press<'_>, sources: &Sources) -> Site {
    let config = &press.site.config;
    let bare = |entry: &Arc<Entry>| -> Option<Arc<Entry>> {
        if entry.hidden().is_empty() {
            return Some(entry.clone());
        }
        let source = sources.files.get(&entry.path)?;
        let text: Arc<str> = blanked(entry).into();
        let source = Source { content: Content::Text(text.clone()), ..source.clone() };
        entry::parse(&source, &text, config).value.map(Arc::new)
    };
    let entries: Vec<Arc<Entry>> = published(press.site).filter_map(bare).collect();
    let journal = journal::assemble(&entries, config).value;
    let (comments, theme) = (press.site.comments_shown(), press.theme);
    // Without its photos a page has the same words.
    site::plan(journal, comments, sources, &Photos::default(), &theme.assets, &theme.language, config).value
}

/// A text with spaces in place of what its private fields hold.
fn blanked(entry: &Entry) -> String {
    let hidden = entry.hidden();
    let blank = |(at, c): (usize, char)| {
        let keep = c == '\n' || !hidden.iter().any(|(_, range)| range.contains(&at));
        if keep { c } else { ' ' }
    };
    entry.text.char_indices().map(blank).collect()
}
