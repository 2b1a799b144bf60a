//! The `comeback` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    comeback::cli::run()
}
