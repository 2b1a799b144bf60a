//! What a site is published with: the script, the workflow's packages, and the guide's lines for git.

use crate::support::Project;
use std::path::Path;
use std::process::{Command, Stdio};

const SITE: &str = "
-- site.toml --
title = \"T\"
base_url = \"https://journal.example/\"
-- content/journal/2020-08-14-first-run.md --
---
title: First run
aliases: [/old.run/]
---
Words.
";

/// What is wrong with a package that was named, and how it is said.
#[test]
fn packages_that_a_workflow_could_not_install_are_refused() {
    let project = Project::new(SITE);
    project.write("it's.whl", "").write("a.zip", "").write("folder.whl/a", "");
    for (typed, said) in [
        ("http://e.org/a.whl", "is no address that the workflow can load a package from"),
        ("https://me:secret@e.org/a.whl", "is no address that the workflow can load a package from"),
        ("https://e.org/a.whl?key=1", "is no address that the workflow can load a package from"),
        ("https://e.org/a.exe", "is no package that the workflow can install"),
        ("a.zip", "is no package that the workflow can install"),
        ("a.whl", "is no file of the site's folder"),
        ("folder.whl", "is no file of the site's folder"),
        ("../a.whl", "is not within the site's folder"),
        ("/a.whl", "is not within the site's folder"),
        ("it's.whl", "has a name that a workflow could misread"),
    ] {
        let ran = project.run(["deploy-files", "github", "--package", typed]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{typed}");
        let first = format!("error: --package: `{typed}` {said}\n  hint: ");
        assert!(ran.stderr.starts_with(&first), "{typed}: {}", ran.stderr);
    }
    assert!(!project.has(".github"));
    let ran = project.run(["deploy-files", "nginx", "--package", "a.whl"]);
    assert_eq!(
        (ran.status, ran.stderr.lines().next()),
        (2, Some("error: --package is for `deploy-files github` alone"))
    );
    let ran = project.run(["deploy-files", "rsync", "--server"]);
    assert_eq!((ran.status, ran.stderr.lines().next()), (2, Some("error: --server is for `deploy-files nginx` alone")));
}

/// The script of the step that installs a package, with the package's name.
fn step(project: &Project, package: &str) -> (String, String) {
    let ran = project.run(["deploy-files", "github", "--force", "--package", package]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let workflow = project.read(".github/workflows/pages.yml");
    assert!(!workflow.contains("cargo"), "{workflow}");
    let parsed: serde_yaml::Value = serde_yaml::from_str(&workflow).expect("YAML");
    let steps = parsed["jobs"]["publish"]["steps"].as_sequence().expect("steps");
    // Actions are named by commits.
    for uses in steps.iter().filter_map(|step| step["uses"].as_str()) {
        let commit = uses.split_once('@').map_or("", |(_, commit)| commit);
        assert!(commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()), "{uses}");
    }
    let step = steps.iter().find(|step| step["name"] == "comeback").expect("the step");
    let text = |value: &serde_yaml::Value| value.as_str().expect("text").to_owned();
    (text(&step["run"]), text(&step["env"]["PACKAGE"]))
}

#[test]
fn a_workflow_installs_the_package_that_was_named() {
    let project = Project::new(SITE);
    project.write("packages/comeback_journal-0.1.0-py3-none-linux_x86_64.whl", "").write("packages/comeback.deb", "");
    let (script, package) = step(&project, "packages/comeback_journal-0.1.0-py3-none-linux_x86_64.whl");
    assert_eq!(package, "./packages/comeback_journal-0.1.0-py3-none-linux_x86_64.whl");
    assert_eq!(
        script,
        "python3 -m venv \"$RUNNER_TEMP/comeback\"\n\
         \"$RUNNER_TEMP/comeback/bin/pip\" install --no-deps \"$PACKAGE\"\n\
         echo \"$RUNNER_TEMP/comeback/bin\" >> \"$GITHUB_PATH\"\n"
    );
    assert_eq!(step(&project, "packages/comeback.deb").0, "sudo dpkg --install \"$PACKAGE\"\n");
    let (script, package) = step(&project, "https://e.org/comeback_0.1.0.deb");
    assert_eq!(package, "https://e.org/comeback_0.1.0.deb");
    assert_eq!(
        script,
        "curl --fail --silent --show-error --location --proto '=https' --output \"$RUNNER_TEMP/package\" \"$PACKAGE\"\n\
         sudo dpkg --install \"$RUNNER_TEMP/package\"\n"
    );
}

#[cfg(unix)]
#[test]
fn the_archive_of_a_release_is_unpacked_where_the_next_steps_find_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::new(SITE);
    project
        .write("made/comeback-0.1.0/comeback", "#!/bin/sh\necho it runs\n")
        .write("made/comeback-0.1.0/README.md", "");
    let program = project.path("made/comeback-0.1.0/comeback");
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).expect("a mode");
    let tar = ["--create", "--gzip", "--file", "comeback.tar.gz", "--directory", "made", "comeback-0.1.0"];
    assert!(Command::new("tar").args(tar).current_dir(project.root()).status().is_ok_and(|s| s.success()));
    let (script, package) = step(&project, "comeback.tar.gz");
    let ran = Command::new("bash")
        .args(["-e", "-c", &format!("{script}PATH=$(cat \"$GITHUB_PATH\"):$PATH\ncomeback build")])
        .current_dir(project.root())
        .env("PACKAGE", package)
        .env("RUNNER_TEMP", project.root())
        .env("GITHUB_PATH", project.path("paths"))
        .output()
        .expect("bash");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "it runs\n", "{}", String::from_utf8_lossy(&ran.stderr));
}

/// A shell in the folder of a project, with the built program and stand-ins before all others.
#[cfg(unix)]
fn shell(project: &Project, script: &str, variables: &[(&str, &str)]) -> (i32, String) {
    let built = Path::new(env!("CARGO_BIN_EXE_comeback")).parent().expect("a folder").display();
    let path = format!("{}/bin:{built}:/usr/local/bin:/usr/bin:/bin", project.root().display());
    let ran = Command::new("sh")
        .args(["-e", "-c", script])
        .current_dir(project.root())
        .env_clear()
        .env("PATH", path)
        .env("HOME", project.root())
        .env("SOURCE_DATE_EPOCH", "1600000000")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    (ran.status.code().unwrap_or(-1), said)
}

/// A program that prints what it was called with, a word a line.
#[cfg(unix)]
fn stand_in(project: &Project, name: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    project.write(&format!("bin/{name}"), format!("#!/bin/sh\nprintf '<%s>\\n' {name} \"$@\"\n"));
    let path = project.path(&format!("bin/{name}"));
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("a mode");
}

#[cfg(unix)]
#[test]
fn the_script_builds_and_copies_to_the_folder_that_was_named() {
    let project = Project::new(SITE);
    assert_eq!(project.run(["deploy-files", "rsync"]).status, 0);
    for name in ["rsync", "lftp"] {
        stand_in(&project, name);
    }
    // Nothing is built or sent where it isn't said where to, or where a whole home would be emptied.
    for (target, said) in [
        ("", "publish.sh: set COMEBACK_TARGET to where the site goes, such as me@example.org:journal/\n"),
        ("me@e.org:", "publish.sh: me@e.org: is the top of a host or a home; name a folder for the site alone\n"),
        ("me@e.org:~/", "publish.sh: me@e.org:~ is the top of a host or a home; name a folder for the site alone\n"),
    ] {
        assert_eq!(shell(&project, "sh publish.sh", &[("COMEBACK_TARGET", target)]), (2, said.to_owned()));
    }
    let (status, said) = shell(&project, "sh publish.sh", &[("COMEBACK_TARGET", "ftp://me@e.org/")]);
    assert_eq!(
        (status, said.lines().last()),
        (2, Some("publish.sh: ftp://me@e.org names no folder for the site alone"))
    );
    let (status, said) =
        shell(&project, "cd / && sh \"$HOME/publish.sh\"", &[("COMEBACK_TARGET", "me@e.org:my site/")]);
    let sent = "<rsync>\n<--recursive>\n<--times>\n<--delete-after>\n<--exclude=/.well-known/>\n<--exclude=/.comeback-*>\n<public/>\n<me@e.org:my site/>\n";
    assert!(status == 0 && said.contains(sent), "{said}");
    assert!(project.has("public/index.html"));
    let (status, said) = shell(&project, "sh publish.sh", &[("COMEBACK_TARGET", "sftp://me@e.org/www/journal/")]);
    let sent = "<lftp>\n<-e>\n<set cmd:fail-exit yes; set ftp:ssl-force yes; mirror --reverse --delete --exclude-glob .well-known/ \
                --exclude-glob .comeback-* public 'www/journal'; quit>\n<sftp://me@e.org>\n";
    assert!(status == 0 && said.contains(sent), "{said}");
    // What is broken isn't sent.
    project.write("content/about.md", "[gone](gone.md)\n");
    let (status, said) = shell(&project, "sh publish.sh", &[("COMEBACK_TARGET", "me@e.org:site/")]);
    assert!(status == 1 && !said.contains("<rsync>"), "{said}");
}

/// The lines of the first block below a heading of the guide's page on publishing.
fn lines_of_the_guide(heading: &str) -> String {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide/publishing.md"));
    let page = page.expect("the page");
    let below = page.split_once(&format!("# {heading}\n")).expect("the heading").1;
    let block = below.split_once("```sh\n").and_then(|(_, rest)| rest.split_once("```")).expect("a block");
    block.0.to_owned()
}

#[cfg(unix)]
#[test]
fn a_repository_that_holds_only_the_output_is_made_by_the_guides_lines() {
    let project = Project::new(SITE);
    project.write(".gitignore", "/public/\n/.comeback/\n");
    project.write("content/journal/2020-08-15-mine.md", "---\nvisibility: private\n---\nSecret.\n");
    let user = "user.name=Me\nuser.email=me@example.org".split('\n').enumerate();
    let mut variables = vec![("GIT_CONFIG_COUNT".to_owned(), "2".to_owned())];
    for (at, pair) in user {
        let (key, value) = pair.split_once('=').expect("a pair");
        variables.push((format!("GIT_CONFIG_KEY_{at}"), key.to_owned()));
        variables.push((format!("GIT_CONFIG_VALUE_{at}"), value.to_owned()));
    }
    let variables: Vec<(&str, &str)> = variables.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let here = |lines: &str| {
        let bare = project.path("second.git").display().to_string();
        let (status, said) = shell(&project, &lines.replace("git@github.com:NAME/journal.git", &bare), &variables);
        assert_eq!(status, 0, "{lines}\n{said}");
        said
    };
    here("git init --quiet --bare --initial-branch=main second.git");
    let once = lines_of_the_guide("Only the output");
    assert!(once.contains("git@github.com:NAME/journal.git"), "{once}");
    here(&once);
    let held = || here("git --git-dir=second.git ls-tree -r --name-only main");
    let published = held();
    assert!(published.contains("journal/first-run/index.html\n") && published.contains(".nojekyll\n"), "{published}");
    assert!(!published.contains("site.toml") && !published.contains("content/"), "{published}");
    // Each time after: what was taken back is gone, from the history too.
    project.remove("content/journal/2020-08-14-first-run.md");
    project.write("content/journal/2020-08-16-second.md", "Another.\n");
    here(&lines_of_the_guide("Each time after"));
    let published = held();
    assert!(!published.contains("first-run") && published.contains("journal/second/index.html\n"), "{published}");
    assert_eq!(here("git --git-dir=second.git rev-list --count main"), "1\n");
}
