//! What people scribble on one line: `run 5k 30:00 rpe 3`, `Clamshell 3x15 @band:red R pain 2`, `pain 2/2/3`.
//!
//! Each part of a line is read as the value of its key would be, so that one line and a mapping never differ in what they
//! take, and a message points at the part.
//!
//! Invariant: a line is read whole or not at all, and all that is wrong with it is told.

pub(super) mod exercise;
pub(super) mod pain;
pub(super) mod session;

use crate::fields::{Key, Node, Value};
use std::ops::Range;

/// Reads a part of the line as the value of a key would be.
fn part<T>(
    value: Value<'_>,
    key: &'static Key,
    line: &str,
    range: Option<&Range<usize>>,
    read: impl Fn(Value<'_>) -> Option<T>,
) -> Option<T> {
    let range = range?.clone();
    let node = plain(&line[range.clone()]);
    value.part(key, &node, range).read(read)
}

/// A text as YAML would read it: a number where it is one.
pub(super) fn plain(typed: &str) -> Node {
    let number = || typed.parse().map_or_else(|_| Node::Text(typed.to_owned()), Node::Float);
    typed.parse().map_or_else(|_| number(), Node::Int)
}

/// The bytes of the words of a line; what stands in double quotes is one word, quotes and all.
pub(super) fn words(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        quoted ^= c == '"';
        match start {
            Some(from) if c.is_whitespace() && !quoted => {
                words.push(from..at);
                start = None;
            }
            None if !c.is_whitespace() => start = Some(at),
            _ => {}
        }
    }
    words.extend(start.map(|from| from..line.len()));
    words
}
