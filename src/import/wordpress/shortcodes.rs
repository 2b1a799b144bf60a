//! Shortcodes: words in brackets that WordPress and its plugins replace when a page is shown.
//!
//! Those that have a meaning as HTML become it. Others stay as visible text, and their names are told.

use crate::text::escape;
use std::collections::{BTreeMap, BTreeSet};

/// What the shortcodes of a text need to know of the rest of the export.
pub(super) trait Gallery {
    /// The pictures of these ids, else all of the text's: address, alternative text and caption.
    fn pictures(&self, ids: &[&str]) -> Vec<[String; 3]>;
}

/// A shortcode as it is typed.
struct Code<'a> {
    name: &'a str,
    pairs: BTreeMap<String, String>,
    /// What has no key.
    bare: Vec<String>,
    /// What stands between it and its end; nothing where it has none.
    inside: Option<&'a str>,
    length: usize,
}

/// Names of shortcodes that hold code.
const CODE: &[&str] =
    &["code", "sourcecode", "highlight", "php", "python", "bash", "html", "css", "javascript", "js", "sql"];

/// A text with HTML in the place of the shortcodes that are understood; the names of the others are added to `unknown`.
pub(super) fn expand(html: &str, gallery: &dyn Gallery, unknown: &mut BTreeSet<String>) -> String {
    let mut out = String::with_capacity(html.len());
    // What was looked for once and isn't there, so that a text of brackets takes no time.
    let mut missing = BTreeSet::new();
    let mut at = 0;
    while let Some(next) = html[at..].find(['[', '<']) {
        out.push_str(&html[at..at + next]);
        at += next;
        let rest = &html[at..];
        let step = if rest.starts_with('<') {
            kept(rest, &mut missing)
        } else {
            bracket(rest, gallery, unknown, &mut missing, &mut out)
        };
        if let Some(length) = step {
            if rest.starts_with('<') {
                out.push_str(&rest[..length]);
            }
            at += length;
        } else {
            out.push_str(&rest[..1]);
            at += 1;
        }
    }
    out.push_str(&html[at..]);
    out
}

/// How long code is that a text begins with: in it a shortcode is text.
fn kept(html: &str, missing: &mut BTreeSet<String>) -> Option<usize> {
    ["pre", "code"].iter().find_map(|name| {
        let start = html.get(1..1 + name.len())?;
        let next = html[1 + name.len()..].chars().next()?;
        if !start.eq_ignore_ascii_case(name) || !(next == '>' || next.is_whitespace()) {
            return None;
        }
        let end = if start == start.to_ascii_uppercase() {
            format!("</{name}>").to_uppercase()
        } else {
            format!("</{name}>")
        };
        find(html, &end, missing).map(|at| at + end.len())
    })
}

/// Where an end stands, unless it was looked for in vain before.
fn find(html: &str, end: &str, missing: &mut BTreeSet<String>) -> Option<usize> {
    if missing.contains(end) {
        return None;
    }
    let found = html.find(end);
    if found.is_none() {
        missing.insert(end.to_owned());
    }
    found
}

/// Writes what a text in brackets stands for; gives how long it is, or nothing where it is no shortcode that is understood.
fn bracket(
    html: &str,
    gallery: &dyn Gallery,
    unknown: &mut BTreeSet<String>,
    missing: &mut BTreeSet<String>,
    out: &mut String,
) -> Option<usize> {
    // `[[code]]` is how a shortcode is written about.
    if let Some(inner) = html.strip_prefix("[[") {
        let length = inner.find(['[', ']', '\n']).filter(|end| inner[*end..].starts_with("]]"));
        if let Some(length) = length {
            out.push_str(&html[1..length + 3]);
            return Some(length + 4);
        }
    }
    let code = Code::read(html, missing)?;
    let Some(made) = made_of(&code, gallery, unknown) else {
        if code.is_plugins(html) {
            unknown.insert(code.name.to_owned());
        }
        return None;
    };
    out.push_str(&made);
    Some(code.length)
}

impl<'a> Code<'a> {
    /// Reads the shortcode that a text begins with.
    fn read(html: &'a str, missing: &mut BTreeSet<String>) -> Option<Self> {
        let rest = html.strip_prefix('[')?;
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(rest.len());
        let name = &rest[..end];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.len() > 40 {
            return None;
        }
        let inner = &rest[end..end + end_of_tag(&rest[end..])?];
        if !inner.is_empty() && !inner.starts_with([' ', '\n', '\t', '/', '=', '\u{a0}']) {
            return None;
        }
        let opened = 1 + end + inner.len() + 1;
        let (pairs, bare) = attributes(inner);
        let ending = format!("[/{name}]");
        let inside = find(html.get(opened..)?, &ending, missing).map(|at| &html[opened..opened + at]);
        let length = inside.map_or(opened, |inside| opened + inside.len() + ending.len());
        Some(Self { name, pairs, bare, inside, length })
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.pairs.get(key).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Whether it is a plugin's and no word that a writer put into brackets.
    fn is_plugins(&self, html: &str) -> bool {
        let is_link = html[self.length.min(html.len())..].starts_with('(');
        !is_link && (self.inside.is_some() || !self.pairs.is_empty() || self.name.contains(['_', '-']))
    }
}

/// Where a tag ends: a bracket outside of quotation marks.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') if text[..at].ends_with('=') => quote = Some(c),
            (None, ']') => return Some(at),
            (None, '[') => return None,
            _ => {}
        }
    }
    None
}

fn attributes(text: &str) -> (BTreeMap<String, String>, Vec<String>) {
    let (mut pairs, mut bare) = (BTreeMap::new(), Vec::new());
    let mut rest = text.trim().trim_end_matches('/').trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let word = &rest[..end];
        let after = rest[end..].trim_start();
        let Some(value) = after.strip_prefix('=').filter(|_| !word.contains("//")) else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            bare.push(rest[..end].trim_matches(['"', '\'']).to_owned());
            rest = rest[end..].trim_start();
            continue;
        };
        let value = value.trim_start();
        let (value, more) = match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if word.is_empty() {
            // `[youtube=ADDRESS]`, as it was once.
            bare.push(value.to_owned());
        } else {
            pairs.insert(word.to_ascii_lowercase(), value.to_owned());
        }
        rest = more.trim_start();
    }
    (pairs, bare)
}

/// The HTML that a shortcode stands for.
fn made_of(code: &Code<'_>, gallery: &dyn Gallery, unknown: &mut BTreeSet<String>) -> Option<String> {
    match code.name {
        "caption" | "wp_caption" => {
            let inside = expand(code.inside?, gallery, unknown);
            let (picture, after) = picture_and_text(&inside);
            let caption = code.get("caption").map_or(after, str::to_owned);
            Some(format!("\n\n<figure>{picture}<figcaption>{}</figcaption></figure>\n\n", caption.trim()))
        }
        "gallery" => {
            let ids: Vec<&str> = code
                .get("ids")
                .or_else(|| code.get("include"))
                .map_or(Vec::new(), |ids| ids.split([',', ' ']).filter(|id| !id.is_empty()).collect());
            let pictures = gallery.pictures(&ids);
            (!pictures.is_empty()).then(|| pictures.iter().map(figure).collect())
        }
        "embed" => Some(link(code.inside?.trim())),
        "youtube" | "vimeo" | "video" | "audio" | "wpvideo" | "soundcloud" | "dailymotion" | "ted" | "tweet"
        | "twitter" | "instagram" | "facebook" => address(code).map(|address| link(&address)),
        name if CODE.contains(&name) => {
            let inside = code.inside?;
            let language =
                code.get("language").or_else(|| code.get("lang")).or_else(|| code.bare.first().map(String::as_str));
            let language = language.or(Some(name).filter(|name| !matches!(*name, "code" | "sourcecode" | "highlight")));
            let class = language.map(|name| format!(" class=\"language-{}\"", escape(name))).unwrap_or_default();
            // Some editors kept code as HTML, others as it was typed.
            let is_html = ["&lt;", "&gt;", "&amp;", "&quot;"].iter().any(|sign| inside.contains(sign));
            let inside = if is_html { inside.to_owned() } else { escape(inside) };
            Some(format!("\n\n<pre><code{class}>{}</code></pre>\n\n", inside.trim_matches(['\n', '\r'])))
        }
        _ => None,
    }
}

/// The picture of a caption, with the link around it, and the text that follows.
fn picture_and_text(inside: &str) -> (String, String) {
    let end = match (inside.find("<img"), inside.find("</a>")) {
        (Some(img), Some(end)) if inside.find("<a").is_some_and(|a| a < img) && img < end => end + "</a>".len(),
        (Some(img), _) => inside[img..].find('>').map_or(inside.len(), |end| img + end + 1),
        (None, _) => 0,
    };
    (inside[..end].trim().to_owned(), inside[end..].to_owned())
}

fn figure([address, alt, caption]: &[String; 3]) -> String {
    let caption =
        if caption.is_empty() { String::new() } else { format!("<figcaption>{}</figcaption>", escape(caption)) };
    format!("\n\n<figure><img src=\"{}\" alt=\"{}\">{caption}</figure>\n\n", escape(address), escape(alt))
}

/// A paragraph that is an address.
fn link(address: &str) -> String {
    let address = escape(&address.replace("&amp;", "&"));
    format!("\n\n<p><a href=\"{address}\">{address}</a></p>\n\n")
}

/// The address of what a shortcode plays.
fn address(code: &Code<'_>) -> Option<String> {
    const KEYS: [&str; 12] = ["src", "url", "mp4", "webm", "m4v", "ogv", "mov", "wmv", "mp3", "m4a", "ogg", "wav"];
    let inside = code.inside.map(str::trim).filter(|inside| inside.starts_with("http"));
    let typed = code.bare.iter().find(|word| word.starts_with("http") || word.starts_with("//"));
    let whole = KEYS.iter().find_map(|key| code.get(key)).or(inside).or(typed.map(String::as_str));
    if let Some(address) = whole {
        return Some(address.to_owned());
    }
    let id = code.get("id").or(code.bare.first().map(String::as_str)).or(code.inside.map(str::trim))?;
    let is_id = id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) && !id.is_empty();
    match code.name {
        "youtube" if is_id => Some(format!("https://www.youtube.com/watch?v={id}")),
        "vimeo" if is_id => Some(format!("https://vimeo.com/{id}")),
        _ => None,
    }
}
