//! All charts, a section for each injury.

use super::super::{Site, figure};
use super::course::{self, FigureRow, WeeksView};
use super::numbers::NUMBERS;
use super::{Day, FigureView, Head, LinkView};
use crate::entry::Entry;
use crate::journal::{Calendar, Course};
use crate::markdown::ChartKind;
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
    parts: Vec<Part>,
    figures: Vec<FigureRow>,
    weeks: Option<WeeksView>,
}

/// Charts that answer one question.
#[derive(Debug, Serialize)]
struct Part {
    id: String,
    name: String,
    /// What they can tell, and what they can't.
    about: String,
    figures: Vec<FigureView>,
}

/// The parts: the messages that name them and that say what they can and can't tell, and their kinds of charts.
const PARTS: [(&str, &str, &str, &[ChartKind]); 6] = [
    ("pain", "pain", "progress-pain-about", &[ChartKind::PainTimeline, ChartKind::Calendar, ChartKind::FourPoints]),
    ("distance", "progress-done", "progress-done-about", &[ChartKind::WeeklyDistance]),
    ("together", "progress-together", "progress-together-about", &[ChartKind::PainAndLoad, ChartKind::Lag]),
    ("exercises", "exercises", "progress-exercises-about", &[ChartKind::Exercise]),
    ("treatments", "treatments", "progress-treatments-about", &[ChartKind::Treatments]),
    ("phases", "progress-phases", "progress-phases-about", &[ChartKind::Phases]),
];

/// Pairs of days below which no lag is shown at all: the figure's own gate for a number.
const PAIRS: usize = 10;

/// Whether the days have what a kind of chart shows.
fn has(site: &Site, calendar: &Calendar, injury: Option<usize>, kind: ChartKind) -> bool {
    let entries = |wanted: fn(&Entry) -> bool| site.journal.counted(injury).any(|(_, entry)| wanted(entry));
    let runs = || calendar.days.iter().filter(|day| day.run > 0).count();
    match kind {
        ChartKind::PainTimeline => calendar.scored() > 0,
        // In less than two weeks a square of weeks shows nothing that the line above it does not.
        ChartKind::Calendar => calendar.scored() >= 14,
        ChartKind::FourPoints => calendar.days.iter().any(|day| day.points.iter().filter(|p| p.is_some()).count() > 1),
        ChartKind::WeeklyDistance => calendar.days.iter().any(|d| d.run + d.walk + d.other > 0),
        ChartKind::PainAndLoad => calendar.scored() > 0 && runs() > 0,
        ChartKind::Lag => calendar.scored() >= PAIRS && runs() >= PAIRS,
        ChartKind::Exercise => entries(|entry| !entry.exercises.is_empty()),
        ChartKind::Treatments => entries(|entry| !entry.treatments.is_empty()),
        ChartKind::Phases => site.config.phases.len() > 1,
        // Asked for by fences only.
        _ => false,
    }
}

/// The parts of a section that have something to show.
fn parts(site: &Site, calendar: &Calendar, injury: Option<usize>, section: &str) -> Vec<Part> {
    let words = &site.language.words;
    let part = |(id, name, about, kinds): (&str, &str, &str, &[ChartKind])| {
        let id = format!("{section}-{id}");
        let shown = kinds.iter().filter(|kind| has(site, calendar, injury, **kind)).enumerate();
        let drawn = |(at, kind): (usize, &ChartKind)| {
            let mut figure = figure::whole(site, *kind, injury, &format!("{id}-{at}"));
            // The numbers in it are those of the first chart, whose list need not stand on the page twice.
            if *kind == ChartKind::Phases && calendar.scored() > 0 && !figure.notes.is_empty() {
                figure.notes.clear();
                figure.how = format!("{} {}", figure.how, words.word("progress-listed-above"));
            }
            FigureView::new(site, figure)
        };
        let figures: Vec<FigureView> = shown.map(drawn).collect();
        (!figures.is_empty()).then(|| Part { id, name: words.word(name), about: words.word(about), figures })
    };
    PARTS.into_iter().filter_map(part).collect()
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
    let words = &site.language.words;
    let coverage =
        whole.map(|c| words.say("progress-coverage", &[("scored", c.scored().into()), ("days", c.days.len().into())]));
    let description = words.say("progress-description", &[("site", site.config.title.as_str().into())]);
    ProgressView {
        head: head(&words.word("progress"), &description),
        from: whole.map(|c| Day::new(site, c.first)),
        to: whole.map(|c| Day::new(site, c.last())),
        coverage: coverage.unwrap_or_default(),
        numbers: site.path(NUMBERS),
        sections,
        data: super::head::data(site),
    }
}

fn section(site: &Site, calendar: &Calendar, index: Option<usize>) -> Section {
    let injury = index.map(|i| &site.journal.injuries[i].injury);
    let id = injury.map_or_else(|| "days".to_owned(), |i| format!("injury-{}", i.slug));
    let (words, dates) = (&site.language.words, &site.language.dates);
    let mut facts = Vec::new();
    if let Some(injury) = injury {
        if let Some(onset) = injury.onset {
            facts.push(words.say("progress-injury-since", &[("day", dates.long(onset).into())]));
        }
        if !injury.mechanism.is_empty() {
            facts.push(injury.mechanism.clone());
        }
        facts.extend(injury.diagnoses.iter().map(|(date, label)| {
            words.say("progress-diagnosis", &[("day", dates.long(*date).into()), ("label", label.as_str().into())])
        }));
    }
    let course = Course::of(&site.journal, &site.config, index);
    Section {
        name: injury.map(|i| i.name.clone()).unwrap_or_default(),
        facts,
        parts: parts(site, calendar, index, &id),
        figures: course.as_ref().map(|course| course::figures(site, course)).unwrap_or_default(),
        weeks: course.as_ref().and_then(|course| course::weeks(site, course)),
        id,
    }
}
