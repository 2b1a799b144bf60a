//! The charts, a section for each injury: five pictures, and the rest folded.

use super::course::{self, FigureRow, WeeksView};
use super::criteria::{self, CriteriaGroup};
use super::measures::length;
use super::numbers::NUMBERS;
use super::{Day, FigureView, Head, LinkView};
use crate::chart::{KINDS, Part, Row, Scope};
use crate::config::Injury;
use crate::language::Arg;
use crate::site::reader::PlanReader;
use jiff::civil::Date;
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
    /// What was wanted before each next phase.
    criteria: Vec<CriteriaGroup>,
    data: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct Section {
    id: String,
    /// Empty where the whole journal is one section.
    name: String,
    facts: Vec<String>,
    /// What a reader wants to see.
    pictures: Vec<PartView>,
    /// What somebody who treats the injury asks about, folded.
    folded: Vec<PartView>,
    figures: Vec<FigureRow>,
    weeks: Option<WeeksView>,
}

/// A chart with the name by which it is found on the page.
#[derive(Debug, Serialize)]
struct PartView {
    id: String,
    name: String,
    figure: FigureView,
}

/// Parts of the page, with their ids and the messages that name them.
type PartTable = [(Part, &'static str, &'static str)];

const PICTURES: &PartTable = &[
    (Part::Pain, "pain", "pain"),
    (Part::Calendar, "calendar", "progress-calendar"),
    (Part::Distance, "distance", "progress-distance"),
    (Part::Exercises, "exercises", "progress-strength"),
    (Part::Measures, "measures", "progress-measures"),
];

const FOLDED: &PartTable = &[
    (Part::Points, "points", "progress-points"),
    (Part::Mornings, "mornings", "progress-mornings"),
    (Part::Treatments, "treatments", "treatments"),
    (Part::Phases, "phases", "progress-phases"),
    (Part::Then, "then", "progress-then"),
];

/// The pictures of a section that have something to show, and those that are folded.
fn parts(site: &PlanReader<'_>, scope: &Scope<'_>, section: &str) -> [Vec<PartView>; 2] {
    // The writer's headings are those of the first section: another injury's charts say something else.
    let headings = Some(&site.config.charts.progress).filter(|_| scope.injury.is_none_or(|injury| injury == 0));
    let mut is_first = true;
    let words = &site.language.words;
    let mut part = |(part, id, name): &(Part, &str, &str)| {
        let has = |kind: &&Row| kind.progress.is_some_and(|(own, has)| own == *part && has(scope));
        let kind = KINDS.iter().find(has)?;
        let id = format!("{section}-{id}");
        let mut figure = kind.on_progress().draw(scope, &format!("{id}-0"));
        // The numbers in it are those of the first chart, whose list need not stand on the page twice.
        if *part == Part::Phases && scope.whole.scored() > 0 && !figure.notes.is_empty() {
            figure.notes.clear();
            figure.how = format!("{} {}", figure.how, words.word("progress-listed-above"));
        }
        let first = std::mem::take(&mut is_first);
        let figure = FigureView::captioned(site, figure, headings.and_then(|headings| headings.of(kind.name, first)));
        Some(PartView { id, name: words.word(name), figure })
    };
    [PICTURES, FOLDED].map(|parts| parts.iter().filter_map(&mut part).collect())
}

/// The page of all charts.
pub(super) fn view(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> ProgressView {
    let whole = site.all_days(None);
    let sections = all_sections(site).into_iter().filter_map(|index| section(site, index)).collect();
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
        criteria: criteria::groups(site),
        data: data(site),
    }
}

/// The files of the journal's numbers, where it has any.
fn data(site: &PlanReader<'_>) -> Vec<LinkView> {
    let there = super::head::DATA.into_iter().filter(|(address, _)| site.has(address));
    there.map(|(address, label)| LinkView { href: site.path(address), label: label.to_owned() }).collect()
}

/// The charts of one injury, or of the whole journal where it has none, as another place shows them: pictures with their words.
#[derive(Debug, Serialize)]
pub(super) struct PictureSection {
    id: String,
    /// Empty where the whole journal is one section.
    name: String,
    facts: Vec<String>,
    parts: Vec<PictureView>,
}

/// A chart as the theme writes charts in texts.
#[derive(Debug, Serialize)]
struct PictureView {
    id: String,
    name: String,
    figure: String,
}

/// The sections of the page: one for each injury, or one for the whole journal.
fn all_sections(site: &PlanReader<'_>) -> Vec<Option<usize>> {
    match (site.all_days(None), site.config.injuries.len()) {
        (None, _) => Vec::new(),
        (Some(_), 0) => vec![None],
        (Some(_), n) => (0..n).map(Some).collect(),
    }
}

/// Whether there is anything to draw.
pub(super) fn has_pictures(site: &PlanReader<'_>) -> bool {
    let has = |scope: Scope<'_>| KINDS.iter().any(|kind| kind.progress.is_some_and(|(_, has)| has(&scope)));
    all_sections(site).into_iter().filter_map(|index| site.charts().scope(index)).any(has)
}

/// All charts of the page, section by section; those without any are left out.
pub(super) fn pictures(site: &PlanReader<'_>) -> Vec<PictureSection> {
    let pictures = |section: Section| {
        let written =
            |part: PartView| PictureView { figure: site.write_figure(&part.figure), id: part.id, name: part.name };
        let parts = section.pictures.into_iter().chain(section.folded).map(written).collect();
        PictureSection { id: section.id, name: section.name, facts: section.facts, parts }
    };
    let own = all_sections(site).into_iter().filter_map(|index| section(site, index));
    own.map(pictures).filter(|section| !section.parts.is_empty()).collect()
}

fn section(site: &PlanReader<'_>, index: Option<usize>) -> Option<Section> {
    let scope = site.charts().scope(index)?;
    let injury = index.map(|i| &site.config.injuries[i]);
    let id = injury.map_or_else(|| "days".to_owned(), |i| format!("injury-{}", i.slug));
    let facts = injury.map(|injury| facts(site, injury)).unwrap_or_default();
    let course = site.course(index);
    let [pictures, folded] = parts(site, &scope, &id);
    Some(Section {
        name: injury.map(|i| i.name.clone()).unwrap_or_default(),
        facts,
        pictures,
        folded,
        figures: course.as_ref().map(|course| course::figures(site, course)).unwrap_or_default(),
        weeks: course.as_ref().and_then(|course| course::weeks(site, course)),
        id,
    })
}

/// What the settings say of an injury.
fn facts(site: &PlanReader<'_>, injury: &Injury) -> Vec<String> {
    let (words, dates) = (&site.language.words, &site.language.dates);
    let day = |date| Arg::from(dates.long(date));
    let mut facts = Vec::new();
    facts.extend(match (injury.onset, injury.end) {
        (Some(onset), Some(end)) => {
            Some(words.say("progress-injury-over", &[("first", day(onset)), ("last", day(end))]))
        }
        (Some(onset), None) => Some(words.say("progress-injury-since", &[("day", day(onset))])),
        (None, Some(end)) => Some(words.say("progress-injury-until", &[("day", day(end))])),
        (None, None) => None,
    });
    let first = injury.relapse_of.map(|first| site.config.injuries[first].name.as_str());
    facts.extend(first.map(|first| words.say("progress-injury-relapse", &[("name", first.into())])));
    facts.extend(Some(&injury.mechanism).filter(|how| !how.is_empty()).cloned());
    let baseline = injury.baseline.map(|metres| length(site.language, site.config.units, metres.0));
    facts.extend(baseline.map(|run| words.say("progress-injury-baseline", &[("distance", run.into())])));
    let said = injury.diagnoses.iter().map(|d| (d.date, "progress-diagnosis", &d.label));
    let done = injury.operations.iter().map(|o| (o.date, "progress-operation", &o.label));
    let mut dated: Vec<_> = said.chain(done).collect();
    dated.sort_by_key(|(date, ..)| *date);
    let told = |(date, id, label): (Date, &str, &String)| {
        words.say(id, &[("day", day(date)), ("label", label.as_str().into())])
    };
    facts.extend(dated.into_iter().map(told));
    facts
}
