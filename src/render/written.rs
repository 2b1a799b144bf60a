//! Where the addresses of an output were written: the lines of texts, files and templates.

use super::Press;
use super::marks::{Load, is_css, leads_to};
use crate::diag::{Lines, Place};
use crate::entry::Entry;
use crate::links::{Base, Part, Use, css_parts, html_parts};
use crate::markdown::{Hole, LinkForm, outside_images, outside_links, raw_html};
use crate::site::{Route, Site};
use crate::theme::words_in;
use ahash::AHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// The addresses in one source, each with its places.
pub(super) struct Written<'a> {
    site: &'a Site,
    path: Cow<'a, str>,
    text: &'a str,
    /// Where the source's own page stands.
    page: &'a str,
    lines: Lines,
    /// The addresses as typed, with the bytes that they take up.
    all: Vec<(String, Range<usize>)>,
    /// The same by how they are typed.
    typed: AHashMap<String, Vec<usize>>,
    /// And by what they lead to from the source's own page.
    leads: AHashMap<u64, Vec<usize>>,
}

/// The sources that are shown at an address.
pub(super) fn sources<'a>(site: &'a Site, address: &'a str, route: &'a Route) -> Vec<Written<'a>> {
    let mut all: Vec<Written<'_>> =
        site.texts_on(route).into_iter().map(|entry| Written::of_entry(site, entry)).collect();
    if let Route::Linked(path, text) = route {
        all.push(Written::of_file(site, path.to_string_lossy(), text, address));
    }
    all
}

/// What the sources that are shown at an address load from other hosts, each with its place.
pub(super) fn loads_in(site: &Site, route: &Route) -> Vec<(Load, Place)> {
    let mut all = Vec::new();
    let mut add = |path: &str, text: &str, lines: &Lines, address: &str, range: Range<usize>, used: Use| {
        let place = || Place::in_lines(path, text, lines, range);
        all.extend(Load::of(site.base(), address, used).map(|load| (load, place())));
    };
    for entry in site.texts_on(route) {
        let (text, lines) = (&*entry.text, Lines::of(&entry.text));
        for part in raw_html(text, entry.text_start) {
            html_parts(text.get(part.clone()).unwrap_or_default(), &mut |found| {
                if let Part::Address(address, range, used) = found {
                    add(&entry.path, text, &lines, address, part.start + range.start..part.start + range.end, used);
                }
            });
        }
        for (address, range) in outside_images(text, entry.text_start) {
            add(&entry.path, text, &lines, &address, range, Use::Picture);
        }
    }
    if let Route::Linked(path, text) = route {
        let (path, lines) = (path.to_string_lossy(), Lines::of(text));
        let mut tell = |found: Part<'_>| {
            if let Part::Address(address, range, used) = found {
                add(&path, text, &lines, address, range, used);
            }
        };
        if is_css(&path) { css_parts(text, |range| range, &mut tell) } else { html_parts(text, &mut tell) }
    }
    all
}

/// How an address of the output may be written in a source: as it is, and without the site's path or its whole address.
pub(super) fn words<'a>(base: Base<'_>, typed: &'a str) -> Vec<&'a str> {
    let mut words = vec![typed];
    for before in [base.path.trim_end_matches('/'), base.url.trim_end_matches('/')] {
        words.extend(typed.strip_prefix(before).filter(|rest| !before.is_empty() && rest.starts_with('/')));
    }
    words
}

/// Where a template or the settings have an address, and how it stands there.
pub(super) fn shared_place<'a>(press: Press<'_>, words: &[&'a str]) -> Option<(&'a str, Place)> {
    let in_settings = |word: &str| {
        let at = words_in(press.settings, word).next()?;
        Some(Place::new("site.toml", press.settings, at..at + word.len()))
    };
    let place = |word: &&'a str| Some((*word, press.theme.place_of_word(word).or_else(|| in_settings(word))?));
    words.iter().find_map(place)
}

impl<'a> Written<'a> {
    fn new(site: &'a Site, path: Cow<'a, str>, text: &'a str, page: &'a str) -> Self {
        let (typed, leads) = (AHashMap::new(), AHashMap::new());
        Self { site, path, text, page, lines: Lines::of(text), all: Vec::new(), typed, leads }
    }

    /// A text's own HTML, then its links.
    fn of_entry(site: &'a Site, entry: &'a Entry) -> Self {
        let page = site.address_of_file(&entry.path).map_or("/", |address| &**address);
        let mut written = Self::new(site, Cow::Borrowed(&entry.path), &entry.text, page);
        for range in raw_html(&entry.text, entry.text_start) {
            written.add_html(range);
        }
        for (_, hole) in &entry.body.holes {
            match hole {
                // It was found with the HTML around it.
                Hole::Link { form: LinkForm::Html, .. } => {}
                Hole::Link { target, range, .. } | Hole::Image { target, range, .. } => {
                    written.add(target, range.clone());
                }
                _ => {}
            }
        }
        for (address, range) in outside_links(&entry.text, entry.text_start) {
            // Other sites' are found by their words.
            if address.starts_with(site.base().url) {
                written.add(&address, range);
            }
        }
        written
    }

    fn of_file(site: &'a Site, path: Cow<'a, str>, text: &'a str, page: &'a str) -> Self {
        let css = is_css(&path);
        let mut written = Self::new(site, path, text, page);
        if css {
            css_parts(text, |range| range, &mut |part| {
                if let Part::Address(typed, range, _) = part {
                    written.add(typed, range);
                }
            });
        } else {
            written.add_html(0..text.len());
        }
        written
    }

    fn add(&mut self, typed: &str, range: Range<usize>) {
        let (base, index) = (self.site.base(), self.all.len());
        let typed = typed.to_owned();
        let lacks = base.lacks(&typed, |address| self.site.has_address(address));
        let before = if lacks { base.path.trim_end_matches('/') } else { "" };
        if let Some((lead, place)) = leads_to(base, self.page, &format!("{before}{typed}")) {
            self.leads.entry(lead).or_default().push(index);
            if let Some((page, id)) = place {
                self.leads.entry(page ^ id).or_default().push(index);
            }
        }
        self.typed.entry(typed.clone()).or_default().push(index);
        self.all.push((typed, range));
    }

    fn add_html(&mut self, part: Range<usize>) {
        let (text, start) = (self.text, part.start);
        html_parts(text.get(part).unwrap_or_default(), &mut |part| {
            if let Part::Address(typed, range, _) = part {
                self.add(typed, start + range.start..start + range.end);
            }
        });
    }

    /// The addresses of other sites, each with its place.
    pub(super) fn outside(&self) -> impl Iterator<Item = (String, Place)> {
        self.all.iter().filter_map(|(typed, range)| {
            let whole = self.site.base().whole_outside(typed)?;
            Some((whole, Place::in_lines(&self.path, self.text, &self.lines, range.clone())))
        })
    }

    /// Where a word stands in the text, as far as it stands alone.
    pub(super) fn places_of_word(&self, word: &str) -> Vec<Place> {
        let place = |at| Place::in_lines(&self.path, self.text, &self.lines, at..at + word.len());
        words_in(self.text, word).map(place).collect()
    }

    /// All places of an address that may be written in these ways, or leads to the same; each with how it is written there.
    pub(super) fn places(&self, words: &[&str], to: u64) -> Vec<(&str, Place)> {
        let found = words.iter().find_map(|word| self.typed.get(*word)).or_else(|| self.leads.get(&to));
        let place = |index: &usize| {
            let (typed, range) = &self.all[*index];
            (typed.as_str(), Place::in_lines(&self.path, self.text, &self.lines, range.clone()))
        };
        found.into_iter().flatten().map(place).collect()
    }
}
