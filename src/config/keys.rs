//! The keys of `site.toml`: what each takes and what it means.
//!
//! Values are read by these tables, and `comeback schema site` and the reference page are written from them.

use super::about::{PRESETS, SIDES};
use super::file::{DISTANCES, LOADS, WEEK_STARTS};
use super::requires::VERSIONS;
use super::{Better, LessonOrder, PrivateField};
use crate::fields::{Form, Key, LENGTH, Shape, words};

/// Keys of `site.toml`.
pub const SITE: &[&[Key]] = &[WHOLE, JOURNAL, PARTS];

/// The code of a currency.
const CURRENCY: Form =
    Form::Shaped(&Shape { expected: "an ISO 4217 code: `EUR`", pattern: "^[A-Za-z]{3}$", number: None });

/// A colour.
const COLOUR: Form = Form::Shaped(&Shape {
    expected: "a colour: `#0b6e4f`",
    pattern: "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$",
    number: None,
});

const ACCENT: &[Key] = &[
    Key::new("light", COLOUR, "That of light pages; follows from the dark one if not given."),
    Key::new("dark", COLOUR, "That of dark pages; follows from the light one if not given."),
];

const FONTS: &[Key] = &[
    Key::new("text", Form::Text, "Of texts: a file, `static/fonts/own.woff2`, or a family, `Georgia`."),
    Key::new("headings", Form::Text, "Of headings; that of texts if not given."),
];

/// What the site is called and where it is.
const WHOLE: &[Key] = &[
    Key::needed("title", Form::Text, "The site's name, shown on every page."),
    Key::needed(
        "base_url",
        Form::Shaped(&Shape {
            expected: "an address of the web: `https://example.org/blog/`",
            pattern: r"^https?://[^\s/?#@]+(/[^\s?#]*)?$",
            number: None,
        }),
        "Where the site will be; links work below its path.",
    ),
    Key::new("description", Form::Text, "One or two sentences about the site."),
    Key::new("author", Form::Text, "Who writes it."),
    Key::new(
        "language",
        Form::Shaped(&Shape { expected: "a language tag: `en`, `pt-BR`", pattern: "^[A-Za-z0-9-]{2,}$", number: None }),
        "The language of the texts; `en` if not given. Quotes are curled by it, and the words of the interface, dates and numbers follow it.",
    ),
    Key::new(
        "units",
        Form::Words(&words(&DISTANCES)),
        "What a bare distance means, and what pages show; `km` if not given.",
    ),
    Key::new(
        "load_unit",
        Form::Words(&words(&LOADS)),
        "What a bare load means, and what pages show; follows `units` if not given.",
    ),
    Key::new("week_start", Form::Words(&words(&WEEK_STARTS)), "The first day of a week; `monday` if not given."),
    Key::new(
        "timezone",
        Form::Text,
        "Decides which day it is, and of which day a comment is (UTC if not given): `Europe/Berlin`; the machine's if not given.",
    ),
    Key::new("currency", CURRENCY, "Of amounts that name none."),
    Key::new("theme", Form::Text, "A folder in `themes/`; `trailhead`, the built-in one, if not given."),
    Key::new(
        "accent",
        Form::OneOf(&[COLOUR, Form::Mapping(&[ACCENT])]),
        "The colour of links: `#0b6e4f`, for light pages; dark ones have a lighter one of the same hue where they need it.",
    ),
    Key::new("fonts", Form::Mapping(&[FONTS]), "Fonts of yours, before the theme's own."),
    Key::new(
        "stylesheet",
        Form::Shaped(&Shape {
            expected: "a file of CSS below `static/`: `static/my.css`",
            pattern: r"^static/.+\.css$",
            number: None,
        }),
        "A stylesheet of yours, which comes last on every page.",
    ),
    Key::new(
        "follow_links",
        Form::Bool,
        "`true` reads what links in the site's folders lead to outside of them, such as a vault of notes; else each is left out.",
    ),
    Key::new(
        "requires",
        VERSIONS,
        "The versions of comeback that the site is written for; any other says so, and nothing else, of `site.toml`.",
    ),
    Key::new("fictional", Form::Bool, "`true` says on every page that story and data are invented."),
];

/// What the journal is about.
const JOURNAL: &[Key] = &[
    Key::new("injuries", Form::List(&Form::Mapping(&[INJURY])), "The injuries, in the order of importance."),
    Key::new("phases", Form::List(&Form::Mapping(&[PHASE])), "The phases of recovery; they shade the charts."),
    Key::new(
        "rules",
        Form::List(&Form::Mapping(&[RULES])),
        "The rule that you follow in judging how the injury took a day, or several, each from its day on; without one nothing is judged.",
    ),
    Key::new("prescriptions", Form::List(&Form::Mapping(&[PRESCRIPTION])), "Exercises that were prescribed."),
    Key::new("tests", Form::List(&Form::Mapping(&[TEST])), "Tests whose results entries note under `tests`."),
    Key::new(
        "criteria",
        Form::List(&Form::Mapping(&[CRITERION])),
        "What you, or somebody who treats you, want to see before the next phase; entries tick it under `criteria`.",
    ),
    Key::new("lessons", Form::Mapping(&[LESSONS]), "How the page of lessons is arranged."),
    Key::new("charts", Form::Mapping(&[CHARTS]), "The headings of the charts on two pages, in your words."),
];

/// The heading of a page's first chart, or those of its charts by kind.
const HEADINGS: Form = Form::OneOf(&[Form::Text, Form::Named(&Form::Text)]);

const CHARTS: &[Key] = &[
    Key::new(
        "home",
        HEADINGS,
        "The heading of the first chart at home; or those of its charts by their kinds, `pain-timeline` and `weekly-distance`.",
    ),
    Key::new(
        "progress",
        HEADINGS,
        "The same on `/progress/`, which has more kinds; with several injuries, in the section of the first.",
    ),
];

const LESSONS: &[Key] = &[
    Key::new(
        "order",
        Form::Words(&words(&LessonOrder::WORDS)),
        "What decides their order within a theme, pinned ones first: when they were learned, or how often they held again; `learned` if not given.",
    ),
    Key::new(
        "top",
        Form::List(&Form::Text),
        "The ids of lessons that stand at the head of the page, in this order; each keeps the number it has everywhere.",
    ),
];

const INJURY: &[Key] = &[
    Key::new("slug", Form::Text, "Its name in front matter and addresses; made of `name` if not given."),
    Key::new("name", Form::Text, "Its name on pages."),
    Key::new("site", Form::Text, "The part of the body."),
    Key::new("side", Form::Words(&SIDES), "The side of the body."),
    Key::new("onset", Form::Date, "The day it began."),
    Key::new("end", Form::Date, "Its last day, if it is over; later entries are no day of it."),
    Key::new("relapse_of", Form::Text, "The slug of the injury that came back."),
    Key::new(
        "baseline",
        Form::Quantity(&LENGTH),
        "What you ran a week before it: `50 mi`; a line in the charts of weeks. A bare number is in the site's unit.",
    ),
    Key::new("mechanism", Form::Text, "How it came about."),
    Key::new("diagnoses", Form::List(&Form::Mapping(&[DIAGNOSIS])), "What it was said to be, and when."),
    Key::new("operations", Form::List(&Form::Mapping(&[OPERATION])), "What was operated, and when."),
];

/// What an injury was said to be.
const DIAGNOSIS: &[Key] = &[
    Key::needed("date", Form::Date, "When it was said."),
    Key::needed("label", Form::Text, "What was said."),
    Key::new("short", Form::Text, "The same in a few words, for where there is little room."),
];

/// What was operated.
const OPERATION: &[Key] =
    &[Key::needed("date", Form::Date, "When."), Key::needed("label", Form::Text, "What was done.")];

const PHASE: &[Key] = &[
    Key::needed("name", Form::Text, "Its name."),
    Key::needed("start", Form::Date, "Its first day."),
    Key::new("end", Form::Date, "Its last day, if it is over."),
    Key::new("goal", Form::Text, "What it is for."),
    Key::new(
        "summary",
        Form::Text,
        "What came of it, in a sentence; the timeline opens its chapter with it, and makes one where there is none.",
    ),
    Key::new("rest", Form::Bool, "`true`: rest was ordered, so that its weeks count for no adherence."),
];

/// A score, or points between two scores.
const POINTS: Form = Form::Number(0.0, 10.0);

const RULES: &[Key] = &[
    Key::needed(
        "preset",
        Form::Words(&words(&PRESETS)),
        "A rule that is known by name, or `custom`, whose numbers follow.",
    ),
    Key::new("from", Form::Date, "The first day it holds; from the start if not given."),
    Key::new("low", POINTS, "Up to this is green; a custom rule needs it."),
    Key::new("ceiling", POINTS, "Above this is red; a custom rule needs it."),
    Key::new("morning", POINTS, "A next morning above this has not settled; 10 if not given."),
    Key::new("tolerance", POINTS, "Points by which the next morning may lie above what is usual; 0 if not given."),
    Key::new("window_hours", Form::Whole(24, 48), "Hours within which pain has to settle: 24 or 48; 24 if not given."),
    Key::new("provenance", Form::Text, "Whose rule it is, as pages say it: `my physio's`."),
];

const PRESCRIPTION: &[Key] = &[
    Key::needed("exercise", Form::Text, "The exercise's name, as entries have it."),
    Key::needed("per_week", Form::Whole(1, 7), "Days a week on which it is to be done."),
    Key::new("from", Form::Date, "The first day; from the start if not given."),
    Key::new("to", Form::Date, "The last day; still going on if not given."),
];

const TEST: &[Key] = &[
    Key::needed("name", Form::Text, "Its name, as entries have it."),
    Key::new("unit", Form::Text, "What its numbers are in, where an entry names no unit: `reps`, `deg`."),
    Key::new("better", Form::Words(&words(&Better::WORDS)), "Whether more is better, or less."),
    Key::new("line", Form::Number(-1e6, 1e6), "The number to reach; with `better = \"less\"`, to stay below."),
];

/// What is wanted before the next phase.
const CRITERION: &[Key] = &[
    Key::needed("id", Form::Text, "Its name in entries, which no other one has: `ten-hops`."),
    Key::new("phase", Form::Text, "The phase that it belongs to, by its name."),
    Key::new("text", Form::Text, "What is to be seen: `Ten hops on one leg without pain`; the id if not given."),
    Key::new("by", Form::Text, "Who set it: `my physio`."),
];

/// What is made of it.
const PARTS: &[Key] = &[
    Key::new(
        "nav",
        Form::Named(&Form::OneOf(&[Form::Text, Form::List(&Form::Mapping(&[NAV_EXTRA]))])),
        "The links of the navigation, in place of the sections and pages that exist: label and address. `[[nav.extra]]` adds one to them instead.",
    ),
    Key::new("pagination", Form::Mapping(&[PAGINATION]), "Lists."),
    Key::new("feeds", Form::Mapping(&[FEEDS]), "Feeds."),
    Key::new("privacy", Form::Mapping(&[PRIVACY]), "What is shown of what is private."),
    Key::new("front_matter", Form::Mapping(&[FRONT_MATTER]), "Keys of yours."),
    Key::new("search", Form::Mapping(&[SEARCH]), "The search page."),
    Key::new(
        "cards",
        Form::Mapping(&[CARDS]),
        "The pictures that social networks show with a link, and those to send.",
    ),
    Key::new("comments", Form::Mapping(&[COMMENTS]), "How comments are shown, and how readers can leave one."),
    Key::new("newsletter", Form::Mapping(&[NEWSLETTER]), "A form for a newsletter, at the foot of every page."),
    Key::new("contact", Form::Mapping(&[CONTACT]), "How to write to you, at the foot of every page."),
];

/// A link that is added to the navigation.
const NAV_EXTRA: &[Key] = &[
    Key::needed("label", Form::Text, "What it says."),
    Key::needed("url", Form::Text, "Where it leads: `/plan/`, or an address with `https://`."),
];

/// Where a form is sent.
const ACTION: Form = Form::Shaped(&Shape {
    expected: "an address of the web: `https://forms.example.org/entry`",
    pattern: r"^https?://[^\s/?#]+",
    number: None,
});

/// An address of mail.
const EMAIL: Form = Form::Shaped(&Shape {
    expected: "an address: `me@example.org`",
    pattern: r#"^[^\s@<>?&"]+@[^\s@<>?&"]+$"#,
    number: None,
});

/// Names and values that are sent beside what is typed.
const HIDDEN: Key = Key::new(
    "hidden",
    Form::Named(&Form::Text),
    "Sent beside what is typed: names and values that the service asks for.",
);

const COMMENTS: &[Key] = &[
    Key::new("enabled", Form::Bool, "`false`: no comment is read or shown; `true` if not given."),
    Key::new("closed", Form::Bool, "`true`: those that are there stay, and no more are invited."),
    Key::new("form", ACTION, "Where the form for a comment is sent; without it there is no form."),
    Key::new("fields", Form::Mapping(&[COMMENT_FIELDS]), "What the service calls the fields of a comment."),
    HIDDEN,
    Key::new("email", EMAIL, "Your address for comments by mail, which every entry then shows."),
    Key::new(
        "author_emails",
        Form::List(&Form::Text),
        "What stands as `email` in your own comments, an address or its hash; whoever knows your address can type it, so \
         only where you approve comments. `author: true` in a comment's file marks it as yours without that.",
    ),
];

const COMMENT_FIELDS: &[Key] = &[
    Key::new("name", Form::Text, "Who writes; `fields[name]` if not given."),
    Key::new("email", Form::Text, "The address of who writes; asked for only where it is given."),
    Key::new("url", Form::Text, "The page of who writes; asked for only where it is given."),
    Key::new("message", Form::Text, "The comment; `fields[message]` if not given."),
    Key::new("reply", Form::Text, "The id of the comment that is answered; `fields[replying_to_uid]` if not given."),
    Key::new("slug", Form::Text, "The folder for the comment; `options[slug]` if not given."),
];

const NEWSLETTER: &[Key] = &[
    Key::needed("form", ACTION, "Where the form is sent."),
    Key::new("field", Form::Text, "What the service calls the address; `email` if not given."),
    HIDDEN,
    Key::new("words", Form::Text, "What you say of it."),
];

const CONTACT: &[Key] = &[
    Key::new("email", EMAIL, "Your address, which every page then shows."),
    Key::new("form", ACTION, "Where the form for a message is sent; without it there is no form."),
    Key::new("fields", Form::Mapping(&[CONTACT_FIELDS]), "What the service calls the fields of a message."),
    HIDDEN,
    Key::new("words", Form::Text, "What you say of it."),
];

/// The fields of a message.
const CONTACT_FIELDS: &[Key] = &[
    Key::new("name", Form::Text, "Who writes; `name` if not given."),
    Key::new("email", Form::Text, "The address of who writes; `email` if not given."),
    Key::new("message", Form::Text, "The message; `message` if not given."),
];

/// Lists.
const PAGINATION: &[Key] =
    &[Key::new("per_page", Form::Whole(1, 1000), "Entries on a page of a list; 10 if not given.")];

const FEEDS: &[Key] = &[Key::new("limit", Form::Whole(1, 10_000), "Entries in a feed; 20 if not given.")];

const PRIVACY: &[Key] = &[
    Key::new(
        "show",
        Form::List(&Form::Words(&words(&PrivateField::WORDS))),
        "Private fields that pages and data files show all the same.",
    ),
    Key::new("count_private", Form::Bool, "`true`: the numbers of private entries count."),
];

const FRONT_MATTER: &[Key] = &[
    Key::new(
        "allow",
        Form::List(&Form::Text),
        "Keys that are not warned about; one in a mapping or in the items of a list by the keys that lead to it: `sessions.shoes`.",
    ),
    Key::new(
        "map",
        Form::Named(&Form::OneOf(&[Form::List(&Form::Text), Form::Named(&Form::List(&Form::Text))])),
        "Keys of comeback's that stand elsewhere in your entries: `pain = \"wellbeing.pain\"`, `\"exercises[].load\" = \"workout[].weight\"` in the items of a list, `tags = [\"categories\", \"keywords\"]` where several are one.",
    ),
];

const SEARCH: &[Key] =
    &[Key::new("enabled", Form::Bool, "`false`: no search page and no index; there is one if not given.")];

const CARDS: &[Key] = &[
    Key::new("enabled", Form::Bool, "`false`: no cards, and no pictures to send; there are some if not given."),
    Key::new(
        "limit",
        Form::Whole(0, 10_000),
        "How many of the newest entries have a card of their own, and how many the three weeks around them as a picture \
         beside their page; 20 if not given. Older ones show the site’s card, and the command that draws their weeks.",
    ),
];
