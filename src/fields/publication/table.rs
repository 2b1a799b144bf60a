//! The words by which people and programs say "not public".

use jiff::civil::Date;
use std::fmt::Write as _;

/// How a text is kept back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Withheld {
    Draft,
    Private,
    /// A page that asks for a password, which a static one can't.
    Locked,
    Unlisted,
    Expired,
    /// Until this day.
    From(Date),
    /// After this day.
    Last(Date),
}

/// What a word's values say.
#[derive(Clone, Copy, Debug)]
pub(super) enum Tells {
    /// Yes keeps the text back.
    Yes(Withheld),
    /// No keeps it back.
    No(Withheld),
    /// One of these words does.
    Words(&'static [(&'static str, Withheld)]),
    /// A word of visibility does, `public` aside.
    Visibility,
    /// Anything does, and is nothing to be repeated.
    Password,
    /// A day keeps it back until then.
    From,
    /// A day keeps it back from then on.
    Until,
}

/// A word that says "not public".
#[derive(Debug)]
pub(super) struct Word {
    /// As the guide writes it.
    pub(super) name: &'static str,
    pub(super) tells: Tells,
    /// Whether keys that are nearly this word may be meant as it.
    pub(super) near: bool,
    /// Whether a value that says neither yes nor no, or no day, is a mistake; other words stand for other things too.
    pub(super) strict: bool,
}

const fn word(name: &'static str, tells: Tells) -> Word {
    Word { name, tells, near: true, strict: true }
}

impl Word {
    /// The word is used for other things too: only what plainly keeps a text back counts.
    const fn loose(self) -> Self {
        Self { strict: false, ..self }
    }

    /// A rarer word for the same: loose, and nothing is taken for a misspelling of it.
    const fn rare(self) -> Self {
        Self { near: false, strict: false, ..self }
    }
}

use Tells::{From, No, Password, Until, Visibility, Words, Yes};
use Withheld::{Draft, Expired, Private, Unlisted};

/// The words of a text's state that keep it back.
const STATES: &[(&str, Withheld)] = &[
    ("draft", Draft),
    ("wip", Draft),
    ("pending", Draft),
    ("review", Draft),
    ("hold", Draft),
    ("queued", Draft),
    ("scheduled", Draft),
    ("future", Draft),
    ("trash", Draft),
    ("auto-draft", Draft),
    ("inherit", Draft),
    ("private", Private),
    ("drafts", Draft),
    ("unpublished", Draft),
    ("hidden", Private),
    ("secret", Private),
    ("unlisted", Unlisted),
];

/// The words of visibility that keep a text back, where the key isn't ours.
pub(super) const AUDIENCES: &[(&str, Withheld)] =
    &[("private", Private), ("hidden", Private), ("secret", Private), ("draft", Draft), ("unlisted", Unlisted)];

/// Words of robots' rules.
const ROBOTS: &[(&str, Withheld)] = &[("noindex", Unlisted), ("none", Unlisted)];

/// Values by which a page isn't made at all.
const NEVER: &[(&str, Withheld)] = &[("never", Private), ("false", Private), ("no", Private)];

/// The words; our own are among them for where they stand in a mapping that isn't ours, or are written with a sign in them.
pub(super) const WORDS: &[Word] = &[
    word("draft", Yes(Draft)),
    word("drafts", Yes(Draft)),
    word("unpublished", Yes(Draft)),
    word("status", Words(STATES)).loose(),
    word("published", No(Draft)),
    word("published", From),
    word("publish", No(Draft)),
    word("publish", From),
    word("dg-publish", No(Draft)),
    word("private", Yes(Private)),
    word("hidden", Yes(Private)),
    word("hide", Yes(Private)).loose(),
    word("password", Password).loose(),
    word("public", No(Private)),
    word("visible", No(Private)),
    word("visibility", Visibility).loose(),
    word("unlisted", Yes(Unlisted)),
    word("noindex", Yes(Unlisted)),
    word("index", No(Unlisted)).loose(),
    word("expired", Yes(Expired)),
    word("publishDate", From),
    word("expiryDate", Until),
    word("expires", Until),
    word("wip", Yes(Draft)).rare(),
    word("unpublish", Yes(Draft)).rare(),
    word("noPublish", Yes(Draft)).rare(),
    word("notPublished", Yes(Draft)).rare(),
    word("dontPublish", Yes(Draft)).rare(),
    word("doNotPublish", Yes(Draft)).rare(),
    word("entwurf", Yes(Draft)).rare(),
    word("brouillon", Yes(Draft)).rare(),
    word("borrador", Yes(Draft)).rare(),
    word("scheduled", Yes(Draft)).rare(),
    word("scheduled", From).rare(),
    word("publishOn", From).rare(),
    word("publishAt", From).rare(),
    word("publishedOn", From).rare(),
    word("publishedAt", From).rare(),
    word("publishedDate", From).rare(),
    word("publicationDate", From).rare(),
    word("datePublished", From).rare(),
    word("pubDate", From).rare(),
    word("embargo", From).rare(),
    word("expiration", Until).rare(),
    word("expirationDate", Until).rare(),
    word("expiresAt", Until).rare(),
    word("expiresOn", Until).rare(),
    word("unpublishDate", Until).rare(),
    word("secret", Yes(Private)).rare(),
    word("confidential", Yes(Private)).rare(),
    word("invisible", Yes(Private)).rare(),
    word("notPublic", Yes(Private)).rare(),
    word("nonPublic", Yes(Private)).rare(),
    word("protected", Yes(Private)).rare(),
    word("headless", Yes(Private)).rare(),
    word("passwd", Password).rare(),
    word("render", Words(NEVER)).rare(),
    word("share", Words(NEVER)).rare(),
    word("shared", Words(NEVER)).rare(),
    word("access", Visibility).rare(),
    word("privacy", Visibility).rare(),
    word("audience", Visibility).rare(),
    word("listed", No(Unlisted)).rare(),
    word("indexed", No(Unlisted)).rare(),
    word("indexable", No(Unlisted)).rare(),
    word("robots", Words(ROBOTS)).rare(),
];

/// What may stand before a word and changes nothing: `isDraft`, `post_status`, `dg-publish`.
pub(super) const PREFIXES: [&str; 4] = ["is", "dg", "post", "page"];

/// How people say yes and no.
pub(super) const YES: [&str; 10] = ["true", "yes", "on", "y", "t", "1", "ja", "oui", "si", "sí"];
pub(super) const NO: [&str; 9] = ["false", "no", "off", "n", "f", "0", "nein", "non", "nee"];

/// Parts of the body whose names are a letter or two off `public`, and whose pain people score.
pub(super) const BODY: [&str; 3] = ["pubic", "pubis", "pubes"];

impl Withheld {
    /// How we write it.
    pub(super) fn ours(self) -> String {
        match self {
            Self::Draft => "`draft: true`".to_owned(),
            Self::Private | Self::Locked => "`visibility: private`".to_owned(),
            Self::Unlisted => "`visibility: unlisted`".to_owned(),
            Self::Expired => "expired".to_owned(),
            Self::From(day) => format!("not before {day}"),
            Self::Last(day) => format!("`expires: {day}`"),
        }
    }
}

/// The commonest of the words, without our own.
pub fn publication_keys() -> impl Iterator<Item = &'static str> {
    let common = WORDS.iter().filter(|word| word.near).map(|word| word.name);
    common.filter(|name| !matches!(*name, "draft" | "visibility" | "expires"))
}

/// The table of the words for the guide, in markdown.
pub fn publication_reference() -> String {
    let mut rows: Vec<(String, String, Vec<&str>)> = Vec::new();
    let mut add = |value: String, read_as: String, name: &'static str| match rows
        .iter_mut()
        .find(|(v, r, _)| (v, r) == (&value, &read_as))
    {
        Some((_, _, names)) => names.push(name),
        None => rows.push((value, read_as, vec![name])),
    };
    for word in WORDS {
        match word.tells {
            Yes(means) => add("yes".to_owned(), means.ours(), word.name),
            No(means) => add("no".to_owned(), means.ours(), word.name),
            Password => add("anything".to_owned(), Withheld::Locked.ours(), word.name),
            From => add("a date".to_owned(), "not published before that day".to_owned(), word.name),
            Until => add("a date".to_owned(), "`expires` with the day before".to_owned(), word.name),
            Words(_) | Visibility => {
                let words = if let Words(words) = word.tells { words } else { AUDIENCES };
                for means in [Draft, Private, Unlisted] {
                    let with: Vec<String> =
                        words.iter().filter(|(_, m)| *m == means).map(|(word, _)| format!("`{word}`")).collect();
                    if !with.is_empty() {
                        add(with.join(", "), means.ours(), word.name);
                    }
                }
            }
        }
    }
    let mut out = String::from("| key | with | is read as |\n|---|---|---|\n");
    for (value, read_as, names) in rows {
        let _ = writeln!(out, "| `{}` | {value} | {read_as} |", names.join("`, `"));
    }
    out
}
