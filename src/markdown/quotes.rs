//! Straight quotes and apostrophes, curled as the text's language writes them.
//!
//! pulldown knows English quotes only. What it made of English stays; for other languages the quotes of a paragraph are
//! paired here again, since where a `'` ends a quote matters to them: in German that is ‘, but an apostrophe is ’.

use super::{Item, primes};
use pulldown_cmark::{Event, Tag, TagEnd};

/// The quotes of a language: those typed as `"`, then those typed as `'`, each the opening and the closing one.
type QuoteMarks = [&'static str; 4];

/// The quotes of languages by their tags in lower case, and of regions that differ from the rest of their language.
///
/// The pairs are those of CLDR 45 (`delimiters`), but for: the space inside French ones, which CLDR leaves to
/// typography and the Imprimerie nationale makes a narrow one that doesn't break; German in Switzerland and
/// Liechtenstein, where print uses guillemets (Duden, Bundeskanzlei); inner quotes of Canadian French, which CLDR has
/// turned round; and Dutch, which writes single and double ones alike, so that whoever types double ones gets those.
const LANGUAGES: [(&str, QuoteMarks); 44] = [
    ("af", ["“", "”", "‘", "’"]),
    ("be", ["«", "»", "„", "“"]),
    ("bg", ["„", "“", "„", "“"]),
    ("ca", ["«", "»", "“", "”"]),
    ("cs", ["„", "“", "‚", "‘"]),
    ("cy", ["“", "”", "‘", "’"]),
    ("da", ["“", "”", "‘", "’"]),
    ("de", ["„", "“", "‚", "‘"]),
    ("de-ch", ["«", "»", "‹", "›"]),
    ("de-li", ["«", "»", "‹", "›"]),
    ("el", ["«", "»", "“", "”"]),
    ("es", ["“", "”", "‘", "’"]),
    ("et", ["„", "“", "‚", "‘"]),
    ("eu", ["«", "»", "“", "”"]),
    ("fi", ["”", "”", "’", "’"]),
    ("fr", ["«\u{202f}", "\u{202f}»", "«\u{202f}", "\u{202f}»"]),
    ("fr-ca", ["«\u{202f}", "\u{202f}»", "“", "”"]),
    ("fr-ch", ["«\u{202f}", "\u{202f}»", "‹\u{202f}", "\u{202f}›"]),
    ("ga", ["“", "”", "‘", "’"]),
    ("gl", ["“", "”", "‘", "’"]),
    ("hr", ["„", "“", "‚", "‘"]),
    ("hu", ["„", "”", "»", "«"]),
    ("is", ["„", "“", "‚", "‘"]),
    ("it", ["«", "»", "“", "”"]),
    ("ja", ["「", "」", "『", "』"]),
    ("ko", ["“", "”", "‘", "’"]),
    ("lt", ["„", "“", "„", "“"]),
    ("lv", ["“", "”", "‘", "’"]),
    ("nb", ["«", "»", "‘", "’"]),
    ("nl", ["“", "”", "‘", "’"]),
    ("nn", ["«", "»", "‘", "’"]),
    ("no", ["«", "»", "‘", "’"]),
    ("pl", ["„", "”", "«", "»"]),
    ("pt", ["“", "”", "‘", "’"]),
    ("pt-pt", ["«", "»", "“", "”"]),
    ("ro", ["„", "”", "«", "»"]),
    ("ru", ["«", "»", "„", "“"]),
    ("sk", ["„", "“", "‚", "‘"]),
    ("sl", ["„", "“", "‚", "‘"]),
    ("sv", ["”", "”", "’", "’"]),
    ("tr", ["“", "”", "‘", "’"]),
    ("uk", ["«", "»", "„", "“"]),
    ("zh", ["“", "”", "‘", "’"]),
    ("zh-hant", ["「", "」", "『", "』"]),
];

const APOSTROPHE: &str = "’";

/// Curls the quotes of a text; a language without an entry keeps what was typed.
pub(super) fn curl(events: &mut [Item<'_>], text: &str, language: &str) {
    primes::keep(events, text);
    let language = language.to_ascii_lowercase();
    if language.split('-').next() == Some("en") {
        return;
    }
    let marks = marks_of(&language);
    let mut open = Open::default();
    for at in 0..events.len() {
        let (event, range) = &events[at];
        if ends_quotes(event) {
            open = Open::default();
            continue;
        }
        let double = match (event, text.get(range.clone())) {
            // Nothing else that takes up one quote is written as something else.
            (Event::Text(curled), Some(typed @ ("\"" | "'"))) if **curled != *typed => typed == "\"",
            _ => continue,
        };
        let place = Neighbours::of(&text[..range.start], &text[range.end..]);
        let mark = match marks {
            Some(marks) if double => open.double(place, marks),
            Some(marks) => match open.single(at, place) {
                Single::Mark(mark) => Some(mark),
                Single::Closes(opening) => {
                    events[opening].0 = Event::Text(marks[2].into());
                    Some(marks[3])
                }
            },
            None => None,
        };
        let typed = if double { "\"" } else { "'" };
        events[at].0 = Event::Text(mark.unwrap_or(typed).into());
    }
}

/// The quotes of a language tag: of its longest part that has an entry.
fn marks_of(language: &str) -> Option<QuoteMarks> {
    let mut tag = match language {
        "zh-tw" | "zh-hk" | "zh-mo" => "zh-hant",
        tag => tag,
    };
    loop {
        if let Ok(at) = LANGUAGES.binary_search_by_key(&tag, |(tag, _)| *tag) {
            return Some(LANGUAGES[at].1);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}

/// Whether a quote can't go on past here: at the bounds of paragraphs and the like.
pub(super) fn ends_quotes(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(tag) => {
            !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
        }
        _ => false,
    }
}

/// What stands on both sides of a quote.
#[derive(Clone, Copy, Debug)]
struct Neighbours {
    can_open: bool,
    can_close: bool,
    /// Between two letters or digits.
    inside: bool,
    /// Between two digits: feet and inches rather than a quote.
    measure: bool,
    /// Beside a script that has no spaces between words, or puts its endings directly behind a quote.
    tight: bool,
    /// Behind a space, or at the start.
    spaced: bool,
    /// Beside a letter or digit.
    at_word: bool,
}

impl Neighbours {
    fn of(before: &str, after: &str) -> Self {
        let (before, after) = (before.chars().next_back(), after.chars().next());
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let tight = |c: Option<char>| c.is_some_and(|c| matches!(u32::from(c), 0x0e00..=0x0eff | 0x2e80..=0xd7ff));
        Self {
            can_open: !space(after) && !word(before) && !matches!(before, Some(')' | ']')),
            can_close: !space(before) && !word(after),
            inside: word(before) && word(after),
            measure: digit(before) && digit(after),
            tight: tight(before) || tight(after),
            spaced: space(before),
            at_word: word(before) || word(after),
        }
    }
}

/// The quotes that are open.
#[derive(Debug, Default)]
struct Open {
    double: bool,
    /// Where a single one may have opened: it did if another closes it, else it is an apostrophe.
    single: Option<usize>,
}

/// What a single quote is.
enum Single {
    Mark(&'static str),
    /// It closes the one at this place.
    Closes(usize),
}

impl Open {
    /// What a double quote is written as; `None` where it is none: `5" of snow`.
    fn double(&mut self, place: Neighbours, marks: QuoteMarks) -> Option<&'static str> {
        let closes = self.double && (place.can_close || place.inside || (place.tight && !place.spaced));
        // One that nothing closes opens too: speech that goes on in the next paragraph.
        let opens = !closes && (place.can_open || (place.inside && place.tight));
        if !closes && !opens {
            return None;
        }
        self.double = opens;
        Some(if closes { marks[1] } else { marks[0] })
    }

    fn single(&mut self, at: usize, place: Neighbours) -> Single {
        if let Some(opening) = self.single.take_if(|_| place.can_close || (place.tight && !place.spaced)) {
            return Single::Closes(opening);
        }
        if place.can_open || (place.inside && place.tight) {
            self.single = Some(at);
        }
        let apostrophe = place.at_word && !place.measure;
        Single::Mark(if apostrophe { APOSTROPHE } else { "'" })
    }
}
