//! What a new site is told about its writer: as options, or as answers to questions.

use super::{DistanceUnit, InitArgs};
use crate::cli::ask::answer;
use crate::cli::dates;
use crate::units::Distance;
use jiff::civil::Date;
use std::io::{BufRead, IsTerminal};

/// What is known of a new site.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NewSite {
    pub(super) title: Option<String>,
    /// The name of the injury.
    pub(super) injury: Option<String>,
    /// The day it began.
    pub(super) onset: Option<Date>,
    pub(super) units: Distance,
}

impl DistanceUnit {
    fn distance(self) -> Distance {
        match self {
            Self::Km => Distance::Kilometres,
            Self::Mi => Distance::Miles,
        }
    }
}

impl NewSite {
    /// The options; what they leave open is asked for where somebody can answer.
    pub(super) fn of(args: &InitArgs, today: Date) -> Self {
        let given = Self {
            title: args.title.clone().filter(|title| !title.trim().is_empty()),
            injury: args.injury.clone().filter(|name| !name.trim().is_empty()),
            onset: args.onset.map(|day| day.resolve(today)),
            units: args.units.map_or_else(Distance::default, DistanceUnit::distance),
        };
        if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
            return given;
        }
        given.ask(args.units.is_none(), today, &mut std::io::stdin().lock())
    }

    /// Asks for what is open; an empty answer leaves it so.
    fn ask(mut self, units: bool, today: Date, input: &mut impl BufRead) -> Self {
        let any = |text: &str| Ok(text.to_owned());
        if self.title.is_none() {
            self.title = answer("The journal's title, Enter for \"My comeback\": ", input, &any);
        }
        if self.injury.is_none() {
            self.injury = answer("The injury, such as \"right calf\", Enter to say it later: ", input, &any);
        }
        if self.onset.is_none() && self.injury.is_some() {
            let day = |text: &str| match dates::typed(text)?.resolve(today) {
                day if day > today => Err(format!("{day} is still to come")),
                day => Ok(day),
            };
            self.onset = answer("The day it began, as 2024-05-03 or -10d, Enter if you don't know: ", input, &day);
        }
        if units {
            let unit = |text: &str| {
                let all = [Distance::Kilometres, Distance::Miles];
                let named = |unit: &Distance| [unit.symbol(), unit.word()].iter().any(|w| w.eq_ignore_ascii_case(text));
                all.into_iter().find(named).ok_or_else(|| format!("it is km or mi, and `{text}` is neither"))
            };
            self.units = answer("Kilometres or miles, km or mi, Enter for km: ", input, &unit).unwrap_or_default();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_options_leave_open_is_asked_for_and_may_stay_open() {
        let today = date(2024, 5, 4);
        let asked = |given: NewSite, units: bool, typed: &str| {
            let mut input = typed.as_bytes();
            let answers = given.ask(units, today, &mut input);
            assert!(input.is_empty(), "{typed:?} was not read to its end");
            answers
        };
        let all = NewSite {
            title: Some("Back".to_owned()),
            injury: Some("right calf".to_owned()),
            onset: Some(date(2024, 5, 1)),
            units: Distance::Miles,
        };
        assert_eq!(asked(NewSite::default(), true, "Back\nright calf\n-3d\nMI\n"), all);
        // What can't be read is asked for again: a day to come, a word.
        assert_eq!(asked(NewSite::default(), true, "Back\nright calf\n2024-06-01\nsoon\n-3d\nfurlongs\nmi\n"), all);
        // Without an injury nobody asks when it began.
        assert_eq!(asked(NewSite::default(), true, "\n\n\n"), NewSite::default());
        assert_eq!(asked(NewSite::default(), true, ""), NewSite::default());
        assert_eq!(asked(all.clone(), false, ""), all);
    }
}
