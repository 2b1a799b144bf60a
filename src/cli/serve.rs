//! `comeback serve` and `comeback watch`.

use super::args::{MessageFormat, Serve, WatchArgs};
use super::global::Global;
use super::{eprint, eprintln, now, plain_flags, print_diagnostics, print_failure, println, qr, today};
use crate::build::{self, Builder, Memory, Work};
use crate::config::Flags;
use crate::diag::{Diagnostic, Failure};
use crate::serve::{self, News, WriteAddress};
use crate::source::Look;
use crate::text::words::{count, fixed};
use crate::watch::Watch;
use ahash::AHashSet;
use jiff::Timestamp;
use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Serves the site until Ctrl-C.
pub(super) fn run(args: &Serve, global: &Global) -> Result<ExitCode, Failure> {
    let flags = Flags { today: today(global)?, drafts: true, future: true, base_url: None, origin: None };
    let write = args.write.then_some(now as fn() -> Timestamp);
    let request =
        serve::Request { root: global.root.clone(), host: args.host, port: args.port, poll: args.poll, flags, write };
    let (global, open, told) = (global.clone(), args.open, Mutex::default());
    serve::run(&request, move |news| tell(news, &global, open, &told))?;
    Ok(ExitCode::SUCCESS)
}

fn tell(news: &News<'_>, global: &Global, open: bool, told: &Mutex<Vec<Diagnostic>>) {
    match news {
        News::Ready { address, network, write, polls } => {
            println(&format!("the journal is at {address}"));
            if let Some(network) = network {
                let what = "whoever is in this network can read all of it, drafts and entries dated later too";
                eprintln(&format!("{what}: {network}"));
                eprintln("leave --host out to keep it to this machine");
            }
            if let Some(write) = write {
                tell_where_to_write(write, network.is_some());
            }
            let how = if *polls { "looking at the files twice a second" } else { "following every save" };
            eprintln(&format!("{how}; Ctrl-C ends it"));
            if open && let Err(error) = open::that_detached(address) {
                eprintln(&format!("the browser can't be opened: {error}"));
            }
        }
        News::Built { diagnostics, work, took, changed } => {
            if *changed {
                print_news(&mut told.lock().unwrap_or_else(PoisonError::into_inner), diagnostics, global);
            }
            eprintln(&work_line(*work, *took));
        }
        News::Reminders(due) => due.iter().for_each(|reminder| eprintln(&reminder.said())),
        News::Failed(failure) => print_failure(failure, global),
    }
}

/// Prints what was not there the last time, and how much still is.
fn print_news(told: &mut Vec<Diagnostic>, now: &[Diagnostic], global: &Global) {
    let new = new_in(now, told);
    print_diagnostics(&new, global);
    let known = now.len() - new.len();
    if known > 0 && global.message_format == MessageFormat::Human {
        eprintln(&format!("and {} as before", count(known, "problem", "problems")));
    } else if now.is_empty() && !told.is_empty() && global.message_format == MessageFormat::Human {
        eprintln("no problems are left");
    }
    *told = now.to_vec();
}

/// What was not told before.
fn new_in(now: &[Diagnostic], told: &[Diagnostic]) -> Vec<Diagnostic> {
    let told: AHashSet<&Diagnostic> = told.iter().collect();
    now.iter().filter(|problem| !told.contains(problem)).cloned().collect()
}

/// Says where a phone may write, so that it need not be typed there; where only this machine gets in, how a phone would.
fn tell_where_to_write(write: &WriteAddress<'_>, lets_others_in: bool) {
    println(&format!("write at {}", write.address));
    if write.in_network {
        let is_terminal = std::io::stderr().is_terminal();
        let forbidden = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        if let Some(square) = qr::square(write.address, is_terminal && !forbidden) {
            eprint(&square);
        }
    } else if lets_others_in {
        eprintln("this machine's address in its network isn't known: your phone needs it in place of the one above");
    } else {
        eprintln("only this machine can open it; `comeback serve --write --host 0.0.0.0` lets your phone in");
    }
    eprintln("whoever has this address can write into the journal until this ends; each start makes a new one");
}

/// `parsed 1, rendered 4, in 9 ms`.
fn work_line(work: Work, took: Duration) -> String {
    let milliseconds = fixed(took.as_secs_f64() * 1000.0, 0);
    format!("parsed {}, rendered {}, in {milliseconds} ms", work.parsed, work.rendered)
}

/// Writes the site again at every change until the program is ended.
pub(super) fn watch(args: &WatchArgs, global: &Global) -> Result<ExitCode, Failure> {
    let plain = build::Request::new(&global.root, plain_flags(global)?);
    let output = args.output.clone().unwrap_or_else(|| plain.output.clone());
    let request = build::Request { output, keep_going: true, ..plain };
    let mut watch = Watch::new(&request.root, args.poll);
    let mut builder = Builder::new(&request.root, Some(&request.output), request.flags.clone());
    let mut memory = Memory::default();
    let mut last: Option<Vec<Diagnostic>> = None;
    let mut told = Vec::new();
    let mut look = Look::Everything;
    loop {
        let started = Instant::now();
        match build::build_if_moved(&mut builder, &mut memory, &request, &look) {
            Ok(None) => {}
            Ok(Some(outcome)) => {
                if last.as_ref() != Some(&outcome.diagnostics) {
                    print_news(&mut told, &outcome.diagnostics, global);
                }
                if let Some(report) = &outcome.report {
                    let published = report.published;
                    println(&format!(
                        "{}: {} written, {} removed",
                        work_line(report.work, started.elapsed()),
                        published.written,
                        published.removed
                    ));
                }
                last = Some(outcome.diagnostics);
            }
            // A first build that can't be made ends the command; later ones wait for better times.
            Err(failure) if last.is_none() => return Err(failure),
            Err(failure) => print_failure(&failure, global),
        }
        watch.follow_links(&builder.sources().outside);
        look = watch.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_new_is_told_again() {
        let both = ["a", "b"].map(|message| Diagnostic::warning("x", message));
        let a = both[0].clone();
        assert_eq!(new_in(&both, std::slice::from_ref(&a)), [both[1].clone()]);
        assert_eq!(new_in(std::slice::from_ref(&a), &both), []);
        assert_eq!(new_in(std::slice::from_ref(&a), &[]), [a], "what was mended and came back is new");
    }
}
