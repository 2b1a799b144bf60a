//! Tables with a row a day, and sheets with a row a week.

use super::gives;

#[test]
fn columns_are_known_by_their_names_and_others_stay_text() {
    let text = "\
Date,Weekday,Run (km),Time,RPE,Pain before,Pain after,Morning,Sleep,Shoes,Mileage,Notes
13/5/2024,Mon,5.2,31:20,3,1,2,1,7:30,Blue,5,\"felt \"\"good\"\", #2\"
14/5/2024,Tue,,,,,0,,,,,
15/5/2024,,yes,,,,,,,,,
16/5/2024,,-,30:00,,,,,,,,
,,,,,,,,,,,
Total,,5.2,,,,,,,,,
17/5/2024,,,,,,,,,,,
";
    let expected = "\
== content/log/t.txt
2024-05-13  run 5.2 km 31:20 rpe 3, pain before 1 after 2, morning 1, sleep 7:30, \"Shoes: Blue\", \"Mileage: 5\", \"felt 'good', #2\"
2024-05-14  pain after 0
2024-05-15  run
2024-05-16  \"Time: 30:00\"
note t.csv:2: Shoes: Blue
note t.csv:2: Mileage: 5
note t.csv:2: felt \"good\", #2
note t.csv:5: Time: 30:00
outside t.csv:7: Total | 5.2
silent t.csv:8: 2024-05-17
";
    gives("t.csv", text, &expected.replace("Total | 5.2\n", "Total | 5.2 (1)\n"));
}

#[test]
fn a_number_without_a_unit_stays_text() {
    let text = "date;activity;distance;duration;pain\n2024-05-03;run;5,2;30;2\n2024-05-04;Lauf;5,2 km;30 min;2/2/3\n2024-05-05;run 5k, walk 2 km;;;11\n2024-05-06;gardening;3 km;;\n";
    let expected = "\
== content/log/t.txt
2024-05-03  run, pain 2, \"distance: 5,2\", \"duration: 30\"
2024-05-04  run 5.2 km 30 min, pain 2/2/3
2024-05-05  run 5k, walk 2 km, \"pain: 11\"
2024-05-06  \"activity: gardening\", \"distance: 3 km\"
note t.csv:2: distance: 5,2
note t.csv:2: duration: 30
note t.csv:4: pain: 11
note t.csv:5: activity: gardening
note t.csv:5: distance: 3 km
";
    gives("t.csv", text, expected);
}

#[test]
fn tables_of_markdown_take_year_and_month_from_headings() {
    let text = "\
# Diary
## May 2024

| Day | Run | Pain | Notes |
|-----|:---:|------|-------|
| 3   | 5k  | 2    | a \\| b |
| Sat 4 | - | 1 | |

## Juni

| Tag | Schmerz |
|---|---|
| 1. | 3 |

Words below.
";
    let expected = "\
== content/log/t.txt
2024-05-03  run 5k, pain 2, \"a | b\"
2024-05-04  pain 1
2024-06-01  pain 3
note t.md:6: a | b
outside t.md:1: # Diary (1)
outside t.md:15: Words below. (1)
";
    gives("t.md", text, expected);
    let bare = "Date | Run | Feel\n-----|-----|-----\n2024-05-03 | 6km | 7/10\n\nMore.\n";
    let expected = "\
== content/log/t.txt
2024-05-03  run 6km, \"Feel: 7/10\"
note t.txt:3: Feel: 7/10
outside t.txt:5: More. (1)
";
    gives("t.txt", bare, expected);
    let tabs = "date\trun\tpain\n3/5/2024\t5k\t2\n";
    gives(
        "t.txt",
        tabs,
        "t.txt:2:1: error: `3/5/2024` may have its day or its month first\n  say which: --dates dmy or --dates mdy\n",
    );
    gives("t.tsv", &tabs.replace("3/5", "13/5"), "== content/log/t.txt\n2024-05-13  run 5k, pain 2\n");
}

#[test]
fn a_sheet_has_a_row_a_week() {
    let text = "\
Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total
Week 23 2024,rest,run 5k,,\"run 5k, pain 2\",8 km easy,bike 20 km,race 10 km 45:00,28
2024-06-10,rest,,,,,,run 12k,
Sum,,,,,,,,40
";
    let expected = "\
== content/log/w.txt
2024-06-03  rest
2024-06-04  run 5k
2024-06-06  run 5k, pain 2
2024-06-07  \"8 km easy\"
2024-06-08  bike 20 km
2024-06-09  race 10 km 45:00
2024-06-10  rest
2024-06-16  run 12k
note w.csv:2: 8 km easy
outside w.csv:4: Sum | 40 (1)
outside w.csv:2: Total: 28 (1)
";
    gives("w.csv", text, expected);
    let german = "# 2024\n\n| KW | Mo | Di | Mi | Do | Fr | Sa | So |\n|---|---|---|---|---|---|---|---|\n| KW 23 | Ruhetag | | | | | | pain 1 |\n";
    gives("w.md", german, "== content/log/w.txt\n2024-06-03  rest\n2024-06-09  pain 1\n");
    let wrong = "Week,Sun,Mon,Tue,Wed,Thu,Fri,Sat\nWeek 23 2024,rest,,,,,,\n2024-06-10,rest,,,,,,\nWeek 9,rest,,,,,,\n";
    let expected = "\
w.csv:2:1: error: `Week 23 2024` begins on a Monday, and the columns don't
  write the date of the week's first day in place of its number
w.csv:3:1: error: 2024-06-10 is a Monday, and the first column of days is Sunday
  write the date of the day that the first column is
w.csv:4:1: error: `Week 9` begins on a Monday, and the columns don't
  write the date of the week's first day in place of its number
";
    gives("w.csv", wrong, expected);
    let no_year = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\nWeek 9,rest,,,,,,\n";
    let expected = "\
w.csv:2:1: error: nothing says of which year `Week 9` is
  put a heading with the year above, such as `# 2024`, or write the week's first day
";
    gives("w.csv", no_year, expected);
}

#[test]
fn cells_that_may_be_private_make_their_day_so() {
    let text = "date,pain,notes\n2024-05-03,2,%%hush%%\n2024-05-04,3,#draft me\n2024-05-05,1,fine\n";
    let expected = "\
== content/log/t.txt
2024-05-03  pain 2, \"%%hush%%\", private
2024-05-05  pain 1, \"fine\"
== content/journal/2024-05-04.md from t.csv:3
---
date: 2024-05-04
draft: true
pain: 3
---

#draft me
note t.csv:2: %%hush%%
note t.csv:4: fine
";
    gives("t.csv", text, expected);
}

#[test]
fn a_table_without_dates_is_told() {
    let expected = "\
t.csv: error: no column has dates; the columns are `a`, `b`
  its first line names the columns, one of them `date`; or the seven days of the week behind the week
";
    gives("t.csv", "a,b\n1,2\n", expected);
}
