//! The rows of one entry or one line, put together.

use super::rows::ExportedRow;
use jiff::civil::Date;

/// An entry or a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ExportedRecord {
    pub(super) date: Date,
    pub(super) source: String,
    pub(super) is_line: bool,
    /// The last day of a span.
    pub(super) until: Option<Date>,
    /// Where its first row stands.
    pub(super) line: usize,
    /// Its scores of pain.
    pub(super) pain: Vec<PainRows>,
    pub(super) sessions: Vec<DoneRows>,
    pub(super) exercises: Vec<DoneRows>,
    pub(super) treatments: Vec<DoneRows>,
    /// What tests came to.
    pub(super) tests: Vec<TestRows>,
    /// The other rows in their order: the metric, the side, the value, the unit.
    pub(super) others: Vec<[String; 4]>,
    /// The names that slugs don't tell: `exercise`, the slug, the name.
    names: Vec<[String; 3]>,
}

/// Scores of one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PainRows {
    pub(super) site: String,
    pub(super) side: String,
    /// Whether the place was typed, and not that of the injury.
    pub(super) typed: bool,
    pub(super) points: Vec<(String, String)>,
}

/// What a test came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TestRows {
    pub(super) slug: String,
    /// Its name, where the slug doesn't tell.
    pub(super) name: Option<String>,
    /// By side, which is empty where none was said: the side, the value, the unit.
    pub(super) values: Vec<[String; 3]>,
}

/// Something done: a session, an exercise, a treatment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DoneRows {
    /// Its kind, or the slug of its name.
    pub(super) kind: String,
    pub(super) side: String,
    /// Its values in their order: the key, the value, the unit.
    pub(super) values: Vec<[String; 3]>,
    pub(super) pain: Vec<PainRows>,
}

impl DoneRows {
    /// The first value of a key.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.values.iter().find(|[own, ..]| own == key).map(|[_, value, _]| value.as_str())
    }

    /// All values of a key.
    pub(super) fn all(&self, key: &str) -> Vec<&str> {
        self.values.iter().filter(|[own, ..]| own == key).map(|[_, value, _]| value.as_str()).collect()
    }
}

impl ExportedRecord {
    fn new(row: &ExportedRow, date: Date) -> Self {
        Self {
            date,
            source: row.source.clone(),
            is_line: crate::entry::is_log(&row.source),
            until: None,
            line: row.line,
            pain: Vec::new(),
            sessions: Vec::new(),
            exercises: Vec::new(),
            treatments: Vec::new(),
            tests: Vec::new(),
            others: Vec::new(),
            names: Vec::new(),
        }
    }

    /// The name of what was done.
    pub(super) fn name(&self, kind: &str, slug: &str) -> String {
        let named = self.names.iter().find(|[own, of, _]| own == kind && of == slug);
        named.map_or_else(|| crate::entry::name_of_slug(slug), |[_, _, name]| name.clone())
    }

    /// Takes a row; what is wrong with it where it can't be taken.
    fn take(&mut self, metric: &str, row: &ExportedRow) -> Result<(), &'static str> {
        let parts: Vec<&str> = metric.split('.').collect();
        match parts.as_slice() {
            ["entry"] => {}
            ["line"] => self.is_line = true,
            ["pain", point] => add_pain(&mut self.pain, point, row),
            ["session", kind] => self.sessions.push(DoneRows { kind: (*kind).to_owned(), ..DoneRows::default() }),
            ["session", kind, "pain", point] => add_pain(&mut last(&mut self.sessions, kind)?.pain, point, row),
            ["session", kind, key] => last(&mut self.sessions, kind)?.values.push(value(key, row)),
            ["test", slug] => self.add_test(slug, row),
            ["test", slug, "name"] => {
                let last = self.tests.last_mut().filter(|last| last.slug == *slug);
                last.ok_or("since no row above it opens what it belongs to")?.name = Some(row.value.clone());
            }
            ["exercise" | "treatment", slug, "name"] => {
                self.names.push([parts[0].to_owned(), (*slug).to_owned(), row.value.clone()]);
            }
            ["exercise", slug] => {
                let side = row.side.clone();
                self.exercises.push(DoneRows { kind: (*slug).to_owned(), side, ..DoneRows::default() });
            }
            ["exercise", slug, key] => last(&mut self.exercises, slug)?.values.push(value(key, row)),
            ["treatment", slug] => self.treatments.push(DoneRows { kind: (*slug).to_owned(), ..DoneRows::default() }),
            ["treatment", slug, key] => last(&mut self.treatments, slug)?.values.push(value(key, row)),
            [_] | ["prom" | "milestone", ..] => {
                self.others.push([metric.to_owned(), row.side.clone(), row.value.clone(), row.unit.clone()]);
            }
            _ => return Err("since comeback has no such metric"),
        }
        Ok(())
    }
}

impl ExportedRecord {
    /// Adds a result to that of the other side, or as a test of its own.
    fn add_test(&mut self, slug: &str, row: &ExportedRow) {
        let result = [row.side.clone(), row.value.clone(), row.unit.clone()];
        let other = |[side, ..]: &[String; 3]| !side.is_empty() && !row.side.is_empty() && *side != row.side;
        let goes_on = |last: &&mut TestRows| last.slug == slug && last.name.is_none() && last.values.iter().all(other);
        match self.tests.last_mut().filter(goes_on) {
            Some(last) => last.values.push(result),
            None => self.tests.push(TestRows { slug: slug.to_owned(), name: None, values: vec![result] }),
        }
    }
}

fn value(key: &str, row: &ExportedRow) -> [String; 3] {
    [key.to_owned(), row.value.clone(), row.unit.clone()]
}

/// What the rows below one that opens it belong to.
fn last<'a>(all: &'a mut [DoneRows], kind: &str) -> Result<&'a mut DoneRows, &'static str> {
    all.last_mut().filter(|last| last.kind == kind).ok_or("since no row above it opens what it belongs to")
}

/// Adds a score to those of its place.
fn add_pain(all: &mut Vec<PainRows>, point: &str, row: &ExportedRow) {
    let place = |own: &PainRows| own.site == row.site && own.side == row.side;
    let is_typed = point == "place";
    let goes_on = all.last().is_some_and(|last| {
        // A place that is named again is a second list of scores.
        place(last) && !is_typed && last.points.iter().all(|(known, _)| known != point)
    });
    if !goes_on {
        all.push(PainRows { site: row.site.clone(), side: row.side.clone(), typed: is_typed, points: Vec::new() });
    }
    if let Some(last) = all.last_mut().filter(|_| !is_typed) {
        last.points.push((point.to_owned(), row.value.clone()));
    }
}

/// What a log says of a range of days: the row, what it says, the last day.
type LoggedRange = (ExportedDay, &'static str, Date);

/// The day and the file of a row.
#[derive(Clone, Debug)]
pub(super) struct ExportedDay {
    pub(super) date: Date,
    pub(super) source: String,
}

/// The records of all rows, and the ranges of days; `leave_out` hears of what can't be taken.
pub(super) fn of_rows(
    rows: Vec<ExportedRow>,
    leave_out: &mut dyn FnMut(&ExportedRow, &'static str),
) -> (Vec<ExportedRecord>, Vec<LoggedRange>) {
    let mut records: Vec<ExportedRecord> = Vec::new();
    let mut ranges = Vec::new();
    for row in rows {
        let Some(date) = day(&row.date) else {
            leave_out(&row, "since its date can't be read");
            continue;
        };
        if row.source.is_empty() {
            leave_out(&row, "since it names no file");
            continue;
        }
        let until = day(&row.value);
        let range = match row.metric.as_str() {
            "covers" => until.map(|until| ("covers", until)),
            "later" => until.map(|until| ("later", until)),
            _ => None,
        };
        if let Some((what, until)) = range {
            ranges.push((ExportedDay { date, source: row.source.clone() }, what, until));
            continue;
        }
        let span = row.metric.strip_prefix("span.");
        let metric = span.unwrap_or(&row.metric).to_owned();
        let opens = metric == "line" || metric == "entry";
        let is_last = |last: &ExportedRecord| {
            last.date == date && last.source == row.source && last.until.is_some() == span.is_some()
        };
        if opens || !records.last().is_some_and(is_last) {
            let mut record = ExportedRecord::new(&row, date);
            record.until = span.and(until);
            if span.is_some() && record.until.is_none_or(|until| until < date) {
                leave_out(&row, "since it doesn't say on which day its span ends");
                continue;
            }
            records.push(record);
        }
        if let Some(why) = records.last_mut().and_then(|record| record.take(&metric, &row).err()) {
            leave_out(&row, why);
        }
    }
    (records, ranges)
}

fn day(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok().filter(|_| text.len() == 10)?;
    crate::fields::is_in_our_times(date).then_some(date)
}
