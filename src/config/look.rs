//! What `site.toml` says of a site's looks: a colour, fonts, a stylesheet of its own.

use super::colour::Colour;
use crate::diag::Place;
use crate::fields::{Fields, Value};

/// How a site differs from its theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteLook {
    /// The colour of links, on light and on dark paper.
    pub accent: Option<(Colour, Colour)>,
    /// The font of texts.
    pub text: Option<FontChoice>,
    /// The font of headings.
    pub headings: Option<FontChoice>,
    /// The stylesheet that comes last, from the site's root, and where the settings say it.
    pub stylesheet: Option<(String, Place)>,
}

impl SiteLook {
    /// Whether the program has a stylesheet to make of it.
    #[must_use]
    pub fn has_style(&self) -> bool {
        self.accent.is_some() || self.text.is_some() || self.headings.is_some()
    }
}

/// A font.
#[derive(Clone, Debug, PartialEq)]
pub enum FontChoice {
    /// A file, from the site's root, and where the settings say it.
    File(String, Place),
    /// A family that readers may have.
    Family(String),
}

/// The grounds of pages, light and dark, as the built-in theme's stylesheet has them.
const PAPERS: [Colour; 2] = [Colour(0xfb, 0xf8, 0xf1), Colour(0x11, 0x16, 0x1c)];

/// The endings of fonts' files, each with its name in stylesheets.
pub const FONTS: [(&str, &str); 4] = [("woff2", "woff2"), ("woff", "woff"), ("ttf", "truetype"), ("otf", "opentype")];

pub(super) fn look(fields: &Fields<'_>) -> SiteLook {
    let (text, headings) = fields.read("fonts", fonts).unwrap_or_default();
    SiteLook {
        accent: fields.read("accent", accent),
        text,
        headings,
        stylesheet: fields.read("stylesheet", stylesheet),
    }
}

/// One colour is that of the light paper, and what dark pages have follows from it.
fn accent(value: Value<'_>) -> Option<(Colour, Colour)> {
    let [paper, dark_paper] = PAPERS;
    if value.as_text().is_some() {
        let typed = colour_on(value, paper, "the light page")?;
        return Some((typed, typed.nearest_on(dark_paper)));
    }
    let fields = value.mapping()?;
    let light = fields.read("light", |value| colour_on(value, paper, "the light page"));
    let dark = fields.read("dark", |value| colour_on(value, dark_paper, "the dark page"));
    fields.finish(&[], |_| None);
    match (light, dark) {
        (Some(light), dark) => Some((light, dark.unwrap_or_else(|| light.nearest_on(dark_paper)))),
        (None, Some(dark)) => Some((dark.nearest_on(paper), dark)),
        (None, None) => None,
    }
}

/// A colour, with a warning where text of it can't be read on the ground that it is for.
fn colour_on(value: Value<'_>, ground: Colour, page: &str) -> Option<Colour> {
    let typed = value.text()?;
    let Some(colour) = Colour::parse(&typed) else {
        let hint = "a colour is `#` and three or six digits of 0 to 9 and a to f: #0b6e4f";
        return value.error("bad-colour", format!("`{typed}` is no colour"), hint);
    };
    if !colour.is_read_on(ground) {
        // Rounded down, so that what fails is never said to be 4.5.
        let contrast = (colour.contrast(ground) * 10.0).floor() / 10.0;
        let near = colour.nearest_on(ground);
        let message = format!("{typed} is hard to read on {page}: a contrast of {contrast}:1, and text needs 4.5:1");
        value.warn("contrast", message, &format!("the nearest that passes is {near}"));
    }
    Some(colour)
}

fn fonts(value: Value<'_>) -> Option<(Option<FontChoice>, Option<FontChoice>)> {
    let fields = value.mapping()?;
    let both = (fields.read("text", font), fields.read("headings", font));
    fields.finish(&[], |_| None);
    Some(both)
}

fn font(value: Value<'_>) -> Option<FontChoice> {
    let typed = value.text()?;
    let ending = typed.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let is_font = FONTS.iter().any(|(known, _)| *known == ending);
    if typed.contains("://") || typed.starts_with("//") {
        let hint = "put the font's file below static/ and name it: nobody else is to learn who reads the journal";
        return value.error("bad-font", format!("a font is never loaded from elsewhere, found `{typed}`"), hint);
    }
    if is_font || typed.contains(['/', '\\']) {
        if is_font && is_below_static(&typed) {
            return Some(FontChoice::File(typed, value.place()));
        }
        let hint = "such as static/fonts/own.woff2; the kinds are .woff2, .woff, .ttf and .otf";
        return value.error("bad-font", format!("a font's file stands below static/, found `{typed}`"), hint);
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '&' | '\'');
    if typed.trim().is_empty() || !typed.chars().all(is_name) {
        let hint = "write one name, such as Georgia: the theme's own fonts follow where a reader hasn't got it";
        return value.error("bad-font", format!("`{typed}` is no name of a font"), hint);
    }
    Some(FontChoice::Family(typed.trim().to_owned()))
}

fn stylesheet(value: Value<'_>) -> Option<(String, Place)> {
    let typed = value.text()?;
    if is_below_static(&typed) && typed.ends_with(".css") {
        return Some((typed, value.place()));
    }
    let hint = "such as stylesheet = \"static/my.css\"";
    value.error("bad-stylesheet", format!("a stylesheet is a file of CSS below static/, found `{typed}`"), hint)
}

/// Whether a path, as it is typed, names a file in the site's `static/`.
fn is_below_static(typed: &str) -> bool {
    let inside = typed.strip_prefix("static/");
    inside.is_some_and(|inside| inside.split('/').all(|part| !part.is_empty() && part != "." && part != ".."))
        && !typed.contains('\\')
}
