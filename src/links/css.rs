//! The addresses in a stylesheet, found by a tokenizer that browsers use too.

use cssparser::{ParseError, Parser, Token, serialize_string};
use std::ops::Range;

/// An address in a stylesheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The address without quotes and escapes.
    pub address: String,
    /// The bytes that it takes up, with `url(…)` or its quotes.
    pub range: Range<usize>,
    /// Whether it is a bare string, as in `@import "more.css"`.
    bare: bool,
}

/// All addresses of a stylesheet, or of a `style` attribute, in order.
#[must_use]
pub fn addresses(css: &str) -> Vec<Found> {
    let mut found = Vec::new();
    // Most stylesheets hold none, and need not be read for it.
    if memchr::memmem::find(css.as_bytes(), b"url(").is_some()
        || css.contains(['"', '\'', '\\'])
        || css.contains("URL(")
    {
        read(&mut Parser::new(css), false, &mut found);
    }
    found
}

/// Replaces the addresses for which something else is given; `None` where nothing changes.
#[must_use]
pub fn rewrite(css: &str, mut instead: impl FnMut(&str) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    let mut done = 0;
    for found in addresses(css) {
        let Some(new) = instead(&found.address) else { continue };
        out.push_str(&css[done..found.range.start]);
        out.push_str(if found.bare { "" } else { "url(" });
        // Writing to a string can't fail.
        let _ = serialize_string(&new, &mut out);
        out.push_str(if found.bare { "" } else { ")" });
        done = found.range.end;
    }
    (done > 0).then(|| out + &css[done..])
}

/// Reads a block; `strings` says that a bare string in it is an address.
fn read(parser: &mut Parser<'_>, strings: bool, found: &mut Vec<Found>) {
    let mut import = false;
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments() else { return };
        let (address, bare) = match token.clone() {
            Token::UnquotedUrl(address) => (Some(address.to_string()), false),
            Token::QuotedString(address) if strings || import => (Some(address.to_string()), true),
            Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                let quoted =
                    parser.parse_nested_block(|inside| inside.expect_string_cloned().map_err(ParseError::<()>::from));
                (quoted.ok().map(|address| address.to_string()), false)
            }
            Token::Function(name) => {
                let strings = name.eq_ignore_ascii_case("image-set") || name.eq_ignore_ascii_case("-webkit-image-set");
                nested(parser, strings, found);
                continue;
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                nested(parser, false, found);
                import = false;
                continue;
            }
            Token::AtKeyword(name) => {
                import = name.eq_ignore_ascii_case("import");
                continue;
            }
            Token::Semicolon => {
                import = false;
                continue;
            }
            _ => continue,
        };
        if let Some(address) = address {
            found.push(Found { address, range: start.byte_index()..parser.position().byte_index(), bare });
            import = false;
        }
    }
}

fn nested(parser: &mut Parser<'_>, strings: bool, found: &mut Vec<Found>) {
    // What stands in a block that never ends, or is nested too deep, is none of a browser's business either.
    let _ = parser.parse_nested_block(|inside| {
        read(inside, strings, found);
        Ok::<(), ParseError<()>>(())
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, expected: &[&str]) {
        let found = addresses(css);
        assert_eq!(found.iter().map(|f| f.address.as_str()).collect::<Vec<_>>(), expected, "{css}");
    }

    #[test]
    fn addresses_are_found_wherever_css_may_have_them() {
        check("a{background:url(/a.png)}", &["/a.png"]);
        check("a{b:url( 'a b.png' ) no-repeat,url(\"c\\)d.png\")}", &["a b.png", "c)d.png"]);
        check("@import \"more.css\" screen;@import url(x.css);b{content:\"no.png\"}", &["more.css", "x.css"]);
        check("@media print{@font-face{src:url(f.woff2) format(\"woff2\")}}", &["f.woff2"]);
        check("a{b:image-set(\"a.png\" 1x, url(b.png) 2x)}", &["a.png", "b.png"]);
        check("/* url(no.png) */a{b:\"url(no.png)\"}", &[]);
        check("background: URL(x.png)", &["x.png"]);
        check("a{b:url(", &[""]);
        check(&"a{".repeat(100_000), &[]);
    }

    #[test]
    fn what_is_replaced_is_quoted_and_the_rest_stays() {
        let up = |address: &str| address.starts_with('/').then(|| format!("/b{address}"));
        assert_eq!(
            rewrite("/* c */ a { b: url(/x.png), url(y.png) } @import '/z\".css';", up).as_deref(),
            Some("/* c */ a { b: url(\"/b/x.png\"), url(y.png) } @import \"/b/z\\\".css\";")
        );
        assert_eq!(rewrite("a { b: url(y.png) }", up), None);
    }
}
