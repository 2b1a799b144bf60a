//! Drawings: refused where they act or ask for something, else copied without the notes of editors.

use super::Refusal;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

/// The size of a drawing that says none: what browsers take.
const NO_SIZE: (u32, u32) = (300, 150);

/// Elements that act, or hold what is no drawing.
const REFUSED: [&str; 9] =
    ["script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"];

/// A drawing without what is not seen, and its size.
pub(super) fn clean(bytes: &[u8]) -> Result<(Vec<u8>, (u32, u32)), Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| broken())?.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new(Vec::with_capacity(text.len()));
    let mut size = None;
    // How many elements are open, and how many of them inside of one that is left out.
    let (mut depth, mut left_out) = (0usize, 0usize);
    let mut in_style = false;
    loop {
        let event = reader.read_event().map_err(|_| broken())?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = local(tag.name().as_ref());
                if depth == 0 && (name != "svg" || size.is_some()) {
                    return Err(broken());
                }
                check_element(tag, &name)?;
                size = size.or(Some(size_of(tag)));
                let opens = matches!(event, Event::Start(_));
                if opens {
                    depth += 1;
                    in_style = name == "style";
                }
                if left_out > 0 || is_note(tag.name().as_ref()) {
                    left_out += usize::from(opens);
                    continue;
                }
                let kept = without_notes(tag).map_err(|_| broken())?;
                let event = if opens { Event::Start(kept) } else { Event::Empty(kept) };
                writer.write_event(event).map_err(|_| broken())?;
                continue;
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or_else(broken)?;
                in_style = false;
                if left_out > 0 {
                    left_out -= 1;
                    continue;
                }
            }
            Event::Text(text) if in_style => check_style(text.as_ref())?,
            Event::CData(text) if in_style => check_style(text.as_ref())?,
            Event::GeneralRef(_) if in_style => return Err(asks("a style in disguise")),
            Event::PI(_) => return Err(asks("an instruction to load something")),
            Event::DocType(kind) if AsRef::<str>::as_ref(kind).contains('[') => {
                return Err(asks("definitions of its own in its head"));
            }
            Event::Comment(_) => continue,
            Event::Eof => break,
            _ => {}
        }
        if left_out == 0 {
            writer.write_event(event).map_err(|_| broken())?;
        }
    }
    match size.filter(|_| depth == 0) {
        Some(size) => Ok((writer.into_inner(), size)),
        None => Err(broken()),
    }
}

fn broken() -> Refusal {
    Refusal::new("is no well-formed drawing", "save it anew as a plain SVG in a drawing program")
}

fn acts(what: &str) -> Refusal {
    let hint = "take it out, or save the drawing anew as a plain SVG in a drawing program";
    Refusal::new(format!("is a drawing that acts: it has {what}"), hint)
}

fn asks(what: &str) -> Refusal {
    let hint = "take it out, or save the drawing as PNG";
    Refusal::new(format!("is a drawing that needs more than itself: it has {what}"), hint)
}

/// A name without its prefix, in lower case: `svg:script` is a script.
fn local(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

/// Whether a name is one that editors keep their notes under.
fn is_note(name: &str) -> bool {
    local(name) == "metadata" || ["inkscape:", "sodipodi:"].iter().any(|prefix| name.starts_with(prefix))
}

fn check_element(tag: &BytesStart<'_>, name: &str) -> Result<(), Refusal> {
    if name == "image" {
        // A photo inside of a drawing would keep the place where it was taken.
        return Err(asks("a picture inside of it"));
    }
    if REFUSED.contains(&name) {
        return Err(acts(&format!("a `{name}` element")));
    }
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| broken())?;
        let name = local(attribute.key.as_ref());
        // An entity may stand for any letter.
        let value = unescape(&attribute.value).map_err(|_| broken())?;
        if name.starts_with("on") {
            return Err(acts(&format!("the handler `{name}`")));
        }
        if matches!(name.as_str(), "href" | "src") && !value.trim_start().starts_with('#') {
            return Err(asks("a link"));
        }
        // An animation may put an address where there was none.
        if name == "attributename" && local(&value) == "href" {
            return Err(acts("an animated link"));
        }
        check_style(&value)?;
    }
    Ok(())
}

/// Style may lead to parts of the drawing and nowhere else.
fn check_style(text: &str) -> Result<(), Refusal> {
    let text = text.to_ascii_lowercase();
    let leads_out = text.match_indices("url(").any(|(at, found)| {
        let target =
            text[at + found.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        !target.starts_with('#')
    });
    // Escapes could spell either word.
    if leads_out || text.contains("@import") || text.contains('\\') && text.contains('{') {
        return Err(asks("a style that loads something"));
    }
    Ok(())
}

/// A tag without the attributes that editors keep notes in.
fn without_notes(tag: &BytesStart<'_>) -> Result<BytesStart<'static>, quick_xml::events::attributes::AttrError> {
    let mut kept = BytesStart::new(AsRef::<str>::as_ref(&tag.name()).to_owned());
    for attribute in tag.attributes() {
        let attribute = attribute?;
        if !is_note(attribute.key.as_ref()) {
            kept.push_attribute(attribute);
        }
    }
    Ok(kept)
}

/// The size that a drawing's root gives it.
fn size_of(tag: &BytesStart<'_>) -> (u32, u32) {
    let get = |name: &str| {
        let found = tag.attributes().flatten().find(|a| AsRef::<str>::as_ref(&a.key) == name);
        found.map(|a| a.value.into_owned())
    };
    let pixels = |text: &str| -> Option<f64> {
        let number: f64 = text.trim().trim_end_matches("px").trim().parse().ok()?;
        (1.0..=100_000.0).contains(&number).then_some(number)
    };
    let side = |name: &str| get(name).and_then(|text| pixels(&text));
    let view: Vec<f64> = get("viewBox")
        .map(|text| {
            text.split(|c: char| c.is_whitespace() || c == ',')
                .filter(|part| !part.is_empty())
                .filter_map(|p| p.parse().ok())
                .collect()
        })
        .unwrap_or_default();
    let view = match view.as_slice() {
        [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
        _ => None,
    };
    let size = match (side("width"), side("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(view)) => (width, width * view.1 / view.0),
        (None, Some(height), Some(view)) => (height * view.0 / view.1, height),
        (_, _, Some(view)) => view,
        _ => return NO_SIZE,
    };
    (rounded(size.0), rounded(size.1))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn rounded(side: f64) -> u32 {
    side.round().clamp(1.0, 100_000.0) as u32
}
