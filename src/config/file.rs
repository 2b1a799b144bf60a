//! `site.toml` as written: its keys, their defaults and their messages.

use super::about::{charts, injuries, lessons, phases, prescriptions, rules};
use super::body_tests::tests;
use super::criteria::criteria;
use super::look::look;
use super::nav::nav;
use super::{Cards, Config, Flags, KEYS, KeyElsewhere, PrivateField, Today, forms, requires};
use crate::diag::{Checked, Diagnostic, Place};
use crate::fields::{Document, Fields, Node, Value};
use crate::units::{Distance, Weight};
use iso_currency::Currency;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

/// The settings file, at the root of a site.
pub(super) const PATH: &str = "site.toml";

/// The units of distances by their symbols.
pub(super) const DISTANCES: [(&str, Distance); 2] = [("km", Distance::Kilometres), ("mi", Distance::Miles)];

/// The units of loads by their symbols.
pub(super) const LOADS: [(&str, Weight); 2] = [("kg", Weight::Kilograms), ("lb", Weight::Pounds)];

/// The days that weeks may start on.
pub(super) const WEEK_STARTS: [(&str, Weekday); 2] = [("monday", Weekday::Monday), ("sunday", Weekday::Sunday)];

/// Reads `site.toml` and resolves it with the flags.
pub fn load(text: &str, flags: &Flags) -> Checked<Config> {
    let document = Document::toml(PATH, text);
    let config = document.fields(KEYS).map(|fields| resolve(fields, flags, &document));
    // A TOML document's outermost value is always a table.
    let config = config.unwrap_or_else(|| defaults(flags));
    let mut problems = document.into_problems();
    // A line that can't be read may well be the one that is missed.
    if problems.iter().any(|p| p.code == "toml-syntax") {
        problems.retain(|p| p.code != "missing-key");
    }
    // What is written for another version may have keys that this one would only misunderstand.
    if problems.iter().any(|p| p.code == requires::UNMET) {
        problems.retain(|p| p.code == requires::UNMET);
        return Checked::new(defaults(flags), problems);
    }
    Checked::new(config, problems)
}

fn defaults(flags: &Flags) -> Config {
    let document = Document::toml(PATH, "title = \"\"\nbase_url = \"http://localhost/\"\n");
    let fields = document.fields(KEYS).expect("the text above is a table");
    resolve(fields, flags, &document)
}

fn resolve(fields: Fields<'_>, flags: &Flags, document: &Document<'_>) -> Config {
    let _ = fields.read("requires", requires::requires);
    let zone = fields.read("timezone", time_zone);
    let today = match &flags.today {
        Today::Given(day) => *day,
        Today::Clock(now, machine) => now.to_zoned(zone.clone().unwrap_or_else(|| machine.clone())).date(),
    };
    let units = fields.read("units", |v| v.one_of(&DISTANCES)).unwrap_or_default();
    let default_load = if units == Distance::Miles { Weight::Pounds } else { Weight::Kilograms };
    let load_unit = fields.read("load_unit", |v| v.one_of(&LOADS));
    let week_start = fields.read("week_start", |v| v.one_of(&WEEK_STARTS));
    let (base_url, base_path) = base_address(&fields, flags, document);
    let title = required(&fields, "title", "the site's name, shown on every page", document);
    let text = |key: &'static str| fields.read(key, Value::text).unwrap_or_default();
    let (allow, map) = fields.read("front_matter", front_matter).unwrap_or_default();
    let (show, count_private) = fields.read("privacy", privacy).unwrap_or_default();
    let injuries = fields.get("injuries").map(|value| injuries(value, units)).unwrap_or_default();
    let phases = fields.get("phases").map(phases).unwrap_or_default();
    let (nav, nav_extra) = fields.read("nav", nav).unwrap_or_default();
    let config = Config {
        title,
        base_url,
        base_path,
        description: text("description"),
        author: text("author"),
        language: fields.read("language", language).unwrap_or_else(|| "en".to_owned()),
        units,
        load_unit: load_unit.unwrap_or(default_load),
        week_start: week_start.unwrap_or(Weekday::Monday),
        theme: fields.read("theme", theme).unwrap_or_else(|| "trailhead".to_owned()),
        follow_links: fields.read("follow_links", Value::bool).unwrap_or(false),
        fictional: fields.read("fictional", Value::bool).unwrap_or(false),
        nav,
        nav_extra,
        look: look(&fields),
        injuries,
        criteria: fields.get("criteria").map(|value| criteria(value, &phases)).unwrap_or_default(),
        phases,
        rules: fields.get("rules").map(rules).unwrap_or_default(),
        prescriptions: fields.get("prescriptions").map(prescriptions).unwrap_or_default(),
        tests: fields.get("tests").map(tests).unwrap_or_default(),
        lessons: fields.read("lessons", lessons).unwrap_or_default(),
        charts: fields.read("charts", charts).unwrap_or_default(),
        currency: fields.read("currency", currency),
        per_page: section_number(&fields, "pagination", "per_page", 10),
        feed_limit: section_number(&fields, "feeds", "limit", 20),
        search: fields.read("search", search).unwrap_or(true),
        cards: fields.read("cards", cards).unwrap_or(Cards { enabled: true, limit: CARDS }),
        show,
        count_private,
        allow,
        map,
        comments: fields.read("comments", forms::comments).unwrap_or_default(),
        newsletter: fields.read("newsletter", forms::newsletter),
        contact: fields.read("contact", forms::contact),
        today,
        zone: zone.unwrap_or(TimeZone::UTC),
        drafts: flags.drafts,
        future: flags.future,
    };
    fields.finish(&[], |_| None);
    without_what_was_left_out(config, document)
}

/// The settings without the outputs that this program was built without, each of which is told.
fn without_what_was_left_out(mut config: Config, document: &Document<'_>) -> Config {
    let search = (!cfg!(feature = "search"), "search", "search", &mut config.search);
    let cards = (!cfg!(feature = "cards"), "cards", "cards or icons as pictures", &mut config.cards.enabled);
    for (missing, feature, what, wanted) in [search, cards] {
        if missing && std::mem::take(wanted) {
            let message = format!("the site has no {what}: this comeback was built without its feature `{feature}`");
            let hint = format!("`[{feature}] enabled = false` in site.toml says that there is to be none");
            document.report(Diagnostic::note("without-feature", message).hint(hint));
        }
    }
    config
}

fn required(fields: &Fields<'_>, key: &'static str, what: &str, document: &Document<'_>) -> String {
    if let Some(text) = fields.read(key, Value::text) {
        return text;
    }
    if !fields.has(key) || fields.get(key).is_some_and(|v| v.as_text() == Some("")) {
        let place = Place::file(PATH);
        document.report(Diagnostic::error("missing-key", format!("`{key}` is missing: {what}")).at(place));
    }
    String::new()
}

/// The base URL with a slash at its end, and its path.
fn base_address(fields: &Fields<'_>, flags: &Flags, document: &Document<'_>) -> (String, String) {
    let hint = "write the whole address: base_url = \"https://example.org/blog/\"";
    let typed = match &flags.base_url {
        Some(url) => {
            let _ = fields.get("base_url");
            url.clone()
        }
        None => required(fields, "base_url", "the address where the site will be", document),
    };
    let parsed = url::Url::parse(&typed).ok().filter(is_of_a_site);
    let Some(mut parsed) = parsed else {
        if !typed.is_empty() {
            let message = format!("`{typed}` is no address of a site");
            match fields.get("base_url").filter(|_| flags.base_url.is_none()) {
                Some(value) => {
                    let _: Option<()> = value.error("bad-url", message, hint);
                }
                None => document.report(Diagnostic::error("bad-url", format!("--base-url {message}")).hint(hint)),
            }
        }
        return ("http://localhost/".to_owned(), "/".to_owned());
    };
    // Links begin with this path, and two slashes at their start would lead to another host.
    let folders: String = parsed.path().split('/').filter(|f| !f.is_empty()).map(|f| format!("{f}/")).collect();
    parsed.set_path(&folders);
    let path = parsed.path().to_owned();
    let whole = flags.origin.as_ref().map_or_else(|| parsed.to_string(), |origin| format!("{origin}{path}"));
    (whole, path)
}

/// Whether a site can stand at an address: on the web, and nothing in it that would be published on every page by mistake.
fn is_of_a_site(url: &url::Url) -> bool {
    let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    matches!(url.scheme(), "http" | "https") && url.has_host() && plain && url.fragment().is_none()
}

fn time_zone(value: Value<'_>) -> Option<TimeZone> {
    let name = value.text()?;
    match TimeZone::get(&name) {
        Ok(zone) => Some(zone),
        Err(_) => {
            value.error("bad-timezone", format!("no time zone `{name}` is known"), "names look like Europe/Berlin")
        }
    }
}

fn language(value: Value<'_>) -> Option<String> {
    let tag = value.text()?;
    let fine = tag.len() >= 2 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if fine {
        Some(tag)
    } else {
        value.error("bad-language", format!("`{tag}` is no language tag"), "write en, de or pt-BR")
    }
}

fn theme(value: Value<'_>) -> Option<String> {
    let name = value.text()?;
    if name.contains(['/', '\\']) || name.starts_with('.') {
        return value.error("bad-theme", format!("theme is the name of a folder in themes/, found `{name}`"), "");
    }
    Some(name)
}

fn section_number(fields: &Fields<'_>, section: &'static str, key: &'static str, default: usize) -> usize {
    let read = |v: Value<'_>| {
        let inside = v.mapping()?;
        let number = inside.read(key, Value::whole);
        inside.finish(&[], |_| None);
        number
    };
    fields.read(section, read).and_then(|n| usize::try_from(n).ok()).unwrap_or(default)
}

/// Entries that have a card of their own, and their weeks as a picture, where the settings do not say.
///
/// A picture of weeks takes as long to draw and to pack as dozens of pages to write, and has 75 kB: a hundred were two thirds of a
/// first build of the demo. Twenty are what is still sent around.
const CARDS: usize = 20;

fn search(value: Value<'_>) -> Option<bool> {
    let fields = value.mapping()?;
    let enabled = fields.read("enabled", Value::bool);
    fields.finish(&[], |_| None);
    enabled
}

/// Whether there are cards, and of how many entries.
fn cards(value: Value<'_>) -> Option<Cards> {
    let fields = value.mapping()?;
    let enabled = fields.read("enabled", Value::bool).unwrap_or(true);
    let limit = fields.read("limit", Value::whole).and_then(|n| usize::try_from(n).ok());
    fields.finish(&[], |_| None);
    Some(Cards { enabled, limit: limit.unwrap_or(CARDS) })
}

fn privacy(value: Value<'_>) -> Option<(Vec<PrivateField>, bool)> {
    let fields = value.mapping()?;
    let show = fields.get("show").map(Value::items).unwrap_or_default();
    let show = show.into_iter().filter_map(|item| item.one_of(&PrivateField::WORDS)).collect();
    let count = fields.read("count_private", Value::bool).unwrap_or(false);
    fields.finish(&[], |_| None);
    Some((show, count))
}

/// The currency of amounts that name none.
fn currency(value: Value<'_>) -> Option<String> {
    let typed = value.text()?;
    match Currency::from_code(&typed.to_uppercase()) {
        Some(currency) => Some(currency.code().to_owned()),
        None => {
            let hint = "currencies are codes of three letters: USD, EUR, GBP";
            value.error("unknown-currency", format!("`{typed}` is no currency"), hint)
        }
    }
}

fn front_matter(value: Value<'_>) -> Option<(Vec<String>, Vec<KeyElsewhere>)> {
    let fields = value.mapping()?;
    let allow = fields.get("allow").map(Value::texts).unwrap_or_default();
    let map = fields.get("map").and_then(Value::named).unwrap_or_default();
    let mut elsewhere = Vec::new();
    for (ours, theirs) in map {
        if matches!(theirs.node, Node::Map(_)) {
            // `pain.before = "am"` without quotes is a table of its own to TOML.
            for (inner, theirs) in theirs.named().unwrap_or_default() {
                elsewhere.extend(keys_elsewhere(&format!("{ours}.{inner}"), theirs));
            }
        } else {
            elsewhere.extend(keys_elsewhere(ours, theirs));
        }
    }
    fields.finish(&[], |_| None);
    Some((allow, elsewhere))
}

fn keys_elsewhere(ours: &str, theirs: Value<'_>) -> Vec<KeyElsewhere> {
    let one =
        |theirs: Value<'_>| Some(KeyElsewhere { ours: ours.to_owned(), place: theirs.place(), theirs: theirs.text()? });
    theirs.items().into_iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Better, LessonOrder, Prescription, TestKind};
    use jiff::civil::date;

    fn flags() -> Flags {
        Flags::on(Today::Given(date(2020, 1, 1)))
    }

    fn problems(text: &str) -> Vec<String> {
        let show = |d: &Diagnostic| {
            let place = d.place.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{place} {}{}", d.message, d.hints.first().map(|h| format!(" | {h}")).unwrap_or_default())
        };
        load(text, &flags()).diagnostics.iter().map(show).collect()
    }

    #[test]
    fn two_keys_make_a_whole_file() {
        let checked = load("title = \"A\"\nbase_url = \"https://example.org/blog\"\n", &flags());
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let config = checked.value;
        assert_eq!((config.base_url.as_str(), config.base_path.as_str()), ("https://example.org/blog/", "/blog/"));
        assert_eq!((config.per_page, config.units, config.load_unit), (10, Distance::Kilometres, Weight::Kilograms));
        assert_eq!(config.absolute("/a/"), "https://example.org/blog/a/");
    }

    #[test]
    fn the_base_url_flag_replaces_the_key() {
        let flags = Flags { base_url: Some("http://localhost:1111/x".to_owned()), ..flags() };
        let config = load("title = \"A\"\nbase_url = \"https://example.org/\"\n", &flags).value;
        assert_eq!(config.base_path, "/x/");
    }

    #[test]
    fn mistakes_are_all_named() {
        let text = "titel = \"A\"\nbase_url = \"example.org\"\nunits = \"miles\"\nweek_start = 1\ntimezone = \"Mars/Base\"\n[pagination]\nper_page = 0\nperpage = 1\n[[phases]]\nname = \"A\"\nstart = 2020-01-01\n[[phases]]\nname = \"B\"\nstart = 2020-02-01\nend = 2020-01-02\n[[injuries]]\nside = \"up\"\n";
        assert_eq!(
            problems(text),
            [
                "site.toml:5:12 no time zone `Mars/Base` is known | names look like Europe/Berlin",
                "site.toml:3:9 units is km or mi, found `miles` | write `mi`",
                "site.toml:4:14 week_start is monday or sunday, found the number 1",
                "site.toml:2:12 `example.org` is no address of a site | write the whole address: base_url = \"https://example.org/blog/\"",
                "site.toml `title` is missing: the site's name, shown on every page",
                "site.toml:16:1 an injury needs a name | name = \"left high hamstring\"",
                "site.toml:17:8 side is left, right, both or central, found `up`",
                "site.toml:12:1 phase `B` ends before it starts",
                "site.toml:7:12 per_page is 1 to 1000, found 0",
                "site.toml:8:1 unknown key `perpage` in `pagination` | is it `per_page`, which stands here already?",
                "site.toml:1:1 unknown key `titel` | did you mean `title`?",
            ]
        );
    }

    #[test]
    fn another_version_that_is_required_is_all_that_is_told() {
        let head = "titel = \"A\"\nunits = \"stones\"\n[x]\ny = 1\n";
        let said = format!("this site requires comeback >=99, and this is {} |", env!("CARGO_PKG_VERSION"));
        let told = problems(&format!("requires = \">=99\"\n{head}"));
        assert!(told.len() == 1 && told[0].starts_with(&format!("site.toml:1:12 {said}")), "{told:?}");
        let fine = "title = \"A\"\nbase_url = \"https://e.org/\"\n";
        assert_eq!(problems(&format!("{fine}requires = \">=0.1\"\n")), Vec::<String>::new());
        assert_eq!(
            problems(&format!("{fine}requires = \"new\"\nunit = 1\n")),
            [
                "site.toml:3:12 `new` names no versions | write the oldest version that will do: requires = \">=0.1\"",
                "site.toml:4:1 unknown key `unit`",
            ]
        );
    }

    #[test]
    fn syntax_errors_have_a_place() {
        assert!(problems("title = \"A\nbase_url = \"https://e.org/\"\n")[0].starts_with("site.toml:1:"));
    }

    #[test]
    fn prescriptions_currency_and_private_fields() {
        let head = "title = \"A\"\nbase_url = \"https://e.org/\"\n";
        let text = "currency = \"eur\"\n[privacy]\nshow = [\"cost\"]\n[[prescriptions]]\nexercise = \"Bridge\"\nper_week = 3\nfrom = 2020-01-01\n";
        let checked = load(&format!("{head}{text}"), &flags());
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let config = checked.value;
        let bridge =
            Prescription { exercise: "Bridge".to_owned(), per_week: 3, from: Some(date(2020, 1, 1)), to: None };
        assert_eq!((config.currency.as_deref(), config.prescriptions), (Some("EUR"), vec![bridge]));
        assert_eq!((config.show, config.count_private), (vec![PrivateField::Cost], false));
        let text = "currency = \"euro\"\n[privacy]\nshow = [\"costs\"]\n[[prescriptions]]\nexercise = \"Bridge\"\n[[prescriptions]]\nexercise = \"A\"\nper_week = 8\n[[prescriptions]]\nexercise = \"A\"\nper_week = 1\nfrom = 2020-02-01\nto = 2020-01-01\n";
        assert_eq!(
            problems(&format!("{head}{text}")),
            [
                "site.toml:5:9 show is cost, provider, body_weight or medication, found `costs` | did you mean `cost`?",
                "site.toml:6:1 a prescription has an exercise and how often a week it is done | exercise = \"Bridge\", per_week = 3",
                "site.toml:10:12 per_week is 1 to 7, found 8",
                "site.toml:11:1 the prescription ends before it starts",
                "site.toml:3:12 `euro` is no currency | currencies are codes of three letters: USD, EUR, GBP",
            ]
        );
    }

    #[test]
    fn tests_have_a_name_and_a_direction() {
        let head = "title = \"A\"\nbase_url = \"https://e.org/\"\n[[tests]]\n";
        let checked =
            load(&format!("{head}name = \"heel raises\"\nunit = \"reps\"\nbetter = \"More\"\nline = 20\n"), &flags());
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let heel = TestKind {
            name: "heel raises".to_owned(),
            unit: "reps".to_owned(),
            better: Some(Better::More),
            line: Some(20.0),
        };
        assert_eq!(checked.value.test("Heel-Raises"), Some(&heel));
        assert_eq!(
            problems(&format!(
                "{head}unit = \"reps\"\nbetter = \"up\"\n[[tests]]\nname = \"a\"\ntarget = 3\n[[tests]]\nname = \"A\"\n"
            )),
            [
                "site.toml:3:1 a test needs a name | name = \"heel raises\"",
                "site.toml:5:10 better is more or less, found `up` | write `more`",
                "site.toml:8:1 unknown key `target` in `tests` | did you mean `line`?",
                "site.toml:9:1 two tests are called `A`",
            ]
        );
    }

    #[test]
    fn lessons_are_arranged() {
        let head = "title = \"A\"\nbase_url = \"https://e.org/\"\n[lessons]\n";
        let text = format!("{head}order = \"evidence\"\ntop = [\"b\", \"a\"]\n");
        let checked = load(&text, &flags());
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let lessons = checked.value.lessons;
        let top: Vec<(&str, String)> = lessons.top.iter().map(|(id, place)| (id.as_str(), place.to_string())).collect();
        assert_eq!(
            (lessons.order, top),
            (LessonOrder::Evidence, vec![("b", "site.toml:5:8".to_owned()), ("a", "site.toml:5:13".to_owned())])
        );
        assert_eq!(
            problems(&format!("{head}order = \"age\"\ntop = [\"b\", \"b\"]\n")),
            [
                "site.toml:4:9 order is learned or evidence, found `age`",
                "site.toml:5:13 lesson `b` is in `top` twice | its first place counts",
            ]
        );
    }

    #[test]
    fn phases_are_sorted_and_overlaps_named() {
        let text = "title = \"A\"\nbase_url = \"https://e.org/\"\n[[phases]]\nname = \"B\"\nstart = 2020-02-01\n[[phases]]\nname = \"A\"\nstart = 2020-01-01\nend = 2020-02-03\n";
        let checked = load(text, &flags());
        assert_eq!(checked.value.phase_on(date(2020, 2, 2)).map(|p| p.name.as_str()), Some("B"));
        assert_eq!(checked.value.phase_on(date(2019, 12, 31)), None);
        assert_eq!(checked.diagnostics[0].message, "phase `B` starts before `A` has ended");
    }
}
