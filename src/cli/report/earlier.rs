//! The reports that were made, as far as the next one goes on from them.

use crate::publish::Hidden;
use crate::report::Period;
use std::fs;
use std::path::Path;

/// The file in the hidden folder: a line an injury, with the first and the last day of its last report.
const FILE: &str = "reports.txt";

/// The last report of each injury, and of all entries together.
#[derive(Debug)]
pub(super) struct Earlier {
    hidden: Hidden,
    made: Vec<MadeReport>,
}

/// A report that was made.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct MadeReport {
    /// Its days.
    pub(super) period: Period,
    /// The slug of its injury; empty where it was of all entries.
    pub(super) injury: String,
}

impl Earlier {
    /// Those of a site; what can't be read was never made.
    pub(super) fn read(root: &Path) -> Self {
        let hidden = Hidden::of(root);
        let text = fs::read_to_string(hidden.path(FILE)).unwrap_or_default();
        let made = text.lines().filter_map(|line| {
            let mut parts = line.splitn(3, ' ');
            let (from, to) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            (from <= to).then(|| MadeReport {
                period: Period { from, to },
                injury: parts.next().unwrap_or_default().to_owned(),
            })
        });
        let made = made.collect();
        Self { hidden, made }
    }

    /// The days of an injury's last report.
    pub(super) fn last(&self, injury: &str) -> Option<Period> {
        self.made.iter().rfind(|made| made.injury == injury).map(|made| made.period)
    }

    /// Remembers a report in place of the injury's last one.
    ///
    /// # Errors
    /// When the hidden folder can't be written to.
    pub(super) fn add(&mut self, made: MadeReport) -> std::io::Result<()> {
        self.made.retain(|other| other.injury != made.injury);
        self.made.push(made);
        let line = |made: &MadeReport| format!("{} {} {}\n", made.period.from, made.period.to, made.injury);
        self.hidden.write(FILE, self.made.iter().map(line).collect::<String>().as_bytes())
    }
}
