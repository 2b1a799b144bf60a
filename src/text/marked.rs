//! Texts with places for markup: a message is formed with a mark where a link is to stand, then escaped, then the link is
//! put in.

use super::escape_into;

/// What stands for markup while a message is formed: characters that no text has, as Unicode promises.
pub const MARKS: std::ops::RangeInclusive<char> = '\u{fdd0}'..='\u{fdef}';

/// A text, escaped, with the markup where its marks stand.
pub fn with_markup(text: &str, markup: &[(char, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + markup.iter().map(|(_, html)| html.len()).sum::<usize>());
    let mut rest = text;
    while let Some(at) = rest.find(|c| MARKS.contains(&c)) {
        escape_into(&mut out, &rest[..at]);
        let mark = rest[at..].chars().next();
        out.extend(markup.iter().find(|(known, _)| Some(*known) == mark).map(|(_, html)| *html));
        rest = &rest[at + mark.map_or(0, char::len_utf8)..];
    }
    escape_into(&mut out, rest);
    out
}
