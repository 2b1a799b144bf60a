//! The programs that go on: `serve` and `watch`.

pub(crate) use crate::support::server::{Preview, program};

use crate::support::Project;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// An answer: status, kind, bytes.
pub(crate) type Answer = (u16, String, Vec<u8>);

impl Preview {
    pub(crate) fn start(project: &Project) -> Self {
        Self::start_with(project, &[])
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.get_as(path, &self.host).expect("it answers")
    }

    /// A request with a `Host` header of its own.
    pub(crate) fn get_as(&self, path: &str, host: &str) -> Option<Answer> {
        self.ask(path, host, "")
    }

    /// A request with more header lines.
    pub(crate) fn ask(&self, path: &str, host: &str, more: &str) -> Option<Answer> {
        let answered = self.send(&format!("GET {path}"), host, more, b"")?;
        let kind = answered.header("content-type").or_else(|| answered.header("location")).unwrap_or_default();
        Some((answered.status, kind.to_owned(), answered.body))
    }

    /// The `parsed N, rendered M` lines since the last call, once none has come for a while.
    pub(crate) fn work(&self) -> Vec<(usize, usize)> {
        let mut lines = Vec::new();
        while let Ok(line) = self.log.recv_timeout(Duration::from_millis(1500)) {
            lines.push(line);
        }
        let numbers = |line: &String| {
            let mut parts = line.strip_prefix("parsed ")?.split(", rendered ");
            let parsed = parts.next()?.parse().ok()?;
            Some((parsed, parts.next()?.split(',').next()?.parse().ok()?))
        };
        lines.iter().filter_map(numbers).collect()
    }
}

/// A running `watch`, which writes to `public/`.
pub(crate) struct Watcher(Child);

impl Watcher {
    pub(crate) fn start(project: &Project) -> Self {
        let child = Command::new(program())
            .args(["watch", "--root"])
            .arg(project.root())
            .env("SOURCE_DATE_EPOCH", "1600000000")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        Self(child)
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
