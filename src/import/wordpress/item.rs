//! A post or a page as a markdown file.

use super::addresses::OldAddresses;
use super::markdown::{TextAround, markdown, plain};
use super::media::{Media, Medium};
use super::paragraphs::with_paragraphs;
use super::plan::{PlannedText, PlannedTexts};
use super::shortcodes::{Gallery, expand};
use super::wxr::{WxrExport, WxrItem, of as value};
use super::{blocks, plan};
use crate::import::markdown_file::{front_matter, markdown_file};
use crate::links::url;
use serde_yaml::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

/// What all texts of an export share.
pub(super) struct Surroundings<'a> {
    old: Arc<OldAddresses>,
    alternatives: Arc<BTreeMap<String, String>>,
    media: &'a Media<'a>,
}

impl<'a> Surroundings<'a> {
    /// Finds out where the blog's addresses lead now.
    pub(super) fn new(export: &'a WxrExport, media: &'a Media<'a>, planned: &PlannedTexts<'_>) -> Self {
        let mut old = OldAddresses::default();
        for home in &export.homes {
            old.add_home(home);
        }
        for text in &planned.texts {
            let id = value(&text.item.values, "wp:post_id");
            old.add(value(&text.item.values, "link"), &text.path);
            for home in export.homes.iter().filter(|_| !id.is_empty()) {
                for key in ["p", "page_id"] {
                    old.add(&format!("{}/?{key}={id}", home.trim_end_matches('/')), &text.path);
                }
            }
        }
        for medium in &media.all {
            old.add_page_of_picture(value(&medium.item.values, "link"));
            if let Some((path, _)) = &medium.file {
                old.add(&medium.address, path);
                old.add(value(&medium.item.values, "link"), path);
            }
        }
        let alternative = |medium: &Medium<'_>| {
            let id = value(&medium.item.values, "wp:post_id").to_owned();
            let alt = value(&medium.item.meta, "_wp_attachment_image_alt").to_owned();
            (!alt.is_empty()).then_some((id, alt))
        };
        let alternatives = media.all.iter().filter_map(alternative).collect();
        Self { old: Arc::new(old), alternatives: Arc::new(alternatives), media }
    }
}

/// The pictures of galleries on one text.
struct GalleryOf<'a> {
    media: &'a Media<'a>,
    item: &'a WxrItem,
}

impl Gallery for GalleryOf<'_> {
    fn pictures(&self, ids: &[&str]) -> Vec<[String; 3]> {
        let id = |medium: &&Medium<'_>| value(&medium.item.values, "wp:post_id").to_owned();
        let own = value(&self.item.values, "wp:post_id");
        let all: Vec<&Medium<'_>> = if ids.is_empty() {
            let of_text = |medium: &&Medium<'_>| value(&medium.item.values, "wp:post_parent") == own && !own.is_empty();
            self.media.all.iter().filter(of_text).collect()
        } else {
            ids.iter().filter_map(|wanted| self.media.all.iter().find(|medium| id(medium) == *wanted)).collect()
        };
        let is_picture = |medium: &&Medium<'_>| {
            let lower = medium.address.to_ascii_lowercase();
            [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"].iter().any(|ending| lower.ends_with(ending))
        };
        let row = |medium: &Medium<'_>| {
            let alt = value(&medium.item.meta, "_wp_attachment_image_alt").to_owned();
            [medium.address.clone(), alt, plain(value(&medium.item.values, "excerpt:encoded"))]
        };
        all.into_iter().filter(is_picture).map(row).collect()
    }
}

/// A file that was made, and what of its text could not be.
pub(super) struct MadeText {
    pub(super) file: String,
    /// The names of shortcodes that stand in it as text.
    pub(super) unknown: BTreeSet<String>,
    /// What is lost.
    pub(super) lost: Vec<String>,
}

/// Makes the file of a text.
pub(super) fn made(text: &PlannedText<'_>, around: &Surroundings<'_>) -> MadeText {
    let (mut unknown, mut dynamic) = (BTreeSet::new(), BTreeSet::new());
    let typed = text.item.values.get("content:encoded").map_or("", String::as_str);
    let is_in_blocks = blocks::has_blocks(typed);
    let html = blocks::without_comments(typed, &mut dynamic);
    let html = expand(&html, &GalleryOf { media: around.media, item: text.item }, &mut unknown);
    let html = if is_in_blocks { html } else { with_paragraphs(&with_links(&html)) };
    let notes = footnotes(text.item);
    let own = Arc::new(TextAround {
        file: text.path.clone(),
        old: around.old.clone(),
        alternatives: around.alternatives.clone(),
        notes: notes.iter().enumerate().map(|(at, (id, _))| (id.clone(), at + 1)).collect(),
        lost: std::sync::Mutex::default(),
    });
    let mut body = markdown(&html, &own);
    for (at, (_, note)) in notes.iter().enumerate() {
        let note = markdown(note, &own).split_whitespace().collect::<Vec<_>>().join(" ");
        let gap = if at == 0 { "\n\n" } else { "\n" };
        let _ = write!(body, "{gap}[^{}]: {note}", at + 1);
    }
    let mut lost: Vec<String> = dynamic.iter().map(|name| format!("the block {name}")).collect();
    lost.extend(own.lost.lock().map(|lost| lost.clone()).unwrap_or_default().into_iter().map(str::to_owned));
    MadeText { file: markdown_file(&front(text, around.media), &body), unknown, lost }
}

fn front(text: &PlannedText<'_>, media: &Media<'_>) -> serde_yaml::Mapping {
    let list = |items: Vec<String>| Value::Sequence(items.into_iter().map(Value::from).collect());
    let date = text.date.map(|date| match date.time() == jiff::civil::Time::midnight() {
        true => date.date().to_string(),
        false => date.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
    });
    let or_nothing = |value: Option<String>| value.map_or(Value::Null, Value::from);
    let yes = |is: bool, value: Value| if is { value } else { Value::Null };
    front_matter([
        ("title", text.title.clone().into()),
        ("date", or_nothing(date)),
        ("slug", or_nothing(text.slug.clone())),
        ("draft", yes(text.draft, true.into())),
        ("visibility", yes(text.private, "private".into())),
        ("summary", plain(value(&text.item.values, "excerpt:encoded")).into()),
        ("image", or_nothing(cover(text, media))),
        ("tags", list(tags(text.item))),
        ("aliases", list(text.aliases.clone())),
    ])
}

/// The picture that stands for a text, where its file was copied.
fn cover(text: &PlannedText<'_>, media: &Media<'_>) -> Option<String> {
    let id = value(&text.item.meta, "_thumbnail_id");
    let medium = media.all.iter().find(|medium| !id.is_empty() && value(&medium.item.values, "wp:post_id") == id)?;
    Some(url::way(&text.path, &medium.file.as_ref()?.0))
}

/// Categories and tags, each once; the category of what has none is none.
fn tags(item: &WxrItem) -> Vec<String> {
    let mut known = BTreeSet::new();
    let mut tags = Vec::new();
    for [domain, nicename, name] in &item.terms {
        let is_tag = matches!(domain.as_str(), "" | "category" | "post_tag" | "tag");
        let name = plain(name);
        let is_none = nicename == "uncategorized" || name.eq_ignore_ascii_case("uncategorized");
        if is_tag && !is_none && !name.is_empty() && known.insert(name.to_lowercase()) {
            tags.push(name);
        }
    }
    tags
}

/// The footnotes that the newer editor keeps beside a text: id and words.
fn footnotes(item: &WxrItem) -> Vec<(String, String)> {
    let json = value(&item.meta, "footnotes");
    let notes: Vec<serde_json::Value> = serde_json::from_str(json).unwrap_or_default();
    let word = |note: &serde_json::Value, key: &str| note.get(key).and_then(|word| word.as_str()).map(str::to_owned);
    notes.iter().filter_map(|note| Some((word(note, "id")?, word(note, "content")?))).collect()
}

/// A line that is an address alone is one of a player, and becomes a link.
fn with_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for line in html.split_inclusive('\n') {
        let word = line.trim();
        let is_address = (word.starts_with("http://") || word.starts_with("https://"))
            && !word.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '[' | ']'));
        if is_address {
            let _ = write!(out, "<a href=\"{word}\">{word}</a>");
            out.push_str(if line.ends_with('\n') { "\n" } else { "" });
        } else {
            out.push_str(line);
        }
    }
    out
}

/// The day of a comment as its file has it: with the zone where that is known.
pub(super) fn moment(greenwich: &str, local: &str) -> Option<String> {
    let form = "%Y-%m-%dT%H:%M:%S";
    let zoned = plan::stamp(greenwich).map(|time| format!("{}Z", time.strftime(form)));
    zoned.or_else(|| plan::stamp(local).map(|time| time.strftime(form).to_string()))
}
