//! Questions on a terminal.

use super::{eprint, eprintln};
use std::io::BufRead;

/// The answer to a question; `None` for an empty one or the end of the input. What can't be read is told and asked for again.
pub(super) fn answer<T>(
    question: &str,
    input: &mut impl BufRead,
    read: &dyn Fn(&str) -> Result<T, String>,
) -> Option<T> {
    loop {
        eprint(question);
        let mut line = String::new();
        // What is no text is no answer; Ctrl-D leaves the cursor behind the question.
        if input.read_line(&mut line).unwrap_or(0) == 0 {
            eprintln("");
            return None;
        }
        match line.trim() {
            "" => return None,
            typed => match read(typed) {
                Ok(read) => return Some(read),
                Err(why) => eprintln(&why),
            },
        }
    }
}
