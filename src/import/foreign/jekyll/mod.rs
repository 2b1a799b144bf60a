//! A Jekyll blog: posts, drafts, pages and collections, Liquid, and Staticman's comments.
//!
//! Invariant: what Jekyll would not publish comes as a draft, or is named and does not come.

mod comments;
mod liquid;

use super::filing::{Filing, ForeignText};
use super::front::{FrontAndBody, Languages, yaml};
use super::keys::{KeyRules, Meaning, OurKeys, text_of};
use super::kramdown;
use super::links::rewritten;
use super::permalink::{Named, permalink};
use super::prose::without_indents;
use super::shown;
use super::tree::{ForeignTree, is_html, is_markdown, name, stem};
use super::when::{TextDay, dated_name};
use crate::config::Config;
use crate::diag::Checked;
use crate::fields::Node;
use crate::import::{Imported, ImportedKind};
use crate::text::capital;
use liquid::{Liquid, translated};

/// Folders in which Jekyll has no texts.
const NO_TEXTS: [&str; 8] = ["_layouts", "_includes", "_sass", "_data", "_plugins", "vendor", "_site", "_bundle"];

/// How Jekyll writes front matter.
const RULES: KeyRules = KeyRules { meaning, tags: |text| text.split_whitespace().map(str::to_owned).collect() };

fn meaning(key: &str) -> Option<Meaning> {
    Some(match key {
        "title" => Meaning::Ours("title"),
        "categories" => Meaning::Tags,
        "category" | "tag" => Meaning::Tag,
        "redirect_from" => Meaning::Aliases,
        "description" | "excerpt" => Meaning::Summary,
        "last_modified_at" | "modified_date" | "lastmod" => Meaning::Updated,
        "header" | "thumbnail" | "cover" => Meaning::Image,
        "permalink" | "slug" => Meaning::Seen,
        _ => return None,
    })
}

/// What the settings of a blog say.
#[derive(Debug, Default)]
struct JekyllSettings {
    /// The pattern of addresses.
    permalink: String,
    url: String,
    baseurl: String,
    /// The collections of which pages are made.
    published: Vec<String>,
    /// Whether anything says that this is a blog of Jekyll's.
    is_sure: bool,
}

/// Reads a blog's folder.
#[must_use]
pub fn read(tree: &ForeignTree, config: &Config) -> Checked<Imported> {
    let settings = settings(tree);
    let mut filing = Filing::new(tree, config);
    let mut texts: Vec<ForeignText> = Vec::new();
    for path in tree.paths() {
        if comments::is_one(path) {
            continue;
        }
        match place_of(path, &settings) {
            JekyllPlace::Nowhere => {}
            place => texts.extend(text(path, place, &settings, &mut filing)),
        }
    }
    for text in &mut texts {
        text.body = body(text, &settings, &mut filing);
        picture(text, &settings, &mut filing);
    }
    for path in tree.paths().filter(|path| comments::is_one(path)) {
        comments::read(path, &texts, &mut filing);
    }
    filing.finish(texts)
}

fn settings(tree: &ForeignTree) -> JekyllSettings {
    let text = tree.text("_config.yml").or_else(|| tree.text("_config.yaml"));
    let is_sure = text.is_some() || tree.paths().any(|path| path.starts_with("_posts/") || path.contains("/_posts/"));
    let pairs = text.and_then(|text| yaml("_config.yml", &text).ok()).unwrap_or_default();
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let words = |name: &str| value(name).and_then(text_of).unwrap_or_default();
    let says_output = |settings: &Node| match settings {
        Node::Map(pairs) => pairs.iter().any(|(key, value)| key == "output" && *value == Node::Bool(true)),
        _ => false,
    };
    let published = match value("collections") {
        Some(Node::Map(all)) => all.iter().filter(|(_, s)| says_output(s)).map(|(name, _)| name.clone()).collect(),
        _ => Vec::new(),
    };
    let permalink = match words("permalink").as_str() {
        "" | "date" => "/:categories/:year/:month/:day/:title:output_ext".to_owned(),
        "pretty" => "/:categories/:year/:month/:day/:title/".to_owned(),
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext".to_owned(),
        "none" => "/:categories/:title:output_ext".to_owned(),
        other => other.to_owned(),
    };
    let baseurl = words("baseurl").trim_end_matches('/').to_owned();
    JekyllSettings { permalink, url: words("url").trim_end_matches('/').to_owned(), baseurl, published, is_sure }
}

/// What a file is by its path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum JekyllPlace {
    Post,
    Draft,
    /// In a folder of which Jekyll makes pages.
    Page,
    /// In a folder of which it makes none.
    Unpublished,
    /// No text.
    Nowhere,
}

fn place_of(path: &str, settings: &JekyllSettings) -> JekyllPlace {
    let parts: Vec<&str> = path.split('/').collect();
    let (file, folders) = parts.split_last().map_or(("", &[][..]), |(file, folders)| (*file, folders));
    let hidden = |part: &&str| part.starts_with('.') || NO_TEXTS.contains(part);
    if folders.iter().any(hidden) || file.starts_with(['.', '#']) || file.ends_with('~') {
        return JekyllPlace::Nowhere;
    }
    if folders.contains(&"_drafts") {
        return JekyllPlace::Draft;
    }
    if folders.contains(&"_posts") {
        return JekyllPlace::Post;
    }
    if !is_markdown(path) && !is_html(path) {
        return JekyllPlace::Nowhere;
    }
    let is_published = |folder: &str| settings.published.iter().any(|name| name == folder);
    let kept = |folder: &&str| folder.strip_prefix('_').is_some_and(|name| !is_published(name));
    if folders.iter().any(kept) || file.starts_with('_') { JekyllPlace::Unpublished } else { JekyllPlace::Page }
}

/// A text with its keys and its path; `None` where it does not come, which is named then.
fn text(path: &str, place: JekyllPlace, settings: &JekyllSettings, filing: &mut Filing<'_>) -> Option<ForeignText> {
    if !is_markdown(path) && !is_html(path) {
        if !matches!(name(path), ".keep" | ".gitkeep") {
            filing.leave_out(format!("`{}`", name(path)), path, "since it is neither markdown nor HTML");
        }
        return None;
    }
    let parts = filing.parted(path, Languages::Yaml)?;
    let named = dated_name(stem(path));
    if let Some(why) = no_text(path, place, &parts, named.is_some()) {
        filing.leave_out(format!("`{}`", name(path)), path, why);
        return None;
    }
    let config = filing.config;
    let mut keys = OurKeys::read(&parts.pairs, RULES, config, path, &mut filing.tally);
    let value = |name: &str| parts.pairs.iter().find(|(key, _)| key == name).and_then(|(_, value)| text_of(value));
    let (date, rest) = named.unzip();
    keys.when = keys.when.or_else(|| date.map(TextDay::on));
    if keys.when.is_none() && place == JekyllPlace::Post {
        filing.leave_out(format!("`{}`", name(path)), path, "since neither its name nor its `date` says a day");
        return None;
    }
    keys.draft |= matches!(place, JekyllPlace::Draft | JekyllPlace::Unpublished);
    let categories = keys.tags.clone();
    let above = path.split("_posts/").next().filter(|_| place == JekyllPlace::Post).unwrap_or_default();
    keys.add_tags(
        &above.split('/').filter(|part| !part.is_empty() && *part != "content").map(str::to_owned).collect::<Vec<_>>(),
    );
    let rest = rest.unwrap_or_else(|| stem(path)).to_owned();
    let title_of_address = value("slug").unwrap_or_else(|| rest.clone());
    let is_entry = keys.when.is_some() || place == JekyllPlace::Draft;
    if keys.title.is_none() && is_entry {
        keys.title = Some(capital(rest.replace(['-', '_'], " ").trim())).filter(|title| !title.is_empty());
    }
    let to = if is_entry { filing.entry_path(keys.when.as_ref(), &title_of_address) } else { filing.page_path(path) };
    let categories = if categories.is_empty() { above.to_owned() } else { categories[..1].concat() };
    let named = Named { when: keys.when.as_ref(), title: &title_of_address, name: &rest, above: &categories };
    let own = value("permalink");
    former_addresses(path, own.as_deref(), named, place, settings, filing, &to)
        .into_iter()
        .for_each(|a| keys.aliases.push(a));
    let kind = if is_entry { ImportedKind::Entry } else { ImportedKind::Page };
    let body = if is_html(path) { without_indents(&parts.body) } else { parts.body };
    Some(ForeignText { place: path.to_owned(), path: to, kind, keys, body, line: parts.line })
}

/// Why a file is no text of the blog's.
fn no_text(path: &str, place: JekyllPlace, parts: &FrontAndBody, is_dated: bool) -> Option<&'static str> {
    let is_post = matches!(place, JekyllPlace::Post | JekyllPlace::Draft);
    if !parts.has_front && !is_post && !is_dated {
        return Some("since it has no front matter, so that Jekyll makes no page of it");
    }
    let is_template = ["{% for", "{%- for", "{% include", "{%- include", "{% if", "{%- if", "<html"];
    if is_html(path) && !is_post && is_template.iter().any(|word| parts.body.contains(word)) {
        return Some("since it is a template, and comeback makes its own pages");
    }
    if !is_post && matches!(name(path), "index.html" | "index.md" | "404.md" | "404.html") && !path.contains('/') {
        return parts.body.contains("{%").then_some("since it is a template, and comeback makes its own pages");
    }
    None
}

/// The addresses that a text had, and that its links may have; those that lead to it from now on are handed out.
fn former_addresses(
    path: &str,
    own: Option<&str>,
    named: Named<'_>,
    place: JekyllPlace,
    settings: &JekyllSettings,
    filing: &mut Filing<'_>,
    to: &str,
) -> Vec<String> {
    filing.remember(path, to);
    filing.remember(path.trim_end_matches(".markdown").trim_end_matches(".md"), to);
    let by_pattern = match place {
        JekyllPlace::Post => permalink(&settings.permalink, named),
        JekyllPlace::Page if named.when.is_none() => {
            // The folder of a collection has a sign before its name.
            let path = path.strip_prefix('_').unwrap_or(path);
            Some(format!("/{}.html", path.rsplit_once('.').map_or(path, |(stem, _)| stem)))
        }
        JekyllPlace::Page => permalink(&settings.permalink, Named { above: "", ..named }),
        _ => None,
    };
    let former = match own {
        Some(own) => permalink(own, named).or_else(|| Some(own.to_owned())),
        None => by_pattern,
    };
    if let Some(former) = &former {
        filing.remember(former, to);
    }
    former
        .filter(|_| settings.is_sure && !matches!(place, JekyllPlace::Draft | JekyllPlace::Unpublished))
        .into_iter()
        .collect()
}

/// The text with Liquid and kramdown as ours, and links as they are here.
fn body(text: &ForeignText, settings: &JekyllSettings, filing: &mut Filing<'_>) -> String {
    let liquid = Liquid { text };
    let body = translated(&text.body, &liquid, filing);
    let body = kramdown::without_attributes(&body, &text.place, &mut filing.tally);
    rewritten(&body, |target| {
        let target = inside(target, settings);
        let found = filing.target(&text.place, target, &[""]);
        if found.is_none() {
            shown::tell_missing(target, &text.place, filing);
        }
        found
    })
}

/// An address without the blog's own host and path before it.
fn inside<'t>(target: &'t str, settings: &JekyllSettings) -> &'t str {
    let here = if settings.url.is_empty() { target } else { target.strip_prefix(&settings.url).unwrap_or(target) };
    let here = if here.is_empty() { "/" } else { here };
    let below = here.strip_prefix(&settings.baseurl).filter(|rest| rest.starts_with('/'));
    below.unwrap_or(here)
}

/// Finds the picture that the front matter names.
fn picture(text: &mut ForeignText, settings: &JekyllSettings, filing: &mut Filing<'_>) {
    let Some(typed) = text.keys.image.take() else { return };
    text.keys.image = filing.target(&text.place, inside(&typed, settings), &[""]);
    if text.keys.image.is_none() {
        filing.tally.lost(&format!("picture `{typed}`"), shown::NOT_THERE, &text.place);
    }
}
