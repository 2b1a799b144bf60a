//! Where the links and images of texts lead, checked.

use super::Route;
use super::address::Addresses;
pub(super) use super::address::encode;
use super::comments::Comments;
use super::target::{decode, from_address, join, own_name, path_and_fragment, split, stem};
use crate::diag::{Diagnostic, Lines, Place};
use crate::entry::Entry;
use crate::journal::Journal;
use crate::markdown::Hole;
use crate::photo::{Looked, Photos};
use crate::text::near::{Names, nearest};
use crate::text::shorten;
use crate::text::slug::slug;
use ahash::AHashMap;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// The resolved targets of a file's holes, by the hole's position in the body; `None` for holes that are no links.
pub(super) type Targets = Vec<Option<String>>;

/// All that links can lead to.
pub(super) struct Known<'a> {
    routes: &'a BTreeMap<Arc<str>, Route>,
    addresses: &'a Addresses,
    files: &'a BTreeMap<Arc<str>, String>,
    /// What the pictures among all files are.
    photos: &'a Photos,
    /// The published texts by file.
    entries: BTreeMap<&'a str, &'a Entry>,
    /// Files that are there and not published.
    held: BTreeSet<&'a str>,
    /// What mistyped links are compared with, made when the first such link is met.
    near: Near<'a>,
    /// Files by the names that `[[name]]` may call them, made when the first such link is met.
    names: OnceLock<BTreeMap<String, Vec<&'a str>>>,
    /// Files by their address, made when the first link by address is met.
    by_address: OnceLock<BTreeMap<&'a str, &'a str>>,
    /// Files that are copied by their address, made when the first image by address is met.
    files_by_address: OnceLock<BTreeMap<&'a str, &'a str>>,
    /// Ids on pages that we make ourselves.
    lessons: BTreeSet<&'a str>,
    /// What stands below texts.
    comments: &'a Comments,
}

/// Names that were probably meant, ready to be compared with: a journal moved here from elsewhere may have thousands of
/// broken links, each of which asks all of them.
#[derive(Default)]
struct Near<'a> {
    /// Texts and copied files, by path.
    files: OnceLock<Names<&'a str>>,
    /// The same, the first of each by its own name without folders.
    by_name: OnceLock<AHashMap<&'a str, &'a str>>,
    /// Copied files, by path.
    copied: OnceLock<Names<&'a str>>,
    addresses: OnceLock<Names<&'a str>>,
    /// What `[[name]]` may call a text.
    called: OnceLock<Names<String>>,
}

impl<'a> Known<'a> {
    pub(super) fn new(
        journal: &'a Journal,
        routes: &'a BTreeMap<Arc<str>, Route>,
        addresses: &'a Addresses,
        files: &'a BTreeMap<Arc<str>, String>,
        comments: &'a Comments,
        photos: &'a Photos,
    ) -> Self {
        let texts = journal.items.iter().map(|i| &i.entry).chain(&journal.pages);
        let entries = texts.map(|entry| (&*entry.path, &**entry)).collect();
        let (names, by_address) = (OnceLock::new(), OnceLock::new());
        let lessons = journal.lessons.all.iter().map(|l| l.id.as_str()).collect();
        let (held, near) = (journal.held.paths().collect(), Near::default());
        Self {
            routes,
            addresses,
            files,
            photos,
            entries,
            held,
            near,
            names,
            by_address,
            files_by_address: OnceLock::new(),
            lessons,
            comments,
        }
    }

    fn names(&self) -> &BTreeMap<String, Vec<&'a str>> {
        self.names.get_or_init(|| {
            let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for (path, entry) in &self.entries {
                let address = self.addresses.get(*path).map(|a| &**a).unwrap_or_default();
                let mut own: BTreeSet<String> = BTreeSet::new();
                own.extend(address.trim_end_matches('/').rsplit('/').next().map(str::to_owned));
                own.insert(slug(&entry.title));
                own.insert(slug(stem(path)));
                for name in own {
                    names.entry(name).or_default().push(path);
                }
            }
            names
        })
    }

    fn by_address(&self) -> &BTreeMap<&'a str, &'a str> {
        self.by_address.get_or_init(|| {
            let of = |path: &&'a str| Some((&**self.addresses.get(*path)?, *path));
            self.entries.keys().filter_map(of).collect()
        })
    }

    /// The address of a file, empty where it has none.
    fn address_of(&self, path: &str) -> String {
        self.addresses.get(path).map(ToString::to_string).unwrap_or_default()
    }

    /// Resolves all links and images of a text; what leads nowhere is given once more, as it stands in the page.
    pub(super) fn resolve(&self, entry: &Entry, diagnostics: &mut Vec<Diagnostic>) -> (Targets, Vec<String>) {
        let lines = OnceCell::new();
        let mut told = Vec::new();
        let resolve = |(_, hole): &(usize, Hole)| {
            let (found, range) = match hole {
                Hole::Link { target, wiki: true, range } => (self.wiki(target), range),
                Hole::Link { target, range, .. } => (self.link(entry, target), range),
                Hole::Image { target, range, .. } => (self.image(entry, target), range),
                Hole::Chart { .. } | Hole::Lesson { .. } | Hole::LessonEnd | Hole::Words(_) => return None,
            };
            Some(found.unwrap_or_else(|(instead, diagnostic)| {
                let lines = lines.get_or_init(|| Lines::of(&entry.text));
                diagnostics.push(diagnostic.at(Place::in_lines(&entry.path, &entry.text, lines, range.clone())));
                told.push(instead.clone());
                instead
            }))
        };
        (entry.body.holes.iter().map(resolve).collect(), told)
    }

    /// A link by path, to a file or to an address; the error holds what stands in the page instead.
    fn link(&self, entry: &Entry, target: &str) -> Result<String, (String, Diagnostic)> {
        let (path, fragment) = split(target);
        let own = self.address_of(&entry.path);
        if path.is_empty() {
            return self.with_fragment(own, Some(entry), fragment, target);
        }
        let decoded = decode(path);
        let file = join(&entry.path, &decoded);
        if let Some(refused) = file.as_deref().and_then(|f| self.refused(f)) {
            return Err(refused);
        }
        if let Some(found) = file.as_deref().and_then(|f| self.file(f)) {
            return found.map_or_else(
                || Err((own.clone(), not_published(target))),
                |(address, entry)| self.with_fragment(address, entry, fragment, target),
            );
        }
        let address = if decoded.starts_with('/') { decoded.clone() } else { from_address(&own, &decoded) };
        if let Some((address, entry)) = self.address(&address) {
            return self.with_fragment(address, entry, fragment, target);
        }
        Err((path_and_fragment(path, fragment), self.broken(&decoded, file.as_deref(), target)))
    }

    /// A text or another file by its path in the site; `Some(None)` where it is there and not published.
    #[expect(clippy::option_option, reason = "found or not, and if found, published or not")]
    fn file(&self, path: &str) -> Option<Option<(String, Option<&Entry>)>> {
        let index = format!("{path}/index.md");
        for path in [path, index.as_str()] {
            if let Some(entry) = self.entries.get(path) {
                return Some(self.addresses.get(path).map(|a| (a.to_string(), Some(*entry))));
            }
            if self.held.contains(path) {
                return Some(None);
            }
        }
        self.files.get(path).map(|address| Some((encode(address), None)))
    }

    /// A page or file by its address, with or without its last slash.
    fn address(&self, address: &str) -> Option<(String, Option<&Entry>)> {
        let with_slash = format!("{address}/");
        let found = [address, with_slash.as_str()].into_iter().find(|a| self.routes.contains_key::<str>(a))?;
        let file = self.by_address().get(found);
        Some((encode(found), file.and_then(|f| self.entries.get(*f)).copied()))
    }

    fn with_fragment(
        &self,
        address: String,
        entry: Option<&Entry>,
        fragment: Option<&str>,
        target: &str,
    ) -> Result<String, (String, Diagnostic)> {
        let Some(fragment) = fragment.filter(|f| !f.is_empty()) else { return Ok(address) };
        let id = decode(fragment);
        let whole = path_and_fragment(&address, Some(fragment));
        let ids: Vec<String> = match entry {
            Some(entry) => ids(entry).into_iter().chain(self.comments.ids(entry)).collect(),
            None if address == "/lessons/" => self.lessons.iter().map(|l| (*l).to_owned()).collect(),
            // Pages that we make ourselves have ids that writers rarely link to; the finished page is their oracle.
            None => return Ok(whole),
        };
        if ids.contains(&id) {
            return Ok(whole);
        }
        let message = format!("`{target}` leads to a place that the page does not have: #{id}");
        let diagnostic = Diagnostic::warning("broken-anchor", message);
        Err((whole, with_near(diagnostic, nearest(&id, ids.iter().map(String::as_str)), "#")))
    }

    fn wiki(&self, target: &str) -> Result<String, (String, Diagnostic)> {
        let (name, fragment) = split(target);
        let found = self.names().get(&slug(&decode(name))).map(Vec::as_slice).unwrap_or_default();
        if let [path] = found {
            let address = self.address_of(path);
            return self.with_fragment(address, self.entries.get(path).copied(), fragment, target);
        }
        let diagnostic = if found.is_empty() {
            let called = self.near.called.get_or_init(|| Names::new(self.names().keys().cloned()));
            let near = called.nearest(&slug(name)).map(String::as_str);
            with_near(Diagnostic::warning("broken-link", format!("no entry is called [[{name}]]")), near, "")
        } else {
            let message = format!("several entries are called [[{name}]]: {}", found.join(", "));
            Diagnostic::warning("broken-link", message).hint("write the path of the file that is meant")
        };
        Err((String::new(), diagnostic))
    }

    /// An image by path or by address; the error holds what stands in the page instead.
    fn image(&self, entry: &Entry, target: &str) -> Result<String, (String, Diagnostic)> {
        let (path, _) = split(target);
        let decoded = decode(path);
        // Writers' own HTML may name it as browsers do, from the page's address.
        let own = self.address_of(&entry.path);
        let by_address = if decoded.starts_with('/') { decoded.clone() } else { from_address(&own, &decoded) };
        let by_path = join(&entry.path, &decoded);
        let file = by_path.as_deref().filter(|f| self.files.contains_key(*f)).or_else(|| self.file_at(&by_address));
        if let Some((file, address)) = file.and_then(|f| Some((f, self.files.get(f)?))) {
            return self.refused(file).map_or_else(|| Ok(encode(address)), Err);
        }
        if self.routes.contains_key(by_address.as_str()) {
            return Ok(encode(&by_address));
        }
        Err((String::new(), self.no_image(&by_path.unwrap_or(decoded))))
    }

    /// The file that would be copied to an address.
    fn file_at(&self, address: &str) -> Option<&'a str> {
        let all = || self.files.iter().map(|(file, address)| (address.as_str(), &**file)).collect();
        self.files_by_address.get_or_init(all).get(address).copied()
    }

    /// A picture that can't be published, with what stands in its place and why.
    fn refused(&self, file: &str) -> Option<(String, Diagnostic)> {
        let Looked::Refused(refusal) = self.photos.pictures.get(file)? else { return None };
        Some((self.files.get(file).map(|address| encode(address)).unwrap_or_default(), refusal.problem(file)))
    }

    fn no_image(&self, wanted: &str) -> Diagnostic {
        if self.photos.pictures.contains_key(wanted) {
            let why = "lies beside a text that is not published, so it is not either";
            let problem = Diagnostic::warning("missing-image", format!("the image {wanted} {why}"));
            return problem.hint("copy it beside this text");
        }
        let files = self.near.copied.get_or_init(|| Names::new(self.files.keys().map(|f| &**f)));
        let problem = Diagnostic::warning("missing-image", format!("the image {wanted} is missing"));
        match files.nearest(wanted).copied() {
            Some(near) if near.to_lowercase() == wanted.to_lowercase() => {
                problem.hint(format!("the file is called `{}`: capitals count", own_name(near)))
            }
            near => with_near(problem, near, ""),
        }
    }

    /// The address of the picture that a text's front matter names, if it names one that is there.
    pub(super) fn picture(&self, entry: &Entry, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
        let (typed, range) = entry.image.as_ref()?;
        let place = || Place::new(&entry.path, &entry.text, range.clone());
        if typed.contains("://") || typed.starts_with("//") || typed.starts_with("data:") {
            // Every list would ask another site for it.
            let message = format!("`image` is a file of this site, found `{}`", shorten(typed, 60));
            let hint = "put it beside the entry or into static/, and write its path";
            diagnostics.push(Diagnostic::warning("missing-image", message).at(place()).hint(hint));
            return None;
        }
        match self.image(entry, typed) {
            Ok(address) => Some(address),
            Err((instead, diagnostic)) => {
                diagnostics.push(diagnostic.at(place()));
                Some(instead).filter(|instead| !instead.is_empty())
            }
        }
    }

    fn broken(&self, decoded: &str, file: Option<&str>, target: &str) -> Diagnostic {
        let diagnostic = Diagnostic::warning("broken-link", format!("`{target}` leads nowhere"));
        let files = || self.entries.keys().copied().chain(self.files.keys().map(|f| &**f));
        // The last one told stands, so the first of a name is told last.
        let by_name = || files().collect::<Vec<_>>().into_iter().rev().map(|file| (own_name(file), file)).collect();
        let near = match file.filter(|_| !decoded.starts_with('/')) {
            // Most mistakes are in the file's own name: compare whole paths first, then names anywhere.
            Some(file) => self
                .near
                .files
                .get_or_init(|| Names::new(files()))
                .nearest(file)
                .copied()
                .or_else(|| self.near.by_name.get_or_init(by_name).get(own_name(file)).copied()),
            None => self
                .near
                .addresses
                .get_or_init(|| Names::new(self.routes.keys().map(|a| &**a)))
                .nearest(decoded)
                .copied(),
        };
        with_near(diagnostic, near, "")
    }
}

fn with_near(diagnostic: Diagnostic, near: Option<&str>, before: &str) -> Diagnostic {
    match near {
        Some(near) => diagnostic.hint(format!("did you mean `{before}{near}`?")),
        None => diagnostic,
    }
}

fn not_published(target: &str) -> Diagnostic {
    let message = format!("`{target}` is not published, so the link leads to its own page");
    Diagnostic::warning("link-to-unpublished", message)
}

/// The ids that a text's page has.
fn ids(entry: &Entry) -> Vec<String> {
    let marks = entry.body.holes.iter().filter_map(|(_, hole)| match hole {
        Hole::Lesson { id, .. } => Some(format!("lesson-{id}")),
        _ => None,
    });
    let headings = entry.body.headings.iter().map(|h| h.id.clone());
    headings.chain(entry.body.anchors.iter().cloned()).chain(marks).collect()
}
