//! A page as PDF, printed by a Chromium of the machine that is let near no network.

use crate::diag::Failure;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What a Chromium is usually called.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// How long printing a page may take.
const LIMIT: Duration = Duration::from_secs(60);

/// How often it is looked whether it is done.
const LOOK: Duration = Duration::from_millis(20);

/// What to do where there is none.
const WITHOUT: &str = "write HTML (--output report.html), open it in a browser and print it; or say in the variable CHROMIUM where one is";

/// Where a Chromium is: as the variable says, else by its usual names.
pub(super) fn browser() -> Result<PathBuf, Failure> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        return which::which(&named).map_err(|_| {
            let named = named.display();
            Failure::new(format!("CHROMIUM is `{named}`, and there is no such program")).hint(WITHOUT)
        });
    }
    let found = NAMES.iter().find_map(|name| which::which(name).ok());
    found.ok_or_else(|| {
        let message = format!("a PDF is printed by a Chromium, and none was found: {}", NAMES.join(", "));
        Failure::new(message).hint(WITHOUT)
    })
}

/// The bytes of a page as PDF.
pub(super) fn printed(program: &Path, html: &[u8]) -> Result<Vec<u8>, Failure> {
    let folder =
        tempfile::tempdir().map_err(|error| Failure::new(format!("cannot make a temporary folder: {error}")))?;
    let (page, sheet) = (folder.path().join("report.html"), folder.path().join("report.pdf"));
    fs::write(&page, html).map_err(|error| Failure::io("cannot write", &page, &error))?;
    let mut command = Command::new(program);
    command.args([
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
    ]);
    command.args(["--disable-background-networking", "--disable-sync", "--disable-component-update"]);
    // Nothing is asked of anybody: the page needs nothing, and the browser itself gets no further than this machine.
    command.args(["--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"]);
    command.arg("--no-pdf-header-footer");
    if is_root(folder.path()) {
        command.arg("--no-sandbox");
    }
    command.arg(with("--user-data-dir=", &folder.path().join("profile")));
    command.arg(with("--print-to-pdf=", &sheet));
    // A folder's name may have signs that mean something in an address.
    let address =
        url::Url::from_file_path(&page).map_err(|()| Failure::new(format!("{} is no whole path", page.display())))?;
    command.arg(address.as_str());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let failed = |why: String| Failure::new(format!("{} printed no PDF: {why}", program.display())).hint(WITHOUT);
    let child = command.spawn().map_err(|error| failed(error.to_string()))?;
    let ended = wait(child).map_err(|error| failed(error.to_string()))?;
    if !ended {
        return Err(failed(format!("it was not done after {} s", LIMIT.as_secs())));
    }
    match fs::read(&sheet) {
        Ok(bytes) if bytes.starts_with(b"%PDF") => Ok(bytes),
        _ => Err(failed("it ended without one".to_owned())),
    }
}

/// An option with a path in it.
fn with(option: &str, path: &Path) -> OsString {
    let mut whole = OsString::from(option);
    whole.push(path);
    whole
}

/// Waits for a program to end; one that doesn't in time is ended, and that is told.
fn wait(mut child: Child) -> std::io::Result<bool> {
    let begun = Instant::now();
    loop {
        if child.try_wait()?.is_some() {
            return Ok(true);
        }
        if begun.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        std::thread::sleep(LOOK);
    }
}

/// Whether files that we make are root's, for whom Chromium refuses its sandbox.
#[cfg(unix)]
fn is_root(made: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(made).is_ok_and(|made| made.uid() == 0)
}

#[cfg(not(unix))]
fn is_root(_made: &Path) -> bool {
    false
}
