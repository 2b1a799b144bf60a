//! Lists, lists of definitions, and figures: elements that want certain others in them.

use super::{Fitter, Room};
use crate::book::tree::{BookElement, BookNode};

impl Fitter<'_> {
    /// A list; what is no item in it becomes one.
    pub(super) fn list(&mut self, element: &BookElement) {
        let nodes: Vec<&BookNode> = element.children.iter().filter(|node| !is_blank(node)).collect();
        if nodes.is_empty() {
            return;
        }
        self.open(&element.name, element);
        if element.name == "ol" {
            self.number("start", element);
            if element.attribute("reversed").is_some() {
                self.attribute("reversed", "reversed");
            }
        }
        self.fitted.xhtml.push('>');
        let is_numbered = element.name == "ol";
        for node in nodes {
            match node {
                BookNode::Element(item) if item.name == "li" => {
                    self.open("li", item);
                    if is_numbered {
                        self.number("value", item);
                    }
                    self.fitted.xhtml.push('>');
                    self.nodes(&item.children, Room::Blocks);
                }
                other => {
                    self.fitted.xhtml.push_str("<li>");
                    self.nodes(std::slice::from_ref(other), Room::Blocks);
                }
            }
            self.close("li");
        }
        self.close(&element.name);
    }

    fn number(&mut self, name: &str, element: &BookElement) {
        if let Some(number) = element.attribute(name).and_then(|value| value.trim().parse::<i32>().ok()) {
            self.attribute(name, &number.to_string());
        }
    }

    /// A list of definitions where each name has one; else what is in it stands as it is.
    pub(super) fn definitions(&mut self, element: &BookElement) {
        let mut parts: Vec<&BookElement> = Vec::new();
        let fits = gather(&element.children, &mut parts) && is_well_made(&parts);
        if !fits {
            return self.write("div", element, |all| all.nodes(&element.children, Room::Blocks));
        }
        self.write("dl", element, |all| {
            for part in parts {
                let room = if part.name == "dt" { Room::Words } else { Room::Blocks };
                all.write(&part.name, part, |all| all.nodes(&part.children, room));
            }
        });
    }

    /// A figure, whose caption stands last.
    pub(super) fn figure(&mut self, element: &BookElement) {
        let is_caption = |node: &&BookNode| matches!(node, BookNode::Element(inner) if inner.name == "figcaption");
        let (captions, others): (Vec<&BookNode>, Vec<&BookNode>) = element.children.iter().partition(is_caption);
        self.write("figure", element, |all| {
            for node in others {
                all.nodes(std::slice::from_ref(node), Room::Blocks);
            }
            if captions.is_empty() {
                return;
            }
            all.fitted.xhtml.push_str("<figcaption>");
            for (at, node) in captions.into_iter().enumerate() {
                let BookNode::Element(caption) = node else { continue };
                // A second one goes on where the first one ends.
                if at > 0 {
                    all.fitted.xhtml.push(' ');
                }
                all.nodes(&caption.children, Room::Blocks);
            }
            all.close("figcaption");
        });
    }
}

fn is_blank(node: &BookNode) -> bool {
    matches!(node, BookNode::Text(text) if text.trim().is_empty())
}

/// Gathers names and definitions, which may stand in groups; tells whether there is nothing else.
fn gather<'a>(nodes: &'a [BookNode], parts: &mut Vec<&'a BookElement>) -> bool {
    nodes.iter().all(|node| match node {
        BookNode::Element(part) if matches!(part.name.as_str(), "dt" | "dd") => {
            parts.push(part);
            true
        }
        BookNode::Element(group) if group.name == "div" => gather(&group.children, parts),
        other => is_blank(other),
    })
}

/// Whether each name is followed by a definition, and each definition has a name.
fn is_well_made(parts: &[&BookElement]) -> bool {
    let begins = parts.first().is_some_and(|part| part.name == "dt");
    begins && parts.last().is_some_and(|part| part.name == "dd")
}
