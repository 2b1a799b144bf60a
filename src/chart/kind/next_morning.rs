//! What the next morning said, by what was done: how often it was lower, the same, higher. Counts, and no causes.

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::plot::{self, Drawing, Kind};
use crate::chart::scale::count;
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Table};
use crate::journal::{Deed, NextMornings, next_mornings};
use crate::text::capital;

/// Days with both mornings below which a kind has no share.
pub(in crate::chart) const FEW: usize = 5;

/// Days with both mornings from which on a phase has a row of its own.
const OF_PHASE: usize = 10;

/// What a chart of next mornings takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let shown = &scope.shown;
        let all = next_mornings(shown, 0..shown.days.len());
        let inside = scope.bands().into_iter().filter_map(|band| {
            let from = shown.index(band.from.max(shown.first))?;
            let to = shown.index(band.to.min(shown.last()))?;
            Some((band.label, next_mornings(shown, from..to + 1)))
        });
        let phases: Vec<(String, Vec<NextMornings>)> = inside.collect();
        let words = Words::of(scope.source.language);
        let rows = all.into_iter().flat_map(|whole| {
            let of_phase = phases.iter().filter_map(|(phase, rows)| {
                let own = rows.iter().find(|row| row.deed == whole.deed && row.n >= OF_PHASE)?;
                Some(DeedRow { name: format!("{}, {phase}", name(whole.deed, words)), counts: *own })
            });
            let of_phase: Vec<DeedRow> = of_phase.collect();
            // Phases told apart say more than all of them at once, which may say the contrary.
            if of_phase.is_empty() { vec![DeedRow { name: name(whole.deed, words), counts: whole }] } else { of_phase }
        });
        plot::figure(&NextMorningChart { words, days: scope.days(), rows: rows.collect() }, id)
    }
}

fn name(deed: Deed, words: Words<'_>) -> String {
    match deed {
        Deed::Session(kind) => words.word(kind.message()),
        Deed::Exercises => words.word("chart-morning-exercises"),
        Deed::Rest => words.word("chart-morning-rest"),
    }
}

/// A kind of what was done, over all days or those of a phase.
struct DeedRow {
    name: String,
    counts: NextMornings,
}

/// The counts of some days.
struct NextMorningChart<'a> {
    words: Words<'a>,
    days: DayRange,
    rows: Vec<DeedRow>,
}

impl NextMorningChart<'_> {
    /// The most days to either side of the middle of "the same", in half days.
    fn reach(&self) -> i32 {
        let sides =
            self.shares().flat_map(|row| [row.counts.lower, row.counts.higher].map(|n| 2 * n + row.counts.same));
        count(sides.max().unwrap_or(0)).max(2)
    }

    /// The rows of enough days for lengths to be compared.
    fn shares(&self) -> impl Iterator<Item = &DeedRow> {
        self.rows.iter().filter(|row| row.counts.n >= FEW)
    }

    fn draw_rows(&self, svg: &mut Svg, frame: &Frame) {
        let words = self.words;
        // Names stand before the lengths in wide drawings, above them in narrow ones; the days behind them after, or below.
        let (left, right) = if frame.beside { (3000, frame.width - 2000) } else { (frame.left, frame.right) };
        let middle = i32::midpoint(left, right);
        let half_day = |halves: i32| (right - left) / 2 * halves / self.reach();
        let top = 300;
        let [lower, same, higher] =
            ["chart-morning-lower", "chart-morning-same", "chart-morning-higher"].map(|id| words.word(id));
        svg.text("end", middle - 400, top - 120, &lower);
        svg.text("mid", middle, top - 120, &same);
        svg.text("", middle + 400, top - 120, &higher);
        let pitch = pitch(frame);
        svg.line("axis", (middle, top - 60), (middle, top + pitch * count(self.shares().count().max(1))));
        for (at, row) in self.shares().enumerate() {
            let counts = &row.counts;
            let y = top + pitch * count(at) + if frame.beside { 0 } else { 180 };
            let of = words.of_all(counts.n, counts.n + counts.unknown);
            let behind = words.say("chart-morning-of-days", &[("of", of.into())]);
            if frame.beside {
                let name = crate::chart::label::shorten(&row.name, frame.em, left - 300);
                svg.text("end", left - 200, y + 147, &name);
                svg.text("", right + 200, y + 147, &behind);
            } else {
                let name = crate::chart::label::shorten(&row.name, frame.em, right - left - 1300);
                svg.text("", left, y - 40, &name);
                svg.text("end", right, y - 40, &behind);
            }
            let same = half_day(count(counts.same));
            let (low, high) = (half_day(2 * count(counts.lower)), half_day(2 * count(counts.higher)));
            for (class, x, width, n) in [
                ("lower", middle - same - low, low, counts.lower),
                ("same", middle - same, 2 * same, counts.same),
                ("higher", middle + same, high, counts.higher),
            ] {
                if n > 0 {
                    svg.rect(class, x, y, width, 200);
                }
                // A number stands on its length where it has room there.
                if width >= 220 {
                    let class = if class == "higher" { "mid on" } else { "mid" };
                    svg.text(class, x + width / 2, y + 150, &words.whole(count(n)));
                }
            }
        }
    }
}

/// How far rows stand apart.
fn pitch(frame: &Frame) -> i32 {
    if frame.beside { 300 } else { 470 }
}

impl Kind for NextMorningChart<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let height = 360 + pitch(frame) * count(self.shares().count().max(1));
        Drawing::Own(height, Box::new(move |svg| self.draw_rows(svg, frame)))
    }

    fn title(&self) -> String {
        self.words.say("chart-morning-title", &[("span", self.days.span(self.words).into())])
    }

    fn heading(&self) -> String {
        let words = self.words;
        words.word(if self.shares().next().is_some() { "chart-head-morning" } else { "chart-head-few" })
    }

    fn say(&self) -> String {
        let words = self.words;
        // No count here: which of two numbers is larger would be taken for a finding.
        words.word(if self.shares().next().is_some() { "chart-morning-say" } else { "chart-morning-none" })
    }

    fn how(&self) -> String {
        let unknown: usize = self.rows.iter().map(|row| row.counts.unknown).sum();
        let mixed: usize = self.rows.iter().map(|row| row.counts.mixed).sum();
        let few = self.rows.iter().filter(|row| row.counts.n < FEW);
        let few: Vec<String> = few.map(|row| format!("{} {}", row.name, row.counts.n + row.counts.unknown)).collect();
        let mut out = self.words.say("chart-morning-how", &[("unknown", unknown.into()), ("few", FEW.into())]);
        if !few.is_empty() {
            out.push(' ');
            out += &self.words.say("chart-morning-few", &[("kinds", few.join(", ").into())]);
        }
        if mixed > 0 {
            out.push(' ');
            out += &self.words.say("chart-morning-mixed", &[("n", mixed.into())]);
        }
        out
    }

    fn desc(&self, say: String) -> String {
        let rows = self.shares().map(|row| {
            let NextMornings { n, lower, same, higher, .. } = row.counts;
            let args = [
                ("name", row.name.as_str().into()),
                ("n", n.into()),
                ("lower", lower.into()),
                ("same", same.into()),
                ("higher", higher.into()),
            ];
            self.words.say("chart-morning-row", &args)
        });
        let rows: Vec<String> = rows.collect();
        if rows.is_empty() { say } else { rows.join(" ") }
    }

    fn table(&self) -> Table {
        let head = [
            "chart-morning-done",
            "chart-morning-lower",
            "chart-morning-same",
            "chart-morning-higher",
            "chart-morning-both",
        ];
        let mut head: Vec<String> = head.map(|id| capital(&self.words.word(id))).to_vec();
        head.push(capital(&self.words.word("chart-morning-unknown")));
        let row = |row: &DeedRow| {
            let NextMornings { n, lower, same, higher, unknown, .. } = row.counts;
            let share = |times: usize| if n < FEW { "–".to_owned() } else { self.words.whole(count(times)) };
            let whole = |times: usize| self.words.whole(count(times));
            vec![row.name.clone(), share(lower), share(same), share(higher), whole(n), whole(unknown)]
        };
        Table { caption: self.title(), head, rows: self.rows.iter().map(row).collect() }
    }
}
