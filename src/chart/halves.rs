//! The two weeks before a day and the two from then on: daily scores, with the middle of each half. The caller says the
//! same in words beside it.

use super::scale::{Linear, Time, count, score};
use super::svg::Svg;

/// Draws the days before and the days from then on, each with its median where there is one, in 208 by 62 units.
#[must_use]
pub fn draw(before: &[Option<f64>], after: &[Option<f64>], medians: [Option<f64>; 2]) -> String {
    let mut svg = Svg::hidden("halves", 2080, 620, 1200);
    let days = count(before.len() + after.len());
    let time = Time { first: 0, days, left: 220, right: 2060 };
    let scale = Linear { max: 10.0, top: 50, bottom: 570 };
    let segments = [5.0, 10.0].into_iter().map(|value| ((time.left, scale.y(value)), (time.right, scale.y(value))));
    svg.lines("grid", segments);
    for (value, name) in [(0.0, "0"), (5.0, "5"), (10.0, "10")] {
        svg.text("end", 160, scale.y(value) + 45, name);
    }
    let middle = time.edge(count(before.len()));
    svg.line("stone", (middle, scale.top), (middle, scale.bottom));
    svg.line("axis", (time.left, scale.bottom), (time.right, scale.bottom));
    {
        let mut line = svg.path("median");
        for (median, from, to) in [(medians[0], time.left, middle - 20), (medians[1], middle + 20, time.right)] {
            if let Some(median) = score(median) {
                line.start(from, scale.y(median));
                line.line(to, scale.y(median));
            }
        }
    }
    let mut dots = svg.dots("dots", 46);
    for (day, value) in before.iter().chain(after).enumerate() {
        if let Some(value) = score(*value) {
            dots.dot(time.centre(count(day)), scale.y(value));
        }
    }
    drop(dots);
    svg.close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_days_have_no_dot_and_unknown_medians_no_line() {
        let drawn = draw(&[Some(4.0), None], &[Some(f64::NAN), Some(20.0)], [Some(4.0), None]);
        assert_eq!(
            drawn,
            "<svg class=\"chart halves\" viewBox=\"0 0 208 62\" aria-hidden=\"true\">\
             <path class=\"grid\" d=\"M22 31h184m-184-26h184\"/>\
             <text x=\"16\" y=\"61.5\" class=\"end\">0</text><text x=\"16\" y=\"35.5\" class=\"end\">5</text>\
             <text x=\"16\" y=\"9.5\" class=\"end\">10</text>\
             <path class=\"stone\" d=\"M114 5v52\"/><path class=\"axis\" d=\"M22 57h184\"/>\
             <path class=\"median\" d=\"M22 36.2h90\"/>\
             <path class=\"dots\" stroke-width=\"4.6\" d=\"M45 36.2h0m138-31.2h0\"/></svg>"
        );
        assert!(!draw(&[], &[], [None, None]).contains("dots"));
    }
}
