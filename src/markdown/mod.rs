//! Markdown to HTML with holes: one wrapper round pulldown-cmark and syntect.
//!
//! A text is turned into HTML once, and depends on its own file only. What needs the rest of the site (the address of
//! another entry, a chart's numbers, a lesson's state) is left as a [`Hole`] and filled when pages are made.
//!
//! Invariant: a function of its arguments; it knows no addresses, no other files and no numbers.

mod addresses;
mod asides;
mod brackets;
mod callouts;
mod embedded;
mod embeds;
mod fence;
mod footnotes;
mod foreign;
mod headings;
mod highlight;
mod html;
mod lesson;
mod links;
mod more;
mod pieces;
mod primes;
mod prose;
mod quotes;
mod raw_holes;
mod remark;
mod videos;

pub use asides::opens_aside;
pub use fence::Fence;
pub use foreign::Foreign;
pub use highlight::stylesheet;
pub use remark::remark;

use crate::diag::{Checked, Diagnostic, Place};
use crate::links::url;
use pulldown_cmark::{Event, LinkType, Parser, Tag};
use std::ops::Range;

/// What a text is read with.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The file's path, for messages.
    pub path: &'a str,
    /// The language tag, which decides the quotes of smart punctuation.
    pub language: &'a str,
}

/// A text as HTML with holes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// The HTML; holes stand between its bytes.
    pub html: String,
    /// The holes in the order of the text, each with the byte of `html` before which it is filled in.
    pub holes: Vec<(usize, Hole)>,
    /// The headings in order, for a table of contents and for links to them.
    pub headings: Vec<Heading>,
    /// Ids beside those of headings: of raw HTML, footnotes and lessons.
    pub anchors: Vec<String>,
    /// Words of prose, code left out.
    pub words: usize,
    /// What stands before `<!-- more -->`, else the first paragraph, without any markup and not too long for a card.
    pub summary: String,
    /// Whether it has highlighted code, whose stylesheet the page then needs.
    pub code: bool,
    /// The first heading's text, if the text starts with one of level 1.
    pub title: Option<String>,
    /// Code of other programs that is shown as it was typed, with the bytes of the file that it takes up.
    pub foreign: Vec<(Foreign, Range<usize>)>,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, unique in the text.
    pub id: String,
    /// Its text without markup.
    pub text: String,
}

/// What can only be filled in when the site is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Hole {
    /// The address of a local link: what stands inside `href="…"`; of a name in double brackets, the whole tag that opens it.
    Link {
        /// The address as typed, or the name in double brackets.
        target: String,
        /// How it was written.
        form: LinkForm,
        /// The bytes of the file that the link takes up.
        range: Range<usize>,
    },
    /// Where the link of a name in double brackets ends.
    LinkEnd,
    /// A local image: its whole tag, which depends on the sizes that there are of it.
    Image {
        /// The address as typed.
        target: String,
        /// What else its tag says.
        tag: Box<ImageTag>,
        /// The bytes of the file that the image takes up.
        range: Range<usize>,
    },
    /// A chart.
    Chart {
        /// What asks for it.
        fence: Box<Fence>,
    },
    /// The head of a marked lesson paragraph (its link and state); the paragraph itself is in the HTML around it.
    Lesson {
        /// The lesson's id, which is a slug.
        id: String,
        /// Its title, where the mark defines it.
        title: Option<String>,
        /// The bytes of the file that the id takes up.
        range: Range<usize>,
    },
    /// Where a marked lesson paragraph ends; nothing is filled in.
    LessonEnd,
    /// Words of the interface, which a theme may replace: a text is read without them, so that none is read again then.
    Words(Words),
}

/// How a link was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LinkForm {
    /// As a path: `[text](path)`.
    Path,
    /// As a name in double brackets: `[[name]]`, `[[name#heading]]`.
    Name,
    /// As an address in the writer's own HTML, in an attribute or in a style.
    Html,
}

/// Words of the interface that stand in texts.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Words {
    /// The name of an alert: `> [!NOTE]`.
    Note,
    /// `> [!TIP]`.
    Tip,
    /// `> [!IMPORTANT]`.
    Important,
    /// `> [!WARNING]`.
    Warning,
    /// `> [!CAUTION]`.
    Caution,
    /// The name of a table that scrolls.
    Table,
    /// The name of a box that is ticked.
    Done,
    /// The name of a box that is not.
    ToDo,
    /// The heading above the footnotes.
    Footnotes,
    /// The name of the link to a footnote, by its number.
    Footnote(usize),
    /// The name of the link back from a footnote, by its number and the place that refers to it.
    Back(String),
    /// The name of a heading's link to itself.
    HeadingLink,
}

/// What the tag of an image says beside its address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageTag {
    /// The alternative text as HTML, which stands in the image's place where there is none.
    pub alternative: String,
    /// The attributes as they are written, each with a space before it.
    pub attributes: String,
    /// Whether the attributes say how large the image is to be.
    pub sized: bool,
    /// Whether they say which of its sizes suits the page.
    pub fitted: bool,
    /// Whether it is a figure, which no link holds.
    pub alone: bool,
    /// The width and the height that were typed, in pixels.
    pub size: (Option<u32>, Option<u32>),
    /// What shows it.
    pub shown: ShownBy,
    /// Whether it was named in double brackets: files of notes are called by their names, wherever they lie.
    pub named: bool,
}

/// What shows a file that stands in a text as a picture does.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ShownBy {
    /// A picture.
    #[default]
    Picture,
    /// A film, which plays where it stands.
    Video,
    /// Sound.
    Audio,
    /// Nothing: a link leads to it.
    Link,
}

/// Reads the markdown that stands at `range` of a file's text.
///
/// Nothing in it is an error to the parser; what the text asks for and can't have is in the diagnostics. A `range`
/// that is none of the text's is read as empty.
pub fn parse(text: &str, range: Range<usize>, options: Options<'_>) -> Checked<Body> {
    let markdown = text.get(range.clone()).unwrap_or_default();
    let source = TextSource { path: options.path, text };
    let mut events = read_events(markdown, range.start);
    let unclosed = asides::leave_out(&mut events, text);
    let mut events = addresses::link(videos::link(events), text);
    quotes::curl(&mut events, text, options.language);
    let (title, rest) = headings::take_title(&events);
    let (body, mut problems) = html::write(source, rest);
    problems.extend(unclosed.into_iter().map(|(range, problem)| source.point(problem, &range)));
    Checked::new(Body { title, ..body }, problems)
}

/// The bytes of a file's text that are the writer's own HTML; front matter is none, since no tag can open in it.
pub fn raw_html(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut events = read_events(text.get(from..).unwrap_or_default(), from);
    asides::leave_out(&mut events, text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (_, range) in events.into_iter().filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_))) {
        // A block comes line by line, and a tag may go over several.
        match found.last_mut().filter(|last| last.end == range.start) {
            Some(last) => last.end = range.end,
            None => found.push(range),
        }
    }
    found
}

/// The images of a text that stand on other hosts, each with its address and the bytes of the file that it takes up.
pub fn outside_images(text: &str, from: usize) -> Vec<(String, Range<usize>)> {
    let events = read_events(text.get(from..).unwrap_or_default(), from).into_iter();
    let image = |(event, range)| match event {
        Event::Start(Tag::Image { dest_url, .. }) if !links::is_inside(&dest_url) => {
            Some((dest_url.to_string(), range))
        }
        _ => None,
    };
    events.filter_map(image).collect()
}

/// The links of a text to other sites, each with its address and the bytes of the file that it takes up.
pub fn outside_links(text: &str, from: usize) -> Vec<(String, Range<usize>)> {
    let events = addresses::link(read_events(text.get(from..).unwrap_or_default(), from), text);
    let link = |(event, range): Item<'_>| match event {
        Event::Start(Tag::Link { link_type, dest_url, .. }) => {
            let leads_out = link_type != LinkType::Email && !links::is_inside(&dest_url);
            leads_out.then(|| (url::encode_typed(&dest_url), range))
        }
        _ => None,
    };
    events.into_iter().filter_map(link).collect()
}

/// What of a text is not read as lines of words: code and raw HTML, and what its writer typed for no reader.
#[derive(Clone, Debug, Default)]
pub struct Verbatim {
    /// Blocks of code and of HTML.
    pub blocks: Vec<Range<usize>>,
    /// Comments, in HTML's form or between `%%`.
    pub asides: Vec<Range<usize>>,
}

/// Finds it, from a byte of the text on.
pub fn verbatim(text: &str, from: usize) -> Verbatim {
    let events = read_events(text.get(from..).unwrap_or_default(), from);
    let block = |(event, range): &Item<'_>| {
        matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)).then(|| range.clone())
    };
    Verbatim { blocks: events.iter().filter_map(block).collect(), asides: asides::ranges(&events, text) }
}

/// A piece of markdown's structure, with the bytes of the file that it takes up.
type Item<'a> = (Event<'a>, Range<usize>);

/// The file that a text stands in, to point at.
#[derive(Clone, Copy, Debug)]
struct TextSource<'a> {
    path: &'a str,
    text: &'a str,
}

impl TextSource<'_> {
    /// Says where a problem is.
    fn point(self, diagnostic: Diagnostic, range: &Range<usize>) -> Diagnostic {
        diagnostic.at(Place::new(self.path, self.text, range.clone()))
    }
}

fn read_events<'a>(markdown: &'a str, offset: usize) -> Vec<Item<'a>> {
    let events = Parser::new_ext(markdown, syntax()).into_offset_iter();
    events.map(|(event, range)| (event, range.start + offset..range.end + offset)).collect()
}

/// What is read beyond CommonMark; named one by one, since `Options::all()` means old footnotes and metadata blocks too.
fn syntax() -> pulldown_cmark::Options {
    use pulldown_cmark::Options as Syntax;
    Syntax::ENABLE_TABLES
        | Syntax::ENABLE_FOOTNOTES
        | Syntax::ENABLE_STRIKETHROUGH
        | Syntax::ENABLE_TASKLISTS
        | Syntax::ENABLE_GFM
        | Syntax::ENABLE_DEFINITION_LIST
        | Syntax::ENABLE_HEADING_ATTRIBUTES
        | Syntax::ENABLE_SMART_PUNCTUATION
        | Syntax::ENABLE_WIKILINKS
}

#[cfg(test)]
mod tests;
