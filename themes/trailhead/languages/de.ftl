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
made-with = Gemacht mit comeback; zum Lesen braucht es kein Skript.
made-with-asks-nobody = Gemacht mit comeback; zum Lesen braucht es kein Skript, und diese Seite fragt sonst niemanden nach etwas.
menu = Menü
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
numbers-stand-for = Was die Nummern bedeuten
data-table = Datentabelle
every-value = Alle Werte:
pager = Seiten der Liste
newer-entries = ← Neuere Einträge
older-entries = Ältere Einträge →
page-of = { $n } von { $last }
learned-in = Gelernt in { $entry }
week-from = Woche ab
part-week = Teilwoche
run-in = Gelaufen, notiert, { $unit }
days-known = Tage bekannt
change = Änderung
also-in = Außerdem, { $unit }
pain-median = Schmerz, Median
days-scored = Tage mit Wert
entry-count =
    { $n ->
        [one] { $n } Eintrag
       *[other] { $n } Einträge
    }
count-in-words =
    { $n ->
        [1] eine
        [2] zwei
        [3] drei
        [4] vier
        [5] fünf
        [6] sechs
        [7] sieben
        [8] acht
        [9] neun
        [10] zehn
        [11] elf
        [12] zwölf
       *[other] { $n }
    }
span-days =
    { $n ->
        [one] { $n } Tag
       *[other] { $n } Tage
    }
span-weeks =
    { $n ->
        [one] { $n } Woche
       *[other] { $n } Wochen
    }
span-months =
    { $n ->
        [one] { $n } Monat
       *[other] { $n } Monate
    }
span-years =
    { $n ->
        [one] { $n } Jahr
       *[other] { $n } Jahre
    }
read-on = Weiterlesen
from-the-beginning = Von Anfang an lesen
pages = Seiten

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
of-ten = { $n } von 10
too-few = zu wenige, um etwas zu sagen

## The archive

pain-before-score = Schmerz
all-years = Alle Jahre
years = Jahre
months = Monate
archive-scores = Die Zahl neben einem Eintrag ist der stärkste Schmerz des Tages, 0–10. Keine Zahl: keiner wurde notiert.
undated = Ohne Datum
neighbouring-years = Andere Jahre
archive-entries =
    { $n ->
        [one] { $n } Eintrag.
       *[other] { $n } Einträge.
    }
archive-entries-on =
    { $n ->
        [one] { $n } Eintrag, { $day }.
       *[other] { $n } Einträge, { $day }.
    }
archive-entries-between =
    { $n ->
        [one] { $n } Eintrag, { $from } bis { $to }.
       *[other] { $n } Einträge, { $from } bis { $to }.
    }
archive-description = Alle Einträge von { $site } nach Datum. { $entries }
archive-year-description = Die Einträge von { $site } aus dem Jahr { $year }. { $entries }
archive-undated-description = Die Einträge von { $site } ohne Datum.

## An entry

changed = geändert am { $day }
draft-notice = Entwurf.
entry-not-published = Dieser Eintrag ist noch nicht veröffentlicht.
scheduled = Geplant.
entry-not-before = Dieser Eintrag erscheint am { $day }.
written-in-week = Geschrieben in Woche { $week }.
how-it-stands = Wie es jetzt steht →
how-it-stands-now = Wie es jetzt steht:
pain-scale = Schmerz, 0–10
what-i-did = Was ich gemacht habe
ran = Gelaufen: { $distance }.
ran-nothing = Kein Lauf.
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
lesson-link = Link zu dieser Erkenntnis:
lesson-number = Erkenntnis { $n }
three-weeks = Drei Wochen davor und danach
place-in-whole = Auf der ganzen Zeitleiste ansehen →
picture-to-send = Ein Bild zum Verschicken
picture-by-command = Ein Bild zum Verschicken:
tagged = Schlagwörter
neighbouring-entries = Voriger und nächster Eintrag
entry-week-day = Woche { $week } · Tag { $day }
entry-place = { $site } { $side }
entry-pain-before = davor { $score }
entry-pain-during = dabei { $score }
entry-pain-after = danach { $score }
entry-pain-next = am Tag danach { $score }
entry-pain-worst = im schlimmsten Moment { $score }
entry-pain-rest = in Ruhe { $score }
entry-pain-average = im Durchschnitt { $score }
entry-pain-settled = beruhigt nach { $hours } h
entry-days-around = Tage { $from }–{ $to }
entry-earlier = Früher
entry-alike = Einträge wie dieser
entry-also-tagged = auch mit dem Schlagwort { $tags }
entry-same-phase = in derselben Phase
entry-no-pain = an beiden Tagen kein Schmerz
entry-pain-low = an beiden Tagen Schmerz bis höchstens 3
entry-pain-middle = an beiden Tagen Schmerz zwischen 3 und 6
entry-pain-high = an beiden Tagen Schmerz über 6

## Comments

comments-count =
    { $n ->
        [one] { $n } Kommentar
       *[other] { $n } Kommentare
    }
comments-from-readers = Von Lesern
comments-none = Noch keine Kommentare
comments-closed = Die Kommentare sind geschlossen.
comments-leave = Einen Kommentar schreiben
comments-by-mail = Einen Kommentar per E-Mail senden
comments-or-by-mail = Oder per E-Mail senden
comments-subject = Kommentar zu „{ $title }“
comments-anonymous = Ohne Namen
comments-wrote-this = schreibt dieses Tagebuch
comments-reply-to = Antwort an { $name }
comments-reply-unseen = Antwort auf einen Kommentar, der nicht gezeigt wird
comments-to-whom = Antwort an
comments-to-entry = den Eintrag
comments-of = { $name }, { $day }
comments-text = Kommentar
comments-send = Kommentar senden
form-name = Name
form-mail-hidden = E-Mail (wird nicht gezeigt)
form-mail = E-Mail
form-page = Deine Seite
form-sends-to = Dieses Formular sendet, was du schreibst, an { $host }.
letter-mail = E-Mail für den Rundbrief
letter-subscribe = Abonnieren
contact-write = Eine Nachricht schreiben
contact-message = Nachricht
contact-send = Nachricht senden

## An entry: what was done

session-run = Lauf
session-walk = Gehen
session-walk-run = Gehen und Laufen
session-race = Wettkampf
session-bike = Rad
session-elliptical = Crosstrainer
session-swim = Schwimmen
session-aqua-jog = Aquajogging
session-anti-gravity = Laufband mit Entlastung
session-row = Rudern
session-strength = Kraft
session-mobility = Beweglichkeit
session-other = Anderes
session-planned = { $what } (geplant)
session-pain = Schmerz { $scores }
session-climbed = { $metres } m Anstieg
session-source = Quelle: { $name }
session-heart-rate = Puls { $beats }
session-carried = { $share } % des Gewichts abgenommen
score-before = { $score } davor
score-during = { $score } dabei
score-after = { $score } danach
score-next-day = { $score } am Tag danach
score-worst = { $score } im schlimmsten Moment
side-left = links
side-right = rechts
side-both = beidseitig
side-central = mittig
load-body-weight = Körpergewicht
load-band = Band, { $colour }
exercise-tempo = Tempo { $tempo }
exercise-effort = Anstrengung { $n }
exercise-reserve = { $n } in Reserve
exercise-helps = hilft
exercise-neutral = neutral
exercise-aggravates = reizt
treatment-by = bei { $name }
treatment-travel = { $time } hin und zurück
treatment-helped = es half
treatment-did-not-help = es half nicht
treatment-helped-unsure = nicht zu sagen, ob es half
money =
    { $currency ->
        [EUR] { $amount } €
        [GBP] { $amount } £
        [USD] { $amount } $
       *[other] { $amount } { $currency }
    }

## An entry: how the day was

noted-milestones =
    { $n ->
        [one] Meilenstein
       *[other] Meilensteine
    }
noted-criteria =
    { $n ->
        [one] Kriterium erfüllt
       *[other] Kriterien erfüllt
    }
noted-setback = Rückschlag, vermutete Ursache
noted-rest = Ruhe
noted-rest-yes = Nichts getan
noted-setback-and-flare = Rückschlag und Schub, vermutete Ursache
noted-flare = Schub
noted-flare-yes = An diesem Tag flammte der Schmerz auf.
noted-triggers =
    { $n ->
        [one] Auslöser
       *[other] Auslöser
    }
noted-mood = Stimmung
noted-energy = Energie
noted-stress = Stress
noted-confidence = Zuversicht
noted-sleep = Schlaf
noted-stiffness = Morgensteife
noted-resting-heart-rate = Ruhepuls
noted-a-minute = { $n }/min
noted-left = links { $n }
noted-right = rechts { $n }
noted-at-least = Ziel: mindestens { $n }
noted-at-most = Ziel: höchstens { $n }
noted-line = Ziel: { $n }
noted-more-better = mehr ist besser
noted-less-better = weniger ist besser
noted-function = Funktion
noted-body-weight = Körpergewicht
noted-medication = Medikamente
noted-advice = Rat
noted-advice-from = Rat, { $from }
noted-questions =
    { $n ->
        [one] Frage
       *[other] Fragen
    }

## An entry: its verdict

verdict-green = grün
verdict-amber = gelb
verdict-red = rot
verdict-grey = grau
verdict-said = gesagt
verdict-rule-mine = nach der Regel, die ich gesetzt habe
verdict-rule-of = nach der Regel { $whose }
verdict-rule-reading = so, wie comeback das Modell der Schmerzbeobachtung liest (38 Achillessehnen)
verdict-rule-reading-48 = so, wie comeback eine Regel von zwei Tagen liest
verdict-says-settled = Beruhigt: { $peak }, { $then }
verdict-says-unknown = Nicht bekannt, ob es sich beruhigte: { $peak }, und { $then }
verdict-says-peak = { $peak }, über der Obergrenze von { $limit }
verdict-says-start = Der Tag begann mit { $score }, über der Obergrenze von { $limit }
verdict-says-hours = Nicht beruhigt: { $peak }, und es brauchte { $hours } h, wo die Regel { $window } gibt
verdict-says-morning = Nicht beruhigt: { $peak }, { $then }, über { $limit }
verdict-says-rise = Nicht beruhigt: { $peak }, { $then }, wo { $usual } üblich war
verdict-says-rise-start = Nicht beruhigt: { $peak }, { $then }, wo der Tag mit { $usual } begann
verdict-says-said = Ein Rückschlag oder ein Schub, nach meinem eigenen Wort
verdict-then-hours = nach { $hours } h wieder wie davor
verdict-then-next = { $score } am nächsten Morgen
verdict-then-second = { $score } am zweiten Morgen
verdict-then-none = kein Wert vom nächsten Morgen
verdict-then-nothing = nichts, womit der nächste Morgen zu vergleichen ist

## Texts

text-note = Hinweis
text-tip = Tipp
text-important = Wichtig
text-warning = Warnung
text-caution = Vorsicht
text-table = Tabelle
text-done = Erledigt
text-to-do = Zu tun
text-footnotes = Fußnoten
text-footnote = Fußnote { $n }
text-back = Zurück zur Stelle { $n }
text-heading-link = Link zu dieser Überschrift
text-learned-here = hier gelernt

## A series

series-part = Teil { $part } von { $count } von { $series }
series = Reihe
parts-around = Die Teile um diesen herum

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
exercises-description = Die Übungen in { $site }, mit dem, was von jeder gemacht wurde.
exercises-intro =
    { $n ->
        [one] { $n } Übung, die häufigsten zuerst.
       *[other] { $n } Übungen, die häufigsten zuerst.
    }
exercises-none = noch in keinem Eintrag
exercise-days-on =
    { $n ->
        [one] { $n } Tag, { $day }
       *[other] { $n } Tage, { $day }
    }
exercise-days-between =
    { $n ->
        [one] { $n } Tag, { $from } bis { $to }
       *[other] { $n } Tage, { $from } bis { $to }
    }
exercise-times = { $verdict } { $n }×
exercise-asked =
    { $n ->
        [one] { $n } Tag in der Woche verordnet
       *[other] { $n } Tage in der Woche verordnet
    }
exercise-noted =
    { $known ->
        [one] { $asked }; notiert an { $noted } von { $known } bekannten Tag
       *[other] { $asked }; notiert an { $noted } von { $known } bekannten Tagen
    }
exercise-kept =
    { $weeks ->
        [one] { $noted }; { $done } von { $prescribed } in der { $weeks } Woche, von der genug bekannt ist
       *[other] { $noted }; { $done } von { $prescribed } in den { $weeks } Wochen, von denen genug bekannt ist
    }
exercise-beyond = { $kept }; { $n } darüber hinaus
exercise-description = Was von { $name } gemacht wurde, Tag für Tag.
exercise-never = Sie steht noch in keinem Eintrag.
exercise-done-on =
    { $n ->
        [one] Gemacht an { $n } Tag, { $day }.
       *[other] Gemacht an { $n } Tagen, { $day }.
    }
exercise-done-between =
    { $n ->
        [one] Gemacht an { $n } Tag, { $from } bis { $to }.
       *[other] Gemacht an { $n } Tagen, { $from } bis { $to }.
    }
further-rows =
    { $n ->
        [one] { $n } ältere Zeile steht nicht auf dieser Seite.
       *[other] { $n } ältere Zeilen stehen nicht auf dieser Seite.
    }
exercise-unlisted =
    { $n ->
        [one] { $n } Tag dieser Zahlen steht in einem Eintrag, der in keiner Liste ist.
       *[other] { $n } Tage dieser Zahlen stehen in Einträgen, die in keiner Liste sind.
    }
exercise-days = Tage
exercise-altogether = Insgesamt, soweit notiert
exercise-volume = { $weight } aus Sätzen × Wiederholungen × Last
exercise-held = { $n } s gehalten
exercise-by-side = Nach Seite
exercise-side =
    { $n ->
        [one] { $side }: { $n } Tag
       *[other] { $side }: { $n } Tage
    }
exercise-pain = Schmerz dabei
exercise-pain-once = { $score }, einmal notiert
exercise-pain-noted = Median { $median }, { $least } bis { $most }, { $n }-mal notiert; zuletzt { $last }
exercise-made-of-it = Mein Urteil
exercise-prescribed = Verordnet
exercise-first-said = zuerst: { $verdict }
exercise-from-to = von „{ $before }“ zu „{ $verdict }“
treatments-description = Die Behandlungen in { $site }, nach Art.
treatments-intro =
    { $n ->
        [one] { $n } Art von Behandlung, wie sie in den Einträgen steht.
       *[other] { $n } Arten von Behandlungen, wie sie in den Einträgen stehen.
    }
treatments-how-often = Wie oft
treatments-times-on = { $n }-mal, { $day }
treatments-times-between = { $n }-mal, { $from } bis { $to }
treatments-known = { $what }, bekannt von { $known } der { $n }
treatments-cost-known = bekannt von { $known } der { $n }
treatments-on-the-way = { $time } unterwegs
treatments-by = Bei
treatments-before-after = Schmerz kurz davor und danach
treatments-medians = Median { $before } davor, { $after } danach, beides { $n }-mal notiert
treatments-did-it-help = Half es? Nach den Worten des Verfassers
treatments-helped =
    { $answer ->
        [yes] ja ×{ $n }
        [no] nein ×{ $n }
       *[unsure] nicht zu sagen ×{ $n }
    }
treatments-around = Schmerz an den Tagen darum herum (kein Beleg einer Wirkung)
treatments-around-medians =
    { $days ->
        [one] Median { $before } in den 7 Tagen davor, { $after } in den 7 Tagen danach, bei { $n } von { $days } Tag; in einer Woche ändert sich vieles, und behandelt wird oft, wenn es am meisten schmerzt
       *[other] Median { $before } in den 7 Tagen davor, { $after } in den 7 Tagen danach, bei { $n } von { $days } Tagen; in einer Woche ändert sich vieles, und behandelt wird oft, wenn es am meisten schmerzt
    }
treatments-around-few =
    zu wenige, um etwas zu sagen: { $n } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } mit 4 Tagen mit Wert auf beiden Seiten, und ein Median braucht 8
exercise-first-and-last = Zuerst und zuletzt
exercise-on-day = { $day }: { $what }
exercise-on-day-not-noted = { $day }: nicht notiert

## Home

entries-page = Einträge, Seite { $n } von { $last }
where-things-stand = Wie es steht, Stand { $day }
latest-entry = Neuester Eintrag
latest-lessons = Neueste Erkenntnisse
entries-by-date = Alle Einträge nach Datum
lesson-on-day = Erkenntnis { $n } · Tag { $day }
learned-on = gelernt am { $day }
four-dots = Die vier Punkte sind der Schmerz davor, dabei, danach und am nächsten Tag, alle auf 0–10. Ein Fragezeichen: noch nicht bekannt.
no-entry-yet = Noch gibt es keinen Eintrag. Der Befehl comeback new beginnt einen, und comeback log nimmt einen Tag in einer Zeile auf.
home-page = Seite { $n }
home-all-lessons =
    { $n ->
        [1] Die Erkenntnis, mit dem, was aus ihr wurde
       *[other] Alle { $count } Erkenntnisse, mit dem, was aus ihnen wurde
    }
home-days =
    { $n ->
        [one] { $n } Tag
       *[other] { $n } Tage
    }
home-running-since = läuft wieder seit dem { $day }
home-back-since = zurück seit dem { $day }
introduction = Einleitung
phase = Phase
home-since = seit dem { $day }
home-pain-down = weniger als die { $score } der 28 Tage davor ({ $n } mit Wert)
home-pain-up = mehr als die { $score } der 28 Tage davor ({ $n } mit Wert)
home-pain-same = unverändert: { $score } in den 28 Tagen davor ({ $n } mit Wert)
home-pain-before = { $n } der 28 Tage davor mit Wert
home-median = Median, 0–10
home-logged = { $n } von 7 Tagen mit Wert
home-last-score = Letzter Schmerzwert
home-score-on = 0–10, am { $day }
home-median-from = { $n } von 7 Tagen mit Wert; ab { $least } steht hier ihr Median
home-run = Diese Woche gelaufen
home-whole-week = eine ganze Woche
home-part-week = bisher { $n } von 7 Tagen
home-run-less = letzte Woche { $distance }
home-run-more = letzte Woche waren es { $distance }
home-run-same = so viel wie letzte Woche
home-streak = Schmerzfreie Läufe in Folge
home-streak-most = bisher höchstens { $n }
home-streak-days = schmerzfreie Tage in Folge: jetzt { $now }, bisher höchstens { $longest }
home-milestone = Letzter Meilenstein
home-milestone-number = Nummer { $n } auf der Zeitleiste

## The writer’s own words

own-words-by = Mit den Worten des Verfassers.
own-words-by-author = Mit den Worten von { $author }.
own-words-link = { $title }, mit den Worten des Verfassers
own-words-link-author = { $title }, mit den Worten von { $author }
own-words-written = Geschrieben am { $day }.
own-words-written-last = Geschrieben am { $day }, dem Tag des letzten Eintrags.
own-words-written-before = Geschrieben am { $day }, { $span } vor dem letzten Eintrag.
own-words-written-after = Geschrieben am { $day }, { $span } nach dem letzten Eintrag.
own-words-entries-since =
    { $n ->
        [one] Seither kam ein Eintrag dazu.
       *[other] Seither kamen { $n } Einträge dazu.
    }
own-words-setback =
    { $n ->
        [one] Das Tagebuch erzählt seither von einem Rückschlag oder Schub, am { $day }.
       *[other] Das Tagebuch erzählt seither von { $n } Rückschlägen oder Schüben, zuletzt am { $day }.
    }

## Lessons

in-the-journal = Im Tagebuch
all-lessons = Alle Erkenntnisse
neighbouring-lessons = Vorige und nächste Erkenntnis
learned-before = ← Davor gelernt
learned-after = Danach gelernt →
lesson-state-new = Neu
lesson-state-confirmed = Wieder bewährt
lesson-state-revised = Überarbeitet
lesson-state-taken-back = Zurückgenommen
lesson-confirmed-times = Wieder bewährt ×{ $n }
lesson-also-confirmed = wieder bewährt ×{ $n }
lesson-also-revised = überarbeitet ×{ $n }
lesson-also-taken-back = zurückgenommen ×{ $n }
lesson-confirmed =
    { $n ->
        [1] wieder bewährt
       *[other] zum { $n }. Mal wieder bewährt
    }
lesson-revised =
    { $n ->
        [1] überarbeitet
       *[other] zum { $n }. Mal überarbeitet
    }
lesson-taken-back = zurückgenommen
lesson-first-written = Zuerst aufgeschrieben
lesson-retracted = Zurückgenommen: { $title }
lesson-retracted-later = später zurückgenommen
lesson-told-in = { $what } in { $entry }
lesson-described =
    { $state ->
        [new] Erkenntnis { $n } von { $site }: neu.
        [confirmed] Erkenntnis { $n } von { $site }: wieder bewährt ×{ $times }.
        [revised] Erkenntnis { $n } von { $site }: überarbeitet.
       *[other] Erkenntnis { $n } von { $site }: zurückgenommen.
    }
lesson-days = { $before } in den 14 Tagen davor, { $after } in den 14 von da an
lesson-days-median = Median { $score } ({ $n } mit Wert)
lesson-days-few = zu wenige, um etwas zu sagen ({ $n } mit Wert)
lessons-things =
    { $n ->
        [1] Eine Sache, die ich gelernt habe
        [2] Zwei Dinge, die ich gelernt habe
        [3] Drei Dinge, die ich gelernt habe
        [4] Vier Dinge, die ich gelernt habe
        [5] Fünf Dinge, die ich gelernt habe
        [6] Sechs Dinge, die ich gelernt habe
        [7] Sieben Dinge, die ich gelernt habe
        [8] Acht Dinge, die ich gelernt habe
        [9] Neun Dinge, die ich gelernt habe
        [10] Zehn Dinge, die ich gelernt habe
        [11] Elf Dinge, die ich gelernt habe
        [12] Zwölf Dinge, die ich gelernt habe
       *[other] { $n } Dinge, die ich gelernt habe
    }
lessons-intro = { $things }.
lessons-intro-with = { $things }, { $parts }.
lessons-confirmed = { $count } später wieder bewährt
lessons-revised = { $count } überarbeitet
lessons-taken-back = { $count } zurückgenommen
lessons-some = Erkenntnisse: { $name }
lessons-some-of = { $n } von { $all }.
lessons-description = { $title }. { $intro }
lessons-others = Andere
lessons-all = Alle
lessons-by-state = Nach Stand
lessons-by-theme = Nach Thema
lessons-filters = Ein Teil der Erkenntnisse
lessons-top = Die wichtigsten { $n }
lessons-charts = Die kleinen Diagramme zeigen den stärksten Schmerz jedes Tages, 0–10, in den vierzehn Tagen, bevor eine Erkenntnis zum ersten Mal aufgeschrieben wurde, und in den vierzehn von da an, jeweils mit dem Median. Sie zeigen, was damals war, nicht, dass die Erkenntnis es bewirkte.

## What the numbers mean

numbers-intro = Wie jede Zahl dieses Tagebuchs entsteht und was sie nicht sagt. Nichts davon ist ein Rat.
does-not-say = Was sie nicht sagt.
numbers-name = Was diese Zahlen bedeuten und was nicht
numbers-description = Wie jede Zahl dieses Tagebuchs entsteht, woher sie kommt und was sie nicht sagt.
numbers-coverage = Abdeckung
numbers-coverage-is = Auf wie vielen Tagen eine Zahl beruht, von wie vielen möglichen: „5 von 7 Tagen“. Ein Tag, zu dem niemand etwas aufschrieb, ist unbekannt, nie null. Wo es zu wenige Tage sind, steht statt der Zahl ein Strich.
numbers-coverage-not = Tage fehlen nicht zufällig: Manche schreiben, wenn es schmerzt, andere, wenn es nicht schmerzt.
numbers-pain = Schmerz eines Tages
numbers-pain-is = Der eigene Schmerz jedes Tages: das Größte von dem, was als Schlimmstes, davor, dabei und danach getippt wurde, in allen Einträgen und Einheiten des Tages. Wie der nächste Morgen war, gehört nicht dazu; ein Tag, von dem nur der Morgen bekannt ist, ist ein hohler Punkt.
numbers-pain-not = Er vergleicht eine Person mit sich selbst. Die 4 zweier Menschen ist nicht dieselbe.
numbers-median = Median einiger Tage
numbers-median-is = Der mittlere Wert der Tage, die einen haben. Die letzten 7 Tage brauchen 4 davon, die 28 Tage davor 10. Die Linie in den Diagrammen ist der Median der 7 Tage, die mit dem jeweiligen Tag enden.
numbers-median-not = Er verdeckt den schlimmsten Tag; darum sind auch die Tage selbst gezeichnet.
numbers-change = Veränderung gegen einen Maßstab
numbers-change-is = Der Median der ersten 7 Tage gegen den der letzten 7, beide mit mindestens 4 Werten. Zwei Punkte oder mehr und 30 % oder mehr: deutlich. Eines von beiden: grenzwertig. Keines: unter dem Maßstab.
numbers-change-not = Der Maßstab stammt von 2.724 Menschen in zehn Arzneimittelstudien zu anderen Krankheiten, nicht von den Sehnen von Läufern.
numbers-trend = Später gegen früher
numbers-trend-is = Der Median der letzten 21 Tage mit einem Wert, und der 21 Tage davor; jeder braucht 8 Werte.
numbers-trend-not = Er sagt, wohin der Schmerz ging, und nichts darüber, wohin er von da an geht. Eine Steigung gibt es nicht: Bei ganzen Zahlen, die in sechs Wochen um eins fallen, ist sie meistens 0.
numbers-streaks = In Folge ohne Schmerz
numbers-streaks-is = Tage in Folge mit dem Wert 0; wo ein Tag keinen hat, steht sein Morgen dafür, und ein Tag ohne beides beendet die Folge. Bei Läufen die Tage mit einem Lauf in Folge, an denen er als 0 empfunden wurde, dabei, danach oder am schlimmsten; Tage mit einem Lauf ohne solchen Wert werden übergangen.
numbers-streaks-not = Eine Folge, die endet, ist kein Scheitern, und eine lange ist kein Ziel.
numbers-verdict = ● grün, ▲ gelb, ■ rot, ○ grau, ◆ gesagt
numbers-verdict-is = Ohne Regel in den Einstellungen wird kein Tag beurteilt. Mit einer wird ein Tag, an dem etwas getan und empfunden wurde, mit der Regel verglichen, die an ihm gilt. Rot: dabei oder danach über der Obergrenze; ein Beginn darüber; mehr Stunden bis zur Beruhigung, als die Regel gibt; oder ein nächster Morgen über der Grenze der Regel, oder weiter als ihre Toleranz über dem Üblichen (dem Median der Morgen der 14 Tage davor, wo 7 bekannt sind, sonst wie der Tag begann). Grau: Es ist nicht bekannt. Gelb: beruhigt und über der unteren Grenze. Grün: beruhigt und höchstens so viel. Eine Regel von 48 Stunden sieht auf den zweiten Morgen, wo sich der erste nicht beruhigt hat. Wo mehrere Stellen einen Wert haben, wird jede für sich beurteilt, und das schlechteste Urteil zählt. Ein Tag, der als Rückschlag oder Schub bezeichnet wird, hat keine Farbe: Das eigene Wort steht.
numbers-verdict-not = Es vergleicht Werte mit einer Regel, die jemand gewählt hat. In der Studie hinter der Regel von 5 erging es 38 Menschen mit schmerzender Achillessehne, die mit Schmerz weiterliefen, nicht schlechter als mit sechs Wochen Ruhe; sie zeigte nicht, dass Laufen hilft. Die Farben, die Grenze von 3 und der Vergleich mit den Morgen davor stehen nicht in der Studie. Wo sich gar nichts ändert, lässt allein der Zufall etwa jeden zehnten Tag unberuhigt.
numbers-mornings = Morgen einer Woche
numbers-mornings-is = Der Median dessen, wie die Tage begannen, in Wochen mit mindestens 4 Morgen: was der Tag davor über seinen nächsten Tag sagt, sonst der eigene Wert des Tages von davor. Ein Anstieg wird genannt, wo eine Woche und die davor beide mindestens 2 Punkte über der Mitte der vier Wochen davor liegen.
numbers-mornings-not = Ein Anstieg kann viele Ursachen haben; hier wird keine genannt. Durch Zufall allein zeigt höchstens eines von fünfzig Tagebüchern über vier Monate einen.
numbers-distance = Strecke einer Woche und ihre Änderung
numbers-distance-is = Gelaufene Meter, die notiert wurden, mit Geh-Läufen, Rennen und Kilometern ohne Einheit. Andere Arten werden nie dazugezählt. Was nicht aufgeschrieben wurde, ist nicht dabei: Die bekannten Tage stehen daneben. Die Änderung ist gegen die Woche davor, und nur, wo von allen vierzehn Tagen bekannt ist, was gelaufen wurde.
numbers-distance-not = Eine Regel von zehn Prozent in der Woche machte bei den Verletzungen von Anfängern keinen Unterschied, und bei 5.205 Läufern hatte der Schritt von Woche zu Woche keinen Zusammenhang mit ihnen.
numbers-load = Last
numbers-load-is = Anstrengung von 0 bis 10 mal Minuten, summiert über die Einheiten eines Tages. Sie ist nur bekannt, wo jede Einheit des Tages beides hat; 0, wo notiert ist, dass nichts getan wurde; unbekannt, wo niemand etwas aufschrieb.
numbers-load-not = Eine Stunde mit 5 und eine halbe mit 10 wiegen hier gleich viel, auf einer Sehne vielleicht nicht.
numbers-monotony = Monotonie und Beanspruchung
numbers-monotony-is = Der Mittelwert der sieben Tageslasten einer Woche durch ihre Standardabweichung (der Grundgesamtheit), und die Last der Woche mal diese Zahl. Nur wo alle sieben Tage bekannt sind und sich unterscheiden. Sie stehen in der Ausgabe des Befehls, nicht auf Seiten.
numbers-monotony-not = In einer Genesung mit vielen Ruhetagen ist sie immer niedrig. Die Grenzen in der Studie waren für jeden Sportler eigene.
numbers-spikes = Schmerzspitzen
numbers-spikes-is = Zwei Tage in Folge mindestens 2 Punkte über dem Median der 14 Tage davor, von denen mindestens 7 einen Wert haben. Eine Spitze endet vor den ersten zwei Tagen in Folge, die höchstens 1 Punkt über diesem Median liegen; wo diese nicht in 28 Tagen kommen, oder erst nach fünf Tagen ohne Wert, ist ihr Ende nicht bekannt.
numbers-spikes-not = Sie ist berechnet. Ein Schub ist, was im Tagebuch so heißt, und bei Menschen mit Rückenschmerzen waren die meisten Tage, die sie so nannten, keine Tage mit mehr Schmerz als im Durchschnitt.
numbers-longer-runs = Läufe, die länger waren als zuvor
numbers-longer-runs-is = Ein einzelner Lauf gegen den längsten der 30 Tage davor: klein ab mehr als einem Zehntel länger, mittel ab mehr als 30 %, groß ab mehr als doppelt so lang. Verglichen werden ganze Meter. Ohne Lauf in diesen Tagen, oder wo von weniger als 15 von ihnen bekannt ist, was gelaufen wurde, gibt es nichts zu vergleichen.
numbers-longer-runs-not = Eine Beobachtung an gesunden Läufern, in der es der mittleren Gruppe nicht schlechter erging als der ersten. Sie wurde nicht mit Menschen auf dem Weg zurück gemacht.
numbers-acwr = Verhältnis von akut zu chronisch
numbers-acwr-is = Die letzten 7 Tage durch die letzten 28. Es gibt drei Arten, es zu rechnen, und sie widersprechen sich. Drei Wochen mit 5 km am Tag und dann 5, 0, 8, 0, 5, 0 und 10 km: 0,8421, wo die 28 Tage die 7 enthalten, 0,8000 durch die 21 Tage davor, 1,0142 mit gewichteten Mitteln. Dieselbe Person am selben Tag, auf beiden Seiten von 1. Es steht in der Ausgabe des Befehls, nicht auf Seiten.
numbers-acwr-not = Es hat keinen guten Bereich. Durch eine Konstante oder durch Zufall zu teilen, taugte ebenso viel, und nach einer Pause ist sein Nenner fast nichts, sodass es gerade dann explodiert, wenn jemand zurückkommt.
numbers-lag = Wie der nächste Morgen war
numbers-lag-is = Zu jeder Art dessen, was getan wurde, wie oft der nächste Morgen niedriger, gleich oder höher war als der eigene des Tages. Unter 5 solchen Tagen wird nichts gesagt; eine Phase mit 10 von ihnen hat eine eigene Zeile. Tage, denen einer der beiden Morgen fehlt, sind für sich gezählt.
numbers-lag-not = Es ist keine Ursache und keine Korrelation. Die Tage wurden nicht ausgelost: An guten geht man eher hinaus. Früher standen hier Korrelationen; in gemachten Tagebüchern, in denen das Getane nichts mit dem Schmerz zu tun hat, zeigten 52 % eine, weil beide der Erholung folgen. Darum gibt es sie nicht mehr.
numbers-exercises = Übungen, und was verordnet war
numbers-exercises-is = Volumen ist Sätze × Wiederholungen × Kilogramm, beide Seiten zählen doppelt; Gehaltenes in Sekunden. Körpergewicht und Bänder wiegen unbekannt viel, sie zählen also nichts dazu. Vom Verordneten zählt jede ganze Woche höchstens, was für sie verordnet war; Wochen verordneter Ruhe bleiben weg, und Wochen, von denen weniger als fünf Tage bekannt sind; wo das mehr als die Hälfte der Wochen ist, wird kein Anteil genannt.
numbers-exercises-not = Wenn die Last steigt, werden die Wiederholungen weniger, sodass der Umfang fallen kann, während die Kraft zunimmt.

## Pages

page-not-published = Diese Seite ist noch nicht veröffentlicht.

## Progress

progress = Verlauf
every-chart = Das Tagebuch in Diagrammen.
every-chart-between = Das Tagebuch in Diagrammen, { $from } bis { $to }.
what-numbers-mean = Was diese Zahlen bedeuten und was nicht
as-files = Herunterladen:
by-subject = Mehr nach Thema
nothing-to-draw = Noch hat kein Tag einen Wert oder eine Strecke; es gibt nichts zu zeichnen.
week-by-week = Woche für Woche
last-weeks = Die letzten Wochen, die neuesten zuerst
progress-description = Alle Diagramme von { $site }: Schmerz nach Tagen, Strecke nach Wochen, Übungen und Behandlungen.
progress-coverage =
    { $scored ->
        [one]
            { $days ->
                [one] { $scored } von { $days } Tag hat einen Schmerzwert.
               *[other] { $scored } von { $days } Tagen hat einen Schmerzwert.
            }
       *[other]
            { $days ->
                [one] { $scored } von { $days } Tag haben einen Schmerzwert.
               *[other] { $scored } von { $days } Tagen haben einen Schmerzwert.
            }
    }
progress-injury-over = Vom { $first } bis zum { $last }.
progress-injury-until = Bis zum { $day }.
progress-injury-relapse = Ein Rückfall: { $name }.
progress-injury-baseline = Davor { $distance } Laufen in der Woche.
progress-operation = { $day }: { $label } (Operation).
progress-injury-since = Seit { $day }.
progress-diagnosis = { $day }: { $label }.
progress-listed-above = Sie stehen unter dem ersten Diagramm.
progress-phases = Phasen
progress-then = Damals und jetzt
progress-calendar = Kalender
progress-distance = Laufen und Gehen
progress-strength = Kraft
progress-measures = Messwerte
progress-points = Davor und danach
progress-mornings = Der nächste Morgen
progress-physio = Für die Physio

## Criteria

criteria = Kriterien
criteria-lead = Was vor jeder nächsten Phase zu sehen sein sollte. Erfüllt ist ein Kriterium, wenn ein Eintrag es sagt, und bis dahin offen.
criteria-of-no-phase = Ohne Phase
criterion-met = Kriterium erfüllt
criterion-met-on = erfüllt am { $day }
criterion-open = offen
criterion-by = Gesetzt von { $by }
criterion-said = { $text } (gesetzt von { $by })

## Progress: the course in figures

course-last-days = Schmerz, letzte 7 Tage
course-days-before = Die 28 Tage davor
course-of-days = { $n } von { $days } Tagen
course-median = Median { $score }
course-change = Von den ersten 7 Tagen zu den letzten
course-change-days = { $from } und { $to } von 7 Tagen
course-change-none = beide Male { $score }
course-change-down = { $from } auf { $to }, { $points } weniger: { $tier }
course-change-down-percent = { $from } auf { $to }, { $points } weniger, { $percent } %: { $tier }
course-change-up = { $from } auf { $to }, { $points } mehr: { $tier }
course-change-up-percent = { $from } auf { $to }, { $points } mehr, { $percent } %: { $tier }
course-clear = deutlich
course-borderline = grenzwertig
course-below = unter dem Maßstab
course-later = Die letzten 21 Tage
course-earlier = Die 21 Tage davor
course-days-without = Schmerzfreie Tage in Folge
course-row = jetzt { $now }, höchstens { $longest }
course-scored = { $n } von { $days } Tagen mit Wert
course-runs-without = Schmerzfreie Läufe in Folge
course-run-days =
    { $n ->
        [one] { $n } Tag mit einem Lauf
       *[other] { $n } Tage mit einem Lauf
    }
course-mornings = Morgen der letzten Woche mit mindestens vieren
course-mornings-risen = { $median }; diese Woche und die davor liegen zwei Punkte oder mehr über den vier davor
course-mornings-days = Woche ab { $week }: { $n } von 7 Morgen
course-runs-settled = Läufe in Folge, die sich beruhigten
course-verdicts = Die Tage nach der Regel
course-verdict-days =
    { $n ->
        [one] { $n } Tag mit einem Wert dabei oder danach
       *[other] { $n } Tage mit einem Wert dabei oder danach
    }
course-spikes = Schmerzspitzen
course-spike =
    { $days ->
        [one] { $day }, { $days } Tag ({ $known } mit Wert), von { $base } bis auf { $peak }
       *[other] { $day }, { $days } Tage ({ $known } mit Wert), von { $base } bis auf { $peak }
    }
course-spike-so-far =
    { $days ->
        [one] { $day }, { $days } Tag ({ $known } mit Wert) ohne bekanntes Ende, von { $base } bis auf { $peak }
       *[other] { $day }, { $days } Tage ({ $known } mit Wert) ohne bekanntes Ende, von { $base } bis auf { $peak }
    }
course-no-spikes = keine
course-all-spikes = { $n }: { $spikes }
course-last-spikes = { $n }, die letzten { $told }: { $spikes }
course-longer = Läufe, länger als in den 30 Tagen davor
course-runs =
    { $n ->
        [one] { $n } Lauf
       *[other] { $n } Läufe
    }
course-bands = { $small } wenig, { $moderate } mäßig, { $large } viel
course-bands-last = { $bands }; zuletzt am { $day }
course-weeks =
    { $n ->
        [one] { $year }: { $n } Woche
       *[other] { $year }: { $n } Wochen
    }
course-other =
    { $kind ->
        [walk] { $distance } gegangen
        [walk-run] { $distance } gegangen und gelaufen
        [race] { $distance } im Wettkampf
        [bike] { $distance } Rad
        [elliptical] { $distance } Crosstrainer
        [swim] { $distance } geschwommen
        [aqua-jog] { $distance } Aquajogging
        [alter-g] { $distance } auf dem Laufband mit Entlastung
        [row] { $distance } gerudert
        [strength] { $distance } Kraft
        [mobility] { $distance } Beweglichkeit
        [run] { $distance } gelaufen
       *[other] { $distance } anderes
    }
course-of-week = { $n } von { $days }

## Setbacks

setbacks = Rückschläge
writers-words = Mit den Worten des Verfassers: { $cause }
came-before = Was vorher war
came-next = Was danach kam
before-is-not-because = „Was vorher war“ nennt den Tag selbst und die drei Tage davor. Was vorher kommt, ist nicht die Ursache.
pain-spike = Was eine Schmerzspitze ist
suspected = Was der Verfasser vermutete und wie oft
earlier-ones = Frühere, { $n }
setbacks-description = Rückschläge, Schübe und Schmerzspitzen in { $site }.
setbacks-none = In diesem Tagebuch gibt es keinen Rückschlag, keinen Schub und keine Schmerzspitze.
setbacks-intro = { $n }-mal ging es in die andere Richtung: { $parts }. Rückschläge und Schübe sind, was im Tagebuch so heißt; Schmerzspitzen sind berechnet. Was auf dieselben Tage fiel, steht nur einmal da.
setbacks-setbacks =
    { $n ->
        [one] { $n } Rückschlag
       *[other] { $n } Rückschläge
    }
setbacks-flares =
    { $n ->
        [one] { $n } Schub
       *[other] { $n } Schübe
    }
setbacks-spikes =
    { $n ->
        [one] { $n } Schmerzspitze
       *[other] { $n } Schmerzspitzen
    }
setbacks-setback = Rückschlag
setbacks-flare = Schub
setbacks-spike = Schmerzspitze
setbacks-quoted = „{ $cause }“
setbacks-spike-lasted =
    { $days ->
        [one] die Spitze dauerte { $days } Tag
       *[other] die Spitze dauerte { $days } Tage
    }
setbacks-not-over =
    { $days ->
        [one] nach { $days } Tag nicht vorbei
       *[other] nach { $days } Tagen nicht vorbei
    }
setbacks-peak = höchstens Schmerz { $peak }, von einem Median von { $base } davor
setbacks-few = zu wenige Werte in den 14 Tagen davor, oder keine von diesem Tag an, um zu sagen, wie lange es dauerte
setbacks-stayed = der Schmerz blieb innerhalb von 1 Punkt um das, was er gewesen war
setbacks-back-within =
    { $days ->
        [one] nach { $days } Tag wieder innerhalb von 1 Punkt um das, was der Schmerz gewesen war
       *[other] nach { $days } Tagen wieder innerhalb von 1 Punkt um das, was der Schmerz gewesen war
    }
setbacks-not-back = noch nicht zwei Tage in Folge wieder innerhalb von 1 Punkt um das, was der Schmerz gewesen war
setbacks-ran-again = wieder so weit gelaufen wie in der Woche davor: am { $day }
setbacks-trigger = möglicher Auslöser, nach den Worten des Verfassers: { $trigger }
setbacks-later =
    { $days ->
        [one] { $days } Tag später
       *[other] { $days } Tage später
    }
setbacks-times = { $n }-mal
setbacks-earlier = Früher, { $n }

## Tags

tags = Schlagwörter
search = Suche
tags-intro = Wovon die Einträge handeln.
all-tags = Alle Schlagwörter
tag-entries =
    { $n ->
        [one] { $n } Eintrag.
       *[other] { $n } Einträge.
    }
tag-entries-page =
    { $entries ->
        [one] { $entries } Eintrag, Seite { $n } von { $last }.
       *[other] { $entries } Einträge, Seite { $n } von { $last }.
    }
tags-description = Wovon die Einträge von { $site } handeln.
tag-title-page = { $tag }, Seite { $n }
tag-description =
    { $n ->
        [one] { $n } Eintrag zu { $tag } in { $site }.
       *[other] { $n } Einträge zu { $tag } in { $site }.
    }

## Lists of entries

card-run-km = km gelaufen
card-run-mi = mi gelaufen
card-walk-km = km gegangen
card-walk-mi = mi gegangen

## Feeds

feed-tag-title = { $site }: { $tag }
feed-tag = Die Einträge zu { $tag } in { $site }.
feed-beginning = Neu hier? Die Geschichte beginnt mit { $entry }.
feed-chart = Diagramm: { $says }
feed-chart-page = Auf der Seite ansehen
feed-lessons = Was { $site } lehrte und was daraus wurde.
feed-lesson =
    { $state ->
        [new] Erkenntnis { $n }: neu.
        [confirmed] Erkenntnis { $n }: wieder bewährt ×{ $times }.
        [revised] Erkenntnis { $n }: überarbeitet.
       *[other] Erkenntnis { $n }: zurückgenommen.
    }
feed-told-on = { $what } in { $entry }, { $day }
feed-learned = Gelernt

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

### Charts

chart-coverage-later = { $coverage } ({ $n } davon später aufgeschrieben)
chart-coverage-mornings = { $scored }, an { $n } weiteren nur der Morgen
chart-pain-spans = Helle Balken sind ein Wert für mehrere Tage; sie gehen in keinen Median ein.
chart-hollow = Ein hohler Punkt: nur der Morgen ist bekannt.
chart-crossed = Ein durchgestrichener Punkt: ein Schmerzmittel wurde notiert.
chart-coverage =
    { $n } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } mit { $noted ->
        [score] Wert
       *[entry] notiertem Tun
    }
chart-few =
    { $n ->
        [0] null
        [1] ein
        [2] zwei
        [3] drei
        [4] vier
        [5] fünf
        [6] sechs
        [7] sieben
        [8] acht
        [9] neun
        [10] zehn
        [11] elf
        [12] zwölf
        [13] dreizehn
        [14] vierzehn
        [15] fünfzehn
        [16] sechzehn
        [17] siebzehn
        [18] achtzehn
        [19] neunzehn
        [20] zwanzig
       *[other] { $n }
    }
chart-line = { $value }: { $label }
chart-mark =
    { $kind ->
        [setback] Rückschlag
       *[milestone] Meilenstein
    }, { $day }
chart-on-small = ({ $n } auf kleinen Bildschirmen)
chart-more-marks =
    { $n ->
        [one] und eines mehr
       *[other] und { $n } mehr
    }
chart-thousands = k
chart-setback = Rückschlag: { $cause }
chart-no-pain = An diesen Tagen kein Schmerz notiert
chart-worst = 10: am stärksten
chart-median-of-days = Median aus { $n }{"\u00A0"}Tagen
chart-hatched = schraffiert, wo { $gap } Tage oder mehr keinen haben
chart-dashed-line = Die gestrichelte Linie: { $line }.
chart-range = von { $least } bis { $worst }
chart-milestones =
    { $n ->
        [one] { $n } Meilenstein
       *[other] { $n } Meilensteine
    } markiert.
chart-days =
    { $n ->
        [one] { $n } Tag
       *[other] { $n } Tage
    }
chart-week-of = Woche ab
chart-part-week = { $day }, Teilwoche
chart-days-logged = Erfasste Tage
chart-median = Median
chart-unit-load = Anstrengung × min
chart-work =
    { $work ->
        [pain] stärkster Schmerz
        [run] Laufstrecke
        [walk] Gehstrecke
        [distance] Gesamtstrecke
       *[load] Belastung
    }
chart-ceiling-own = meine Grenze
chart-ceiling-reading = Grenze, wie comeback das Modell liest
chart-ceiling = die Grenze { $whose }
chart-no-day = Kein Tag zu zeigen: In diesem Zeitraum liegt kein Eintrag mit Datum.

# Headings of charts: at most twelve words, and no coverage

chart-length =
    { $unit ->
        [day] { $n ->
            [one] einem Tag
           *[other] { $count } Tagen
        }
        [week] { $n ->
            [one] einer Woche
           *[other] { $count } Wochen
        }
        [month] { $n ->
            [one] einem Monat
           *[other] { $count } Monaten
        }
       *[year] { $n ->
            [one] einem Jahr
           *[other] { $count } Jahren
        }
    }
chart-head-no-day = Kein Tag zu zeigen
chart-head-few = Zu wenige Tage für eine Aussage
chart-head-pain-one = Bisher ein Wert: { $score }
chart-head-pain =
    { $way ->
        [down] Von { $opening } auf { $closing } in { $length }
        [up] Von { $opening } auf { $closing } in { $length }
        [same] Unverändert bei { $closing } nach { $length }
        [short] Um { $closing } in { $length }
        [last] Um { $closing } in der letzten Woche
        [first] Um { $opening } in der ersten Woche
       *[few] Zu wenige Tage für eine Aussage
    }{ $spiked ->
        [yes] , Spitze im { $month }{ $dated ->
            [yes] {" "}{ $year }
           *[no] {""}
        }
       *[no] {""}
    }
chart-head-points =
    { $n ->
        [0] Am nächsten Tag nie höher
        [one] Am nächsten Tag einmal höher
       *[other] Am nächsten Tag { $n }-mal höher
    }
chart-head-no-distance = Keine Strecke notiert
chart-head-few-weeks = { $total } { $unit } notiert
chart-head-weeks =
    { $what ->
        [run] Laufen
        [walk] Gehen
       *[any] Strecke
    } { $way ->
        [same] unverändert bei { $to } { $unit }
       *[other] von { $from } auf { $to } { $unit }
    } je Woche { $way ->
        [same] nach
       *[other] in
    } { $length }
chart-head-around =
    { $way ->
        [down] Schmerz von { $before } in der Woche davor auf { $after } danach gesunken
        [up] Schmerz von { $before } in der Woche davor auf { $after } danach gestiegen
        [same] Schmerz unverändert bei { $after } in der Woche davor und danach
        [before] Schmerz um { $before } in der Woche davor
        [after] Schmerz um { $after } in der Woche danach
       *[few] Zu wenige Tage davor und danach für eine Aussage
    }
chart-head-measures = Was sonst gemessen wurde
chart-head-measure = { $name } von { $from } auf { $to }
chart-head-morning = Der nächste Morgen, nach dem, was getan wurde
chart-head-double = Schmerz und { $what }, Tag für Tag
chart-head-no-pain =
    { $n ->
        [0] Kein Tag mit Schmerz 0
        [one] Schmerz 0 an einem Tag
       *[other] Schmerz 0 an { $n } Tagen
    }
chart-head-idle =
    { $work ->
        [run] Kein Lauf notiert
        [walk] Kein Gang notiert
        [distance] Keine Strecke notiert
       *[load] Keine Belastung notiert
    }
chart-head-most = Am meisten waren es { $most } { $unit }, am { $day }
chart-head-means = { $acute } { $unit } am Tag in der letzten Woche
chart-head-phases =
    { $n ->
        [one] Eine Phase
       *[other] Die längste Phase
    }{ $open ->
        [yes] {" "}bisher
       *[no] {""}
    }: { $name }
chart-head-treatments =
    { $types ->
        [one] Notiert: { $name }
       *[other] Am häufigsten notiert: { $name }
    }, { $n ->
        [one] einmal
       *[other] { $count } Mal
    }
chart-head-exercises = Am häufigsten notiert: { $name }
chart-head-exercise =
    { $name }, notiert an { $n ->
        [one] einem Tag
       *[other] { $count } Tagen
    }
chart-head-load =
    { $name }: { $way ->
        [same] { $to } { $unit } wie am Anfang
       *[other] von { $from } auf { $to } { $unit }
    }
chart-head-lessons =
    { $n ->
        [one] eine Erkenntnis
       *[other] { $count } Erkenntnisse
    } { $days ->
        [few] bisher
       *[many] in { $length }
    }
chart-head-level = Auf Stufe { $level }
chart-head-level-named = Auf Stufe { $level }: { $name }

# Pain by day

chart-timeline-title = Stärkster Schmerz jedes Tages, 0 bis 10, { $span }
chart-timeline-none =
    { $days ->
        [one] An diesem Tag wurde kein Schmerz notiert.
       *[other] An keinem dieser { $days } Tage wurde Schmerz notiert.
    }
chart-timeline-one = Bisher ein Wert: { $worst } am { $day }.
chart-timeline-both = An beiden Tagen mit Wert war der Schmerz { $worst }.
chart-timeline-same = An jedem der { $n } Tage mit Wert war der Schmerz { $worst }.
chart-timeline-few = Zu wenige Tage für eine Aussage: { $n } von { $days } haben einen Wert, von { $least } bis { $worst }.
chart-timeline-peak =
    { $times ->
        [one] am stärksten war er mit { $worst } am { $day }
       *[other] am stärksten war er mit { $worst } an { $times } Tagen, zuerst am { $day }
    }
chart-timeline-week = Der Schmerz hatte in den letzten sieben Tagen einen Median von { $closing }; { $peak }.
chart-timeline-alike = Der Schmerz hatte in der ersten und in der letzten Woche einen Median von { $closing }; { $peak }.
chart-timeline-went = Der Median des Schmerzes ging von { $opening } in der ersten Woche auf { $closing } in der letzten; { $peak }.
chart-timeline-peak-only = Vom Schmerz der ersten und der letzten Woche haben zu wenige Tage einen Wert für einen Vergleich; { $peak }.
chart-timeline-last = Der Schmerz hatte in der letzten Woche einen Median von { $closing }; { $peak }. Von der ersten haben zu wenige Tage einen Wert.
chart-timeline-first = Der Schmerz hatte in der ersten Woche einen Median von { $opening }; { $peak }. Von der letzten haben zu wenige Tage einen Wert.
chart-timeline-how = Stärkster Schmerz jedes Tages, 0–10, weiter oben ist schlimmer.
chart-dots-are-days = Punkte sind Tage.
chart-dots-and-line = Punkte sind Tage, die Linie ist der Median aus { $window } Tagen (wo mindestens { $least } bekannt sind).
chart-dots-of-bins = Ein Punkt ist ein Wert, der innerhalb von { $bin } Tagen{ $small } mindestens einmal notiert wurde.
chart-dots-and-line-of-bins = Ein Punkt ist ein Wert, der innerhalb von { $bin } Tagen{ $small } mindestens einmal notiert wurde; die Linie ist der Median jedes solchen Abschnitts.
chart-timeline-desc =
    { $line ->
        [days] Punkte mit einer Linie der Mediane aus { $window } Tagen
        [bins] Punkte mit einer Linie der Mediane
       *[none] Punkte
    }, stärkster Schmerz jedes Tages, 0 bis 10, { $span }, { $coverage }.
chart-timeline-range = Werte von { $least } bis { $worst }.
chart-timeline-gaps =
    { $n ->
        [one] { $n } Lücke
       *[other] { $n } Lücken
    } von { $days } Tagen oder mehr ohne Wert.
chart-timeline-phases = Phasen: { $names }.
chart-timeline-table =
    Stärkster Schmerz jedes Tages nach { $by ->
        [day] Tagen
       *[week] Wochen
    }, { $span }
chart-worst-of-week = Stärkster

# A line of pain beside words

chart-spark-say = Schmerz zuletzt { $score }.
chart-spark-none = Es wurde kein Schmerz erfasst.
chart-spark-how =
    Stärkster Schmerz jedes Tages, 0–10. { $n } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } erfasst.

# The four points

chart-before = Davor
chart-during = Dabei
chart-after = Danach
chart-next-day = Folgetag
chart-strip = Schmerz davor { $before }, dabei { $during }, danach { $after }, am Folgetag { $next }
chart-strip-unknown = nicht notiert
chart-strip-large = { $strip }, auf einer Skala von 0 bis 10
chart-strip-desc = Vier Punkte von links nach rechts.
chart-strip-most = Höchstens { $most }.
chart-strip-above = Am Folgetag höher als davor.
chart-strip-below = Am Folgetag niedriger als davor.
chart-strip-same = Am Folgetag so wie davor.
chart-strip-line = Linie bei { $line }.
chart-points-none = Keiner dieser Punkte notiert
chart-points-title = Schmerz davor, dabei, danach und am Folgetag, 0 bis 10, { $span }
chart-points-no-day = Kein Tag hat einen der vier Punkte.
chart-points-few =
    Zu wenige für eine Aussage: { $both } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } { $both ->
        [one] hat
       *[other] haben
    } einen Wert sowohl davor als auch am Folgetag.
chart-points-never =
    Am Folgetag war der Schmerz nie höher als davor; beide Werte haben { $both } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } mit einem der vier Punkte.
chart-points-say =
    Am Folgetag war der Schmerz { $rose } von { $both } Mal höher als davor; beide Werte haben { $both } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } mit einem der vier Punkte.
chart-points-how =
    Schmerz 0–10, weiter oben ist schlimmer. { $wide ->
        [1] Ein Punkt ist ein Tag{ $small ->
            [1] {""}
           *[other] {" "}(bis zu { $small } auf kleinen Bildschirmen)
        }
       *[other] Ein Punkt steht für bis zu { $wide } { $small ->
            [1] Tage
           *[other] Tage ({ $small } auf kleinen Bildschirmen)
        }
    }{ $lines ->
        [yes] , eine Linie verbindet die eines Tages, farbig, wo der Schmerz am Folgetag höher war als davor
       *[no] {""}
    }; die kurzen Linien sind Mediane (wo vier bekannt sind).
chart-points-column =
    { $name }: { $median ->
        [none] { $n ->
            [one] { $n } Tag
           *[other] { $n } Tage
        } notiert
       *[other] Median { $median } aus { $n ->
            [one] { $n } Tag
           *[other] { $n } Tagen
        }
    }
chart-points-desc =
    { $phases ->
        [0] Vier Spalten von Punkten
       *[other] Vier Spalten von Punkten in einem kleinen Feld für jede von { $phases } Phasen
    }, Schmerz von 0 bis 10. { $columns }. { $say }
chart-points-letters = V B N F
chart-points-how-phases = Schmerz 0–10, weiter oben ist schlimmer, vorher (V), dabei (B), nachher (N) und am Folgetag (F), Phase für Phase. Ein größerer Punkt sind mehr Tage; die kurzen Linien sind Mediane (wo vier bekannt sind).
chart-points-no-phase = in keiner Phase
chart-points-phase = Phase
chart-points-medians = { $title }, Mediane nach Phasen
chart-points-scores = { $title }, Tage mit jedem Wert
chart-score = Wert

# Distance by week

chart-run = Laufen
chart-run-span = über mehrere Tage
chart-walk = Gehen
chart-other = Anderes
chart-weeks-title =
    { $unit ->
        [km] Strecke pro Woche in Kilometern, { $span }
        [mi] Strecke pro Woche in Meilen, { $span }
       *[other] Strecke pro Woche in { $unit }, { $span }
    }
chart-weeks-no-distance =
    { $weeks ->
        [one] In dieser Woche wurde keine Strecke notiert.
       *[other] In keiner dieser { $weeks } Wochen wurde eine Strecke notiert.
    }
chart-weeks-no-whole =
    { $total } { $unit } in { $weeks ->
        [one] { $weeks } Woche
       *[other] { $weeks } Wochen
    }; keine ganze Woche hat an den meisten Tagen einen Eintrag, daher lässt sich keine vergleichen.
chart-weeks-one-whole =
    { $total } { $unit } in { $weeks ->
        [one] { $weeks } Woche
       *[other] { $weeks } Wochen
    }; nur eine ganze Woche hat an den meisten Tagen einen Eintrag, daher fehlt eine zum Vergleich.
chart-weeks-same =
    { $what ->
        [run] Gelaufen wurden
        [walk] Gegangen wurden
       *[any] Zurückgelegt wurden
    } { $to } { $unit } in der ersten und in der letzten ganzen Woche{ $which ->
        [written] {" "}mit Einträgen an den meisten Tagen
       *[whole] {""}
    }
chart-weeks-went =
    { $what ->
        [run] Gelaufen wurden
        [walk] Gegangen wurden
       *[any] Zurückgelegt wurden
    } { $from } { $unit } in der ersten ganzen Woche{ $which ->
        [written] {" "}mit Einträgen an den meisten Tagen
       *[whole] {""}
    } und { $to } { $unit } in der letzten
chart-weeks-most = , höchstens { $most } { $unit } (Woche ab { $day })
chart-weeks-idle =
    in { $idle } von { $weeks ->
        [one] { $weeks } Woche
       *[other] { $weeks } Wochen
    } ist { $what ->
        [run] kein Lauf
        [walk] keine Gehstrecke
       *[any] keine Strecke
    } notiert
chart-weeks-how =
    { $unit ->
        [km] Kilometer
        [mi] Meilen
       *[other] { $unit }
    } pro Woche{ $start ->
        [sunday] , Sonntag bis Samstag
        [monday] , Montag bis Sonntag
       *[other] {""}
    }{ $panels ->
        [several] , jedes Feld mit eigenem Maßstab
       *[one] {""}
    }
chart-weeks-bar-small = (auf kleinen Bildschirmen ist ein Balken der Mittelwert von { $n } Wochen)
chart-weeks-bar = ein Balken ist der Mittelwert von { $n } Wochen{ $small }
chart-weeks-coverage =
    { $coverage }; was nicht notiert wurde, steht in keinem Balken{ $hatched ->
        [yes] , und Wochen, von denen nichts bekannt ist, sind schraffiert
       *[no] {""}
    }.
chart-weeks-baseline = in der Woche vor der Verletzung
chart-weeks-baseline-of = in der Woche vor: { $name }
chart-weeks-spans = Der helle Teil eines Balkens wurde an mehreren Tagen zusammen gelaufen.
chart-weeks-part = Ein Balken mit Streifen ist eine angebrochene Woche.
chart-weeks-desc = Balken, einer je Woche, in je einem Feld für Laufen, Gehen und alles andere. { $coverage }. { $say }
chart-weeks-table = Strecke nach Wochen, { $span }

# The weeks around an entry

chart-around-heading = { $day }: dieser Eintrag
chart-around-about = { $title }, { $day }
chart-around-title = Schmerz und Strecke, bis zu drei Wochen vor und nach dem { $day }
chart-around-both = Der Schmerz hatte in den sieben Tagen davor einen Median von { $before } und in den sieben danach von { $after }.
chart-around-few-after = Der Schmerz hatte in den sieben Tagen davor einen Median von { $before }; von denen danach haben zu wenige einen Wert.
chart-around-no-after = Der Schmerz hatte in den sieben Tagen davor einen Median von { $before }; die Tage danach sind noch nicht geschrieben.
chart-around-few-before = Der Schmerz hatte in den sieben Tagen danach einen Median von { $after }; von denen davor haben zu wenige einen Wert.
chart-around-no-before = Der Schmerz hatte in den sieben Tagen danach einen Median von { $after }; davor wurde nichts geschrieben.
chart-around-few = Davor und danach haben zu wenige Tage einen Wert für einen Vergleich.
chart-around-how =
    Schmerz 0–10, weiter oben ist schlimmer; darunter { $unit ->
        [km] Kilometer
        [mi] Meilen
       *[other] { $unit }
    } pro Tag. { $coverage }
chart-around-desc = Zwei Felder, { $span }. Oben ein Punkt für den stärksten Schmerz jedes Tages mit dem Median aus 7 Tagen, { $coverage }{ $range }. Unten Balken für die gelaufene und gegangene Strecke jedes Tages. { $say }

# Pain and what was done

chart-double-pain = Schmerz, 0–10
chart-double-pain-next = Schmerz am Folgetag
chart-double-work = { $what }, { $unit } pro Tag
chart-double-work-mean = { $what }, Mittel in { $unit } pro Tag
chart-double-title = Schmerz und { $what }, { $span }
chart-double-say =
    { $both } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } { $both ->
        [one] hat
       *[other] haben
    } einen Wert und einen Eintrag.
chart-double-how =
    { $when ->
        [after] Über jedem Tag steht der Schmerz des Tages danach, 0–10, weiter oben ist schlimmer
       *[on] Schmerz 0–10, weiter oben ist schlimmer
    }; darunter { $what } in { $unit }. { $coverage }, { $worked } mit notiertem Tun
chart-double-bins = Ein Punkt ist ein Wert, der innerhalb von { $bin } Tagen{ $small } notiert wurde, ein Balken das Mittel der Tage davon, die bekannt sind.
chart-double-caveat = Nebeneinander heißt nicht, dass eines das andere bewirkt hat.
chart-double-desc =
    Zwei Felder über denselben Tagen, { $span }. Oben ein Punkt für den stärksten Schmerz jedes { $when ->
        [after] Tages, einen Tag früher gezeichnet
       *[on] Tages
    }, { $coverage }{ $range }. Unten Balken für die { $what }, höchstens { $most } { $unit } pro Tag. { $say }
chart-double-table =
    Schmerz und { $what } nach { $by ->
        [day] Tagen
       *[week] Wochen
    }, { $span }
chart-pain-next-day = Schmerz am Folgetag
chart-days-with-score = Tage mit Wert
chart-median-of-pain = Median des Schmerzes
chart-median-next-day = Median des Schmerzes am Folgetag

# The calendar

chart-weekdays = Mo Di Mi Do Fr Sa So
chart-over = über { $n }
chart-up-to = bis { $n }
chart-no-score = kein Wert
chart-no-entry = kein Eintrag
chart-heat-title = { $what } jedes Tages, { $span }
chart-heat-none =
    Keiner von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } hat einen { $noted ->
        [score] Wert
       *[entry] Eintrag
    }.
chart-heat-pain =
    Von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } mit Wert { $none ->
        [one] hatte
       *[other] hatten
    } { $none } den Wert 0 und { $half } den Wert 5 oder mehr.
chart-heat-work =
    Von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }, die bekannt sind, { $n ->
        [one] hatte
       *[other] hatten
    } { $n } { $work ->
        [run] einen Lauf
        [walk] eine Gehstrecke
        [distance] eine Strecke
       *[load] eine Belastung
    }; am meisten waren es { $most } { $unit } am { $day }.
chart-heat-idle =
    Von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }, die bekannt sind, hatte keiner { $work ->
        [run] einen Lauf
        [walk] eine Gehstrecke
        [distance] eine Strecke
       *[load] eine Belastung
    }.
chart-heat-how =
    { $what }, { $scale }. Ein Kästchen ist { $square ->
        [median] eine Woche, ihr Median, wo vier Tage bekannt sind; eine Zeile ist ein Jahr
        [mean] eine Woche, ihr Tagesmittel, wo vier Tage bekannt sind; eine Zeile ist ein Jahr
       *[day] ein Tag
    }; je kräftiger die Farbe, desto mehr, und durchgestrichen, wo nichts bekannt ist. { $coverage }.
chart-heat-desc =
    Ein Kalender mit einem Kästchen für { $square ->
        [day] jeden Tag
       *[week] jede Woche
    }, { $what }. { $coverage }. { $say }
chart-by-week = { $what } nach Wochen
chart-days-known = Bekannte Tage
chart-mean-a-day = Mittel pro Tag
chart-most = Höchster Wert

# Means of 7 and 28 days

chart-mean-7 = Mittel aus 7 Tagen
chart-mean-28 = Mittel aus 28 Tagen
chart-means-nothing = An diesen Tagen nichts notiert
chart-means-title = { $what }: Mittel über 7 und 28 Tage, { $span }
chart-means-both = Die letzten 7 Tage hatten ein Mittel von { $acute } { $unit } pro Tag, die letzten 28 von { $chronic }.
chart-means-short = Die letzten 7 Tage hatten ein Mittel von { $acute } { $unit } pro Tag; von den letzten 28 sind zu wenige bekannt, um ihres zu nennen.
chart-means-few = Zu wenige für eine Aussage: Ein Mittel braucht sechs der letzten 7 Tage oder 23 der letzten 28.
chart-means-how = { $what }, { $unit } pro Tag; ein Punkt ist, was an einem Tag getan wurde, die Linien sind Mittel bis zu jedem Tag, über 28 Tage gestrichelt. { $coverage }. { $ratio } { $critique }
chart-means-desc = Zwei Linien über Punkten, { $what } in { $unit }, { $coverage }, höchstens { $most } pro Tag. { $say }
chart-means-by-week = { $title }, nach Wochen, die Mittel an ihrem letzten Tag
chart-ratio = Am letzten Tag ist das eine geteilt durch das andere { $ratio }{ $others }.
chart-ratio-before = { $ratio } mit den 21 Tagen davor
chart-ratio-weighted = { $ratio } gewichtet
chart-ratio-floor = Kein Verhältnis: Das Mittel aus 28 Tagen liegt nicht über { $floor }.
chart-ratio-few = Kein Verhältnis: { $n } der letzten 28 Tage sind bekannt, nötig sind 23.
chart-ratio-critique = Dieses Verhältnis ist weit verbreitet, und es hat sich nicht gezeigt, dass es sagt, wer sich verletzt: Durch eine Konstante oder durch Zufall zu teilen war ebenso gut (Impellizzeri und andere 2020, doi 10.1123/ijspp.2019-0864), und nach einer Pause geht sein Teiler gegen null. Darum gibt es hier keine Zonen.

# Then and now

chart-then-now = jetzt
chart-then-year = ein Jahr zuvor
chart-head-then-none = Nichts Früheres neben diesen Wochen
chart-then-none = Es gibt keine frühere Verletzung und kein Jahr zuvor, von denen dieselben Wochen notiert sind.
chart-then-needs = Es braucht eine Woche, zu der beide Male etwas notiert ist.
chart-then-key = ● { $now }  ○ { $then }
chart-then-title = Damals und jetzt: Schmerz nach Wochen, { $span }
chart-then-title-run = Damals und jetzt: Laufstrecke nach Wochen, { $span }
chart-head-then = Diese Wochen neben denen von { $then }
chart-head-then-year = Diese Wochen neben denselben ein Jahr zuvor
chart-then-say =
    { $weeks ->
        [one] { $weeks } Woche: { $now } hat jetzt einen Median, { $then } hatte damals einen, { $both } beide Male.
       *[other] { $weeks } Wochen: { $now } haben jetzt einen Median, { $then } hatten damals einen, { $both } beide Male.
    }
chart-then-say-run =
    { $weeks ->
        [one] { $weeks } Woche: zu { $now } ist jetzt etwas notiert, zu { $then } damals, zu { $both } beide Male.
       *[other] { $weeks } Wochen: zu { $now } ist jetzt etwas notiert, zu { $then } damals, zu { $both } beide Male.
    }
chart-then-last = In der letzten Woche mit beiden, ab { $day }: jetzt { $now } ({ $n } von 7 Tagen mit Wert), damals { $then } ({ $m } von 7).
chart-then-last-run = In der letzten Woche mit beiden, ab { $day }: jetzt { $now } notiert (bekannt an { $n } von 7 Tagen), damals { $then } ({ $m } von 7).
chart-then-how = Ein Punkt ist der Median des Schmerzes einer Woche, wo mindestens 4 ihrer Tage einen Wert haben. Volle Punkte und durchgezogene Linie: { $now }. Hohle Punkte und gestrichelte Linie: { $then }.
chart-then-how-run = Ein Punkt ist die Laufstrecke einer Woche, soweit sie notiert ist. Volle Punkte und durchgezogene Linie: { $now }. Hohle Punkte und gestrichelte Linie: { $then }.
chart-then-how-injury = Die früheren Wochen, { $span }, sind verschoben, so dass jede Woche der einen Verletzung über derselben der anderen steht.
chart-then-how-year = Die früheren Wochen, { $span }, sind um 52 Wochen verschoben.
chart-then-no-forecast = Wie es das eine Mal ging, sagt nichts darüber, wie es das andere Mal weitergeht.
chart-then-range = { $name }: von { $least } bis { $most }.
chart-then-week = Woche { $n }, { $day }
chart-then-days = Tage mit Wert
chart-then-days-run = Bekannte Tage

# Pain at four lags

chart-of = { $n } von { $of }
chart-measure = Gemessen
chart-measure-value = Wert
chart-measure-sides = Von der anderen Seite
chart-measure-first =
    { $n ->
        [one] { $name }
       *[other] { $name }, erster von { $n } Tagen
    }
chart-measure-last =
    { $n ->
        [one] { $name }
       *[other] { $name }, letzter von { $n } Tagen
    }
chart-measure-more = { $name } · mehr ist besser
chart-measure-less = { $name } · weniger ist besser
chart-measure-both = links { $left }, rechts { $right }
chart-measure-sides-key = ● L  ○ R
chart-measure-line = Linie
chart-measure-line-more = Linie, die zu erreichen ist
chart-measure-line-less = Linie, unter der es bleiben soll
chart-measure-left = links
chart-measure-right = rechts
chart-measure-none = Nichts sonst zweimal gemessen.
chart-measure-title = Was sonst gemessen wurde, { $span }
chart-measure-say =
    { $n ->
        [one] { $n } Größe wurde an zwei Tagen oder mehr gemessen.
       *[other] { $n } Größen wurden an zwei Tagen oder mehr gemessen.
    }
chart-measure-how = Jede Fläche hat ihren eigenen Maßstab, ab 0. Ein Punkt ist ein Tag mit einem Wert; von den Tagen dazwischen ist nichts bekannt.
chart-measure-how-sides = Volle Punkte und die durchgezogene Linie sind die linke Seite, hohle Punkte und die gestrichelte Linie die rechte.
chart-measure-ratio = { $name }, { $day }: { $both }; { $ratio }.
chart-measure-of-other =
    { $side ->
        [left] links sind es { $percent } % von rechts
       *[right] rechts sind es { $percent } % von links
    }
chart-measure-share =
    { $side ->
        [left] links { $percent } %
       *[right] rechts { $percent } %
    }
chart-measure-row =
    { $n ->
        [one] { $name }: { $n } Tag, von { $from } bis { $to }.
       *[other] { $name }: { $n } Tage, von { $from } bis { $to }.
    }
chart-morning-done = was getan wurde
chart-morning-lower = niedriger
chart-morning-same = gleich
chart-morning-higher = höher
chart-morning-both = Tage mit beiden Morgen
chart-morning-unknown = Tage ohne
chart-morning-exercises = nur Übungen
chart-morning-rest = nichts getan
chart-morning-few = Zu wenige, um etwas zu sagen, in Tagen: { $kinds }.
chart-morning-none = Zu wenige Morgen sind bekannt, um zu sagen, wie der nächste war.
chart-morning-of-days = { $of } Tagen
chart-morning-title = Wie der nächste Morgen war, nach dem, was getan wurde, { $span }
chart-morning-say = Wie der nächste Morgen war, nach dem, was getan wurde.
chart-morning-row =
    { $n ->
        [one] { $name }: Nach { $n } Tag war der Morgen { $higher }-mal höher, { $same }-mal gleich, { $lower }-mal niedriger.
       *[other] { $name }: Nach { $n } Tagen war der Morgen { $higher }-mal höher, { $same }-mal gleich, { $lower }-mal niedriger.
    }
chart-morning-how =
    Der Morgen jedes Tages gegen den nächsten. Zu Arten mit weniger als { $few } solchen Tagen wird nichts gesagt; { $unknown ->
        [one] { $unknown } Tag fehlt
       *[other] { $unknown } Tagen fehlt
    } einer der beiden Morgen. Die Tage wurden nicht ausgelost: An guten geht man eher hinaus.
chart-morning-mixed =
    { $n ->
        [one] An { $n } davon
       *[other] An { $n } davon
    } wurde ein Wert am Tag danach notiert und der andere vor dem Aufbruch.

# Phases and diagnoses

chart-spans-sorts =
    { $sort ->
        [diagnosis] Diagnosen
        [operation] Operationen
       *[phase] Phasen
    }
chart-spans-sort =
    { $sort ->
        [diagnosis] Diagnose
        [operation] Operation
       *[phase] Phase
    }
chart-spans-none =
    Keine { $sort ->
        [phase] Phase
        [diagnosis] Diagnose
       *[none] Spanne
    } an diesen Tagen
chart-spans-title =
    { $sorts ->
        [phase] Phasen
        [diagnosis] Diagnosen
        [operation] Operationen
        [both] Phasen und Diagnosen
        [phases-operations] Phasen und Operationen
        [diagnoses-operations] Diagnosen und Operationen
        [all] Phasen, Diagnosen und Operationen
       *[none] Spannen von Tagen
    }, { $span }
chart-spans-say =
    { $n } { $sort ->
        [diagnosis] { $n ->
            [one] Diagnose
           *[other] Diagnosen
        }
       *[phase] { $n ->
            [one] Phase
           *[other] Phasen
        }
    } in { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }
chart-spans-longest =
    am längsten ist { $name } mit { $open ->
        [yes] bisher {""}
       *[no] {""}
    }{ $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }
chart-spans-open = { $name } hat noch keinen letzten Tag
chart-spans-how-bar = Ein Balken ist eine Phase, von ihrem ersten Tag bis zu ihrem letzten
chart-spans-how-said = Eine Linie ist eine Diagnose, vom Tag, an dem sie gestellt wurde, bis zur nächsten
chart-spans-how-operated = Ein Punkt ohne Linie ist eine Operation
chart-spans-rest = schraffiert, wo Ruhe verordnet war
chart-spans-open-end = ein offenes Ende hat noch keinen letzten Tag
chart-spans-notes = Nummern sind Meilensteine.
chart-spans-covered =
    { $n } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } { $n ->
        [one] liegt
       *[other] liegen
    } in einer { $sort ->
        [diagnosis] Diagnose
       *[phase] Phase
    }.
chart-spans-desc = Balken in Zeilen, { $span }. { $say }
chart-spans-from = ab { $day }
chart-more-rows = { $n } weitere in der Tabelle.
chart-spans-ongoing = offen
chart-name = Name
chart-sort = Art
chart-first-day = Erster Tag
chart-last-day = Letzter Tag
chart-day-count = Tage

# Treatments

chart-treatments-title =
    { $pain ->
        [yes] Behandlungen und Schmerz
       *[no] Behandlungen
    }, { $span }
chart-treatments-word = Letztes Wort
chart-treatments-newest = { $word }, { $day }
chart-treatments-line = Median
chart-treatments-nothing = Keine Behandlung an diesen Tagen
chart-treatments-none =
    In { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } wurde keine Behandlung notiert.
chart-treatments-types =
    { $n } Behandlungen von { $types } Arten in { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }, am häufigsten { $name } ({ $times })
chart-treatments-type =
    { $n ->
        [one] { $n } Behandlung
       *[other] { $n } Behandlungen
    } in { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }, alle { $name }
chart-treatments-hours = { $hours } h insgesamt
chart-treatments-hours-known = { $hours } h bei den { $n } mit bekannter Dauer
chart-treatments-how = Oben der stärkste Schmerz jedes Tages, 0–10, weiter oben ist schlimmer, mit seinem Median ({ $coverage }).
chart-treatments-lanes =
    { $pain ->
        [yes] Unten eine Spur für jede Art
       *[no] Eine Spur für jede Art
    }: { $bin ->
        [1] ein Strich ist ein Tag
       *[other] ein Strich ist die Summe von { $bin } Tagen ({ $narrow } auf kleinen Bildschirmen)
    }, je höher, desto mehr { $tallest ->
        [none] Minuten
       *[other] Minuten (der höchste steht für { $tallest })
    }
chart-treatments-dot = ein Punkt ist eine von unbekannter Dauer
chart-treatments-most = Die { $n } häufigsten von { $types } Arten; die Tabelle hat alle.
chart-treatments-note = Dass zweierlei in denselben Wochen geschah, sagt nicht, dass das eine das andere bewirkt hat.
chart-treatments-desc =
    { $pain ->
        [yes] Zwei Felder, { $span }. Oben Punkte für den stärksten Schmerz jedes Tages, { $coverage }{ $range }. Unten Striche für die Tage jeder Art von Behandlung.
       *[no] Striche für die Tage jeder Art von Behandlung, { $span }.
    } { $say }
chart-treatments-on = { $name }: { $n } Mal am { $first }.
chart-treatments-between = { $name }: { $n } Mal zwischen { $first } und { $last }.
chart-minutes = Minuten
chart-minutes-known = { $n } bekannt
chart-by = Von
chart-treatments-table = Behandlungen nach Art, { $span }

# Exercises

chart-load-in = Last, { $unit }
chart-band = Band
chart-repetitions = Wiederholungen
chart-seconds = Gehaltene Sekunden
chart-pain-at-it = Schmerz dabei
chart-other-bands = andere Bänder
chart-of-band = Band { $band }
chart-sides = ● links | rechts
chart-left = links
chart-right = rechts
chart-side = Seite
chart-exercise-nothing = Keine Übung an diesen Tagen
chart-exercise-no-numbers = Keine Last, Wiederholungen oder Haltezeit
chart-exercise-title = { $name } nach Einheiten, { $span }
chart-exercises-title = Übungen nach Einheiten, { $span }
chart-exercise-none =
    In { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } wurde keine Übung notiert.
chart-exercise-one =
    { $name } an { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }
chart-exercise-most =
    Die { $n } häufigsten von { $total } Übungen; { $name } an { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }
chart-exercise-all =
    { $n } Übungen; am häufigsten { $name }, an { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }
chart-exercise-load = der Median der Last war { $from } { $unit } bei den ersten drei Malen und { $to } { $unit } bei den letzten drei
chart-exercise-load-same = der Median der Last war { $to } { $unit } bei den ersten drei Malen und bei den letzten drei
chart-exercise-few-loads = zu wenige Male mit Last für einen Vergleich
chart-exercise-empty = Keine Zahlen zu zeichnen.
chart-exercise-dot = Ein Punkt ist ein Tag.
chart-exercise-bins = Ein Punkt ist ein Wert, der innerhalb von { $bin } Tagen{ $small } mindestens einmal erreicht wurde.
chart-exercise-how =
    Lasten beginnen bei 0; Wiederholungen und Sekunden sind die einer Seite in allen Sätzen eines { $sided ->
        [yes] Tages; Punkte sind links oder beide zugleich, senkrechte Striche rechts
       *[no] Tages
    }.
chart-exercise-bands = Bänder stehen in der Reihenfolge ihres ersten Gebrauchs, die keine Skala ist.
chart-exercise-unloaded = Was ohne Last in Zahlen getan wurde, etwa mit dem Körpergewicht, hat keinen Punkt bei den Lasten.
chart-exercise-pain = Schmerz ist 0–10, weiter oben ist schlimmer.
chart-exercise-note = Wenn Lasten steigen, sinken oft die Wiederholungen.
chart-exercise-desc = Kleine Diagramme, eines für jede Übung, mit Feldern für Last, Wiederholungen, Haltezeit und Schmerz, { $span }. { $say }
chart-exercise-cell =
    { $name }: { $n ->
        [one] { $n } Tag
       *[other] { $n } Tage
    }
chart-most-load = Höchste Last, { $unit }
chart-most-repetitions = Meiste Wiederholungen
chart-most-seconds = Meiste Sekunden
chart-worst-pain = Stärkster Schmerz
chart-by-week-after = { $title }, nach Wochen

# Lessons

chart-lessons-title = Erkenntnisse im Lauf der Zeit, { $span }
chart-lessons-nothing = An diesen Tagen wurde keine Erkenntnis gewonnen
chart-lessons-new =
    { $n ->
        [one] { $n } Erkenntnis
       *[other] { $n } Erkenntnisse
    } in { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }; seither ist nichts dazu aufgekommen.
chart-lessons-say =
    { $n ->
        [one] { $n } Erkenntnis
       *[other] { $n } Erkenntnisse
    } in { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }: { $fates }.
chart-lessons-held = { $n } später wieder bewährt
chart-lessons-revised = { $n } überarbeitet
chart-lessons-retracted = { $n } zurückgenommen
chart-lessons-how = Ein Punkt ist der Tag, an dem eine Erkenntnis zuerst aufgeschrieben wurde.
chart-lessons-how-held = Ein Punkt ist der Tag, an dem eine Erkenntnis zuerst aufgeschrieben wurde, umso größer, je öfter sie sich später wieder bewährte; jeder solche Tag ist ein Strich.
chart-lessons-diamond = Eine Raute ist ein Tag, an dem sie überarbeitet wurde.
chart-lessons-cross = Ein Kreuz ist ein Tag, an dem sie zurückgenommen wurde; eine, bei der es dabei blieb, ist ein offener Punkt und durchgestrichen.
chart-lessons-order = Zeilen und Nummern folgen der Reihenfolge des Lernens.
chart-lessons-undated =
    { $n ->
        [one] { $n } ohne Datum ist nicht gezeigt.
       *[other] { $n } ohne Datum sind nicht gezeigt.
    }
chart-lessons-desc = Punkte in Zeilen, eine für jede Erkenntnis, { $span }. { $say }
chart-lesson = Erkenntnis
chart-learned = Gelernt
chart-held-again = Wieder bewährt
chart-revised = Überarbeitet
chart-taken-back = Zurückgenommen
chart-last-word = Zuletzt
chart-yes = ja
chart-no = nein

# A ladder

chart-green = grün
chart-amber = gelb
chart-red = rot
chart-grey = grau
chart-said = gesagt
chart-head-green = Grün
chart-head-amber = Gelb
chart-head-red = Rot
chart-head-grey = Grau
chart-head-said = Gesagt
chart-ladder-default = comeback liest die Regel { $preset } so
chart-ladder-no-rule = Die Stufen, wie sie getippt wurden; ohne Regel in den Einstellungen sagt niemand, welche Einheit hinaufführt.
chart-ladder-own = meiner Regel
chart-ladder-whose = der Regel { $whose }
chart-ladder-nothing = Keine Einheit an diesen Tagen
chart-ladder-no-session = Stufen einer Leiter, keine Einheit
chart-ladder-title = Stufen einer Leiter, { $span }
chart-ladder-none = Noch keine Einheit auf dieser Leiter.
chart-ladder-level = Stufe { $level } von { $of }
chart-ladder-say =
    Nach { $n ->
        [one] { $n } Einheit
       *[other] { $n } Einheiten
    }: { $level }
chart-ladder-highest = die höchste war Stufe { $level }
chart-ladder-falls =
    { $n ->
        [one] { $n } Einheit führte eine Stufe hinab
       *[other] { $n } Einheiten führten eine Stufe hinab
    }
chart-ladder-how = Die Linie ist die Stufe jeder Einheit, wie die Leiter des Verfassers sie hat.
chart-ladder-counts = Nach { $rule }: { $counts }.
chart-ladder-rule =
    { $times ->
        [1] Eine grüne Einheit führt eine Stufe hinauf
       *[other] Grüne Einheiten führen, { $times } in Folge, eine Stufe hinauf
    }, eine rote führt eine hinab, eine gelbe beginnt die Folge von vorn, eine graue (nicht bekannt) ändert nichts.
chart-ladder-bins = Zeichen stehen für { $bin } Tage zusammen ({ $narrow } auf kleinen Bildschirmen), eines für jedes Ergebnis.
chart-ladder-desc =
    Stufenlinie mit { $levels ->
        [one] { $levels } Stufe
       *[other] { $levels } Stufen
    }, { $title }. { $say } { $how }
chart-level = Stufe
chart-outcome = Ergebnis
chart-then = Danach
timeline-description = Die Geschichte von { $site } in Daten.
timeline-before = Vor der ersten Phase
timeline-between = Zwischen den Phasen
timeline-after = Nach der letzten Phase
timeline-injury = Verletzung
timeline-relapse = Rückfall
timeline-operation = Operation
timeline-ended = Verletzung vorbei
timeline-diagnosis = Diagnose
timeline-scan = Aufnahme
timeline-race = Wettkampf
timeline-first = Zum ersten Mal
timeline-milestone = Meilenstein
timeline-treatment-first = Behandlung, zum ersten Mal
timeline-treatment-last = Behandlung, zum letzten Mal
timeline-treatment-last-so-far = Behandlung, bisher zuletzt
timeline-treatment-once = Behandlung, einmal
timeline-advice = Ratschläge, nebeneinander
timeline-advice-by = Gesagt von { $name }.
timeline-advice-once = Ratschlag
timeline-setback = Rückschlag
timeline-flare = Schub
timeline-learned = Erkenntnis gelernt
timeline-revised = Erkenntnis überarbeitet
timeline-taken-back = Erkenntnis zurückgenommen
timeline-times-until = { $n }-mal bis zum { $day }.
timeline-times-so-far = Bisher { $n }-mal, zuletzt am { $day }.
timeline-times-since = { $n }-mal seit dem { $day }.
road = Der Weg auf einer Seite
road-phase = Phase
road-days = Tage
road-runs = Läufe notiert
road-pain = { $least }–{ $most }
road-pain-same = { $score }
chapter-pain = Der Schmerz lag zwischen { $least } und { $most }
chapter-pain-same = Der Schmerz lag an jedem Tag mit einem Wert bei { $score }
chapter-runs =
    { $n ->
        [0] kein Lauf notiert
        [one] ein Lauf an { $n } Tag notiert
       *[other] Läufe an { $n } Tagen notiert
    }
chapter-runs-over =
    { $n ->
        [one] ein Lauf an { $n } Tag notiert, { $distance }
       *[other] Läufe an { $n } Tagen notiert, zusammen { $distance }
    }
chapter-setbacks =
    { $n ->
        [one] { $n } Rückschlag
       *[other] { $n } Rückschläge
    }
chapter-lessons =
    { $n ->
        [one] { $n } Erkenntnis
       *[other] { $n } Erkenntnisse
    }
chapter-more = { $n } weitere
timeline-advice-note = Ratschläge, die verschiedene Menschen binnen einer Woche gaben, stehen nebeneinander, mit den Worten des Verfassers.
timeline-courses-note = Behandlungen einer Art, zwischen denen höchstens sechs Wochen liegen, zählen als eine Reihe; ihre erste und ihre letzte stehen hier.

## Search

search-description = Einträge, Erkenntnisse und Seiten von { $site } finden.
search-words = Wörter
search-kind = Art
search-everything = Alles
search-phase = Phase
search-all-phases = Alle Phasen
search-injury = Verletzung
search-all-injuries = Alle Verletzungen
search-tag = Schlagwort
search-year = Jahr
search-none = Nichts gefunden.
search-one = Eine Seite gefunden.
search-many = { $n } Seiten gefunden.
search-failed = Die Suche lässt sich nicht laden. Die Listen darunter führen zu allem.
search-more = Mehr zeigen
search-day = Tag { $n }
# Steht unter den Treffern, mit anderen Wörtern zum Suchen.
search-mean = Meintest du { $words }?
# Wo keine Seite alle Wörter hat.
search-some = Keine Seite hat alle diese Wörter. Diese haben die meisten davon.
# Wörter, die nichts darüber sagen, was gesucht wird; sie bleiben weg, wo andere daneben stehen.
search-small-words = aber als am an auf aus bei bis das dem den der des die ein eine einem einen einer er es für hat ich im in ist man mein meine mit nach oder sich sie sind so um und vom von war was wann warum wie wo zu zum zur
# Wie die Suche sagt, was das Tagebuch neben seinen Texten hat.
search-said = { $name }: { $what }
search-triggers = Vermutet
search-medication = Medikamente
search-tests = Tests
search-treatment = Behandlung: { $name }
search-trigger = Als Auslöser von Schmerz vermutet: { $name }, { $times }
# Wie Leser diese Seiten nennen; auch damit werden sie gefunden.
search-also-timeline = Die Geschichte in Daten: wie lange es gedauert hat, wie lange bis zum Laufen, Zeit bis zur Genesung, Meilensteine, Diagnosen.
search-also-progress = Diagramme und Kurven: Schmerz je Tag, Strecke je Woche, wie lange bis zum Laufen, Verlauf in Zahlen.
search-also-setbacks = Rückschläge, Schübe und Rückfälle: was schiefging, was es verschlimmert hat, was der Auslöser gewesen sein mag.
search-also-exercises = Übungen: Reha, Krafttraining, Dehnen, Physio zu Hause, was gemacht wurde und wie oft.
search-also-treatments = Behandlungen: Physio, Therapie, Ärzte, Termine, was geholfen hat, Kosten jeder Behandlung.
search-also-now = Wie es jetzt steht: besser, verheilt oder noch nicht.
search-also-red-flags = Warnzeichen, rote Flaggen: wann jemand sofort gefragt werden sollte.
search-also-lessons = Erkenntnisse: was gelernt wurde, was geholfen hat, Ratschläge und Fehler.

## Cards

card-pain-all = Schmerz, 0–10, vom ersten Tag bis zum letzten
card-pain-weeks = Schmerz, 0–10, in den sechs Wochen bis zu diesem Tag

## Der Bericht

# Eine Seite auf Papier für die, die behandeln.
report-title = Für die Physiotherapie: { $injury }
report-day = Tag { $n } der Verletzung
report-days = Tag { $from } bis { $to } der Verletzung
report-onset = seit { $day }
report-diagnosis = Befund: { $label } ({ $day })
report-ended = beendet am { $day }
report-together =
    { $n ->
        [one] { $n } Verletzung.
       *[other] { $n } Verletzungen zusammen; ein Bericht über eine nennt sie.
    }
report-goes-on = Schließt an den letzten Bericht an, der am { $day } endete.
report-no-last = Es gab noch keinen Bericht, daher die letzten 28 Tage mit Notizen.
report-coverage =
    Notiert an { $noted } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }: Schmerz an { $pain }, der des nächsten Tages an { $next }, was getan wurde an { $done }.
report-coverage-none =
    { $days ->
        [one] An diesem Tag ist nichts notiert.
       *[other] An diesen { $days } Tagen ist nichts notiert.
    }
report-coverage-gap = Am längsten ohne Notiz: { $days } Tage, { $span }.
report-coverage-later =
    { $n ->
        [one] { $n } Tag wurde später aufgeschrieben.
       *[other] { $n } Tage wurden später aufgeschrieben.
    }
report-coverage-since = Nach dem { $day } ist nichts notiert; die Seite ist vom { $today }.
report-none = nichts notiert
report-nothing = nichts notiert
report-change = Was sich änderte, was getan wurde
report-these-days = Diese Tage
report-days-before = Davor
report-before = Davor: { $span }. In Klammern: bekannte Tage.
report-before-none = Von ebenso vielen Tagen davor ist nichts notiert. In Klammern: bekannte Tage.
report-change-pain = Schmerz des Tages, Median
report-change-morning = Schmerz morgens, Median
report-change-free = Tage mit Schmerz 0
report-change-run = Gelaufen, { $unit }
report-change-longest = Am meisten an einem Tag, { $unit }
report-change-load = Last, Anstrengung × min
report-of = { $n } von { $days }
report-too-few = zu wenige ({ $n })
report-points = Wie es reagierte: Schmerz an vier Punkten
report-before-point = vorher
report-during = dabei
report-after = nachher
report-next-day = Tag danach
report-points-median = Median
report-points-days =
    { $days ->
        [one] Werte von { $days } Tag
       *[other] Werte von { $days } Tagen
    }
report-points-most = Höchstens
report-points-before = Median davor
report-points-none = keiner der vier ist notiert
report-mornings = Was getan wurde, und der nächste Morgen
report-mornings-note = Weniger, gleich, mehr: von den Tagen, deren beide Morgen bekannt sind.
report-on-days = Tage
report-lower = weniger
report-same = gleich
report-higher = mehr
report-deed-exercises = Nur Übungen
report-deed-rest = Nichts getan
report-mornings-none = an keinem Tag ist notiert, was getan wurde
report-chart = Schmerz und Last
report-chart-nothing = Schmerz und Last: nichts notiert
report-chart-how = Punkt: stärkster Schmerz des Tages; hohl: nur der Morgen; durchkreuzt: Schmerzmittel notiert. Schraffiert: nicht bekannt.
report-verdicts = Nach der Regel
report-rule = Bis { $low } grün, bis { $ceiling } gelb, und nach { $hours } h beruhigt, { $whose }.
report-no-rule = ohne Regel kein Urteil über Tage
report-no-verdict = kein Tag hat, was die Regel verlangt
report-verdict-day = { $day } ({ $why })
report-more = { $n } frühere
report-exercises = Übungen, notiert von bekannten Tagen
report-a-week = je Woche
report-noted-of-known = notiert
report-most-pain = Schmerz, max.
report-helps = (hilft)
report-neutral = (kein Unterschied)
report-aggravates = (verschlimmert)
report-helped = half { $n } ×
report-did-not-help = half nicht { $n } ×
report-unsure = unklar { $n } ×
report-setbacks = Rückschläge und Schübe, und was davor war
report-setback = Rückschlag
report-flare = Schub
report-setback-and-flare = Rückschlag und Schub
report-spike = Schmerzspitze
report-came-before = 72 h bis dahin: { $what }
report-nothing-before = Von den 72 h bis dahin ist nichts notiert.
report-suspected = vermutet: { $name }
report-triggers = Vermutete Auslöser
report-new = neu
report-known = schon früher genannt
report-milestones = Meilensteine
report-medicines = Medikamente
report-noted-on-days =
    { $n ->
        [one] notiert an { $n } Tag
       *[other] notiert an { $n } Tagen
    }
report-last-on = zuletzt { $day }
report-measures = Tests und Messwerte
report-first = zuerst
report-last = zuletzt
report-value-on = { $value } ({ $day })
report-left-of-right = links { $percent } % von rechts
report-right-of-left = rechts { $percent } % von links
report-criteria = Kriterien für die nächste Phase
report-criterion-met = erfüllt notiert { $day }
report-criterion-open = offen
report-questions = Fragen
report-and-more = und { $n } weitere
report-shortened =
    { $n ->
        [one] { $n } Text wurde gekürzt, damit alles Platz hat, und endet auf „…“.
       *[other] { $n } Texte wurden gekürzt, damit alles Platz hat, und enden auf „…“.
    }
report-private = Für die schreibende Person und wer sie behandelt: private Angaben sind enthalten (Medikamente, Gewicht, wer behandelt hat).
report-private-entries = Die Zahlen privater Einträge zählen mit.

## The book

book-title-page = Titel
book-cover = Umschlag
book-introduction = Einleitung
book-landmarks = Stellen im Buch
book-begin = Anfang
book-without-date = Ohne Datum
book-no-entries = Kein öffentlicher Eintrag gehört hierher.
book-entries =
    { $n ->
        [one] { $n } Eintrag
       *[other] { $n } Einträge
    }
book-of-site = Von { $site }
book-access = Der Text steht in der Reihenfolge, in der er gelesen wird, mit einem Inhalt nach Kapiteln und Einträgen. Unter jedem Diagramm steht, was es zeigt. Fotos haben die Beschreibung, die zu ihnen geschrieben wurde.

## Die Datei eines neuen Eintrags

new-unfilled = 0 bis 10; was leer bleibt, bleibt unbekannt.
new-next-day = Der Wert vom nächsten Tag kommt morgen dazu.
new-distances = Strecken in { $unit }; nimm das # vor dem weg, was du gemacht hast.
new-as-on = Wie am { $day }: nimm das # vor dem weg, was du wieder gemacht hast, und ändere, was anders war.
new-day = Tag { $n }
new-week = Woche { $n }
new-phase = Phase { $name }
