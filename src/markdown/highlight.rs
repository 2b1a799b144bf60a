//! Code in colours: syntect's scopes boiled down to eight roles, each a class of one letter.
//!
//! syntect's own classed HTML has a span for every scope, 65 kB for 3.4 kB of code; most of them no style knows. Here
//! only the roles below are written, and neighbours of one role share a span.

use crate::text::escape_into;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use syntect::parsing::{
    BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet, SyntaxSetBuilder,
};
use syntect::util::LinesWithEndings;

/// Longer code stays plain: it is a file rather than an example, and highlighting would take longer than the whole site.
const LONGEST: usize = 64 * 1024;

/// Lines longer than this are generated or minified; the patterns' time for them can be more than linear.
const LONGEST_LINE: usize = 2000;

/// The memo is emptied at this many bytes of HTML.
const MEMO: usize = 4 * 1024 * 1024;

/// The colours of code for light and dark screens; print gets the light ones.
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

/// TOML, which syntect's own set lacks, as syntect serialises syntaxes.
///
/// A `.sublime-syntax` file would need syntect's `yaml-load`, and with it a YAML reader that nobody maintains any more.
const TOML: &str = include_str!("toml.json");

/// Code as HTML with its roles in spans; `None` if the language is not known or has nothing to colour.
pub(super) fn highlight(language: &str, code: &str) -> Option<Arc<str>> {
    if language.is_empty() || code.len() > LONGEST || code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let language = language.to_ascii_lowercase();
    // Names that writers use and the set does not know.
    let (token, session) = match &*language {
        "console" | "shell-session" | "sh-session" | "terminal" => ("sh", true),
        "shell" | "ksh" => ("sh", false),
        "jsonc" | "json5" => ("json", false),
        token => (token, false),
    };
    // One set for TOML alone: adding to the other would mean to link all its syntaxes anew.
    let set = if token == "toml" { toml()? } else { common() };
    let syntax = set.find_syntax_by_token(token).filter(|syntax| syntax.name != "Plain Text")?;
    let name = if session { "session" } else { &syntax.name };
    remember(name, code, || match name {
        "session" => session_spans(set, syntax, code),
        "Markdown" if code.starts_with("---\n") => entry_spans(set, syntax, code),
        _ => spans(set, syntax, code),
    })
}

/// syntect's own syntaxes, loaded when the first block with a language is met.
fn common() -> &'static SyntaxSet {
    static SET: OnceLock<SyntaxSet> = OnceLock::new();
    SET.get_or_init(SyntaxSet::load_defaults_newlines)
}

/// TOML's syntax, loaded when the first block of it is met; that it can be read is tested.
fn toml() -> Option<&'static SyntaxSet> {
    static SET: OnceLock<Option<SyntaxSet>> = OnceLock::new();
    let load = || {
        let mut builder = SyntaxSetBuilder::new();
        builder.add(serde_json::from_str(TOML).ok()?);
        Some(builder.build())
    };
    SET.get_or_init(load).as_ref()
}

fn roles() -> &'static [(Scope, Option<Role>)] {
    static LOADED: OnceLock<Vec<(Scope, Option<Role>)>> = OnceLock::new();
    LOADED.get_or_init(|| ROLES.iter().filter_map(|(prefix, role)| Some((Scope::new(prefix).ok()?, *role))).collect())
}

/// Finds a result in the memo or makes it.
///
/// The memo is a cache of a pure function: what it holds changes times, never results.
fn remember(syntax: &str, code: &str, make: impl FnOnce() -> Option<String>) -> Option<Arc<str>> {
    static MEMOIZED: OnceLock<Mutex<HighlightMemo>> = OnceLock::new();
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
        *memo = HighlightMemo::default();
    }
    memo.bytes += html.len();
    memo.html.insert(key, Arc::clone(&html));
    Some(html)
}

#[derive(Default)]
struct HighlightMemo {
    html: HashMap<[u8; 32], Arc<str>>,
    bytes: usize,
}

fn spans(set: &SyntaxSet, syntax: &SyntaxReference, code: &str) -> Option<String> {
    let mut colours = Colours::new(set, syntax);
    let mut out = SpanWriter::with_capacity(code.len() * 2);
    for line in LinesWithEndings::from(code) {
        colours.line(line, &mut out)?;
    }
    Some(out.finish())
}

/// Markdown below front matter, whose end would make headings of its keys.
fn entry_spans(set: &SyntaxSet, syntax: &SyntaxReference, code: &str) -> Option<String> {
    let mut colours = Colours::new(set, set.find_syntax_by_token("yaml")?);
    let mut out = SpanWriter::with_capacity(code.len() * 2);
    let mut fences = 0;
    for line in LinesWithEndings::from(code) {
        if fences < 2 && line.trim_end() == "---" {
            fences += 1;
            out.push(line, Some(Role::Comment));
            if fences == 2 {
                colours = Colours::new(set, syntax);
            }
            continue;
        }
        colours.line(line, &mut out)?;
    }
    Some(out.finish())
}

/// What was typed at a prompt and what came back: only the former is the shell's language.
fn session_spans(set: &SyntaxSet, syntax: &SyntaxReference, code: &str) -> Option<String> {
    let mut out = SpanWriter::with_capacity(code.len() * 2);
    let mut command: Option<Colours<'_>> = None;
    for line in LinesWithEndings::from(code) {
        let typed = line.strip_prefix("$ ").or_else(|| line.strip_prefix("% "));
        if let Some(typed) = typed {
            out.push(&line[..line.len() - typed.len()], Some(Role::Comment));
            command = Some(Colours::new(set, syntax));
        }
        match &mut command {
            Some(colours) => colours.line(typed.unwrap_or(line), &mut out)?,
            None => out.push(line, None),
        }
        // A command goes on where its line ends with a backslash.
        if !line.trim_end_matches('\n').ends_with('\\') {
            command = None;
        }
    }
    Some(out.finish())
}

/// Where the reading of some code stands.
struct Colours<'s> {
    set: &'s SyntaxSet,
    state: ParseState,
    scopes: ScopeStack,
    /// The role of each scope that is open.
    open: Vec<Option<Role>>,
}

impl<'s> Colours<'s> {
    fn new(set: &'s SyntaxSet, syntax: &SyntaxReference) -> Self {
        Self { set, state: ParseState::new(syntax), scopes: ScopeStack::new(), open: Vec::new() }
    }

    /// Writes the next line; `None` where the syntax fails.
    fn line(&mut self, line: &str, out: &mut SpanWriter) -> Option<()> {
        let mut done = 0;
        for (at, op) in self.state.parse_line(line, self.set).ok()? {
            out.push(line.get(done..at)?, role(&self.open));
            done = at;
            let open = &mut self.open;
            let change = |op, _: &[Scope]| match op {
                BasicScopeStackOp::Push(scope) => open.push(role_of(roles(), scope)),
                BasicScopeStackOp::Pop => {
                    open.pop();
                }
            };
            self.scopes.apply_with_hook(&op, change).ok()?;
        }
        out.push(line.get(done..)?, role(&self.open));
        Some(())
    }
}

/// The innermost role.
fn role(roles: &[Option<Role>]) -> Option<Role> {
    roles.iter().rev().find_map(|role| *role)
}

fn role_of(roles: &[(Scope, Option<Role>)], scope: Scope) -> Option<Role> {
    roles.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).and_then(|(_, role)| *role)
}

/// HTML with at most one span open.
struct SpanWriter {
    html: String,
    open: Option<&'static str>,
}

impl SpanWriter {
    fn with_capacity(bytes: usize) -> Self {
        Self { html: String::with_capacity(bytes), open: None }
    }

    /// The HTML with its last span closed.
    fn finish(mut self) -> String {
        self.set(None);
        self.html
    }

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
