//! Numbers with a decimal comma in brackets, where the comma parts them: `{before: 2,5}` is a mapping of `before: 2` and of a key
//! `5` without a value. They are joined again before anything is read, so that the one mistake is told once and nothing is
//! recorded of it.

use super::Node;

/// Joins what a comma between two digits parted.
pub(super) fn join(root: &mut Node, yaml: &str) {
    let mut threes = yaml.as_bytes().windows(3);
    if threes.any(|w| w[1] == b',' && w[0].is_ascii_digit() && w[2].is_ascii_digit()) {
        join_in(root, yaml, "");
    }
}

fn join_in(node: &mut Node, yaml: &str, under: &str) {
    match node {
        Node::Map(pairs) => {
            let mut at = 1;
            while at < pairs.len() {
                let joined = Some(&pairs[at])
                    .filter(|(name, value)| {
                        matches!(value, Node::Null) && name.starts_with(|c: char| c.is_ascii_digit())
                    })
                    .and_then(|(name, _)| joined(&pairs[at - 1].1, name, yaml));
                match joined {
                    Some(joined) => {
                        pairs[at - 1].1 = joined;
                        pairs.remove(at);
                    }
                    None => at += 1,
                }
            }
            pairs.iter_mut().for_each(|(name, inner)| join_in(inner, yaml, name));
        }
        Node::List(items) => {
            // A list of numbers is a list of numbers; on a line of a session or an exercise a comma is in a number.
            if under.eq_ignore_ascii_case("sessions") || under.eq_ignore_ascii_case("exercises") {
                join_items(items, yaml);
            }
            items.iter_mut().for_each(|inner| join_in(inner, yaml, ""));
        }
        _ => {}
    }
}

fn join_items(items: &mut [Node], yaml: &str) {
    for at in 1..items.len() {
        let (before, behind) = items.split_at_mut(at);
        let (Some(first @ Node::Text(_)), Some(second)) = (before.last_mut(), behind.first_mut()) else { continue };
        let second_text = match second {
            Node::Text(text) if text.starts_with(|c: char| c.is_ascii_digit()) => text.clone(),
            Node::Int(number) => number.to_string(),
            _ => continue,
        };
        if let Some(joined) = joined(first, &second_text, yaml) {
            // Its place in the list stays, so that those behind it are found.
            (*first, *second) = (Node::Null, joined);
            std::mem::swap(first, second);
        }
    }
}

/// The two as they were typed, if a comma alone stands between them.
fn joined(first: &Node, second: &str, yaml: &str) -> Option<Node> {
    let first = match first {
        Node::Int(number) => number.to_string(),
        Node::Text(text) if text.ends_with(|c: char| c.is_ascii_digit()) => text.clone(),
        _ => return None,
    };
    let whole = format!("{first},{second}");
    yaml.contains(&whole).then_some(Node::Text(whole))
}
