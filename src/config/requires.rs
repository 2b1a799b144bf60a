//! `requires` in `site.toml`: the versions of comeback that a site is written for.

use crate::fields::{Form, Shape, Value};
use semver::{Version, VersionReq};

/// Some versions.
pub(super) const VERSIONS: Form = Form::Shaped(&Shape {
    expected: "versions: `\">=0.1\"`, `\">=0.2, <1\"`",
    pattern: r"^\s*([~^=]|[<>]=?)?\s*[0-9*xX][0-9A-Za-z.*+-]*(\s*,\s*([~^=]|[<>]=?)?\s*[0-9*xX][0-9A-Za-z.*+-]*)*\s*$",
    number: Some((0.0, 1_000_000.0)),
});

/// The code of a requirement that this program doesn't meet, for which nothing else of the settings is told: a newer program may
/// well know each key of it.
pub(super) const UNMET: &str = "other-version";

/// Reads the versions, and says so where this program is none of them.
pub(super) fn requires(value: Value<'_>) -> Option<()> {
    let running = env!("CARGO_PKG_VERSION");
    let typed = value.text()?;
    let Ok(wanted) = VersionReq::parse(&typed) else {
        let hint = "write the oldest version that will do: requires = \">=0.1\"";
        return value.error("bad-requires", format!("`{typed}` names no versions"), hint);
    };
    if meets(&wanted, running) {
        return Some(());
    }
    let hint = "install a version that will do, in the way you installed this one; `comeback --version` says which one you have";
    value.error(UNMET, format!("this site requires comeback {typed}, and this is {running}"), hint)
}

/// Whether a version is one of those that are wanted; one that is still in the making counts as what it will be.
fn meets(wanted: &VersionReq, running: &str) -> bool {
    let released = |version: Version| Version::new(version.major, version.minor, version.patch);
    Version::parse(running).is_ok_and(|version| wanted.matches(&released(version)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers_and_one_in_the_making_counts() {
        let met = |wanted: &str, running| VersionReq::parse(wanted).is_ok_and(|wanted| meets(&wanted, running));
        for (wanted, running) in [
            (">=0.1", "0.1.0"),
            (">=0.9", "0.10.2"),
            (">=0.1", "2.0.0"),
            ("0.1", "0.1.7"),
            (">=0.2, <1", "0.4.0"),
            (">=0.2", "0.2.0-dev"),
            ("*", "0.1.0"),
        ] {
            assert!(met(wanted, running), "{wanted} {running}");
        }
        for (wanted, running) in [(">=0.2", "0.1.9"), (">=0.10", "0.9.0"), ("0.1", "0.2.0"), (">=0.2, <1", "1.0.0")] {
            assert!(!met(wanted, running), "{wanted} {running}");
        }
    }
}
