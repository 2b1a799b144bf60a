//! `comeback stats`: the journal's numbers, as a table or as JSON.

mod json;
mod table;

pub use json::json;

use super::args::StatsArgs;
use super::global::Global;
use super::{content_problems, open_settings, plain_flags, print_diagnostics, println};
use crate::build::Builder;
use crate::config::{Config, PrivateField};
use crate::diag::{Failure, Severity};
use crate::journal::stats::Stats;
use crate::text::near::nearest;
use crate::text::slug::slug;
use std::process::ExitCode;

/// Prints the numbers of all entries that can be read, or of one injury's.
///
/// Warnings are left to `check`; errors are told, since the numbers lack these entries. Costs are shown whatever the site shows of
/// them: whoever runs this has the files.
pub(super) fn run(args: &StatsArgs, global: &Global) -> Result<ExitCode, Failure> {
    let flags = plain_flags(global)?;
    let Some(config) = open_settings(global, &flags)? else { return Ok(content_problems()) };
    let config = Config { show: PrivateField::ALL.to_vec(), ..config };
    let injury = args.injury.as_deref().map(|name| injury(name, &config)).transpose()?;
    let mut builder = Builder::new(&global.root, Some(&global.root.join("public")), flags);
    let mut checked = builder.journal(&config)?;
    checked.diagnostics.retain(|d| d.severity == Severity::Error);
    print_diagnostics(&checked.diagnostics, global);
    let stats = Stats::of(&checked.value, &config, injury);
    if args.json {
        println(&json(&stats));
    } else {
        println(table::table(&stats, &config, injury).trim_end());
    }
    Ok(if checked.diagnostics.is_empty() { ExitCode::SUCCESS } else { content_problems() })
}

/// The index of the injury that is asked for.
pub(super) fn injury(name: &str, config: &Config) -> Result<usize, Failure> {
    if let Some(index) = config.injury_called(name) {
        return Ok(index);
    }
    let failure = Failure::new(format!("site.toml describes no injury `{name}`"));
    let known = || config.injuries.iter().map(|i| i.slug.as_str());
    Err(match nearest(&slug(name), known()) {
        Some(near) => failure.hint(format!("did you mean `{near}`?")),
        None if config.injuries.is_empty() => {
            failure.hint("it describes none; without --injury all entries are counted")
        }
        None => failure.hint(format!("it describes {}", known().collect::<Vec<_>>().join(", "))),
    })
}
