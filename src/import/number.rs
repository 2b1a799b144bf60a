//! Numbers and lengths of time as tables have them.

/// A number with a decimal comma or point. A separator before exactly three digits is one of thousands where `thousands` says
/// that whole numbers are meant, as in `2,336` metres.
pub(super) fn read(text: &str, thousands: bool) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '\u{2019}')).collect();
    let text = text.trim_end_matches(|c: char| c.is_alphabetic());
    let separators: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let decimal = match separators.as_slice() {
        [] => None,
        [(at, _)] => Some(*at).filter(|at| !(thousands && text.len() - at == 4 && *at > 0)),
        [rest @ .., (at, last)] => Some(*at).filter(|_| rest.iter().all(|(_, c)| c != last)),
    };
    let plain: String = text
        .char_indices()
        .filter(|(at, c)| !matches!(c, '.' | ',') || Some(*at) == decimal)
        .map(|(_, c)| if c == ',' { '.' } else { c })
        .collect();
    let digits = plain.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    plain.parse::<f64>().ok().filter(|value| digits && value.is_finite())
}

/// Seconds of a length of time: `1:02:03`, `30:12`, `30:12,5`, `1h 5m`, or a number of units of so many seconds.
pub(super) fn seconds(text: &str, unit: f64) -> Option<f64> {
    let text = text.trim();
    if text.contains(':') {
        let parts: Option<Vec<f64>> = text.split(':').map(|part| read(part, false).filter(|n| *n >= 0.0)).collect();
        return match parts?.as_slice() {
            [minutes, seconds] => Some(minutes * 60.0 + seconds),
            [hours, minutes, seconds] => Some(hours * 3600.0 + minutes * 60.0 + seconds),
            [days, hours, minutes, seconds] => Some(days * 86400.0 + hours * 3600.0 + minutes * 60.0 + seconds),
            _ => None,
        };
    }
    let lower = text.to_lowercase();
    if lower.contains(['h', 'm', 's']) {
        let mut sum = 0.0;
        let mut rest = lower.as_str();
        while let Some(at) = rest.find(|c: char| c.is_alphabetic()) {
            let value = read(&rest[..at], false)?;
            let end = rest[at..].find(|c: char| !c.is_alphabetic()).map_or(rest.len(), |length| at + length);
            sum += value
                * match rest[at..].chars().next()? {
                    'h' => 3600.0,
                    'm' => 60.0,
                    's' => 1.0,
                    _ => return None,
                };
            rest = &rest[end..];
        }
        return rest.trim().is_empty().then_some(sum);
    }
    read(text, false).filter(|n| *n >= 0.0).map(|n| n * unit)
}
