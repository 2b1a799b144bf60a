//! `comeback log`: a day in one line, given or asked for.

use super::ask::answer;
use super::global::Global;
use super::{
    MessageFormat, content_problems, dates, eprintln, next_day, open_settings, plain_flags, print_diagnostics, println,
};
use crate::build::{AddedLine, Logged, NewLine, Records, add_line};
use crate::config::Config;
use crate::diag::{Diagnostic, Failure};
use crate::entry::Entry;
use crate::journal::{self, Lacking};
use crate::text::words::long_date;
use crate::units::shift;
use jiff::civil::Date;
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

/// Options of `log`.
#[derive(Debug, clap::Args)]
pub(super) struct Log {
    /// What was felt and done, with commas between: "pain 2/2/3, run 5k 30m"
    #[arg(value_name = "LINE")]
    pub(super) says: Vec<String>,
    /// Its day, as 2020-08-14, yesterday or -3d; today if not given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = dates::typed)]
    pub(super) date: Option<dates::TypedDate>,
    /// The injury that it is about, by its slug or its name, where the day has several
    #[arg(long, value_name = "INJURY")]
    pub(super) injury: Option<String>,
}

/// Adds the line, and says what was understood.
pub(super) fn run(args: &Log, global: &Global) -> Result<ExitCode, Failure> {
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let date = args.date.map_or(config.today, |typed| typed.resolve(config.today));
    let given = args.says.join(" ");
    let injury = args.injury.as_deref();
    let records = Records::read(&global.root, &config)?;
    let says = if !given.trim().is_empty() {
        given
    } else if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        let all: Vec<&Entry> = records.all().map(|entry| &**entry).collect();
        let asked = Questions { date, today: config.today, wants_morning: !journal::knows_morning(&all, date) };
        let problems = |says: &str| records.problems_of(&NewLine { date, says, injury }, &config);
        match asked.ask(&mut std::io::stdin().lock(), &problems) {
            Some(says) => says,
            None => {
                eprintln("nothing was written");
                return Ok(ExitCode::SUCCESS);
            }
        }
    } else {
        let failure = Failure::new("a line says what was felt and done, and there is none");
        return Err(failure.hint("comeback log \"pain 2/2/3, run 5k 30m\""));
    };
    match add_line(&global.root, &config, &records, &NewLine { date, says: &says, injury })? {
        Logged::Added(added) => {
            print_diagnostics(&added.warnings, global);
            tell(&added, date, &config, global);
            Ok(ExitCode::SUCCESS)
        }
        Logged::Refused(problems) => {
            print_diagnostics(&problems, global);
            eprintln("nothing was written");
            Ok(content_problems())
        }
    }
}

/// Says what a line was understood as, and what else may be known of its day.
fn tell(added: &AddedLine, date: Date, config: &Config, global: &Global) {
    let lacking: Vec<String> = added.lacking.iter().map(|lacking| in_words(*lacking, config.today)).collect();
    if global.message_format == MessageFormat::Json {
        let object = serde_json::json!({
            "path": added.path, "line": added.line, "date": date.to_string(), "understood": added.understood,
            "missing": lacking,
        });
        println(&object.to_string());
        return;
    }
    println(&format!("{}: {}", added.path, added.line));
    println(&format!("{}:", long_date(date)));
    added.understood.iter().for_each(|phrase| println(&format!("  {phrase}")));
    if !lacking.is_empty() {
        println("if you know it, still missing:");
        lacking.iter().for_each(|phrase| println(&format!("  {phrase}")));
    }
}

/// Something missing, with what adds it: to be filled in, so that nobody enters an example.
pub(super) fn in_words(lacking: Lacking, today: Date) -> String {
    let command = |date: Date, says: &str| match date {
        date if date == today => format!("comeback log \"{says}\""),
        date if date == shift(today, -1) => format!("comeback log --date yesterday \"{says}\""),
        date => format!("comeback log --date {date} \"{says}\""),
    };
    match lacking {
        Lacking::Morning(date) if date == today => format!("how this morning was: {}", command(date, "morning …")),
        Lacking::Morning(date) => format!("how the morning of {date} was: {}", command(date, "morning …")),
        Lacking::Pain(date) => format!("how it felt, 0 if nothing hurt: {}", command(date, "pain …")),
        Lacking::Days(from, to) if from == to => format!("all of {from}: {}", command(from, "…")),
        Lacking::Days(from, to) => format!("all of {from} to {to}: {} adds a day", command(from, "…")),
        Lacking::Length(_, kind) => format!("how far or how long the {} was, in its line", kind.word()),
    }
}

/// The three questions of a day.
struct Questions {
    date: Date,
    today: Date,
    wants_morning: bool,
}

impl Questions {
    /// Asks them; `None` where all were skipped. What can't be read is asked for again.
    fn ask(&self, input: &mut impl BufRead, problems: &dyn Fn(&str) -> Vec<Diagnostic>) -> Option<String> {
        let (morning, day) =
            if self.date == self.today { ("this morning", "today") } else { ("that morning", "that day") };
        eprintln(&format!("{}; Enter leaves a question open.", long_date(self.date)));
        let mut items = Vec::new();
        if self.wants_morning {
            let question = format!("Pain {morning}, 0 to 10: ");
            let morning = |typed: &str| next_day::score(typed).map(|score| format!("morning {score}"));
            items.extend(answer(&question, input, &items_of(&morning, problems)));
        }
        let question = format!("What did you do {day}? Such as run 5k 30m, bridges 3x10, or rest: ");
        let done = answer(&question, input, &items_of(&done, problems));
        let was_active = done.as_ref().is_some_and(|done| done != "rest");
        items.extend(done);
        let (question, key) = match was_active {
            true => ("Pain after it, 0 to 10, or before/during/after as 1/2/2: ".to_owned(), "after "),
            false => (format!("Pain {day} at its worst, 0 to 10: "), ""),
        };
        // Words would be kept and be in no figure, which nobody means who is asked for a number.
        let scores = |typed: &str| {
            let parts = typed.split('/').map(next_day::score).collect::<Result<Vec<_>, _>>()?;
            Ok(if parts.len() > 1 { format!("pain {typed}") } else { format!("pain {key}{typed}") })
        };
        items.extend(answer(&question, input, &items_of(&scores, problems)));
        (!items.is_empty()).then(|| items.join(", "))
    }
}

/// What was done, as items: `nothing` is rest.
#[expect(clippy::unnecessary_wraps, reason = "answers to the other questions can be wrong")]
fn done(typed: &str) -> Result<String, String> {
    Ok(match typed.to_lowercase().as_str() {
        "nothing" | "none" | "no" | "rested" => "rest".to_owned(),
        _ => typed.to_owned(),
    })
}

/// What reads an answer as items of a line, and says what is wrong with them.
fn items_of<'a>(
    items: &'a dyn Fn(&str) -> Result<String, String>,
    problems: &'a dyn Fn(&str) -> Vec<Diagnostic>,
) -> impl Fn(&str) -> Result<String, String> + 'a {
    |typed| {
        let items = items(typed)?;
        let said = |problem: Diagnostic| {
            let hint = problem.hints.first().map(|hint| format!(" ({hint})"));
            problem.message + hint.as_deref().unwrap_or_default()
        };
        let found: Vec<String> = problems(&items).into_iter().map(said).collect();
        if found.is_empty() { Ok(items) } else { Err(found.join("\n")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn asked(typed: &str, wants_morning: bool) -> (Option<String>, String) {
        let today = date(2024, 5, 4);
        let config = crate::config::load(
            "title = \"T\"\nbase_url = \"https://example.org/\"\n",
            &crate::config::Flags::on(crate::config::Today::Given(today)),
        );
        let records = Records::default();
        let problems = |says: &str| records.problems_of(&NewLine { date: today, says, injury: None }, &config.value);
        let mut input = typed.as_bytes();
        let says = Questions { date: today, today, wants_morning }.ask(&mut input, &problems);
        (says, String::from_utf8(input.to_vec()).expect("text"))
    }

    #[test]
    fn three_answers_make_a_line_and_each_may_be_left_open() {
        for (typed, wants_morning, line) in [
            ("1\nrun 5k 30m\n2\n", true, Some("morning 1, run 5k 30m, pain after 2")),
            ("run 5k\n1/2/2\n", false, Some("run 5k, pain 1/2/2")),
            ("\nnothing\n3\n", true, Some("rest, pain 3")),
            ("2.5\n\n\n", true, Some("morning 2.5")),
            ("\n\n\n", true, None),
            ("", true, None),
            // What can't be read is asked for again.
            ("12\nmuch\n1\nrunn 5k\nrun 5k\nx\n0\n", true, Some("morning 1, run 5k, pain after 0")),
        ] {
            assert_eq!(asked(typed, wants_morning), (line.map(str::to_owned), String::new()), "{typed:?}");
        }
    }
}
