//! Drawings, written anew from what is known to be harmless: elements, attributes and styles that only draw. What acts, or
//! asks for more than the file itself, is refused; what drawing programs note for themselves is left out.
//!
//! An allow-list, since a list of what is forbidden is never complete: browsers have many ways to load something, and CSS,
//! entities and namespaces have many spellings of each.
//!
//! Invariant: what is written was checked as it is written: no entity, no prefix and no escape stands between.

mod names;
mod style;

use super::{Refusal, data};
use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions};
use std::borrow::Cow;

/// The size of a drawing that says none: what browsers take.
const NO_SIZE: (u32, u32) = (300, 150);

/// How deep elements may be nested, and drawings in pictures of drawings.
const DEEPEST: usize = 256;
const DEEPEST_PICTURE: u8 = 3;

/// The most elements, texts and comments of a drawing: more than any map has, and as many as fit into memory.
const MOST_NODES: u32 = 2_000_000;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Namespaces whose elements browsers show or run inside of a drawing; those of all others are notes of drawing programs.
const SHOWN: [&str; 3] = [XHTML, "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/xml-events"];

/// A drawing without what is not seen, and its size.
pub(super) fn clean(bytes: &[u8]) -> Result<(Vec<u8>, (u32, u32)), Refusal> {
    clean_inside(bytes, 0)
}

/// The same, for a drawing that is a picture of another.
pub(super) fn clean_inside(bytes: &[u8], depth: u8) -> Result<(Vec<u8>, (u32, u32)), Refusal> {
    if depth > DEEPEST_PICTURE {
        return Err(asks("drawings inside of drawings"));
    }
    let text = text(bytes).ok_or_else(broken)?;
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).map_err(|_| broken())?;
    let root = document.root_element();
    let own = root.tag_name().namespace();
    if root.tag_name().name() != "svg" || own.is_some_and(|space| space != SVG) {
        return Err(broken());
    }
    if document.root().children().filter_map(|node| node.pi()).any(|note| note.target == "xml-stylesheet") {
        return Err(asks("an instruction to load something"));
    }
    let mut writer = DrawingWriter { out: String::with_capacity(text.len()), own, depth };
    writer.element(root, 0)?;
    Ok((writer.out.into_bytes(), size_of(root)))
}

/// The text of a file, whose byte-order mark tells how it is written; what it says of that in its first line may be wrong.
pub(super) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        String::from_utf16(&pairs[1..].iter().map(|pair| unit(*pair)).collect::<Vec<u16>>())
            .ok()
            .filter(|_| rest.is_empty())
            .map(Cow::Owned)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}').into()),
    }
}

fn broken() -> Refusal {
    Refusal::drawing("is no well-formed drawing", "save it anew as a plain SVG in a drawing program")
}

fn acts(what: &str) -> Refusal {
    let hint = "take it out, or save the drawing anew as a plain SVG in a drawing program";
    Refusal::drawing(format!("is a drawing that acts: it has {what}"), hint)
}

fn asks(what: &str) -> Refusal {
    let hint = "take it out, or save the drawing as PNG";
    Refusal::drawing(format!("is a drawing that needs more than itself: it has {what}"), hint)
}

/// Writes the elements that are kept.
struct DrawingWriter<'a> {
    out: String,
    /// The namespace of the root: a drawing without any is shown nowhere, but it was meant to be one.
    own: Option<&'a str>,
    /// How many drawings it is a picture of.
    depth: u8,
}

impl DrawingWriter<'_> {
    fn element(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), Refusal> {
        if depth > DEEPEST {
            return Err(asks(&format!("elements nested {DEEPEST} deep")));
        }
        let name = node.tag_name().name();
        let space = node.tag_name().namespace();
        if space != self.own {
            return match space {
                Some(space) if SHOWN.contains(&space) => Err(acts(&format!("a `{name}` element of a web page"))),
                _ => Ok(()),
            };
        }
        match names::is_drawn(name) {
            Some(true) => {}
            None if !is_never_shown(node) => return Err(no_drawing(name)),
            _ => return Ok(()),
        }
        self.out.push('<');
        self.out.push_str(name);
        if depth == 0 {
            self.attribute("xmlns", SVG);
            if node.descendants().any(|node| node.has_attribute((XLINK, "href"))) {
                self.attribute("xmlns:xlink", XLINK);
            }
        }
        for attribute in node.attributes() {
            if let Some((name, value)) = kept(name, &attribute, self.depth)? {
                self.attribute(name, &value);
            }
        }
        if !node.has_children() {
            self.out.push_str("/>");
            return Ok(());
        }
        self.out.push('>');
        if name == "style" {
            // Comments and sections split its text, and browsers put it together again.
            let rules: String = node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect();
            if node.children().any(|child| child.is_element()) {
                return Err(asks("an element inside of its style"));
            }
            let rules = style::clean(&rules)?;
            self.text(&rules);
        } else {
            for child in node.children() {
                match child.node_type() {
                    NodeType::Element => self.element(child, depth + 1)?,
                    NodeType::Text => self.text(child.text().unwrap_or_default()),
                    _ => {}
                }
            }
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.escape(value, true);
        self.out.push('"');
    }

    fn text(&mut self, text: &str) {
        self.escape(text, false);
    }

    fn escape(&mut self, text: &str, in_attribute: bool) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '\r' => self.out.push_str("&#13;"),
                '"' if in_attribute => self.out.push_str("&quot;"),
                '\n' if in_attribute => self.out.push_str("&#10;"),
                '\t' if in_attribute => self.out.push_str("&#9;"),
                c => self.out.push(c),
            }
        }
    }
}

/// Whether an element is there for a program that knows something which browsers don't, as Illustrator's own data are.
fn is_never_shown(node: Node<'_, '_>) -> bool {
    let wanted = node.attribute("requiredExtensions").unwrap_or_default();
    wanted.split_whitespace().any(|space| !SHOWN.contains(&space))
}

fn no_drawing(name: &str) -> Refusal {
    if name == "foreignObject" {
        let hint =
            "save the drawing as PNG; draw.io makes plain text of labels without “Word Wrap” and “Formatted Text”";
        return Refusal::drawing("is a drawing with a piece of a web page in it, a `foreignObject` element", hint);
    }
    acts(&format!("a `{name}` element"))
}

/// The name and the value of an attribute as they are written, if it is kept.
fn kept<'a>(
    element: &str,
    attribute: &Attribute<'a, 'a>,
    depth: u8,
) -> Result<Option<(&'a str, Cow<'a, str>)>, Refusal> {
    let (name, value) = (attribute.name(), attribute.value());
    match attribute.namespace() {
        Some(XLINK) if name == "href" => {
            return Ok(href(element, value, depth)?.map(|value| ("xlink:href", value.into())));
        }
        Some(XML) => match name {
            "base" => return Err(asks("another address than its own, `xml:base`")),
            "space" => return Ok(Some(("xml:space", value.into()))),
            "lang" => return Ok(Some(("xml:lang", value.into()))),
            _ => return Ok(None),
        },
        Some(_) => return Ok(None),
        None => {}
    }
    match name {
        "href" => return Ok(href(element, value, depth)?.map(|value| ("href", value.into()))),
        "src" | "srcset" | "srcdoc" | "action" | "formaction" | "ping" | "data" | "background" => {
            return Err(asks(&format!("the attribute `{name}`")));
        }
        _ if name.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on")) => {
            return Err(acts(&format!("the handler `{name}`")));
        }
        // An animation may put an address where there was none.
        "attributeName" if !names::is_animated(value) => return Err(acts(&format!("an animated `{value}`"))),
        _ => {}
    }
    match names::attribute(name) {
        None => Ok(None),
        Some(names::Holds::Text) => Ok(Some((name, value.into()))),
        Some(names::Holds::Style) => Ok(Some((name, style::clean(value)?))),
    }
}

/// Where an element may lead: to a part of the drawing; a link to pages of others, which nobody asks before it is followed;
/// a picture to one that it holds itself.
fn href(element: &str, value: &str, depth: u8) -> Result<Option<String>, Refusal> {
    // As browsers read it.
    let seen: String = value.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let address = seen.trim_matches(|c: char| c <= ' ');
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match (element, scheme.as_deref()) {
        _ if address.is_empty() => Ok(None),
        _ if address.starts_with('#') => Ok(Some(address.to_owned())),
        ("a", Some("http" | "https" | "mailto")) => Ok(Some(address.to_owned())),
        ("image" | "feImage", Some("data")) => {
            let picture = data::picture(address, depth + 1).map_err(|refusal| {
                let why = format!("is a drawing with a picture inside of it that {}", refusal.why);
                Refusal::drawing(why, refusal.hint)
            })?;
            Ok(Some(picture))
        }
        ("image" | "feImage", _) => Err(asks("a picture from elsewhere")),
        ("a", Some(scheme)) => Err(acts(&format!("a link to a `{}:` address", crate::text::shorten(scheme, 20)))),
        _ => Err(asks("a link")),
    }
}

/// The size that a drawing's root gives it.
fn size_of(root: Node<'_, '_>) -> (u32, u32) {
    let pixels = |text: &str| -> Option<f64> {
        let number: f64 = text.trim().trim_end_matches("px").trim().parse().ok()?;
        (1.0..=100_000.0).contains(&number).then_some(number)
    };
    let side = |name: &str| root.attribute(name).and_then(pixels);
    let view = root.attribute("viewBox").unwrap_or_default();
    let view = view.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
    let view = match view.filter_map(|part| part.parse().ok()).collect::<Vec<f64>>().as_slice() {
        [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
        _ => None,
    };
    let size = match (side("width"), side("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(view)) => (width, width * view.1 / view.0),
        (None, Some(height), Some(view)) => (height * view.0 / view.1, height),
        (_, _, Some(view)) => view,
        _ => return NO_SIZE,
    };
    (rounded(size.0), rounded(size.1))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn rounded(side: f64) -> u32 {
    side.round().clamp(1.0, 100_000.0) as u32
}
