//! Whether a file says where it was made: pictures of any kind, films, tracks, and pages with photos in them.
//!
//! By hand, and small because it answers one question: the tags of a place look the same in every container, so pictures are
//! searched for those tags and never for the way to them. Of libraries that read EXIF none reads films and tracks too.
//!
//! Invariant: no file makes it panic, wait or fill the memory; what can't be followed says no place.

mod film;
mod tags;
mod track;

use super::data;
use super::kind::{Kind, is_named_like_one, kind, may_be_one};
use flate2::read::{GzDecoder, ZlibDecoder};
use memchr::memmem;
use std::io::{Cursor, Read, Seek};

/// What a file that says a place is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Placed {
    /// A photo of a kind that is written anew where a text shows it.
    Photo,
    /// A picture of any other kind.
    Picture,
    /// A film.
    Film,
    /// The track of a run.
    Track,
    /// A page, a stylesheet or a drawing with a photo in it.
    Around,
}

/// How much of a file has to be read to tell whether it says a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reads {
    /// Nothing: it is of no kind that says one.
    Nothing,
    /// All of it.
    Whole,
    /// Parts of it, since it is a film, which may be larger than the memory.
    Parts,
}

/// The most bytes that something packed may become.
const MOST_UNPACKED: u64 = 64 << 20;

/// How much of a file has to be read, from its name and its start.
pub fn reads(path: &str, start: &[u8]) -> Reads {
    const ENDINGS: [&str; 13] =
        ["css", "fit", "gpx", "gz", "htm", "html", "js", "json", "kml", "svg", "tcx", "xhtml", "xml"];
    match () {
        () if may_be_one(path, start) => Reads::Whole,
        () if film::is_one(start) => Reads::Parts,
        () if ENDINGS.contains(&ending(path).as_str()) => Reads::Whole,
        () => Reads::Nothing,
    }
}

fn ending(path: &str) -> String {
    path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// What a file is that says where it was made, from its name and all of its bytes; `None` for any other.
pub fn said(path: &str, bytes: &[u8]) -> Option<Placed> {
    let (placed, says) = match kind(bytes) {
        Some(Kind::Svg) => (Placed::Around, around(bytes)),
        Some(Kind::Other(_)) => (Placed::Picture, in_picture(bytes)),
        Some(_) => (Placed::Photo, in_picture(bytes)),
        None if is_named_like_one(path) => (Placed::Picture, in_picture(bytes) || around(bytes)),
        None => match ending(path).as_str() {
            "fit" | "gpx" | "kml" | "tcx" => (Placed::Track, track::says(bytes)),
            "gz" => {
                let mut unpacked = Vec::new();
                // What comes before a fault in it counts.
                let _ = GzDecoder::new(bytes).take(MOST_UNPACKED).read_to_end(&mut unpacked);
                (Placed::Track, track::says(&unpacked))
            }
            _ => (Placed::Around, around(bytes)),
        },
    };
    says.then_some(placed)
}

/// The same for a film, of whose file only parts are read.
pub fn film_says(start: &[u8], file: &mut (impl Read + Seek)) -> Option<Placed> {
    film::says(start, file).then_some(Placed::Film)
}

/// Whether the bytes of a file that came in an address say a place.
pub(super) fn in_bytes(bytes: &[u8]) -> bool {
    in_picture(bytes)
        || film::is_one(bytes) && film::says(bytes, &mut Cursor::new(bytes))
        || track::says(bytes)
        || around(bytes)
}

/// Whether a picture says where it was taken.
fn in_picture(bytes: &[u8]) -> bool {
    tags::are_in(bytes)
        || in_packet(bytes)
        || in_chunks(bytes)
        // Phones append a short film to their photos.
        || memmem::find(bytes.get(16..).unwrap_or_default(), b"ftyp").is_some_and(|at| {
            let film = &bytes[at + 12..];
            film::says(film, &mut Cursor::new(film))
        })
}

/// Whether a packet of XMP has a latitude, as an attribute or as an element.
fn in_packet(bytes: &[u8]) -> bool {
    const NAME: &[u8] = b"exif:GPSLatitude";
    memmem::find_iter(bytes, NAME).any(|at| match &bytes[at + NAME.len()..] {
        [b'=', b'"' | b'\'', value, ..] => !matches!(value, b'"' | b'\''),
        [b'>', value, ..] => *value != b'<',
        _ => false,
    })
}

/// Whether a PNG has the tags of a place in a text, where some programs keep them packed or in hexadecimal digits.
fn in_chunks(bytes: &[u8]) -> bool {
    let Some(mut rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") else { return false };
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let end = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX).saturating_add(4);
        let Some((chunk, after)) = after.split_at_checked(end) else { return false };
        let (name, content) = chunk.split_at(4);
        let text = content.iter().position(|byte| *byte == 0).map(|at| &content[at + 1..]).unwrap_or_default();
        let unpacked = |packed: &[u8]| {
            let mut text = Vec::new();
            let _ = ZlibDecoder::new(packed).take(MOST_UNPACKED).read_to_end(&mut text);
            text
        };
        let text = match name {
            b"tEXt" => text.to_vec(),
            b"zTXt" => unpacked(text.get(1..).unwrap_or_default()),
            // Two flags, then a language and a name that end with a nought each.
            b"iTXt" if text.first() == Some(&1) => {
                unpacked(text.splitn(4, |byte| *byte == 0).last().unwrap_or_default())
            }
            _ => Vec::new(),
        };
        if in_packet(&text) || tags::are_in(&from_hex(&text)) {
            return true;
        }
        rest = after.get(4..).unwrap_or_default();
    }
    false
}

/// The bytes that hexadecimal digits among white space stand for, after two lines that name and count them.
fn from_hex(text: &[u8]) -> Vec<u8> {
    let digits = text.splitn(4, |byte| *byte == b'\n').last().unwrap_or_default();
    let digits: Vec<u8> = digits.iter().filter_map(|byte| char::from(*byte).to_digit(16)?.try_into().ok()).collect();
    digits.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect()
}

/// Whether a text has a photo in one of its addresses that says where it was taken.
fn around(bytes: &[u8]) -> bool {
    memmem::find_iter(bytes, b"data:").any(|at| {
        let end = |byte: &u8| matches!(byte, b'"' | b'\'' | b')' | b'<' | b'>');
        let address = &bytes[at..];
        let address = &address[..address.iter().position(end).unwrap_or(address.len())];
        // A drawing that is not encoded ends here too early, and has its own addresses further on.
        std::str::from_utf8(address).is_ok_and(data::says_a_place)
    })
}
