//! Words, dates and numbers by language.

use super::*;
use jiff::civil::date;

fn language(tag: &str) -> Language {
    // A table of any message makes the language one that the interface speaks.
    let path = format!("themes/t/languages/{tag}.ftl");
    load(tag, "themes/t/languages/", &[MessageTable { path, text: "moved = moved\n".into() }]).value
}

#[test]
fn dates_and_numbers_by_language() {
    let show = |tag: &str| {
        let l = language(tag);
        let d = date(2020, 9, 4);
        let dates = [
            l.dates.long(d),
            l.dates.short(d),
            l.dates.day_and_month(d),
            l.dates.short_day_and_month(d),
            l.dates.month(d).to_owned(),
            l.dates.short_month(d).to_owned(),
            l.dates.weekday(d).to_owned(),
            l.dates.short_weekday(d).to_owned(),
        ];
        let numbers = [l.numbers.fixed(-3.12, 1), l.numbers.decimals(12345.5, 1)];
        format!("{} | {} | {}", l.direction.word(), dates.join("; "), numbers.join("; "))
    };
    let found: Vec<String> =
        ["en", "en-US", "de", "de-AT", "fr", "ar", "ja"].map(|tag| format!("{tag}: {}", show(tag))).into();
    assert_eq!(
        found,
        [
            "en: ltr | 4 September 2020; 4 Sep 2020; 4 September; 4 Sep; September; Sep; Friday; Fri | -3.1; 12,345.5",
            "en-US: ltr | September 4, 2020; Sep 4, 2020; September 4; Sep 4; September; Sep; Friday; Fri | -3.1; 12,345.5",
            "de: ltr | 4. September 2020; 04.09.2020; 4. September; 4. Sept.; September; Sep; Freitag; Fr | -3,1; 12.345,5",
            "de-AT: ltr | 4. September 2020; 04.09.2020; 4. September; 4. Sep.; September; Sep; Freitag; Fr | -3,1; 12\u{a0}345,5",
            "fr: ltr | 4 septembre 2020; 4 sept. 2020; 4 septembre; 4 sept.; septembre; sept.; vendredi; ven. | -3,1; 12\u{202f}345,5",
            "ar: rtl | 4 سبتمبر 2020; 04\u{200f}/09\u{200f}/2020; 4 سبتمبر; 4 سبتمبر; سبتمبر; سبتمبر; الجمعة; الجمعة | \u{200e}-3.1; 12,345.5",
            "ja: ltr | 2020年9月4日; 2020/09/04; 9月4日; 9月4日; 9月; 9月; 金曜日; 金 | -3.1; 12,345.5",
        ]
    );
}

#[test]
fn money_has_cents_where_there_are_some() {
    let all = [(4600, "GBP"), (4250, "EUR"), (7, "USD"), (4650, "CHF")];
    let said = |language: &Language| all.map(|(cents, currency)| language.money(cents, currency));
    assert_eq!(said(&Language::english()), ["£46", "€42.50", "$0.07", "46.50 CHF"]);
    let german = load("de", "", &[]).value;
    assert_eq!(said(&german), ["46 £", "42,50 €", "0,07 $", "46,50 CHF"]);
    let french = load("fr", "", &[]).value;
    assert_eq!(said(&french), ["46\u{a0}£", "42,50\u{a0}€", "0,07\u{a0}$", "46,50 CHF"]);
}
