//! The tags of EXIF that say a place, wherever in a file they stand.

use memchr::memmem;

/// The tag that leads to the tags of the place.
const PLACE: u16 = 0x8825;

/// The most lists of tags that follow each other: a file may have several pictures.
const MOST_LISTS: usize = 64;

/// Whether some bytes hold a block of EXIF, as TIFF, HEIC, AVIF, WebP, PNG, JPEG and the raw files of cameras do, with a latitude
/// or a longitude in it: cameras without a receiver write none, and those without a fix nought out of nought.
///
/// It is looked for by its first bytes: a block that is none leads nowhere.
pub(super) fn are_in(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 5] = [b"II*\0", b"MM\0*", b"IIU\0", b"IIRO", b"IIRS"];
    starts.iter().any(|start| memmem::find_iter(bytes, start).any(|at| says(&bytes[at..]).unwrap_or(false)))
}

/// A block of tags: its numbers count from its start.
#[derive(Clone, Copy)]
struct TagBlock<'a> {
    bytes: &'a [u8],
    little: bool,
}

/// A tag: its number, its type, how many values it has, and where these stand or what leads there.
struct ExifTag {
    number: u16,
    kind: u16,
    count: usize,
    at: usize,
}

impl<'a> TagBlock<'a> {
    fn two(self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn four(self, at: usize) -> Option<usize> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        usize::try_from(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) }).ok()
    }

    fn tags(self, list: usize) -> impl Iterator<Item = ExifTag> + use<'a> {
        let n = usize::from(self.two(list).unwrap_or_default());
        (0..n).map_while(move |index| {
            let at = list.checked_add(2 + index * 12)?;
            Some(ExifTag { number: self.two(at)?, kind: self.two(at + 2)?, count: self.four(at + 4)?, at: at + 8 })
        })
    }

    /// Whether a list has a latitude or a longitude: three fractions.
    fn is_place(self, list: usize) -> bool {
        let is_angle = |tag: &ExifTag| matches!((tag.number, tag.kind, tag.count), (2 | 4, 5, 3));
        self.tags(list).filter(is_angle).any(|tag| {
            let fractions = self.four(tag.at);
            fractions
                .is_some_and(|from| (0..3).any(|n| self.four(from.saturating_add(n * 8 + 4)).is_some_and(|n| n > 0)))
        })
    }
}

/// Whether a block says a place.
fn says(bytes: &[u8]) -> Option<bool> {
    let block = TagBlock { bytes, little: bytes.starts_with(b"II") };
    let mut list = block.four(4)?;
    for _ in 0..MOST_LISTS {
        // Canon's newer raw files keep the tags of the place in a block of their own.
        if block.is_place(list) {
            return Some(true);
        }
        let mut places = block.tags(list).filter(|tag| tag.number == PLACE).filter_map(|tag| block.four(tag.at));
        if places.any(|place| block.is_place(place)) {
            return Some(true);
        }
        let n = usize::from(block.two(list)?);
        list = block.four(list.checked_add(2 + n * 12)?).filter(|next| *next != 0)?;
    }
    Some(false)
}
