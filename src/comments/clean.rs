//! A reader's HTML, made harmless: no script, no style, no address that is followed without a click; a picture becomes a link.
//!
//! ammonia does it on the parsed tree. What it lets through is then walked once more as text, for what is a matter of our
//! pages: headings become bold lines, tables lines of words, deep nesting is flattened, and addresses of mail are taken out
//! of what is read, tags or no tags between their letters.

use super::mask::{MASK, addresses};
use crate::links::url::decode;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a comment may be made of.
const TAGS: [&str; 26] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "strong",
    "sub",
    "sup",
    "u",
    "ul",
];

/// What is let through only to be turned into something else.
const TURNED: [&str; 12] = ["h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "caption", "dt", "img"];

/// What is removed with all that is in it.
const GONE: [&str; 17] = [
    "audio", "button", "canvas", "embed", "form", "iframe", "math", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea", "title", "video",
];

/// Tags inside of which a word may go on.
const INLINE: [&str; 17] =
    ["a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup", "u"];

/// Nesting deeper than this is flattened: nobody reads it, and browsers give up on it.
const DEEPEST: usize = 16;

/// What links of readers say of themselves.
const REL: &str = "nofollow ugc noopener";

static AMMONIA: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    let attributes: HashMap<&str, HashSet<&str>> =
        [("a", HashSet::from(["href"])), ("img", HashSet::from(["src", "alt"])), ("ol", HashSet::from(["start"]))]
            .into();
    builder
        .tags(TAGS.into_iter().chain(TURNED).collect())
        .clean_content_tags(GONE.into())
        .generic_attributes(HashSet::new())
        .tag_attributes(attributes)
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some(REL))
        .attribute_filter(|_, attribute, value| match attribute {
            "href" | "src" => address(value).map(Cow::Owned),
            "start" => value.parse::<u32>().is_ok().then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        });
    builder
});

/// The HTML of a message; empty where it says nothing.
pub(super) fn html(raw: &str) -> String {
    let clean = AMMONIA.clean(raw).to_string();
    let clean = crate::text::allowed(&clean);
    let units = units(&clean);
    let read: String = units.iter().map(|unit| unit.read).collect();
    if read.chars().all(|c| c.is_whitespace() || c == '\u{a0}') {
        return String::new();
    }
    let mut hidden = addresses(&read).into_iter().peekable();
    let mut out = String::with_capacity(clean.len());
    let mut at = 0;
    for unit in &units {
        while hidden.next_if(|range| range.end <= at).is_some() {}
        match hidden.peek().filter(|range| range.contains(&at) && !unit.read.is_empty()) {
            Some(range) if range.start == at => out.push_str(MASK),
            Some(_) => {}
            None => out.push_str(&unit.html),
        }
        at += unit.read.len();
    }
    out.trim().to_owned()
}

/// A whole address of the web that may be led to: no other scheme, and no address of mail in it.
pub(super) fn address(typed: &str) -> Option<String> {
    let url = url::Url::parse(typed.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let decoded = decode(url.as_str());
    // What stands before an @ in an address is a name and a password.
    let is_private = !url.username().is_empty() || url.password().is_some();
    (url.has_host() && !is_private && addresses(&decoded).is_empty()).then(|| url.to_string())
}

/// A tag or a character: how it is written, and what is read of it.
struct Unit<'a> {
    html: Cow<'a, str>,
    read: &'a str,
}

/// The tags and characters of clean HTML; ammonia's is well-formed, every tag closed and every `<` of a text escaped.
fn units(clean: &str) -> Vec<Unit<'_>> {
    let mut units = Vec::with_capacity(clean.len());
    let (mut depth, mut in_link) = (0usize, false);
    let mut rest = clean;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '<' => rest.find('>').map_or(rest.len(), |at| at + 1),
            '&' => rest.find(';').map_or(1, |at| at + 1),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        if piece.starts_with("<img") {
            picture(piece, in_link, &mut units);
            continue;
        }
        in_link = piece != "</a>" && (in_link || piece.starts_with("<a "));
        units.push(match first {
            '<' => tag(piece, &mut depth),
            _ => Unit { html: piece.into(), read: character(piece) },
        });
    }
    units
}

/// A picture as a link to it, with its words or else its address: nothing is loaded until somebody wants to see it.
fn picture<'a>(piece: &'a str, in_link: bool, units: &mut Vec<Unit<'a>>) {
    let value = |name: &str| Some(piece.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0);
    let Some(source) = value("src") else { return };
    let words = value("alt").filter(|words| !words.trim().is_empty()).unwrap_or(source);
    let link = |html: String| Unit { html: html.into(), read: "" };
    units.extend((!in_link).then(|| link(format!("<a href=\"{source}\" rel=\"{REL}\">"))));
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let end = if first == '&' { rest.find(';').map_or(1, |at| at + 1) } else { first.len_utf8() };
        let (piece, after) = rest.split_at(end);
        rest = after;
        let html = match first {
            '<' => "&lt;".into(),
            '>' => "&gt;".into(),
            _ => piece.into(),
        };
        units.push(Unit { html, read: character(piece) });
    }
    units.extend((!in_link).then(|| link("</a>".to_owned())));
}

/// What is read of a character, which may be written as an entity.
fn character(piece: &str) -> &str {
    match piece {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&nbsp;" => "\u{a0}",
        other => other,
    }
}

fn tag<'a>(piece: &'a str, depth: &mut usize) -> Unit<'a> {
    let inside = piece.trim_start_matches('<').trim_end_matches('>');
    let (closes, name) = inside.strip_prefix('/').map_or((false, inside), |name| (true, name));
    let name = name.split_whitespace().next().unwrap_or_default();
    let read = if INLINE.contains(&name) { "" } else { "\n" };
    if matches!(name, "br" | "hr") {
        return Unit { html: piece.into(), read };
    }
    if !closes {
        *depth += 1;
    }
    let is_too_deep = *depth > DEEPEST;
    if closes {
        *depth = depth.saturating_sub(1);
    }
    let html = match (name, closes) {
        _ if is_too_deep => "",
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "dt", false) => "<p><strong>",
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "dt", true) => "</strong></p>",
        ("tr", true) => "<br>",
        ("td" | "th", true) => " ",
        ("tr" | "td" | "th", false) => "",
        _ => piece,
    };
    Unit { html: html.into(), read }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_acts_loads_or_tells_is_left() {
        for (typed, expected) in [
            ("<p>a<script>1</script>b</p>", "<p>ab</p>"),
            (
                "<img src=https://x.example/p.gif alt='p < q &amp; jo@example.org'> c",
                "<a href=\"https://x.example/p.gif\" rel=\"nofollow ugc noopener\">p &lt; q &amp; [address removed]</a> c",
            ),
            (
                "<a href=https://x.example/><img src=https://x.example/p.gif></a><img src='data:image/png;base64,AA' alt=d>",
                "<a href=\"https://x.example/\" rel=\"nofollow ugc noopener\">https://x.example/p.gif</a>",
            ),
            ("<p style=\"color:red\" onclick=\"x()\" id=main class=skip>d</p>", "<p>d</p>"),
            ("<a href=\"javascript:1\">e</a>", "<a rel=\"nofollow ugc noopener\">e</a>"),
            ("<a href=\"/etc\">f</a>", "<a rel=\"nofollow ugc noopener\">f</a>"),
            ("<a href=\"mailto:jo@example.org\">mail</a>", "<a rel=\"nofollow ugc noopener\">mail</a>"),
            ("<a href=\"https://x.example/?a=jo%40example.org\">g</a>", "<a rel=\"nofollow ugc noopener\">g</a>"),
            (
                "<a href=\"https://x.example/\" target=_blank>h</a>",
                "<a href=\"https://x.example/\" rel=\"nofollow ugc noopener\">h</a>",
            ),
            ("<h1 id=a>i</h1>j", "<p><strong>i</strong></p>j"),
            ("<table><tr><td>k</td><td>l</td></tr></table>m", "k l <br>m"),
            ("jo<em>@</em><b>example.org</b>!", "[address removed]<em></em><b></b>!"),
            ("jo&#64;example.org", "[address removed]"),
            ("jo<!-- -->@exam<wbr>ple.org", "[address removed]"),
            ("<code>jo!@</code>example.org", "<code>[address removed]</code>"),
            ("<p>jo</p><p>@example.org</p>", "<p>jo</p><p>@example.org</p>"),
            ("<img src=x>", ""),
            ("<p>&nbsp;</p>", ""),
            ("<b>never closed", "<b>never closed</b>"),
            ("<form action=https://x.example><input name=a>n</form>o", "o"),
            ("1 < 2 && 3", "1 &lt; 2 &amp;&amp; 3"),
        ] {
            assert_eq!(html(typed), expected, "{typed}");
        }
    }

    #[test]
    fn deep_nesting_is_flattened() {
        let deep = format!("{}x{}", "<blockquote>".repeat(5_000), "</blockquote>".repeat(5_000));
        let made = html(&deep);
        assert_eq!(made, format!("{}x{}", "<blockquote>".repeat(DEEPEST), "</blockquote>".repeat(DEEPEST)));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_no_tag_of_ours_is_made(typed in "(<[a-z/]{0,8}( [a-z]{2,6}=[\"'a-z:@/.]{0,12})?>?|[ -~é＠]){0,40}") {
            let made = html(&typed);
            for part in made.split('<').skip(1) {
                let name: String = part.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(TAGS.contains(&name.as_str()), "{typed}: {made}");
            }
            // What is read of it has no address, nor has one come of what was taken out.
            let read: String = units(&made).iter().map(|unit| unit.read).collect();
            prop_assert!(addresses(&read).is_empty(), "{typed}: {made}");
        }
    }
}
