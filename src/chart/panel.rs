//! A panel: a scale with what is drawn on it.

use super::Rule;
use super::days::DayRange;
use super::frame::{self, Frame};
use super::label::{self, Area, Aside};
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
    /// Where labels stand on phones, where nothing stands beside the plot.
    pub on_plot: OnPlot<'a>,
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
        let lean = (bottom - top) / 3;
        let lines = |pitch: i32| spans().map(|(left, right)| (right - left + lean) / pitch).sum::<i32>();
        let mut pitch = if frame.beside { 60 } else { 50 };
        // Where most is unknown the lines would be all there is to see.
        if spans().map(|(left, right)| right - left).sum::<i32>() * 2 > frame.right - frame.left {
            pitch *= 2;
        }
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

/// Where labels stand on a plot.
#[derive(Clone, Copy)]
pub(super) enum OnPlot<'a> {
    /// Those of rules alone, in the first place that no other label has.
    Free,
    /// Those of rules at their ends, and nowhere else.
    AtEnds,
    /// Those of rules and lines, where they cover the fewest days of a series.
    Clear(&'a Series<'a>),
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
            on_plot: OnPlot::Free,
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

    /// Draws the names of lines and rules, beside the plot where there is room.
    pub(super) fn draw_labels(&self, svg: &mut Svg, words: Words<'_>, area: &PlotArea<'_>) {
        let PlotArea { frame, time, scale } = area;
        let rules = frame::held(self.rules, time, scale.max).map(|(rule, left)| Label {
            text: words.rule(rule.value, self.unit, &rule.label),
            class: "",
            y: scale.y(rule.value),
            left,
        });
        let own = self.labels.iter().map(|(text, class, value)| Label {
            text: text.clone(),
            class,
            y: scale.y(*value),
            left: frame.left,
        });
        if frame.beside {
            let asides: Vec<Aside> =
                own.chain(rules).map(|label| frame.label_at(label.y, label.class, &label.text)).collect();
            frame.draw_asides(svg, asides, scale.top - self.rise, scale.bottom + 40);
            return;
        }
        let mut taken: Vec<Area> = Vec::new();
        if let Some(text) = &self.empty {
            let half = label::width(text, frame.em) / 2;
            taken.push(Area::of(i32::midpoint(frame.left, frame.right) - half, area.middle(), half * 2, frame.em));
        }
        let own = own.filter(|_| matches!(self.on_plot, OnPlot::Clear(_)));
        rules.chain(own).for_each(|label| self.place(svg, area, &mut taken, label));
    }

    /// Draws a label in the best place that no other has taken, or not at all.
    fn place(&self, svg: &mut Svg, area: &PlotArea<'_>, taken: &mut Vec<Area>, label: Label) {
        let PlotArea { frame, time, scale } = area;
        let Label { text, class, y, left } = label;
        let series = if let OnPlot::Clear(series) = self.on_plot { Some(series) } else { None };
        // What is kept free at both ends and above.
        let (ends, above) = if matches!(self.on_plot, OnPlot::AtEnds) { (40, 109) } else { (80, 30) };
        let text = label::shorten(&text, frame.em, frame.right - frame.left - ends);
        let width =
            label::width(&text, if matches!(self.on_plot, OnPlot::Free) { frame.em * 21 / 20 } else { frame.em });
        let right = frame.right - width;
        let places = match self.on_plot {
            OnPlot::AtEnds => vec![(right - 10, y - 50), (frame.left + 30, y - 50), (right - 10, y + 140)],
            OnPlot::Free | OnPlot::Clear(_) => {
                let left = if series.is_some() { left } else { frame.left };
                let rows = [-55, 145, -225, 315, -395, 485, -565, 655, -735].into_iter();
                rows.flat_map(|row| [(right - 20, y + row), (left + 40, y + row)]).collect()
            }
        };
        let areas = places.into_iter().map(|(x, baseline)| (x, baseline, Area::of(x, baseline, width, frame.em)));
        let allowed = areas.filter(|(x, baseline, area)| {
            let inside = area.top >= scale.top - above && *baseline <= scale.bottom - 31 && *x >= frame.left;
            inside && (series.is_none() || area.right <= frame.right) && !taken.iter().any(|other| other.meets(area))
        });
        let best = allowed.min_by_key(|(_, baseline, area)| {
            let covered = series.map_or(0, |series| series.covered(time, scale, area));
            (covered * 400 + (baseline - y).abs(), *baseline)
        });
        if let Some((x, baseline, area)) = best.filter(|_| !text.is_empty()) {
            svg.text(format!("{class} halo").trim_start(), x, baseline, &text);
            taken.push(area);
        }
    }
}

/// A label that is to stand at a height, or near it.
struct Label {
    text: String,
    class: &'static str,
    y: i32,
    /// Where what it names begins.
    left: i32,
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
