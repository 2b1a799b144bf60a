//! Liquid in a text: what has a meaning here is translated, the rest stays as code, so that it shows.

use crate::import::foreign::filing::{Filing, ForeignText};
use crate::import::foreign::prose::{CodeParts, as_code, fenced, picture};
use crate::import::foreign::shown::{TagArguments, elsewhere, is_picture};

/// What a text's Liquid may ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Liquid<'a> {
    pub(super) text: &'a ForeignText,
}

/// Why Liquid stays as it is.
const NO_LIQUID: &str = "Liquid that comeback has nothing for, as code, so that it shows";

/// A tag or an output, and where it stands.
struct LiquidTag<'t> {
    start: usize,
    end: usize,
    /// What stands in it, without signs and spaces around it.
    inside: &'t str,
    is_output: bool,
}

/// Finds the tags of a text one by one, in time that grows with its length alone.
struct LiquidTags<'t> {
    text: &'t str,
    /// Whether a tag, or an output, that is not closed was met: none behind it is.
    open: [bool; 2],
    /// The blocks that are not closed either.
    unended: Vec<&'static str>,
}

impl<'t> LiquidTags<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, open: [false; 2], unended: Vec::new() }
    }
}

impl<'t> LiquidTags<'t> {
    fn next(&mut self, mut from: usize) -> Option<LiquidTag<'t>> {
        loop {
            let start = from + self.text[from..].find('{')?;
            from = start + 1;
            let (is_output, close) = match self.text.as_bytes().get(start + 1) {
                Some(b'{') => (true, "}}"),
                Some(b'%') => (false, "%}"),
                _ => continue,
            };
            if self.open[usize::from(is_output)] {
                continue;
            }
            let Some(length) = self.text[start + 2..].find(close) else {
                self.open[usize::from(is_output)] = true;
                continue;
            };
            let inside = &self.text[start + 2..start + 2 + length];
            let inside = inside.trim_start_matches('-').trim_end_matches('-').trim();
            return Some(LiquidTag { start, end: start + 2 + length + 2, inside, is_output });
        }
    }

    /// The tag that ends a block.
    fn end(&mut self, from: usize, name: &'static str) -> Option<LiquidTag<'t>> {
        if self.unended.contains(&name) {
            return None;
        }
        let end = self.find_end(from, name);
        if end.is_none() {
            self.unended.push(name);
        }
        end
    }

    fn find_end(&self, from: usize, name: &str) -> Option<LiquidTag<'t>> {
        let mut at = from;
        loop {
            let start = at + self.text[at..].find("{%")?;
            let length = self.text[start..].find("%}")?;
            let inside = self.text[start + 2..start + length].trim_start_matches('-').trim_end_matches('-').trim();
            if inside == name {
                return Some(LiquidTag { start, end: start + length + 2, inside, is_output: false });
            }
            at = start + 2;
        }
    }
}

/// The text without Liquid.
pub(super) fn translated(text: &str, liquid: &Liquid<'_>, filing: &mut Filing<'_>) -> String {
    let code = CodeParts::of(text);
    let mut tags = LiquidTags::of(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let (mut line, mut counted) = (liquid.text.line, 0);
    while let Some(tag) = tags.next(at) {
        line += text[counted..tag.start].matches('\n').count();
        counted = tag.start;
        out.push_str(&text[at..tag.start]);
        at = tag.end;
        let (word, rest) = tag.inside.split_once(char::is_whitespace).unwrap_or((tag.inside, ""));
        let in_code = code.has(tag.start);
        let blocks = [("raw", "endraw"), ("comment", "endcomment"), ("highlight", "endhighlight")];
        let block = blocks.into_iter().find(|(name, _)| !tag.is_output && *name == word);
        if let Some((name, end)) = block.and_then(|(name, end)| Some((name, tags.end(tag.end, end)?))) {
            let inside = &text[tag.end..end.start];
            match name {
                "raw" => out.push_str(&raw(inside, tag.end, &code, &out)),
                "highlight" => out.push_str(&highlighted(inside, rest)),
                _ => {}
            }
            at = end.end;
            continue;
        }
        let found = if tag.is_output { liquid.output(tag.inside) } else { liquid.tag(word, rest.trim(), filing) };
        let typed = &text[tag.start..tag.end];
        match found {
            Some(found) => out.push_str(&found),
            None => {
                filing.tally.stays(&kind(&tag, word), NO_LIQUID, &format!("{}:{line}", liquid.text.place));
                out.push_str(&if in_code { typed.to_owned() } else { as_code(typed, &out) });
            }
        }
    }
    out.push_str(&text[at..]);
    out
}

/// What a tag is called where it is told once a kind.
fn kind(tag: &LiquidTag<'_>, word: &str) -> String {
    let end = tag.inside.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(tag.inside.len());
    let name = crate::text::shorten(&tag.inside[..end], 40);
    // What is in quotes is another text each time; what is done with it makes the kind.
    let filter =
        tag.inside.split_once('|').map(|(_, filters)| filters.split([':', '|']).next().unwrap_or_default().trim());
    if tag.is_output && name.starts_with(['"', '\'']) {
        let filter = filter.map(|filter| format!(" | {}", crate::text::shorten(filter, 40))).unwrap_or_default();
        return format!("`{{{{ \"…\"{filter} }}}}`");
    }
    if tag.is_output { format!("`{{{{ {name} }}}}`") } else { format!("`{{% {} %}}`", crate::text::shorten(word, 40)) }
}

/// What is to be shown as it is: in code it is, elsewhere every tag in it becomes code.
fn raw(inside: &str, from: usize, code: &CodeParts, before: &str) -> String {
    let mut tags = LiquidTags::of(inside);
    let mut out = String::new();
    let mut at = 0;
    while let Some(tag) = tags.next(at) {
        out.push_str(&inside[at..tag.start]);
        let typed = &inside[tag.start..tag.end];
        let is_code = code.has(from + tag.start);
        let above = if out.is_empty() { before } else { &out };
        let shown = if is_code { typed.to_owned() } else { as_code(typed, above) };
        out.push_str(&shown);
        at = tag.end;
    }
    out.push_str(&inside[at..]);
    out
}

fn highlighted(inside: &str, arguments: &str) -> String {
    let inside = ["{% raw %}", "{% endraw %}", "{%raw%}", "{%endraw%}", "{%- raw -%}", "{%- endraw -%}"]
        .iter()
        .fold(inside.to_owned(), |text, tag| text.replace(tag, ""));
    let language = arguments.split_whitespace().next().unwrap_or_default();
    fenced(&inside, language)
}

impl Liquid<'_> {
    /// What an output shows, where that is known.
    fn output(&self, inside: &str) -> Option<String> {
        let mut filters = inside.split('|').map(str::trim);
        let first = filters.next()?;
        let quoted = |text: &str| {
            let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            text.strip_prefix(quote)?.strip_suffix(quote).filter(|inside| !inside.contains(quote)).map(str::to_owned)
        };
        let value = match first {
            "site.baseurl" | "site.url" | "site.github.url" | "site.production_url" => String::new(),
            "page.title" => self.text.keys.title.clone()?,
            other => quoted(other)?,
        };
        let is_address = |filter: &str| {
            let name = filter.split(':').next().unwrap_or(filter).trim();
            let own = ["site.baseurl", "site.url"].iter().any(|own| filter.contains(own));
            matches!(name, "relative_url" | "absolute_url" | "url" | "escape" | "strip" | "uri_escape")
                || name == "prepend" && own
        };
        filters.all(is_address).then_some(value)
    }

    /// What a tag shows, where that is known.
    fn tag(&self, name: &str, rest: &str, filing: &mut Filing<'_>) -> Option<String> {
        match name {
            "post_url" => self.post(rest, filing),
            "link" => {
                let to = filing.text_at(rest).map(|to| format!("/{to}"));
                to.or_else(|| filing.tree.has(rest).then(|| format!("/{rest}")))
            }
            "include" | "include_cached" | "include_relative" => {
                let (file, arguments) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                let file = file.rsplit('/').next().unwrap_or(file).split('.').next().unwrap_or(file).to_lowercase();
                self.shown(&file, arguments)
            }
            _ => self.shown(&name.to_lowercase(), rest),
        }
    }

    /// The path of a post by the name of its file.
    fn post(&self, name: &str, filing: &Filing<'_>) -> Option<String> {
        let name = name.trim_matches(['"', '\'', '/']);
        let (above, last) =
            name.rsplit_once('/').map_or((String::new(), name), |(above, last)| (format!("{above}/"), last));
        let paths = [format!("_posts/{name}"), format!("{above}_posts/{last}"), name.to_owned()];
        let found = paths.iter().find_map(|path| filing.text_at(path)).or_else(|| {
            let ends = [format!("_posts/{name}.md"), format!("_posts/{name}.markdown")];
            let path = filing.tree.paths().find(|path| ends.iter().any(|end| path.ends_with(end.as_str())))?;
            filing.text_at(path)
        });
        found.map(|to| format!("/{to}"))
    }

    /// A picture, a video or a piece of code elsewhere, which many blogs have a tag or an include for.
    fn shown(&self, name: &str, arguments: &str) -> Option<String> {
        let arguments = self.without_outputs(arguments);
        let read = TagArguments::of(&arguments);
        if let Some(name) = ["youtube", "vimeo", "gist"].into_iter().find(|known| name.contains(known)) {
            return elsewhere(name, &read);
        }
        if !["figure", "image", "img", "picture", "photo"].iter().any(|word| name.contains(word)) {
            return None;
        }
        let named = read.named(&["src", "url", "image_path", "path", "file", "image", "img", "filename"]);
        if let Some(source) = named.filter(|source| is_picture(source)) {
            let caption = read.named(&["caption", "description", "text", "title"]).unwrap_or_default();
            return Some(picture(source, read.named(&["alt"]).unwrap_or(caption), caption));
        }
        let at = read.plain.iter().position(|(value, _)| is_picture(value))?;
        let has_class = name.contains("class");
        let (_, end) = read.plain.get(if has_class { at + 1 } else { at }).unwrap_or(&read.plain[at]);
        // The rest is its text, even with quotes in it that nobody escaped.
        let alt = arguments.get(*end..).unwrap_or_default().trim().trim_matches('"');
        let source = &read.plain[at].0;
        let slash = if source.starts_with('/') || source.contains("://") { "" } else { "/" };
        Some(picture(&format!("{slash}{source}"), alt, ""))
    }

    /// The arguments of a tag with the outputs in them.
    fn without_outputs(&self, text: &str) -> String {
        let mut tags = LiquidTags::of(text);
        let mut out = String::new();
        let mut at = 0;
        while let Some(tag) = tags.next(at) {
            out.push_str(&text[at..tag.start]);
            out.push_str(&self.output(tag.inside).unwrap_or_default());
            at = tag.end;
        }
        out + &text[at..]
    }
}
