//! The frame of every page that writes, and what is said above a form. All text is escaped here.

use crate::diag::{Diagnostic, Failure, Place};
use crate::text::{capital, escape};
use std::fmt::Write;

/// What every page needs to know of where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whereabouts<'a> {
    /// The site's name.
    pub(super) site: &'a str,
    /// The site's path on this server.
    pub(super) base: &'a str,
    /// What the addresses of these pages have in them.
    pub(super) token: &'a str,
}

impl Whereabouts<'_> {
    /// The address of a page that writes, escaped; `more` is what else is asked for, name and value.
    pub(super) fn address(&self, page: &str, more: Option<(&str, &str)>) -> String {
        escape(&self.plain_address(page, more))
    }

    /// The same, as it is sent.
    pub(super) fn plain_address(&self, page: &str, more: Option<(&str, &str)>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("token", self.token);
        if let Some((name, value)) = more {
            query.append_pair(name, value);
        }
        format!("{}{}{page}?{}", self.base, crate::serve::http::OWN, query.finish())
    }
}

/// What is said above a form: what was done, or what is wrong.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// Whether something was written.
    pub(super) done: bool,
    /// In a sentence.
    pub(super) heading: String,
    /// The line or the file that it is about, as it stands on the disk.
    pub(super) written: String,
    /// A phrase each.
    pub(super) phrases: Vec<String>,
    /// What may still be added, a phrase each.
    pub(super) lacking: Vec<String>,
    /// What is wrong or odd, each with its place.
    pub(super) problems: Vec<Diagnostic>,
}

impl Said {
    /// Something that is wrong, in a sentence.
    pub(super) fn wrong(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), ..Self::default() }
    }

    /// Why the disk refused.
    pub(super) fn failed(failure: &Failure) -> Self {
        let phrases = failure.hint.iter().cloned().collect();
        Self { phrases, ..Self::wrong(format!("{}.", capital(&failure.message))) }
    }

    /// As HTML.
    pub(super) fn html(&self) -> String {
        let (kind, role) = if self.done { ("done", "status") } else { ("wrong", "alert") };
        let mut html = format!("<section class=\"said {kind}\" role=\"{role}\">\n<h2>{}</h2>\n", escape(&self.heading));
        if !self.written.is_empty() {
            let _ = writeln!(html, "<p class=\"typed\">{}</p>", escape(&self.written));
        }
        html.push_str(&list(&self.phrases));
        if !self.lacking.is_empty() {
            let _ = write!(html, "<p>Still open, if you know it:</p>\n{}", list(&self.lacking));
        }
        self.problems.iter().for_each(|one| html.push_str(&problem(one)));
        html + "</section>\n"
    }
}

/// A list; nothing where it is empty.
fn list(phrases: &[String]) -> String {
    if phrases.is_empty() {
        return String::new();
    }
    let items: String = phrases.iter().map(|phrase| format!("<li>{}</li>\n", escape(phrase))).collect();
    format!("<ul>\n{items}</ul>\n")
}

/// What is wrong, with the words that are meant, and what to do.
fn problem(diagnostic: &Diagnostic) -> String {
    let mut html = String::from("<div class=\"problem\">\n<p>");
    let line = diagnostic.place.as_ref().filter(|place| place.line > 1).map(|place| format!("Line {}: ", place.line));
    html.push_str(&escape(&line.unwrap_or_default()));
    let _ = writeln!(html, "<strong>{}</strong></p>", escape(&diagnostic.message));
    if let Some(place) = diagnostic.place.as_ref().filter(|place| !place.excerpt.is_empty()) {
        let _ = writeln!(html, "<p class=\"typed\">{}</p>", marked(place));
    }
    html.push_str(&list(&diagnostic.hints));
    html + "</div>\n"
}

/// The line that is meant, with the part that is meant marked.
fn marked(place: &Place) -> String {
    let (start, end) = (place.span.start, place.span.end);
    let part = |range: std::ops::Range<usize>| place.excerpt.get(range).map(escape).unwrap_or_default();
    let (before, meant, after) = (part(0..start), part(start..end), part(end..place.excerpt.len()));
    if meant.is_empty() { escape(&place.excerpt) } else { format!("{before}<mark>{meant}</mark>{after}") }
}

/// A whole page. `body` is HTML.
pub(super) fn page(at: &Whereabouts<'_>, heading: &str, body: &str) -> String {
    let (site, heading, base) = (escape(at.site), escape(heading), escape(at.base));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{heading} · {site}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"stylesheet\" href=\"{base}{own}write.css\">\n</head>\n<body>\n\
         <header><a href=\"{base}\">{site}</a></header>\n<main>\n<h1>{heading}</h1>\n{body}</main>\n</body>\n</html>\n",
        own = crate::serve::http::OWN,
    )
}
