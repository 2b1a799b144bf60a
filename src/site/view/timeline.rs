//! The story in dates, a chapter for each phase, over the pain of the whole journal.

use super::criteria::{self, CriterionView};
use super::road::{PhaseSum, RoadRow};
use super::{Day, FigureView, Head};
use crate::config::Phase;
use crate::language::{Arg, Language, Words};
use crate::site::reader::PlanReader;
use crate::site::story::{Course, Happening, Sort, Voice};
use crate::text::slug::slug;
use crate::units::days_between;
use jiff::civil::Date;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct TimelineView {
    head: Head,
    from: Option<Day>,
    to: Option<Day>,
    pain: Option<FigureView>,
    /// Whether advice stands side by side anywhere.
    voices: bool,
    /// Whether any treatment is told.
    courses: bool,
    /// What each phase came to.
    road: Vec<RoadRow>,
    groups: Vec<Group>,
}

/// What a chapter tells openly; the rest of it is folded.
const KEY: usize = 3;

/// The happenings of a phase, or of a year where the site has no phases.
#[derive(Debug, Serialize)]
struct Group {
    id: String,
    name: String,
    /// Whether an earlier group is of the same phase.
    continued: bool,
    from: Option<Day>,
    to: Option<Day>,
    /// `6 weeks`, of a phase that is over.
    length: String,
    goal: String,
    /// What came of a phase: the writer's word on it, else one made of its numbers.
    sentence: String,
    /// What was wanted before the next phase.
    criteria: Vec<CriterionView>,
    /// What mattered most.
    key: Vec<HappeningView>,
    /// The rest.
    more: Vec<HappeningView>,
}

#[derive(Debug, Serialize)]
struct HappeningView {
    day: Day,
    until: Option<Day>,
    /// The day of the injury.
    number: Option<i64>,
    /// The sort in a word, and its class.
    sort: String,
    class: &'static str,
    label: String,
    /// Whether it is the title of a lesson that was taken back, and why it was.
    retracted: bool,
    reason: String,
    note: String,
    voices: Vec<VoiceView>,
    href: Option<String>,
    /// The entry that tells of it, where the label leads elsewhere.
    entry: Option<String>,
    entry_href: Option<String>,
    /// The number of its mark in the chart.
    mark: Option<usize>,
}

/// Advice as somebody gave it.
#[derive(Debug, Serialize)]
struct VoiceView {
    from: String,
    text: String,
    day: Day,
    href: String,
}

/// The page of the timeline.
pub(super) fn view(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> TimelineView {
    let drawn = site.whole_pain();
    let (groups, road) = groups(site, drawn.is_some());
    // What the marks are is told below, with the same numbers.
    let pain = drawn.map(|figure| FigureView::new(site, crate::chart::Figure { notes: Vec::new(), ..figure }));
    let words = &site.language.words;
    let story = site.story();
    let (first, last) = (story.first(), story.last());
    TimelineView {
        head: head(
            &words.word("timeline"),
            &words.say("timeline-description", &[("site", site.config.title.as_str().into())]),
        ),
        from: first.map(|h| Day::new(site, h.date)),
        to: last.map(|h| Day::new(site, h.until.unwrap_or(h.date))),
        pain,
        voices: story.iter().any(|h| !h.voices.is_empty()),
        courses: story.iter().any(|h| h.course.is_some()),
        road,
        groups,
    }
}

/// Where a group's happenings belong.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Span<'a> {
    Phase(&'a Phase),
    Before,
    Between,
    After,
    Year(i16),
}

/// Phases that have begun, even where nothing is told of them, and what happened in, between and around them.
fn groups(site: &PlanReader<'_>, drawn: bool) -> (Vec<Group>, Vec<RoadRow>) {
    let config = site.config;
    let begun: Vec<&Phase> = config.phases.iter().filter(|p| p.start <= config.today || config.future).collect();
    let mut spans: Vec<(Date, Span<'_>, Option<&Happening>)> =
        site.story().iter().map(|h| (h.date, span(site, &begun, h.date), Some(h))).collect();
    spans.extend(begun.iter().map(|phase| (phase.start, Span::Phase(phase), None)));
    // A phase opens before what happened on its first day.
    spans.sort_by_key(|(date, _, happening)| (*date, happening.is_some()));
    let mut groups: Vec<(Span<'_>, Vec<&Happening>)> = Vec::new();
    for (_, span, happening) in spans {
        match groups.last_mut().filter(|(last, _)| *last == span) {
            Some((_, own)) => own.extend(happening),
            None => groups.push((span, happening.into_iter().collect())),
        }
    }
    let mut seen: Vec<Span<'_>> = Vec::new();
    let (mut made, mut road) = (Vec::with_capacity(groups.len()), Vec::new());
    for (index, (span, happenings)) in groups.into_iter().enumerate() {
        let mut group = Group { continued: seen.contains(&span), ..group(site, span, index + 1) };
        if let Span::Phase(phase) = span
            && !group.continued
        {
            let sum = PhaseSum::of(site, phase);
            group.sentence = if phase.summary.is_empty() { sum.sentence(site) } else { phase.summary.clone() };
            group.criteria = criteria::of_phase(site, site.config.phases.iter().position(|own| own == phase));
            road.push(sum.row(site, phase, &group.id));
        }
        let (key, more) = key_first(happenings);
        let views =
            |all: Vec<&Happening>| all.into_iter().map(|h| happening(site, h, h.mark.filter(|_| drawn))).collect();
        (group.key, group.more) = (views(key), views(more));
        made.push(group);
        seen.push(span);
    }
    (made, road)
}

/// What mattered most, and the rest, both in the order of the days; nobody opens a fold for one line.
fn key_first(all: Vec<&Happening>) -> (Vec<&Happening>, Vec<&Happening>) {
    if all.len() <= KEY + 1 {
        return (all, Vec::new());
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| (rank(all[*at].sort), *at));
    let key = &order[..KEY];
    let (key, more): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(at, _)| key.contains(at));
    let bare = |all: Vec<(usize, _)>| all.into_iter().map(|(_, happening)| happening).collect();
    (bare(key), bare(more))
}

/// How much a sort of happening is of what is told of a phase; 0 is most.
fn rank(sort: Sort) -> u8 {
    match sort {
        Sort::Onset | Sort::Relapse | Sort::Diagnosis | Sort::Operation | Sort::Setback | Sort::Ended => 0,
        Sort::First | Sort::Race | Sort::Scan => 1,
        Sort::Milestone | Sort::Learned | Sort::Retracted => 2,
        Sort::Revised | Sort::Flare => 3,
        Sort::TreatmentFirst | Sort::TreatmentLast | Sort::TreatmentOnce | Sort::Advice | Sort::AdviceOnce => 4,
    }
}

fn span<'a>(site: &PlanReader<'_>, begun: &[&'a Phase], date: Date) -> Span<'a> {
    let Some(first) = begun.first() else { return Span::Year(date.year()) };
    let within = site
        .config
        .phase_on(date)
        .and_then(|phase| begun.iter().find(|own| own.start == phase.start && own.name == phase.name));
    match within {
        Some(phase) => Span::Phase(phase),
        None if date < first.start => Span::Before,
        None if begun.iter().any(|phase| phase.start > date) => Span::Between,
        None => Span::After,
    }
}

fn group(site: &PlanReader<'_>, span: Span<'_>, number: usize) -> Group {
    let words = &site.language.words;
    let name = match span {
        Span::Phase(phase) => phase.name.clone(),
        Span::Before => words.word("timeline-before"),
        Span::Between => words.word("timeline-between"),
        Span::After => words.word("timeline-after"),
        Span::Year(year) => year.to_string(),
    };
    let phase = match span {
        Span::Phase(phase) => Some(phase),
        _ => None,
    };
    let days = phase.and_then(|phase| Some(days_between(phase.start, phase.end?) + 1));
    Group {
        id: format!("part-{number}"),
        name,
        continued: false,
        from: phase.map(|phase| Day::new(site, phase.start)),
        to: phase.and_then(|phase| phase.end).map(|day| Day::new(site, day)),
        length: days.map(|days| length(days, words)).unwrap_or_default(),
        goal: phase.map(|phase| phase.goal.clone()).unwrap_or_default(),
        sentence: String::new(),
        criteria: Vec::new(),
        key: Vec::new(),
        more: Vec::new(),
    }
}

/// `12 days`, `6 weeks`.
pub(super) fn length(days: i64, words: &Words) -> String {
    match days {
        ..14 => words.say("span-days", &[("n", days.into())]),
        _ => words.say("span-weeks", &[("n", ((days + 3) / 7).into())]),
    }
}

fn happening(site: &PlanReader<'_>, happening: &Happening, mark: Option<usize>) -> HappeningView {
    let (sort, class) = sort_words(happening);
    let entry = happening.item.map(|item| site.card(item));
    let entry_href = entry.map(|card| site.link(card.address));
    let treatment = matches!(happening.sort, Sort::TreatmentFirst | Sort::TreatmentLast | Sort::TreatmentOnce);
    let treatment = treatment.then(|| site.path(&super::treatments::place(&slug(&happening.label))));
    let told_of = happening.lesson.map(|index| site.lesson(index));
    let lesson = told_of.map(|lesson| site.path(&format!("/lessons/{}/", lesson.id)));
    let retracted = told_of.filter(|lesson| lesson.is_retracted());
    // Days that have no words of their own are called by their entry.
    let title = entry.map(|card| card.title.to_owned());
    let label = if happening.label.is_empty() { title.clone().unwrap_or_default() } else { happening.label.clone() };
    HappeningView {
        day: Day::new(site, happening.date),
        until: happening.until.map(|day| Day::new(site, day)),
        number: entry.and_then(|card| card.day),
        sort: site.language.words.word(sort),
        class,
        note: match &happening.course {
            Some(course) => of_course(happening.sort, course, site.language),
            None if happening.sort == Sort::AdviceOnce && !happening.note.is_empty() => {
                site.language.words.say("timeline-advice-by", &[("name", happening.note.as_str().into())])
            }
            None => happening.note.clone(),
        },
        voices: happening.voices.iter().map(|voice| voice_view(site, voice)).collect(),
        entry: title.filter(|title| (lesson.is_some() || treatment.is_some()) && *title != label),
        href: lesson.or(treatment).or_else(|| entry_href.clone()),
        entry_href,
        label,
        retracted: retracted.is_some(),
        // Where it is told that the lesson was taken back, the note says why.
        reason: retracted.filter(|_| happening.sort != Sort::Retracted).map(super::lessons::reason).unwrap_or_default(),
        mark,
    }
}

/// How long the course of a treatment was, told on its first day or on its last.
fn of_course(sort: Sort, course: &Course, language: &Language) -> String {
    let words = &language.words;
    let args = [("n", Arg::from(course.times)), ("day", language.dates.long(course.other).into())];
    match (sort, course.open) {
        (Sort::TreatmentFirst, false) => words.say("timeline-times-until", &args),
        (Sort::TreatmentFirst, true) => words.say("timeline-times-so-far", &args),
        _ => words.say("timeline-times-since", &args),
    }
}

fn voice_view(site: &PlanReader<'_>, voice: &Voice) -> VoiceView {
    VoiceView {
        from: voice.from.clone(),
        text: voice.text.clone(),
        day: Day::new(site, voice.date),
        href: site.link(site.card(voice.item).address),
    }
}

/// The message that names a happening's sort.
pub(in crate::site) fn sort_word(happening: &Happening) -> &'static str {
    sort_words(happening).0
}

/// The message that names a happening's sort, and its class.
fn sort_words(happening: &Happening) -> (&'static str, &'static str) {
    match happening.sort {
        Sort::Onset => ("timeline-injury", "hurt"),
        Sort::Relapse => ("timeline-relapse", "hurt"),
        Sort::Diagnosis => ("timeline-diagnosis", "named"),
        Sort::Operation => ("timeline-operation", "named"),
        Sort::Ended => ("timeline-ended", "reached"),
        Sort::Scan => ("timeline-scan", "named"),
        Sort::Race => ("timeline-race", "reached"),
        Sort::First => ("timeline-first", "reached"),
        Sort::Milestone => ("timeline-milestone", "reached"),
        Sort::TreatmentFirst => ("timeline-treatment-first", "treatment"),
        Sort::TreatmentLast if happening.course.as_ref().is_some_and(|course| course.open) => {
            ("timeline-treatment-last-so-far", "treatment")
        }
        Sort::TreatmentLast => ("timeline-treatment-last", "treatment"),
        Sort::TreatmentOnce => ("timeline-treatment-once", "treatment"),
        Sort::Advice => ("timeline-advice", "advice"),
        Sort::AdviceOnce => ("timeline-advice-once", "advice"),
        Sort::Setback => ("timeline-setback", "hurt"),
        Sort::Flare => ("timeline-flare", "hurt"),
        Sort::Learned => ("timeline-learned", "learned"),
        Sort::Revised => ("timeline-revised", "learned"),
        Sort::Retracted => ("timeline-taken-back", "learned"),
    }
}
