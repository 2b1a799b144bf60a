//! Which texts of an export come, where each goes, who may see it, and by which former addresses it is still found.

use super::wxr::{WxrExport, WxrItem, of as value};
use super::{HowToImport, WordPressHaul, addresses, markdown, quoted};
use crate::entry::strip_date;
use crate::fields::is_in_our_times;
use crate::import::former_addresses::{FormerAddresses, OWN_PARTS};
use crate::import::free_paths::FreePaths;
use crate::import::imported::{ImportedKind, LeftOut};
use crate::links::url;
use crate::text::slug::slug;
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;

/// A text that comes.
pub(super) struct PlannedText<'a> {
    pub(super) item: &'a WxrItem,
    pub(super) kind: ImportedKind,
    pub(super) title: String,
    /// Its file, from the site's root.
    pub(super) path: String,
    /// The last part of its address, where that isn't its file's.
    pub(super) slug: Option<String>,
    /// Its address.
    pub(super) address: String,
    /// The folder of its comments.
    pub(super) folder: String,
    pub(super) date: Option<DateTime>,
    pub(super) draft: bool,
    pub(super) private: bool,
    pub(super) kept_back: Option<&'static str>,
    pub(super) aliases: Vec<String>,
}

/// All texts that come.
pub(super) struct PlannedTexts<'a> {
    pub(super) texts: Vec<PlannedText<'a>>,
}

/// The title of an item, as text.
pub(super) fn title(item: &WxrItem) -> String {
    markdown::plain(value(&item.values, "title"))
}

/// Says where all texts of an export go.
pub(super) fn of<'a>(export: &'a WxrExport, how: HowToImport<'_>) -> PlannedTexts<'a> {
    let mut paths = FreePaths::default();
    for name in OWN_PARTS.iter().chain(&["index", "uploads"]) {
        paths.take(&format!("content/{name}.md"));
    }
    let mut short: BTreeSet<String> = how.standing.values().map(|address| slug(address)).collect();
    let texts = export.items.iter().filter_map(|item| text(item, how.today));
    let mut texts: Vec<PlannedText<'_>> = texts.collect();
    // Entries first: a page of the same name would take their comments.
    for text in texts.iter_mut().filter(|text| text.kind == ImportedKind::Entry) {
        let name = name(text.item, &text.title);
        let stem = text.date.map_or_else(|| name.clone(), |date| format!("{}-{name}", date.date()));
        text.path = paths.take(&format!("content/journal/{stem}.md"));
        let stem = stem_of(&text.path);
        let last = slug(strip_date(stem).map_or(stem, |(_, rest)| rest));
        // What was imported before keeps the address that it got then.
        let is_own = match how.standing.get(&text.path) {
            Some(address) => slug(address) == last,
            None => short.insert(last.clone()),
        };
        let last = if is_own {
            last
        } else {
            text.slug = Some(slug(stem));
            slug(stem)
        };
        short.insert(last.clone());
        text.address = format!("/journal/{last}/");
        text.folder = last;
    }
    for text in texts.iter_mut().filter(|text| text.kind == ImportedKind::Page) {
        let name = name(text.item, &text.title);
        if !text.item.comments.is_empty() && short.contains(&name) {
            paths.take(&format!("content/{name}.md"));
        }
        text.path = paths.take(&format!("content/{name}.md"));
        text.folder = slug(stem_of(&text.path));
        text.address = format!("/{}/", text.folder);
    }
    PlannedTexts { texts }
}

fn stem_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}

/// The last part of an item's address.
fn name(item: &WxrItem, title: &str) -> String {
    let typed = url::decode(value(&item.values, "wp:post_name")).into_owned();
    if typed.chars().any(char::is_alphanumeric) {
        return slug(&typed);
    }
    if title.chars().any(char::is_alphanumeric) {
        return slug(title);
    }
    format!("post-{}", slug(value(&item.values, "wp:post_id")))
}

/// What is known of a text before its place; nothing for what is no text, or was thrown away.
fn text(item: &WxrItem, today: Date) -> Option<PlannedText<'_>> {
    let kind = match value(&item.values, "wp:post_type") {
        "post" => ImportedKind::Entry,
        "page" => ImportedKind::Page,
        _ => return None,
    };
    let status = value(&item.values, "wp:status");
    if matches!(status, "trash" | "auto-draft" | "inherit") {
        return None;
    }
    let date = date(item);
    let is_later = date.is_some_and(|date| date.date() > today);
    let draft = match status {
        "publish" | "private" => item.damaged,
        // What was to appear on a day that nobody can read, or that has passed without it.
        "future" => item.damaged || !is_later,
        _ => true,
    };
    let private = status == "private" || !value(&item.values, "wp:post_password").is_empty();
    let kept_back = if draft {
        Some("draft")
    } else if private {
        Some("private")
    } else {
        is_later.then_some("future")
    };
    let (path, address, folder) = Default::default();
    let title = title(item);
    let (slug, aliases) = (None, Vec::new());
    Some(PlannedText { item, kind, title, path, slug, address, folder, date, draft, private, kept_back, aliases })
}

/// When a text was written: by the clock of the blog, else by that of Greenwich, else as feeds have it.
fn date(item: &WxrItem) -> Option<DateTime> {
    let stamps = ["wp:post_date", "wp:post_date_gmt"].iter().filter_map(|key| stamp(value(&item.values, key)));
    let of_feed = || {
        let zoned = jiff::fmt::rfc2822::parse(value(&item.values, "pubDate")).ok()?;
        Some(zoned.datetime()).filter(|date| is_in_our_times(date.date()))
    };
    stamps.into_iter().next().or_else(of_feed)
}

/// A time as WordPress writes it: `2020-08-14 07:20:00`.
pub(super) fn stamp(text: &str) -> Option<DateTime> {
    let time = text.parse::<DateTime>().or_else(|_| DateTime::strptime("%Y-%m-%d %H:%M:%S", text)).ok()?;
    is_in_our_times(time.date()).then_some(time)
}

/// Keeps the former addresses of texts that had one, each for one text; those that can't be kept are named.
pub(super) fn name_aliases(planned: &mut PlannedTexts<'_>, haul: &mut WordPressHaul<'_>) {
    let mut former = FormerAddresses::beside(planned.texts.iter().map(|text| text.address.as_str()));
    for text in &mut planned.texts {
        let link = value(&text.item.values, "link");
        let Some(path) = addresses::path_of(link).filter(|_| !text.draft) else { continue };
        match former.take(path, &text.address) {
            Ok(kept) => text.aliases.extend(kept),
            Err(why) => {
                let what = format!("the address {link} of {}", quoted(&text.title));
                let place = haul.source.place(text.item.at);
                haul.out.left_out.push(LeftOut { what, place, why: why.to_owned() });
            }
        }
    }
}
