//! The HTML of a specification's example beside ours.
//!
//! What differs on purpose and in the same way everywhere is not listed example by example: [`expect`] changes the
//! specification's HTML as our writer does (its comments say how), and [`Tokens::of`] forgets what is only another
//! way to write the same HTML.

use comeback::markdown::{Body, Hole, Options, Words, parse};
use std::collections::{BTreeMap, BTreeSet};

/// One example of a specification.
pub(crate) struct Example {
    /// Its place among the examples, from 1.
    pub(crate) number: usize,
    pub(crate) markdown: String,
    /// What a reader of CommonMark makes of it.
    pub(crate) html: String,
}

/// Examples that differ, by number, and why.
pub(crate) type Different = &'static [(&'static str, &'static [usize])];

/// Fails where an example differs and is not listed, or is listed and does not.
#[track_caller]
pub(crate) fn check(examples: &[Example], different: Different) {
    let listed = different.iter().flat_map(|(reason, numbers)| numbers.iter().map(|number| (*number, *reason)));
    let mut listed: BTreeMap<usize, &str> = listed.collect();
    let mut wrong = Vec::new();
    for Example { number, markdown, html } in examples {
        // A language that nobody speaks, whose quotes stay as typed.
        let body = parse(markdown, 0..markdown.len(), Options { path: "a.md", language: "zxx" }).value;
        let (expected, found) = (expect(html, body.title.as_deref()), ours(&body));
        match (expected == found, listed.remove(number)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(reason)) => wrong.push(format!("{number} is equal, but listed: {reason}")),
            (false, None) => wrong.push(format!(
                "{number} differs\n  markdown {markdown:?}\n  expected {}\n  found    {}",
                expected.show(),
                found.show()
            )),
        }
    }
    wrong.extend(listed.keys().map(|number| format!("{number} is listed and not there")));
    assert!(wrong.is_empty(), "\n{}\n{} in all", wrong.join("\n"), wrong.len());
}

/// A piece of HTML.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Token {
    Text(String),
    Start(String, BTreeMap<String, String>),
    End(String),
    /// A comment, a declaration and the like, as it is.
    Other(String),
}

/// HTML without what is only another way to write it: the order and quoting of attributes, the slash of `<br />`,
/// character references, and white space that no browser shows.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Tokens(Vec<Token>);

/// Elements beside whose tags white space shows nothing.
const BLOCKS: &str = " address article aside blockquote body br col dd details dialog div dl dt figcaption \
    figure footer h1 h2 h3 h4 h5 h6 head header hr html iframe input li link main nav ol p pre script section style \
    table tbody td tfoot th thead title tr ul video ";

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&format!(" {name} "))
}

impl Tokens {
    fn of(html: &str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = html;
        while !rest.is_empty() {
            let length = tag_length(rest);
            if let Some(length) = length {
                tokens.push(tag(&rest[..length]));
                rest = &rest[length..];
                continue;
            }
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
            let text = decoded(&rest[..end]);
            match tokens.last_mut() {
                Some(Token::Text(before)) => before.push_str(&text),
                _ => tokens.push(Token::Text(text)),
            }
            rest = &rest[end..];
        }
        Self(tokens).trimmed()
    }

    /// Folds white space outside of `pre`, and drops it beside the tags of blocks.
    fn trimmed(self) -> Self {
        let mut pre = 0usize;
        let mut out: Vec<Token> = Vec::new();
        let all = self.0;
        for (at, token) in all.iter().enumerate() {
            match token {
                Token::Start(name, _) if name == "pre" => pre += 1,
                Token::End(name) if name == "pre" => pre = pre.saturating_sub(1),
                Token::Text(text) if pre == 0 => {
                    let mut text = folded(text);
                    let block = |token: Option<&Token>| match token {
                        Some(Token::Start(name, _) | Token::End(name)) => is_block(name),
                        Some(Token::Other(_)) | None => true,
                        Some(Token::Text(_)) => false,
                    };
                    if block(at.checked_sub(1).and_then(|at| all.get(at))) {
                        text = text.trim_start().to_owned();
                    }
                    if block(all.get(at + 1)) {
                        text = text.trim_end().to_owned();
                    }
                    if !text.is_empty() {
                        out.push(Token::Text(text));
                    }
                    continue;
                }
                _ => {}
            }
            out.push(token.clone());
        }
        Self(out)
    }

    fn show(&self) -> String {
        let show = |token: &Token| match token {
            Token::Text(text) => format!("{text:?}"),
            Token::Start(name, attributes) => {
                let attributes = attributes.iter().map(|(name, value)| format!(" {name}={value:?}"));
                format!("<{name}{}>", attributes.collect::<String>())
            }
            Token::End(name) => format!("</{name}>"),
            Token::Other(text) => text.clone(),
        };
        self.0.iter().map(show).collect::<Vec<_>>().join(" ")
    }
}

/// The length of the tag, comment or the like that a text starts with.
fn tag_length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    for (start, end) in [("!--", "-->"), ("?", "?>"), ("![CDATA[", "]]>"), ("!", ">")] {
        if inside.starts_with(start) {
            return text.find(end).map(|at| at + end.len());
        }
    }
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut quote = None;
    for (at, c) in text.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '<') => return None,
            (None, '"' | '\'') if text[..at].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn tag(text: &str) -> Token {
    let inside = &text[1..text.len() - 1];
    if inside.starts_with(['!', '?']) {
        return Token::Other(text.to_owned());
    }
    if let Some(name) = inside.strip_prefix('/') {
        return Token::End(name.trim().to_ascii_lowercase());
    }
    let inside = inside.trim_end().strip_suffix('/').unwrap_or(inside);
    let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    let (name, mut rest) = (inside[..end].to_ascii_lowercase(), inside[end..].trim_start());
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len()).max(1);
        let key = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quoted = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (found, left) = match quoted {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
            value = decoded(found);
            rest = left.trim_start();
        }
        attributes.insert(key, value);
    }
    Token::Start(name, attributes)
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let c = if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// A specification's HTML as our writer means it, example by example the same way.
fn expect(html: &str, title: Option<&str>) -> Tokens {
    let all = Tokens::of(html).0;
    let mut out: Vec<Token> = Vec::new();
    let mut at = 0;
    // A heading of level 1 that starts the text is the page's title, which the page's own h1 shows.
    if let Some(title) = title
        && let Some(end) = all.iter().position(|token| *token == Token::End("h1".into()))
    {
        let text =
            all[..end].iter().filter_map(|token| if let Token::Text(text) = token { Some(&**text) } else { None });
        // Where the two differ the heading stays, and is a difference.
        if smart(text.collect::<String>().trim()) == title {
            at = end + 1;
        }
    }
    let mut code = 0usize;
    // Raw HTML passes as it is: only markdown's tables start with a head.
    let mut in_table = false;
    while let Some(token) = all.get(at) {
        at += 1;
        match token.clone() {
            Token::Start(name, mut attributes) => {
                code += usize::from(matches!(&*name, "code" | "pre"));
                match &*name {
                    // The page has its own h1.
                    "h1" => out.push(Token::Start("h2".into(), attributes)),
                    // It scrolls by keyboard.
                    "table" if matches!(all.get(at), Some(Token::Start(name, _)) if name == "thead") => {
                        in_table = true;
                        let scroll =
                            [("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Table")];
                        out.push(start("div", &scroll));
                        out.push(Token::Start(name, attributes));
                    }
                    // Alignment by class, since a style or an attribute for it is not allowed; heads of columns say so.
                    "th" | "td" if in_table => {
                        if let Some(align) = attributes.remove("align") {
                            attributes.insert("class".into(), align);
                        }
                        let empty = all.get(at) == Some(&Token::End("th".into()));
                        if name == "th" && !empty {
                            attributes.insert("scope".into(), "col".into());
                        }
                        out.push(Token::Start(if empty { "td".into() } else { name }, attributes));
                    }
                    // A task is marked as one, and its box has a name.
                    "input" => {
                        if let Some(Token::Start(item, attributes)) =
                            out.iter_mut().rev().find(|t| matches!(t, Token::Start(n, _) if n == "li"))
                        {
                            assert_eq!(item, "li");
                            attributes.insert("class".into(), "task".into());
                        }
                        let word = if attributes.contains_key("checked") { "Done" } else { "To do" };
                        attributes.insert("aria-label".into(), word.into());
                        out.push(Token::Start(name, attributes));
                    }
                    // A picture alone in its paragraph is a figure, and its title the caption.
                    "p" => match (all.get(at), all.get(at + 1)) {
                        (Some(Token::Start(image, attributes)), Some(Token::End(end)))
                            if image == "img" && end == "p" =>
                        {
                            let mut attributes = attributes.clone();
                            let title = attributes.remove("title");
                            out.push(start("figure", &[("class", "pic")]));
                            out.push(Token::Start(image.clone(), addressed(attributes)));
                            if let Some(title) = title {
                                out.extend([
                                    start("figcaption", &[]),
                                    Token::Text(title),
                                    Token::End("figcaption".into()),
                                ]);
                            }
                            out.push(Token::End("figure".into()));
                            at += 2;
                        }
                        _ => out.push(Token::Start(name, attributes)),
                    },
                    _ => out.push(Token::Start(name, addressed(attributes))),
                }
            }
            Token::End(name) => {
                code -= usize::from(code > 0 && matches!(&*name, "code" | "pre"));
                match &*name {
                    "h1" => out.push(Token::End("h2".into())),
                    "table" if std::mem::take(&mut in_table) => {
                        out.extend([Token::End(name), Token::End("div".into())]);
                    }
                    "th" if matches!(out.last(), Some(Token::Start(name, _)) if name == "td") => {
                        out.push(Token::End("td".into()));
                    }
                    _ => out.push(Token::End(name)),
                }
            }
            // Dashes and dots are smart, quotes are in the languages that have them: here in none.
            Token::Text(text) if code == 0 => out.push(Token::Text(smart(&text))),
            token => out.push(token),
        }
    }
    Tokens(out).trimmed()
}

fn start(name: &str, attributes: &[(&str, &str)]) -> Token {
    Token::Start(name.into(), attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
}

fn smart(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("--") {
        out.push_str(&rest[..at]);
        let dashes = rest[at..].len() - rest[at..].trim_start_matches('-').len();
        // As many long ones as leave no single hyphen over.
        let (long, short) = match (dashes % 3, dashes % 2) {
            (0, _) => (dashes / 3, 0),
            (_, 0) => (0, dashes / 2),
            (1, _) => ((dashes - 4) / 3, 2),
            _ => ((dashes - 2) / 3, 1),
        };
        out.push_str(&("—".repeat(long) + &"–".repeat(short)));
        rest = &rest[at + dashes..];
    }
    (out + rest).replace("...", "…")
}

/// Addresses are compared decoded: those of the site's own files are encoded when their hole is filled.
fn addressed(mut attributes: BTreeMap<String, String>) -> BTreeMap<String, String> {
    for name in ["href", "src"] {
        if let Some(value) = attributes.get_mut(name) {
            *value = percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned();
        }
    }
    attributes
}

fn attribute(target: &str) -> String {
    target.replace('&', "&amp;").replace('"', "&quot;")
}

/// Our HTML, its holes filled with what was typed, without what ours adds to the specification's: a heading's id and
/// the link to itself, the spans of coloured code, and what browsers are told of keyboards and loading.
fn ours(body: &Body) -> Tokens {
    let mut html = String::new();
    let mut done = 0;
    for (at, hole) in &body.holes {
        html.push_str(&body.html[done..*at]);
        done = *at;
        match hole {
            Hole::Link { target, .. } => html.push_str(&attribute(target)),
            Hole::Image { target, tag, .. } => {
                html.push_str(&format!("<img src=\"{}\"{}>", attribute(target), tag.attributes));
            }
            // Names of the interface, as English says them.
            Hole::Words(Words::Table) => html.push_str("Table"),
            Hole::Words(Words::Done) => html.push_str("Done"),
            Hole::Words(Words::ToDo) => html.push_str("To do"),
            other => html.push_str(&format!("{other:?}")),
        }
    }
    html.push_str(&body.html[done..]);
    let mut ids: BTreeSet<&str> = body.headings.iter().map(|heading| &*heading.id).collect();
    let mut out: Vec<Token> = Vec::new();
    let mut tokens = Tokens::of(&html).0.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            Token::Start(name, attributes)
                if name == "span" && attributes.get("class").is_some_and(|c| c.starts_with("z-")) => {}
            Token::End(name) if name == "span" && body.code => {}
            Token::Start(name, attributes) if name == "a" && attributes.get("class").is_some_and(|c| c == "anchor") => {
                assert_eq!(tokens.next(), Some(Token::Text("#".into())), "{html}");
                assert_eq!(tokens.next(), Some(Token::End("a".into())), "{html}");
            }
            Token::Start(name, mut attributes) => {
                if attributes.get("id").is_some_and(|id| ids.remove(&**id)) {
                    attributes.remove("id");
                }
                match &*name {
                    "pre" => drop(attributes.remove("tabindex")),
                    "img" => {
                        attributes.remove("loading");
                        attributes.remove("decoding");
                    }
                    _ => {}
                }
                out.push(Token::Start(name, addressed(attributes)));
            }
            Token::Text(text) => match out.last_mut() {
                Some(Token::Text(before)) => before.push_str(&text),
                _ => out.push(Token::Text(text)),
            },
            token => out.push(token),
        }
    }
    assert!(ids.is_empty(), "headings without ids: {html}");
    Tokens(out).trimmed()
}
