//! A colour as the settings write it, and how well it reads on another one.

/// Red, green and blue, 0 to 255 each.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The contrast that text needs with its ground, by WCAG 2.
const LEAST: f64 = 4.5;

/// The steps in which a lightness is looked for.
const STEPS: u16 = 1000;

impl Colour {
    /// Reads `#0b6e4f` or `#0b6`.
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let digits = typed.strip_prefix('#')?;
        let digits: Vec<u8> = digits.chars().map(|c| u8::try_from(c.to_digit(16)?).ok()).collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r, r2, g, g2, b, b2] => Some(Self(r * 16 + r2, g * 16 + g2, b * 16 + b2)),
            _ => None,
        }
    }

    /// Its light as the eye weighs it, 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The contrast with another colour, 1 to 21.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Whether text of this colour can be read on a ground.
    pub(super) fn is_read_on(self, ground: Self) -> bool {
        self.contrast(ground) >= LEAST
    }

    /// The nearest lightness of the same hue that can be read on a ground: itself where it can be.
    pub(super) fn nearest_on(self, ground: Self) -> Self {
        if self.is_read_on(ground) {
            return self;
        }
        let (hue, saturation, lightness) = self.hsl();
        let at = |step: u16| f64::from(step) / f64::from(STEPS);
        let made = |step: u16| Self::of_hsl(hue, saturation, at(step));
        let fitting = (0..=STEPS).filter(|step| made(*step).is_read_on(ground));
        let near = fitting.min_by(|a, b| (at(*a) - lightness).abs().total_cmp(&(at(*b) - lightness).abs()));
        near.map_or(self, made)
    }

    /// Hue (0 to 6), saturation and lightness (0 to 1).
    fn hsl(self) -> (f64, f64, f64) {
        let [r, g, b] = [self.0, self.1, self.2].map(|part| f64::from(part) / 255.0);
        let (most, least) = (r.max(g).max(b), r.min(g).min(b));
        let (lightness, range) = (f64::midpoint(most, least), most - least);
        if range == 0.0 {
            return (0.0, 0.0, lightness);
        }
        let hue = if most == r {
            ((g - b) / range).rem_euclid(6.0)
        } else if most == g {
            (b - r) / range + 2.0
        } else {
            (r - g) / range + 4.0
        };
        (hue, range / (1.0 - (2.0 * lightness - 1.0).abs()), lightness)
    }

    fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> Self {
        let range = saturation * (1.0 - (2.0 * lightness - 1.0).abs());
        let part = |offset: f64| {
            let place = (hue + offset).rem_euclid(6.0);
            let share = (2.0 - (place - 3.0).abs()).clamp(0.0, 1.0);
            // Between 0 and 255 by what it is made of.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped")]
            let byte = ((lightness - range / 2.0 + range * (1.0 - share)) * 255.0).round().clamp(0.0, 255.0) as u8;
            byte
        };
        Self(part(0.0), part(4.0), part(2.0))
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(typed: &str) -> Colour {
        Colour::parse(typed).expect(typed)
    }

    #[test]
    fn colours_are_three_or_six_digits() {
        assert_eq!([of("#0b6"), of("#0B6E4f")], [Colour(0, 187, 102), Colour(11, 110, 79)]);
        for wrong in ["0b6e4f", "#0b6e", "#0b6e4f80", "#0b6e4g", "green", "#", ""] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let rounded = |a: &str, b: &str| (of(a).contrast(of(b)) * 100.0).round() / 100.0;
        assert_eq!([rounded("#000", "#fff"), rounded("#777", "#fff"), rounded("#fff", "#fff")], [21.0, 4.48, 1.0]);
    }

    #[test]
    fn the_nearest_that_is_read_keeps_its_hue() {
        assert_eq!(of("#0b6e4f").nearest_on(of("#fff")), of("#0b6e4f"), "it is read already");
        for ground in ["#fbf8f1", "#fff", "#11161c", "#161616", "#777"] {
            for typed in ["#f00", "#ff0", "#0f0", "#0ff", "#00f", "#f0f", "#d55e00", "#0b6e4f", "#777", "#fff", "#000"]
            {
                let near = of(typed).nearest_on(of(ground));
                assert!(near.is_read_on(of(ground)) || ground == "#777", "{typed} on {ground}: {near}");
                let (hue, saturation, lightness) = near.hsl();
                let grey = saturation * (1.0 - (2.0 * lightness - 1.0).abs()) < 0.05;
                let apart = (hue - of(typed).hsl().0).abs();
                assert!(grey || !(0.1..=5.9).contains(&apart), "{typed} on {ground}: {near}");
            }
        }
        for (hue, saturation, lightness) in ["#d55e00", "#0b6e4f", "#0072b2", "#ad5287"].map(|typed| of(typed).hsl()) {
            let back = Colour::of_hsl(hue, saturation, lightness).hsl();
            assert!((back.0 - hue).abs() < 0.02 && (back.2 - lightness).abs() < 0.01);
        }
    }
}
