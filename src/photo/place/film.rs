//! Films that say where they were taken: those of phones and cameras (MP4, MOV, 3GP), which are boxes in boxes, and `WebM` and
//! Matroska, which are elements in elements.

use super::{in_packet, tags};
use memchr::memmem;
use std::io::{Read, Seek, SeekFrom};

/// As much of a film's own description as is read; the pictures themselves are passed over.
const MOST: u64 = 64 << 20;

/// The most boxes or elements that are passed over.
const MOST_STEPS: usize = 1 << 20;

const MATROSKA: &[u8] = b"\x1a\x45\xdf\xa3";

/// Whether a file is a film, from its start.
pub(super) fn is_one(start: &[u8]) -> bool {
    let boxed: [&[u8]; 6] = [b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"];
    start.starts_with(MATROSKA) || boxed.iter().any(|name| start.get(4..8) == Some(name))
}

/// Whether a film says a place.
pub(super) fn says(start: &[u8], file: &mut (impl Read + Seek)) -> bool {
    let said = if start.starts_with(MATROSKA) { in_elements(file) } else { in_boxes(file) };
    said.unwrap_or(false)
}

/// Reads some bytes at a place of the file, as many as there are.
fn read(file: &mut (impl Read + Seek), at: u64, length: u64) -> Option<Vec<u8>> {
    file.seek(SeekFrom::Start(at)).ok()?;
    let mut bytes = Vec::new();
    file.take(length.min(MOST)).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Walks the outermost boxes, and reads those that describe.
fn in_boxes(file: &mut (impl Read + Seek)) -> Option<bool> {
    let end = file.seek(SeekFrom::End(0)).ok()?;
    let (mut at, mut samples, mut telemetry) = (0, Vec::new(), false);
    for _ in 0..MOST_STEPS {
        let head = read(file, at, 16)?;
        let Some(short) = head.first_chunk::<4>() else { break };
        let length = match u32::from_be_bytes(*short) {
            0 => end.saturating_sub(at),
            1 => u64::from_be_bytes(*head.get(8..)?.first_chunk()?),
            length => length.into(),
        };
        match head.get(4..8) {
            Some(b"mdat") => samples.push((at, length)),
            Some(b"moov" | b"moof" | b"udta" | b"meta" | b"uuid" | b"XMP_") => {
                let bytes = read(file, at, length)?;
                if describes_a_place(&bytes) {
                    return Some(true);
                }
                // GoPro's cameras keep where they were among the samples of a track of its own.
                telemetry |= memmem::find(&bytes, b"gpmd").is_some();
            }
            _ => {}
        }
        at = at.checked_add(length.max(8))?;
    }
    Some(
        telemetry
            && samples.into_iter().any(|(at, length)| read(file, at, length).is_some_and(|bytes| is_tracked(&bytes))),
    )
}

/// Whether the description of a film has a place in it: as `QuickTime` writes it, as 3GP does, as a key of Apple's, as tags.
fn describes_a_place(bytes: &[u8]) -> bool {
    let signed = |at: usize| bytes.get(at..at + 2).is_some_and(|text| matches!(text, [b'+' | b'-', b'0'..=b'9']));
    // Its length and its language, and then the text.
    memmem::find_iter(bytes, b"\xa9xyz").any(|at| signed(at + 8) || bytes.get(at + 8..at + 12) == Some(b"data") && signed(at + 20))
        // The length of the box before its name, the version after it.
        || memmem::find_iter(bytes, b"loci").any(|at| {
            let length = at.checked_sub(4).and_then(|at| bytes.get(at..)?.first_chunk()).map(|n| u32::from_be_bytes(*n));
            length.is_some_and(|n| (16..4096).contains(&n)) && bytes.get(at + 4..at + 8) == Some(&[0; 4])
        })
        || memmem::find(bytes, b"com.apple.quicktime.location.").is_some()
        || in_packet(bytes)
        || tags::are_in(bytes)
}

/// Whether some samples of a `GoPro` have places: five or nine numbers of four bytes.
fn is_tracked(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 3] = [b"GPS5l\x14", b"GPS9?\x20", b"GPS9? "];
    starts.iter().any(|start| memmem::find(bytes, start).is_some())
}

/// Walks the elements down to the tags.
fn in_elements(file: &mut (impl Read + Seek)) -> Option<bool> {
    let mut at = 0;
    for _ in 0..MOST_STEPS {
        let head = read(file, at, 12)?;
        let first = *head.first()?;
        let name_length = usize::try_from(first.leading_zeros()).ok()? + 1;
        let size = *head.get(name_length)?;
        let size_length = usize::try_from(size.leading_zeros()).ok()? + 1;
        let digits = head.get(name_length..name_length + size_length)?;
        // The first byte tells how many there are; all ones mean that nobody knows.
        let unknown = size.trailing_ones() + size.leading_zeros() == 8 && digits[1..].iter().all(|byte| *byte == 0xff);
        let length = digits[1..].iter().try_fold(u64::from(size) ^ (0x80 >> (size_length - 1)), |n, byte| {
            n.checked_mul(256)?.checked_add(u64::from(*byte))
        })?;
        at += u64::try_from(name_length + size_length).ok()?;
        match head.get(..name_length)? {
            // The whole, which is looked into.
            b"\x18\x53\x80\x67" => {}
            b"\x12\x54\xc3\x67" => {
                if has_place_tag(&read(file, at, length)?) {
                    return Some(true);
                }
                at = at.checked_add(length)?;
            }
            _ if unknown => {}
            _ => at = at.checked_add(length)?,
        }
    }
    None
}

/// Whether tags have one that is called a location, with a signed number after its name.
fn has_place_tag(tags: &[u8]) -> bool {
    memmem::find_iter(tags, b"LOCATION").any(|at| {
        let near = &tags[at..tags.len().min(at + 64)];
        near.windows(2).any(|pair| matches!(pair, [b'+' | b'-', b'0'..=b'9']))
    })
}
