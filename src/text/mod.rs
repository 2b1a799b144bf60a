//! Pure helpers for text: slugs, escaping, words for dates and counts, near misses.
//!
//! Invariant: functions of their arguments only; each has callers in two stages or more.

pub mod near;
pub mod slug;
pub mod words;

/// Escapes text for HTML content and for attributes in double quotes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(&mut out, text);
    out
}

/// Appends text escaped for HTML content and for attributes in double quotes; what XML forbids is left out.
pub fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// Cuts a text at a word's end so that it has at most `most` characters, with an ellipsis where it was cut.
#[must_use]
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
    }

    #[test]
    fn shortening_ends_at_a_word() {
        assert_eq!(shorten("one two three", 20), "one two three");
        assert_eq!(shorten("one two, three four", 11), "one two…");
        assert_eq!(shorten(&"x".repeat(30), 5), "xxxx…");
    }
}
