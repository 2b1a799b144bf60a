//! Diagnostics as text for people, as JSON lines for tools, and as annotations for GitHub.

use super::{Diagnostic, Place, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;
use std::collections::BTreeMap;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Format {
    /// With source line, caret and hint.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
}

/// All diagnostics in a format, each ended by a line break.
pub fn all(diagnostics: &[Diagnostic], format: Format, color: bool) -> String {
    let mut out = String::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        match format {
            Format::Human if diagnostic.severity != Severity::Error && is_one_more(&mut seen, diagnostic.code) => {
                continue;
            }
            Format::Human => {
                out.push_str(&human(diagnostic, color));
                out.push('\n');
            }
            Format::Json => out.push_str(&json_line(diagnostic)),
            Format::Github => out.push_str(&github(diagnostic)),
        }
        out.push('\n');
    }
    for (code, all) in seen.into_iter().filter(|(_, all)| *all > MOST_OF_A_KIND) {
        let more = all - MOST_OF_A_KIND;
        out.push_str(&format!("… and {more} more like these ({code}); --message-format json tells of each\n\n"));
    }
    out
}

/// How many warnings of one kind people are shown: nobody reads ten thousand, and each page of the terminal hides the rest.
const MOST_OF_A_KIND: usize = 50;

/// Counts a warning; tells whether enough of its kind were shown.
fn is_one_more<'a>(seen: &mut BTreeMap<&'a str, usize>, code: &'a str) -> bool {
    let all = seen.entry(code).or_default();
    *all += 1;
    *all > MOST_OF_A_KIND
}

/// One diagnostic as rustc would show it, without an end of line.
pub fn human(diagnostic: &Diagnostic, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(one_line(&diagnostic.message)));
    if let Some(place) = &diagnostic.place {
        group = with_place(group, place, AnnotationKind::Primary, None);
    }
    for (what, place) in &diagnostic.related {
        group = with_place(group, place, AnnotationKind::Context, Some(what));
    }
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.with_name(Some("hint")).message(one_line(hint)));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

fn with_place<'a>(group: Group<'a>, place: &'a Place, kind: AnnotationKind, label: Option<&'a str>) -> Group<'a> {
    if place.line == 0 {
        return group.element(Origin::path(place.path.as_str()));
    }
    if place.excerpt.is_empty() {
        return group.element(Origin::path(place.path.as_str()).line(place.line).char_column(place.column));
    }
    // A caret needs something to point at, also at the end of a line.
    let end = if place.span.end > place.span.start { place.span.end } else { place.span.start + 1 };
    let annotation = kind.span(place.span.start..end.min(place.excerpt.len().max(place.span.start))).label(label);
    group.element(
        Snippet::source(place.excerpt.as_str()).line_start(place.line).path(place.path.as_str()).annotation(annotation),
    )
}

/// Messages stay on one line, whatever was in the file.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn json_line(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref();
    json!({
        "severity": diagnostic.severity.word(),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "path": place.map(|p| &p.path),
        "line": place.filter(|p| p.line > 0).map(|p| p.line),
        "column": place.filter(|p| p.line > 0).map(|p| p.column),
        "excerpt": place.filter(|p| p.line > 0).map(|p| &p.excerpt),
        "hints": diagnostic.hints,
        "related": diagnostic.related.iter()
            .map(|(what, p)| json!({"message": what, "path": p.path, "line": p.line, "column": p.column}))
            .collect::<Vec<_>>(),
    })
    .to_string()
}

fn github(diagnostic: &Diagnostic) -> String {
    let mut properties = String::new();
    if let Some(place) = &diagnostic.place {
        properties = format!(" file={}", escape_property(&place.path));
        if place.line > 0 {
            properties.push_str(&format!(",line={},col={}", place.line, place.column));
        }
    }
    let mut message = diagnostic.message.clone();
    for hint in &diagnostic.hints {
        message.push_str("\nhint: ");
        message.push_str(hint);
    }
    let command = if diagnostic.severity == Severity::Note { "notice" } else { diagnostic.severity.word() };
    format!("::{command}{}::{}", properties, escape_data(&message))
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Diagnostic {
        let text = "---\ntitle: x\npain: 11\n";
        Diagnostic::error("out-of-range", "pain is 0 to 10, found 11")
            .at(Place::new("content/journal/a.md", text, 19..21))
            .hint("halves are fine: 2.5")
    }

    #[test]
    fn people_get_place_line_caret_and_hint() {
        let expected = "\
error: pain is 0 to 10, found 11
 --> content/journal/a.md:3:7
  |
3 | pain: 11
  |       ^^
  |
  = hint: halves are fine: 2.5";
        assert_eq!(human(&sample(), false), expected);
    }

    #[test]
    fn a_place_at_the_end_of_a_line_is_shown_too() {
        let text = "abc\n";
        let shown = human(&Diagnostic::warning("x", "ends early").at(Place::new("a.md", text, 3..3)), false);
        assert!(shown.contains("a.md:1:4"), "{shown}");
    }

    #[test]
    fn github_gets_one_line() {
        assert_eq!(
            github(&sample()),
            "::error file=content/journal/a.md,line=3,col=7::pain is 0 to 10, found 11%0Ahint: halves are fine: 2.5"
        );
    }

    #[test]
    fn tools_get_json() {
        let line = json_line(&sample());
        let value: serde_json::Value = serde_json::from_str(&line).expect("it is JSON");
        assert_eq!((value["line"].as_u64(), value["column"].as_u64()), (Some(3), Some(7)));
        assert_eq!(value["code"], "out-of-range");
    }
}
