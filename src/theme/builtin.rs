//! The files of the built-in theme, as they stand in `themes/trailhead/` of the repository.

macro_rules! template {
    ($name:literal) => {
        ($name, include_str!(concat!("../../themes/trailhead/templates/", $name)))
    };
}

/// The templates by name.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    template!("404.html"),
    template!("archive.html"),
    template!("base.html"),
    template!("book-chapter.html"),
    template!("book-charts.html"),
    template!("book-entry.html"),
    template!("book-lessons.html"),
    template!("book-parts.html"),
    template!("book-text.html"),
    template!("book-title.html"),
    template!("book.css"),
    template!("comments.html"),
    template!("entry.html"),
    template!("exercise.html"),
    template!("exercises.html"),
    template!("home.html"),
    template!("lesson.html"),
    template!("lessons.html"),
    template!("moved.html"),
    template!("numbers.html"),
    template!("page.html"),
    template!("parts.html"),
    template!("progress.html"),
    template!("report.html"),
    template!("search.html"),
    template!("series.html"),
    template!("setbacks.html"),
    template!("tag.html"),
    template!("tags.html"),
    template!("timeline.html"),
    template!("treatments.html"),
];

/// The static files by path.
pub(super) const STATIC: &[(&str, &[u8])] = &[
    ("style.css", include_bytes!("../../themes/trailhead/static/style.css")),
    ("search.js", include_bytes!("../../themes/trailhead/static/search.js")),
    ("favicon.svg", include_bytes!("../../themes/trailhead/static/favicon.svg")),
];
