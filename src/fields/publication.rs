//! What the keys of a text say about who may see it and when, in whatever spelling.
//!
//! Files come from other programs, and people mistype. A key that isn't ours and says "not public" is followed; one that is
//! a letter or two off such a key is an error where its value could mean it. Which words those are is one table.
//!
//! Invariant: nothing that is found here makes a text more public than it would be without it.

mod table;
mod words;

use super::{At, Fields, Key, Node, Notation};
use crate::diag::Diagnostic;
use crate::text::shorten;
use jiff::civil::Date;
use std::fmt::Write as _;
use table::{BODY, Tells, WORDS, Withheld, Word};
pub use table::{publication_keys, publication_reference};
use words::{Says, is_blank, is_near, is_slip, spellings};

/// What a text's keys say about its publication, beside our own keys.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Publication {
    /// It isn't ready.
    pub draft: bool,
    /// Nobody is to see it.
    pub private: bool,
    /// Only who knows its address is to find it.
    pub unlisted: bool,
    /// The first day on which it may be published.
    pub from: Option<Date>,
    /// The last day on which it may be published.
    pub last: Option<Date>,
}

/// A key that says something about publication.
struct Finding<'n> {
    /// The keys that lead to it, with dots between them.
    path: String,
    node: &'n Node,
    says: Says,
}

/// A word by which a comment is kept back or let through.
#[derive(Debug)]
pub struct Switch {
    /// The word, in small letters.
    pub word: &'static str,
    /// Whether a value of it would keep the comment back.
    pub may_mean: fn(&Node) -> bool,
}

impl Fields<'_> {
    /// What keys that aren't ours say about the text's publication, wherever in the document they stand; all of it is
    /// reported.
    ///
    /// `allowed` are keys that no slip is suspected in, and `is_other` tells of words that mean something else for sure.
    pub fn publication(&self, allowed: &[String], is_other: impl Fn(&str) -> bool) -> Publication {
        let mut publication = Publication::default();
        if self.document.language == Notation::Parts {
            return publication;
        }
        for Finding { path, node, says } in self.find(&|path| {
            let name = path.rsplit('.').next().unwrap_or(path);
            is_other(name) || allowed.iter().any(|a| a.eq_ignore_ascii_case(name) || a.eq_ignore_ascii_case(path))
        }) {
            self.document.told.borrow_mut().push(node);
            let Some((problem, hint)) = problem(&path, node, says) else { continue };
            let place = self.document.place(node, At::Key);
            let place = if says.is_secret() { place.without_excerpt() } else { place };
            self.document.report(problem.at(place).hint(hint));
            match says {
                Says::Keeps(means) => publication.add(means),
                _ => publication.draft = true,
            }
        }
        publication
    }

    /// Whether anything in a comment says that it is not to be published, or may mean it, which alone is reported. What is
    /// blank in it says nothing: programs write all keys that they have.
    ///
    /// `switches` are the words that a comment has beside those of texts: a slip in one is looked for as well.
    pub fn is_kept_back(&self, switches: &[Switch]) -> bool {
        let mut kept_back = false;
        for Finding { path, node, says } in self.find(&|_| false) {
            if is_blank(node) {
                continue;
            }
            kept_back |= !matches!(says, Says::Publishes);
            if let Says::Near(word) = says {
                let message = format!("`{path}` may mean `{}`, so the comment is left out", word.name);
                let warning = Diagnostic::warning("misspelt-key", message).at(self.document.place(node, At::Key));
                self.document.report(warning.hint("write the word as it is, or delete the line"));
            }
        }
        kept_back || self.has_slip(switches)
    }

    /// Whether a key is nearly one of these words, with a value that could mean it; that is reported.
    fn has_slip(&self, switches: &[Switch]) -> bool {
        let mut has_slip = false;
        for (name, node) in self.pairs() {
            let is_ours = self.keys.iter().flat_map(|table| table.iter()).any(|key| key.is(name));
            let typed: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            let typed = typed.trim_start_matches("comment");
            if is_ours || switches.iter().any(|switch| switch.word == typed) {
                continue;
            }
            let nearly = |switch: &&Switch| is_slip(typed, switch.word) && (switch.may_mean)(node);
            if let Some(switch) = switches.iter().find(nearly) {
                let message = format!("`{name}` may mean `{}`, so the comment is left out", switch.word);
                let warning = Diagnostic::warning("misspelt-key", message).at(self.document.place(node, At::Key));
                self.document.report(warning.hint("write the word as it is, or delete the line"));
                has_slip = true;
            }
        }
        has_slip
    }

    fn find(&self, is_other: &dyn Fn(&str) -> bool) -> Vec<Finding<'_>> {
        let mut found = Vec::new();
        let nested = |name: &str| is_key_somewhere(self.keys, name);
        let is_other = |path: &str| is_other(path) || nested(path.rsplit('.').next().unwrap_or(path));
        find(self.node, Some(self.keys), "", &is_other, &mut found);
        found
    }
}

impl Publication {
    fn add(&mut self, means: Withheld) {
        match means {
            Withheld::Draft => self.draft = true,
            Withheld::Private | Withheld::Locked => self.private = true,
            Withheld::Unlisted => self.unlisted = true,
            Withheld::Expired => self.last = Some(Date::MIN),
            Withheld::From(day) => self.from = self.from.max(Some(day)),
            Withheld::Last(day) => self.last = Some(self.last.map_or(day, |last| last.min(day))),
        }
    }
}

/// What a line says of publication that is no front matter and looks like it: whether it keeps the text back, or is one of
/// the common words, or nearly one; `None` where it is about something else.
pub fn line_says(tables: &'static [&'static [Key]], key: &str, value: &str) -> Option<bool> {
    let value = value.trim().trim_end_matches(',');
    let node = serde_yaml::from_str(value).unwrap_or_else(|_| Node::Text(value.to_owned()));
    let is_common = || spellings(key).iter().any(|spelling| WORDS.iter().any(|word| word.near && word.is(spelling)));
    match says(key, &node, &|| is_key_somewhere(tables, key)) {
        Some(says) => Some(matches!(says, Says::Keeps(_))),
        None => is_common().then_some(false),
    }
}

/// Looks through a node's keys; those of the tables are ours, and what is in them is looked through by their own.
fn find<'n>(
    node: &'n Node,
    tables: Option<&'static [&'static [Key]]>,
    path: &str,
    is_other: &dyn Fn(&str) -> bool,
    found: &mut Vec<Finding<'n>>,
) {
    let pairs = match node {
        Node::Map(pairs) => pairs,
        Node::List(items) => return items.iter().for_each(|item| find(item, tables, path, is_other, found)),
        _ => return,
    };
    for (name, value) in pairs {
        let own = tables.and_then(|tables| tables.iter().flat_map(|table| table.iter()).find(|key| key.is(name)));
        let holds = matches!(value, Node::Map(_) | Node::List(_));
        if own.is_some() && !holds {
            continue;
        }
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let says = if own.is_some() { None } else { says(name, value, &|| is_other(&path)) };
        if holds && says.is_none() {
            find(value, own.and_then(|key| key.form.item().tables()), &path, is_other, found);
        }
        found.extend(says.map(|says| Finding { path, node: value, says }));
    }
}

/// Whether a key stands in some tables or in those of the mappings in them.
fn is_key_somewhere(tables: &'static [&'static [Key]], name: &str) -> bool {
    let inside = |key: &'static Key| key.form.item().tables().is_some_and(|tables| is_key_somewhere(tables, name));
    tables.iter().flat_map(|table| table.iter()).any(|key| key.is(name) || inside(key))
}

/// What a key that isn't ours says with its value; `None` where it is about something else.
fn says(name: &str, node: &Node, is_other: &dyn Fn() -> bool) -> Option<Says> {
    let spellings = spellings(name);
    let known = |word: &&'static Word| spellings.iter().any(|spelling| word.is(spelling));
    let mut plain = WORDS.iter().filter(known).peekable();
    if plain.peek().is_some() {
        return plain.clone().find_map(|word| word.says(node)).or_else(|| {
            let strict = plain.find(|word| word.strict)?;
            Some(if is_blank(node) { Says::Empty } else { Says::Unclear(strict) })
        });
    }
    if matches!(node, Node::Map(_)) {
        return None;
    }
    let near =
        |word: &&'static Word| word.near && spellings.iter().any(|s| is_near(s, word.name)) && word.could_be(node);
    let near = WORDS.iter().find(near)?;
    let is_score = matches!(node, Node::Int(_)) && BODY.contains(&spellings[0].as_str());
    (!is_score && !is_other()).then_some(Says::Near(near))
}

/// The problem of a finding, and what to do about it.
fn problem(path: &str, node: &Node, says: Says) -> Option<(Diagnostic, String)> {
    let pair = if says.is_secret() { path.to_owned() } else { pair(path, node) };
    let error = |code, message| Diagnostic::error(code, message);
    Some(match says {
        Says::Publishes => return None,
        Says::Keeps(means) => {
            let hint = match means {
                Withheld::Expired => "write `expires` with the last day, or `draft: true`".to_owned(),
                Withheld::From(_) => {
                    "a `date` in the future keeps a text back too, and `draft: true` until it is taken out".to_owned()
                }
                Withheld::Last(_) => format!("write {}, the last day on which it is published", means.ours()),
                _ => format!("write {}", means.ours()),
            };
            (Diagnostic::warning("foreign-key", format!("`{pair}` is read as {}", means.ours())), hint)
        }
        Says::Unclear(word) => {
            let expected = match word.tells {
                Tells::From | Tells::Until => "a date such as 2020-08-14",
                Tells::Words(_) | Tells::Visibility => "nearly a word that keeps a text back",
                Tells::Yes(_) | Tells::No(_) | Tells::Password => "yes or no",
            };
            let found = node.what();
            (
                error("wrong-kind", format!("{path} is {expected}, found {found}")),
                "write `draft: true` or `visibility: private` to keep the text back, or delete the line".to_owned(),
            )
        }
        Says::Empty => (
            error(
                "missing-value",
                format!("`{path}` has no value, so nobody can tell whether the text is to be published"),
            ),
            "write `draft: true` or `visibility: private` to keep the text back, or delete the line".to_owned(),
        ),
        Says::Near(word) => (
            error("misspelt-key", format!("`{pair}` may mean `{}`, so the text is kept back", word.name)),
            "write the word as it is; a key of yours belongs into site.toml, under `[front_matter] allow`".to_owned(),
        ),
    })
}

/// A key with its value as messages show them.
fn pair(path: &str, node: &Node) -> String {
    let mut pair = path.to_owned();
    let _ = match node {
        Node::Text(text) => write!(pair, ": {}", shorten(text, 40)),
        Node::Bool(value) => write!(pair, ": {value}"),
        Node::Int(value) => write!(pair, ": {value}"),
        Node::Null => write!(pair, ":"),
        Node::Float(_) | Node::List(_) | Node::Map(_) => Ok(()),
    };
    pair
}
