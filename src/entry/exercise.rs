//! Exercises: strength and mobility, set by set.

use super::{Exercise, Load, Ranges, Verdict, forms, one_line, pain};
use crate::config::Config;
use crate::fields::{Fields, Form, Node, Shape, Value};

/// How many sets an exercise may have.
pub(super) const SETS: Form = Form::OneOf(&[Form::Whole(0, 50), Form::Shaped(&SETS_FROM_TO)]);

const SETS_FROM_TO: Shape = Shape {
    expected: "a range: `2-3`",
    pattern: r"^\s*0*([0-4]?\d|50)\s*([-–—]|\s[Tt][Oo]\s)\s*0*([0-4]?\d|50)\s*$",
    number: None,
};

/// How many repetitions a set may have.
pub(super) const REPS: Form = Form::OneOf(&[Form::Whole(0, 500), Form::Shaped(&REPS_FROM_TO)]);

const REPS_FROM_TO: Shape = Shape {
    expected: "a range: `12-15`",
    pattern: r"^\s*0*([0-4]?\d{1,2}|500)\s*([-–—]|\s[Tt][Oo]\s)\s*0*([0-4]?\d{1,2}|500)\s*$",
    number: None,
};

/// An exercise: a mapping, or one line.
pub(super) fn exercise(value: Value<'_>, config: &Config) -> Option<Exercise> {
    if let Some(line) = value.as_text() {
        return one_line::exercise::read(value, line, config);
    }
    if !matches!(value.node, Node::Map(_)) {
        return value.wrong("a list of mappings such as `{name: Bridge, sets: 3, reps: 10}`");
    }
    let fields = value.mapping()?;
    let name = forms::named_or(&fields, "name", foreign, "an exercise needs a `name`", "such as `name: Bridge`");
    let name = name.and_then(Value::text);
    let exercise = Exercise {
        // An exercise without a name is read too, for the problems in it.
        name: name.clone().unwrap_or_default(),
        sets: fields.read("sets", count),
        reps: fields.get("reps").map(reps).unwrap_or_default(),
        load: fields.read("load", |v| forms::load(v, config.load_unit)),
        hold: fields.read("hold", forms::hold),
        tempo: fields.read("tempo", Value::text),
        side: fields.read("side", forms::exercise_side),
        rpe: fields.read("rpe", forms::effort),
        rir: fields.read("rir", forms::effort),
        pain: fields.read("pain", pain::score),
        verdict: fields.read("verdict", |v| v.one_of(&Verdict::WORDS)),
        ranges: Ranges::of(&fields, ["sets", "reps", "load", "hold", "rpe", "rir"]),
    };
    check_sets(&exercise, &fields);
    let loads = check_loads(&exercise, fields.get("load").unwrap_or_else(|| fields.itself()));
    fields.finish(&[], foreign);
    name.and(loads).map(|()| exercise)
}

/// A load for each set is one for each that was done: with too few or too many nobody can say what was lifted.
pub(super) fn check_loads(exercise: &Exercise, value: Value<'_>) -> Option<()> {
    let Some(Load::EachSet(loads)) = &exercise.load else { return Some(()) };
    let listed = Some(exercise.reps.len()).filter(|n| *n > 1);
    let sets = exercise.sets.map(|sets| sets as usize).into_iter().chain(listed).find(|sets| *sets != loads.len());
    let Some(sets) = sets else { return Some(()) };
    let message = format!("load has a weight for each of {} sets, and there are {sets}", loads.len());
    value.error("sets-disagree", message, "give one weight for all sets, or one for each: `3x8 @20/22.5/25kg`")
}

/// Repetitions: one number for all sets, or a list with one for each.
fn reps(value: Value<'_>) -> Vec<u32> {
    value.items().into_iter().filter_map(|item| item.read(count)).collect()
}

/// A number of sets or repetitions; of a range its lower end.
pub(super) fn count(value: Value<'_>) -> Option<u32> {
    match value.ends(one_count) {
        Some(ends) => ends.map(|(low, _)| low),
        None => one_count(value),
    }
}

fn one_count(value: Value<'_>) -> Option<u32> {
    value.whole().and_then(|n| u32::try_from(n).ok())
}

/// Warns where a list of repetitions is longer or shorter than the sets that were done.
fn check_sets(exercise: &Exercise, fields: &Fields<'_>) {
    let (Some(sets), Some(value)) = (exercise.sets, fields.get("reps")) else { return };
    let Node::List(listed) = value.node else { return };
    if u32::try_from(listed.len()) != Ok(sets) {
        let message = format!("reps lists {} sets, but sets is {sets}", listed.len());
        value.warn("sets-disagree", message, "with a list of reps, `sets` can be left out");
    }
}

/// Names that others give to our keys.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "exercise" | "type" | "title" => "did you mean `name`?",
        "repetitions" | "times" => "did you mean `reps`?",
        "weight" | "resistance" | "band" | "kg" | "lb" | "lbs" => {
            "did you mean `load`? it takes `20 kg`, `bodyweight` or `band:red`"
        }
        "hold_s" | "seconds" | "duration" => "did you mean `hold`? it takes seconds",
        _ => return None,
    })
}
