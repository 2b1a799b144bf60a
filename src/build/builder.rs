//! The stages before rendering, with memory of the build before.
//!
//! Every build runs every stage. What a stage makes of one file is remembered by the file's hash, so that an edit costs
//! what it touches and the result is that of a clean build, without any list of kinds of change.

use super::held;
use super::memo::{self, ByPath, Copies, Memo, Read};
use super::new_entry::read_source;
use super::photos::Pictures;
use super::{Timings, fails};
use crate::comments::{self, Comment};
use crate::config::{Config, Flags};
use crate::diag::{self, Checked, Diagnostic, Failure, Place};
use crate::entry::{self, DueReminder, Entry, ReadLog};
use crate::journal::{self, Journal};
use crate::photo::{Mark, Refusal};
use crate::render::{Nothing, Press};
use crate::site::{self, ReaderContext, Site, Written};
use crate::source::{self, Hash, Look, Source, Sources};
use crate::text::with_line_feeds;
use crate::theme::{self, Theme};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long a file that is being written is left alone before it is read again, and how often at the most: an
/// editor that empties a file before it writes it may be kept waiting by a busy machine.
const LOOK_AGAIN: Duration = Duration::from_millis(4);
const MOST_LOOKS: usize = 50;

/// Prepares a site again and again, with memory of what was read and parsed.
#[derive(Debug)]
pub struct Builder {
    root: PathBuf,
    /// The output folder, whose files are no sources.
    output: Option<PathBuf>,
    flags: Flags,
    /// What the last look saw, as a hash.
    seen: Option<Hash>,
    /// The hash of the settings that the memory below was made with.
    settings: Hash,
    sources: Sources,
    /// What the last scan could not read.
    unreadable: Vec<Diagnostic>,
    /// What the markdown files became.
    entries: Memo<Entry>,
    /// What the log files became, with what is wrong in them.
    logs: ByPath<(Arc<ReadLog>, Vec<Diagnostic>)>,
    /// What the files of comments became.
    comments: Memo<Comment>,
    theme: Option<Loaded>,
    /// What the picture files are.
    pictures: Pictures,
}

/// A theme, and what its files were.
#[derive(Debug)]
struct Loaded {
    fingerprint: Hash,
    theme: Arc<Theme>,
    diagnostics: Vec<Diagnostic>,
}

/// A site that is ready to be rendered.
#[derive(Debug)]
pub struct Prepared {
    /// The plan.
    pub site: Arc<Site>,
    /// The templates.
    pub theme: Arc<Theme>,
    /// What stands for the theme in the keys of pages.
    pub fingerprint: Hash,
    /// The text of `site.toml`.
    pub settings: Arc<str>,
    /// Whether a template can't be read at all, so that no page can be made with the theme.
    pub theme_broken: bool,
    /// All problems met so far, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The writer's notes to herself whose day has come, those of drafts and private entries too.
    pub reminders: Vec<DueReminder>,
    /// Files read and texts parsed for it.
    pub work: Work,
    /// How long each stage took.
    pub timings: Timings,
}

impl Prepared {
    /// What its pages are made with; a reader without hashes will do where no page is compared with one from before.
    pub fn press<'a>(&'a self, reading: &'a ReaderContext) -> Press<'a> {
        Press {
            site: &self.site,
            reading,
            theme: &self.theme,
            fingerprint: self.fingerprint,
            kept: &Nothing,
            settings: &self.settings,
        }
    }
}

/// How much was done, to be said and to be tested.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Work {
    /// Files read.
    pub read: usize,
    /// Texts parsed.
    pub parsed: usize,
    /// Pages and files made.
    pub rendered: usize,
}

impl Builder {
    /// A builder without memory.
    pub fn new(root: &Path, output: Option<&Path>, flags: Flags) -> Self {
        Self {
            root: root.to_owned(),
            output: output.map(Path::to_owned),
            flags,
            seen: None,
            settings: Hash::default(),
            sources: Sources::default(),
            unreadable: Vec::new(),
            entries: Memo::default(),
            logs: ByPath::default(),
            comments: Memo::default(),
            theme: None,
            pictures: Pictures::default(),
        }
    }

    /// Whether a file, by its path from the root, was among the sources of the last build.
    pub fn reads(&self, path: &str) -> bool {
        self.sources.files.contains_key(path)
    }

    /// The paths of the sources of the last build, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.sources.files.keys().map(|path| &**path)
    }

    /// The sources of the last build.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// How many sources say where they were made: photos, films and tracks, published or not.
    pub fn located(&self) -> usize {
        super::photos::located(&self.sources)
    }

    /// Remembers that photos can't be decoded, which the next preparation takes into account; tells whether that is news.
    pub fn spoil(&mut self, photos: Vec<(Mark, Refusal)>) -> bool {
        self.pictures.spoil(photos)
    }

    /// The marks of all photos of the last build, published or not.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        self.pictures.marks()
    }

    /// Runs the stages before rendering; settings that can't be used end it at once, since all else would follow from them.
    ///
    /// # Errors
    /// When the site's folder can't be read.
    pub fn prepare(&mut self) -> Result<Result<Prepared, Vec<Diagnostic>>, Failure> {
        self.seen = None;
        match self.prepare_if_moved(&Look::Everything)? {
            Some(result) => Ok(result),
            None => Err(Failure::new("nothing was seen before, and nothing moved")),
        }
    }

    /// The same, if anything on the disk moved since the last time; `None` if nothing did.
    ///
    /// # Errors
    /// When the site's folder can't be read.
    pub fn prepare_if_moved(&mut self, look: &Look) -> Result<Option<Result<Prepared, Vec<Diagnostic>>>, Failure> {
        let mut timings = Timings::default();
        let mut diagnostics = Vec::new();
        let text = match read_settings(&self.root)? {
            Ok(text) => text,
            Err(problem) => return Ok(self.has_moved(Hash::default()).then(|| Err(vec![problem]))),
        };
        let config = crate::config::load(&text, &self.flags).absorb(&mut diagnostics);
        diagnostics.extend(entry::check_map(&config));
        let settings = *blake3::hash(text.as_bytes()).as_bytes();
        if fails(&diagnostics, false) {
            diag::sort(&mut diagnostics);
            return Ok(self.has_moved(settings).then_some(Err(diagnostics)));
        }
        let config = Arc::new(config);
        let scanned = timings.time("scan", || self.scan(&config, settings, look))?;
        let seen = fingerprint(settings, &scanned);
        self.sources = scanned.absorb(&mut diagnostics);
        if !self.has_moved(seen) {
            return Ok(None);
        }
        Ok(Some(Ok(self.prepare_with(&config, text.into(), diagnostics, timings))))
    }

    /// The journal alone, for commands that look at its numbers; entries with an error are left out of it.
    ///
    /// # Errors
    /// When the site's folder can't be read.
    pub fn journal(&mut self, config: &Config) -> Result<Checked<Journal>, Failure> {
        let mut diagnostics = Vec::new();
        let scanned = source::scan(&self.root, source::Reach::of(config, self.output.as_deref()), &self.sources)?;
        self.sources = scanned.absorb(&mut diagnostics);
        let copies = held::copies(&self.sources, &mut diagnostics);
        let entries = self.entries(config, &copies, &mut diagnostics);
        let (logs, _) = self.logs(config, &copies, &entries.values, &mut diagnostics);
        let mut journal = journal::assemble(&entries.values, &logs, config).absorb(&mut diagnostics);
        (journal.held.broken, journal.held.copies) = (entries.broken, copies.into_keys().collect());
        diag::sort(&mut diagnostics);
        Ok(Checked::new(journal, diagnostics))
    }

    /// The files as they are now. Where the look is at some files only and these say enough, the rest is taken as it was; what
    /// could not be read before is for a look at everything to tell again.
    fn scan(&mut self, config: &Config, settings: Hash, look: &Look) -> Result<Checked<Sources>, Failure> {
        if settings != self.settings {
            self.entries.clear();
            self.logs = ByPath::default();
            self.comments.clear();
            self.settings = settings;
        } else if let Look::At(paths) = look
            && self.unreadable.is_empty()
            && let Some(read) = source::look_at(&self.root, paths, &self.sources)
        {
            let mut sources = std::mem::take(&mut self.sources);
            sources.update(read);
            return Ok(Checked::new(sources, Vec::new()));
        }
        let scanned = source::scan(&self.root, source::Reach::of(config, self.output.as_deref()), &self.sources)?;
        self.unreadable.clone_from(&scanned.diagnostics);
        Ok(scanned)
    }

    /// Whether what is seen now differs from what was seen last.
    fn has_moved(&mut self, seen: Hash) -> bool {
        self.seen.replace(seen) != Some(seen)
    }

    fn prepare_with(
        &mut self,
        config: &Arc<Config>,
        settings: Arc<str>,
        mut diagnostics: Vec<Diagnostic>,
        mut timings: Timings,
    ) -> Prepared {
        let copies = held::copies(&self.sources, &mut diagnostics);
        let (entries, (logs, read), comments) = timings.time("parse", || {
            let entries = self.entries(config, &copies, &mut diagnostics);
            let logs = self.logs(config, &copies, &entries.values, &mut diagnostics);
            (entries, logs, self.comments(config, &copies, &mut diagnostics))
        });
        let parsed = entries.parsed + read + comments.parsed;
        let copies: Vec<Arc<str>> = copies.into_keys().collect();
        let assemble = |values: &[Arc<Entry>]| {
            let mut journal = journal::assemble(values, &logs, config);
            (journal.value.held.broken, journal.value.held.copies) = (entries.broken.clone(), copies.clone());
            journal
        };
        let journal: Journal = timings.time("assemble", || assemble(&entries.values)).absorb(&mut diagnostics);
        let photos = timings.time("look", || self.pictures.look(&self.sources));
        let (fingerprint, theme) = timings.time("theme", || self.theme(config, &mut diagnostics));
        let plan = |journal: Journal| {
            let written = Written { comments: comments.values.clone(), broken: comments.broken.clone() };
            site::plan(journal, written, &self.sources, &photos, &theme.assets, &theme.language, config)
        };
        let mut site = timings.time("plan", || plan(journal)).absorb(&mut diagnostics);
        if !site.names_held().is_empty() {
            // A name in a link, a heading or a summary would say what is kept back. What was found wrong stands.
            let unnamed = held::without_names(&self.sources, &entries.values, site.names_held(), config);
            site = timings.time("plan", || plan(assemble(&unnamed).value)).value;
        }
        diag::sort(&mut diagnostics);
        let theme_broken = self.theme.as_ref().is_some_and(|l| fails(&l.diagnostics, false));
        let work = Work { read: self.sources.read.len(), parsed, rendered: 0 };
        let reminders = DueReminder::of(entries.values.iter().map(|entry| &**entry), config.today);
        let site = Arc::new(site);
        Prepared { site, theme, fingerprint, settings, theme_broken, diagnostics, reminders, work, timings }
    }

    /// The same, once nobody is in the middle of writing: a file that is empty or still growing is read again after a few
    /// milliseconds, and taken as it is when it stays so.
    ///
    /// # Errors
    /// When the site's folder can't be read.
    pub fn prepare_settled(&mut self, look: &Look) -> Result<Option<Result<Prepared, Vec<Diagnostic>>>, Failure> {
        let mut prepared = self.prepare_if_moved(look)?;
        for _ in 0..MOST_LOOKS {
            if !self.is_being_written() {
                break;
            }
            std::thread::sleep(LOOK_AGAIN);
            if let Some(mut again) = self.prepare_if_moved(look)? {
                // What was done for the looks before was done for this one too.
                if let (Ok(again), Some(Ok(before))) = (&mut again, &prepared) {
                    again.work.read += before.work.read;
                    again.work.parsed += before.work.parsed;
                }
                prepared = Some(again);
            }
        }
        Ok(prepared)
    }

    /// Whether a file that the last scan read is empty, or has been written to since.
    fn is_being_written(&self) -> bool {
        let read = self.sources.read.iter().filter_map(|path| self.sources.files.get(path));
        read.into_iter().any(|source| source.is_being_written(&self.root))
    }

    /// The entries that can be read, and those with errors.
    fn entries(&mut self, config: &Config, copies: &Copies, into: &mut Vec<Diagnostic>) -> Read<Entry> {
        let read = |source: &Source, text: &Arc<str>| read_source(source, text, config);
        self.entries.read(memo::entries(&self.sources, copies), read, into)
    }

    /// The logs, each without the lines that can't be read, and how many were parsed for it.
    fn logs(
        &mut self,
        config: &Config,
        copies: &Copies,
        entries: &[Arc<Entry>],
        into: &mut Vec<Diagnostic>,
    ) -> (Vec<Arc<ReadLog>>, usize) {
        let files = memo::all_logs(&self.sources, copies, entries);
        let parsed = self.logs.update(&files, |log| log.source, |log, before| log.read(config, before));
        self.logs.iter().for_each(|(_, (_, problems))| into.extend_from_slice(problems));
        (self.logs.iter().map(|(_, (log, _))| log.clone()).collect(), parsed)
    }

    /// The comments that can be read, and those with errors; none where the site has none.
    fn comments(&mut self, config: &Config, copies: &Copies, into: &mut Vec<Diagnostic>) -> Read<Comment> {
        let texts = memo::comments(&self.sources, copies).filter(|_| config.comments.enabled);
        self.comments.read(texts, |source, text| comments::parse(source, text, config), into)
    }

    /// The theme, loaded again only where one of its files changed.
    fn theme(&mut self, config: &Config, into: &mut Vec<Diagnostic>) -> (Hash, Arc<Theme>) {
        let mut hasher = blake3::Hasher::new();
        // The language decides which of the tables speak.
        hasher.update(config.theme.as_bytes()).update(b"\0").update(config.language.as_bytes());
        for source in self.sources.below("themes/") {
            hasher.update(source.path.as_bytes()).update(&source.hash);
        }
        let fingerprint = *hasher.finalize().as_bytes();
        let loaded = match self.theme.take().filter(|l| l.fingerprint == fingerprint) {
            Some(loaded) => loaded,
            None => {
                let mut diagnostics = Vec::new();
                let theme = Arc::new(theme::load(&self.sources, config).absorb(&mut diagnostics));
                Loaded { fingerprint, theme, diagnostics }
            }
        };
        into.extend_from_slice(&loaded.diagnostics);
        let theme = loaded.theme.clone();
        self.theme = Some(loaded);
        (fingerprint, theme)
    }
}

/// The text of `site.toml`, without a byte-order mark, or why it is none.
///
/// # Errors
/// When there is none, or it can't be read.
pub(super) fn read_settings(root: &Path) -> Result<Result<String, Diagnostic>, Failure> {
    let path = root.join("site.toml");
    let bytes = std::fs::read(&path).map_err(|error| {
        let failure = Failure::io("cannot read", &path, &error);
        if error.kind() == std::io::ErrorKind::NotFound {
            failure.hint("go to a site's folder or name it with --root; `comeback init DIR` makes a new one")
        } else {
            failure
        }
    })?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Ok(with_line_feeds(text.trim_start_matches('\u{feff}').to_owned())),
        Err(_) => {
            let problem = Diagnostic::error("not-utf-8", "the file is not UTF-8").at(Place::file("site.toml"));
            Err(problem.hint("save it as UTF-8 in the editor"))
        }
    })
}

/// All that a scan found, as a hash: the settings, every file's path and bytes, and what could not be read.
fn fingerprint(settings: Hash, scanned: &Checked<Sources>) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&settings);
    for source in scanned.value.files.values() {
        hasher.update(source.path.as_bytes()).update(&source.hash);
    }
    hasher.update(format!("{:?}", scanned.diagnostics).as_bytes());
    *hasher.finalize().as_bytes()
}
