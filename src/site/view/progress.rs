//! All charts, a section for each injury.

use super::super::{Site, figure};
use super::course::{self, FigureRow, WeeksView};
use super::numbers::NUMBERS;
use super::{Day, FigureView, Head, LinkView};
use crate::journal::{Calendar, Course};
use crate::text::words::long_date;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct ProgressView {
    head: Head,
    from: Option<Day>,
    to: Option<Day>,
    coverage: String,
    /// The page that defines the figures.
    numbers: String,
    sections: Vec<Section>,
    data: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct Section {
    id: String,
    /// Empty where the whole journal is one section.
    name: String,
    facts: Vec<String>,
    pain: Option<FigureView>,
    distance: Option<FigureView>,
    figures: Vec<FigureRow>,
    weeks: Option<WeeksView>,
}

/// The page of all charts.
pub(super) fn view(site: &Site, head: impl Fn(&str, &str) -> Head) -> ProgressView {
    let whole = site.journal.calendar.as_ref();
    let injuries = &site.journal.injuries;
    let sections = match (whole, injuries.len()) {
        (None, _) => Vec::new(),
        (Some(calendar), 0) => vec![section(site, calendar, None)],
        _ => injuries
            .iter()
            .enumerate()
            .filter_map(|(index, injury)| Some(section(site, injury.calendar.as_ref()?, Some(index))))
            .collect(),
    };
    let coverage = whole.map(|c| format!("{} of {} days have a pain score.", c.scored(), c.days.len()));
    let description = format!("Every chart of {}: pain by day, distance by week.", site.config.title);
    ProgressView {
        head: head("Progress", &description),
        from: whole.map(|c| Day::new(c.first)),
        to: whole.map(|c| Day::new(c.last())),
        coverage: coverage.unwrap_or_default(),
        numbers: site.path(NUMBERS),
        sections,
        data: super::head::data(site),
    }
}

fn section(site: &Site, calendar: &Calendar, index: Option<usize>) -> Section {
    let injury = index.map(|i| &site.journal.injuries[i].injury);
    let id = injury.map_or_else(|| "days".to_owned(), |i| format!("injury-{}", i.slug));
    let mut facts = Vec::new();
    if let Some(injury) = injury {
        if let Some(onset) = injury.onset {
            facts.push(format!("Since {}.", long_date(onset)));
        }
        if !injury.mechanism.is_empty() {
            facts.push(injury.mechanism.clone());
        }
        facts.extend(injury.diagnoses.iter().map(|(date, label)| format!("{}: {label}.", long_date(*date))));
    }
    let course = Course::of(&site.journal, &site.config, index);
    let moved = calendar.days.iter().any(|d| d.run + d.walk + d.other > 0);
    Section {
        name: injury.map(|i| i.name.clone()).unwrap_or_default(),
        facts,
        pain: (calendar.scored() > 0)
            .then(|| FigureView::new(figure::pain(site, calendar, index, &format!("{id}-pain")))),
        figures: course.as_ref().map(|course| course::figures(site, course)).unwrap_or_default(),
        weeks: course.as_ref().and_then(|course| course::weeks(site, course)),
        distance: moved.then(|| FigureView::new(figure::distance(site, calendar, &format!("{id}-distance")))),
        id,
    }
}
