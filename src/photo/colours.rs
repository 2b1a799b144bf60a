//! Colour profiles: the numbers that colours are made of are kept, and what was written beside them (the maker's name, a
//! screen's name and serial number, a copyright, a date) is not.
//!
//! By hand: a library would read a profile into curves and write others, and colours would change.

/// The tags that hold colours, and the types of numbers that they may be of.
const TAGS: [&[u8; 4]; 27] = [
    b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"B2D0", b"B2D1", b"B2D2", b"B2D3", b"D2B0", b"D2B1",
    b"D2B2", b"D2B3", b"bTRC", b"bXYZ", b"bkpt", b"chad", b"chrm", b"cicp", b"gTRC", b"gXYZ", b"gamt", b"kTRC",
    b"rTRC", b"rXYZ", b"wtpt",
];
const TYPES: [&[u8; 4]; 11] =
    [b"XYZ ", b"chrm", b"cicp", b"curv", b"mAB ", b"mBA ", b"mft1", b"mft2", b"mpet", b"para", b"sf32"];

/// The most tags of a profile.
const MOST: usize = 256;

const HEAD: usize = 128;

/// A profile without anything but colours; `None` where it can't be read, or has none.
pub(super) fn clean(profile: &[u8]) -> Option<Vec<u8>> {
    let four = |at: usize| profile.get(at..)?.first_chunk::<4>();
    let number = |at: usize| usize::try_from(u32::from_be_bytes(*four(at)?)).ok();
    let head = profile.get(..HEAD).filter(|head| &head[36..40] == b"acsp")?;
    let mut tags: Vec<([u8; 4], &[u8])> = Vec::new();
    for index in 0..number(HEAD)?.min(MOST) {
        let at = HEAD + 4 + index * 12;
        let (name, from, length) = (four(at)?, number(at + 4)?, number(at + 8)?);
        let content = profile.get(from..from.checked_add(length)?)?;
        let numbers = TYPES.iter().any(|kind| content.starts_with(*kind));
        if TAGS.contains(&name) && numbers {
            tags.push((*name, &content[..exact(content).unwrap_or(length).min(length)]));
        }
    }
    let has = |wanted: &[u8; 4]| tags.iter().any(|(name, _)| name == wanted);
    if !(has(b"A2B0") || has(b"kTRC") || [b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"].into_iter().all(has)) {
        return None;
    }
    let (name, rights) = texts(head[8]);
    tags.push((*b"desc", &name));
    tags.push((*b"cprt", &rights));
    Some(written(head, &tags))
}

/// How long the numbers are of types that say so: what follows is none of them.
fn exact(content: &[u8]) -> Option<usize> {
    let count = |at: usize| usize::try_from(u32::from_be_bytes(*content.get(at..)?.first_chunk()?)).ok();
    match content.first_chunk()? {
        b"XYZ " => Some(20),
        b"curv" => count(8)?.checked_mul(2)?.checked_add(12),
        b"para" => [16, 24, 28, 32, 40].get(usize::from(*content.get(9)?)).copied(),
        _ => None,
    }
}

/// A name and a copyright, which each profile has to have, as its version writes them.
fn texts(version: u8) -> (Vec<u8>, Vec<u8>) {
    if version >= 4 {
        let text = |words: &str| {
            let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let length = u32::try_from(wide.len()).unwrap_or_default().to_be_bytes();
            [b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".as_slice(), &length, b"\0\0\0\x1c", &wide].concat()
        };
        (text("colours"), text("none"))
    } else {
        // An empty text in other alphabets has a length and a code each, and room for 67 letters of the Macintosh.
        let name = [b"desc\0\0\0\0\0\0\0\x08colours\0".as_slice(), &[0; 4 + 4 + 3 + 67]].concat();
        (name, b"text\0\0\0\0none\0".to_vec())
    }
}

/// Writes a profile: of its head what says how to read it, then the tags, those that are the same only once.
fn written(head: &[u8], tags: &[([u8; 4], &[u8])]) -> Vec<u8> {
    let mut out = vec![0; HEAD];
    for part in [8..12, 12..16, 16..24, 36..40, 64..80] {
        out[part.clone()].copy_from_slice(&head[part]);
    }
    // The first day of 2000: some readers refuse none.
    out[24..30].copy_from_slice(&[7, 208, 0, 1, 0, 1]);
    let four = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    out.extend(four(tags.len()));
    let mut at = HEAD + 4 + tags.len() * 12;
    let mut contents: Vec<(usize, &[u8])> = Vec::new();
    for (name, content) in tags {
        let place = contents.iter().find(|(_, other)| other == content).map(|(place, _)| *place);
        let place = place.unwrap_or_else(|| {
            contents.push((at, *content));
            let place = at;
            at += content.len().next_multiple_of(4);
            place
        });
        out.extend_from_slice(name);
        out.extend(four(place));
        out.extend(four(content.len()));
    }
    for (place, content) in contents {
        out.resize(place, 0);
        out.extend_from_slice(content);
    }
    out.resize(at, 0);
    out[..4].copy_from_slice(&four(at));
    out
}
