//! The sparkline: a score's course in a word's space. The caller prints the last value beside it.

use super::frame;
use super::scale::{Linear, Time, count, score};
use super::svg::Svg;

/// Draws daily scores on a fixed scale of 0–10 in 80 by 16 units.
#[must_use]
pub fn draw(values: &[Option<f64>]) -> String {
    let values: Vec<_> = values.iter().map(|&value| score(value)).collect();
    let mut svg = Svg::hidden("spark", 800, 160, 256 + values.len().min(160) * 10);
    let time = Time { first: 0, days: count(values.len()), left: 10, right: 770 };
    let scale = Linear { max: 10.0, top: 20, bottom: 140 };
    svg.line("grid", (0, 140), (800, 140));
    // More points than units would only be a smear.
    let bin = if values.len() <= 80 { 1 } else { values.len().div_ceil(20) };
    if bin > 1 {
        frame::median_of_bins(&mut svg, &time, &scale, &values, bin);
    } else {
        frame::median(&mut svg, "median", &time, &scale, &values);
        // A day is a dot while there is room for that; with more days only one alone, which no line shows.
        let known = |day: usize| values.get(day).copied().flatten();
        let is_alone = |day: usize| known(day + 1).is_none() && (day == 0 || known(day - 1).is_none());
        let mut dots = svg.dots(18);
        for day in (0..values.len()).filter(|&day| values.len() <= 40 || is_alone(day)) {
            if let Some(value) = known(day) {
                dots.dot(time.centre(count(day)), scale.y(value));
            }
        }
    }
    if let Some((day, value)) = values.iter().enumerate().rev().find_map(|(day, value)| value.map(|value| (day, value)))
    {
        svg.dots(40).dot(time.centre(count(day)), scale.y(value));
    }
    svg.close()
}

/// Draws the same course large, for pictures: each day a dot, the median a line, in 528 by 60 units without words.
#[must_use]
pub fn large(values: &[Option<f64>], median: &[Option<f64>]) -> String {
    let values: Vec<_> = values.iter().map(|&value| score(value)).collect();
    let median: Vec<_> = median.iter().map(|&value| score(value)).collect();
    let mut svg = Svg::hidden("large", 5280, 600, 512 + values.len().min(1200) * 16);
    let time = Time { first: 0, days: count(values.len()), left: 20, right: 5240 };
    let scale = Linear { max: 10.0, top: 40, bottom: 560 };
    for value in [0.0, 5.0, 10.0] {
        svg.line("grid", (0, scale.y(value)), (5280, scale.y(value)));
    }
    // Where days stand close, their dots are as small as they are many.
    let pen = (3600 / count(values.len()).max(1)).clamp(16, 56);
    {
        let mut dots = svg.dots(pen);
        for (day, value) in values.iter().enumerate() {
            if let Some(value) = value {
                dots.dot(time.centre(count(day)), scale.y(*value));
            }
        }
    }
    frame::median(&mut svg, "median", &time, &scale, &median);
    if let Some((day, value)) = values.iter().enumerate().rev().find_map(|(day, value)| value.map(|value| (day, value)))
    {
        svg.dots(pen.max(40) * 3 / 2).dot(time.centre(count(day)), scale.y(value));
    }
    svg.close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_nothing_is_known() {
        assert_eq!(
            draw(&[Some(2.0), Some(2.0), None, Some(10.0), Some(f64::NAN)]),
            "<svg class=\"chart spark\" viewBox=\"0 0 80 16\" aria-hidden=\"true\"><path class=\"grid\" d=\"M0 14h80\"/>\
             <path class=\"median\" d=\"M8.6 11.6h15.2m30.4-9.6h0\"/>\
             <path class=\"dots\" stroke-width=\"1.8\" d=\"M8.6 11.6h0m15.2 0h0m30.4-9.6h0\"/>\
             <path class=\"dots\" stroke-width=\"4\" d=\"M54.2 2h0\"/></svg>"
        );
        assert!(!draw(&[]).contains("dots"));
        assert!(draw(&[Some(1.0); 4000]).len() < 400);
    }
}
