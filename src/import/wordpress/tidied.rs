//! What is done to a text before a library reads its HTML, and to the markdown that comes of it.

use super::blocks::{DEFINITION, MORE};
use std::collections::BTreeMap;

/// Whether elements are opened without an end, which a parser would take minutes for.
pub(super) fn endless(html: &str) -> bool {
    /// What has no end, or may lack it.
    const ENDED: &[&str] =
        &["p", "li", "br", "img", "hr", "td", "tr", "th", "dt", "dd", "input", "source", "option", "col", "wbr"];
    // By name: an end of something else ends nothing.
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let mut n = 0;
    html.match_indices('<').any(|(at, _)| {
        let rest = &html[at + 1..];
        let (rest, ends) = rest.strip_prefix('/').map_or((rest, false), |rest| (rest, true));
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()).min(20);
        let name = rest[..end].to_ascii_lowercase();
        if end > 0 && !ENDED.contains(&name.as_str()) {
            let of_name = open.entry(name).or_default();
            if !ends {
                (*of_name, n) = (*of_name + 1, n + 1);
            } else if *of_name > 0 {
                (*of_name, n) = (*of_name - 1, n - 1);
            }
        }
        n > 1000
    })
}

/// A text without tags, read by nobody who knows HTML.
pub(super) fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut parts = html.split('<');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    out
}

/// Markdown without what it would mean by accident: signs for remarks, bare addresses with escapes in them.
pub(super) fn tidied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence: Option<usize> = None;
    let mut blank = true;
    for line in text.lines() {
        let start = line.trim_start_matches([' ', '>', '-', '*']);
        let ticks = start.len() - start.trim_start_matches('`').len();
        match fence {
            Some(open) if ticks >= open && start.trim_matches('`').trim().is_empty() => fence = None,
            None if ticks >= 3 => fence = Some(ticks),
            Some(_) => {}
            None => {
                let line = plain_line(line);
                // A line of nothing, and a line's end that no line follows.
                if line.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}').is_empty() || line.trim() == "\\" {
                    if !blank {
                        out.push('\n');
                    }
                    blank = true;
                    continue;
                }
                blank = false;
                out.push_str(&line);
                out.push('\n');
                continue;
            }
        }
        blank = false;
        out.push_str(line);
        out.push('\n');
    }
    out.replace("\\\n\n", "\n\n").trim_end_matches(['\n', '\\']).to_owned()
}

fn plain_line(line: &str) -> String {
    if line.trim() == MORE.to_string() {
        return "<!-- more -->".to_owned();
    }
    let mut line = line.trim_end_matches([' ', '\t']).replace("%%", "%\\%").replace(MORE, "");
    // A space that a line's end left behind; deeper ones are a list's.
    if line.starts_with(' ') && !line[1..].starts_with(' ') {
        line.remove(0);
    }
    if line.starts_with(": ") {
        line.insert(0, '\\');
    }
    if let Some(rest) = line.strip_prefix(DEFINITION) {
        line = format!(":{rest}");
    }
    if line.contains("http") && !line.contains('`') { bare_addresses(&line) } else { line }
}

/// An address that is no link's stands as it was typed, without the escapes that text has.
fn bare_addresses(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("http") {
        let is_target = rest[..at].ends_with(['(', '<']);
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let end = tail.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ')')).unwrap_or(tail.len());
        let address = &tail[..end];
        if is_target || !address.contains("://") || address.contains('[') {
            out.push_str(address);
        } else {
            out.push_str(&address.replace("\\_", "_").replace("\\*", "*"));
        }
        rest = &tail[end.max(4)..];
    }
    out.push_str(rest);
    out
}
