//! The writer's own words as other pages show them, with whose they are and how old.

use super::LinkView;
use crate::language::{Arg, Language};
use crate::markdown::Hole;
use crate::site::fill::For;
use crate::site::reader::{LinkedText, PageCard, PlanReader, Since};
use crate::units::days_between;
use jiff::civil::Date;
use serde::Serialize;

/// Words that another page shows whole; a longer text is shown by its summary.
const SHORT: usize = 300;

/// How things stand in the writer's words.
#[derive(Debug, Serialize)]
pub(super) struct NowView {
    title: String,
    href: String,
    by: String,
    age: Vec<String>,
    setback: Option<LinkView>,
    /// Its first sentences, or the summary that was typed.
    summary: String,
}

/// When somebody else is to be asked, in the writer's words.
#[derive(Debug, Serialize)]
pub(super) struct RedFlagsView {
    title: String,
    href: String,
    by: String,
    text: String,
    summary: String,
}

/// How old the writer's word on how things stand is, measured by the entries and never by a clock.
#[derive(Debug, Default, Serialize)]
pub(super) struct Age {
    /// When it was written, and how much was written since.
    pub(super) lines: Vec<String>,
    /// What went wrong since then, with where it is told.
    pub(super) setback: Option<LinkView>,
}

/// How things stand, if the writer says so.
pub(super) fn now(site: &PlanReader<'_>) -> Option<NowView> {
    let index = site.own_words().now?;
    let card = site.page_card(index);
    let Age { lines, setback } = age(site);
    Some(NowView {
        title: card.title.to_owned(),
        href: site.link(card.address),
        by: by(site),
        age: lines,
        setback,
        summary: card.summary.to_owned(),
    })
}

/// The writer's box, if there is one.
pub(super) fn red_flags(site: &PlanReader<'_>) -> Option<RedFlagsView> {
    let index = site.own_words().red_flags?;
    let PageCard { title, address, .. } = site.page_card(index);
    let (text, summary) = shown(site, &site.page(index));
    Some(RedFlagsView { title: title.to_owned(), href: site.link(address), by: by(site), text, summary })
}

/// A link to the writer's box, for pages that would only repeat it.
pub(in crate::site) fn red_flags_link(site: &PlanReader<'_>) -> Option<LinkView> {
    let PageCard { title, address, .. } = site.page_card(site.own_words().red_flags?);
    let (words, title) = (&site.language.words, ("title", Arg::from(title)));
    let label = match site.config.author.as_str() {
        "" => words.say("own-words-link", &[title]),
        author => words.say("own-words-link-author", &[title, ("author", author.into())]),
    };
    Some(LinkView { href: site.link(address), label })
}

/// Whose words they are.
pub(super) fn by(site: &PlanReader<'_>) -> String {
    let words = &site.language.words;
    match site.config.author.as_str() {
        "" => words.word("own-words-by"),
        author => words.say("own-words-by-author", &[("author", author.into())]),
    }
}

/// A text as a part of another page: the whole of it, or its summary where it is long or has places of its own, which
/// would stand twice.
fn shown(site: &PlanReader<'_>, text: &LinkedText<'_>) -> (String, String) {
    let body = &text.entry.body;
    let has_places = !body.headings.is_empty() || !body.anchors.is_empty();
    let fits = |hole: &Hole| matches!(hole, Hole::Link { .. } | Hole::LinkEnd | Hole::Image { .. } | Hole::Words(_));
    let is_plain = !has_places && body.holes.iter().all(|(_, hole)| fits(hole));
    if is_plain && body.words <= SHORT && !body.code {
        (site.fill(text, For::Page), String::new())
    } else {
        (String::new(), text.entry.summary.clone())
    }
}

/// How old the writer's word on how things stand is.
pub(super) fn age(site: &PlanReader<'_>) -> Age {
    let Some((written, since)) = site.since() else { return Age::default() };
    let language = site.language;
    let words = &language.words;
    let Since { last, entries, wrong, last_wrong } = since;
    let mut lines = vec![when(written, last, language)];
    if entries > 0 {
        lines.push(words.say("own-words-entries-since", &[("n", entries.into())]));
    }
    let setback = last_wrong.map(|day| {
        let args = [("n", wrong.into()), ("day", language.dates.long(day).into())];
        LinkView { href: site.path("/setbacks/"), label: words.say("own-words-setback", &args) }
    });
    Age { lines, setback }
}

fn when(written: Date, last: Option<Date>, language: &Language) -> String {
    let words = &language.words;
    let day = ("day", Arg::from(language.dates.long(written)));
    let Some(last) = last else { return words.say("own-words-written", &[day]) };
    match days_between(written, last) {
        0 => words.say("own-words-written-last", &[day]),
        days if days > 0 => words.say("own-words-written-before", &[day, ("span", span(days, language).into())]),
        days => words.say("own-words-written-after", &[day, ("span", span(-days, language).into())]),
    }
}

/// `9 days`, `3 weeks`, `5 months`, `2 years`: whole ones, so that nothing is made younger than it is by more than one.
fn span(days: i64, language: &Language) -> String {
    let words = &language.words;
    let n = |n: i64| [("n", Arg::from(n))];
    match days {
        ..14 => words.say("span-days", &n(days)),
        14..92 => words.say("span-weeks", &n(days / 7)),
        92..731 => words.say("span-months", &n(days * 12 / 365)),
        _ => words.say("span-years", &n(days / 365)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn ages_are_told_against_the_last_entry() {
        let last = date(2024, 11, 6);
        let english = Language::english();
        let said = |written| when(written, Some(last), &english);
        assert_eq!(said(last), "Written on 6 November 2024, the day of the last entry.");
        assert_eq!(said(date(2024, 11, 5)), "Written on 5 November 2024, 1 day before the last entry.");
        assert_eq!(said(date(2024, 10, 10)), "Written on 10 October 2024, 3 weeks before the last entry.");
        assert_eq!(said(date(2023, 11, 6)), "Written on 6 November 2023, 12 months before the last entry.");
        assert_eq!(said(date(2020, 11, 6)), "Written on 6 November 2020, 4 years before the last entry.");
        assert_eq!(said(date(2024, 11, 20)), "Written on 20 November 2024, 2 weeks after the last entry.");
        assert_eq!(when(last, None, &english), "Written on 6 November 2024.");
    }
}
