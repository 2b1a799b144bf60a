//! Charts as pictures: files of their own, shown in the text by the theme's component `book_figure`.

use crate::chart::alone;
use crate::theme::Theme;
use std::cell::RefCell;
use tera::{Context, TeraResult, Value};

/// The scheme of the addresses that stand for charts until the book's files have names.
pub(super) const SCHEME: &str = "book";

/// The charts of one part.
pub(super) struct Figures<'a> {
    theme: &'a Theme,
    /// What templates see of the site.
    site: &'a Value,
    /// What their names begin with.
    stem: &'a str,
    /// The names and the drawings.
    drawn: RefCell<Vec<(String, String)>>,
}

impl<'a> Figures<'a> {
    pub(super) fn of(theme: &'a Theme, site: &'a Value, stem: &'a str) -> Self {
        Self { theme, site, stem, drawn: RefCell::default() }
    }

    /// The markup of a chart, whose drawing is kept. The narrow one has the larger letters for its size, and a book's page is narrow.
    pub(super) fn write(&self, figure: Value) -> TeraResult<String> {
        let word = |key: &str| figure.get_from_path(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (wide, narrow) = (word("wide"), word("narrow"));
        let drawing = if narrow.is_empty() { wide } else { narrow };
        // Beside the picture stand all its words; a file of its own has to say them itself.
        let (short, all) = (sentences(&[word("say"), word("finding")]), sentences(&[word("say"), word("how")]));
        let mut picture = String::new();
        if !drawing.is_empty() {
            let mut drawn = self.drawn.borrow_mut();
            let name = format!("charts/{}-{}.svg", self.stem, drawn.len() + 1);
            picture = format!("{SCHEME}:{name}");
            drawn.push((name, alone(&drawing, &all)));
        }
        let (mut args, mut implicit) = (Context::new(), Context::new());
        args.insert_value("figure", figure);
        args.insert("picture", &picture);
        args.insert("says", &short);
        implicit.insert_value("site", self.site.clone());
        self.theme.tera.render_component_with_implicits("book_figure", &args, &implicit, None, true)
    }

    /// The drawings, by the names of their files.
    pub(super) fn drawn(self) -> Vec<(String, String)> {
        self.drawn.into_inner()
    }
}

/// Texts as sentences one after the other; empty ones are none.
fn sentences(texts: &[String]) -> String {
    let ended = texts.iter().map(|text| text.trim().trim_end_matches('.')).filter(|text| !text.is_empty());
    ended.map(|text| format!("{text}.")).collect::<Vec<_>>().join(" ")
}
