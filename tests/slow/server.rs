//! The programs that go on: `serve` and `watch`.

use crate::support::Project;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A running preview.
pub(crate) struct Preview {
    pub(crate) child: Child,
    /// `127.0.0.1:4000`
    pub(crate) host: String,
    /// What it printed on stderr, line by line.
    pub(crate) log: Receiver<String>,
}

/// An answer: status, kind, bytes.
pub(crate) type Answer = (u16, String, Vec<u8>);

/// The program, or the one that `COMEBACK` names, so that a long soak can go on while the project is built again.
pub(crate) fn program() -> String {
    std::env::var("COMEBACK").unwrap_or_else(|_| env!("CARGO_BIN_EXE_comeback").to_owned())
}

impl Preview {
    pub(crate) fn start(project: &Project) -> Self {
        Self::start_with(project, &[])
    }

    pub(crate) fn start_with(project: &Project, options: &[&str]) -> Self {
        let mut child = Command::new(program())
            .args(["serve", "--root"])
            .arg(project.root())
            .args(options)
            .env("SOURCE_DATE_EPOCH", "1600000000")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let stderr = child.stderr.take().expect("piped");
        let (sender, log) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut first).expect("it says where it is");
        let host = first.split("http://").nth(1).and_then(|a| a.split('/').next()).expect("an address").to_owned();
        Self { child, host, log }
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
        let mut stream = TcpStream::connect(&self.host).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n").ok()?;
        let mut all = Vec::new();
        stream.read_to_end(&mut all).ok()?;
        let end = all.windows(4).position(|w| w == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let field = |name: &str| {
            let line = head.lines().find(|l| l.to_lowercase().starts_with(&format!("{name}:")))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        };
        let kind = field("content-type").or_else(|| field("location")).unwrap_or_default();
        Some((status, kind, all[end + 4..].to_vec()))
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

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
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
