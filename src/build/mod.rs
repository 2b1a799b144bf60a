//! Drives the stages, from the folder on the disk to the finished output.
//!
//! Invariant: knows the order of the stages and nothing of what happens inside them.

mod report;

pub use report::{LeftOut, Report, Timings};

use crate::config::{Config, Flags};
use crate::diag::{self, Diagnostic, Failure, Place, Severity};
use crate::entry::{self, Entry};
use crate::journal::{self, Journal};
use crate::publish::Stage;
use crate::render::{self, Output};
use crate::site::{self, Site};
use crate::source::{self, Content, Sources};
use crate::theme::{self, Theme};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to build, and how.
#[derive(Clone, Debug)]
pub struct Request {
    /// The site's folder.
    pub root: PathBuf,
    /// The output folder.
    pub output: PathBuf,
    /// What the command line says beside `site.toml`.
    pub flags: Flags,
    /// Warnings make the build fail too.
    pub strict: bool,
    /// Entries with errors are left out and the rest is written.
    pub keep_going: bool,
}

/// What a build or a check found and did.
#[derive(Debug)]
pub struct Outcome {
    /// All problems, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// What was made and left out; `None` where nothing was written.
    pub report: Option<Report>,
    /// Whether any problem makes the command fail.
    pub failed: bool,
}

/// A site that is ready to be rendered, and the problems met on the way.
struct Prepared {
    site: Site,
    theme: Theme,
    diagnostics: Vec<Diagnostic>,
    timings: Timings,
}

/// Builds the site: all of it, or nothing if there is an error.
///
/// # Errors
/// When the disk can't be read or written.
pub fn build(request: &Request, progress: &(impl Fn(usize, usize) + Sync)) -> Result<Outcome, Failure> {
    let mut prepared = match prepare(request)? {
        Ok(prepared) => prepared,
        Err(diagnostics) => return Ok(Outcome { diagnostics, report: None, failed: true }),
    };
    if fails(&prepared.diagnostics, request.strict) && !request.keep_going {
        return Ok(Outcome { diagnostics: prepared.diagnostics, report: None, failed: true });
    }
    let stage = Stage::open(&request.root, &request.output)?;
    let total = prepared.site.routes.len();
    let done = std::sync::atomic::AtomicUsize::new(0);
    let problems = prepared.timings.time("render", || {
        render::render(&prepared.site, &prepared.theme, &|path, output: Output<'_>| {
            stage.take(path, output)?;
            progress(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, total);
            Ok(())
        })
    })?;
    prepared.diagnostics.extend(problems);
    diag::sort(&mut prepared.diagnostics);
    let failed = fails(&prepared.diagnostics, request.strict);
    if failed && !request.keep_going {
        stage.abandon();
        return Ok(Outcome { diagnostics: prepared.diagnostics, report: None, failed });
    }
    let published = prepared.timings.time("publish", || stage.commit())?;
    let report = Report::new(&prepared.site, published, prepared.timings);
    Ok(Outcome { diagnostics: prepared.diagnostics, report: Some(report), failed })
}

/// Says everything that a build would say, and writes nothing.
///
/// # Errors
/// When the disk can't be read.
pub fn check(request: &Request) -> Result<Outcome, Failure> {
    let mut prepared = match prepare(request)? {
        Ok(prepared) => prepared,
        Err(diagnostics) => return Ok(Outcome { diagnostics, report: None, failed: true }),
    };
    let root = &request.root;
    let problems = render::render(&prepared.site, &prepared.theme, &|_, output| match output {
        Output::Bytes(_) => Ok(()),
        Output::Copy(file) => std::fs::File::open(root.join(file))
            .map(|_| ())
            .map_err(|e| Failure::io("cannot read", &root.join(file), &e)),
    })?;
    prepared.diagnostics.extend(problems);
    diag::sort(&mut prepared.diagnostics);
    let failed = fails(&prepared.diagnostics, request.strict);
    let report = Report::new(&prepared.site, crate::publish::Published::default(), prepared.timings);
    Ok(Outcome { diagnostics: prepared.diagnostics, report: Some(report), failed })
}

/// The settings of the site at a folder, or what is wrong with them.
///
/// # Errors
/// When there is no `site.toml`, or it can't be read.
pub fn settings(root: &Path, flags: &Flags) -> Result<Result<Config, Vec<Diagnostic>>, Failure> {
    let (config, diagnostics) = read_settings(root, flags)?;
    Ok(if fails(&diagnostics, false) { Err(diagnostics) } else { Ok(config) })
}

/// The entries of a site that can be read, for commands that only look at them.
///
/// # Errors
/// When the folder can't be read.
pub fn entries(root: &Path, config: &Config) -> Result<Vec<Arc<Entry>>, Failure> {
    let sources = source::scan(root, &config.theme, None)?.value;
    let (entries, _) = parse(&sources, config, &mut Vec::new());
    Ok(entries)
}

fn fails(diagnostics: &[Diagnostic], strict: bool) -> bool {
    let most = if strict { Severity::Warning } else { Severity::Error };
    diagnostics.iter().any(|d| d.severity <= most)
}

fn read_settings(root: &Path, flags: &Flags) -> Result<(Config, Vec<Diagnostic>), Failure> {
    let path = root.join("site.toml");
    let text = std::fs::read(&path).map_err(|error| {
        let failure = Failure::io("cannot read", &path, &error);
        if error.kind() == std::io::ErrorKind::NotFound {
            failure.hint("go to a site's folder or name it with --root; `comeback init DIR` makes a new one")
        } else {
            failure
        }
    })?;
    let Ok(text) = String::from_utf8(text) else {
        let problem = Diagnostic::error("not-utf-8", "the file is not UTF-8").at(Place::file("site.toml"));
        return Ok((crate::config::load("", flags).value, vec![problem]));
    };
    let mut diagnostics = Vec::new();
    let config = crate::config::load(text.trim_start_matches('\u{feff}'), flags).absorb(&mut diagnostics);
    Ok((config, diagnostics))
}

/// All stages before rendering; settings that can't be used end it at once, since all else would follow from them.
fn prepare(request: &Request) -> Result<Result<Prepared, Vec<Diagnostic>>, Failure> {
    let mut timings = Timings::default();
    let (config, mut diagnostics) = read_settings(&request.root, &request.flags)?;
    if fails(&diagnostics, false) {
        return Ok(Err(diagnostics));
    }
    let config = Arc::new(config);
    let output = request.output.exists().then_some(request.output.as_path());
    let sources = timings.time("scan", || source::scan(&request.root, &config.theme, output))?.absorb(&mut diagnostics);
    let (entries, broken) = timings.time("parse", || parse(&sources, &config, &mut diagnostics));
    let mut journal: Journal =
        timings.time("assemble", || journal::assemble(&entries, &config)).absorb(&mut diagnostics);
    drop(entries);
    journal.held.broken = broken;
    let theme = timings.time("theme", || theme::load(&sources, &config)).absorb(&mut diagnostics);
    let site = timings.time("plan", || site::plan(journal, &sources, &theme.assets, &config)).absorb(&mut diagnostics);
    diag::sort(&mut diagnostics);
    Ok(Ok(Prepared { site, theme, diagnostics, timings }))
}

/// Reads every text below `content/`; those with an error are left out and named.
fn parse(sources: &Sources, config: &Config, into: &mut Vec<Diagnostic>) -> (Vec<Arc<Entry>>, Vec<Arc<str>>) {
    let texts: Vec<_> = sources
        .below("content/")
        .filter_map(|source| match &source.content {
            Content::Text(text) => Some((source, text)),
            Content::File(_) => None,
        })
        .collect();
    let parsed: Vec<_> = texts.par_iter().map(|(source, text)| entry::parse(source, text, config)).collect();
    let mut entries = Vec::new();
    let mut broken = Vec::new();
    for (checked, (source, _)) in parsed.into_iter().zip(texts) {
        let has_errors = checked.has_errors();
        match checked.absorb(into) {
            Some(entry) if !has_errors => entries.push(Arc::new(entry)),
            _ => broken.push(source.path.clone()),
        }
    }
    (entries, broken)
}
