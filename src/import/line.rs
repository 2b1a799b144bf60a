//! Activities as log lines.

use super::{Activity, Effort};
use crate::text::words::clock;

/// The line of an activity, without its line end.
pub(super) fn of(activity: &Activity) -> String {
    let begin = activity.begin.date();
    let mut line = format!("{begin}  {}", effort(&activity.effort));
    if let Some(time) = activity.begin.time() {
        line.push_str(&time.strftime(" at %H:%M").to_string());
    }
    if let Some(climb) = activity.effort.climb {
        line.push_str(&format!(" climb {climb:.0} m"));
    }
    if let Some(rate) = activity.effort.heart_rate {
        // Whole beats, as watches have them.
        line.push_str(&format!(" hr {:.0}", rate.floor()));
    }
    line.push_str(&format!(" [{}:{}]", activity.origin.word(), activity.id));
    line
}

/// What was done, in the words of a line: `run 5.02 km 30:12`.
pub(super) fn effort(effort: &Effort) -> String {
    let mut text = effort.kind.word().to_owned();
    if let Some(metres) = effort.metres {
        text.push_str(&format!(" {} km", kilometres(metres)));
    }
    if let Some(seconds) = effort.seconds {
        text.push_str(&format!(" {}", clock(seconds)));
    }
    text
}

/// Kilometres to the metre: `5.02`, `12`.
fn kilometres(metres: f64) -> String {
    let text = format!("{:.3}", metres.round() / 1000.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
