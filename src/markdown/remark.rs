//! What a reader wrote in a box on a page, as HTML that is not harmless yet.
//!
//! Plainer than a text of the writer's: no charts, lessons, footnotes or pictures, no headings with places to link to; a
//! line that was ended stays ended.

use super::{Item, asides, quotes};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Reads the markdown of a remark; HTML in it stays, so that whoever publishes it has to clean the result.
pub fn remark(text: &str, language: &str) -> String {
    let syntax = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION;
    let mut events: Vec<Item<'_>> = Parser::new_ext(text, syntax).into_offset_iter().collect();
    asides::leave_out(&mut events, text);
    quotes::curl(&mut events, text, language);
    let plain = events.into_iter().flat_map(|(event, _)| match event {
        Event::SoftBreak => [Some(Event::HardBreak), None],
        Event::Start(Tag::Heading { .. }) => [Some(Event::Start(Tag::Paragraph)), Some(Event::Start(Tag::Strong))],
        Event::End(TagEnd::Heading(_)) => [Some(Event::End(TagEnd::Strong)), Some(Event::End(TagEnd::Paragraph))],
        // A page loads no picture that a reader names; its words lead there.
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            [Some(Event::Start(Tag::Link { link_type, dest_url, title, id })), None]
        }
        Event::End(TagEnd::Image) => [Some(Event::End(TagEnd::Link)), None],
        other => [Some(other), None],
    });
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, plain.flatten());
    out
}
