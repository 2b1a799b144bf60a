//! Treatments by type, under the pain of the same days.

use super::{Chart, Scope};
use crate::chart::Figure;
use crate::chart::treatments::{self, Lane, Treatments, Visit};
use crate::config::PrivateField;
use crate::entry::{Private, Treatment, Visibility};
use crate::journal::Calendar;
use crate::journal::metrics::around::around;
use crate::journal::metrics::median;
use crate::text::slug::slug;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A type while its sessions are collected.
#[derive(Default)]
struct Kind {
    lane: Lane,
    /// Hundredths of each currency's unit; nothing where costs are not shown.
    cents: BTreeMap<String, u64>,
}

/// What a chart of treatments takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let config = scope.source.config;
        let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
        for (date, entry) in scope.entries() {
            for treatment in &entry.treatments {
                let kind = kinds.entry(slug(&treatment.kind)).or_default();
                add(kind, date, treatment);
                if entry.visibility == Visibility::Public {
                    name(kind, treatment);
                }
            }
        }
        // Numbers of unlisted entries count; their words stand in no list, and a lane's name would be one.
        kinds.retain(|_, kind| !kind.lane.name.is_empty());
        let lanes: Vec<Lane> = kinds.into_values().map(|kind| finish(scope, kind)).collect();
        let chart = Treatments {
            first: scope.shown.first,
            values: &scope.shown.pain,
            median: &scope.shown.median,
            lanes: &lanes,
            bands: &scope.bands(),
            costs: config.shows(PrivateField::Cost),
            providers: config.shows(PrivateField::Provider),
            week_start: config.week_start,
        };
        treatments::draw(&chart, scope.source.language, id)
    }
}

fn add(kind: &mut Kind, date: Date, treatment: &Treatment) {
    kind.lane.visits.push(Visit { day: date, minutes: treatment.minutes });
    if let Some(money) = treatment.cost.as_ref().and_then(Private::shown) {
        let sum = kind.cents.entry(money.currency.clone()).or_default();
        *sum = sum.saturating_add(money.cents);
    }
}

/// Takes the words of a treatment that everybody may read.
fn name(kind: &mut Kind, treatment: &Treatment) {
    let lane = &mut kind.lane;
    if lane.name.is_empty() {
        lane.name.clone_from(&treatment.kind);
    }
    if let Some(provider) = treatment.provider.as_ref().and_then(Private::shown)
        && !lane.providers.contains(provider)
    {
        lane.providers.push(provider.clone());
    }
}

/// Completes a type with what its sessions amount to; pain around its days is that of all days, shown or not.
fn finish(scope: &Scope<'_>, kind: Kind) -> Lane {
    let mut days: Vec<Date> = kind.lane.visits.iter().map(|visit| visit.day).collect();
    days.dedup();
    let (around, compared) = around_days(scope.whole, &days);
    let point = scope.source.language.numbers.point();
    let cost = |(currency, cents): (String, u64)| format!("{}{point}{:02} {currency}", cents / 100, cents % 100);
    Lane { costs: kind.cents.into_iter().map(cost).collect(), around, compared, days: days.len(), ..kind.lane }
}

/// The medians of daily pain in the 7 days before and after some days, and of how many days both are known.
#[must_use]
pub fn around_days(calendar: &Calendar, days: &[Date]) -> (Option<(f64, f64)>, usize) {
    let around = |day: &Date| around(&calendar.pain, calendar.index(*day)?, 7, 4);
    let (before, after): (Vec<f64>, Vec<f64>) = days.iter().filter_map(around).unzip();
    (median(&before).zip(median(&after)), before.len())
}
