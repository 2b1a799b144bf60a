//! A ladder that the writer typed, climbed session by session by the days' verdicts.

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::heading;
use crate::chart::layer::Layer;
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::scale::{Linear, count, day_number, index};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Table, label};
use crate::entry::Entry;
use crate::fields::{Fields, Value};
use crate::journal::metrics::ladder::climb;
use crate::journal::metrics::verdict::Verdict;
use jiff::civil::Date;

/// The most levels that a ladder may have.
const LEVELS: usize = 40;

/// What a ladder takes.
#[derive(Debug, Default)]
pub struct Options {
    /// The names of its levels, from the lowest.
    levels: Vec<String>,
    /// Green days in a row that lead one level up.
    times: usize,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        if !fields.has("levels") {
            let hint = "write them from the lowest up, such as `levels: [4 walk / 1 run, 3 walk / 2 run, 20 min run]`";
            fields.itself().error::<()>("missing-key", "a ladder needs its levels".to_owned(), hint);
        }
        let times = fields.read("times", Value::whole).and_then(|times| usize::try_from(times).ok());
        Self { levels: fields.get("levels").map(levels).unwrap_or_default(), times: times.unwrap_or(2) }
    }
}

fn levels(value: Value<'_>) -> Vec<String> {
    let levels: Vec<String> = value.items().into_iter().filter_map(Value::text).collect();
    if levels.is_empty() || levels.len() > LEVELS {
        let message = format!("levels is a list of 1 to {LEVELS} names, found {}", levels.len());
        value.error::<()>("out-of-range", message, "");
    }
    levels
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        plot::figure(&LadderChart::new(scope, self), id)
    }
}

/// Whether an entry tells of a run, a walk-run or a race that took place.
fn has_run(entry: &Entry) -> bool {
    let ran = entry.sessions.iter().any(|session| !session.planned && session.kind.is_running());
    ran || entry.mileage.is_some_and(|metres| metres.0 > 0)
}

/// A ladder and how it was climbed.
struct LadderChart<'a> {
    words: Words<'a>,
    /// The days from the first session to the last.
    days: DayRange,
    levels: &'a [String],
    times: usize,
    /// The sessions, by day: those with a run.
    climbs: Vec<Climb>,
    /// Whose rule tells good from bad; without one the levels stand as they were typed, and no session on them.
    rule: Option<String>,
}

/// A session on a ladder.
#[derive(Clone, Copy)]
struct Climb {
    day: Date,
    outcome: Verdict,
    /// The level it was done on, from 1, and the one that follows from it.
    at: i32,
    then: i32,
}

/// The outcomes in the order of words.
const OUTCOMES: [Verdict; 5] = [Verdict::Green, Verdict::Amber, Verdict::Red, Verdict::Grey, Verdict::Said];

impl<'a> LadderChart<'a> {
    fn new(scope: &Scope<'a>, options: &'a Options) -> Self {
        let (config, language, shown) = (scope.source.config, scope.source.language, &scope.shown);
        let mut days: Vec<Date> = scope.entries().filter(|(_, entry)| has_run(entry)).map(|(date, _)| date).collect();
        days.dedup();
        // Before a rule was set nobody says which session leads up.
        days.retain(|day| config.rule_on(*day).is_some());
        let judged = |date: &Date| shown.days[shown.index(*date)?].judged;
        let verdict = |date: &Date| judged(date).map_or(Verdict::Grey, |judged| judged.verdict);
        let rungs = climb(days.iter().map(verdict), options.times, options.levels.len());
        let mut at = 1;
        let climbs = days.iter().zip(&rungs).map(|(day, rung)| {
            let then = count(rung.level);
            Climb { day: *day, outcome: verdict(day), at: std::mem::replace(&mut at, then), then }
        });
        let climbs: Vec<Climb> = climbs.collect();
        let rule = config.rule_on(shown.last()).map(|rule| match (rule.provenance.as_str(), rule.preset) {
            ("", "custom") => language.words.word("chart-ladder-own"),
            ("", preset) => language.words.say("chart-ladder-default", &[("preset", preset.into())]),
            (whose, _) => language.words.say("chart-ladder-whose", &[("whose", whose.trim().into())]),
        });
        let first = days.first().copied().unwrap_or(shown.first);
        let n = days.last().map_or(0, |last| day_number(*last) - day_number(first) + 1);
        Self {
            words: Words::of(language),
            days: DayRange::new(first, index(n), config.week_start),
            levels: &options.levels,
            times: options.times,
            climbs,
            rule,
        }
    }

    fn top(&self) -> i32 {
        count(self.levels.len()).max(1)
    }

    fn name(&self, level: i32) -> &str {
        self.levels.get(index(level - 1)).map_or("", |name| name.trim())
    }

    /// Returns where a session stands: its day, or the middle of its stretch of days where there are too many.
    fn x(&self, PlotArea { frame, time, .. }: &PlotArea<'_>, climb: &Climb) -> i32 {
        let day = day_number(climb.day) - self.days.first;
        let bin = count(frame.bin(index(self.days.n)));
        if bin <= 1 {
            return time.centre(day);
        }
        let from = day / bin * bin;
        i32::midpoint(time.edge(from), time.edge((from + bin).min(self.days.n)))
    }

    fn draw_ladder(&self, svg: &mut Svg, area: &PlotArea<'_>, pitch: i32) {
        let PlotArea { frame, scale, .. } = area;
        let segments = (1..=self.top())
            .map(|level| ((frame.left, scale.y(f64::from(level - 1))), (frame.right, scale.y(f64::from(level - 1)))));
        svg.lines("grid", segments);
        self.draw_steps(svg, area);
        self.draw_names(svg, area, pitch);
        // What is rare lies on what is common.
        for outcome in [Verdict::Green, Verdict::Grey, Verdict::Amber, Verdict::Red, Verdict::Said] {
            self.draw_outcomes(svg, area, outcome);
        }
    }

    /// Draws the line of levels: along the level until the session that leads off it, then straight up or down.
    fn draw_steps(&self, svg: &mut Svg, area: &PlotArea<'_>) {
        let mut path = svg.path("step");
        let mut at = None;
        for climb in &self.climbs {
            let x = self.x(area, climb);
            for level in [climb.at, climb.then] {
                let y = area.scale.y(f64::from(level - 1));
                match at {
                    None => path.start(x, y),
                    Some(at) if at == (x, y) => continue,
                    Some((_, before)) => {
                        path.line(x, before);
                        if before != y {
                            path.line(x, y);
                        }
                    }
                }
                at = Some((x, y));
            }
        }
    }

    fn draw_names(&self, svg: &mut Svg, PlotArea { frame, scale, .. }: &PlotArea<'_>, pitch: i32) {
        // Of levels nearer to each other than their names are high, only some are named here; the table has all.
        let every = (frame.line + 20 + pitch - 1) / pitch;
        for level in (1..=self.top()).step_by(index(every.max(1))) {
            let y = scale.y(f64::from(level - 1));
            if frame.beside {
                let text = label::shorten(self.name(level), frame.em, frame.left - 80);
                svg.text("end", frame.left - 80, y + 47, &text);
            } else {
                let text = label::shorten(self.name(level), frame.em, frame.right - frame.left);
                svg.text("halo", frame.left, y - 75, &text);
            }
        }
    }

    fn draw_outcomes(&self, svg: &mut Svg, area: &PlotArea<'_>, outcome: Verdict) {
        let ours = self.climbs.iter().filter(|climb| climb.outcome == outcome);
        let mut places: Vec<(i32, i32)> =
            ours.map(|climb| (self.x(area, climb), area.scale.y(f64::from(climb.at - 1)))).collect();
        places.dedup();
        let half = if Frame::WIDE.bin(index(self.days.n)) > 1 {
            // Marks of one stretch of days lie over each other at different heights, so that none hides another.
            let rise = match outcome {
                Verdict::Green => -60,
                Verdict::Amber => -20,
                Verdict::Red | Verdict::Said => 20,
                Verdict::Grey => 60,
            };
            places.iter_mut().for_each(|(_, y)| *y += rise);
            16
        } else if self.climbs.len() > 80 {
            34
        } else {
            46
        };
        let mut dots = |class, pen| {
            let mut path = svg.dots(class, pen);
            places.iter().for_each(|&(x, y)| path.dot(x, y));
        };
        match outcome {
            Verdict::Green => dots("green", half * 2 + 10),
            Verdict::Grey => {
                dots("grey", half * 2 + 10);
                dots("hole", (half * 2 - 24).max(14));
            }
            Verdict::Amber => {
                let mut path = svg.path("amber");
                for (x, y) in places {
                    path.start(x - half * 5 / 4, y + half);
                    path.line(x, y - half * 5 / 4);
                    path.line(x + half * 5 / 4, y + half);
                }
            }
            Verdict::Red => {
                let mut path = svg.path("red");
                places.iter().for_each(|&(x, y)| path.bar(x - half, y + half, half * 2, half * 2));
            }
            Verdict::Said => {
                let mut path = svg.path("told");
                for (x, y) in places {
                    path.start(x, y - half * 4 / 3);
                    path.line(x + half * 4 / 3, y);
                    path.line(x, y + half * 4 / 3);
                    path.line(x - half * 4 / 3, y);
                }
            }
        }
    }

    fn said(&self, level: i32) -> String {
        let of = [("level", self.words.n(level)), ("of", self.words.n(self.top()))];
        let of = self.words.say("chart-ladder-level", &of);
        let name = self.name(level);
        if name.is_empty() { of } else { format!("{of}, {name}") }
    }
}

impl Kind for LadderChart<'_> {
    /// A gutter wide enough for the levels' names.
    fn frames(&self) -> [Frame; 2] {
        let wide = Frame::WIDE;
        let widest = self.levels.iter().map(|name| label::width(name.trim(), wide.em)).max().unwrap_or(0);
        [Frame { left: (widest + 120).clamp(300, 2400), right: 9300, ..wide }, Frame::NARROW]
    }

    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let pitch = (8400 / self.top()).clamp(40, if frame.beside { 260 } else { 340 });
        let height = pitch * (self.top() - 1) + 140;
        let nothing = self.climbs.is_empty();
        let draw = move |svg: &mut Svg, all: &PlotArea<'_>| {
            let Linear { top, bottom, .. } = all.scale;
            let scale = Linear { max: f64::from(self.top() - 1), top, bottom: bottom - 140 };
            self.draw_ladder(svg, &PlotArea { scale, ..*all }, pitch);
            if nothing {
                let (x, text) = (i32::midpoint(frame.left, frame.right), self.words.word("chart-ladder-nothing"));
                svg.text("mid halo", x, bottom + 190, &text);
            }
        };
        let layers = vec![Layer::Own(Box::new(draw)), Layer::Floor];
        let panel = Panel { height, step: 0.0, layers, ..Panel::default() };
        let top = if frame.beside { 160 } else { 330 };
        let below = nothing.then_some(crate::chart::axis::DEPTH);
        Drawing::Plot(Plot { top, below, ..Plot::new(self.words, self.days, vec![panel]) })
    }

    fn title(&self) -> String {
        if self.climbs.is_empty() {
            return self.words.word("chart-ladder-no-session");
        }
        self.words.say("chart-ladder-title", &[("span", self.days.span(self.words).into())])
    }

    fn heading(&self) -> String {
        let words = self.words;
        let Some(now) = self.climbs.last().map(|climb| climb.then) else { return words.word("chart-ladder-nothing") };
        let name = heading::brief(self.name(now), 8);
        let level = words.n(now);
        match name.is_empty() {
            true => words.say("chart-head-level", &[("level", level)]),
            false => words.say("chart-head-level-named", &[("level", level), ("name", name.into())]),
        }
    }

    fn say(&self) -> String {
        let words = self.words;
        let Some(now) = self.climbs.last().map(|climb| climb.then) else {
            return words.word(if self.rule.is_some() { "chart-ladder-none" } else { "chart-ladder-no-rule" });
        };
        let highest = self.climbs.iter().map(|climb| climb.then).max().unwrap_or(now);
        let falls = self.climbs.iter().filter(|climb| climb.then < climb.at).count();
        let args = [("n", words.n(count(self.climbs.len()))), ("level", self.said(now).into())];
        let mut parts = vec![words.say("chart-ladder-say", &args)];
        if highest > now {
            parts.push(words.say("chart-ladder-highest", &[("level", words.n(highest))]));
        }
        if falls > 0 {
            parts.push(words.say("chart-ladder-falls", &[("n", falls.into())]));
        }
        parts.join("; ") + "."
    }

    fn how(&self) -> String {
        let words = self.words;
        let mut out = vec![words.word("chart-ladder-how")];
        let n = |outcome: &Verdict| self.climbs.iter().filter(|climb| climb.outcome == *outcome).count();
        let counts = OUTCOMES.iter().filter(|outcome| n(outcome) > 0);
        let counts = counts.map(|outcome| format!("{} {} {}", outcome.shape(), words.word(name(*outcome)), n(outcome)));
        let counts: Vec<String> = counts.collect();
        let Some(rule) = &self.rule else { return out.join(" ") };
        if !counts.is_empty() {
            let args = [("rule", rule.trim().into()), ("counts", counts.join(", ").into())];
            out.push(words.say("chart-ladder-counts", &args));
        }
        out.push(words.say("chart-ladder-rule", &[("times", self.times.into())]));
        let [bin, narrow] = self.days.bins();
        if bin > 1 {
            out.push(words.say("chart-ladder-bins", &[("bin", bin.into()), ("narrow", narrow.into())]));
        }
        out.join(" ")
    }

    fn desc(&self, say: String) -> String {
        let args = [
            ("levels", self.words.n(self.top())),
            ("title", self.title().into()),
            ("say", say.into()),
            ("how", self.how().into()),
        ];
        self.words.say("chart-ladder-desc", &args)
    }

    fn table(&self) -> Table {
        let words = self.words;
        let head = |ids: &[&str]| ids.iter().map(|id| words.word(id)).collect();
        let level = |level: i32| format!("{level} {}", self.name(level)).trim_end().to_owned();
        if self.climbs.len() <= 60 {
            let row = |climb: &Climb| {
                vec![words.short(climb.day), level(climb.at), words.word(name(climb.outcome)), level(climb.then)]
            };
            let head = head(&["day", "chart-level", "chart-outcome", "chart-then"]);
            return Table { caption: self.title(), head, rows: self.climbs.iter().map(row).collect() };
        }
        let week = |climb: &Climb| self.days.week_of(climb.day);
        let rows = self.climbs.chunk_by(|a, b| week(a) == week(b)).map(|climbs| {
            let times = |outcome| words.whole(count(climbs.iter().filter(|climb| climb.outcome == outcome).count()));
            let mut row = vec![self.days.week_name(words, week(&climbs[0])), words.whole(count(climbs.len()))];
            row.extend(OUTCOMES.map(times));
            row.push(climbs.last().map_or_else(String::new, |last| level(last.then)));
            row
        });
        let names = [
            "chart-week-of",
            "sessions",
            "chart-head-green",
            "chart-head-amber",
            "chart-head-red",
            "chart-head-grey",
            "chart-head-said",
            "chart-then",
        ];
        Table {
            caption: words.say("chart-by-week-after", &[("title", self.title().into())]),
            head: head(&names),
            rows: rows.collect(),
        }
    }
}

/// Returns the message that names an outcome.
fn name(outcome: Verdict) -> &'static str {
    match outcome {
        Verdict::Green => "chart-green",
        Verdict::Amber => "chart-amber",
        Verdict::Red => "chart-red",
        Verdict::Grey => "chart-grey",
        Verdict::Said => "chart-said",
    }
}
