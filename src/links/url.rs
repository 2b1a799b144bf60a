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

/// The way from one file to another, both from the same root.
pub(crate) fn way(from: &str, to: &str) -> String {
    let folders = |path: &str| path.split('/').count() - 1;
    let pairs = from.split('/').zip(to.split('/')).take(folders(from).min(folders(to)));
    let alike = pairs.take_while(|(a, b)| a == b).count();
    let rest = to.split('/').skip(alike).collect::<Vec<_>>().join("/");
    format!("{}{rest}", "../".repeat(folders(from) - alike))
}

/// The most bytes of a part of a path that all disks take.
const LONGEST_PART: usize = 255;

/// A former address as it was typed, without what addresses escape: `/blog/Old%20Title` is `/blog/Old Title/`; a page of
/// HTML is a file. Else what is wrong with it, and what helps.
pub(crate) fn former_address(alias: &str) -> Result<String, (String, String)> {
    let wrong = |what: &str, hint: String| Err((format!("a former address {what}, found `{alias}`"), hint));
    let typed = alias.trim();
    let scheme = scheme(typed).map(str::to_ascii_lowercase);
    if typed.starts_with("//")
        || typed.contains("://")
        || matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
    {
        let path = typed.split_once("//").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        return wrong("is a path of this site and names no host", format!("write `/{path}`"));
    }
    let typed = typed.split('#').next().unwrap_or(typed);
    if let Some((path, _)) = typed.split_once('?') {
        let hint = format!("no static host tells one query from another: write `{path}`, or leave it out");
        return wrong("has no query", hint);
    }
    let path = decode(typed);
    if path.contains(|c: char| c.is_control() || matches!(c, '\\' | '\u{fffd}')) {
        return wrong("has no control characters and no backslash", "write it as browsers show it".to_owned());
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.contains(&"..") {
        return wrong("has no `..`", "write it from the site's root on: `/old/page/`".to_owned());
    }
    if parts.iter().any(|part| part.len() > LONGEST_PART) {
        return wrong("has parts of 255 bytes at the most", "no disk takes a longer name: leave it out".to_owned());
    }
    let is_file = |part: &str| part.ends_with(".html") || part.ends_with(".htm");
    Ok(match parts.split_last() {
        None => "/".to_owned(),
        // What stands at a folder's address is that file.
        Some((&"index.html", [])) => "/".to_owned(),
        Some((&"index.html", above)) => format!("/{}/", above.join("/")),
        Some((last, _)) if is_file(last) => format!("/{}", parts.join("/")),
        Some(_) => format!("/{}/", parts.join("/")),
    })
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

    #[test]
    fn former_addresses_are_kept_letter_for_letter() {
        for (typed, expected) in [
            ("/old/", "/old/"),
            ("old", "/old/"),
            ("2019/05/First Run", "/2019/05/First Run/"),
            ("/blog/Old-Title/", "/blog/Old-Title/"),
            ("/blog/knee_pain.php", "/blog/knee_pain.php/"),
            ("/%C3%9Cbung/größe/", "/Übung/größe/"),
            ("/blog/Post.html", "/blog/Post.html"),
            ("./x//y/./#z", "/x/y/"),
            ("", "/"),
            ("/index.html", "/"),
            ("/2019/First/index.html", "/2019/First/"),
            ("What: a scan", "/What: a scan/"),
        ] {
            assert_eq!(former_address(typed).as_deref(), Ok(expected), "{typed}");
        }
    }

    #[test]
    fn what_is_no_path_of_the_site_is_refused_with_what_helps() {
        for (typed, hint) in [
            ("https://example.org/old/x/", "write `/old/x/`"),
            ("//example.org", "write `/`"),
            ("/?p=12", "no static host tells one query from another: write `/`, or leave it out"),
            ("/x/index.php?id=1", "no static host tells one query from another: write `/x/index.php`, or leave it out"),
            ("/../x/", "write it from the site's root on: `/old/page/`"),
            ("/%2e%2e/x/", "write it from the site's root on: `/old/page/`"),
            ("/a\nb.html", "write it as browsers show it"),
            ("/%ff/", "write it as browsers show it"),
            ("/a%5Cb/", "write it as browsers show it"),
        ] {
            assert_eq!(former_address(typed).map_err(|(_, hint)| hint), Err(hint.to_owned()), "{typed}");
        }
        assert!(former_address(&"é".repeat(128)).is_err());
    }
}
