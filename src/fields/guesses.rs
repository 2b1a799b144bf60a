//! What people write where a number, a date or a word of ours is expected, as what they probably mean.
//!
//! Nothing here is read: these are candidates, and only those that would be read are told (`meant.rs`).

use super::{DateOrder, Form, leading_number, written_date};
use crate::text::{is_unseen, near::nearest};

/// What a text may have been meant as, in the order of likelihood; the texts of a group are equally likely.
pub(super) fn guesses(text: &str, form: &'static Form) -> Vec<Vec<String>> {
    let plain = plain(text);
    let mut all = Vec::new();
    if plain != text {
        all.push(vec![plain.clone()]);
    }
    if form.alternatives().iter().any(|form| matches!(form, Form::Date)) {
        all.extend(date(&plain));
        return all;
    }
    let bare = bare(&plain);
    all.extend(fraction(bare, form));
    all.push(points(bare));
    all.extend(half(bare, form).map(|half| vec![half]));
    all.extend(in_digits(bare, form).map(|number| vec![number]));
    all.extend(truth(&plain).map(|word| vec![word]));
    all.extend(word(&plain, form).map(|word| vec![word]));
    all.extend(unit(bare, form).map(|text| vec![text]));
    all.extend(currency(bare).map(|text| vec![text]));
    all.extend(days_back(&plain).map(|days| vec![format!("-{days}d")]));
    all.extend(led(&plain, form).map(|line| vec![line]));
    all.extend(spaced(&plain).map(|pair| vec![pair]));
    all
}

/// Whether a text says that there is nothing to say.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = plain(text).to_lowercase().replace(['.', ' '], "");
    let signs = || text.chars().all(|c| "-–—_?/".contains(c));
    let words = ["n/a", "na", "none", "nil", "null", "nothing", "unknown", "tbd", "tba", "notrecorded", "notnoted"];
    signs() || words.contains(&text.as_str()) || matches!(text.as_str(), "notmeasured" | "notsure" | "dontknow" | "k/a")
}

/// A text without quotes that are curly and spaces that are none.
fn plain(text: &str) -> String {
    let spaced = text.chars().filter(|c| !is_unseen(*c)).map(|c| if c.is_whitespace() { ' ' } else { c });
    let spaced: String = spaced.collect();
    spaced.trim().trim_matches(is_curly).trim().to_owned()
}

/// Whether a sign is a quote that isn't straight.
pub(super) fn is_curly(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›')
}

/// A number without what says that it is not exact, and without a remark in brackets.
fn bare(text: &str) -> &str {
    const ABOUT: [&str; 14] = [
        "about ",
        "around ",
        "approximately ",
        "approx. ",
        "approx ",
        "roughly ",
        "maybe ",
        "circa ",
        "ca. ",
        "ca ",
        "c. ",
        "nearly ",
        "almost ",
        "ungefähr ",
    ];
    let mut text = text.trim_start_matches(['~', '≈', '±', '<', '>', '≤', '≥', '=', '+']).trim_start();
    let start = |word: &&&str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if let Some(word) = ABOUT.iter().find(start) {
        text = text[word.len()..].trim_start();
    }
    if text.starts_with(|c: char| c.is_ascii_digit())
        && let Some((number, _)) = text.split_once('(')
    {
        text = number;
    }
    let text = text.trim_end().trim_end_matches(['+', '?', '!']).trim_end();
    text.strip_suffix("ish").map_or(text, |text| text.trim_end_matches('-'))
}

/// A number with a comma in it: a decimal comma, or one between thousands, or either.
fn points(text: &str) -> Vec<String> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let number = number.trim_end_matches([',', '.']);
    let mut parts = number.split(',');
    let first = parts.next().unwrap_or_default();
    let behind: Vec<&str> = parts.collect();
    let [one] = behind.as_slice() else {
        let thousands = !behind.is_empty() && behind.iter().all(|part| part.split('.').next().is_some_and(is_triple));
        return if thousands { vec![format!("{}{rest}", number.replace(',', ""))] } else { vec![text.to_owned()] };
    };
    let decimal = format!("{first}.{one}{rest}");
    // `1,200 m` and `1,2 km` read a comma in opposite ways.
    match one.split_once('.') {
        Some((triple, _)) if is_triple(triple) => vec![format!("{first}{one}{rest}")],
        Some(_) => Vec::new(),
        None if is_triple(one) && first != "0" => vec![format!("{first}{one}{rest}"), decimal],
        None => vec![decimal],
    }
}

fn is_triple(digits: &str) -> bool {
    digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// `6/10`, `6 out of 10`, `3/5`: a number and the most that it might have been.
fn fraction(text: &str, form: &'static Form) -> Option<Vec<String>> {
    let lower = text.to_lowercase();
    let (number, most) = ["/", " out of ", " of ", " von "].iter().find_map(|between| lower.split_once(between))?;
    let [part, whole] =
        [number, most].map(|text| points(text.trim()).first().and_then(|text| text.parse::<f64>().ok()));
    let (part, whole) = (part?, whole?);
    let percent = form.quantity().is_some_and(|quantity| quantity.unit("%").is_some());
    let scale = if percent { 100.0 } else { 10.0 };
    let mut all = Vec::new();
    if (0.0..=whole).contains(&part) && matches!(most.trim(), "5" | "10" | "20" | "100") {
        all.push(((part * scale / whole * 1e6).round() / 1e6).to_string());
    }
    // Two points of the day may be written so as well.
    let points = has_points(form) && lower.contains('/') && whole < 10.0;
    all.extend(points.then(|| format!("{{before: {part}, after: {whole}}}")));
    Some(all)
}

/// Whether points of the day may stand here.
fn has_points(form: &'static Form) -> bool {
    form.tables().is_some_and(|tables| super::has_key(tables, "before"))
}

/// A score that is neither whole nor a half, as the nearest one that is.
fn half(text: &str, form: &'static Form) -> Option<String> {
    let is_score = form.alternatives().iter().any(|form| matches!(form, Form::Score));
    let number: f64 = points(text).first()?.parse().ok()?;
    (is_score && (0.0..=10.0).contains(&number)).then(|| ((number * 2.0).round() / 2.0).to_string())
}

/// A number that is written out.
fn in_digits(text: &str, form: &'static Form) -> Option<String> {
    const NUMBERS: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let is_score = form.alternatives().iter().any(|form| matches!(form, Form::Score));
    let text = text.to_lowercase();
    if is_score && matches!(text.as_str(), "none" | "no" | "nil" | "no pain" | "pain-free") {
        return Some("0".to_owned());
    }
    let (word, rest) =
        text.split_once(' ').map_or((text.as_str(), String::new()), |(word, rest)| (word, format!(" {rest}")));
    NUMBERS.iter().position(|number| *number == word).map(|number| format!("{number}{rest}"))
}

/// `yes` and the like.
fn truth(text: &str) -> Option<String> {
    let word = match text.to_lowercase().as_str() {
        "yes" | "y" | "on" | "true" | "x" | "✓" | "✔" | "☑" | "ja" => "true",
        "no" | "n" | "off" | "false" | "nein" => "false",
        _ => return None,
    };
    Some(word.to_owned())
}

/// Other words for ours.
const SYNONYMS: [(&str, &[&str]); 15] = [
    ("left", &["l", "lhs", "left-side"]),
    ("right", &["r", "rhs", "right-side"]),
    ("more", &["higher", "up", "bigger", "larger"]),
    ("less", &["lower", "down", "smaller", "fewer"]),
    ("%", &["percent", "per", "pct", "prozent"]),
    ("weekly-distance", &["mileage", "km", "miles", "volume", "weekly-mileage", "running", "weeks"]),
    ("acute-chronic", &["acwr", "load-ratio", "workload"]),
    ("calendar", &["heatmap", "heat-map", "month"]),
    ("mi", &["miles", "mile", "imperial", "us"]),
    ("km", &["kilometres", "kilometers", "kilometre", "kilometer", "kms", "metric", "k"]),
    ("kg", &["kilograms", "kilogram", "kilos", "kilo", "kgs", "metric"]),
    ("lb", &["pounds", "pound", "lbs", "imperial"]),
    ("both", &["bilateral", "l/r", "l+r", "left and right", "either"]),
    ("central", &["middle", "centre", "center", "midline"]),
    ("unsure", &["maybe", "not sure", "don't know", "unclear", "somewhat"]),
];

/// The word of ours that another one stands for, or that has it as one of its parts: `pain` of `pain-timeline`.
fn word(text: &str, form: &'static Form) -> Option<String> {
    let lower = text.to_lowercase().replace(['_', ' '], "-");
    let words = || {
        let listed = |form: &'static Form| if let Form::Words(words) = form { *words } else { &[] };
        form.alternatives().iter().flat_map(move |form| listed(form).iter().copied())
    };
    let synonym = SYNONYMS.iter().find_map(|(word, others)| {
        let is_other = others.iter().any(|other| *other == lower || *other == text.to_lowercase());
        words().find(|ours| is_other && ours == word)
    });
    if lower.len() < 2 {
        return synonym.map(|word| (*word).to_owned());
    }
    let near = || nearest(&lower, words());
    let part = || words().find(|ours| ours.split('-').any(|part| part == lower));
    let begins = || words().find(|ours| lower.len() > 2 && (ours.starts_with(&lower) || lower.starts_with(ours)));
    let inside = || words().find(|ours| lower.split('-').any(|part| part == *ours));
    synonym.or_else(near).or_else(part).or_else(begins).or_else(inside).map(str::to_owned)
}

/// A number with another word for its unit, or with more behind it: `5 kms`, `5 km easy`.
fn unit(text: &str, form: &'static Form) -> Option<String> {
    let quantity = form.quantity()?;
    let point = points(text).into_iter().next()?;
    let (_, rest) = leading_number(&point)?;
    let number = point[..point.len() - rest.len()].trim_end();
    let word = rest.split_whitespace().next()?.trim_end_matches([',', ';', '.']).to_lowercase();
    let ours = SYNONYMS.iter().find(|(_, others)| others.contains(&word.as_str())).map(|(ours, _)| *ours);
    let unit = quantity.unit(&word).map(|_| word.as_str()).or(ours)?;
    Some(format!("{number} {unit}"))
}

/// `$80`, `80€`.
fn currency(text: &str) -> Option<String> {
    let (sign, code) = [('$', "USD"), ('€', "EUR"), ('£', "GBP")].into_iter().find(|(sign, _)| text.contains(*sign))?;
    let amount = text.replace(sign, "");
    points(amount.trim()).into_iter().next().map(|amount| format!("{amount} {code}"))
}

/// How many days back some words lead: `last 4 weeks`, `3 months ago`, `-4w`, `28d`.
pub fn days_back(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let text = text.trim_start_matches('-').trim_end_matches("ago").trim_start_matches("the ").trim();
    let text = ["last ", "past ", "previous "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let number: u32 = if number.is_empty() { 1 } else { number.parse().ok().filter(|n| *n < 1000)? };
    let days = match unit.trim_start_matches([' ', '-']) {
        "d" | "day" | "days" => 1.0,
        "w" | "week" | "weeks" | "wk" | "wks" => 7.0,
        "m" | "month" | "months" => 365.25 / 12.0,
        "y" | "year" | "years" => 365.25,
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a thousand years")]
    Some((f64::from(number) * days).round() as u32)
}

/// A line with the word in front that it has to begin with: `walk 3 miles` of `3 miles walk`.
fn led(text: &str, form: &'static Form) -> Option<String> {
    let lists =
        form.alternatives().iter().find_map(|form| if let Form::Led(lists, _) = form { Some(*lists) } else { None })?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let ours = |word: &str| lists.first()?.iter().find(|ours| ours.eq_ignore_ascii_case(word));
    let (at, first) = words.iter().enumerate().rev().find_map(|(at, word)| Some((at, ours(word)?)))?;
    let rest = words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| *word);
    Some(std::iter::once(*first).chain(rest).collect::<Vec<_>>().join(" "))
}

/// `name:Squat`, where a mapping is meant, with the space that it lacks.
fn spaced(text: &str) -> Option<String> {
    let (key, value) = text.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
    (is_key && !value.starts_with([' ', '/'])).then(|| format!("{key}: {value}"))
}

/// The days that a date may mean that is written in another order, with a month's name, or with other signs.
pub fn days_meant(text: &str) -> Vec<String> {
    date(text).unwrap_or_default()
}

/// A date in another order, with a month's name, or with other signs.
fn date(text: &str) -> Option<Vec<String>> {
    let hyphens: String =
        text.chars().map(|c| if matches!(c, '–' | '—' | '−' | '‐' | '‑') { '-' } else { c }).collect();
    let found = written_date(&hyphens)?;
    let rest = hyphens[found.end..].trim_start_matches([',', '.', ' ', 'T']);
    // A time of day may follow.
    if !rest.is_empty() && leading_number(rest).is_none() {
        return None;
    }
    let mut days: Vec<_> = found.date.day(None).into_iter().collect();
    if days.is_empty() {
        days.extend(
            [DateOrder::DayFirst, DateOrder::MonthFirst].into_iter().filter_map(|order| found.date.day(Some(order))),
        );
        days.dedup();
    }
    // The weekday tells which of two days it is.
    let named: Vec<_> = days.iter().copied().filter(|day| found.weekday == Some(day.weekday())).collect();
    let days = if named.is_empty() { days } else { named };
    (!days.is_empty()).then(|| days.iter().map(ToString::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_what_is_not_theirs() {
        for (text, expected) in [
            ("~3", "3"),
            ("About 3", "3"),
            ("ca. 5 km", "5 km"),
            ("3 (mild)", "3"),
            ("3ish", "3"),
            ("3+", "3"),
            ("five", "five"),
            ("(3)", "(3)"),
        ] {
            assert_eq!(bare(text), expected, "{text}");
        }
    }

    #[test]
    fn commas_are_points_or_between_thousands() {
        for (text, expected) in [
            ("3,5", vec!["3.5"]),
            ("22,5 kg", vec!["22.5 kg"]),
            ("1,200 m", vec!["1200 m", "1.200 m"]),
            ("1,200,000", vec!["1200000"]),
            ("12,000.50 USD", vec!["12000.50 USD"]),
            ("0,125", vec!["0.125"]),
            ("3", vec!["3"]),
            ("1,2,3", vec!["1,2,3"]),
        ] {
            assert_eq!(points(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_are_guessed_in_all_orders_that_they_may_have() {
        let guessed = |text: &str| date(text).unwrap_or_default().join(" ");
        for (text, expected) in [
            ("24 October 2026", "2026-10-24"),
            ("Oct 24, 2026", "2026-10-24"),
            ("26/10/2026", "2026-10-26"),
            ("10/26/2026", "2026-10-26"),
            ("5/6/2026", "2026-06-05 2026-05-06"),
            ("Fri 5/6/2026", "2026-06-05"),
            ("5/5/2026", "2026-05-05"),
            ("24.10.2026", "2026-10-24"),
            ("2026/10/24", "2026-10-24"),
            ("2026–10–24", "2026-10-24"),
            ("2026-2-3", "2026-02-03"),
            ("24 October 2026, 7:15", "2026-10-24"),
            ("2026-02-30", ""),
            ("24 October", ""),
            ("yesterday", ""),
            ("24 October 2026 or so", ""),
        ] {
            assert_eq!(guessed(text), expected, "{text}");
        }
    }

    #[test]
    fn words_lead_back_some_days() {
        for (text, expected) in [
            ("last 4 weeks", Some(28)),
            ("4 weeks ago", Some(28)),
            ("the last week", Some(7)),
            ("28d", Some(28)),
            ("-4w", Some(28)),
            ("past 3 months", Some(91)),
            ("Early running", None),
            ("January 2026", None),
        ] {
            assert_eq!(days_back(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_known_in_many_words() {
        let all = ["N/A", "n.a.", "NA", "-", "—", "?", "??", "unknown", "not recorded", "TBD"];
        assert!(all.into_iter().all(is_nothing));
        assert!(!["0", "nap", "some", "3"].into_iter().any(is_nothing));
    }
}
