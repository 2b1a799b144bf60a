//! Notes of Obsidian and Logseq: days by the dates in their names, fields in the text, links by names.
//!
//! Invariant: only a day's note, or one that says so, comes in public; templates and what was thrown away don't come.

mod day_name;
mod fields;
mod logseq;
mod outline;
mod wiki;

pub use logseq::read as logseq;

use super::filing::{Filing, ForeignText};
use super::front::{FrontAndBody, Languages, yaml};
use super::keys::{KeyRules, Meaning, OurKeys, text_of};
use super::links::rewritten;
use super::shown;
use super::tree::{ForeignTree, folder, is_markdown, name, stem};
use super::when::TextDay;
use crate::config::Config;
use crate::diag::Checked;
use crate::entry::Visibility;
use crate::fields::{DateOrder, Node};
use crate::import::{Imported, ImportedKind};
use day_name::{DayName, day_name, told_order};
use wiki::NoteNames;

/// How Obsidian writes front matter.
const RULES: KeyRules = KeyRules {
    meaning,
    tags: |text| text.split([',', ' ', '\n']).filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
};

fn meaning(key: &str) -> Option<Meaning> {
    Some(match key {
        "title" => Meaning::Ours("title"),
        // Other names of a note, which only links have a use for.
        "aliases" | "alias" => Meaning::Seen,
        "tag" | "tags" => Meaning::Tags,
        "description" => Meaning::Summary,
        "modified" => Meaning::Updated,
        "cover" | "banner" => Meaning::Image,
        "cssclass" | "cssclasses" | "id" | "collapsed" => Meaning::Seen,
        _ => return None,
    })
}

/// Folders of templates and of what was thrown away.
const NO_NOTES: [&str; 8] = ["templates", "template", "_templates", "vorlagen", "trash", "_trash", "papierkorb", "bak"];

/// Words by which people keep a folder or a note to themselves.
const PRIVATE: [&str; 7] = ["private", "privat", "personal", "persönlich", "secret", "geheim", "hidden"];

/// Reads the folder of a vault; `order` is that of dates such as 03-05-2024 in names, where its settings don't tell.
#[must_use]
pub fn obsidian(tree: &ForeignTree, config: &Config, order: Option<DateOrder>) -> Checked<Imported> {
    let order = order.or_else(|| told_order(tree));
    let templates = template_folders(tree);
    let mut filing = Filing::new(tree, config);
    let mut names = NoteNames::of(tree, order);
    let mut texts = Vec::new();
    for path in tree.paths().filter(|path| !path.starts_with(".obsidian/") && is_markdown(path)) {
        let is_template = templates.iter().any(|folder| path.starts_with(folder.as_str()));
        if is_template || folder(path).split('/').any(|part| NO_NOTES.contains(&part.to_lowercase().as_str())) {
            filing.leave_out(format!("`{}`", name(path)), path, "since it is a template or was thrown away");
            continue;
        }
        texts.extend(note(path, order, &mut names, &mut filing));
    }
    for text in &mut texts {
        text.body = wiki::translated(text, &names, &mut filing);
        finish(text, &names, &mut filing);
    }
    filing.finish(texts)
}

/// The folders that the settings of a vault name for templates, each with a stroke at its end.
fn template_folders(tree: &ForeignTree) -> Vec<String> {
    let files = [
        (".obsidian/templates.json", "folder"),
        (".obsidian/plugins/templater-obsidian/data.json", "templates_folder"),
    ];
    let folder = |(file, key): &(&str, &str)| {
        let pairs = yaml(file, &tree.text(file)?).ok()?;
        let folder = pairs.iter().find(|(name, _)| name == key).and_then(|(_, value)| text_of(value))?;
        let folder = folder.trim_matches('/').to_owned();
        (!folder.is_empty()).then(|| format!("{folder}/"))
    };
    files.iter().filter_map(folder).collect()
}

/// A note with its keys and its path; `None` where it does not come, which is named then.
fn note(path: &str, order: Option<DateOrder>, names: &mut NoteNames, filing: &mut Filing<'_>) -> Option<ForeignText> {
    let parts = filing.parted(path, Languages::Yaml)?;
    let day = day_name(stem(path), order);
    if matches!(day, DayName::Doubtful) {
        let why = "which comes without its day, since nothing tells whether the day or the month stands first: --dates says it";
        filing.leave_out(format!("the date in `{}`", name(path)), path, why);
    }
    let mut text = keyed(path, &parts, filing);
    let (when, rest) = match day {
        DayName::Day(date, rest) => (Some(TextDay::on(date)), rest),
        DayName::Doubtful | DayName::None => (None, stem(path).to_owned()),
    };
    let is_day = when.is_some();
    text.keys.when = when.or(text.keys.when.take());
    text.keys.draft |= !is_day && !text.says_public;
    let keys = text.keys;
    let is_entry = keys.when.is_some();
    let to = if is_entry { filing.entry_path(keys.when.as_ref(), &rest) } else { filing.page_path(path) };
    names.add(path, &text.other_names, keys.when.as_ref().filter(|_| is_day), &to);
    filing.remember(path, &to);
    if keys.kept_back(filing.config).is_some() {
        names.hold(&to);
    }
    let mut keys = keys;
    if keys.title.is_none() && !rest.is_empty() {
        keys.title = Some(rest);
    }
    let kind = if is_entry { ImportedKind::Entry } else { ImportedKind::Page };
    Some(ForeignText { place: path.to_owned(), path: to, kind, keys, body: text.body, line: text.line })
}

/// The keys of a note from its front matter and the fields in its text.
struct KeyedNote {
    keys: OurKeys,
    body: String,
    line: usize,
    other_names: Vec<String>,
    says_public: bool,
}

fn keyed(path: &str, parts: &FrontAndBody, filing: &mut Filing<'_>) -> KeyedNote {
    let config = filing.config;
    let mut keys = OurKeys::read(&parts.pairs, RULES, config, path, &mut filing.tally);
    let (typed, body) = fields::taken(&parts.body, &mut keys, config);
    let all: Vec<(String, Node)> = parts.pairs.iter().cloned().chain(typed).collect();
    keys.judge(&all, config);
    keys.add_tags(&fields::tags(&body));
    let is_private = |word: &str| PRIVATE.contains(&word.to_lowercase().as_str());
    let tag_says = keys.tags.iter().any(|tag| tag.split('/').any(is_private));
    if tag_says || folder(path).split('/').any(is_private) {
        keys.visibility = Visibility::Private;
    }
    keys.draft |= keys.tags.iter().any(|tag| matches!(tag.to_lowercase().as_str(), "draft" | "wip" | "entwurf"));
    let yes = |value: &Node| text_of(value).is_some_and(|text| matches!(text.to_lowercase().as_str(), "true" | "yes"));
    let publishes =
        |key: &str| matches!(key.to_lowercase().as_str(), "publish" | "dg-publish" | "public" | "published" | "share");
    let says_public = all.iter().any(|(key, value)| publishes(key) && yes(value));
    let named = |(key, value): &(String, Node)| match (key.to_lowercase().as_str(), value) {
        ("aliases" | "alias", Node::List(items)) => items.iter().filter_map(text_of).collect(),
        ("aliases" | "alias", other) => {
            text_of(other).map(|text| text.split(',').map(|name| name.trim().to_owned()).collect()).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let other_names = all.iter().flat_map(named).collect();
    KeyedNote { keys, body, line: parts.line, other_names, says_public }
}

/// Finds the files that a note's links and its picture lead to.
fn finish(text: &mut ForeignText, names: &NoteNames, filing: &mut Filing<'_>) {
    let place = text.place.clone();
    text.body = rewritten(&text.body, |target| {
        let found = filing.target(&place, target, &[""]).or_else(|| names.attachment(target, filing));
        if found.is_none() {
            shown::tell_missing(target, &place, filing);
        }
        found
    });
    let Some(typed) = text.keys.image.take() else { return };
    let plain = typed.trim_start_matches('!').trim_start_matches("[[").trim_end_matches("]]");
    text.keys.image = filing.target(&place, plain, &[""]).or_else(|| names.attachment(plain, filing));
    if text.keys.image.is_none() {
        filing.tally.lost(&format!("picture `{typed}`"), shown::NOT_THERE, &place);
    }
}
