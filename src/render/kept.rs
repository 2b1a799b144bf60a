//! What costs much to make and need not be made twice; where it is kept is for those to say who may touch the disk.

use std::fmt;

/// Keeps what costs much to make from one build to the next, by the hash of what it is made from.
pub trait Kept: fmt::Debug + Sync {
    /// What was kept under a name, if it is still there.
    fn get(&self, name: &str) -> Option<Vec<u8>>;
    /// Keeps bytes under a name; failing to is no failure of the build, which only takes longer the next time.
    fn put(&self, name: &str, bytes: &[u8]);
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

impl Kept for Nothing {
    fn get(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _: &str, _: &[u8]) {}
}

/// Stands for pictures that are drawn when somebody asks for them: a look for mistakes needs none, and they hold none.
#[derive(Clone, Copy, Debug)]
pub struct Later;

impl Kept for Later {
    fn get(&self, _: &str) -> Option<Vec<u8>> {
        Some(Vec::new())
    }

    fn put(&self, _: &str, _: &[u8]) {}
}
