//! Finds what is wanted among words that come one after the other.

use super::wanted::Wanted;
use super::words::SearchedWord;

/// The hash of words in a row, from that of all but the last.
pub(super) const fn summed(sum: u64, word: u64) -> u64 {
    sum.wrapping_mul(BASE).wrapping_add(word)
}

const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// How many words of an output are remembered: more than those of the longest run, and a power of two.
const REMEMBERED: usize = 16;

/// The powers of [`BASE`].
const POWERS: [u64; REMEMBERED] = powers();

const fn powers() -> [u64; REMEMBERED] {
    let mut all = [1u64; REMEMBERED];
    let mut n = 1;
    while n < REMEMBERED {
        all[n] = all[n - 1].wrapping_mul(BASE);
        n += 1;
    }
    all
}

/// What a find of so many words is known by.
pub(super) const fn key(sum: u64, words: usize) -> u64 {
    (sum ^ words as u64).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// A set of hashes as bits, by their first ones.
#[derive(Debug, Default)]
pub(super) struct Bits {
    bits: Box<[u64]>,
    shift: u32,
}

impl Bits {
    /// The set of `n` hashes.
    pub(super) fn of(n: usize, hashes: impl Iterator<Item = u64>) -> Self {
        // Sixteen bits each: one in sixteen of the others is looked up in vain.
        let size = (16 * n).next_power_of_two().clamp(1 << 12, 1 << 24);
        let mut bits = vec![0u64; size / 64].into_boxed_slice();
        let shift = 64 - size.trailing_zeros();
        for hash in hashes {
            let bit = usize::try_from(hash >> shift).unwrap_or(0);
            bits[bit >> 6] |= 1 << (bit & 63);
        }
        Self { bits, shift }
    }

    pub(super) fn has(&self, hash: u64) -> bool {
        #[expect(clippy::cast_possible_truncation, reason = "at most 24 bits are left")]
        let bit = (hash >> self.shift) as usize;
        self.bits.get(bit >> 6).is_some_and(|bits| bits & (1 << (bit & 63)) != 0)
    }
}

/// Finds what is wanted among words that come one after the other.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    wanted: &'a Wanted,
    /// The words of the running text, and those aside.
    rows: [LastWords; 2],
}

/// The words that came last, as long as each of them is a word of something wanted.
#[derive(Debug, Default)]
struct LastWords {
    /// The hash of all words up to each of the last ones.
    sums: [u64; REMEMBERED],
    /// How many words there were.
    n: usize,
}

impl LastWords {
    /// The hash of all words but the last ones.
    fn sum(&self, without: usize) -> u64 {
        if without == self.n { 0 } else { self.sums[(self.n - without) % REMEMBERED] }
    }
}

impl<'a> Finder<'a> {
    pub(super) fn new(wanted: &'a Wanted) -> Self {
        Self { wanted, rows: Default::default() }
    }

    /// Takes the next word, and tells the numbers of what ends with it.
    pub(super) fn take(&mut self, word: SearchedWord, mut tell: impl FnMut(u32)) {
        let wanted = self.wanted;
        let row = &mut self.rows[usize::from(word.aside)];
        if !wanted.words.has(word.hash) {
            row.n = 0;
            return;
        }
        let sum = summed(row.sum(0), word.hash);
        row.n += 1;
        row.sums[row.n % REMEMBERED] = sum;
        for &length in wanted.lengths.iter().take_while(|length| **length <= row.n) {
            let start = row.sum(length);
            let key = key(sum.wrapping_sub(start.wrapping_mul(POWERS[length])), length);
            if wanted.known.has(key)
                && let Some(number) = wanted.index.get(&key)
            {
                tell(*number);
            }
        }
    }
}
