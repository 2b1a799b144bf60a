//! The stylesheet that the program makes of what the settings say of looks. It stands between the theme's and the writer's own, and
//! sets variables that a theme's stylesheet may use: `--accent`, `--font-text`, `--font-headings`.

use crate::config::{FONTS, FontChoice, SiteLook};
use crate::diag::{Diagnostic, Place};
use crate::source::Sources;
use crate::text::near::nearest;
use cssparser::{serialize_identifier, serialize_string};
use std::fmt::Write as _;

/// Its name among the theme's files.
pub(super) const NAME: &str = "settings.css";

/// Families that every browser has under a name of CSS, which is no name in quotes.
const GENERIC: [&str; 9] = [
    "serif",
    "sans-serif",
    "monospace",
    "system-ui",
    "ui-serif",
    "ui-sans-serif",
    "ui-monospace",
    "ui-rounded",
    "cursive",
];

/// The text of the stylesheet; `path` makes a file's address of its path in `static/`.
pub(super) fn stylesheet(look: &SiteLook, path: impl Fn(&str) -> String) -> String {
    let fonts = [("text", &look.text), ("headings", &look.headings)];
    let mut faces = String::new();
    let mut root = String::new();
    for (what, font) in fonts {
        let family = match font {
            Some(FontChoice::File(file, _)) => {
                faces.push_str(&face(what, file, &path));
                format!("own-{what}")
            }
            Some(FontChoice::Family(name)) => family(name),
            None => continue,
        };
        let _ = write!(root, " --font-{what}: {family}, var(--serif, system-ui), sans-serif;");
    }
    let Some((light, dark)) = look.accent else { return format!("{faces}:root {{{root} }}\n") };
    format!(
        "{faces}:root {{ --accent: {light};{root} }}\n\
         @media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
    )
}

/// The rule that loads a font. One of headings is drawn as it is, and one of texts is made bold by the browser.
fn face(what: &str, file: &str, path: &impl Fn(&str) -> String) -> String {
    let mut address = String::new();
    let inside = file.strip_prefix("static").unwrap_or(file);
    let _ = serialize_string(&path(&super::links::encode(inside)), &mut address);
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let kind = FONTS.iter().find(|(known, _)| *known == ending).map_or("woff2", |(_, kind)| kind);
    let weight = if what == "headings" { " font-weight: 100 900;" } else { "" };
    format!(
        "@font-face {{ font-family: own-{what}; src: url({address}) format(\"{kind}\");{weight} font-display: swap; }}\n"
    )
}

/// A family's name as CSS has it: words without quotes, since a string in a variable could be an address.
fn family(name: &str) -> String {
    if let Some(generic) = GENERIC.iter().find(|generic| generic.eq_ignore_ascii_case(name)) {
        return (*generic).to_owned();
    }
    let word = |word: &str| {
        let mut out = String::new();
        let _ = serialize_identifier(word, &mut out);
        out
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The addresses of the stylesheets that the settings add, from the site's root, in their order.
pub(super) fn addresses<'a>(look: &'a SiteLook, made: Option<&'a String>) -> impl Iterator<Item = &'a str> {
    let own = look.stylesheet.as_ref().and_then(|(path, _)| path.strip_prefix("static"));
    made.map(String::as_str).filter(|_| look.has_style()).into_iter().chain(own)
}

/// The files that the settings name and the site hasn't got.
pub(super) fn missing(look: &SiteLook, sources: &Sources) -> Vec<Diagnostic> {
    let fonts = [&look.text, &look.headings].into_iter().filter_map(|font| match font {
        Some(FontChoice::File(file, place)) => Some((file, place)),
        Some(FontChoice::Family(_)) | None => None,
    });
    let named = fonts.chain(look.stylesheet.as_ref().map(|(file, place)| (file, place)));
    let lost = named.filter(|(file, _)| !sources.files.contains_key(file.as_str()));
    lost.map(|(file, place)| problem(file, place, sources)).collect()
}

fn problem(file: &str, place: &Place, sources: &Sources) -> Diagnostic {
    let there: Vec<&str> = sources.below("static/").map(|source| &*source.path).collect();
    let hint = match nearest(file, there) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "put it there, or take the key out".to_owned(),
    };
    Diagnostic::error("missing-file", format!("there is no file {file}")).at(place.clone()).hint(hint)
}
