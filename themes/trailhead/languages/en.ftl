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
to-top = Back to the top
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
numbers-stand-for = What the numbers stand for
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
latest-entry = Latest entry
latest-lessons = Latest lessons
entries-by-date = All entries by date
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
