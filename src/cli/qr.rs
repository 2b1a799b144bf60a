//! An address as a square that phones read.

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};

/// The square as text, two of its rows a line; `None` for what is too long. In colours it is dark on light on every terminal,
/// without them only on those that write light on dark, as most do.
pub(super) fn square(text: &str, colored: bool) -> Option<String> {
    // The least of what mends errors makes the fewest squares; a screen is never smudged.
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    // What stands in the text is drawn in the colour of the letters: dark ones where we colour them, else the light ones.
    let (dark, light) = if colored { (Dense1x2::Dark, Dense1x2::Light) } else { (Dense1x2::Light, Dense1x2::Dark) };
    let drawn = code.render::<Dense1x2>().dark_color(dark).light_color(light).build();
    let line = |line: &str| if colored { format!("\x1b[30;107m{line}\x1b[0m\n") } else { format!("{line}\n") };
    Some(drawn.lines().map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::square;

    #[test]
    fn an_address_is_drawn_with_the_margin_that_phones_need() {
        let address = format!("http://192.168.178.123:4000/__comeback/write?token={}", "0123456789abcdef".repeat(2));
        let plain = square(&address, false).expect("it is short");
        let lines: Vec<&str> = plain.lines().collect();
        // 37 modules and 4 of margin on each side, two rows a line.
        assert_eq!((lines.len(), lines[0].chars().count()), (23, 45));
        assert_eq!((lines[0], lines[1]), (&*"█".repeat(45), &*"█".repeat(45)), "light is what is written");
        assert!(lines[2].starts_with("████ ▄▄▄▄▄ █"), "a corner: {}", lines[2]);
        let colored = square(&address, true).expect("it is short");
        let first = colored.lines().nth(2).expect("a line");
        assert!(first.starts_with("\u{1b}[30;107m    █▀▀▀▀▀█ ") && first.ends_with("\u{1b}[0m"), "{first}");
        assert_eq!(square(&"x".repeat(5000), false), None);
    }
}
