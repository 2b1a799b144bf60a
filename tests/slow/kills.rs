//! A build that is killed, or whose disk fills up: every file of the output is the old or the new one, whole, and the next
//! build mends the rest.

use crate::support::Project;
use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

type Tree = BTreeMap<String, Vec<u8>>;

/// The seed of the moments, which `KILLS_SEED` replaces to look at a run again.
const SEED: u64 = 0x5eed;
const KILLS: u32 = 100;

/// A journal long enough that a build takes a while, and another state of it: texts changed, added and removed.
fn write(project: &Project, state: u32) {
    for n in 0..24u32 {
        let path = format!("content/journal/2020-{:02}-{:02}-e{n}.md", 1 + n / 28, 1 + n % 28);
        if n % 10 == state {
            let _ = std::fs::remove_file(project.path(&path));
            continue;
        }
        let text =
            format!("---\ntitle: Entry {n}\npain: {}\ntags: [t{}]\n---\nState {state}.\n", (n + state) % 9, n % 7);
        project.write(&path, text);
    }
    project.write("static/data.bin", vec![u8::try_from(state).unwrap_or(0); 2_000_000]);
}

fn command(project: &Project) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comeback"));
    command.args(["build"]).current_dir(project.root()).env_clear().env("SOURCE_DATE_EPOCH", "1600000000");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Waits until a build starts to move files into place, or has ended.
fn wait_for_moving(project: &Project, child: &mut Child) {
    // A build takes files away meanwhile, so nothing that was listed may be there a moment later.
    let list = || -> Vec<_> {
        let files = walkdir::WalkDir::new(project.path(".comeback/outputs")).sort_by_file_name().into_iter().flatten();
        let about = |file: walkdir::DirEntry| Some((file.path().to_owned(), file.metadata().ok()?.modified().ok()?));
        files.filter_map(about).collect()
    };
    let before = list();
    while list() == before && child.try_wait().is_ok_and(|ended| ended.is_none()) {
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// The output without what a killed build leaves for the next one to sweep.
fn outputs(project: &Project) -> Tree {
    let mut tree = project.tree("public");
    tree.retain(|path, _| !path.starts_with(".comeback-"));
    tree
}

#[test]
fn a_hundred_kills_at_random_moments_leave_every_file_old_or_new_and_the_next_build_mends_the_rest() {
    let seed = std::env::var("KILLS_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED);
    let mut random = seed;
    let mut next = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(random >> 33).unwrap_or(0)) / f64::from(u32::MAX >> 1)
    };
    let project = Project::new("-- content/about.md --\nAbout.\n");
    let mut trees = Vec::new();
    let mut longest = Duration::ZERO;
    for state in [0, 1] {
        write(&project, state);
        let started = Instant::now();
        project.build([]);
        longest = started.elapsed();
        trees.push(outputs(&project));
    }
    let (mut killed, mut changed) = (0, 0);
    for n in 0..KILLS {
        let state = n % 2;
        write(&project, state);
        let mut child = command(&project).spawn().expect("the program runs");
        if n % 4 < 2 {
            // Any moment at all.
            std::thread::sleep(longest.mul_f64(next()));
        } else {
            // Files are moved into place in a few milliseconds, right after the list of them was written.
            wait_for_moving(&project, &mut child);
            std::thread::sleep(Duration::from_millis(4).mul_f64(next()));
        }
        child.kill().expect("it can be killed");
        killed += u32::from(!child.wait().expect("it ends").success());
        let now = outputs(&project);
        changed += u32::from(now != trees[0] && now != trees[1]);
        for (path, bytes) in &now {
            let whole = trees.iter().any(|tree| tree.get(path) == Some(bytes));
            assert!(whole, "seed {seed}, kill {n}: {path} is neither the old nor the new one");
        }
        // What both states have is never gone.
        for path in trees[0].keys().filter(|path| trees[1].contains_key(*path)) {
            assert!(now.contains_key(path), "seed {seed}, kill {n}: {path} is gone");
        }
        // The next build is the one after some kills, so that what they leave adds up.
        if n % 5 == 4 {
            project.build([]);
            assert_eq!(outputs(&project), trees[state as usize], "seed {seed}, kill {n}");
            let names: Vec<String> =
                project.tree("public").into_keys().filter(|p| p.starts_with(".comeback-")).collect();
            assert_eq!(names, [".comeback-manifest"], "seed {seed}, kill {n}: leftovers");
        }
    }
    eprintln!("{killed} of {KILLS} were killed before their end, {changed} between two states");
    assert!(killed > KILLS / 4, "only {killed} builds were killed before their end");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_is_a_failure_and_the_output_stays_as_it_was() {
    let project = Project::new("-- content/about.md --\nAbout.\n");
    let disk = project.path("disk");
    std::fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(&disk).output();
    if !mounted.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this user can't mount a small disk");
        return;
    }
    let ended = std::panic::catch_unwind(|| {
        project.build(["--output", "disk/site"]);
        let before = project.tree("disk/site");
        project.write("static/big.bin", vec![7u8; 3_000_000]);
        project.write("content/about.md", "Changed.\n");
        let ran = project.run(["build", "--output", "disk/site"]);
        assert_eq!(ran.status, 2, "{}", ran.stderr);
        assert!(ran.stderr.contains("No space left on device"), "{}", ran.stderr);
        assert_eq!(project.tree("disk/site"), before, "nothing of it was written");
        project.remove("static/big.bin");
        project.build(["--output", "disk/site"]);
        assert!(project.read("disk/site/about/index.html").contains("Changed."));
    });
    let _ = Command::new("umount").arg("-l").arg(&disk).status();
    if let Err(panic) = ended {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn a_file_that_may_not_grow_is_a_failure_and_the_output_stays_as_it_was() {
    let project = Project::new("-- content/about.md --\nAbout.\n");
    project.build([]);
    let before = project.tree("public");
    project.write("static/big.bin", vec![7u8; 3_000_000]).write("content/about.md", "Changed.\n");
    // The limit counts blocks of 512 or 1024 bytes; the signal is ignored so that writing fails instead.
    let script = format!("trap '' XFSZ; ulimit -f 1000; exec '{}' build", env!("CARGO_BIN_EXE_comeback"));
    let output = Command::new("sh").args(["-c", &script]).current_dir(project.root()).output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("static/big.bin") && said.contains("File too large"), "{said}");
    assert_eq!(project.tree("public"), before);
}
