//! Values that stand elsewhere than our keys: other people's layouts, read without editing them.
//!
//! The tree is rearranged before it is read, so that every reader finds its value where it always stands; what was moved
//! is remembered, so that messages point at where it was typed.

use super::spans::Step;
use super::{Node, is_name};

/// A move that was made: the keys that lead to where the value is read, and those that lead to where it was typed.
#[derive(Debug)]
pub(super) struct Moved {
    pub(super) to: Vec<String>,
    pub(super) from: Vec<String>,
}

/// Moves values to where they are read, given by keys with dots between them; what already stands there stays.
pub(super) fn rearrange<'m>(root: &mut Node, moves: impl Iterator<Item = (&'m str, &'m str)>) -> Vec<Moved> {
    let mut made = Vec::new();
    for (to, from) in moves {
        let to: Vec<String> = to.split('.').map(str::to_owned).collect();
        let Some(from) = keys_to(root, from) else { continue };
        if has(root, &to) {
            continue;
        }
        let Some(value) = take(root, &from) else { continue };
        put(root, &to, value);
        made.push(Moved { to, from });
    }
    made
}

/// Where a path that was rearranged was typed; a mapping that was made is where the first thing in it was.
pub(super) fn typed_path<'p>(made: &'p [Moved], path: Vec<Step<'p>>) -> Vec<Step<'p>> {
    let keys: Vec<&str> =
        path.iter().map_while(|step| if let Step::Key(name, _) = step { Some(*name) } else { None }).collect();
    let typed = |moved: &'p Moved| moved.from.iter().map(|key| Step::Key(key, 0));
    for moved in made {
        if keys.len() >= moved.to.len() && moved.to.iter().zip(&keys).all(|(to, key)| is_name(key, to)) {
            return typed(moved).chain(path.into_iter().skip(moved.to.len())).collect();
        }
    }
    let leads = |m: &&Moved| m.to.iter().zip(&keys).all(|(to, key)| is_name(key, to));
    let inside = made.iter().find(|m| keys.len() == path.len() && keys.len() < m.to.len() && leads(m));
    inside.map_or(path, |moved| typed(moved).collect())
}

/// The keys that lead to a value as they are typed: names may have dots in them, so the longest that is there counts, and one
/// in the same case before one in another.
fn keys_to(node: &Node, path: &str) -> Option<Vec<String>> {
    let Node::Map(pairs) = node else { return None };
    let mut ends: Vec<usize> = path.match_indices('.').map(|(at, _)| at).chain([path.len()]).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let exact = pairs.iter().find(|(name, _)| *name == path[..end]);
        let (name, inner) = exact.or_else(|| pairs.iter().find(|(name, _)| is_name(name, &path[..end])))?;
        let mut keys = vec![name.clone()];
        if end == path.len() {
            return Some(keys);
        }
        keys.extend(keys_to(inner, &path[end + 1..])?);
        Some(keys)
    })
}

/// Whether a value stands at some keys.
fn has(node: &Node, keys: &[String]) -> bool {
    match (node, keys.split_first()) {
        (Node::Null, _) => false,
        (_, None) => true,
        (Node::Map(pairs), Some((key, rest))) => {
            pairs.iter().any(|(name, inner)| is_name(name, key) && has(inner, rest))
        }
        // What is typed there as another form of the same value is not ours to mix with.
        (_, Some(_)) => true,
    }
}

/// Takes a value out, and the mappings that are left empty by it.
fn take(node: &mut Node, keys: &[String]) -> Option<Node> {
    let Node::Map(pairs) = node else { return None };
    let (key, rest) = keys.split_first()?;
    let at = pairs.iter().position(|(name, _)| name == key)?;
    if rest.is_empty() {
        return Some(pairs.remove(at).1);
    }
    let taken = take(&mut pairs[at].1, rest)?;
    if matches!(&pairs[at].1, Node::Map(left) if left.is_empty()) {
        pairs.remove(at);
    }
    Some(taken)
}

/// Puts a value in, making the mappings above it.
fn put(node: &mut Node, keys: &[String], value: Node) {
    let Some((key, rest)) = keys.split_first() else {
        *node = value;
        return;
    };
    if !matches!(node, Node::Map(_)) {
        *node = Node::Map(Vec::new());
    }
    let Node::Map(pairs) = node else { return };
    let at = pairs.iter().position(|(name, _)| is_name(name, key)).unwrap_or_else(|| {
        pairs.push((key.clone(), Node::Null));
        pairs.len() - 1
    });
    put(&mut pairs[at].1, rest, value);
}
