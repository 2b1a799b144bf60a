//! The ids in raw HTML, found by a small scan: the writer's HTML is passed on, not understood.

/// The values of all `id` attributes.
pub(super) fn ids(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = rest.trim_start_matches(|c: char| !c.is_whitespace() && c != '>' && c != '/');
            rest = attributes(rest, &mut found);
        }
    }
    found
}

/// Reads a tag's attributes; returns what comes after them.
fn attributes<'a>(mut rest: &'a str, found: &mut Vec<&'a str>) -> &'a str {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        if rest.is_empty() || rest.starts_with('>') {
            return rest;
        }
        // A lone `=` is no attribute, but has to be passed.
        let (name, after) = rest.split_at(end.max(1).min(rest.len()));
        rest = after;
        let Some(value) = rest.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
        };
        rest = after;
        if name.eq_ignore_ascii_case("id") && !value.is_empty() {
            found.push(value);
        }
    }
}
