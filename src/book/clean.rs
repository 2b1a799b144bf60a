//! HTML of templates and writers without what acts, what loads, and what a book has no element for.

use crate::text::allowed;
use ammonia::{Builder, UrlRelative};
use std::collections::HashMap;

/// What is taken out with all that is in it.
const DROPPED: [&str; 14] = [
    "script", "style", "iframe", "object", "embed", "math", "noscript", "svg", "template", "textarea", "select",
    "canvas", "title", "button",
];

/// What is kept for `fit.rs` to look at; of any other element its content stays.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// What any element may have.
const EVERYWHERE: [&str; 8] = ["class", "dir", "epub:type", "id", "lang", "role", "title", "aria-label"];

/// What some elements may have beside it.
const ATTRIBUTES: [(&str, &[&str]); 9] = [
    ("a", &["href"]),
    ("img", &["src", "alt", "width", "height"]),
    ("input", &["type", "checked"]),
    ("li", &["value"]),
    ("ol", &["start", "reversed"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
    ("table", &[]),
];

/// The schemes that addresses may have; the last one is that of charts.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", super::figures::SCHEME];

/// The HTML of a part, well nested and harmless.
///
/// A library does it on the parsed tree, since writers' own HTML may be anything.
pub(super) fn clean(html: &str) -> String {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(DROPPED.into())
        .generic_attributes(EVERYWHERE.into())
        .tag_attributes(HashMap::from(ATTRIBUTES.map(|(tag, own)| (tag, own.iter().copied().collect()))))
        .url_schemes(SCHEMES.into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true);
    // What XML forbids may have been typed as `&#1;`, which is a character once it is parsed.
    allowed(&builder.clean(html).to_string()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn nothing_that_acts_or_loads_is_left() {
        for (typed, left) in [
            ("a<script>alert(1)</script>b", "ab"),
            ("<p style=\"color:red\" onclick=\"x()\">c</p>", "<p>c</p>"),
            ("d<svg><a href=\"javascript:1\"/></svg>e<iframe src=\"https://x.example/\">f</iframe>", "de"),
            ("<form action=\"/x\"><label>g <input name=\"q\"></label><button>h</button></form>", "g <input>"),
            ("<a href=\"javascript:alert(1)\">i</a>", "<a>i</a>"),
            ("<img src=\"data:image/png;base64,AA==\" alt=\"j\">", "<img alt=\"j\">"),
            ("<b>never <i>closed", "<b>never <i>closed</i></b>"),
            ("<!-- k --><p>l&#1;&#xFFFF;m</p>", "<p>lm</p>"),
            ("<video src=\"v.mp4\"><a href=\"v.mp4\">n</a></video>", "<a href=\"v.mp4\">n</a>"),
        ] {
            assert_eq!(clean(typed), left, "{typed}");
        }
    }
}
