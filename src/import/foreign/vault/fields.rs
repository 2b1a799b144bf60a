//! Fields in the text of notes, `pain:: 3`, and its tags.

use crate::config::Config;
use crate::entry;
use crate::fields::Node;
use crate::import::foreign::keys::OurKeys;
use crate::import::foreign::prose::CodeParts;
use crate::import::foreign::when::when;

/// Keys that several lines may give an item each.
const LISTS: [&str; 8] =
    ["sessions", "exercises", "treatments", "milestones", "triggers", "advice", "questions", "lessons"];

/// No key of a field is longer.
const LONGEST_KEY: usize = 60;

/// All fields of a text as they were typed, and the text without those that became front matter.
pub(super) fn taken(text: &str, keys: &mut OurKeys, config: &Config) -> (Vec<(String, Node)>, String) {
    if !text.contains("::") {
        return (Vec::new(), text.to_owned());
    }
    let code = CodeParts::of(text);
    let mut typed = Vec::new();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if !line.contains("::") || code.has(start) {
            out.push_str(line);
            continue;
        }
        if let Some((key, value)) = whole_line(line) {
            let node = value_of(value);
            typed.push((key.to_owned(), node.clone()));
            if !take(key, &node, keys, config) {
                out.push_str(line);
            }
            continue;
        }
        out.push_str(&bracketed(line, &code, start, &mut typed, keys, config));
    }
    (typed, out)
}

/// The field that is all of a line, or of an item.
fn whole_line(line: &str) -> Option<(&str, &str)> {
    let line = line.trim().trim_start_matches("- ").trim_start_matches("* ").trim_start();
    let (key, value) = line.split_once("::")?;
    let key = key.trim().trim_matches(['*', '_']).trim();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/');
    let is_key = !key.is_empty() && key.len() <= LONGEST_KEY && key.chars().all(plain);
    let value = value.trim_start_matches(['*', '_']);
    (is_key && (value.is_empty() || value.starts_with(char::is_whitespace))).then_some((key, value.trim()))
}

/// A line with fields in brackets or parentheses: `slept [sleep:: 7] hours`.
fn bracketed(
    line: &str,
    code: &CodeParts,
    start: usize,
    typed: &mut Vec<(String, Node)>,
    keys: &mut OurKeys,
    config: &Config,
) -> String {
    let mut out = String::with_capacity(line.len());
    let mut done = 0;
    for (at, _) in line.match_indices("::") {
        let open = line[done..at].rfind(['[', '(']).map(|found| done + found);
        let Some(open) = open.filter(|open| at - open <= LONGEST_KEY && !code.has(start + at)) else { continue };
        let close = if line[open..].starts_with('[') { ']' } else { ')' };
        let Some(length) = line[at..].chars().take(400).collect::<String>().find(close) else { continue };
        let (key, value) = (line[open + 1..at].trim(), line[at + 2..at + length].trim());
        if key.is_empty() || key.contains(['[', ']', '(', ')']) {
            continue;
        }
        let node = value_of(value);
        typed.push((key.to_owned(), node.clone()));
        if take(key, &node, keys, config) {
            out.push_str(&line[done..open]);
            out.push_str(value);
            done = at + length + close.len_utf8();
        }
    }
    out.push_str(&line[done..]);
    out
}

/// A value as YAML reads it; links and what isn't YAML are text.
fn value_of(text: &str) -> Node {
    let text_alone = || Node::Text(text.to_owned());
    if text.len() > 1000 || text.contains("[[") {
        return text_alone();
    }
    let depth = text.bytes().filter(|b| matches!(b, b'[' | b'{')).count();
    if depth > 16 { text_alone() } else { serde_yaml::from_str::<Node>(text).unwrap_or_else(|_| text_alone()) }
}

/// Takes a field that we have a key for and can read; `false` where it stays in the text.
fn take(key: &str, value: &Node, keys: &mut OurKeys, config: &Config) -> bool {
    let folded = key.to_lowercase().replace([' ', '-'], "_");
    match folded.as_str() {
        "tags" | "tag" => {
            let Node::Text(text) = value else { return false };
            let tags = text.split([',', ' ']).map(|tag| tag.trim_matches(['[', ']', ' ']).to_owned());
            keys.add_tags(&tags.collect::<Vec<_>>());
            return true;
        }
        "title" => {
            let Node::Text(text) = value else { return false };
            keys.title.get_or_insert_with(|| text.clone());
            return true;
        }
        "date" => {
            let Some(found) = when(value, &config.zone) else { return false };
            keys.when.get_or_insert(found);
            return true;
        }
        // They are judged with all others, and are nothing that a text shows.
        "draft" | "visibility" | "expires" | "publish" | "published" | "public" | "private" => return true,
        "id" | "collapsed" | "alias" | "aliases" => return true,
        "slug" | "summary" | "image" | "updated" => return false,
        _ => {}
    }
    let own = entry::KEYS.iter().flat_map(|table| table.iter()).map(|key| key.name).find(|name| *name == folded);
    let Some(own) = own else { return false };
    let before = keys.others.get(own).cloned();
    if before.is_some() && !LISTS.contains(&own) {
        return false;
    }
    if keys.other(own, value, config).is_err() {
        return false;
    }
    if let (Some(before), Some(new)) = (before, keys.others.get(own).cloned()) {
        let items = |value: serde_yaml::Value| match value {
            serde_yaml::Value::Sequence(items) => items,
            other => vec![other],
        };
        let all = items(before).into_iter().chain(items(new)).collect();
        keys.others.insert(own.into(), serde_yaml::Value::Sequence(all));
    }
    true
}

/// The tags that stand in a text: `#run`, `#injury/calf`, `#[[two words]]`.
pub(super) fn tags(text: &str) -> Vec<String> {
    let code = CodeParts::of(text);
    let mut all = Vec::new();
    for (at, _) in text.match_indices('#') {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| !c.is_whitespace()) || code.has(at) {
            continue;
        }
        let rest = &text[at + 1..];
        if let Some(inside) = rest.strip_prefix("[[") {
            let length = inside.bytes().take(200).position(|b| b == b']');
            all.extend(length.map(|length| inside[..length].to_owned()));
            continue;
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '/'))).unwrap_or(rest.len());
        let tag = rest[..end].trim_end_matches('/');
        // `#weight:72` counts something, and `#1` is a number.
        let counts = rest[end..].starts_with(':') && rest[end + 1..].starts_with(|c: char| !c.is_whitespace());
        if tag.chars().any(char::is_alphabetic) && !counts {
            all.push(tag.to_owned());
        }
    }
    all
}
