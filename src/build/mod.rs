//! Drives the stages, from the folder on the disk to the finished output.
//!
//! Invariant: knows the order of the stages and nothing of what happens inside them.

#[cfg(feature = "book")]
mod book;
mod builder;
mod held;
mod kept;
mod memo;
mod new_entry;
mod new_line;
mod output_search;
mod photos;
mod report;
#[cfg(test)]
mod tests;

#[cfg(feature = "book")]
pub use book::{BookOutcome, WrittenBook, book_leaks, write_book};
pub use builder::{Builder, Prepared, Work};
pub use new_entry::{free_path, new_text, read_entry};
pub use new_line::{AddedLine, Logged, NewLine, Records, add_line};
pub use report::{LeftOut, Report, Timings};

use crate::config::{Config, Flags};
use crate::diag::{self, Checked, Diagnostic, Failure, Severity};
use crate::photo::{Mark, Refusal, Variant};
use crate::privacy::{self, Again, Search};
use crate::publish::{self, Changes, Published, Stage, Stray, Variants};
use crate::render::{self, Keys, Output, Outside, Press};
use crate::site::{INDEX, Print, ReaderContext, Record, Route};
use crate::source;
use crate::text::words::count;
use ahash::AHashSet;
use output_search::OutputSearch;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

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
    /// Addresses that are gone without leading on are warned about.
    pub diff: bool,
    /// Files in the output folder that no build is known to have made are removed.
    pub remove_strays: bool,
    /// A check looks for the addresses of other sites too.
    pub external: bool,
}

impl Request {
    /// A build into `public/` that ends at the first error and removes nothing that it does not know.
    #[must_use]
    pub fn new(root: &Path, flags: Flags) -> Self {
        Self {
            root: root.to_owned(),
            output: root.join("public"),
            flags,
            strict: false,
            keep_going: false,
            diff: false,
            remove_strays: false,
            external: false,
        }
    }
}

/// What the builds of one run leave for the next one.
#[derive(Debug, Default)]
pub struct Memory {
    /// What each output was made from.
    keys: Keys,
    /// The files in the output folder that nobody knows, once they were looked for.
    strays: Option<Vec<Stray>>,
    /// What is private, and what is said in public.
    privacy: privacy::SearchMemory,
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
    /// What differs from the build before in the same folder, where that was asked for.
    pub changes: Option<Changes>,
    /// The addresses of other sites, where a check was to look for them.
    pub outside: Vec<Outside>,
}

impl Outcome {
    /// The outcome of what ended before anything was written.
    fn nothing(diagnostics: Vec<Diagnostic>, failed: bool) -> Self {
        Self { diagnostics, report: None, failed, changes: None, outside: Vec::new() }
    }
}

/// Builds the site: all of it, or nothing if there is an error.
///
/// # Errors
/// When the disk can't be read or written.
pub fn build(request: &Request, progress: &(impl Fn(usize, usize) + Sync)) -> Result<Outcome, Failure> {
    let mut builder = Builder::new(&request.root, Some(&request.output), request.flags.clone());
    match builder.prepare()? {
        Ok(prepared) => finish(&mut builder, prepared, &mut Memory::default(), request, progress),
        Err(diagnostics) => Ok(Outcome::nothing(diagnostics, true)),
    }
}

/// Builds the site with the memory of the build before, if anything on the disk moved since.
///
/// # Errors
/// When the disk can't be read or written.
pub fn build_if_moved(
    builder: &mut Builder,
    memory: &mut Memory,
    request: &Request,
    look: &source::Look,
) -> Result<Option<Outcome>, Failure> {
    match builder.prepare_settled(look)? {
        None => Ok(None),
        Some(Err(diagnostics)) => Ok(Some(Outcome::nothing(diagnostics, true))),
        Some(Ok(prepared)) => finish(builder, prepared, memory, request, &|_, _| ()).map(Some),
    }
}

/// How many indexes of the search are kept: of the site as it is published, with drafts, and as both were before.
const MOST_INDEXES: usize = 4;

/// How many cards are kept: twice those of the site, since drafts have some too and texts change.
fn most_cards(prepared: &Prepared) -> usize {
    2 * prepared.site.routes.values().filter(|route| matches!(route, Route::Card(_))).count()
}

/// Renders and publishes what is prepared; nothing where an output has a private word or is older than its sources, whatever
/// was asked for.
fn finish(
    builder: &mut Builder,
    prepared: Prepared,
    memory: &mut Memory,
    request: &Request,
    progress: &(impl Fn(usize, usize) + Sync),
) -> Result<Outcome, Failure> {
    let nothing = |diagnostics| Ok(Outcome::nothing(diagnostics, true));
    if fails(&prepared.diagnostics, request.strict) && !request.keep_going {
        return nothing(prepared.diagnostics);
    }
    let variants = Variants::of(&request.root);
    let develop = |photos: &[(&Print, Vec<Variant>)]| {
        let done = AtomicUsize::new(0);
        variants.make_all(photos, &|| progress(done.fetch_add(1, Ordering::Relaxed) + 1, photos.len()))
    };
    let (mut prepared, reading) = match with_photos(builder, prepared, &memory.keys, develop)? {
        Ok(prepared) => prepared,
        Err(diagnostics) => return nothing(diagnostics),
    };
    if fails(&prepared.diagnostics, request.strict) && !request.keep_going {
        return nothing(prepared.diagnostics);
    }
    let sources = builder.sources();
    let stage = Stage::open(&request.root, &request.output, &variants)?;
    let total = prepared.site.routes.len();
    let (done, made) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let mut timings = std::mem::take(&mut prepared.timings);
    let Memory { keys, strays: known_strays, privacy } = memory;
    let search = timings.time("privacy", || privacy.search(prepared.press(&reading), sources));
    let (site, root, output) = (&*prepared.site, &*request.root, &*request.output);
    let look = search.as_ref().map(|search| OutputSearch { search, site, root, output });
    let private_texts = search.as_ref().map_or(0, Search::n_texts);
    let cards = kept::Folder::new(&request.root, "cards", most_cards(&prepared));
    let press = Press { kept: &cards, ..prepared.press(&reading) };
    let mut rendered = timings.time("render", || {
        render::render(press, keys, &|path, output| {
            let in_place = stage.take(path, output)?;
            if let Some(look) = look.filter(|_| in_place) {
                look.at(path, output);
            }
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
    let kept = kept::Folder::new(&request.root, "search", MOST_INDEXES);
    let looked = AtomicBool::new(false);
    let look_at_records = |records: &[Record]| {
        looked.store(true, Ordering::Relaxed);
        if let Some(search) = &search {
            search.records(records);
        }
    };
    let indexed = timings.time("search", || {
        render::index(prepared.press(&reading), keys, &kept, &look_at_records, &|path, output| stage.take(path, output))
    })?;
    // An index that holds from the build before may say what has become private since.
    let everything = |search: &Search<'_>| search.again() == Again::Everything;
    if !looked.load(Ordering::Relaxed) && prepared.site.has_search() && search.as_ref().is_some_and(everything) {
        look_at_records(&prepared.site.records());
    }
    match indexed {
        Ok(index) => rendered.keys.index = index,
        Err(problem) => prepared.diagnostics.push(problem),
    }
    let strays = stage.strays(known_strays.as_deref());
    let (removed, left): (Vec<Stray>, Vec<Stray>) =
        strays.into_iter().partition(|s| request.remove_strays && !s.of_host);
    if let Some(look) = look {
        look.at_strays(&left);
    }
    let leaks = match search {
        Some(search) => timings.time("leaks", || search.leaks(prepared.press(&reading), sources)),
        None => Vec::new(),
    };
    let unfit = rendered.stale || !leaks.is_empty();
    if rendered.stale {
        *keys = Keys::default();
    }
    prepared.diagnostics.extend(rendered.diagnostics);
    prepared.diagnostics.extend(leaks);
    prepared.diagnostics.extend(variants.problem());
    prepared.diagnostics.extend(stage.problem());
    let mut changes = request.diff.then(|| stage.changes());
    prepared.diagnostics.extend(changes.iter().flat_map(gone));
    if let Some(changes) = &mut changes {
        changes.removed.extend(removed.iter().map(|stray| stray.path.clone()));
    }
    prepared.diagnostics.extend(stray_files(&left, &request.output));
    *known_strays = Some(left);
    diag::sort(&mut prepared.diagnostics);
    let failed = fails(&prepared.diagnostics, request.strict);
    if unfit || failed && !request.keep_going {
        stage.abandon();
        return Ok(Outcome::nothing(prepared.diagnostics, failed));
    }
    let published = timings.time("publish", || stage.commit(&removed))?;
    variants.prune(builder.marks());
    prepared.timings = timings;
    *keys = rendered.keys;
    privacy.found_nothing();
    let report = Report::new(&prepared, published, private_texts);
    Ok(Outcome { diagnostics: prepared.diagnostics, report: Some(report), failed, changes, outside: Vec::new() })
}

/// A warning for each page that is gone: a former address that leads on would still be there.
fn gone(changes: &Changes) -> Vec<Diagnostic> {
    let pages = changes.removed.iter().filter(|path| path.ends_with(".html"));
    let warn = |path: &String| {
        let address = address_of(path);
        Diagnostic::warning("removed-address", format!("{address} is gone, and whoever has the address finds nothing"))
            .hint(format!("`aliases: [{address}]` in what it became leads there"))
    };
    pages.map(warn).collect()
}

/// How many files are named of those that nobody knows.
const MOST_STRAYS: usize = 5;

/// A warning where files are in the output folder that neither this build nor a known one before made; what a host reads is
/// there on purpose.
fn stray_files(strays: &[Stray], output: &Path) -> Option<Diagnostic> {
    let paths: Vec<&str> = strays.iter().filter(|stray| !stray.of_host).map(|stray| stray.path.as_str()).collect();
    let named = paths.get(..MOST_STRAYS.min(paths.len())).filter(|named| !named.is_empty())?.join(", ");
    let more = match paths.len().saturating_sub(MOST_STRAYS) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    let files = count(paths.len(), "file", "files");
    let message = format!("no build is known to have made {files} in {}: {named}{more}", output.display());
    let hint = "`comeback build --remove-strays` removes them; what is to stay belongs into static/";
    Some(Diagnostic::warning("stray-files", message).hint(hint))
}

/// The address that a file of the output has.
pub fn address_of(path: &str) -> String {
    let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("/{}", folder.unwrap_or(path))
}

/// The prepared site, and what its pages are read with, once all its photos were handed to `develop`: those that turn out to be
/// broken are in no page, so the site is prepared again without them.
fn with_photos(
    builder: &mut Builder,
    mut prepared: Prepared,
    keys: &Keys,
    develop: impl Fn(&[(&Print, Vec<Variant>)]) -> Result<Vec<(Mark, Refusal)>, Failure>,
) -> Result<Result<(Prepared, ReaderContext), Vec<Diagnostic>>, Failure> {
    loop {
        let mut timings = std::mem::take(&mut prepared.timings);
        let reading = timings.time("keys", || ReaderContext::of(&prepared.site));
        let broken = timings.time("photos", || develop(&prepared.press(&reading).new_photos(keys)))?;
        prepared.timings = timings;
        if !builder.spoil(broken) {
            return Ok(Ok((prepared, reading)));
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
    let (mut prepared, reading) = match checked {
        Ok(prepared) => prepared,
        Err(diagnostics) => return Ok(Outcome::nothing(diagnostics, true)),
    };
    let root = &request.root;
    let press = Press { kept: &render::Later, ..prepared.press(&reading) };
    let mut memory = privacy::SearchMemory::default();
    let search = memory.search(press, builder.sources());
    let site = &*prepared.site;
    let look = search.as_ref().map(|search| OutputSearch { search, site, root, output: &request.output });
    let private_texts = search.as_ref().map_or(0, Search::n_texts);
    let rendered = render::render(press, &Keys::default(), &|path, output| {
        if let Some(look) = look {
            look.at(path, output);
        }
        match output {
            Output::Bytes(_) | Output::Card(..) | Output::Photo(..) | Output::AsBefore => Ok(true),
            Output::Copy(file) => std::fs::File::open(root.join(file))
                .map(|_| true)
                .map_err(|e| Failure::io("cannot read", &root.join(file), &e)),
        }
    })?;
    let made: AHashSet<String> = prepared.site.routes.keys().map(|address| render::output_path(address)).collect();
    // The index is made by nothing but a build.
    let is_made = |path: &str| made.contains(path) || path.starts_with(INDEX.trim_start_matches('/'));
    let strays = publish::strays(root, &request.output, is_made)?;
    if let Some(look) = look {
        if prepared.site.has_search() {
            look.search.records(&prepared.site.records());
        }
        look.at_strays(&strays);
    }
    let leaks = search.map(|search| search.leaks(prepared.press(&reading), builder.sources())).unwrap_or_default();
    let outside = if request.external { render::outside(press) } else { Vec::new() };
    prepared.diagnostics.extend(stray_files(&strays, &request.output));
    prepared.diagnostics.extend(rendered.diagnostics);
    prepared.diagnostics.extend(leaks);
    diag::sort(&mut prepared.diagnostics);
    let failed = fails(&prepared.diagnostics, request.strict);
    let report = Report::new(&prepared, Published::default(), private_texts);
    Ok(Outcome { diagnostics: prepared.diagnostics, report: Some(report), failed, changes: None, outside })
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

/// Whether problems make a command fail: errors always, warnings where they are to count.
pub fn fails(diagnostics: &[Diagnostic], strict: bool) -> bool {
    let most = if strict { Severity::Warning } else { Severity::Error };
    diagnostics.iter().any(|d| d.severity <= most)
}
