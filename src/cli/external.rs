//! The part of `comeback check` that asks other sites.

use super::build::progress_bar;
use super::global::Global;
use super::now;
use crate::build::{Outcome, Request, fails};
use crate::diag;
use crate::external::{self, Asker, DAYS, LinkMemory, Patience};
use crate::publish::Hidden;
use crate::text::words::count;

/// What is remembered from one check to the next, in the site's hidden folder.
const NAME: &str = "links.json";

/// Asks for the addresses of other sites that a check found, and adds what came of it; returns what is said of it all.
pub(super) fn ask_for(outcome: &mut Outcome, request: &Request, global: &Global) -> String {
    let hidden = Hidden::of(&request.root);
    let memory = LinkMemory::read(&std::fs::read_to_string(hidden.path(NAME)).unwrap_or_default());
    let bar = progress_bar(global, "addresses of other sites");
    let asker = Asker::new(Patience::default());
    let asked = external::ask(&outcome.outside, &memory, now(), &asker, &|done, total| {
        bar.set_length(u64::try_from(total).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    });
    bar.finish_and_clear();
    if asked.memory != memory {
        // Where it can't be kept, the next check asks again.
        let _ = hidden.write(NAME, asked.memory.text().as_bytes());
    }
    outcome.diagnostics.extend(asked.diagnostics);
    diag::sort(&mut outcome.diagnostics);
    outcome.failed = fails(&outcome.diagnostics, request.strict);
    let before = match asked.remembered {
        0 => String::new(),
        n => format!(" ({n} more were there in the last {DAYS} days)"),
    };
    format!("asked other sites for {}{before}", count(asked.asked, "address", "addresses"))
}
