//! Criteria: what the writer, or somebody who treats her, wants to see before the next phase.

use super::{Config, Phase};
use crate::diag::Place;
use crate::fields::Value;
use crate::text::near::nearest;
use crate::text::slug::slug;

/// What somebody wants to see before the next phase, as `[[criteria]]` says. Entries tick it; that it is met is all that is
/// ever said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Its name in entries; case does not matter.
    pub id: String,
    /// The phase that it belongs to, by its place among the phases; none where none is named, or none that is known.
    pub phase: Option<usize>,
    /// What is to be seen, in the words of whoever set it; the id where nothing else was typed.
    pub text: String,
    /// Who set it; may be empty.
    pub by: String,
}

pub(super) fn criteria(value: Value<'_>, phases: &[Phase]) -> Vec<Criterion> {
    let mut criteria: Vec<(Criterion, Place)> = Vec::new();
    for item in value.items() {
        let Some(fields) = item.mapping() else { continue };
        let id = fields.read("id", Value::text);
        let (text, by) = (fields.read("text", Value::text), fields.read("by", Value::text));
        let phase = fields.read("phase", |value| phase_called(value, phases));
        let typed = fields.get("id").filter(|typed| !matches!(typed.as_text(), Some("")));
        fields.finish(&[], |key| match key {
            "name" | "slug" => Some("did you mean `id`?"),
            "title" | "label" | "goal" => Some("did you mean `text`?"),
            "from" | "who" => Some("did you mean `by`?"),
            _ => None,
        });
        let Some((id, typed)) = id.zip(typed) else {
            if typed.is_none() {
                let hint = "entries tick it by its id: id = \"ten-hops\"";
                let _: Option<()> = item.error("missing-key", "a criterion needs an id", hint);
            }
            continue;
        };
        if let Some((_, first)) = criteria.iter().find(|(other, _)| slug(&other.id) == slug(&id)) {
            let message = format!("two criteria have the id `{id}`");
            typed.error_again("duplicate-criterion", message, first.clone(), "give one of them another id");
            continue;
        }
        let text = text.unwrap_or_else(|| id.clone());
        criteria.push((Criterion { id, phase, text, by: by.unwrap_or_default() }, typed.place()));
    }
    criteria.into_iter().map(|(criterion, _)| criterion).collect()
}

/// The phase that a criterion names, by its place.
fn phase_called(value: Value<'_>, phases: &[Phase]) -> Option<usize> {
    let name = value.text()?;
    let wanted = slug(&name);
    let found = phases.iter().position(|phase| slug(&phase.name) == wanted);
    if found.is_none() {
        let near = nearest(&name, phases.iter().map(|phase| phase.name.as_str()));
        let hint = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if phases.is_empty() => "it has no [[phases]]".to_owned(),
            None => format!("it describes {}", phases.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ")),
        };
        value.warn("unknown-phase", format!("site.toml describes no phase `{name}`"), &hint);
    }
    found
}

impl Config {
    /// A criterion by its id, however it is spelt, with its place among the criteria.
    pub fn criterion(&self, id: &str) -> Option<(usize, &Criterion)> {
        let wanted = slug(id);
        self.criteria.iter().enumerate().find(|(_, criterion)| slug(&criterion.id) == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Flags, Today, load};

    const HEAD: &str = "title = \"A\"\nbase_url = \"https://e.org/\"\n[[phases]]\nname = \"Walk-run\"\nstart = 2020-02-01\n[[phases]]\nname = \"Calm\"\nstart = 2020-01-01\nend = 2020-01-31\n";

    fn read(criteria: &str) -> crate::diag::Checked<Config> {
        load(&format!("{HEAD}{criteria}"), &Flags::on(Today::Given(jiff::civil::date(2020, 1, 1))))
    }

    #[test]
    fn criteria_keep_their_order_and_know_their_phase() {
        let typed = "[[criteria]]\nid = \"hops\"\nphase = \"walk-run\"\ntext = \"Ten hops\"\nby = \"Dunja\"\n[[criteria]]\nid = \"Stairs\"\n";
        let checked = read(typed);
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let of = |id: &str, phase, text: &str, by: &str| Criterion {
            id: id.to_owned(),
            phase,
            text: text.to_owned(),
            by: by.to_owned(),
        };
        // Phases are sorted by their first day.
        let expected = [of("hops", Some(1), "Ten hops", "Dunja"), of("Stairs", None, "Stairs", "")];
        assert_eq!(checked.value.criteria, expected);
        assert_eq!(checked.value.criterion("stairs").map(|(at, _)| at), Some(1));
        assert_eq!(checked.value.criterion("stair"), None);
    }

    #[test]
    fn what_is_wrong_with_criteria_is_told_with_its_places() {
        let typed = "[[criteria]]\ntext = \"Ten hops\"\n[[criteria]]\nid = \"a\"\nphase = \"Walk-rum\"\n[[criteria]]\nid = \"A\"\n[[criteria]]\nid = \"b\"\nphase = \"Peak\"\ngoal = \"c\"\n[[criteria]]\nid = \"\"\n";
        let said = read(typed).diagnostics.into_iter().map(|d| {
            let related = d.related.iter().map(|(label, place)| format!(" ({label}: {place})")).collect::<String>();
            let hints = d.hints.join("; ");
            format!(
                "{} {}: {}{related} | {hints}",
                d.place.map(|p| p.to_string()).unwrap_or_default(),
                d.severity.word(),
                d.message
            )
        });
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                "site.toml:10:1 error: a criterion needs an id | entries tick it by its id: id = \"ten-hops\"",
                "site.toml:14:9 warning: site.toml describes no phase `Walk-rum` | did you mean `Walk-run`?",
                "site.toml:16:6 error: two criteria have the id `A` (first here: site.toml:13:6) | give one of them another id",
                "site.toml:19:9 warning: site.toml describes no phase `Peak` | it describes Calm, Walk-run",
                "site.toml:20:1 warning: unknown key `goal` in `criteria` | did you mean `text`?",
                "site.toml:21:1 error: a criterion needs an id | entries tick it by its id: id = \"ten-hops\"",
            ]
        );
    }
}
