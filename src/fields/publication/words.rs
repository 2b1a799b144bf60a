//! What a key says with its value, however either is written.

use super::table::Tells::{From, No, Password, Until, Visibility, Words, Yes};
use super::table::Withheld;
use super::table::{AUDIENCES, NO, PREFIXES, Word, YES};
use crate::fields::{Node, calendar_day};

/// What a key that isn't ours says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Says {
    /// That the text is to be kept back.
    Keeps(Withheld),
    /// That it is to be published.
    Publishes,
    /// Nothing that can be understood.
    Unclear(&'static Word),
    /// Nothing at all.
    Empty,
    /// It is nearly this word.
    Near(&'static Word),
}

impl Says {
    /// Whether the value is nobody's business, the log's least of all.
    pub(super) fn is_secret(self) -> bool {
        matches!(self, Self::Keeps(Withheld::Locked) | Self::Near(Word { tells: Password, .. }))
    }
}

impl Word {
    /// Whether a spelling is this word.
    pub(super) fn is(&self, spelling: &str) -> bool {
        is_folded(spelling, self.name)
    }

    /// What a value says; `None` where it says nothing that this word has a meaning for.
    pub(super) fn says(&'static self, node: &Node) -> Option<Says> {
        if let Node::List(items) = node {
            let all: Vec<Says> = items.iter().filter_map(|item| self.says(item)).collect();
            return all.iter().copied().find(|says| !matches!(says, Says::Publishes)).or(all.first().copied());
        }
        let keeps = |means| Some(Says::Keeps(means));
        match self.tells {
            Yes(means) => yes_or_no(node).map(|yes| if yes { Says::Keeps(means) } else { Says::Publishes }),
            // The numbers of loose words are those of pages.
            No(_) if !self.strict && matches!(node, Node::Int(_)) => None,
            No(means) => yes_or_no(node).map(|yes| if yes { Says::Publishes } else { Says::Keeps(means) }),
            Words(words) => self.one_of(words, node),
            Visibility => match self.one_of(AUDIENCES, node) {
                None if folded(node) == "public" => Some(Says::Publishes),
                says => says,
            },
            Password => {
                if is_blank(node) {
                    None
                } else {
                    keeps(Withheld::Locked)
                }
            }
            From => calendar_day(node).and_then(|day| keeps(Withheld::From(day))),
            // Where it is written the text is gone on that day; our `expires` is the last day before.
            Until => calendar_day(node).and_then(|day| keeps(Withheld::Last(day.yesterday().unwrap_or(day)))),
        }
    }

    /// Which of some words a value is or, in a few words, has: `in review`.
    fn one_of(&'static self, words: &[(&str, Withheld)], node: &Node) -> Option<Says> {
        let text = text_of(node)?;
        let whole = fold(&text);
        let few = |clause: &'_ str| clause.split_whitespace().map(fold).take(4).collect::<Vec<_>>();
        let clauses: Vec<Vec<String>> = text.split([',', ';']).map(few).filter(|words| words.len() < 4).collect();
        let is = |word: &&(&str, Withheld)| {
            is_folded(&whole, word.0) || clauses.iter().flatten().any(|part| is_folded(part, word.0))
        };
        if let Some((_, means)) = words.iter().find(is) {
            return Some(Says::Keeps(*means));
        }
        // The opposites of two of them are two letters off.
        let is_clear = matches!(whole.as_str(), "published" | "listed");
        let slip = |(word, _): &(&str, Withheld)| word.len() > 4 && is_slip(&whole, word);
        (!is_clear && words.iter().any(slip)).then_some(Says::Unclear(self))
    }

    /// Whether a value could be one of this word, were a key meant as it.
    pub(super) fn could_be(&'static self, node: &Node) -> bool {
        if let Node::List(items) = node {
            return items.is_empty() || items.iter().any(|item| self.could_be(item));
        }
        if is_blank(node) {
            return self.strict || matches!(self.tells, Visibility);
        }
        let audience = || {
            let value = folded(node);
            let mut words = AUDIENCES.iter().map(|(word, _)| *word).chain(["public"]);
            yes_or_no(node).is_some() || words.any(|word| is_slip(&value, word))
        };
        match self.tells {
            Yes(_) | No(_) | Visibility => audience(),
            Words(words) => self.one_of(words, node).is_some(),
            Password => true,
            From | Until => calendar_day(node).is_some(),
        }
    }
}

/// The ways to read a key's name: in small letters without signs, by its last part, and without what may stand before a word.
pub(super) fn spellings(name: &str) -> Vec<String> {
    let last = name.rsplit(['.', '/', ':']).find(|part| !part.trim().is_empty()).unwrap_or(name);
    let mut all = vec![fold(last)];
    while let Some(rest) = all.last().and_then(|s| PREFIXES.iter().find_map(|prefix| s.strip_prefix(prefix))) {
        if rest.is_empty() {
            break;
        }
        all.push(rest.to_owned());
    }
    all
}

/// A word in small letters, without anything between them.
fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The text of a value that is one word or more.
fn text_of(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.clone()),
        Node::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

fn folded(node: &Node) -> String {
    text_of(node).map(|text| fold(&text)).unwrap_or_default()
}

/// Yes or no, in whatever way it is said.
fn yes_or_no(node: &Node) -> Option<bool> {
    let word = match node {
        Node::Int(number) => number.to_string(),
        _ => text_of(node)?.trim().to_lowercase(),
    };
    let says = |words: &[&str]| words.contains(&word.as_str());
    says(&YES).then_some(true).or_else(|| says(&NO).then_some(false))
}

pub(super) fn is_blank(node: &Node) -> bool {
    match node {
        Node::Null => true,
        Node::Text(text) => text.trim().is_empty(),
        Node::List(items) => items.is_empty(),
        _ => false,
    }
}

/// Whether a spelling is a word, small letters and signs aside.
fn is_folded(spelling: &str, word: &str) -> bool {
    word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).eq(spelling.chars())
}

/// Whether a key is a letter or two off a word. Of a word of four letters that is half of it, so that two letters are
/// enough only where the whole word is still there: `ice` and `hip` are not meant as `hide`.
pub(super) fn is_near(typed: &str, word: &str) -> bool {
    let word: String = word.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let most = if word.len() > 4 || word.chars().all(|c| typed.contains(c)) { 2 } else { 1 };
    let is_near = |word: &str| {
        let near = typed.chars().count().abs_diff(word.len()) <= most;
        near && strsim::damerau_levenshtein(typed, word) <= most
    };
    is_near(&word) || word.len() > 4 && is_near(&format!("is{word}"))
}

/// Whether a value is a word with a slip in it: a letter, in long words two.
pub(super) fn is_slip(value: &str, word: &str) -> bool {
    strsim::damerau_levenshtein(value, word) <= 1 + usize::from(word.len() > 6)
}
