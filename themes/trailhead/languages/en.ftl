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
made-with = Made with comeback; reading needs no script.
made-with-asks-nobody = Made with comeback; reading needs no script, and this page asks nobody else for anything.
menu = Menu
nav-more = More
to-top = Back to the top
archive = Archive
feeds = Feeds:
lessons-feed = { $site }: lessons
numbers-files = Numbers:

## No such page, and one that moved

not-found-name = Not found
not-found-title = There is no such page
not-found = It may have moved, or the address was mistyped.
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
numbers-stand-for = Key to the numbers
data-table = Data table
every-value = All values:
pager = Pages of the list
newer-entries = ← Newer entries
older-entries = Older entries →
page-of = { $n } of { $last }
learned-in = Learned in { $entry }
week-from = Week starting
part-week = part week
run-in = Run noted, { $unit }
days-known = Days known
change = Change
also-in = Other, { $unit }
pain-median = Pain, median
days-scored = Days scored
entry-count =
    { $n ->
        [one] { $n } entry
       *[other] { $n } entries
    }
count-in-words =
    { $n ->
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
span-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
span-weeks =
    { $n ->
        [one] { $n } week
       *[other] { $n } weeks
    }
span-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
span-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
read-on = Read on
from-the-beginning = Read from the beginning
pages = Pages

## Units and figures

unit-km = km
unit-mi = mi
length-km = { $n } km
length-mi = { $n } mi
weight-kg = { $n } kg
weight-lb = { $n } lb
seconds = { $n } s
minutes = { $n } min
hours = { $n } h
hours-minutes = { $hours } h { $minutes }
percent = { $n } %
of-ten = { $n } of 10
too-few = too few to say

## The archive

pain-before-score = pain
all-years = All years
years = Years
months = Months
archive-scores = The number beside an entry is that day’s worst pain, 0–10. No number: none was noted.
undated = Without a date
neighbouring-years = Other years
archive-entries =
    { $n ->
        [one] { $n } entry.
       *[other] { $n } entries.
    }
archive-entries-on =
    { $n ->
        [one] { $n } entry, { $day }.
       *[other] { $n } entries, { $day }.
    }
archive-entries-between =
    { $n ->
        [one] { $n } entry, { $from } to { $to }.
       *[other] { $n } entries, { $from } to { $to }.
    }
archive-description = Every entry of { $site } by date. { $entries }
archive-year-description = The entries of { $site } from { $year }. { $entries }
archive-undated-description = The entries of { $site } without a date.

## An entry

changed = changed { $day }
draft-notice = Draft.
entry-not-published = This entry is not published yet.
scheduled = Scheduled.
entry-not-before = This entry comes out on { $day }.
written-in-week = Written in week { $week }.
how-it-stands = How it stands now →
how-it-stands-now = How it stands now:
pain-scale = Pain, 0–10
what-i-did = What I did
ran = Ran { $distance }.
ran-nothing = No run.
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
        [one] The lesson in this entry
       *[other] The lessons in this entry
    }
lesson-link = Link to this lesson:
lesson-number = Lesson { $n }
three-weeks = Three weeks on either side
place-in-whole = See it on the full timeline →
picture-to-send = A picture to send
picture-by-command = A picture to send:
tagged = Tagged
neighbouring-entries = Previous and next entry
entry-week-day = Week { $week } · day { $day }
entry-place = { $side } { $site }
entry-pain-before = before { $score }
entry-pain-during = during { $score }
entry-pain-after = after { $score }
entry-pain-next = next day { $score }
entry-pain-worst = worst { $score }
entry-pain-rest = at rest { $score }
entry-pain-average = on average { $score }
entry-pain-settled = settled after { $hours } h
entry-days-around = Days { $from }–{ $to }
entry-earlier = Earlier
entry-alike = Entries like this one
entry-also-tagged = also tagged { $tags }
entry-same-phase = in the same phase
entry-no-pain = no pain on either day
entry-pain-low = pain of 3 or less on both days
entry-pain-middle = pain between 3 and 6 on both days
entry-pain-high = pain above 6 on both days

## Comments

comments-count =
    { $n ->
        [one] { $n } comment
       *[other] { $n } comments
    }
comments-from-readers = From readers
comments-none = No comments yet
comments-closed = Comments are closed.
comments-leave = Leave a comment
comments-by-mail = Send a comment by e-mail
comments-or-by-mail = Or send it by e-mail
comments-subject = Comment on “{ $title }”
comments-anonymous = Anonymous
comments-wrote-this = wrote this journal
comments-reply-to = in reply to { $name }
comments-reply-unseen = in reply to a comment that isn’t shown
comments-to-whom = In reply to
comments-to-entry = the entry
comments-of = { $name }, { $day }
comments-text = Comment
comments-send = Send the comment
form-name = Name
form-mail-hidden = E-mail (not shown)
form-mail = E-mail
form-page = Your page
form-sends-to = This form sends what you type to { $host }.
letter-mail = E-mail for the newsletter
letter-subscribe = Subscribe
contact-write = Write a message
contact-message = Message
contact-send = Send the message

## An entry: what was done

session-run = Run
session-walk = Walk
session-walk-run = Walk-run
session-race = Race
session-bike = Bike
session-elliptical = Elliptical
session-swim = Swim
session-aqua-jog = Aqua-jog
session-anti-gravity = Anti-gravity treadmill
session-row = Row
session-strength = Strength
session-mobility = Mobility
session-other = Other
session-planned = { $what } (planned)
session-pain = pain { $scores }
session-climbed = { $metres } m climbed
session-source = source: { $name }
session-heart-rate = { $beats } bpm
session-carried = { $share } % of body weight supported
score-before = { $score } before
score-during = { $score } during
score-after = { $score } after
score-next-day = { $score } the next day
score-worst = { $score } at worst
side-left = left
side-right = right
side-both = both sides
side-central = central
load-body-weight = body weight
load-band = { $colour } band
exercise-tempo = tempo { $tempo }
exercise-effort = effort { $n }
exercise-reserve = { $n } in reserve
exercise-helps = helps
exercise-neutral = neutral
exercise-aggravates = aggravates
treatment-by = by { $name }
treatment-travel = { $time } there and back
treatment-helped = it helped
treatment-did-not-help = it did not help
treatment-helped-unsure = unsure whether it helped
money =
    { $currency ->
        [EUR] €{ $amount }
        [GBP] £{ $amount }
        [USD] ${ $amount }
       *[other] { $amount } { $currency }
    }

## An entry: how the day was

noted-milestones =
    { $n ->
        [one] Milestone
       *[other] Milestones
    }
noted-criteria =
    { $n ->
        [one] Criterion met
       *[other] Criteria met
    }
noted-setback = Setback, suspected cause
noted-rest = Rest
noted-rest-yes = Nothing was done
noted-setback-and-flare = Setback and flare, suspected cause
noted-flare = Flare
noted-flare-yes = Pain flared up on this day.
noted-triggers =
    { $n ->
        [one] Trigger
       *[other] Triggers
    }
noted-mood = Mood
noted-energy = Energy
noted-stress = Stress
noted-confidence = Confidence
noted-sleep = Sleep
noted-stiffness = Morning stiffness
noted-resting-heart-rate = Resting heart rate
noted-a-minute = { $n } bpm
noted-left = left { $n }
noted-right = right { $n }
noted-at-least = line: at least { $n }
noted-at-most = line: at most { $n }
noted-line = line: { $n }
noted-more-better = more is better
noted-less-better = less is better
noted-function = Function
noted-body-weight = Body weight
noted-medication = Medication
noted-advice = Advice
noted-advice-from = Advice, { $from }
noted-questions =
    { $n ->
        [one] Question
       *[other] Questions
    }

## An entry: its verdict

verdict-green = green
verdict-amber = amber
verdict-red = red
verdict-grey = grey
verdict-said = said
verdict-rule-mine = by the rule I set
verdict-rule-of = by the rule { $whose }
verdict-rule-reading = by comeback’s reading of the pain-monitoring model (38 Achilles tendons)
verdict-rule-reading-48 = by comeback’s reading of a two-day rule
verdict-says-settled = Settled: { $peak }, { $then }
verdict-says-unknown = Not known whether it settled: { $peak }, and { $then }
verdict-says-peak = { $peak }, above the ceiling of { $limit }
verdict-says-start = The day began at { $score }, above the ceiling of { $limit }
verdict-says-hours = Not settled: { $peak }, and it took { $hours } h where the rule gives { $window }
verdict-says-morning = Not settled: { $peak }, { $then }, above { $limit }
verdict-says-rise = Not settled: { $peak }, { $then }, where { $usual } was usual
verdict-says-rise-start = Not settled: { $peak }, { $then }, where the day began at { $usual }
verdict-says-said = A setback or a flare, by my own word
verdict-then-hours = back after { $hours } h
verdict-then-next = { $score } the next morning
verdict-then-second = { $score } the second morning
verdict-then-none = no score the next morning
verdict-then-nothing = nothing to compare the next morning with

## Texts

text-note = Note
text-tip = Tip
text-important = Important
text-warning = Warning
text-caution = Caution
text-table = Table
text-done = Done
text-to-do = To do
text-footnotes = Footnotes
text-footnote = Footnote { $n }
text-back = Back to reference { $n }
text-heading-link = Link to this heading
text-learned-here = learned here

## A series

series-part = Part { $part } of { $count } of { $series }
series = Series
parts-around = The parts around it

## Exercises and treatments

description-not-published = This description is not published yet.
all-exercises = All exercises
day-by-day = Day by day
verdict = Verdict
last-days = The last days, newest first
older-days = Older days, newest first
older-days-rows = Older days, { $n } rows
last-done = last done { $day }
treatments-caveat = A diary can’t tell what a treatment did: pain comes and goes without one too.
helped = Helped
newest-first = { $name }, newest first
older-of = { $name }, older
older-rows = Older, { $n } rows
exercises-description = The exercises in { $site }, with what was done of each.
exercises-intro =
    { $n ->
        [one] { $n } exercise, most often done first.
       *[other] { $n } exercises, most often done first.
    }
exercises-none = no entry has it yet
exercise-days-on =
    { $n ->
        [one] { $n } day, { $day }
       *[other] { $n } days, { $day }
    }
exercise-days-between =
    { $n ->
        [one] { $n } day, { $from } to { $to }
       *[other] { $n } days, { $from } to { $to }
    }
exercise-times = { $verdict } { $n }
exercise-asked =
    { $n ->
        [one] { $n } day a week prescribed
       *[other] { $n } days a week prescribed
    }
exercise-noted =
    { $known ->
        [one] { $asked }; noted on { $noted } of { $known } known day
       *[other] { $asked }; noted on { $noted } of { $known } known days
    }
exercise-kept =
    { $weeks ->
        [one] { $noted }; { $done } of the { $prescribed } prescribed in the { $weeks } week with enough known days
       *[other] { $noted }; { $done } of the { $prescribed } prescribed in the { $weeks } weeks with enough known days
    }
exercise-beyond = { $kept }; { $n } more than prescribed
exercise-description = What was done of { $name }, day by day.
exercise-never = No entry has it yet.
exercise-done-on =
    { $n ->
        [one] Done on { $n } day, { $day }.
       *[other] Done on { $n } days, { $day }.
    }
exercise-done-between =
    { $n ->
        [one] Done on { $n } day, { $from } to { $to }.
       *[other] Done on { $n } days, { $from } to { $to }.
    }
further-rows =
    { $n ->
        [one] { $n } older row isn’t on this page.
       *[other] { $n } older rows aren’t on this page.
    }
exercise-unlisted =
    { $n ->
        [one] { $n } day in these figures comes from an entry that isn’t listed.
       *[other] { $n } days in these figures come from entries that aren’t listed.
    }
exercise-days = Days
exercise-altogether = In total, where noted
exercise-volume = { $weight } (sets × repetitions × load)
exercise-held = { $n } s held
exercise-by-side = By side
exercise-side =
    { $n ->
        [one] { $side }: { $n } day
       *[other] { $side }: { $n } days
    }
exercise-pain = Pain during
exercise-pain-once = { $score }, noted once
exercise-pain-noted = median { $median }, { $least } to { $most }, noted { $n } times; { $last } the last time
exercise-made-of-it = My verdict
exercise-prescribed = Prescribed
exercise-first-said = first said: { $verdict }
exercise-from-to = from { $before } to { $verdict }
treatments-description = The treatments in { $site }, by type.
treatments-intro =
    { $n ->
        [one] { $n } type of treatment, as noted in the entries.
       *[other] { $n } types of treatment, as noted in the entries.
    }
treatments-how-often = How often
treatments-times-on =
    { $n ->
        [one] { $n } time, { $day }
       *[other] { $n } times, { $day }
    }
treatments-times-between =
    { $n ->
        [one] { $n } time, { $from } to { $to }
       *[other] { $n } times, { $from } to { $to }
    }
treatments-known = { $what }, known for { $known } of { $n }
treatments-cost-known = known for { $known } of { $n }
treatments-on-the-way = { $time } on the way
treatments-by = By
treatments-before-after = Pain just before and after
treatments-medians =
    { $n ->
        [one] median { $before } before, { $after } after, both noted { $n } time
       *[other] median { $before } before, { $after } after, both noted { $n } times
    }
treatments-did-it-help = Did it help? As the writer said
treatments-helped =
    { $answer ->
        [yes] yes ×{ $n }
        [no] no ×{ $n }
       *[unsure] can’t tell ×{ $n }
    }
treatments-around = Pain in the days around it (no evidence of effect)
treatments-around-medians =
    { $days ->
        [one] median { $before } in the 7 days before, { $after } in the 7 days after, for { $n } of { $days } day; many things change in a week, and people go for treatment when it hurts most
       *[other] median { $before } in the 7 days before, { $after } in the 7 days after, for { $n } of { $days } days; many things change in a week, and people go for treatment when it hurts most
    }
treatments-around-few =
    too few to say: { $n } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with 4 scored days on either side, and a median takes 8
exercise-first-and-last = First and last
exercise-on-day = { $day }: { $what }
exercise-on-day-not-noted = { $day }: not noted

## Home

entries-page = Entries, page { $n } of { $last }
where-things-stand = Where things stand, as of { $day }
latest-entry = Latest entry
latest-lessons = Latest lessons
entries-by-date = All entries by date
lesson-on-day = Lesson { $n } · day { $day }
learned-on = learned { $day }
four-dots = Four dots: pain before, during, after and the next day, 0–10. A question mark means not known yet.
no-entry-yet = There is no entry yet. The command comeback new starts one, and comeback log takes a day in one line.
home-page = Page { $n }
home-all-lessons =
    { $n ->
        [1] The lesson, and what became of it
       *[other] All { $count } lessons, and what became of them
    }
home-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
home-running-since = running again since { $day }
home-back-since = back since { $day }
introduction = Introduction
phase = Phase
home-since = since { $day }
home-pain-down = down from { $score } in the 28 days before ({ $n } logged)
home-pain-up = up from { $score } in the 28 days before ({ $n } logged)
home-pain-same = unchanged: { $score } in the 28 days before ({ $n } logged)
home-pain-before = { $n } of the 28 days before logged
home-median = median, 0–10
home-logged = { $n } of 7 days logged
home-last-score = Last pain score
home-score-on = 0–10, on { $day }
home-median-from = { $n } of 7 days logged; from { $least } on, their median stands here
home-run = Run this week
home-whole-week = a whole week
home-part-week = { $n } of 7 days so far
home-run-less = last week { $distance }
home-run-more = up from { $distance } last week
home-run-same = as much as last week
home-streak = Pain-free runs in a row
home-streak-most = longest so far: { $n }
home-streak-days = pain-free days in a row: { $now }, longest so far { $longest }
home-milestone = Last milestone
home-milestone-number = number { $n } on the timeline

## The writer’s own words

own-words-by = In the writer’s own words.
own-words-by-author = In the words of { $author }.
own-words-link = { $title }, in the writer’s words
own-words-link-author = { $title }, in the words of { $author }
own-words-written = Written on { $day }.
own-words-written-last = Written on { $day }, the day of the last entry.
own-words-written-before = Written on { $day }, { $span } before the last entry.
own-words-written-after = Written on { $day }, { $span } after the last entry.
own-words-entries-since =
    { $n ->
        [one] One entry was written since.
       *[other] { $n } entries were written since.
    }
own-words-setback =
    { $n ->
        [one] A setback or flare was noted since, on { $day }.
       *[other] { $n } setbacks or flares were noted since, the last on { $day }.
    }

## Lessons

in-the-journal = In the journal
all-lessons = All lessons
neighbouring-lessons = Previous and next lesson
learned-before = ← Learned before
learned-after = Learned after →
lesson-state-new = New
lesson-state-confirmed = Held again
lesson-state-revised = Revised
lesson-state-taken-back = Retracted
lesson-confirmed-times = Held again ×{ $n }
lesson-also-confirmed = held again ×{ $n }
lesson-also-revised = revised ×{ $n }
lesson-also-taken-back = retracted ×{ $n }
lesson-confirmed =
    { $n ->
        [1] held again
        [2] held again for the second time
        [3] held again for the third time
        [4] held again for the fourth time
        [5] held again for the fifth time
        [6] held again for the sixth time
        [7] held again for the seventh time
        [8] held again for the eighth time
        [9] held again for the ninth time
        [10] held again for the tenth time
        [11] held again for the eleventh time
        [12] held again for the twelfth time
       *[other] held again, { $n } times by now
    }
lesson-revised =
    { $n ->
        [1] revised
        [2] revised for the second time
        [3] revised for the third time
        [4] revised for the fourth time
        [5] revised for the fifth time
        [6] revised for the sixth time
        [7] revised for the seventh time
        [8] revised for the eighth time
        [9] revised for the ninth time
        [10] revised for the tenth time
        [11] revised for the eleventh time
        [12] revised for the twelfth time
       *[other] revised, { $n } times by now
    }
lesson-taken-back = retracted
lesson-first-written = First written
lesson-retracted = Retracted: { $title }
lesson-retracted-later = retracted later
lesson-told-in = { $what } in { $entry }
lesson-described =
    { $state ->
        [new] Lesson { $n } of { $site }: new.
        [confirmed] Lesson { $n } of { $site }: held again ×{ $times }.
        [revised] Lesson { $n } of { $site }: revised.
       *[other] Lesson { $n } of { $site }: retracted.
    }
lesson-days = { $before } in the 14 days before, { $after } in the 14 days from then on
lesson-days-median = median { $score } ({ $n } logged)
lesson-days-few = too few to say ({ $n } logged)
lessons-things =
    { $n ->
        [1] One thing this taught me
        [2] Two things this taught me
        [3] Three things this taught me
        [4] Four things this taught me
        [5] Five things this taught me
        [6] Six things this taught me
        [7] Seven things this taught me
        [8] Eight things this taught me
        [9] Nine things this taught me
        [10] Ten things this taught me
        [11] Eleven things this taught me
        [12] Twelve things this taught me
       *[other] { $n } things this taught me
    }
lessons-intro = { $things }.
lessons-intro-with = { $things }, { $parts }.
lessons-confirmed = { $count } held again later
lessons-revised = { $count } revised
lessons-taken-back = { $count } retracted
lessons-some = Lessons: { $name }
lessons-some-of = { $n } of { $all }.
lessons-description = { $title }. { $intro }
lessons-others = Others
lessons-all = All
lessons-by-state = By state
lessons-by-theme = By theme
lessons-filters = Filter the lessons
lessons-top = The top { $n }
lessons-charts = The small charts show the worst pain of each day, 0–10, in the fourteen days before a lesson was first written down and in the fourteen from then on, with the median of each. They show what was happening then, not that the lesson did it.

## What the numbers mean

numbers-intro = How each figure of this journal is made, and what it does not say. Nothing here is advice.
does-not-say = What it does not say.
numbers-name = What these numbers mean, and don’t
numbers-description = How each figure of this journal is made, where it comes from, and what it does not say.
numbers-coverage = Coverage
numbers-coverage-is = How many days a figure rests on, of how many it could: “5 of 7 days”. A day of which nobody wrote anything down is unknown, never zero. Where there are too few days, the figure is a dash.
numbers-coverage-not = Missing days are not missing by chance: some people write when it hurts, some when it does not.
numbers-pain = Pain of a day
numbers-pain-is = Each day’s own pain: the largest of what was typed as the day’s worst, before, during and after, by any entry and session of the day. How the next morning was is not in it; a day of which the morning alone is known is a hollow dot.
numbers-pain-not = It compares one person with themselves. Two people’s 4 are not the same.
numbers-median = Median of some days
numbers-median-is = The middle score of the days that have one. The last 7 days need 4 of them, the 28 days before need 10. The line in the charts is the median of the 7 days that end on each day.
numbers-median-not = It hides the worst day, which is why the days themselves are drawn too.
numbers-change = Change against a yardstick
numbers-change-is = The median of the first 7 days against that of the last 7, each with at least 4 scores. Two points or more and 30 % or more: clear. One of the two: borderline. Neither: below the yardstick.
numbers-change-not = The yardstick comes from 2,724 people in ten drug trials with other illnesses, not from runners’ tendons.
numbers-trend = Later against earlier
numbers-trend-is = The median of the last 21 days with a score, and of the 21 days before them; each needs 8 scores.
numbers-trend-not = It says where pain went, and nothing of where it goes from there. There is no slope: of whole-number scores that fall by one in six weeks it is 0 in most cases.
numbers-streaks = In a row without pain
numbers-streaks-is = Days in a row with a score of 0; where a day has none, its morning stands in, and a day with neither ends the row. For runs, the days with a run in a row on which it was felt as 0, during, after or at its worst; runs without such a score are skipped.
numbers-streaks-not = A row that ends is no failure, and a long one is no aim.
numbers-verdict = ● green, ▲ amber, ■ red, ○ grey, ◆ said
numbers-verdict-is = Without a rule in the settings no day is judged. With one, a day on which something was done and felt is compared with the rule in force on it. Red: during or after above the ceiling; a start above it; more hours to settle than the rule gives; or a next morning that is above the rule’s limit, or further than its tolerance above what is usual (the median of the mornings of the 14 days before, where 7 are known, else how the day began). Grey: it is not known. Amber: settled, and above the lower limit. Green: settled, and up to it. A rule of 48 hours looks at the second morning where the first has not settled. Where several places were scored, each is judged by itself and the worst verdict counts. A day that the writer calls a setback or a flare has no colour: the writer’s word stands.
numbers-verdict-not = It compares scores with a rule that somebody chose. In the study behind the rule of 5, running on with pain did no worse than six weeks of rest in 38 people with a sore Achilles tendon; it did not show that running helps. The colours, the limit of 3 and the comparison with the mornings before are not in the study. Where nothing changes at all, chance alone leaves about one day in ten not settled.
numbers-mornings = Mornings of a week
numbers-mornings-is = The median of how the days began, of weeks with at least 4 mornings: what the day before says of its next day, else the day’s own score before. A rise is said where a week and the one before it both lie 2 points or more above the middle of the four weeks before those.
numbers-mornings-not = A rise can have many causes, and this names none. By chance alone, up to one journal in fifty of four months shows one.
numbers-distance = Distance of a week, and its change
numbers-distance-is = Metres run that were noted, with walk-runs, races and mileage without a session. Other kinds are never added to it. What was not written down is not in it: the days known stand beside it. The change is against the week before, and only where it is known of all fourteen days what was run.
numbers-distance-not = A rule of ten percent a week made no difference to novices’ injuries, and in 5,205 runners the step from week to week showed no relation to them.
numbers-load = Load
numbers-load-is = Effort on a scale of 0 to 10 times minutes, summed over a day’s sessions. It is known only where every session of the day has both; 0 where it is noted that nothing was done; unknown where nobody wrote anything down.
numbers-load-not = An hour at 5 and half an hour at 10 weigh the same here, and may not on a tendon.
numbers-monotony = Monotony and strain
numbers-monotony-is = The mean of a week’s seven daily loads by their standard deviation (of the population), and the week’s load times that. Only where all seven days are known and differ. They are in the command’s output, not on pages.
numbers-monotony-not = In a recovery with many days of rest it is always low. The limits in the study were each athlete’s own.
numbers-spikes = Pain spikes
numbers-spikes-is = Two days in a row at least 2 points above the median of the 14 days before, where at least 7 of them have a score. A spike is over before the first two days in a row at most 1 point above that median; where these don’t come within 28 days, or only after five days without a score, its end is not known.
numbers-spikes-not = It is computed. A flare is what the writer calls one, and in people with back pain most days that they called one were no days of more than average pain.
numbers-longer-runs = Runs longer than before
numbers-longer-runs-is = A single run against the longest one of the 30 days before: small from more than a tenth longer, moderate from more than 30 %, large from more than twice as long. Whole metres are compared. Without a run in these days, or where it is known of fewer than 15 of them what was run, there is nothing to compare with.
numbers-longer-runs-not = An observation of healthy runners, in which the middle group fared no worse than the small one. It was not made with people on their way back.
numbers-acwr = Acute to chronic ratio
numbers-acwr-is = The last 7 days by the last 28. There are three ways to do it, and they disagree. Three weeks of 5 km a day and then 5, 0, 8, 0, 5, 0 and 10 km: 0.8421 where the 28 days hold the 7, 0.8000 by the 21 days before them, 1.0142 by weighted means. The same runner on the same day, on both sides of 1. It is in the command’s output, not on pages.
numbers-acwr-not = It has no zone that is good. Dividing by a constant or by chance did as well, and after a break its divisor is almost nothing, so that it explodes just when somebody comes back.
numbers-lag = What the next morning said
numbers-lag-is = For each kind of what was done, how often the next morning was lower, the same or higher than the day’s own. Below 5 such days nothing is said; a phase with 10 of them has a row of its own. Days that lack one of the two mornings are counted apart.
numbers-lag-not = It is not a cause, and no correlation. Days weren’t picked at random: people go out on good days. Correlations were given here once; in made journals in which what was done has nothing to do with pain, 52 % showed one, since both follow the recovery. So they are gone.
numbers-exercises = Exercises, and what was prescribed
numbers-exercises-is = Volume is sets × repetitions × kilograms, both sides counted twice; holds are seconds. Body weight and bands weigh an unknown amount, so that they add nothing. Of what was prescribed, each whole week counts at the most what was prescribed for it; weeks of ordered rest are left out, and weeks of which fewer than five days are known; where more than half of the weeks are such, no share is given.
numbers-exercises-not = When the load goes up repetitions go down, so that volume may fall while strength rises.

## Pages

page-not-published = This page is not published yet.

## Progress

progress = Progress
every-chart = The journal in charts.
every-chart-between = The journal in charts, { $from } to { $to }.
what-numbers-mean = What these numbers mean, and don’t
as-files = Download:
by-subject = More by subject
nothing-to-draw = No day has a score or a distance yet, so there is nothing to draw.
week-by-week = Week by week
last-weeks = The last weeks, newest first
progress-description = Every chart of { $site }: pain by day, distance by week, exercises and treatments.
progress-coverage =
    { $scored ->
        [one]
            { $days ->
                [one] { $scored } of { $days } day has a pain score.
               *[other] { $scored } of { $days } days has a pain score.
            }
       *[other]
            { $days ->
                [one] { $scored } of { $days } day have a pain score.
               *[other] { $scored } of { $days } days have a pain score.
            }
    }
progress-injury-over = From { $first } to { $last }.
progress-injury-until = Until { $day }.
progress-injury-relapse = A relapse: { $name }.
progress-injury-baseline = Before it, { $distance } of running a week.
progress-operation = { $day }: { $label } (operation).
progress-injury-since = Since { $day }.
progress-diagnosis = { $day }: { $label }.
progress-listed-above = They are listed under the first chart.
progress-phases = Phases
progress-then = Then and now
progress-calendar = Calendar
progress-distance = Running and walking
progress-strength = Strength
progress-measures = Measures
progress-points = Before and after
progress-mornings = The next morning
progress-physio = For the physio

## Criteria

criteria = Criteria
criteria-lead = What was wanted before each next phase. A criterion is met when an entry says so, and open until one does.
criteria-of-no-phase = Of no phase
criterion-met = Criterion met
criterion-met-on = met on { $day }
criterion-open = open
criterion-by = Set by { $by }
criterion-said = { $text } (set by { $by })

## Progress: the course in figures

course-last-days = Pain, last 7 days
course-days-before = The 28 days before
course-of-days = { $n } of { $days } days
course-median = median { $score }
course-change = First 7 days to last 7 days
course-change-days = { $from } and { $to } of 7 days
course-change-none = { $score } both times
course-change-down = { $from } to { $to }, down { $points }: { $tier }
course-change-down-percent = { $from } to { $to }, down { $points }, { $percent } %: { $tier }
course-change-up = { $from } to { $to }, up { $points }: { $tier }
course-change-up-percent = { $from } to { $to }, up { $points }, { $percent } %: { $tier }
course-clear = clear
course-borderline = borderline
course-below = below the yardstick
course-later = The last 21 days
course-earlier = The 21 days before
course-days-without = Days in a row without pain
course-row = { $now } now, { $longest } at most
course-scored = { $n } of { $days } days have a score
course-runs-without = Runs in a row without pain
course-run-days =
    { $n ->
        [one] { $n } day with a run
       *[other] { $n } days with a run
    }
course-mornings = Mornings, last week with at least four
course-mornings-risen = { $median }; this week and the one before lie two points or more above the four before them
course-mornings-days = week from { $week }: { $n } of 7 mornings
course-runs-settled = Runs in a row that settled
course-verdicts = Days by the rule
course-verdict-days =
    { $n ->
        [one] { $n } day with a score during or after
       *[other] { $n } days with a score during or after
    }
course-spikes = Pain spikes
course-spike =
    { $days ->
        [one] { $day }, { $days } day ({ $known } with a score), up to { $peak } from { $base }
       *[other] { $day }, { $days } days ({ $known } with a score), up to { $peak } from { $base }
    }
course-spike-so-far =
    { $days ->
        [one] { $day }, { $days } day ({ $known } with a score) and no known end, up to { $peak } from { $base }
       *[other] { $day }, { $days } days ({ $known } with a score) and no known end, up to { $peak } from { $base }
    }
course-no-spikes = none
course-all-spikes = { $n }: { $spikes }
course-last-spikes = { $n }, the last { $told }: { $spikes }
course-longer = Runs longer than in the 30 days before
course-runs =
    { $n ->
        [one] { $n } run
       *[other] { $n } runs
    }
course-bands = { $small } small, { $moderate } moderate, { $large } large
course-bands-last = { $bands }; the last on { $day }
course-weeks =
    { $n ->
        [one] { $year }: { $n } week
       *[other] { $year }: { $n } weeks
    }
course-other =
    { $kind ->
        [walk] walk { $distance }
        [walk-run] walk-run { $distance }
        [race] race { $distance }
        [bike] bike { $distance }
        [elliptical] elliptical { $distance }
        [swim] swim { $distance }
        [aqua-jog] aqua-jog { $distance }
        [alter-g] alter-g { $distance }
        [row] row { $distance }
        [strength] strength { $distance }
        [mobility] mobility { $distance }
        [run] run { $distance }
       *[other] other { $distance }
    }
course-of-week = { $n } of { $days }

## Setbacks

setbacks = Setbacks
writers-words = In the writer’s words: { $cause }
came-before = What came before
came-next = What came next
before-is-not-because = “What came before” lists the day itself and the three days before it. Coming before is not causing.
pain-spike = What a pain spike is
suspected = What the writer suspected, and how often
earlier-ones = Earlier ones, { $n }
setbacks-description = Setbacks, flares and pain spikes in { $site }.
setbacks-none = This journal has no setback, flare or pain spike.
setbacks-intro =
    { $n ->
        [one] { $n } time when things went the other way: { $parts }. Setbacks and flares are the writer’s words; pain spikes are computed. What happened on the same days is listed once.
       *[other] { $n } times when things went the other way: { $parts }. Setbacks and flares are the writer’s words; pain spikes are computed. What happened on the same days is listed once.
    }
setbacks-setbacks =
    { $n ->
        [one] { $n } setback
       *[other] { $n } setbacks
    }
setbacks-flares =
    { $n ->
        [one] { $n } flare
       *[other] { $n } flares
    }
setbacks-spikes =
    { $n ->
        [one] { $n } pain spike
       *[other] { $n } pain spikes
    }
setbacks-setback = setback
setbacks-flare = flare
setbacks-spike = pain spike
setbacks-quoted = “{ $cause }”
setbacks-spike-lasted =
    { $days ->
        [one] the spike lasted { $days } day
       *[other] the spike lasted { $days } days
    }
setbacks-not-over =
    { $days ->
        [one] not over after { $days } day
       *[other] not over after { $days } days
    }
setbacks-peak = pain up to { $peak }, from a median of { $base } before
setbacks-few = too few scores in the 14 days before, or none from this day on, to say how long it lasted
setbacks-stayed = pain stayed within 1 point of the earlier pain
setbacks-back-within =
    { $days ->
        [one] back within 1 point of the earlier pain after { $days } day
       *[other] back within 1 point of the earlier pain after { $days } days
    }
setbacks-not-back = not yet within 1 point of the earlier pain two days in a row
setbacks-ran-again = back to the longest daily run of the week before on { $day }
setbacks-trigger = possible trigger, in the writer’s words: { $trigger }
setbacks-later =
    { $days ->
        [one] { $days } day later
       *[other] { $days } days later
    }
setbacks-times =
    { $n ->
        [one] { $n } time
       *[other] { $n } times
    }
setbacks-earlier = Earlier, { $n }

## Tags

tags = Tags
search = Search
tags-intro = What the entries are about.
all-tags = All tags
tag-entries =
    { $n ->
        [one] { $n } entry.
       *[other] { $n } entries.
    }
tag-entries-page =
    { $entries ->
        [one] { $entries } entry, page { $n } of { $last }.
       *[other] { $entries } entries, page { $n } of { $last }.
    }
tags-description = What the entries of { $site } are about.
tag-title-page = { $tag }, page { $n }
tag-description =
    { $n ->
        [one] { $n } entry about { $tag } in { $site }.
       *[other] { $n } entries about { $tag } in { $site }.
    }

## Lists of entries

card-run-km = km run
card-run-mi = mi run
card-walk-km = km walk
card-walk-mi = mi walk

## Feeds

feed-tag-title = { $site }: { $tag }
feed-tag = The entries about { $tag } in { $site }.
feed-beginning = New here? The story begins with { $entry }.
feed-chart = Chart: { $says }
feed-chart-page = See it on the page
feed-lessons = What { $site } taught, and what became of it.
feed-lesson =
    { $state ->
        [new] Lesson { $n }: new.
        [confirmed] Lesson { $n }: held again ×{ $times }.
        [revised] Lesson { $n }: revised.
       *[other] Lesson { $n }: retracted.
    }
feed-told-on = { $what } in { $entry }, { $day }
feed-learned = Learned

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

chart-coverage-later = { $coverage } ({ $n } of them written down later)
chart-coverage-mornings = { $scored }, and { $n } more with only the morning’s
chart-pain-spans = A light bar is one score for several days; it is in no median.
chart-hollow = A hollow dot: only the morning is known.
chart-crossed = A crossed dot: pain relief was noted.
chart-coverage =
    { $n } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with { $noted ->
        [score] a score
       *[entry] what was done noted
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
        [13] thirteen
        [14] fourteen
        [15] fifteen
        [16] sixteen
        [17] seventeen
        [18] eighteen
        [19] nineteen
        [20] twenty
       *[other] { $n }
    }
chart-line = { $value }: { $label }
chart-mark =
    { $kind ->
        [setback] Setback
       *[milestone] Milestone
    }, { $day }
chart-on-small = ({ $n } on small screens)
chart-more-marks =
    { $n ->
        [one] and one more
       *[other] and { $n } more
    }
chart-thousands = k
chart-setback = Setback: { $cause }
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
chart-part-week = { $day }, part week
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
chart-ceiling-reading = ceiling, comeback’s reading of the model
chart-ceiling = the ceiling { $whose }
chart-no-day = No day to show: no entry with a date lies in this span.

# Headings of charts: at most twelve words, and no coverage

chart-length =
    { $unit ->
        [day] { $n ->
            [one] one day
           *[other] { $count } days
        }
        [week] { $n ->
            [one] one week
           *[other] { $count } weeks
        }
        [month] { $n ->
            [one] one month
           *[other] { $count } months
        }
       *[year] { $n ->
            [one] one year
           *[other] { $count } years
        }
    }
chart-head-no-day = No day to show
chart-head-few = Too few days to say
chart-head-pain-one = One score so far: { $score }
chart-head-pain =
    { $way ->
        [down] Down from { $opening } to { $closing } over { $length }
        [up] Up from { $opening } to { $closing } over { $length }
        [same] Unchanged at { $closing } over { $length }
        [short] Around { $closing } over { $length }
        [last] Around { $closing } in the last week
        [first] Around { $opening } in the first week
       *[few] Too few days to say
    }{ $spiked ->
        [yes] , spiking in { $month }{ $dated ->
            [yes] {" "}{ $year }
           *[no] {""}
        }
       *[no] {""}
    }
chart-head-points =
    { $n ->
        [0] The next day was never higher
        [one] The next day was higher once
       *[other] The next day was higher { $n } times
    }
chart-head-no-distance = No distance noted
chart-head-few-weeks = { $total } { $unit } noted
chart-head-weeks =
    { $what ->
        [run] Running
        [walk] Walking
       *[any] Distance
    } { $way ->
        [same] unchanged at { $to } { $unit }
        [up] up from { $from } to { $to } { $unit }
       *[down] down from { $from } to { $to } { $unit }
    } a week over { $length }
chart-head-around =
    { $way ->
        [down] Pain down from { $before } the week before to { $after } the week after
        [up] Pain up from { $before } the week before to { $after } the week after
        [same] Pain unchanged at { $after } from the week before to the week after
        [before] Pain around { $before } the week before
        [after] Pain around { $after } the week after
       *[few] Too few days before and after to say
    }
chart-head-measures = What else was measured
chart-head-measure = { $name } from { $from } to { $to }
chart-head-morning = The next morning, by what was done
chart-head-double = Pain and { $what }, day by day
chart-head-no-pain =
    { $n ->
        [0] No day with pain 0
        [one] Pain was 0 on one day
       *[other] Pain was 0 on { $n } days
    }
chart-head-idle =
    { $work ->
        [run] No run noted
        [walk] No walk noted
        [distance] No distance noted
       *[load] No load noted
    }
chart-head-most = The most was { $most } { $unit }, on { $day }
chart-head-means = { $acute } { $unit } a day in the last week
chart-head-phases =
    { $n ->
        [one] One phase
       *[other] The longest phase
    }{ $open ->
        [yes] {" "}so far
       *[no] {""}
    }: { $name }
chart-head-treatments =
    { $types ->
        [one] Noted: { $name }
       *[other] Noted most often: { $name }
    }, { $n ->
        [one] once
        [2] twice
       *[other] { $count } times
    }
chart-head-exercises = Noted most often: { $name }
chart-head-exercise =
    { $name }, noted on { $n ->
        [one] one day
       *[other] { $count } days
    }
chart-head-load =
    { $name }: { $way ->
        [same] { $to } { $unit }, as at first
       *[other] from { $from } to { $to } { $unit }
    }
chart-head-lessons =
    { $n ->
        [one] one lesson
       *[other] { $count } lessons
    } learned { $days ->
        [few] so far
       *[many] over { $length }
    }
chart-head-level = At level { $level }
chart-head-level-named = At level { $level }: { $name }

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

chart-spark-say = Latest pain: { $score }.
chart-spark-none = No pain score was noted.
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
chart-strip-above = The next day was higher than the start.
chart-strip-below = The next day was lower than the start.
chart-strip-same = The next day was the same as the start.
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
chart-points-desc =
    { $phases ->
        [0] Four columns of dots
       *[other] Four columns of dots in a small plot for each of { $phases } phases
    }, pain from 0 to 10. { $columns }. { $say }
chart-points-letters = B D A N
chart-points-how-phases = Pain 0–10, up is worse, before (B), during (D), after (A) and the next day (N), phase by phase. A larger dot is more days; the short lines are medians (where four are known).
chart-points-no-phase = in no phase
chart-points-phase = Phase
chart-points-medians = { $title }, medians by phase
chart-points-scores = { $title }, days with each score
chart-score = Score

# Distance by week

chart-run = Run
chart-run-span = over several days
chart-walk = Walk
chart-other = Other
chart-weeks-title =
    { $unit ->
        [km] Distance per week in kilometres, { $span }
        [mi] Distance per week in miles, { $span }
       *[other] Distance per week in { $unit }, { $span }
    }
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
    } per week{ $start ->
        [sunday] , Sunday to Saturday
        [monday] , Monday to Sunday
       *[other] {""}
    }{ $panels ->
        [several] , each panel on its own scale
       *[one] {""}
    }
chart-weeks-bar-small = (on small screens a bar is the mean of { $n } weeks)
chart-weeks-bar = a bar is the mean of { $n } weeks{ $small }
chart-weeks-coverage =
    { $coverage }; what was not noted is in no bar{ $hatched ->
        [yes] , and weeks of which nothing is known are hatched
       *[no] {""}
    }.
chart-weeks-baseline = a week before the injury
chart-weeks-baseline-of = a week before: { $name }
chart-weeks-spans = The light part of a bar was run over several days together.
chart-weeks-part = A bar cut by stripes is a part week.
chart-weeks-desc = Bars, one a week, in a panel each for running, walking and anything else. { $coverage }. { $say }
chart-weeks-table = Distance by week, { $span }

# The weeks around an entry

chart-around-heading = { $day }: this entry
chart-around-about = { $title }, { $day }
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

# Pain and what was done

chart-double-pain = Pain, 0–10, up is worse
chart-double-pain-next = Pain next day, 0–10
chart-double-work = { $what }, { $unit } a day
chart-double-work-mean = { $what }, mean { $unit } a day
chart-double-title = Pain and { $what }, { $span }
chart-double-say =
    { $both } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } { $both ->
        [one] has
       *[other] have
    } a score and an entry.
chart-double-how =
    { $when ->
        [after] Above each day stands the pain of the day after, 0–10, up is worse
       *[on] Pain 0–10, up is worse
    }; below, { $what } in { $unit }. { $coverage }, { $worked } with what was done noted
chart-double-bins = A dot is a score noted within { $bin } days{ $small }, a bar the mean of the days of it that are known.
chart-double-caveat = Side by side doesn’t mean that one caused the other.
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
       *[entry] what was done noted
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
    } known, { $n } had { $work ->
        [run] a run
        [walk] a walk
        [distance] any distance
       *[load] a load
    }; the most was { $most } { $unit }, on { $day }.
chart-heat-idle =
    Of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } known, none had { $work ->
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
    }; the stronger the colour, the more; crossed out where nothing is known. { $coverage }.
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

# Then and now

chart-then-now = now
chart-then-year = a year before
chart-head-then-none = Nothing earlier to set beside these weeks
chart-then-none = There is no earlier injury, and no year before, with the same weeks noted.
chart-then-needs = It takes a week with something noted both times.
chart-then-key = ● { $now }  ○ { $then }
chart-then-title = Then and now: pain by week, { $span }
chart-then-title-run = Then and now: distance run by week, { $span }
chart-head-then = These weeks beside those of { $then }
chart-head-then-year = These weeks beside the same weeks a year before
chart-then-say =
    { $weeks ->
        [one] { $weeks } week: { $now } has a median now, { $then } had one then, { $both } both times.
       *[other] { $weeks } weeks: { $now } have a median now, { $then } had one then, { $both } both times.
    }
chart-then-say-run =
    { $weeks ->
        [one] { $weeks } week: { $now } has something noted now, { $then } had then, { $both } both times.
       *[other] { $weeks } weeks: { $now } have something noted now, { $then } had then, { $both } both times.
    }
chart-then-last = In the last week with both, from { $day }: { $now } now ({ $n } of 7 days with a score), { $then } then ({ $m } of 7).
chart-then-last-run = In the last week with both, from { $day }: { $now } noted now (known on { $n } of 7 days), { $then } then ({ $m } of 7).
chart-then-how = A dot is the median of a week’s pain, where at least 4 of its days have a score. Filled dots and the solid line: { $now }. Hollow dots and the broken line: { $then }.
chart-then-how-run = A dot is the distance run in a week, as far as it was noted. Filled dots and the solid line: { $now }. Hollow dots and the broken line: { $then }.
chart-then-how-injury = The earlier weeks, { $span }, are moved so that each week of one injury stands over the same week of the other.
chart-then-how-year = The earlier weeks, { $span }, are moved by 52 weeks.
chart-then-no-forecast = How one of them went says nothing of how the other goes on.
chart-then-range = { $name }: from { $least } to { $most }.
chart-then-week = Week { $n }, { $day }
chart-then-days = Days with a score
chart-then-days-run = Days known

# Pain at four lags

chart-of = { $n } of { $of }
chart-measure = Measure
chart-measure-value = Value
chart-measure-sides = Of the other side
chart-measure-first =
    { $n ->
        [one] { $name }
       *[other] { $name }, first of { $n } days
    }
chart-measure-last =
    { $n ->
        [one] { $name }
       *[other] { $name }, last of { $n } days
    }
chart-measure-more = { $name } · more is better
chart-measure-less = { $name } · less is better
chart-measure-both = left { $left }, right { $right }
chart-measure-sides-key = ● L  ○ R
chart-measure-line = line
chart-measure-line-more = line to reach
chart-measure-line-less = line to stay below
chart-measure-left = left
chart-measure-right = right
chart-measure-none = Nothing else was measured twice.
chart-measure-title = What else was measured, { $span }
chart-measure-say =
    { $n ->
        [one] { $n } thing was measured on two days or more.
       *[other] { $n } things were measured on two days or more.
    }
chart-measure-how = Each panel has its own scale, from 0. A dot is a day with a value; nothing is known of the days between.
chart-measure-how-sides = Filled dots and the solid line are the left side, hollow dots and the broken line the right.
chart-measure-ratio = { $name }, { $day }: { $both }; { $ratio }.
chart-measure-of-other =
    { $side ->
        [left] left is { $percent } % of right
       *[right] right is { $percent } % of left
    }
chart-measure-share =
    { $side ->
        [left] left { $percent } %
       *[right] right { $percent } %
    }
chart-measure-row =
    { $n ->
        [one] { $name }: { $n } day, from { $from } to { $to }.
       *[other] { $name }: { $n } days, from { $from } to { $to }.
    }
chart-morning-done = what was done
chart-morning-lower = lower
chart-morning-same = the same
chart-morning-higher = higher
chart-morning-both = days with both mornings
chart-morning-unknown = days without
chart-morning-exercises = Exercises only
chart-morning-rest = Nothing done
chart-morning-few = Too few to say (days): { $kinds }.
chart-morning-none = Too few mornings are known to say what the next one said.
chart-morning-of-days = { $of } days
chart-morning-title = What the next morning said, by what was done, { $span }
chart-morning-say = What the next morning said, by what was done.
chart-morning-row =
    { $n ->
        [one] { $name }: the morning after { $n } day was higher { $higher }, the same { $same }, lower { $lower } times.
       *[other] { $name }: the morning after { $n } days was higher { $higher }, the same { $same }, lower { $lower } times.
    }
chart-morning-how =
    Each day’s morning against the next one’s. Kinds with fewer than { $few } such days are left out; { $unknown ->
        [one] { $unknown } day lacks
       *[other] { $unknown } days lack
    } one of the two mornings. Days weren’t picked at random: people go out on good days.
chart-morning-mixed =
    { $n ->
        [one] On { $n } of them
       *[other] On { $n } of them
    } one score was noted the day after and the other before setting out.

# Phases and diagnoses

chart-spans-sorts =
    { $sort ->
        [diagnosis] diagnoses
        [operation] operations
       *[phase] phases
    }
chart-spans-sort =
    { $sort ->
        [diagnosis] diagnosis
        [operation] operation
       *[phase] phase
    }
chart-spans-none =
    No { $sort ->
        [phase] phase
        [diagnosis] diagnosis
       *[none] span
    } on these days
chart-spans-title =
    { $sorts ->
        [phase] Phases
        [diagnosis] Diagnoses
        [operation] Operations
        [both] Phases and diagnoses
        [phases-operations] Phases and operations
        [diagnoses-operations] Diagnoses and operations
        [all] Phases, diagnoses and operations
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
chart-spans-how-operated = A dot without a line is an operation
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

chart-treatments-title =
    { $pain ->
        [yes] Treatments and pain
       *[no] Treatments
    }, { $span }
chart-treatments-word = Newest word
chart-treatments-newest = { $word }, { $day }
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
    { $pain ->
        [yes] Below, a lane for each type
       *[no] A lane for each type
    }: { $bin ->
        [1] a tick is a day
       *[other] a tick is the sum of { $bin } days ({ $narrow } on small screens)
    }, the taller the more { $tallest ->
        [none] minutes
       *[other] minutes (the tallest is { $tallest })
    }
chart-treatments-dot = a dot is one of unknown length
chart-treatments-most = The { $n } most frequent of { $types } types; the table has all.
chart-treatments-note = Two things in the same weeks: that doesn’t mean one caused the other.
chart-treatments-desc =
    { $pain ->
        [yes] Two panels, { $span }. Above, dots for the worst pain of each day, { $coverage }{ $range }. Below, ticks for the days of each type of treatment.
       *[no] Ticks for the days of each type of treatment, { $span }.
    } { $say }
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
chart-treatments-table = Treatments by type, { $span }

# Exercises

chart-load-in = Load, { $unit }
chart-band = Band
chart-repetitions = Repetitions
chart-seconds = Seconds held
chart-pain-at-it = Pain during
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
chart-exercise-empty = No numbers to draw.
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
chart-lessons-retracted = { $n } retracted
chart-lessons-how = A dot is the day a lesson was first written down.
chart-lessons-how-held = A dot is the day a lesson was first written down, larger the more often it held again later; each such day is a tick.
chart-lessons-diamond = A diamond is a day it was revised.
chart-lessons-cross = A cross is a day it was retracted; a lesson that stays so is an open dot and struck through.
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
chart-taken-back = Retracted
chart-last-word = Last word
chart-yes = yes
chart-no = no

# A ladder

chart-green = green
chart-amber = amber
chart-red = red
chart-grey = grey
chart-said = said
chart-head-green = Green
chart-head-amber = Amber
chart-head-red = Red
chart-head-grey = Grey
chart-head-said = Said
chart-ladder-default = comeback’s reading of the rule { $preset }
chart-ladder-no-rule = The levels as they were typed; without a rule in the settings nobody says which session leads up.
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
timeline-description = The story of { $site } in dates.
timeline-before = Before the first phase
timeline-between = Between phases
timeline-after = After the last phase
timeline-injury = Injury
timeline-relapse = Relapse
timeline-operation = Operation
timeline-ended = Injury over
timeline-diagnosis = Diagnosis
timeline-scan = Scan
timeline-race = Race
timeline-first = First
timeline-milestone = Milestone
timeline-treatment-first = Treatment, first time
timeline-treatment-last = Treatment, last time
timeline-treatment-last-so-far = Treatment, last time so far
timeline-treatment-once = Treatment, once
timeline-advice = Advice, side by side
timeline-advice-by = Said by { $name }.
timeline-advice-once = Advice
timeline-setback = Setback
timeline-flare = Flare
timeline-learned = Lesson learned
timeline-revised = Lesson revised
timeline-taken-back = Lesson retracted
timeline-times-until =
    { $n ->
        [one] { $n } time until { $day }.
       *[other] { $n } times until { $day }.
    }
timeline-times-so-far =
    { $n ->
        [one] { $n } time so far, the last on { $day }.
       *[other] { $n } times so far, the last on { $day }.
    }
timeline-times-since =
    { $n ->
        [one] { $n } time since { $day }.
       *[other] { $n } times since { $day }.
    }
road = The road in one page
road-phase = Phase
road-days = Days
road-runs = Runs noted
road-pain = { $least }–{ $most }
road-pain-same = { $score }
chapter-pain = Pain was between { $least } and { $most }
chapter-pain-same = Pain was { $score } on every day with a score
chapter-runs =
    { $n ->
        [0] no run was noted
        [one] a run noted on { $n } day
       *[other] runs noted on { $n } days
    }
chapter-runs-over =
    { $n ->
        [one] a run noted on { $n } day, { $distance }
       *[other] runs noted on { $n } days, { $distance } in all
    }
chapter-setbacks =
    { $n ->
        [one] { $n } setback
       *[other] { $n } setbacks
    }
chapter-lessons =
    { $n ->
        [one] { $n } lesson learned
       *[other] { $n } lessons learned
    }
chapter-more = { $n } more
timeline-advice-note = Advice that different people gave within a week of each other stands side by side, in the writer’s words.
timeline-courses-note = Treatments of one type no more than six weeks apart count as one course; its first and its last are listed.

## Search

search-description = Find entries, lessons and pages of { $site }.
search-words = Words
search-kind = Kind
search-everything = Everything
search-phase = Phase
search-all-phases = All phases
search-injury = Injury
search-all-injuries = All injuries
search-tag = Tag
search-year = Year
search-none = Nothing was found.
search-one = One page was found.
search-many = { $n } pages were found.
search-failed = The search can’t be loaded. The lists below lead to everything.
search-more = Show more
search-day = day { $n }
# Shown below the results, with other words to look for.
search-mean = Did you mean { $words }?
# Where no page has all of the words.
search-some = No page has all of these words. These have most of them.
# Words that say nothing of what is looked for; they are left out where others stand beside them.
search-small-words = a an and are at be did do does for from how i in is it my of on or the to was what when where which who why with you your
# How the search says what the journal has beside its texts.
search-said = { $name }: { $what }
search-triggers = Suspected
search-medication = Medication
search-tests = Tests
search-treatment = Treatment: { $name }
search-trigger = Suspected of bringing on pain: { $name }, { $times }
# What readers call these pages, by which they are found too.
search-also-timeline = The story in dates: how long it took, how long until running again, time to recovery, milestones, diagnoses.
search-also-progress = Charts and graphs: pain by day, distance by week, how long until running again, progress in numbers.
search-also-setbacks = Setbacks, flare-ups and relapses: what went wrong, what made it worse, what may have set it off.
search-also-exercises = Exercises: rehab, strength training, stretches, physio at home, what was done and how often.
search-also-treatments = Treatments: physio, therapy, doctors, appointments, what helped, cost of each treatment.
search-also-now = How things stand now: better, healed or not yet.
search-also-red-flags = Red flags: warning signs, when to see somebody at once.
search-also-lessons = Lessons: what was learned, what worked, advice and mistakes.

## Cards

card-pain-all = Pain, 0–10, from the first day to the last
card-pain-weeks = Pain, 0–10, in the six weeks up to this day

## The report

# One page on paper for whoever treats the writer.
report-title = For the physio: { $injury }
report-day = day { $n } of the injury
report-days = days { $from } to { $to } of the injury
report-onset = since { $day }
report-diagnosis = said to be: { $label } ({ $day })
report-ended = ended on { $day }
report-together =
    { $n ->
        [one] { $n } injury.
       *[other] { $n } injuries together; a report of one names it.
    }
report-goes-on = Goes on from the last report, which ended on { $day }.
report-no-last = No report was made before, so these are the last 28 days with a note.
report-coverage =
    Noted on { $noted } of { $days ->
        [one] { $days } day
       *[other] { $days } days
    }: pain on { $pain }, the next day’s on { $next }, what was done on { $done }.
report-coverage-none =
    { $days ->
        [one] Nothing is noted on this day.
       *[other] Nothing is noted on these { $days } days.
    }
report-coverage-gap = Longest without a note: { $days } days, { $span }.
report-coverage-later =
    { $n ->
        [one] { $n } day was written down later.
       *[other] { $n } days were written down later.
    }
report-coverage-since = Nothing is noted after { $day }; the page was made on { $today }.
report-none = none noted
report-nothing = nothing noted
report-change = What changed, what was done
report-these-days = These days
report-days-before = Before
report-before = Before: { $span }. In brackets: days known.
report-before-none = Nothing is noted of as many days before. In brackets: days known.
report-change-pain = Pain of the day, median
report-change-morning = Morning pain, median
report-change-free = Days with pain 0
report-change-run = Run, { $unit }
report-change-longest = Most run in a day, { $unit }
report-change-load = Load, effort × min
report-of = { $n } of { $days }
report-too-few = too few ({ $n })
report-points = How it reacted: pain at four points
report-before-point = before
report-during = during
report-after = after
report-next-day = next day
report-points-median = Median
report-points-days =
    { $days ->
        [one] Scores of { $days } day
       *[other] Scores of { $days } days
    }
report-points-most = Most
report-points-before = Median before
report-points-none = none of the four is noted
report-mornings = What was done, and the next morning
report-mornings-note = Lower, same, higher: of the days with both mornings known.
report-on-days = days
report-lower = lower
report-same = same
report-higher = higher
report-deed-exercises = Only exercises
report-deed-rest = Nothing done
report-mornings-none = what was done is noted on no day
report-chart = Pain and load
report-chart-nothing = Pain and load: nothing noted
report-chart-how = Dot: worst pain of the day; hollow: the morning alone; crossed: pain relief noted. Hatched: not known.
report-verdicts = By the rule
report-rule = Up to { $low } green, up to { $ceiling } amber, and settled after { $hours } h, { $whose }.
report-no-rule = no rule is set, so no day is judged
report-no-verdict = no day has what the rule asks for
report-verdict-day = { $day } ({ $why })
report-more = { $n } earlier
report-exercises = Exercises noted, of the known days
report-a-week = a week
report-noted-of-known = noted
report-most-pain = most pain
report-helps = (helps)
report-neutral = (no difference)
report-aggravates = (aggravates)
report-helped = helped { $n } ×
report-did-not-help = didn’t { $n } ×
report-unsure = unsure { $n } ×
report-setbacks = Setbacks and flares, and what came before
report-setback = Setback
report-flare = Flare
report-setback-and-flare = Setback and flare
report-spike = Pain spike
report-came-before = 72 h up to it: { $what }
report-nothing-before = Nothing is noted of the 72 h up to it.
report-suspected = suspected: { $name }
report-triggers = Suspected triggers
report-new = new
report-known = named before
report-milestones = Milestones
report-medicines = Medicines
report-noted-on-days =
    { $n ->
        [one] noted on { $n } day
       *[other] noted on { $n } days
    }
report-last-on = last { $day }
report-measures = Tests and measures
report-first = first
report-last = last
report-value-on = { $value } ({ $day })
report-left-of-right = left { $percent } % of right
report-right-of-left = right { $percent } % of left
report-criteria = Criteria for the next phase
report-criterion-met = noted as met { $day }
report-criterion-open = open
report-questions = Questions
report-and-more = and { $n } more
report-shortened =
    { $n ->
        [one] { $n } text was shortened to fit and ends in “…”.
       *[other] { $n } texts were shortened to fit and end in “…”.
    }
report-private = For the writer and whoever treats them: private fields are in it (medicines, body weight, who gave treatments).
report-private-entries = The numbers of private entries count.

## The book

book-title-page = Title
book-cover = Cover
book-introduction = Introduction
book-landmarks = Places in the book
book-begin = Beginning
book-without-date = Without a date
book-no-entries = No public entry belongs here.
book-entries =
    { $n ->
        [one] { $n } entry
       *[other] { $n } entries
    }
book-of-site = From { $site }
book-access = The text is in reading order, with contents by chapter and entry. Each chart has its words beside it. Photos have the descriptions that their writer gave them.

## A new entry's file

# Comments in it, which no page shows. The first tells a file that nobody has written in yet.

new-unfilled = 0 to 10; what is left empty stays unknown.
new-next-day = The next day's score is added tomorrow.
new-distances = Distances in { $unit }; take the # off what you did.
new-as-on = As on { $day }: take the # off what you did again, and change what was different.
new-day = day { $n }
new-week = week { $n }
new-phase = phase { $name }
