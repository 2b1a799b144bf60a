//! Templates that lie among the entries: `date: "{{date}}"`.

use super::Entry;
use crate::diag::{Diagnostic, Place, Severity};

/// What opens and closes a place that a program fills in: Obsidian's, Templater's.
const PLACES: [(&str, &str); 2] = [("{{", "}}"), ("<%", "%>")];

fn has_place(text: &str) -> bool {
    PLACES.iter().any(|(open, close)| text.split_once(open).is_some_and(|(_, rest)| rest.contains(close)))
}

/// Whether a text is such a place and nothing else: a title may speak of `{{ braces }}`.
fn is_place(text: &str) -> bool {
    let inside = |(open, close): &(&str, &str)| text.trim().strip_prefix(*open)?.strip_suffix(*close);
    PLACES.iter().filter_map(inside).any(|inside| !inside.contains(['{', '}', '%', '<', '>']))
}

/// Says of the errors in a template, and of a title that nobody filled in, how a template is kept out of the site.
pub(super) fn tell(path: &str, entry: Option<&Entry>, problems: &mut Vec<Diagnostic>) {
    let name = path.rsplit('/').next().unwrap_or(path);
    let hint = || format!("a template's name begins with _ and is never published: call it `_{name}`");
    let mut known = false;
    for problem in problems.iter_mut().filter(|problem| problem.severity == Severity::Error) {
        if problem.place.as_ref().is_some_and(|place| has_place(&place.excerpt)) {
            problem.hints = vec![hint()];
            known = true;
        }
    }
    if let Some(entry) = entry.filter(|entry| !known && is_place(&entry.title)) {
        let place = entry.text.find(&entry.title).map(|at| Place::new(path, &entry.text, at..at + entry.title.len()));
        let message = format!("the title `{}` has a place that was never filled in", entry.title);
        let problem = Diagnostic::error("template", message).at(place.unwrap_or_else(|| Place::file(path)));
        problems.push(problem.hint(hint()));
    }
}
