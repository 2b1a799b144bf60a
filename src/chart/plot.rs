//! A chart as a value: kinds say what is drawn in a frame, and this draws it.
//!
//! Panels stand one above the other on the same days. Bands lie behind everything; then come a panel's numbers and hatching,
//! the lines of milestones, its layers in their order, and labels on top, so that no kind has to know in which order that
//! is right.

use super::axis;
use super::bands;
use super::days::DayRange;
use super::frame::Frame;
use super::label;
use super::marks;
use super::panel::Panel;
use super::scale::Linear;
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Band, Figure, Note, Table};

/// A kind of chart with its numbers: what it says, and what is drawn in a frame.
pub(super) trait Kind {
    /// The accessible name.
    fn title(&self) -> String;
    /// One sentence with the finding.
    fn say(&self) -> String;
    /// How to read it.
    fn how(&self) -> String;
    /// The long description, which holds the finding.
    fn desc(&self, say: String) -> String;
    /// The numbers.
    fn table(&self) -> Table;
    /// The numbered milestones, or whatever else is listed below.
    fn notes(&self) -> Vec<Note> {
        Vec::new()
    }
    /// The wide frame and the narrow one.
    fn frames(&self) -> [Frame; 2] {
        [Frame::WIDE, Frame::NARROW]
    }
    /// What is drawn.
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a>;
}

/// What is drawn in a frame.
pub(super) enum Drawing<'a> {
    /// Panels over the same days.
    Plot(Plot<'a>),
    /// Anything else: how high it is, and what draws it.
    Own(i32, Box<dyn FnOnce(&mut Svg) + 'a>),
}

/// Panels over the same days.
pub(super) struct Plot<'a> {
    pub words: Words<'a>,
    pub days: DayRange,
    /// Where the first panel may begin at the earliest, below the names of phases and the discs of milestones.
    pub top: i32,
    pub bands: &'a [Band],
    /// How the bands are drawn.
    pub behind: Behind,
    pub marks: &'a [Note],
    /// Names above the plot from the right, each with its class, and how far they stand apart.
    pub names: (Vec<(&'static str, String)>, i32),
    pub panels: Vec<Panel<'a>>,
    /// What stands below the days: their axis, or so much room for what a layer draws there.
    pub below: Option<i32>,
}

/// How bands are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// With their names above, down to the bottom of the first panel, and again behind the others.
    Named,
    /// With their names above, behind all panels and what lies between them.
    Through,
    /// Without names, behind all panels and up to this height.
    Plain(i32),
    /// Without names, behind each panel.
    Each,
}

impl<'a> Plot<'a> {
    /// A plot of some days with an axis below and nothing else.
    pub(super) fn new(words: Words<'a>, days: DayRange, panels: Vec<Panel<'a>>) -> Self {
        let names = (Vec::new(), 0);
        Self { words, days, top: 0, bands: &[], behind: Behind::Named, marks: &[], names, panels, below: None }
    }

    fn draw(&self, frame: &Frame, open: impl FnOnce(i32) -> Svg) -> String {
        let time = self.days.time(frame);
        let is_named = matches!(self.behind, Behind::Named | Behind::Through);
        let phases = bands::lay_out(if is_named { self.bands } else { &[] }, frame, &time);
        let marks = marks::lay_out(self.marks, frame, &time);
        let mut at = (phases.height + marks.height()).max(self.top);
        let scales: Vec<Linear> = self.panels.iter().map(|panel| panel.scale(&mut at)).collect();
        let (top, bottom) = (scales.first().map_or(at, |scale| scale.top), at);
        let mut svg = open(bottom + self.below.unwrap_or(axis::DEPTH));
        match self.behind {
            Behind::Plain(from) => bands::fill(&mut svg, self.bands, &time, from, bottom),
            Behind::Through => phases.draw(&mut svg, frame, bottom),
            Behind::Named => phases.draw(&mut svg, frame, scales.first().map_or(at, |scale| scale.bottom)),
            Behind::Each => {}
        }
        let first = usize::from(self.behind == Behind::Named);
        if matches!(self.behind, Behind::Named | Behind::Each) {
            for scale in scales.iter().skip(first) {
                bands::fill(&mut svg, self.bands, &time, scale.top, scale.bottom);
            }
        }
        let panels = || self.panels.iter().zip(&scales);
        panels().for_each(|(panel, scale)| panel.draw_ground(&mut svg, self.words, frame, &time, scale));
        self.draw_names(&mut svg, frame);
        marks.draw_stones(&mut svg, top, bottom);
        panels().for_each(|(panel, scale)| panel.draw_layers(&mut svg, frame, &time, scale));
        if self.below.is_none() {
            axis::draw(&mut svg, self.words, frame, &time, bottom, self.days.week_start);
        }
        marks.draw_discs(&mut svg, frame, top);
        panels().for_each(|(panel, scale)| panel.draw_labels(&mut svg, self.words, frame, &time, scale));
        svg.close()
    }

    /// Draws the names above the plot.
    fn draw_names(&self, svg: &mut Svg, frame: &Frame) {
        let mut right = frame.right;
        for (class, name) in &self.names.0 {
            svg.text(&format!("{class} end"), right, 150, name);
            right -= label::width(name, frame.em * 21 / 20) + self.names.1;
        }
    }
}

/// Draws a kind in both frames and gathers its words.
pub(super) fn figure(kind: &dyn Kind, id: &str) -> Figure {
    let (title, say) = (kind.title(), kind.say());
    let desc = kind.desc(say.clone());
    let [wide, narrow] = kind.frames().map(|frame| {
        let Frame { kind: class, width, suffix, .. } = frame;
        let root = |height| Root { kind: class, width, height, id, suffix, title: &title, desc: &desc };
        let open = |height| Svg::open(&root(height), 8192);
        match kind.drawing(&frame) {
            Drawing::Plot(plot) => plot.draw(&frame, open),
            Drawing::Own(height, draw) => {
                let mut svg = open(height);
                draw(&mut svg);
                svg.close()
            }
        }
    });
    Figure { say, how: kind.how(), wide, narrow, notes: kind.notes(), table: kind.table() }
}
