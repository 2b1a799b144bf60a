//! What `site.toml` says of the journal itself: injuries, phases, the rule, prescriptions.

use super::{
    Arrangement, ChartHeadings, Diagnosis, Injury, LessonOrder, Operation, PageHeadings, PainRule, Phase, Prescription,
};
use crate::fields::{Fields, Value};
use crate::text::near::nearest;
use crate::text::slug::slug;
use crate::units::Distance;
use jiff::civil::Date;

/// The sides that an injury may have.
pub(super) const SIDES: [&str; 4] = ["left", "right", "both", "central"];

/// The rules that are known by name.
pub(super) const PRESETS: [(&str, &str); 3] =
    [("silbernagel", "silbernagel"), ("within-48h", "within-48h"), ("custom", "custom")];

pub(super) fn injuries(value: Value<'_>, units: Distance) -> Vec<Injury> {
    let mut injuries: Vec<Injury> = Vec::new();
    let mut came_back: Vec<(usize, Value<'_>)> = Vec::new();
    for item in value.items() {
        let Some(fields) = item.mapping() else { continue };
        let text = |key: &'static str| fields.read(key, Value::text).unwrap_or_default();
        let name = text("name");
        let typed = text("slug");
        let slug = slug(if typed.is_empty() { &name } else { &typed });
        if name.is_empty() && typed.is_empty() {
            let _: Option<()> = item.error("missing-key", "an injury needs a name", "name = \"left high hamstring\"");
        } else if injuries.iter().any(|i| i.slug == slug) {
            let _: Option<()> = item.error("duplicate-injury", format!("two injuries are called `{slug}`"), "");
        }
        let side = fields.read("side", |v| v.one_of(&SIDES.map(|side| (side, side))));
        let onset = fields.read("onset", Value::date);
        came_back.extend(fields.get("relapse_of").map(|of| (injuries.len(), of)));
        let injury = Injury {
            name: if name.is_empty() { typed } else { name },
            slug,
            site: text("site"),
            side: side.unwrap_or_default().to_owned(),
            onset,
            end: fields.read("end", |v| end(v, onset)),
            relapse_of: None,
            baseline: fields.read("baseline", |v| v.length(units).inspect(|metres| v.warn_of_metres(*metres))),
            mechanism: text("mechanism"),
            diagnoses: fields.get("diagnoses").map(diagnoses).unwrap_or_default(),
            operations: fields.get("operations").map(operations).unwrap_or_default(),
        };
        fields.finish(&[], |_| None);
        injuries.push(injury);
    }
    for (at, of) in came_back {
        injuries[at].relapse_of = first_time(&injuries, at, of);
    }
    injuries
}

/// The last day of an injury, which no error leaves before its first.
fn end(value: Value<'_>, onset: Option<Date>) -> Option<Date> {
    let end = value.date()?;
    match onset.filter(|onset| end < *onset) {
        Some(onset) => value.error("bad-injury", format!("the injury ends on {end}, before its onset on {onset}"), ""),
        None => Some(end),
    }
}

/// The injury that another is a relapse of.
fn first_time(injuries: &[Injury], at: usize, value: Value<'_>) -> Option<usize> {
    let name = value.text()?;
    let wanted = slug(&name);
    let Some(first) = injuries.iter().position(|i| i.slug == wanted) else {
        let others = injuries.iter().map(|i| i.slug.as_str()).filter(|other| *other != injuries[at].slug);
        let hint = nearest(&wanted, others).map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
        return value.error("unknown-injury", format!("no injury has the slug `{name}`"), &hint);
    };
    if first == at {
        return value.error("bad-injury", "an injury is no relapse of itself", "name the earlier injury by its slug");
    }
    if injuries[first].onset.zip(injuries[at].onset).is_some_and(|(first, again)| again < first) {
        let message = format!("`{}` is a relapse of `{wanted}`, which began later", injuries[at].slug);
        value.warn("bad-injury", message, "`relapse_of` stands at the later of the two");
    }
    Some(first)
}

/// What has a date and words, by date; what else is known of it is read by `other`.
fn dated<T: Ord>(value: Value<'_>, wrong: [&str; 2], read: impl Fn(&Fields<'_>, Date, String) -> T) -> Vec<T> {
    let one = |item: Value<'_>| {
        let fields = item.mapping()?;
        let date = fields.read("date", Value::date);
        let label = fields.read("label", Value::text);
        let lacks = |key| !fields.has(key) || fields.get(key).is_some_and(|v| v.as_text() == Some(""));
        let lacking = lacks("date") || lacks("label");
        let made = date.zip(label).map(|(date, label)| read(&fields, date, label));
        fields.finish(&[], |_| None);
        if lacking { item.error("missing-key", wrong[0], wrong[1]) } else { made }
    };
    let mut all: Vec<T> = value.items().into_iter().filter_map(one).collect();
    all.sort();
    all
}

fn diagnoses(value: Value<'_>) -> Vec<Diagnosis> {
    let wrong = ["a diagnosis has a date and a label", "{ date = 2020-01-31, label = \"…\" }"];
    dated(value, wrong, |fields, date, label| Diagnosis { date, label, short: fields.read("short", Value::text) })
}

fn operations(value: Value<'_>) -> Vec<Operation> {
    let wrong = ["an operation has a date and a label", "{ date = 2020-01-31, label = \"…\" }"];
    dated(value, wrong, |_, date, label| Operation { date, label })
}

pub(super) fn phases(value: Value<'_>) -> Vec<Phase> {
    let mut phases: Vec<(Phase, Value<'_>)> = Vec::new();
    for item in value.items() {
        let Some(fields) = item.mapping() else { continue };
        let name = fields.read("name", Value::text);
        let start = fields.read("start", Value::date);
        let end = fields.read("end", Value::date);
        let goal = fields.read("goal", Value::text).unwrap_or_default();
        let summary = fields.read("summary", Value::text).unwrap_or_default();
        let rest = fields.read("rest", Value::bool).unwrap_or(false);
        fields.finish(&[], |_| None);
        let (Some(name), Some(start)) = (name, start) else {
            let _: Option<()> = item.error("missing-key", "a phase has a name and a start", "start = 2020-01-31");
            continue;
        };
        if end.is_some_and(|end| end < start) {
            let _: Option<()> = item.error("bad-phase", format!("phase `{name}` ends before it starts"), "");
            continue;
        }
        phases.push((Phase { name, start, end, goal, summary, rest }, item));
    }
    phases.sort_by_key(|(phase, _)| phase.start);
    for pair in phases.windows(2) {
        let ((before, _), (after, value)) = (&pair[0], &pair[1]);
        if before.end.is_some_and(|end| end >= after.start) || before.end.is_none() {
            let message = format!("phase `{}` starts before `{}` has ended", after.name, before.name);
            value.warn("overlapping-phases", message, "give the earlier one an end: end = 2020-01-31");
        }
    }
    phases.into_iter().map(|(phase, _)| phase).collect()
}

/// The rules that the settings give, one or several, the oldest first.
///
/// A rule without `from` is the oldest; of several that begin on one day the last in the file stands last, and counts.
pub(super) fn rules(value: Value<'_>) -> Vec<PainRule> {
    let items = value.items().into_iter();
    let mut rules: Vec<(PainRule, Value<'_>)> = items.filter_map(|item| Some((rule(item)?, item))).collect();
    rules.sort_by_key(|(rule, _)| rule.from);
    for pair in rules.windows(2) {
        if pair[0].0.from == pair[1].0.from {
            let since = pair[1].0.from.map_or("without `from`".to_owned(), |from| format!("from {from}"));
            pair[0].1.warn("two-rules", format!("two rules hold {since}"), "the later one in the file counts");
        }
    }
    rules.into_iter().map(|(rule, _)| rule).collect()
}

/// The published values of the presets: Silbernagel et al. 2007 (doi 10.1177/0363546506298279) cut at 3 and 5, and the
/// stricter, slower rule that some runners settle on. What lies beyond the paper is ours: the limit of 3, and that a morning
/// may lie a point above what is usual.
fn rule(value: Value<'_>) -> Option<PainRule> {
    let fields = value.mapping()?;
    let preset = fields.read("preset", |v| v.one_of(&PRESETS));
    let from = fields.read("from", Value::date);
    let [low, ceiling, morning, tolerance] =
        ["low", "ceiling", "morning", "tolerance"].map(|key| fields.read(key, Value::number));
    let window_hours = fields.read("window_hours", Value::whole);
    let provenance = fields.read("provenance", Value::text).unwrap_or_default();
    let is_typed = |key| fields.has(key);
    let (has_preset, has_limits) = (is_typed("preset"), is_typed("low") && is_typed("ceiling"));
    let numbers = ["low", "ceiling", "morning", "window_hours", "tolerance"].into_iter().find(|key| fields.has(key));
    fields.finish(&[], |_| None);
    let Some(preset) = preset else {
        let hint = "preset = \"silbernagel\", \"within-48h\", or \"custom\" with `low` and `ceiling`";
        return if has_preset { None } else { value.error("missing-key", "a rule names its preset", hint) };
    };
    if let Some(key) = numbers.filter(|_| preset != "custom") {
        let message = format!("preset `{preset}` has its own `{key}`");
        return value.error("changed-preset", message, "other numbers are preset = \"custom\"");
    }
    let (low, ceiling, morning, tolerance, window_hours) = match (preset, low, ceiling) {
        ("silbernagel", ..) => (3.0, 5.0, 3.0, 1.0, 24),
        ("within-48h", ..) => (0.0, 3.0, 3.0, 1.0, 48),
        (_, Some(low), Some(ceiling)) => {
            (low, ceiling, morning.unwrap_or(10.0), tolerance.unwrap_or(0.0), window_hours.unwrap_or(24))
        }
        // One of them is no number, which was told.
        _ if has_limits => return None,
        _ => return value.error("missing-key", "a custom rule has a `low` and a `ceiling`", "low = 0, ceiling = 3"),
    };
    if low > ceiling {
        return value.error("bad-rule", "`low` is above the `ceiling`", "a score up to `low` is green");
    }
    if ![24, 48].contains(&window_hours) {
        return value.error("bad-rule", "a window is 24 or 48 hours", "window_hours = 24");
    }
    Some(PainRule { preset, from, low, ceiling, morning, tolerance, window_hours, provenance })
}

pub(super) fn prescriptions(value: Value<'_>) -> Vec<Prescription> {
    let read = |item: Value<'_>| {
        let fields = item.mapping()?;
        let exercise = fields.read("exercise", Value::text);
        let per_week = fields.read("per_week", Value::whole).and_then(|n| u32::try_from(n).ok());
        let from = fields.read("from", Value::date);
        let to = fields.read("to", Value::date);
        let incomplete = exercise.is_none() && !fields.has("exercise") || !fields.has("per_week");
        fields.finish(&[], |_| None);
        if incomplete {
            let hint = "exercise = \"Bridge\", per_week = 3";
            return item.error("missing-key", "a prescription has an exercise and how often a week it is done", hint);
        }
        if let (Some(first), Some(last)) = (from, to)
            && last < first
        {
            return item.error("bad-prescription", "the prescription ends before it starts", "");
        }
        Some(Prescription { exercise: exercise?, per_week: per_week?, from, to })
    };
    value.items().into_iter().filter_map(read).collect()
}

pub(super) fn charts(value: Value<'_>) -> Option<ChartHeadings> {
    let fields = value.mapping()?;
    let page = |key| fields.read(key, headings).unwrap_or_default();
    let all = ChartHeadings { home: page("home"), progress: page("progress") };
    fields.finish(&[], |_| None);
    Some(all)
}

/// The headings of a page's charts: one alone is that of the first.
fn headings(value: Value<'_>) -> Option<PageHeadings> {
    if value.as_text().is_some() {
        return Some(PageHeadings { first: value.text(), ..PageHeadings::default() });
    }
    let kinds = value.named()?.into_iter();
    let kinds = kinds.filter_map(|(kind, heading)| Some((kind.to_owned(), heading.text()?, heading.place()))).collect();
    Some(PageHeadings { first: None, kinds })
}

pub(super) fn lessons(value: Value<'_>) -> Option<Arrangement> {
    let fields = value.mapping()?;
    let order = fields.read("order", |v| v.one_of(&LessonOrder::WORDS)).unwrap_or_default();
    let mut top: Vec<(String, crate::diag::Place)> = Vec::new();
    for item in fields.get("top").map(Value::items).unwrap_or_default() {
        let Some(id) = item.text() else { continue };
        if top.iter().any(|(other, _)| *other == id) {
            item.warn("duplicate-lesson", format!("lesson `{id}` is in `top` twice"), "its first place counts");
        } else {
            top.push((id, item.place()));
        }
    }
    fields.finish(&[], |_| None);
    Some(Arrangement { order, top })
}
