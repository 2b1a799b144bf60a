//! The names in what is asked for that only the site knows: of injuries, of phases, of exercises.

use super::KINDS;
use crate::chart::fence::Asked;
use crate::chart::options::{Bound, KIND};
use crate::config::{Config, PageHeadings};
use crate::diag::{Diagnostic, Place, write_one_of};
use crate::fields::{Document, Value, days_back, days_meant};
use crate::journal::Journal;
use crate::text::near::nearest;
use crate::text::slug::slug;

/// The names that a site knows.
#[derive(Clone, Copy, Debug)]
pub struct KnownNames<'a> {
    /// The entries and their days.
    pub journal: &'a Journal,
    /// The settings.
    pub config: &'a Config,
}

impl KnownNames<'_> {
    /// The problems of the names that are none of these; `document` is what was asked in, for their places.
    pub(in crate::chart) fn without(&self, asked: &Asked, document: &Document<'_>) -> Vec<Diagnostic> {
        let Self { journal, config } = self;
        let mut wrong: Vec<(&str, Diagnostic)> = Vec::new();
        if let Some(name) = asked.span.injury.as_deref().filter(|name| config.injury_called(name).is_none()) {
            let known: Vec<&str> = config.injuries.iter().map(|injury| injury.slug.as_str()).collect();
            wrong.push(("injury", refused("injury", "[[injuries]]", name, &known)));
        }
        for (key, bound) in [("from", &asked.span.from), ("to", &asked.span.to)] {
            let Some(Bound::Phase(name)) = bound else { continue };
            let known: Vec<&str> = config.phases.iter().map(|phase| phase.name.as_str()).collect();
            if !known.iter().any(|phase| slug(phase) == slug(name)) {
                let problem = refused("phase", "[[phases]]", name, &known);
                wrong.push((
                    key,
                    meant(key, name).map_or(problem.clone(), |hint| Diagnostic { hints: vec![hint], ..problem }),
                ));
            }
        }
        wrong.extend(asked.chart.unknown_name(journal));
        if wrong.is_empty() {
            return Vec::new();
        }
        let fields = document.fields(&[KIND]).map(|mut fields| {
            fields.add(asked.row.options);
            fields
        });
        let at = |(key, problem): (&'static str, Diagnostic)| {
            let value: Option<Value<'_>> = fields.as_ref().and_then(|fields| fields.get(key));
            value.map_or(problem.clone(), |value| problem.at(value.place()))
        };
        wrong.into_iter().map(at).collect()
    }
}

/// What an end of a chart's time was meant as, where it is no phase.
fn meant(key: &str, typed: &str) -> Option<String> {
    if key == "to" && matches!(typed.to_lowercase().as_str(), "today" | "now") {
        return Some("leave it out: without it the chart goes on to the last day".to_owned());
    }
    let mut days = days_meant(typed);
    if days.is_empty() {
        let back = days_back(typed).or_else(|| typed.eq_ignore_ascii_case("yesterday").then_some(1));
        days.extend(back.map(|days| format!("-{days}d")));
    }
    (!days.is_empty()).then(|| write_one_of(&days))
}

fn refused(what: &str, table: &str, name: &str, known: &[&str]) -> Diagnostic {
    let mut problem = Diagnostic::error("unknown-name", format!("site.toml describes no {what} `{name}`"));
    if let Some(near) = nearest(name, known.iter().copied()) {
        problem = problem.hint(format!("did you mean `{near}`?"));
    }
    problem.hint(match known.is_empty() {
        true => format!("it has no {table}"),
        false => format!("it describes {}", known.join(", ")),
    })
}

/// What is wrong in the headings that `site.toml` gives to charts of pages: names of kinds that a page does not show.
#[must_use]
pub fn unknown_headings(config: &Config) -> Vec<Diagnostic> {
    let home = ["pain-timeline", "weekly-distance"].to_vec();
    let progress = KINDS.iter().filter(|kind| kind.progress.is_some()).map(|kind| kind.name).collect();
    let pages = [("home", &config.charts.home, home), ("progress", &config.charts.progress, progress)];
    let of_page = |(page, headings, known): (&str, &PageHeadings, Vec<&str>)| {
        let unknown = headings.kinds.iter().filter(|(kind, ..)| !known.contains(&kind.as_str()));
        let told = |(kind, _, place): &(String, String, Place)| {
            let problem = Diagnostic::warning("unknown-name", format!("{page} shows no chart `{kind}`"));
            let problem = match nearest(kind, known.iter().copied()) {
                Some(near) => problem.hint(format!("did you mean `{near}`?")),
                None => problem.hint(format!("it shows {}", known.join(", "))),
            };
            problem.at(place.clone())
        };
        unknown.map(told).collect::<Vec<_>>()
    };
    pages.into_iter().flat_map(of_page).collect()
}
