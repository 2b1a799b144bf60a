//! A line of a log from its rows.

use super::entry::money;
use super::record::{DoneRows, ExportedRecord};

/// The line, with its end.
pub(super) fn of(record: &ExportedRecord) -> String {
    let mut items = Vec::new();
    for pain in &record.pain {
        let known =
            |point: &str| matches!(point, "before" | "during" | "after" | "next_day" | "worst" | "rest" | "average");
        let points = pain.points.iter().filter(|(point, _)| known(point));
        let points: Vec<String> = points.map(|(point, score)| format!("{} {score}", point.replace('_', " "))).collect();
        if !points.is_empty() {
            items.push(format!("pain {}", points.join(" ")));
        }
    }
    for [metric, _, value, unit] in &record.others {
        items.extend(other(metric, value, unit));
    }
    items.extend(record.sessions.iter().map(session));
    items.extend(record.exercises.iter().map(|done| exercise(done, &record.name("exercise", &done.kind))));
    items.extend(record.treatments.iter().map(|done| treatment(done, &record.name("treatment", &done.kind))));
    let until = record.until.map(|until| format!("..{until}")).unwrap_or_default();
    // What a program wrote yields to what was typed, so the line says so again.
    let imported = record.others.iter().any(|[metric, ..]| metric == "imported");
    let mark = if imported { format!("  [export:{}]", record.line) } else { String::new() };
    format!("{}{until}  {}{mark}\n", record.date, items.join(", "))
}

/// A text in quotes on one line; it may hold none itself.
fn quoted(text: &str) -> String {
    let plain = text.replace('"', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{plain}\"")
}

fn other(metric: &str, value: &str, unit: &str) -> Option<String> {
    if metric.starts_with("milestone.") {
        return Some(format!("milestone {}", quoted(value)));
    }
    Some(match metric {
        "rest" | "flare" | "later" => metric.to_owned(),
        "imported" => return None,
        "note" => quoted(value),
        "criterion" => format!("criteria {}", quoted(value)),
        "setback" | "trigger" | "medication" => format!("{metric} {}", quoted(value)),
        "mileage" => format!("mileage {value} {unit}"),
        "body_weight" => format!("body_weight {value} {unit}"),
        "mood" if value.parse::<f64>().is_err() => format!("mood {}", quoted(value)),
        _ => format!("{metric} {value}"),
    })
}

fn session(done: &DoneRows) -> String {
    let mut parts = vec![done.kind.clone()];
    for [key, value, _] in &done.values {
        parts.push(match key.as_str() {
            "distance" => format!("{value} metres"),
            "duration" => format!("{value} min"),
            "rpe" => format!("rpe {value}"),
            "climb" => format!("climb {value} m"),
            "heart_rate" => format!("hr {value}"),
            "surface" => value.clone(),
            _ => continue,
        });
    }
    parts.join(" ")
}

fn exercise(done: &DoneRows, name: &str) -> String {
    let sets = done.value("sets").map(|sets| format!("{sets}x")).unwrap_or_default();
    let mut parts = vec![name.to_owned()];
    match (done.value("reps"), done.value("hold")) {
        (Some(reps), _) => parts.push(format!("{sets}{reps}")),
        (None, Some(hold)) => parts.push(format!("{sets}{hold}s")),
        (None, None) => {}
    }
    match (done.all("load").as_slice(), done.value("band")) {
        (_, Some(band)) => parts.push(format!("@band:{band}")),
        (["body weight"], _) => parts.push("@bodyweight".to_owned()),
        ([], None) => {}
        (loads, None) => parts.push(format!("@{}kg", loads.join("/"))),
    }
    match done.side.as_str() {
        "" => {}
        "both" => parts.push("each side".to_owned()),
        side => parts.push(side.to_owned()),
    }
    parts.extend(done.value("pain").map(|pain| format!("pain {pain}")));
    parts.join(" ")
}

fn treatment(done: &DoneRows, name: &str) -> String {
    let mut line = format!("treatment {name}");
    if let Some(minutes) = done.value("minutes") {
        line.push_str(&format!(" {minutes} min"));
    }
    if let Some([_, cost, currency]) = done.values.iter().find(|[key, ..]| key == "cost") {
        line.push_str(&format!(" {} {currency}", money(cost)));
    }
    line
}
