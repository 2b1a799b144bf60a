//! Which pages the site has, at which addresses, and what each of them shows.
//!
//! [`plan`] fixes addresses, lists and links; a page's [`view`](view) is made from the plan when the page is rendered, so that
//! memory does not grow with the pages.
//!
//! Invariant: no templates, no bytes, no disk; a view holds everything its template may see.

mod address;
mod aliases;
mod archive;
mod around;
mod assets;
mod card;
mod charts;
mod comments;
mod data;
mod feed;
mod files;
mod fill;
mod foreign;
mod group;
pub mod headers;
mod indexes;
mod links;
mod look;
mod own_words;
mod photos;
mod practice;
mod reader;
mod records;
mod resolved;
mod routes;
mod search;
mod series;
mod shelves;
mod shown;
mod sitemap;
mod story;
mod tags;
mod target;
pub mod view;
mod why;

pub use card::{Card, CardShows, CardView, ChartView};
pub use comments::Written;
pub use data::Data;
pub use feed::Kind as Feed;
pub use photos::Print;
pub use reader::{PartsRead, PlanReader, ReaderContext, WriteFigure};
pub use records::records;
pub use search::{EVENT, INDEX, Record};
pub use shelves::State;
pub use target::linked_file;
pub use why::{Fact, Why};

use crate::chart::{Asked, Figure, KnownNames, PictureWords, Typed, Typefaces};
use crate::config::Config;
use crate::diag::{Checked, Diagnostic};
use crate::journal::Journal;
use crate::language::Language;
use crate::photo::{Photos, Variant};
use crate::source::{Hash, Sources};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// The plan of a site: every address and what stands there.
#[derive(Debug)]
pub struct Site {
    /// The settings.
    pub config: Arc<Config>,
    /// The interface's language.
    pub language: Arc<Language>,
    /// The model.
    pub journal: Journal,
    /// What stands at each address, which is relative to the site's root: `/journal/first-run/`.
    pub routes: BTreeMap<Arc<str>, Route>,
    /// Where the theme's files stand.
    assets: assets::Assets,
    /// The address of each published file.
    addresses: address::Addresses,
    /// The address of each item; none where another file has it.
    item_addresses: Vec<Option<Arc<str>>>,
    /// What became of the links of all texts.
    links: resolved::Resolved,
    /// The lists.
    indexes: indexes::Indexes,
    /// The comments of the pages.
    comments: comments::Comments,
    /// The photos.
    album: photos::Album,
    /// The files beside texts and in `static/`.
    files: files::Files,
    /// Whether each item has a card of its own.
    carded: Vec<bool>,
    /// Whether the days around each item are a picture too.
    pictured: Vec<bool>,
}

/// What stands at an address.
#[derive(Clone, Debug)]
pub enum Route {
    /// A page made by a template.
    Page(Page),
    /// A file that is written by the program itself.
    Text(Text),
    /// A former address, and the address that it leads to.
    Moved(Arc<str>),
    /// A copy of a file, given relative to the site's root, and the hash that tells whether it changed.
    File(Arc<Path>, Hash),
    /// A stylesheet or a page of HTML that stands in this file, given relative to the site's root.
    Linked(Arc<Path>, Arc<str>),
    /// A photo in one of its sizes.
    Photo(Arc<Print>, Variant),
    /// A file of the built-in theme.
    Asset(Arc<[u8]>),
    /// A picture for social networks.
    Card(Card),
    /// The icon, `favicon.svg`, as a picture of so many pixels a side.
    Icon(Arc<[u8]>, u32),
}

/// The pages that templates make.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Page {
    /// A page of the list of entries, from 1; the first is the home page.
    Home(usize),
    /// An entry, by index.
    Entry(usize),
    /// A plain page, by index.
    Plain(usize),
    /// All lessons.
    Lessons,
    /// The lessons of a theme, by its index.
    LessonsOfTheme(usize),
    /// The lessons in a state.
    LessonsInState(State),
    /// A lesson, by index.
    Lesson(usize),
    /// All charts.
    Progress,
    /// The exercises.
    Exercises,
    /// An exercise, by index.
    Exercise(usize),
    /// The treatments by type.
    Treatments,
    /// Setbacks, flares and pain spikes.
    Setbacks,
    /// The story in dates.
    Timeline,
    /// All entries by date, or how many each year has.
    Archive,
    /// The entries of a year, by its index among the years that have some.
    Year(usize),
    /// The entries without a date.
    Undated,
    /// What the numbers mean.
    Numbers,
    /// All tags.
    Tags,
    /// The search.
    Search,
    /// A page of a tag's entries: the tag's index, the page from 1.
    Tag(usize, usize),
    /// What hosts show for addresses that do not exist.
    NotFound,
}

/// The files that the program writes itself.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Text {
    /// A feed.
    Feed(Feed),
    /// The numbers of public entries.
    Data(Data),
    /// The addresses for search engines.
    Sitemap,
    /// Where the sitemap is.
    Robots,
    /// The colours of highlighted code.
    CodeStyle,
}

/// Fixes what the site consists of; `assets` are the theme's static files by address, `photos` what the sources' pictures are.
#[must_use]
pub fn plan(
    journal: Journal,
    written: Written,
    sources: &Sources,
    photos: &Photos,
    assets: &BTreeMap<String, Arc<[u8]>>,
    language: &Arc<Language>,
    config: &Arc<Config>,
) -> Checked<Site> {
    let mut diagnostics = Vec::new();
    let texts = journal.items.iter().map(|i| &i.entry).chain(&journal.pages);
    let addresses = address::assign(texts, &mut diagnostics);
    diagnostics.extend(crate::chart::unknown_headings(config));
    let item_addresses: Vec<Option<Arc<str>>> =
        journal.items.iter().map(|item| addresses.get(&item.entry.path).cloned()).collect();
    let comments = comments::Comments::of(written, &journal, &addresses, &mut diagnostics);
    let mut files = files::Files::of(sources, &journal, &addresses);
    let indexes = indexes::Indexes::of(&journal, &addresses, config, &mut diagnostics);
    // One of several files for one address has no page, and nowhere to stand.
    let with_page = indexes.listed.iter().copied().filter(|item| item_addresses[*item].is_some());
    let with_weeks = (0..journal.items.len()).rev().filter(|item| item_addresses[*item].is_some());
    let with_weeks = with_weeks.filter(|item| card::has_weeks(&journal, *item));
    let cards = card::all(config, with_page, with_weeks, journal.lessons.all.len());
    let base = config.base_path.trim_end_matches('/');
    let theme_files = assets::Assets::of(sources, assets, config, |a| format!("{base}{a}"), routes::has_code(&journal));
    diagnostics.extend(look::missing(&config.look, sources));
    let outline = routes::Outline {
        config,
        journal: &journal,
        addresses: &addresses,
        item_addresses: &item_addresses,
        comments: &comments,
        cards: &cards,
        indexes: &indexes,
        assets: &theme_files,
    };
    let mut routes = routes::pages(&outline, &mut diagnostics);
    aliases::add(&outline, &mut routes, &mut diagnostics);
    let mut links = resolved::Resolved::of(&outline, &routes, &files, photos, &mut diagnostics);
    files.linked = std::mem::take(&mut links.linked);
    diagnostics.extend(foreign::problems(&journal));
    let is_copied = |path: &Arc<str>| !path.starts_with("content/") || !photos.pictures.contains_key(path);
    let copies = files.published().filter(|(path, _)| is_copied(path));
    routes::add_files(copies, sources, &mut routes, &mut diagnostics);
    let album = photos::album(photos, &files);
    photos::publish(&album, &files, &mut routes);
    photos::carried(photos, &routes, &mut diagnostics);
    let site = Site {
        config: config.clone(),
        routes,
        language: language.clone(),
        links,
        assets: theme_files,
        indexes,
        comments,
        carded: card::of_items(&cards, journal.items.len(), |card| matches!(card, Card::Entry(_))),
        pictured: card::of_items(&cards, journal.items.len(), |card| matches!(card, Card::Weeks(_))),
        album,
        files,
        journal,
        addresses,
        item_addresses,
    };
    Checked::new(site, diagnostics)
}

impl Site {
    /// The `[[names]]` that name a text which is not published, by the file that has them, and the bytes that they take up.
    #[must_use]
    pub fn names_held(&self) -> &BTreeMap<Arc<str>, Vec<Range<usize>>> {
        &self.links.names_held
    }

    /// The address of a published file.
    #[must_use]
    pub fn address_of_file(&self, path: &str) -> Option<&Arc<str>> {
        self.addresses.get(path)
    }

    /// Whether something stands at an address as hosts answer it: a page with `index.html`, or without the slash at its end.
    #[must_use]
    pub fn has_address(&self, address: &str) -> bool {
        let address = address.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).unwrap_or(address);
        self.routes.contains_key(address) || self.routes.contains_key(format!("{address}/").as_str())
    }

    /// Where each file of the theme stands, by its path in the theme's `static/`.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &str)> {
        self.assets.addresses.iter().map(|(name, address)| (name.as_str(), address.as_str()))
    }

    /// An address of the site as pages write it: below the path of `base_url`.
    #[must_use]
    pub fn path(&self, address: &str) -> String {
        self.config.path(address)
    }

    /// The address of an item.
    fn address_of(&self, item: usize) -> &str {
        self.item_addresses.get(item).and_then(Option::as_deref).unwrap_or("/")
    }

    /// The numbers of public entries, as the site has them below `/data/`.
    ///
    /// # Errors
    /// A diagnostic if they can't be written.
    pub fn data(&self, form: Data) -> Result<String, Diagnostic> {
        let entries = data::public(&self.journal).chain(data::spans(&self.journal));
        data::write(&self.config, entries, data::ranges(&self.journal), form)
    }

    /// A chart that was typed, or the problems with the names in it.
    ///
    /// # Errors
    /// Names that the site does not know.
    pub fn chart(&self, typed: &Typed, asked: &Asked) -> Result<Figure, Vec<Diagnostic>> {
        let problems = typed.unknown_names(asked, &KnownNames { journal: &self.journal, config: &self.config });
        if problems.is_empty() { Ok(asked.figure(self.charts(), None, CHART)) } else { Err(problems) }
    }

    /// Such a chart as a picture, with its words and whose it is.
    #[must_use]
    pub fn picture_of(&self, figure: &Figure, asked: &Asked, narrow: bool, letters: Typefaces) -> String {
        let (about, caption) = (asked.about(self.charts()), asked.caption.as_deref());
        let foot = picture_foot(&self.config, &self.language, about);
        crate::chart::picture(figure, &PictureWords { caption, foot: &foot, language: &self.language, letters, narrow })
    }
}

/// The id of a chart that has a file of its own.
const CHART: &str = "chart";

/// The last line of a picture: what it is about, whose it is, and that nothing of it is true where that is so.
fn picture_foot(config: &Config, language: &Language, about: Option<String>) -> String {
    let invented = config.fictional.then(|| language.words.word("fictional"));
    let parts = about.into_iter().chain([config.title.clone()]).chain(invented);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl PlanReader<'_> {
    /// The bytes of a file that the program writes itself.
    ///
    /// # Errors
    /// A diagnostic if the file can't be made.
    pub fn text_file(&self, text: Text) -> Result<String, Diagnostic> {
        match text {
            Text::Feed(kind) => feed::write(self, kind),
            Text::Data(form) => {
                data::write(self.config, self.recorded().chain(self.log_spans()), self.log_ranges(), form)
            }
            Text::Sitemap => sitemap::sitemap(self.config, self.sitemap()),
            Text::Robots => Ok(sitemap::robots(self.config)),
            Text::CodeStyle => Ok(crate::markdown::stylesheet().to_owned()),
        }
    }
}
