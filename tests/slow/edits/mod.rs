//! Random edits: after any of them every address that was ever answered, and every file of the output, is what a clean build
//! would write.
//!
//! `COMEBACK_EDITS=3000 COMEBACK_SEED=7 cargo test --test slow edits` goes on for as many; `COMEBACK` names another program.

mod disturb;
mod random;
mod write;

use crate::compare::{settle, settle_watched, untold_links};
use crate::server::{Preview, Watcher, program};
use crate::support::Project;
use random::Random;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Edits in the usual run.
const USUAL: usize = 60;

/// The kinds of charts that the program knows.
fn kinds() -> Vec<String> {
    let ran = Command::new(program()).args(["chart", "--list"]).output().expect("it runs");
    let list = String::from_utf8_lossy(&ran.stdout).into_owned();
    // What it says of each kind is indented below its name.
    list.lines().filter(|line| !line.is_empty() && !line.starts_with(' ')).map(str::to_owned).collect()
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// How far a run got.
#[derive(Debug, Default)]
struct Counts {
    edits: usize,
    /// States of which all was compared.
    compared: usize,
    /// States of which there is no clean build.
    unbuilt: usize,
}

#[test]
fn after_any_edits_all_is_what_a_clean_build_has() {
    let edits = number("COMEBACK_EDITS").map_or(USUAL, |n| usize::try_from(n).expect("a number of edits"));
    let seed = number("COMEBACK_SEED").unwrap_or(11);
    let mut random = Random(seed);
    let kinds = kinds();
    assert!(kinds.len() > 8 && kinds.iter().any(|kind| kind == "pain-timeline"), "{kinds:?}");
    let project = Project::new("");
    for _ in 0..10 {
        disturb::disturb(&project, &mut random, &kinds);
    }
    project.write("site.toml", write::settings(&mut random));
    let _ = fs::remove_dir_all(project.path("themes"));
    let (preview, _watch) = (Preview::start(&project), Watcher::start(&project));
    let mut seen = BTreeSet::new();
    let mut counts = Counts::default();
    let mut done: Vec<String> = Vec::new();
    while counts.edits < edits {
        for _ in 0..=random.below(2) {
            done.push(disturb::disturb(&project, &mut random, &kinds));
            counts.edits += 1;
        }
        let usable = compare(&project, &preview, &mut seen, &mut counts).unwrap_or_else(|wrong| {
            let last = done[done.len().saturating_sub(4)..].join("\n\n");
            let kept = keep(&project, seed);
            panic!(
                "seed {seed}, after {} edits: {wrong}\n\nthe site is kept in {kept}; the last edits:\n{last}",
                counts.edits
            );
        });
        if !usable {
            // It was seen once that the last good site stays.
            project.write("site.toml", write::settings(&mut random));
            let _ = fs::remove_dir_all(project.path("themes"));
        }
    }
    eprintln!("seed {seed}: {counts:?}, {} addresses", seen.len());
    assert!(counts.unbuilt * 5 < counts.compared && seen.len() > 60, "{counts:?}, {} addresses", seen.len());
}

/// Copies a site to where it stays.
fn keep(project: &Project, seed: u64) -> String {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("edits-{seed}"));
    let _ = fs::remove_dir_all(&to);
    for (path, bytes) in project.tree("") {
        let path = to.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    to.display().to_string()
}

fn compare(
    project: &Project,
    preview: &Preview,
    seen: &mut BTreeSet<String>,
    counts: &mut Counts,
) -> Result<bool, String> {
    let served = settle(project, preview, "/", seen).map_err(|wrong| format!("serve: {wrong}"))?;
    let watched = settle_watched(project).map_err(|wrong| format!("watch: {wrong}"))?;
    if served.is_unusable() || watched.is_unusable() {
        counts.unbuilt += 1;
        let status = preview.get("/").0;
        return if matches!(status, 200 | 500) { Ok(false) } else { Err(format!("the home page: {status}")) };
    }
    let here = format!("http://{}", preview.host);
    for (clean, origin) in [(&served, here.as_str()), (&watched, "https://example.org")] {
        if let Some(link) = untold_links(clean, origin).first() {
            return Err(format!("{link}, which is not there, and nobody said so:\n{}", clean.said));
        }
    }
    counts.compared += 1;
    Ok(true)
}
