//! Templates, words and static files: the built-in theme, overridden file by file by the site's own.
//!
//! Invariant: no disk; templates come from [`Sources`] or from the program itself.

mod builtin;
mod say;

use crate::config::Config;
use crate::diag::{Checked, Diagnostic, Place};
use crate::language::{self, Language};
use crate::source::{Content, Sources};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use tera::{ErrorKind, Tera};

/// The theme that is part of the program.
pub const BUILTIN: &str = "trailhead";

/// The files of the built-in theme by their path in a theme's folder: `templates/entry.html`, `static/style.css`,
/// `languages/en.ftl`.
pub fn builtin_files() -> impl Iterator<Item = (String, &'static [u8])> {
    let templates = builtin::TEMPLATES.iter().map(|(name, text)| (format!("templates/{name}"), text.as_bytes()));
    let words = language::builtin().map(|(name, text)| (format!("languages/{name}"), text.as_bytes()));
    templates.chain(builtin::STATIC.iter().map(|(name, bytes)| (format!("static/{name}"), *bytes))).chain(words)
}

/// The templates and static files of a site.
#[derive(Debug)]
pub struct Theme {
    /// The templates; those of the site stand before the built-in ones.
    pub tera: Tera,
    /// What the interface says, and how.
    pub language: Arc<Language>,
    /// The built-in static files by address.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// The text of each template by its name, to show lines of it.
    texts: BTreeMap<String, (String, Arc<str>)>,
}

/// Loads the theme that the settings name.
pub fn load(sources: &Sources, config: &Config) -> Checked<Theme> {
    let mut diagnostics = Vec::new();
    let folder = format!("themes/{}/", config.theme);
    if config.theme != BUILTIN && sources.below(&folder).next().is_none() {
        let message = format!("there is no theme `{}`", config.theme);
        diagnostics.push(
            Diagnostic::error("missing-theme", message)
                .at(Place::file("site.toml"))
                .hint(format!("make the folder {folder}, or leave `theme` out for the built-in one")),
        );
    }
    let own = own_templates(sources, &folder);
    let words = own_tables(sources, &folder);
    let language = language::load(&config.language, &format!("{folder}languages/"), &words).absorb(&mut diagnostics);
    let language = Arc::new(language);
    let tera = empty_tera(&language);
    let mut theme = Theme { tera, language, assets: BTreeMap::new(), texts: BTreeMap::new() };
    for (name, text) in builtin::TEMPLATES {
        theme.texts.insert(format!("{BUILTIN}/{name}"), (format!("{BUILTIN} (built in): {name}"), Arc::from(*text)));
    }
    for (name, path, text) in &own {
        theme.texts.insert(name.clone(), (path.clone(), text.clone()));
    }
    let all = theme.texts.iter().map(|(name, (_, text))| (name.as_str(), &**text));
    if let Err(error) = theme.tera.add_raw_templates(all) {
        diagnostics.push(theme.problem(&error));
        // The pages are made by the built-in ones then, so that what is wrong elsewhere is told and nothing that follows from this.
        theme.tera = empty_tera(&theme.language);
        let built_in = format!("{BUILTIN}/");
        let texts = theme.texts.iter().filter(|(name, _)| name.starts_with(&built_in));
        let texts: Vec<_> = texts.map(|(name, (_, text))| (name.as_str(), &**text)).collect();
        theme.tera.add_raw_templates(texts).expect("the built-in templates fit together");
    }
    for (path, bytes) in builtin::STATIC {
        theme.assets.insert(format!("/{path}"), Arc::from(*bytes));
    }
    Checked::new(theme, diagnostics)
}

/// The site's own templates: name, path, text.
fn own_templates(sources: &Sources, folder: &str) -> Vec<(String, String, Arc<str>)> {
    let templates = format!("{folder}templates/");
    let own = sources.below(&templates).filter_map(|source| match &source.content {
        Content::Text(text) => Some((source.path[templates.len()..].to_owned(), source.path.to_string(), text.clone())),
        Content::Linked(_) | Content::File(_) => None,
    });
    own.collect()
}

/// The site's own tables of words.
fn own_tables(sources: &Sources, folder: &str) -> Vec<language::MessageTable> {
    let languages = format!("{folder}languages/");
    let own = sources.below(&languages).filter_map(|source| match &source.content {
        Content::Text(text) => Some(language::MessageTable { path: source.path.to_string(), text: text.clone() }),
        Content::Linked(_) | Content::File(_) => None,
    });
    own.collect()
}

fn empty_tera(language: &Arc<Language>) -> Tera {
    let mut tera = Tera::new();
    say::register(&mut tera, language);
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    tera.set_fallback_prefixes([format!("{BUILTIN}/")]).expect("no template has been added yet");
    tera
}

impl Theme {
    /// The markup of a chart in a text, as the theme's component `figure` has it.
    ///
    /// # Errors
    /// The problem of the component.
    pub fn figure_in_text(&self, figure: tera::Value, site: &tera::Value) -> tera::TeraResult<String> {
        let (mut args, mut implicit) = (tera::Context::new(), tera::Context::new());
        args.insert_value("figure", figure);
        args.insert("level", "p");
        implicit.insert_value("site", site.clone());
        let markup = self.tera.render_component_with_implicits("figure", &args, &implicit, None, true)?;
        Ok(format!("{}\n", markup.trim()))
    }

    /// A template's error as a diagnostic.
    pub fn problem(&self, error: &tera::Error) -> Diagnostic {
        let diagnostic = |message: String| Diagnostic::error("template", message.replace('\n', " "));
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let place = self.place(report.filename(), span.start_line, span.start_col, span.end_col);
                told(report.message(), place)
            }
            ErrorKind::CircularInclude { tpl, .. } => {
                diagnostic(format!("the template `{tpl}` includes itself")).at(self.place_of_name("include", tpl, tpl))
            }
            ErrorKind::CircularExtend { tpl, .. } => {
                diagnostic(format!("the template `{tpl}` extends itself")).at(self.place_of_name("extends", tpl, tpl))
            }
            ErrorKind::MissingParent { current, parent } => diagnostic(format!("there is no template `{parent}`"))
                .at(self.place_of_name("extends", current, parent)),
            ErrorKind::Msg(report) => self.reported(report).unwrap_or_else(|| diagnostic(report.clone())),
            other => diagnostic(other.to_string()),
        }
    }

    /// The first problem of a report that tera hands out as text only: `error: …`, then `--> NAME:LINE:COLUMN`.
    fn reported(&self, report: &str) -> Option<Diagnostic> {
        let (_, first) = report.split_once("error: ")?;
        let (message, rest) = first.split_once('\n')?;
        let (_, place) = rest.split_once("--> ")?;
        let mut place = place.lines().next()?.trim().rsplitn(3, ':');
        let (column, line, name) = (place.next()?.parse::<usize>().ok()?, place.next()?.parse().ok()?, place.next()?);
        // How far the problem goes is drawn as carets below the line.
        let length = rest.lines().find_map(|l| l.split_once('^').map(|(_, more)| 1 + more.matches('^').count()));
        let from = column.saturating_sub(1);
        let place = self.place(name, line, from, from + length.unwrap_or(1));
        Some(self.block_of_base(message, name).unwrap_or_else(|| told(message, place)))
    }

    /// The problem that a site's own `base.html` lacks a block which a built-in template fills: the cause is in the former.
    fn block_of_base(&self, message: &str, name: &str) -> Option<Diagnostic> {
        let block = message.strip_prefix("Block `")?.split('`').next()?;
        let name = name.strip_prefix(BUILTIN)?.trim_start_matches('/');
        let (path, _) = self.texts.get("base.html")?;
        let message = format!("`base.html` has no block `{block}`, which the built-in {name} fills");
        let hint = format!("put `{{% block {block} %}}{{% endblock {block} %}}` into it, where that should stand");
        Some(Diagnostic::error("template", message).at(Place::file(path)).hint(hint))
    }

    /// The place in a template where a tag names another one; the file as a whole where it is not found.
    fn place_of_name(&self, tag: &str, name: &str, named: &str) -> Place {
        let Some((path, text)) = self.text(name) else { return Place::file(name) };
        let tags = text.match_indices(tag).map(|(at, _)| at + tag.len());
        let quoted = |at: usize| {
            let start = at + text[at..].find(named)?;
            text[at..start].trim_start().trim_matches(['"', '\'']).is_empty().then_some(start..start + named.len())
        };
        tags.filter_map(quoted).next().map_or_else(|| Place::file(path), |range| Place::new(path, text, range))
    }

    /// Where a template has an address written out; the site's own come before the built-in ones.
    pub fn place_of_word(&self, word: &str) -> Option<Place> {
        self.place_where(|text| words_in(text, word).next().map(|at| at..at + word.len()))
    }

    /// Where a template has a part of an address, which it may put together.
    pub fn place_of_part(&self, part: &str) -> Option<Place> {
        self.place_where(|text| text.find(part).map(|at| at..at + part.len()))
    }

    fn place_where(&self, find: impl Fn(&str) -> Option<Range<usize>>) -> Option<Place> {
        let built_in = format!("{BUILTIN}/");
        let (theirs, own): (Vec<_>, Vec<_>) = self.texts.iter().partition(|(name, _)| name.starts_with(&built_in));
        own.into_iter().chain(theirs).find_map(|(_, (path, text))| Some(Place::new(path, text, find(text)?)))
    }

    /// A template's path, as messages name it, and its text.
    fn text(&self, name: &str) -> Option<&(String, Arc<str>)> {
        self.texts.get(name).or_else(|| self.texts.get(&format!("{BUILTIN}/{name}")))
    }

    /// A place in a template; columns count characters from 0.
    fn place(&self, name: &str, line: usize, column: usize, end: usize) -> Place {
        let Some((path, text)) = self.text(name) else { return Place::file(name) };
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let in_line = text.get(start..).unwrap_or_default();
        let byte = |characters: usize| in_line.char_indices().nth(characters).map_or(in_line.len(), |(at, _)| at);
        Place::new(path, text, start + byte(column)..start + byte(end.max(column + 1)))
    }
}

/// A template's problem at its place; of an end without its beginning the cause stands above.
fn told(message: &str, place: Place) -> Diagnostic {
    let is_end = place.excerpt.get(place.span.start..).is_some_and(|tag| tag.starts_with("end"));
    let problem = Diagnostic::error("template", message.replace('\n', " ")).at(place);
    if is_end {
        problem.hint("a tag above it was opened and not closed: each `if` and `for` has its end")
    } else {
        problem
    }
}

/// Where an address stands in a text as a value: between quotes, brackets, spaces or a template's braces.
pub fn words_in<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let apart = |c: char| c.is_whitespace() || "\"'=(){}<>,".contains(c);
    let starts = text.match_indices(if word.is_empty() { "\0" } else { word }).map(|(at, _)| at);
    starts.filter(move |at| text[..*at].ends_with(apart) && text[*at + word.len()..].chars().next().is_none_or(apart))
}
