//! The site's path before every address from the root, wherever it was written.

use super::html::{Found, scan, unescape};
use super::{Base, css};
use crate::text::escape;

/// A page with the site's path before every address from the root that lacks it; `None` where nothing does. `is_known` tells
/// whether something stands at an address from the site's root.
pub(crate) fn complete_html(html: &str, base: Base<'_>, is_known: impl Fn(&str) -> bool) -> Option<String> {
    let mut out = String::new();
    let mut done = 0;
    let mut is_over = true;
    let put = |out: &mut String, done: &mut usize, from: usize, to: usize, new: &str| {
        out.push_str(&html[*done..from]);
        out.push_str(new);
        *done = to;
    };
    scan(html, |found| match found {
        // What looks like a tag in the styles of a drawing, or styles around such a tag: the next time.
        Found::Address(_, range, _) | Found::Style(_, range) | Found::StyleValue(_, range) if range.start < done => {
            is_over = false;
        }
        Found::Address(typed, range, _) if base.lacks(&unescape(typed), &is_known) => {
            let from = range.end - typed.trim_start().len();
            put(&mut out, &mut done, from, from, base.path.trim_end_matches('/'));
        }
        Found::Style(rules, range) => {
            if let Some(new) = complete_css(rules, base, &is_known) {
                put(&mut out, &mut done, range.start, range.end, &new);
            }
        }
        Found::StyleValue(typed, range) => {
            if let Some(new) = complete_css(&unescape(typed), base, &is_known) {
                // Whatever quotes stand around it.
                put(&mut out, &mut done, range.start, range.end, &escape(&new).replace('\'', "&#39;"));
            }
        }
        Found::Address(..) | Found::Id(_) | Found::Json(_) | Found::Document(..) | Found::Acts => {}
    });
    let completed = (done > 0).then(|| out + &html[done..])?;
    let again = if is_over { None } else { complete_html(&completed, base, is_known) };
    Some(again.unwrap_or(completed))
}

/// The same of a stylesheet.
pub(crate) fn complete_css(rules: &str, base: Base<'_>, is_known: impl Fn(&str) -> bool) -> Option<String> {
    if base.path == "/" {
        return None;
    }
    css::rewrite(rules, |address| {
        base.lacks(address, &is_known).then(|| format!("{}{}", base.path.trim_end_matches('/'), address.trim_start()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_path_comes_before_every_address_from_the_root() {
        let base = Base { url: "https://example.org/a/b/", path: "/a/b/" };
        let complete = |html: &str| complete_html(html, base, |_| false);
        for (typed, expected) in [
            ("<img src=\"/x.png\"><a href='/y/'>z</a>", "<img src=\"/a/b/x.png\"><a href='/a/b/y/'>z</a>"),
            ("<a href=/about/>z</a>", "<a href=/a/b/about/>z</a>"),
            (
                "<img srcset=\"/x.png 1x, //h/y.png 2x, /z.png\">",
                "<img srcset=\"/a/b/x.png 1x, //h/y.png 2x, /a/b/z.png\">",
            ),
            ("<i style=\"background:url('/x.png')\">", "<i style=\"background:url(&quot;/a/b/x.png&quot;)\">"),
            ("<style>a{b:url(/x)}</style>", "<style>a{b:url(\"/a/b/x\")}</style>"),
            ("<svg><style><img src=/i>a{b:url(/x)}", "<svg><style><img src=/a/b/i>a{b:url(\"/a/b/x\")}"),
            (
                "<meta http-equiv=refresh content=\"0; url=/x/\">",
                "<meta http-equiv=refresh content=\"0; url=/a/b/x/\">",
            ),
        ] {
            assert_eq!(complete(typed).as_deref(), Some(expected));
            assert_eq!(complete(expected), None, "not twice: {expected}");
        }
        assert_eq!(complete("<a href=\"//host/x\"><a href=\"x/\"><code>href=\"/x\"</code>"), None);
        assert_eq!(complete_html("<a href=/x>", Base { url: "https://e.org/", path: "/" }, |_| false), None);
    }

    proptest! {
        #[test]
        fn any_html_is_completed(parts in proptest::collection::vec(0..PARTS.len(), 0..12)) {
            let html: String = parts.into_iter().map(|part| PARTS[part]).collect();
            let base = Base { url: "https://example.org/a/b/", path: "/a/b/" };
            let whole = complete_html(&html, base, |_| false).unwrap_or_else(|| html.clone());
            prop_assert_eq!(complete_html(&whole, base, |_| false), None, "{}", html);
        }
    }

    /// Pieces of HTML that get into each other's way.
    const PARTS: [&str; 14] = [
        "<svg>",
        "</svg>",
        "<style>",
        "</style>",
        "a{b:url(/x)}",
        "<link ",
        "href=/y ",
        "imagesrcset='/z 1x,/w' ",
        "rel=stylesheet ",
        ">",
        "<img src=/i style='b:url(/j)'>",
        "<!--",
        "-->",
        "<title>",
    ];
}
