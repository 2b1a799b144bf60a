//! The fields of a mapping, found by the keys that it may have.

use super::{At, Document, Form, Key, Node, Notation, Value, is_name};
use crate::diag::Diagnostic;
use crate::text::near::nearest;

/// The keys and values of a mapping.
#[derive(Debug)]
pub struct Fields<'a> {
    pub(super) document: &'a Document<'a>,
    name: &'a str,
    pairs: &'a [(String, Node)],
    /// The signs of all keys that are there.
    signs: u64,
    pub(super) node: &'a Node,
    pub(super) keys: &'static [&'static [Key]],
    /// Further tables, of the kind of mapping that a key of the others told.
    more: &'static [&'static [Key]],
    /// What was asked for: a key of the tables that nobody reads would be promised and not done.
    #[cfg(debug_assertions)]
    asked: std::cell::RefCell<Vec<&'static str>>,
}

/// One of 64 signs of a key by its first letter and length: most keys that are asked for aren't there, and few of those share
/// a sign with one that is.
fn sign(key: &str) -> u64 {
    let first = key.bytes().next().unwrap_or_default().to_ascii_lowercase();
    1 << ((usize::from(first) * 5 + key.len()) % 64)
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        name: &'a str,
        pairs: &'a [(String, Node)],
        node: &'a Node,
        keys: &'static [&'static [Key]],
    ) -> Self {
        Self {
            document,
            name,
            pairs,
            signs: pairs.iter().fold(0, |signs, (name, _)| signs | sign(name.trim())),
            node,
            keys,
            more: &[],
            #[cfg(debug_assertions)]
            asked: std::cell::RefCell::default(),
        }
    }

    /// All keys that the mapping may have.
    fn table(&self) -> impl Iterator<Item = &'static Key> + Clone {
        self.keys.iter().chain(self.more).flat_map(|table| table.iter())
    }

    /// The row of a key, in whatever case it is typed.
    fn row(&self, typed: &str) -> Option<&'static Key> {
        self.table().find(|key| key.is(typed))
    }

    /// Their names.
    fn known(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.table().map(|key| key.name)
    }

    /// The value under a key, in whatever case it is typed; a key without a value counts as absent, since absent is never
    /// zero.
    pub fn get(&self, key: &'static str) -> Option<Value<'a>> {
        #[cfg(debug_assertions)]
        self.asked.borrow_mut().push(key);
        if self.signs & sign(key) == 0 {
            return None;
        }
        let mut found = self.pairs.iter().filter(|(name, _)| is_name(name, key));
        let (name, node) = found.next()?;
        if let Some((_, again)) = found.next() {
            let place = self.document.place(again, At::Key);
            let first = self.document.place(node, At::Key);
            self.document.report(
                Diagnostic::error("duplicate-key", format!("`{key}` is given twice"))
                    .at(place)
                    .related("first here", first),
            );
        }
        let row = self.table().find(|known| known.name == key);
        debug_assert!(row.is_some(), "`{key}` is read and stands in no table");
        let row = row?;
        if !matches!(node, Node::Null) {
            return Some(Value::new(self.document, name, node, &row.form));
        }
        if !row.may_be_blank {
            let problem = Diagnostic::error("missing-value", format!("`{key}` has no value"))
                .at(self.document.place(node, At::Key));
            self.document.report(problem.hint(format!("it takes {}; without it the line has to go", row.form.takes())));
        }
        None
    }

    /// The value under a key, read.
    pub fn read<T>(&self, key: &'static str, read: impl Fn(Value<'a>) -> Option<T>) -> Option<T> {
        self.get(key).and_then(|value| value.read(read))
    }

    /// The value of a key that is missing, under another name for it, which is an error; nothing more is told of that name.
    pub fn misnamed(&self, key: &'static str, names: &[&str]) -> Option<Value<'a>> {
        let row = self.table().find(|known| known.name == key)?;
        let (name, node) = self.pairs.iter().find(|(name, _)| names.iter().any(|other| is_name(name, other)))?;
        let problem = Diagnostic::error("missing-key", format!("`{key}` is missing, found `{name}`"));
        let problem = problem.at(self.document.place(node, At::Key)).hint(format!("write `{key}`"));
        self.document.report(problem);
        self.document.told.borrow_mut().push(std::ptr::from_ref(node));
        Some(Value::new(self.document, key, node, &row.form))
    }

    /// Keeps only the tables that have a key, where that key tells which kind of mapping it is.
    pub fn narrow(&mut self, key: &str) {
        let has = |table: &&[Key]| table.iter().any(|known| known.name == key);
        if let Some(at) = self.keys.iter().position(has) {
            self.keys = &self.keys[at..=at];
        }
    }

    /// Adds the tables of a kind of mapping that a key of the others told.
    pub fn add(&mut self, keys: &'static [&'static [Key]]) {
        self.more = keys;
    }

    /// Whether the tables have a key.
    pub fn knows(&self, key: &str) -> bool {
        self.row(key).is_some()
    }

    /// Whether the mapping has a key, with or without a value; does not count as asking for it.
    pub fn has(&self, key: &str) -> bool {
        self.signs & sign(key) != 0 && self.pairs.iter().any(|(name, _)| is_name(name, key))
    }

    /// All keys and values as they were typed; does not count as asking for them.
    pub fn pairs(&self) -> &'a [(String, Node)] {
        self.pairs
    }

    /// The mapping as a value, to point at.
    pub fn itself(&self) -> Value<'a> {
        Value::new(self.document, self.name, self.node, &Form::Mapping(&[]))
    }

    /// Warns of the keys that stand in no table, except those the site allows.
    ///
    /// `hint` gives a word for well-known wrong keys, before the nearest known one is offered.
    pub fn finish(self, allowed: &[String], hint: impl Fn(&str) -> Option<&'static str>) {
        for (name, node, problem) in self.unknown(allowed) {
            let hint = match hint(name) {
                Some(hint) => Some(self.fitting(hint, node)),
                None => self.near(name, node),
            };
            self.document.report(hint.into_iter().fold(problem, Diagnostic::hint));
        }
    }

    /// The same, naming all keys that a thing of this name takes.
    pub fn finish_with_list(self, thing: &str) {
        let known: Vec<_> = self.known().collect();
        for (name, node, problem) in self.unknown(&[]) {
            let problem = self.near(name, node).into_iter().fold(problem, Diagnostic::hint);
            self.document.report(problem.hint(format!("`{thing}` takes {}", known.join(", "))));
        }
    }

    /// The hint that a key was mistyped, where a known one is near, isn't there yet, and may have such a value.
    fn near(&self, name: &str, node: &Node) -> Option<String> {
        let near = self.row(nearest(name, self.known())?)?;
        if self.has(near.name) {
            return Some(format!("is it `{}`, which stands here already?", near.name));
        }
        near.form.fits(node).then(|| format!("did you mean `{}`?", near.name))
    }

    /// A hint that names a key of ours for another word, as far as that key may be written there.
    fn fitting(&self, hint: &str, node: &Node) -> String {
        let meant = hint.strip_prefix("did you mean `").and_then(|rest| rest.split_once('`'));
        match meant.and_then(|(name, _)| self.row(name)) {
            Some(key) if self.has(key.name) => format!("is it `{}`, which stands here already?", key.name),
            Some(key) if !key.form.fits(node) => {
                format!("it is called `{}` here, which takes {}", key.name, key.form.takes())
            }
            _ => hint.to_owned(),
        }
    }

    /// The keys that stand in no table, each with the warning of it; of those that are written in another case a note says so.
    fn unknown(&self, allowed: &[String]) -> Vec<(&'a str, &'a Node, Diagnostic)> {
        #[cfg(debug_assertions)]
        for key in self.known() {
            debug_assert!(
                self.asked.borrow().contains(&key),
                "`{key}` stands in a table of `{}` and is not read",
                self.name
            );
        }
        if self.document.language == Notation::Parts {
            return Vec::new();
        }
        let inside = if self.name.is_empty() { String::new() } else { format!(" in `{}`", self.name) };
        let told = self.document.told.borrow();
        let warning = |(name, node): &'a (String, Node)| {
            let place = || self.document.place(node, At::Key);
            if let Some(row) = self.row(name) {
                if row.name != name {
                    let note = Diagnostic::note("key-case", format!("`{name}` is read as `{}`", row.name));
                    self.document.report(note.at(place()));
                }
                return None;
            }
            if allowed.iter().any(|a| a.eq_ignore_ascii_case(name)) || told.iter().any(|t| std::ptr::eq(*t, node)) {
                return None;
            }
            if self.is_allowed(name) {
                return None;
            }
            if let Some((key, value)) = self.without_space(name, node) {
                let problem = Diagnostic::error("missing-space", format!("a space is missing after `{key}:`"));
                self.document.report(problem.at(place()).hint(format!("write `{key}: {value}`")));
                return None;
            }
            let warning = Diagnostic::warning("unknown-key", format!("unknown key `{name}`{inside}"));
            Some((name.as_str(), node, warning.at(place())))
        };
        self.pairs.iter().filter_map(warning).collect()
    }

    /// The key and the value of `before:2`, which is one long name to YAML.
    fn without_space<'n>(&self, name: &'n str, node: &Node) -> Option<(&'n str, &'n str)> {
        let parts = name.split_once(':').filter(|(_, value)| !value.is_empty());
        parts.filter(|(key, _)| matches!(node, Node::Null) && self.row(key).is_some())
    }

    /// Whether the site allows a key of this mapping, given with dots between the keys that lead to it: `sessions.shoes`, by
    /// the names that are typed or by ours.
    fn is_allowed(&self, name: &str) -> bool {
        let allowed = self.document.allowed;
        if allowed.is_empty() {
            return false;
        }
        let dotted = |keys: Vec<&str>| [keys.as_slice(), &[name]].concat().join(".").to_lowercase();
        let paths = self.document.keys_to(self.node).map(dotted);
        allowed.iter().any(|allowed| {
            let allowed = allowed.replace("[]", "").to_lowercase();
            let below = |path: &String| path.strip_prefix(&allowed).is_some_and(|rest| rest.starts_with('.'));
            paths.iter().any(|path| *path == allowed || below(path))
        })
    }
}
