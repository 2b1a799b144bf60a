//! The difference of two texts, line by line, as `diff -u` writes it.

use std::fmt::Write as _;
use std::ops::Range;

/// Lines around a change that stay as they are.
const CONTEXT: usize = 3;

/// What becomes of a line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum LineFate {
    Kept,
    Removed,
    Added,
}

/// The changes that make one text of another; nothing where they are the same.
pub(super) fn unified(from: (&str, &str), to: (&str, &str)) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (from.1.lines().collect(), to.1.lines().collect());
    let steps = steps(&old, &new);
    let changed: Vec<usize> = (0..steps.len()).filter(|at| steps[*at] != LineFate::Kept).collect();
    if changed.is_empty() {
        return String::new();
    }
    let mut out = format!("--- {}\n+++ {}\n", from.0, to.0);
    for range in hunks(&changed, steps.len()) {
        push_hunk(&mut out, range, &steps, &old, &new);
    }
    out
}

/// The stretches of steps that are shown, none of which touches the next.
fn hunks(changed: &[usize], len: usize) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    for at in changed {
        let (start, end) = (at.saturating_sub(CONTEXT), (at + CONTEXT + 1).min(len));
        match hunks.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => hunks.push(start..end),
        }
    }
    hunks
}

fn push_hunk(out: &mut String, range: Range<usize>, steps: &[LineFate], old: &[&str], new: &[&str]) {
    let count = |steps: &[LineFate], not: LineFate| steps.iter().filter(|step| **step != not).count();
    let (before, inside) = (&steps[..range.start], &steps[range]);
    let (mut at_old, mut at_new) = (count(before, LineFate::Added), count(before, LineFate::Removed));
    let (olds, news) = (count(inside, LineFate::Added), count(inside, LineFate::Removed));
    // A stretch without a line is named by the line before it.
    let first = |at: usize, lines: usize| if lines == 0 { at } else { at + 1 };
    let _ = writeln!(out, "@@ -{},{olds} +{},{news} @@", first(at_old, olds), first(at_new, news));
    for step in inside {
        let (mark, line) = match step {
            LineFate::Kept => (' ', old[at_old]),
            LineFate::Removed => ('-', old[at_old]),
            LineFate::Added => ('+', new[at_new]),
        };
        at_old += usize::from(*step != LineFate::Added);
        at_new += usize::from(*step != LineFate::Removed);
        let _ = writeln!(out, "{mark}{line}");
    }
}

/// What becomes of each line, by the longest lines in common that stand in one order in both.
fn steps(old: &[&str], new: &[&str]) -> Vec<LineFate> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old_rest[..old_rest.len() - end], &new_rest[..new_rest.len() - end]);
    let mut steps = vec![LineFate::Kept; start];
    let width = new_rest.len() + 1;
    let mut common = vec![0u32; (old_rest.len() + 1) * width];
    for (a, line) in old_rest.iter().enumerate().rev() {
        for (b, other) in new_rest.iter().enumerate().rev() {
            common[a * width + b] = if line == other {
                common[(a + 1) * width + b + 1] + 1
            } else {
                common[(a + 1) * width + b].max(common[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    while a < old_rest.len() || b < new_rest.len() {
        if a < old_rest.len() && b < new_rest.len() && old_rest[a] == new_rest[b] {
            (a, b) = (a + 1, b + 1);
            steps.push(LineFate::Kept);
        } else if b == new_rest.len() || a < old_rest.len() && common[(a + 1) * width + b] >= common[a * width + b + 1]
        {
            a += 1;
            steps.push(LineFate::Removed);
        } else {
            b += 1;
            steps.push(LineFate::Added);
        }
    }
    steps.extend(std::iter::repeat_n(LineFate::Kept, end));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_with_three_lines_around_them() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n";
        let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n";
        assert_eq!(
            unified(("a", old), ("b", new)),
            "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@ -12,3 +12,4 @@\n 12\n 13\n 14\n+15\n"
        );
        assert_eq!(unified(("a", ""), ("b", "x\n")), "--- a\n+++ b\n@@ -0,0 +1,1 @@\n+x\n");
        assert_eq!(unified(("a", old), ("b", old)), "");
    }

    #[test]
    fn what_is_kept_and_added_is_the_new_text_and_what_is_kept_and_removed_the_old() {
        let texts: [Vec<&str>; 4] =
            [vec![], vec!["a", "b", "c", "a", "b"], vec!["b", "a", "c"], vec!["a", "x", "b", "b", "c", "y"]];
        for old in &texts {
            for new in &texts {
                let steps = steps(old, new);
                let lines = |not: LineFate| steps.iter().filter(|step| **step != not).count();
                assert_eq!([lines(LineFate::Added), lines(LineFate::Removed)], [old.len(), new.len()]);
            }
        }
        let kept = steps(&texts[1], &texts[3]).into_iter().filter(|step| *step == LineFate::Kept).count();
        assert_eq!(kept, 3);
    }
}
