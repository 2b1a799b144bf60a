//! `comeback theme eject`: a file of the built-in theme, copied into the site so that it can be changed.

use super::args::{Eject, ThemeArgs};
use super::global::Global;
use super::{content_problems, eprintln, init, open_settings, plain_flags, print, println};
use crate::diag::Failure;
use crate::text::near::nearest;
use crate::theme;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what was asked of the theme.
pub(super) fn run(args: &ThemeArgs, global: &Global) -> Result<ExitCode, Failure> {
    match args {
        ThemeArgs::Eject(eject) => run_eject(eject, global),
    }
}

fn run_eject(args: &Eject, global: &Global) -> Result<ExitCode, Failure> {
    let Some(typed) = &args.file else { return list(global) };
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
    if args.diff {
        return differ(&name, &path, bytes);
    }
    if path.symlink_metadata().is_ok() {
        eprintln("the site has the file already, and it is left as it is:");
        println(&path.display().to_string());
        return Ok(content_problems());
    }
    init::write(&path, bytes)?;
    println(&path.display().to_string());
    Ok(ExitCode::SUCCESS)
}

/// The files that can be copied, each with what the site has of it. Outside of a site they are listed all the same.
fn list(global: &Global) -> Result<ExitCode, Failure> {
    let folder: Option<PathBuf> = if global.root.join("site.toml").exists() {
        open_settings(global, &plain_flags(global)?)?.map(|config| global.root.join("themes").join(config.theme))
    } else {
        None
    };
    for (name, bytes) in theme::builtin_files() {
        let own = folder.as_ref().and_then(|folder| std::fs::read(folder.join(&name)).ok());
        match own {
            None => println(&name),
            Some(own) if own == bytes => println(&format!("{name}  (yours is the same)")),
            Some(_) => println(&format!("{name}  (yours differs: --diff shows how)")),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints how the site's own file differs from the built-in one.
fn differ(name: &str, path: &Path, bytes: &[u8]) -> Result<ExitCode, Failure> {
    let own = std::fs::read(path).map_err(|_| {
        let failure = Failure::new(format!("the site has no {} to compare", path.display()));
        failure.hint(format!("`comeback theme eject {name}` copies the built-in one"))
    })?;
    let built_in = format!("{name} (built in, comeback {})", env!("CARGO_PKG_VERSION"));
    let [theirs, ours] = [bytes, &own].map(|bytes| String::from_utf8_lossy(bytes));
    let changes = similar::TextDiff::from_lines(&*theirs, &*ours);
    let changes = changes.unified_diff().header(&built_in, &path.display().to_string()).to_string();
    if changes.is_empty() {
        eprintln("the site's file says the same as the built-in one");
    } else {
        print(changes.as_bytes());
    }
    Ok(ExitCode::SUCCESS)
}

/// A file's name below `templates/` or `static/`.
fn without_folder(name: &str) -> &str {
    name.split_once('/').map_or(name, |(_, rest)| rest)
}
