//! Pictures, alone in their paragraphs with the caption as their title, and what else stands in a figure.

use super::dom;
use super::markdown::{TextAround, link};
use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, Node};
use std::rc::Rc;

/// A picture as markdown: `![alternative](address "caption")`.
pub(super) fn picture(around: &TextAround, node: &Rc<Node>, caption: Option<&str>) -> Option<String> {
    let address = dom::attribute(node, "src").filter(|address| !address.starts_with("data:"))?;
    let alt = dom::attribute(node, "alt").or_else(|| {
        let classes = dom::attribute(node, "class")?;
        let id = classes.split_whitespace().find_map(|class| class.strip_prefix("wp-image-"))?;
        around.alternatives.get(id).cloned()
    });
    let alt = words(&alt.unwrap_or_default(), &['[', ']', '*', '_', '`', '<']);
    let title = caption.map(|caption| words(caption, &['"'])).filter(|title| !title.is_empty());
    let title = title.map(|title| format!(" \"{title}\"")).unwrap_or_default();
    Some(format!("![{alt}]({}{title})", around.old.from(&around.file, &address)))
}

/// Words on one line, with a backslash before what would mean something.
fn words(text: &str, signs: &[char]) -> String {
    let mut out = String::new();
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if signs.contains(&c) || c == '\\' {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A figure: a picture with its caption, an address that WordPress would have shown a player for, or a table, a quotation, a
/// gallery with a line below it.
pub(super) fn figure(around: &TextAround, handlers: &dyn Handlers, element: &Element<'_>) -> Option<HandlerResult> {
    if dom::has_class(element.node, "wp-block-embed") || dom::has_class(element.node, "wp-block-embed__wrapper") {
        return Some(embedded(around, handlers, element));
    }
    let pictures = dom::all(element.node, "img");
    let is_more = ["figure", "table", "pre", "blockquote", "video", "audio", "iframe"]
        .iter()
        .any(|name| !dom::all(element.node, name).is_empty());
    let [picture] = pictures.as_slice() else { return Some(others(handlers, element)) };
    if is_more {
        return Some(others(handlers, element));
    }
    let caption = dom::all(element.node, "figcaption").into_iter().next();
    // What leads somewhere, or to several places, can't be a title.
    let has_links = caption.as_ref().is_some_and(|caption| !dom::all(caption, "a").is_empty());
    let title = caption.as_ref().filter(|_| !has_links).map(dom::line);
    let mut made = self::picture(around, picture, title.as_deref())?;
    if let Some(anchor) = dom::all(element.node, "a").first().filter(|_| !has_links) {
        let alone = handlers.handle(anchor).map(|made| made.content).unwrap_or_default();
        if alone.trim_start().starts_with("[!") {
            let target = dom::attribute(anchor, "href").unwrap_or_default();
            made = link(&made, &around.old.from(&around.file, &target));
        }
    }
    let below = caption.filter(|_| has_links).map(|caption| handlers.walk_children(&caption).content);
    let below = below.map(|below| format!("\n\n{}", below.trim())).unwrap_or_default();
    Some(format!("\n\n{made}{below}\n\n").into())
}

/// A list, unless it is one of pictures, as the newer editor once wrote galleries.
pub(super) fn list(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    if !dom::has_class(element.node, "blocks-gallery-grid") && !dom::has_class(element.node, "wp-block-gallery") {
        return handlers.fallback(element);
    }
    let children = element.node.children.borrow();
    let pictures: String = children.iter().map(|item| handlers.walk_children(item).content).collect();
    Some(format!("\n\n{}\n\n", pictures.trim()).into())
}

fn others(handlers: &dyn Handlers, element: &Element<'_>) -> HandlerResult {
    let content = handlers.walk_children(element.node).content;
    format!("\n\n{}\n\n", content.trim_matches('\n')).into()
}

fn embedded(around: &TextAround, handlers: &dyn Handlers, element: &Element<'_>) -> HandlerResult {
    let caption = dom::all(element.node, "figcaption").into_iter().next();
    let below = caption.map(|caption| handlers.walk_children(&caption).content);
    let below = below.map(|below| format!("\n\n{}", below.trim())).unwrap_or_default();
    let all = dom::text(element.node);
    let address = all.split_whitespace().find(|word| word.starts_with("http"));
    let framed = || dom::all(element.node, "iframe").first().and_then(|frame| dom::attribute(frame, "src"));
    match address.map(str::to_owned).or_else(framed) {
        Some(address) => format!("\n\n{}{below}\n\n", link(&address, &around.old.from(&around.file, &address))).into(),
        None => others(handlers, element),
    }
}
