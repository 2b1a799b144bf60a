//! What is asked of parsed HTML: its attributes, its text, what stands inside of what.

use htmd::{Element, Node};
use markup5ever_rcdom::NodeData;
use std::rc::Rc;

/// The name of an element; nothing for texts and comments.
pub(super) fn tag(node: &Node) -> &str {
    if let NodeData::Element { name, .. } = &node.data { &name.local } else { "" }
}

/// An attribute of an element that isn't empty.
pub(super) fn attribute(node: &Node, key: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|attr| &*attr.name.local == key)?;
    let value = found.value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The same of an element that is being handled.
pub(super) fn own(element: &Element<'_>, key: &str) -> Option<String> {
    let found = element.attrs.iter().find(|attr| &*attr.name.local == key)?;
    let value = found.value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Whether an element has a class.
pub(super) fn has_class(node: &Node, class: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split_whitespace().any(|one| one == class))
}

/// All nodes below one, each before those inside of it.
pub(super) fn below(node: &Rc<Node>) -> Vec<Rc<Node>> {
    let mut found = Vec::new();
    let mut open: Vec<Rc<Node>> = node.children.borrow().iter().rev().cloned().collect();
    while let Some(next) = open.pop() {
        open.extend(next.children.borrow().iter().rev().cloned());
        found.push(next);
    }
    found
}

/// The elements of a name below a node.
pub(super) fn all(node: &Rc<Node>, name: &str) -> Vec<Rc<Node>> {
    below(node).into_iter().filter(|node| tag(node) == name).collect()
}

/// The text below a node, its line breaks among it.
pub(super) fn text(node: &Rc<Node>) -> String {
    let mut out = String::new();
    for node in below(node) {
        match &node.data {
            NodeData::Text { contents } => out.push_str(&contents.borrow()),
            NodeData::Element { .. } if tag(&node) == "br" => out.push('\n'),
            _ => {}
        }
    }
    out
}

/// The text below a node on one line.
pub(super) fn line(node: &Rc<Node>) -> String {
    text(node).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The element that a node stands in.
pub(super) fn parent(node: &Node) -> Option<Rc<Node>> {
    let weak = node.parent.take();
    node.parent.set(weak.clone());
    weak.and_then(|weak| weak.upgrade())
}

/// The characters that stand directly before and after a node, in what it stands in.
pub(super) fn beside(node: &Rc<Node>) -> (Option<char>, Option<char>) {
    let Some(above) = parent(node) else { return (None, None) };
    let siblings = above.children.borrow();
    let Some(at) = siblings.iter().position(|sibling| Rc::ptr_eq(sibling, node)) else { return (None, None) };
    let said = |sibling: Option<&Rc<Node>>| match sibling.map(|sibling| (&sibling.data, sibling)) {
        Some((NodeData::Text { contents }, _)) => contents.borrow().to_string(),
        Some((NodeData::Element { .. }, sibling)) => text(sibling),
        _ => String::new(),
    };
    let before = at.checked_sub(1).and_then(|before| siblings.get(before));
    (said(before).chars().next_back(), said(siblings.get(at + 1)).chars().next())
}

/// Whether a node stands inside of an element of one of some names.
pub(super) fn is_in(node: &Rc<Node>, names: &[&str]) -> bool {
    let mut above = parent(node);
    while let Some(node) = above {
        if names.contains(&tag(&node)) {
            return true;
        }
        above = parent(&node);
    }
    false
}

/// How many elements stand inside of one another.
pub(super) fn depth(root: &Rc<Node>) -> usize {
    let (mut deepest, mut open) = (0, vec![(root.clone(), 0)]);
    while let Some((node, level)) = open.pop() {
        deepest = deepest.max(level);
        open.extend(node.children.borrow().iter().map(|child| (child.clone(), level + 1)));
    }
    deepest
}
