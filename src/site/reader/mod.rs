//! What pages read: a view gets the plan through a [`PlanReader`], which notes every part that it hands out.
//!
//! A page follows from its address, from what all pages share and from the parts that its view asked for. The hash of each part
//! has the part's name in it, so a page still holds if the hashes that it was made of are all among those of the new plan. What
//! a page shows is listed nowhere else, and a part that the new plan does not have costs time, never a stale page.
//!
//! Invariant: a part is handed out together with its note, and its hash takes in all that is handed out.

mod hashes;
mod parts;
mod queries;
mod values;

pub(super) use values::{EntryCard, LinkedText, Logged, NearSeries, PageCard, Since, TAUGHT, Years};

use super::{Route, Site};
use crate::config::Config;
use crate::language::Language;
use ahash::AHashMap;
use hashes::Fingerprints;
use parts::Part;
use serde::Serialize;
use std::cell::RefCell;
use std::fmt;
use std::sync::{Arc, Mutex};

/// Turns a chart's template value into the markup that the theme has for charts in texts.
pub type WriteFigure<'a> = dyn Fn(tera::Value) -> tera::TeraResult<String> + 'a;

/// The parts of a plan that something was made of.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PartsRead {
    /// The hashes of those that were handed out.
    found: Vec<u64>,
    /// The hashes of the names that were asked for in vain.
    missed: Vec<u64>,
}

/// Hands out parts of a plan to one view, and notes which.
pub struct PlanReader<'a> {
    /// The settings, which all pages share.
    pub(super) config: &'a Config,
    /// The interface's language, which all pages share.
    pub(super) language: &'a Language,
    plan: &'a Site,
    context: &'a ReaderContext,
    write: &'a WriteFigure<'a>,
    /// Why the first chart that could not be written was not.
    failed: RefCell<Option<tera::Error>>,
    noted: RefCell<PartsRead>,
}

/// What the pages of one plan are read with; without hashes pages can be made all the same, and none of them is known to hold.
#[derive(Debug, Default)]
pub struct ReaderContext {
    prints: Fingerprints,
    /// The texts of entries as feeds show them, each with what it was made of: three feeds and those of its tags show one.
    contents: Mutex<AHashMap<usize, (Arc<str>, PartsRead)>>,
}

impl ReaderContext {
    /// What the pages of a plan are read with.
    #[must_use]
    pub fn of(plan: &Site) -> Self {
        Self { prints: Fingerprints::of(plan), ..Self::default() }
    }

    /// What stands for a route in the comparison of two plans, beside the parts that its view read.
    #[must_use]
    pub fn print_of(&self, route: &Route) -> u64 {
        self.prints.of_route(route)
    }

    /// Whether the parts are the same in this plan that something was made of.
    #[must_use]
    pub fn holds(&self, reads: &PartsRead) -> bool {
        self.prints.hold(reads)
    }
}

impl fmt::Debug for PlanReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlanReader").field("noted", &self.noted).finish_non_exhaustive()
    }
}

impl<'a> PlanReader<'a> {
    /// A reader of a plan; `write` writes the charts in texts.
    #[must_use]
    pub fn new(plan: &'a Site, context: &'a ReaderContext, write: &'a WriteFigure<'a>) -> Self {
        let noted = PartsRead { found: vec![context.prints.common], missed: Vec::new() };
        Self {
            config: &plan.config,
            language: &plan.language,
            plan,
            context,
            write,
            failed: RefCell::default(),
            noted: noted.into(),
        }
    }

    fn note(&self, part: Part, index: usize) {
        self.noted.borrow_mut().found.push(self.context.prints.get(part, index));
    }

    /// Notes that something was asked for by its name, and whether it is there.
    fn note_name<T>(&self, name: u64, there: Option<T>) -> Option<T> {
        let noted = &mut *self.noted.borrow_mut();
        let names = if there.is_some() { &mut noted.found } else { &mut noted.missed };
        names.push(name);
        there
    }

    /// The markup of a chart in a text; nothing where the theme can't write it, which the page then fails with.
    pub(super) fn write_figure(&self, figure: &impl Serialize) -> String {
        (self.write)(tera::Value::from_serializable(figure)).unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            String::new()
        })
    }

    /// The parts that were handed out, or why a chart could not be written.
    ///
    /// # Errors
    /// The problem of the first such chart.
    pub fn finish(self) -> tera::TeraResult<PartsRead> {
        let mut noted = self.noted.into_inner();
        for names in [&mut noted.found, &mut noted.missed] {
            names.sort_unstable();
            names.dedup();
            names.shrink_to_fit();
        }
        self.failed.into_inner().map_or(Ok(noted), Err)
    }
}
