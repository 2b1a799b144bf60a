//! The rim: files are read and written here, and what came of it becomes a page.

use super::checks::{
    a_date, checked, file_name, in_our_times, known, said_of_line, several_injuries, title_of, title_problem,
};
use super::ends::{in_field, in_file, of_form};
use super::entry_page::{EntryPage, TextOf};
use super::guard::Token;
use super::html::{Said, Whereabouts};
use super::log_page::LogPage;
use super::recent;
use super::typed::{DayForm, LogForm, TypedFields};
use super::{Caller, Spot};
use crate::build::{self, Logged, NewLine, Records, add_line};
use crate::config::{Config, Flags, Today};
use crate::diag::Failure;
use crate::publish::{Replaced, replace};
use crate::source::Hash;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// The most bytes of a text that is changed here.
pub(super) const LONGEST_TEXT: usize = 128 * 1024;

/// How many forms that were sent are remembered, so that one which is sent twice is written once.
const REMEMBERED: usize = 16;

/// How often a name is looked for that nobody takes meanwhile.
const MOST_NAMES: usize = 5;

/// Where a phone writes into a site's folder.
#[derive(Debug)]
pub(in crate::serve) struct Desk {
    root: PathBuf,
    flags: Flags,
    clock: fn() -> Timestamp,
    pub(super) token: Token,
    /// How many forms were given out.
    forms: AtomicU64,
    /// The forms that were sent, by the hash of their bytes, and what came of each. Held while anything is written.
    done: Mutex<VecDeque<(Hash, Said)>>,
}

/// What a request asks for.
#[derive(Debug)]
pub(super) struct Errand {
    pub(super) caller: Caller,
    /// The fields of the address.
    pub(super) query: TypedFields,
    /// A form that was sent, and the hash of its bytes.
    pub(super) sent: Option<(Hash, TypedFields)>,
}

/// What a request is answered with.
#[derive(Debug)]
pub(super) enum Answered {
    /// A page, with its status.
    Page(u16, String),
    /// Another address, where it goes on.
    See(String),
}

/// The site as its files are now.
pub(super) struct OpenSite {
    pub(super) config: Config,
    pub(super) records: Records,
}

/// A text as its file has it.
struct OpenText {
    full: PathBuf,
    typed: String,
    shown: String,
}

impl OpenText {
    fn hash(&self) -> String {
        blake3::hash(self.typed.as_bytes()).to_hex().to_string()
    }
}

/// What came of a form: what was written, or the page that says why nothing was.
type Acted = Result<Said, Answered>;

impl Desk {
    /// A desk with a new secret. The clock is asked at each request: a preview may stay open over night.
    pub(in crate::serve) fn new(root: &Path, flags: &Flags, clock: fn() -> Timestamp) -> Result<Self, Failure> {
        Ok(Self {
            root: root.to_owned(),
            flags: flags.clone(),
            clock,
            token: Token::random()?,
            forms: AtomicU64::default(),
            done: Mutex::default(),
        })
    }

    /// The address that lets a phone in, from the site's path on.
    pub(in crate::serve) fn address(&self) -> String {
        format!("{}write?token={}", crate::serve::http::OWN, self.token.text())
    }

    /// Answers a request that may write.
    pub(super) fn answer(&self, errand: &Errand) -> Answered {
        let Some((hash, fields)) = &errand.sent else { return self.show(errand) };
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        if !done.iter().any(|(known, _)| known == hash) {
            let acted = match errand.caller.spot {
                Spot::Log => self.add(errand, fields),
                Spot::Entry => self.save(errand, fields),
                Spot::New => self.make(errand, fields),
                Spot::Style => Err(Answered::Page(404, String::new())),
            };
            match acted {
                Ok(said) => done.push_back((*hash, said)),
                Err(page) => return page,
            }
            if done.len() > REMEMBERED {
                done.pop_front();
            }
        }
        let name = key(hash);
        Answered::See(self.at(errand).plain_address("write", Some(("done", &name))))
    }

    /// A page that is only looked at.
    fn show(&self, errand: &Errand) -> Answered {
        let site = self.open();
        match (errand.caller.spot, &site) {
            (Spot::Entry, Ok(site)) => self.show_entry(errand, site),
            (Spot::New, Ok(site)) => self.show_new(errand, site),
            _ => {
                let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
                let wanted = errand.query.get("done");
                let said = done.iter().find(|(hash, _)| key(hash) == wanted).map(|(_, said)| said.clone());
                drop(done);
                let (status, said) = match &site {
                    Ok(_) => (200, said),
                    Err(why) => (500, Some(why.clone())),
                };
                self.log_page(errand, site.as_ref().ok(), &LogForm::default(), status, said.as_ref())
            }
        }
    }

    /// Adds a line to the log.
    fn add(&self, errand: &Errand, fields: &TypedFields) -> Acted {
        let form = LogForm::of(fields);
        let site = self.open();
        let refuse = |status, said: &Said| self.log_page(errand, site.as_ref().ok(), &form, status, Some(said));
        let site = site.as_ref().map_err(|why| refuse(500, why))?;
        let config = &site.config;
        let line = form.day.date(config.today).and_then(|date| Ok((date, form.says()?)));
        let (date, says) = line.map_err(|why| refuse(422, &Said::wrong(why)))?;
        if self.leads_out(&self.root.join("content/log.txt")) {
            return Err(refuse(
                500,
                &Said::wrong("content/log.txt leads out of the site’s folder, so nothing is written there."),
            ));
        }
        let injury = config.injuries.iter().map(|injury| injury.slug.as_str()).find(|slug| *slug == form.injury);
        match add_line(&self.root, config, &site.records, &NewLine { date, says: &says, injury }) {
            Ok(Logged::Added(added)) => Ok(said_of_line(added, date, config)),
            Ok(Logged::Refused(problems)) => {
                Err(refuse(422, &Said { problems, ..Said::wrong("This can’t be read, so nothing was written.") }))
            }
            Err(failure) => Err(refuse(500, &Said::failed(&failure))),
        }
    }

    /// Puts a changed text in the place of an entry's.
    fn save(&self, errand: &Errand, fields: &TypedFields) -> Acted {
        let (path, sent) = (errand.query.get("file"), of_form(fields.get("text")));
        let site = self.open();
        let page = |status, was: &str, other: Option<&str>, said: &Said| {
            let of = TextOf::File { path, was };
            let heading = site.as_ref().map_or_else(|_| file_name(path), |site| title_of(site, path));
            let page = EntryPage { said: Some(said), other, ..self.entry_page(errand, heading, of, &sent) };
            Answered::Page(status, page.html())
        };
        let refuse = |status, said: &Said| page(status, fields.get("was"), None, said);
        let site = site.as_ref().map_err(|why| refuse(500, why))?;
        let path = known(site, path).ok_or_else(|| refuse(404, &Said::wrong("There is no such entry by now.")))?;
        let open = self.read(path).map_err(|why| refuse(409, &why))?;
        let meanwhile = |open: &OpenText| {
            let heading = "The file was changed meanwhile, so nothing was written. Take from it \
                           below what is to stay: “Save” then puts your text in its place.";
            page(409, &open.hash(), Some(&open.shown), &Said::wrong(heading))
        };
        if open.hash() != fields.get("was") {
            return Err(meanwhile(&open));
        }
        let mut said = checked(path, &sent, &site.config).map_err(|why| refuse(422, &why))?.0;
        if sent == open.shown {
            said.heading = "Nothing was changed, so nothing was written.".to_owned();
            return Ok(said);
        }
        let new = in_file(&open.typed, &sent);
        match replace(&open.full, Some(open.typed.as_bytes()), new.as_bytes()) {
            Ok(Replaced::Done) => Ok(said),
            Ok(Replaced::Changed(_)) => Err(match self.read(path) {
                Ok(open) => meanwhile(&open),
                Err(why) => refuse(409, &why),
            }),
            Err(failure) => Err(refuse(500, &Said::failed(&failure))),
        }
    }

    /// Makes the file of a new entry.
    fn make(&self, errand: &Errand, fields: &TypedFields) -> Acted {
        let (title, sent) = (fields.get("title").trim(), of_form(fields.get("text")));
        let refuse = |status, said: &Said| {
            let of = TextOf::NewFile { date: fields.get("date"), once: fields.get("once") };
            let page = EntryPage { said: Some(said), ..self.entry_page(errand, title, of, &sent) };
            Answered::Page(status, page.html())
        };
        let site = self.open().map_err(|why| refuse(500, &why))?;
        let day = title_problem(title).map_or(Ok(()), Err).and_then(|()| a_date(fields.get("date")));
        let day = day.map_err(|why| refuse(422, &Said::wrong(why)))?;
        let path = build::free_path(&self.root, day, title);
        let (mut said, entry) = checked(&self.inside(&path), &sent, &site.config).map_err(|why| refuse(422, &why))?;
        // The text has the last word on its day.
        let day = entry.date.unwrap_or(day);
        for _ in 0..MOST_NAMES {
            let path = build::free_path(&self.root, day, title);
            if self.leads_out(&path) {
                let why = "content/journal/ leads out of the site’s folder, so nothing is written there.";
                return Err(refuse(500, &Said::wrong(why)));
            }
            match replace(&path, None, sent.as_bytes()) {
                Ok(Replaced::Done) => {
                    said.written = self.inside(&path);
                    return Ok(said);
                }
                Ok(Replaced::Changed(_)) => {}
                Err(failure) => return Err(refuse(500, &Said::failed(&failure))),
            }
        }
        Err(refuse(409, &Said::wrong("Another program writes entries of this name just now: save again.")))
    }

    fn show_entry(&self, errand: &Errand, site: &OpenSite) -> Answered {
        let refuse = |status, said: &Said| self.log_page(errand, Some(site), &LogForm::default(), status, Some(said));
        let Some(path) = known(site, errand.query.get("file")) else {
            return refuse(404, &Said::wrong("There is no such entry."));
        };
        match self.read(path) {
            Ok(open) => {
                let of = TextOf::File { path, was: &open.hash() };
                Answered::Page(200, self.entry_page(errand, title_of(site, path), of, &open.shown).html())
            }
            Err(why) => refuse(409, &why),
        }
    }

    fn show_new(&self, errand: &Errand, site: &OpenSite) -> Answered {
        let title = errand.query.get("title").trim();
        let day = DayForm::of(&errand.query).date(site.config.today);
        let day = title_problem(title).map_or(Ok(()), Err).and(day).and_then(in_our_times);
        match day {
            Ok(day) => {
                let text = build::new_text(title, day, &site.records.entries, &site.config);
                let of = TextOf::NewFile { date: &day.to_string(), once: &self.once() };
                Answered::Page(200, self.entry_page(errand, title, of, &text).html())
            }
            Err(why) => self.log_page(errand, Some(site), &LogForm::default(), 422, Some(&Said::wrong(why))),
        }
    }

    fn log_page(
        &self,
        errand: &Errand,
        site: Option<&OpenSite>,
        form: &LogForm,
        status: u16,
        said: Option<&Said>,
    ) -> Answered {
        let today = site.map_or_else(|| self.today(), |site| site.config.today);
        let injuries = site.map(|site| several_injuries(&site.config)).unwrap_or_default();
        let page = LogPage {
            at: self.at(errand),
            today,
            form,
            once: &self.once(),
            injuries: &injuries,
            said,
            days: &site.map(|site| recent::days(&site.records, &site.config)).unwrap_or_default(),
            entries: &site.map(|site| recent::entries(&site.records, &site.config)).unwrap_or_default(),
        };
        Answered::Page(status, page.html())
    }

    /// A page with a text, above which nothing is said yet.
    fn entry_page<'a>(&'a self, errand: &'a Errand, heading: &'a str, of: TextOf<'a>, text: &'a str) -> EntryPage<'a> {
        EntryPage { at: self.at(errand), heading, of, text, said: None, other: None }
    }

    fn at<'a>(&'a self, errand: &'a Errand) -> Whereabouts<'a> {
        Whereabouts { site: &errand.caller.site, base: &errand.caller.base, token: self.token.text() }
    }

    /// A word that no other form has.
    fn once(&self) -> String {
        self.forms.fetch_add(1, Ordering::Relaxed).to_string()
    }

    /// The settings, the entries and the log, or why they can't be had.
    fn open(&self) -> Result<OpenSite, Said> {
        let flags = Flags { today: self.now(), ..self.flags.clone() };
        let config = match build::settings(&self.root, &flags) {
            Ok(Ok(config)) => config,
            Ok(Err(problems)) => {
                return Err(Said { problems, ..Said::wrong("site.toml can’t be read, so nothing can be written.") });
            }
            Err(failure) => return Err(Said::failed(&failure)),
        };
        let records = Records::read(&self.root, &config).map_err(|failure| Said::failed(&failure))?;
        Ok(OpenSite { config, records })
    }

    /// What the day goes by: the clock as it is now, where no day was given.
    fn now(&self) -> Today {
        match &self.flags.today {
            Today::Given(day) => Today::Given(*day),
            Today::Clock(_, zone) => Today::Clock((self.clock)(), zone.clone()),
        }
    }

    /// The day, where no settings can be asked for its zone.
    fn today(&self) -> Date {
        match self.now() {
            Today::Given(day) => day,
            Today::Clock(now, zone) => now.to_zoned(zone).date(),
        }
    }

    /// The text of an entry's file, or why it can't be changed here.
    fn read(&self, path: &str) -> Result<OpenText, Said> {
        let full = self.root.join(path);
        if self.leads_out(&full) {
            return Err(Said::wrong("This entry’s file leads out of the site’s folder, so it is not changed here."));
        }
        let bytes = fs::read(&full).map_err(|e| Said::failed(&Failure::io("cannot read", &full, &e)))?;
        if bytes.len() > LONGEST_TEXT {
            return Err(Said::wrong("This entry is too long to be changed here: open its file at the desk."));
        }
        let typed = String::from_utf8(bytes).ok();
        match typed.and_then(|typed| Some((in_field(&typed)?, typed))) {
            Some((shown, typed)) => Ok(OpenText { full, typed, shown }),
            None => {
                let why = "This entry’s file has characters that a form would lose: open it at the desk.";
                Err(Said::wrong(why))
            }
        }
    }

    /// Whether a file, or the nearest folder above it that is there, lies outside the site's folder once links are followed.
    fn leads_out(&self, path: &Path) -> bool {
        let Ok(root) = self.root.canonicalize() else { return true };
        let there = path.ancestors().find(|path| path.symlink_metadata().is_ok());
        !there.and_then(|there| there.canonicalize().ok()).is_some_and(|real| real.starts_with(root))
    }

    /// A path from the site's root.
    fn inside(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string().replace('\\', "/")
    }
}

/// How a form that was sent is named in an address.
fn key(hash: &Hash) -> String {
    blake3::Hash::from_bytes(*hash).to_hex()[..16].to_owned()
}
