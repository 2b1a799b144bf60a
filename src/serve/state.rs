//! What the preview answers, as one value: the newest site, and what is left of the last good one.

use super::has_errors;
use crate::build::{Prepared, Work};
use crate::diag::{Diagnostic, Severity, show};
use crate::entry::{Entry, OwnAddress};
use crate::photo::Variant;
use crate::render::{self, Nothing, Press};
use crate::site::headers::{policy, searches};
use crate::site::{INDEX, Page, Print, ReaderContext, Route, Site};
use crate::source::Hash;
use crate::text::escape;
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The site as it can be shown now.
#[derive(Debug, Default)]
pub struct State {
    shown: Option<Shown>,
    /// The addresses of entries with errors.
    ghosts: BTreeMap<Arc<str>, Ghost>,
    /// The settings or the theme can't be used, so that every page is the last good one.
    stuck: bool,
    /// All problems, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// What was done to get here.
    pub work: Work,
}

type Pages = BTreeMap<Arc<str>, Arc<[u8]>>;

/// The index of the search, or why there is none.
type Index = Result<BTreeMap<String, Arc<[u8]>>, Diagnostic>;

/// A site and a theme that can be shown.
#[derive(Clone, Debug)]
struct Shown {
    site: Arc<Site>,
    reading: Arc<ReaderContext>,
    theme: Arc<Theme>,
    fingerprint: Hash,
    settings: Arc<str>,
    common: render::Common,
    /// The pages that were asked for.
    pages: Arc<Mutex<Pages>>,
    /// The index of the search, made when it is first asked for: an edit never waits for it.
    index: Arc<Mutex<Option<Index>>>,
    /// Pages of the plans before, for those that a template's error keeps from being made.
    before: Arc<Pages>,
}

/// An entry with an error, at the address it has or would have.
#[derive(Clone, Debug)]
struct Ghost {
    /// Its file.
    path: Arc<str>,
    /// Its last good page, if there ever was one.
    page: Option<Arc<[u8]>>,
}

/// What stands at an address.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A page, with its status; the reload script goes into it.
    Page {
        /// 200, 404, or 500 where there never was a page.
        status: u16,
        /// The page without the script.
        bytes: Arc<[u8]>,
    },
    /// Bytes of a kind that is told by the address.
    Bytes(Arc<[u8]>),
    /// A file of the site, by its path relative to the root.
    File(Arc<Path>),
    /// A photo in one of its sizes.
    Photo(Arc<Print>, Variant),
    /// The same address with a slash at its end.
    Slash,
}

/// Pages kept in memory beside the site itself; when there are more, all are forgotten, which costs only time.
const MOST_PAGES: usize = 256;

impl State {
    /// The state after a build that could plan the site.
    pub(super) fn with_site(&self, prepared: Prepared) -> Self {
        let Prepared { site, theme, fingerprint, settings, theme_broken, diagnostics, work, .. } = prepared;
        // With a broken theme the pages go on in the last good one, if there is one.
        let old = self.shown.as_ref().filter(|_| theme_broken);
        let (theme, fingerprint) = old.map_or((theme, fingerprint), |old| (old.theme.clone(), old.fingerprint));
        let common = render::common(&site);
        let ghosts = self.ghosts(&site);
        let usable = !theme_broken || old.is_some();
        let before = self.shown.as_ref().map(Shown::all_pages).unwrap_or_default();
        let (pages, index) = (Arc::default(), Arc::default());
        // Hashes are for the check in the background: what is made when it is asked for is compared with nothing.
        let reading = Arc::default();
        let shown = Shown { site, reading, theme, fingerprint, settings, common, pages, index, before };
        Self { shown: usable.then_some(shown), ghosts, stuck: theme_broken, diagnostics, work }
    }

    /// The state after settings that can't be used: everything stays as it was.
    pub(super) fn with_broken_settings(&self, diagnostics: Vec<Diagnostic>) -> Self {
        Self { shown: self.shown.clone(), ghosts: self.ghosts.clone(), stuck: true, diagnostics, work: Work::default() }
    }

    /// The entries of the new site that have errors, each with its last good page.
    fn ghosts(&self, site: &Site) -> BTreeMap<Arc<str>, Ghost> {
        let ghost = |path: &Arc<str>| {
            if let Some((address, old)) = self.ghosts.iter().find(|(_, ghost)| ghost.path == *path) {
                return (address.clone(), old.clone());
            }
            let before = self.shown.as_ref().and_then(|shown| {
                let address = shown.site.address_of_file(path)?.clone();
                let page = shown.page(&address).ok();
                Some((address, page))
            });
            let (address, page) = before.unwrap_or_else(|| (would_be_address(path), None));
            (address, Ghost { path: path.clone(), page })
        };
        let broken = site.journal.held.broken.iter().map(ghost);
        broken.filter(|(address, _)| !site.routes.contains_key(address)).collect()
    }

    /// The path below which the site stands.
    #[must_use]
    pub fn base_path(&self) -> &str {
        self.shown.as_ref().map_or("/", |shown| &shown.site.config.base_path)
    }

    /// The site's name.
    pub(super) fn title(&self) -> &str {
        self.shown.as_ref().map_or("The journal", |shown| &shown.site.config.title)
    }

    /// The `Content-Security-Policy` of what stands at a path on the server.
    #[must_use]
    pub fn policy(&self, path: &str) -> String {
        let Some(shown) = &self.shown else { return "default-src 'self'".to_owned() };
        let inside = path.strip_prefix(self.base_path().trim_end_matches('/')).unwrap_or(path);
        policy(&shown.site.config, searches(inside))
    }

    /// What pages are made with, if any can be.
    #[must_use]
    pub fn press(&self) -> Option<Press<'_>> {
        self.shown.as_ref().map(Shown::press)
    }

    /// What stands at an address, which is relative to the site's root and decoded: `/journal/first-run/`.
    #[must_use]
    pub fn answer(&self, address: &str) -> Answer {
        let Some(shown) = &self.shown else { return self.problem_page(None) };
        if let Some(ghost) = self.ghosts.get(address) {
            return match &ghost.page {
                Some(bytes) => Answer::Page { status: 200, bytes: bytes.clone() },
                None => self.problem_page(Some(&ghost.path)),
            };
        }
        let explicit = address.strip_suffix("index.html").filter(|a| a.ends_with('/'));
        let address = explicit.unwrap_or(address);
        match shown.site.routes.get(address) {
            Some(Route::Page(Page::NotFound)) => self.not_found(shown, 200),
            Some(Route::Page(_) | Route::Moved(_)) => match shown.page(address) {
                Ok(bytes) => Answer::Page { status: 200, bytes },
                Err(problem) => match shown.before.get(address) {
                    Some(bytes) => Answer::Page { status: 200, bytes: bytes.clone() },
                    None => problem_page(&[&problem]),
                },
            },
            Some(Route::File(file, _)) => Answer::File(file.clone()),
            Some(Route::Photo(print, variant)) => Answer::Photo(print.clone(), *variant),
            Some(Route::Card(_) | Route::Icon(..)) => match shown.page(address) {
                Ok(bytes) => Answer::Bytes(bytes),
                Err(problem) => problem_page(&[&problem]),
            },
            Some(route @ (Route::Text(_) | Route::Linked(..) | Route::Asset(_))) => shown.answer(address, route),
            // Outside the site's path there is no address at all, and no slash makes it one.
            None if !address.is_empty() && shown.site.routes.contains_key::<str>(&format!("{address}/")) => {
                Answer::Slash
            }
            None => match address.strip_prefix(INDEX) {
                Some(path) => self.index_file(shown, path),
                None => Self::renamed_style(shown, address).unwrap_or_else(|| self.not_found(shown, 404)),
            },
        }
    }

    /// A file of the search's index.
    fn index_file(&self, shown: &Shown, path: &str) -> Answer {
        if !shown.site.has_search() {
            return self.not_found(shown, 404);
        }
        let mut index = shown.index.lock().unwrap_or_else(PoisonError::into_inner);
        let index = index.get_or_insert_with(|| {
            let files = render::index_files(shown.press())?.into_iter();
            Ok(files.map(|(path, bytes)| (path, bytes.into())).collect())
        });
        match index {
            Ok(files) => files.get(path).map_or_else(|| self.not_found(shown, 404), |b| Answer::Bytes(b.clone())),
            Err(problem) => problem_page(&[problem]),
        }
    }

    /// The problems that keep the page at an address from being made; the page shown is its last good one.
    #[must_use]
    pub fn problems(&self, address: &str) -> Vec<&Diagnostic> {
        let errors = || self.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        if self.stuck {
            return errors().collect();
        }
        // All problems of the page's own file come first, then the errors of others.
        let Some(ghost) = self.ghosts.get(address) else { return Vec::new() };
        let is_own = |d: &Diagnostic| d.place.as_ref().is_some_and(|p| *p.path == *ghost.path);
        let (own, others) = (self.diagnostics.iter().filter(|d| is_own(d)), errors().filter(|d| !is_own(d)));
        own.chain(others).collect()
    }

    /// The problem of making the page at an address, where that fails in its template.
    #[must_use]
    pub fn template_problem(&self, address: &str) -> Option<Diagnostic> {
        let shown = self.shown.as_ref()?;
        matches!(shown.site.routes.get(address)?, Route::Page(_) | Route::Moved(_))
            .then(|| shown.page(address).err())?
    }

    /// Where each stylesheet is to be asked for now, by its path on the server without what names its bytes.
    #[must_use]
    pub fn styles(&self) -> BTreeMap<String, String> {
        let Some(shown) = &self.shown else { return BTreeMap::new() };
        let sheets = shown.site.routes.iter().filter(|(address, _)| address.ends_with(".css"));
        let version = |(address, route): (&Arc<str>, &Route)| {
            let hash = match route {
                Route::File(_, hash) => blake3::Hash::from_bytes(*hash),
                _ => blake3::hash(&shown.make(address, route).unwrap_or_default()),
            };
            let path = shown.site.path(address);
            (path.clone(), format!("{path}?v={}", &hash.to_hex()[..16]))
        };
        let of_theme = shown.site.assets().filter(|(name, _)| name.ends_with(".css"));
        let of_theme = of_theme.map(|(name, address)| (shown.site.path(&format!("/{name}")), shown.site.path(address)));
        // One of the site's own in the theme's place has a name that stays, so it needs its version.
        let mut styles: BTreeMap<String, String> = of_theme.collect();
        styles.extend(sheets.map(version));
        styles
    }

    /// What tells a page's bytes from those of another time; its stylesheets are told of apart.
    #[must_use]
    pub fn page_hash(&self, bytes: &[u8]) -> String {
        let mut text = String::from_utf8_lossy(bytes).into_owned();
        if let Some(shown) = &self.shown {
            for (name, address) in shown.site.assets().filter(|(name, _)| name.ends_with(".css")) {
                text = text.replace(address, name);
            }
        }
        blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
    }

    /// A stylesheet that a page of a moment ago asks for by the name that it had then.
    fn renamed_style(shown: &Shown, address: &str) -> Option<Answer> {
        let (stem, hash) = address.strip_suffix(".css")?.rsplit_once('.')?;
        let is_hash = hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit());
        let name = format!("{}.css", stem.strip_prefix('/').filter(|_| is_hash)?);
        let (_, now) = shown.site.assets().find(|(known, now)| **known == name && *now != address)?;
        Some(shown.answer(now, shown.site.routes.get(now)?))
    }

    fn not_found(&self, shown: &Shown, status: u16) -> Answer {
        match shown.page("/404.html") {
            Ok(bytes) => Answer::Page { status, bytes },
            Err(problem) => problem_page(&[&problem]),
        }
    }

    /// A page that shows what is wrong, where there never was a good one.
    fn problem_page(&self, path: Option<&Arc<str>>) -> Answer {
        let errors = self.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        let own = |d: &&Diagnostic| match path {
            Some(path) => d.place.as_ref().is_some_and(|p| *p.path == **path),
            None => true,
        };
        let mut problems: Vec<&Diagnostic> = errors.filter(own).collect();
        if problems.is_empty() && !has_errors(&self.diagnostics) {
            problems = self.diagnostics.iter().collect();
        }
        problem_page(&problems)
    }
}

impl Shown {
    fn press(&self) -> Press<'_> {
        Press {
            site: &self.site,
            reading: &self.reading,
            theme: &self.theme,
            fingerprint: self.fingerprint,
            kept: &Nothing,
            settings: &self.settings,
        }
    }

    /// A page's bytes, made when it is first asked for.
    fn page(&self, address: &str) -> Result<Arc<[u8]>, Diagnostic> {
        let Some((address, route)) = self.site.routes.get_key_value(address) else {
            return Err(Diagnostic::error("no-page", format!("there is no page at {address}")));
        };
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = pages.get(address) {
            return Ok(bytes.clone());
        }
        let bytes: Arc<[u8]> = self.make(address, route)?.into();
        if pages.len() >= MOST_PAGES {
            pages.clear();
        }
        pages.insert(address.clone(), bytes.clone());
        Ok(bytes)
    }

    /// The pages that were asked for, of this plan and of those before.
    fn all_pages(&self) -> Arc<Pages> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = pages.clone();
        if self.before.len() + pages.len() <= MOST_PAGES {
            self.before.iter().for_each(|(address, bytes)| {
                all.entry(address.clone()).or_insert_with(|| bytes.clone());
            });
        }
        Arc::new(all)
    }

    fn make(&self, address: &str, route: &Route) -> Result<Vec<u8>, Diagnostic> {
        let mut buffer = Vec::new();
        render::make(self.press(), &self.common, address, route, &mut buffer)?;
        Ok(buffer)
    }

    /// A file that depends on little, so that it is made each time.
    fn answer(&self, address: &str, route: &Route) -> Answer {
        match self.make(address, route) {
            Ok(bytes) => Answer::Bytes(bytes.into()),
            Err(problem) => problem_page(&[&problem]),
        }
    }
}

/// The address that a file without a readable front matter would have.
fn would_be_address(path: &Arc<str>) -> Arc<str> {
    let entry = Entry { path: path.clone(), ..Entry::default() };
    let OwnAddress { short, .. } = entry.address();
    short.as_str().into()
}

fn problem_page(problems: &[&Diagnostic]) -> Answer {
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page can’t be made yet</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n</head>\n<body>\n<h1>This page can’t be made yet</h1>\n\
         <p>It comes by itself when the problem is mended.</p>\n",
    );
    for problem in problems {
        html.push_str("<pre>");
        html.push_str(&escape(&show::human(problem, false)));
        html.push_str("</pre>\n");
    }
    html.push_str("</body>\n</html>\n");
    Answer::Page { status: 500, bytes: html.into_bytes().into() }
}
