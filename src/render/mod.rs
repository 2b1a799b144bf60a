//! From the plan to bytes, page by page and in parallel.
//!
//! Invariant: no disk; each output is handed on as soon as it is made, so that memory does not grow with the site.

mod broken;
#[cfg(feature = "cards")]
mod card;
#[cfg(feature = "book")]
mod cover;
mod kept;
mod marks;
mod other_hosts;
mod outside;
#[cfg(feature = "cards")]
mod picture;
#[cfg(feature = "cards")]
mod raster;
mod search;
mod written;

#[cfg(feature = "book")]
pub use cover::cover;
pub use kept::{Kept, Later, Nothing};
pub use outside::{Outside, outside};
#[cfg(feature = "cards")]
pub use picture::{ChartPng, png as chart_png};
pub use search::{Files, Index, index, index_files};

use crate::diag::{Diagnostic, Failure};
use crate::links::{self, Base};
use crate::photo::{Mark, Variant};
use crate::site::{Card, PartsRead, PlanReader, Print, ReaderContext, Route, Site, WriteFigure, view};
use crate::source::Hash;
use crate::text::words::count;
use crate::theme::Theme;
use ahash::AHashMap;
use marks::{Known, Marks};
use other_hosts::Trusted;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What is to stand at a path of the output.
#[derive(Clone, Copy, Debug)]
pub enum Output<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// These bytes, the picture of a card.
    Card(&'a [u8], Card),
    /// A copy of this file, given relative to the site's root.
    Copy(&'a Path),
    /// This photo in this size.
    Photo(&'a Print, Variant),
    /// What the build before put there.
    AsBefore,
}

/// What each output of a build was made from, by address.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// The hash of the theme's files, on which every page depends.
    theme: Hash,
    /// Stands for the files that pages may have and say that they ask nobody else.
    trusted: u64,
    of: AHashMap<Arc<str>, Arc<Made>>,
    /// The index of the search.
    pub index: Index,
}

/// What one output was made from, and what it leads to.
#[derive(Clone, Debug, Default)]
struct Made {
    /// Stands for what it is.
    route: u64,
    /// The parts of the plan that its view read.
    reads: PartsRead,
    marks: Marks,
}

impl Keys {
    /// Makes every output hold that stands for something now, whatever it was made from.
    #[cfg(test)]
    pub(crate) fn hold_all(&mut self, press: Press<'_>) {
        for (address, route) in &press.site.routes {
            if let Some(made) = self.of.get_mut(address) {
                let (route, marks) = (press.reading.print_of(route), made.marks.clone());
                *made = Arc::new(Made { route, reads: PartsRead::default(), marks });
            }
        }
    }

    /// What an output was made from, if that is still so.
    fn holds(&self, now: &Self, reading: &ReaderContext, address: &str, route: u64) -> Option<&Arc<Made>> {
        let is_same = |made: &&Arc<Made>| made.route == route && reading.holds(&made.reads);
        self.of.get(address).filter(|_| (self.theme, self.trusted) == (now.theme, now.trusted)).filter(is_same)
    }
}

/// Everything that pages are made with.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// The plan.
    pub site: &'a Site,
    /// What its pages are read with.
    pub reading: &'a ReaderContext,
    /// The templates.
    pub theme: &'a Theme,
    /// The hash of the theme's files.
    pub fingerprint: Hash,
    /// The pictures that were drawn before.
    pub kept: &'a dyn Kept,
    /// The text of `site.toml`, to show lines of it.
    pub settings: &'a str,
}

impl<'a> Press<'a> {
    /// Makes something of the plan, and tells of which parts; `write` writes charts in texts.
    ///
    /// # Errors
    /// Why a chart could not be written.
    pub fn read<T>(
        self,
        write: &WriteFigure<'_>,
        make: impl FnOnce(&PlanReader<'_>) -> T,
    ) -> Result<(T, PartsRead), Diagnostic> {
        let reader = PlanReader::new(self.site, self.reading, write);
        let made = make(&reader);
        Ok((made, reader.finish().map_err(|error| self.theme.problem(&error))?))
    }

    /// The photos whose sizes do not all stand where the build before put them, each with all its sizes.
    pub fn new_photos(self, before: &Keys) -> Vec<(&'a Print, Vec<Variant>)> {
        let mut found: BTreeMap<(&Path, Mark), (&Print, Vec<Variant>)> = BTreeMap::new();
        for (address, route) in &self.site.routes {
            let Route::Photo(print, variant) = route else { continue };
            if !before.of.contains_key(address) {
                found.entry((&print.file, print.photo.mark)).or_insert_with(|| (print, Vec::new())).1.push(*variant);
            }
        }
        found.into_values().collect()
    }
}

/// What rendering made beside the outputs themselves.
#[derive(Debug, Default)]
pub struct Rendered {
    /// What each output was made from, for the next build.
    pub keys: Keys,
    /// The pages that could not be made, and what leads nowhere in those that could.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether a page was kept that is older than its sources, so that nothing may be published and no key holds.
    pub stale: bool,
}

/// Makes every output of a site that does not hold from before, and hands it to `take` with its path.
///
/// `take` answers whether the output is in place; it is made anew where one from before is not.
///
/// # Errors
/// The first failure of `take`.
pub fn render(
    press: Press<'_>,
    before: &Keys,
    take: &(impl Fn(&str, Output<'_>) -> Result<bool, Failure> + Sync),
) -> Result<Rendered, Failure> {
    let common = common(press.site);
    let mut keys = Keys {
        theme: press.fingerprint,
        trusted: common.trusted.key,
        of: AHashMap::with_capacity(press.site.routes.len()),
        ..Keys::default()
    };
    let routes: Vec<_> = press.site.routes.iter().collect();
    let known = known(press.site);
    let one = |buffer: &mut Vec<u8>, (address, route): (&Arc<str>, &Route)| {
        let print = press.reading.print_of(route);
        let path = output_path(address);
        if let Some(made) = before.holds(&keys, press.reading, address, print)
            && take(&path, Output::AsBefore)?
        {
            return Ok((Some((address.clone(), made.clone())), None));
        }
        let (mut marks, mut reads) = Default::default();
        if let Route::File(file, _) = route {
            take(&path, Output::Copy(file))?;
        } else if let Route::Photo(print, variant) = route {
            take(&path, Output::Photo(print, *variant))?;
        } else {
            match make_with(press, &common, |address| known.has_address(address), address, route, buffer) {
                Err(problem) => return Ok((None, Some((address.clone(), problem)))),
                Ok(made) => (marks, reads) = made,
            }
            match route {
                Route::Card(card) => take(&path, Output::Card(buffer, *card))?,
                _ => take(&path, Output::Bytes(buffer))?,
            };
        }
        Ok((Some((address.clone(), Arc::new(Made { route: print, reads, marks }))), None))
    };
    let made: Result<Vec<_>, Failure> = routes.into_par_iter().map_init(Vec::new, one).collect();
    let mut problems = Vec::new();
    for (key, problem) in made? {
        keys.of.extend(key);
        problems.extend(problem);
    }
    // Links to a page that could not be made are no mistake of their own.
    let broken = if problems.is_empty() { broken::problems(press, &common, &keys, &known) } else { Vec::new() };
    let stale = broken.iter().any(broken::is_stale);
    let other_hosts = other_hosts::problems(press, &keys);
    let keys = if stale { Keys::default() } else { keys };
    Ok(Rendered { keys, diagnostics: [told_once(problems), broken, other_hosts].concat(), stale })
}

/// The problems of pages, each told once, with the first page that has it and how many more do: a mistake in a template
/// is one mistake, however many pages are made with it.
fn told_once(problems: Vec<(Arc<str>, Diagnostic)>) -> Vec<Diagnostic> {
    let mut told: Vec<(Diagnostic, Arc<str>, usize)> = Vec::new();
    let mut known: AHashMap<Diagnostic, usize> = AHashMap::new();
    for (address, problem) in problems {
        if let Some(index) = known.get(&problem) {
            told[*index].2 += 1;
        } else {
            known.insert(problem.clone(), told.len());
            told.push((problem, address, 0));
        }
    }
    let page = |(problem, address, more): (Diagnostic, Arc<str>, usize)| match more {
        0 => problem.hint(format!("while making {address}")),
        more => problem.hint(format!("while making {address} and {}", count(more, "other page", "other pages"))),
    };
    told.into_iter().map(page).collect()
}

/// What every page is made with beside its own view.
#[derive(Clone, Debug)]
pub struct Common {
    /// What it sees of the site.
    site: tera::Value,
    trusted: Trusted,
}

/// What every page is made with beside its own view.
#[must_use]
pub fn common(site: &Site) -> Common {
    Common { site: tera::Value::from_serializable(&view::common(site)), trusted: Trusted::of(site) }
}

/// The addresses of a site.
fn known(site: &Site) -> Known {
    Known::new(site.routes.keys().map(|address| &**address))
}

/// Makes the bytes at an address into a buffer; copied files have none.
///
/// # Errors
/// The problem of the template.
pub fn make(
    press: Press<'_>,
    common: &Common,
    address: &str,
    route: &Route,
    buffer: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    let site = press.site;
    make_with(press, common, |address| site.has_address(address), address, route, buffer).map(drop)
}

/// The same of a page as it is without what readers said below it.
fn make_without_comments(
    press: Press<'_>,
    common: &Common,
    address: &str,
    route: &Route,
    buffer: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    let Route::Page(page) = route else { return make(press, common, address, route, buffer) };
    buffer.clear();
    let figure = |figure| press.theme.figure_in_text(figure, &common.site);
    let (view, _) = press.read(&figure, |reader| view::of(reader, *page, address))?;
    make_view(press, common, true, buffer, view.map(view::View::without_comments))
}

/// The same, with what it leads to. A page is made as one that asks no other host, and once more where it turns out to be none;
/// `is_known` tells whether something stands at an address.
fn make_with(
    press: Press<'_>,
    common: &Common,
    is_known: impl Fn(&str) -> bool,
    address: &str,
    route: &Route,
    buffer: &mut Vec<u8>,
) -> Result<(Marks, PartsRead), Diagnostic> {
    let base = press.site.base();
    let mut make = |asks_nobody| {
        let reads = make_bare(press, common, asks_nobody, address, route, buffer)?;
        complete(base, address, route, buffer, &is_known);
        Ok((Marks::of(address, route, buffer, base, &common.trusted), reads))
    };
    let made: (Marks, PartsRead) = make(true)?;
    let is_page = matches!(route, Route::Page(_) | Route::Moved(_));
    if is_page && made.0.asks() { make(false) } else { Ok(made) }
}

/// Puts the site's path before every address from the root that lacks it.
fn complete(base: Base<'_>, address: &str, route: &Route, buffer: &mut Vec<u8>, is_known: impl Fn(&str) -> bool) {
    let written = matches!(route, Route::Page(_) | Route::Moved(_) | Route::Linked(..) | Route::Asset(_));
    if !written || base.path == "/" {
        return;
    }
    let Ok(text) = std::str::from_utf8(buffer) else { return };
    let whole = match route {
        Route::Linked(..) | Route::Asset(_) if marks::is_css(address) => links::complete_css(text, base, is_known),
        Route::Asset(_) => None,
        _ => links::complete_html(text, base, is_known),
    };
    if let Some(whole) = whole {
        *buffer = whole.into_bytes();
    }
}

fn make_bare(
    press: Press<'_>,
    common: &Common,
    asks_nobody: bool,
    address: &str,
    route: &Route,
    buffer: &mut Vec<u8>,
) -> Result<PartsRead, Diagnostic> {
    buffer.clear();
    let figure = |figure| press.theme.figure_in_text(figure, &common.site);
    match route {
        Route::Page(page) => {
            let (view, reads) = press.read(&figure, |reader| view::of(reader, *page, address))?;
            return make_view(press, common, asks_nobody, buffer, view).map(|()| reads);
        }
        Route::Moved(to) => {
            let (view, reads) = press.read(&figure, |reader| view::moved(reader, to, address))?;
            return make_view(press, common, asks_nobody, buffer, view).map(|()| reads);
        }
        Route::Text(text) => {
            let (text, reads) = press.read(&figure, |reader| reader.text_file(*text))?;
            *buffer = text?.into_bytes();
            return Ok(reads);
        }
        Route::Linked(_, text) => buffer.extend_from_slice(text.as_bytes()),
        Route::Asset(bytes) => buffer.extend_from_slice(bytes),
        Route::File(..) | Route::Photo(..) => {}
        // None is planned.
        #[cfg(not(feature = "cards"))]
        Route::Card(_) | Route::Icon(..) => {}
        #[cfg(feature = "cards")]
        Route::Card(card) => {
            let (view, reads) = press.read(&figure, |reader| reader.card_view(*card))?;
            let name = card::name(&view);
            let png = match press.kept.get(&name) {
                Some(png) => png,
                None => {
                    let png = card::png(&view)?;
                    press.kept.put(&name, &png);
                    png
                }
            };
            buffer.extend_from_slice(&png);
            return Ok(reads);
        }
        #[cfg(feature = "cards")]
        Route::Icon(drawing, side) => {
            let failed = |why: String| {
                Diagnostic::error("icon", format!("favicon.svg can't be drawn: {why}"))
                    .hint(format!("mend it, or put a picture of {side} by {side} pixels into static{address}"))
            };
            let drawing = std::str::from_utf8(drawing).map_err(|error| failed(error.to_string()))?;
            buffer.extend_from_slice(&raster::png(drawing, *side, *side).map_err(failed)?);
        }
    }
    Ok(PartsRead::default())
}

fn make_view(
    press: Press<'_>,
    common: &Common,
    asks_nobody: bool,
    buffer: &mut Vec<u8>,
    view: tera::TeraResult<view::View>,
) -> Result<(), Diagnostic> {
    let made = view.and_then(|mut view| {
        view.context.insert_value("site", common.site.clone());
        view.context.insert("asks_nobody", &asks_nobody);
        press.theme.tera.render_to(view.template, &view.context, buffer)
    });
    made.map_err(|error| press.theme.problem(&error))
}

/// The file that a host serves at an address: `journal/first-run/index.html`.
#[must_use]
pub fn output_path(address: &str) -> String {
    let inside = address.trim_start_matches('/');
    if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() }
}
