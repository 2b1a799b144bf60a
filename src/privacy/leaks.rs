//! What was found, told without telling it.

use super::finder::Finder;
use super::secret::{Secret, asides, published};
use super::wanted::{Find, FindKind};
use super::words::Reader;
use super::{From, OutputFind, Search, What};
use crate::diag::{Diagnostic, Place};
use crate::entry::{self, Entry, ReadLog};
use crate::journal;
use crate::photo::Photos;
use crate::render::{self, Press};
use crate::site::{self, ReaderContext, Record, Route, Site};
use crate::source::{Content, Source, Sources};
use ahash::AHashSet;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, PoisonError};

/// Letters of a private word that messages show, at most: enough to find it at its place, too few to give it away.
const SHOWN: usize = 3;

/// How many pages are made again to see whether something is said anyway: what the interface says stands on all of them.
const PAGES: usize = 8;

/// Makes texts that are no page of a site.
pub type MakeMore<'a> = &'a dyn Fn(Press<'_>) -> Vec<(String, Vec<u8>)>;

/// What was found of one private text.
#[derive(Debug, Default)]
struct Leak<'a> {
    /// The numbers of the finds, each with the first output that has it and what that is made from.
    numbers: BTreeMap<u32, (&'a str, From)>,
    outputs: BTreeSet<&'a str>,
}

impl Search<'_> {
    /// What was found that no public text and no page says anyway, as errors.
    #[must_use]
    pub fn leaks(self, press: Press<'_>, sources: &Sources) -> Vec<Diagnostic> {
        self.leaks_in(press, sources, &|_| Vec::new())
    }

    /// The same where texts that are no page of the site were looked at too: `more` makes these of a site, each with what it
    /// is called.
    #[must_use]
    pub fn leaks_in(self, press: Press<'_>, sources: &Sources, more: MakeMore<'_>) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        if found.is_empty() {
            return Vec::new();
        }
        found.sort_by(|a, b| a.path.cmp(&b.path));
        let said = said_anyway(&found, self.wanted, press, sources, more);
        let mut leaks: BTreeMap<usize, Leak<'_>> = BTreeMap::new();
        let mut diagnostics = Vec::new();
        let public: AHashSet<usize> = found.iter().filter_map(OutputFind::public_file).collect();
        for OutputFind { path, from, what } in &found {
            match what {
                What::Words(numbers) => {
                    for number in numbers.iter().filter(|number| *from != From::Site || !said.contains(number)) {
                        let leak = leaks.entry(self.wanted.finds[*number as usize].secret).or_default();
                        leak.numbers.entry(*number).or_insert((path, *from));
                        leak.outputs.insert(path);
                    }
                }
                What::File(number) if public.contains(number) => {}
                What::File(number) => {
                    let file = &self.files[*number];
                    let secret = &self.wanted.secrets[file.secret];
                    let message = format!("{path} is {} byte for byte, which belongs to {}", file.path, secret.what);
                    diagnostics.push(error(message, *from, secret, 0..0));
                }
                What::Address(number) => {
                    let secret = &self.wanted.secrets[*number];
                    let message = format!("{path} lies at the address of {}", secret.what);
                    diagnostics.push(error(message, *from, secret, 0..0));
                }
            }
        }
        let finds = &self.wanted.finds;
        diagnostics.extend(leaks.into_values().filter_map(|leak| {
            let numbers = leak.numbers.into_iter().map(|(number, output)| (&finds[number as usize], output));
            let by_place = |(find, _): &(&Find, _)| (find.kind == FindKind::Address, find.range.start);
            let (find, (path, from)) = numbers.min_by_key(by_place)?;
            let secret = &self.wanted.secrets[find.secret];
            let more = match leak.outputs.len() {
                1 => String::new(),
                n => format!(", and so have {} more", n - 1),
            };
            let message =
                format!("{path} has {} that no public text has{}{more}", named(find, secret), shown(find, secret));
            Some(error(message, from, secret, find.range.clone()))
        }));
        diagnostics
    }
}

/// What was found, in words.
fn named(find: &Find, secret: &Secret) -> String {
    let what = secret.what;
    match find.kind {
        FindKind::Word => format!("a word of {what}"),
        FindKind::Words(n) => format!("{n} words in a row of {what}"),
        FindKind::Number(n) => format!("a number of {n} digits of {what}"),
        FindKind::Address => format!("the address of {what}"),
    }
}

/// As much of it as helps to find it.
fn shown(find: &Find, secret: &Secret) -> String {
    let text = &secret.text[find.range.clone()];
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    let start: String = text.chars().take(SHOWN.min(letters / 2)).collect();
    let start = start.trim_end();
    match find.kind {
        FindKind::Word => format!(": `{start}…`, {letters} letters"),
        FindKind::Words(_) => format!(": `{start}…`"),
        FindKind::Number(_) | FindKind::Address => String::new(),
    }
}

fn error(message: String, from: From, secret: &Secret, range: Range<usize>) -> Diagnostic {
    let hint = match from {
        From::Site => "nothing is written while it is there; where it may be known, write it in a text that is public",
        From::Copy | From::Linked => {
            "keep the file out of the site; where what it says may be known, write it in a text that is public"
        }
        From::Nobody => "no build is known to have made the file: `comeback build --remove-strays` removes it",
    };
    let place = Place::new(&secret.path, &secret.text, range).without_excerpt();
    Diagnostic::error("private-text", message).at(place).hint(hint)
}

/// What messages call a part of the search's index.
pub(super) fn record_name(record: &Record) -> String {
    format!("the search's index of {}", record.address)
}

/// The numbers of what pages have too where they are made without the private texts: all of the first ones that have it.
fn said_anyway(
    found: &[OutputFind],
    wanted: &super::Wanted,
    press: Press<'_>,
    sources: &Sources,
    more: MakeMore<'_>,
) -> AHashSet<u32> {
    let mut pages: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for OutputFind { path, from, what } in found {
        if let (What::Words(numbers), From::Site) = (what, from) {
            for number in numbers {
                let pages = pages.entry(*number).or_default();
                if pages.len() < PAGES {
                    pages.push(path);
                }
            }
        }
    }
    let wanted_pages: BTreeSet<&str> = pages.values().flatten().copied().collect();
    if wanted_pages.is_empty() {
        return AHashSet::new();
    }
    let site = without_secrets(press, sources);
    let reading = ReaderContext::default();
    let press = Press { site: &site, reading: &reading, ..press };
    let common = render::common(&site);
    let mut says: BTreeMap<&str, AHashSet<u32>> = BTreeMap::new();
    let mut read = |path, texts: &[&[u8]]| {
        let numbers: &mut AHashSet<u32> = says.entry(path).or_default();
        for text in texts {
            let mut finder = Finder::new(wanted);
            Reader::default().read::<true>(text, |word| finder.take(word, |number| _ = numbers.insert(number)));
        }
    };
    let mut buffer = Vec::new();
    for (address, route) in &site.routes {
        let path = render::output_path(address);
        let Some(path) = wanted_pages.get(path.as_str()) else { continue };
        match route {
            Route::Card(card) => read(path, &[path.as_bytes(), site.card_text(*card).as_bytes()]),
            Route::File(..) | Route::Photo(..) => {}
            route => {
                if render::make(press, &common, address, route, &mut buffer).is_ok() {
                    read(path, &[path.as_bytes(), &buffer]);
                }
            }
        }
    }
    for record in site.records() {
        if let Some(name) = wanted_pages.get(record_name(&record).as_str()) {
            read(name, &record.texts().map(str::as_bytes).collect::<Vec<_>>());
        }
    }
    for (name, text) in more(press) {
        if let Some(name) = wanted_pages.get(name.as_str()) {
            read(name, &[name.as_bytes(), &text]);
        }
    }
    let is_said = |(number, pages): (u32, Vec<&str>)| {
        let says = |path: &str| says.get(path).is_some_and(|numbers| numbers.contains(&number));
        pages.into_iter().all(says).then_some(number)
    };
    pages.into_iter().filter_map(is_said).collect()
}

/// The site as it would be if nothing private had ever been written.
fn without_secrets(press: Press<'_>, sources: &Sources) -> Site {
    let config = &press.site.config;
    let bare = |entry: &Arc<Entry>| -> Option<Arc<Entry>> {
        let mut private: Vec<Range<usize>> = entry.hidden().into_iter().map(|(_, range)| range).collect();
        private.extend(asides(entry));
        if private.is_empty() {
            return Some(entry.clone());
        }
        let source = sources.files.get(&entry.path)?;
        let text: Arc<str> = blanked(entry, &private).into();
        let source = Source { content: Content::Text(text.clone()), ..source.clone() };
        entry::parse(&source, &text, config).value.map(Arc::new)
    };
    let entries: Vec<Arc<Entry>> = published(press.site).filter_map(bare).collect();
    let journal = journal::assemble(&entries, &public_logs(press.site), config).value;
    let (comments, theme) = (press.site.comments_shown(), press.theme);
    // Without its photos a page has the same words.
    site::plan(journal, comments, sources, &Photos::default(), &theme.assets, &theme.language, config).value
}

/// The logs with the lines that anybody may see, and nothing else.
fn public_logs(site: &Site) -> Vec<Arc<ReadLog>> {
    let public = |(file, lines): &(Arc<ReadLog>, Vec<usize>)| {
        let lines = lines.iter().filter_map(|index| file.lines.get(*index)).cloned().collect();
        Arc::new(ReadLog { lines, remarks: Vec::new(), private: false, ..(**file).clone() })
    };
    site.journal.logs.files.iter().map(public).collect()
}

/// A text with spaces in place of some of its parts.
fn blanked(entry: &Entry, private: &[Range<usize>]) -> String {
    let blank = |(at, c): (usize, char)| {
        let keep = c == '\n' || !private.iter().any(|range| range.contains(&at));
        if keep { c } else { ' ' }
    };
    entry.text.char_indices().map(blank).collect()
}
