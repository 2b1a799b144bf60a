//! What its writer may not have meant for everybody.

use super::KeptBack;
use crate::entry::{Entry, KEYS, Visibility};
use crate::fields::line_says;

/// Words that say so by themselves.
const WORDS: [&str; 8] = ["private", "draft", "hidden", "secret", "unpublished", "unlisted", "privat", "entwurf"];

impl KeptBack {
    /// What an entry's front matter says.
    pub(super) fn of(entry: &Entry) -> Self {
        if entry.draft || entry.not_before.is_some() || entry.expires.is_some() {
            Self::Draft
        } else if entry.visibility != Visibility::Public {
            Self::Private
        } else {
            Self::No
        }
    }

    /// What a line says of it: a word of these alone, in brackets or as a tag, or a key that front matter could have.
    pub(super) fn of_line(line: &str) -> Self {
        let word = |word: &str| {
            let word = word.to_lowercase();
            WORDS
                .contains(&word.as_str())
                .then(|| if matches!(&*word, "private" | "privat") { Self::Private } else { Self::Draft })
        };
        let bare = |text: &str| word(text.trim_matches(|c: char| !c.is_alphanumeric()));
        let marked = |text: &str| {
            let inside = text.trim_end_matches(['.', ',', ';', ':', '!']);
            let tag = inside.strip_prefix('#');
            let brackets = inside.strip_prefix(['(', '[', '{']).and_then(|text| text.strip_suffix([')', ']', '}']));
            tag.or(brackets).and_then(bare)
        };
        let alone =
            bare(line).filter(|_| line.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count() == 1);
        let by_word = alone.into_iter().chain(line.split_whitespace().filter_map(marked)).max();
        by_word.unwrap_or(Self::No).max(Self::of_key(line))
    }

    /// `Draft: yes`, `visibility:: private`.
    fn of_key(line: &str) -> Self {
        let line = line
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '+' | '_' | '#' | '>' | ':'));
        let Some((key, value)) = line.split_once(':') else { return Self::No };
        let key = key.trim().trim_matches(['*', '_']).to_lowercase();
        let value = value.trim_start_matches([':', '*', '_']).trim();
        if key.is_empty() || key.contains(char::is_whitespace) {
            return Self::No;
        }
        match (key.as_str(), value.to_lowercase().as_str()) {
            ("draft", "no" | "false") | ("visibility", "public") => Self::No,
            ("visibility", _) => Self::Private,
            ("draft" | "expires", _) => Self::Draft,
            _ if line_says(KEYS, &key, value) == Some(true) => Self::Draft,
            _ => Self::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_keys_say_whom_a_day_is_for() {
        for (line, expected) in [
            ("private", KeptBack::Private),
            ("**Private**", KeptBack::Private),
            ("easy run (private)", KeptBack::Private),
            ("felt bad #private", KeptBack::Private),
            ("[draft]", KeptBack::Draft),
            ("Draft: yes", KeptBack::Draft),
            ("- **Draft**: true", KeptBack::Draft),
            ("draft: false", KeptBack::No),
            ("visibility:: private", KeptBack::Private),
            ("visibility: public", KeptBack::No),
            ("status: wip", KeptBack::Draft),
            ("published: no", KeptBack::Draft),
            ("hidden: yes", KeptBack::Draft),
            ("Note: private matters", KeptBack::No),
            ("a private matter", KeptBack::No),
            ("mood: 6", KeptBack::No),
            ("", KeptBack::No),
        ] {
            assert_eq!(KeptBack::of_line(line), expected, "{line}");
        }
    }
}
