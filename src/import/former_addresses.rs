//! Former addresses that an import keeps: each for one text, and only those that a site takes.

use crate::links::url;
use std::collections::BTreeMap;

/// The first parts of addresses that pages and folders of the site itself have.
pub(super) const OWN_PARTS: [&str; 17] = [
    "404",
    "archive",
    "comments",
    "data",
    "exercises",
    "journal",
    "lessons",
    "log",
    "page",
    "pagefind",
    "progress",
    "search",
    "setbacks",
    "static",
    "tags",
    "timeline",
    "treatments",
];

/// The addresses that are taken, in small letters since many disks know no others, each with the text's own that has it.
#[derive(Debug)]
pub(super) struct FormerAddresses {
    taken: BTreeMap<String, String>,
}

impl FormerAddresses {
    /// Those of the site's own pages and of these texts are taken.
    pub(super) fn beside<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let site = OWN_PARTS.iter().copied().chain([""]).map(|part| (as_site_has(part), String::new()));
        let texts = texts.map(|own| (as_site_has(own), as_site_has(own)));
        Self { taken: site.chain(texts).map(|(key, own)| (key.to_lowercase(), own)).collect() }
    }

    /// A former path as it goes into `aliases` of the text whose address is `own`; `None` where nothing needs to lead there.
    ///
    /// # Errors
    /// Why it can't be kept, for the receipt.
    pub(super) fn take(&mut self, typed: &str, own: &str) -> Result<Option<String>, &'static str> {
        if typed.contains('?') {
            return Err("since it has a query, and a folder of files answers to none");
        }
        // Two slashes at the start would name a host.
        let path = format!("/{}", typed.split('#').next().unwrap_or(typed).trim_start_matches('/'));
        let Ok(former) = url::former_address(&path) else { return Err("since it is no path of a site") };
        let own = as_site_has(own);
        if former == own || former == "/" {
            return Ok(None);
        }
        match self.taken.get(&former.to_lowercase()) {
            Some(holder) if *holder == own && former.to_lowercase() == own.to_lowercase() => {
                Err("since it differs from the new address in capitals alone, and many disks take the two for one")
            }
            Some(holder) if *holder == own => Ok(None),
            Some(_) => Err("since another text or a page of the site has it"),
            None => {
                self.taken.insert(former.to_lowercase(), own);
                Ok(Some(path))
            }
        }
    }
}

fn as_site_has(address: &str) -> String {
    url::former_address(address).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_is_kept_for_one_text_as_a_site_takes_it() {
        let mut former = FormerAddresses::beside(["/journal/a/", "/b/"].into_iter());
        let taken = "since another text or a page of the site has it";
        let path = "since it is no path of a site";
        for (typed, own, expected) in [
            ("/2020/08/First_Run/", "/journal/a/", Ok(Some("/2020/08/First_Run/"))),
            // Once more, and as another one's.
            ("/2020/08/First_Run/#more", "/journal/a/", Ok(None)),
            ("/2020/08/first_run", "/b/", Err(taken)),
            ("/b/", "/b", Ok(None)),
            ("/", "/b/", Ok(None)),
            (
                "/B/",
                "/b/",
                Err("since it differs from the new address in capitals alone, and many disks take the two for one"),
            ),
            ("/b/", "/journal/a/", Err(taken)),
            ("/archive/", "/b/", Err(taken)),
            ("//greek/%CE%B1/", "/b/", Ok(Some("/greek/%CE%B1/"))),
            ("/?p=12", "/b/", Err("since it has a query, and a folder of files answers to none")),
            ("/%2e%2e/x", "/b/", Err(path)),
            ("/a%5Cb", "/b/", Err(path)),
        ] {
            assert_eq!(former.take(typed, own), expected.map(|kept: Option<&str>| kept.map(str::to_owned)), "{typed}");
        }
    }

    #[test]
    fn what_the_site_has_of_its_own_is_sorted() {
        assert!(OWN_PARTS.is_sorted());
    }
}
