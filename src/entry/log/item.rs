//! Items of a line, each as the value of a key.

use super::split::Slip;
use crate::entry::one_line::exercise;
use crate::entry::one_line::{plain, words as words_of};
use crate::entry::{forms, session};
use crate::fields::{Node, PlacedNode};
use crate::text::near::nearest;
use crate::text::shorten;
use std::ops::Range;

/// The keys that take one value, as they are written in a line.
const KEYS: [&str; 15] = [
    "mileage",
    "injury",
    "phase",
    "sleep",
    "mood",
    "energy",
    "stress",
    "confidence",
    "resting_hr",
    "stiffness",
    "function",
    "body_weight",
    "medication",
    "criteria",
    "pain",
];

/// Items that are a word and then something.
const LED: [&str; 6] = ["morning", "setback", "milestone", "trigger", "treatment", "note"];

/// Items that are one word.
const ALONE: [&str; 4] = ["rest", "flare", "later", "private"];

/// The most that `xN` may say of a treatment.
const MOST: usize = 50;

/// All words that an item may begin with, but for kinds of sessions.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    KEYS.into_iter().chain(LED).chain(ALONE)
}

/// A key with its place, and its value.
type Pair = (String, Range<usize>, PlacedNode);

/// The items of a line so far.
#[derive(Default)]
pub(super) struct Items {
    /// The values by their keys.
    pub(super) pairs: Vec<Pair>,
    /// What may be the names of treatments.
    pub(super) bare: Vec<(String, Range<usize>)>,
    pub(super) private: bool,
    pub(super) later: bool,
    /// The values of keys that take a list.
    lists: Vec<(&'static str, Range<usize>, Vec<PlacedNode>)>,
}

impl Items {
    /// Adds the item at these bytes of a line.
    pub(super) fn add(&mut self, said: &str, range: Range<usize>) -> Result<(), Slip> {
        let text = &said[range.clone()];
        if let Some(inside) = quoted(text) {
            self.push("note", range, Node::Text(inside.to_owned()));
            return Ok(());
        }
        if text.matches('"').count() % 2 == 1 {
            return Err(Slip::new(
                "a quotation mark is not closed",
                range,
                "a note stands between two: `\"slept badly\"`",
            ));
        }
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let rest = text[end..].trim();
        let word = |all: &[&'static str]| all.iter().copied().find(|word| text[..end].eq_ignore_ascii_case(word));
        let place = range.end - rest.len()..range.end;
        match word(&ALONE).filter(|_| rest.is_empty()) {
            Some("private") => self.private = true,
            Some("later") => self.later = true,
            Some(key) => self.pairs.push((key.to_owned(), range.clone(), PlacedNode::leaf(Node::Bool(true), range))),
            None => return self.more(said, range, word(&LED).filter(|_| !rest.is_empty()), rest, place),
        }
        Ok(())
    }

    /// Adds an item that is more than a word: what it begins with where that leads something, and what is led.
    fn more(
        &mut self,
        said: &str,
        range: Range<usize>,
        led_by: Option<&'static str>,
        rest: &str,
        place: Range<usize>,
    ) -> Result<(), Slip> {
        let text = &said[range.clone()];
        let is_key = |key: &&str| is_led_by(text, key).is_some();
        if let Some(key) = KEYS.into_iter().chain(["morning"]).find(is_key) {
            return self.key(key, text, range);
        }
        let node = || Node::Text(unquoted(rest).to_owned());
        match led_by {
            Some("setback") => self.pairs.push(("setback".to_owned(), range, PlacedNode::leaf(node(), place))),
            Some("milestone") => self.push("milestones", place, node()),
            Some("trigger") => self.push("triggers", place, node()),
            Some("note") => self.push("note", place, node()),
            Some("treatment") => return self.treatment(said, place).map(|_| ()),
            _ => return self.done(said, text, range),
        }
        Ok(())
    }

    /// A session, an exercise, or what may be the name of a treatment.
    fn done(&mut self, said: &str, text: &str, range: Range<usize>) -> Result<(), Slip> {
        let is_session = session::is_led_by_kind(text);
        if exercise::has_sets(text) || !is_session && exercise::has_amount(text) {
            self.push("exercises", range, Node::Text(text.to_owned()));
        } else if is_session {
            self.push("sessions", range, Node::Text(text.to_owned()));
        } else if ["setback", "milestone", "trigger", "treatment", "note"].contains(&text.to_lowercase().as_str()) {
            let hint = format!(
                "such as `{} {}`",
                text.to_lowercase(),
                if text.eq_ignore_ascii_case("treatment") { "needling" } else { "\"ran on ice\"" }
            );
            return Err(Slip::new(format!("`{text}` has nothing after it"), range, hint));
        } else {
            // A number without a unit is rather the score of a misspelt word than the minutes of a treatment.
            let name = self.treatment(said, range.clone()).map_err(|slip| misspelt(text, &range).unwrap_or(slip))?;
            self.bare.push((name, range));
        }
        Ok(())
    }

    /// A treatment as often as it was had; returns its name.
    fn treatment(&mut self, said: &str, range: Range<usize>) -> Result<String, Slip> {
        let (node, times, name) = treatment(said, range.clone())?;
        for _ in 0..times {
            self.push_node("treatments", range.clone(), node.clone());
        }
        Ok(name)
    }

    /// A key with one value.
    fn key(&mut self, key: &'static str, text: &str, range: Range<usize>) -> Result<(), Slip> {
        let name = is_led_by(text, key).unwrap_or(text.len());
        let rest = text[name..].trim_start_matches(|c: char| c.is_whitespace() || c == ':');
        let place = range.end - rest.len()..range.end;
        if rest.is_empty() {
            return Err(Slip::new(format!("`{text}` has no value after it"), range, ""));
        }
        let node = if rest.starts_with('"') { Node::Text(unquoted(rest).to_owned()) } else { plain(rest) };
        if matches!(key, "medication" | "criteria") {
            self.push(key, place, node);
        } else {
            self.pairs.push((key.to_owned(), range.start..range.start + name, PlacedNode::leaf(node, place)));
        }
        Ok(())
    }

    fn push(&mut self, key: &'static str, range: Range<usize>, node: Node) {
        self.push_node(key, range.clone(), PlacedNode::leaf(node, range));
    }

    fn push_node(&mut self, key: &'static str, range: Range<usize>, node: PlacedNode) {
        match self.lists.iter_mut().find(|(name, ..)| *name == key) {
            Some((_, _, all)) => all.push(node),
            None => self.lists.push((key, range, vec![node])),
        }
    }

    /// All values, those of lists too.
    pub(super) fn into_pairs(mut self) -> Vec<Pair> {
        let lists = self.lists.drain(..);
        let lists = lists.map(|(key, range, all)| (key.to_owned(), range.clone(), PlacedNode::list(all, range)));
        let all: Vec<Pair> = lists.collect();
        self.pairs.extend(all);
        self.pairs
    }
}

/// That an item begins with a word that is nearly one of ours, or with one that stands alone.
fn misspelt(text: &str, range: &Range<usize>) -> Option<Slip> {
    let first = text.split_whitespace().next()?;
    let place = range.start..range.start + first.len();
    if let Some(word) = ALONE.into_iter().find(|word| first.eq_ignore_ascii_case(word)) {
        let hint = format!("a comma parts items: `{word}, …`; a note stands in quotes");
        return Some(Slip::new(format!("`{word}` has nothing after it in its item"), place, hint));
    }
    let near = nearest(&first.to_lowercase(), words())?;
    Some(Slip::new(format!("no item begins with `{}`", shorten(first, 20)), place, format!("did you mean `{near}`?")))
}

/// What to write for an item that is nothing known: its text, its name without times and amounts, and the known name it is near.
pub(super) fn what_to_write(text: &str, name: &str, near: Option<&str>) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = |word: &&&str| session::is_kind(word);
    // `easy run 5 km`: the kind comes first, what it was like is a note.
    if let Some(kind) = words.iter().skip(1).find(named) {
        let at = words.iter().position(|word| word == kind).unwrap_or(0);
        let (before, rest) = (words[..at].join(" "), words[at..].join(" "));
        return format!("a session begins with its kind: `{rest}, \"{before}\"`");
    }
    if let Some(sets) = words.iter().find(|word| exercise::has_sets(&format!("x {word}"))) {
        let others: Vec<&str> = words.iter().copied().filter(|word| word != sets).collect();
        return format!("an exercise is its name, then its sets, load, side and pain: `{} {sets}`", others.join(" "));
    }
    let treatment = format!("a treatment is `treatment {text}`");
    match near {
        _ if name == "slept" => format!("is it `sleep`, with its hours? {treatment}, a note `\"{text}\"`"),
        Some(near) => format!("is `{near}` meant? {treatment}, a note `\"{text}\"`"),
        None if name.split_whitespace().count() > 2 => format!("a note stands in quotes: `\"{text}\"`; {treatment}"),
        None => format!("{treatment}, an exercise `{name} 3x10`, a note `\"{text}\"`"),
    }
}

/// The bytes of an item that are its writer's: what follows a word of ours, the name of an exercise or a treatment, a text.
pub(super) fn own_words(said: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = &said[range.clone()];
    if let Some(led) = words().find_map(|word| is_led_by(text, word)) {
        let rest = text[led..].trim_start_matches(|c: char| c.is_whitespace() || c == ':');
        return (!rest.is_empty()).then(|| range.end - rest.len()..range.end);
    }
    let is_session = session::is_led_by_kind(text) && !exercise::has_sets(text);
    (!is_session || text.contains('"')).then_some(range)
}

/// The bytes of a key at the start of an item, in whatever case and with spaces for underscores: `resting hr 51`.
fn is_led_by(text: &str, key: &str) -> Option<usize> {
    // Every item is compared with all keys.
    if !text.as_bytes().first()?.eq_ignore_ascii_case(key.as_bytes().first()?) {
        return None;
    }
    let start = text.get(..key.len())?;
    let same = start
        .bytes()
        .zip(key.bytes())
        .all(|(typed, known)| typed.eq_ignore_ascii_case(&known) || known == b'_' && matches!(typed, b' ' | b'-'));
    let ends = text[key.len()..].chars().next().is_none_or(|c| c.is_whitespace() || c == ':');
    (same && ends).then_some(key.len())
}

/// What stands between two quotation marks, where nothing else does.
fn quoted(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains('"') && !inside.trim().is_empty()).then_some(inside)
}

fn unquoted(text: &str) -> &str {
    quoted(text).unwrap_or(text)
}

/// A treatment: its name, then how often, how long and what it cost, in any order. As a value, how often, and its name.
fn treatment(said: &str, range: Range<usize>) -> Result<(PlacedNode, usize, String), Slip> {
    let text = &said[range.clone()];
    let mut words = words_of(text);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut times = 1;
    let at = |part: Range<usize>| range.start + part.start..range.start + part.end;
    while words.len() > 1 {
        let last = words[words.len() - 1].clone();
        let word = &text[last.clone()];
        let two = words.len() > 2;
        let before = two.then(|| words[words.len() - 2].clone());
        let number = before.clone().filter(|before| text[before.clone()].parse::<f64>().is_ok());
        if let Some(n) = word.strip_prefix(['x', 'X', '×']).and_then(|n| n.parse::<usize>().ok()) {
            if !(1..=MOST).contains(&n) {
                return Err(Slip::new(format!("x is 1 to {MOST}, found `{word}`"), at(last), ""));
            }
            times = n;
            words.pop();
        } else if is_money(word) || number.is_some() && is_currency(word) {
            let part = number.filter(|_| is_currency(word)).map_or(last.clone(), |number| number.start..last.end);
            words.truncate(words.len() - if part.start < last.start { 2 } else { 1 });
            pairs.push(("cost".to_owned(), at(part.clone()), PlacedNode::leaf(plain(&text[part.clone()]), at(part))));
        } else if is_time(word) || number.is_some() && forms::is_time_unit(&word.to_lowercase()) {
            let unit = forms::is_time_unit(&word.to_lowercase());
            let part = number.filter(|_| unit).map_or(last.clone(), |number| number.start..last.end);
            words.truncate(words.len() - if part.start < last.start { 2 } else { 1 });
            pairs.push((
                "minutes".to_owned(),
                at(part.clone()),
                PlacedNode::leaf(Node::Text(text[part.clone()].to_owned()), at(part)),
            ));
        } else if word.parse::<f64>().is_ok() {
            let hint = format!("write `{word} min`, or the price with its currency: `{word} EUR`");
            return Err(Slip::new(format!("`{}` may be minutes or money", shorten(word, 20)), at(last), hint));
        } else {
            break;
        }
    }
    let name = words[0].start..words.last().map_or(text.len(), |last| last.end);
    let kind = unquoted(&text[name.clone()]).to_owned();
    let whole = at(name);
    pairs.push(("type".to_owned(), whole.clone(), PlacedNode::leaf(Node::Text(kind.clone()), whole)));
    Ok((PlacedNode::map(pairs, range), times, kind))
}

fn is_currency(word: &str) -> bool {
    word.len() == 3
        && word.bytes().all(|b| b.is_ascii_alphabetic())
        && iso_currency::Currency::from_code(&word.to_uppercase()).is_some()
}

/// `80USD`.
fn is_money(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    unit.len() < word.len() && is_currency(unit)
}

/// A time with its unit, or `30:00`.
fn is_time(word: &str) -> bool {
    let starts = word.starts_with(|c: char| c.is_ascii_digit());
    starts && (word.contains(':') || word.ends_with(|c: char| c.is_alphabetic()) && forms::is_time(word))
}
