//! Whether a picture says where it was taken.
//!
//! By hand: it is one question to two dozen bytes, for which a library would read every tag that cameras write.

use image::ImageDecoder;

/// Whether a decoder's file has a place in its metadata.
pub(super) fn is_said(decoder: &mut impl ImageDecoder) -> bool {
    let exif = decoder.exif_metadata().ok().flatten().is_some_and(|exif| in_tags(&exif).unwrap_or(false));
    exif || decoder.xmp_metadata().ok().flatten().is_some_and(|packet| in_packet(&packet))
}

/// Whether a packet of XMP has one.
pub(super) fn in_packet(packet: &[u8]) -> bool {
    let name = b"GPSLatitude";
    packet.windows(name.len()).any(|window| window == name)
}

/// The tag that leads to the tags of the place.
const PLACE: u16 = 0x8825;

/// Whether the tags of an EXIF block lead to those of a place, and these have a latitude or a longitude: cameras without
/// a receiver write an empty list.
fn in_tags(exif: &[u8]) -> Option<bool> {
    let little = exif.starts_with(b"II");
    let two = |at: usize| {
        let bytes = *exif.get(at..)?.first_chunk::<2>()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes = *exif.get(at..)?.first_chunk::<4>()?;
        usize::try_from(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) }).ok()
    };
    let tags = |list: usize| {
        let n = usize::from(two(list).unwrap_or_default());
        (0..n).filter_map(move |index| {
            let at = list + 2 + index * 12;
            Some((two(at)?, at))
        })
    };
    let (_, at) = tags(four(4)?).find(|(tag, _)| *tag == PLACE)?;
    let place = four(at + 8)?;
    let said = tags(place).any(|(tag, _)| matches!(tag, 2 | 4));
    Some(said)
}
