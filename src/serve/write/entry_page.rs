//! The page with the text of an entry.

use super::html::{Said, Whereabouts, page};
use crate::text::escape;

/// What the page shows.
#[derive(Debug)]
pub(super) struct EntryPage<'a> {
    /// Where it stands.
    pub(super) at: Whereabouts<'a>,
    /// What stands above the text: the entry's title.
    pub(super) heading: &'a str,
    /// Which text it is.
    pub(super) of: TextOf<'a>,
    /// The text as it is to be changed.
    pub(super) text: &'a str,
    /// What came of what was sent before.
    pub(super) said: Option<&'a Said>,
    /// What the file holds by now, where somebody else changed it meanwhile.
    pub(super) other: Option<&'a str>,
}

/// Which text a page shows.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextOf<'a> {
    /// That of a file which is there, with the hash of what it was when the text was taken from it.
    File {
        /// Its path from the site's root.
        path: &'a str,
        /// The hash in hexadecimal digits.
        was: &'a str,
    },
    /// That of a file which is to be made.
    NewFile {
        /// The day.
        date: &'a str,
        /// What tells this form from others, so that what is sent twice is written once.
        once: &'a str,
    },
}

impl EntryPage<'_> {
    /// As HTML.
    pub(super) fn html(&self) -> String {
        let (action, hidden, note) = match self.of {
            TextOf::File { path, was } => {
                (self.at.address("write/entry", Some(("file", path))), hidden("was", was), path.to_owned())
            }
            TextOf::NewFile { date, once } => {
                let hidden = [hidden("title", self.heading), hidden("date", date), hidden("once", once)].concat();
                (self.at.address("write/new", None), hidden, format!("a new entry for {date}"))
            }
        };
        let body = format!(
            "<p class=\"notes\">{}</p>\n{}<form method=\"post\" action=\"{action}\" autocomplete=\"off\">\n{hidden}\
             <div class=\"field\"><label for=\"text\" class=\"unseen\">The entry’s text</label>\n\
             <textarea id=\"text\" name=\"text\" rows=\"22\" spellcheck=\"true\" autocapitalize=\"sentences\">\n{}</textarea></div>\n\
             <button>Save</button>\n<a class=\"back\" href=\"{}\">Back without saving</a>\n</form>\n{}",
            escape(&note),
            self.said.map(Said::html).unwrap_or_default(),
            escape(self.text),
            self.at.address("write", None),
            self.other.map(other).unwrap_or_default(),
        );
        page(&self.at, self.heading, &body)
    }
}

/// What the file holds by now, to take from.
fn other(text: &str) -> String {
    format!(
        "<section>\n<h2>What the file says now</h2>\n<div class=\"field\">\
         <label for=\"now\" class=\"unseen\">What the file says now</label>\n\
         <textarea id=\"now\" rows=\"16\" readonly>\n{}</textarea></div>\n</section>\n",
        escape(text)
    )
}

fn hidden(name: &str, value: &str) -> String {
    format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">\n", escape(value))
}
