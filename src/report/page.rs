//! The page as a whole: the head, two columns, the foot; and as HTML by the theme's template.

use super::fit::{self, AROUND, FittedTable};
use super::heading::head;
use super::table::PageTable;
use super::{Material, NoAddress, Paper, Period, Topic, coverage};
use crate::chart::kind::pain_and_load;
use crate::chart::{Chart, Source, sides};
use crate::diag::Diagnostic;
use crate::language::Direction;
use crate::theme::Theme;
use serde::Serialize;

/// A page that fits its sheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PhysioPage {
    language: String,
    direction: &'static str,
    paper: &'static str,
    title: String,
    days: String,
    lines: Vec<String>,
    /// How much is known; empty where nobody asked.
    coverage: String,
    chart: Option<PageChart>,
    left: Vec<FittedTable>,
    right: Vec<FittedTable>,
    /// What was left out for want of room.
    left_out: String,
    foot: String,
}

/// The chart; its panels have headings of their own.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct PageChart {
    title: String,
    drawing: String,
    how: String,
}

/// What stands in the left column: figures. The right one has words.
const LEFT: [Topic; 4] = [Topic::Change, Topic::Points, Topic::Verdicts, Topic::Prescriptions];

/// What the frame of the coverage, the columns and the foot keep free around them.
const SPACES: i32 = 245;

/// What the chart takes beside its drawing and the words below.
const CHART: i32 = 95;

impl PhysioPage {
    /// The page of a journal that was asked for.
    #[must_use]
    pub fn of(material: &Material<'_>) -> Self {
        let brief = material.brief;
        let asked = |topic: &Topic| brief.topics.contains(topic);
        let (width, height) = brief.paper.room();
        let top = head(material);
        let mut cuts = 0;
        let mut used = SPACES;
        let mut taken = |(text, height, cut): (String, i32, bool)| {
            used += height;
            cuts += usize::from(cut);
            text
        };
        let title = taken(fit::title(&top.title, width));
        let days = taken(fit::paragraph(&[top.days], width, 2));
        let lines: Vec<String> = top.lines.into_iter().map(|line| taken(fit::paragraph(&[line], width, 2))).collect();
        let said = if asked(&Topic::Coverage) { coverage::sentences(material) } else { Vec::new() };
        let coverage = taken(fit::paragraph(&said, width - AROUND, 3));
        let foot = taken(fit::paragraph(&top.foot, width, 3));
        let of = |is: &dyn Fn(&Topic) -> bool| -> Vec<PageTable> {
            let topics = Topic::WORDS.into_iter().map(|(_, topic)| topic).filter(|topic| asked(topic) && is(topic));
            topics.flat_map(|topic| material.tables(topic)).collect()
        };
        let left = of(&|topic| LEFT.contains(topic));
        let right = of(&|topic| !LEFT.contains(topic));
        let chart = asked(&Topic::Chart).then(|| chart(material));
        let both = !left.is_empty() && (chart.is_some() || !right.is_empty());
        let column = if both { brief.paper.column() } else { width };
        let drawn = chart.as_ref().map_or(0, |(_, height)| *height);
        let fitted = |room: i32| {
            let (mut left, mut right) = (left.clone(), right.clone());
            if both {
                fit::balance(&mut left, &mut right, column, (room, room - drawn));
            }
            [fit::column(&left, column, room), fit::column(&right, column, room - drawn)]
        };
        let mut columns = fitted(height - used);
        if cuts > 0 || columns.iter().flatten().any(|table| table.cut > 0) {
            // The line that counts shortened texts takes room too.
            columns = fitted(height - used - fit::LINE);
        }
        let [left, right] = columns;
        let mut page = Self {
            language: material.language.tag.clone(),
            direction: direction(material),
            paper: match brief.paper {
                Paper::A4 => "A4",
                Paper::Letter => "letter",
            },
            title,
            days,
            lines,
            coverage,
            chart: chart.map(|(chart, _)| chart),
            left,
            right,
            left_out: String::new(),
            foot,
        };
        page.count(material, cuts);
        page
    }

    /// Says what there was no room for: rows where they would stand, texts at the foot.
    fn count(&mut self, material: &Material<'_>, mut cuts: usize) {
        for table in self.left.iter_mut().chain(&mut self.right) {
            cuts += table.cut;
            if table.left_out > 0 {
                table.more = material.say("report-and-more", &[("n", table.left_out.into())]);
            }
        }
        if cuts > 0 {
            self.left_out = material.say("report-shortened", &[("n", cuts.into())]);
        }
    }

    /// The page as HTML that needs nothing beside itself.
    ///
    /// # Errors
    /// The problem of the theme's template.
    pub fn html(&self, theme: &Theme) -> Result<String, Diagnostic> {
        let mut context = tera::Context::new();
        context.insert("page", self);
        theme.tera.render("report.html", &context).map_err(|error| theme.problem(&error))
    }
}

/// Which way the page runs: as its own words do, which are English where the site's language has no table of them.
fn direction(material: &Material<'_>) -> &'static str {
    let is_english = material.language.tag.split('-').next() == Some("en");
    if is_english { Direction::LeftToRight.word() } else { material.language.direction.word() }
}

/// Pain and load of the days as one small drawing, and how high it stands on the page.
fn chart(material: &Material<'_>) -> (PageChart, i32) {
    let Period { from, to } = material.brief.period;
    let Material { journal, config, language, brief } = *material;
    let source = Source { journal, config, language, addresses: &NoAddress };
    let scope = source.scope(brief.injury).and_then(|scope| scope.between(from, to));
    let scope = scope.filter(|scope| scope.shown.scored() > 0 || scope.shown.has_numbers());
    let title = material.word("report-chart");
    let width = brief.paper.column();
    let with = |drawing: String, how: String| {
        let (how, height, _) = fit::paragraph(&[how], width, 3);
        let height = CHART + height + high(&drawing, width);
        (PageChart { title, drawing, how }, height)
    };
    match scope {
        Some(scope) => {
            with(pain_and_load::Options::low().draw(&scope, "pain").narrow, material.word("report-chart-how"))
        }
        None => with(String::new(), material.word("report-chart-nothing")),
    }
}

/// How high a drawing is that is so wide.
fn high(drawing: &str, width: i32) -> i32 {
    let (wide, high) = sides(drawing);
    let (Ok(wide), Ok(high)) = (wide.parse::<f64>(), high.parse::<f64>()) else { return 0 };
    #[expect(clippy::cast_possible_truncation, reason = "a drawing is a few thousand points high at most")]
    let high = (f64::from(width) * high / wide.max(1.0)).ceil() as i32;
    high
}
