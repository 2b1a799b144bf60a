//! What search engines read: `sitemap.xml` and `robots.txt`.

use super::{Page, Route, Site};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::entry::Visibility;
use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// All addresses that may be found, with the day that a page's text is of.
pub(super) fn sitemap<'a>(
    config: &Config,
    addresses: impl Iterator<Item = (&'a str, Option<Date>)>,
) -> Result<String, Diagnostic> {
    let failed = |error: std::io::Error| Diagnostic::error("sitemap", format!("the sitemap can't be written: {error}"));
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).map_err(failed)?;
    let set = writer.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    let written = set.write_inner_content(|writer| {
        for (address, date) in addresses {
            writer.create_element("url").write_inner_content(|writer| {
                let whole = config.absolute(&super::links::encode(address));
                writer.create_element("loc").write_text_content(BytesText::new(&whole))?;
                if let Some(date) = date {
                    writer.create_element("lastmod").write_text_content(BytesText::new(&date.to_string()))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    });
    written.map_err(failed)?;
    let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
    text.push('\n');
    Ok(text)
}

/// Pages of lists after the first are left out: they have nothing of their own.
pub(super) fn addresses(site: &Site) -> impl Iterator<Item = (&str, Option<Date>)> {
    let newest = site.indexes.standing.as_ref().map(|s| s.as_of);
    site.routes.iter().filter_map(move |(address, route)| {
        let Route::Page(page) = route else { return None };
        let date = match page {
            Page::Home(1) | Page::Lessons | Page::Progress | Page::Timeline | Page::Archive => newest,
            Page::Exercises | Page::Treatments | Page::Setbacks => newest,
            Page::Exercise(index) if !site.indexes.practice.exercises[*index].listed => return None,
            Page::Exercise(_) => None,
            // Nor have pages of some lessons.
            Page::LessonsOfTheme(_) | Page::LessonsInState(_) => return None,
            Page::Home(_) | Page::NotFound | Page::Search => return None,
            Page::Tag(_, number) if *number > 1 => return None,
            Page::Lesson(index) => site.journal.lessons.all[*index].touched(),
            Page::Tag(..) | Page::Tags | Page::Year(_) | Page::Undated | Page::Numbers => None,
            Page::Entry(index) => {
                let entry = &site.journal.items[*index].entry;
                if entry.visibility != Visibility::Public {
                    return None;
                }
                entry.updated.max(entry.date)
            }
            Page::Plain(index) if site.journal.pages[*index].visibility != Visibility::Public => return None,
            Page::Plain(_) => None,
        };
        Some((&**address, date))
    })
}

/// Everybody is welcome, and the sitemap is here.
pub(super) fn robots(config: &Config) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", config.absolute("sitemap.xml"))
}
