//! A session on one line: `run 5k 30:00 rpe 3`, `walk 2 mi`, `bike x2`.

use super::{part, plain, words};
use crate::config::Config;
use crate::entry::{Ranges, Session, SessionKind, forms, keys, session};
use crate::fields::{Key, LENGTH, Node, Shape, Value, comma_hint, leading_number};
use crate::text::near::nearest;
use crate::text::shorten;
use jiff::civil::Time;
use std::ops::Range;

/// What follows the kind, for the schema.
pub(in crate::entry) const REST: Shape = Shape {
    expected: "`TYPE [distance] [duration] [rpe N] [surface] [at HH:MM] [climb 120 m] [hr 147]`: `run 5k 30:00 rpe 3 trail`, or `TYPE xN`: `bike x2`",
    pattern: r#"(\s+[xX×]([1-9]|1\d|20)|(\s+((\d+(\.\d*)?|\.\d+)\s*([kK]([mM]|[iI][lL][oO][mM][eE][tT]([eE][rR]|[rR][eE])[sS]?)?|[mM][iI]([lL][eE][sS]?)?|[mM][eE][tT]([eE][rR]|[rR][eE])[sS]?|[mM]([iI][nN]([sS]|[uU][tT][eE][sS]?)?)?|[hH]([rR][sS]?|[oO][uU][rR][sS]?)?(\d+[mM]?)?|[sS]([eE][cC]([sS]|[oO][nN][dD][sS]?)?)?)|\d+(:[0-5]\d){1,2}|[rR][pP][eE]\s+(10|\d(\.\d+)?)([-–—](10|\d(\.\d+)?))?|[aA][tT]\s+([01]?\d|2[0-3]):[0-5]\d|[cC][lL][iI][mM][bB]\s+\d+(\.\d+)?\s*([mM]|[fF][tT])?|[hH][rR]\s+\d{2,3}|"[^"]+"|[rR]oad|[tT]rails?|[tT]rack|[tT]readmill|[gG]rass|[sS]and|[bB]each|[gG]ravel|[dD]irt|[mM]ud|[sS]now|[iI]ce|[pP]ath|[pP]avement|[cC]oncrete|[aA]sphalt|[tT]armac|[hH]ills?|[fF]lat|[fF]orest|[pP]ark|[fF]ell|[tT]urf|[sS]tairs|[iI]ndoors?|[oO]utdoors?|[pP]ool|[sS]ea|[lL]ake|[rR]iver))+)\s*$"#,
    number: None,
};

/// The surfaces that need no quotes.
const SURFACES: [&str; 34] = [
    "road",
    "trail",
    "trails",
    "track",
    "treadmill",
    "grass",
    "sand",
    "beach",
    "gravel",
    "dirt",
    "mud",
    "snow",
    "ice",
    "path",
    "pavement",
    "concrete",
    "asphalt",
    "tarmac",
    "hill",
    "hills",
    "flat",
    "forest",
    "park",
    "fell",
    "turf",
    "stairs",
    "indoor",
    "indoors",
    "outdoor",
    "outdoors",
    "pool",
    "sea",
    "lake",
    "river",
];

/// Words that something follows.
const LEADING: [&str; 4] = ["rpe", "at", "climb", "hr"];

/// The most that `xN` may say.
const MOST: u32 = 20;

/// `m` is metres from here on where nothing else says so: nobody rows for seven hours.
const METRES_FROM: f64 = 400.0;

/// What a line is made of is asked for by this hint.
const HINT: &str = "such as `run 5 km 30:00 rpe 3 trail at 7:30 climb 120 m hr 147`; another surface stands in quotes";

/// Reads the sessions of a line: one, or as many as `xN` says.
pub(in crate::entry) fn read(value: Value<'_>, line: &str, config: &Config) -> Option<Vec<Session>> {
    if line.contains(", ") {
        let message = format!("a session on one line has no comma, found `{}`", shorten(line, 60));
        return value.error("wrong-kind", message, "several are a list: `[run 5k, walk 2 mi]`");
    }
    let words = words(line);
    let (kind, n) = kind(value, line, &words)?;
    let rest = &words[n..];
    if let [only] = rest
        && let Some(times) = times(&line[only.clone()])
    {
        return Some(vec![Session::of(kind); repeated(value, line, only, times)? as usize]);
    }
    let mut parser = LineParser { value, line, config, whole: true, session: Session::of(kind), found: Vec::new() };
    let mut rest = rest;
    while !rest.is_empty() {
        rest = &rest[parser.detail(rest).max(1)..];
    }
    let LineParser { session, whole, .. } = parser;
    if whole {
        session::check_pace_at(&session, value);
    }
    whole.then(|| vec![session])
}

/// The kind that a line starts with, and how many words name it.
fn kind(value: Value<'_>, line: &str, words: &[Range<usize>]) -> Option<(SessionKind, usize)> {
    let named = |n: usize| words.get(n - 1).map(|last| words[0].start..last.end);
    let known = (1..=3).rev().find_map(|n| named(n).filter(|range| session::is_kind(&line[range.clone()])).map(|_| n));
    let is_detail = |range: &Range<usize>| {
        let word = &line[range.clone()];
        word.starts_with(|c: char| c.is_ascii_digit() || c == '"')
            || LEADING.iter().chain(&SURFACES).any(|known| known.eq_ignore_ascii_case(word))
            || times(word).is_some()
    };
    if known.is_none() && line.starts_with(|c: char| c.is_ascii_digit()) {
        let message = format!("a session on one line begins with its kind, found `{}`", shorten(line, 40));
        return value.error("unknown-session", message, "such as `run 5 km 30:00`, `walk 2 mi`");
    }
    let n = known.unwrap_or_else(|| words.iter().skip(1).position(is_detail).map_or(words.len(), |at| at + 1));
    let Some(range) = named(n.max(1)) else { return session::kind(value).map(|kind| (kind, 0)) };
    let key = keys::SESSION.iter().find(|key| key.name == "type")?;
    part(value, key, line, Some(&range), session::kind).map(|kind| (kind, n))
}

/// The number of `x2`.
fn times(word: &str) -> Option<u32> {
    word.strip_prefix(['x', 'X', '×'])?.parse().ok()
}

fn repeated(value: Value<'_>, line: &str, word: &Range<usize>, times: u32) -> Option<u32> {
    if (1..=MOST).contains(&times) {
        return Some(times);
    }
    let typed = &line[word.clone()];
    let node = plain(typed);
    value.piece(&node, word.clone()).error("out-of-range", format!("x is 1 to {MOST}, found `{typed}`"), "")
}

/// A line on the way.
struct LineParser<'a, 'v> {
    value: Value<'v>,
    line: &'a str,
    config: &'a Config,
    session: Session,
    /// Whether all so far could be read.
    whole: bool,
    /// What was given already.
    found: Vec<&'static str>,
}

impl LineParser<'_, '_> {
    /// Reads the detail at the start of some words; returns how many words it takes.
    fn detail(&mut self, words: &[Range<usize>]) -> usize {
        let word = &self.line[words[0].clone()];
        if let Some(name) = LEADING.into_iter().find(|name| name.eq_ignore_ascii_case(word)) {
            return self.led(name, words);
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) || word.starts_with('.') {
            return self.quantity(words);
        }
        if word.len() > 2 && word.starts_with('"') && word.ends_with('"') {
            self.surface(&words[0], &word[1..word.len() - 1]);
        } else if SURFACES.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            self.surface(&words[0], &word.to_lowercase());
        } else if times(word).is_some() {
            self.refuse(
                &words[0],
                "`xN` stands alone after the kind",
                "write each on its own, with what is known of it",
            );
        } else {
            let near = nearest(word, SURFACES.into_iter().chain(LEADING));
            let near =
                near.map(|near| format!("did you mean `{near}`? another surface stands in quotes: `\"{word}\"`"));
            let hint = near.unwrap_or_else(|| HINT.to_owned());
            self.refuse(&words[0], &format!("a session on one line has no `{}`", shorten(word, 40)), &hint);
        }
        1
    }

    /// Whether a word is letters that mean nothing here, so that they are meant as the unit of the number before them.
    fn is_no_detail(&self, range: &Range<usize>) -> bool {
        let word = &self.line[range.clone()];
        let known = LEADING.iter().chain(&SURFACES).any(|known| known.eq_ignore_ascii_case(word));
        !known && times(word).is_none() && word.chars().all(char::is_alphabetic)
    }

    fn refuse(&mut self, range: &Range<usize>, message: &str, hint: &str) {
        self.whole = false;
        let node = Node::Text(self.line[range.clone()].to_owned());
        let _: Option<()> = self.value.piece(&node, range.clone()).error("wrong-kind", message, hint);
    }

    /// Whether something is given for the first time.
    fn first(&mut self, name: &'static str, range: &Range<usize>) -> bool {
        if self.found.contains(&name) {
            self.refuse(range, &format!("{name} is given twice"), "two sessions are two items: `run 5k, run 3k`");
            return false;
        }
        self.found.push(name);
        true
    }

    fn surface(&mut self, range: &Range<usize>, words: &str) {
        if self.first("surface", range) {
            self.session.surface = Some(words.to_owned());
        }
    }

    /// `rpe 3`, `at 7:30`, `climb 120 m`, `hr 147`.
    fn led(&mut self, name: &'static str, words: &[Range<usize>]) -> usize {
        let Some(range) = words.get(1).cloned() else {
            self.refuse(&words[0], &format!("`{name}` has no number after it"), HINT);
            return 1;
        };
        if !self.first(name, &range) {
            return 2;
        }
        let typed = self.line[range.clone()].to_owned();
        match name {
            "rpe" => {
                self.session.ranges = Ranges::of_parts([("rpe", Some(typed.as_str()))]);
                self.session.rpe = self.read("rpe", &range, forms::effort);
            }
            "hr" => self.session.heart_rate = self.read("heart_rate", &range, heart_rate),
            "at" => match time_of_day(&typed) {
                Some(at) => self.session.at = Some(at),
                None => self.refuse(&range, &format!("`at` is a time of day, found `{typed}`"), "such as `at 7:30`"),
            },
            _ => {
                let unit = words.get(2).filter(|next| {
                    leading_number(&typed).is_some_and(|(_, unit)| unit.is_empty())
                        && forms::CLIMB.unit(&self.line[(*next).clone()].to_lowercase()).is_some()
                });
                let range = range.start..unit.map_or(range.end, |unit| unit.end);
                self.session.climb = self.read("climb", &range, |v| v.quantity(1.0));
                return 2 + usize::from(unit.is_some());
            }
        }
        2
    }

    /// Reads a part as the value of a key of sessions.
    fn read<T>(&mut self, name: &str, range: &Range<usize>, read: impl Fn(Value<'_>) -> Option<T>) -> Option<T> {
        let key: &'static Key = keys::SESSION.iter().find(|key| key.name == name)?;
        let found = part(self.value, key, self.line, Some(range), read);
        self.whole &= found.is_some();
        found
    }

    /// A distance or a time: returns how many words it takes.
    fn quantity(&mut self, words: &[Range<usize>]) -> usize {
        let (unit, mut n) = unit_of(self.line, words);
        if unit.is_empty() && words.get(1).is_some_and(|next| self.is_no_detail(next)) {
            // Told with its number, not by itself.
            n = 2;
        }
        let range = words[0].start..words[n - 1].end;
        match self.meaning(&range, &unit, n) {
            Some("distance") if self.first("distance", &range) => {
                let bare = self.config.units;
                let running = self.session.kind.is_running();
                let warn = |v: Value<'_>, metres| {
                    if running {
                        v.warn_of_metres(metres);
                    }
                };
                self.session.distance =
                    self.read("distance", &range, |v| v.length(bare).inspect(|metres| warn(v, *metres)));
                n
            }
            Some("duration") => {
                let n = n + more_time(self.line, words, n);
                let range = words[0].start..words[n - 1].end;
                if self.first("duration", &range) {
                    self.session.minutes = self.read("duration", &range, forms::minutes);
                }
                n
            }
            _ => n,
        }
    }

    /// What a number is by its unit; `None` where it is told that nobody can say.
    fn meaning(&mut self, range: &Range<usize>, unit: &str, n: usize) -> Option<&'static str> {
        let typed = &self.line[range.clone()];
        if n == 1 && typed.contains(':') {
            return Some("duration");
        }
        if unit == "m" {
            let number = leading_number(typed).map_or(0.0, |(number, _)| number);
            return match (self.session.distance, number) {
                (Some(_), _) => Some("duration"),
                (None, number) if number >= METRES_FROM => Some("distance"),
                (None, number) => {
                    let hint = format!("write `{number} min` or `{number} metres`; after a distance, `m` is minutes");
                    self.refuse(range, &format!("`{typed}` may be minutes or metres"), &hint);
                    None
                }
            };
        }
        if unit.is_empty() && n == 1 {
            let number = typed.trim_end_matches(',');
            let hint = format!("write `{number} {}` or `{number} min`", self.config.units.symbol());
            self.refuse(range, &format!("`{typed}` may be a distance or a time"), &hint);
            return None;
        }
        if LENGTH.unit(unit).is_some() {
            return Some("distance");
        }
        if forms::is_time(typed) {
            return Some("duration");
        }
        let hint = Some(comma_hint(typed)).filter(|hint| !hint.is_empty()).unwrap_or(HINT);
        self.refuse(range, &format!("`{}` is no distance and no time", shorten(typed, 40)), hint);
        None
    }
}

fn heart_rate(value: Value<'_>) -> Option<f64> {
    value.quantity(1.0)
}

/// The unit of the number that some words start with, and how many words the two take.
fn unit_of(line: &str, words: &[Range<usize>]) -> (String, usize) {
    // A decimal comma is told of with its unit.
    let word = line[words[0].clone()].replace(',', ".");
    let unit = leading_number(&word).map_or("", |(_, unit)| unit);
    let next = words.get(1).filter(|_| unit.is_empty()).map(|next| line[next.clone()].to_lowercase());
    let next = next.filter(|next| LENGTH.unit(next).is_some() || forms::is_time_unit(next));
    next.map_or_else(|| (unit.to_lowercase(), 1), |next| (next, 2))
}

/// How many more words belong to a time that takes `n` words: `30m` after `1h`, `20 s` after `3 min`.
fn more_time(line: &str, words: &[Range<usize>], n: usize) -> usize {
    let mut end = n;
    while let Some(next) = words.get(end) {
        let small = leading_number(&line[next.clone()]).filter(|(number, _)| (0.0..60.0).contains(number));
        let Some((_, unit)) = small else { break };
        let more = if unit.is_empty() { 2 } else { 1 };
        let Some(last) = words.get(end + more - 1) else { break };
        let longer = &line[words[0].start..last.end];
        if !longer.ends_with(char::is_alphabetic) || !forms::is_time(longer) {
            break;
        }
        end += more;
    }
    end - n
}

/// `7:30`, `19:05`.
fn time_of_day(typed: &str) -> Option<Time> {
    let (hour, minute) = typed.split_once(':')?;
    let whole = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i8>().ok()).flatten();
    let minute = whole(minute).filter(|_| minute.len() == 2)?;
    Time::new(whole(hour)?, minute, 0, 0).ok()
}
