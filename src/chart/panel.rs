//! A panel: a scale with what is drawn on it.

use super::Rule;
use super::days::DayRange;
use super::frame::{self, Frame};
use super::key::LineName;
use super::label::{self, Aside};
use super::layer::Layer;
use super::scale::{Linear, Time};
use super::series::Series;
use super::svg::Svg;
use super::words::Words;

/// A scale with what is drawn on it.
pub(super) struct Panel<'a> {
    /// Tenths from the bottom of the panel above, or from the top of the plot.
    pub gap: i32,
    pub height: i32,
    /// The value at the top.
    pub max: f64,
    /// The step of the numbers at the left; none where it is 0.
    pub step: f64,
    /// What stands above its left end, with its class.
    pub heading: Option<(&'static str, String)>,
    /// What stands above its right end on phones, with its class.
    pub aside: Option<(&'static str, String)>,
    /// What is said in its middle where nothing is known.
    pub empty: Option<String>,
    /// Days without a value: first and length.
    pub gaps: Vec<(i32, i32)>,
    pub rules: &'a [Rule],
    /// The unit of the rules.
    pub unit: &'a str,
    pub layers: Vec<Layer<'a>>,
    /// The names of lines, each with its class and the value that it stands at.
    pub labels: Vec<(String, &'static str, f64)>,
    /// How far labels beside it may rise above it.
    pub rise: i32,
    /// Whether the names of lines stand in the key of narrow drawings, as those of rules do.
    pub keyed: bool,
}

/// The days and the scale of a panel in a frame.
#[derive(Clone, Copy)]
pub(super) struct PlotArea<'a> {
    pub frame: &'a Frame,
    pub time: Time,
    pub scale: Linear,
}

impl PlotArea<'_> {
    /// Returns the baseline of what is said in the middle.
    fn middle(&self) -> i32 {
        i32::midpoint(self.scale.top, self.scale.bottom) + 50
    }

    /// Says in the middle why it is empty.
    pub(super) fn draw_empty(&self, svg: &mut Svg, text: &str) {
        svg.text("mid halo", i32::midpoint(self.frame.left, self.frame.right), self.middle(), text);
    }

    /// Hatches days without a value.
    ///
    /// The lines are steep, so that a narrow gap takes few of them; many gaps are hatched less densely, everywhere alike.
    fn hatch(&self, svg: &mut Svg, gaps: &[(i32, i32)]) {
        const LINES: i32 = 260;
        let Self { frame, time, scale: Linear { top, bottom, .. } } = *self;
        let spans = || gaps.iter().map(|&(from, days)| (time.edge(from), time.edge(from + days)));
        let lean = (bottom - top) / 4;
        let lines = |pitch: i32| spans().map(|(left, right)| (right - left + lean) / pitch).sum::<i32>();
        // Where most is unknown the lines would be all there is to see.
        let is_most = spans().map(|(left, right)| right - left).sum::<i32>() * 2 > frame.right - frame.left;
        let mut pitch = if is_most { 80 } else { 40 };
        while lines(pitch) > LINES && pitch < 4000 {
            pitch += 10;
        }
        let mut path = svg.path("hatch");
        for (left, right) in spans() {
            frame::stripes(&mut path, (left, top), (right, bottom), lean, pitch);
        }
    }

    /// Draws the lines of the rules that hold.
    pub(super) fn draw_rules(&self, svg: &mut Svg, rules: &[Rule]) {
        let Self { time, scale, .. } = self;
        let segments = frame::held(rules, time, scale.max)
            .map(|(rule, left)| ((left, scale.y(rule.value)), (time.right, scale.y(rule.value))));
        svg.lines("rule", segments);
    }
}

impl Default for Panel<'_> {
    fn default() -> Self {
        Self {
            gap: 0,
            height: 1600,
            max: 10.0,
            step: 2.0,
            heading: None,
            aside: None,
            empty: None,
            gaps: Vec::new(),
            rules: &[],
            unit: "",
            layers: Vec::new(),
            labels: Vec::new(),
            rise: 75,
            keyed: false,
        }
    }
}

impl<'a> Panel<'a> {
    /// A panel of daily scores, which says where there are none.
    pub(super) fn of_scores(words: Words<'_>, series: &'a Series<'_>, layers: Vec<Layer<'a>>) -> Self {
        let gaps = if series.logged == 0 { Vec::new() } else { series.gaps.clone() };
        Self { empty: series.empty(words), gaps, layers, ..Self::default() }
    }

    /// Draws what lies under the layers.
    pub(super) fn draw_ground(&self, svg: &mut Svg, words: Words<'_>, area: &PlotArea<'_>) {
        let PlotArea { frame, scale, .. } = area;
        if let Some((class, left)) = &self.heading {
            svg.text(class, frame.left, scale.top - 90, left);
            if let Some((class, text)) = self.aside.as_ref().filter(|_| !frame.beside) {
                let room = frame.right - frame.left - label::width(left, frame.em * 21 / 20) - 100;
                svg.text(&format!("{class} end"), frame.right, scale.top - 90, &label::shorten(text, frame.em, room));
            }
        }
        if self.step > 0.0 {
            frame.draw_values(svg, words, scale, self.step);
        }
        area.hatch(svg, &self.gaps);
        if let Some(text) = &self.empty {
            area.draw_empty(svg, text);
        }
    }

    /// Draws the rules and the layers.
    pub(super) fn draw_layers(&self, svg: &mut Svg, area: &PlotArea<'_>) {
        area.draw_rules(svg, self.rules);
        self.layers.iter().for_each(|layer| layer.draw(svg, area));
    }

    /// Draws the names of lines and rules beside the plot.
    pub(super) fn draw_labels(&self, svg: &mut Svg, words: Words<'_>, area: &PlotArea<'_>) {
        let PlotArea { frame, time, scale } = area;
        let own = self.labels.iter().map(|(text, class, value)| frame.label_at(scale.y(*value), class, text));
        let rules = frame::held(self.rules, time, scale.max);
        let rules = rules
            .map(|(rule, _)| frame.label_at(scale.y(rule.value), "", &words.rule(rule.value, self.unit, &rule.label)));
        let asides: Vec<Aside> = own.chain(rules).collect();
        frame.draw_asides(svg, asides, scale.top - self.rise, scale.bottom + 40);
    }

    /// Returns the same for the key of a narrow drawing.
    pub(super) fn key(&self, words: Words<'_>, area: &PlotArea<'_>) -> Vec<LineName> {
        let own = self.labels.iter().filter(|_| self.keyed);
        let own = own.map(|(text, class, _)| LineName { sample: "median", class, text: text.clone() });
        let rules = frame::held(self.rules, &area.time, area.scale.max);
        let rules = rules.map(|(rule, _)| LineName {
            sample: "rule",
            class: "",
            text: words.rule(rule.value, self.unit, &rule.label),
        });
        own.chain(rules).collect()
    }
}

/// Says the rules in full whose labels beside the plot are cut, each after a space.
pub(super) fn rules_in_full(words: Words<'_>, rules: &[Rule], days: DayRange) -> String {
    let mut out = String::new();
    for (rule, _) in frame::held(rules, &days.time(&Frame::WIDE), 10.0) {
        let text = words.rule(rule.value, "", &rule.label);
        if !label::is_whole(&Frame::WIDE.label_at(0, "", &text).lines) {
            out.push(' ');
            out += &words.say("chart-dashed-line", &[("line", text.into())]);
        }
    }
    out
}
