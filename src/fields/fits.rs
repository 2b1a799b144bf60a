//! Whether a value looks like what may stand under a key, without reading it: a key is only offered for a value that fits.

use super::date::calendar_day;
use super::{Form, Node, Quantity, is_plain_range, leading_number};

impl Form {
    /// Whether a value may be one of this form; texts with a form of their own are not looked into.
    pub(super) fn fits(&'static self, node: &Node) -> bool {
        match (self, node) {
            (_, Node::Null) => true,
            (Self::OneOf(forms), _) => forms.iter().any(|form| form.fits(node)),
            (Self::List(item), Node::List(items)) => items.iter().all(|node| item.fits(node)),
            (Self::List(item), _) => item.fits(node),
            (Self::Mapping(tables), Node::Map(pairs)) => {
                let known = |(name, _): &(String, Node)| tables.iter().flat_map(|t| t.iter()).any(|key| key.is(name));
                pairs.iter().all(known)
            }
            (Self::Named(inner), Node::Map(pairs)) => pairs.iter().all(|(_, node)| inner.fits(node)),
            (_, Node::List(_) | Node::Map(_)) => false,
            (Self::Text, _) => true,
            (Self::Bool, Node::Text(text)) => matches!(text.to_lowercase().as_str(), "true" | "false"),
            (Self::Bool, _) => matches!(node, Node::Bool(_)),
            (Self::Date, _) => calendar_day(node).is_some(),
            (Self::Score, Node::Text(text)) if is_plain_range(text) => true,
            (Self::Score, _) => number(node).is_some_and(|n| (0.0..=10.0).contains(&n) && (n * 2.0).fract() == 0.0),
            (Self::Number(least, most), _) => number(node).is_some_and(|n| (*least..=*most).contains(&n)),
            #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
            (Self::Whole(least, most), _) => {
                number(node).is_some_and(|n| (*least as f64..=*most as f64).contains(&n) && n.fract() == 0.0)
            }
            (Self::Words(words) | Self::OtherWords(words), Node::Text(text)) => {
                words.iter().any(|word| word.eq_ignore_ascii_case(&text.trim().replace([' ', '_'], "-")))
            }
            (Self::Quantity(quantity), _) => fits_quantity(quantity, node),
            // Of ranges of numbers so much can be told.
            (Self::Shaped(shape), Node::Text(text)) if shape.expected.starts_with("a range:") => {
                text.contains(|c: char| c.is_ascii_digit())
            }
            (Self::Shaped(_) | Self::Led(..), Node::Text(_)) => true,
            (Self::Shaped(shape), _) => {
                number(node).zip(shape.number).is_some_and(|(n, (least, most))| (least..=most).contains(&n))
            }
            _ => false,
        }
    }
}

fn number(node: &Node) -> Option<f64> {
    match node {
        #[expect(clippy::cast_precision_loss, reason = "far larger than any limit")]
        Node::Int(number) => Some(*number as f64),
        Node::Float(number) => Some(*number),
        Node::Text(text) => leading_number(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number),
        _ => None,
    }
}

fn fits_quantity(quantity: &Quantity, node: &Node) -> bool {
    let bare = quantity.bare.iter().copied().fold(1.0, f64::max);
    let size = match node {
        Node::Text(text) => leading_number(text.trim()).and_then(|(number, unit)| {
            let size = if unit.is_empty() { Some(bare) } else { quantity.unit(&unit.to_lowercase()) };
            size.map(|size| size * number)
        }),
        _ => number(node).map(|number| number * bare),
    };
    size.is_some_and(|size| (quantity.least..=quantity.most).contains(&size))
}
