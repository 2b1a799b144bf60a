//! The XML of an export, read from one end to the other: its items with the few values that are asked for.
//!
//! Files that are not well-formed are common: a plugin's text that ends a CDATA section, an upload that was cut off. What can
//! be told for sure is read, and the first fault is named with its place. Entities of the file's own are never expanded.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::ops::Range;

/// An export nests eight elements; a file with more is none.
const DEEPEST: usize = 40;

/// What is kept of an item; some of it has passwords and addresses beside it, which are not.
const OF_ITEM: &[&str] = &[
    "title",
    "link",
    "guid",
    "pubDate",
    "dc:creator",
    "content:encoded",
    "excerpt:encoded",
    "wp:post_id",
    "wp:post_date",
    "wp:post_date_gmt",
    "wp:post_name",
    "wp:status",
    "wp:post_parent",
    "wp:post_type",
    "wp:post_password",
    "wp:attachment_url",
];

/// What is kept of a comment: no address of mail, no host.
const OF_COMMENT: &[&str] = &[
    "wp:comment_id",
    "wp:comment_author",
    "wp:comment_author_url",
    "wp:comment_date",
    "wp:comment_date_gmt",
    "wp:comment_content",
    "wp:comment_approved",
    "wp:comment_type",
    "wp:comment_parent",
    "wp:comment_user_id",
];

/// What is kept of an item's further values.
const OF_META: &[&str] = &["_thumbnail_id", "_wp_attachment_image_alt", "_wp_attached_file", "footnotes"];

/// Values by the names of their elements.
pub(super) type Values = BTreeMap<&'static str, String>;

/// A value without the white space around it; nothing where it isn't there.
pub(super) fn of<'a>(values: &'a Values, name: &str) -> &'a str {
    values.get(name).map_or("", |value| value.trim())
}

/// All that is read of an export.
#[derive(Debug, Default)]
pub(super) struct WxrExport {
    /// The addresses of the blog.
    pub(super) homes: Vec<String>,
    /// The ids of its authors, by their names.
    pub(super) authors: BTreeMap<String, String>,
    /// Its items, in the order of the file.
    pub(super) items: Vec<WxrItem>,
    /// What is wrong with it first, and where.
    pub(super) fault: Option<(Range<usize>, String)>,
    /// The item in which the file ends.
    pub(super) cut: Option<WxrItem>,
    /// Whether any element is WordPress's.
    pub(super) is_wordpress: bool,
}

/// A post, a page, an attachment, or what a plugin put there.
#[derive(Clone, Debug, Default)]
pub(super) struct WxrItem {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) values: Values,
    pub(super) meta: Values,
    /// The domain, the name in addresses and the name of each category and tag.
    pub(super) terms: Vec<[String; 3]>,
    pub(super) comments: Vec<WxrComment>,
    /// Whether something is wrong with it, so that what it says may not be all.
    pub(super) damaged: bool,
}

/// A comment, or a message of another blog that it links here.
#[derive(Clone, Debug, Default)]
pub(super) struct WxrComment {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) values: Values,
}

/// Reads an export.
pub(super) fn read(text: &str) -> WxrExport {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let mut reading = WxrReading::default();
    loop {
        let from = position(reader.buffer_position());
        let event = reader.read_event();
        let range = from..position(reader.buffer_position());
        match event {
            Ok(Event::Start(tag)) => {
                if !reading.open(&tag, range) {
                    break;
                }
            }
            Ok(Event::Empty(tag)) => {
                if !reading.open(&tag, range.clone()) {
                    break;
                }
                reading.close(tag.name().as_ref(), range);
            }
            Ok(Event::End(tag)) => reading.close(tag.name().as_ref(), range),
            Ok(Event::Text(text)) => reading.text.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => reading.text.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(name)) => push_reference(&mut reading.text, &name.into_inner()),
            Ok(Event::Eof) => {
                reading.end(range);
                break;
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(error) => {
                let at = position(reader.error_position());
                reading.fault(at..at, format!("the file can’t be read from here on: {error}"));
                reading.export.cut = reading.item.take();
                break;
            }
        }
    }
    reading.export
}

fn position(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// A character by its number or by one of XML's five names; any other reference stays as it is typed.
fn push_reference(text: &mut String, name: &str) {
    let known = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name.strip_prefix('#').and_then(|number| {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16));
            code.ok().and_then(char::from_u32)
        }),
    };
    match known {
        Some(c) => text.push(c),
        None => {
            text.push('&');
            text.push_str(name);
            text.push(';');
        }
    }
}

/// What is known at one place of the file.
#[derive(Default)]
struct WxrReading {
    export: WxrExport,
    /// The elements that are open, outermost first.
    open: Vec<String>,
    text: String,
    item: Option<WxrItem>,
    comment: Option<WxrComment>,
    /// The key and the value of what stands beside an item's own values.
    meta: [String; 2],
    term: [String; 2],
    author: [String; 2],
}

impl WxrReading {
    /// Takes the first fault down.
    fn fault(&mut self, range: Range<usize>, message: String) {
        if let Some(item) = &mut self.item {
            item.damaged = true;
        }
        if self.export.fault.is_none() {
            self.export.fault = Some((range, message));
        }
    }

    /// An element begins; whether reading goes on.
    fn open(&mut self, tag: &BytesStart<'_>, range: Range<usize>) -> bool {
        let name = tag.name().as_ref().to_owned();
        self.text.clear();
        match name.as_str() {
            "item" => {
                if let Some(open) = self.item.take() {
                    // The end of the item before is missing, and with it who knows what.
                    self.fault(range.clone(), "an item begins inside of another one".to_owned());
                    self.export.cut = Some(open);
                }
                self.item = Some(WxrItem { at: range.start, ..WxrItem::default() });
                self.comment = None;
            }
            "wp:comment" if self.item.is_some() => {
                self.comment = Some(WxrComment { at: range.start, ..WxrComment::default() });
            }
            "wp:postmeta" | "wp:commentmeta" | "wp:termmeta" => self.meta = Default::default(),
            "wp:author" => self.author = Default::default(),
            "category" => self.term = ["domain", "nicename"].map(|key| attribute(tag, key)),
            _ => {}
        }
        self.export.is_wordpress |= name.starts_with("wp:");
        self.open.push(name);
        if self.open.len() > DEEPEST {
            self.fault(range, format!("more than {DEEPEST} elements stand inside of one another"));
            self.export.cut = self.item.take();
        }
        self.open.len() <= DEEPEST
    }

    /// An element ends, and those inside of it whose ends are missing.
    fn close(&mut self, name: &str, range: Range<usize>) {
        let Some(at) = self.open.iter().rposition(|open| open == name) else {
            self.fault(range, format!("</{name}> ends what never began"));
            return;
        };
        if at + 1 < self.open.len() {
            let inner = self.open.last().cloned().unwrap_or_default();
            self.fault(range, format!("</{name}> stands where </{inner}> should"));
        }
        self.open.truncate(at);
        let text = std::mem::take(&mut self.text);
        match name {
            "item" => self.export.items.extend(self.item.take()),
            "wp:comment" => {
                if let (Some(item), Some(comment)) = (&mut self.item, self.comment.take()) {
                    item.comments.push(comment);
                }
            }
            "wp:postmeta" => {
                let [key, value] = std::mem::take(&mut self.meta);
                if let (Some(item), Some(known)) = (&mut self.item, known(OF_META, key.trim())) {
                    item.meta.entry(known).or_insert(value);
                }
            }
            "wp:author" => {
                let [name, id] = std::mem::take(&mut self.author);
                self.export.authors.insert(name.trim().to_owned(), id.trim().to_owned());
            }
            _ => self.value(name, text),
        }
    }

    /// The value of an element, by what it stands in.
    fn value(&mut self, name: &str, text: String) {
        let inside = self.open.last().map_or("", String::as_str);
        match (inside, name) {
            ("item", "category") => {
                if let Some(item) = &mut self.item {
                    let [domain, nicename] = std::mem::take(&mut self.term);
                    item.terms.push([domain, nicename, text.trim().to_owned()]);
                }
            }
            ("item", _) => {
                if let (Some(item), Some(known)) = (&mut self.item, known(OF_ITEM, name)) {
                    item.values.entry(known).or_insert(text);
                }
            }
            ("wp:comment", _) => {
                if let (Some(comment), Some(known)) = (&mut self.comment, known(OF_COMMENT, name)) {
                    comment.values.entry(known).or_insert(text);
                }
            }
            ("wp:postmeta", "wp:meta_key") => self.meta[0] = text,
            ("wp:postmeta", "wp:meta_value") => self.meta[1] = text,
            ("wp:author", "wp:author_login") => self.author[0] = text,
            ("wp:author", "wp:author_id") => self.author[1] = text,
            ("channel", "link" | "wp:base_site_url" | "wp:base_blog_url") => {
                self.export.homes.push(text.trim().to_owned());
            }
            _ => {}
        }
    }

    /// The file ends.
    fn end(&mut self, range: Range<usize>) {
        if !self.open.is_empty() {
            self.fault(range, "the file ends in the middle".to_owned());
        }
        if let Some(item) = self.item.take() {
            self.export.cut = Some(item);
        }
    }
}

fn known(names: &'static [&'static str], name: &str) -> Option<&'static str> {
    names.iter().find(|known| **known == name).copied()
}

fn attribute(tag: &BytesStart<'_>, key: &str) -> String {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == key);
    found.map(|attribute| attribute.value.trim().to_owned()).unwrap_or_default()
}
