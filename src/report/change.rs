//! What was felt and done, against the days before.

use super::table::{PageCell, PageColumn, PageTable};
use super::{Material, Period, dash};
use crate::journal::Day;
use crate::journal::metrics::median;

/// Values that a median needs.
pub(super) const LEAST: usize = 4;

/// The figures of the days told of and of those before.
pub(super) fn table(material: &Material<'_>) -> PageTable {
    let periods = [material.brief.period, material.brief.before];
    let [now, before] = periods.map(|period| DaysOfRow { material, days: material.days(period), period });
    let mut rows: Vec<Vec<PageCell>> = Vec::new();
    let mut row = |name: String, pick: &dyn Fn(&DaysOfRow<'_>) -> Option<String>| {
        let values = [pick(&now), pick(&before)];
        if values.iter().any(Option::is_some) {
            let [now, before] = values.map(|value| value.unwrap_or_else(dash));
            rows.push(vec![name.into(), now.into(), before.into()]);
        }
    };
    let word = |id: &str| material.word(id);
    let unit = material.config.units.symbol();
    row(word("report-change-pain"), &|own| own.median(&own.pain()));
    row(word("report-change-morning"), &|own| own.median(&own.mornings()));
    row(word("report-change-free"), &|own| own.free());
    row(material.say("report-change-run", &[("unit", unit.into())]), &|own| own.run());
    row(material.say("report-change-longest", &[("unit", unit.into())]), &|own| own.longest());
    row(word("report-change-load"), &|own| own.load());
    PageTable {
        title: word("report-change"),
        columns: vec![
            PageColumn::words("", 50, 2),
            PageColumn::figures(word("report-these-days"), 25),
            PageColumn::figures(word("report-days-before"), 25),
        ],
        rows,
        none: word("report-nothing"),
        first: 6,
        pressing: true,
        moves: false,
        note: match material.days(material.brief.before).iter().any(super::coverage::is_noted) {
            true => material.say("report-before", &[("span", material.brief.before.said(material.language).into())]),
            false => word("report-before-none"),
        },
    }
}

/// Some days, of which figures are made.
struct DaysOfRow<'a> {
    material: &'a Material<'a>,
    days: &'a [Day],
    period: Period,
}

impl DaysOfRow<'_> {
    fn pain(&self) -> Vec<f64> {
        self.days.iter().filter_map(|day| day.pain).map(crate::units::Score::value).collect()
    }

    fn mornings(&self) -> Vec<f64> {
        let Some(calendar) = self.material.calendar() else { return Vec::new() };
        let own = calendar.began().enumerate().filter(|(at, _)| self.period.has(calendar.date(*at)));
        own.filter_map(|(_, score)| score).collect()
    }

    /// A median with the days that it rests on.
    fn median(&self, values: &[f64]) -> Option<String> {
        of_days(self.material, values)
    }

    fn free(&self) -> Option<String> {
        let scored = self.pain();
        let free = scored.iter().filter(|pain| **pain == 0.0).count();
        let args = [("n", free.into()), ("days", scored.len().into())];
        (!scored.is_empty()).then(|| self.material.say("report-of", &args))
    }

    /// What was run as far as noted, with the days of which it is known.
    fn run(&self) -> Option<String> {
        let metres: u64 = self.days.iter().map(|day| u64::from(day.run) + u64::from(day.logs.span)).sum();
        let known = self.days.iter().filter(|day| day.run_known).count();
        self.length(metres).filter(|_| known > 0 || metres > 0).map(|length| format!("{length} ({known})"))
    }

    fn longest(&self) -> Option<String> {
        let most = self.days.iter().map(|day| day.run).max().filter(|most| *most > 0)?;
        self.length(u64::from(most))
    }

    fn length(&self, metres: u64) -> Option<String> {
        let metres = u32::try_from(metres).ok()?;
        Some(self.material.figure(self.material.config.units.of(metres)))
    }

    fn load(&self) -> Option<String> {
        let loads: Vec<f64> = self.days.iter().filter_map(|day| day.load).collect();
        let sum: f64 = loads.iter().sum();
        (sum > 0.0).then(|| format!("{} ({})", self.material.language.numbers.decimals(sum, 0), loads.len()))
    }
}

/// `1 (62)`: a median and the days with a value; where these are too few, that alone.
pub(super) fn of_days(material: &Material<'_>, values: &[f64]) -> Option<String> {
    match values.len() {
        0 => None,
        n if n < LEAST => Some(material.say("report-too-few", &[("n", n.into())])),
        n => Some(format!("{} ({n})", material.language.numbers.score(median(values)?))),
    }
}
