//! A writer of SVG over one string. Coordinates are whole tenths of a unit, so that the same numbers give the same bytes.

use super::marks::Link;
use crate::text::{MARKUP, escape_by};

/// What the root element of a drawing needs.
pub(super) struct Root<'a> {
    /// The class beside `chart`: `wide`, `narrow` or `strip`.
    pub kind: &'a str,
    /// The width in tenths.
    pub width: i32,
    /// The height in tenths.
    pub height: i32,
    /// The id of the chart on its page.
    pub id: &'a str,
    /// What is added to the id to tell two drawings of a chart apart.
    pub suffix: &'a str,
    /// The accessible name.
    pub title: &'a str,
    /// The long description; none if empty.
    pub desc: &'a str,
}

/// An SVG element being written.
pub(super) struct Svg {
    out: String,
}

impl Svg {
    /// Begins the root element.
    fn begin(kind: &str, width: i32, height: i32, capacity: usize) -> Self {
        let mut svg = Self { out: String::with_capacity(capacity) };
        svg.raw("<svg");
        svg.paint("chart ", kind);
        svg.raw(" viewBox=\"0 0 ");
        tenths(&mut svg.out, width);
        svg.raw(" ");
        tenths(&mut svg.out, height);
        svg
    }

    /// Opens a drawing with a name, reserving `capacity` bytes.
    pub(super) fn open(root: &Root, capacity: usize) -> Self {
        Self::named(root, false, capacity)
    }

    /// Opens a drawing with links after its picture, which is a group of its own: nothing inside an image can be followed.
    pub(super) fn open_linked(root: &Root, capacity: usize) -> Self {
        Self::named(root, true, capacity)
    }

    fn named(root: &Root, linked: bool, capacity: usize) -> Self {
        let mut svg = Self::begin(root.kind, root.width, root.height, capacity);
        // A page that runs right to left would otherwise swap what text anchors mean.
        svg.raw("\" direction=\"ltr\" ");
        svg.role(if linked { "group" } else { "img" }, root, !linked);
        svg.raw("<title id=\"");
        svg.reference('t', root);
        svg.raw("\">");
        escape(&mut svg.out, root.title);
        svg.raw("</title>");
        if linked {
            svg.raw("<g ");
            svg.role("img", root, true);
        }
        if !root.desc.is_empty() {
            svg.raw("<desc id=\"");
            svg.reference('d', root);
            svg.raw("\">");
            escape(&mut svg.out, root.desc);
            svg.raw("</desc>");
        }
        svg
    }

    /// Opens a drawing that assistive technology skips because its words stand beside it.
    pub(super) fn hidden(kind: &str, width: i32, height: i32, capacity: usize) -> Self {
        let mut svg = Self::begin(kind, width, height, capacity);
        svg.raw("\" aria-hidden=\"true\">");
        svg
    }

    /// Ends the tag of an element with its role and what names it, with the long description where there is one.
    fn role(&mut self, role: &str, root: &Root, described: bool) {
        self.raw("role=\"");
        self.raw(role);
        self.raw("\" aria-labelledby=\"");
        self.reference('t', root);
        if described && !root.desc.is_empty() {
            self.raw(" ");
            self.reference('d', root);
        }
        self.raw("\">");
    }

    /// Ends the picture, and writes the links after it.
    pub(super) fn lead_on(&mut self, links: &[Link<'_>]) {
        self.raw("</g>");
        for Link { area, href, label } in links {
            self.raw("<a href=\"");
            escape(&mut self.out, href);
            self.raw("\" aria-label=\"");
            escape(&mut self.out, label);
            self.raw("\">");
            self.rect("leads", area.left, area.top, area.right - area.left, area.bottom - area.top);
            self.raw("</a>");
        }
    }

    /// Closes the drawing.
    pub(super) fn close(mut self) -> String {
        self.raw("</svg>");
        self.out
    }

    /// Begins a path; nothing is written until its first move.
    pub(super) fn path<'a>(&'a mut self, class: &'a str) -> Path<'a> {
        Path { svg: self, class, pen: None, at: (0, 0), begun: false }
    }

    /// Begins a path of dots `pen` tenths across: segments of no length with round ends, the shortest way to write them.
    pub(super) fn dots<'a>(&'a mut self, class: &'a str, pen: i32) -> Path<'a> {
        Path { svg: self, class, pen: Some(pen), at: (0, 0), begun: false }
    }

    /// Draws one straight line.
    pub(super) fn line(&mut self, class: &str, from: (i32, i32), to: (i32, i32)) {
        self.lines(class, [(from, to)]);
    }

    /// Draws straight lines as one path.
    pub(super) fn lines(&mut self, class: &str, lines: impl IntoIterator<Item = ((i32, i32), (i32, i32))>) {
        let mut path = self.path(class);
        for ((x, y), (to_x, to_y)) in lines {
            path.start(x, y);
            path.line(to_x, to_y);
        }
    }

    /// Draws a rectangle.
    pub(super) fn rect(&mut self, class: &str, x: i32, y: i32, width: i32, height: i32) {
        self.raw("<rect");
        self.paint("", class);
        self.attribute(" x=\"", x);
        self.attribute(" y=\"", y);
        self.attribute(" width=\"", width);
        self.attribute(" height=\"", height);
        self.raw("/>");
    }

    /// Fills a diamond around a centre, or a hexagon where that is wider than high.
    pub(super) fn diamond(&mut self, class: &str, x: i32, y: i32, half_width: i32, radius: i32) {
        let mut path = self.path(class);
        let slant = radius.min(half_width);
        path.start(x - half_width, y);
        path.line(x - half_width + slant, y - radius);
        path.line(x + half_width - slant, y - radius);
        path.line(x + half_width, y);
        path.line(x + half_width - slant, y + radius);
        path.line(x - half_width + slant, y + radius);
    }

    /// Writes a text with its anchor at a point on its baseline.
    pub(super) fn text(&mut self, class: &str, x: i32, y: i32, text: &str) {
        self.raw("<text");
        self.attribute(" x=\"", x);
        self.attribute(" y=\"", y);
        if !class.is_empty() {
            self.paint("", class);
        }
        // The halo is a stroke and must lie under the letters.
        self.raw(if class.contains("halo") { " paint-order=\"stroke\">" } else { ">" });
        escape(&mut self.out, text);
        self.raw("</text>");
    }

    /// Opens a group that assistive technology skips, whose class its texts inherit.
    pub(super) fn open_ticks(&mut self, class: &str) {
        self.raw("<g");
        if !class.is_empty() {
            self.paint("", class);
        }
        self.raw(" aria-hidden=\"true\">");
    }

    /// Closes the group.
    pub(super) fn close_ticks(&mut self) {
        self.raw("</g>");
    }

    /// The one place that says how an element looks; `standalone` reads classes back and puts colours in their place.
    fn paint(&mut self, prefix: &str, class: &str) {
        self.raw(" class=\"");
        self.raw(prefix);
        self.raw(class);
        self.raw("\"");
    }

    fn attribute(&mut self, open: &str, value: i32) {
        self.raw(open);
        tenths(&mut self.out, value);
        self.raw("\"");
    }

    fn reference(&mut self, letter: char, root: &Root) {
        self.out.push(letter);
        self.raw("-");
        escape(&mut self.out, root.id);
        self.raw(root.suffix);
    }

    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }
}

/// Path data in relative commands; the element ends when this is dropped.
pub(super) struct Path<'a> {
    svg: &'a mut Svg,
    class: &'a str,
    pen: Option<i32>,
    at: (i32, i32),
    begun: bool,
}

impl Path<'_> {
    /// Moves without drawing.
    pub(super) fn start(&mut self, x: i32, y: i32) {
        if self.begun {
            self.pair('m', x - self.at.0, y - self.at.1);
        } else {
            self.begun = true;
            self.svg.raw("<path");
            self.svg.paint("", self.class);
            if let Some(pen) = self.pen {
                self.svg.attribute(" stroke-width=\"", pen);
            }
            self.svg.raw(" d=\"");
            self.pair('M', x, y);
        }
        self.at = (x, y);
    }

    /// Draws a straight line to a point.
    pub(super) fn line(&mut self, x: i32, y: i32) {
        let (dx, dy) = (x - self.at.0, y - self.at.1);
        if dy == 0 {
            self.one('h', dx);
        } else if dx == 0 {
            self.one('v', dy);
        } else {
            self.pair('l', dx, dy);
        }
        self.at = (x, y);
    }

    /// Draws a dot.
    pub(super) fn dot(&mut self, x: i32, y: i32) {
        self.start(x, y);
        self.svg.raw("h0");
    }

    /// Draws a closed box from its left bottom corner upwards.
    pub(super) fn bar(&mut self, x: i32, bottom: i32, width: i32, height: i32) {
        self.start(x, bottom);
        self.one('v', -height);
        self.one('h', width);
        self.one('v', height);
        self.svg.raw("z");
    }

    fn one(&mut self, command: char, value: i32) {
        self.svg.out.push(command);
        tenths(&mut self.svg.out, value);
    }

    fn pair(&mut self, command: char, x: i32, y: i32) {
        self.one(command, x);
        if y >= 0 {
            self.svg.out.push(' ');
        }
        tenths(&mut self.svg.out, y);
    }
}

impl Drop for Path<'_> {
    fn drop(&mut self) {
        if self.begun {
            self.svg.raw("\"/>");
        }
    }
}

/// Appends tenths as the shortest decimal.
fn tenths(out: &mut String, value: i32) {
    if value < 0 {
        out.push('-');
    }
    let size = value.unsigned_abs();
    let (whole, tenth) = (size / 10, size % 10);
    if whole > 0 || tenth == 0 {
        integer(out, whole);
    }
    if tenth > 0 {
        out.push('.');
        integer(out, tenth);
    }
}

/// Appends a whole number in decimal.
pub(super) fn integer(out: &mut String, value: u32) {
    // Two digits at a time: most of a drawing is numbers.
    const PAIRS: &str = "0001020304050607080910111213141516171819\
                         2021222324252627282930313233343536373839\
                         4041424344454647484950515253545556575859\
                         6061626364656667686970717273747576777879\
                         8081828384858687888990919293949596979899";
    let low = (value % 100) as usize * 2;
    if value >= 100 {
        integer(out, value / 100);
    } else if value < 10 {
        out.push_str(&PAIRS[low + 1..low + 2]);
        return;
    }
    out.push_str(&PAIRS[low..low + 2]);
}

/// Appends text with markup escaped and with the characters left out that XML forbids or that reorder what follows.
fn escape(out: &mut String, text: &str) {
    // E2 begins the characters that reorder what follows.
    const BYTES: [bool; 256] = {
        let mut bytes = MARKUP;
        bytes[0xe2] = true;
        bytes
    };
    escape_by(out, text, &BYTES, |out, letter| match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\t' | '\n' | '\r' => out.push(' '),
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
        _ => out.push(letter),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: i32) -> String {
        let mut out = String::new();
        tenths(&mut out, value);
        out
    }

    #[test]
    fn tenths_are_shortest() {
        let pairs = [(0, "0"), (5, ".5"), (-5, "-.5"), (10, "1"), (-123, "-12.3"), (9600, "960")];
        for (value, text) in pairs {
            assert_eq!(written(value), text);
        }
        assert_eq!(written(i32::MIN), "-214748364.8");
    }

    #[test]
    fn paths_are_relative_and_empty_ones_leave_nothing() {
        let mut svg = Svg::hidden("x", 100, 100, 0);
        drop(svg.path("none"));
        {
            let mut path = svg.path("link");
            path.start(10, 20);
            path.line(30, 20);
            path.line(25, 10);
            path.line(25, 15);
            path.start(0, 0);
            path.line(1, 1);
        }
        assert_eq!(
            svg.close(),
            "<svg class=\"chart x\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">\
             <path class=\"link\" d=\"M1 2h2l-.5-1v.5m-2.5-1.5l.1 .1\"/></svg>"
        );
    }

    #[test]
    fn labels_cannot_leave_their_element() {
        let mut out = String::new();
        escape(&mut out, "</title>&\"\u{0}\u{1b}\u{202e}\u{fffe}a\tb\u{85}עברית🏃");
        assert_eq!(out, "&lt;/title&gt;&amp;&quot;a bעברית🏃");
    }
}
