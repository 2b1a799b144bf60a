//! Drawings that stand alone: the same ones with colours as attributes, so that they need no stylesheet.
//!
//! Classes are replaced in the finished drawing, not while it is written: one table here says what each looks like, those that
//! a single kind has stand in its row, and no kind can forget that it may be drawn alone. Colours are those of the light pages; browsers let an image see no others.

use super::{Figure, KINDS};
use std::borrow::Cow;
use std::fmt::Write as _;

/// What texts without a class of their own look like.
const TEXT: &str = " fill=\"#5f584b\"";
/// The colour of the ground.
pub(super) const PAPER: &str = "#fbf8f1";
/// The fonts of labels.
pub(super) const FONTS: &str = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// What each class looks like. `strong` and the names of series end a text's usual colour, later rows win over nothing.
const LOOKS: &[(&str, &str)] = &[
    ("mid", " text-anchor=\"middle\""),
    ("end", " text-anchor=\"end\""),
    ("halo", " stroke=\"#fbf8f1\" stroke-width=\"4\" stroke-linejoin=\"round\""),
    ("strong", " font-weight=\"600\" fill=\"#211d16\""),
    ("t-run", " font-weight=\"600\" fill=\"#0072b2\""),
    ("t-walk", " font-weight=\"600\" fill=\"#007a57\""),
    ("t-other", " font-weight=\"600\" fill=\"#5f584b\""),
    ("t-pain", " font-weight=\"600\" fill=\"#8c3b00\""),
    ("band", " fill=\"#f3ecdd\""),
    ("grid", " fill=\"none\" stroke=\"#d9d0bd\""),
    ("axis", " fill=\"none\" stroke=\"#857c6a\""),
    ("rule", " fill=\"none\" stroke=\"#857c6a\" stroke-dasharray=\"5 4\""),
    ("stone", " fill=\"none\" stroke=\"#857c6a\""),
    ("cut", " fill=\"none\" stroke=\"#fbf8f1\" stroke-width=\"1.6\""),
    ("hatch", " fill=\"none\" stroke=\"#857c6a\" stroke-width=\".6\" opacity=\".7\""),
    ("tick", " fill=\"none\" stroke=\"#211d16\" stroke-width=\"2\""),
    ("pain", " fill=\"#d55e00\""),
    ("dots", " fill=\"none\" stroke=\"#d55e00\" stroke-linecap=\"round\""),
    ("link", " fill=\"none\" stroke=\"#d55e00\" stroke-width=\"1.5\" stroke-linejoin=\"round\""),
    ("wait", " stroke-dasharray=\"2 3\""),
    (
        "median",
        " fill=\"none\" stroke=\"#8c3b00\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
    ),
    ("t-name", " fill=\"#211d16\""),
    ("cross", " fill=\"none\" stroke=\"#211d16\" stroke-width=\"1.2\""),
    ("setback", " fill=\"#8c3b00\""),
    ("hole", " fill=\"none\" stroke=\"#fbf8f1\" stroke-linecap=\"round\""),
    ("run", " fill=\"#0072b2\""),
    ("run-span", " fill=\"#0072b2\" opacity=\".4\""),
    ("pain-span", " fill=\"#d55e00\" opacity=\".3\""),
    ("walk", " fill=\"#fbf8f1\" stroke=\"#007a57\" stroke-width=\"1.3\""),
    ("other", " fill=\"#d9d0bd\" stroke=\"#857c6a\" stroke-width=\"1.3\""),
];

/// A drawing in parts that need no stylesheet.
pub(super) struct Alone {
    /// Its width and height as it says them.
    pub(super) size: (String, String),
    /// How large the letters are that have no size of their own.
    pub(super) letters: u8,
    /// What its root says of it beside its size.
    pub(super) root: String,
    /// Its name and its description, which have to come first.
    pub(super) named: String,
    /// What is drawn, without a ground.
    pub(super) drawn: String,
}

impl Alone {
    /// Takes a figure apart, the narrow drawing where it has two and that is wanted; a caption begins its name.
    pub(super) fn of(figure: &Figure, narrow: bool, caption: Option<&str>) -> Self {
        let svg = if narrow && !figure.narrow.is_empty() { &figure.narrow } else { &figure.wide };
        Self::of_drawing(svg, &figure.say, caption)
    }

    fn of_drawing(svg: &str, says: &str, caption: Option<&str>) -> Self {
        let svg = unlinked(svg);
        let caption = caption.map(|caption| format!("{}. ", caption.trim().trim_end_matches('.'))).unwrap_or_default();
        let (root, rest) = svg.split_once('>').unwrap_or_default();
        let ends = |tag: &str| rest.find(tag).map(|at| at + tag.len());
        let (named, drawn) = rest.split_at(ends("</desc>").or_else(|| ends("</title>")).unwrap_or(0));
        let named = named.split_inclusive('>').map(|tag| {
            let begins = if tag.ends_with("</title>") { crate::text::escape(&caption) } else { String::new() };
            begins + tag
        });
        let mut out = String::with_capacity(drawn.len() * 3 / 2);
        let drawn = drawn.strip_suffix("</svg>").unwrap_or(drawn);
        drawn.split_inclusive('>').for_each(|tag| push_tag(&mut out, tag));
        Self {
            size: sides(root),
            letters: if root.contains("chart wide") { 13 } else { 14 },
            root: root_of(root, &format!("{caption}{says}")),
            named: named.collect(),
            drawn: out,
        }
    }

    /// A file of it.
    fn file(self) -> String {
        let Self { size: (width, height), letters, root, named, drawn } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{FONTS}\" \
             font-size=\"{letters}\" viewBox=\"0 0 {width} {height}\"{root}>{named}\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>{drawn}</svg>\n"
        )
    }
}

/// Returns a drawing as a file of its own, the narrow one where it has two and that is wanted; a caption begins its name.
#[must_use]
pub fn standalone(figure: &Figure, narrow: bool, caption: Option<&str>) -> String {
    Alone::of(figure, narrow, caption).file()
}

/// A drawing of a page as a file of a book, with what it says where the drawing has no name.
///
/// Books are held to the first edition of SVG, whose attributes can't say that a letter's edge lies under it; styles can.
#[must_use]
pub fn alone(svg: &str, says: &str) -> String {
    let file = Alone::of_drawing(svg, says, None).file();
    file.replace(" paint-order=\"stroke\"", " style=\"paint-order:stroke\"")
}

/// A drawing without its links, which lead nowhere from a file of its own: its picture is all there is.
fn unlinked(svg: &str) -> Cow<'_, str> {
    let parts = || {
        let (picture, _) = svg.split_once("</g><a ")?;
        let (root, rest) = picture.split_once("role=\"group\"")?;
        let (_, rest) = rest.split_once('>')?;
        let (title, rest) = rest.split_once("<g ")?;
        let (role, rest) = rest.split_once('>')?;
        Some([root, role, ">", title, rest, "</svg>"])
    };
    parts().map_or(Cow::Borrowed(svg), |parts| Cow::Owned(parts.concat()))
}

/// The width and height of a drawing as its root says them.
#[must_use]
pub fn sides(root: &str) -> (String, String) {
    let size = root.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let (width, height) = size.split_once(' ').unwrap_or_default();
    (width.to_owned(), height.to_owned())
}

/// What a root says of a drawing beside its size: its name, where it is not said to be elsewhere.
fn root_of(root: &str, said: &str) -> String {
    let (_, rest) = root.split_once(" viewBox=\"").unwrap_or_default();
    let (_, rest) = rest.split_once('"').unwrap_or_default();
    // In a page its words stand beside it; alone it has to say them.
    if !rest.contains("aria-hidden") {
        return rest.to_owned();
    }
    let mut out = String::from(" role=\"img\" aria-label=\"");
    crate::text::escape_into(&mut out, said);
    out.push('"');
    out
}

/// Appends a tag and the text before it, with looks in place of classes.
fn push_tag(out: &mut String, tag: &str) {
    let is_text = tag.contains("<text ");
    let Some((before, rest)) = tag.split_once(" class=\"") else {
        match tag.strip_suffix('>').filter(|_| is_text) {
            Some(open) => {
                let _ = write!(out, "{open}{TEXT}>");
            }
            None => out.push_str(tag),
        }
        return;
    };
    let (classes, after) = rest.split_once('"').unwrap_or_default();
    out.push_str(before);
    let looks: Vec<&str> = classes.split(' ').filter_map(look).collect();
    if is_text && !looks.iter().any(|look| look.contains(" fill=")) {
        out.push_str(TEXT);
    }
    looks.iter().for_each(|look| out.push_str(look));
    out.push_str(after);
}

/// What a class looks like; none where it only names a drawing.
fn look(class: &str) -> Option<&'static str> {
    let own = KINDS.iter().flat_map(|row| row.looks);
    LOOKS.iter().chain(own).find(|(name, _)| *name == class).map(|(_, look)| *look)
}
