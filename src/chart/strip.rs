//! The four points of a session: pain before, during, after and the next day.

use super::frame::Frame;
use super::scale::Linear;
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Rule, label};
use crate::language::{Arg, Language};
use crate::units::Score;

/// The four scores of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Strip {
    /// Pain before, during, after and the next day, none where it was not noted.
    pub points: [Option<Score>; 4],
}

/// The names of the points.
pub(super) const NAMES: [&str; 4] = ["chart-before", "chart-during", "chart-after", "chart-next-day"];

/// Returns the accessible name: what the four points are.
#[must_use]
pub fn name(strip: &Strip, language: &Language) -> String {
    let words = Words::of(language);
    let point = |at: usize| match strip.points[at] {
        Some(score) => Arg::from(language.numbers.typed(score)),
        None => words.word("chart-strip-unknown").into(),
    };
    words.say("chart-strip", &[("before", point(0)), ("during", point(1)), ("after", point(2)), ("next", point(3))])
}

/// Draws the small strip of lists, 136 by 46.
#[must_use]
pub fn small(strip: &Strip, language: &Language, id: &str) -> String {
    const PLACES: [i32; 4] = [120, 480, 840, 1240];
    let root =
        Root { kind: "strip", width: 1360, height: 460, id, suffix: "", title: &name(strip, language), desc: "" };
    let mut svg = Svg::open(&root, 900);
    svg.lines("grid", [((0, 275), (1360, 275)), ((1040, 20), (1040, 320))]);
    draw_points(&mut svg, strip, &PLACES, &Linear { max: 10.0, top: 50, bottom: 270 }, 64);
    let mut text = String::with_capacity(4);
    for (at, (&x, &point)) in PLACES.iter().zip(&strip.points).enumerate() {
        svg.text("mid", x, 430, shown(Words::of(language), &mut text, at, point, false));
    }
    svg.close()
}

/// The height of the large strip: the story begins on a phone's first screen below it.
const LARGE: i32 = 920;

/// Draws the large strip of an entry, wide and narrow.
#[must_use]
pub fn large(strip: &Strip, rules: &[Rule], language: &Language, id: &str) -> (String, String) {
    let words = Words::of(language);
    let title = words.say("chart-strip-large", &[("strip", name(strip, language).into())]);
    let desc = describe(strip, rules, words);
    let draw = |frame: &Frame| {
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: LARGE,
            id,
            suffix: frame.suffix,
            title: &title,
            desc: &desc,
        };
        draw_large(strip, rules, words, frame, &root)
    };
    (draw(&Frame::ENTRY), draw(&Frame::NARROW))
}

fn draw_large(strip: &Strip, rules: &[Rule], words: Words<'_>, frame: &Frame, root: &Root<'_>) -> String {
    let scale = Linear { max: 10.0, top: 230, bottom: 690 };
    let mut svg = Svg::open(root, 3000);
    let span = frame.right - frame.left;
    let places = [12, 37, 62, 90].map(|share| frame.left + span * share / 100);
    let next = i32::midpoint(places[2], places[3]) + span / 200;
    svg.rect("band", next, scale.top, frame.right - next, scale.bottom - scale.top);
    frame.draw_values(&mut svg, words, &scale, 5.0);
    let held = || rules.iter().filter(|rule| (0.0..=10.0).contains(&rule.value));
    for rule in held() {
        svg.line("rule", (frame.left, scale.y(rule.value)), (frame.right, scale.y(rule.value)));
    }
    if frame.beside {
        let asides =
            held().map(|rule| frame.label_at(scale.y(rule.value), "", &words.rule(rule.value, "", &rule.label)));
        frame.draw_asides(&mut svg, asides.collect(), 0, scale.bottom + 40);
    } else {
        let labels = held().map(|rule| (rule.value, words.rule(rule.value, "", &rule.label)));
        draw_rule_labels(&mut svg, strip, labels, frame, &scale, &places);
    }
    frame.draw_floor(&mut svg, scale.bottom);
    draw_points(&mut svg, strip, &places, &scale, 120);
    let mut text = String::with_capacity(4);
    for (at, &x) in places.iter().enumerate() {
        let value = strip.points[at];
        let y = value.map_or(scale.bottom - 60, |score| scale.y(score.value()) - 120);
        svg.text(
            if value.is_some() { "strong mid halo" } else { "mid halo" },
            x,
            y,
            shown(words, &mut text, at, value, true),
        );
        svg.text("mid", x, LARGE - 40, &words.word(NAMES[at]));
    }
    svg.close()
}

/// Draws the rules' labels between the points of a narrow strip, leaving out those without room.
fn draw_rule_labels(
    svg: &mut Svg,
    strip: &Strip,
    rules: impl Iterator<Item = (f64, String)>,
    frame: &Frame,
    scale: &Linear,
    places: &[i32; 4],
) {
    let mut taken: Vec<label::Area> = Vec::new();
    for (at, &x) in places.iter().enumerate() {
        let y = strip.points[at].map_or(scale.bottom - 60, |score| scale.y(score.value()));
        taken.push(label::Area { left: x - 150, right: x + 150, top: y - 270, bottom: y + 70 });
    }
    for (value, text) in rules {
        let text = label::shorten(&text, frame.em, frame.right - frame.left - 80);
        let width = label::width(&text, frame.em);
        let y = scale.y(value);
        // Clear of points on the line itself only a row lower.
        let places = [
            (frame.left + 40, y - 50),
            (frame.right - width - 20, y - 50),
            (frame.left + 40, y + 145),
            (frame.right - width - 20, y + 145),
            (frame.right - width - 20, y + 200),
            (i32::midpoint(frame.left, frame.right) - width / 2, y + 200),
        ];
        let free = places.into_iter().find(|&(x, baseline)| {
            let area = label::Area::of(x, baseline, width, frame.em);
            area.top >= 0 && baseline < scale.bottom - 30 && !taken.iter().any(|other| other.meets(&area))
        });
        if let Some((x, baseline)) = free.filter(|_| !text.is_empty()) {
            taken.push(label::Area::of(x, baseline, width, frame.em));
            svg.text("halo", x, baseline, &text);
        }
    }
}

/// Draws the lines between neighbouring points that are both known, the last one dotted, and the points on them.
fn draw_points(svg: &mut Svg, strip: &Strip, places: &[i32; 4], scale: &Linear, pen: i32) {
    let heights = strip.points.map(|point| point.map(|score| scale.y(score.value())));
    for (class, pairs) in [("link", 0..2), ("link wait", 2..3)] {
        let mut path = svg.path(class);
        let mut end = None;
        for at in pairs {
            if let (Some(from), Some(to)) = (heights[at], heights[at + 1]) {
                if end != Some(at) {
                    path.start(places[at], from);
                }
                path.line(places[at + 1], to);
                end = Some(at + 1);
            }
        }
    }
    let mut dots = svg.dots("dots", pen);
    for (&x, y) in places.iter().zip(heights) {
        if let Some(y) = y {
            dots.dot(x, y);
        }
    }
}

/// Returns what is written at a point: its score, a dash, or a question mark for a next day not noted.
fn shown<'t>(words: Words<'_>, text: &'t mut String, at: usize, point: Option<Score>, wide: bool) -> &'t str {
    text.clear();
    match point {
        Some(score) => match score.ends() {
            // Under a small strip there is room for `2-3`, and of wider ranges for the middle.
            Some((low, high)) if wide || low.fract() + high.fract() == 0.0 && high < 10.0 => {
                words.push_number(text, low);
                text.push('-');
                words.push_number(text, high);
            }
            _ => words.push_number(text, score.value()),
        },
        None => text.push_str(if at == 3 { "?" } else { "–" }),
    }
    text
}

fn describe(strip: &Strip, rules: &[Rule], words: Words<'_>) -> String {
    let known = strip.points.iter().flatten().map(|score| score.value());
    let mut out = vec![words.word("chart-strip-desc")];
    if let Some(most) = known.reduce(f64::max) {
        out.push(words.say("chart-strip-most", &[("most", words.number(most).into())]));
    }
    if let (Some(before), Some(next)) = (strip.points[0], strip.points[3]) {
        out.push(match next.value() - before.value() {
            rise if rise > 0.0 => words.word("chart-strip-above"),
            rise if rise < 0.0 => words.word("chart-strip-below"),
            _ => words.word("chart-strip-same"),
        });
    }
    for rule in rules.iter().filter(|rule| (0.0..=10.0).contains(&rule.value)) {
        out.push(words.say("chart-strip-line", &[("line", words.rule(rule.value, "", &rule.label).into())]));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_next_day_is_a_question() {
        let strip = Strip { points: [Score::new(1.0), Score::new(2.5), None, None] };
        let language = Language::english();
        assert_eq!(name(&strip, &language), "Pain before 1, during 2.5, after not noted, next day not noted");
        assert_eq!(
            small(&strip, &language, "s1"),
            "<svg class=\"chart strip\" viewBox=\"0 0 136 46\" direction=\"ltr\" role=\"img\" aria-labelledby=\"t-s1\">\
             <title id=\"t-s1\">Pain before 1, during 2.5, after not noted, next day not noted</title>\
             <path class=\"grid\" d=\"M0 27.5h136m-32-25.5v30\"/><path class=\"link\" d=\"M12 24.8l36-3.3\"/>\
             <path class=\"dots\" stroke-width=\"6.4\" d=\"M12 24.8h0m36-3.3h0\"/>\
             <text x=\"12\" y=\"43\" class=\"mid\">1</text><text x=\"48\" y=\"43\" class=\"mid\">2.5</text>\
             <text x=\"84\" y=\"43\" class=\"mid\">–</text><text x=\"124\" y=\"43\" class=\"mid\">?</text></svg>"
        );
    }
}
