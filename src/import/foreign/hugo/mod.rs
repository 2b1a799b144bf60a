//! A Hugo site: posts and pages, bundles, shortcodes.
//!
//! Invariant: what Hugo would not publish comes as a draft or private, or is named and does not come.

mod shortcodes;

use super::filing::{Filing, ForeignText};
use super::front::{Languages, toml, yaml};
use super::keys::{KeyRules, Meaning, OurKeys, text_of};
use super::links::rewritten;
use super::permalink::{Named, permalink};
use super::prose::without_indents;
use super::shown;
use super::tree::{ForeignTree, folder, is_html, is_markdown, name, stem};
use super::when::{TextDay, dated_name};
use crate::config::Config;
use crate::diag::Checked;
use crate::fields::Node;
use crate::import::{Imported, ImportedKind};
use crate::text::slug::slug;
use shortcodes::translated;

/// How Hugo writes front matter.
const RULES: KeyRules = KeyRules { meaning, tags: |text| vec![text.to_owned()] };

/// The folders that an address from the root may mean.
const ROOTS: [&str; 4] = ["static", "content", "assets", ""];

fn meaning(key: &str) -> Option<Meaning> {
    Some(match key {
        "title" => Meaning::Ours("title"),
        "categories" | "category" | "tag" => Meaning::Tag,
        "description" | "summary" => Meaning::Summary,
        "lastmod" | "modified" => Meaning::Updated,
        "images" | "featured_image" | "featuredimage" | "cover" | "thumbnail" => Meaning::Image,
        "url" | "slug" | "params" | "extra" | "taxonomies" => Meaning::Seen,
        // They keep texts back, and are judged with all else that does.
        "_build" | "build" | "headless" => Meaning::Seen,
        _ => return None,
    })
}

/// What the settings of a site say.
#[derive(Debug, Default)]
struct HugoSettings {
    base_url: String,
    /// Patterns of addresses by section.
    permalinks: Vec<(String, String)>,
    /// The folder of the texts, with a stroke; empty where they lie on top.
    content: &'static str,
}

/// Reads a site's folder.
#[must_use]
pub fn read(tree: &ForeignTree, config: &Config) -> Checked<Imported> {
    let settings = settings(tree);
    let mut filing = Filing::new(tree, config);
    let mut texts: Vec<ForeignText> = Vec::new();
    for path in tree.paths().filter(|path| path.starts_with(settings.content)) {
        if is_markdown(path) || is_html(path) {
            texts.extend(text(path, &settings, &mut filing));
        }
    }
    for text in &mut texts {
        text.body = body(text, &settings, &mut filing);
        let Some(typed) = text.keys.image.take() else { continue };
        text.keys.image = filing.target(&text.place, inside(&typed, &settings), &ROOTS);
        if text.keys.image.is_none() {
            filing.tally.lost(&format!("picture `{typed}`"), shown::NOT_THERE, &text.place);
        }
    }
    filing.finish(texts)
}

fn settings(tree: &ForeignTree) -> HugoSettings {
    let names = ["hugo", "config", "config/_default/hugo", "config/_default/config"];
    let read = |name: &str| {
        let yaml_of = |ending: &str| tree.text(&format!("{name}.{ending}")).and_then(|text| yaml(name, &text).ok());
        tree.text(&format!("{name}.toml"))
            .and_then(|text| toml(name, &text).ok())
            .or_else(|| yaml_of("yaml"))
            .or_else(|| yaml_of("yml"))
            .or_else(|| yaml_of("json"))
    };
    let pairs = names.iter().find_map(|name| read(name)).unwrap_or_default();
    let value = |name: &str| pairs.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let mut permalinks = Vec::new();
    if let Some(Node::Map(all)) = value("permalinks") {
        let page = all.iter().find(|(key, _)| key == "page").map(|(_, value)| value);
        let sections = if let Some(Node::Map(sections)) = page { sections } else { all };
        permalinks.extend(sections.iter().filter_map(|(key, value)| Some((key.clone(), text_of(value)?))));
    }
    let content = if tree.paths().any(|path| path.starts_with("content/")) { "content/" } else { "" };
    let base_url = value("baseURL").and_then(text_of).unwrap_or_default().trim_end_matches('/').to_owned();
    HugoSettings { base_url, permalinks, content }
}

/// A text with its keys and its path; `None` where it does not come, which is named then.
fn text(path: &str, settings: &HugoSettings, filing: &mut Filing<'_>) -> Option<ForeignText> {
    let parts = filing.parted(path, Languages::All)?;
    let inside = &path[settings.content.len()..];
    let own = stem(path);
    let is_list = own == "_index" || own.starts_with("_index.");
    if is_list && parts.body.trim().is_empty() {
        filing.leave_out(format!("`{inside}`"), path, "since it is a list without a text, and comeback makes its own");
        return None;
    }
    let is_bundle = own == "index" || own.starts_with("index.");
    let above = folder(inside);
    let named = match own.strip_prefix("index") {
        Some(language) if is_bundle && !above.is_empty() => format!("{}{language}", name(above)),
        _ => own.to_owned(),
    };
    let mut keys = OurKeys::read(&flat(&parts.pairs), RULES, filing.config, path, &mut filing.tally);
    let dated = dated_name(&named);
    keys.when = keys.when.or_else(|| dated.map(|(date, _)| TextDay::on(date)));
    let value = |name: &str| parts.pairs.iter().find(|(key, _)| key == name).and_then(|(_, value)| text_of(value));
    let rest = dated.map_or(named.as_str(), |(_, rest)| rest);
    let slugged = value("slug").unwrap_or_else(|| rest.to_owned());
    // Pages on top have a date too where a program wrote their front matter.
    let on_top = if is_bundle { !above.contains('/') } else { above.is_empty() };
    let is_entry = keys.when.is_some() && !is_list && (!on_top || dated.is_some());
    let to = if !is_entry {
        filing.page_path(inside)
    } else if is_bundle {
        filing.bundle_path(keys.when.as_ref(), &slugged, folder(path))
    } else {
        filing.entry_path(keys.when.as_ref(), &slugged)
    };
    let section = above.split('/').next().unwrap_or_default();
    let in_section = if is_bundle { folder(above) } else { above };
    let title = keys.title.as_deref().map(slug).unwrap_or_default();
    let named =
        Named { when: keys.when.as_ref(), title: &value("slug").unwrap_or(title), name: &named, above: in_section };
    let pattern = settings.permalinks.iter().find(|(name, _)| name == section).map(|(_, pattern)| pattern.as_str());
    let last = value("slug").unwrap_or_else(|| slug(named.name));
    let by_folder = || permalink("/:sections/", named).map(|above| format!("{above}{last}/"));
    let former = match value("url") {
        Some(url) => Some(url),
        None if is_list => Some(format!("/{above}/")),
        None => pattern.map_or_else(by_folder, |pattern| permalink(pattern, named)),
    };
    remember(path, inside, &to, filing);
    if let Some(former) = former {
        filing.remember(&former, &to);
        keys.aliases.push(former);
    }
    for alias in keys.aliases.iter_mut().filter(|alias| !alias.starts_with('/') && !alias.contains("://")) {
        *alias = format!("/{in_section}/{alias}");
    }
    let kind = if is_entry { ImportedKind::Entry } else { ImportedKind::Page };
    let body = if is_html(path) { without_indents(&parts.body) } else { parts.body };
    Some(ForeignText { place: path.to_owned(), path: to, kind, keys, body, line: parts.line })
}

/// The pairs with those of a site's own mappings beside the others.
fn flat(pairs: &[(String, Node)]) -> Vec<(String, Node)> {
    let mut all = pairs.to_vec();
    for (key, value) in pairs {
        if let (true, Node::Map(inner)) = (matches!(key.as_str(), "params" | "extra" | "taxonomies"), value) {
            all.extend(inner.iter().filter(|(key, _)| pairs.iter().all(|(own, _)| own != key)).cloned());
        }
    }
    all
}

/// Remembers all names that links and `ref` may call a text by.
fn remember(path: &str, inside: &str, to: &str, filing: &mut Filing<'_>) {
    let without_ending = |path: &str| path.rsplit_once('.').map_or(path.to_owned(), |(stem, _)| stem.to_owned());
    for name in [path.to_owned(), without_ending(path), inside.to_owned(), without_ending(inside)] {
        filing.remember(&name, to);
    }
    for index in ["/index", "/_index"] {
        if let Some(folder) = without_ending(inside).strip_suffix(index) {
            filing.remember(folder, to);
            filing.remember(name(folder), to);
        }
    }
    filing.remember(name(inside), to);
    filing.remember(stem(inside), to);
}

/// The text with shortcodes as ours, and links as they are here.
fn body(text: &ForeignText, settings: &HugoSettings, filing: &mut Filing<'_>) -> String {
    let body = translated(text, filing);
    rewritten(&body, |target| {
        let target = inside(target, settings);
        let found = filing.target(&text.place, target, &ROOTS);
        if found.is_none() {
            shown::tell_missing(target, &text.place, filing);
        }
        found
    })
}

/// An address without the site's own host before it.
fn inside<'t>(target: &'t str, settings: &HugoSettings) -> &'t str {
    let here = if settings.base_url.is_empty() { None } else { target.strip_prefix(&settings.base_url) };
    match here {
        Some("") => "/",
        Some(rest) if rest.starts_with('/') => rest,
        _ => target,
    }
}
