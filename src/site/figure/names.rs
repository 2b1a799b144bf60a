//! The names in fences that only the site knows: of injuries and phases.

use crate::config::Config;
use crate::diag::{Diagnostic, Place};
use crate::entry::Entry;
use crate::journal::Journal;
use crate::markdown::{Bound, ChartFence, Hole, Name};
use crate::text::near::nearest;
use crate::text::slug::slug;
use std::collections::BTreeSet;

/// Reports the names in a text's fences that the site does not know.
pub(in crate::site) fn check(journal: &Journal, config: &Config, entry: &Entry, problems: &mut Vec<Diagnostic>) {
    for (_, hole) in &entry.body.holes {
        if let Hole::Chart { fence, .. } = hole {
            problems.extend(unknown(journal, config, fence, &entry.path, &entry.text));
        }
    }
}

/// The names in a fence, or on a command line, that the site does not know.
pub(in crate::site) fn unknown(
    journal: &Journal,
    config: &Config,
    fence: &ChartFence,
    path: &str,
    text: &str,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut refuse = |what: &str, table: &str, name: &Name, known: Vec<&str>| {
        let message = format!("site.toml describes no {what} `{}`", name.text);
        let mut problem = Diagnostic::error("unknown-name", message).at(Place::new(path, text, name.range.clone()));
        if let Some(near) = nearest(&name.text, known.iter().copied()) {
            problem = problem.hint(format!("did you mean `{near}`?"));
        }
        problems.push(problem.hint(match known.is_empty() {
            true => format!("it has no {table}"),
            false => format!("it describes {}", known.join(", ")),
        }));
    };
    if let Some(name) = fence.injury.as_ref().filter(|name| injury(journal, &name.text).is_none()) {
        refuse("injury", "[[injuries]]", name, config.injuries.iter().map(|i| i.slug.as_str()).collect());
    }
    for bound in [&fence.from, &fence.to].into_iter().flatten() {
        let Bound::Phase(name) = bound else { continue };
        if !config.phases.iter().any(|phase| slug(&phase.name) == slug(&name.text)) {
            refuse("phase", "[[phases]]", name, config.phases.iter().map(|p| p.name.as_str()).collect());
        }
    }
    if let Some(name) = &fence.exercise {
        let all: BTreeSet<&str> = journal.counted(None).flat_map(|(_, e)| &e.exercises).map(|e| &*e.name).collect();
        let wanted = slug(&name.text);
        if !all.iter().any(|known| slug(known) == wanted) {
            let message = format!("no entry has the exercise `{}`", name.text);
            let problem = Diagnostic::error("unknown-name", message).at(Place::new(path, text, name.range.clone()));
            problems.push(match nearest(&name.text, all) {
                Some(near) => problem.hint(format!("did you mean `{near}`?")),
                None => problem.hint("write its name as the entries have it; case does not matter"),
            });
        }
    }
    problems
}

/// The index of an injury by its slug or its name.
pub(super) fn injury(journal: &Journal, name: &str) -> Option<usize> {
    let wanted = slug(name);
    journal.injuries.iter().position(|i| i.injury.slug == wanted || slug(&i.injury.name) == wanted)
}
