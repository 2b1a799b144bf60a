//! The styles of a drawing: rules, declarations and values, read by the tokenizer that browsers use too, so that escapes and
//! comments hide nothing.

use super::{SVG, XHTML, XLINK, asks};
use crate::photo::{Refusal, data};
use cssparser::{ParseError, ParseErrorKind, Parser, Token};
use std::borrow::Cow;
use std::ops::Range;

/// Functions that make a value of what they are given, and selectors; any other might load something.
const FUNCTIONS: &str = "
    -webkit-gradient abs acos asin atan atan2 blur brightness calc circle clamp color color-mix conic-gradient
    contrast cos cubic-bezier dir drop-shadow ellipse env exp format grayscale has hsl hsla hue-rotate hwb hypot
    inset invert is lab lang lch light-dark linear linear-gradient local log matrix matrix3d max min mod not
    nth-child nth-last-child nth-last-of-type nth-of-type oklab oklch opacity path perspective polygon pow
    radial-gradient rect rem repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient rgb rgba
    rotate rotate3d rotatex rotatey rotatez round saturate scale scale3d scalex scaley selector sepia sign sin skew
    skewx skewy sqrt steps symbols tan tech translate translate3d translatex translatey translatez var where";

/// Rules that load nothing by themselves.
const RULES: &str = "
    -moz-keyframes -webkit-keyframes container font-feature-values keyframes layer media page property scope
    starting-style supports";

/// Addresses that are names, in `@namespace`.
const SPACES: [&str; 3] = [SVG, XHTML, XLINK];

/// What may be asked for at some place.
#[derive(Clone, Copy, Eq, PartialEq)]
enum May {
    /// Parts of the drawing.
    Parts,
    /// Fonts that the style holds itself.
    Fonts,
    /// Names of languages.
    Spaces,
}

/// A style without comments, and without fonts of other hosts: no browser loads those for a picture.
pub(super) fn clean(css: &str) -> Result<Cow<'_, str>, Refusal> {
    // Most values are words and numbers, and lead nowhere.
    if !css.contains(['(', '\\', '@', '/', '{']) {
        return Ok(css.into());
    }
    let mut left_out = Vec::new();
    read(&mut Parser::new(css), May::Parts, &mut left_out)?;
    if left_out.is_empty() {
        return Ok(css.into());
    }
    let (mut out, mut done) = (String::with_capacity(css.len()), 0);
    for (range, instead) in left_out {
        out.push_str(&css[done..range.start]);
        out.push_str(instead);
        done = range.end;
    }
    Ok((out + &css[done..]).into())
}

/// What is left out, in order, and what stands there instead.
type Cuts = Vec<(Range<usize>, &'static str)>;

/// Reads what stands in a block, or in the whole of it.
fn read(parser: &mut Parser<'_>, may: May, left_out: &mut Cuts) -> Result<(), Refusal> {
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return Ok(()) };
        match token {
            Token::UnquotedUrl(address) => check(&address, may)?,
            Token::Function(name) if name.eq_ignore_ascii_case("url") || name.eq_ignore_ascii_case("src") => {
                nested(parser, |inside| {
                    let address = inside.expect_string_cloned().map_err(|_| loads())?;
                    inside.expect_exhausted().map_err(|_| loads())?;
                    check(&address, may)
                })?;
            }
            Token::Function(name) => {
                let known = name.to_ascii_lowercase();
                if !has(FUNCTIONS, &known) {
                    return Err(asks(&format!("a style that may load something, `{name}(…)`")));
                }
                nested(parser, |inside| read(inside, May::Parts, left_out))?;
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                nested(parser, |inside| read(inside, may, left_out))?;
            }
            Token::AtKeyword(name) => rule(&name.to_ascii_lowercase(), start, parser, left_out)?,
            Token::Comment(_) => left_out.push((start..parser.position().byte_index(), "/**/")),
            Token::BadUrl(_) | Token::BadString(_) => return Err(loads()),
            _ => {}
        }
    }
}

/// Reads a rule after its name.
fn rule(name: &str, start: usize, parser: &mut Parser<'_>, left_out: &mut Cuts) -> Result<(), Refusal> {
    match name {
        "font-face" => {
            let before = left_out.len();
            let Ok(Token::CurlyBracketBlock) = parser.next() else { return Err(asks("a style that breaks off")) };
            if nested(parser, |inside| read(inside, May::Fonts, left_out)).is_err() {
                left_out.truncate(before);
                left_out.push((start..parser.position().byte_index(), ""));
            }
            Ok(())
        }
        "charset" | "namespace" => loop {
            match parser.next().cloned() {
                Ok(Token::Semicolon) | Err(_) => return Ok(()),
                Ok(Token::UnquotedUrl(address) | Token::QuotedString(address)) if name == "namespace" => {
                    check(&address, May::Spaces)?;
                }
                Ok(Token::Function(_)) => {
                    nested(parser, |inside| check(&inside.expect_string_cloned().map_err(|_| loads())?, May::Spaces))?;
                }
                Ok(Token::CurlyBracketBlock) => return Err(loads()),
                Ok(_) => {}
            }
        },
        _ if has(RULES, name) => Ok(()),
        "import" => Err(loads()),
        _ => Err(asks(&format!("a style that may load something, `@{name}`"))),
    }
}

fn loads() -> Refusal {
    asks("a style that loads something")
}

/// Reads a block to its end.
fn nested(parser: &mut Parser<'_>, read: impl FnOnce(&mut Parser<'_>) -> Result<(), Refusal>) -> Result<(), Refusal> {
    parser.parse_nested_block(|inside| read(inside).map_err(ParseError::custom)).map_err(|error| match error.kind {
        ParseErrorKind::Custom(refusal) => refusal,
        // Nested too deep to be read, or what follows an address.
        ParseErrorKind::Basic(_) => loads(),
    })
}

fn check(address: &str, may: May) -> Result<(), Refusal> {
    let address = address.trim_matches(|c: char| c <= ' ');
    let fine = match may {
        May::Parts => address.starts_with('#'),
        May::Fonts => data::is_font(address),
        May::Spaces => SPACES.contains(&address),
    };
    if fine { Ok(()) } else { Err(loads()) }
}

fn has(names: &str, name: &str) -> bool {
    names.split_ascii_whitespace().any(|known| known == name)
}
