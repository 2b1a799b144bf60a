//! Pure helpers for text: slugs, escaping, words for dates and counts, near misses.
//!
//! Invariant: functions of their arguments only; each has callers in two stages or more.

pub mod marked;
pub mod near;
pub mod slug;
pub mod words;

use std::borrow::Cow;

/// Escapes text for HTML content and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(&mut out, text);
    out
}

/// Appends text escaped for HTML content and for attributes in double quotes; what XML forbids is left out.
pub fn escape_into(out: &mut String, text: &str) {
    escape_by(out, text, &MARKUP, |out, c| match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c if is_allowed(c) => out.push(c),
        _ => {}
    });
}

/// Appends a text, and by `one` each character of it that begins with one of some bytes: what lies between is copied whole,
/// since nearly all of a journal is.
pub(crate) fn escape_by(out: &mut String, mut text: &str, bytes: &[bool; 256], one: impl Fn(&mut String, char)) {
    while let Some(at) = text.bytes().position(|byte| bytes[usize::from(byte)]) {
        out.push_str(&text[..at]);
        let mut rest = text[at..].chars();
        if let Some(c) = rest.next() {
            one(out, c);
        }
        text = rest.as_str();
    }
    out.push_str(text);
}

/// The bytes that begin a character which is not text as it stands: markup, and what XML forbids or may forbid.
pub(crate) const MARKUP: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut at = 0;
    while at < 256 {
        // C2 begins the control characters from U+0080 on, EF U+FFFE and U+FFFF.
        bytes[at] = at < 0x20 || matches!(at, 0x22 | 0x26 | 0x3c | 0x3e | 0x7f | 0xc2 | 0xef);
        at += 1;
    }
    bytes
};

/// A text without what XML forbids.
pub fn allowed(text: &str) -> Cow<'_, str> {
    // Most texts have no byte that may be a part of it.
    let is_plain = text.bytes().all(|byte| !MARKUP[usize::from(byte)] || matches!(byte, b'"' | b'&' | b'<' | b'>'));
    if is_plain || text.chars().all(is_allowed) {
        return text.into();
    }
    text.chars().filter(|c| is_allowed(*c)).collect()
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (!c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// Whether nobody sees a character: it parts or hides what stands beside it for programs only.
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || c.is_control() && !c.is_whitespace()
}

/// A text whose lines all end in a line feed, with or without a carriage return before it. A bare carriage return, the line
/// end of old Macs and of some exporters, becomes one; every other byte stays where it is.
pub fn with_line_feeds(text: String) -> String {
    let mut bytes = text.into_bytes();
    for at in 0..bytes.len() {
        if bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            bytes[at] = b'\n';
        }
    }
    // One ASCII character stands for another, so it is UTF-8 as before.
    String::from_utf8(bytes).unwrap_or_default()
}

/// A text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Cuts a text at a word's end so that it has at most `most` characters, with an ellipsis where it was cut.
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let end = match cut.rfind(char::is_whitespace) {
        Some(space) if space > cut.len() / 2 => space,
        _ => cut.len(),
    };
    format!("{}…", cut[..end].trim_end_matches([' ', ',', ';', ':', '.', '–', '—']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaping_leaves_out_what_xml_forbids() {
        assert_eq!(escape("a<b> & \"c\"\u{1}\u{ffff}'"), "a&lt;b&gt; &amp; &quot;c&quot;'");
        assert_eq!(allowed("a\u{1}\t\u{85}b\n"), "a\tb\n");
    }

    #[test]
    fn bare_carriage_returns_become_line_feeds() {
        for (typed, expected) in [("a\rb\r\rö\r", "a\nb\n\nö\n"), ("a\r\nb\n", "a\r\nb\n"), ("a\r\r\n", "a\n\r\n")] {
            assert_eq!(with_line_feeds(typed.to_owned()), expected, "{typed:?}");
        }
    }

    #[test]
    fn first_letters_become_capitals() {
        assert_eq!(["élan", "ßa", "", "1a"].map(capital), ["Élan", "SSa", "", "1a"]);
    }

    #[test]
    fn shortening_ends_at_a_word() {
        assert_eq!(shorten("one two three", 20), "one two three");
        assert_eq!(shorten("one two, three four", 11), "one two…");
        assert_eq!(shorten(&"x".repeat(30), 5), "xxxx…");
    }
}
