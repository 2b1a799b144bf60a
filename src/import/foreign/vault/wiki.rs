//! Links by names, embedded files and notes, blocks, and code of plugins.

use super::day_name::{DayName, day_name};
use crate::fields::DateOrder;
use crate::import::foreign::filing::{Filing, ForeignText};
use crate::import::foreign::prose::{CodeParts, as_code, destination, picture};
use crate::import::foreign::shown::{NOT_THERE, is_picture};
use crate::import::foreign::tree::{ForeignTree, is_markdown, name};
use crate::import::foreign::when::TextDay;
use crate::links::url;
use crate::text::slug::slug;
use std::collections::{BTreeMap, BTreeSet};

/// What links may call notes and files.
#[derive(Debug, Default)]
pub(super) struct NoteNames {
    /// The notes by their names and paths in small letters, with their paths in the site.
    notes: BTreeMap<String, String>,
    /// The other files by their names.
    files: BTreeMap<String, String>,
    /// The notes that nobody may see, by their paths in the site.
    held: BTreeSet<String>,
    order: Option<DateOrder>,
}

impl NoteNames {
    pub(super) fn of(tree: &ForeignTree, order: Option<DateOrder>) -> Self {
        let mut files = BTreeMap::new();
        for path in tree.paths().filter(|path| !is_markdown(path) && !path.starts_with(".obsidian/")) {
            files.entry(name(path).to_lowercase()).or_insert_with(|| path.to_owned());
        }
        Self { files, order, ..Self::default() }
    }

    /// Remembers what a note may be called.
    pub(super) fn add(&mut self, path: &str, others: &[String], day: Option<&TextDay>, to: &str) {
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let mut rest = Some(stem);
        let mut all = Vec::new();
        while let Some(name) = rest {
            all.push(name.to_owned());
            rest = name.split_once('/').map(|(_, rest)| rest);
        }
        all.extend(others.iter().cloned());
        all.extend(day.map(|day| day.date.to_string()));
        for name in all {
            self.notes.entry(name.to_lowercase()).or_insert_with(|| to.to_owned());
        }
    }

    /// Remembers that nobody may see a note.
    pub(super) fn hold(&mut self, to: &str) {
        self.held.insert(to.to_owned());
    }

    /// The note of a name.
    pub(super) fn note(&self, name: &str) -> Option<&str> {
        let name = name.trim().trim_end_matches(".md").trim_matches('/').to_lowercase();
        let found = self.notes.get(&name).or_else(|| match day_name(&name, self.order) {
            DayName::Day(date, rest) if rest.is_empty() => self.notes.get(&date.to_string()),
            _ => None,
        });
        found.map(String::as_str)
    }

    /// The address of a file that is called by its name alone.
    pub(super) fn attachment(&self, target: &str, filing: &mut Filing<'_>) -> Option<String> {
        if url::scheme(target).is_some() || target.starts_with(['#', '/']) {
            return None;
        }
        let (path, fragment) = url::split(target);
        let decoded = url::decode(path).to_lowercase();
        let file = self.files.get(name(&decoded))?.clone();
        let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
        Some(format!("/{}{fragment}", url::encode(&filing.attach(&file))))
    }
}

/// The languages of fences that plugins run.
const QUERIES: [&str; 8] = ["dataview", "dataviewjs", "tracker", "tasks", "query", "button", "timeline", "templater"];

/// Why code of a plugin stays as it is.
pub(super) const NO_PLUGIN: &str = "a plugin's, as code, so that it shows";

/// The text with links by names as paths.
pub(super) fn translated(text: &ForeignText, names: &NoteNames, filing: &mut Filing<'_>) -> String {
    let body = text.body.as_str();
    let code = CodeParts::of(body);
    tell_queries(text, &code, filing);
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    while let Some(found) = body[at..].find(['[', '<']) {
        let start = at + found;
        let rest = &body[start..];
        let (open, close) = if rest.starts_with("[[") { ("[[", "]]") } else { ("<%", "%>") };
        let inside = rest.strip_prefix(open).filter(|_| !code.has(start));
        let length = inside.and_then(|inside| near(inside).find(close));
        let (Some(inside), Some(length)) = (inside, length) else {
            out.push_str(&body[at..=start]);
            at = start + 1;
            continue;
        };
        let is_embed = open == "[[" && body[..start].ends_with('!');
        out.push_str(&body[at..start - usize::from(is_embed)]);
        let end = start + 2 + length + 2;
        let inside = &inside[..length];
        match open {
            "[[" if is_embed => out.push_str(&embed(inside, text, names, filing)),
            "[[" => out.push_str(&link(inside, text, names, filing)),
            _ => {
                filing.tally.stays("`<% … %>`", NO_PLUGIN, &text.place);
                out.push_str(&as_code(&body[start..end], &out));
            }
        }
        at = end;
    }
    out.push_str(&body[at..]);
    without_block_names(&out)
}

/// As far as a name may go: to the end of its line.
pub(super) fn near(text: &str) -> &str {
    let line = text.split('\n').next().unwrap_or_default();
    let mut end = line.len().min(1000);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

/// A name, what is meant in it, and what is shown for it.
fn parts(inside: &str) -> (&str, Option<&str>, Option<&str>) {
    let (target, shown) = inside.split_once('|').map_or((inside, None), |(target, shown)| (target, Some(shown.trim())));
    let target = target.trim_end_matches('\\').trim();
    let (note, heading) = target.split_once('#').map_or((target, None), |(note, heading)| (note.trim(), Some(heading)));
    (note, heading.map(str::trim), shown.filter(|shown| !shown.is_empty()))
}

fn link(inside: &str, text: &ForeignText, names: &NoteNames, filing: &mut Filing<'_>) -> String {
    let (note, heading, shown) = parts(inside);
    let is_block = heading.is_some_and(|heading| heading.starts_with('^'));
    if is_block {
        filing.tally.lost("a link to a block", "so it leads to the note that the block stands in", &text.place);
    }
    // The last of several headings, one within the other, is meant.
    let last = heading.filter(|_| !is_block).and_then(|heading| heading.rsplit('#').next());
    let fragment = last.map(|heading| format!("#{}", slug(heading))).unwrap_or_default();
    let label = shown.unwrap_or(if note.is_empty() { last.unwrap_or_default() } else { note }).to_owned();
    if note.is_empty() {
        return if fragment.is_empty() { label } else { format!("[{label}]({fragment})") };
    }
    if let Some(to) = names.note(note) {
        if shown.is_none() && names.held.contains(to) {
            // Written like this its name is shown only once the note is.
            let stem = name(to).trim_end_matches(".md");
            return format!("[[{stem}{}]]", last.map(|heading| format!("#{heading}")).unwrap_or_default());
        }
        return format!("[{label}]({})", destination(&format!("/{}{fragment}", url::encode(to))));
    }
    if let Some(to) = names.attachment(note, filing) {
        return format!("[{label}]({})", destination(&to));
    }
    let what = format!("link to `{}`", crate::text::shorten(note, 60));
    filing.tally.lost(&what, "since no note is called that, so its words stand there alone", &text.place);
    label
}

fn embed(inside: &str, text: &ForeignText, names: &NoteNames, filing: &mut Filing<'_>) -> String {
    let (target, _, shown) = parts(inside);
    let is_size = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c == 'x');
    let alt = shown.into_iter().flat_map(|shown| shown.split('|')).map(str::trim).find(|part| !is_size(part));
    if names.note(target).is_some() {
        let what = format!("note `{}` in another", crate::text::shorten(target, 60));
        filing.tally.lost(&what, "so a link to it stands there", &text.place);
        return link(inside, text, names, filing);
    }
    let Some(to) = names.attachment(target, filing) else {
        let what =
            format!("{} `{}`", if is_picture(target) { "picture" } else { "file" }, crate::text::shorten(target, 80));
        filing.tally.lost(&what, NOT_THERE, &text.place);
        return alt.unwrap_or(target).to_owned();
    };
    if is_picture(target) {
        picture(&to, alt.unwrap_or_default(), "")
    } else {
        format!("[{}]({})", alt.unwrap_or(name(target)), destination(&to))
    }
}

/// Names the queries of plugins, which stand in fences of their own.
fn tell_queries(text: &ForeignText, code: &CodeParts, filing: &mut Filing<'_>) {
    let mut at = 0;
    for (number, line) in text.body.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let fence = line.trim_start_matches([' ', '>']).trim_end();
        let language = fence.trim_start_matches(['`', '~']).trim().to_lowercase();
        let language = language.split([' ', '{']).next().unwrap_or_default();
        let indent = line.len() - line.trim_start_matches([' ', '>']).len();
        if fence.starts_with(['`', '~']) && QUERIES.contains(&language) && code.has(start + indent) {
            let place = format!("{}:{}", text.place, text.line + number);
            filing.tally.stays(&format!("a block of `{language}`"), "a query that only the plugin answers", &place);
        }
    }
}

/// The text without the names of blocks at the ends of lines: `^a1b2c3`.
fn without_block_names(text: &str) -> String {
    if !text.contains('^') {
        return text.to_owned();
    }
    let code = CodeParts::of(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_end();
        let named = body.rfind('^').filter(|from| {
            let id = &body[from + 1..];
            let apart = *from == 0 || body[..*from].ends_with(char::is_whitespace);
            apart
                && !id.is_empty()
                && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                && !code.has(start + from)
        });
        match named {
            Some(from) => {
                out.push_str(body[..from].trim_end());
                out.push_str(&line[body.len()..]);
            }
            None => out.push_str(line),
        }
    }
    out
}
