//! Paragraphs of texts that were typed without marks for them: a blank line parts two, and a line's end ends a line, as
//! WordPress does it when it shows a page.

/// Elements that hold others: text directly inside of them has paragraphs of its own.
const HOLDERS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "div",
    "fieldset",
    "footer",
    "form",
    "header",
    "hr",
    "main",
    "nav",
    "section",
];

/// Elements that stand between paragraphs, and whose text is a paragraph already.
const BLOCKS: &[&str] = &[
    "address",
    "caption",
    "col",
    "colgroup",
    "dd",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "legend",
    "li",
    "menu",
    "ol",
    "p",
    "pre",
    "script",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose text is kept as it is, line ends and all.
const KEPT: &[&str] = &["pre", "script", "style", "textarea"];

/// A text with the paragraphs that its blank lines make.
pub(super) fn with_paragraphs(html: &str) -> String {
    let html = html.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    for chunk in apart(&html) {
        match chunk {
            Chunk::Kept(text) => out.push_str(text),
            Chunk::Text(text) => {
                for paragraph in paragraphs(&text) {
                    let paragraph = paragraph.trim();
                    if paragraph.is_empty() {
                        continue;
                    }
                    if tag_name(paragraph).is_some_and(|(name, _)| is_block(name)) {
                        out.push_str(paragraph);
                    } else {
                        out.push_str("<p>");
                        out.push_str(&with_breaks(paragraph));
                        out.push_str("</p>");
                    }
                    out.push('\n');
                }
            }
        }
    }
    out
}

enum Chunk<'a> {
    Kept(&'a str),
    Text(String),
}

/// The parts whose line ends mean nothing, and the rest with a blank line wherever an element begins or ends a block.
fn apart(html: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut text = String::new();
    // What is ended nowhere, so that it is looked for once.
    let mut endless: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((name, closes)) = tag_name(rest) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        let is_kept = KEPT.contains(&name) && !closes && !endless.contains(&name);
        let end = is_kept.then(|| end_of(rest, name)).flatten();
        if is_kept && end.is_none() {
            endless.push(name);
        }
        if let Some(end) = end {
            chunks.push(Chunk::Text(std::mem::take(&mut text)));
            chunks.push(Chunk::Kept(&rest[..end]));
            rest = &rest[end..];
            continue;
        }
        let end = rest.find('>').map_or(rest.len(), |at| at + 1);
        let (holds, parts) = (HOLDERS.contains(&name), is_block(name));
        if holds || (parts && !closes) {
            text.push_str("\n\n");
        }
        text.push_str(&rest[..end].replace('\n', " "));
        if holds || (parts && closes) {
            text.push_str("\n\n");
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    chunks.push(Chunk::Text(text));
    chunks
}

fn is_block(name: &str) -> bool {
    HOLDERS.contains(&name) || BLOCKS.contains(&name)
}

/// Where an element ends, its end among it.
fn end_of(html: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = html[from..].find("</") {
        let at = from + at;
        if tag_name(&html[at..]).is_some_and(|(other, closes)| closes && other == name) {
            return Some(html[at..].find('>').map_or(html.len(), |end| at + end + 1));
        }
        from = at + 2;
    }
    None
}

/// The name of the tag that a text begins with, where it is one of ours, and whether it ends an element.
fn tag_name(html: &str) -> Option<(&'static str, bool)> {
    let rest = html.strip_prefix('<')?;
    let (rest, closes) = rest.strip_prefix('/').map_or((rest, false), |rest| (rest, true));
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let name = rest[..end].to_ascii_lowercase();
    let all = HOLDERS.iter().chain(BLOCKS).chain(KEPT);
    all.copied().find(|known| *known == name).map(|known| (known, closes))
}

/// The paragraphs of a text: what blank lines part.
fn paragraphs(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            all.push(String::new());
        } else if let Some(last) = all.last_mut() {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line);
        }
    }
    all
}

/// A paragraph whose lines end where they were ended.
fn with_breaks(paragraph: &str) -> String {
    let is_broken = |line: &str| {
        let line = line.trim_end().to_ascii_lowercase();
        line.ends_with("<br>") || line.ends_with("<br/>") || line.ends_with("<br />")
    };
    let mut out = String::new();
    let mut lines = paragraph.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line.trim());
        if lines.peek().is_some() {
            out.push_str(if is_broken(line) { "\n" } else { "<br>\n" });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_make_paragraphs_and_line_ends_end_lines() {
        for (typed, expected) in [
            ("One.\r\n\r\nTwo.\nThree.<br />\nFour.", "<p>One.</p>\n<p>Two.<br>\nThree.<br />\nFour.</p>\n"),
            ("<h2>A</h2>\nText.", "<h2>A</h2>\n<p>Text.</p>\n"),
            ("<div>In.\n\nOut.</div>", "<div>\n<p>In.</p>\n<p>Out.</p>\n</div>\n"),
            ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("Code:\n<pre>a\n\nb</pre>\nAfter", "<p>Code:</p>\n<pre>a\n\nb</pre><p>After</p>\n"),
            ("a < b\n\n<3 and <pre>open", "<p>a < b</p>\n<p><3 and</p>\n<pre>open\n"),
            ("<em>x</em>\n\n", "<p><em>x</em></p>\n"),
            ("", ""),
        ] {
            assert_eq!(with_paragraphs(typed), expected, "{typed}");
        }
    }
}
