//! The schema of front matter: one line a key.

use super::{Advice, Derived, Entry, Measures, Milestone, MilestoneKind, Private, Visibility};
use super::{date, exercise, forms, lesson, pain, prom, remind, session, tested, treatment};
use crate::config::{Config, PrivateField};
use crate::fields::{Fields, Node, Publication, Value};
use crate::markdown::Body;
use crate::source::Hash;
use crate::text::near::nearest;
use crate::text::{shorten, slug};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// What an entry is made of beside its front matter.
pub(super) struct EntryFile<'a> {
    /// The file's path.
    pub path: &'a Arc<str>,
    /// The hash of its bytes.
    pub hash: Hash,
    /// Its whole text.
    pub text: &'a Arc<str>,
    /// The byte at which its text below the front matter starts.
    pub text_start: usize,
    /// The site's settings.
    pub config: &'a Config,
    /// Its text below the front matter.
    pub body: Body,
}

/// Reads every key of the front matter and warns of those that are none.
pub(super) fn read(f: Fields<'_>, file: EntryFile<'_>) -> Entry {
    let EntryFile { path, hash, text, text_start, config, body } = file;
    let tags = list(&f, "tags", tag);
    let draft = f.read("draft", Value::bool);
    let said = f.publication(&config.allow, |key| foreign(key).is_some() || session::is_word(key));
    let entry = Entry {
        path: Arc::clone(path),
        text: Arc::clone(text),
        text_start,
        hash,
        title: f.read("title", Value::text).or_else(|| body.title.clone()).unwrap_or_else(|| date::title_of_path(path)),
        date: day(&f, path),
        updated: f.read("updated", Value::date),
        not_before: said.from,
        expires: f.read("expires", Value::date).into_iter().chain(said.last).min(),
        slug: f.read("slug", slug),
        summary: f.read("summary", Value::text).unwrap_or_else(|| body.summary.clone()),
        image: f.read("image", placed),
        series: f.read("series", Value::text),
        tag_slugs: tags.iter().map(|tag| slug::slug(tag)).collect(),
        tags,
        // What can't be read here must not publish what was meant to stay hidden.
        draft: f.has("draft") && draft != Some(false) || said.draft,
        visibility: visibility(&f).max(audience(said)),
        aliases: list(&f, "aliases", placed),
        injury: f.read("injury", placed),
        phase: f.read("phase", Value::text),
        pain: f.read("pain", |v| Some(pain::pains(v))).unwrap_or_default(),
        mileage: f.read("mileage", |v| v.length(config.units).inspect(|metres| v.warn_of_metres(*metres))),
        rest: f.read("rest", Value::bool).unwrap_or(false),
        sessions: list(&f, "sessions", |v| Some(session::sessions(v, config))).into_iter().flatten().collect(),
        exercises: list(&f, "exercises", |v| exercise::exercise(v, config)),
        milestones: list(&f, "milestones", milestone),
        setback: f.read("setback", cause),
        flare: f.read("flare", Value::bool).unwrap_or(false),
        triggers: list(&f, "triggers", Value::text),
        lessons: list(&f, "lessons", lesson::lesson),
        criteria: list(&f, "criteria", |v| criterion(v, config)),
        advice: list(&f, "advice", advice),
        questions: list(&f, "questions", Value::text),
        remind: remind::reminders(&f),
        treatments: list(&f, "treatments", |v| treatment::treatment(v, config)),
        prom: list(&f, "prom", prom::prom),
        tests: tested::results(&f, config),
        medication: medication(&f, config),
        body_weight: Private::read(&f, "body_weight", PrivateField::BodyWeight, config, |v| {
            v.quantity(config.load_unit.kilograms())
        }),
        measures: Measures::read(&f),
        log: None,
        several: false,
        body,
        derived: Derived::default(),
    };
    f.finish(&config.allow, foreign);
    entry
}

/// The day: the key's, else that of the file's name, which should not say another one.
fn day(f: &Fields<'_>, path: &str) -> Option<Date> {
    let named = date::date_of_path(path);
    let typed = f.read("date", Value::date);
    if let (Some(typed), Some(named), Some(value)) = (typed, named, f.get("date"))
        && typed != named
    {
        let message = format!("date is {typed}, and the file's name says {named}");
        value.warn("date-differs", message, "`date` counts: mend whichever is wrong");
    }
    typed.or(named)
}

/// What was taken.
fn medication(f: &Fields<'_>, config: &Config) -> Option<Private<Vec<String>>> {
    let taken = |v: Value<'_>| Some(items(v, Value::text)).filter(|all| !all.is_empty());
    Private::read(f, "medication", PrivateField::Medication, config, taken)
}

/// The items of a list that can be read; items left blank say nothing.
fn list<'a, T>(f: &Fields<'a>, key: &'static str, read: impl Fn(Value<'a>) -> Option<T>) -> Vec<T> {
    f.get(key).map(|value| items(value, read)).unwrap_or_default()
}

fn items<'a, T>(list: Value<'a>, read: impl Fn(Value<'a>) -> Option<T>) -> Vec<T> {
    list.items()
        .into_iter()
        .filter(|item| !matches!(item.node, Node::Null))
        .filter_map(|item| item.read(&read))
        .collect()
}

/// A text with its place, for messages of later stages.
fn placed(value: Value<'_>) -> Option<(String, Range<usize>)> {
    value.text().map(|text| (text, value.range()))
}

fn slug(value: Value<'_>) -> Option<String> {
    let text = value.text()?;
    let found = || format!("slug is the last part of an address, found `{}`", shorten(&text, 40));
    if text.contains(['/', '\\']) {
        return value.error("bad-slug", found(), "folders of the address come from the file's folders");
    }
    if !text.contains(char::is_alphanumeric) {
        return value.error("bad-slug", found(), "it needs a letter or a digit");
    }
    Some(slug::slug(&text))
}

fn tag(value: Value<'_>) -> Option<String> {
    let text = value.text()?;
    if text.contains(',') {
        let message = format!("`{}` is one tag", shorten(&text, 40));
        value.warn("tag-with-comma", message, "several tags are a list: `tags: [running, rehab]`");
    }
    Some(text)
}

fn visibility(f: &Fields<'_>) -> Visibility {
    let read = f.read("visibility", |v| v.one_of(&Visibility::WORDS));
    read.unwrap_or(if f.has("visibility") { Visibility::Private } else { Visibility::Public })
}

/// Who may see what keys of others say something about.
fn audience(said: Publication) -> Visibility {
    match said {
        Publication { private: true, .. } => Visibility::Private,
        Publication { unlisted: true, .. } => Visibility::Unlisted,
        _ => Visibility::Public,
    }
}

/// A milestone: its text, or a mapping that says of which sort it is.
fn milestone(value: Value<'_>) -> Option<Milestone> {
    if !matches!(value.node, Node::Map(_)) {
        return value.text().map(|label| Milestone { kind: MilestoneKind::Other, label });
    }
    let f = value.mapping()?;
    let kind = f.read("kind", |v| v.one_of(&MilestoneKind::WORDS)).unwrap_or_default();
    let hint = "such as `label: First run without pain`";
    let label = forms::required(&f, "label", "a milestone needs a `label`", hint).and_then(Value::text);
    f.finish(&[], |key| matches!(key, "text" | "title" | "name").then_some("did you mean `label`?"));
    label.map(|label| Milestone { kind, label })
}

/// The suspected cause of a setback.
fn cause(value: Value<'_>) -> Option<String> {
    if matches!(value.node, Node::Bool(_)) {
        let message = format!("setback is its suspected cause in words, found {}", value.node.what());
        return value.error("wrong-kind", message, "such as `setback: ran on ice`; a flare is `flare: true`");
    }
    value.text()
}

/// The id of a criterion of the settings, with its place.
fn criterion(value: Value<'_>, config: &Config) -> Option<(String, Range<usize>)> {
    let typed = value.text()?;
    if let Some((_, known)) = config.criterion(&typed) {
        return Some((known.id.clone(), value.range()));
    }
    let ids: Vec<&str> = config.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let hint = match nearest(&typed, ids.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if ids.is_empty() => format!("`[[criteria]]` with `id = \"{}\"` describes it", shorten(&typed, 40)),
        None => format!("it has {}", ids.join(", ")),
    };
    value.warn("unknown-criterion", format!("site.toml has no criterion `{}`", shorten(&typed, 40)), &hint);
    None
}

/// A piece of advice: a mapping, or its text where nobody in particular gave it.
fn advice(value: Value<'_>) -> Option<Advice> {
    if !matches!(value.node, Node::Map(_)) {
        return value.text().map(|text| Advice { from: None, text });
    }
    let f = value.mapping()?;
    let from = f.read("from", Value::text);
    let hint = "such as `{from: Physio, text: Walk before you run}`";
    let text = forms::required(&f, "text", "advice needs a `text`", hint).and_then(Value::text);
    f.finish(&[], |key| matches!(key, "who" | "by" | "source").then_some("did you mean `from`?"));
    text.map(|text| Advice { from, text })
}

/// Keys of other generators and other journals, with what they are called here.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "categories" | "category" | "keywords" | "topics" => "did you mean `tags`?",
        "layout" | "template" | "theme" | "comments" | "toc" | "author" | "authors" => {
            "comeback has no use for it: drop it, or list it in site.toml under `[front_matter] allow`"
        }
        "permalink" | "url" | "path" => "the address is the file's path; `slug` replaces its last part",
        "redirect_from" | "redirects" | "redirect" => "did you mean `aliases`?",
        "description" | "excerpt" | "subtitle" | "abstract" => "did you mean `summary`?",
        "lastmod" | "modified" | "last_modified_at" => "did you mean `updated`?",
        "criterion" | "ticked" => "did you mean `criteria`?",
        "reminder" | "reminders" => "did you mean `remind`?",
        "created" | "day" => "did you mean `date`?",
        "cover" | "thumbnail" | "photo" | "hero" => "did you mean `image`?",
        "distance" | "km" | "miles" => "did you mean `mileage`, or `distance` in one of the `sessions`?",
        "activities" | "activity" | "workout" | "workouts" | "run" | "runs" => "did you mean `sessions`?",
        "rehab" | "strength" => "did you mean `exercises`?",
        "pain_level" | "pain_score" | "soreness" => "did you mean `pain`?",
        "weight" => "did you mean `body_weight`? what is lifted is the `load` of an exercise",
        "notes" => "words go below the front matter",
        _ => return None,
    })
}
