//! Texts of headings, bold lines and lines that begin with a date.

use super::{all_of, gives};
use comeback::fields::DateOrder;

#[test]
fn a_day_of_items_is_a_line_and_a_day_with_prose_an_entry() {
    let text = "\
# My calf

Words before the first day.

## 2024-05-03
pain 2/2/3, run 5k 30:00, \"slept badly\"

## 2024-05-04 - The pool
- **Pain before:** 1
- Pain after: 2
- swim 1 km

Went with Tom.

It was cold.

## 2024-05-05
Pain: 3
Rest day

## 2024-05-06 run 5k, pain 2

## 2024-05-07 Easy does it

## 2024-05-08
";
    let expected = "\
== content/log/diary.txt
2024-05-03  pain 2/2/3, run 5k 30:00, \"slept badly\"
2024-05-05  pain 3, rest
2024-05-06  run 5k, pain 2
2024-05-07  \"Easy does it\"
== content/journal/2024-05-04-the-pool.md from diary.md:8
---
title: \"The pool\"
date: 2024-05-04
pain: before 1 after 2
sessions: [swim 1 km]
---

Went with Tom.

It was cold.
note diary.md:23: Easy does it
outside diary.md:1: # My calf (2)
silent diary.md:25: 2024-05-08
";
    gives("diary.md", text, expected);
}

#[test]
fn headings_begin_with_dates_in_many_forms() {
    let text = "\
# Friday 3 May 2024
rest
# May 4th, 2024
rest
# [[5. Mai 2024]]
rest
# 20240506
rest
# Di., 7.5.2024
rest

2024/05/08
----------
rest
## 09.05.24
rest
# 2024-05-10T07:20 ##
rest
";
    let days: String = (3..10).map(|day| format!("2024-05-{day:02}  rest\n")).collect();
    let more = "2024-05-10  rest, \"07:20\"\n";
    gives("d.md", text, &format!("== content/log/d.txt\n{days}{more}note d.md:17: 07:20\n"));
}

#[test]
fn a_year_and_a_month_come_from_headings_above() {
    let text = "\
# 2024
## 28 December
rest
## 31.12.
pain 1
# January 2025
### Wed 1st
rest
### 2: easy
pain 2
### 3 sets of squats
stays
# Februar
## 1
rest
";
    let expected = "\
== content/log/d.txt
2024-12-28  rest
2024-12-31  pain 1
2025-01-01  rest
2025-01-02  pain 2, \"easy\"
2025-02-01  rest
note d.md:9: easy
outside d.md:11: ### 3 sets of squats (2)
";
    gives("d.md", text, expected);
    gives(
        "2024-05.md",
        "## 3\nrest\n## Sat 4th\npain 1\n",
        "== content/log/2024-05.txt\n2024-05-03  rest\n2024-05-04  pain 1\n",
    );
    gives("2024.txt", "3 May: rest\n4.5. pain 1\n", "== content/log/2024.txt\n2024-05-03  rest\n2024-05-04  pain 1\n");
}

#[test]
fn bold_lines_and_lines_begin_days_where_no_heading_does() {
    let text = "\
**May 2024**

**3.5.2024**
run 5k
felt **good**

**4.5.2024 - a long one**: Much to say.

And more.
- **5.5.2024** rest
";
    let expected = "\
== content/log/d.txt
2024-05-05  rest
== content/journal/2024-05-03.md from d.md:3
---
date: 2024-05-03
sessions: [run 5k]
---

felt **good**
== content/journal/2024-05-04-a-long-one.md from d.md:7
---
title: \"a long one\"
date: 2024-05-04
---

Much to say.

And more.
";
    gives("d.md", text, expected);
    let text = "\
2024-05-03 run 5k, pain 2
2024-05-04: ran a bit, \"ok\"
- 2024-05-05 - rest
Date: 2024-05-06
Pain: 3

2024-05-07 The long day.
It went on
and on.
";
    let expected = "\
== content/log/d.txt
2024-05-03  run 5k, pain 2
2024-05-04  \"ran a bit, 'ok'\"
2024-05-05  rest
2024-05-06  pain 3
== content/journal/2024-05-07.md from d.txt:7
---
date: 2024-05-07
---

The long day.
It went on
and on.
note d.txt:2: ran a bit, \"ok\"
";
    gives("d.txt", text, expected);
}

#[test]
fn a_date_that_can_be_two_days_is_an_error_unless_the_file_tells() {
    let text = "## 03/05/2024\nrest\n## 04/05/2024\nrest\n";
    let told = "\
d.md:1:4: error: `03/05/2024` may have its day or its month first, and so may 1 other date
  say which: --dates dmy or --dates mdy
";
    gives("d.md", text, told);
    let days = |month: &str, day: &str| {
        let days = if month == "05" { ["2024-05-03", "2024-05-04"] } else { ["2024-03-05", "2024-04-05"] };
        format!("== content/log/d.txt\n{}  rest\n{}  rest\n{day}", days[0], days[1])
    };
    assert_eq!(all_of("d.md", text, Some(DateOrder::DayFirst)), days("05", ""));
    assert_eq!(all_of("d.md", text, Some(DateOrder::MonthFirst)), days("03", ""));
    gives("d.md", &format!("{text}## 13/05/2024\nrest\n"), &days("05", "2024-05-13  rest\n"));
    let both = "## 13/05/2024\nrest\n## 05/14/2024\nrest\n";
    let told = "\
d.md:1:4: error: the day stands first in `13/05/2024` and the month in `05/14/2024`
  write all dates one way, such as 2024-05-03
";
    gives("d.md", both, told);
    let told = "\
d.md:3:4: error: `05/14/2024` is no day of the calendar
  dates are such as 2024-05-03
";
    assert_eq!(all_of("d.md", both, Some(DateOrder::DayFirst)), told);
}

#[test]
fn all_that_is_wrong_with_dates_is_told_at_once() {
    let text = "## 2024-02-30\nrest\n## 3 May\nrest\n## Monday 2024-05-03\nrest\n## 2024-05-04\nrest\n";
    let expected = "\
d.md:1:4: error: `2024-02-30` is no day of the calendar
  dates are such as 2024-05-03
d.md:3:4: error: nothing says of which year `3 May` is
  write the year behind it, or put a heading with the year above, such as `# 2024`
d.md:5:4: error: 2024-05-03 is a Friday, and `Monday 2024-05-03` says another day
  correct the date or the day of the week, whichever is wrong
";
    gives("d.md", text, expected);
    let none = "\
d.md: error: no day was found: no heading or line begins with a date, and no table has a column of dates
  begin each day with its date, such as `## 2024-05-03`; a heading `# 2024` above will do for the year
";
    gives("d.md", "Words.\n", none);
    gives("d.md", "", none);
}

#[test]
fn what_is_not_read_whole_stays_text() {
    let text = "\
## 2024-05-03
run 5k, felt great
Run 5k
Plan for tomorrow:
- run 8k

Pain: 2
- [ ] bridges 3x10
- [x] walk 2 km
- run 3k
  along the river
- bridges 3x10 @12

    run 9k

```
Pain: 9
```

| Pain: 8 |

<!-- Pain: 7 -->

### Thoughts
Pain: 6
";
    let expected = "\
== content/journal/2024-05-03.md from d.md:1
---
date: 2024-05-03
pain: 2
sessions: [walk 2 km]
---

run 5k, felt great
Run 5k
Plan for tomorrow:
- run 8k

- [ ] bridges 3x10
- run 3k
  along the river
- bridges 3x10 @12

    run 9k

```
Pain: 9
```

| Pain: 8 |

<!-- Pain: 7 -->

### Thoughts
Pain: 6
";
    gives("d.md", text, expected);
}

#[test]
fn a_morning_beside_prose_has_a_line_of_its_own() {
    let text = "## 2024-05-03\nMorning: 1\nPain: 2\n\nA day of words.\nAnd more.\n";
    let expected = "\
== content/log/d.txt
2024-05-03  morning 1
== content/journal/2024-05-03.md from d.md:1
---
date: 2024-05-03
pain: 2
---

A day of words.
And more.
";
    gives("d.md", text, expected);
}

#[test]
fn what_may_be_meant_for_nobody_is_kept_back() {
    let text = "\
## 2024-05-03 (private)
pain 2
## 2024-05-04
pain 3
Draft: yes
## 2024-05-05
private

A secret.
## 2024-05-06
pain 4 %%but not really%%
## 2024-05-07 A title <!-- of mine -->
rest
";
    let expected = "\
== content/log/d.txt
2024-05-03  pain 2, private
== content/journal/2024-05-04.md from d.md:3
---
date: 2024-05-04
draft: true
pain: 3
---

Draft: yes
== content/journal/2024-05-05.md from d.md:6
---
date: 2024-05-05
visibility: private
---

A secret.
== content/journal/2024-05-06.md from d.md:10
---
date: 2024-05-06
---

pain 4 %%but not really%%
== content/journal/2024-05-07.md from d.md:12
---
date: 2024-05-07
rest: true
---

A title <!-- of mine -->
";
    gives("d.md", text, expected);
    // Days in a comment are none, and what the file says holds for all of it.
    let text = "---\ntitle: Mine\nvisibility: private\n---\n## 2024-05-03\nrest\n<!--\n## 2024-05-04\nrest\n-->\n";
    let expected = "\
== content/journal/2024-05-03.md from d.md:5
---
date: 2024-05-03
visibility: private
rest: true
---

<!--
## 2024-05-04
rest
-->
";
    gives("d.md", text, expected);
    gives(
        "d.md",
        "#draft\n\n# 2024-05-03\nrest\n",
        "\
== content/journal/2024-05-03.md from d.md:3
---
date: 2024-05-03
draft: true
rest: true
---
outside d.md:1: #draft (1)
",
    );
    let given = all_of("d.md", "---\ndraft: [\n---\n## 2024-05-03\nrest\n", None);
    assert!(given.starts_with("d.md:") && given.contains("error: "), "{given}");
}

#[test]
fn several_days_in_one_heading_are_text_of_the_first() {
    let text = "## 2024-05-03 - 2024-05-05\nrest\n## 2024-05-06..08\nrun 5k\n";
    let expected = "\
d.md:1:4: warning: this names several days; what stands there is taken for text of 2024-05-03
  a line of the log has a span for several days: `2024-06-12..18  run 92 km`
d.md:3:4: warning: this names several days; what stands there is taken for text of 2024-05-06
  a line of the log has a span for several days: `2024-06-12..18  run 92 km`
== content/journal/2024-05-03-2024-05-03-2024-05-05.md from d.md:1
---
title: \"2024-05-03 - 2024-05-05\"
date: 2024-05-03
---

rest
== content/journal/2024-05-06-2024-05-06-08.md from d.md:3
---
title: \"2024-05-06..08\"
date: 2024-05-06
---

run 5k
";
    gives("d.md", text, expected);
}

#[test]
fn days_backwards_and_doubled_are_filed_by_date() {
    let text = "\
## 2024-05-05 Run
One.
Two.
## 2024-05-03
rest
## 2024-05-05 Run
Three.
Four.
## 2024-05-03
pain 1
## 2024-05-04 Run
Five.
Six.
";
    let expected = "\
== content/log/d.txt
2024-05-03  rest
2024-05-03  pain 1
== content/journal/2024-05-04-run.md from d.md:11
---
title: \"Run\"
date: 2024-05-04
---

Five.
Six.
== content/journal/2024-05-05-run.md from d.md:1
---
title: \"Run\"
date: 2024-05-05
slug: 2024-05-05-run
---

One.
Two.
== content/journal/2024-05-05-run-2.md from d.md:6
---
title: \"Run\"
date: 2024-05-05
---

Three.
Four.
";
    gives("d.md", text, expected);
}

#[test]
fn line_ends_and_marks_of_bytes_change_nothing() {
    let text = "## 2024-05-03\npain 2\n\n## 2024-05-04 Größe\nOne.\nTwo.\n";
    let plain = all_of("d.md", text, None);
    let crlf = text.replace('\n', "\r\n");
    let wide = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(crlf.encode_utf16().flat_map(unit)).collect()
    };
    for bytes in [
        crlf.clone().into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        wide(u16::to_le_bytes, [0xff, 0xfe]),
        wide(u16::to_be_bytes, [0xfe, 0xff]),
    ] {
        assert_eq!(all_of("d.md", bytes, None), plain);
    }
    for (bytes, told) in [
        (
            b"## 2024-05-03\nr\xe9st\n".as_slice(),
            "d.md: error: the file is not UTF-8\n  save it as UTF-8 in the editor\n",
        ),
        (
            b"#\0#\0",
            "d.md: error: the file is no text, or in an encoding that can't be told\n  save it as UTF-8 in the editor\n",
        ),
        (
            b"PK\x03\x04",
            "d.md: error: this is a document of another program and no text\n  save it as plain text, markdown or CSV\n",
        ),
    ] {
        assert_eq!(all_of("d.md", bytes, None), told);
    }
}
