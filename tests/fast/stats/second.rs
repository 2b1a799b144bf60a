//! All of `stats --json` once more, from the plain values of a made journal and in the plainest way: maps over days,
//! windows by filtering, ranks by counting. It uses nothing of the program.

#![expect(clippy::cast_precision_loss, reason = "counts of days are far below 2^53")]

use super::made::{Entry, Made, Pain, Rule, Session, Status, TODAY, day};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// How often each branch of the definitions was reached.
pub(crate) type Reached = BTreeMap<&'static str, usize>;

/// A place of the body: where and which side, as far as they are said.
type Place = (Option<String>, Option<&'static str>);

struct Second<'a> {
    made: &'a Made,
    days: BTreeMap<i64, Vec<&'a Entry>>,
    first: i64,
    last: i64,
    reached: &'a mut Reached,
}

fn real(count: u64) -> f64 {
    count as f64
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
    let n = sorted.len();
    (n > 0).then(|| (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0)
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn says_something(pain: &Pain) -> bool {
    pain.points.iter().chain([&pain.worst, &pain.rest, &pain.average, &pain.settled]).any(Option::is_some)
}

fn done(entry: &Entry) -> impl Iterator<Item = &Session> {
    entry.sessions.iter().filter(|session| !session.planned)
}

fn running(kind: &str) -> bool {
    ["run", "walk-run", "race"].contains(&kind)
}

fn all_pain(entry: &Entry) -> Vec<&Pain> {
    let of_sessions = done(entry).filter_map(|session| session.pain.as_ref());
    entry.pains.iter().chain(of_sessions).filter(|pain| says_something(pain)).collect()
}

/// The same figures as the program's, computed by other means.
pub(crate) fn stats(made: &Made, reached: &mut Reached) -> Value {
    let mut hit = |what: &'static str| *reached.entry(what).or_default() += 1;
    let mut kept: Vec<&Entry> = Vec::new();
    for entry in &made.entries {
        let counts = match entry.status {
            Status::Public => true,
            Status::Unlisted => {
                hit("unlisted counts");
                true
            }
            Status::Private => {
                hit(if made.count_private { "private counts" } else { "private left out" });
                made.count_private
            }
            Status::Draft => {
                hit("draft left out");
                false
            }
            Status::Future => {
                assert!(entry.day > TODAY);
                hit("future left out");
                false
            }
            Status::Expired => {
                hit("expired left out");
                false
            }
            Status::Undated => {
                hit("undated left out");
                false
            }
        };
        let own = made.only.is_none() || entry.injury == made.only;
        if counts && !own {
            hit("another injury left out");
        }
        if counts && own {
            kept.push(entry);
        }
    }
    let mut days: BTreeMap<i64, Vec<&Entry>> = BTreeMap::new();
    for entry in &kept {
        days.entry(entry.day).or_default().push(entry);
    }
    for (what, reached) in [
        ("no entry at all", kept.is_empty()),
        ("a single day", days.len() == 1),
        ("several entries a day", days.values().any(|entries| entries.len() > 1)),
        ("weeks from Sunday", made.sunday),
        ("weeks from Monday", !made.sunday),
    ] {
        if reached {
            hit(what);
        }
    }
    let first = days.keys().next().copied().unwrap_or(0);
    let last = days.keys().next_back().copied().unwrap_or(-1);
    let mut second = Second { made, days, first, last, reached };
    let mut all = Map::new();
    all.insert("entries".to_owned(), json!(kept.len()));
    let date = |number| (!kept.is_empty()).then(|| day(number).to_string());
    all.insert("from".to_owned(), json!(date(first)));
    all.insert("to".to_owned(), json!(date(last)));
    all.insert("days".to_owned(), json!(last - first + 1));
    second.fill(&mut all);
    Value::Object(all)
}

impl Second<'_> {
    fn hit(&mut self, what: &'static str) {
        *self.reached.entry(what).or_default() += 1;
    }

    fn hit_if(&mut self, holds: bool, what: &'static str) {
        if holds {
            self.hit(what);
        }
    }

    fn entries(&self, day: i64) -> Vec<&Entry> {
        self.days.get(&day).cloned().unwrap_or_default()
    }

    fn every(&self) -> impl Iterator<Item = i64> + use<> {
        self.first..=self.last
    }

    fn point(&self, day: i64, at: usize) -> Option<u64> {
        self.entries(day).iter().flat_map(|entry| all_pain(entry)).filter_map(|pain| pain.points[at]).max()
    }

    fn own(&self, day: i64) -> Option<u64> {
        let worst = self.entries(day).iter().flat_map(|entry| all_pain(entry)).filter_map(|pain| pain.worst).max();
        [worst, self.point(day, 0), self.point(day, 1), self.point(day, 2)].into_iter().flatten().max()
    }

    fn pain(&self, day: i64) -> Option<f64> {
        if day < self.first || day > self.last {
            return None;
        }
        self.own(day).or_else(|| self.point(day - 1, 3)).map(|halves| real(halves) / 2.0)
    }

    fn pains(&self, from: i64, to: i64) -> Vec<f64> {
        (from..=to).filter_map(|day| self.pain(day)).collect()
    }

    /// Single runs of a day, in the order of files.
    fn singles(&self, day: i64) -> Vec<u64> {
        let entries = self.entries(day);
        let sessions = entries.iter().flat_map(|entry| done(entry)).filter(|session| running(session.kind));
        let measured: Vec<u64> = sessions.filter_map(|session| session.metres).collect();
        let bare: u64 = entries.iter().filter_map(|entry| entry.mileage).sum();
        if measured.is_empty() && bare > 0 { vec![bare] } else { measured }
    }

    fn run(&self, day: i64) -> Option<u64> {
        self.days.contains_key(&day).then(|| self.singles(day).iter().sum())
    }

    fn has_bare(&self, day: i64) -> bool {
        let measured = |entry: &&Entry| done(entry).any(|s| running(s.kind) && s.metres.is_some());
        let entries = self.entries(day);
        !entries.iter().any(measured) && entries.iter().filter_map(|entry| entry.mileage).sum::<u64>() > 0
    }

    fn load(&self, day: i64) -> Option<f64> {
        let of = |session: &Session| Some(real(session.rpe?) / 2.0 * (real(session.minutes?) / 2.0));
        let loads = |entry: &&Entry| -> f64 { done(entry).filter_map(of).sum() };
        self.days.contains_key(&day).then(|| self.entries(day).iter().map(loads).sum())
    }

    fn fill(&mut self, all: &mut Map<String, Value>) {
        self.note_days();
        let scored = self.every().filter(|day| self.pain(*day).is_some()).count();
        self.hit_if(scored == 0 && !self.days.is_empty(), "no pain at all");
        all.insert("days_with_pain".to_owned(), json!(scored));
        let pain = self.pain_figures();
        all.insert("pain".to_owned(), pain);
        let parts = [
            ("weeks", self.weeks()),
            ("rolling7", self.rolling()),
            ("spikes", self.spikes()),
            ("verdicts", self.verdicts()),
            ("session_spikes", self.session_spikes()),
            ("acwr", self.acwr()),
            ("lag", self.lag()),
            ("exercises", self.exercises()),
            ("adherence", self.adherence()),
            ("treatments", self.treatments()),
        ];
        for (name, value) in parts {
            all.insert(name.to_owned(), value);
        }
    }

    fn note_days(&mut self) {
        for day in self.every() {
            let entries = self.entries(day);
            let has = |kind: &str| entries.iter().any(|e| done(e).any(|s| s.kind == kind && s.metres.is_some()));
            let (bare, ride) = (self.has_bare(day), has("bike"));
            let beside = !bare && entries.iter().any(|e| e.mileage.is_some());
            let (race, walk_run) = (has("race"), has("walk-run"));
            let planned = entries.iter().any(|entry| entry.sessions.iter().any(|session| session.planned));
            let later = self.own(day).is_none() && self.pain(day).is_some();
            let unmeasured = entries.iter().any(|e| done(e).any(|s| running(s.kind) && s.metres.is_none()));
            self.hit_if(bare && ride, "bare mileage beside a ride");
            self.hit_if(bare && unmeasured, "bare mileage beside a run without distance");
            self.hit_if(beside, "mileage beside a measured run");
            self.hit_if(race, "a race");
            self.hit_if(walk_run, "a walk-run");
            self.hit_if(planned, "a planned session");
            self.hit_if(later, "pain by the day before's next_day");
        }
    }

    fn window(&self, from: i64, to: i64, least: usize) -> Value {
        let values = self.pains(from, to);
        json!({"median": if values.len() < least { None } else { median(&values) }, "n": values.len()})
    }

    fn pain_figures(&mut self) -> Value {
        let last = self.last;
        let trend = self.trend();
        let free: Vec<bool> = self.every().map(|day| self.pain(day) == Some(0.0)).collect();
        let ran = self.every().filter(|day| self.run(*day).is_some_and(|metres| metres > 0));
        let runs: Vec<bool> = ran.map(|day| self.pain(day) == Some(0.0)).collect();
        json!({
            "last7": self.window(last - 6, last, 4),
            "previous28": self.window(last - 34, last - 7, 10),
            "trend_per_week": trend,
            "pain_free_streak": streak(&free),
            "pain_free_runs": streak(&runs),
        })
    }

    fn trend(&mut self) -> Option<f64> {
        let days = (self.last - 41).max(self.first)..=self.last;
        let points: Vec<(i64, f64)> = days.filter_map(|day| Some((day, self.pain(day)?))).collect();
        if points.len() < 10 {
            self.hit("trend: too few");
            return None;
        }
        if points[points.len() - 1].0 - points[0].0 < 14 {
            self.hit("trend: too short");
            return None;
        }
        self.hit("trend");
        let mut slopes = Vec::new();
        for (a, pain_a) in &points {
            for (b, pain_b) in points.iter().filter(|(b, _)| b > a) {
                slopes.push((pain_b - pain_a) / (b - a) as f64);
            }
        }
        Some(7.0 * median(&slopes).expect("ten points"))
    }

    fn week_of(&self, day: i64) -> i64 {
        let shift = i64::from(self.made.sunday);
        (day + shift).div_euclid(7) * 7 - shift
    }

    fn weeks(&mut self) -> Value {
        let starts: BTreeSet<i64> = self.every().map(|day| self.week_of(day)).collect();
        let mut rows = Vec::new();
        let mut before: Option<u64> = None;
        for start in starts {
            let days = start..start + 7;
            let run: u64 = days.clone().filter_map(|day| self.run(day)).sum();
            let mut metres: BTreeMap<&str, u64> = BTreeMap::new();
            let mut sessions = 0;
            for day in days.clone() {
                for session in self.entries(day).iter().flat_map(|entry| done(entry)) {
                    sessions += 1;
                    if !running(session.kind) {
                        *metres.entry(session.kind).or_default() += session.metres.unwrap_or(0);
                    }
                }
                sessions += u64::from(self.has_bare(day));
            }
            metres.insert("run", run);
            metres.retain(|_, metres| *metres > 0);
            let loads: Vec<f64> = days.clone().filter_map(|day| self.load(day)).collect();
            let srpe: f64 = loads.iter().sum();
            let monotony = self.monotony(&loads);
            let change = match before {
                None => None,
                Some(0) => {
                    self.hit("a week after one of 0 m");
                    None
                }
                Some(before) => Some((real(run) - real(before)) / real(before)),
            };
            before = Some(run);
            rows.push(json!({
                "start": day(start).to_string(), "distance_m": metres, "sessions": sessions, "srpe": srpe,
                "monotony": monotony, "strain": monotony.map(|monotony| srpe * monotony), "change": change,
            }));
        }
        json!(rows)
    }

    fn monotony(&mut self, loads: &[f64]) -> Option<f64> {
        if loads.len() < 7 {
            self.hit("monotony: a day unknown");
            return None;
        }
        let mean = mean(loads).expect("seven");
        let variance = loads.iter().map(|load| (load - mean).powi(2)).sum::<f64>() / 7.0;
        if variance < 1e-12 {
            self.hit("monotony: equal days");
            return None;
        }
        self.hit("monotony");
        Some(mean / variance.sqrt())
    }

    fn rolling(&self) -> Value {
        let row = |end: i64| {
            let values = self.pains(end - 6, end);
            let (mean, median) = (mean(&values)?, median(&values)?);
            (values.len() >= 4)
                .then(|| json!({"date": day(end).to_string(), "mean": mean, "median": median, "n": values.len()}))
        };
        json!(self.every().filter_map(row).collect::<Vec<_>>())
    }

    fn spikes(&mut self) -> Value {
        let mut rows: Vec<Value> = Vec::new();
        let mut at = self.first;
        while at <= self.last {
            let before = self.pains(at - 14, at - 1);
            let baseline = if before.len() >= 7 { median(&before) } else { None };
            let above = |day: i64, baseline: f64| self.pain(day).is_some_and(|pain| pain >= baseline + 2.0);
            let Some(baseline) = baseline.filter(|b| above(at, *b) && above(at + 1, *b)) else {
                at += 1;
                continue;
            };
            let low = |day: i64| self.pain(day).is_some_and(|pain| pain <= baseline + 1.0);
            let over = (at + 1..self.last).find(|day| low(*day) && low(*day + 1));
            let end = over.map_or(self.last, |over| over - 1);
            let values = self.pains(at, end);
            rows.push(json!({
                "onset": day(at).to_string(), "end": over.map(|over| day(over - 1).to_string()), "days": end - at + 1,
                "peak": values.iter().copied().fold(f64::MIN, f64::max),
                "excess": values.iter().map(|pain| f64::max(0.0, pain - baseline)).sum::<f64>(),
            }));
            self.hit(if over.is_some() { "a spike that ended" } else { "a spike that did not end" });
            if over.is_none() {
                break;
            }
            at = end + 1;
        }
        self.hit_if(rows.len() > 1, "several spikes");
        json!(rows)
    }

    fn verdicts(&mut self) -> Value {
        let standard = Rule { name: "silbernagel", low: 6, ceiling: 10, window: 48, tolerance: 0 };
        let rule = self.made.rule.clone().unwrap_or(standard);
        let mut rows = Vec::new();
        for number in self.every() {
            let here = self.statements(number);
            let next = self.statements(number + 1);
            let places: BTreeSet<_> = here.iter().map(|(place, _)| place.clone()).collect();
            let named = places.iter().filter(|place| **place != (None, None)).count();
            let verdict = if named >= 2 {
                self.hit("judged place by place");
                let of = |place: &Place| {
                    let own = |all: &[(_, Pain)]| -> Vec<Pain> {
                        all.iter()
                            .filter(|(other, _)| other == place)
                            .map(|(_, pain): &(_, Pain)| pain.clone())
                            .collect()
                    };
                    (own(&here), own(&next))
                };
                let groups: Vec<_> = places.iter().map(of).collect();
                groups.iter().filter_map(|(here, next)| self.judge(here, next, &rule)).max()
            } else {
                let all =
                    |all: &[(_, Pain)]| -> Vec<Pain> { all.iter().map(|(_, pain): &(_, Pain)| pain.clone()).collect() };
                self.judge(&all(&here), &all(&next), &rule)
            };
            let Some(verdict) = verdict else { continue };
            let word = ["green", "amber", "grey", "red"][verdict];
            self.hit(["verdict green", "verdict amber", "verdict grey", "verdict red"][verdict]);
            self.hit(match rule.name {
                "silbernagel" => "rule silbernagel",
                "custom" => "rule custom",
                _ => "rule within-48h",
            });
            rows.push(json!({"date": day(number).to_string(), "rule": rule.name, "verdict": word}));
        }
        json!(rows)
    }

    /// What is said of each place on a day.
    fn statements(&self, day: i64) -> Vec<(Place, Pain)> {
        let entries = self.entries(day);
        let all = entries.iter().flat_map(|entry| all_pain(entry));
        all.map(|pain| ((pain.site.map(str::to_lowercase), pain.side), pain.clone())).collect()
    }

    /// 0 green, 1 amber, 2 grey, 3 red.
    fn judge(&mut self, here: &[Pain], next: &[Pain], rule: &Rule) -> Option<usize> {
        let most = |pains: &[Pain], at: usize| pains.iter().filter_map(|pain| pain.points[at]).max();
        let peak = most(here, 1).max(most(here, 2))?;
        let (before, own_next) = (most(here, 0), most(here, 3));
        let later = own_next.or(most(next, 0));
        if peak > rule.ceiling {
            self.hit_if(later.is_none(), "above the ceiling, the next day missing");
            return Some(3);
        }
        let settled = if let Some(hours) = here.iter().filter_map(|pain| pain.settled).max() {
            self.hit("settled_hours decide");
            Some(hours <= rule.window)
        } else if let (Some(before), Some(later)) = (before, later) {
            self.hit_if(own_next.is_none(), "settled by the next day's before");
            self.hit_if(later > before && later <= before + rule.tolerance, "settled by the tolerance");
            Some(later <= before + rule.tolerance)
        } else {
            None
        };
        Some(match settled {
            None => 2,
            Some(false) => 3,
            Some(true) => usize::from(peak > rule.low),
        })
    }

    fn session_spikes(&mut self) -> Value {
        let mut rows = Vec::new();
        for number in self.every() {
            for metres in self.singles(number) {
                let longest = (number - 30..number).flat_map(|day| self.singles(day)).max();
                let Some(longest) = longest.filter(|longest| *longest > 0) else {
                    self.hit("a run with none before it");
                    continue;
                };
                let band = if metres > 2 * longest {
                    "large"
                } else if metres * 10 > longest * 13 {
                    "moderate"
                } else if metres * 10 > longest * 11 {
                    "small"
                } else {
                    self.hit("a run not longer than before");
                    continue;
                };
                self.hit(match band {
                    "small" => "a small session spike",
                    "moderate" => "a moderate session spike",
                    _ => "a large session spike",
                });
                rows.push(json!({
                    "date": day(number).to_string(), "distance_m": metres, "longest30_m": longest,
                    "ratio": real(metres) / real(longest), "band": band,
                }));
            }
        }
        json!(rows)
    }

    fn acwr(&mut self) -> Value {
        let known = |from: i64, to: i64| -> Vec<f64> {
            (self.last - from + 1..=self.last - to).filter_map(|day| self.run(day)).map(real).collect()
        };
        let (acute, whole, before) = (mean(&known(7, 0)), known(28, 0), mean(&known(28, 7)));
        let enough = whole.len() >= 23;
        let divide = |by: Option<f64>| match (acute, by) {
            (Some(acute), Some(by)) if enough && by != 0.0 => Some(acute / by),
            _ => None,
        };
        let (coupled, uncoupled) = (divide(mean(&whole)), divide(before));
        let (mut short, mut long): (Option<f64>, Option<f64>) = (None, None);
        let mut n = 0;
        for metres in self.every().filter_map(|day| self.run(day)).map(real) {
            short = Some(short.map_or(metres, |e| 0.25 * metres + 0.75 * e));
            long = Some(long.map_or(metres, |e| 2.0 / 29.0 * metres + (1.0 - 2.0 / 29.0) * e));
            n += 1;
        }
        let days = self.last - self.first + 1;
        let covered = days >= 28 && real(n) >= 0.8 * days as f64 - 1e-9;
        let ewma = match (short, long) {
            (Some(short), Some(long)) if covered && long != 0.0 => Some(short / long),
            _ => None,
        };
        self.hit(if coupled.is_some() { "acwr: plain" } else { "acwr: too few for the plain ones" });
        self.hit(if ewma.is_some() { "acwr: weighted" } else { "acwr: too few for the weighted one" });
        self.hit_if(enough && coupled.is_none(), "acwr: nothing to divide by");
        json!({"coupled": coupled, "uncoupled": uncoupled, "ewma": ewma})
    }

    fn lag(&mut self) -> Value {
        let mut rows = Vec::new();
        for name in ["run", "load"] {
            for lag in [-1, 0, 1, 2] {
                let x = |day: i64| if name == "run" { self.run(day).map(real) } else { self.load(day) };
                let pair = |day: i64| Some((x(day)?, self.pain(day + lag)?));
                let pairs: Vec<(f64, f64)> = self.every().filter_map(pair).collect();
                let n = pairs.len();
                let rho = if n < 10 { None } else { spearman(&pairs) };
                let ci = rho.filter(|rho: &f64| rho.abs() < 1.0 - 1e-12).map(|rho| {
                    let half = 1.959963984540054 * ((1.0 + rho * rho / 2.0) / (n as f64 - 3.0)).sqrt();
                    let z = 0.5 * ((1.0 + rho) / (1.0 - rho)).ln();
                    [(z - half).tanh(), (z + half).tanh()]
                });
                self.hit(match (n, rho) {
                    (0..10, _) => "lag: too few",
                    (_, None) => "lag: constant",
                    _ => "lag",
                });
                rows.push(json!({"x": name, "lag": lag, "n": n, "rho": rho, "ci": ci}));
            }
        }
        json!(rows)
    }

    fn exercises(&mut self) -> Value {
        let mut rows: BTreeMap<String, (&str, BTreeSet<i64>, f64, f64)> = BTreeMap::new();
        for (day, exercise) in
            self.days.iter().flat_map(|(d, all)| all.iter().flat_map(move |e| e.exercises.iter().map(move |x| (*d, x))))
        {
            let row = rows.entry(exercise.name.to_lowercase()).or_insert((exercise.name, BTreeSet::new(), 0.0, 0.0));
            row.1.insert(day);
            let sides = if exercise.side == Some("both") { 2.0 } else { 1.0 };
            let sets = real(exercise.sets.unwrap_or(1));
            let reps = match exercise.reps.len() {
                1 => sets * real(exercise.reps[0]),
                _ => exercise.reps.iter().map(|reps| real(*reps)).sum(),
            };
            row.2 += exercise.kilograms.map_or(0.0, |halves| reps * (real(halves) / 2.0) * sides);
            row.3 += exercise.hold.map_or(0.0, |hold| sets * real(hold) * sides);
        }
        let spelled = self.days.values().flatten().flat_map(|e| &e.exercises).map(|x| x.name).collect::<BTreeSet<_>>();
        self.hit_if(spelled.len() > rows.len(), "one exercise in several spellings");
        let row = |(name, days, volume, hold): &(&str, BTreeSet<i64>, f64, f64)| json!({"name": name, "sessions": days.len(), "volume_kg": volume, "hold_s": hold});
        json!(rows.values().map(row).collect::<Vec<_>>())
    }

    fn adherence(&mut self) -> Value {
        let mut rows = Vec::new();
        for p in self.made.prescriptions.clone() {
            let from = p.from.unwrap_or(i64::MIN).max(self.first);
            let to = p.to.unwrap_or(i64::MAX).min(self.last);
            let (mut done, mut prescribed) = (0, 0);
            for start in self.every().filter(|day| self.week_of(*day) == *day).collect::<Vec<_>>() {
                if start < from || start + 6 > to {
                    continue;
                }
                let rest =
                    self.made.rest.is_some_and(|(a, b)| (start..start + 7).any(|d| d >= a && b.is_none_or(|b| d <= b)));
                if rest {
                    self.hit("a week of ordered rest left out");
                    continue;
                }
                let did = |day: &i64| {
                    let mut names =
                        self.entries(*day).into_iter().flat_map(|e| &e.exercises).map(|x| x.name.to_lowercase());
                    names.any(|name| name == p.exercise.to_lowercase())
                };
                let days = (start..start + 7).filter(did).count() as u64;
                self.hit_if(days > p.per_week, "more than was prescribed");
                done += days.min(p.per_week);
                prescribed += p.per_week;
            }
            self.hit(if prescribed == 0 { "adherence: no whole week" } else { "adherence" });
            let rate = (prescribed > 0).then(|| real(done) / real(prescribed));
            rows.push(json!({"exercise": p.exercise, "done": done, "prescribed": prescribed, "rate": rate}));
        }
        json!(rows)
    }

    fn treatments(&mut self) -> Value {
        type Row<'a> = (&'a str, u64, u64, BTreeMap<&'a str, u64>);
        let mut rows: BTreeMap<String, Row<'_>> = BTreeMap::new();
        for treatment in self.days.values().flatten().flat_map(|entry| &entry.treatments) {
            let row = rows.entry(treatment.kind.to_lowercase()).or_insert((treatment.kind, 0, 0, BTreeMap::new()));
            row.1 += 1;
            row.2 += treatment.minutes.unwrap_or(0);
            if let Some((cents, currency)) = treatment.cents {
                *row.3.entry(currency).or_default() += cents;
            }
        }
        let currencies = rows.values().any(|row| row.3.len() > 1);
        self.hit_if(currencies, "a treatment in two currencies");
        let row =
            |(kind, n, minutes, cost): &Row<'_>| json!({"type": kind, "sessions": n, "minutes": minutes, "cost": cost});
        json!(rows.values().map(row).collect::<Vec<_>>())
    }
}

fn streak(days: &[bool]) -> Value {
    let rows: Vec<usize> = days.split(|free| !free).map(<[bool]>::len).collect();
    json!({"longest": rows.iter().max().unwrap_or(&0), "current": rows.last().unwrap_or(&0)})
}

/// Pearson's r of ranks that are found by counting the smaller and the equal values.
fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let rank = |values: &[f64]| -> Vec<f64> {
        let one = |value: &f64| {
            let smaller = values.iter().filter(|other| *other < value).count() as f64;
            let equal = values.iter().filter(|other| *other == value).count() as f64;
            smaller + (equal + 1.0) / 2.0
        };
        values.iter().map(one).collect()
    };
    let x = rank(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>());
    let y = rank(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    let (mean_x, mean_y) = (mean(&x)?, mean(&y)?);
    let sum = |of: &dyn Fn(usize) -> f64| -> f64 { (0..x.len()).map(of).sum() };
    let xy = sum(&|i| (x[i] - mean_x) * (y[i] - mean_y));
    let (xx, yy) = (sum(&|i| (x[i] - mean_x).powi(2)), sum(&|i| (y[i] - mean_y).powi(2)));
    (xx > 1e-9 && yy > 1e-9).then(|| xy / (xx * yy).sqrt())
}
