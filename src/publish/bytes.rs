//! Bytes on the disk, compared and copied without holding a whole file in memory.

use std::fs::{self, File};
use std::io::{BufReader, ErrorKind, Read};
use std::path::Path;

/// Whether a file has these bytes.
pub(super) fn has_bytes(target: &Path, bytes: &[u8]) -> bool {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    fs::metadata(target).is_ok_and(|meta| meta.is_file() && meta.len() == length)
        && fs::read(target).is_ok_and(|old| old == bytes)
}

/// Whether two files have the same bytes.
pub fn has_same(target: &Path, source: &Path) -> bool {
    let (Ok(a), Ok(b)) = (fs::metadata(target), fs::metadata(source)) else { return false };
    a.is_file() && a.len() == b.len() && same_bytes(target, source).unwrap_or(false)
}

fn same_bytes(a: &Path, b: &Path) -> std::io::Result<bool> {
    let (mut a, mut b) = (BufReader::new(File::open(a)?), BufReader::new(File::open(b)?));
    let (mut from_a, mut from_b) = ([0u8; 16 * 1024], [0u8; 16 * 1024]);
    loop {
        let n = read_full(&mut a, &mut from_a)?;
        if n != read_full(&mut b, &mut from_b)? || from_a[..n] != from_b[..n] {
            return Ok(false);
        }
        if n == 0 {
            return Ok(true);
        }
    }
}

/// Fills the buffer as far as the file goes.
fn read_full(file: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(filled)
}

/// Copies the bytes alone: a source that is read-only must not make an output that is.
pub(super) fn copy(source: &Path, target: &Path) -> std::io::Result<()> {
    std::io::copy(&mut File::open(source)?, &mut File::create(target)?).map(|_| ())
}
