//! The table of contents of a long text.

use crate::markdown::Body;
use serde::Serialize;

/// The fewest headings that are worth a list of their own.
const HEADINGS: usize = 3;

/// The fewest words: about two and a half minutes, three or four screens of a phone.
const WORDS: usize = 600;

/// A line of a table of contents.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    href: String,
    label: String,
    below: Vec<Line>,
}

/// The headings of levels 2 and 3, the latter below the former; nothing for a text that is read at one go.
pub(super) fn of(body: &Body) -> Vec<Line> {
    let headings = body.headings.iter().filter(|heading| heading.level <= 3 && !heading.text.is_empty());
    if body.words < WORDS || headings.clone().count() < HEADINGS {
        return Vec::new();
    }
    let mut lines: Vec<Line> = Vec::new();
    for heading in headings {
        let line = Line { href: format!("#{}", heading.id), label: heading.text.clone(), below: Vec::new() };
        match lines.last_mut().filter(|_| heading.level == 3) {
            Some(above) => above.below.push(line),
            None => lines.push(line),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Options, parse};

    fn shown(headings: &str, words: usize) -> String {
        let text = format!("{headings}\n\n{}", "word ".repeat(words));
        let body = parse(&text, 0..text.len(), Options { path: "a.md", language: "en" }).value;
        fn show(lines: &[Line]) -> String {
            let line = |line: &Line| format!("{} {}({})", line.href, line.label, show(&line.below));
            lines.iter().map(line).collect::<Vec<_>>().join(" ")
        }
        show(&of(&body))
    }

    #[test]
    fn long_texts_have_contents_of_two_levels() {
        let headings = "### Early\n\n## One *two*\n\n### In\n\n#### Deep\n\n### Too\n\n## Last";
        let expected = "#early Early() #one-two One two(#in In() #too Too()) #last Last()";
        assert_eq!(shown(headings, 600), expected);
        assert_eq!(shown(headings, 550), "", "a short text");
        assert_eq!(shown("## One\n\n### Two\n\n#### Deep", 600), "", "few headings");
    }
}
