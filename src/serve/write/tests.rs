//! Forms read, line ends kept, pages made: without files.

use super::ends::{in_field, in_file, of_form};
use super::guard::{Token, is_form, is_from_here};
use super::typed::{DayForm, LogForm, TypedFields};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use jiff::civil::date;
use proptest::prelude::*;

fn headers(all: &[(&str, &str)]) -> HeaderMap {
    let pair = |(name, value): &(&str, &str)| {
        (HeaderName::try_from(*name).expect("a name"), HeaderValue::from_str(value).expect("a value"))
    };
    let mut map = HeaderMap::new();
    all.iter().map(pair).for_each(|(name, value)| {
        map.append(name, value);
    });
    map
}

#[test]
fn a_form_comes_from_here_only_where_the_browser_says_so() {
    let host = ("host", "192.168.1.5:4000");
    for (more, expected) in [
        (vec![("origin", "http://192.168.1.5:4000")], true),
        (vec![("sec-fetch-site", "same-origin")], true),
        (vec![("origin", "http://192.168.1.5:4000"), ("sec-fetch-site", "cross-site")], true),
        (vec![], false),
        (vec![("origin", "null")], false),
        (vec![("origin", "null"), ("sec-fetch-site", "same-origin")], false),
        (vec![("origin", "")], false),
        (vec![("origin", "https://192.168.1.5:4000")], false),
        (vec![("origin", "http://192.168.1.5:4001")], false),
        (vec![("origin", "http://192.168.1.5")], false),
        (vec![("origin", "http://192.168.1.5:4000.evil.example")], false),
        (vec![("origin", "http://192.168.1.5:4000"), ("origin", "http://evil.example")], false),
        (vec![("host", "evil.example"), ("origin", "http://192.168.1.5:4000")], false),
        (vec![("sec-fetch-site", "none")], false),
        (vec![("sec-fetch-site", "same-site")], false),
        (vec![("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")], false),
    ] {
        assert_eq!(is_from_here(&headers(&[vec![host], more.clone()].concat())), expected, "{more:?}");
    }
    assert!(!is_from_here(&headers(&[("origin", "http://")])), "without a host there is no own origin");
}

#[test]
fn only_one_encoding_of_forms_is_read() {
    for (kind, expected) in [
        ("application/x-www-form-urlencoded", true),
        ("Application/X-WWW-Form-Urlencoded; charset=UTF-8", true),
        ("application/x-www-form-urlencoded; charset=utf-16", false),
        ("multipart/form-data; boundary=x", false),
        ("text/plain", false),
        ("", false),
    ] {
        assert_eq!(is_form(&headers(&[("content-type", kind)])), expected, "{kind}");
    }
    assert!(!is_form(&HeaderMap::new()));
}

#[test]
fn secrets_are_new_each_time_and_only_they_fit() {
    let (a, b) = (Token::random().expect("bytes"), Token::random().expect("bytes"));
    assert!(a.text().len() == 32 && a.text().bytes().all(|b| b.is_ascii_hexdigit()), "{}", a.text());
    assert_ne!(a.text(), b.text());
    assert!(a.is(a.text()) && !a.is(b.text()) && !a.is("") && !a.is(&a.text()[..31]));
    assert_eq!(format!("{a:?}"), "Token(…)", "it stands in no log");
}

#[test]
fn fields_are_read_whole_or_not_at_all() {
    let read = |text: &str| TypedFields::read(text.as_bytes());
    let fields = read("a=1+2%2B&b=%C3%A4%0D%0A&&c").expect("fields");
    assert_eq!([fields.get("a"), fields.get("b"), fields.get("c"), fields.get("d")], ["1 2+", "ä\r\n", "", ""]);
    for (text, why) in [
        ("a=1&a=2", "a field was sent twice"),
        ("a=%FF", "this is not UTF-8"),
        ("%E4=1", "this is not UTF-8"),
        ("a=%00", "there is a control character in it"),
        ("a=x%1B[31m", "there is a control character in it"),
        ("a=%C2%85", "there is a control character in it"),
    ] {
        let error = read(text).expect_err(text);
        assert!(error.starts_with(why), "{text}: {error}");
    }
}

#[test]
fn a_form_becomes_the_items_of_a_line() {
    let says = |text: &str| LogForm::of(&TypedFields::read(text.as_bytes()).expect("fields")).says();
    for (text, expected) in [
        ("before=2&during=3&after=2&done=run+5k", Ok("pain 2/3/2, run 5k")),
        ("before=0&during=&after=10&done=", Ok("pain before 0 after 10")),
        ("before=&during=&after=&done=+rest+,+", Ok("rest")),
        ("during=4", Ok("pain during 4")),
        ("done=“slept badly”", Ok("\"slept badly\"")),
        ("before=&during=&after=&done=++", Err("Nothing is filled in yet: tap a score, or say what was done.")),
        ("before=11&done=rest", Err("A score is 0 to 10, and “11” is none.")),
        ("before=02", Err("A score is 0 to 10, and “02” is none.")),
    ] {
        assert_eq!(says(text).as_deref().map_err(String::as_str), expected, "{text}");
    }
}

#[test]
fn a_typed_date_counts_before_a_tap_that_nobody_made() {
    let today = date(2026, 11, 30);
    let day = |tapped: &str, typed: &str| DayForm { tapped: tapped.to_owned(), typed: typed.to_owned() }.date(today);
    assert_eq!(day("", ""), Ok(today));
    assert_eq!(day("2026-11-29", ""), Ok(date(2026, 11, 29)));
    assert_eq!(day("2026-11-30", "2026-11-02"), Ok(date(2026, 11, 2)));
    assert_eq!(day("2026-11-29", "2026-11-29"), Ok(date(2026, 11, 29)));
    let both = Err("Yesterday is tapped, and 2026-11-02 is typed: which day is it?".to_owned());
    assert_eq!(day("2026-11-29", "2026-11-02"), both);
    assert_eq!(day("", "soon"), Err("“soon” is no date: dates are 2026-11-30.".to_owned()));
    assert_eq!(day("../../x", ""), Err("“../../x” is no date: dates are 2026-11-30.".to_owned()));
}

#[test]
fn lines_that_nobody_touched_keep_their_ends() {
    for (old, sent, new) in [
        ("a\r\nb\r\n", "a\r\nc\r\nb\r\n", "a\r\nc\r\nb\r\n"),
        ("a\nb\n", "a\r\nc\r\nb\r\n", "a\nc\nb\n"),
        ("a\rb\r", "a\r\nb\r\nc", "a\rb\rc"),
        ("a\r\nb\nc\n", "a\r\nb\r\nd\r\n", "a\r\nb\nd\r\n"),
        ("\u{feff}a\n", "b\r\n", "\u{feff}b\n"),
        ("a", "a\r\nb", "a\nb"),
        ("", "a\r\nb\r\n", "a\nb\n"),
        ("x\na\ry", "x\r\na\r\n\r\ny", "x\na\n\ny"),
    ] {
        assert_eq!(in_file(old, &of_form(sent)), new, "{old:?} {sent:?}");
    }
    assert_eq!(in_field("a\r\nb\rc").as_deref(), Some("a\nb\nc"));
    assert_eq!(in_field("a\u{1b}"), None, "a field would lose it");
}

proptest! {
    #[test]
    fn what_is_sent_back_unchanged_is_the_file(file in "\u{feff}?([ab]{0,2}(\r\n|\n|\r)?){0,6}", sent in "([ab]{0,2}\n?){0,6}") {
        let shown = in_field(&file).expect("plain");
        prop_assert_eq!(&in_file(&file, &of_form(&shown.replace('\n', "\r\n"))), &file);
        let new = in_file(&file, &sent);
        prop_assert_eq!(of_form(new.strip_prefix('\u{feff}').unwrap_or(&new)), sent);
    }
}
