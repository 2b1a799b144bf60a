//! HTML as markdown: a library walks the tree, and what it doesn't know as markdown has is handled here.

use super::addresses::OldAddresses;
use super::blocks::REMOVED;
use super::dom;
use super::figures;
use super::tables;
use super::tidied::{endless, tidied, without_tags};
use htmd::element_handler::{HandlerResult, Handlers};
use htmd::options::{BulletListMarker, HrStyle, Options};
use htmd::{Element, HtmlToMarkdown, Node};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

/// HTML nests a few dozen elements; what nests more is read as plain text.
const DEEPEST: usize = 150;

/// What of a text's surroundings its markdown needs.
#[derive(Debug, Default)]
pub(super) struct TextAround {
    /// The file that the text will stand in.
    pub(super) file: String,
    /// Where addresses lead now.
    pub(super) old: Arc<OldAddresses>,
    /// Alternative texts of pictures by the ids of their attachments.
    pub(super) alternatives: Arc<BTreeMap<String, String>>,
    /// The numbers of footnotes by their ids.
    pub(super) notes: BTreeMap<String, usize>,
    /// What could not be kept.
    pub(super) lost: Mutex<Vec<&'static str>>,
}

impl TextAround {
    fn lose(&self, what: &'static str) {
        if let Ok(mut lost) = self.lost.lock()
            && !lost.contains(&what)
        {
            lost.push(what);
        }
    }
}

type Converted = Option<HandlerResult>;

/// The markdown of a text.
pub(super) fn markdown(html: &str, around: &Arc<TextAround>) -> String {
    let converter = converter(around);
    let too_deep = "more elements inside of one another than any page has; its plain text came";
    if endless(html) {
        around.lose(too_deep);
        return tidied(&without_tags(html).replace('<', "\\<"));
    }
    let Ok(tree) = converter.html_to_tree(html) else { return String::new() };
    if dom::depth(&tree) > DEEPEST {
        around.lose(too_deep);
        return tidied(&dom::text(&tree).replace('<', "\\<"));
    }
    tidied(&converter.tree_to_markdown(&tree))
}

/// The text of HTML on one line, as titles have it.
pub(super) fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if endless(html) {
        return without_tags(html).split_whitespace().collect::<Vec<_>>().join(" ");
    }
    HtmlToMarkdown::new().html_to_tree(html).map(|tree| dom::line(&tree)).unwrap_or_default()
}

fn converter(around: &Arc<TextAround>) -> HtmlToMarkdown {
    let options = Options {
        hr_style: HrStyle::Asterisks,
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    let of = |handle: fn(&TextAround, &dyn Handlers, &Element<'_>) -> Converted| {
        let around = around.clone();
        move |handlers: &dyn Handlers, element: Element<'_>| handle(&around, handlers, &element)
    };
    let by = |handle: fn(&dyn Handlers, &Element<'_>) -> Converted| {
        move |handlers: &dyn Handlers, element: Element<'_>| handle(handlers, &element)
    };
    HtmlToMarkdown::builder()
        .options(options)
        .scripting_enabled(false)
        .add_handler(vec!["a"], of(anchor))
        .add_handler(vec!["img"], of(image))
        .add_handler(vec!["figure"], of(figures::figure))
        .add_handler(vec!["ul"], figures::list)
        .add_handler(vec!["iframe", "embed", "object", "video", "audio"], of(player))
        .add_handler(vec!["sup"], of(raised))
        .add_handler(vec!["script", "style", "template", "head"], of(dropped))
        .add_handler(vec!["br"], by(|_, element| Some(line_break(element))))
        .add_handler(vec!["pre"], by(|_, element| Some(code_block(element.node))))
        .add_handler(vec!["code", "tt"], by(|_, element| code(element)))
        .add_handler(vec!["table"], by(tables::table))
        .add_handler(vec!["dl"], by(tables::definitions))
        .add_handler(vec!["details"], by(details))
        .add_handler(vec!["del", "s", "strike"], by(|all, element| marked(all, element, "~~", &["del", "s", "strike"])))
        .add_handler(vec!["strong", "b"], by(|all, element| marked(all, element, "**", &["strong", "b"])))
        .add_handler(vec!["em", "i"], by(|all, element| marked(all, element, "*", &["em", "i"])))
        .add_handler(vec!["sub", "kbd", "ins", "u", "mark", "small", "var", "samp", "abbr", "acronym"], by(inline))
        .add_handler(vec!["q"], by(|all, element| around_words(&all.walk_children(element.node).content, "“", "”")))
        .add_handler(vec!["cite"], by(cite))
        .build()
}

/// An address and words as a link.
pub(super) fn link(words: &str, address: &str) -> String {
    if address.starts_with("http") && !address.contains('%') && words.replace('\\', "") == address {
        return format!("<{address}>");
    }
    format!("[{words}]({address})")
}

fn anchor(around: &TextAround, handlers: &dyn Handlers, element: &Element<'_>) -> Converted {
    let content = handlers.walk_children(element.node).content;
    let Some(address) = dom::own(element, "href") else { return Some(content.into()) };
    let words = content.trim();
    let lower = address.to_ascii_lowercase();
    // What led to a reader's address leads nowhere.
    if address.contains(REMOVED)
        || lower.starts_with("javascript:")
        || lower.starts_with("data:")
        || lower.starts_with("vbscript:")
    {
        return Some(content.into());
    }
    // A picture that leads to itself, or to a page with it alone, is the picture.
    let pictures = dom::all(element.node, "img");
    if let [picture] = pictures.as_slice()
        && dom::line(element.node).is_empty()
        && leads_to_itself(around, picture, &address)
    {
        return Some(content.into());
    }
    if words.is_empty() {
        return Some(content.into());
    }
    let made = if dom::line(element.node) == address && pictures.is_empty() && around.old.find(&address).is_none() {
        link(&address, &around.old.from(&around.file, &address))
    } else {
        let words: Vec<&str> = words.split_whitespace().map(|word| if word == "\\" { "" } else { word }).collect();
        let words = words.join(" ");
        link(words.trim_start_matches("# ").trim_start_matches('#').trim(), &around.old.from(&around.file, &address))
    };
    let (before, after) = (content.starts_with(char::is_whitespace), content.ends_with(char::is_whitespace));
    Some(format!("{}{made}{}", if before { " " } else { "" }, if after { " " } else { "" }).into())
}

fn leads_to_itself(around: &TextAround, picture: &Rc<Node>, address: &str) -> bool {
    if around.old.is_page_of_picture(address) {
        return true;
    }
    let Some(source) = dom::attribute(picture, "src") else { return false };
    let name = |address: &str| {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default().to_lowercase()
    };
    let of_blog = (around.old.find(&source), around.old.find(address));
    match of_blog {
        (Some(a), Some(b)) => a == b,
        _ => {
            let (source, target) = (name(&source), name(address));
            let stem = target.rsplit_once('.').map_or(target.as_str(), |(stem, _)| stem);
            !stem.is_empty() && source.starts_with(stem) && target.contains('.')
        }
    }
}

fn image(around: &TextAround, _: &dyn Handlers, element: &Element<'_>) -> Converted {
    let alt = dom::own(element, "alt").unwrap_or_default();
    let classes = dom::own(element, "class").unwrap_or_default();
    if classes.split_whitespace().any(|class| matches!(class, "wp-smiley" | "emoji")) {
        return Some(alt.into());
    }
    let pixel = |key| dom::own(element, key).is_some_and(|size| matches!(size.as_str(), "0" | "1"));
    if pixel("width") && pixel("height") {
        return None;
    }
    Some(figures::picture(around, element.node, None)?.into())
}

/// Frames and players become links: a frame would tell its host of everybody who reads the page.
fn player(around: &TextAround, handlers: &dyn Handlers, element: &Element<'_>) -> Converted {
    let inside = || dom::all(element.node, "source").iter().find_map(|source| dom::attribute(source, "src"));
    let address = dom::own(element, "src").or_else(|| dom::own(element, "data")).or_else(inside);
    let Some(address) = address else { return Some(handlers.walk_children(element.node).content.into()) };
    let address = page_of(&address);
    let made = around.old.from(&around.file, &address);
    let name = if made.starts_with("http") { address } else { made.rsplit('/').next().unwrap_or(&made).to_owned() };
    Some(format!("\n\n{}\n\n", link(&name, &made)).into())
}

/// The page of a film by the address of its frame.
fn page_of(address: &str) -> String {
    let whole = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let path = whole.split(['?', '#']).next().unwrap_or_default();
    let id = path.rsplit('/').next().unwrap_or_default();
    if path.contains("youtube.com/embed/") || path.contains("youtube-nocookie.com/embed/") {
        return format!("https://www.youtube.com/watch?v={id}");
    }
    if path.contains("player.vimeo.com/video/") {
        return format!("https://vimeo.com/{id}");
    }
    whole
}

fn raised(around: &TextAround, handlers: &dyn Handlers, element: &Element<'_>) -> Converted {
    if let Some(number) = dom::own(element, "data-fn").and_then(|id| around.notes.get(&id).copied()) {
        return Some(format!("[^{number}]").into());
    }
    inline(handlers, element)
}

fn dropped(around: &TextAround, _: &dyn Handlers, element: &Element<'_>) -> Converted {
    if element.tag == "script" {
        around.lose("a script");
    }
    None
}

fn line_break(element: &Element<'_>) -> HandlerResult {
    if dom::is_in(element.node, &["td", "th"]) {
        "<br>".into()
    } else if dom::is_in(element.node, &["h1", "h2", "h3", "h4", "h5", "h6", "dt", "figcaption"]) {
        " ".into()
    } else {
        "\\\n".into()
    }
}

/// A block of code in a fence, which no line of it ends.
fn code_block(node: &Rc<Node>) -> HandlerResult {
    let text = dom::text(node);
    let text = text.trim_matches('\n').trim_end();
    if text.trim().is_empty() {
        return "".into();
    }
    let nodes = std::iter::once(node.clone()).chain(dom::all(node, "code"));
    let language = nodes.filter_map(|node| dom::attribute(&node, "class")).find_map(|class| language(&class));
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("\n\n{fence}{}\n{text}\n{fence}\n\n", language.unwrap_or_default()).into()
}

/// The language of `language-rust`, `lang-rust`, `brush: rust; …`.
fn language(class: &str) -> Option<String> {
    let words = class.replace("brush: ", "brush:");
    let words = words.split([' ', ';']);
    let named = |word: &str| {
        let name = ["language-", "lang-", "lang:", "brush:"].iter().find_map(|start| word.strip_prefix(start))?;
        let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-'));
        (is_plain && !name.is_empty()).then(|| name.to_owned())
    };
    words.into_iter().find_map(named)
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn code(element: &Element<'_>) -> Converted {
    let text = dom::text(element.node);
    if text.trim().contains('\n') && !dom::is_in(element.node, &["td", "th", "li", "h1", "h2", "h3", "h4", "a"]) {
        return Some(code_block(element.node));
    }
    let text = text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let marks = "`".repeat(longest_run(text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    Some(format!("{marks}{space}{text}{space}{marks}").into())
}

/// Words between marks, the white space outside of them.
fn around_words(content: &str, before: &str, after: &str) -> Converted {
    let words = content.trim();
    if words.is_empty() {
        return Some(content.into());
    }
    let start = content.len() - content.trim_start().len();
    let (lead, rest) = content.split_at(start);
    Some(format!("{lead}{before}{words}{after}{}", &rest[words.len()..]).into())
}

/// Words between signs, unless they stand between the same ones already.
///
/// A sign between a letter and punctuation (`**Day 1:**ran`) is read as text, so there the element stays.
fn marked(handlers: &dyn Handlers, element: &Element<'_>, sign: &str, names: &[&str]) -> Converted {
    let content = handlers.walk_children(element.node).content;
    if dom::is_in(element.node, names) || content.contains("\n\n") {
        return Some(content.into());
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !is_punctuation(c));
    let (before, after) = dom::beside(element.node);
    let before = if content.starts_with(char::is_whitespace) { None } else { before };
    let after = if content.ends_with(char::is_whitespace) { None } else { after };
    let words = content.trim();
    let opens = !words.starts_with(is_punctuation) || !is_letter(before);
    let closes = !words.ends_with(is_punctuation) || !is_letter(after);
    if opens && closes {
        return around_words(&content, sign, sign);
    }
    let name = names[0];
    around_words(&content, &format!("<{name}>"), &format!("</{name}>"))
}

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

/// What markdown has no sign for stays HTML.
fn inline(handlers: &dyn Handlers, element: &Element<'_>) -> Converted {
    let content = handlers.walk_children(element.node).content;
    if content.contains("\n\n") {
        return Some(content.into());
    }
    let tag = if element.tag == "acronym" { "abbr" } else { element.tag };
    let title = dom::own(element, "title").map(|title| format!(" title=\"{}\"", crate::text::escape(&title)));
    around_words(&content, &format!("<{tag}{}>", title.unwrap_or_default()), &format!("</{tag}>"))
}

/// Whom a quotation is from, a line of its own below it.
fn cite(handlers: &dyn Handlers, element: &Element<'_>) -> Converted {
    let content = handlers.walk_children(element.node).content;
    let of_quotation = dom::parent(element.node).is_some_and(|node| dom::tag(&node) == "blockquote");
    let words = around_words(&content, "<cite>", "</cite>")?.content;
    Some(if of_quotation && !content.trim().is_empty() { format!("\n\n{}\n\n", words.trim()) } else { words }.into())
}

fn details(handlers: &dyn Handlers, element: &Element<'_>) -> Converted {
    let children = element.node.children.borrow().clone();
    let summary = children.iter().find(|node| dom::tag(node) == "summary").map(dom::line).unwrap_or_default();
    let rest = children.iter().filter(|node| dom::tag(node) != "summary");
    let body: String = rest.filter_map(|node| handlers.handle(node)).map(|made| made.content).collect();
    let summary = crate::text::escape(&summary);
    Some(format!("\n\n<details>\n<summary>{summary}</summary>\n\n{}\n\n</details>\n\n", body.trim()).into())
}
