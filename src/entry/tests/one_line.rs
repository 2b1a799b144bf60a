//! Exercises on one line: `NAME SETSxREPS[s] [@LOAD] [L|R|both] [pain N]`.

use super::*;
use crate::units::{POUND, Score};

fn bare(name: &str) -> Exercise {
    Exercise { name: name.to_owned(), ..Exercise::default() }
}

#[test]
fn exercises_on_one_line() {
    let sets = |name: &str, sets, reps: u32| Exercise { sets: Some(sets), reps: vec![reps], ..bare(name) };
    let kilograms = |kg| Some(Load::Kilograms(kg));
    for (typed, expected) in [
        (
            "Clamshell 3x15 @band:red R",
            Exercise { load: Some(Load::Band("red".to_owned())), side: Some(Side::Right), ..sets("Clamshell", 3, 15) },
        ),
        ("Bridge 5x45s @20kg", Exercise { sets: Some(5), hold: Some(45.0), load: kilograms(20.0), ..bare("Bridge") }),
        (
            "bridge 3x8 @12kg L pain 2",
            Exercise { load: kilograms(12.0), side: Some(Side::Left), pain: Score::new(2.0), ..sets("bridge", 3, 8) },
        ),
        (
            "Single-leg Romanian deadlift 3 × 8 @ 12.5 kg both pain 1.5",
            Exercise {
                load: kilograms(12.5),
                side: Some(Side::Both),
                pain: Score::new(1.5),
                ..sets("Single-leg Romanian deadlift", 3, 8)
            },
        ),
        ("90-90 stretch 2x30 s", Exercise { sets: Some(2), hold: Some(30.0), ..bare("90-90 stretch") }),
        ("Squat 3X10 @bodyweight", Exercise { load: Some(Load::BodyWeight), ..sets("Squat", 3, 10) }),
        ("Squat 3x10 @45lb", Exercise { load: kilograms(45.0 * POUND), ..sets("Squat", 3, 10) }),
        ("Squat 3x10 @45", Exercise { load: kilograms(45.0), ..sets("Squat", 3, 10) }),
        // A space of more than one byte once ended in a panic.
        ("ブリッジ\u{3000}3x8", sets("ブリッジ", 3, 8)),
        ("Plank", bare("Plank")),
        ("Plan L", bare("Plan L")),
    ] {
        assert_eq!(entry(&format!("exercises: ['{typed}']")).exercises, [expected], "{typed}");
    }
    assert_eq!(
        entry("exercises: Plank 1x60s").exercises,
        [Exercise { sets: Some(1), hold: Some(60.0), ..bare("Plank") }]
    );
}

#[test]
fn one_line_with_mistakes() {
    let is = "an exercise in one line is `NAME SETSxREPS`, then `@LOAD`, the side and `pain N`, found";
    let such = "such as `Bridge 3x8 @20kg L pain 2` or `Plank 3x45s`";
    for (typed, expected) in [
        ("Bridge 60x8", "8 error: sets is 0 to 50, found 60".to_owned()),
        ("Bridge 3x501", "10 error: reps is 0 to 500, found 501".to_owned()),
        ("Bridge 3x601s", "10 error: hold is 0 to 600 seconds, found the text `601s`".to_owned()),
        (
            "Bridge 3x8 @heavy",
            "13 error: load is a weight such as `20 kg` or `45 lb`, `bodyweight`, or a band such as `band:red`, found the text `heavy`".to_owned(),
        ),
        ("Bridge 3x8 pain 11", "17 error: pain is 0 to 10, found 11".to_owned()),
        ("Bridge 3x8 pain bad", format!("1 error: {is} `Bridge 3x8 pain bad` | {such}")),
        ("3x8", format!("1 error: {is} `3x8` | {such}")),
        ("Bridge @20kg", format!("1 error: {is} `Bridge @20kg` | {such}")),
        ("Bridge 8", format!("1 error: {is} `Bridge 8` | {such}")),
        ("Bridge 3*8", format!("1 error: {is} `Bridge 3*8` | {such}")),
        ("Bridge 3x8 twice", format!("1 error: {is} `Bridge 3x8 twice` | {such}")),
    ] {
        let (column, message) = expected.split_once(' ').expect("a column and a message");
        let column = "exercises: ".len() + column.parse::<usize>().expect("a column");
        check(&format!("exercises: {typed}"), &[&format!("2:{column} {message}")]);
    }
}
