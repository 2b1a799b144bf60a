//! A running preview, asked as browsers ask.

use super::Project;
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
    /// Where a phone writes, with the secret; empty without `--write`.
    pub(crate) write: String,
    /// What it printed on stderr, line by line.
    pub(crate) log: Receiver<String>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Answered {
    /// A header by its name in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let fields = self.head.lines().filter_map(|line| line.split_once(':'));
        fields.into_iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// The program, or the one that `COMEBACK` names, so that a long soak can go on while the project is built again.
pub(crate) fn program() -> String {
    std::env::var("COMEBACK").unwrap_or_else(|_| env!("CARGO_BIN_EXE_comeback").to_owned())
}

impl Preview {
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
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let mut next = || lines.next().and_then(Result::ok).expect("it says where it is");
        let first = next();
        let host = first.split("http://").nth(1).and_then(|a| a.split('/').next()).expect("an address").to_owned();
        let second = if options.contains(&"--write") { next() } else { String::new() };
        let write = second.split_once("http://").and_then(|(_, rest)| rest.split_once('/'));
        let write = write.map(|(_, path)| format!("/{path}")).unwrap_or_default();
        Self { child, host, write, log }
    }

    /// Sends a request with these lines of headers beside `Host`.
    pub(crate) fn send(&self, line: &str, host: &str, headers: &str, body: &[u8]) -> Option<Answered> {
        let mut stream = TcpStream::connect(&self.host).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        write!(stream, "{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n").ok()?;
        // A server that has refused the headers may not read the rest.
        let _ = stream.write_all(body);
        let mut all = Vec::new();
        // What came before a connection was reset counts.
        let _ = stream.read_to_end(&mut all);
        let end = all.windows(4).position(|w| w == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Answered { status, head, body: all[end + 4..].to_vec() })
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
