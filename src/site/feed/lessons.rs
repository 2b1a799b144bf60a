//! The lessons as a feed: each when it was learned, and again in front whenever something happened to it.

use super::{Feed, Item, clean, clean_text, whole, with_items};
use crate::journal::Lesson;
use crate::language::Arg;
use crate::site::fill::For;
use crate::site::reader::PlanReader;
use crate::site::shelves::lesson_title;
use crate::site::view::{event_words, is_shown, state_args, texts};
use crate::text::marked::{MARKS, with_markup};
use crate::text::{capital, escape_into};
use jiff::civil::Date;
use std::cmp::Reverse;

/// The lessons that something happened to last, as many as a feed has.
pub(super) fn feed(site: &PlanReader<'_>) -> Feed {
    let config = site.config;
    let lessons = site.lessons();
    let mut newest_first: Vec<usize> = (0..lessons.len()).collect();
    // Those without a date come last, as everywhere.
    newest_first.sort_by_key(|index| Reverse((lessons[*index].touched(), *index)));
    let words = &site.language.words;
    let title = [("site", Arg::from(config.title.as_str()))];
    let items = newest_first.into_iter().take(config.feed_limit).map(|index| item(site, index)).collect();
    with_items(Feed {
        title: clean_text(&words.say("lessons-feed", &title)),
        subtitle: clean_text(&words.say("feed-lessons", &title)),
        home: whole(site, "/lessons/"),
        address: whole(site, "/lessons/feed.xml"),
        updated: None,
        items,
    })
}

fn item(site: &PlanReader<'_>, index: usize) -> Item {
    let lesson = site.lesson(index);
    let words = &site.language.words;
    let (newest, first) = texts(site, lesson, For::Feed);
    // The paragraph of a later entry has its links and pictures made whole by then.
    let cleaned = |text: String| clean::html(&site.whole_addresses(text), &taught_at(site, lesson), site.config);
    let mut content = cleaned(newest);
    push_story(site, lesson, &mut content);
    if !first.is_empty() {
        content.push_str("<p><b>");
        escape_into(&mut content, &words.word("lesson-first-written"));
        content.push_str("</b></p>\n");
        content.push_str(&cleaned(first));
    }
    Item {
        url: whole(site, &format!("/lessons/{}/", lesson.id)),
        title: clean_text(&lesson_title(lesson, words)),
        published: lesson.learned,
        changed: lesson.touched().filter(|touched| lesson.learned.is_none_or(|learned| *touched > learned)),
        tags: lesson.tags.iter().map(|tag| clean_text(tag)).collect(),
        summary: clean_text(&words.say("feed-lesson", &state_args(lesson))),
        image: None,
        content: content.into(),
    }
}

/// The address of the entry that taught a lesson.
fn taught_at(site: &PlanReader<'_>, lesson: &Lesson) -> String {
    whole(site, site.card(lesson.item).address)
}

/// Where it was learned and what happened to it since.
fn push_story(site: &PlanReader<'_>, lesson: &Lesson, out: &mut String) {
    let words = &site.language.words;
    out.push_str("<ul>\n");
    let mut line = |what: String, date: Option<Date>, item: usize, note: Option<&str>| {
        let mut link = String::from("<a href=\"");
        let card = site.card(item);
        escape_into(&mut link, &whole(site, card.address));
        link.push_str("\">");
        escape_into(&mut link, card.title);
        link.push_str("</a>");
        let mark = *MARKS.start();
        let mut args = vec![("what", Arg::from(what)), ("entry", mark.to_string().into())];
        args.extend(date.map(|date| ("day", site.language.dates.long(date).into())));
        let told = if date.is_some() { words.say("feed-told-on", &args) } else { words.say("lesson-told-in", &args) };
        out.push_str("<li>");
        out.push_str(&with_markup(&told, &[(mark, &link)]));
        if let Some(note) = note {
            out.push_str(": ");
            escape_into(out, note);
        }
        out.push_str("</li>\n");
    };
    line(words.word("feed-learned"), lesson.learned, lesson.item, None);
    for (at, event) in lesson.events.iter().enumerate() {
        line(
            capital(&event_words(lesson, at, words)),
            event.date,
            event.item,
            event.note.as_deref().filter(|_| !is_shown(lesson, at)),
        );
    }
    out.push_str("</ul>\n");
}
