//! GIFs block by block: the pictures and their timing are copied, comments and the notes of programs are not.
//!
//! By hand: decoding and encoding an animation would choose its colours anew, and no crate at hand copies blocks.

/// Notes of programs that change what is seen: how often to repeat. Colour profiles, which may be called anything, no browser
/// reads of a GIF.
const SEEN: [&[u8; 11]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// A GIF without what is not seen, and its size; `None` where it ends too early or is none.
pub(super) fn clean(bytes: &[u8]) -> Option<(Vec<u8>, (u32, u32))> {
    let mut out = Vec::with_capacity(bytes.len());
    let screen = bytes.get(..13)?;
    let size = |at: usize| u32::from(u16::from_le_bytes([screen[at], screen[at + 1]]));
    let mut at = 13 + table(screen[10]);
    out.extend_from_slice(bytes.get(..at)?);
    let mut pictures = 0usize;
    loop {
        let start = at;
        let seen = match bytes.get(at)? {
            0x3b => {
                out.push(0x3b);
                return (pictures > 0).then_some((out, (size(6), size(8))));
            }
            0x2c => {
                pictures += 1;
                // The head of a picture, its own colours, and the width of its codes.
                at += 10 + table(*bytes.get(at + 9)?) + 1;
                true
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                at += 2;
                let note = bytes.get(at + 1..at + 12).unwrap_or_default();
                // Timing, and the notes that count.
                label == 0xf9 || label == 0xff && SEEN.iter().any(|seen| seen.as_slice() == note)
            }
            _ => return None,
        };
        at = blocks(bytes, at)?;
        if seen {
            out.extend_from_slice(bytes.get(start..at)?);
        }
    }
}

/// The bytes of the table of colours that flags announce.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a chain of blocks ends.
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
