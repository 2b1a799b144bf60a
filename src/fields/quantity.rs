//! Numbers with units.
//!
//! A bare number has a unit that its reader knows; text may name another one. A decimal comma is refused rather than
//! guessed at, since `1,200 m` and `1,2 km` read it in opposite ways.

use super::{Node, Value};
use crate::units::{Distance, MILE, Metres};

/// A kind of quantity.
#[derive(Debug)]
pub struct Quantity {
    /// What messages say is expected.
    pub expected: &'static str,
    /// The units that text may name, each with its size in the unit that values are kept in.
    pub units: &'static [(&'static str, f64)],
    /// The sizes that a bare number's unit may have.
    pub bare: &'static [f64],
    /// The least that is taken, in the unit that values are kept in.
    pub least: f64,
    /// The most that is taken, in the unit that values are kept in.
    pub most: f64,
    /// The most in words: `5000 km`.
    pub limit: &'static str,
}

impl Quantity {
    /// The size of a unit by its name in lower case.
    pub fn unit(&self, name: &str) -> Option<f64> {
        self.units.iter().find(|(unit, _)| *unit == name).map(|(_, size)| *size)
    }

    /// Reports that another kind of value was expected.
    pub fn refuse<T>(&self, value: &Value<'_>, hint: &str) -> Option<T> {
        let message = format!("{} is {}, found {}", value.name, self.expected, value.node.what());
        value.error("wrong-kind", message, hint)
    }

    /// The size of a value, whatever its limits; a bare number is in units of `bare`.
    fn size(&self, value: &Value<'_>, bare: f64) -> Option<f64> {
        let size = match value.node {
            #[expect(clippy::cast_precision_loss, reason = "far larger than any quantity")]
            Node::Int(number) => Some(*number as f64 * bare),
            Node::Float(number) => Some(number * bare),
            Node::Text(text) => leading_number(text.trim()).and_then(|(number, unit)| {
                let factor = if unit.is_empty() { Some(bare) } else { self.unit(&unit.to_lowercase()) };
                factor.map(|factor| number * factor)
            }),
            _ => None,
        };
        size.filter(|size| size.is_finite()).or_else(|| self.refuse(value, value.as_text().map_or("", comma_hint)))
    }

    /// The size if it is neither too small nor too large.
    pub fn within(&self, value: &Value<'_>, size: f64) -> Option<f64> {
        if (self.least..=self.most).contains(&size) {
            return Some(size);
        }
        let message = format!("{} is {} to {}, found {}", value.name, self.least, self.limit, value.node.what());
        value.error("out-of-range", message, "")
    }
}

/// Lengths, kept in metres.
pub const LENGTH: Quantity = Quantity {
    expected: "a length such as `5 km`, `3.1 mi` or `800 m`",
    units: &[
        ("km", 1000.0),
        ("k", 1000.0),
        ("kilometre", 1000.0),
        ("kilometres", 1000.0),
        ("kilometer", 1000.0),
        ("kilometers", 1000.0),
        ("mi", MILE),
        ("mile", MILE),
        ("miles", MILE),
        ("m", 1.0),
        ("metre", 1.0),
        ("metres", 1.0),
        ("meter", 1.0),
        ("meters", 1.0),
    ],
    bare: &[1000.0, MILE],
    least: 0.0,
    most: 5_000_000.0,
    limit: "5000 km",
};

impl Value<'_> {
    /// A length in whole metres; a bare number is in the site's unit.
    pub fn length(self, bare: Distance) -> Option<Metres> {
        let metres = self.quantity(bare.metres())?;
        if metres > 500_000.0 {
            self.warn_long("500 km", "is the unit right?");
        }
        // `1.0005 * 1000.0` falls a hair short of the half that was typed: micrometres are rounded first.
        let metres = ((metres * 1e6).round() / 1e6).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and 0 to 5,000,000")]
        Some(Metres(metres as u32))
    }

    /// Warns of a run of a few metres: `3m` is meant as miles.
    pub fn warn_of_metres(&self, length: Metres) {
        if (1..100).contains(&length.0) && self.as_text().is_some_and(|text| text.ends_with(['m', 's', 'M', 'S'])) {
            let message = format!("{} is {} metres, found {}", self.name, length.0, self.node.what());
            self.warn("implausible", message, &format!("miles are `mi`, kilometres `km`: `{} mi`", length.0));
        }
    }

    /// Warns of what is more than a person is likely to do.
    pub fn warn_long(&self, limit: &str, hint: &str) {
        self.warn("implausible", format!("{} is over {limit}, found {}", self.name, self.node.what()), hint);
    }

    /// A quantity of the value's form; a bare number is in units of `bare`.
    pub fn quantity(self, bare: f64) -> Option<f64> {
        let quantity = self.form.quantity();
        debug_assert!(quantity.is_some(), "`{}` is read as a quantity and is none by its form", self.name);
        self.quantity_of(quantity?, bare)
    }

    /// A quantity of a kind that its reader knows.
    pub fn quantity_of(self, quantity: &Quantity, bare: f64) -> Option<f64> {
        let size = quantity.size(&self, bare)?;
        quantity.within(&self, size)
    }
}

/// What to do about a text with a comma between its digits.
pub fn comma_hint(text: &str) -> &'static str {
    let mut triples = text.as_bytes().windows(3);
    if triples.any(|w| w[1] == b',' && w[0].is_ascii_digit() && w[2].is_ascii_digit()) {
        "write a decimal point, and no comma for thousands: `3.1`, `1200`"
    } else {
        ""
    }
}

/// The number at a text's start, and what follows it without the spaces between.
pub fn leading_number(text: &str) -> Option<(f64, &str)> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let (number, rest) = text.split_at(text.len() - digits.len() + end);
    number.parse().ok().map(|number| (number, rest.trim_start()))
}
