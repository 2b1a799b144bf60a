//! Where an import's texts and files go, which addresses lead to them, and what they are when they arrive.

use super::front::{FrontAndBody, Languages, parted};
use super::keys::OurKeys;
use super::tally::Tally;
use super::tree::{ForeignTree, ending, folder, name};
use super::when::TextDay;
use crate::config::Config;
use crate::diag::{Checked, Diagnostic, Severity};
use crate::entry::{Visibility, parse, strip_date};
use crate::import::former_addresses::{FormerAddresses, OWN_PARTS};
use crate::import::{FreePaths, Imported, ImportedBytes, ImportedFile, ImportedKind, LeftOut, markdown_file};
use crate::links::url;
use crate::source::{Content, Hash, Source, Stamp};
use crate::text::slug::slug;
use serde_yaml::{Mapping, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A text on its way into the site.
#[derive(Clone, Debug)]
pub(super) struct ForeignText {
    /// Its path in its folder.
    pub(super) place: String,
    /// Where it goes.
    pub(super) path: String,
    pub(super) kind: ImportedKind,
    pub(super) keys: OurKeys,
    pub(super) body: String,
    /// The line of its file on which the body begins.
    pub(super) line: usize,
}

/// All that an import has found and given away so far.
pub(super) struct Filing<'a> {
    pub(super) tree: &'a ForeignTree,
    pub(super) config: &'a Config,
    pub(super) tally: Tally,
    paths: FreePaths,
    addresses: BTreeSet<String>,
    files: Vec<ImportedFile>,
    left_out: Vec<LeftOut>,
    /// The attachments by their paths in the folder, with their paths in the site.
    attached: BTreeMap<String, String>,
    /// The texts by the addresses and paths that they had, with their paths in the site.
    known: BTreeMap<String, String>,
    /// The folders of texts that lie with their files in one of their own, with the folders that they go to.
    bundles: Vec<(String, String)>,
}

/// Endings of texts, which are no attachments.
const TEXTS: [&str; 8] = ["md", "markdown", "mkdown", "mkdn", "mkd", "mdown", "textile", "txt"];

impl<'a> Filing<'a> {
    pub(super) fn new(tree: &'a ForeignTree, config: &'a Config) -> Self {
        Self {
            tree,
            config,
            tally: Tally::default(),
            paths: FreePaths::default(),
            addresses: BTreeSet::new(),
            files: Vec::new(),
            left_out: Vec::new(),
            attached: BTreeMap::new(),
            known: BTreeMap::new(),
            bundles: Vec::new(),
        }
    }

    /// A text of the folder in its parts; one whose front matter can't be read is named, and does not come.
    pub(super) fn parted(&mut self, path: &str, languages: Languages) -> Option<FrontAndBody> {
        let parts = parted(path, &self.tree.text(path)?, languages);
        parts.map_err(|why| self.leave_out(format!("`{}`", name(path)), path, why)).ok()
    }

    /// Names something that does not come along.
    pub(super) fn leave_out(&mut self, what: impl Into<String>, place: &str, why: impl Into<String>) {
        self.left_out.push(LeftOut { what: what.into(), place: place.to_owned(), why: why.into() });
    }

    /// The path of an entry; without a date, and so without a day, it has its name alone.
    pub(super) fn entry_path(&mut self, when: Option<&TextDay>, name: &str) -> String {
        let named = if name.trim().is_empty() { String::new() } else { slug(name) };
        let stem = match when {
            Some(when) if named.is_empty() || named == when.date.to_string() => when.date.to_string(),
            Some(when) => format!("{}-{named}", when.date),
            None if named.is_empty() => "untitled".to_owned(),
            None => named,
        };
        self.paths.take(&format!("content/journal/{stem}.md"))
    }

    /// The path of an entry that keeps its files beside it.
    pub(super) fn bundle_path(&mut self, when: Option<&TextDay>, name: &str, source: &str) -> String {
        let path = self.entry_path(when, name);
        let folder = path.trim_end_matches(".md").to_owned();
        self.bundles.push((source.to_owned(), folder.clone()));
        format!("{folder}/index.md")
    }

    /// The path of a page: that in its folder, part by part as in addresses.
    pub(super) fn page_path(&mut self, path: &str) -> String {
        let (above, stem) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let mut parts: Vec<String> = above.split('/').filter(|part| !part.is_empty()).map(slug).collect();
        if parts.is_empty() && matches!(stem, "index" | "_index") {
            return self.paths.take("content/_index.md");
        }
        let is_index = matches!(stem, "index" | "_index");
        if !is_index {
            parts.push(slug(stem));
        }
        if parts.first().is_some_and(|first| OWN_PARTS.contains(&first.as_str())) {
            parts.insert(0, "pages".to_owned());
        }
        let address = parts.join("/");
        let free = (1..u32::MAX).map(|n| if n == 1 { address.clone() } else { format!("{address}-{n}") });
        let free = free.into_iter().find(|address| self.addresses.insert(address.clone())).unwrap_or(address);
        self.paths.take(&format!("content/{free}{}.md", if is_index { "/index" } else { "" }))
    }

    /// Remembers that an address, or a path in the folder, was this text's.
    pub(super) fn remember(&mut self, address: &str, path: &str) {
        self.known.entry(normal(address)).or_insert_with(|| path.to_owned());
    }

    /// The text that an address or a path in the folder was.
    pub(super) fn text_at(&self, address: &str) -> Option<&str> {
        self.known.get(&normal(address)).map(String::as_str)
    }

    /// Whether an address is already that of a file of ours.
    pub(super) fn is_ours(&self, target: &str) -> bool {
        let path = url::decode(url::split(target).0).into_owned();
        path.starts_with("/content/") && self.paths.has(&path[1..])
    }

    /// Where a link or a picture of a text leads in the site; `None` where it stays as it is. `roots` are the folders that
    /// addresses from the root may mean.
    pub(super) fn target(&mut self, from: &str, target: &str, roots: &[&str]) -> Option<String> {
        if url::scheme(target).is_some() || target.starts_with("//") || target.starts_with('#') || target.is_empty() {
            return None;
        }
        let (path, fragment) = url::split(target);
        let path = url::decode(path).into_owned();
        // What named a text or a file was translated to this already.
        if self.is_ours(target) {
            return None;
        }
        let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
        let beside = (!path.starts_with('/')).then(|| url::resolve_dots(folder(from), &path)).flatten();
        let rooted = roots.iter().filter_map(|root| url::resolve_dots(root, path.trim_start_matches('/')));
        let all: Vec<String> = beside.into_iter().chain(rooted).collect();
        let found = all.iter().find_map(|path| self.known.get(&normal(path))).cloned();
        if let Some(text) = found.or_else(|| self.text_at(&path).map(str::to_owned)) {
            return Some(format!("/{}{fragment}", url::encode(&text)));
        }
        let file = all.into_iter().find(|path| self.tree.has(path) && !TEXTS.contains(&ending(path).as_str()))?;
        Some(format!("/{}{fragment}", url::encode(&self.attach(&file))))
    }

    /// Takes a file along that a text shows or links to; its path in the site.
    pub(super) fn attach(&mut self, file: &str) -> String {
        if let Some(path) = self.attached.get(file) {
            return path.clone();
        }
        let bundle = self.bundles.iter().find_map(|(source, to)| {
            let inside = file.strip_prefix(source.as_str())?.strip_prefix('/')?;
            Some((to.clone(), inside))
        });
        let (to, inside) = bundle.unwrap_or_else(|| ("content".to_owned(), without_root(file)));
        let mut parts: Vec<String> = inside.split('/').map(plain_part).collect();
        if to == "content" && parts.len() > 1 && OWN_PARTS.contains(&slug(&parts[0]).as_str()) {
            parts.insert(0, "files".to_owned());
        }
        let path = self.paths.take(&format!("{to}/{}", parts.join("/")));
        self.attached.insert(file.to_owned(), path.clone());
        path
    }

    /// Adds a file that is neither a text nor an attachment.
    pub(super) fn add(&mut self, file: ImportedFile) {
        self.files.push(file);
    }

    /// A path that no other file has.
    pub(super) fn free_path(&mut self, path: &str) -> String {
        self.paths.take(path)
    }

    /// The files of all texts and what came with them.
    pub(super) fn finish(mut self, texts: Vec<ForeignText>) -> Checked<Imported> {
        let addresses: Vec<String> = texts.iter().map(|text| address(&text.path)).collect();
        let mut former = FormerAddresses::beside(addresses.iter().map(String::as_str));
        let mut files = Vec::new();
        for text in texts {
            match self.file(text, &mut former) {
                Ok(file) => files.push(file),
                Err(left) => self.left_out.push(left),
            }
        }
        files.append(&mut self.files);
        for (file, path) in &self.attached {
            let Some(full) = self.tree.full(file) else { continue };
            files.push(ImportedFile {
                path: path.clone(),
                kind: ImportedKind::Attachment,
                place: file.clone(),
                bytes: ImportedBytes::CopyOf(full.clone()),
                kept_back: None,
            });
        }
        let (lost, warnings): (Vec<LeftOut>, Vec<Diagnostic>) = self.tally.told();
        self.left_out.extend(lost);
        Checked::new(Imported { files, left_out: self.left_out }, warnings)
    }

    /// A text's file; what it is and why it can't come, where we would not read what was made of it.
    fn file(&mut self, text: ForeignText, former: &mut FormerAddresses) -> Result<ImportedFile, LeftOut> {
        let mut front = front(&text.keys);
        let mut aliases = Vec::new();
        let own = address(&text.path);
        for alias in &text.keys.aliases {
            match path_of(alias).and_then(|path| former.take(path, &own)) {
                Ok(kept) => aliases.extend(kept.map(Value::from)),
                Err(why) => self.tally.lost(&format!("former address `{alias}`"), why, &text.place),
            }
        }
        front.insert("aliases".into(), Value::Sequence(aliases));
        front.extend(text.keys.others.clone());
        let written: Arc<str> = markdown_file(&front, &text.body).into();
        let content = Content::Text(written.clone());
        let source =
            Source { path: text.path.as_str().into(), hash: Hash::default(), content, stamp: Stamp::default() };
        let checked = parse(&source, &written, self.config);
        if let Some(problem) = checked.diagnostics.iter().find(|problem| problem.severity == Severity::Error) {
            return Err(LeftOut {
                what: format!("`{}`", name(&text.place)),
                place: text.place,
                why: format!("since comeback can't read what it says: {}", problem.message),
            });
        }
        Ok(ImportedFile {
            kept_back: text.keys.kept_back(self.config),
            path: text.path,
            kind: text.kind,
            place: text.place,
            bytes: ImportedBytes::Text(written.to_string()),
        })
    }
}

/// The front matter of a text in the order in which people write it, without aliases and what follows them.
fn front(keys: &OurKeys) -> Mapping {
    let text = |text: &Option<String>| text.as_deref().map_or(Value::Null, Value::from);
    let day = |day: Option<jiff::civil::Date>| day.map_or(Value::Null, |day| day.to_string().into());
    let tags = keys.tags.iter().map(|tag| Value::from(tag.as_str())).collect();
    let visibility = if keys.visibility == Visibility::Public { Value::Null } else { keys.visibility.word().into() };
    crate::import::front_matter([
        ("title", text(&keys.title)),
        ("date", keys.when.as_ref().map_or(Value::Null, |when| when.text.as_str().into())),
        ("updated", day(keys.updated)),
        ("publishDate", day(keys.not_before)),
        ("expires", day(keys.expires)),
        ("draft", if keys.draft { true.into() } else { Value::Null }),
        ("visibility", visibility),
        ("summary", text(&keys.summary)),
        ("image", text(&keys.image)),
        ("tags", Value::Sequence(tags)),
    ])
}

/// The path of a former address; why it has none.
fn path_of(alias: &str) -> Result<&str, &'static str> {
    let path = match url::scheme(alias) {
        Some("http" | "https") => alias.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])),
        Some(_) => None,
        None => Some(alias),
    };
    match path {
        None => Err("since it is an address of another host"),
        Some(path) if path.contains(':') => Err("since it is a pattern, and a folder of files answers to none"),
        Some(path) => Ok(path),
    }
}

/// An address or a path, so that all that leads to one text is one.
fn normal(address: &str) -> String {
    let path = url::decode(address.split(['#', '?']).next().unwrap_or(address)).to_lowercase();
    let path = path.trim_matches('/');
    let path = path.strip_suffix("index.html").or_else(|| path.strip_suffix(".html")).unwrap_or(path);
    path.trim_matches('/').to_owned()
}

/// The address of a file of ours.
fn address(path: &str) -> String {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    let inside = inside.trim_end_matches(".md").trim_end_matches("/index").trim_end_matches("_index");
    let (above, last) = inside.rsplit_once('/').unwrap_or(("", inside));
    let last = if above == "journal" { strip_date(last).map_or(last, |(_, rest)| rest) } else { last };
    let parts = above.split('/').chain([last]).filter(|part| !part.is_empty());
    parts.map(|part| format!("/{}", slug(part))).collect()
}

/// A file's path without the folders that stand for the root of a site.
fn without_root(file: &str) -> &str {
    let folders = ["static/", "content/", "source/"];
    folders.iter().find_map(|folder| file.strip_prefix(folder)).unwrap_or(file)
}

/// A part of a path as every disk and every site takes it.
fn plain_part(part: &str) -> String {
    let part: String = part.chars().filter(|c| !matches!(c, '\\' | ':') && !c.is_control()).collect();
    let part = part.trim_start_matches(['_', '.', ' ']).trim_end_matches([' ', '.']);
    if part.is_empty() { "file".to_owned() } else { part.to_owned() }
}
