//! What may not stand somewhere gives way to what is in it; the books of whole sites are compared in `tests/fast/book.rs`.

use super::xml_id;

#[test]
fn places_have_names_that_xml_takes() {
    for (name, expected) in [
        ("first-run", "first-run"),
        ("2-days", "id.2-days"),
        ("_taught", "_taught"),
        ("a b", "a.20.b"),
        ("über", "id..fc.ber"),
        ("a.b", "a.2e.b"),
        ("", "id."),
    ] {
        assert_eq!(xml_id(name), expected, "{name}");
    }
}
