//! Charts of made journals, from the entries' texts to the drawings.

mod fixtures;
mod goldens;
