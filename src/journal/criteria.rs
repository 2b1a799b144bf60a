//! What became of the criteria: when each was ticked first, and by which entry.

use super::{CountedEntry, Teller};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::entry::Entry;
use jiff::civil::Date;

/// What became of a criterion of the settings: that it was ticked, or nothing yet. What follows from it is nobody's to say here.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct CriterionState {
    /// The first tick that anybody may see.
    pub ticked: Option<CriterionTick>,
    /// The day of the first tick among all that counts, unlisted entries too, and private ones where their numbers count: for
    /// the writer's own eyes.
    pub counted: Option<Date>,
}

/// An entry or a line that ticks a criterion.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct CriterionTick {
    /// When; of a span its first day.
    pub date: Date,
    /// The entry, by index; `None` where a line of a log does it.
    pub item: Option<usize>,
}

/// The state of each criterion of the settings, in their order; tellers and entries come in date order.
pub(super) fn of(
    config: &Config,
    tellers: &[Teller<'_>],
    counted: &[CountedEntry],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<CriterionState> {
    let ticks = |entry: &Entry, id: &str| entry.criteria.iter().position(|(own, _)| own == id);
    // Few entries tick anything, and each criterion looks at all that do.
    let tellers: Vec<&Teller<'_>> = tellers.iter().filter(|teller| !teller.entry.criteria.is_empty()).collect();
    let counted: Vec<&CountedEntry> = counted.iter().filter(|(entry, _)| !entry.criteria.is_empty()).collect();
    let mut states = Vec::with_capacity(config.criteria.len());
    for criterion in &config.criteria {
        let id = criterion.id.as_str();
        let first = tellers.iter().find(|teller| ticks(teller.entry, id).is_some());
        let ticked = first.map(|teller| CriterionTick { date: teller.date, item: teller.item });
        let all = counted.iter().filter_map(|(entry, _)| Some((entry, entry.date?, ticks(entry, id)?)));
        let earliest = all.min_by_key(|(_, date, _)| *date);
        if let (None, Some((entry, _, at))) = (&ticked, earliest) {
            let message = format!("no entry that everybody finds ticks `{id}`, so pages call it open");
            let place = entry.place(entry.criteria[at].1.clone());
            let hint = "tick it in a public entry too, where readers may know";
            diagnostics.push(Diagnostic::note("hidden-criterion", message).at(place).hint(hint));
        }
        let dates = earliest.map(|(_, date, _)| date).into_iter().chain(ticked.map(|tick| tick.date));
        states.push(CriterionState { ticked, counted: dates.min() });
    }
    states
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Flags, Today};
    use crate::source::{Content, Source, Stamp};
    use jiff::civil::date;
    use std::sync::Arc;

    const SETTINGS: &str = "title = \"T\"\nbase_url = \"https://e.org/\"\n[privacy]\ncount_private = true\n\
        [[criteria]]\nid = \"hops\"\n[[criteria]]\nid = \"stairs\"\n[[criteria]]\nid = \"sit\"\n[[criteria]]\nid = \"walk\"\n";

    /// What became of the criteria, and what was said of it.
    fn states(files: &[(&str, &str)], log: &str) -> (Vec<CriterionState>, Vec<String>) {
        let config = crate::config::load(SETTINGS, &Flags::on(Today::Given(date(2020, 6, 1)))).value;
        let source = |path: &str, text: &Arc<str>| Source {
            path: path.into(),
            hash: [0; 32],
            content: Content::Text(text.clone()),
            stamp: Stamp::default(),
        };
        let entry = |(name, front): &(&str, &str)| {
            let text: Arc<str> = format!("---\n{front}\n---\nText.\n").into();
            let file = source(&format!("content/journal/{name}.md"), &text);
            let checked = crate::entry::parse(&file, &text, &config);
            assert_eq!(checked.diagnostics, [], "{name}");
            Arc::new(checked.value.expect("an entry"))
        };
        let entries: Vec<_> = files.iter().map(entry).collect();
        let log: Arc<str> = log.into();
        let (read, problems) = crate::entry::parse_log(&source("content/log.txt", &log), &log, &config, None);
        assert_eq!(problems, []);
        let journal = crate::journal::assemble(&entries, &[Arc::new(read)], &config);
        let said = journal.diagnostics.iter().map(|d| format!("{}: {}", d.severity.word(), d.message)).collect();
        (journal.value.criteria, said)
    }

    fn tick(month: i8, day: i8, item: Option<usize>) -> CriterionState {
        let date = date(2020, month, day);
        CriterionState { ticked: Some(CriterionTick { date, item }), counted: Some(date) }
    }

    #[test]
    fn the_first_tick_of_each_is_kept_in_the_order_of_the_settings() {
        let files = [
            ("2020-02-01-a", "criteria: Stairs"),
            ("2020-03-01-b", "criteria: [stairs, hops]"),
            ("2020-04-01-c", "criteria: [hops]"),
        ];
        let (states, said) = states(&files, "2020-01-05  pain 1, criteria sit\n2020-03-01  criteria \"hops\"\n");
        let expected = [tick(3, 1, Some(1)), tick(2, 1, Some(0)), tick(1, 5, None), CriterionState::default()];
        assert_eq!((states, said), (expected.to_vec(), vec![]));
    }

    #[test]
    fn only_what_anybody_may_see_ticks_a_criterion_on_pages() {
        let files = [
            ("2020-02-01-a", "criteria: hops\ndraft: true"),
            ("2020-02-02-b", "criteria: hops\nexpires: 2020-03-01"),
            ("2020-07-01-c", "criteria: hops"),
            ("2020-02-03-d", "criteria: stairs\nvisibility: unlisted"),
            ("2020-02-04-e", "criteria: sit\nvisibility: private"),
            ("2020-05-04-f", "criteria: sit"),
        ];
        let (states, said) = states(&files, "2020-01-05  pain 1, criteria walk, private\n");
        let counted = |month, day| CriterionState { ticked: None, counted: Some(date(2020, month, day)) };
        let sit = CriterionState { counted: Some(date(2020, 2, 4)), ..tick(5, 4, Some(1)) };
        assert_eq!(states, [CriterionState::default(), counted(2, 3), sit, counted(1, 5)]);
        let open = |id: &str| format!("note: no entry that everybody finds ticks `{id}`, so pages call it open");
        assert_eq!(said, [open("stairs"), open("walk")]);
    }
}
