//! The page with the form for a day, and what the last days hold.

use super::html::{Said, Whereabouts, page};
use super::recent::{RecentDay, RecentEntry, RecentRecord};
use super::typed::{DayForm, LogForm, POINTS};
use crate::text::escape;
use crate::units::shift;
use jiff::civil::Date;
use std::fmt::Write;

/// What the page shows.
#[derive(Debug)]
pub(super) struct LogPage<'a> {
    /// Where it stands.
    pub(super) at: Whereabouts<'a>,
    /// The day by the clock.
    pub(super) today: Date,
    /// The form as it is to be filled in.
    pub(super) form: &'a LogForm,
    /// What tells this form from others, so that what is sent twice is written once.
    pub(super) once: &'a str,
    /// The injuries that it may be about, slug and name, where there are several.
    pub(super) injuries: &'a [(String, String)],
    /// What came of what was sent before.
    pub(super) said: Option<&'a Said>,
    /// The last days.
    pub(super) days: &'a [RecentDay],
    /// The entries that may be changed.
    pub(super) entries: &'a [RecentEntry],
}

impl LogPage<'_> {
    /// As HTML.
    pub(super) fn html(&self) -> String {
        let said = self.said.map(Said::html).unwrap_or_default();
        let body = format!("{said}{}{}{}{}", self.form(), self.days(), self.entries(), self.new_entry());
        page(&self.at, "Log a day", &body)
    }

    fn form(&self) -> String {
        let points: String = POINTS.iter().zip(&self.form.pain).map(|(name, chosen)| scale(name, chosen)).collect();
        format!(
            "<form method=\"post\" action=\"{}\" autocomplete=\"off\">\n\
             <input type=\"hidden\" name=\"once\" value=\"{}\">\n{points}\
             <div class=\"field\"><label for=\"done\">What was done</label>\n\
             <input id=\"done\" name=\"done\" value=\"{}\" autocapitalize=\"none\" autocorrect=\"off\" spellcheck=\"false\" \
             enterkeyhint=\"send\" aria-describedby=\"how\">\n\
             <p id=\"how\" class=\"hint\">such as run 5k 30:00, bridges 3x10; or rest</p></div>\n{}{}\
             <button>Log it</button>\n</form>\n",
            self.at.address("write", None),
            escape(self.once),
            escape(&self.form.done),
            self.injuries(),
            day_fields(&self.form.day, self.today),
        )
    }

    fn injuries(&self) -> String {
        if self.injuries.is_empty() {
            return String::new();
        }
        let option = |(slug, name): &(String, String)| {
            let selected = if *slug == self.form.injury { " selected" } else { "" };
            format!("<option value=\"{}\"{selected}>{}</option>\n", escape(slug), escape(name))
        };
        let options: String = self.injuries.iter().map(option).collect();
        format!(
            "<div class=\"field\"><label for=\"injury\">Which injury</label>\n<select id=\"injury\" name=\"injury\">\n\
             <option value=\"\">not said</option>\n{options}</select></div>\n"
        )
    }

    fn days(&self) -> String {
        let mut html = String::from("<section>\n<h2>The last seven days</h2>\n");
        if self.days.is_empty() {
            html.push_str("<p>Nothing is written down yet.</p>\n");
        }
        for day in self.days {
            let _ = writeln!(html, "<h3>{}</h3>", escape(&day.name));
            let several = day.records.len() > 1;
            day.records.iter().for_each(|record| html.push_str(&self.record(record, several)));
        }
        html + "</section>\n"
    }

    /// An entry's title leads to its text; a line is called one where its day has others beside it.
    fn record(&self, record: &RecentRecord, beside_others: bool) -> String {
        let is_line = beside_others && record.entry.is_none();
        let note = if is_line { "<span class=\"notes\">In the log:</span> " } else { "" };
        let phrases = match record.phrases.join(" · ") {
            none if none.is_empty() => String::new(),
            all => format!("<p>{note}{}</p>\n", escape(&all)),
        };
        let Some((path, title)) = &record.entry else { return phrases };
        let address = self.at.address("write/entry", Some(("file", path)));
        format!("<p class=\"title\"><a href=\"{address}\">{}</a></p>\n{phrases}", escape(title))
    }

    fn entries(&self) -> String {
        if self.entries.is_empty() {
            return String::new();
        }
        let item = |entry: &RecentEntry| {
            let address = self.at.address("write/entry", Some(("file", &entry.path)));
            let (title, notes) = (escape(&entry.title), escape(&entry.notes.join(" · ")));
            format!("<li><a href=\"{address}\">{title}</a> <span class=\"notes\">{notes}</span></li>\n")
        };
        let items: String = self.entries.iter().map(item).collect();
        format!("<section>\n<h2>Other entries</h2>\n<ul class=\"entries\">\n{items}</ul>\n</section>\n")
    }

    fn new_entry(&self) -> String {
        format!(
            "<section>\n<h2>Write an entry</h2>\n<form action=\"{}{}write/new\">\n\
             <input type=\"hidden\" name=\"token\" value=\"{}\">\n\
             <div class=\"field\"><label for=\"title\">Title</label>\n\
             <input id=\"title\" name=\"title\" required maxlength=\"{LONGEST_TITLE}\" autocomplete=\"off\"></div>\n{}\
             <button class=\"second\">Start</button>\n</form>\n</section>\n",
            escape(self.at.base),
            crate::serve::http::OWN,
            escape(self.at.token),
            day_fields(&DayForm::default(), self.today),
        )
    }
}

/// The most characters of a title.
pub(super) const LONGEST_TITLE: usize = 200;

/// Eleven taps and one that leaves the score out, for a point of pain.
fn scale(name: &str, chosen: &str) -> String {
    let tap = |value: &str, shown: &str| {
        let checked = if value == chosen { " checked" } else { "" };
        format!(
            "<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"{checked}><span>{shown}</span></label>\n"
        )
    };
    let scores: String = (0..=10).map(|score| score.to_string()).map(|score| tap(&score, &score)).collect();
    let none = tap("", "<span class=\"unseen\">not noted</span><span aria-hidden=\"true\">–</span>");
    format!("<fieldset class=\"scale\">\n<legend>Pain {name}</legend>\n<div>\n{scores}{none}</div>\n</fieldset>\n")
}

/// Today and yesterday as taps, any other day as a date.
fn day_fields(form: &DayForm, today: Date) -> String {
    let tapped = if form.tapped.is_empty() { today.to_string() } else { form.tapped.clone() };
    let tap = |day: Date, name: &str| {
        let checked = if day.to_string() == tapped { " checked" } else { "" };
        let weekday = day.strftime("%a %-d");
        format!(
            "<label><input type=\"radio\" name=\"day\" value=\"{day}\"{checked}>\
             <span>{name} <small>{weekday}</small></span></label>\n"
        )
    };
    format!(
        "<fieldset class=\"day\">\n<legend>Day</legend>\n<div>\n{}{}\
         <label class=\"date\"><span>or another day</span>\
         <input type=\"date\" name=\"date\" value=\"{}\" max=\"{today}\"></label>\n</div>\n</fieldset>\n",
        tap(today, "Today"),
        tap(shift(today, -1), "Yesterday"),
        escape(&form.typed),
    )
}
