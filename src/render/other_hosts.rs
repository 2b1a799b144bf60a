//! What pages load from other hosts, each of which learns who reads them: told with the place that it comes from, and the
//! reason why the foot of such a page does not say that it asks nobody else.

use super::marks::{Load, is_css, leads_to, mark};
use super::written::{loads_in, shared_place};
use super::{Keys, Made, Press};
use crate::diag::{Diagnostic, Place};
use crate::links::{Part, Use, css_parts};
use crate::site::{Route, Site};
use crate::source::Hash;
use crate::text::words::count;
use crate::theme::builtin_files;
use ahash::{AHashMap, AHashSet};
use std::sync::{Arc, LazyLock};

/// The stylesheets of which is known that they ask no other host, and the scripts that are parts of the program, by the marks
/// of their addresses. A page that has any other can't say whom it asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Trusted {
    files: AHashSet<u64>,
    /// Stands for all of them.
    pub(super) key: u64,
}

impl Trusted {
    pub(super) fn of(site: &Site) -> Self {
        let mut files = AHashSet::new();
        let mut open: Vec<(u64, Vec<u64>)> = Vec::new();
        for (address, route) in &site.routes {
            match route {
                Route::Asset(_) => {
                    files.insert(mark(address));
                }
                Route::Text(_) if is_css(address) => {
                    files.insert(mark(address));
                }
                // A theme may hold a built-in file as it is.
                Route::File(_, hash) if BUILT_IN.contains(hash) => {
                    files.insert(mark(address));
                }
                Route::Linked(_, rules) if is_css(address) => {
                    if let Some(imports) = imports(site, address, rules) {
                        files.insert(mark(address));
                        open.push((mark(address), imports));
                    }
                }
                _ => {}
            }
        }
        // One that imports another is as good as that one, and they may import each other in a circle.
        while let Some(at) = open.iter().position(|(_, imports)| imports.iter().any(|file| !files.contains(file))) {
            files.remove(&open.swap_remove(at).0);
        }
        let key = files.iter().fold(0u64, |sum, file| sum.wrapping_add(file.wrapping_mul(*file | 1)));
        Self { files, key }
    }

    pub(super) fn has(&self, file: u64) -> bool {
        self.files.contains(&file)
    }
}

/// The hashes of the built-in theme's files.
static BUILT_IN: LazyLock<AHashSet<Hash>> =
    LazyLock::new(|| builtin_files().map(|(_, bytes)| *blake3::hash(bytes).as_bytes()).collect());

/// The stylesheets that one imports; `None` where it loads anything from another host.
fn imports(site: &Site, address: &str, rules: &str) -> Option<Vec<u64>> {
    let (mut imports, mut asks) = (Vec::new(), false);
    css_parts(rules, |range| range, &mut |part| {
        let Part::Address(typed, _, used) = part else { return };
        asks |= site.base().other_host(typed).is_some();
        if used == Use::Style {
            imports.push(leads_to(site.base(), address, typed).map_or(0, |(file, _)| file));
        }
    });
    (!asks).then_some(imports)
}

/// Everything that is loaded from another host, with where it was written.
pub(super) fn problems(press: Press<'_>, keys: &Keys) -> Vec<Diagnostic> {
    let mut told = Told::default();
    for (address, route) in &press.site.routes {
        let Some(Made { marks, .. }) = keys.of.get(address).map(|made| &**made) else { continue };
        if marks.outside.is_empty() {
            continue;
        }
        let texts = press.site.texts_on(route);
        let own: Vec<&str> = texts.iter().map(|entry| &*entry.text).collect();
        let linked = if let Route::Linked(_, text) = route { Some(&**text) } else { None };
        let mut sources = None;
        for load in &marks.outside {
            // What a theme loads stands on every page: their texts are read only where one may have it.
            let may_be_own = own.iter().copied().chain(linked).any(|text| load.may_stand_in(text));
            let places = if may_be_own {
                let all = sources.get_or_insert_with(|| loads_in(press.site, route));
                all.iter().filter(|(own, _)| own.is_same(load)).map(|(_, place)| place.clone()).collect()
            } else {
                Vec::new()
            };
            told.tell(press, address, load, places);
        }
    }
    told.finish()
}

/// The first page that has something, and how many others do.
type FirstPage = (Arc<str>, usize);

/// The problems so far.
#[derive(Default)]
struct Told {
    /// Each problem, and for those that are in no text the first page that has it and how many others do.
    all: Vec<(Diagnostic, Option<FirstPage>)>,
    placed: AHashSet<(Place, Load)>,
    shared: AHashMap<Load, usize>,
}

impl Told {
    fn tell(&mut self, press: Press<'_>, page: &Arc<str>, load: &Load, places: Vec<Place>) {
        if !places.is_empty() {
            for place in places {
                if self.placed.insert((place.clone(), load.clone())) {
                    self.all.push((problem(load).at(place), None));
                }
            }
            return;
        }
        if let Some(index) = self.shared.get(load) {
            if let Some((_, more)) = &mut self.all[*index].1 {
                *more += 1;
            }
            return;
        }
        let escaped = load.address.replace('&', "&amp;");
        let place = shared_place(press, &[&load.address, &escaped]).map(|(_, place)| place);
        let place = place.or_else(|| press.theme.place_of_part(&load.host));
        let problem = problem(load);
        let problem = place.map_or(problem.clone(), |place| problem.at(place));
        self.shared.insert(load.clone(), self.all.len());
        self.all.push((problem, Some((page.clone(), 0))));
    }

    fn finish(self) -> Vec<Diagnostic> {
        let with_page = |(problem, page): (Diagnostic, Option<FirstPage>)| match page {
            None => problem,
            Some((page, 0)) => problem.hint(format!("on {page}")),
            Some((page, more)) => problem.hint(format!("on {page} and {}", count(more, "other page", "other pages"))),
        };
        self.all.into_iter().map(with_page).collect()
    }
}

/// What is loaded, who learns of it, and what to do instead.
fn problem(load: &Load) -> Diagnostic {
    let (what, hint) = match load.used {
        Use::Picture => ("a picture", "save it beside the text or into static/, and write its path"),
        Use::Frame => ("a frame", "write a link in its place"),
        Use::Script => ("a script", "leave it out"),
        Use::Style => ("a stylesheet", "save it into static/, with the files that it names, and write its path"),
        Use::Font => ("a font", "save its file into static/, and write its path"),
        Use::Medium => ("sound or film", "save it beside the text and write its path, or write a link in its place"),
        Use::Page => ("the next page, or all that is not named in full,", "write a link in its place"),
        Use::Link | Use::Other => ("a file", "leave it out, or save the file into static/ and write its path"),
    };
    let message = format!("{what} is loaded from {}, which learns of everybody who reads the page", load.host);
    let told = Diagnostic::warning("other-host", message).hint(hint);
    match load.used {
        // Nothing keeps a page from leading on.
        Use::Page => told,
        _ => told.hint("it doesn't show in the preview, nor on a host with the headers that `deploy-files` writes"),
    }
}
