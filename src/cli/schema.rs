//! `comeback schema`: what front matter and settings may hold, as JSON Schema for editors.

use super::args::{Schema, SchemaKind};
use super::global::Global;
use super::{open_settings, plain_flags, println};
use crate::config::Config;
use crate::diag::Failure;
use crate::schema;
use std::process::ExitCode;

/// Prints the schema.
pub(super) fn run(args: &Schema, global: &Global) -> Result<ExitCode, Failure> {
    let schema = match args.of {
        SchemaKind::Entry => schema::entry(settings(global)?.as_ref()),
        SchemaKind::Site => schema::site(),
    };
    println(&format!("{schema:#}"));
    Ok(ExitCode::SUCCESS)
}

/// The settings of the site that the command is given in, whose own keys the schema then allows; the schema needs none.
fn settings(global: &Global) -> Result<Option<Config>, Failure> {
    if !global.root.join("site.toml").is_file() {
        return Ok(None);
    }
    open_settings(global, &plain_flags(global)?)
}
