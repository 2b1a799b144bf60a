//! One comment file, read: a reader's words as they may be published.
//!
//! The names of fields are Staticman's, and those that the files of its users drifted to: other generators' importers and
//! themes wrote the same things under other keys. What a file says beside them is nobody's business.
//!
//! Invariant: a function of one file and the settings; nothing of a reader's address, host or browser outlives it, and
//! the HTML that it makes asks no other host for anything.

mod clean;
mod date;
mod keys;
mod mask;

use crate::config::Config;
use crate::diag::{Checked, Diagnostic, Place, Severity};
use crate::fields::{Document, Fields, LARGEST, Node, Switch, Value};
use crate::markdown;
use crate::source::{Hash, Source};
use crate::text::{allowed, shorten};
pub(crate) use date::When;
#[cfg(feature = "import")]
pub(crate) use mask::{MASK, name as name_without_addresses, plain as without_addresses};
use std::ops::Range;
use std::sync::Arc;

/// The folder of the comments, one folder in it for each entry.
pub(crate) const FOLDER: &str = crate::source::COMMENTS;

/// A name longer than this many characters is cut.
const LONGEST_NAME: usize = 80;

/// A reader's comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Its file: `content/comments/first-run/1599000000-a1b2.yaml`.
    pub path: Arc<str>,
    /// The hash of the file's bytes.
    pub hash: Hash,
    /// What replies may call it: its own ids, the file's name without its ending. The first one names it on the page.
    pub ids: Vec<String>,
    /// Whom it answers.
    pub reply: Option<Reply>,
    /// Who wrote it, if said.
    pub name: Option<String>,
    /// Whether the writer of the journal did.
    pub author: bool,
    /// The page of who wrote it.
    pub url: Option<String>,
    /// When.
    pub when: Option<When>,
    /// What it says, as HTML that is harmless.
    pub html: String,
    /// Whether nobody is to see it: it waits for approval, was refused, or says nothing.
    pub hidden: bool,
}

/// What a comment says of the one that it answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// An id, or a number in the order of files.
    pub to: String,
    /// Whether it may be something else than a comment: Staticman's `_parent` is often the address of the page.
    pub vague: bool,
    /// Where it says so.
    pub place: Place,
}

/// Whether a path is that of a comment's file: YAML, JSON, or markdown with front matter in an entry's folder.
pub(crate) fn is_comment(path: &str) -> bool {
    let Some(inside) = path.strip_prefix(FOLDER) else { return false };
    let ending = inside.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_one_of = |known: &[&str]| known.iter().any(|known| ending.eq_ignore_ascii_case(known));
    is_one_of(&["yaml", "yml", "json"]) || inside.contains('/') && is_one_of(MARKDOWN)
}

/// The endings of comments that have front matter and a message below it.
const MARKDOWN: &[&str] = &["md", "markdown"];

/// Reads a comment; `None` where it can't be read. What a reader sent is no reason to publish nothing, so that whatever is
/// wrong with it leaves it out with a warning.
pub(crate) fn parse(source: &Source, text: &Arc<str>, config: &Config) -> Checked<Option<Comment>> {
    let path = &*source.path;
    let (range, body) = parts(path, text);
    let (comment, mut problems) = match document(path, text, range) {
        Ok(document) => {
            let comment = document.fields(keys::COMMENT).map(|fields| read(&fields, body, source, config));
            (comment, document.into_problems())
        }
        Err(problem) => (None, vec![problem]),
    };
    if comment.is_none() && problems.is_empty() {
        let problem =
            Diagnostic::warning("empty-comment", "the comment says nothing that can be read, so it is left out");
        problems.push(problem.at(Place::file(path)).hint("delete the file, or give it a `message`"));
    }
    let is_wrong = |problem: &&mut Diagnostic| problem.severity == Severity::Error;
    let mut broken = comment.is_none();
    for problem in problems.iter_mut().filter(is_wrong) {
        problem.severity = Severity::Warning;
        problem.message.push_str("; the comment is left out");
        broken = true;
    }
    Checked::new(comment.filter(|_| !broken), problems)
}

/// The bytes of a comment's fields, and the message that stands below them.
fn parts<'a>(path: &str, text: &'a str) -> (Range<usize>, Option<&'a str>) {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if !MARKDOWN.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return (start..text.len(), None);
    }
    let Some(inside) = text[start..].strip_prefix("---\n") else { return (start..start, None) };
    let from = text.len() - inside.len();
    let end = if inside.starts_with("---") { Some(0) } else { inside.find("\n---").map(|at| at + 1) };
    let end = end.map_or(text.len(), |end| from + end);
    let body = text[end..].split_once('\n').map(|(_, body)| body.trim());
    (from..end, body.filter(|body| !body.is_empty()))
}

fn document<'a>(path: &'a str, text: &'a str, range: Range<usize>) -> Result<Document<'a>, Diagnostic> {
    if text.len() > LARGEST {
        let message = format!("{} bytes are too many for a comment, at most {LARGEST} are read", text.len());
        return Err(Diagnostic::error("too-large", message).at(Place::file(path)).hint("delete it, or shorten it"));
    }
    if path.to_ascii_lowercase().ends_with(".json") {
        return Document::json(path, text, range);
    }
    Document::yaml(path, text, range)
}

fn read(fields: &Fields<'_>, body: Option<&str>, source: &Source, config: &Config) -> Comment {
    let mut comment = Comment {
        path: source.path.clone(),
        hash: source.hash,
        ids: ids(fields, &source.path),
        reply: reply(fields),
        name: name(fields),
        author: is_author(fields, config),
        url: text(fields, keys::URL).and_then(|(url, _)| clean::address(&url)),
        when: when(fields, config),
        html: String::new(),
        hidden: is_hidden(fields),
    };
    // What nobody sees need not be complete.
    if comment.hidden {
        return comment;
    }
    let message = text(fields, keys::MESSAGE);
    let words = message.as_ref().map(|(words, _)| words.as_str()).or(body);
    comment.html = words.map(|words| clean::html(&markdown::remark(words, &config.language))).unwrap_or_default();
    if comment.html.is_empty() {
        comment.hidden = true;
        let (at, said) = match &message {
            Some((_, value)) => (*value, "nothing of the message can be shown, so the comment is left out"),
            None => (fields.itself(), "the comment has no message, so it is left out"),
        };
        at.warn("empty-comment", said, "delete the file, or give it a `message`");
        return comment;
    }
    if comment.name.is_none() {
        fields.itself().warn("nameless-comment", "the comment has no name, so it is shown as Anonymous", "add `name`");
    }
    let author = config.author.trim();
    if !comment.author && !author.is_empty() && comment.name.as_deref().is_some_and(|n| is_same_name(n, author)) {
        fields.itself().note(
            "unmarked-author",
            "the comment has the author’s name and is not marked as the author’s; `author: true` marks it",
        );
    }
    comment
}

/// Whether two names are read as the same one.
fn is_same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(one) == letters(other)
}

/// The first of some keys that says anything, as text.
fn text<'a>(fields: &Fields<'a>, keys: &[&'static str]) -> Option<(String, Value<'a>)> {
    keys.iter().find_map(|key| {
        let value = fields.get(key)?;
        // `author: true` is a mark and no name.
        if matches!(value.node, Node::Bool(_)) { None } else { Some((value.text()?, value)) }
    })
}

/// What a comment may be called by; an address that serves as an id is not one that could be published.
fn ids(fields: &Fields<'_>, path: &str) -> Vec<String> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let typed = keys::ID.iter().filter_map(|key| fields.get(key)?.text());
    let mut ids: Vec<String> = typed.chain([stem.to_owned()]).collect();
    ids.dedup();
    if let Some(first) = ids.iter().position(|id| mask::addresses(id).is_empty()) {
        ids.swap(0, first);
    } else {
        ids.insert(0, blake3::hash(path.as_bytes()).to_hex()[..12].to_owned());
    }
    ids
}

fn reply(fields: &Fields<'_>) -> Option<Reply> {
    let says = |key: &&'static str| {
        let value = fields.get(key)?;
        let to = if matches!(value.node, Node::Bool(_)) { None } else { value.text() }?;
        // Importers write a parent of 0 for none.
        let none = matches!(to.to_ascii_lowercase().as_str(), "0" | "null" | "none" | "undefined" | "false");
        (!none).then(|| Reply { to, vague: **key == *keys::VAGUE_PARENT, place: value.place() })
    };
    keys::REPLY.iter().chain([&keys::VAGUE_PARENT]).find_map(says)
}

fn name(fields: &Fields<'_>) -> Option<String> {
    let (typed, _) = text(fields, keys::NAME)?;
    let words: Vec<&str> = typed.split_whitespace().collect();
    mask::name(&shorten(&allowed(&words.join(" ")), LONGEST_NAME))
}

/// Whether the writer of the journal says that it is theirs: by a mark in the file, or by an address that the settings list.
/// A name proves nothing, since anybody can type it.
fn is_author(fields: &Fields<'_>, config: &Config) -> bool {
    let marked = fields.get(keys::AUTHOR).is_some_and(|value| *value.node == Node::Bool(true));
    let known = |(email, _): (String, Value<'_>)| {
        config.comments.author_emails.iter().any(|own| own.eq_ignore_ascii_case(&email))
    };
    marked || text(fields, keys::EMAIL).is_some_and(known)
}

fn when(fields: &Fields<'_>, config: &Config) -> Option<When> {
    let value = keys::DATE.iter().find_map(|key| fields.get(key))?;
    if matches!(value.node, Node::Text(t) if t.trim().is_empty()) {
        return None;
    }
    let when = date::read(value.node, &config.zone);
    if when.is_none() {
        let message = format!("{} can’t be read, found {}", value.name, value.node.what());
        let hint = "dates are 2020-08-14T07:20:00Z, or seconds since 1970; the comment is shown without one";
        value.warn("bad-date", message, hint);
    }
    when
}

/// Whether nobody is to see it. What is neither yes nor no counts as no: a comment too few can be mended.
fn is_hidden(fields: &Fields<'_>) -> bool {
    let says_no = |(name, node): &(String, Node)| {
        let name = name.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
        let name = name.trim_start_matches("is").trim_start_matches("comment");
        let (is, word) = (|keys: &[&str]| keys.contains(&name), switch(node));
        let is_one = |words: &[&str]| words.contains(&word.as_str());
        is(keys::APPROVED) && !is_one(&["true", "yes", "on", "y", "1", "approved", "published"])
            || is(keys::HIDDEN) && !is_one(&["", "false", "no", "off", "n", "0"])
            || is(keys::STATUS)
                && !is_one(&["", "approved", "approve", "published", "public", "visible", "ok", "true", "1"])
    };
    fields.pairs().iter().any(says_no) || fields.is_kept_back(&switches())
}

/// The words by which a comment is kept back, each with what its value has to say for a slip in the word to be taken for it.
fn switches() -> Vec<Switch> {
    let of = |words: &'static [&'static str], may_mean: fn(&Node) -> bool| {
        words.iter().map(move |word| Switch { word, may_mean })
    };
    of(keys::APPROVED, may_refuse).chain(of(keys::HIDDEN, may_hide)).chain(of(keys::STATUS, may_hold)).collect()
}

fn may_hide(node: &Node) -> bool {
    ["true", "yes", "on", "y", "1"].contains(&&*switch(node))
}

fn may_refuse(node: &Node) -> bool {
    ["", "false", "no", "off", "n", "0"].contains(&&*switch(node))
}

fn may_hold(node: &Node) -> bool {
    let word = switch(node);
    keys::HIDDEN.contains(&&*word) || ["hold", "unapproved", "reject", "review", "queued", "private"].contains(&&*word)
}

/// A switch as a word in lower case.
fn switch(node: &Node) -> String {
    match node {
        Node::Bool(b) => b.to_string(),
        Node::Int(i) => i.to_string(),
        Node::Text(text) => text.trim().to_lowercase(),
        Node::Null => String::new(),
        other => other.what(),
    }
}

#[cfg(test)]
mod tests;
