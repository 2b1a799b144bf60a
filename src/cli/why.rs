//! `comeback why`: why a file or an address is, or is not, in the site.

use super::args::{MessageFormat, WhyArgs};
use super::global::Global;
use super::{content_problems, dates, open_site, plain_flags, print_diagnostics, println};
use crate::build::{Builder, Prepared};
use crate::diag::{Diagnostic, Failure};
use crate::site::{Site, Why};
use crate::source::{Ignored, ignored};
use crate::text::near::nearest;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What was typed, found.
enum Subject {
    /// A file below the site's folder, by its path from there.
    File(String),
    /// A file that is elsewhere.
    Outside,
    /// A day.
    Day(Date),
    /// An address at which no file's own page or copy stands.
    Address(String),
}

/// Says what the plan of the site knows of a file or an address.
pub(super) fn run(args: &WhyArgs, global: &Global) -> Result<ExitCode, Failure> {
    let output = global.root.join("public");
    let Some((builder, prepared)) = open_site(global, plain_flags(global)?)? else { return Ok(content_problems()) };
    let site = &prepared.site;
    let found = find(&args.path, &global.root, &builder, site)?;
    let mut path = None;
    let why = match found {
        Subject::Address(address) => site.why_address(&address).unwrap_or_default(),
        Subject::Day(date) => {
            let why = site.why_day(date);
            print(&why, &date.to_string(), None, global);
            let known = why.facts.iter().any(|fact| fact.about != "record" || !fact.says.starts_with("nothing"));
            return Ok(if known { ExitCode::SUCCESS } else { content_problems() });
        }
        Subject::Outside => {
            let mut why = Why::default();
            why.say("files", "it lies outside the site's folder");
            why
        }
        Subject::File(file) => {
            let why =
                if builder.reads(&file) { site.why_file(&file) } else { unread(&file, &output, &prepared, global) };
            let of_file = |d: &&Diagnostic| d.place.as_ref().is_some_and(|place| place.path == file);
            let problems: Vec<Diagnostic> = prepared.diagnostics.iter().filter(of_file).cloned().collect();
            print_diagnostics(&problems, global);
            path = Some(file);
            why
        }
    };
    print(&why, &args.path, path.as_deref(), global);
    Ok(if why.address.is_some() { ExitCode::SUCCESS } else { content_problems() })
}

fn print(why: &Why, typed: &str, path: Option<&str>, global: &Global) {
    if global.message_format == MessageFormat::Json {
        let facts: Vec<_> =
            why.facts.iter().map(|fact| serde_json::json!({"about": fact.about, "says": fact.says})).collect();
        let published = why.address.is_some();
        let object = serde_json::json!({"path": path, "address": why.address, "published": published, "facts": facts});
        println(&object.to_string());
        return;
    }
    println(path.or(why.address.as_deref()).unwrap_or(typed));
    for fact in &why.facts {
        println(&format!("  {}", fact.says));
    }
}

/// The file or the address that was meant: an address as the site has it, a file from here, a file from the root, an
/// address typed loosely.
fn find(typed: &str, root: &Path, builder: &Builder, site: &Site) -> Result<Subject, Failure> {
    if let Ok(day) = dates::typed(typed) {
        return Ok(Subject::Day(day.resolve(site.config.today)));
    }
    let of_address = |address: &str| match site.file_at(address) {
        Some(file) => Subject::File(file),
        None => Subject::Address(address.to_owned()),
    };
    let whole = typed.strip_prefix(&*site.config.base_url).map(|rest| format!("/{rest}"));
    let typed_address = whole.unwrap_or_else(|| typed.to_owned());
    if site.routes.contains_key(typed_address.as_str()) {
        return Ok(of_address(&typed_address));
    }
    // What was read is known by its path, whatever links lead to it.
    let below_root = || {
        let (path, root) = (std::path::absolute(typed).ok()?, std::path::absolute(root).ok()?);
        Some(path.strip_prefix(root).ok()?.display().to_string().replace('\\', "/"))
    };
    if let Some(path) = [Some(typed.to_owned()), below_root()].into_iter().flatten().find(|path| builder.reads(path)) {
        return Ok(Subject::File(path));
    }
    let on_disk = [PathBuf::from(typed), root.join(typed)].into_iter().find(|path| path.symlink_metadata().is_ok());
    if let Some(path) = on_disk {
        return file(&path, root, typed);
    }
    let below = typed_address.strip_prefix(site.config.base_path.as_str()).unwrap_or(&typed_address);
    let loose = format!("/{}", below.trim_matches('/'));
    let address =
        [format!("{loose}/"), loose.clone()].into_iter().find(|address| site.routes.contains_key(address.as_str()));
    if let Some(address) = address {
        return Ok(of_address(&address));
    }
    if site.why_address(&loose).is_some() {
        return Ok(Subject::Address(loose));
    }
    let failure = Failure::new(format!("there is no file and no address `{typed}`"));
    let known = builder.paths().chain(site.routes.keys().map(|address| &**address));
    Err(match nearest(typed, known) {
        Some(near) => failure.hint(format!("did you mean `{near}`?")),
        None => failure.hint("paths are from here or from the site's folder: content/journal/first-run.md"),
    })
}

/// A file on the disk by its path from the root; a folder stands for the text in it.
fn file(path: &Path, root: &Path, typed: &str) -> Result<Subject, Failure> {
    let failed = |e: std::io::Error| Failure::io("cannot read", path, &e);
    let texts = ["index.md", "index.markdown", "_index.md", "_index.markdown"];
    let path = if path.is_dir() {
        let text = texts.into_iter().map(|name| path.join(name)).find(|text| text.exists());
        text.ok_or_else(|| Failure::new(format!("`{typed}` is a folder")).hint("name a file in it"))?
    } else {
        path.to_owned()
    };
    // The name itself may be a link, which is left out or followed by the scan and not here.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().map_err(failed)?;
    let real = folder.join(path.file_name().unwrap_or_default());
    let inside = real.strip_prefix(root.canonicalize().map_err(failed)?).ok();
    Ok(inside.map_or(Subject::Outside, |inside| Subject::File(inside.display().to_string().replace('\\', "/"))))
}

/// Why a file below the site's folder is not read.
fn unread(path: &str, output: &Path, prepared: &Prepared, global: &Global) -> Why {
    let theme = &prepared.site.config.theme;
    let in_output = output
        .canonicalize()
        .is_ok_and(|output| global.root.join(path).canonicalize().is_ok_and(|real| real.starts_with(output)));
    let first = path.split('/').next().unwrap_or_default();
    let says = if path == "site.toml" {
        "it holds the site's settings, and is not published".to_owned()
    } else if in_output {
        "it lies in the output folder, which is written and not read".to_owned()
    } else if let Some((name, ignored)) = path.split('/').find_map(|name| Some((name, ignored(name)?))) {
        match ignored {
            Ignored::Hidden => format!("hidden files and folders are left out: {name}"),
            Ignored::Leftover => format!("what editors and systems leave behind is left out: {name}"),
        }
    } else if first == "themes" && !path.starts_with(&format!("themes/{theme}/")) {
        format!("it belongs to another theme; the site's is `{theme}`")
    } else if matches!(first, "content" | "static" | "themes") {
        "it can't be read".to_owned()
    } else {
        format!("only what lies in content/, static/ and themes/{theme}/ is read")
    };
    let mut why = Why::default();
    why.say("files", says);
    why
}
