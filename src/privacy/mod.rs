//! Looks for what a site keeps private in everything that a build writes and in what lies in the output beside it.
//!
//! No stage hands private texts on to pages; this is the second look, at the finished bytes, by somebody who trusts none of
//! them. `secret.rs` says what is private, `wanted.rs` makes of it what is looked for, `words.rs` reads words of any bytes and
//! `finder.rs` finds it among them, `public.rs` knows what is said in public too, and `leaks.rs` tells what was found. What a page says as well when it is made
//! without the private texts is no leak: it is the interface's or the theme's.
//!
//! Invariant: reads finished outputs and changes none; nothing is done for a site that keeps nothing private.

mod file_search;
mod finder;
mod front_parts;
mod leaks;
mod public;
mod secret;
mod wanted;
mod words;

pub use file_search::FileSearch;
pub use leaks::MakeMore;

use crate::render::Press;
use crate::site::Record;
use crate::source::Sources;
use ahash::AHashSet;
use finder::Finder;
use public::Public;
use rayon::prelude::*;
use secret::{PrivateFile, Secrets};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use wanted::Wanted;
use words::Reader;

/// What the searches of one run leave for the next one.
#[derive(Debug, Default)]
pub struct SearchMemory {
    secrets: Secrets,
    wanted: Wanted,
    public: Public,
    /// Whether the outputs that stand there were looked at and found clean.
    clean: bool,
}

/// A search for what a site keeps private in its outputs.
#[derive(Debug)]
pub struct Search<'a> {
    wanted: &'a Wanted,
    public: &'a Public,
    /// The files of private texts.
    files: Vec<PrivateFile>,
    again: Again,
    found: Mutex<Vec<OutputFind>>,
}

/// Which outputs of the build before have to be looked at again.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Again {
    /// None: nothing is looked for that was not looked for then.
    Nothing,
    /// Copied files: they may say what has become private since. A page that was not made again can't.
    Copies,
    /// All: what a page was made from has become private.
    Everything,
}

/// What an output is made from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum From {
    /// Made by the site.
    Site,
    /// A copy of a file of the writer's.
    Copy,
    /// A copy of a file that a public text links to or shows.
    Linked,
    /// What lies in the output and is of no build that is known.
    Nobody,
}

/// What was found in an output.
#[derive(Debug)]
struct OutputFind {
    path: String,
    from: From,
    what: What,
}

impl OutputFind {
    /// The number of the private text's file that a public text links to as well.
    fn public_file(&self) -> Option<usize> {
        match self.what {
            What::File(number) if self.from == From::Linked => Some(number),
            _ => None,
        }
    }
}

#[derive(Debug)]
enum What {
    /// Things that are wanted, by their numbers.
    Words(Vec<u32>),
    /// A file of a private text, byte for byte, by its number.
    File(usize),
    /// Its path is below the address of a private text, by the text's number.
    Address(usize),
}

impl SearchMemory {
    /// A search for what the site keeps private; `None` where that is nothing.
    pub fn search(&mut self, press: Press<'_>, sources: &Sources) -> Option<Search<'_>> {
        let clean = std::mem::replace(&mut self.clean, false);
        let secrets = self.secrets.update(press.site, sources);
        let same = secrets.len() == self.wanted.secrets.len()
            && secrets.iter().zip(&self.wanted.secrets).all(|(new, old)| Arc::ptr_eq(new, old));
        let mut again = Again::Nothing;
        if !same {
            let known: AHashSet<(&str, &str)> = self.wanted.secrets.iter().map(|old| (&*old.path, old.what)).collect();
            let all_known = secrets.iter().all(|new| known.contains(&(&*new.path, new.what)));
            again = if all_known { Again::Copies } else { Again::Everything };
            (self.wanted, self.public) = (Wanted::of(secrets), Public::default());
        }
        if self.wanted.secrets.is_empty() {
            self.clean = true;
            return None;
        }
        if self.public.update(&self.wanted, press, sources) {
            again = again.max(Again::Copies);
        }
        let again = if clean { again } else { Again::Everything };
        let files = secret::files(&self.wanted.secrets, press.site, sources);
        Some(Search { wanted: &self.wanted, public: &self.public, files, again, found: Mutex::default() })
    }

    /// Takes note that nothing was found, and that the outputs were published.
    pub fn found_nothing(&mut self) {
        self.clean = true;
    }
}

impl Search<'_> {
    /// How many private texts it looks for.
    #[must_use]
    pub fn n_texts(&self) -> usize {
        self.wanted.secrets.len()
    }

    /// Which outputs of the build before have to be looked at again.
    #[must_use]
    pub fn again(&self) -> Again {
        self.again
    }

    /// Looks at an output that the site made, and at its path. What it made of no text is a picture, whose words are looked
    /// at before they are drawn.
    pub fn made(&self, path: &str, bytes: &[u8]) {
        self.says(path, &[path, std::str::from_utf8(bytes).unwrap_or_default()]);
    }

    /// Looks at the texts that the index of the site's search is made of.
    pub fn records(&self, records: &[Record]) {
        records
            .par_iter()
            .for_each(|record| self.says(&leaks::record_name(record), &record.texts().collect::<Vec<_>>()));
    }

    fn says(&self, name: &str, texts: &[&str]) {
        let mut numbers = Vec::new();
        for text in texts {
            let mut finder = Finder::new(self.wanted);
            Reader::default().read::<true>(text.as_bytes(), |word| finder.take(word, |number| numbers.push(number)));
        }
        self.tell(name, From::Site, numbers);
    }

    /// Looks at an output of which the path alone says anything.
    pub fn named(&self, path: &str) {
        self.reading(path, From::Copy).end();
    }

    /// Looks at what lies in the output and is of no build that is known: whether its path is that of a private text. The
    /// address must not be another text's by now.
    pub fn lies_at_private_address(&self, path: &str, is_taken: impl Fn(&str) -> bool) {
        let whole = format!("/{}", path.strip_prefix("cards/").unwrap_or(path));
        for (number, secret) in self.wanted.secrets.iter().enumerate() {
            let is_below = |address: &&String| {
                let stem = address.trim_end_matches('/');
                let rest = whole.strip_prefix(stem).filter(|_| !stem.is_empty());
                rest.is_some_and(|rest| rest.starts_with(['/', '.'])) && !is_taken(address)
            };
            if secret.addresses.iter().any(|address| is_below(&address)) {
                self.lock().push(OutputFind { path: path.to_owned(), from: From::Nobody, what: What::Address(number) });
            }
        }
    }

    /// Looks at a file whose bytes come in parts, and at its path.
    #[must_use]
    pub fn reading(&self, path: &str, from: From) -> FileSearch<'_> {
        FileSearch::new(self, path, from)
    }

    /// The files of private texts that have so many bytes, each with its number.
    pub fn files(&self, length: u64) -> impl Iterator<Item = (usize, &Path)> {
        let files = self.files.iter().enumerate();
        files.filter(move |(_, file)| file.length == length).map(|(number, file)| (number, &*file.file))
    }

    /// Takes note that an output is a file of a private text, byte for byte.
    pub fn is_file(&self, path: &str, from: From, number: usize) {
        self.lock().push(OutputFind { path: path.to_owned(), from, what: What::File(number) });
    }

    /// Takes note of what was found, as far as no public text says it.
    fn tell(&self, path: &str, from: From, mut numbers: Vec<u32>) {
        numbers.retain(|number| !self.public.says(*number));
        if !numbers.is_empty() {
            numbers.sort_unstable();
            numbers.dedup();
            self.lock().push(OutputFind { path: path.to_owned(), from, what: What::Words(numbers) });
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<OutputFind>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
