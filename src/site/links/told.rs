//! What is told of links that lead nowhere, and what was probably meant.

use super::Known;
use crate::diag::Diagnostic;
use crate::entry::strip_date;
use crate::site::files::Kept;
use crate::site::target::{own_name, stem};
use crate::text::near::Names;
use crate::text::slug::slug;
use ahash::AHashMap;
use std::collections::{BTreeMap, BTreeSet};
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

    pub(super) fn no_image(&self, wanted: &str) -> Diagnostic {
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
            near => with_near(problem, near, ""),
        }
    }

    pub(super) fn broken(&self, decoded: &str, file: Option<&str>, target: &str) -> Diagnostic {
        let diagnostic = Diagnostic::warning("broken-link", format!("`{target}` leads nowhere"));
        let files = || self.entries.keys().copied().chain(self.files.addresses.keys().map(|f| &**f));
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
