//! `comeback build` and `comeback check`.

use super::args::{Build, CheckArgs, MessageFormat};
use super::global::Global;
use super::{eprintln, left_out_lines, named, plain_flags, print_diagnostics, println, status, today};
use crate::build::{self, Report, Request};
use crate::config::Flags;
use crate::diag::{Failure, Severity};
use crate::publish::Changes;
use crate::text::words::{count, fixed};
use crate::units::{Distance, days_between};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use std::process::ExitCode;
use std::time::Instant;

/// Writes the site.
pub(super) fn run(args: &Build, global: &Global) -> Result<ExitCode, Failure> {
    let flags = Flags {
        today: today(global)?,
        drafts: args.drafts,
        future: args.future,
        base_url: args.base_url.clone(),
        origin: None,
    };
    let plain = Request::new(&global.root, flags);
    let request = Request {
        output: args.output.clone().unwrap_or_else(|| plain.output.clone()),
        strict: args.strict,
        keep_going: args.keep_going,
        diff: args.diff,
        remove_strays: args.remove_strays,
        ..plain
    };
    let started = Instant::now();
    let bar = progress_bar(global, "outputs");
    let outcome = build::build(&request, &|done, total| {
        // The bar comes up only where the work lasts, and is drawn a few times a second.
        if done % 64 == 0 || done == total || total < 1000 {
            bar.set_length(u64::try_from(total).unwrap_or(u64::MAX));
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        }
    });
    bar.finish_and_clear();
    let outcome = outcome?;
    print_diagnostics(&outcome.diagnostics, global);
    match &outcome.report {
        Some(report) => {
            if args.timings {
                print_timings(report);
            }
            print_changes(outcome.changes.as_ref());
            print_report(report, &request, started);
        }
        None if global.message_format == MessageFormat::Human => eprintln("nothing was written"),
        None => {}
    }
    Ok(status(&outcome))
}

/// Says everything that a build would say.
pub(super) fn check(args: &CheckArgs, global: &Global) -> Result<ExitCode, Failure> {
    #[cfg(not(feature = "external"))]
    if args.external {
        return Err(super::left_out("check --external", "external"));
    }
    let plain = Request::new(&global.root, plain_flags(global)?);
    let request = Request { strict: args.strict, keep_going: true, external: args.external, ..plain };
    let mut outcome = build::check(&request)?;
    #[cfg(feature = "external")]
    let asked = args.external.then(|| super::external::ask_for(&mut outcome, &request, global));
    #[cfg(not(feature = "external"))]
    let asked: Option<String> = None;
    if args.privacy {
        outcome.diagnostics.retain(|d| d.severity == Severity::Error);
    }
    print_diagnostics(&outcome.diagnostics, global);
    if let Some(report) = outcome.report.as_ref().filter(|_| args.privacy) {
        println(&format!("looked for {} in all outputs", count(report.private_texts, "private text", "private texts")));
    } else if let Some(report) = &outcome.report {
        for line in left_out_lines(&report.left_out) {
            println(&line);
        }
        if !report.without_next_day.is_empty() {
            println(&format!("no score of the next day: {}", named(&report.without_next_day)));
        }
        for line in bare_weeks(&report.bare_weeks, report.units) {
            println(&line);
        }
        report.reminders.iter().for_each(|reminder| println(&reminder.said()));
        if let Some(asked) = &asked {
            println(asked);
        }
        println(&format!("checked {}", count(report.entries, "entry", "entries")));
    }
    Ok(status(&outcome))
}

/// How many gaps are named, the newest ones; a diary that is copied in later has many.
const NAMED_GAPS: usize = 3;

/// The lines that say of which weeks nothing is written down, and what a line of them would be.
fn bare_weeks(weeks: &[(Date, Date)], units: Distance) -> Vec<String> {
    let Some((from, to)) = weeks.last() else { return Vec::new() };
    let n: i64 = weeks.iter().map(|(from, to)| (days_between(*from, *to) + 1) / 7).sum();
    let named = weeks.iter().rev().take(NAMED_GAPS).map(|(from, to)| format!("{from} to {to}"));
    let named: Vec<String> = named.collect();
    let rest = weeks.len().saturating_sub(NAMED_GAPS);
    let rest = if rest > 0 { format!(" and {}", count(rest, "earlier gap", "earlier gaps")) } else { String::new() };
    vec![
        format!(
            "nothing is written down of {}: {}{rest}",
            count(usize::try_from(n).unwrap_or(0), "week", "weeks"),
            named.join(", ")
        ),
        format!(
            "  if you still know, a line in content/log.txt will do: `{from}..{}  run 20 {}`",
            span_end(*from, *to),
            units.symbol()
        ),
    ]
}

/// The end of a span as it is typed: shortened where its month or year is that of the start.
fn span_end(from: Date, to: Date) -> String {
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => format!("{:02}", to.day()),
        (true, false) => to.strftime("%m-%d").to_string(),
        (false, _) => to.to_string(),
    }
}

/// The addresses that differ from the build before, a line each.
fn print_changes(changes: Option<&Changes>) {
    let Some(Changes { added, changed, removed }) = changes else { return };
    for (word, paths) in [("added", added), ("changed", changed), ("removed", removed)] {
        for path in paths {
            println(&format!("{word:<8} {}", build::address_of(path)));
        }
    }
}

fn print_report(report: &Report, request: &Request, started: Instant) {
    for line in left_out_lines(&report.left_out) {
        println(&line);
    }
    let published = report.published;
    println(&format!(
        "{} on {} in {}: {} written, {} unchanged, {} removed, in {} s",
        count(report.entries, "entry", "entries"),
        count(report.pages, "page", "pages"),
        request.output.display(),
        published.written,
        published.unchanged,
        published.removed,
        fixed(started.elapsed().as_secs_f64(), 2)
    ));
}

fn print_timings(report: &Report) {
    let work = report.work;
    eprintln(&format!("read {}, parsed {}, rendered {}", work.read, work.parsed, work.rendered));
    for (stage, time) in &report.timings.0 {
        eprintln(&format!("{stage:>10} {:>9} ms", fixed(time.as_secs_f64() * 1000.0, 1)));
    }
    eprintln(&format!("{:>10} {:>9} ms", "total", fixed(report.timings.total().as_secs_f64() * 1000.0, 1)));
}

/// A bar on terminals that appears when the work takes a while.
pub(super) fn progress_bar(global: &Global, what: &str) -> ProgressBar {
    if global.message_format != MessageFormat::Human {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(8));
    match ProgressStyle::with_template(&format!("{{bar:30}} {{pos}} of {{len}} {what}")) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
