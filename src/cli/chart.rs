//! `comeback chart`: one chart as an SVG file of its own.

use super::args::{Chart, Global};
use super::{content_problems, plain_flags, print_diagnostics, println};
use crate::build::Builder;
use crate::chart::standalone;
use crate::diag::{Failure, Severity};
use crate::markdown::{COMMAND_LINE, KINDS, typed_chart};
use std::fmt::Write as _;
use std::process::ExitCode;

/// Prints a chart of all entries that can be read, or the list of kinds.
///
/// Warnings are left to `check`; errors are told, since the chart lacks these entries.
pub(super) fn run(args: &Chart, global: &Global) -> Result<ExitCode, Failure> {
    if args.list {
        println(list().trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let typed = typed_chart(args.kind.as_deref().unwrap_or_default(), &args.options.given);
    print_diagnostics(&typed.problems, global);
    let Some(fence) = typed.fence.filter(|_| typed.problems.is_empty()) else { return Ok(ExitCode::from(2)) };
    let flags = plain_flags(global)?;
    let mut builder = Builder::new(&global.root, Some(&global.root.join("public")), flags);
    let mut prepared = match builder.prepare()? {
        Ok(prepared) => prepared,
        Err(diagnostics) => {
            print_diagnostics(&diagnostics, global);
            return Ok(content_problems());
        }
    };
    let figure = match prepared.site.chart(&fence, COMMAND_LINE, &typed.line) {
        Ok(figure) => figure,
        Err(problems) => {
            print_diagnostics(&problems, global);
            return Ok(ExitCode::from(2));
        }
    };
    prepared.diagnostics.retain(|d| d.severity == Severity::Error);
    print_diagnostics(&prepared.diagnostics, global);
    if figure.wide.is_empty() {
        return Err(Failure::new(figure.say));
    }
    println(standalone(&figure, args.narrow).trim_end());
    Ok(if prepared.diagnostics.is_empty() { ExitCode::SUCCESS } else { content_problems() })
}

/// Every kind with its options, as its tables have them.
fn list() -> String {
    let mut out = String::new();
    for kind in &KINDS {
        let _ = writeln!(out, "{}\n    {}", kind.name, plain(kind.about));
        for key in kind.options.iter().flat_map(|table| table.iter()) {
            let _ = writeln!(out, "    --{:<8}  {}", key.name, plain(&key.form.takes()));
        }
        out.push('\n');
    }
    out
}

/// A text of markdown on a terminal.
fn plain(text: &str) -> String {
    text.replace('`', "")
}
