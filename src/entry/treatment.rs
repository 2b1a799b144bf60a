//! Treatments, and the money they cost.

use super::{Helped, Money, Private, Treatment, forms, pain};
use crate::config::{Config, PrivateField};
use crate::fields::{Node, Shape, Value};
use crate::text::near::nearest;
use crate::text::shorten;
use iso_currency::Currency;

/// A treatment: a mapping, or only its type as text.
pub(super) fn treatment(value: Value<'_>, config: &Config) -> Option<Treatment> {
    if value.as_text().is_some() {
        return value.text().map(Treatment::of);
    }
    if !matches!(value.node, Node::Map(_)) {
        return value.wrong("a list of mappings such as `{type: massage, minutes: 30}`");
    }
    let fields = value.mapping()?;
    let hint = "such as `type: massage`";
    let kind = forms::named_or(&fields, "type", foreign, "a treatment needs a `type`", hint).and_then(Value::text);
    let treatment = Treatment {
        // A treatment without a type is read too, for the problems in it.
        kind: kind.clone().unwrap_or_default(),
        provider: Private::read(&fields, "provider", PrivateField::Provider, config, Value::text),
        minutes: fields.read("minutes", forms::minutes),
        travel_minutes: fields.read("travel_minutes", forms::minutes),
        cost: Private::read(&fields, "cost", PrivateField::Cost, config, |v| money(v, config.currency.as_deref())),
        pain_before: fields.read("pain_before", pain::score),
        pain_after: fields.read("pain_after", pain::score),
        helped: fields.read("helped", helped),
    };
    fields.finish(&[], foreign);
    kind.map(|_| treatment)
}

impl Treatment {
    /// A treatment of which only its type is known.
    fn of(kind: String) -> Self {
        Self {
            kind,
            provider: None,
            minutes: None,
            travel_minutes: None,
            cost: None,
            pain_before: None,
            pain_after: None,
            helped: None,
        }
    }
}

/// `yes`, `no` or `unsure`; the truth values that some editors make of the first two are fine.
fn helped(value: Value<'_>) -> Option<Helped> {
    match value.node {
        Node::Bool(true) => Some(Helped::Yes),
        Node::Bool(false) => Some(Helped::No),
        _ => value.one_of(&Helped::WORDS),
    }
}

/// Money as it is typed.
pub(super) const MONEY: Shape = Shape {
    expected: "an amount with its currency: `80 USD`; one without is in the site's `currency`",
    pattern: r"^\s*(\d+(\.\d{0,2})?\s*([A-Za-z]{3})?|[A-Za-z]{3}\s*\d+(\.\d{0,2})?)\s*$",
    number: Some((0.0, 10_000_000.0)),
};

/// What messages say of money.
const EXPECTED: &str = "an amount with its currency such as `80 USD` or `42.50 EUR`";

/// The most that a treatment may cost, in hundredths: far from what would make a sum overflow.
const MOST: u64 = 1_000_000_000;

/// An amount of money; one without a currency is in the site's.
fn money(value: Value<'_>, site: Option<&str>) -> Option<Money> {
    let typed = match value.node {
        Node::Int(i) => i.to_string(),
        Node::Float(f) => f.to_string(),
        Node::Text(text) => text.trim().to_owned(),
        _ => return value.wrong(EXPECTED),
    };
    let is_amount = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    // The currency may stand before the amount or after it.
    let (amount, currency) = match typed.find(|c: char| !is_amount(c)) {
        Some(0) => {
            let start = typed.find(is_amount).unwrap_or(typed.len());
            (&typed[start..], typed[..start].trim())
        }
        Some(end) => (&typed[..end], typed[end..].trim()),
        None => (typed.as_str(), ""),
    };
    let currency = match (currency, site) {
        ("", Some(site)) => site.to_owned(),
        ("", None) => {
            let message = format!("{} is {EXPECTED}, found {}", value.name, value.node.what());
            return value.error("wrong-kind", message, "name the currency, or set `currency` in site.toml");
        }
        (typed, _) => code(value, typed)?,
    };
    let Some(cents) = cents(amount) else {
        let message = format!("{} is {EXPECTED}, found {}", value.name, value.node.what());
        return value.error("wrong-kind", message, amount_hint(amount));
    };
    if cents > MOST {
        let message = format!("{} is 0 to {}, found {}", value.name, MOST / 100, value.node.what());
        return value.error("out-of-range", message, "");
    }
    Some(Money { cents, currency })
}

/// A currency by its code.
fn code(value: Value<'_>, typed: &str) -> Option<String> {
    if let Some(currency) = Currency::from_code(&typed.to_uppercase()) {
        return Some(currency.code().to_owned());
    }
    let near = nearest(&typed.to_uppercase(), ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK"]);
    let hint = match near {
        Some(near) => {
            let whole = value.as_text().unwrap_or(typed).replace(typed, near);
            format!("did you mean `{whole}`?")
        }
        None => "currencies are codes of three letters: USD, EUR, GBP".to_owned(),
    };
    value.error("unknown-currency", format!("`{}` is no currency", shorten(typed, 20)), &hint)
}

/// Hundredths, exactly as typed: at most two decimals, and no sum goes through a floating-point number.
fn cents(amount: &str) -> Option<u64> {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let part: u64 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part)
}

fn amount_hint(amount: &str) -> &'static str {
    if amount.contains(',') {
        "write a decimal point, and no comma for thousands: `42.50`, `1200`"
    } else if amount.contains('.') {
        "at most two decimals"
    } else if amount.starts_with('-') {
        "what was paid back is no treatment"
    } else {
        ""
    }
}

/// Names that others give to our keys.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "kind" | "name" | "treatment" => "did you mean `type`?",
        "with" | "by" | "therapist" | "clinic" => "did you mean `provider`?",
        "duration" | "time" | "length" => "did you mean `minutes`?",
        "travel" => "did you mean `travel_minutes`?",
        "price" | "paid" | "fee" => "did you mean `cost`?",
        "before" => "did you mean `pain_before`?",
        "after" => "did you mean `pain_after`?",
        "worked" | "effect" | "verdict" => "did you mean `helped`?",
        _ => return None,
    })
}
