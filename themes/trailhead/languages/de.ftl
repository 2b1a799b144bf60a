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
latest-lessons = Neueste Erkenntnisse
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

### Charts

chart-coverage =
    { $n } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } mit { $noted ->
        [score] Wert
       *[entry] Eintrag
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
       *[other] { $n }
    }
chart-line = { $value }: { $label }
chart-on-small = ({ $n } auf kleinen Bildschirmen)
chart-thousands = k
chart-no-days = Noch keine Tage.
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
chart-ceiling = die Grenze { $whose }
chart-in-feed = Diagramm: { $say }
chart-see = Auf der Seite ansehen
chart-no-day = Kein Tag zu zeigen: In diesem Zeitraum liegt kein Eintrag mit Datum.

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
chart-points-desc = Vier Spalten von Punkten, Schmerz von 0 bis 10. { $columns }. { $say }
chart-points-scores = { $title }, Tage mit jedem Wert
chart-score = Wert

# Distance by week

chart-run = Laufen
chart-walk = Gehen
chart-other = Anderes
chart-weeks-title =
    { $unit ->
        [km] Strecke pro Woche in Kilometern, { $span }
        [mi] Strecke pro Woche in Meilen, { $span }
       *[other] Strecke pro Woche in { $unit }, { $span }
    }
chart-weeks-none = Noch keine Wochen.
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
    } pro Woche, { $start ->
        [sunday] Sonntag bis Samstag, Laufen
        [monday] Montag bis Sonntag, Laufen
       *[other] Laufen
    } unten
chart-weeks-bar-small = (auf kleinen Bildschirmen ist ein Balken der Mittelwert von { $n } Wochen)
chart-weeks-bar = ein Balken ist der Mittelwert von { $n } Wochen{ $small }
chart-weeks-coverage =
    { $coverage }; in Wochen mit Tagen ohne Eintrag zählt, was { $hatched ->
        [yes] notiert wurde, und Wochen ohne Eintrag sind schraffiert
       *[no] notiert wurde
    }.
chart-weeks-part = Ein Balken mit Streifen ist eine angebrochene Woche.
chart-weeks-desc = Gestapelte Balken, Laufen unten, darüber Gehen und alles andere. { $coverage }. { $say }
chart-weeks-table = Strecke nach Wochen, { $span }

# The weeks around an entry

chart-around-heading = { $day }: dieser Eintrag
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
chart-around-table = Schmerz und Strecke nach Tagen

# Pain and what was done

chart-double-pain = Schmerz, 0–10
chart-double-pain-next = Schmerz am Folgetag
chart-double-work = { $what }, { $unit } pro Tag
chart-double-work-mean = { $what }, Mittel in { $unit } pro Tag
chart-double-title = Schmerz und { $what }, { $span }
chart-double-say =
    Median des Schmerzes{ $when ->
        [after] {" "}am Tag danach
       *[on] {""}
    }: { $busy } an { $with ->
        [one] { $with } Tag
       *[other] { $with } Tagen
    } mit { $work ->
        [run] Lauf
        [walk] Gehstrecke
        [distance] Strecke
       *[load] Belastung
    } und { $idle } an { $without } ohne.
chart-double-with =
    Median des Schmerzes{ $when ->
        [after] {" "}am Tag danach
       *[on] {""}
    }: { $busy } an { $with ->
        [one] { $with } Tag
       *[other] { $with } Tagen
    } mit { $work ->
        [run] Lauf
        [walk] Gehstrecke
        [distance] Strecke
       *[load] Belastung
    }; von den Tagen ohne haben zu wenige einen Wert für einen Vergleich.
chart-double-without =
    Median des Schmerzes{ $when ->
        [after] {" "}am Tag danach
       *[on] {""}
    }: { $idle } an { $without ->
        [one] { $without } Tag
       *[other] { $without } Tagen
    } ohne { $work ->
        [run] Lauf
        [walk] Gehstrecke
        [distance] Strecke
       *[load] Belastung
    }; von den Tagen mit haben zu wenige einen Wert für einen Vergleich.
chart-double-few =
    Zu wenige für eine Aussage: { $both } von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } { $both ->
        [one] hat
       *[other] haben
    } beides.
chart-double-how =
    { $when ->
        [after] Über jedem Tag steht der Schmerz des Tages danach, 0–10, weiter oben ist schlimmer
       *[on] Schmerz 0–10, weiter oben ist schlimmer
    }; darunter { $what } in { $unit }. { $coverage }, { $worked } mit Eintrag
chart-double-bins = Ein Punkt ist ein Wert, der innerhalb von { $bin } Tagen{ $small } notiert wurde, ein Balken das Mittel der Tage davon, die einen Eintrag haben.
chart-double-caveat = Was zusammen steht, muss nicht zusammengehören.
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
    } mit Eintrag { $n ->
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
    } mit Eintrag hatte keiner { $work ->
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

# Pain at four lags

chart-of = { $n } von { $of }
chart-lag-before = Schmerz am Tag davor
chart-lag-same = Schmerz am Tag selbst
chart-lag-next = Schmerz am Folgetag
chart-lag-later = Schmerz nach 2 Tagen
chart-lag-say =
    { $what } und Schmerz am Folgetag: ρ { $rho }{ $interval }, { $n } von { $of } Paaren von Tagen; am Tag davor, an dem sie nichts ändern konnte: { $before ->
        [none] nicht definiert
       *[other] { $before }
    }.
chart-lag-few = Zu wenige für eine Aussage: { $n } von { $of } Paaren von Tagen sind bekannt.
chart-lag-too-few = zu wenige
chart-lag-all-same = alle gleich
chart-lag-alike = Aufeinanderfolgende Tage ähneln sich: Die { $n } Paare entsprechen etwa { $about }.
chart-lag-note = ρ ist eine Rangkorrelation von −1 bis 1 mit ihrem Intervall von 95 %; vier Paarungen wurden betrachtet. Die erste ist eine Kontrolle: Wer Schmerzen hat, tut weniger.{ $alike } Keine sagt, was Ursache ist und was Wirkung.
chart-lag-how = Waagerecht { $what } in { $unit }; senkrecht Schmerz 0–10, weiter oben ist schlimmer. Ein Punkt ist ein Tag oder mehrere an derselben Stelle; Punkte sind ein wenig auseinandergerückt. { $how }
chart-lag-nothing = Nichts zu vergleichen
chart-lag-title = Schmerz gegen { $what }, { $span }
chart-lag-plot = { $name }: { $n } von { $of } Paaren, { $said }
chart-lag-desc = Kleine Diagramme: Schmerz von 0 bis 10 gegen { $what }. { $plots }. { $say }
chart-lag-pairs = Paare von Tagen
chart-lag-with = Median mit
chart-lag-without = Median ohne

# Phases and diagnoses

chart-spans-sorts =
    { $sort ->
        [diagnosis] Diagnosen
       *[phase] Phasen
    }
chart-spans-sort =
    { $sort ->
        [diagnosis] Diagnose
       *[phase] Phase
    }
chart-spans-none =
    Keine { $sort ->
        [phase] Phase
        [diagnosis] Diagnose
       *[none] Spanne
    } an diesen Tagen
chart-spans-nothing = Nichts zu zeigen.
chart-spans-title =
    { $sorts ->
        [phase] Phasen
        [diagnosis] Diagnosen
        [both] Phasen und Diagnosen
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

chart-treatments-title = Behandlungen und Schmerz, { $span }
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
    Unten eine Spur für jede Art: { $bin ->
        [1] ein Strich ist ein Tag
       *[other] ein Strich ist die Summe von { $bin } Tagen ({ $narrow } auf kleinen Bildschirmen)
    }, je höher, desto mehr { $tallest ->
        [none] Minuten
       *[other] Minuten (der höchste steht für { $tallest })
    }
chart-treatments-dot = ein Punkt ist eine von unbekannter Dauer
chart-treatments-most = Die { $n } häufigsten von { $types } Arten; die Tabelle hat alle.
chart-treatments-note = Dass zweierlei in denselben Wochen geschah, sagt nicht, dass das eine das andere bewirkt hat.
chart-treatments-desc = Zwei Felder, { $span }. Oben Punkte für den stärksten Schmerz jedes Tages, { $coverage }{ $range }. Unten Striche für die Tage jeder Art von Behandlung. { $say }
chart-treatments-on = { $name }: { $n } Mal am { $first }.
chart-treatments-between = { $name }: { $n } Mal zwischen { $first } und { $last }.
chart-minutes = Minuten
chart-minutes-known = { $n } bekannt
chart-by = Von
chart-pain-before = Schmerz 7 Tage davor
chart-pain-after = Schmerz 7 Tage danach
chart-days-compared = Verglichene Tage
chart-treatments-table = Behandlungen nach Art, { $span }. Schmerz ist der Median, über die Tage einer Art, der Mediane der sieben Tage davor und der sieben danach, wo beide vier Werte haben; kein Beleg einer Wirkung: Schmerz steigt und fällt auch von selbst, und anderes änderte sich ebenfalls

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
chart-exercise-empty = Nichts zu lesen.
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
chart-lessons-held = { $n } später bestätigt
chart-lessons-revised = { $n } überarbeitet
chart-lessons-retracted = { $n } zurückgenommen
chart-lessons-how = Ein Punkt ist der Tag, an dem eine Erkenntnis zuerst aufgeschrieben wurde.
chart-lessons-how-held = Ein Punkt ist der Tag, an dem eine Erkenntnis zuerst aufgeschrieben wurde, umso größer, je öfter sie sich später bestätigte; jeder solche Tag ist ein Strich.
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
chart-held-again = Bestätigt
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
chart-head-green = Grün
chart-head-amber = Gelb
chart-head-red = Rot
chart-head-grey = Grau
chart-ladder-default = der voreingestellten Regel, { $preset }
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
