//! What is told of links that lead nowhere, and what was probably meant.

use super::Known;
use crate::diag::Diagnostic;
use crate::entry::{Entry, strip_date};
use crate::links::url::encode;
use crate::markdown::Hole;
use crate::site::files::Kept;
use crate::site::target::{join, own_name, stem, way};
use crate::text::near::Names;
use crate::text::slug::slug;
use ahash::AHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

/// Names that were probably meant, ready to be compared with: a journal moved here from elsewhere may have thousands of
/// broken links, each of which asks all of them.
#[derive(Default)]
pub(super) struct Near<'a> {
    /// Texts and copied files, by path.
    pub(super) files: OnceLock<Names<&'a str>>,
    /// The same, the first of each by its own name without folders.
    pub(super) by_name: OnceLock<AHashMap<&'a str, &'a str>>,
    /// Copied files, by path.
    pub(super) copied: OnceLock<Names<&'a str>>,
    pub(super) addresses: OnceLock<Names<&'a str>>,
    /// What `[[name]]` may call a text.
    pub(super) called: OnceLock<Names<String>>,
}

impl<'a> Known<'a> {
    pub(super) fn names(&self) -> &BTreeMap<String, Vec<&'a str>> {
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

    /// Whether a name, or the last part of a path, is what a text may be called that is not published: neither its address
    /// nor its file's name belongs into a page.
    pub(super) fn calls_held(&self, typed: &str) -> bool {
        let names = self.held_names.get_or_init(|| {
            let never = self.files.kept.iter().filter(|(_, kept)| !matches!(kept, Kept::Beside(_)));
            let paths = self.held.iter().copied().chain(never.map(|(path, _)| &**path));
            let stems = paths.map(stem).flat_map(|stem| [Some(stem), strip_date(stem).map(|(_, rest)| rest)]);
            stems.flatten().map(slug).chain(self.kept_back.names.iter().cloned()).collect()
        });
        let name = own_name(typed.trim_end_matches('/'));
        // An editor's copy of a text has its name too: `run.md~`.
        let end = [".md", ".markdown", ".html", ".htm"].iter().filter_map(|ending| name.find(ending)).min();
        let name = &name[..end.unwrap_or(name.len())];
        let short = strip_date(name).map_or(name, |(_, rest)| rest);
        !name.is_empty() && [name, short].into_iter().any(|name| names.contains(&slug(name)))
    }

    pub(super) fn no_image(&self, from: &str, wanted: &str) -> Diagnostic {
        if let Some(kept) = self.files.kept.get(wanted) {
            let (why, hint) = match kept {
                Kept::Beside(_) => (
                    "lies beside a text that is not published, so it is not either",
                    "copy it beside this text".to_owned(),
                ),
                _ => ("is not published", kept.hint()),
            };
            return Diagnostic::warning("missing-image", format!("the image {wanted} {why}")).hint(hint);
        }
        let files = self.near.copied.get_or_init(|| Names::new(self.files.addresses.keys().map(|f| &**f)));
        let problem = Diagnostic::warning("missing-image", format!("the image {wanted} is missing"));
        match files.nearest(wanted).copied() {
            Some(near) if near.to_lowercase() == wanted.to_lowercase() => {
                problem.hint(format!("the file is called `{}`: capitals count", own_name(near)))
            }
            near => with_near(problem, near.map(|near| encode(&way(from, near))).as_deref(), ""),
        }
    }

    /// The problem of a link that leads nowhere; what it says may be written leads there from the file `from`.
    pub(super) fn broken(&self, from: &str, decoded: &str, file: Option<&str>, target: &str) -> Diagnostic {
        let diagnostic = Diagnostic::warning("broken-link", format!("`{target}` leads nowhere"));
        let files = || self.entries.keys().copied().chain(self.files.addresses.keys().map(|f| &**f));
        // The last one told stands, so the first of a name is told last.
        let by_name = || files().collect::<Vec<_>>().into_iter().rev().map(|file| (own_name(file), file)).collect();
        if decoded.starts_with("www.") && decoded[4..].contains('.') {
            return with_near(diagnostic, Some(target), "https://");
        }
        // As some systems write paths.
        let slashed = decoded.replace('\\', "/");
        let turned =
            join(from, &slashed).filter(|file| slashed != *decoded && self.entries.contains_key(file.as_str()));
        if let Some(file) = turned {
            return with_near(diagnostic, Some(&encode(&way(from, &file))), "");
        }
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
        let near = near.map(|near| if near.starts_with('/') { near.to_owned() } else { encode(&way(from, near)) });
        let near = near.or_else(|| self.by_stem(&slashed).map(|file| encode(&way(from, file))));
        with_near(diagnostic, near.as_deref(), "")
    }

    /// The only text that the last part of a path may mean, by its name without date and ending: addresses of a former site
    /// have other folders and endings.
    fn by_stem(&self, path: &str) -> Option<&'a str> {
        let path = path.trim_end_matches('/');
        let path = path.strip_suffix("/index.html").or_else(|| path.strip_suffix("/index.md")).unwrap_or(path);
        let name = own_name(path);
        let name = [".markdown", ".md", ".html", ".htm"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        let short = strip_date(name).map_or(name, |(_, rest)| rest);
        [name, short].into_iter().find_map(|name| match self.names().get(&slug(name))?.as_slice() {
            [only] => Some(*only),
            _ => None,
        })
    }
}

/// What of a link or image a problem is about: its address, or the part behind `#`. Where that can't be found in what was
/// typed, nothing is said to be written in its place.
pub(super) fn narrowed(
    entry: &Entry,
    range: &Range<usize>,
    hole: &Hole,
    problem: Diagnostic,
) -> (Range<usize>, Diagnostic) {
    let (Hole::Link { target, .. } | Hole::Image { target, .. }) = hole else { return (range.clone(), problem) };
    let typed = entry.text.get(range.clone()).unwrap_or_default();
    let stands = |at: &usize| typed[..*at].ends_with(['(', '<', '[', '"', '\'', ' ']);
    let found = typed.rmatch_indices(target.as_str()).map(|(at, _)| at).find(stands).filter(|_| !target.is_empty());
    let Some(at) = found.or_else(|| (typed == target).then_some(0)) else {
        return (range.clone(), problem.without_suggestions());
    };
    let start = range.start + at;
    let part = target.find('#').filter(|_| problem.code == "broken-anchor").unwrap_or(0);
    let name =
        target.find('#').filter(|_| problem.code != "broken-anchor" && typed.starts_with("[[")).unwrap_or(target.len());
    (start + part..start + name.max(part), problem)
}

pub(super) fn with_near(diagnostic: Diagnostic, near: Option<&str>, before: &str) -> Diagnostic {
    match near {
        Some(near) => diagnostic.hint(format!("did you mean `{before}{near}`?")),
        None => diagnostic,
    }
}

pub(super) fn not_published(target: &str) -> Diagnostic {
    let message = format!("`{target}` is not published, so the link leads to its own page");
    Diagnostic::warning("link-to-unpublished", message)
}
