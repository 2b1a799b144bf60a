//! A plain journal as the files that say the same.

use super::plain::{
    Entry, Exercise, Journal, Length, Pain, Rule, Session, Status, TODAY, Test, Treatment, Typed, Unit, day,
};
use std::fmt::{Display, Write as _};

/// `name: value` for those that are given.
fn keys<V: Display>(pairs: impl IntoIterator<Item = (&'static str, Option<V>)>) -> Vec<String> {
    pairs.into_iter().filter_map(|(key, value)| Some(format!("{key}: {}", value?))).collect()
}

fn list(name: &str, items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| format!("  - {item}\n")).collect();
    if items.is_empty() { String::new() } else { format!("{name}:\n{}", items.concat()) }
}

fn length(length: Length) -> String {
    let Length { number, unit } = length;
    let hundredths = format!("{}.{:02}", number / 100, number % 100);
    match unit {
        Unit::Metres => format!("{number} m"),
        Unit::Kilometres => format!("{hundredths} km"),
        Unit::Miles => format!("{hundredths} mi"),
        Unit::Bare => hundredths,
    }
}

/// A score; one that ends in a half may be the middle of a range.
fn score(value: f64, ranges: bool) -> String {
    if ranges && value.fract() != 0.0 { format!("{}-{}", value.floor(), value.ceil()) } else { value.to_string() }
}

/// A number that counts as it is, and as the lower end of a range.
fn lower<V: Display>(value: V, higher: Option<V>) -> String {
    higher.map_or_else(|| value.to_string(), |higher| format!("{value}-{higher}"))
}

fn mapping(pain: &Pain, ranges: bool) -> String {
    let score = |value: Option<f64>| value.map(|value| score(value, ranges));
    let mut all = keys([("site", pain.site), ("side", pain.side), ("words", pain.words)]);
    all.extend(keys([
        ("before", score(pain.before)),
        ("during", score(pain.during)),
        ("after", score(pain.after)),
        ("next_day", score(pain.next_day)),
        ("worst", score(pain.worst)),
        ("rest", score(pain.rest)),
        ("average", score(pain.average)),
    ]));
    all.extend(keys([("settled_hours", pain.settled_hours)]));
    format!("{{{}}}", all.join(", "))
}

fn typed(pain: &Typed, ranges: bool) -> Option<String> {
    let mapping = |pain: &Pain| mapping(pain, ranges);
    match pain {
        Typed::Nothing => None,
        Typed::Scalar(value) => Some(score(*value, ranges)),
        Typed::Mapping(pain) => Some(mapping(pain)),
        Typed::List(pains) => Some(format!("[{}]", pains.iter().map(mapping).collect::<Vec<_>>().join(", "))),
    }
}

fn session(session: &Session, ranges: bool) -> String {
    let mut all = keys([("type", Some(session.kind))]);
    all.extend(keys([("distance", session.distance.map(length))]));
    // A bare duration is minutes.
    all.extend(keys([("duration", session.minutes)]));
    all.extend(keys([("rpe", session.rpe.map(|rpe| score(rpe, ranges))), ("pain", typed(&session.pain, ranges))]));
    all.extend(keys([("planned", session.planned.then_some(true))]));
    format!("{{{}}}", all.join(", "))
}

fn exercise(exercise: &Exercise, ranges: bool) -> String {
    let count = |n: u64| lower(n, ranges.then_some(n + 2));
    let reps = match exercise.reps.as_slice() {
        [] => None,
        [one] => Some(count(*one)),
        list => Some(format!("[{}]", list.iter().map(|n| count(*n)).collect::<Vec<_>>().join(", "))),
    };
    let mut all = keys([("name", Some(exercise.name)), ("side", exercise.side)]);
    all.extend(keys([("sets", exercise.sets.map(count)), ("hold", exercise.hold.map(count)), ("reps", reps)]));
    let load = exercise.kilograms.map(|kg| format!("{} kg", lower(kg, ranges.then_some(kg + 2.5))));
    all.extend(keys([("load", load)]));
    all.extend(keys([("load", exercise.other_load.map(|load| format!("\"{load}\"")))]));
    all.extend(keys([("pain", exercise.pain)]));
    format!("{{{}}}", all.join(", "))
}

fn treatment(treatment: &Treatment) -> String {
    let mut all = keys([("type", Some(treatment.kind))]);
    all.extend(keys([("minutes", treatment.minutes)]));
    let cost = |(cents, currency)| format!("{}.{:02} {currency}", cents / 100, cents % 100);
    all.extend(keys([("cost", treatment.cents.map(cost))]));
    all.extend(keys([("pain_before", treatment.pain_before)]));
    format!("{{{}}}", all.join(", "))
}

impl Entry {
    /// The path and the text of its file.
    pub(crate) fn file(&self, journal: &Journal) -> (String, String) {
        let mut lines = match self.status {
            Status::Public | Status::Future | Status::Undated => Vec::new(),
            Status::Unlisted => vec!["visibility: unlisted".to_owned()],
            Status::Private => vec!["visibility: private".to_owned()],
            Status::Draft => vec!["draft: true".to_owned()],
            Status::Expired => vec![format!("expires: {}", day(TODAY - 1))],
        };
        lines.extend(keys([("date", self.date_typed.then(|| day(self.day)))]));
        let slug = self.injury.map(|injury| journal.injuries[injury].name.to_lowercase());
        lines.extend(keys([
            ("injury", slug),
            ("pain", typed(&self.pain, self.ranges)),
            ("mileage", self.mileage.map(length)),
        ]));
        lines.extend(keys([("rest", self.rest), ("flare", self.flare.then_some(true))]));
        lines.extend(keys([("setback", self.setback.then_some("a long sit"))]));
        lines.extend(keys([("mood", self.mood_in_words.then_some("fair"))]));
        lines.extend(self.measures.iter().map(|(key, value)| format!("{key}: {value}")));
        let mut text = format!("---\ntitle: {}\n", self.path);
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text += &list("sessions", self.sessions.iter().map(|done| session(done, self.ranges)));
        text += &list("exercises", self.exercises.iter().map(|done| exercise(done, self.ranges)));
        text += &list("treatments", self.treatments.iter().map(treatment));
        let prom = self.prom.iter().map(|(name, score)| format!("{{instrument: {name}, score: {score}}}"));
        text += &list("prom", prom);
        text += if self.tests.is_empty() { "" } else { "tests:\n" };
        for Test { name, value, left, right } in &self.tests {
            let sides = || format!("{{{}}}", keys([("left", *left), ("right", *right)]).join(", "));
            let _ = writeln!(text, "  {name}: {}", value.map_or_else(sides, |value| value.to_string()));
        }
        (format!("content/journal/{}", self.path), text + "---\nWords.\n")
    }
}

/// A day's pain as items of a line.
fn pain_in_line(pain: &Typed, ranges: bool) -> Option<Vec<String>> {
    let of = |name: &str, value: Option<f64>| value.map(|value| format!("{name} {}", score(value, ranges)));
    match pain {
        Typed::Nothing => Some(Vec::new()),
        Typed::Scalar(value) => Some(vec![format!("pain {}", score(*value, ranges))]),
        Typed::Mapping(pain) => {
            let elsewhere = pain.site.is_some() || pain.side.is_some() || pain.words.is_some();
            let points = [
                of("before", pain.before),
                of("during", pain.during),
                of("after", pain.after),
                of("next day", pain.next_day),
                of("worst", pain.worst),
                of("rest", pain.rest),
                of("average", pain.average),
            ];
            let points: Vec<String> = points.into_iter().flatten().collect();
            let item = (!points.is_empty()).then(|| format!("pain {}", points.join(" ")));
            (!elsewhere && pain.settled_hours.is_none()).then(|| item.into_iter().collect())
        }
        Typed::List(_) => None,
    }
}

fn session_in_line(session: &Session, ranges: bool) -> Option<String> {
    if session.planned || !matches!(session.pain, Typed::Nothing) {
        return None;
    }
    let length = match session.distance {
        Some(Length { unit: Unit::Bare, .. }) => return None,
        Some(Length { number, unit: Unit::Metres }) => Some(format!("{number} metres")),
        other => other.map(length),
    };
    let minutes = session.minutes.map(|minutes| format!("{minutes} min"));
    let rpe = session.rpe.map(|rpe| format!("rpe {}", score(rpe, ranges)));
    let parts = [Some(session.kind.to_owned()), rpe, minutes, length];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn exercise_in_line(exercise: &Exercise, ranges: bool) -> Option<String> {
    let count = |n: u64| lower(n, ranges.then_some(n + 2));
    let sets = exercise.sets.map(|sets| format!("{}x", count(sets)));
    let amount = match (exercise.reps.as_slice(), exercise.hold) {
        ([reps], None) => format!("{}{}", sets?, count(*reps)),
        ([], Some(hold)) => format!("{}{}s", sets.unwrap_or_default(), count(hold)),
        _ => return None,
    };
    let load = exercise.kilograms.map(|kg| format!("@{}kg", lower(kg, ranges.then_some(kg + 2.5))));
    let load = load.or_else(|| exercise.other_load.map(|load| format!("@{load}")));
    let side = exercise.side.map(|side| if side == "both" { "each side" } else { side }.to_owned());
    let parts = [Some(amount), load, side, exercise.pain.map(|pain| format!("pain {pain}"))];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(format!("{} {parts}", exercise.name))
}

fn treatment_in_line(treatment: &Treatment) -> Option<String> {
    let minutes = treatment.minutes.map(|minutes| format!(" {minutes} min")).unwrap_or_default();
    let cost = treatment.cents.map(|(cents, currency)| format!(" {}.{:02} {currency}", cents / 100, cents % 100));
    let line = format!("treatment {}{minutes}{}", treatment.kind, cost.unwrap_or_default());
    treatment.pain_before.is_none().then_some(line)
}

impl Entry {
    /// The same as a line of a log, where all of its keys have a form in one.
    pub(crate) fn in_line(&self, journal: &Journal) -> Option<String> {
        let mut items = pain_in_line(&self.pain, self.ranges)?;
        items.extend(self.morning.map(|morning| format!("morning {morning}")));
        items.extend(self.injury.map(|injury| format!("injury {}", journal.injuries[injury].name.to_lowercase())));
        items.extend(self.mileage.map(|mileage| format!("mileage {}", length(mileage))));
        items.extend((self.rest == Some(true)).then(|| "rest".to_owned()));
        items.extend(self.flare.then(|| "flare".to_owned()));
        items.extend(self.setback.then(|| "setback \"a long sit, again\"".to_owned()));
        items.extend(self.mood_in_words.then(|| "mood fair".to_owned()));
        items.extend(self.measures.iter().map(|(key, value)| format!("{key} {value}")));
        for session in &self.sessions {
            items.push(session_in_line(session, self.ranges)?);
        }
        for exercise in &self.exercises {
            items.push(exercise_in_line(exercise, self.ranges)?);
        }
        for treatment in &self.treatments {
            items.push(treatment_in_line(treatment)?);
        }
        let only = items.len();
        items.extend((self.status == Status::Private).then(|| "private".to_owned()));
        let until = self.until.map(|until| format!("..{}", day(until))).unwrap_or_default();
        let mark = if self.imported { format!(" [strava:{}]", self.day) } else { String::new() };
        let in_lines = self.prom.is_empty() && self.tests.is_empty() && only > 0;
        let has_status = matches!(self.status, Status::Public | Status::Private);
        (in_lines && has_status).then(|| format!("{}{until}  {}{mark}   # a remark\n", day(self.day), items.join(", ")))
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

impl Journal {
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        self.entries.iter().filter(|entry| !entry.line).map(|entry| entry.file(self)).collect()
    }

    /// The text of its log, empty where it has none.
    pub(crate) fn log(&self) -> String {
        let mut lines: Vec<&Entry> = self.entries.iter().filter(|entry| entry.line).collect();
        lines.sort_by_key(|entry| entry.path.as_bytes());
        let all = lines.into_iter().chain(&self.spans).map(|entry| entry.in_line(self).expect("a line"));
        let covers = self.covers.iter().map(|(from, to)| format!("covers {}..{}\n", day(*from), day(*to)));
        covers.chain(all).collect()
    }

    /// The same journal with some of its entries as lines; the last of a day alone where their order is to stay.
    pub(crate) fn with_lines(&self, in_order: bool, choose: impl Fn(usize) -> bool) -> Self {
        let mut made = self.clone();
        for at in 0..made.entries.len() {
            let entry = &made.entries[at];
            let last = !self
                .entries
                .iter()
                .any(|other| other.day == entry.day && other.path.as_bytes() > entry.path.as_bytes());
            // Before an onset a line without a name is of no injury.
            let early = entry.injury.is_none()
                && self.injuries.iter().any(|injury| injury.onset.is_some_and(|onset| entry.day < onset));
            if choose(at) && (!in_order || last && !early) && entry.in_line(self).is_some() {
                made.entries[at].line = true;
            }
        }
        made
    }

    /// The same journal with lines over several days, ranges that are covered, and mornings.
    pub(crate) fn with_spans(&self, seed: u64) -> Self {
        let mut made = self.clone();
        let pick = |n: u64, of: u64| i64::try_from((seed / 7 * 13 + seed * 31 + n * 17) % of).expect("small");
        let treatments = ["Needling", "massage", "needling"];
        for n in 0..seed % 4 {
            let from = pick(n, 90);
            let length = Length { number: 500 * (n + 1) + seed, unit: Unit::Metres };
            let run = Session { kind: "race", distance: Some(length), ..Session::default() };
            let treatment = |kind| Treatment { kind, minutes: Some(20), cents: None, pain_before: None };
            made.spans.push(Entry {
                day: from,
                until: Some(from + 1 + pick(n + 5, 12)),
                line: true,
                pain: Typed::Scalar(9.0),
                sessions: if n % 3 == 2 { Vec::new() } else { vec![run] },
                treatments: (0..n).map(|at| treatment(treatments[usize::try_from(at).expect("small") % 3])).collect(),
                ..Entry::default()
            });
        }
        if !seed.is_multiple_of(3) {
            let from = pick(3, 60);
            made.covers.push((from, from + pick(4, 40)));
        }
        for (at, entry) in made.entries.iter_mut().enumerate().filter(|(_, entry)| entry.line) {
            entry.imported = at % 2 == 0;
            entry.morning = (at % 4 == 1).then_some([0.0, 1.5, 3.0, 6.0][at / 4 % 4]);
        }
        made
    }

    /// The text of `site.toml`.
    pub(crate) fn settings(&self) -> String {
        let mut text = String::from("title = \"T\"\nbase_url = \"https://e.org/\"\n");
        text += if self.sunday { "week_start = \"sunday\"\n" } else { "" };
        text += if self.miles { "units = \"mi\"\n" } else { "" };
        let mut table = |name: &str, pairs: Vec<(&'static str, Option<String>)>| {
            let _ = writeln!(text, "{name}");
            for (key, value) in pairs.into_iter().filter_map(|(key, value)| Some((key, value?))) {
                let _ = writeln!(text, "{key} = {value}");
            }
        };
        let date = |number: Option<i64>| number.map(|number| day(number).to_string());
        for injury in &self.injuries {
            let (site, side) = (injury.site.map(quoted), injury.side.map(quoted));
            let (name, onset, end) = (Some(quoted(injury.name)), date(injury.onset), date(injury.end));
            table("[[injuries]]", vec![("name", name), ("site", site), ("side", side), ("onset", onset), ("end", end)]);
        }
        // One rule may be typed as a table of its own.
        let rules = if self.rules.len() == 1 && self.rules[0].from.is_none() { "[rules]" } else { "[[rules]]" };
        for rule in &self.rules {
            let Rule { preset, from, low, ceiling, morning, tolerance, window_hours } = rule.clone();
            let number = |value: Option<f64>| value.map(|value| value.to_string());
            let limits = vec![
                ("preset", Some(quoted(preset))),
                ("from", date(from)),
                ("low", number(low)),
                ("ceiling", number(ceiling)),
                ("morning", number(morning)),
                ("tolerance", number(tolerance)),
                ("window_hours", window_hours.map(|hours| hours.to_string())),
            ];
            table(rules, limits);
        }
        for p in &self.prescriptions {
            let (exercise, per_week) = (Some(quoted(p.exercise)), Some(p.per_week.to_string()));
            let pairs =
                vec![("exercise", exercise), ("per_week", per_week), ("from", date(p.from)), ("to", date(p.to))];
            table("[[prescriptions]]", pairs);
        }
        for (number, phase) in self.phases.iter().enumerate() {
            let (name, rest) = (Some(format!("\"Phase {number}\"")), phase.rest.then(|| "true".to_owned()));
            let pairs =
                vec![("name", name), ("start", date(Some(phase.start))), ("end", date(phase.end)), ("rest", rest)];
            table("[[phases]]", pairs);
        }
        if self.count_private {
            table("[privacy]", vec![("count_private", Some("true".to_owned()))]);
        }
        text
    }
}
