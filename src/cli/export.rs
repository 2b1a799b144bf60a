//! `comeback export`.

use super::args::Export;
use super::global::Global;
use super::{content_problems, eprintln, plain_flags, print_diagnostics};
use crate::build::{Builder, fails};
use crate::diag::Failure;
use std::io::Write;
use std::process::ExitCode;

/// Prints the journal's numbers, as the site has them below `/data/`.
pub(super) fn run(args: &Export, global: &Global) -> Result<ExitCode, Failure> {
    let output = global.root.join("public");
    let mut builder = Builder::new(&global.root, Some(&output), plain_flags(global)?);
    let mut problems = match builder.prepare()? {
        Ok(prepared) if !fails(&prepared.diagnostics, false) => match prepared.site.data(args.format.into()) {
            Ok(text) => {
                // A closed pipe is no problem of ours: `comeback export | head` ends quietly.
                let _ = std::io::stdout().lock().write_all(text.as_bytes());
                return Ok(ExitCode::SUCCESS);
            }
            Err(problem) => vec![problem],
        },
        Ok(prepared) => prepared.diagnostics,
        Err(problems) => problems,
    };
    problems.retain(|problem| fails(std::slice::from_ref(problem), false));
    print_diagnostics(&problems, global);
    if global.message_format == super::MessageFormat::Human {
        eprintln("nothing was exported");
    }
    Ok(content_problems())
}
