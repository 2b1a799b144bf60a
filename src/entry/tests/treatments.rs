//! Treatments, money and questionnaires.

use super::*;

#[test]
fn a_treatment_is_a_mapping_or_its_type() {
    let front = "treatments:
  - needling
  - {type: massage, provider: Anke, minutes: 45, travel_minutes: 1h 10m, cost: 80 USD, pain_before: 3, pain_after: 2.5, helped: no}
  - {type: ice, helped: true}";
    let of = |kind: &str| Treatment {
        kind: kind.to_owned(),
        provider: None,
        minutes: None,
        travel_minutes: None,
        cost: None,
        pain_before: None,
        pain_after: None,
        helped: None,
    };
    let score = crate::units::Score::new;
    let massage = Treatment {
        provider: Some(Private::of(PrivateField::Provider, "Anke".to_owned(), 0..0, &config())),
        minutes: Some(45.0),
        travel_minutes: Some(70.0),
        cost: Some(Private::of(PrivateField::Cost, Money { cents: 8000, currency: "USD".to_owned() }, 0..0, &config())),
        pain_before: score(3.0),
        pain_after: score(2.5),
        helped: Some(Helped::No),
        ..of("massage")
    };
    assert_eq!(
        entry(front).treatments,
        [of("needling"), massage, Treatment { helped: Some(Helped::Yes), ..of("ice") }]
    );
}

#[test]
fn money_is_read_to_the_cent() {
    let euros = Config { currency: Some("EUR".to_owned()), ..config() };
    for (typed, cents, currency) in [
        ("80 USD", 8000, "USD"),
        ("80USD", 8000, "USD"),
        ("usd 80", 8000, "USD"),
        ("42.5 GBP", 4250, "GBP"),
        ("0.07 EUR", 7, "EUR"),
        ("1200 JPY", 120_000, "JPY"),
        ("0", 0, "EUR"),
        ("19.99", 1999, "EUR"),
        ("'80'", 8000, "EUR"),
    ] {
        let read = entry_with(&format!("treatments: [{{type: a, cost: {typed}}}]"), &euros).treatments.remove(0).cost;
        assert_eq!(
            read.as_ref().and_then(Private::shown),
            Some(&Money { cents, currency: currency.to_owned() }),
            "{typed}"
        );
    }
}

#[test]
fn money_that_is_none() {
    let is = "cost is an amount with its currency such as `80 USD` or `42.50 EUR`, found";
    for (typed, expected) in [
        ("80", format!("{is} the number 80 | name the currency, or set `currency` in site.toml")),
        ("80 UDS", "`UDS` is no currency | did you mean `80 USD`?".to_owned()),
        ("80 zloty", "`zloty` is no currency | currencies are codes of three letters: USD, EUR, GBP".to_owned()),
        ("80 $", "`$` is no currency | write `80 USD`".to_owned()),
        ("'42,50 EUR'", format!("{is} the text `42,50 EUR` | write `42.50 EUR`: numbers have no decimal comma")),
        ("42.505 EUR", format!("{is} the text `42.505 EUR` | at most two decimals")),
        ("-5 EUR", format!("{is} the text `-5 EUR` | what was paid back is no treatment")),
        ("99999999 EUR", "cost is 0 to 10000000, found the text `99999999 EUR`".to_owned()),
        ("true", format!("{is} `true`")),
        ("EUR", format!("{is} the text `EUR`")),
    ] {
        check(&format!("treatments: [{{type: a, cost: {typed}}}]"), &[&format!("2:30 error: {expected}")]);
    }
}

#[test]
fn treatments_with_mistakes() {
    check(
        "treatments:\n- {minutes: 30, with: A}\n- 5\n- {type: a, helped: perhaps, pain_after: 11}",
        &[
            "3:3 error: a treatment needs a `type` | such as `type: massage`",
            "3:17 warning: unknown key `with` in `treatments` | did you mean `provider`?",
            "4:3 error: treatments is a list of mappings such as `{type: massage, minutes: 30}`, found the number 5",
            "5:21 error: helped is yes, no or unsure, found `perhaps`",
            "5:42 error: pain_after is 0 to 10, found 11",
        ],
    );
}

#[test]
fn questionnaires_are_totals_in_their_own_range() {
    let found = entry("prom: [{instrument: visa h, score: 62}, {instrument: Mine, score: 120.5}]").prom;
    let of = |instrument: &str, score| Prom { instrument: instrument.to_owned(), score };
    assert_eq!(found, [of("VISA-H", 62.0), of("Mine", 120.5)]);
    assert_eq!(entry("prom: {instrument: LEFS, score: 80}").prom, [of("LEFS", 80.0)]);
    check(
        "prom: [{instrument: LEFS, score: 81}, {score: 5, total: 6}, {instrument: FASH}, 62]",
        &[
            "2:34 error: score is 0 to 80, found 81",
            "2:39 error: a questionnaire needs its `instrument` | such as `instrument: VISA-H`",
            "2:50 warning: unknown key `total` in `prom` | is it `score`, which stands here already?",
            "2:61 error: a questionnaire needs its `score` | such as `score: 62`, the total; single answers are not read",
            "2:81 error: prom is a mapping such as `{instrument: VISA-H, score: 62}`, found the number 62",
        ],
    );
}

#[test]
fn weights_of_the_body_and_medication() {
    let pounds = Config { load_unit: Weight::Pounds, ..config() };
    let weight = entry_with("body_weight: 141", &pounds).body_weight;
    assert_eq!(weight.as_ref().and_then(Private::shown), Some(&(141.0 * crate::units::POUND)));
    let medication = entry("medication: [ibuprofen, 5]").medication;
    assert_eq!(
        medication.as_ref().and_then(Private::shown).map(Vec::as_slice),
        Some(["ibuprofen".to_owned(), "5".to_owned()].as_slice())
    );
    check("body_weight: 12", &["2:14 error: body_weight is 20 to 500 kg, found the number 12"]);
    check(
        "body_weight: heavy",
        &["2:14 error: body_weight is a weight such as `64 kg` or `141 lb`, found the text `heavy`"],
    );
    check("medication: {a: 1}", &["2:13 error: medication is text, found a mapping"]);
}

#[test]
fn private_fields_that_are_not_shown_are_places_and_no_values() {
    let front = "treatments:
  - {type: massage, provider: Anke, cost: 80 USD}
body_weight: 64.5 kg
medication:
  - ibuprofen
  - paracetamol";
    let hidden = Config { show: vec![PrivateField::Cost], ..config() };
    let entry = entry_with(front, &hidden);
    let massage = &entry.treatments[0];
    assert_eq!(massage.cost.as_ref().and_then(Private::shown).map(|cost| cost.cents), Some(8000));
    assert_eq!(massage.provider.as_ref().and_then(Private::shown), None);
    assert_eq!(entry.body_weight.as_ref().and_then(Private::shown), None);
    assert_eq!(entry.medication.as_ref().and_then(Private::shown), None);
    let written: Vec<&str> = entry.hidden().into_iter().map(|(_, range)| &entry.text[range]).collect();
    assert_eq!(written, ["Anke", "64.5 kg", "- ibuprofen\n  - paracetamol"]);
    assert_eq!(format!("{:?}", massage.provider), "Some(Hidden)");
}
