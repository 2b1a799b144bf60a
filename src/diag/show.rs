//! Diagnostics as text for people, as JSON lines for tools, and as annotations for GitHub.

use super::{Diagnostic, Place, Severity};
use ahash::AHashMap;
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
///
/// People are told once what is the same in many files, with a count; tools get each.
pub fn all(diagnostics: &[Diagnostic], format: Format, color: bool) -> String {
    let mut out = String::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut told: AHashMap<Wording<'_>, usize> = AHashMap::new();
    let alike = if format == Format::Human { alike(diagnostics) } else { AHashMap::new() };
    for diagnostic in diagnostics {
        match format {
            Format::Human => {
                let all = alike.get(&said(diagnostic)).map_or(&[][..], Vec::as_slice);
                let before = told.entry(said(diagnostic)).or_default();
                *before += 1;
                let shown = if all.len() > most_alike(diagnostic) { 1 } else { all.len() };
                if *before > shown && diagnostic.severity != Severity::Error {
                    continue;
                }
                if diagnostic.severity != Severity::Error && is_one_more(&mut seen, diagnostic.code) {
                    continue;
                }
                out.push_str(&human(diagnostic, color));
                out.push('\n');
                if *before == shown && diagnostic.severity != Severity::Error && all.len() > shown {
                    out.push_str(&the_same(&all[shown..]));
                }
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

/// What is said of a mistake, without where.
type Wording<'a> = (Severity, &'static str, &'a str, &'a [String]);

fn said(diagnostic: &Diagnostic) -> Wording<'_> {
    (diagnostic.severity, diagnostic.code, &diagnostic.message, &diagnostic.hints)
}

/// The diagnostics that say the same, by what they say.
fn alike(diagnostics: &[Diagnostic]) -> AHashMap<Wording<'_>, Vec<&Diagnostic>> {
    let mut alike: AHashMap<Wording<'_>, Vec<&Diagnostic>> = AHashMap::new();
    for diagnostic in diagnostics.iter().filter(|d| d.severity != Severity::Error) {
        alike.entry(said(diagnostic)).or_default().push(diagnostic);
    }
    alike
}

/// How many that say the same are each shown by itself; of more, the first is shown and the others are counted: a warning has to be mended where it stands, a note is only to be known.
fn most_alike(diagnostic: &Diagnostic) -> usize {
    if diagnostic.severity == Severity::Note { 1 } else { 3 }
}

/// `= the same 11 more times, in content/journal/b.md:4, content/journal/c.md:4 and 9 more`.
fn the_same(more: &[&Diagnostic]) -> String {
    let places = more.iter().filter_map(|d| d.place.as_ref()).map(|place| match place.line {
        0 => place.path.clone(),
        line => format!("{}:{line}", place.path),
    });
    let mut named: Vec<String> = places.take(NAMED).collect();
    let rest = more.len() - named.len();
    if rest > 0 {
        named.push(format!("and {rest} more"));
    }
    let times = if more.len() == 1 { "once more".to_owned() } else { format!("{} more times", more.len()) };
    format!("  = the same {times}: {}\n", named.join(", "))
}

/// How many further places of what is said once are named.
const NAMED: usize = 3;

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
    let places = diagnostic.place.iter().chain(diagnostic.related.iter().map(|(_, place)| place));
    places.fold(renderer.render(&[group]), with_column)
}

/// The renderer counts columns in what it is given of a line; where that is cut, it is told the place's own.
fn with_column(shown: String, place: &Place) -> String {
    let in_excerpt = place.excerpt.get(..place.span.start).map_or(0, |before| before.chars().count()) + 1;
    if place.line == 0 || place.excerpt.is_empty() || in_excerpt == place.column {
        return shown;
    }
    let (path, line) = (one_line(&place.path), place.line);
    shown.replacen(&format!("{path}:{line}:{in_excerpt}"), &format!("{path}:{line}:{}", place.column), 1)
}

fn with_place<'a>(group: Group<'a>, place: &'a Place, kind: AnnotationKind, label: Option<&'a str>) -> Group<'a> {
    if place.line == 0 {
        return group.element(Origin::path(place.path.as_str()));
    }
    if place.excerpt.is_empty() {
        return group.element(Origin::path(place.path.as_str()).line(place.line).char_column(place.column));
    }
    // A caret needs something to point at, also at the end of a line.
    // A place between two characters points at the one after it.
    let next = place.excerpt.get(place.span.start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    let end = if place.span.end > place.span.start { place.span.end } else { place.span.start + next };
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
        "suggestions": diagnostic.suggestions().iter()
            .map(|s| json!({"line": s.line, "column": s.columns.start, "end_column": s.columns.end, "replacement": s.replacement}))
            .collect::<Vec<_>>(),
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
    use super::{all as all_told, *};

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

    #[test]
    fn columns_are_those_of_the_file_where_the_line_is_cut() {
        let text = format!("{}走る pain: 11\n", "é ".repeat(200));
        let at = text.find("11").expect("a number");
        let problem = Diagnostic::error("x", "m").at(Place::new("a.md", &text, at..at + 2));
        let shown = human(&problem, false);
        assert!(shown.contains("--> a.md:1:410\n"), "{shown}");
        assert!(human(&problem, true).contains("a.md:1:410"), "colours change nothing");
    }

    fn same(severity: fn(&'static str, String) -> Diagnostic, n: usize) -> Vec<Diagnostic> {
        let file = |at: usize| {
            severity("alias", "`jog` is read as `run`".to_owned()).at(Place::new(&format!("{at}.md"), "jog", 0..3))
        };
        (1..=n).map(file).collect()
    }

    #[test]
    fn what_is_the_same_in_many_files_is_told_once_with_a_count() {
        let shown = |all: &[Diagnostic]| all_told(all, Format::Human, false);
        let heads = |text: &str| text.matches("`jog` is read").count();
        let notes = shown(&same(Diagnostic::note, 12));
        assert_eq!(heads(&notes), 1, "{notes}");
        assert!(notes.contains("  = the same 11 more times: 2.md:1, 3.md:1, 4.md:1, and 8 more\n"), "{notes}");
        let two = shown(&same(Diagnostic::note, 2));
        assert!(two.contains("  = the same once more: 2.md:1\n"), "{two}");
        assert_eq!(heads(&shown(&same(Diagnostic::warning, 3))), 3);
        assert_eq!(heads(&shown(&same(Diagnostic::warning, 4))), 1);
        assert_eq!(heads(&shown(&same(Diagnostic::error, 9))), 9, "each error has to be seen");
        assert_eq!(all_told(&same(Diagnostic::note, 12), Format::Json, false).lines().count(), 12);
    }

    #[test]
    fn what_is_told_once_counts_once_among_those_of_a_kind() {
        let other = |at: usize| Diagnostic::warning("alias", format!("other {at}"));
        let all = [same(Diagnostic::warning, 100), (0..60).map(other).collect()].concat();
        let shown = all_told(&all, Format::Human, false);
        assert!(shown.contains("the same 99 more times"), "{shown}");
        assert!(
            shown.ends_with("… and 11 more like these (alias); --message-format json tells of each\n\n"),
            "{shown}"
        );
    }
}
