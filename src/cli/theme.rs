//! `comeback theme eject`: a file of the built-in theme, copied into the site so that it can be changed.

use super::args::{Eject, ThemeArgs};
use super::global::Global;
use super::{content_problems, eprintln, init, open_settings, plain_flags, println};
use crate::diag::Failure;
use crate::text::near::nearest;
use crate::theme;
use std::process::ExitCode;

/// Does what was asked of the theme.
pub(super) fn run(args: &ThemeArgs, global: &Global) -> Result<ExitCode, Failure> {
    match args {
        ThemeArgs::Eject(eject) => run_eject(eject, global),
    }
}

fn run_eject(args: &Eject, global: &Global) -> Result<ExitCode, Failure> {
    let Some(typed) = &args.file else {
        for (name, _) in theme::builtin_files() {
            println(&name);
        }
        return Ok(ExitCode::SUCCESS);
    };
    let Some((name, bytes)) = theme::builtin_files().find(|(name, _)| name == typed || without_folder(name) == typed)
    else {
        let names: Vec<String> = theme::builtin_files().map(|(name, _)| name).collect();
        let known = names.iter().flat_map(|name| [name.as_str(), without_folder(name)]);
        let near = nearest(typed, known).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        let failure = Failure::new(format!("the built-in theme has no file `{typed}`"));
        return Err(failure.hint(format!("{near}it has {}", names.join(", "))));
    };
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let path = global.root.join("themes").join(&config.theme).join(&name);
    if path.symlink_metadata().is_ok() {
        eprintln("the site has the file already, and it is left as it is:");
        println(&path.display().to_string());
        return Ok(content_problems());
    }
    init::write(&path, bytes)?;
    println(&path.display().to_string());
    Ok(ExitCode::SUCCESS)
}

/// A file's name below `templates/` or `static/`.
fn without_folder(name: &str) -> &str {
    name.split_once('/').map_or(name, |(_, rest)| rest)
}
