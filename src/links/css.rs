//! The addresses in a stylesheet, found by a tokenizer that browsers use too.

use super::address::may_lead_out;
use super::html::Use;
use cssparser::{ParseError, Parser, Token, serialize_string};
use std::ops::Range;

/// An address in a stylesheet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CssAddress {
    /// The address without quotes and escapes.
    pub address: String,
    /// The bytes that it takes up, with `url(…)` or its quotes.
    pub range: Range<usize>,
    /// What it is loaded as.
    pub used: Use,
    /// Whether it is a bare string, as in `@import "more.css"`.
    bare: bool,
}

/// All addresses of a stylesheet, or of a `style` attribute, in order.
pub(crate) fn addresses(css: &str) -> Vec<CssAddress> {
    let mut found = Vec::new();
    // Most values of attributes hold none, and need not be read for it.
    if css.contains(['(', '"', '\'', '\\']) {
        read(&mut Parser::new(css), CssBlock::default(), &mut found);
    }
    found
}

/// Replaces the addresses for which something else is given; `None` where nothing changes.
pub(crate) fn rewrite(css: &str, mut instead: impl FnMut(&str) -> Option<String>) -> Option<String> {
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

/// What is known of a block before it is read.
#[derive(Clone, Copy, Default)]
struct CssBlock {
    /// A bare string in it is an address: `image-set("a.png" 1x)`.
    strings: bool,
    /// It is that of a `@font-face`.
    font: bool,
}

/// What a bare string means where a rule or a declaration has come to.
#[derive(Clone, Copy, PartialEq)]
enum Bare {
    /// Text.
    Text,
    /// The address of a stylesheet, after `@import`.
    Import,
    /// A name, as `url(…)` is one too, after `@namespace`.
    Name,
    /// The value of a variable, which may come to where a string is an address.
    Variable,
}

fn read(parser: &mut Parser<'_>, block: CssBlock, found: &mut Vec<CssAddress>) {
    let mut bare = Bare::Text;
    let mut font = false;
    // Whether the name of a variable has just been read.
    let mut named = false;
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments() else { return };
        let is_variable = std::mem::take(&mut named);
        let (address, is_bare) = match token.clone() {
            Token::UnquotedUrl(address) => (Some(address.to_string()), false),
            Token::QuotedString(address) => {
                let is_address = block.strings || bare == Bare::Import;
                let may_be = bare == Bare::Variable && may_lead_out(&address);
                ((is_address || may_be).then(|| address.to_string()), true)
            }
            Token::Function(name) if name.eq_ignore_ascii_case("url") || name.eq_ignore_ascii_case("src") => {
                let quoted = parser.parse_nested_block(|inside| {
                    let address = inside.expect_string_cloned().map_err(ParseError::<()>::from)?;
                    // How it is to be asked for may follow.
                    while inside.next().is_ok() {}
                    Ok(address)
                });
                (quoted.ok().map(|address| address.to_string()), false)
            }
            Token::Function(name) => {
                let of_strings = ["image-set", "-webkit-image-set", "image"];
                let strings = of_strings.iter().any(|known| name.eq_ignore_ascii_case(known)) || block.strings;
                nested(parser, CssBlock { strings, ..block }, found);
                continue;
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock => {
                nested(parser, block, found);
                continue;
            }
            Token::CurlyBracketBlock => {
                nested(parser, CssBlock { strings: false, font }, found);
                (bare, font) = (Bare::Text, false);
                continue;
            }
            Token::AtKeyword(name) => {
                font = name.eq_ignore_ascii_case("font-face");
                bare = match () {
                    () if name.eq_ignore_ascii_case("import") => Bare::Import,
                    () if name.eq_ignore_ascii_case("namespace") => Bare::Name,
                    () => Bare::Text,
                };
                continue;
            }
            Token::Ident(name) => {
                named = name.starts_with("--") || name.eq_ignore_ascii_case("initial-value");
                continue;
            }
            Token::WhiteSpace(_) | Token::Comment(_) => {
                named = is_variable;
                continue;
            }
            Token::Colon if is_variable => {
                bare = Bare::Variable;
                continue;
            }
            Token::Semicolon => {
                bare = Bare::Text;
                continue;
            }
            _ => continue,
        };
        if let Some(address) = address.filter(|_| bare != Bare::Name) {
            let used = match bare {
                Bare::Import => Use::Style,
                _ if block.font => Use::Font,
                _ => Use::Picture,
            };
            found.push(CssAddress {
                address,
                range: start.byte_index()..parser.position().byte_index(),
                used,
                bare: is_bare,
            });
            if bare == Bare::Import {
                bare = Bare::Text;
            }
        }
    }
}

fn nested(parser: &mut Parser<'_>, block: CssBlock, found: &mut Vec<CssAddress>) {
    // What stands in a block that never ends, or is nested too deep, is none of a browser's business either.
    let _ = parser.parse_nested_block(|inside| {
        read(inside, block, found);
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
        check("a{b:u\\72l(a.png)}@\\69mport 'b.css';", &["a.png", "b.css"]);
        check("a{b:url('a.png' crossorigin(anonymous))}", &["a.png"]);
        check("@namespace svg url(http://no.example/);@namespace 'no';a{b:url(c)}", &["c"]);
        check("a{--x:'//a';--y:'text';--z:url(b)}@property --p{initial-value:'https:c'}", &["//a", "b", "https:c"]);
        check("a{content:'https://no.example/'}", &[]);
        check("a{b:url(", &[""]);
        check(&"a{".repeat(100_000), &[]);
    }

    #[test]
    fn what_is_loaded_is_known_by_what_it_is() {
        let css = "@import url(a.css);@import 'b.css' print;@font-face{src:url(c)}a{b:url(d)}@media x{@font-face{src:url(e)}}a{b:url(f)}";
        let used: Vec<Use> = addresses(css).iter().map(|found| found.used).collect();
        assert_eq!(used, [Use::Style, Use::Style, Use::Font, Use::Picture, Use::Font, Use::Picture]);
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
