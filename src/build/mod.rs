//! Drives the stages, from the folder on the disk to the finished output.
//!
//! Invariant: knows the order of the stages and nothing of what happens inside them.

mod builder;
mod photos;
mod report;

pub use builder::{Builder, Prepared, Work};
pub use report::{LeftOut, Report, Timings};

use crate::config::{Config, Flags};
use crate::diag::{self, Checked, Diagnostic, Failure, Severity};
use crate::entry::Entry;
use crate::photo::{Mark, Refusal, Variant};
use crate::publish::{Published, Stage, Variants};
use crate::render::{self, Keys, Output};
use crate::site::Print;
use crate::source::{self, Look};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// Builds the site: all of it, or nothing if there is an error.
///
/// # Errors
/// When the disk can't be read or written.
pub fn build(request: &Request, progress: &(impl Fn(usize, usize) + Sync)) -> Result<Outcome, Failure> {
    let mut builder = Builder::new(&request.root, Some(&request.output), request.flags.clone());
    match builder.prepare()? {
        Ok(prepared) => finish(&mut builder, prepared, &mut Keys::default(), request, progress),
        Err(diagnostics) => Ok(Outcome { diagnostics, report: None, failed: true }),
    }
}

/// Builds the site with the memory of the build before, if anything on the disk moved since; `keys` says which outputs
/// still hold.
///
/// # Errors
/// When the disk can't be read or written.
pub fn build_if_moved(
    builder: &mut Builder,
    keys: &mut Keys,
    request: &Request,
    look: &Look,
) -> Result<Option<Outcome>, Failure> {
    match builder.prepare_settled(look)? {
        None => Ok(None),
        Some(Err(diagnostics)) => Ok(Some(Outcome { diagnostics, report: None, failed: true })),
        Some(Ok(prepared)) => finish(builder, prepared, keys, request, &|_, _| ()).map(Some),
    }
}

/// Renders and publishes what is prepared.
fn finish(
    builder: &mut Builder,
    prepared: Prepared,
    keys: &mut Keys,
    request: &Request,
    progress: &(impl Fn(usize, usize) + Sync),
) -> Result<Outcome, Failure> {
    let nothing = |diagnostics| Ok(Outcome { diagnostics, report: None, failed: true });
    if fails(&prepared.diagnostics, request.strict) && !request.keep_going {
        return nothing(prepared.diagnostics);
    }
    let variants = Variants::of(&request.root);
    let develop = |photos: &[(&Print, Vec<Variant>)]| {
        let done = AtomicUsize::new(0);
        variants.make_all(photos, &|| progress(done.fetch_add(1, Ordering::Relaxed) + 1, photos.len()))
    };
    let mut prepared = match with_photos(builder, prepared, keys, develop)? {
        Ok(prepared) => prepared,
        Err(diagnostics) => return nothing(diagnostics),
    };
    if fails(&prepared.diagnostics, request.strict) && !request.keep_going {
        return nothing(prepared.diagnostics);
    }
    let stage = Stage::open(&request.root, &request.output, &variants)?;
    let total = prepared.site.routes.len();
    let (done, made) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let mut timings = std::mem::take(&mut prepared.timings);
    let rendered = timings.time("render", || {
        render::render(prepared.press(), keys, &|path, output| {
            let in_place = stage.take(path, output)?;
            if in_place {
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            }
            if !matches!(output, Output::AsBefore) {
                made.fetch_add(1, Ordering::Relaxed);
            }
            Ok(in_place)
        })
    })?;
    prepared.work.rendered = made.into_inner();
    prepared.diagnostics.extend(rendered.diagnostics);
    prepared.diagnostics.extend(variants.problem());
    diag::sort(&mut prepared.diagnostics);
    let failed = fails(&prepared.diagnostics, request.strict);
    if failed && !request.keep_going {
        stage.abandon();
        return Ok(Outcome { diagnostics: prepared.diagnostics, report: None, failed });
    }
    let published = timings.time("publish", || stage.commit())?;
    variants.prune(builder.marks());
    prepared.timings = timings;
    *keys = rendered.keys;
    let report = Report::new(&prepared, published);
    Ok(Outcome { diagnostics: prepared.diagnostics, report: Some(report), failed })
}

/// The prepared site once all its photos were handed to `develop`: those that turn out to be broken are in no page, so the
/// site is prepared again without them.
fn with_photos(
    builder: &mut Builder,
    mut prepared: Prepared,
    keys: &Keys,
    develop: impl Fn(&[(&Print, Vec<Variant>)]) -> Result<Vec<(Mark, Refusal)>, Failure>,
) -> Result<Result<Prepared, Vec<Diagnostic>>, Failure> {
    loop {
        let mut timings = std::mem::take(&mut prepared.timings);
        let broken = timings.time("photos", || develop(&prepared.press().new_photos(keys)))?;
        prepared.timings = timings;
        if !builder.spoil(broken) {
            return Ok(Ok(prepared));
        }
        prepared = match builder.prepare()? {
            Ok(prepared) => prepared,
            Err(diagnostics) => return Ok(Err(diagnostics)),
        };
    }
}

/// Says everything that a build would say, and writes nothing.
///
/// # Errors
/// When the disk can't be read.
pub fn check(request: &Request) -> Result<Outcome, Failure> {
    let mut builder = Builder::new(&request.root, Some(&request.output), request.flags.clone());
    let variants = Variants::of(&request.root);
    let checked = match builder.prepare()? {
        Ok(prepared) => with_photos(&mut builder, prepared, &Keys::default(), |photos| variants.try_all(photos))?,
        Err(diagnostics) => Err(diagnostics),
    };
    let mut prepared = match checked {
        Ok(prepared) => prepared,
        Err(diagnostics) => return Ok(Outcome { diagnostics, report: None, failed: true }),
    };
    let root = &request.root;
    let rendered = render::render(prepared.press(), &Keys::default(), &|_, output| match output {
        Output::Bytes(_) | Output::Photo(..) | Output::AsBefore => Ok(true),
        Output::Copy(file) => std::fs::File::open(root.join(file))
            .map(|_| true)
            .map_err(|e| Failure::io("cannot read", &root.join(file), &e)),
    })?;
    prepared.diagnostics.extend(rendered.diagnostics);
    diag::sort(&mut prepared.diagnostics);
    let failed = fails(&prepared.diagnostics, request.strict);
    let report = Report::new(&prepared, Published::default());
    Ok(Outcome { diagnostics: prepared.diagnostics, report: Some(report), failed })
}

/// The settings of the site at a folder, or what is wrong with them.
///
/// # Errors
/// When there is no `site.toml`, or it can't be read.
pub fn settings(root: &Path, flags: &Flags) -> Result<Result<Config, Vec<Diagnostic>>, Failure> {
    let checked = match builder::read_settings(root)? {
        Ok(text) => crate::config::load(&text, flags),
        Err(problem) => return Ok(Err(vec![problem])),
    };
    let problems = crate::entry::check_map(&checked.value);
    let checked = Checked::new(checked.value, [checked.diagnostics, problems].concat());
    Ok(if checked.has_errors() { Err(checked.diagnostics) } else { Ok(checked.value) })
}

/// The entries of a site that can be read, for commands that only look at them.
///
/// # Errors
/// When the folder can't be read.
pub fn entries(root: &Path, config: &Config) -> Result<Vec<Arc<Entry>>, Failure> {
    let sources = source::scan(root, &config.theme, None, &source::Sources::default())?.value;
    let read = builder::texts(&sources).filter_map(|(source, text)| crate::entry::parse(source, text, config).value);
    Ok(read.map(Arc::new).collect())
}

/// Whether problems make a command fail: errors always, warnings where they are to count.
pub(crate) fn fails(diagnostics: &[Diagnostic], strict: bool) -> bool {
    let most = if strict { Severity::Warning } else { Severity::Error };
    diagnostics.iter().any(|d| d.severity <= most)
}
