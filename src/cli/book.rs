//! `comeback book`.

use super::global::Global;
#[cfg(feature = "book")]
use super::{content_problems, eprintln, plain_flags, print_diagnostics, println};
use crate::diag::Failure;
use std::path::PathBuf;
use std::process::ExitCode;

/// Options of `book`.
#[derive(Debug, clap::Args)]
pub(super) struct BookArgs {
    /// The file to write, which ends in .epub [default: the site's title in this folder]
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// Writes the journal as one EPUB.
#[cfg(feature = "book")]
pub(super) fn run(args: &BookArgs, global: &Global) -> Result<ExitCode, Failure> {
    use crate::build::{Request, write_book};
    use crate::diag::Severity;
    use crate::text::words::{count, fixed};

    let request = Request::new(&global.root, plain_flags(global)?);
    let mut outcome = write_book(&request, args.output.as_deref(), std::path::Path::new(""))?;
    // What is only not so good is told by `build` and `check`.
    outcome.diagnostics.retain(|problem| problem.severity == Severity::Error);
    print_diagnostics(&outcome.diagnostics, global);
    let Some(book) = outcome.written else {
        if global.message_format == super::MessageFormat::Human {
            eprintln("no book was written");
        }
        return Ok(content_problems());
    };
    #[expect(clippy::cast_precision_loss, reason = "a size in megabytes is rounded anyway")]
    let megabytes = fixed(book.bytes as f64 / 1e6, 1);
    println(&format!("{} in {}, {megabytes} MB", count(book.entries, "entry", "entries"), book.path.display()));
    Ok(ExitCode::SUCCESS)
}

/// This program was built without it.
#[cfg(not(feature = "book"))]
pub(super) fn run(_: &BookArgs, _: &Global) -> Result<ExitCode, Failure> {
    Err(super::left_out("book", "book"))
}
