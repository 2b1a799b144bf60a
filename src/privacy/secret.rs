//! What a site keeps private, and where it stands.

use super::front_parts;
use super::public::of_lines;
use crate::comments;
use crate::config::{Config, PrivateField};
use crate::entry::{self, Entry, ReadLine, ReadLog};
use crate::markdown::{Hole, opens_aside};
use crate::site::{Route, Site, linked_file};
use crate::source::{Content, Hash, Source, Sources};
use ahash::{AHashMap, AHashSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A text that must not be in any output.
#[derive(Debug)]
pub(super) struct Secret {
    /// The file.
    pub(super) path: Arc<str>,
    /// The file's text.
    pub(super) text: Arc<str>,
    /// The hash of the file's bytes.
    pub(super) hash: Hash,
    /// What of it is private, in order.
    pub(super) parts: Vec<(PrivatePart, Range<usize>)>,
    /// The addresses that it would have.
    pub(super) addresses: Vec<String>,
    /// What it is, for messages.
    pub(super) what: &'static str,
    /// The files that it links to or shows, and the folder that is its own, by their paths.
    links: Vec<String>,
}

/// What a part of a private text is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum PrivatePart {
    /// Text.
    Prose,
    /// A value of a text that is private as a whole.
    Value,
    /// A value of a private field.
    Field,
}

/// A file that belongs to a private text and to no public one.
#[derive(Clone, Debug)]
pub(super) struct PrivateFile {
    /// The number of the text.
    pub(super) secret: usize,
    /// Its path from the site's root.
    pub(super) path: Arc<str>,
    /// Where it is on the disk.
    pub(super) file: Arc<Path>,
    /// How many bytes it has.
    pub(super) length: u64,
}

/// Files with fewer bytes may be alike by chance.
const FEWEST_BYTES: u64 = 12;

/// The keys of private fields.
const FIELDS: [&str; 4] = ["provider", "cost", "medication", "body_weight"];

/// A published text, and what of it is private.
type OfEntry = (Arc<Entry>, Vec<Arc<Secret>>);

/// The private texts of a site, as they were read the last time.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    /// Those of files that are private as a whole.
    whole: AHashMap<Arc<str>, Arc<Secret>>,
    /// Those of published texts, each of which may have several.
    parts: AHashMap<Arc<str>, OfEntry>,
    /// Those of logs, by their hash and which of their lines anybody may see.
    logs: AHashMap<Arc<str>, (Hash, Option<Arc<Secret>>)>,
}

impl Secrets {
    /// All that a site keeps private, file by file; what did not change is not read again.
    pub(super) fn update(&mut self, site: &Site, sources: &Sources) -> Vec<Arc<Secret>> {
        let mut before = std::mem::take(self);
        let mut all = Vec::new();
        let held = &site.journal.held;
        let scheduled: Vec<Arc<str>> = held.scheduled.iter().map(|(path, _)| path.clone()).collect();
        let lists: [(&[Arc<str>], &str); 9] = [
            (&held.private, "a private entry"),
            (&held.drafts, "a draft"),
            (&scheduled, "a scheduled entry"),
            (&held.expired, "an expired entry"),
            (&held.broken, "a file with errors"),
            (&held.copies, "a copy of a text"),
            (site.held_comments(), "a comment that is not approved"),
            (site.lost_comments(), "a comment on what is not published"),
            (site.broken_comments(), "a comment with errors"),
        ];
        for (path, what) in lists.into_iter().flat_map(|(paths, what)| paths.iter().map(move |path| (path, what))) {
            let Some(source) = sources.files.get(path) else { continue };
            let old = before.whole.remove(path).filter(|old| old.hash == source.hash && old.what == what);
            let Some(secret) = old.or_else(|| whole(source, what, &site.config).map(Arc::new)) else { continue };
            self.whole.insert(path.clone(), secret.clone());
            all.push(secret);
        }
        // A page with several days shows all of it, or is private as a whole.
        for (file, lines) in site.journal.logs.files.iter().filter(|(file, _)| entry::is_log(&file.path)) {
            let hash = of_lines(file, lines);
            let old = before.logs.remove(&file.path).filter(|(old, _)| *old == hash);
            let secret = old.map_or_else(|| of_log(file, lines).map(Arc::new), |(_, secret)| secret);
            all.extend(secret.clone());
            self.logs.insert(file.path.clone(), (hash, secret));
        }
        for entry in published(site) {
            let old = before.parts.remove(&entry.path).filter(|(old, _)| Arc::ptr_eq(old, entry));
            let secrets = old.map_or_else(|| of_published(entry).map(Arc::new).collect(), |(_, secrets)| secrets);
            all.extend(secrets.iter().cloned());
            self.parts.insert(entry.path.clone(), (entry.clone(), secrets));
        }
        all
    }
}

/// The files that belong to private texts and to nothing that is published.
pub(super) fn files(secrets: &[Arc<Secret>], site: &Site, sources: &Sources) -> Vec<PrivateFile> {
    let mut files = Vec::new();
    if secrets.iter().all(|secret| secret.links.is_empty()) {
        return files;
    }
    // `[[scan.pdf]]` means the file of that name wherever it lies.
    let mut names: AHashMap<&str, Vec<&Source>> = AHashMap::new();
    for source in sources.below("content/").filter(|source| matches!(source.content, Content::File(_))) {
        names.entry(source.path.rsplit('/').next().unwrap_or_default()).or_default().push(source);
    }
    for (secret, text) in secrets.iter().enumerate() {
        // What lies beside an `index.md` is its own.
        let beside = text.links.iter().filter(|link| link.ends_with('/')).flat_map(|folder| sources.below(folder));
        let named = |link: &String| names.get(link.rsplit('/').next().unwrap_or_default()).cloned().unwrap_or_default();
        let linked = text
            .links
            .iter()
            .flat_map(|link| sources.files.get(link.as_str()).map_or_else(|| named(link), |source| vec![source]));
        let mut own: Vec<&Source> = beside.chain(linked).collect();
        own.sort_by(|a, b| a.path.cmp(&b.path));
        own.dedup_by(|a, b| a.path == b.path);
        files.extend(own.into_iter().filter_map(|source| {
            let (path, length) = (source.path.clone(), source.stamp.len);
            let Content::File(file) = &source.content else { return None };
            (length >= FEWEST_BYTES).then(|| PrivateFile { secret, path, file: file.clone(), length })
        }));
    }
    if files.is_empty() {
        return files;
    }
    let of_route = |route: &'_ Route| match route {
        Route::File(file, _) | Route::Linked(file, _) => Some(file.clone()),
        Route::Photo(print, _) => Some(print.file.clone()),
        _ => None,
    };
    let shown: AHashSet<Arc<Path>> = site.routes.values().filter_map(of_route).collect();
    files.retain(|file| !shown.contains(Path::new(&*file.path)));
    files
}

/// The texts that are published.
pub(super) fn published(site: &Site) -> impl Iterator<Item = &Arc<Entry>> {
    let journal = &site.journal;
    journal.items.iter().map(|item| &item.entry).chain(&journal.pages).chain(&journal.home)
}

impl Secret {
    fn new(source: &Source, what: &'static str) -> Option<Self> {
        let Content::Text(text) = &source.content else { return None };
        let (path, text) = (source.path.clone(), text.clone());
        Some(Self { path, text, hash: source.hash, parts: Vec::new(), addresses: Vec::new(), what, links: Vec::new() })
    }

    /// Adds the values and remarks of front matter, or of a file that is nothing else.
    fn add_values(&mut self, range: Range<usize>) {
        for part in front_parts::parts(&self.text[range.clone()]) {
            let (sort, inside) = match part {
                front_parts::FrontPart::Value(key, inside) => {
                    let of_field = FIELDS.iter().any(|field| field.eq_ignore_ascii_case(key));
                    (if of_field { PrivatePart::Field } else { PrivatePart::Value }, inside)
                }
                front_parts::FrontPart::Remark(inside) => (PrivatePart::Prose, inside),
            };
            self.parts.push((sort, range.start + inside.start..range.start + inside.end));
        }
    }
}

/// A text of which nothing is to be seen.
fn whole(source: &Source, what: &'static str, config: &Config) -> Option<Secret> {
    let mut secret = Secret::new(source, what)?;
    if comments::is_comment(&source.path) {
        secret.add_values(0..secret.text.len());
        return Some(secret);
    }
    let unread = || Entry {
        path: secret.path.clone(),
        text: secret.text.clone(),
        text_start: entry::text_start(&secret.path, &secret.text),
        ..Entry::default()
    };
    let entry = entry::parse(source, &secret.text, config).value.unwrap_or_else(unread);
    let body = entry.text_start;
    secret.add_values(0..body);
    secret.parts.push((PrivatePart::Prose, body..secret.text.len()));
    let address = entry.address();
    secret.addresses = address.long.iter().chain([&address.short]).cloned().collect();
    let folder = source.path.strip_suffix("index.md").filter(|folder| folder.ends_with('/'));
    let target = |(_, hole): &(usize, Hole)| match hole {
        Hole::Link { target, .. } | Hole::Image { target, .. } => linked_file(&source.path, target),
        _ => None,
    };
    let image = entry.image.iter().filter_map(|(image, _)| linked_file(&source.path, image));
    let linked = entry.body.holes.iter().filter_map(target).chain(image);
    secret.links = folder.map(str::to_owned).into_iter().chain(linked).collect();
    Some(secret)
}

/// What a log keeps to itself: remarks, private fields, and all lines but those that anybody may see.
fn of_log(file: &ReadLog, lines: &[usize]) -> Option<Secret> {
    let public: AHashMap<usize, &ReadLine> =
        lines.iter().filter_map(|index| file.lines.get(*index)).map(|line| (line.range.start, line)).collect();
    let mut parts = Vec::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        match public.get(&start) {
            Some(line) => {
                let field = |(_, inside): (PrivateField, Range<usize>)| start + inside.start..start + inside.end;
                parts.extend(line.entry.hidden().into_iter().map(|hidden| (PrivatePart::Field, field(hidden))));
            }
            None => {
                let own = entry::line_own_words(&file.text[range.clone()]).into_iter();
                parts.extend(own.map(|own| (PrivatePart::Value, start + own.start..start + own.end)));
            }
        }
        let remark = entry::line_remark(&file.text[range]).1;
        parts.extend(remark.map(|inside| (PrivatePart::Prose, start + inside.start..start + inside.end)));
        start += line.len();
    }
    (!parts.is_empty()).then(|| Secret {
        path: file.path.clone(),
        text: file.text.clone(),
        hash: file.hash,
        parts,
        addresses: Vec::new(),
        what: "a remark or a private line of a log",
        links: Vec::new(),
    })
}

/// What a published text keeps to itself: its private fields, its notes for a later day, and what its writer says aside.
fn of_published(entry: &Entry) -> impl Iterator<Item = Secret> {
    let secret = |what, parts: Vec<(PrivatePart, Range<usize>)>| Secret {
        path: entry.path.clone(),
        text: entry.text.clone(),
        hash: entry.hash,
        parts,
        addresses: Vec::new(),
        what,
        links: Vec::new(),
    };
    let field = move |(field, range): (PrivateField, Range<usize>)| {
        let what = match field {
            PrivateField::Cost => "a treatment's cost",
            PrivateField::Provider => "a treatment's provider",
            PrivateField::BodyWeight => "a body weight",
            PrivateField::Medication => "a medication",
        };
        let value = |part: front_parts::FrontPart<'_>| match part {
            front_parts::FrontPart::Value(_, inside) => {
                (PrivatePart::Field, range.start + inside.start..range.start + inside.end)
            }
            front_parts::FrontPart::Remark(inside) => {
                (PrivatePart::Prose, range.start + inside.start..range.start + inside.end)
            }
        };
        // It may be a list of several.
        secret(what, front_parts::parts(&entry.text[range.clone()]).into_iter().map(value).collect())
    };
    // Its day is no secret: any page may have it.
    let texts = |range: Range<usize>| {
        let parts = front_parts::parts(&entry.text[range.clone()]).into_iter();
        parts.filter_map(move |part| match part {
            front_parts::FrontPart::Value(key, inside) if key.eq_ignore_ascii_case("text") => {
                Some((PrivatePart::Value, range.start + inside.start..range.start + inside.end))
            }
            _ => None,
        })
    };
    let reminders = secret("a reminder", entry.reminders_written().into_iter().flat_map(texts).collect());
    let remarks = remarks(entry).into_iter().chain(asides(entry)).map(|range| (PrivatePart::Prose, range)).collect();
    let remarks = secret("a remark", remarks);
    entry.hidden().into_iter().map(field).chain([reminders, remarks]).filter(|secret| !secret.parts.is_empty())
}

/// What stands after a `#` in a text's front matter.
pub(super) fn remarks(entry: &Entry) -> Vec<Range<usize>> {
    let front = &entry.text[..entry.text_start];
    if !front.contains('#') {
        return Vec::new();
    }
    let remark = |part| match part {
        front_parts::FrontPart::Remark(range) => Some(range),
        front_parts::FrontPart::Value(..) => None,
    };
    front_parts::parts(front).into_iter().filter_map(remark).collect()
}

/// What may be an aside of a text's writer, between `<!--` and `-->` or between `%%` and `%%`: what of it the page shows, as in
/// an example of code, is public.
pub(super) fn asides(entry: &Entry) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let text = &entry.text;
    let mut at = entry.text_start;
    while let Some((inside, close)) = opening(text, at) {
        let length = text[inside..].find(close).unwrap_or(text.len() - inside);
        found.push(inside..inside + length);
        at = (inside + length + close.len()).min(text.len());
    }
    found
}

/// Where the next aside begins, after its sign, and what ends it; text that is shown is none, as `\%%` and `100%%.` are.
fn opening(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let next = |sign: &'static str, close: &'static str| {
        let mut at = from;
        loop {
            at += text[at..].find(sign)?;
            if opens_aside(text, at) {
                return Some((at + sign.len(), close));
            }
            at += 1;
        }
    };
    next("<!--", "-->").into_iter().chain(next("%%", "%%")).min()
}
