//! Code in colours: syntect's scopes boiled down to eight roles, each a class of one letter.
//!
//! syntect's own classed HTML has a span for every scope, 65 kB for 3.4 kB of code; most of them no style knows. Here
//! only the roles below are written, and neighbours of one role share a span.

use crate::text::escape_into;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Longer code stays plain: it is a file rather than an example, and highlighting would take longer than the whole site.
const LONGEST: usize = 64 * 1024;

/// Lines longer than this are generated or minified; the patterns' time for them can be more than linear.
const LONGEST_LINE: usize = 2000;

/// The memo is emptied at this many bytes of HTML.
const MEMO: usize = 4 * 1024 * 1024;

/// The colours of code for light and dark screens; print gets the light ones.
#[must_use]
pub fn stylesheet() -> &'static str {
    "\
.z-c{color:#625b4d;font-style:italic}
.z-s{color:#2f661a}
.z-n{color:#943a00}
.z-k{color:#7a2d7e}
.z-f{color:#0a578c}
.z-t{color:#00635a}
.z-v{color:#6e4a00}
.z-g{color:#9c2530}
@media screen and (prefers-color-scheme:dark){
.z-c{color:#a3a79f}
.z-s{color:#a3cf7c}
.z-n{color:#f0a870}
.z-k{color:#d8a5e2}
.z-f{color:#7fc3f0}
.z-t{color:#62cdbb}
.z-v{color:#e0c07c}
.z-g{color:#ff9d94}
}
"
}

/// What a piece of code is, as far as the stylesheet tells apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Role {
    /// Ends the role of what is around it: code inside of a string.
    Plain,
    Comment,
    String,
    /// Numbers, constants and escapes.
    Constant,
    /// Keywords and storage.
    Keyword,
    /// Functions and other names where they are given.
    Name,
    Type,
    /// Parameters, attributes and `self`.
    Variable,
    /// Tags, keys and what a diff takes out.
    Tag,
}

impl Role {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Comment => Some("z-c"),
            Self::String => Some("z-s"),
            Self::Constant => Some("z-n"),
            Self::Keyword => Some("z-k"),
            Self::Name => Some("z-f"),
            Self::Type => Some("z-t"),
            Self::Variable => Some("z-v"),
            Self::Tag => Some("z-g"),
        }
    }
}

/// The roles of scopes by their first words; the first that fits counts, so longer ones stand before shorter ones.
const ROLES: [(&str, Option<Role>); 33] = [
    ("source", Some(Role::Plain)),
    ("text", Some(Role::Plain)),
    ("meta.interpolation", Some(Role::Plain)),
    ("meta.template.expression", Some(Role::Plain)),
    ("comment", Some(Role::Comment)),
    ("string", Some(Role::String)),
    ("constant", Some(Role::Constant)),
    ("keyword.operator.word", Some(Role::Keyword)),
    ("keyword.operator.logical.python", Some(Role::Keyword)),
    // Every `=` and `+` in a span of its own would double the page for little.
    ("keyword.operator", None),
    ("keyword", Some(Role::Keyword)),
    ("storage", Some(Role::Keyword)),
    ("entity.name.tag", Some(Role::Tag)),
    ("entity.name.function", Some(Role::Name)),
    ("entity.name.class", Some(Role::Type)),
    ("entity.name.struct", Some(Role::Type)),
    ("entity.name.enum", Some(Role::Type)),
    ("entity.name.trait", Some(Role::Type)),
    ("entity.name.impl", Some(Role::Type)),
    ("entity.name.type", Some(Role::Type)),
    ("entity.name", Some(Role::Name)),
    ("entity.other.attribute-name", Some(Role::Variable)),
    ("entity.other.inherited-class", Some(Role::Type)),
    ("support.function", Some(Role::Name)),
    ("support.macro", Some(Role::Name)),
    ("support.constant", Some(Role::Constant)),
    ("support", Some(Role::Type)),
    ("variable.function", Some(Role::Name)),
    ("variable.parameter", Some(Role::Variable)),
    ("variable.language", Some(Role::Variable)),
    ("markup.heading", Some(Role::Name)),
    ("markup.inserted", Some(Role::String)),
    ("markup.deleted", Some(Role::Tag)),
];

/// What is loaded when the first block with a language is met.
struct Syntaxes {
    set: SyntaxSet,
    roles: Vec<(Scope, Option<Role>)>,
}

/// Code as HTML with its roles in spans; `None` if the language is not known or has nothing to colour.
pub(super) fn highlight(language: &str, code: &str) -> Option<Arc<str>> {
    static SYNTAXES: OnceLock<Syntaxes> = OnceLock::new();
    if language.is_empty() || code.len() > LONGEST || code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let syntaxes = SYNTAXES.get_or_init(load);
    let syntax = syntaxes.set.find_syntax_by_token(language).filter(|syntax| syntax.name != "Plain Text")?;
    remember(&syntax.name, code, || spans(syntaxes, syntax, code))
}

fn load() -> Syntaxes {
    let roles = ROLES.iter().filter_map(|(prefix, role)| Some((Scope::new(prefix).ok()?, *role)));
    Syntaxes { set: SyntaxSet::load_defaults_newlines(), roles: roles.collect() }
}

/// Finds a result in the memo or makes it.
///
/// The memo is a cache of a pure function: what it holds changes times, never results.
fn remember(syntax: &str, code: &str, make: impl FnOnce() -> Option<String>) -> Option<Arc<str>> {
    static MEMOIZED: OnceLock<Mutex<Memo>> = OnceLock::new();
    let key =
        *blake3::Hasher::new().update(syntax.as_bytes()).update(b"\0").update(code.as_bytes()).finalize().as_bytes();
    let memo = MEMOIZED.get_or_init(Mutex::default);
    if let Some(html) = memo.lock().unwrap_or_else(PoisonError::into_inner).html.get(&key) {
        return Some(Arc::clone(html));
    }
    // Not under the lock: other threads have other code to colour.
    let html: Arc<str> = make()?.into();
    let mut memo = memo.lock().unwrap_or_else(PoisonError::into_inner);
    if memo.bytes + html.len() > MEMO {
        *memo = Memo::default();
    }
    memo.bytes += html.len();
    memo.html.insert(key, Arc::clone(&html));
    Some(html)
}

#[derive(Default)]
struct Memo {
    html: HashMap<[u8; 32], Arc<str>>,
    bytes: usize,
}

fn spans(syntaxes: &Syntaxes, syntax: &SyntaxReference, code: &str) -> Option<String> {
    let mut state = ParseState::new(syntax);
    let mut scopes = ScopeStack::new();
    let mut roles: Vec<Option<Role>> = Vec::new();
    let mut out = Spans { html: String::with_capacity(code.len() * 2), open: None };
    for line in LinesWithEndings::from(code) {
        let mut done = 0;
        for (at, op) in state.parse_line(line, &syntaxes.set).ok()? {
            out.push(line.get(done..at)?, role(&roles));
            done = at;
            let change = |op, _: &[Scope]| match op {
                BasicScopeStackOp::Push(scope) => roles.push(role_of(&syntaxes.roles, scope)),
                BasicScopeStackOp::Pop => {
                    roles.pop();
                }
            };
            scopes.apply_with_hook(&op, change).ok()?;
        }
        out.push(&line[done..], role(&roles));
    }
    out.set(None);
    Some(out.html)
}

/// The innermost role.
fn role(roles: &[Option<Role>]) -> Option<Role> {
    roles.iter().rev().find_map(|role| *role)
}

fn role_of(roles: &[(Scope, Option<Role>)], scope: Scope) -> Option<Role> {
    roles.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).and_then(|(_, role)| *role)
}

/// HTML with at most one span open.
struct Spans {
    html: String,
    open: Option<&'static str>,
}

impl Spans {
    fn push(&mut self, text: &str, role: Option<Role>) {
        // White space has no colour, so it needs no end of the span before it.
        if !text.trim().is_empty() {
            self.set(role.and_then(Role::class));
        }
        escape_into(&mut self.html, text);
    }

    fn set(&mut self, class: Option<&'static str>) {
        if self.open == class {
            return;
        }
        if self.open.is_some() {
            self.html.push_str("</span>");
        }
        if let Some(class) = class {
            self.html.push_str("<span class=\"");
            self.html.push_str(class);
            self.html.push_str("\">");
        }
        self.open = class;
    }
}
