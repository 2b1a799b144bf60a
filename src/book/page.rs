//! A file of the book: the frame of XHTML around its text.

use crate::site::Site;
use crate::site::view::BookPart;
use crate::text::escape;
use std::fmt::Write as _;

/// What the whole of a part is, in the words of the standard.
pub(super) fn kind(part: BookPart) -> &'static str {
    match part {
        BookPart::Title => "frontmatter",
        BookPart::Introduction => "introduction",
        BookPart::Chapter(_) => "part",
        BookPart::Entry(_) => "chapter",
        BookPart::Charts | BookPart::Lessons | BookPart::Now => "backmatter",
    }
}

/// A file with a text in it.
pub(super) fn page(site: &Site, title: &str, kind: &str, body: &str) -> String {
    let language = escape(&site.config.language);
    let direction = site.language.direction.word();
    let mut out = String::with_capacity(body.len() + 600);
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         lang=\"{language}\" xml:lang=\"{language}\" dir=\"{direction}\">\n\
         <head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n</head>\n\
         <body epub:type=\"{kind}\">\n",
        escape(&named(title))
    );
    out.push_str(body.trim());
    out.push_str("\n</body>\n</html>\n");
    out
}

/// A title that says something: contents and files want one.
pub(super) fn named(title: &str) -> String {
    let words = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().all(crate::text::is_unseen) { "–".to_owned() } else { words }
}
