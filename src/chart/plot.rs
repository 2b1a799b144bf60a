//! A chart as a value: kinds say what is drawn in a frame, and this draws it.
//!
//! Panels stand one above the other on the same days. Bands lie behind everything; then come a panel's numbers and hatching,
//! the lines of milestones, its layers in their order, and labels on top, so that no kind has to know in which order that
//! is right.

use super::axis;
use super::bands::{self, Phases};
use super::days::DayRange;
use super::frame::Frame;
use super::key::{self, PlotKey};
use super::label;
use super::marks::{self, Link, Marks};
use super::panel::{Panel, PlotArea};
use super::scale::Linear;
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Band, Figure, Note, Table};

/// A kind of chart with its numbers: what it says, and what is drawn in a frame.
pub(super) trait Kind {
    /// The accessible name.
    fn title(&self) -> String;
    /// The finding in at most twelve words, without coverage; what it shows where there is none to say.
    fn heading(&self) -> String {
        self.title()
    }
    /// One sentence with the finding and what it rests on.
    fn say(&self) -> String;
    /// How to read it.
    fn how(&self) -> String;
    /// The long description, which holds the finding.
    fn desc(&self, say: String) -> String;
    /// The numbers; none for a chart that stands beside the page which has them.
    fn table(&self) -> Table {
        Table::default()
    }
    /// Whether the numbers stand open above the drawing.
    fn table_first(&self) -> bool {
        false
    }
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
    Own(i32, Box<dyn Fn(&mut Svg) + 'a>),
}

/// Panels over the same days.
pub(super) struct Plot<'a> {
    pub words: Words<'a>,
    pub days: DayRange,
    /// Where the first panel may begin at the earliest, below the names of phases and the marks of milestones.
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
    /// Without names, behind each panel.
    Each,
}

impl<'a> Plot<'a> {
    /// A plot of some days with an axis below and nothing else.
    pub(super) fn new(words: Words<'a>, days: DayRange, panels: Vec<Panel<'a>>) -> Self {
        let names = (Vec::new(), 0);
        Self { words, days, top: 0, bands: &[], behind: Behind::Named, marks: &[], names, panels, below: None }
    }

    /// Lays it out in a frame.
    pub(super) fn lay_out<'p>(&'p self, frame: &'p Frame) -> LaidOut<'p> {
        let time = self.days.time(frame);
        let is_named = matches!(self.behind, Behind::Named | Behind::Through);
        let phases = bands::lay_out(if is_named { self.bands } else { &[] }, frame, &time);
        let marks = marks::lay_out(self.marks, frame, &time);
        let mut bottom = (phases.height + marks.height()).max(self.top);
        let areas = self.panels.iter().map(|panel| {
            let top = bottom + panel.gap;
            bottom = top + panel.height;
            PlotArea { frame, time, scale: Linear { max: panel.max, top, bottom } }
        });
        let areas: Vec<PlotArea<'p>> = areas.collect();
        let key = |(panel, area): (&Panel<'_>, &PlotArea<'_>)| panel.key(self.words, area);
        let lines = self.panels.iter().zip(&areas).filter(|_| !frame.beside).flat_map(key);
        LaidOut { key: key::lay_out(lines, frame), areas, plot: self, frame, phases, marks }
    }
}

/// A plot that is laid out in a frame.
pub(super) struct LaidOut<'p> {
    plot: &'p Plot<'p>,
    frame: &'p Frame,
    phases: Phases<'p>,
    marks: Marks<'p>,
    areas: Vec<PlotArea<'p>>,
    /// What the lines are, where that can't stand beside them.
    key: PlotKey,
}

impl LaidOut<'_> {
    /// Returns where the first panel begins and where the last ends.
    fn ends(&self) -> (i32, i32) {
        let first = self.areas.first().map_or(0, |area| area.scale.top);
        (first, self.areas.last().map_or(first, |area| area.scale.bottom))
    }

    /// Returns where it ends with what stands below its days.
    pub(super) fn height(&self) -> i32 {
        self.ends().1 + self.below() + self.key.height(self.frame)
    }

    /// Returns how high the days below it are.
    fn below(&self) -> i32 {
        self.plot.below.unwrap_or(axis::DEPTH)
    }

    /// Draws it.
    pub(super) fn draw(&self, svg: &mut Svg) {
        let Plot { words, bands, behind, .. } = *self.plot;
        let (top, bottom) = self.ends();
        let panels = || self.plot.panels.iter().zip(&self.areas);
        let first = self.areas.first().map_or(bottom, |area| area.scale.bottom);
        match behind {
            Behind::Through => self.phases.draw(svg, self.frame, bottom),
            Behind::Named => self.phases.draw(svg, self.frame, first),
            Behind::Each => {}
        }
        for area in self.areas.iter().skip(usize::from(behind == Behind::Named)) {
            if matches!(behind, Behind::Named | Behind::Each) {
                bands::fill(svg, bands, &area.time, area.scale.top, area.scale.bottom);
            }
        }
        panels().for_each(|(panel, area)| panel.draw_ground(svg, words, area));
        self.draw_names(svg);
        self.marks.draw_lines(svg, top, bottom);
        panels().for_each(|(panel, area)| panel.draw_layers(svg, area));
        if let (None, Some(last)) = (self.plot.below, self.areas.last()) {
            axis::draw(svg, words, last, self.plot.days.week_start);
        }
        self.marks.draw(svg, self.frame, top);
        if self.frame.beside {
            panels().for_each(|(panel, area)| panel.draw_labels(svg, words, area));
        }
        self.key.draw(svg, self.frame, bottom + self.below());
    }

    /// Returns the places that lead to entries.
    fn links(&self) -> Vec<Link<'_>> {
        self.marks.links(self.plot.words, self.frame, self.ends().0)
    }

    /// Returns the numbers of the milestones that it shows.
    fn numbered(&self) -> Vec<usize> {
        self.marks.numbered().collect()
    }

    /// Draws the names above the plot.
    fn draw_names(&self, svg: &mut Svg) {
        let (names, apart) = &self.plot.names;
        let mut right = self.frame.right;
        for (class, name) in names {
            svg.text(&format!("{class} end"), right, 150, name);
            right -= label::width(name, self.frame.em * 21 / 20) + apart;
        }
    }
}

/// Draws a kind in both frames and gathers its words.
pub(super) fn figure(kind: &dyn Kind, id: &str) -> Figure {
    let (title, say) = (kind.title(), kind.say());
    let desc = kind.desc(say.clone());
    let [(wide, in_wide), (narrow, in_narrow)] = kind.frames().map(|frame| {
        let Frame { kind: class, width, suffix, .. } = frame;
        let draw = |height, links: &[Link<'_>], draw: &dyn Fn(&mut Svg)| {
            let linked = !links.is_empty();
            let root = Root { kind: class, width, height, id, suffix, title: &title, desc: &desc };
            let mut svg = if linked { Svg::open_linked(&root, 8192) } else { Svg::open(&root, 8192) };
            draw(&mut svg);
            if linked {
                svg.lead_on(links);
            }
            svg.close()
        };
        match kind.drawing(&frame) {
            Drawing::Plot(plot) => {
                let plot = plot.lay_out(&frame);
                (draw(plot.height(), &plot.links(), &|svg| plot.draw(svg)), plot.numbered())
            }
            Drawing::Own(height, own) => (draw(height, &[], &*own), Vec::new()),
        }
    });
    let (notes, table, table_first) = (kind.notes(), kind.table(), kind.table_first());
    let numbered = [in_wide, in_narrow];
    Figure { heading: kind.heading(), say, how: kind.how(), wide, narrow, notes, numbered, table, table_first }
}
