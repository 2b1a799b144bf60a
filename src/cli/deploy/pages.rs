//! The workflow for GitHub Pages, and the package that it installs comeback from.

use crate::diag::Failure;
use std::path::{Component, Path};

/// What is installed from a package, by its ending.
#[derive(Clone, Copy, Debug)]
enum Packed {
    Wheel,
    Debian,
    Archive,
}

/// A package of comeback that the workflow installs.
#[derive(Debug)]
pub(super) struct Package {
    /// The address, or the path from the top of the repository.
    source: String,
    on_the_web: bool,
    packed: Packed,
}

impl Package {
    /// What was typed: an address, or a file below the site's folder.
    ///
    /// # Errors
    /// Where the workflow could not get it, or could not install it.
    pub(super) fn of(typed: &str, root: &Path) -> Result<Self, Failure> {
        let on_the_web = typed.contains("://");
        let source = if on_the_web { address(typed)? } else { file(typed, root)? };
        let endings = [(".whl", Packed::Wheel), (".deb", Packed::Debian), (".tar.gz", Packed::Archive)];
        let Some((_, packed)) = endings.into_iter().find(|(ending, _)| source.ends_with(ending)) else {
            return Err(Failure::new(format!("--package: `{typed}` is no package that the workflow can install"))
                .hint("name a wheel (.whl), a Debian package (.deb) or the .tar.gz of a release, each for Linux on x86-64"));
        };
        Ok(Self { source, on_the_web, packed })
    }

    /// The step that installs it.
    fn step(&self) -> String {
        let mut script = Vec::new();
        let package = if self.on_the_web && !matches!(self.packed, Packed::Wheel) {
            script.push("curl --fail --silent --show-error --location --proto '=https' --output \"$RUNNER_TEMP/package\" \"$PACKAGE\"");
            "\"$RUNNER_TEMP/package\""
        } else {
            "\"$PACKAGE\""
        };
        let install = match self.packed {
            // Python of the system takes no packages beside its own, so it gets a folder.
            Packed::Wheel => format!(
                "python3 -m venv \"$RUNNER_TEMP/comeback\"\n\
                 \"$RUNNER_TEMP/comeback/bin/pip\" install --no-deps {package}\n\
                 echo \"$RUNNER_TEMP/comeback/bin\" >> \"$GITHUB_PATH\""
            ),
            Packed::Debian => format!("sudo dpkg --install {package}"),
            Packed::Archive => format!(
                "mkdir \"$RUNNER_TEMP/comeback\"\n\
                 tar --extract --gzip --file {package} --directory \"$RUNNER_TEMP/comeback\"\n\
                 program=$(find \"$RUNNER_TEMP/comeback\" -type f -name comeback -perm -100)\n\
                 dirname \"$program\" >> \"$GITHUB_PATH\""
            ),
        };
        script.push(&install);
        let lines: String =
            script.iter().flat_map(|part| part.lines()).map(|line| format!("          {line}\n")).collect();
        let source = if self.on_the_web { self.source.clone() } else { format!("./{}", self.source) };
        format!("      - name: comeback\n        env:\n          PACKAGE: \"{source}\"\n        run: |\n{lines}")
    }
}

/// An address that can stand in a workflow as it is.
fn address(typed: &str) -> Result<String, Failure> {
    let url = url::Url::parse(typed).ok().filter(|url| url.scheme() == "https" && url.has_host());
    let plain = |url: &url::Url| {
        url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none()
    };
    url.filter(plain).map(|url| url.to_string()).ok_or_else(|| {
        Failure::new(format!("--package: `{typed}` is no address that the workflow can load a package from"))
            .hint("write an https address of the file itself, without a name, a password, `?` or `#` in it")
    })
}

/// A file of the repository, from its top.
fn file(typed: &str, root: &Path) -> Result<String, Failure> {
    let failed = |why: &str, hint: &str| Err(Failure::new(format!("--package: `{typed}` {why}")).hint(hint));
    let hint = "put it into the site's folder, under version control, and name it from there: packages/NAME.whl";
    let mut parts = Vec::new();
    for part in Path::new(typed).components() {
        match part {
            Component::Normal(name) => parts.extend(name.to_str()),
            Component::CurDir => {}
            _ => return failed("is not within the site's folder", hint),
        }
    }
    let source = parts.join("/");
    if !root.join(&source).is_file() {
        return failed("is no file of the site's folder", hint);
    }
    if source.chars().any(|c| !c.is_ascii_alphanumeric() && !"._-+~/".contains(c)) {
        return failed("has a name that a workflow could misread", "leave letters, digits and . _ - + ~ in it");
    }
    Ok(source)
}

/// The workflow; without a package comeback is compiled from its source.
pub(super) fn workflow(package: Option<&Package>) -> String {
    let install = package.map_or_else(|| COMPILED.replace("VERSION", env!("CARGO_PKG_VERSION")), Package::step);
    WORKFLOW.replace("      INSTALL\n", &install)
}

const COMPILED: &str = r#"      # comeback is compiled from its source, which takes some 12 minutes the first time, and after each change of the version
      # below. The cache keeps the program; GitHub drops what nobody used for a week. `comeback deploy-files github --package`
      # writes a workflow that installs a package instead, in seconds.
      - id: program
        uses: actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
        with:
          path: |
            ~/.cargo/bin/comeback
            ~/.cargo/registry/cache
          key: comeback-VERSION-${{ runner.os }}-${{ vars.COMEBACK_SOURCE }}
          restore-keys: comeback-
      - if: steps.program.outputs.cache-hit != 'true'
        env:
          SOURCE: ${{ vars.COMEBACK_SOURCE }}
        run: |
          : "${SOURCE:?set the variable COMEBACK_SOURCE of this repository to the address of comeback's own}"
          cargo install --locked --force --git "$SOURCE" --tag vVERSION comeback
"#;

const WORKFLOW: &str = r#"# Made by `comeback deploy-files github`. It builds the site at every push to main, and every morning so that entries
# dated later come out on their day. Actions are named by their commits, so that none can change unseen.
name: Pages
on:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * *"
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deploy.outputs.page_url }}
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0
      INSTALL
      - run: comeback build --message-format github
      - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        with:
          path: public
      - id: deploy
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"#;
