//! Addresses as text: escaped, taken apart, joined.
//!
//! The crate `url` joins to an origin and stops at its root; these know none, and a path that leaves the root is a mistake to tell.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// What an address that its writer has encoded must not hold as it is.
const NEVER: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'\\').add(b'^').add(b'{').add(b'|').add(b'}');

/// What may not stand in a path as it is. Browsers take `\` for a slash; `&` needs escaping in attributes and must have none
/// in the rules of a `style` element.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'\'')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'%')
    .add(b'?')
    .add(b'#')
    .add(b'\\')
    .add(b'&');

/// A path with what may not stand in one escaped.
pub(crate) fn encode(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_PATHS).to_string()
}

/// A typed address as browsers want it; what was encoded by its writer stays.
pub(crate) fn encode_typed(address: &str) -> String {
    utf8_percent_encode(address, NEVER).to_string()
}

/// A text with what was escaped in it as it was meant.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if text.contains('%') { percent_decode_str(text).decode_utf8_lossy() } else { text.into() }
}

/// The scheme of an address as typed, if it has one.
pub(crate) fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    valid.then_some(scheme)
}

/// An address's path and fragment; a query belongs to neither and is left out.
pub(crate) fn split(address: &str) -> (&str, Option<&str>) {
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)));
    (path.split('?').next().unwrap_or(path), fragment)
}

/// A path from an address that is a folder's, as an address from the root; `None` where it leaves the root.
pub(crate) fn join(folder: &str, path: &str) -> Option<String> {
    let inside = resolve_dots(folder, path)?;
    let ends_in_folder = matches!(path.rsplit('/').next(), None | Some("" | "." | ".."));
    let slash = if ends_in_folder && !inside.is_empty() { "/" } else { "" };
    Some(format!("/{inside}{slash}"))
}

/// A path relative to a folder, without `.` and `..`; `None` where it leaves the root.
pub(crate) fn resolve_dots(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_stand_in_a_path_is_escaped() {
        assert_eq!(encode("/a b/é\"/"), "/a%20b/%C3%A9%22/");
        assert_eq!(encode_typed("/a b%20c?d#e"), "/a%20b%20c?d#e");
        assert_eq!(decode("%C3%A9+"), "é+");
    }

    #[test]
    fn addresses_are_taken_apart() {
        assert_eq!(split("a.md?x=1#y?z"), ("a.md", Some("y?z")));
        assert_eq!(split("#y"), ("", Some("y")));
        assert_eq!([scheme("HTTPS:x"), scheme("a/b:c"), scheme("1:x"), scheme("x")], [Some("HTTPS"), None, None, None]);
    }

    #[test]
    fn paths_are_joined_as_browsers_do() {
        for (path, expected) in [
            ("../b/", Some("/journal/b/")),
            ("b.jpg", Some("/journal/a/b.jpg")),
            ("./b//c/.", Some("/journal/a/b/c/")),
            ("..", Some("/journal/")),
            ("../..", Some("/")),
            ("../../..", None),
        ] {
            assert_eq!(join("/journal/a/", path).as_deref(), expected, "{path}");
        }
    }
}
