//! The `comeback` program.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A build is millions of small texts: with the allocator of Debian's C library it takes a quarter more CPU, with musl's far more.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    comeback::cli::run()
}
