//! The lessons as a feed: each when it was learned, and again in front whenever something happened to it.

use super::super::Site;
use super::super::view::{event_words, lesson_state};
use super::{Feed, Item, clean, clean_text, whole, with_items};
use crate::journal::Lesson;
use crate::text::escape_into;
use crate::text::words::long_date;
use std::cmp::Reverse;

/// The lessons that something happened to last, as many as a feed has.
pub(super) fn feed(site: &Site) -> Feed {
    let config = &site.config;
    let lessons = &site.journal.lessons.all;
    let mut newest_first: Vec<usize> = (0..lessons.len()).collect();
    // Those without a date come last, as everywhere.
    newest_first.sort_by_key(|index| Reverse((lessons[*index].touched(), *index)));
    let items = newest_first.into_iter().take(config.feed_limit).map(|index| item(site, index)).collect();
    with_items(Feed {
        title: clean_text(&format!("{}: lessons", config.title)),
        subtitle: clean_text(&format!("What {} taught, and what became of it.", config.title)),
        home: whole(site, "/lessons/"),
        address: whole(site, "/lessons/feed.xml"),
        updated: None,
        items,
    })
}

fn item(site: &Site, index: usize) -> Item {
    let lesson = &site.journal.lessons.all[index];
    let mut content =
        clean::html(&site.whole_addresses(site.lesson_text_for_feeds(lesson)), &taught_at(site, lesson), &site.config);
    push_story(site, lesson, &mut content);
    Item {
        url: whole(site, &format!("/lessons/{}/", lesson.id)),
        title: clean_text(&lesson.title),
        published: lesson.learned,
        changed: lesson.touched().filter(|touched| lesson.learned.is_none_or(|learned| *touched > learned)),
        tags: lesson.tags.iter().map(|tag| clean_text(tag)).collect(),
        summary: format!("Lesson {}: {}.", lesson.number, lesson_state(lesson).to_lowercase()),
        image: None,
        content: content.into(),
    }
}

/// The address of the entry that taught a lesson.
fn taught_at(site: &Site, lesson: &Lesson) -> String {
    whole(site, site.address_of(lesson.item))
}

/// Where it was learned and what happened to it since.
fn push_story(site: &Site, lesson: &Lesson, out: &mut String) {
    out.push_str("<ul>\n");
    let mut line = |what: &str, date, item: usize, note: Option<&str>| {
        out.push_str("<li>");
        escape_into(out, what);
        out.push_str(" in <a href=\"");
        escape_into(out, &whole(site, site.address_of(item)));
        out.push_str("\">");
        escape_into(out, &site.journal.items[item].entry.title);
        out.push_str("</a>");
        if let Some(date) = date {
            out.push_str(", ");
            out.push_str(&long_date(date));
        }
        if let Some(note) = note {
            out.push_str(": ");
            escape_into(out, note);
        }
        out.push_str("</li>\n");
    };
    line("Learned", lesson.learned, lesson.item, None);
    for (at, event) in lesson.events.iter().enumerate() {
        let words = event_words(lesson, at);
        let capital = words[..1].to_uppercase() + &words[1..];
        line(&capital, event.date, event.item, event.note.as_deref());
    }
    out.push_str("</ul>\n");
}
