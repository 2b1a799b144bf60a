//! What was typed into the forms.

use crate::text::allowed;
use crate::units::shift;
use jiff::civil::Date;
use percent_encoding::percent_decode;
use std::collections::BTreeMap;

/// The fields of a form or of an address by their names, each there once and text.
#[derive(Clone, Debug, Default)]
pub(super) struct TypedFields(BTreeMap<String, String>);

impl TypedFields {
    /// Reads `name=value&…`; what isn't plain is refused whole.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        let mut all = BTreeMap::new();
        for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let value = text(pair.get(at + 1..).unwrap_or_default())?;
            if all.insert(text(&pair[..at])?, value).is_some() {
                return Err("a field was sent twice, so nothing was written");
            }
        }
        Ok(Self(all))
    }

    /// What a field holds; nothing where it wasn't sent.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

/// A name or a value, without what no text of a journal has.
fn text(encoded: &[u8]) -> Result<String, &'static str> {
    let spaced: Vec<u8> = encoded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let decoded: Vec<u8> = percent_decode(&spaced).collect();
    let text = String::from_utf8(decoded).map_err(|_| "this is not UTF-8, so nothing was written")?;
    let is_plain = allowed(&text) == text;
    if is_plain { Ok(text) } else { Err("there is a control character in it, so nothing was written") }
}

/// The points of a day's pain that the form asks for, as fields and as words.
pub(super) const POINTS: [&str; 3] = ["before", "during", "after"];

/// The form for a day as it was filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct LogForm {
    /// The points of pain; empty where one was left out.
    pub(super) pain: [String; 3],
    /// What was done, as typed.
    pub(super) done: String,
    /// The injury that was chosen, where there are several.
    pub(super) injury: String,
    /// The day.
    pub(super) day: DayForm,
}

/// The fields that name a day, as they were filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DayForm {
    /// Today or yesterday, as a date.
    pub(super) tapped: String,
    /// Any other date.
    pub(super) typed: String,
}

impl LogForm {
    /// What was filled in.
    pub(super) fn of(fields: &TypedFields) -> Self {
        Self {
            pain: POINTS.map(|point| fields.get(point).to_owned()),
            done: fields.get("done").to_owned(),
            injury: fields.get("injury").to_owned(),
            day: DayForm::of(fields),
        }
    }

    /// What the line says: the scores, then what was done. Phones turn the quotation marks of a note into others.
    pub(super) fn says(&self) -> Result<String, String> {
        let done = self.done.trim().trim_matches(',').trim_end();
        let done = done.replace(['“', '”', '„', '‟'], "\"");
        let items: Vec<String> = pain(&self.pain)?.into_iter().chain((!done.is_empty()).then_some(done)).collect();
        if items.is_empty() {
            return Err("Nothing is filled in yet: tap a score, or say what was done.".to_owned());
        }
        Ok(items.join(", "))
    }
}

impl DayForm {
    /// What was filled in.
    pub(super) fn of(fields: &TypedFields) -> Self {
        Self { tapped: fields.get("day").trim().to_owned(), typed: fields.get("date").trim().to_owned() }
    }

    /// The day that is meant. A date that was typed counts, since `today` is tapped before anybody does anything.
    pub(super) fn date(&self, today: Date) -> Result<Date, String> {
        let read = |text: &str| text.parse::<Date>().map_err(|_| format!("“{text}” is no date: dates are {today}."));
        let tapped = if self.tapped.is_empty() { None } else { Some(read(&self.tapped)?) };
        let typed = if self.typed.is_empty() { None } else { Some(read(&self.typed)?) };
        match (tapped, typed) {
            (Some(tapped), Some(typed)) if tapped == shift(today, -1) && typed != tapped => {
                Err(format!("Yesterday is tapped, and {typed} is typed: which day is it?"))
            }
            (_, Some(day)) | (Some(day), None) => Ok(day),
            (None, None) => Ok(today),
        }
    }
}

/// The scores as an item of a line; none where all were left out.
fn pain(points: &[String; 3]) -> Result<Option<String>, String> {
    let is_score = |typed: &&String| typed.is_empty() || (0..=10).any(|score| score.to_string() == **typed);
    if let Some(other) = points.iter().find(|typed| !is_score(typed)) {
        return Err(format!("A score is 0 to 10, and “{other}” is none."));
    }
    let given: Vec<String> = POINTS
        .iter()
        .zip(points)
        .filter(|(_, score)| !score.is_empty())
        .map(|(name, score)| format!("{name} {score}"))
        .collect();
    Ok(match given.len() {
        0 => None,
        3 => Some(format!("pain {}", points.join("/"))),
        _ => Some(format!("pain {}", given.join(" "))),
    })
}
