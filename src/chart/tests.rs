//! Charts of made journals, from the entries' texts to the drawings.

mod fences;
mod fixtures;
mod goldens;
mod headings;
mod layout;
mod wild;
