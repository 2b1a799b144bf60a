# Die Wörter der Oberfläche auf Deutsch.

## Every page

skip-to-content = Zum Inhalt springen
nav-site = Website
journal = Tagebuch
record = Eine persönliche Aufzeichnung, kein medizinischer Rat.
record-note = Sie stellt keine Diagnose und sagt über niemandes Genesung etwas voraus. Fragen zu einer Verletzung gehören in eine Praxis.
fictional = Dies ist eine erfundene Vorführung.
fictional-note = Läuferin, Geschichte und alle Zahlen sind erfunden.
written-by = Geschrieben von { $author }.
made-with = Gemacht mit comeback; zum Lesen braucht es kein Skript, und diese Seite fragt sonst niemanden nach etwas.
nav-more = Mehr
to-top = Zum Seitenanfang
archive = Archiv
feeds = Feeds:
lessons-feed = { $site }: Erkenntnisse
numbers-files = Zahlen:

## No such page, and one that moved

not-found-name = Nicht gefunden
not-found-title = Diese Seite gibt es nicht
not-found = Vielleicht ist sie umgezogen, oder die Adresse enthält einen Tippfehler.
not-found-start = Hier beginnt das Tagebuch.
moved = Umgezogen
moved-to = Diese Seite steht { $here }.
moved-here = jetzt hier

## Words that several pages share

entries = Einträge
no-date = ohne Datum
day-number = Tag { $n }
draft = Entwurf
day = Tag
sets = Sätze
load = Last
pain = Schmerz
time = Zeit
cost = Kosten
sessions = Einheiten
exercises = Übungen
treatments = Behandlungen
lessons = Erkenntnisse
contents = Inhalt
chart = Diagramm
charts = Diagramme
in-figures = In Zahlen
span = { $from } bis { $to }
numbers-stand-for = Wofür die Zahlen stehen
data-table = Datentabelle
every-value = Jeder Wert, der aufgeschrieben wurde:
pager = Seiten der Liste
newer-entries = ← Neuere Einträge
older-entries = Ältere Einträge →
page-of = { $n } von { $last }
learned-in = Gelernt in { $entry }
week-from = Woche ab
run-in = Gelaufen, { $unit }
change = Änderung
also-in = Außerdem, { $unit }
pain-median = Schmerz, Median
days-scored = Tage mit Wert

## The archive

pain-before-score = Schmerz
all-years = Alle Jahre
years = Jahre
months = Monate
archive-scores = Die Zahl hinter einem Eintrag ist der stärkste Schmerz des Tages, 0–10; wo keine steht, wurde keiner notiert.
undated = Ohne Datum
neighbouring-years = Benachbarte Jahre

## An entry

changed = geändert am { $day }
draft-notice = Entwurf.
entry-not-published = Dieser Eintrag ist noch nicht veröffentlicht.
scheduled = Geplant.
entry-not-before = Dieser Eintrag erscheint nicht vor dem { $day }.
written-in-week = Geschrieben in Woche { $week }.
how-it-stands = Wie es jetzt steht →
pain-scale = Schmerz, 0–10
what-i-did = Was ich gemacht habe
ran = Gelaufen: { $distance }.
session = Einheit
distance = Strecke
effort = Anstrengung
exercise = Übung
treatment = Behandlung
the-day = Der Tag
the-story = Die Geschichte
minutes-to-read = { $n } min Lesezeit
what-it-taught = Was es lehrte
lessons-here =
    { $n ->
        [one] Die Erkenntnis hier
       *[other] Die Erkenntnisse hier
    }
lesson-number = Erkenntnis { $n }
three-weeks = Drei Wochen davor und danach
place-in-whole = Sein Platz im Ganzen →
tagged = Schlagwörter
neighbouring-entries = Benachbarte Einträge

## A series

series-part = Teil { $part } von { $count } von { $series }
parts-around = Die Teile um diesen herum
all-parts = Alle Teile

## Exercises and treatments

description-not-published = Diese Beschreibung ist noch nicht veröffentlicht.
all-exercises = Alle Übungen
day-by-day = Tag für Tag
verdict = Urteil
last-days = Die letzten Tage, die neuesten zuerst
older-days = Ältere Tage, die neuesten zuerst
older-days-rows =
    { $n ->
        [one] Ältere Tage, { $n } Zeile
       *[other] Ältere Tage, { $n } Zeilen
    }
last-done = zuletzt { $day }
treatments-caveat = Was eine Behandlung bewirkt hat, kann ein Tagebuch nicht sagen: Schmerz kommt und geht auch ohne sie.
helped = Geholfen
newest-first = { $name }, die neuesten zuerst
older-of = { $name }, ältere
older-rows =
    { $n ->
        [one] Ältere, { $n } Zeile
       *[other] Ältere, { $n } Zeilen
    }

## Home

entries-page = Einträge, Seite { $n } von { $last }
where-things-stand = Wie es steht, Stand { $day }
pain-and-distance = Schmerz und Laufumfang
latest-entry = Neuester Eintrag
latest-lessons = Neueste Erkenntnisse
entries-by-date = Alle Einträge nach Datum
lesson-on-day = Erkenntnis { $n } · Tag { $day }
learned-on = gelernt am { $day }
four-dots = Die vier Punkte sind der Schmerz davor, dabei, danach und am nächsten Tag, alle auf 0–10. Ein Fragezeichen: noch nicht bekannt.
no-entry-yet = Noch ist kein Eintrag veröffentlicht.

## Lessons

in-the-journal = Im Tagebuch
all-lessons = Alle Erkenntnisse
neighbouring-lessons = Benachbarte Erkenntnisse
learned-before = ← Davor gelernt
learned-after = Danach gelernt →

## What the numbers mean

numbers-intro = Wie jede Zahl dieses Tagebuchs entsteht und was sie nicht sagt. Nichts davon ist ein Rat.
does-not-say = Was sie nicht sagt.

## Pages

page-not-published = Diese Seite ist noch nicht veröffentlicht.

## Progress

progress = Verlauf
every-chart = Alle Diagramme des Tagebuchs.
every-chart-between = Alle Diagramme des Tagebuchs, { $from } bis { $to }.
what-numbers-mean = Was diese Zahlen bedeuten und was nicht
as-files = Als Dateien:
by-subject = Auch nach Thema
nothing-to-draw = Noch hat kein Tag einen Wert oder eine Strecke; es gibt nichts zu zeichnen.
week-by-week = Woche für Woche
last-weeks = Die letzten Wochen, die neuesten zuerst

## Setbacks

setbacks = Rückschläge
writers-words = Mit den Worten des Verfassers: { $cause }
came-before = Was vorher war
came-next = Was danach kam
before-is-not-because = „Was vorher war“ nennt den Tag selbst und die drei Tage davor. Was vorher kommt, ist nicht die Ursache.
pain-spike = Was eine Schmerzspitze ist
suspected = Was der Verfasser vermutete und wie oft
earlier-ones = Frühere, { $n }

## Tags

tags = Schlagwörter
search = Suche
tags-intro = Wovon die Einträge handeln.
all-tags = Alle Schlagwörter
tag-entries = { $entries }.
tag-entries-page = { $entries }, Seite { $n } von { $last }.

## The timeline

timeline = Zeitleiste
story-in-dates = Die Geschichte in Daten.
story-on = Die Geschichte in Daten: { $day }.
story-between = Die Geschichte in Daten, { $from } bis { $to }.
continued = fortgesetzt
since = Seit { $day }
number-in-chart = Die Nummer im Diagramm
number-in-chart-before = Nummer
number-in-chart-after = im Diagramm
in-entry = In { $entry }
