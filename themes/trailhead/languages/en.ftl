# The words of the interface, in English.
#
# A message is `id = words`; `{ $name }` stands for what the program puts there. A theme replaces any of them, or adds a
# language, in themes/NAME/languages/; see the guide. The language's rules of number may choose the words:
# https://projectfluent.org/fluent/guide/selectors.html

## Every page

skip-to-content = Skip to the content
nav-site = Site
journal = Journal
record = A personal record, not medical advice.
record-note = It makes no diagnosis and predicts nothing about anybody’s recovery. Questions about an injury belong with a clinician.
fictional = This is a fictional demo.
fictional-note = The runner, the story and every number are invented.
written-by = Written by { $author }.
made-with = Made with comeback; reading needs no script, and this page asks nobody else for anything.
nav-more = More
archive = Archive
feeds = Feeds:
lessons-feed = { $site }: lessons
numbers-files = Numbers:

## No such page, and one that moved

not-found-name = Not found
not-found-title = There is no such page
not-found = It may have moved, or the address has a typing mistake.
not-found-start = The journal starts here.
moved = Moved
moved-to = This page is { $here }.
moved-here = here now

## Words that several pages share

entries = Entries
no-date = no date
day-number = Day { $n }
draft = Draft
day = Day
sets = Sets
load = Load
pain = Pain
time = Time
cost = Cost
sessions = Sessions
exercises = Exercises
treatments = Treatments
lessons = Lessons
contents = Contents
chart = Chart
charts = Charts
in-figures = In figures
span = { $from } to { $to }
data-table = Data table
every-value = Every value that was written:
pager = Pages of the list
newer-entries = ← Newer entries
older-entries = Older entries →
page-of = { $n } of { $last }
learned-in = Learned in { $entry }
week-from = Week from
run-in = Run, { $unit }
change = Change
also-in = Also, { $unit }
pain-median = Pain, median
days-scored = Days scored

## The archive

pain-before-score = pain
all-years = All years
years = Years
months = Months
archive-scores = The figure behind an entry is the day’s worst pain, 0–10; where there is none, none was noted.
undated = Without a date
neighbouring-years = Neighbouring years

## An entry

changed = changed { $day }
draft-notice = Draft.
entry-not-published = This entry is not published yet.
scheduled = Scheduled.
entry-not-before = This entry is not published before { $day }.
written-in-week = Written in week { $week }.
how-it-stands = How it stands now →
pain-scale = Pain, 0–10
what-i-did = What I did
ran = Ran { $distance }.
session = Session
distance = Distance
effort = Effort
exercise = Exercise
treatment = Treatment
the-day = The day
the-story = The story
minutes-to-read = { $n } min to read
what-it-taught = What it taught
lessons-here =
    { $n ->
        [one] The lesson here
       *[other] The lessons here
    }
lesson-number = Lesson { $n }
three-weeks = Three weeks on either side
place-in-whole = Its place in the whole →
tagged = Tagged
neighbouring-entries = Neighbouring entries

## A series

series-part = Part { $part } of { $count } of { $series }
parts-around = The parts around it
all-parts = All parts

## Exercises and treatments

description-not-published = This description is not published yet.
all-exercises = All exercises
day-by-day = Day by day
verdict = Verdict
last-days = The last days, newest first
older-days = Older days, newest first
older-days-rows = Older days, { $n } rows
last-done = last { $day }
treatments-caveat = What a treatment did, a diary can’t tell: pain comes and goes without it too.
helped = Helped
newest-first = { $name }, newest first
older-of = { $name }, older
older-rows = Older, { $n } rows

## Home

entries-page = Entries, page { $n } of { $last }
where-things-stand = Where things stand, as of { $day }
pain-and-distance = Pain and distance
latest-lessons = Latest lessons
lesson-on-day = Lesson { $n } · day { $day }
learned-on = learned { $day }
four-dots = The four dots are pain before, during, after, and the next day, all on 0–10. A question mark: not known yet.
no-entry-yet = No entry has been published yet.

## Lessons

in-the-journal = In the journal
all-lessons = All lessons
neighbouring-lessons = Neighbouring lessons
learned-before = ← Learned before
learned-after = Learned after →

## What the numbers mean

numbers-intro = How each figure of this journal is made, and what it does not say. Nothing here is advice.
does-not-say = What it does not say.

## Pages

page-not-published = This page is not published yet.

## Progress

progress = Progress
every-chart = Every chart in the journal.
every-chart-between = Every chart in the journal, { $from } to { $to }.
what-numbers-mean = What these numbers mean, and don’t
as-files = As files:
by-subject = Also by subject
nothing-to-draw = No day has a score or a distance yet, so there is nothing to draw.
week-by-week = Week by week
last-weeks = The last weeks, newest first

## Setbacks

setbacks = Setbacks
writers-words = In the writer’s words: { $cause }
came-before = What came before
came-next = What came next
before-is-not-because = “What came before” lists the day itself and the three days before it. Coming before is not causing.
pain-spike = What a pain spike is
suspected = What the writer suspected, and how often
earlier-ones = Earlier ones, { $n }

## Tags

tags = Tags
search = Search
tags-intro = What the entries are about.
all-tags = All tags
tag-entries = { $entries }.
tag-entries-page = { $entries }, page { $n } of { $last }.

## The timeline

timeline = Timeline
story-in-dates = The story in dates.
story-on = The story in dates: { $day }.
story-between = The story in dates, { $from } to { $to }.
continued = continued
since = Since { $day }
number-in-chart = Its number in the chart
number-in-chart-before = number
number-in-chart-after = in the chart
in-entry = In { $entry }

### Charts

# The bounds of a chart’s days are said with `span`, a day and its pain are `day` and `pain` in heads of tables.

chart-coverage =
    { $n } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with { $noted ->
        [score] a score
       *[entry] an entry
    }
chart-few =
    { $n ->
        [0] no
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $n }
    }
chart-line = { $value }: { $label }
chart-on-small = ({ $n } on small screens)
chart-thousands = k
chart-no-days = No days yet.
chart-no-pain = No pain noted on these days
chart-worst = 10: worst
chart-median-of-days = { $n }-day median
chart-hatched = hatched where { $gap } days or more have none
chart-dashed-line = The dashed line is { $line }.
chart-range = from { $least } to { $worst }
chart-milestones =
    { $n ->
        [one] { $n } milestone
       *[other] { $n } milestones
    } marked.
chart-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
chart-week-of = Week of
chart-days-logged = Days logged
chart-median = Median
chart-unit-load = effort × min
chart-work =
    { $work ->
        [pain] worst pain
        [run] distance run
        [walk] distance walked
        [distance] distance of all kinds
       *[load] load
    }
chart-ceiling-own = the ceiling I set
chart-ceiling = the ceiling { $whose }
chart-in-feed = Chart: { $say }
chart-see = See it on the page
chart-no-day = No day to show: no entry with a date lies in this span.

# Pain by day

chart-timeline-title = Worst pain of each day, 0 to 10, { $span }
chart-timeline-none =
    { $days ->
        [one] No pain was noted on this day.
       *[other] No pain was noted on any of these { $days } days.
    }
chart-timeline-one = One score so far: { $worst } on { $day }.
chart-timeline-both = Pain was { $worst } on both days with a score.
chart-timeline-same = Pain was { $worst } on each of the { $n } days with a score.
chart-timeline-few = Too few days to say: { $n } of { $days } have a score, from { $least } to { $worst }.
chart-timeline-peak =
    { $times ->
        [one] a worst day of { $worst } on { $day }
       *[other] a worst of { $worst } on { $times } days, first on { $day }
    }
chart-timeline-week = Pain had a median of { $closing } in the last seven days, with { $peak }.
chart-timeline-alike = Pain had a median of { $closing } in the first week and in the last, with { $peak }.
chart-timeline-went = Pain went from a median of { $opening } in the first week to { $closing } in the last, with { $peak }.
chart-timeline-peak-only = Pain had { $peak }; too few days of the first week and of the last have a score to compare them.
chart-timeline-last = Pain had a median of { $closing } in the last week, with { $peak }; too few days of the first have a score.
chart-timeline-first = Pain had a median of { $opening } in the first week, with { $peak }; too few days of the last have a score.
chart-timeline-how = Worst pain of each day, 0–10, up is worse.
chart-dots-are-days = Dots are days.
chart-dots-and-line = Dots are days, the line is the median of { $window } (where at least { $least } are known).
chart-dots-of-bins = A dot is a score noted at least once within { $bin } days{ $small }.
chart-dots-and-line-of-bins = A dot is a score noted at least once within { $bin } days{ $small }; the line is the median of each such stretch.
chart-timeline-desc =
    { $line ->
        [days] Dots with a line of { $window }-day medians
        [bins] Dots with a line of medians
       *[none] Dots
    }, Worst pain of each day, 0 to 10, { $span }, { $coverage }.
chart-timeline-range = Scores from { $least } to { $worst }.
chart-timeline-gaps =
    { $n ->
        [one] { $n } gap
       *[other] { $n } gaps
    } of { $days } days or more without a score.
chart-timeline-phases = Phases: { $names }.
chart-timeline-table =
    Worst pain of each day by { $by ->
        [day] day
       *[week] week
    }, { $span }
chart-worst-of-week = Worst

# A line of pain beside words

chart-spark-say = Pain { $score } at last.
chart-spark-none = No pain was logged.
chart-spark-how = Worst pain of each day, 0–10. { $n } of { $days } days logged.

# The four points

chart-before = Before
chart-during = During
chart-after = After
chart-next-day = Next day
chart-strip = Pain before { $before }, during { $during }, after { $after }, next day { $next }
chart-strip-unknown = not noted
chart-strip-large = { $strip }, on a scale of 0 to 10
chart-strip-desc = Four points from left to right.
chart-strip-most = At most { $most }.
chart-strip-above = The next day above where it began.
chart-strip-below = The next day below where it began.
chart-strip-same = The next day where it began.
chart-strip-line = Line at { $line }.
chart-points-none = None of these points noted
chart-points-title = Pain before, during, after and on the next day, 0 to 10, { $span }
chart-points-no-day = No day has any of the four points.
chart-points-few =
    Too few to say: { $both } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } have a score both before and on the next day.
chart-points-never =
    The next day was never above where the day began; { $both } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with any of the four points have both scores.
chart-points-say =
    The next day was above where the day began { $rose } of { $both } times; { $both } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with any of the four points have both scores.
chart-points-how =
    Pain 0–10, up is worse. { $wide ->
        [1] A dot is a day{ $small ->
            [1] {""}
           *[other] {" "}(up to { $small } on small screens)
        }
       *[other] A dot is up to { $wide } { $small ->
            [1] days
           *[other] days ({ $small } on small screens)
        }
    }{ $lines ->
        [yes] , a line joins those of one day, coloured where the next day was above where it began
       *[no] {""}
    }; the short lines are medians (where four are known).
chart-points-column =
    { $name }: { $median ->
        [none] { $n ->
            [one] { $n } day
           *[other] { $n } days
        } noted
       *[other] median { $median } of { $n ->
            [one] { $n } day
           *[other] { $n } days
        }
    }
chart-points-desc = Four columns of dots, pain from 0 to 10. { $columns }. { $say }
chart-points-scores = { $title }, days with each score
chart-score = Score

# Distance by week

chart-run = Run
chart-walk = Walk
chart-other = Other
chart-weeks-title =
    { $unit ->
        [km] Distance per week in kilometres, { $span }
        [mi] Distance per week in miles, { $span }
       *[other] Distance per week in { $unit }, { $span }
    }
chart-weeks-none = No weeks yet.
chart-weeks-no-distance =
    { $weeks ->
        [one] No distance was noted in this week.
       *[other] No distance was noted in any of these { $weeks } weeks.
    }
chart-weeks-no-whole =
    { $total } { $unit } in { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }; no whole week has entries on most days, so none can be compared.
chart-weeks-one-whole =
    { $total } { $unit } in { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }; only one whole week has entries on most days, so there is none to compare it with.
chart-weeks-same =
    { $what ->
        [run] Running
        [walk] Walking
       *[any] Distance
    } came to { $to } { $unit } in the first whole week { $which ->
        [written] with entries on most days and
       *[whole] and
    } in the last
chart-weeks-went =
    { $what ->
        [run] Running
        [walk] Walking
       *[any] Distance
    } went from { $from } { $unit } in the first whole week { $which ->
        [written] with entries on most days to
       *[whole] to
    } { $to } { $unit } in the last
chart-weeks-most = , with { $most } { $unit } at most (week of { $day })
chart-weeks-idle =
    { $what ->
        [run] no run
        [walk] no walk
       *[any] none
    } noted in { $idle } of { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }
chart-weeks-how =
    { $unit ->
        [km] Kilometres
        [mi] Miles
       *[other] { $unit }
    } per week, { $start ->
        [sunday] Sunday to Saturday, running
        [monday] Monday to Sunday, running
       *[other] running
    } at the bottom
chart-weeks-bar-small = (on small screens a bar is the mean of { $n } weeks)
chart-weeks-bar = a bar is the mean of { $n } weeks{ $small }
chart-weeks-coverage =
    { $coverage }; weeks with unwritten days count what was { $hatched ->
        [yes] written, and weeks without an entry are hatched
       *[no] written
    }.
chart-weeks-part = A bar cut by stripes is a part week.
chart-weeks-desc = Stacked bars, running at the bottom, then walking and anything else. { $coverage }. { $say }
chart-weeks-table = Distance by week, { $span }

# The weeks around an entry

chart-around-heading = { $day }: this entry
chart-around-title = Pain and distance, up to three weeks on either side of { $day }
chart-around-both = Pain had a median of { $before } in the seven days before and { $after } in the seven after.
chart-around-few-after = Pain had a median of { $before } in the seven days before; too few after have a score to say.
chart-around-no-after = Pain had a median of { $before } in the seven days before; the days after are not written yet.
chart-around-few-before = Pain had a median of { $after } in the seven days after; too few before have a score to say.
chart-around-no-before = Pain had a median of { $after } in the seven days after; nothing was written before.
chart-around-few = Too few days before and after have a score to compare.
chart-around-how =
    Pain 0–10, up is worse; { $unit ->
        [km] kilometres
        [mi] miles
       *[other] { $unit }
    } a day below. { $coverage }
chart-around-desc = Two panels, { $span }. Above, a dot for the worst pain of each day with the 7-day median, { $coverage }{ $range }. Below, bars for the distance run and walked each day. { $say }
chart-around-table = Pain and distance by day

# Pain and what was done

chart-double-pain = Pain, 0–10, up is worse
chart-double-pain-next = Pain next day, 0–10
chart-double-work = { $what }, { $unit } a day
chart-double-work-mean = { $what }, mean { $unit } a day
chart-double-title = Pain and { $what }, { $span }
chart-double-say =
    Pain had a median of { $busy } { $when ->
        [after] on the day after
       *[on] on
    } { $with ->
        [one] { $with } day
       *[other] { $with } days
    } with { $work ->
        [run] a run
        [walk] a walk
        [distance] any distance
       *[load] a load
    } and of { $idle } { $when ->
        [after] on the day after
       *[on] on
    } { $without } without.
chart-double-with =
    Pain had a median of { $busy } { $when ->
        [after] on the day after
       *[on] on
    } { $with ->
        [one] { $with } day
       *[other] { $with } days
    } with { $work ->
        [run] a run
        [walk] a walk
        [distance] any distance
       *[load] a load
    }; too few days without have a score to compare.
chart-double-without =
    Pain had a median of { $idle } { $when ->
        [after] on the day after
       *[on] on
    } { $without ->
        [one] { $without } day
       *[other] { $without } days
    } without { $work ->
        [run] a run
        [walk] a walk
        [distance] any distance
       *[load] a load
    }; too few days with it have a score to compare.
chart-double-few =
    Too few to say: { $both } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } have both.
chart-double-how =
    { $when ->
        [after] Above each day stands the pain of the day after, 0–10, up is worse
       *[on] Pain 0–10, up is worse
    }; below, { $what } in { $unit }. { $coverage }, { $worked } with an entry
chart-double-bins = A dot is a score noted within { $bin } days{ $small }, a bar the mean of the days of it that have an entry.
chart-double-caveat = What stands together need not belong together.
chart-double-desc =
    Two panels on the same days, { $span }. Above, a dot for the worst pain of each { $when ->
        [after] day, drawn a day earlier
       *[on] day
    }, { $coverage }{ $range }. Below, bars for { $what }, at most { $most } { $unit } a day. { $say }
chart-double-table =
    Pain and { $what } by { $by ->
        [day] day
       *[week] week
    }, { $span }
chart-pain-next-day = Pain next day
chart-days-with-score = Days with a score
chart-median-of-pain = Median of pain
chart-median-next-day = Median of pain next day

# The calendar

chart-weekdays = Mo Tu We Th Fr Sa Su
chart-over = over { $n }
chart-up-to = up to { $n }
chart-no-score = no score
chart-no-entry = no entry
chart-heat-title = { $what } of each day, { $span }
chart-heat-none =
    None of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } has { $noted ->
        [score] a score
       *[entry] an entry
    }.
chart-heat-pain =
    Of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with a score, { $none } had pain 0 and { $half } had 5 or more.
chart-heat-work =
    Of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with an entry, { $n } had { $work ->
        [run] a run
        [walk] a walk
        [distance] any distance
       *[load] a load
    }; the most was { $most } { $unit }, on { $day }.
chart-heat-idle =
    Of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with an entry, none had { $work ->
        [run] a run
        [walk] a walk
        [distance] any distance
       *[load] a load
    }.
chart-heat-how =
    { $what }, { $scale }. A square is a { $square ->
        [median] week, its median where four days are known; a row is a year
        [mean] week, its daily mean where four days are known; a row is a year
       *[day] day
    }; the stronger the colour, the more, and crossed out where nothing is known. { $coverage }.
chart-heat-desc =
    A calendar with a square for each { $square ->
        [day] day
       *[week] week
    }, { $what }. { $coverage }. { $say }
chart-by-week = { $what } by week
chart-days-known = Days known
chart-mean-a-day = Mean a day
chart-most = Most

# Means of 7 and 28 days

chart-mean-7 = 7-day mean
chart-mean-28 = 28-day mean
chart-means-nothing = Nothing noted on these days
chart-means-title = { $what }: means over 7 and 28 days, { $span }
chart-means-both = The last 7 days had a mean of { $acute } { $unit } a day, the last 28 of { $chronic }.
chart-means-short = The last 7 days had a mean of { $acute } { $unit } a day; too few of the last 28 are known to say theirs.
chart-means-few = Too few to say: a mean needs six of the last 7 days, or 23 of the last 28.
chart-means-how = { $what }, { $unit } a day; a dot is what was done on a day, the lines are means up to each day, over 28 days dashed. { $coverage }. { $ratio } { $critique }
chart-means-desc = Two lines over dots, { $what } in { $unit }, { $coverage }, at most { $most } a day. { $say }
chart-means-by-week = { $title }, by week, the means on its last day
chart-ratio = On the last day the one divided by the other is { $ratio }{ $others }.
chart-ratio-before = { $ratio } of the 21 days before
chart-ratio-weighted = { $ratio } weighted
chart-ratio-floor = No ratio: the mean of 28 days is not above { $floor }.
chart-ratio-few = No ratio: { $n } of the last 28 days are known, and it needs 23.
chart-ratio-critique = This ratio is in wide use and was not found to tell who gets injured: dividing by a constant or by chance did as well (Impellizzeri and others 2020, doi 10.1123/ijspp.2019-0864), and after a break its divisor goes to zero. So there are no zones here.

# Pain at four lags

chart-of = { $n } of { $of }
chart-lag-before = pain the day before
chart-lag-same = pain the same day
chart-lag-next = pain the next day
chart-lag-later = pain two days later
chart-lag-say =
    { $what } and pain the next day: ρ { $rho }{ $interval }, { $n } of { $of } pairs of days; the day before, which it could not change: { $before ->
        [none] not defined
       *[other] { $before }
    }.
chart-lag-few = Too few to say: { $n } of { $of } pairs of days are known.
chart-lag-too-few = too few to say
chart-lag-all-same = all the same
chart-lag-alike = Days in a row are alike: the { $n } pairs amount to about { $about }.
chart-lag-note = ρ is a rank correlation from −1 to 1 with its interval of 95 %; four pairings were looked at. The first is a control: people do less when sore.{ $alike } None says what caused what.
chart-lag-how = Across, { $what } in { $unit }; up, pain 0–10, up is worse. A dot is a day, or several on the same spot; dots are moved a little apart. { $how }
chart-lag-nothing = Nothing to compare
chart-lag-title = Pain against { $what }, { $span }
chart-lag-plot = { $name }: { $n } of { $of } pairs, { $said }
chart-lag-desc = Small plots of pain from 0 to 10 against { $what }. { $plots }. { $say }
chart-lag-pairs = Pairs of days
chart-lag-with = Median with
chart-lag-without = Median without

# Phases and diagnoses

chart-spans-sorts =
    { $sort ->
        [diagnosis] diagnoses
       *[phase] phases
    }
chart-spans-sort =
    { $sort ->
        [diagnosis] diagnosis
       *[phase] phase
    }
chart-spans-none =
    No { $sort ->
        [phase] phase
        [diagnosis] diagnosis
       *[none] span
    } on these days
chart-spans-nothing = Nothing to show.
chart-spans-title =
    { $sorts ->
        [phase] Phases
        [diagnosis] Diagnoses
        [both] Phases and diagnoses
       *[none] Spans of days
    }, { $span }
chart-spans-say =
    { $n } { $sort ->
        [diagnosis] { $n ->
            [one] diagnosis
           *[other] diagnoses
        }
       *[phase] { $n ->
            [one] phase
           *[other] phases
        }
    } in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
chart-spans-longest =
    the longest is { $name }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    }{ $open ->
        [yes] {" "}so far
       *[no] {""}
    }
chart-spans-open = { $name } has no last day yet
chart-spans-how-bar = A bar is a phase, from its first day to its last
chart-spans-how-said = A line is a diagnosis, from the day it was given to the next
chart-spans-rest = hatched where rest was ordered
chart-spans-open-end = an open end has no last day yet
chart-spans-notes = Numbers are milestones.
chart-spans-covered =
    { $n } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } lie in a { $sort ->
        [diagnosis] diagnosis
       *[phase] phase
    }.
chart-spans-desc = Bars in rows over { $span }. { $say }
chart-spans-from = { $day } on
chart-more-rows = { $n } more in the table.
chart-spans-ongoing = open
chart-name = Name
chart-sort = Sort
chart-first-day = First day
chart-last-day = Last day
chart-day-count = Days

# Treatments

chart-treatments-title = Treatments and pain, { $span }
chart-treatments-line = median
chart-treatments-nothing = No treatment on these days
chart-treatments-none =
    No treatment was noted in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
chart-treatments-types =
    { $n } treatments of { $types } types in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, most often { $name } ({ $times })
chart-treatments-type =
    { $n ->
        [one] { $n } treatment
       *[other] { $n } treatments
    } in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, all { $name }
chart-treatments-hours = { $hours } hours in all
chart-treatments-hours-known = { $hours } hours in the { $n } whose length is known
chart-treatments-how = Above, the worst pain of each day, 0–10, up is worse, with its median ({ $coverage }).
chart-treatments-lanes =
    Below, a lane for each type: { $bin ->
        [1] a tick is a day
       *[other] a tick is the sum of { $bin } days ({ $narrow } on small screens)
    }, the taller the more { $tallest ->
        [none] minutes
       *[other] minutes (the tallest is { $tallest })
    }
chart-treatments-dot = a dot is one of unknown length
chart-treatments-most = The { $n } most frequent of { $types } types; the table has all.
chart-treatments-note = That two things happened in the same weeks does not say that one did the other.
chart-treatments-desc = Two panels, { $span }. Above, dots for the worst pain of each day, { $coverage }{ $range }. Below, ticks for the days of each type of treatment. { $say }
chart-treatments-on =
    { $name }: { $n ->
        [one] { $n } session
       *[other] { $n } sessions
    } on { $first }.
chart-treatments-between =
    { $name }: { $n ->
        [one] { $n } session
       *[other] { $n } sessions
    } between { $first } and { $last }.
chart-minutes = Minutes
chart-minutes-known = { $n } known
chart-by = By
chart-pain-before = Pain 7 days before
chart-pain-after = Pain 7 days after
chart-days-compared = Days compared
chart-treatments-table = Treatments by type, { $span }. Pain is the median, over the days of a type, of the medians of the seven days before and of the seven after, where both have four scores; not evidence of effect: pain also rises and falls by itself, and other things changed too

# Exercises

chart-load-in = Load, { $unit }
chart-band = Band
chart-repetitions = Repetitions
chart-seconds = Seconds held
chart-pain-at-it = Pain at it
chart-other-bands = other bands
chart-of-band = band { $band }
chart-sides = ● left | right
chart-left = left
chart-right = right
chart-side = Side
chart-exercise-nothing = No exercise on these days
chart-exercise-no-numbers = No load, repetitions or hold noted
chart-exercise-title = { $name } by session, { $span }
chart-exercises-title = Exercises by session, { $span }
chart-exercise-none =
    No exercise was noted in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
chart-exercise-one =
    { $name } was done on { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
chart-exercise-most =
    The { $n } most often done of { $total } exercises; { $name } on { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
chart-exercise-all =
    { $n } exercises; { $name } was done most often, on { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
chart-exercise-load = its median load was { $from } { $unit } in the first three times and { $to } { $unit } in the last three
chart-exercise-load-same = its median load was { $to } { $unit } in the first three times and in the last three
chart-exercise-few-loads = too few times with a load to compare
chart-exercise-empty = Nothing to read.
chart-exercise-dot = A dot is a day.
chart-exercise-bins = A dot is a value reached at least once within { $bin } days{ $small }.
chart-exercise-how =
    Loads start at 0; repetitions and seconds are those of a side in all sets of a { $sided ->
        [yes] day; dots are left, or both at once, upright strokes right
       *[no] day
    }.
chart-exercise-bands = Bands stand in the order of first use, which is no scale.
chart-exercise-unloaded = What was done without a load in numbers, such as body weight, has no dot among the loads.
chart-exercise-pain = Pain is 0–10, up is worse.
chart-exercise-note = When loads rise, repetitions often fall.
chart-exercise-desc = Small multiples, one for each exercise, with panels for load, repetitions, holds and pain, { $span }. { $say }
chart-exercise-cell =
    { $name }: { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
chart-most-load = Most { $unit }
chart-most-repetitions = Most repetitions
chart-most-seconds = Most seconds
chart-worst-pain = Worst pain
chart-by-week-after = { $title }, by week

# Lessons

chart-lessons-title = Lessons over time, { $span }
chart-lessons-nothing = No lesson was learned on these days
chart-lessons-new =
    { $n ->
        [one] { $n } lesson
       *[other] { $n } lessons
    } learned in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }; nothing has come up about them since.
chart-lessons-say =
    { $n ->
        [one] { $n } lesson
       *[other] { $n } lessons
    } learned in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }: { $fates }.
chart-lessons-held = { $n } held again later
chart-lessons-revised = { $n } revised
chart-lessons-retracted = { $n } taken back
chart-lessons-how = A dot is the day a lesson was first written down.
chart-lessons-how-held = A dot is the day a lesson was first written down, larger the more often it held again later; each such day is a tick.
chart-lessons-diamond = A diamond is a day it was revised.
chart-lessons-cross = A cross is a day it was taken back; a lesson that stays so is an open dot and struck through.
chart-lessons-order = Rows and numbers are in the order of learning.
chart-lessons-undated =
    { $n ->
        [one] { $n } without a date is not shown.
       *[other] { $n } without a date are not shown.
    }
chart-lessons-desc = Dots in rows, one for each lesson, { $span }. { $say }
chart-lesson = Lesson
chart-learned = Learned
chart-held-again = Held again
chart-revised = Revised
chart-taken-back = Taken back
chart-last-word = Last word
chart-yes = yes
chart-no = no

# A ladder

chart-green = green
chart-amber = amber
chart-red = red
chart-grey = grey
chart-head-green = Green
chart-head-amber = Amber
chart-head-red = Red
chart-head-grey = Grey
chart-ladder-default = the default rule, { $preset }
chart-ladder-own = the rule I set
chart-ladder-whose = the rule { $whose }
chart-ladder-nothing = No session on these days
chart-ladder-no-session = Levels of a ladder, no session
chart-ladder-title = Levels of a ladder, { $span }
chart-ladder-none = No session on this ladder yet.
chart-ladder-level = level { $level } of { $of }
chart-ladder-say =
    After { $n ->
        [one] { $n } session
       *[other] { $n } sessions
    }: { $level }
chart-ladder-highest = the highest was level { $level }
chart-ladder-falls =
    { $n ->
        [one] { $n } session led one level down
       *[other] { $n } sessions led one level down
    }
chart-ladder-how = The line is the level of each session, as the writer's ladder has them.
chart-ladder-counts = By { $rule }: { $counts }.
chart-ladder-rule =
    { $times ->
        [1] A green session leads one level up
       *[other] Of green sessions { $times } in a row lead one level up
    }, a red one leads one down, an amber one starts the row anew, a grey one (not known) changes nothing.
chart-ladder-bins = Marks stand for { $bin } days together ({ $narrow } on small screens), one for each outcome.
chart-ladder-desc =
    Step line of { $levels ->
        [one] { $levels } level
       *[other] { $levels } levels
    }, { $title }. { $say } { $how }
chart-level = Level
chart-outcome = Outcome
chart-then = Then
