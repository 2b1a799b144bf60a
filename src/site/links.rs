//! Where the links and images of texts lead, checked.

mod named;
mod told;

use super::Route;
use super::address::Addresses;
use super::comments::Comments;
use super::files::{Files, Use};
use super::target::{join, path_and_fragment, query};
use crate::diag::{Diagnostic, Lines, Place};
use crate::entry::Entry;
use crate::journal::{Held, Journal};
use crate::links::url;
pub(super) use crate::links::url::encode;
use crate::markdown::{Hole, LinkForm};
use crate::photo::{Looked, Photos};
use crate::text::near::nearest;
use crate::text::shorten;
use crate::text::slug::slug;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use told::{Near, not_published, with_near};

/// The resolved targets of a file's holes, by the hole's position in the body; `None` for holes that are no links.
pub(super) type Targets = Vec<Option<String>>;

/// What became of the links of a text.
#[derive(Default)]
pub(super) struct Followed<'a> {
    /// Where they lead.
    pub(super) targets: Targets,
    /// What those that lead nowhere are in the page.
    pub(super) told: Vec<String>,
    /// The files that they lead to or show, and the picture that the front matter names.
    pub(super) uses: Vec<Use<'a>>,
    /// The address of that picture.
    pub(super) picture: Option<String>,
    /// The bytes of the `[[names]]` whose own words would name a text that is not published.
    pub(super) names_held: Vec<Range<usize>>,
}

/// What a link leads to, or what stands in the page instead and why.
type Found = Result<String, (String, Diagnostic)>;

/// All that links can lead to.
pub(super) struct Known<'a> {
    routes: &'a BTreeMap<Arc<str>, Route>,
    addresses: &'a Addresses,
    files: &'a Files,
    /// What the pictures among all files are.
    photos: &'a Photos,
    /// The published texts by file.
    entries: BTreeMap<&'a str, &'a Entry>,
    /// Texts that are there and not published.
    held: BTreeSet<&'a str>,
    /// Why they are not, and what they may be called.
    kept_back: &'a Held,
    /// The names that they may be called by, made when the first link that leads nowhere else is met.
    held_names: OnceLock<BTreeSet<String>>,
    /// The path below which the site stands.
    base_path: &'a str,
    /// What mistyped links are compared with, made when the first such link is met.
    near: Near<'a>,
    /// Files by the names that `[[name]]` may call them, made when the first such link is met.
    names: OnceLock<BTreeMap<String, Vec<&'a str>>>,
    /// The same by what they may be called beside, made when no name fits.
    other_names: OnceLock<BTreeMap<String, Vec<&'a str>>>,
    /// Files below `content/` by their names in small letters.
    files_by_name: OnceLock<BTreeMap<String, Vec<&'a Arc<str>>>>,
    /// Paths with letters beyond ASCII by how they look, made when one is met that is not there.
    composed: OnceLock<BTreeMap<String, &'a str>>,
    /// Files by their address, made when the first link by address is met.
    by_address: OnceLock<BTreeMap<&'a str, &'a str>>,
    /// Files that are copied by their address, made when the first image by address is met.
    files_by_address: OnceLock<BTreeMap<&'a str, &'a Arc<str>>>,
    /// Ids on pages that we make ourselves.
    lessons: BTreeSet<&'a str>,
    /// What stands below texts.
    comments: &'a Comments,
}

impl<'a> Known<'a> {
    pub(super) fn new(
        outline: &super::routes::Outline<'a>,
        routes: &'a BTreeMap<Arc<str>, Route>,
        files: &'a Files,
        photos: &'a Photos,
    ) -> Self {
        let journal: &Journal = outline.journal;
        let texts = journal.items.iter().map(|i| &i.entry).chain(&journal.pages);
        Self {
            routes,
            addresses: outline.addresses,
            files,
            photos,
            entries: texts.map(|entry| (&*entry.path, &**entry)).collect(),
            held: journal.held.paths().collect(),
            kept_back: &journal.held,
            held_names: OnceLock::new(),
            base_path: &outline.config.base_path,
            near: Near::default(),
            names: OnceLock::new(),
            other_names: OnceLock::new(),
            files_by_name: OnceLock::new(),
            composed: OnceLock::new(),
            by_address: OnceLock::new(),
            files_by_address: OnceLock::new(),
            lessons: journal.lessons.all.iter().map(|l| l.id.as_str()).collect(),
            comments: outline.comments,
        }
    }

    fn by_address(&self) -> &BTreeMap<&'a str, &'a str> {
        self.by_address.get_or_init(|| {
            let of = |path: &&'a str| Some((&**self.addresses.get(*path)?, *path));
            self.entries.keys().filter_map(of).collect()
        })
    }

    /// The address of a file, empty where it has none.
    fn address_of(&self, path: &str) -> String {
        self.addresses.get(path).map(ToString::to_string).unwrap_or_default()
    }

    /// Resolves all links and images of a text.
    pub(super) fn follow(&self, entry: &Entry, diagnostics: &mut Vec<Diagnostic>) -> Followed<'a> {
        let lines = OnceCell::new();
        let mut followed = Followed::default();
        for (_, hole) in &entry.body.holes {
            let mut file = None;
            let (found, range) = match hole {
                Hole::Link { target, form: LinkForm::Name, range } => {
                    let (found, is_held) = self.wiki(entry, target, &mut file);
                    let is_bare = entry.text.get(range.clone()).is_some_and(named::is_bare);
                    followed.names_held.extend((is_held && is_bare).then(|| range.clone()));
                    (found, range)
                }
                Hole::Link { target, form, range } => match self.link(entry, target, *form, &mut file) {
                    Some(found) => (found, range),
                    None => {
                        followed.targets.push(None);
                        continue;
                    }
                },
                Hole::Image { target, tag, range } => (self.image(entry, target, tag.named, &mut file), range),
                Hole::Chart { .. } | Hole::LinkEnd | Hole::Lesson { .. } | Hole::LessonEnd | Hole::Words(_) => {
                    followed.targets.push(None);
                    continue;
                }
            };
            followed.uses.extend(file.map(|file| (file, range.clone())));
            followed.targets.push(Some(found.unwrap_or_else(|(instead, diagnostic)| {
                let lines = lines.get_or_init(|| Lines::of(&entry.text));
                let (range, diagnostic) = told::narrowed(entry, range, hole, diagnostic);
                diagnostics.push(diagnostic.at(Place::in_lines(&entry.path, &entry.text, lines, range)));
                followed.told.push(instead.clone());
                instead
            })));
        }
        followed.picture = self.picture(entry, &mut followed.uses, diagnostics);
        followed
    }

    /// A link by path, to a file or to an address; `None` for one in the writer's own HTML that stays as it was typed, since it
    /// leads to no text or file by its path: the finished page is checked.
    fn link(&self, entry: &Entry, target: &str, form: LinkForm, used: &mut Option<&'a Arc<str>>) -> Option<Found> {
        let stays = form == LinkForm::Html;
        let (path, fragment) = url::split(target);
        let own = self.address_of(&entry.path);
        if path.is_empty() {
            return Some(self.with_rest(&own, Some(entry), target));
        }
        let decoded = url::decode(path).into_owned();
        let file = join(&entry.path, &decoded).map(|file| self.as_on_disk(file));
        if let Some(found) = file.as_deref().and_then(|f| self.text(f)) {
            return Some(match found {
                Some((to, entry)) => self.with_rest(&to, Some(entry), target),
                None => Err((own, not_published(target))),
            });
        }
        if let Some(kept) = file.as_deref().and_then(|f| self.files.kept.get(f)) {
            return Some(Err((own, not_published(target).hint(kept.hint()))));
        }
        let mut found = file.as_deref().and_then(|f| self.files.addresses.get_key_value(f));
        let address =
            if decoded.starts_with('/') { decoded.clone() } else { url::join(&own, &decoded).unwrap_or_default() };
        // Whoever writes HTML may write the site's path too.
        let below = address.strip_prefix(self.base_path).map(|inside| format!("/{inside}"));
        for address in [Some(address), below].into_iter().flatten() {
            if found.is_some() {
                break;
            }
            if let Some((address, entry)) = self.address(&address) {
                return (!stays).then(|| self.with_rest(&address, entry, target));
            }
            found = self.file_at(&address);
        }
        if let Some(file) = found {
            // What lies in `static/` goes out as it is, and so does its address.
            return (!stays || !file.0.starts_with("static/")).then(|| self.to_file(file, target, used));
        }
        if self.calls_held(&decoded) {
            return Some(Err((own, not_published(target))));
        }
        let broken =
            || Err((path_and_fragment(path, fragment), self.broken(&entry.path, &decoded, file.as_deref(), target)));
        (!stays).then(broken)
    }

    /// A file that is published because of this link.
    fn to_file(
        &self,
        (file, address): (&'a Arc<str>, &String),
        target: &str,
        used: &mut Option<&'a Arc<str>>,
    ) -> Found {
        *used = Some(file);
        if let Some(refused) = self.refused(file) {
            return Err(refused);
        }
        // A photo has other addresses, and is known by this one alone.
        let is_photo = file.starts_with("content/") && self.photos.pictures.contains_key(file);
        if is_photo { Ok(encode(address)) } else { self.with_rest(&encode(address), None, target) }
    }

    /// A text by its path in the site; `Some(None)` where it is there and not published.
    #[expect(clippy::option_option, reason = "found or not, and if found, published or not")]
    fn text(&self, path: &str) -> Option<Option<(String, &Entry)>> {
        let index = format!("{path}/index.md");
        for path in [path, index.as_str()] {
            if let Some(entry) = self.entries.get(path) {
                return Some(self.addresses.get(path).map(|a| (a.to_string(), *entry)));
            }
            if self.held.contains(path) {
                return Some(None);
            }
        }
        None
    }

    /// A page or file by its address, with or without its last slash.
    fn address(&self, address: &str) -> Option<(String, Option<&Entry>)> {
        // Out of the site's folder.
        if address.is_empty() {
            return None;
        }
        let folder = address.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).unwrap_or(address);
        let with_slash = format!("{address}/");
        let found = [address, &with_slash, folder].into_iter().find(|a| self.routes.contains_key::<str>(a))?;
        let file = self.by_address().get(found);
        Some((encode(found), file.and_then(|f| self.entries.get(*f)).copied()))
    }

    /// An address with what a link has behind its path; the place that it leads to is looked for where that is possible.
    fn with_rest(&self, address: &str, entry: Option<&Entry>, target: &str) -> Found {
        let (_, fragment) = url::split(target);
        let queried = format!("{address}{}", query(target));
        let Some(fragment) = fragment.filter(|f| !f.is_empty()) else { return Ok(queried) };
        let id = url::decode(fragment).into_owned();
        let whole = path_and_fragment(&queried, Some(fragment));
        let ids: Vec<String> = match entry {
            Some(entry) => ids(entry).into_iter().chain(self.comments.ids(entry)).collect(),
            None if address == "/lessons/" => self.lessons.iter().map(|l| (*l).to_owned()).collect(),
            // Pages that we make ourselves have ids that writers rarely link to; the finished page is their oracle.
            None => return Ok(whole),
        };
        if ids.contains(&id) {
            return Ok(whole);
        }
        if !id.is_ascii() {
            // Put together of other characters, or as browsers show it where ids have none beyond ASCII.
            let (composed, words) = (named::nfc(&id), slug(&id));
            if let Some(same) = ids.iter().find(|known| named::nfc(known) == composed || **known == words) {
                return Ok(path_and_fragment(&queried, Some(&encode(same))));
            }
        }
        let message = format!("`{target}` leads to a place that the page does not have: #{id}");
        let diagnostic = Diagnostic::warning("broken-anchor", message);
        Err((whole, with_near(diagnostic, nearest(&id, ids.iter().map(String::as_str)), "#")))
    }

    /// An image by path or by address.
    fn image(&self, entry: &Entry, target: &str, is_named: bool, used: &mut Option<&'a Arc<str>>) -> Found {
        let (path, _) = url::split(target);
        let decoded = url::decode(path).into_owned();
        // Writers' own HTML may name it as browsers do, from the page's address.
        let own = self.address_of(&entry.path);
        let by_address =
            if decoded.starts_with('/') { decoded.clone() } else { url::join(&own, &decoded).unwrap_or_default() };
        let by_path = join(&entry.path, &decoded).map(|file| self.as_on_disk(file));
        let file = by_path.as_deref().and_then(|f| self.files.addresses.get_key_value(f));
        let by_name = || if is_named { self.file_called(target) } else { None };
        if let Some((file, address)) = file.or_else(|| self.file_at(&by_address)).or_else(by_name) {
            *used = Some(file);
            return self.refused(file).map_or_else(|| Ok(encode(address)), Err);
        }
        if self.routes.contains_key(by_address.as_str()) {
            return Ok(encode(&by_address));
        }
        let wanted = by_path.unwrap_or_else(|| decoded.clone());
        if self.held.contains(wanted.as_str())
            || !self.files.kept.contains_key(wanted.as_str()) && self.calls_held(&decoded)
        {
            let message = format!("`{target}` is not published, so nothing is shown");
            return Err((String::new(), Diagnostic::warning("missing-image", message)));
        }
        Err((String::new(), self.no_image(&entry.path, &wanted)))
    }

    /// The file that has an address, or would have it.
    fn file_at(&self, address: &str) -> Option<(&'a Arc<str>, &'a String)> {
        let all = || self.files.addresses.iter().map(|(file, address)| (address.as_str(), file)).collect();
        let file = self.files_by_address.get_or_init(all).get(address).copied()?;
        self.files.addresses.get_key_value(file)
    }

    /// A picture that can't be published, with what stands in its place and why.
    fn refused(&self, file: &str) -> Option<(String, Diagnostic)> {
        let Looked::Refused(refusal) = self.photos.pictures.get(file)? else { return None };
        Some((self.files.addresses.get(file).map(|address| encode(address)).unwrap_or_default(), refusal.problem(file)))
    }

    /// The address of the picture that a text's front matter names, if it names one that is there.
    fn picture(&self, entry: &Entry, uses: &mut Vec<Use<'a>>, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
        let (typed, range) = entry.image.as_ref()?;
        let place = || Place::new(&entry.path, &entry.text, range.clone());
        if typed.contains("://") || typed.starts_with("//") || typed.starts_with("data:") {
            // Every list would ask another site for it.
            let message = format!("`image` is a file of this site, found `{}`", shorten(typed, 60));
            let hint = "put it beside the entry or into static/, and write its path";
            diagnostics.push(Diagnostic::warning("missing-image", message).at(place()).hint(hint));
            return None;
        }
        let mut file = None;
        let found = self.image(entry, typed, false, &mut file);
        uses.extend(file.map(|file| (file, range.clone())));
        match found {
            Ok(address) => Some(address),
            Err((instead, diagnostic)) => {
                diagnostics.push(diagnostic.at(place()));
                Some(instead).filter(|instead| !instead.is_empty())
            }
        }
    }
}

/// The ids that a text's page has.
fn ids(entry: &Entry) -> Vec<String> {
    let marks = entry.body.holes.iter().filter_map(|(_, hole)| match hole {
        Hole::Lesson { id, .. } => Some(format!("lesson-{id}")),
        _ => None,
    });
    let headings = entry.body.headings.iter().map(|h| h.id.clone());
    headings.chain(entry.body.anchors.iter().cloned()).chain(marks).collect()
}
