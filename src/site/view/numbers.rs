//! What the numbers mean, and don't: one list of definitions, to which every figure on other pages leads.

use super::Head;
use serde::Serialize;

/// Where the page stands.
pub(in crate::site) const NUMBERS: &str = "/progress/numbers/";

#[derive(Debug, Serialize)]
pub(super) struct NumbersView {
    head: Head,
    numbers: &'static [Definition],
}

/// What one figure is.
#[derive(Debug, Serialize)]
pub(super) struct Definition {
    /// Its anchor on the page.
    id: &'static str,
    name: &'static str,
    /// How it is made, and when it is not defined.
    is: &'static str,
    /// What it does not say.
    not: &'static str,
    source: &'static [Source],
}

#[derive(Debug, Serialize)]
struct Source {
    label: &'static str,
    /// Empty where it has no lasting address.
    href: &'static str,
}

/// The page of definitions.
pub(super) fn view(head: impl Fn(&str, &str) -> Head) -> NumbersView {
    let description = "How each figure of this journal is made, where it comes from, and what it does not say.";
    NumbersView { head: head("What these numbers mean, and don’t", description), numbers: DEFINITIONS }
}

const DEFINITIONS: &[Definition] = &[
    Definition {
        id: "coverage",
        name: "Coverage",
        is: "How many days a figure rests on, of how many it could: “5 of 7 days”. A day without an entry is unknown, never zero. Where there are too few days, the figure is a dash.",
        not: "Missing days are not missing by chance: some people write when it hurts, some when it does not.",
        source: &[],
    },
    Definition {
        id: "pain",
        name: "Pain of a day",
        is: "The largest score of the day, 0 to 10: its worst, before, during and after. Where a day has none of them, what the day before says of its next day. Averages, scores at rest, and those of exercises and treatments are left out. Several entries on one day are one day.",
        not: "It compares one person with themselves. Two people’s 4 are not the same.",
        source: &[],
    },
    Definition {
        id: "median",
        name: "Median of some days",
        is: "The middle score of the days that have one. The last 7 days need 4 of them, the 28 days before need 10. The line in the charts is the median of the 7 days that end on each day.",
        not: "It hides the worst day, which is why the days themselves are drawn too.",
        source: &[],
    },
    Definition {
        id: "change",
        name: "Change against noise",
        is: "The median of the first 7 days against that of the last 7, each with at least 4 scores. Two points or more and 30 % or more: clear. One of the two: borderline. Neither: within day-to-day noise.",
        not: "The yardstick comes from 2,724 people in ten drug trials with other illnesses, not from runners’ tendons.",
        source: &[Source { label: "Farrar et al. 2001", href: "https://doi.org/10.1016/S0304-3959(01)00349-9" }],
    },
    Definition {
        id: "trend",
        name: "Trend",
        is: "Points a week over the last 42 days: the median of the slopes between all pairs of days (Theil and Sen), which one bad day moves little. It needs 10 scores that lie two weeks apart or more.",
        not: "It says where pain went, and nothing of where it goes from there.",
        source: &[],
    },
    Definition {
        id: "streaks",
        name: "In a row without pain",
        is: "Days in a row with a score of 0; a day without a score ends the row. For runs, the days with a run in a row whose pain is 0.",
        not: "A row that ends is no failure, and a long one is no aim.",
        source: &[],
    },
    Definition {
        id: "verdict",
        name: "● green, ▲ amber, ■ red, ○ grey",
        is: "A day’s scores against the rule that the writer follows. Red: during or after above the ceiling, or not settled. Grey: it is not known whether it settled. Amber: settled, and above the lower limit. Green: settled, and up to it. Settled is when the next day’s score is back at the level before, or within the hours that the rule gives. Where several places were scored, each is judged by itself and the worst verdict counts.",
        not: "It compares scores with a rule. In the study behind the rule, running on with pain up to 5 did no worse than six weeks of rest in 38 people with a sore Achilles tendon; it did not show that running helps. The colours are not in the study.",
        source: &[
            Source { label: "Silbernagel et al. 2007", href: "https://doi.org/10.1177/0363546506298279" },
            Source { label: "Thomeé 1997", href: "https://doi.org/10.1093/ptj/77.12.1690" },
        ],
    },
    Definition {
        id: "mornings",
        name: "Mornings, week to week",
        is: "The median of how the days began, in the last whole week from Monday against the week before: what the day before says of its next day, else the day’s own score before. A rise of a point or more is said. Each week needs 4 mornings.",
        not: "A rise can have many causes, and this names none.",
        source: &[Source { label: "Silbernagel et al. 2007", href: "https://doi.org/10.1177/0363546506298279" }],
    },
    Definition {
        id: "distance",
        name: "Distance of a week, and its change",
        is: "Metres run, with walk-runs, races and mileage without a session. Other kinds are never added to it. The change is against the week before, part weeks too; a dash where that was 0.",
        not: "A rule of ten percent a week made no difference to novices’ injuries, and in 5,205 runners the step from week to week showed no relation to them.",
        source: &[
            Source { label: "Buist et al. 2008", href: "https://doi.org/10.1177/0363546507307505" },
            Source { label: "Frandsen et al. 2025", href: "https://doi.org/10.1136/bjsports-2024-109380" },
        ],
    },
    Definition {
        id: "load",
        name: "Load",
        is: "Effort on a scale of 0 to 10 times minutes, summed over the sessions that have both. A day with an entry and none of them is 0; a day without an entry is unknown.",
        not: "An hour at 5 and half an hour at 10 weigh the same here, and may not on a tendon.",
        source: &[Source { label: "Foster et al. 2001, J Strength Cond Res 15:109", href: "" }],
    },
    Definition {
        id: "monotony",
        name: "Monotony and strain",
        is: "The mean of a week’s seven daily loads by their standard deviation (of the population), and the week’s load times that. Only where all seven days are known and differ. They are in the command’s output, not on pages.",
        not: "In a recovery with many days of rest it is always low. The limits in the study were each athlete’s own.",
        source: &[Source { label: "Foster 1998", href: "https://doi.org/10.1097/00005768-199807000-00023" }],
    },
    Definition {
        id: "spikes",
        name: "Pain spikes",
        is: "Two days in a row at least 2 points above the median of the 14 days before, where at least 7 of them have a score. A spike is over before the first two days in a row at most 1 point above that median.",
        not: "It is computed. A flare is what the writer calls one, and in people with back pain most days that they called one were no days of more than average pain.",
        source: &[Source { label: "Costa et al. 2019, Journal of Pain 20:1267", href: "" }],
    },
    Definition {
        id: "longer-runs",
        name: "Runs longer than before",
        is: "A single run against the longest one of the 30 days before: small from more than a tenth longer, moderate from more than 30 %, large from more than twice as long. Whole metres are compared. Without a run in these days there is nothing to compare with.",
        not: "An observation of healthy runners, in which the middle group fared no worse than the small one. It was not made with people on their way back.",
        source: &[Source { label: "Frandsen et al. 2025", href: "https://doi.org/10.1136/bjsports-2024-109380" }],
    },
    Definition {
        id: "acwr",
        name: "Acute to chronic ratio",
        is: "The last 7 days by the last 28. There are three ways to do it, and they disagree. Three weeks of 5 km a day and then 5, 0, 8, 0, 5, 0 and 10 km: 0.8421 where the 28 days hold the 7, 0.8000 by the 21 days before them, 1.0142 by weighted means. The same runner on the same day, on both sides of 1. It is in the command’s output, not on pages.",
        not: "It has no zone that is good. Dividing by a constant or by chance did as well, and after a break its divisor is almost nothing, so that it explodes just when somebody comes back.",
        source: &[
            Source { label: "Impellizzeri et al. 2020", href: "https://doi.org/10.1123/ijspp.2019-0864" },
            Source { label: "Williams et al. 2017", href: "https://doi.org/10.1136/bjsports-2016-096589" },
            Source { label: "Lolli et al. 2019", href: "https://doi.org/10.1136/bjsports-2017-098110" },
        ],
    },
    Definition {
        id: "lag",
        name: "What goes with pain",
        is: "Spearman’s rank correlation of distance or load with pain the day before, the same day, the next day and two days later, with its interval of 95 %. Below 10 pairs of days there is none, below 20 it is too few to say. It is in the command’s output.",
        not: "It is not a cause. Days that follow each other are alike, which makes it look surer than it is, and pain the day before is there as a control: people run less when they are sore.",
        source: &[
            Source { label: "Bonett and Wright 2000", href: "https://doi.org/10.1007/BF02294183" },
            Source { label: "Tang and Landes 2020", href: "https://doi.org/10.1371/journal.pone.0228077" },
        ],
    },
    Definition {
        id: "exercises",
        name: "Exercises, and what was prescribed",
        is: "Volume is sets × repetitions × kilograms, both sides counted twice; holds are seconds. Body weight and bands weigh an unknown amount, so that they add nothing. Of what was prescribed, each whole week counts at the most what was prescribed for it; weeks of ordered rest are left out.",
        not: "When the load goes up repetitions go down, so that volume may fall while strength rises.",
        source: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::DEFINITIONS;

    #[test]
    fn definitions_have_anchors_of_their_own_and_say_what_they_do_not() {
        for (at, definition) in DEFINITIONS.iter().enumerate() {
            assert!(DEFINITIONS[..at].iter().all(|other| other.id != definition.id), "{}", definition.id);
            assert!(!definition.is.is_empty() && !definition.not.is_empty(), "{}", definition.id);
            assert!(!format!("{definition:?}").contains("safe"), "{}", definition.id);
        }
    }
}
