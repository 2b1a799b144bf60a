//! What an address in a page leads to.

use super::url::{decode, join, scheme, split};
use std::borrow::Cow;
use url::Url;

/// Where a site stands on the web.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a> {
    /// `https://example.org/blog/`
    pub url: &'a str,
    /// `/blog/`
    pub path: &'a str,
}

/// What an address leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Leads<'a> {
    /// To a page or file of the site, by its address from the site's root, and to a place in it.
    Inside(Cow<'a, str>, Option<Cow<'a, str>>),
    /// Up, out of the site's folder.
    Above,
    /// To another site.
    Outside(&'a str),
    /// To nothing on the web: mail, calls, data.
    Elsewhere,
}

impl Base<'_> {
    /// Where an address leads that stands on the page at `page`, an address from the site's root.
    pub fn follow<'a>(self, page: &'a str, address: &'a str) -> Leads<'a> {
        let address = address.trim();
        let (path, fragment) = split(address);
        let fragment = fragment.filter(|f| !f.is_empty() && *f != "top").map(decode);
        if path.is_empty() {
            return Leads::Inside(page.into(), fragment);
        }
        if let Some(inside) = self.own(path) {
            return self.inside(inside, fragment);
        }
        if is_rooted(path) {
            return match self.below(path) {
                Some(inside) => self.inside(inside, fragment),
                None => Leads::Above,
            };
        }
        match scheme(path) {
            Some(scheme) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {
                return Leads::Outside(address);
            }
            Some(_) => return Leads::Elsewhere,
            None if path.starts_with(['/', '\\']) => return Leads::Outside(address),
            None => {}
        }
        let folder = &page[..page.rfind('/').map_or(0, |at| at + 1)];
        match join(folder, &decode(path)) {
            Some(joined) => Leads::Inside(joined.into(), fragment),
            None => Leads::Above,
        }
    }

    /// The whole address of another site, as a browser would ask for it; `None` for any other address. What stands behind `#`
    /// is the browser's own business.
    pub fn whole_outside(self, address: &str) -> Option<String> {
        let Leads::Outside(address) = self.follow("/", address) else { return None };
        // One without a scheme takes the page's own.
        let mut whole = Url::parse(self.url).and_then(|base| base.join(address)).ok()?;
        whole.set_fragment(None);
        Some(whole.into())
    }

    /// The host that a browser would ask where it loads an address, if it is another than the site's own, with its port.
    pub fn other_host(self, address: &str) -> Option<String> {
        if !may_lead_out(address) {
            return None;
        }
        let own = Url::parse(self.url).ok()?;
        let whole = Url::parse(address).or_else(|_| own.join(address)).ok()?;
        let host = whole.host_str().filter(|host| !host.is_empty())?;
        // Whether it is asked with encryption or without makes no other host of it.
        let is_own = own.host_str() == Some(host) && own.port() == whole.port();
        (!is_own).then(|| whole.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
    }

    /// What stands after the site's own whole address.
    fn own(self, address: &str) -> Option<&str> {
        let (_, without_scheme) = self.url.split_once(':')?;
        let rest = address.strip_prefix("https:").or_else(|| address.strip_prefix("http:")).unwrap_or(address);
        let rest = rest.strip_prefix(without_scheme.trim_end_matches('/'))?;
        (rest.is_empty() || rest.starts_with('/')).then_some(if rest.is_empty() { "/" } else { rest })
    }

    /// What stands after the site's own path, with its slash.
    fn below(self, path: &str) -> Option<&str> {
        let rest = path.strip_prefix(self.path.trim_end_matches('/'))?;
        if rest.is_empty() { Some("/") } else { rest.starts_with('/').then_some(rest) }
    }

    fn inside<'a>(self, path: &'a str, fragment: Option<Cow<'a, str>>) -> Leads<'a> {
        if path.contains("/.") || path.contains("//") {
            return match join("/", &decode(path)) {
                Some(joined) => Leads::Inside(joined.into(), fragment),
                None => Leads::Above,
            };
        }
        Leads::Inside(decode(path), fragment)
    }

    /// What an address from the root lacks of the site's path, if anything; `is_known` tells whether something stands at an
    /// address from the site's root.
    pub fn lacks(self, address: &str, is_known: impl Fn(&str) -> bool) -> bool {
        let address = address.trim_start();
        if self.path == "/" || !is_rooted(address) {
            return false;
        }
        let end = address.find(['?', '#']).unwrap_or(address.len());
        // A section may have the name that the site's path has: then what is there tells what was meant.
        match self.below(&address[..end]) {
            None => true,
            Some(inside) => !is_known(&decode(inside)) && is_known(&decode(&address[..end])),
        }
    }
}

/// Whether an address starts at its host's root.
fn is_rooted(address: &str) -> bool {
    address.starts_with('/') && !address[1..].starts_with(['/', '\\'])
}

/// Whether an address may be one of another host, as browsers read it: they pass over white space and controls before it and
/// over line breaks and tabs in it, take backslashes for slashes, and need none after a scheme.
pub(super) fn may_lead_out(address: &str) -> bool {
    let mut seen = address.trim_start_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    let mut start = [' '; 6];
    for (slot, c) in start.iter_mut().zip(&mut seen) {
        *slot = c.to_ascii_lowercase();
    }
    let slashes = matches!(start, ['/' | '\\', '/' | '\\', ..]);
    let start: String = start.into_iter().collect();
    slashes || ["http:", "https:", "ftp:", "ws:", "wss:"].iter().any(|scheme| start.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: Base<'_> = Base { url: "https://example.org/a/b/", path: "/a/b/" };

    #[test]
    fn addresses_lead_where_a_browser_would_go() {
        let inside = |path: &'static str| Leads::Inside(path.into(), None);
        for (typed, leads) in [
            ("", inside("/journal/x/")),
            ("#y", Leads::Inside("/journal/x/".into(), Some("y".into()))),
            ("#top", inside("/journal/x/")),
            ("/a/b/", inside("/")),
            ("/a/b", inside("/")),
            ("/a/b/c%20d/?q#e%C3%A9", Leads::Inside("/c d/".into(), Some("eé".into()))),
            ("/a/bc/", Leads::Above),
            ("/other/", Leads::Above),
            ("photo.jpg", inside("/journal/x/photo.jpg")),
            ("../y/", inside("/journal/y/")),
            ("..", inside("/journal/")),
            ("../../../etc/passwd", Leads::Above),
            ("/a/b/../../etc/passwd", Leads::Above),
            ("https://example.org/a/b/z.html", inside("/z.html")),
            ("http://example.org/a/b", inside("/")),
            ("//example.org/a/b/z/", inside("/z/")),
            ("https://example.org/a/bc/", Leads::Outside("https://example.org/a/bc/")),
            ("//other.example/", Leads::Outside("//other.example/")),
            ("mailto:a@b.example", Leads::Elsewhere),
            ("data:image/png;base64,AA==", Leads::Elsewhere),
        ] {
            assert_eq!(BASE.follow("/journal/x/", typed), leads, "{typed}");
        }
        assert_eq!(BASE.follow("/404.html", "x.png"), inside("/x.png"));
        let top = Base { url: "https://example.org/", path: "/" };
        assert_eq!(top.follow("/x/", "/y/"), inside("/y/"));
        assert_eq!(top.follow("/x/", "https://example.org"), inside("/"));
    }

    #[test]
    fn addresses_of_other_sites_are_whole() {
        let whole = |typed| BASE.whole_outside(typed);
        assert_eq!(whole("https://Other.example/a b?q=ä#c").as_deref(), Some("https://other.example/a%20b?q=%C3%A4"));
        assert_eq!(whole("//other.example").as_deref(), Some("https://other.example/"));
        for inside in ["https://example.org/a/b/x/", "/a/b/", "x/", "#x", "mailto:a@b.example", "ftp://other.example/"]
        {
            assert_eq!(whole(inside), None, "{inside}");
        }
    }

    #[test]
    fn a_page_asks_other_hosts_for_what_browsers_would() {
        let host = |typed| BASE.other_host(typed);
        for (typed, expected) in [
            ("https://i.example/x.png", "i.example"),
            ("HTTPS://I.example:8080/x.png", "i.example:8080"),
            ("//i.example/x", "i.example"),
            ("\\\\i.example\\x", "i.example"),
            ("/\\i.example/x", "i.example"),
            (" \u{1}\n//i.example", "i.example"),
            ("ht\ntps:/\t/i.example", "i.example"),
            ("https:i.example/x", "i.example"),
            ("https:///i.example", "i.example"),
            ("https://example.org.i.example/", "example.org.i.example"),
            ("https://example.org@i.example/", "i.example"),
            ("http://example.org:81/", "example.org:81"),
            ("//sub.example.org/x", "sub.example.org"),
            ("wss://i.example", "i.example"),
        ] {
            assert_eq!(host(typed).as_deref(), Some(expected), "{typed:?}");
        }
        for own in [
            "",
            "x.png",
            "/x.png",
            "?//i.example",
            "#//i.example",
            "https://example.org/other/x.png",
            "http://EXAMPLE.org/",
            "//example.org/x",
            "data:image/png;base64,//8=",
            "https://",
            "httpsx://i.example",
            "mailto:a@i.example",
            "a//i.example",
            "blob:https://i.example",
        ] {
            assert_eq!(host(own), None, "{own:?}");
        }
    }

    #[test]
    fn the_sites_path_is_lacking_once() {
        let known = |address: &str| matches!(address, "/img/x.png" | "/a/b/section/" | "/");
        for (typed, lacks) in [
            ("/img/x.png", true),
            ("/a/b/img/x.png", false),
            ("/a/b/", false),
            ("/a/b/section/", true),
            ("/a/b/nowhere/", false),
            ("//host/x", false),
            ("img/x.png", false),
            ("#x", false),
            ("https://example.org/", false),
        ] {
            assert_eq!(BASE.lacks(typed, known), lacks, "{typed}");
        }
    }
}
