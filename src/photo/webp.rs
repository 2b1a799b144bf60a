//! Moving `WebP`s chunk by chunk: the frames and their colours are copied, metadata is not.
//!
//! By hand: the encoder at hand writes no animations, and no crate at hand copies chunks.

use super::colours;

/// What is seen of a WebP beside its colour profile; anything else is metadata, or nothing that is known.
const SEEN: [&[u8; 4]; 6] = [b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"];

/// The flags that announce metadata, and a colour profile.
const METADATA: u8 = 0x08 | 0x04;
const PROFILE: u8 = 0x20;

/// Whether a WebP moves.
pub(super) fn moves(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 0x02 != 0)
}

/// Whether the file holds as much as its head says.
pub(super) fn ends(bytes: &[u8]) -> bool {
    chunks(bytes).is_some()
}

/// The chunks of a WebP, each with its name; `None` where it ends too early.
fn chunks(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let length = usize::try_from(u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?)).ok()?;
    let mut rest = bytes.get(12..length.checked_add(8)?)?;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let length = usize::try_from(u32::from_le_bytes(*rest.get(4..)?.first_chunk()?)).ok()?;
        // Odd ones are padded, all but carelessly the last.
        let end = length.checked_add(8)?;
        let chunk = rest.get(..end)?;
        found.push(chunk);
        rest = rest.get(end + end % 2..).unwrap_or_default();
    }
    Some(found)
}

/// A WebP without what is not seen; `None` where it ends too early.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let chunks = chunks(bytes)?;
    let profile = chunks.iter().find(|chunk| chunk.starts_with(b"ICCP")).and_then(|chunk| colours::clean(&chunk[8..]));
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    for chunk in chunks.into_iter().filter(|chunk| SEEN.iter().any(|seen| chunk.starts_with(*seen))) {
        let at = out.len();
        out.extend_from_slice(chunk);
        if chunk.len() % 2 == 1 {
            out.push(0);
        }
        if chunk.starts_with(b"VP8X") {
            let flags = out.get_mut(at + 8)?;
            *flags &= !(METADATA | PROFILE);
            if let Some(profile) = &profile {
                *flags |= PROFILE;
                // It stands after the head, and has an even length.
                out.extend_from_slice(b"ICCP");
                out.extend_from_slice(&u32::try_from(profile.len()).ok()?.to_le_bytes());
                out.extend_from_slice(profile);
            }
        }
    }
    let length = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Some(out)
}
