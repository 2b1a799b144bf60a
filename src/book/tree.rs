//! Reads the HTML that `clean.rs` leaves: a library wrote it, so it is well nested, every value is quoted, and few things are escaped.

/// Elements in elements deeper than this stand side by side: nobody reads on at such a depth, and no stack is endless.
const DEEPEST: usize = 60;

/// Elements that have no end.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// A piece of a text.
#[derive(Debug, PartialEq)]
pub(super) enum BookNode {
    Text(String),
    Element(BookElement),
}

/// An element with what is in it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct BookElement {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<BookNode>,
}

impl BookElement {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// All its text.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        push_text(&self.children, &mut out);
        out
    }
}

#[cfg(test)]
fn push_text(nodes: &[BookNode], out: &mut String) {
    for node in nodes {
        match node {
            BookNode::Text(text) => out.push_str(text),
            BookNode::Element(element) => push_text(&element.children, out),
        }
    }
}

/// The pieces of a cleaned text.
pub(super) fn read(html: &str) -> Vec<BookNode> {
    // The first stands for the whole.
    let mut open = vec![BookElement::default()];
    let mut too_deep = 0;
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        push(&mut open, BookNode::Text(unescaped(text)));
        let (inside, after) = tag.split_at(end_of_tag(tag));
        rest = after.strip_prefix('>').unwrap_or_default();
        if inside.starts_with('/') {
            if too_deep > 0 {
                too_deep -= 1;
            } else if open.len() > 1
                && let Some(element) = open.pop()
            {
                push(&mut open, BookNode::Element(element));
            }
            continue;
        }
        let element = element(inside);
        if VOID.contains(&element.name.as_str()) {
            push(&mut open, BookNode::Element(element));
        } else if open.len() > DEEPEST {
            too_deep += 1;
        } else {
            open.push(element);
        }
    }
    push(&mut open, BookNode::Text(unescaped(rest)));
    while open.len() > 1 {
        if let Some(element) = open.pop() {
            push(&mut open, BookNode::Element(element));
        }
    }
    open.pop().map(|whole| whole.children).unwrap_or_default()
}

fn push(open: &mut [BookElement], node: BookNode) {
    if let Some(last) = open.last_mut().filter(|_| !matches!(&node, BookNode::Text(text) if text.is_empty())) {
        last.children.push(node);
    }
}

/// Where a tag ends: a `>` in a value is part of it.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    let end = tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.unwrap_or(tag.len())
}

/// An element by what stands between `<` and `>`.
fn element(tag: &str) -> BookElement {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((key, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        attributes.push((key.trim().to_owned(), unescaped(value)));
        rest = after;
    }
    BookElement { name: name.to_owned(), attributes, children: Vec::new() }
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", "\u{a0}");
    plain.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cleaned_is_read_as_it_stands() {
        let text = |text: &str| BookNode::Text(text.to_owned());
        let bold = BookElement { name: "b".to_owned(), children: vec![text("<x> \"\u{a0}")], ..BookElement::default() };
        let picture = BookElement {
            name: "img".to_owned(),
            attributes: vec![("src".to_owned(), "a>b".to_owned()), ("alt".to_owned(), "&lt; \"".to_owned())],
            children: Vec::new(),
        };
        assert_eq!(
            read("a<b>&lt;x&gt; &quot;&nbsp;</b><img src=\"a>b\" alt=\"&amp;lt; &quot;\">c"),
            [text("a"), BookNode::Element(bold), BookNode::Element(picture), text("c")]
        );
    }

    #[test]
    fn depth_has_an_end_and_no_word_is_lost() {
        let html = format!("{}deep{}after", "<div>".repeat(5000), "</div>".repeat(5000));
        let whole = BookElement { children: read(&html), ..BookElement::default() };
        assert_eq!(whole.text(), "deepafter");
        let mut depth = 0;
        let mut at = &whole;
        while let Some(BookNode::Element(next)) = at.children.first() {
            (at, depth) = (next, depth + 1);
        }
        assert_eq!(depth, DEEPEST);
    }
}
