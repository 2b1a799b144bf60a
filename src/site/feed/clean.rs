//! The HTML of a text as feeds carry it: with whole addresses, and without what readers drop or must not run.

use crate::config::Config;
use crate::text::allowed;
use ammonia::{Builder, UrlRelative, UrlRelativeEvaluate};
use std::borrow::Cow;
use url::Url;

/// What texts may use beyond what ammonia lets through: things that feed readers show.
const MORE_TAGS: [&str; 9] = ["address", "audio", "input", "main", "picture", "section", "source", "tfoot", "video"];

/// Attributes of those tags, and some more of others.
const MORE_ATTRIBUTES: [(&str, &[&str]); 8] = [
    ("audio", &["src", "controls"]),
    ("code", &["class"]),
    ("data", &["value"]),
    ("img", &["srcset", "sizes", "loading"]),
    ("input", &["checked", "disabled"]),
    ("source", &["src", "srcset", "sizes", "type", "media"]),
    ("time", &["datetime"]),
    ("video", &["src", "poster", "controls", "width", "height"]),
];

/// Schemes of addresses that a journal may lead to or show.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "data"];

/// Removes scripts, styles, handlers and drawings, and makes addresses whole: those from the root are the site's, all others
/// are relative to the `page` that the text stands on.
///
/// A library does it on the parsed tree, since writers' own HTML may be anything.
pub(super) fn html(html: &str, page: &str, config: &Config) -> String {
    let places =
        Places { page: Url::parse(page).ok(), base_url: config.base_url.clone(), base_path: config.base_path.clone() };
    let relative = places.clone();
    let mut builder = Builder::default();
    builder
        .add_tags(MORE_TAGS)
        .add_clean_content_tags(["iframe", "math", "noscript", "object", "svg", "template", "textarea", "select"])
        .add_generic_attributes(["dir", "id"])
        .add_tag_attribute_values("input", "type", ["checkbox"])
        .url_schemes(SCHEMES.into())
        .url_relative(UrlRelative::Custom(Box::new(relative)))
        .attribute_filter(move |element, attribute, value| match attribute {
            "srcset" => Some(Cow::Owned(places.whole_set(value))),
            // What an address holds itself may be a picture and nothing that acts.
            "src" | "href" | "poster" | "cite" if is_data(value) => {
                (element == "img" && attribute == "src" && is_picture(value)).then_some(Cow::Borrowed(value))
            }
            _ => Some(Cow::Borrowed(value)),
        })
        .link_rel(None);
    for (tag, attributes) in MORE_ATTRIBUTES {
        builder.add_tag_attributes(tag, attributes);
    }
    // What XML forbids may have been typed as `&#1;`, which is a character once it is parsed.
    allowed(&builder.clean(&without_anchors(html)).to_string()).into_owned()
}

/// The links that headings have to themselves are for a page with its styles: in a reader they would be a `#` at the end.
fn without_anchors(html: &str) -> String {
    let (open, close) = (" <a class=\"anchor\"", ">#</a>");
    let mut parts = html.split(open);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(close).filter(|(tag, _)| !tag.contains('<')) {
            Some((_, after)) => out.push_str(after),
            None => {
                out.push_str(open);
                out.push_str(part);
            }
        }
    }
    out
}

/// What addresses in a text are relative to.
#[derive(Clone)]
struct Places {
    page: Option<Url>,
    base_url: String,
    base_path: String,
}

impl<'a> UrlRelativeEvaluate<'a> for Places {
    fn evaluate<'url>(&self, address: &'url str) -> Option<Cow<'url, str>> {
        self.whole(address).map(Cow::Owned)
    }
}

impl Places {
    /// A relative address as it is on the web; `None` where it is none.
    fn whole(&self, address: &str) -> Option<String> {
        let typed = address.trim();
        if typed.starts_with('/') && !typed.starts_with("//") {
            // From the root of the site, whether its own path was typed before it or not.
            let inside = typed.strip_prefix(&*self.base_path).unwrap_or(&typed[1..]);
            return Some(format!("{}{inside}", self.base_url));
        }
        self.page.as_ref()?.join(typed).ok().map(String::from)
    }

    /// The addresses of a `srcset`, each with its width or density.
    fn whole_set(&self, set: &str) -> String {
        let candidate = |typed: &str| {
            let (address, size) = typed.trim().split_once(char::is_whitespace).unwrap_or((typed.trim(), ""));
            let whole = match Url::parse(address) {
                Ok(url) if matches!(url.scheme(), "http" | "https") => Some(url.to_string()),
                Ok(_) => None,
                Err(_) => self.whole(address),
            };
            Some(format!("{} {}", whole.filter(|_| !address.is_empty())?, size.trim()).trim_end().to_owned())
        };
        set.split(',').filter_map(candidate).collect::<Vec<_>>().join(", ")
    }
}

fn is_data(address: &str) -> bool {
    address.trim_start().get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

fn is_picture(address: &str) -> bool {
    address.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("data:image/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{self, Flags, Today};

    /// On a page of a site below a path.
    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let flags = Flags::on(Today::Given(jiff::civil::Date::constant(2020, 9, 13)));
        let config = config::load("title = \"T\"\nbase_url = \"https://example.org/blog/\"\n", &flags).value;
        assert_eq!(html(typed, "https://example.org/blog/journal/mri/", &config), expected, "{typed}");
    }

    #[test]
    fn addresses_are_made_whole() {
        let img = |src: &str| format!("<img src=\"{src}\" alt=\"\">");
        for (typed, whole) in [
            ("photo.jpg", "https://example.org/blog/journal/mri/photo.jpg"),
            ("../b/photo.jpg", "https://example.org/blog/journal/b/photo.jpg"),
            ("/img/photo.jpg", "https://example.org/blog/img/photo.jpg"),
            ("/blog/img/photo.jpg", "https://example.org/blog/img/photo.jpg"),
            ("//other.example/p.jpg", "https://other.example/p.jpg"),
            ("https://other.example/p.jpg", "https://other.example/p.jpg"),
            ("data:image/png;base64,AA==", "data:image/png;base64,AA=="),
        ] {
            check(&img(typed), &img(whole));
        }
        check("<a href=\"#fn-1\">1</a>", "<a href=\"https://example.org/blog/journal/mri/#fn-1\">1</a>");
        check(
            "<img src=a.jpg srcset='a.jpg 1x, /b.jpg 2x,https://x.example/c.jpg 640w' alt=x>",
            "<img src=\"https://example.org/blog/journal/mri/a.jpg\" srcset=\"https://example.org/blog/journal/mri/a.jpg 1x, \
             https://example.org/blog/b.jpg 2x, https://x.example/c.jpg 640w\" alt=\"x\">",
        );
    }

    #[test]
    fn nothing_that_acts_is_left() {
        for (typed, expected) in [
            ("a<script>alert(1)</script>b", "ab"),
            ("<style>p{}</style><p style=\"color:red\" onclick=\"x()\">c</p>", "<p>c</p>"),
            ("d<svg><script>1</script><a href=\"javascript:1\"/></svg>e", "de"),
            ("<a href=\"javascript:alert(1)\">f</a>", "<a>f</a>"),
            ("<a href=\"data:text/html,x\">g</a>", "<a>g</a>"),
            ("<img src=\"data:text/html,x\" alt=\"\">", "<img alt=\"\">"),
            ("<iframe src=\"https://x.example/\">h</iframe>i", "i"),
            ("<p>j&#1;&#xFFFF;k</p>", "<p>jk</p>"),
            (
                "<h2 id=\"m\">m <a class=\"anchor\" href=\"#m\" aria-label=\"Link to this heading\">#</a></h2>",
                "<h2 id=\"m\">m</h2>",
            ),
            ("n <a class=\"anchor\" href=\"https://x.example/\">o</a>", "n <a href=\"https://x.example/\">o</a>"),
            ("<b>never closed", "<b>never closed</b>"),
            ("<img srcset=\"javascript:1 1x\" alt=\"\">", "<img srcset=\"\" alt=\"\">"),
            (
                "<input type=\"checkbox\" disabled checked aria-label=\"Done\"> l <input type=\"text\">",
                "<input type=\"checkbox\" disabled=\"\" checked=\"\"> l <input>",
            ),
        ] {
            check(typed, expected);
        }
    }
}
