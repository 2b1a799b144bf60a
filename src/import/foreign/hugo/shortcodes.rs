//! Shortcodes in a text: those that have a meaning here are translated, the rest stays as code, so that it shows.

use crate::import::foreign::filing::{Filing, ForeignText};
use crate::import::foreign::prose::{CodeParts, as_code, destination, fenced, picture};
use crate::import::foreign::shown::{TagArguments, elsewhere, is_picture};
use crate::import::foreign::tree::folder;

/// Why a shortcode stays as it is.
const NO_SHORTCODE: &str = "a shortcode that comeback has nothing for, as code, so that it shows";

/// A shortcode, and where it stands.
struct Shortcode<'t> {
    start: usize,
    end: usize,
    /// What stands in it, without signs and spaces around it.
    inside: &'t str,
    /// Whether it is written so that Hugo shows it and does nothing.
    is_shown: bool,
}

/// Finds the shortcodes of a text one by one.
struct Shortcodes<'t> {
    text: &'t str,
    /// Whether one that is never closed was met: none behind it is.
    open: [bool; 2],
    /// The blocks that are never closed either.
    unended: Vec<String>,
}

impl<'t> Shortcodes<'t> {
    fn next(&mut self, mut from: usize) -> Option<Shortcode<'t>> {
        loop {
            let start = from + self.text[from..].find("{{")?;
            from = start + 2;
            let (kind, close) = match self.text.as_bytes().get(from) {
                Some(b'<') => (0, ">}}"),
                Some(b'%') => (1, "%}}"),
                _ => continue,
            };
            if self.open[kind] {
                continue;
            }
            let Some(length) = self.text[from + 1..].find(close) else {
                self.open[kind] = true;
                continue;
            };
            let inside = self.text[from + 1..from + 1 + length].trim();
            let shown = inside.strip_prefix("/*").and_then(|inside| inside.strip_suffix("*/"));
            let end = from + 1 + length + close.len();
            return Some(Shortcode { start, end, inside: shown.unwrap_or(inside).trim(), is_shown: shown.is_some() });
        }
    }

    /// The shortcode that closes a block.
    fn end(&mut self, from: usize, name: &str) -> Option<Shortcode<'t>> {
        if self.unended.iter().any(|known| known == name) {
            return None;
        }
        let mut rest = Shortcodes { text: self.text, open: [false; 2], unended: Vec::new() };
        let mut at = from;
        while let Some(found) = rest.next(at) {
            let closed = found.inside.strip_prefix('/').map(str::trim);
            if closed == Some(name) && !found.is_shown {
                return Some(found);
            }
            at = found.end;
        }
        self.unended.push(name.to_owned());
        None
    }
}

/// The text without shortcodes.
pub(super) fn translated(text: &ForeignText, filing: &mut Filing<'_>) -> String {
    let body = text.body.as_str();
    let code = CodeParts::of(body);
    let mut shortcodes = Shortcodes { text: body, open: [false; 2], unended: Vec::new() };
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    let (mut line, mut counted) = (text.line, 0);
    while let Some(found) = shortcodes.next(at) {
        line += body[counted..found.start].matches('\n').count();
        counted = found.start;
        out.push_str(&body[at..found.start]);
        at = found.end;
        let typed = &body[found.start..found.end];
        let in_code = code.has(found.start);
        if found.is_shown {
            let typed = typed.replace("/*", "").replace("*/", "");
            out.push_str(&if in_code { typed } else { as_code(&typed, &out) });
            continue;
        }
        let (name, arguments) = found.inside.split_once(char::is_whitespace).unwrap_or((found.inside, ""));
        if matches!(name, "highlight" | "comment" | "rawhtml" | "raw-html")
            && let Some(end) = shortcodes.end(found.end, name)
        {
            let inside = &body[found.end..end.start];
            match name {
                "highlight" => out.push_str(&fenced(
                    inside,
                    arguments.split_whitespace().next().unwrap_or_default().trim_matches('"'),
                )),
                "comment" => {}
                _ => out.push_str(inside.trim_matches('\n')),
            }
            at = end.end;
            continue;
        }
        match shown(name.trim_end_matches('/'), arguments.trim_end_matches('/').trim(), text, filing) {
            Some(shown) => out.push_str(&shown),
            None => {
                let name = crate::text::shorten(name.trim_start_matches('/'), 40);
                filing.tally.stays(&format!("`{{{{< {name} >}}}}`"), NO_SHORTCODE, &format!("{}:{line}", text.place));
                out.push_str(&if in_code { typed.to_owned() } else { as_code(typed, &out) });
            }
        }
    }
    out.push_str(&body[at..]);
    out
}

/// What a shortcode shows, where that is known.
fn shown(name: &str, arguments: &str, text: &ForeignText, filing: &Filing<'_>) -> Option<String> {
    let read = TagArguments::of(arguments);
    match name {
        "ref" | "relref" => reference(read.first(&["path"])?, text, filing),
        "youtube" | "vimeo" | "gist" => elsewhere(name, &read),
        "tweet" | "x" | "twitter" => {
            let (user, id) =
                (read.first(&["user"])?, read.named(&["id"]).or(read.plain.get(1).map(|(id, _)| id.as_str()))?);
            let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            (plain(user) && plain(id)).then(|| format!("<https://twitter.com/{user}/status/{id}>"))
        }
        "figure" | "img" | "image" | "picture" => {
            let source = read.first(&["src", "source", "url"]).filter(|source| is_picture(source))?;
            let caption = read.named(&["caption", "title", "attr"]).unwrap_or_default();
            let shown = picture(source, read.named(&["alt"]).unwrap_or(caption), caption);
            Some(match read.named(&["link", "href"]) {
                Some(link) => format!("[{shown}]({})", destination(link)),
                None => shown,
            })
        }
        _ => None,
    }
}

/// The path of a text that a reference calls by its path or its name.
fn reference(target: &str, text: &ForeignText, filing: &Filing<'_>) -> Option<String> {
    let (path, fragment) = target.split_once('#').map_or((target, String::new()), |(path, f)| (path, format!("#{f}")));
    if path.is_empty() {
        return Some(fragment);
    }
    let beside = crate::links::url::resolve_dots(folder(&text.place), path);
    let beside = beside.as_deref().filter(|_| !path.starts_with('/')).and_then(|path| filing.text_at(path));
    let found = beside.or_else(|| filing.text_at(path))?;
    Some(format!("/{found}{fragment}"))
}
