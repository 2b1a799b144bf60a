//! What kind of file some bytes are, told by the bytes and never by the name.

use super::svg;

/// The kinds of picture files that are told apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
    Gif,
    Svg,
    /// A kind that browsers can't be relied on to show, with its name.
    Other(&'static str),
}

/// The kind of a picture; `None` for anything else.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    let starts = |start: &[u8]| bytes.starts_with(start);
    let at = |from: usize, part: &[u8]| bytes.get(from..from + part.len()) == Some(part);
    Some(match () {
        () if starts(b"\xff\xd8\xff") => Kind::Jpeg,
        () if starts(b"\x89PNG\r\n\x1a\n") => Kind::Png,
        () if starts(b"RIFF") && at(8, b"WEBP") => Kind::WebP,
        () if starts(b"GIF87a") || starts(b"GIF89a") => Kind::Gif,
        () if at(4, b"ftyp") => return brand(bytes).map(Kind::Other),
        () if starts(b"II*\0") || starts(b"MM\0*") || starts(b"IIU\0") || starts(b"IIRO") => Kind::Other("TIFF or raw"),
        () if starts(b"FUJIFILMCCD-RAW") => Kind::Other("raw"),
        () if starts(b"\xff\x0a") || starts(b"\0\0\0\x0cJXL ") => Kind::Other("JPEG XL"),
        () if starts(b"\0\0\0\x0cjP  ") => Kind::Other("JPEG 2000"),
        () if starts(b"BM") && at(6, &[0; 4]) => Kind::Other("BMP"),
        () if is_svg(bytes) => Kind::Svg,
        () => return None,
    })
}

/// The name of a picture in a box of the ISO's, which films come in too.
fn brand(bytes: &[u8]) -> Option<&'static str> {
    let length = bytes.first_chunk::<4>().map_or(0, |length| u32::from_be_bytes(*length));
    let end = usize::try_from(length).unwrap_or(usize::MAX).min(bytes.len()).min(256);
    let brands: Vec<&[u8]> = bytes.get(8..end)?.chunks(4).collect();
    let has = |names: &[&[u8; 4]]| names.iter().any(|name| brands.contains(&name.as_slice()));
    match () {
        () if has(&[b"avif", b"avis"]) => Some("AVIF"),
        () if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) => Some("HEIC"),
        () if has(&[b"crx "]) => Some("raw"),
        () => None,
    }
}

/// Whether some text is a drawing, told by the name of its first element: a page of HTML with a drawing in it is none.
fn is_svg(bytes: &[u8]) -> bool {
    let text = svg::text(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes));
    let mut rest = text.trim_start();
    loop {
        let end = match () {
            () if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            () if rest.starts_with("<?") => rest.find("?>").map(|at| at + 2),
            // The definitions of its own that it may have stand in brackets.
            () if rest.get(..13).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype svg")) => {
                match (rest.find('['), rest.find('>')) {
                    (Some(open), Some(end)) if open < end => rest[open..]
                        .find(']')
                        .and_then(|close| rest[open + close..].find('>').map(|n| open + close + n + 1)),
                    (_, end) => end.map(|at| at + 1),
                }
            }
            () => break,
        };
        let Some(end) = end else { return false };
        rest = rest[end..].trim_start();
    }
    let name = rest.strip_prefix('<').unwrap_or_default();
    let name = &name[..name.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(name.len())];
    name.rsplit(':').next().is_some_and(|name| name.eq_ignore_ascii_case("svg"))
}

/// Whether a file is a picture, from its start and its name.
pub fn may_be_one(path: &str, start: &[u8]) -> bool {
    kind(start).is_some() || is_named_like_one(path)
}

/// Whether a file's name says that it is a picture, whatever it holds.
pub(super) fn is_named_like_one(path: &str) -> bool {
    const ENDINGS: [&str; 25] = [
        "arw", "avif", "bmp", "cr2", "cr3", "dng", "gif", "heic", "heif", "jfif", "jp2", "jpe", "jpeg", "jpg", "jxl",
        "nef", "orf", "png", "raf", "rw2", "svg", "svgz", "tif", "tiff", "webp",
    ];
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}
