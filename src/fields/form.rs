//! What may stand under which key: the one definition of a document.
//!
//! Values are read by it, and the JSON Schema and the reference are written from it, so that none of them can say
//! something else than the others.

use super::Quantity;
use crate::text::words::or;

/// What may stand under a key.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Text; numbers and truth values are taken as the text they were typed as.
    Text,
    /// `true` or `false`.
    Bool,
    /// A calendar date, or a date-time, of which the day counts.
    Date,
    /// A number between two limits, both allowed.
    Number(f64, f64),
    /// A whole number between two limits, both allowed.
    Whole(i64, i64),
    /// A score on the numeric rating scale: 0 to 10, halves allowed, or a range of them.
    Score,
    /// One of some words, in any case.
    Words(&'static [&'static str]),
    /// One of some words that stand for others, in any case.
    OtherWords(&'static [&'static str]),
    /// A number with a unit; one without has a unit that its reader knows.
    Quantity(&'static Quantity),
    /// Text with a form of its own.
    Shaped(&'static Shape),
    /// One of the words of some lists, in any case, and then text with a form of its own.
    Led(&'static [&'static [&'static str]], &'static Shape),
    /// A list; a single value counts as a list of one.
    List(&'static Form),
    /// A mapping with the keys of one of these tables.
    Mapping(&'static [&'static [Key]]),
    /// A mapping whose keys are the writer's.
    Named(&'static Form),
    /// Any of these.
    OneOf(&'static [Form]),
}

/// Text with a form of its own.
#[derive(Debug)]
pub struct Shape {
    /// What the reference says of it.
    pub expected: &'static str,
    /// An ECMA-262 pattern that all such texts match, for the schema.
    pub pattern: &'static str,
    /// The least and the most that a bare number may be, where one is taken too.
    pub number: Option<(f64, f64)>,
}

/// A key of a mapping.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What may stand under it.
    pub form: Form,
    /// A sentence on what it means, as markdown.
    pub about: &'static str,
    /// Whether a mapping without it says nothing.
    pub needed: bool,
    /// Whether it may stand there without a value, which counts as absent.
    pub may_be_blank: bool,
}

impl Key {
    /// A key that may be left out.
    pub const fn new(name: &'static str, form: Form, about: &'static str) -> Self {
        Self { name, form, about, needed: false, may_be_blank: true }
    }

    /// A key that has to be there.
    pub const fn needed(name: &'static str, form: Form, about: &'static str) -> Self {
        Self { name, form, about, needed: true, may_be_blank: true }
    }

    /// The same key, which is an error where it has no value.
    pub const fn never_blank(self) -> Self {
        Self { may_be_blank: false, ..self }
    }

    /// Whether this is the key that was typed: telephones write capitals where nobody asked for them.
    pub fn is(&self, typed: &str) -> bool {
        is_name(typed, self.name)
    }
}

impl Form {
    /// The form's alternatives; a form that is no choice is its only one.
    pub fn alternatives(&'static self) -> &'static [Self] {
        if let Self::OneOf(all) = self { all } else { std::slice::from_ref(self) }
    }

    /// What it takes, in a few words of markdown.
    pub fn takes(&'static self) -> String {
        let mut all = Vec::new();
        push_takes(&mut all, self);
        or(&all)
    }

    /// The tables of keys, where a mapping is among the alternatives.
    pub(super) fn tables(&'static self) -> Option<&'static [&'static [Key]]> {
        self.alternatives().iter().find_map(|form| if let Self::Mapping(tables) = form { Some(*tables) } else { None })
    }

    /// What a mapping's values are, where its keys are the writer's.
    pub(super) fn named(&'static self) -> Option<&'static Self> {
        self.alternatives().iter().find_map(|form| if let Self::Named(inner) = form { Some(*inner) } else { None })
    }

    /// What the items of a list are; a form without a list is its own item.
    pub(super) fn item(&'static self) -> &'static Self {
        self.alternatives()
            .iter()
            .find_map(|form| if let Self::List(item) = form { Some(*item) } else { None })
            .unwrap_or(self)
    }

    /// Whether a list may stand here.
    pub(super) fn is_list(&'static self) -> bool {
        self.alternatives().iter().any(|form| matches!(form, Self::List(_)))
    }

    /// The limits of a number.
    pub(super) fn number(&'static self) -> Option<(f64, f64)> {
        self.alternatives()
            .iter()
            .find_map(|form| if let Self::Number(least, most) = form { Some((*least, *most)) } else { None })
    }

    /// The limits of a whole number.
    pub(super) fn whole(&'static self) -> Option<(i64, i64)> {
        self.alternatives()
            .iter()
            .find_map(|form| if let Self::Whole(least, most) = form { Some((*least, *most)) } else { None })
    }

    pub(super) fn quantity(&'static self) -> Option<&'static Quantity> {
        self.alternatives()
            .iter()
            .find_map(|form| if let Self::Quantity(quantity) = form { Some(*quantity) } else { None })
    }
}

/// Whether a name was typed, in whatever case.
pub fn is_name(typed: &str, name: &str) -> bool {
    // Nearly all are typed as they are; spaces stand in quoted ones only.
    let is_quoted =
        || typed.bytes().next().into_iter().chain(typed.bytes().last()).any(|byte| !byte.is_ascii_graphic());
    typed.eq_ignore_ascii_case(name)
        || typed.len() > name.len() && is_quoted() && typed.trim().eq_ignore_ascii_case(name)
}

/// Whether some tables have a key, given with dots between the keys of mappings: `pain.before`.
pub fn has_key(tables: &'static [&'static [Key]], path: &str) -> bool {
    form_of(tables, path).is_some()
}

/// What may stand under such a key; `[]` behind the key of a list leads to its items: `exercises[].load`.
pub(super) fn form_of(tables: &'static [&'static [Key]], path: &str) -> Option<&'static Form> {
    let (name, inner) = path.split_once('.').map_or((path, None), |(name, inner)| (name, Some(inner)));
    let (name, of_items) = name.strip_suffix("[]").map_or((name, false), |name| (name, true));
    let mut keys = tables.iter().flat_map(|table| table.iter()).filter(|key| key.name == name);
    keys.find_map(|key| match inner {
        None => (!of_items).then_some(&key.form),
        Some(inner) if of_items => form_of(key.form.is_list().then(|| key.form.item().tables())??, inner),
        Some(inner) => form_of(key.form.tables()?, inner),
    })
}

/// Gives an enum the words that front matter, settings and data have for its values.
macro_rules! enum_words {
    ($name:ident: $($value:ident = $word:literal),* $(,)?) => {
        impl $name {
            /// Every value with its word, in the order of the schema.
            pub const WORDS: [(&'static str, Self); [$($word),*].len()] = [$(($word, Self::$value)),*];

            /// Its word.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),*
                }
            }
        }
    };
}
pub(crate) use enum_words;

/// The words of a table of words and what they stand for.
pub const fn words<T, const N: usize>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = table[at].0;
        at += 1;
    }
    words
}

/// What the alternatives of a form take; what one of them says for others too stands once.
fn push_takes(all: &mut Vec<String>, form: &'static Form) {
    let words = match form {
        Form::Text => "text".to_owned(),
        Form::Bool => "`true` or `false`".to_owned(),
        Form::Date => "a date: `2020-08-14`".to_owned(),
        Form::Number(least, most) => format!("{least} to {most}"),
        Form::Whole(least, most) => format!("a whole number, {least} to {most}"),
        Form::Score => "0 to 10, halves allowed, or a range: `2-3`".to_owned(),
        Form::Words(words) => return all.extend(words.iter().map(|word| format!("`{word}`"))),
        Form::OtherWords(words) => {
            format!("another word for one of them, such as `{}`", words.first().copied().unwrap_or_default())
        }
        Form::Quantity(quantity) => quantity.expected.to_owned(),
        Form::Shaped(shape) | Form::Led(_, shape) => shape.expected.to_owned(),
        Form::List(inner) => format!("one or a list of: {}", inner.takes()),
        Form::Mapping(tables) => {
            let keys = |table: &&'static [Key]| table.iter().map(|key| key.name).collect::<Vec<_>>().join(", ");
            return all.extend(tables.iter().map(|table| format!("`{{{}}}`", keys(table))));
        }
        Form::Named(inner) => format!("names of yours, each with {}", inner.takes()),
        Form::OneOf(forms) => return forms.iter().for_each(|form| push_takes(all, form)),
    };
    if !words.is_empty() {
        all.push(words);
    }
}
