//! The files that reading systems begin with: what the book is, what is in it, in which order.

use super::WrittenPiece;
use super::page::{named, page};
use crate::photo::Form;
use crate::site::Site;
use crate::site::view::BookPart;
use crate::text::{allowed, escape};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Where the list of the book's files is.
pub(super) const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles>\n<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n</container>\n";

/// What the lists of a book are made of.
pub(super) struct Facts<'a> {
    site: &'a Site,
    parts: Vec<PartFacts>,
    /// The pictures, by the names of their files, each with its type.
    pictures: BTreeMap<String, &'static str>,
    has_cover: bool,
    /// Whether each picture has words.
    all_told: bool,
    /// Whether a picture may move.
    moves: bool,
}

/// What the lists say of a part.
struct PartFacts {
    part: BookPart,
    title: String,
    file: String,
}

impl<'a> Facts<'a> {
    pub(super) fn of(site: &'a Site, parts: &[WrittenPiece], has_cover: bool) -> Self {
        let mut pictures = BTreeMap::new();
        for part in parts {
            pictures.extend(part.drawings.iter().map(|(name, _)| (name.clone(), "image/svg+xml")));
            pictures
                .extend(part.fitted.photos.iter().map(|(name, (print, _))| (name.clone(), media(print.photo.form))));
        }
        let told = |part: &WrittenPiece| PartFacts {
            part: part.piece.part,
            title: named(&part.piece.title),
            file: part.file.clone(),
        };
        Self {
            site,
            all_told: !parts.iter().any(|part| part.fitted.silent),
            moves: pictures.values().any(|kind| *kind == "image/gif"),
            parts: parts.iter().map(told).collect(),
            pictures,
            has_cover,
        }
    }

    fn word(&self, id: &str) -> String {
        self.site.language.words.word(id)
    }

    /// The list of all files, with what the book is.
    pub(super) fn package(&self) -> String {
        let config = &self.site.config;
        let language = escape(&config.language);
        let direction = self.site.language.direction.word();
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{language}\" dir=\"{direction}\">\n\
             <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
             <dc:identifier id=\"id\">{}</dc:identifier>\n<dc:title>{}</dc:title>\n<dc:language>{language}</dc:language>\n",
            identifier(&config.base_url),
            text(&named(&config.title))
        );
        for (name, value) in
            [("creator", &config.author), ("description", &config.description), ("source", &config.base_url)]
        {
            if !value.trim().is_empty() {
                let _ = writeln!(out, "<dc:{name}>{}</dc:{name}>", text(value));
            }
        }
        let _ = writeln!(out, "<meta property=\"dcterms:modified\">{}T00:00:00Z</meta>", self.changed());
        self.push_access(&mut out);
        out.push_str("</metadata>\n<manifest>\n");
        self.push_manifest(&mut out);
        let _ = writeln!(out, "</manifest>\n<spine page-progression-direction=\"{direction}\">");
        let cover = self.has_cover.then_some("cover");
        for id in cover.into_iter().map(str::to_owned).chain(self.spine()) {
            let _ = writeln!(out, "<itemref idref=\"{id}\"/>");
        }
        out.push_str("</spine>\n</package>\n");
        out
    }

    /// The parts in the order of reading, the contents after the title.
    fn spine(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.parts.iter().map(|part| part.file.replace(".xhtml", "")).collect();
        ids.insert(1.min(ids.len()), "nav".to_owned());
        ids
    }

    /// What somebody who hears the book can count on.
    fn push_access(&self, out: &mut String) {
        let mut say = |name: &str, value: &str| {
            let _ = writeln!(out, "<meta property=\"schema:{name}\">{}</meta>", text(value));
        };
        say("accessMode", "textual");
        if !self.pictures.is_empty() {
            say("accessMode", "visual");
        }
        if self.all_told {
            say("accessModeSufficient", "textual");
            say("accessibilityFeature", "alternativeText");
        }
        for feature in ["structuralNavigation", "tableOfContents", "readingOrder"] {
            say("accessibilityFeature", feature);
        }
        say("accessibilityHazard", if self.moves { "unknown" } else { "none" });
        say("accessibilitySummary", &self.word("book-access"));
    }

    fn push_manifest(&self, out: &mut String) {
        let mut item = |id: &str, file: &str, kind: &str, properties: &str| {
            let properties =
                if properties.is_empty() { String::new() } else { format!(" properties=\"{properties}\"") };
            let _ = writeln!(out, "<item id=\"{id}\" href=\"{file}\" media-type=\"{kind}\"{properties}/>");
        };
        const PAGE: &str = "application/xhtml+xml";
        item("nav", "nav.xhtml", PAGE, "nav");
        item("css", "book.css", "text/css", "");
        if self.has_cover {
            item("cover", "cover.xhtml", PAGE, "");
            item("cover-image", "cover.png", "image/png", "cover-image");
        }
        for part in &self.parts {
            item(&part.file.replace(".xhtml", ""), &part.file, PAGE, "");
        }
        for (number, (file, kind)) in self.pictures.iter().enumerate() {
            item(&format!("picture-{}", number + 1), file, kind, "");
        }
    }

    /// The contents: chapters with their entries, and where reading begins.
    pub(super) fn contents(&self) -> String {
        let contents = text(&self.word("contents"));
        let mut out = format!("<nav epub:type=\"toc\" id=\"toc\">\n<h1>{contents}</h1>\n<ol>\n");
        let mut parts = self.parts.iter().peekable();
        while let Some(part) = parts.next() {
            let _ = write!(out, "<li>{}", link(part));
            let mut below = String::new();
            while let Some(entry) = parts.next_if(|next| matches!(next.part, BookPart::Entry(_))) {
                let _ = writeln!(below, "<li>{}</li>", link(entry));
            }
            if !below.is_empty() {
                let _ = write!(out, "\n<ol>\n{below}</ol>\n");
            }
            out.push_str("</li>\n");
        }
        let _ = write!(
            out,
            "</ol>\n</nav>\n<nav epub:type=\"landmarks\" id=\"landmarks\" hidden=\"hidden\">\n<h2>{}</h2>\n<ol>\n",
            text(&self.word("book-landmarks"))
        );
        if self.has_cover {
            let _ = writeln!(
                out,
                "<li><a epub:type=\"cover\" href=\"cover.xhtml\">{}</a></li>",
                text(&self.word("book-cover"))
            );
        }
        let _ = writeln!(out, "<li><a epub:type=\"toc\" href=\"nav.xhtml#toc\">{contents}</a></li>");
        if let Some(first) = self.parts.iter().find(|part| part.part != BookPart::Title) {
            let begin = text(&self.word("book-begin"));
            let _ = writeln!(out, "<li><a epub:type=\"bodymatter\" href=\"{}\">{begin}</a></li>", first.file);
        }
        out.push_str("</ol>\n</nav>");
        page(self.site, &self.word("contents"), "frontmatter", &out)
    }

    /// The page with the cover.
    pub(super) fn cover(&self) -> String {
        let title = text(&self.site.config.title);
        let body = format!("<div class=\"cover\"><img src=\"cover.png\" alt=\"{title}\"/></div>");
        page(self.site, &self.word("book-cover"), "cover", &body)
    }

    /// The day that something in it changed last, be it that it was written; the first day of all where nothing has a day.
    fn changed(&self) -> Date {
        let entries = self.site.journal.items.iter().filter(|item| item.listed()).map(|item| &item.entry);
        let days = entries.chain(&self.site.journal.pages).filter_map(|entry| entry.updated.max(entry.date));
        days.max().unwrap_or(self.site.config.today)
    }
}

fn link(part: &PartFacts) -> String {
    format!("<a href=\"{}\">{}</a>", part.file, text(&part.title))
}

fn text(text: &str) -> String {
    escape(&allowed(text))
}

/// The type of a photo's file in a book.
fn media(form: Form) -> &'static str {
    match form {
        Form::Jpeg => "image/jpeg",
        Form::Png | Form::WebP | Form::MovingWebP => "image/png",
        Form::Gif => "image/gif",
        Form::Svg => "image/svg+xml",
    }
}

/// What stands for the book among all books, made of the site's address: it stays when the journal grows.
fn identifier(base_url: &str) -> String {
    let hash = blake3::hash(format!("comeback book of {base_url}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    // The bits that say of what kind it is: one of its maker's own.
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
