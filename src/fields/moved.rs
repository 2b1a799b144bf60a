//! Values that stand elsewhere than our keys: other people's layouts, read without editing them.
//!
//! The tree is rearranged before it is read, so that every reader finds its value where it always stands; what was moved
//! is remembered, so that messages point at where it was typed.

use super::spans::Step;
use super::{Node, is_name};

/// A move that was made: what leads to where the value is read, and to where it stood before.
#[derive(Debug)]
pub(super) struct Moved {
    to: Vec<Way>,
    from: Vec<Way>,
}

/// A step to a value.
#[derive(Clone, Debug)]
enum Way {
    Key(String),
    Item(usize),
}

/// A key of ours and one of others, with dots between the keys of mappings and `[]` after that of a list.
pub(super) type Move<'m> = (&'m str, &'m str);

/// What stands between the key of a list and the keys of its items.
const ITEMS: &str = "[].";

/// Moves values to where they are read; what already stands there stays. Of several keys that the
/// settings name for one, all are taken where it has a list, else the first. What is left of mappings that are none of ours becomes keys with dots.
pub(super) fn rearrange(
    root: &mut Node,
    moves: &[Move<'_>],
    is_ours: impl Fn(&str) -> bool,
    is_item: impl Fn(&str, &Node) -> bool,
) -> Vec<Moved> {
    let mut made = Vec::new();
    // Inside lists first: the lists themselves may move.
    for (to, from) in moves {
        if let (Some(to), Some(from)) = (to.split_once(ITEMS), from.split_once(ITEMS)) {
            let moves_too =
                is_name(to.0, from.0) || moves.iter().any(|(ours, theirs)| *ours == to.0 && *theirs == from.0);
            move_in_items(&mut made, root, to, from, moves_too);
        }
    }
    for (to, from) in moves.iter().filter(|(to, from)| !to.contains(ITEMS) && !from.contains(ITEMS)) {
        let Some(from) = keys_to(root, from) else { continue };
        let keys = split(to);
        let is_own = from.len() > keys.len() && keys.iter().zip(&from).all(|(ours, theirs)| is_name(theirs, ours));
        if has(root, &keys) && !is_own {
            let is_one_of_several = moves.iter().filter(|(ours, _)| ours == to).count() > 1;
            let items = |node: Option<&mut Node>| match node {
                Some(Node::List(items)) => items.iter().all(|node| is_item(to, node)),
                Some(node) => is_item(to, node),
                None => false,
            };
            if is_one_of_several && from != keys && items(at_mut(root, &keys)) && items(at_mut(root, &from)) {
                append(&mut made, root, &keys, &from);
            }
        } else {
            move_in(&mut made, root, &[], &keys, &from);
        }
    }
    let containers = moves.iter().filter_map(|(_, from)| from.split_once('.')).map(|(name, _)| name);
    for name in containers.filter(|name| !name.ends_with("[]") && !is_ours(name)) {
        spread(&mut made, root, &[], name);
    }
    made
}

/// Where a path that was rearranged was typed; a mapping that was made is where the first thing in it was.
pub(super) fn typed_path<'p>(made: &'p [Moved], path: Vec<Step<'p>>) -> Vec<Step<'p>> {
    let leads = |ways: &[Way], path: &[Step<'_>]| ways.iter().zip(path).all(|(way, step)| way.is(step));
    let mut typed = path;
    // The last move came last.
    for moved in made.iter().rev() {
        if typed.len() >= moved.to.len() && leads(&moved.to, &typed) {
            typed = moved.from.iter().map(Way::step).chain(typed.into_iter().skip(moved.to.len())).collect();
        }
    }
    let inside = made.iter().find(|m| typed.len() < m.to.len() && !typed.is_empty() && leads(&m.to, &typed));
    inside.map_or(typed, |moved| moved.from.iter().map(Way::step).collect())
}

impl Way {
    fn step(&self) -> Step<'_> {
        match self {
            Self::Key(name) => Step::Key(name, 0),
            Self::Item(at) => Step::Item(*at),
        }
    }

    fn is(&self, step: &Step<'_>) -> bool {
        match (self, step) {
            (Self::Key(name), Step::Key(typed, _)) => is_name(typed, name),
            (Self::Item(at), Step::Item(typed)) => at == typed,
            _ => false,
        }
    }
}

fn split(path: &str) -> Vec<String> {
    path.split('.').map(str::to_owned).collect()
}

fn ways(before: &[Way], keys: &[String]) -> Vec<Way> {
    before.iter().cloned().chain(keys.iter().cloned().map(Way::Key)).collect()
}

/// Moves a value within a mapping, to which `before` leads.
fn move_in(made: &mut Vec<Moved>, node: &mut Node, before: &[Way], to: &[String], from: &[String]) {
    let Some(value) = take(node, from) else { return };
    // Onto the name of the mapping that it stands in: what else is in that has names of its own.
    if let [name] = to
        && from.first().is_some_and(|first| is_name(first, name))
    {
        spread(made, node, before, name);
    }
    put(node, to, value);
    made.push(Moved { to: ways(before, to), from: ways(before, from) });
}

/// Makes keys with dots of what is left in a mapping: `run.shoes`.
fn spread(made: &mut Vec<Moved>, node: &mut Node, before: &[Way], name: &str) {
    let Node::Map(pairs) = node else { return };
    let Some(at) = pairs.iter().position(|(key, inner)| is_name(key, name) && matches!(inner, Node::Map(_))) else {
        return;
    };
    let (outer, Node::Map(inner)) = pairs.remove(at) else { return };
    for (key, value) in inner {
        let dotted = format!("{outer}.{key}");
        made.push(Moved { to: ways(before, std::slice::from_ref(&dotted)), from: ways(before, &[outer.clone(), key]) });
        pairs.push((dotted, value));
    }
}

/// Adds a value, or those of a list, to a list that is there; a single value there becomes a list.
fn append(made: &mut Vec<Moved>, root: &mut Node, to: &[String], from: &[String]) {
    let Some(value) = take(root, from) else { return };
    let Some(there) = at_mut(root, to) else { return };
    let (to, from) = (ways(&[], to), ways(&[], from));
    let item = |way: &[Way], at: usize| way.iter().cloned().chain([Way::Item(at)]).collect::<Vec<_>>();
    if !matches!(there, Node::List(_)) {
        *there = Node::List(vec![std::mem::replace(there, Node::Null)]);
        made.push(Moved { to: item(&to, 0), from: to.clone() });
    }
    let Node::List(items) = there else { return };
    match value {
        Node::List(more) => {
            for (at, value) in more.into_iter().enumerate() {
                made.push(Moved { to: item(&to, items.len()), from: item(&from, at) });
                items.push(value);
            }
        }
        value => {
            made.push(Moved { to: item(&to, items.len()), from });
            items.push(value);
        }
    }
}

/// Moves a value of each item of a list, within its item or to the item of another list that has its number.
fn move_in_items(made: &mut Vec<Moved>, root: &mut Node, to: (&str, &str), from: (&str, &str), within: bool) {
    let Some(list) = keys_to(root, from.0) else { return };
    let n = match at_mut(root, &list) {
        Some(Node::List(items)) => items.len(),
        _ => return,
    };
    for at in 0..n {
        let Some(item) = item_mut(root, &list, at) else { continue };
        let Some(theirs) = keys_to(item, from.1) else { continue };
        let (ours, before) = (split(to.1), [ways(&[], &list), vec![Way::Item(at)]].concat());
        if within {
            let is_own = theirs.len() > ours.len() && ours.iter().zip(&theirs).all(|(a, b)| is_name(b, a));
            if is_own || !has(item, &ours) {
                move_in(made, item, &before, &ours, &theirs);
            }
            continue;
        }
        let target = split(to.0);
        let there = at_mut(root, &target).is_some_and(|node| !matches!(node, Node::List(_) | Node::Null));
        let taken = item_mut(root, &target, at).is_some_and(|item| has(item, &ours));
        if there || taken {
            continue;
        }
        let Some(value) = item_mut(root, &list, at).and_then(|item| take(item, &theirs)) else { continue };
        make_list(root, &target, at + 1);
        if let Some(item) = item_mut(root, &target, at) {
            put(item, &ours, value);
        }
        let new = [ways(&[], &target), vec![Way::Item(at)]].concat();
        made.push(Moved { to: ways(&new, &ours), from: ways(&before, &theirs) });
    }
}

/// Makes a list of at least so many items.
fn make_list(root: &mut Node, keys: &[String], n: usize) {
    if at_mut(root, keys).is_none_or(|node| matches!(node, Node::Null)) {
        put(root, keys, Node::List(Vec::new()));
    }
    if let Some(Node::List(items)) = at_mut(root, keys) {
        items.resize(items.len().max(n), Node::Null);
    }
}

fn at_mut<'n>(node: &'n mut Node, keys: &[String]) -> Option<&'n mut Node> {
    let Some((key, rest)) = keys.split_first() else { return Some(node) };
    let Node::Map(pairs) = node else { return None };
    let (_, inner) = pairs.iter_mut().find(|(name, _)| is_name(name, key))?;
    at_mut(inner, rest)
}

fn item_mut<'n>(root: &'n mut Node, list: &[String], at: usize) -> Option<&'n mut Node> {
    if let Node::List(items) = at_mut(root, list)? { items.get_mut(at) } else { None }
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
