//! The keys of cards.

use super::{Parts, of, of_debug};
use crate::site::charts::REACH;
use crate::site::{Card, Site};
use crate::units::shift;

impl Parts {
    /// What a card shows.
    pub(super) fn picture(&self, site: &Site, card: Card) -> u64 {
        match card {
            Card::Site => of((of_debug(&site.standing), self.whole.whole())),
            Card::Entry(index) => {
                let item = &site.journal.items[index];
                let (calendar, days) = match item.injury {
                    Some(i) => (site.journal.injuries[i].calendar.as_ref(), self.injuries.get(i)),
                    None => (site.journal.calendar.as_ref(), Some(&self.whole)),
                };
                let day = item.entry.date.zip(days);
                let line = day.map(|(day, days)| days.between(calendar, shift(day, -REACH), day));
                of((self.cards[index], item.injury, line))
            }
            Card::Lesson(index) => of((index, self.lessons[index])),
        }
    }
}
