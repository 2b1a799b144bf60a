# The words of the interface, in French. See en.ftl for how messages are written.
#
# Before « ; ! ? » and inside guillemets stands a narrow no-break space, before a colon a no-break space.

## Every page

skip-to-content = Aller au contenu
nav-site = Site
journal = Journal
record = Un journal personnel, pas un avis médical.
record-note = Il ne pose aucun diagnostic et ne prédit la guérison de personne. Pour une blessure, parlez-en à un professionnel de santé.
fictional = Ceci est une démonstration fictive.
fictional-note = Le coureur, l’histoire et tous les chiffres sont inventés.
written-by = Écrit par { $author }.
made-with = Fait avec comeback ; la lecture ne demande aucun script.
made-with-asks-nobody = Fait avec comeback ; la lecture ne demande aucun script, et cette page ne demande rien à personne d’autre.
menu = Menu
nav-more = Plus
to-top = Haut de la page
archive = Archives
feeds = Flux :
lessons-feed = { $site } : leçons
numbers-files = Chiffres :

## No such page, and one that moved

not-found-name = Page introuvable
not-found-title = Cette page n’existe pas
not-found = Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe.
not-found-start = Le journal commence ici.
moved = Déplacée
moved-to = Cette page se trouve { $here }.
moved-here = maintenant ici

## Words that several pages share

entries = Billets
no-date = sans date
day-number = Jour { $n }
draft = Brouillon
day = Jour
sets = Séries
load = Charge
pain = Douleur
time = Durée
cost = Coût
sessions = Séances
exercises = Exercices
treatments = Soins
lessons = Leçons
contents = Sommaire
chart = Graphique
charts = Graphiques
in-figures = En chiffres
span = du { $from } au { $to }
numbers-stand-for = Légende des numéros
data-table = Tableau des données
every-value = Toutes les valeurs :
pager = Pages de la liste
newer-entries = ← Billets plus récents
older-entries = Billets plus anciens →
page-of = { $n } sur { $last }
learned-in = Apprise dans { $entry }
week-from = Semaine du
part-week = semaine incomplète
run-in = Course notée, { $unit }
days-known = Jours connus
change = Changement
also-in = Autre, { $unit }
pain-median = Douleur, médiane
days-scored = Jours avec un score
entry-count =
    { $n ->
        [one] { $n } billet
       *[other] { $n } billets
    }
count-in-words =
    { $n ->
        [1] une
        [2] deux
        [3] trois
        [4] quatre
        [5] cinq
        [6] six
        [7] sept
        [8] huit
        [9] neuf
        [10] dix
        [11] onze
        [12] douze
       *[other] { $n }
    }
span-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
span-weeks =
    { $n ->
        [one] { $n } semaine
       *[other] { $n } semaines
    }
span-months = { $n } mois
span-years =
    { $n ->
        [one] { $n } an
       *[other] { $n } ans
    }
read-on = Lire la suite
from-the-beginning = Lire depuis le début
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
percent = { $n } %
of-ten = { $n } sur 10
too-few = trop peu pour le dire

## The archive

pain-before-score = douleur
all-years = Toutes les années
years = Années
months = Mois
archive-scores = Le chiffre à côté d’un billet est la pire douleur du jour, 0–10. Pas de chiffre : rien n’a été noté.
undated = Sans date
neighbouring-years = Autres années
archive-entries =
    { $n ->
        [one] { $n } billet.
       *[other] { $n } billets.
    }
archive-entries-on =
    { $n ->
        [one] { $n } billet, { $day }.
       *[other] { $n } billets, { $day }.
    }
archive-entries-between =
    { $n ->
        [one] { $n } billet, du { $from } au { $to }.
       *[other] { $n } billets, du { $from } au { $to }.
    }
archive-description = Tous les billets de { $site } par date. { $entries }
archive-year-description = Les billets de { $site } de { $year }. { $entries }
archive-undated-description = Les billets de { $site } sans date.

## An entry

changed = modifié le { $day }
draft-notice = Brouillon.
entry-not-published = Ce billet n’est pas encore publié.
scheduled = Programmé.
entry-not-before = Ce billet paraîtra le { $day }.
written-in-week = Écrit en semaine { $week }.
how-it-stands = Où j’en suis maintenant →
how-it-stands-now = Où j’en suis maintenant :
pain-scale = Douleur, 0–10
what-i-did = Ce que j’ai fait
ran = Couru : { $distance }.
ran-nothing = Pas de course.
session = Séance
distance = Distance
effort = Effort
exercise = Exercice
treatment = Soin
the-day = La journée
the-story = Le récit
minutes-to-read = { $n } min de lecture
what-it-taught = Ce que ça m’a appris
lessons-here =
    { $n ->
        [one] La leçon de ce billet
       *[other] Les leçons de ce billet
    }
lesson-link = Lien vers cette leçon :
lesson-number = Leçon { $n }
three-weeks = Trois semaines avant et après
place-in-whole = Voir sur la chronologie complète →
picture-to-send = Une image à envoyer
picture-by-command = Une image à envoyer :
tagged = Étiquettes
neighbouring-entries = Billets précédent et suivant
entry-week-day = Semaine { $week } · jour { $day }
entry-place = { $site }, { $side }
entry-pain-before = avant { $score }
entry-pain-during = pendant { $score }
entry-pain-after = après { $score }
entry-pain-next = le lendemain { $score }
entry-pain-worst = au pire { $score }
entry-pain-rest = au repos { $score }
entry-pain-average = en moyenne { $score }
entry-pain-settled = calmée au bout de { $hours } h
entry-days-around = Jours { $from }–{ $to }
entry-earlier = Plus tôt
entry-alike = Des billets qui ressemblent à celui-ci
entry-also-tagged = aussi étiqueté { $tags }
entry-same-phase = dans la même phase
entry-no-pain = aucune douleur les deux jours
entry-pain-low = douleur de 3 au plus les deux jours
entry-pain-middle = douleur entre 3 et 6 les deux jours
entry-pain-high = douleur au-dessus de 6 les deux jours

## Comments

comments-count =
    { $n ->
        [one] { $n } commentaire
       *[other] { $n } commentaires
    }
comments-from-readers = La parole aux lecteurs
comments-none = Pas encore de commentaire
comments-closed = Les commentaires sont fermés.
comments-leave = Laisser un commentaire
comments-by-mail = Envoyer un commentaire par e-mail
comments-or-by-mail = Ou l’envoyer par e-mail
comments-subject = Commentaire sur « { $title } »
comments-anonymous = Anonyme
comments-wrote-this = tient ce journal
comments-reply-to = en réponse à { $name }
comments-reply-unseen = en réponse à un commentaire qui n’est pas affiché
comments-to-whom = En réponse à
comments-to-entry = le billet
comments-of = { $name }, { $day }
comments-text = Commentaire
comments-send = Envoyer le commentaire
form-name = Nom
form-mail-hidden = E-mail (non affiché)
form-mail = E-mail
form-page = Votre site
form-sends-to = Ce formulaire envoie ce que vous tapez à { $host }.
letter-mail = E-mail pour la lettre d’information
letter-subscribe = S’abonner
contact-write = Écrire un message
contact-message = Message
contact-send = Envoyer le message

## An entry: what was done

session-run = Course
session-walk = Marche
session-walk-run = Marche-course
session-race = Compétition
session-bike = Vélo
session-elliptical = Elliptique
session-swim = Natation
session-aqua-jog = Aqua-jogging
session-anti-gravity = Tapis antigravité
session-row = Rameur
session-strength = Renfo
session-mobility = Mobilité
session-other = Autre
session-planned = { $what } (prévu)
session-pain = douleur { $scores }
session-climbed = { $metres } m de dénivelé
session-source = source : { $name }
session-heart-rate = { $beats } bpm
session-carried = { $share } % du poids du corps allégé
score-before = { $score } avant
score-during = { $score } pendant
score-after = { $score } après
score-next-day = { $score } le lendemain
score-worst = { $score } au pire
side-left = gauche
side-right = droite
side-both = des deux côtés
side-central = au milieu
load-body-weight = poids du corps
load-band = élastique { $colour }
exercise-tempo = tempo { $tempo }
exercise-effort = effort { $n }
exercise-reserve = { $n } en réserve
exercise-helps = fait du bien
exercise-neutral = ne change rien
exercise-aggravates = aggrave
treatment-by = par { $name }
treatment-travel = { $time } de trajet
treatment-helped = cela a aidé
treatment-did-not-help = cela n’a pas aidé
treatment-helped-unsure = difficile de dire si cela a aidé
money =
    { $currency ->
        [EUR] { $amount } €
        [GBP] { $amount } £
        [USD] { $amount } $
       *[other] { $amount } { $currency }
    }

## An entry: how the day was

noted-milestones =
    { $n ->
        [one] Étape
       *[other] Étapes
    }
noted-criteria =
    { $n ->
        [one] Critère atteint
       *[other] Critères atteints
    }
noted-setback = Rechute, cause soupçonnée
noted-rest = Repos
noted-rest-yes = Rien de fait
noted-setback-and-flare = Rechute et poussée, cause soupçonnée
noted-flare = Poussée
noted-flare-yes = La douleur a flambé ce jour-là.
noted-triggers =
    { $n ->
        [one] Déclencheur
       *[other] Déclencheurs
    }
noted-mood = Humeur
noted-energy = Énergie
noted-stress = Stress
noted-confidence = Confiance
noted-sleep = Sommeil
noted-stiffness = Raideur matinale
noted-resting-heart-rate = Fréquence cardiaque au repos
noted-a-minute = { $n } bpm
noted-left = gauche { $n }
noted-right = droite { $n }
noted-at-least = seuil : au moins { $n }
noted-at-most = seuil : au plus { $n }
noted-line = seuil : { $n }
noted-more-better = plus, c’est mieux
noted-less-better = moins, c’est mieux
noted-function = Fonction
noted-body-weight = Poids
noted-medication = Médicaments
noted-advice = Conseil
noted-advice-from = Conseil, { $from }
noted-questions =
    { $n ->
        [one] Question
       *[other] Questions
    }

## An entry: its verdict

verdict-green = vert
verdict-amber = orange
verdict-red = rouge
verdict-grey = gris
verdict-said = dit
verdict-rule-mine = d’après la règle que j’ai fixée
verdict-rule-of = d’après la règle { $whose }
verdict-rule-reading = d’après la lecture que comeback fait du modèle de suivi de la douleur (38 tendons d’Achille)
verdict-rule-reading-48 = d’après la lecture que comeback fait d’une règle sur deux jours
verdict-says-settled = Calmée : { $peak }, { $then }
verdict-says-unknown = On ne sait pas si elle s’est calmée : { $peak }, et { $then }
verdict-says-peak = { $peak }, au-dessus du plafond de { $limit }
verdict-says-start = La journée a commencé à { $score }, au-dessus du plafond de { $limit }
verdict-says-hours = Pas calmée : { $peak }, et il a fallu { $hours } h là où la règle en donne { $window }
verdict-says-morning = Pas calmée : { $peak }, { $then }, au-dessus de { $limit }
verdict-says-rise = Pas calmée : { $peak }, { $then }, quand { $usual } était l’habitude
verdict-says-rise-start = Pas calmée : { $peak }, { $then }, quand la journée avait commencé à { $usual }
verdict-says-said = Une rechute ou une poussée, c’est moi qui le dis
verdict-then-hours = revenue au bout de { $hours } h
verdict-then-next = { $score } le lendemain matin
verdict-then-second = { $score } le surlendemain matin
verdict-then-none = pas de score le lendemain matin
verdict-then-nothing = rien à quoi comparer le lendemain matin

## Texts

text-note = Note
text-tip = Astuce
text-important = Important
text-warning = Attention
text-caution = Prudence
text-table = Tableau
text-done = Fait
text-to-do = À faire
text-footnotes = Notes
text-footnote = Note { $n }
text-back = Retour à l’appel { $n }
text-heading-link = Lien vers ce titre
text-learned-here = apprise ici

## A series

series-part = Partie { $part } sur { $count } de { $series }
series = Série
parts-around = Les parties voisines

## Exercises and treatments

description-not-published = Cette description n’est pas encore publiée.
all-exercises = Tous les exercices
day-by-day = Jour par jour
verdict = Verdict
last-days = Les derniers jours, le plus récent d’abord
older-days = Jours plus anciens, le plus récent d’abord
older-days-rows = Jours plus anciens, { $n } lignes
last-done = fait pour la dernière fois le { $day }
treatments-caveat = Un journal ne peut pas dire ce qu’un soin a fait : la douleur va et vient aussi sans soin.
helped = A aidé
newest-first = { $name }, le plus récent d’abord
older-of = { $name }, plus anciens
older-rows = Plus anciens, { $n } lignes
exercises-description = Les exercices de { $site }, avec ce qui en a été fait.
exercises-intro =
    { $n ->
        [one] { $n } exercice, le plus souvent fait d’abord.
       *[other] { $n } exercices, les plus souvent faits d’abord.
    }
exercises-none = encore dans aucun billet
exercise-days-on =
    { $n ->
        [one] { $n } jour, { $day }
       *[other] { $n } jours, { $day }
    }
exercise-days-between =
    { $n ->
        [one] { $n } jour, du { $from } au { $to }
       *[other] { $n } jours, du { $from } au { $to }
    }
exercise-times = { $verdict } { $n }
exercise-asked =
    { $n ->
        [one] { $n } jour par semaine prescrit
       *[other] { $n } jours par semaine prescrits
    }
exercise-noted =
    { $known ->
        [one] { $asked } ; jours notés : { $noted } sur { $known } connu
       *[other] { $asked } ; jours notés : { $noted } sur { $known } connus
    }
exercise-kept =
    { $weeks ->
        [one] { $noted } ; { $done } sur { $prescribed } prescrits dans la { $weeks } semaine qui a assez de jours connus
       *[other] { $noted } ; { $done } sur { $prescribed } prescrits dans les { $weeks } semaines qui ont assez de jours connus
    }
exercise-beyond = { $kept } ; { $n } de plus que prescrit
exercise-description = Ce qui a été fait de { $name }, jour par jour.
exercise-never = Encore dans aucun billet.
exercise-done-on =
    { $n ->
        [one] Fait { $n } jour, { $day }.
       *[other] Fait { $n } jours, { $day }.
    }
exercise-done-between =
    { $n ->
        [one] Fait { $n } jour, du { $from } au { $to }.
       *[other] Fait { $n } jours, du { $from } au { $to }.
    }
further-rows =
    { $n ->
        [one] { $n } ligne plus ancienne n’est pas sur cette page.
       *[other] { $n } lignes plus anciennes ne sont pas sur cette page.
    }
exercise-unlisted =
    { $n ->
        [one] { $n } jour de ces chiffres vient d’un billet qui n’est pas dans les listes.
       *[other] { $n } jours de ces chiffres viennent de billets qui ne sont pas dans les listes.
    }
exercise-days = Jours
exercise-altogether = Au total, là où c’est noté
exercise-volume = { $weight } (séries × répétitions × charge)
exercise-held = { $n } s tenues
exercise-by-side = Par côté
exercise-side =
    { $n ->
        [one] { $side } : { $n } jour
       *[other] { $side } : { $n } jours
    }
exercise-pain = Douleur pendant
exercise-pain-once = { $score }, noté une fois
exercise-pain-noted = médiane { $median }, de { $least } à { $most }, noté { $n } fois ; { $last } la dernière fois
exercise-made-of-it = Mon verdict
exercise-prescribed = Prescrit
exercise-first-said = dit d’abord : { $verdict }
exercise-from-to = de { $before } à { $verdict }
treatments-description = Les soins de { $site }, par type.
treatments-intro =
    { $n ->
        [one] { $n } type de soin, tel qu’il est noté dans les billets.
       *[other] { $n } types de soins, tels qu’ils sont notés dans les billets.
    }
treatments-how-often = Combien de fois
treatments-times-on = { $n } fois, { $day }
treatments-times-between = { $n } fois, du { $from } au { $to }
treatments-known = { $what }, connu pour { $known } sur { $n }
treatments-cost-known = connu pour { $known } sur { $n }
treatments-on-the-way = { $time } de trajet
treatments-by = Par
treatments-before-after = Douleur juste avant et juste après
treatments-medians = médiane { $before } avant, { $after } après, les deux notées { $n } fois
treatments-did-it-help = Cela a-t-il aidé ? Les mots de l’auteur
treatments-helped =
    { $answer ->
        [yes] oui ×{ $n }
        [no] non ×{ $n }
       *[unsure] on ne sait pas ×{ $n }
    }
treatments-around = Douleur des jours autour (ne prouve aucun effet)
treatments-around-medians =
    { $days ->
        [one] médiane { $before } les 7 jours d’avant, { $after } les 7 jours d’après, pour { $n } jour sur { $days } ; bien des choses changent en une semaine, et l’on va se faire soigner quand on a le plus mal
       *[other] médiane { $before } les 7 jours d’avant, { $after } les 7 jours d’après, pour { $n } jours sur { $days } ; bien des choses changent en une semaine, et l’on va se faire soigner quand on a le plus mal
    }
treatments-around-few =
    trop peu pour le dire : { $n } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } avec 4 jours notés de chaque côté, et une médiane en demande 8
exercise-first-and-last = Première et dernière fois
exercise-on-day = { $day } : { $what }
exercise-on-day-not-noted = { $day } : non noté

## Home

entries-page = Billets, page { $n } sur { $last }
where-things-stand = Où j’en suis au { $day }
latest-entry = Dernier billet
latest-lessons = Dernières leçons
entries-by-date = Tous les billets par date
lesson-on-day = Leçon { $n } · jour { $day }
learned-on = apprise le { $day }
four-dots = Quatre points : la douleur avant, pendant, après et le lendemain, 0–10. Un point d’interrogation : pas encore connu.
no-entry-yet = Il n’y a pas encore de billet. La commande comeback new en commence un, et comeback log prend une journée en une ligne.
home-page = Page { $n }
home-all-lessons =
    { $n ->
        [1] La leçon, et ce qu’elle est devenue
       *[other] Les { $count } leçons, et ce qu’elles sont devenues
    }
home-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
home-running-since = je recours depuis le { $day }
home-back-since = de retour depuis le { $day }
introduction = Introduction
phase = Phase
home-since = depuis le { $day }
home-pain-down = contre { $score } les 28 jours d’avant ({ $n } notés), en baisse
home-pain-up = contre { $score } les 28 jours d’avant ({ $n } notés), en hausse
home-pain-same = inchangée : { $score } les 28 jours d’avant ({ $n } notés)
home-pain-before = { $n } des 28 jours d’avant notés
home-median = médiane, 0–10
home-logged = { $n } jours notés sur 7
home-last-score = Dernier score de douleur
home-score-on = 0–10, le { $day }
home-median-from = { $n } jours sur 7 avec un score ; à partir de { $least }, leur médiane figure ici
home-run = Course cette semaine
home-whole-week = une semaine complète
home-part-week = { $n } jours sur 7 pour l’instant
home-run-less = la semaine dernière { $distance }
home-run-more = contre { $distance } la semaine dernière, en hausse
home-run-same = autant que la semaine dernière
home-streak = Courses sans douleur d’affilée
home-streak-most = record : { $n }
home-streak-days = jours sans douleur d’affilée : { $now }, record { $longest }
home-milestone = Dernière étape
home-milestone-number = numéro { $n } sur la chronologie

## The writer’s own words

own-words-by = Avec les mots de l’auteur.
own-words-by-author = Avec les mots de { $author }.
own-words-link = { $title }, avec les mots de l’auteur
own-words-link-author = { $title }, avec les mots de { $author }
own-words-written = Écrit le { $day }.
own-words-written-last = Écrit le { $day }, jour du dernier billet.
own-words-written-before = Écrit le { $day }, { $span } avant le dernier billet.
own-words-written-after = Écrit le { $day }, { $span } après le dernier billet.
own-words-entries-since =
    { $n ->
        [one] Un billet a été écrit depuis.
       *[other] { $n } billets ont été écrits depuis.
    }
own-words-setback =
    { $n ->
        [one] Une rechute ou une poussée a été notée depuis, le { $day }.
       *[other] { $n } rechutes ou poussées ont été notées depuis, la dernière le { $day }.
    }

## Lessons

in-the-journal = Dans le journal
all-lessons = Toutes les leçons
neighbouring-lessons = Leçons précédente et suivante
learned-before = ← Apprise avant
learned-after = Apprise après →
lesson-state-new = Nouvelle
lesson-state-confirmed = Confirmée
lesson-state-revised = Revue
lesson-state-taken-back = Retirée
lesson-confirmed-times = Confirmée ×{ $n }
lesson-also-confirmed = confirmée ×{ $n }
lesson-also-revised = revue ×{ $n }
lesson-also-taken-back = retirée ×{ $n }
lesson-confirmed =
    { $n ->
        [1] confirmée
        [2] confirmée pour la deuxième fois
        [3] confirmée pour la troisième fois
        [4] confirmée pour la quatrième fois
        [5] confirmée pour la cinquième fois
        [6] confirmée pour la sixième fois
        [7] confirmée pour la septième fois
        [8] confirmée pour la huitième fois
        [9] confirmée pour la neuvième fois
        [10] confirmée pour la dixième fois
        [11] confirmée pour la onzième fois
        [12] confirmée pour la douzième fois
       *[other] confirmée, { $n } fois à ce jour
    }
lesson-revised =
    { $n ->
        [1] revue
        [2] revue pour la deuxième fois
        [3] revue pour la troisième fois
        [4] revue pour la quatrième fois
        [5] revue pour la cinquième fois
        [6] revue pour la sixième fois
        [7] revue pour la septième fois
        [8] revue pour la huitième fois
        [9] revue pour la neuvième fois
        [10] revue pour la dixième fois
        [11] revue pour la onzième fois
        [12] revue pour la douzième fois
       *[other] revue, { $n } fois à ce jour
    }
lesson-taken-back = retirée
lesson-first-written = Écrite pour la première fois
lesson-retracted = Retirée : { $title }
lesson-retracted-later = retirée plus tard
lesson-told-in = { $what } dans { $entry }
lesson-described =
    { $state ->
        [new] Leçon { $n } de { $site } : nouvelle.
        [confirmed] Leçon { $n } de { $site } : confirmée ×{ $times }.
        [revised] Leçon { $n } de { $site } : revue.
       *[other] Leçon { $n } de { $site } : retirée.
    }
lesson-days = { $before } les 14 jours d’avant, { $after } les 14 jours à partir de là
lesson-days-median = médiane { $score } ({ $n } notés)
lesson-days-few = trop peu pour le dire ({ $n } notés)
lessons-things =
    { $n ->
        [1] Une chose que ça m’a apprise
        [2] Deux choses que ça m’a apprises
        [3] Trois choses que ça m’a apprises
        [4] Quatre choses que ça m’a apprises
        [5] Cinq choses que ça m’a apprises
        [6] Six choses que ça m’a apprises
        [7] Sept choses que ça m’a apprises
        [8] Huit choses que ça m’a apprises
        [9] Neuf choses que ça m’a apprises
        [10] Dix choses que ça m’a apprises
        [11] Onze choses que ça m’a apprises
        [12] Douze choses que ça m’a apprises
       *[other] { $n } choses que ça m’a apprises
    }
lessons-intro = { $things }.
lessons-intro-with = { $things }, { $parts }.
lessons-confirmed = confirmées plus tard : { $count }
lessons-revised = revues : { $count }
lessons-taken-back = retirées : { $count }
lessons-some = Leçons : { $name }
lessons-some-of = { $n } sur { $all }.
lessons-description = { $title }. { $intro }
lessons-others = Autres
lessons-all = Toutes
lessons-by-state = Par état
lessons-by-theme = Par thème
lessons-filters = Filtrer les leçons
lessons-top = Les { $n } premières
lessons-charts = Les petits graphiques montrent la pire douleur de chaque jour, 0–10, dans les quatorze jours avant qu’une leçon soit écrite pour la première fois et dans les quatorze jours à partir de là, avec leurs médianes. Ils montrent ce qui se passait alors, pas que la leçon en soit la cause.

## What the numbers mean

numbers-intro = Comment chaque chiffre de ce journal est fait, et ce qu’il ne dit pas. Rien ici n’est un conseil.
does-not-say = Ce qu’il ne dit pas.
numbers-name = Ce que ces chiffres veulent dire, ou pas
numbers-description = Comment chaque chiffre de ce journal est fait, d’où il vient et ce qu’il ne dit pas.
numbers-coverage = Couverture
numbers-coverage-is = Sur combien de jours un chiffre repose, parmi combien de jours possibles : « 5 jours sur 7 ». Un jour dont personne n’a rien écrit est inconnu, jamais zéro. Là où il y a trop peu de jours, le chiffre est un tiret.
numbers-coverage-not = Les jours ne manquent pas par hasard : certains écrivent quand ils ont mal, d’autres quand ils n’ont pas mal.
numbers-pain = Douleur d’un jour
numbers-pain-is = La douleur propre à chaque jour : le plus haut de ce qui a été noté au pire, avant, pendant et après, par tous les billets et toutes les séances du jour. Le lendemain matin n’en fait pas partie ; un jour dont on ne connaît que le matin est un point creux.
numbers-pain-not = Elle compare une personne à elle-même. Le 4 de l’un n’est pas le 4 de l’autre.
numbers-median = Médiane de quelques jours
numbers-median-is = Le score du milieu des jours qui en ont un. Il en faut 4 pour les 7 derniers jours, 10 pour les 28 jours d’avant. La ligne des graphiques est la médiane des 7 jours qui finissent chaque jour.
numbers-median-not = Elle cache le pire jour ; c’est pourquoi les jours sont dessinés aussi.
numbers-change = Changement par rapport à un repère
numbers-change-is = La médiane des 7 premiers jours face à celle des 7 derniers, avec au moins 4 scores chacune. Deux points ou plus et 30 % ou plus : net. L’un des deux : limite. Aucun : sous le repère.
numbers-change-not = Le repère vient de 2 724 personnes dans dix essais de médicaments contre d’autres maladies, pas de tendons de coureurs.
numbers-trend = Ces derniers temps, et avant
numbers-trend-is = La médiane des 21 derniers jours avec un score, et celle des 21 jours d’avant ; il faut 8 scores à chacune.
numbers-trend-not = Elle dit où la douleur est allée, et rien de la suite. Il n’y a pas de pente : avec des scores entiers qui baissent d’un point en six semaines, elle vaut 0 le plus souvent.
numbers-streaks = D’affilée sans douleur
numbers-streaks-is = Les jours d’affilée avec un score de 0 ; quand un jour n’en a pas, son matin en tient lieu, et un jour sans l’un ni l’autre met fin à la série. Pour les courses, les jours de course d’affilée où la douleur a été de 0, pendant, après ou au pire ; les courses sans un tel score sont sautées.
numbers-streaks-not = Une série qui s’arrête n’est pas un échec, et une longue série n’est pas un but.
numbers-verdict = ● vert, ▲ orange, ■ rouge, ○ gris, ◆ dit
numbers-verdict-is = Sans règle dans les réglages, aucun jour n’est jugé. Avec une règle, un jour où quelque chose a été fait et ressenti est comparé à celle qui vaut ce jour-là. Rouge : pendant ou après au-dessus du plafond ; un début au-dessus ; plus d’heures pour se calmer que la règle n’en donne ; ou un lendemain matin au-dessus de la limite de la règle, ou plus loin que sa tolérance au-dessus de l’habitude (la médiane des matins des 14 jours d’avant, si 7 sont connus, sinon le début de la journée). Gris : on ne sait pas. Orange : calmée, et au-dessus de la limite basse. Vert : calmée, et jusqu’à elle. Une règle de 48 heures regarde le deuxième matin si le premier n’est pas calmé. Quand plusieurs endroits ont un score, chacun est jugé pour lui-même et le pire verdict compte. Un jour que l’auteur appelle rechute ou poussée n’a pas de couleur : c’est sa parole qui vaut.
numbers-verdict-not = Il compare des scores à une règle que quelqu’un a choisie. Dans l’étude qui est derrière la règle de 5, continuer à courir avec la douleur n’a pas fait pire que six semaines de repos chez 38 personnes au tendon d’Achille douloureux ; elle n’a pas montré que courir aide. Les couleurs, la limite de 3 et la comparaison avec les matins d’avant ne sont pas dans l’étude. Là où rien ne change du tout, le hasard seul laisse environ un jour sur dix non calmé.
numbers-mornings = Matins d’une semaine
numbers-mornings-is = La médiane de la façon dont les jours ont commencé, pour les semaines d’au moins 4 matins : ce que la veille dit de son lendemain, sinon le score d’avant du jour même. Une hausse est dite quand une semaine et celle d’avant sont toutes deux 2 points ou plus au-dessus du milieu des quatre semaines précédentes.
numbers-mornings-not = Une hausse peut avoir bien des causes, et ceci n’en nomme aucune. Par le seul hasard, jusqu’à un journal de quatre mois sur cinquante en montre une.
numbers-distance = Distance d’une semaine, et son changement
numbers-distance-is = Les mètres courus qui ont été notés, avec la marche-course, les compétitions et les distances sans séance. Les autres sports n’y sont jamais ajoutés. Ce qui n’a pas été écrit n’y est pas : les jours connus sont indiqués à côté. Le changement est par rapport à la semaine d’avant, et seulement si l’on sait des quatorze jours ce qui a été couru.
numbers-distance-not = Une règle des dix pour cent par semaine n’a rien changé aux blessures des débutants, et chez 5 205 coureurs l’écart d’une semaine à l’autre n’avait aucun lien avec elles.
numbers-load = Charge
numbers-load-is = L’effort sur une échelle de 0 à 10 multiplié par les minutes, additionné sur les séances du jour. Elle n’est connue que si chaque séance du jour a les deux ; 0 s’il est noté que rien n’a été fait ; inconnue si personne n’a rien écrit.
numbers-load-not = Une heure à 5 et une demi-heure à 10 pèsent pareil ici, et peut-être pas sur un tendon.
numbers-monotony = Monotonie et contrainte
numbers-monotony-is = La moyenne des sept charges quotidiennes d’une semaine divisée par leur écart-type (celui de la population), et la charge de la semaine multipliée par cela. Seulement si les sept jours sont connus et différents. Elles sont dans ce qu’affiche la commande, pas sur les pages.
numbers-monotony-not = Dans une rééducation qui compte beaucoup de jours de repos, elle est toujours basse. Les limites de l’étude étaient propres à chaque sportif.
numbers-spikes = Pics de douleur
numbers-spikes-is = Deux jours d’affilée au moins 2 points au-dessus de la médiane des 14 jours d’avant, si 7 d’entre eux au moins ont un score. Un pic est fini avant les deux premiers jours d’affilée à 1 point au plus au-dessus de cette médiane ; s’ils ne viennent pas en 28 jours, ou seulement après cinq jours sans score, sa fin n’est pas connue.
numbers-spikes-not = Un pic est calculé. Une poussée est ce que l’auteur appelle ainsi, et chez des personnes souffrant du dos, la plupart des jours qu’elles appelaient ainsi n’étaient pas plus douloureux que la moyenne.
numbers-longer-runs = Des courses plus longues qu’avant
numbers-longer-runs-is = Une course face à la plus longue des 30 jours d’avant : petit écart dès un dixième de plus, moyen dès 30 % de plus, grand dès plus du double. On compare des mètres entiers. Sans course ces jours-là, ou quand on sait pour moins de 15 d’entre eux ce qui a été couru, il n’y a rien à comparer.
numbers-longer-runs-not = Une observation de coureurs en bonne santé, où le groupe du milieu n’allait pas plus mal que celui des petits écarts. Elle n’a pas été faite sur des personnes qui reviennent de blessure.
numbers-acwr = Rapport aigu sur chronique
numbers-acwr-is = Les 7 derniers jours divisés par les 28 derniers. Il y a trois façons de le faire, et elles ne sont pas d’accord. Trois semaines à 5 km par jour puis 5, 0, 8, 0, 5, 0 et 10 km : 0,8421 si les 28 jours contiennent les 7, 0,8000 avec les 21 jours d’avant, 1,0142 avec des moyennes pondérées. Le même coureur le même jour, des deux côtés de 1. Il est dans ce qu’affiche la commande, pas sur les pages.
numbers-acwr-not = Il n’a pas de bonne zone. Diviser par une constante ou au hasard faisait aussi bien, et après un arrêt son diviseur n’est presque rien, si bien qu’il explose justement quand quelqu’un reprend.
numbers-lag = Ce qu’a dit le lendemain matin
numbers-lag-is = Pour chaque sorte d’activité, combien de fois le lendemain matin a été plus bas, pareil ou plus haut que le matin du jour même. Sous 5 jours de ce genre, rien n’est dit ; une phase qui en compte 10 a sa propre ligne. Les jours auxquels manque l’un des deux matins sont comptés à part.
numbers-lag-not = Ce n’est pas une cause, ni une corrélation. Les jours n’ont pas été tirés au sort : on sort les bons jours. Des corrélations étaient données ici autrefois ; dans des journaux fabriqués où l’activité n’a aucun lien avec la douleur, 52 % en montraient une, puisque les deux suivent la guérison. Elles ont donc disparu.
numbers-exercises = Les exercices, et ce qui était prescrit
numbers-exercises-is = Le volume est séries × répétitions × kilogrammes, les deux côtés comptés deux fois ; les tenues sont des secondes. Le poids du corps et les élastiques pèsent on ne sait combien, ils n’ajoutent donc rien. De ce qui est prescrit, chaque semaine complète compte au plus ce qui l’était pour elle ; les semaines de repos ordonné sont laissées de côté, comme celles dont moins de cinq jours sont connus ; si c’est plus de la moitié des semaines, aucune part n’est donnée.
numbers-exercises-not = Quand la charge monte, les répétitions baissent, si bien que le volume peut baisser alors que la force augmente.

## Pages

page-not-published = Cette page n’est pas encore publiée.

## Progress

progress = Évolution
every-chart = Le journal en graphiques.
every-chart-between = Le journal en graphiques, du { $from } au { $to }.
what-numbers-mean = Ce que ces chiffres veulent dire, ou pas
as-files = Télécharger :
by-subject = Plus par sujet
nothing-to-draw = Aucun jour n’a encore de score ni de distance, il n’y a donc rien à dessiner.
week-by-week = Semaine par semaine
last-weeks = Les dernières semaines, la plus récente d’abord
progress-description = Tous les graphiques de { $site } : douleur par jour, distance par semaine, exercices et soins.
progress-coverage =
    { $scored ->
        [one]
            { $days ->
                [one] { $scored } jour sur { $days } a un score de douleur.
               *[other] { $scored } jour sur { $days } a un score de douleur.
            }
       *[other]
            { $days ->
                [one] { $scored } jours sur { $days } ont un score de douleur.
               *[other] { $scored } jours sur { $days } ont un score de douleur.
            }
    }
progress-injury-over = Du { $first } au { $last }.
progress-injury-until = Jusqu’au { $day }.
progress-injury-relapse = Une récidive : { $name }.
progress-injury-baseline = Avant elle, { $distance } de course par semaine.
progress-operation = { $day } : { $label } (opération).
progress-injury-since = Depuis le { $day }.
progress-diagnosis = { $day } : { $label }.
progress-listed-above = La liste se trouve sous le premier graphique.
progress-phases = Phases
progress-then = Autrefois et maintenant
progress-calendar = Calendrier
progress-distance = Course et marche
progress-strength = Force
progress-measures = Mesures
progress-points = Avant et après
progress-mornings = Le lendemain matin
progress-physio = Pour le kiné

## Criteria

criteria = Critères
criteria-lead = Ce qui était demandé avant chaque phase suivante. Un critère est atteint quand un billet le dit, et ouvert jusque-là.
criteria-of-no-phase = Sans phase
criterion-met = Critère atteint
criterion-met-on = atteint le { $day }
criterion-open = ouvert
criterion-by = Fixé par { $by }
criterion-said = { $text } (fixé par { $by })

## Progress: the course in figures

course-last-days = Douleur, 7 derniers jours
course-days-before = Les 28 jours d’avant
course-of-days = { $n } jours sur { $days }
course-median = médiane { $score }
course-change = Des 7 premiers aux 7 derniers jours
course-change-days = { $from } et { $to } jours sur 7
course-change-none = { $score } les deux fois
course-change-down = de { $from } à { $to }, en baisse de { $points } : { $tier }
course-change-down-percent = de { $from } à { $to }, en baisse de { $points }, { $percent } % : { $tier }
course-change-up = de { $from } à { $to }, en hausse de { $points } : { $tier }
course-change-up-percent = de { $from } à { $to }, en hausse de { $points }, { $percent } % : { $tier }
course-clear = net
course-borderline = limite
course-below = sous le repère
course-later = Les 21 derniers jours
course-earlier = Les 21 jours d’avant
course-days-without = Jours d’affilée sans douleur
course-row = { $now } maintenant, { $longest } au plus
course-scored = { $n } jours sur { $days } ont un score
course-runs-without = Courses d’affilée sans douleur
course-run-days =
    { $n ->
        [one] { $n } jour de course
       *[other] { $n } jours de course
    }
course-mornings = Matins, dernière semaine d’au moins quatre
course-mornings-risen = { $median } ; cette semaine et celle d’avant sont deux points ou plus au-dessus des quatre précédentes
course-mornings-days = semaine du { $week } : { $n } matins sur 7
course-runs-settled = Courses d’affilée où la douleur s’est calmée
course-verdicts = Les jours d’après la règle
course-verdict-days =
    { $n ->
        [one] { $n } jour avec un score pendant ou après
       *[other] { $n } jours avec un score pendant ou après
    }
course-spikes = Pics de douleur
course-spike =
    { $days ->
        [one] { $day }, { $days } jour ({ $known } avec un score), jusqu’à { $peak } depuis { $base }
       *[other] { $day }, { $days } jours ({ $known } avec un score), jusqu’à { $peak } depuis { $base }
    }
course-spike-so-far =
    { $days ->
        [one] { $day }, { $days } jour ({ $known } avec un score) sans fin connue, jusqu’à { $peak } depuis { $base }
       *[other] { $day }, { $days } jours ({ $known } avec un score) sans fin connue, jusqu’à { $peak } depuis { $base }
    }
course-no-spikes = aucun
course-all-spikes = { $n } : { $spikes }
course-last-spikes = { $n }, les { $told } derniers : { $spikes }
course-longer = Courses plus longues que les 30 jours d’avant
course-runs =
    { $n ->
        [one] { $n } course
       *[other] { $n } courses
    }
course-bands = écarts : { $small } petits, { $moderate } moyens, { $large } grands
course-bands-last = { $bands } ; le dernier le { $day }
course-weeks =
    { $n ->
        [one] { $year } : { $n } semaine
       *[other] { $year } : { $n } semaines
    }
course-other =
    { $kind ->
        [walk] marche { $distance }
        [walk-run] marche-course { $distance }
        [race] compétition { $distance }
        [bike] vélo { $distance }
        [elliptical] elliptique { $distance }
        [swim] natation { $distance }
        [aqua-jog] aqua-jogging { $distance }
        [alter-g] tapis antigravité { $distance }
        [row] rameur { $distance }
        [strength] renfo { $distance }
        [mobility] mobilité { $distance }
        [run] course { $distance }
       *[other] autre { $distance }
    }
course-of-week = { $n } sur { $days }

## Setbacks

setbacks = Rechutes
writers-words = Avec les mots de l’auteur : { $cause }
came-before = Ce qui a précédé
came-next = Ce qui a suivi
before-is-not-because = « Ce qui a précédé » énumère le jour même et les trois jours d’avant. Venir avant n’est pas être la cause.
pain-spike = Ce qu’est un pic de douleur
suspected = Ce que l’auteur soupçonnait, et combien de fois
earlier-ones = Précédents, { $n }
setbacks-description = Rechutes, poussées et pics de douleur de { $site }.
setbacks-none = Ce journal n’a ni rechute, ni poussée, ni pic de douleur.
setbacks-intro = { $n } fois où les choses ont tourné dans l’autre sens : { $parts }. Rechute et poussée sont les mots de l’auteur ; les pics de douleur sont calculés. Ce qui s’est passé les mêmes jours est compté une fois.
setbacks-setbacks =
    { $n ->
        [one] { $n } rechute
       *[other] { $n } rechutes
    }
setbacks-flares =
    { $n ->
        [one] { $n } poussée
       *[other] { $n } poussées
    }
setbacks-spikes =
    { $n ->
        [one] { $n } pic de douleur
       *[other] { $n } pics de douleur
    }
setbacks-setback = rechute
setbacks-flare = poussée
setbacks-spike = pic de douleur
setbacks-quoted = « { $cause } »
setbacks-spike-lasted =
    { $days ->
        [one] le pic a duré { $days } jour
       *[other] le pic a duré { $days } jours
    }
setbacks-not-over =
    { $days ->
        [one] pas fini au bout de { $days } jour
       *[other] pas fini au bout de { $days } jours
    }
setbacks-peak = douleur jusqu’à { $peak }, depuis une médiane de { $base } avant
setbacks-few = trop peu de scores dans les 14 jours d’avant, ou aucun à partir de ce jour, pour dire combien de temps cela a duré
setbacks-stayed = la douleur est restée à 1 point au plus de celle d’avant
setbacks-back-within =
    { $days ->
        [one] revenue à 1 point au plus de la douleur d’avant au bout de { $days } jour
       *[other] revenue à 1 point au plus de la douleur d’avant au bout de { $days } jours
    }
setbacks-not-back = pas encore à 1 point au plus de la douleur d’avant deux jours d’affilée
setbacks-ran-again = retour à la plus longue course d’un jour de la semaine d’avant le { $day }
setbacks-trigger = déclencheur possible, avec les mots de l’auteur : { $trigger }
setbacks-later =
    { $days ->
        [one] { $days } jour plus tard
       *[other] { $days } jours plus tard
    }
setbacks-times = { $n } fois
setbacks-earlier = Précédents, { $n }

## Tags

tags = Étiquettes
search = Recherche
tags-intro = De quoi parlent les billets.
all-tags = Toutes les étiquettes
tag-entries =
    { $n ->
        [one] { $n } billet.
       *[other] { $n } billets.
    }
tag-entries-page =
    { $entries ->
        [one] { $entries } billet, page { $n } sur { $last }.
       *[other] { $entries } billets, page { $n } sur { $last }.
    }
tags-description = De quoi parlent les billets de { $site }.
tag-title-page = { $tag }, page { $n }
tag-description =
    { $n ->
        [one] { $n } billet sur { $tag } dans { $site }.
       *[other] { $n } billets sur { $tag } dans { $site }.
    }

## Lists of entries

card-run-km = km courus
card-run-mi = mi courus
card-walk-km = km marchés
card-walk-mi = mi marchés

## Feeds

feed-tag-title = { $site } : { $tag }
feed-tag = Les billets sur { $tag } dans { $site }.
feed-beginning = Nouveau ici ? L’histoire commence avec { $entry }.
feed-chart = Graphique : { $says }
feed-chart-page = Voir sur la page
feed-lessons = Ce que { $site } a appris, et ce que c’est devenu.
feed-lesson =
    { $state ->
        [new] Leçon { $n } : nouvelle.
        [confirmed] Leçon { $n } : confirmée ×{ $times }.
        [revised] Leçon { $n } : revue.
       *[other] Leçon { $n } : retirée.
    }
feed-told-on = { $what } dans { $entry }, { $day }
feed-learned = Apprise

## The timeline

timeline = Chronologie
story-in-dates = L’histoire en dates.
story-on = L’histoire en dates : { $day }.
story-between = L’histoire en dates, du { $from } au { $to }.
continued = suite
since = Depuis le { $day }
number-in-chart = Son numéro dans le graphique
number-in-chart-before = numéro
number-in-chart-after = dans le graphique
in-entry = Dans { $entry }

### Charts

chart-coverage-later = { $coverage } (dont { $n } écrits plus tard)
chart-coverage-mornings = { $scored }, et { $n } de plus avec le matin seulement
chart-pain-spans = Une barre claire est un score pour plusieurs jours ; elle n’est dans aucune médiane.
chart-hollow = Un point creux : seul le matin est connu.
chart-crossed = Un point barré : un antidouleur a été noté.
chart-coverage =
    { $n } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } avec { $noted ->
        [score] un score
       *[entry] ce qui a été fait noté
    }
chart-few =
    { $n ->
        [0] aucun
        [1] un
        [2] deux
        [3] trois
        [4] quatre
        [5] cinq
        [6] six
        [7] sept
        [8] huit
        [9] neuf
        [10] dix
        [11] onze
        [12] douze
        [13] treize
        [14] quatorze
        [15] quinze
        [16] seize
        [17] dix-sept
        [18] dix-huit
        [19] dix-neuf
        [20] vingt
       *[other] { $n }
    }
chart-line = { $value } : { $label }
chart-mark =
    { $kind ->
        [setback] Rechute
       *[milestone] Étape
    }, { $day }
chart-on-small = ({ $n } sur petit écran)
chart-more-marks =
    { $n ->
        [one] et une de plus
       *[other] et { $n } de plus
    }
chart-thousands = k
chart-setback = Rechute : { $cause }
chart-no-pain = Aucune douleur notée ces jours-là
chart-worst = 10 : le pire
chart-median-of-days = médiane sur { $n } jours
chart-hatched = hachuré là où { $gap } jours ou plus n’en ont pas
chart-dashed-line = En tirets, { $line }.
chart-range = de { $least } à { $worst }
chart-milestones =
    { $n ->
        [one] { $n } étape indiquée.
       *[other] { $n } étapes indiquées.
    }
chart-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
chart-week-of = Semaine du
chart-part-week = { $day }, semaine incomplète
chart-days-logged = Jours notés
chart-median = Médiane
chart-unit-load = effort × min
chart-work =
    { $work ->
        [pain] pire douleur
        [run] distance courue
        [walk] distance marchée
        [distance] distance de toutes sortes
       *[load] charge
    }
chart-ceiling-own = le plafond que j’ai fixé
chart-ceiling-reading = plafond, lecture du modèle par comeback
chart-ceiling = le plafond { $whose }
chart-no-day = Aucun jour à montrer : aucun billet daté de ces jours.

# Headings of charts: at most twelve words, and no coverage

chart-length =
    { $unit ->
        [day] { $n ->
            [one] un jour
           *[other] { $count } jours
        }
        [week] { $n ->
            [one] une semaine
           *[other] { $count } semaines
        }
        [month] { $n ->
            [one] un mois
           *[other] { $count } mois
        }
       *[year] { $n ->
            [one] un an
           *[other] { $count } ans
        }
    }
chart-head-no-day = Aucun jour à montrer
chart-head-few = Trop peu de jours pour le dire
chart-head-pain-one = Un seul score pour l’instant : { $score }
chart-head-pain =
    { $way ->
        [down] Baisse de { $opening } à { $closing } en { $length }
        [up] Hausse de { $opening } à { $closing } en { $length }
        [same] Inchangée à { $closing } en { $length }
        [short] Autour de { $closing } en { $length }
        [last] Autour de { $closing } la dernière semaine
        [first] Autour de { $opening } la première semaine
       *[few] Trop peu de jours pour le dire
    }{ $spiked ->
        [yes] , pic en { $month }{ $dated ->
            [yes] {" "}{ $year }
           *[no] {""}
        }
       *[no] {""}
    }
chart-head-points =
    { $n ->
        [0] Le lendemain n’a jamais été plus haut
        [one] Le lendemain a été plus haut une fois
       *[other] Le lendemain a été plus haut { $n } fois
    }
chart-head-no-distance = Aucune distance notée
chart-head-few-weeks = { $total } { $unit } notés
chart-head-weeks =
    { $what ->
        [run] Course
        [walk] Marche
       *[any] Distance
    }{ $way ->
        [same] {" "}inchangée à { $to } { $unit }
        [up] , hausse de { $from } à { $to } { $unit }
       *[down] , baisse de { $from } à { $to } { $unit }
    } par semaine en { $length }
chart-head-around =
    { $way ->
        [down] Douleur en baisse : { $before } la semaine d’avant, { $after } celle d’après
        [up] Douleur en hausse : { $before } la semaine d’avant, { $after } celle d’après
        [same] Douleur inchangée à { $after }, la semaine d’avant et celle d’après
        [before] Douleur autour de { $before } la semaine d’avant
        [after] Douleur autour de { $after } la semaine d’après
       *[few] Trop peu de jours avant et après pour le dire
    }
chart-head-measures = Ce qui a été mesuré d’autre
chart-head-measure = { $name } de { $from } à { $to }
chart-head-morning = Le lendemain matin, selon l’activité
chart-head-double = Douleur et { $what }, jour par jour
chart-head-no-pain =
    { $n ->
        [0] Aucun jour à douleur 0
        [one] Douleur à 0 un jour
       *[other] Douleur à 0 pendant { $n } jours
    }
chart-head-idle =
    { $work ->
        [run] Aucune course notée
        [walk] Aucune marche notée
        [distance] Aucune distance notée
       *[load] Aucune charge notée
    }
chart-head-most = Au plus { $most } { $unit }, le { $day }
chart-head-means = { $acute } { $unit } par jour la dernière semaine
chart-head-phases =
    { $n ->
        [one] Une phase
       *[other] La plus longue phase
    }{ $open ->
        [yes] {" "}à ce jour
       *[no] {""}
    } : { $name }
chart-head-treatments =
    { $types ->
        [one] Noté : { $name }
       *[other] Noté le plus souvent : { $name }
    }, { $n ->
        [one] une fois
        [2] deux fois
       *[other] { $count } fois
    }
chart-head-exercises = Noté le plus souvent : { $name }
chart-head-exercise =
    { $name }, noté { $n ->
        [one] un jour
       *[other] { $count } jours
    }
chart-head-load =
    { $name } : { $way ->
        [same] { $to } { $unit }, comme au début
       *[other] de { $from } à { $to } { $unit }
    }
chart-head-lessons =
    { $n ->
        [one] une leçon apprise
       *[other] { $count } leçons apprises
    } { $days ->
        [few] à ce jour
       *[many] en { $length }
    }
chart-head-level = Au palier { $level }
chart-head-level-named = Au palier { $level } : { $name }

# Pain by day

chart-timeline-title = Pire douleur de chaque jour, de 0 à 10, { $span }
chart-timeline-none =
    { $days ->
        [one] Aucune douleur n’a été notée ce jour-là.
       *[other] Aucune douleur n’a été notée pendant ces { $days } jours.
    }
chart-timeline-one = Un seul score pour l’instant : { $worst } le { $day }.
chart-timeline-both = La douleur a été de { $worst } les deux jours qui ont un score.
chart-timeline-same = La douleur a été de { $worst } chacun des { $n } jours qui ont un score.
chart-timeline-few = Trop peu de jours pour le dire : { $n } sur { $days } ont un score, de { $least } à { $worst }.
chart-timeline-peak =
    { $times ->
        [one] un pire jour à { $worst } le { $day }
       *[other] un pire score de { $worst }, atteint { $times } jours, la première fois le { $day }
    }
chart-timeline-week = La douleur a eu une médiane de { $closing } les sept derniers jours, avec { $peak }.
chart-timeline-alike = La douleur a eu une médiane de { $closing } la première semaine et la dernière, avec { $peak }.
chart-timeline-went = La douleur est passée d’une médiane de { $opening } la première semaine à { $closing } la dernière, avec { $peak }.
chart-timeline-peak-only = La douleur a eu { $peak } ; trop peu de jours de la première et de la dernière semaine ont un score pour les comparer.
chart-timeline-last = La douleur a eu une médiane de { $closing } la dernière semaine, avec { $peak } ; trop peu de jours de la première ont un score.
chart-timeline-first = La douleur a eu une médiane de { $opening } la première semaine, avec { $peak } ; trop peu de jours de la dernière ont un score.
chart-timeline-how = Pire douleur de chaque jour, 0–10, plus haut est pire.
chart-dots-are-days = Les points sont des jours.
chart-dots-and-line = Les points sont des jours, la ligne est la médiane de { $window } (là où { $least } au moins sont connus).
chart-dots-of-bins = Un point est un score noté au moins une fois en { $bin } jours{ $small }.
chart-dots-and-line-of-bins = Un point est un score noté au moins une fois en { $bin } jours{ $small } ; la ligne est la médiane de chacune de ces tranches.
chart-timeline-desc =
    { $line ->
        [days] Des points, et une ligne de médianes sur { $window } jours
        [bins] Des points, et une ligne de médianes
       *[none] Des points
    }, pire douleur de chaque jour, de 0 à 10, { $span }, { $coverage }.
chart-timeline-range = Scores de { $least } à { $worst }.
chart-timeline-gaps =
    { $n ->
        [one] { $n } trou
       *[other] { $n } trous
    } de { $days } jours ou plus sans score.
chart-timeline-phases = Phases : { $names }.
chart-timeline-table =
    Pire douleur de chaque jour par { $by ->
        [day] jour
       *[week] semaine
    }, { $span }
chart-worst-of-week = Pire

# A line of pain beside words

chart-spark-say = Dernière douleur : { $score }.
chart-spark-none = Aucun score de douleur n’a été noté.
chart-spark-how = Pire douleur de chaque jour, 0–10. { $n } jours notés sur { $days }.

# The four points

chart-before = Avant
chart-during = Pendant
chart-after = Après
chart-next-day = Lendemain
chart-strip = Douleur avant { $before }, pendant { $during }, après { $after }, le lendemain { $next }
chart-strip-unknown = non noté
chart-strip-large = { $strip }, sur une échelle de 0 à 10
chart-strip-desc = Quatre points de gauche à droite.
chart-strip-most = Au plus { $most }.
chart-strip-above = Le lendemain était plus haut que le début.
chart-strip-below = Le lendemain était plus bas que le début.
chart-strip-same = Le lendemain était comme le début.
chart-strip-line = Ligne à { $line }.
chart-points-none = Aucun de ces points noté
chart-points-title = Douleur avant, pendant, après et le lendemain, de 0 à 10, { $span }
chart-points-no-day = Aucun jour n’a l’un des quatre points.
chart-points-few =
    Trop peu pour le dire : { $both } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } ont un score avant et un le lendemain.
chart-points-never =
    Le lendemain n’a jamais été au-dessus du début de la journée ; { $both } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } qui ont l’un des quatre points ont les deux scores.
chart-points-say =
    Le lendemain a été au-dessus du début de la journée { $rose } fois sur { $both } ; { $both } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } qui ont l’un des quatre points ont les deux scores.
chart-points-how =
    Douleur 0–10, plus haut est pire. { $wide ->
        [1] Un point est un jour{ $small ->
            [1] {""}
           *[other] {" "}(jusqu’à { $small } sur petit écran)
        }
       *[other] Un point est jusqu’à { $wide } { $small ->
            [1] jours
           *[other] jours ({ $small } sur petit écran)
        }
    }{ $lines ->
        [yes] , une ligne relie ceux d’un même jour, en couleur si le lendemain était au-dessus du début
       *[no] {""}
    } ; les traits courts sont des médianes (là où quatre sont connus).
chart-points-column =
    { $name } : { $median ->
        [none] { $n ->
            [one] { $n } jour noté
           *[other] { $n } jours notés
        }
       *[other] médiane { $median } sur { $n ->
            [one] { $n } jour
           *[other] { $n } jours
        }
    }
chart-points-desc =
    { $phases ->
        [0] Quatre colonnes de points
       *[other] Quatre colonnes de points dans un petit dessin pour chacune des { $phases } phases
    }, douleur de 0 à 10. { $columns }. { $say }
chart-points-letters = Av P Ap L
chart-points-how-phases = Douleur 0–10, plus haut est pire, avant (Av), pendant (P), après (Ap) et le lendemain (L), phase par phase. Un point plus gros compte plus de jours ; les traits courts sont des médianes (là où quatre sont connus).
chart-points-no-phase = hors phase
chart-points-phase = Phase
chart-points-medians = { $title }, médianes par phase
chart-points-scores = { $title }, jours avec chaque score
chart-score = Score

# Distance by week

chart-run = Course
chart-run-span = sur plusieurs jours
chart-walk = Marche
chart-other = Autre
chart-weeks-title =
    { $unit ->
        [km] Distance par semaine en kilomètres, { $span }
        [mi] Distance par semaine en milles, { $span }
       *[other] Distance par semaine en { $unit }, { $span }
    }
chart-weeks-no-distance =
    { $weeks ->
        [one] Aucune distance n’a été notée cette semaine-là.
       *[other] Aucune distance n’a été notée pendant ces { $weeks } semaines.
    }
chart-weeks-no-whole =
    { $total } { $unit } en { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    } ; aucune semaine complète n’a de billets la plupart des jours, on ne peut donc rien comparer.
chart-weeks-one-whole =
    { $total } { $unit } en { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    } ; une seule semaine complète a des billets la plupart des jours, il n’y en a donc aucune à quoi la comparer.
chart-weeks-same =
    { $what ->
        [run] La course
        [walk] La marche
       *[any] La distance
    } a été de { $to } { $unit } la première semaine complète { $which ->
        [written] avec des billets la plupart des jours et
       *[whole] et
    } la dernière
chart-weeks-went =
    { $what ->
        [run] La course
        [walk] La marche
       *[any] La distance
    } est passée de { $from } { $unit } la première semaine complète { $which ->
        [written] avec des billets la plupart des jours à
       *[whole] à
    } { $to } { $unit } la dernière
chart-weeks-most = , avec { $most } { $unit } au plus (semaine du { $day })
chart-weeks-idle =
    { $what ->
        [run] pas de course notée
        [walk] pas de marche notée
       *[any] rien de noté
    } dans { $idle } sur { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    }
chart-weeks-how =
    { $unit ->
        [km] Kilomètres
        [mi] Milles
       *[other] { $unit }
    } par semaine{ $start ->
        [sunday] , du dimanche au samedi
        [monday] , du lundi au dimanche
       *[other] {""}
    }{ $panels ->
        [several] , chaque panneau à sa propre échelle
       *[one] {""}
    }
chart-weeks-bar-small = (sur petit écran, une barre est la moyenne de { $n } semaines)
chart-weeks-bar = une barre est la moyenne de { $n } semaines{ $small }
chart-weeks-coverage =
    { $coverage } ; ce qui n’a pas été noté n’est dans aucune barre{ $hatched ->
        [yes] , et les semaines dont on ne sait rien sont hachurées
       *[no] {""}
    }.
chart-weeks-baseline = par semaine avant la blessure
chart-weeks-baseline-of = par semaine avant : { $name }
chart-weeks-spans = La partie claire d’une barre a été courue sur plusieurs jours ensemble.
chart-weeks-part = Une barre coupée de rayures est une semaine incomplète.
chart-weeks-desc = Des barres, une par semaine, dans un panneau chacun pour la course, la marche et le reste. { $coverage }. { $say }
chart-weeks-table = Distance par semaine, { $span }

# The weeks around an entry

chart-around-heading = { $day } : ce billet
chart-around-about = { $title }, { $day }
chart-around-title = Douleur et distance, jusqu’à trois semaines avant et après le { $day }
chart-around-both = La douleur a eu une médiane de { $before } les sept jours d’avant et de { $after } les sept d’après.
chart-around-few-after = La douleur a eu une médiane de { $before } les sept jours d’avant ; trop peu des jours d’après ont un score pour le dire.
chart-around-no-after = La douleur a eu une médiane de { $before } les sept jours d’avant ; les jours d’après ne sont pas encore écrits.
chart-around-few-before = La douleur a eu une médiane de { $after } les sept jours d’après ; trop peu des jours d’avant ont un score pour le dire.
chart-around-no-before = La douleur a eu une médiane de { $after } les sept jours d’après ; rien n’a été écrit avant.
chart-around-few = Trop peu de jours avant et après ont un score pour comparer.
chart-around-how =
    Douleur 0–10, plus haut est pire ; { $unit ->
        [km] kilomètres
        [mi] milles
       *[other] { $unit }
    } par jour en dessous. { $coverage }
chart-around-desc = Deux panneaux, { $span }. En haut, un point pour la pire douleur de chaque jour avec la médiane sur 7 jours, { $coverage }{ $range }. En bas, des barres pour la distance courue et marchée chaque jour. { $say }

# Pain and what was done

chart-double-pain = Douleur, 0–10, plus haut est pire
chart-double-pain-next = Douleur du lendemain, 0–10
chart-double-work = { $what }, { $unit } par jour
chart-double-work-mean = { $what }, moyenne en { $unit } par jour
chart-double-title = Douleur et { $what }, { $span }
chart-double-say =
    { $both } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } { $both ->
        [one] a
       *[other] ont
    } un score et un billet.
chart-double-how =
    { $when ->
        [after] Au-dessus de chaque jour se trouve la douleur du lendemain, 0–10, plus haut est pire
       *[on] Douleur 0–10, plus haut est pire
    } ; en dessous, { $what } en { $unit }. { $coverage }, { $worked } avec ce qui a été fait noté
chart-double-bins = Un point est un score noté en { $bin } jours{ $small }, une barre la moyenne de ceux d’entre eux qui sont connus.
chart-double-caveat = Côte à côte ne veut pas dire que l’un est la cause de l’autre.
chart-double-desc =
    Deux panneaux sur les mêmes jours, { $span }. En haut, un point pour la pire douleur de chaque { $when ->
        [after] jour, dessiné un jour plus tôt
       *[on] jour
    }, { $coverage }{ $range }. En bas, des barres pour { $what }, au plus { $most } { $unit } par jour. { $say }
chart-double-table =
    Douleur et { $what } par { $by ->
        [day] jour
       *[week] semaine
    }, { $span }
chart-pain-next-day = Douleur du lendemain
chart-days-with-score = Jours avec un score
chart-median-of-pain = Médiane de la douleur
chart-median-next-day = Médiane de la douleur du lendemain

# The calendar

chart-weekdays = lu ma me je ve sa di
chart-over = plus de { $n }
chart-up-to = jusqu’à { $n }
chart-no-score = pas de score
chart-no-entry = pas de billet
chart-heat-title = { $what } de chaque jour, { $span }
chart-heat-none =
    Aucun de { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } n’a { $noted ->
        [score] de score
       *[entry] ce qui a été fait noté
    }.
chart-heat-pain =
    Sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } avec un score, { $none } à douleur 0 et { $half } à 5 ou plus.
chart-heat-work =
    Sur { $days ->
        [one] { $days } jour connu
       *[other] { $days } jours connus
    }, { $n } avec { $work ->
        [run] une course
        [walk] une marche
        [distance] une distance
       *[load] une charge
    } ; le plus a été { $most } { $unit }, le { $day }.
chart-heat-idle =
    Sur { $days ->
        [one] { $days } jour connu
       *[other] { $days } jours connus
    }, aucun avec { $work ->
        [run] une course
        [walk] une marche
        [distance] une distance
       *[load] une charge
    }.
chart-heat-how =
    { $what }, { $scale }. Un carré est { $square ->
        [median] une semaine, sa médiane là où quatre jours sont connus ; une ligne est une année
        [mean] une semaine, sa moyenne par jour là où quatre jours sont connus ; une ligne est une année
       *[day] un jour
    } ; plus la couleur est forte, plus il y en a ; barré là où rien n’est connu. { $coverage }.
chart-heat-desc =
    Un calendrier avec un carré pour chaque { $square ->
        [day] jour
       *[week] semaine
    }, { $what }. { $coverage }. { $say }
chart-by-week = { $what } par semaine
chart-days-known = Jours connus
chart-mean-a-day = Moyenne par jour
chart-most = Maximum

# Means of 7 and 28 days

chart-mean-7 = moyenne sur 7 jours
chart-mean-28 = moyenne sur 28 jours
chart-means-nothing = Rien de noté ces jours-là
chart-means-title = { $what } : moyennes sur 7 et 28 jours, { $span }
chart-means-both = Les 7 derniers jours ont eu une moyenne de { $acute } { $unit } par jour, les 28 derniers de { $chronic }.
chart-means-short = Les 7 derniers jours ont eu une moyenne de { $acute } { $unit } par jour ; trop peu des 28 derniers sont connus pour dire la leur.
chart-means-few = Trop peu pour le dire : une moyenne demande six des 7 derniers jours, ou 23 des 28 derniers.
chart-means-how = { $what }, { $unit } par jour ; un point est ce qui a été fait un jour, les lignes sont les moyennes jusqu’à chaque jour, celle sur 28 jours en tirets. { $coverage }. { $ratio } { $critique }
chart-means-desc = Deux lignes sur des points, { $what } en { $unit }, { $coverage }, au plus { $most } par jour. { $say }
chart-means-by-week = { $title }, par semaine, les moyennes à son dernier jour
chart-ratio = Le dernier jour, l’une divisée par l’autre vaut { $ratio }{ $others }.
chart-ratio-before = { $ratio } sur les 21 jours d’avant
chart-ratio-weighted = { $ratio } pondéré
chart-ratio-floor = Pas de rapport : la moyenne sur 28 jours n’est pas au-dessus de { $floor }.
chart-ratio-few = Pas de rapport : { $n } des 28 derniers jours sont connus, et il en faut 23.
chart-ratio-critique = Ce rapport est très répandu, et on n’a pas trouvé qu’il dise qui se blesse : diviser par une constante ou au hasard faisait aussi bien (Impellizzeri et coll. 2020, doi 10.1123/ijspp.2019-0864), et après un arrêt son diviseur tend vers zéro. Il n’y a donc pas de zones ici.

# Then and now

chart-then-now = maintenant
chart-then-year = un an avant
chart-head-then-none = Rien d’antérieur à mettre à côté de ces semaines
chart-then-none = Il n’y a ni blessure antérieure, ni année d’avant, où les mêmes semaines soient notées.
chart-then-needs = Il faut une semaine avec quelque chose de noté les deux fois.
chart-then-key = ● { $now }  ○ { $then }
chart-then-title = Autrefois et maintenant : douleur par semaine, { $span }
chart-then-title-run = Autrefois et maintenant : distance courue par semaine, { $span }
chart-head-then = Ces semaines à côté de celles de { $then }
chart-head-then-year = Ces semaines à côté des mêmes un an avant
chart-then-say =
    { $weeks ->
        [one] { $weeks } semaine : avec une médiane maintenant { $now }, alors { $then }, les deux fois { $both }.
       *[other] { $weeks } semaines : avec une médiane maintenant { $now }, alors { $then }, les deux fois { $both }.
    }
chart-then-say-run =
    { $weeks ->
        [one] { $weeks } semaine : avec quelque chose de noté maintenant { $now }, alors { $then }, les deux fois { $both }.
       *[other] { $weeks } semaines : avec quelque chose de noté maintenant { $now }, alors { $then }, les deux fois { $both }.
    }
chart-then-last = Dans la dernière semaine qui a les deux, du { $day } : { $now } maintenant ({ $n } jours sur 7 avec un score), { $then } alors ({ $m } sur 7).
chart-then-last-run = Dans la dernière semaine qui a les deux, du { $day } : { $now } notés maintenant (connu { $n } jours sur 7), { $then } alors ({ $m } sur 7).
chart-then-how = Un point est la médiane de la douleur d’une semaine, là où 4 de ses jours au moins ont un score. Points pleins et ligne continue : { $now }. Points creux et ligne brisée : { $then }.
chart-then-how-run = Un point est la distance courue en une semaine, pour ce qui en a été noté. Points pleins et ligne continue : { $now }. Points creux et ligne brisée : { $then }.
chart-then-how-injury = Les semaines antérieures, { $span }, sont déplacées pour que chaque semaine d’une blessure soit au-dessus de la même semaine de l’autre.
chart-then-how-year = Les semaines antérieures, { $span }, sont déplacées de 52 semaines.
chart-then-no-forecast = Le cours de l’une ne dit rien de la suite de l’autre.
chart-then-range = { $name } : de { $least } à { $most }.
chart-then-week = Semaine { $n }, { $day }
chart-then-days = Jours avec un score
chart-then-days-run = Jours connus

# Pain at four lags

chart-of = { $n } sur { $of }
chart-measure = Mesure
chart-measure-value = Valeur
chart-measure-sides = De l’autre côté
chart-measure-first =
    { $n ->
        [one] { $name }
       *[other] { $name }, premier de { $n } jours
    }
chart-measure-last =
    { $n ->
        [one] { $name }
       *[other] { $name }, dernier de { $n } jours
    }
chart-measure-more = { $name } · plus, c’est mieux
chart-measure-less = { $name } · moins, c’est mieux
chart-measure-both = gauche { $left }, droite { $right }
chart-measure-sides-key = ● G  ○ D
chart-measure-line = seuil
chart-measure-line-more = seuil à atteindre
chart-measure-line-less = seuil à ne pas dépasser
chart-measure-left = gauche
chart-measure-right = droite
chart-measure-none = Rien d’autre n’a été mesuré deux fois.
chart-measure-title = Ce qui a été mesuré d’autre, { $span }
chart-measure-say =
    { $n ->
        [one] { $n } chose a été mesurée deux jours ou plus.
       *[other] { $n } choses ont été mesurées deux jours ou plus.
    }
chart-measure-how = Chaque panneau a sa propre échelle, à partir de 0. Un point est un jour avec une valeur ; des jours entre eux, on ne sait rien.
chart-measure-how-sides = Les points pleins et la ligne continue sont le côté gauche, les points creux et la ligne brisée le droit.
chart-measure-ratio = { $name }, { $day } : { $both } ; { $ratio }.
chart-measure-of-other =
    { $side ->
        [left] la gauche fait { $percent } % de la droite
       *[right] la droite fait { $percent } % de la gauche
    }
chart-measure-share =
    { $side ->
        [left] gauche { $percent } %
       *[right] droite { $percent } %
    }
chart-measure-row =
    { $n ->
        [one] { $name } : { $n } jour, de { $from } à { $to }.
       *[other] { $name } : { $n } jours, de { $from } à { $to }.
    }
chart-morning-done = ce qui a été fait
chart-morning-lower = plus bas
chart-morning-same = pareil
chart-morning-higher = plus haut
chart-morning-both = jours avec les deux matins
chart-morning-unknown = jours sans
chart-morning-exercises = Exercices seulement
chart-morning-rest = Rien de fait
chart-morning-few = Trop peu pour le dire (jours) : { $kinds }.
chart-morning-none = Trop peu de matins sont connus pour dire ce que le lendemain a dit.
chart-morning-of-days = { $of } jours
chart-morning-title = Ce qu’a dit le lendemain matin, selon ce qui a été fait, { $span }
chart-morning-say = Ce qu’a dit le lendemain matin, selon ce qui a été fait.
chart-morning-row =
    { $n ->
        [one] { $name } : le matin d’après { $n } jour a été plus haut { $higher }, pareil { $same }, plus bas { $lower } fois.
       *[other] { $name } : le matin d’après { $n } jours a été plus haut { $higher }, pareil { $same }, plus bas { $lower } fois.
    }
chart-morning-how =
    Le matin de chaque jour face à celui du lendemain. Les activités qui comptent moins de { $few } de ces jours sont laissées de côté ; { $unknown ->
        [one] à { $unknown } jour il manque
       *[other] à { $unknown } jours il manque
    } l’un des deux matins. Les jours n’ont pas été tirés au sort : on sort les bons jours.
chart-morning-mixed = Pour { $n } d’entre eux, un score a été noté le lendemain et l’autre avant de partir.

# Phases and diagnoses

chart-spans-sorts =
    { $sort ->
        [diagnosis] diagnostics
        [operation] opérations
       *[phase] phases
    }
chart-spans-sort =
    { $sort ->
        [diagnosis] diagnostic
        [operation] opération
       *[phase] phase
    }
chart-spans-none =
    { $sort ->
        [phase] Aucune phase
        [diagnosis] Aucun diagnostic
       *[none] Aucune période
    } ces jours-là
chart-spans-title =
    { $sorts ->
        [phase] Phases
        [diagnosis] Diagnostics
        [operation] Opérations
        [both] Phases et diagnostics
        [phases-operations] Phases et opérations
        [diagnoses-operations] Diagnostics et opérations
        [all] Phases, diagnostics et opérations
       *[none] Périodes
    }, { $span }
chart-spans-say =
    { $n } { $sort ->
        [diagnosis] { $n ->
            [one] diagnostic
           *[other] diagnostics
        }
       *[phase] { $n ->
            [one] phase
           *[other] phases
        }
    } en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
chart-spans-longest =
    la plus longue durée : { $name }, { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }{ $open ->
        [yes] {" "}à ce jour
       *[no] {""}
    }
chart-spans-open = { $name } n’a pas encore de dernier jour
chart-spans-how-bar = Une barre est une phase, de son premier jour à son dernier
chart-spans-how-said = Une ligne est un diagnostic, du jour où il a été posé au suivant
chart-spans-how-operated = Un point sans ligne est une opération
chart-spans-rest = hachuré là où du repos était ordonné
chart-spans-open-end = un bout ouvert n’a pas encore de dernier jour
chart-spans-notes = Les numéros sont des étapes.
chart-spans-covered =
    { $n } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } sont dans { $sort ->
        [diagnosis] un diagnostic
       *[phase] une phase
    }.
chart-spans-desc = Des barres en lignes, { $span }. { $say }
chart-spans-from = dès le { $day }
chart-more-rows = { $n } de plus dans le tableau.
chart-spans-ongoing = ouvert
chart-name = Nom
chart-sort = Sorte
chart-first-day = Premier jour
chart-last-day = Dernier jour
chart-day-count = Jours

# Treatments

chart-treatments-title =
    { $pain ->
        [yes] Soins et douleur
       *[no] Soins
    }, { $span }
chart-treatments-word = Dernier mot
chart-treatments-newest = { $word }, { $day }
chart-treatments-line = médiane
chart-treatments-nothing = Aucun soin ces jours-là
chart-treatments-none =
    Aucun soin n’a été noté en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
chart-treatments-types =
    { $n } soins de { $types } types en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }, le plus souvent { $name } ({ $times })
chart-treatments-type =
    { $n ->
        [one] { $n } soin
       *[other] { $n } soins
    } en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }, seulement { $name }
chart-treatments-hours = { $hours } heures en tout
chart-treatments-hours-known = { $hours } heures dans les { $n } dont la durée est connue
chart-treatments-how = En haut, la pire douleur de chaque jour, 0–10, plus haut est pire, avec sa médiane ({ $coverage }).
chart-treatments-lanes =
    { $pain ->
        [yes] En bas, un couloir pour chaque type
       *[no] Un couloir pour chaque type
    } : { $bin ->
        [1] un trait est un jour
       *[other] un trait est la somme de { $bin } jours ({ $narrow } sur petit écran)
    }, d’autant plus haut qu’il compte de { $tallest ->
        [none] minutes
       *[other] minutes (le plus haut : { $tallest })
    }
chart-treatments-dot = un point est un soin de durée inconnue
chart-treatments-most = Les { $n } plus fréquents de { $types } types ; le tableau les a tous.
chart-treatments-note = Deux choses les mêmes semaines : cela ne veut pas dire que l’une est la cause de l’autre.
chart-treatments-desc =
    { $pain ->
        [yes] Deux panneaux, { $span }. En haut, des points pour la pire douleur de chaque jour, { $coverage }{ $range }. En bas, des traits pour les jours de chaque type de soin.
       *[no] Des traits pour les jours de chaque type de soin, { $span }.
    } { $say }
chart-treatments-on =
    { $name } : { $n ->
        [one] { $n } séance
       *[other] { $n } séances
    } le { $first }.
chart-treatments-between =
    { $name } : { $n ->
        [one] { $n } séance
       *[other] { $n } séances
    } entre le { $first } et le { $last }.
chart-minutes = Minutes
chart-minutes-known = { $n } connues
chart-by = Par
chart-treatments-table = Soins par type, { $span }

# Exercises

chart-load-in = Charge, { $unit }
chart-band = Élastique
chart-repetitions = Répétitions
chart-seconds = Secondes tenues
chart-pain-at-it = Douleur pendant
chart-other-bands = autres élastiques
chart-of-band = élastique { $band }
chart-sides = ● gauche | droite
chart-left = gauche
chart-right = droite
chart-side = Côté
chart-exercise-nothing = Aucun exercice ces jours-là
chart-exercise-no-numbers = Ni charge, ni répétitions, ni tenue notées
chart-exercise-title = { $name } par séance, { $span }
chart-exercises-title = Exercices par séance, { $span }
chart-exercise-none =
    Aucun exercice n’a été noté en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
chart-exercise-one =
    { $name } : fait { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
chart-exercise-most =
    Les { $n } plus souvent faits de { $total } exercices ; { $name } { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
chart-exercise-all =
    { $n } exercices ; le plus souvent fait : { $name }, { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
chart-exercise-load = sa charge médiane a été de { $from } { $unit } les trois premières fois et de { $to } { $unit } les trois dernières
chart-exercise-load-same = sa charge médiane a été de { $to } { $unit } les trois premières fois et les trois dernières
chart-exercise-few-loads = trop peu de fois avec une charge pour comparer
chart-exercise-empty = Aucun nombre à dessiner.
chart-exercise-dot = Un point est un jour.
chart-exercise-bins = Un point est une valeur atteinte au moins une fois en { $bin } jours{ $small }.
chart-exercise-how =
    Les charges partent de 0 ; les répétitions et les secondes sont celles d’un côté dans toutes les séries d’un { $sided ->
        [yes] jour ; les points sont le côté gauche, ou les deux à la fois, les traits droits le côté droit
       *[no] jour
    }.
chart-exercise-bands = Les élastiques sont dans l’ordre du premier emploi, ce qui n’est pas une échelle.
chart-exercise-unloaded = Ce qui a été fait sans charge en nombres, comme au poids du corps, n’a pas de point parmi les charges.
chart-exercise-pain = La douleur est de 0–10, plus haut est pire.
chart-exercise-note = Quand les charges montent, les répétitions baissent souvent.
chart-exercise-desc = De petits dessins, un pour chaque exercice, avec des panneaux pour la charge, les répétitions, les tenues et la douleur, { $span }. { $say }
chart-exercise-cell =
    { $name } : { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
chart-most-load = { $unit } au plus
chart-most-repetitions = Répétitions au plus
chart-most-seconds = Secondes au plus
chart-worst-pain = Pire douleur
chart-by-week-after = { $title }, par semaine

# Lessons

chart-lessons-title = Les leçons au fil du temps, { $span }
chart-lessons-nothing = Aucune leçon apprise ces jours-là
chart-lessons-new =
    { $n ->
        [one] { $n } leçon apprise
       *[other] { $n } leçons apprises
    } en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } ; il n’en a plus été question depuis.
chart-lessons-say =
    { $n ->
        [one] { $n } leçon apprise
       *[other] { $n } leçons apprises
    } en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } : { $fates }.
chart-lessons-held = confirmées plus tard : { $n }
chart-lessons-revised = revues : { $n }
chart-lessons-retracted = retirées : { $n }
chart-lessons-how = Un point est le jour où une leçon a été écrite pour la première fois.
chart-lessons-how-held = Un point est le jour où une leçon a été écrite pour la première fois, plus gros si elle a été souvent confirmée ; chacun de ces jours est un trait.
chart-lessons-diamond = Un losange est un jour où elle a été revue.
chart-lessons-cross = Une croix est un jour où elle a été retirée ; une leçon qui le reste est un point creux, rayée.
chart-lessons-order = Les lignes et les numéros suivent l’ordre d’apprentissage.
chart-lessons-undated =
    { $n ->
        [one] { $n } sans date n’est pas montrée.
       *[other] { $n } sans date ne sont pas montrées.
    }
chart-lessons-desc = Des points en lignes, une pour chaque leçon, { $span }. { $say }
chart-lesson = Leçon
chart-learned = Apprise
chart-held-again = Confirmée
chart-revised = Revue
chart-taken-back = Retirée
chart-last-word = Dernier mot
chart-yes = oui
chart-no = non

# A ladder

chart-green = verte
chart-amber = orange
chart-red = rouge
chart-grey = grise
chart-said = dite
chart-head-green = Verte
chart-head-amber = Orange
chart-head-red = Rouge
chart-head-grey = Grise
chart-head-said = Dite
chart-ladder-default = la lecture que comeback fait de la règle { $preset }
chart-ladder-no-rule = Les paliers tels qu’ils ont été écrits ; sans règle dans les réglages, personne ne dit quelle séance fait monter.
chart-ladder-own = la règle que j’ai fixée
chart-ladder-whose = la règle { $whose }
chart-ladder-nothing = Aucune séance ces jours-là
chart-ladder-no-session = Paliers d’une échelle, aucune séance
chart-ladder-title = Paliers d’une échelle, { $span }
chart-ladder-none = Pas encore de séance sur cette échelle.
chart-ladder-level = palier { $level } sur { $of }
chart-ladder-say =
    Après { $n ->
        [one] { $n } séance
       *[other] { $n } séances
    } : { $level }
chart-ladder-highest = le plus haut a été le palier { $level }
chart-ladder-falls =
    { $n ->
        [one] { $n } séance a fait descendre d’un palier
       *[other] { $n } séances ont fait descendre d’un palier
    }
chart-ladder-how = La ligne est le palier de chaque séance, selon l’échelle de l’auteur.
chart-ladder-counts = D’après { $rule } : { $counts }.
chart-ladder-rule =
    { $times ->
        [1] Une séance verte fait monter d’un palier
       *[other] { $times } séances vertes d’affilée font monter d’un palier
    }, une rouge fait descendre d’un palier, une orange recommence la série, une grise (on ne sait pas) ne change rien.
chart-ladder-bins = Les marques valent pour { $bin } jours ensemble ({ $narrow } sur petit écran), une pour chaque issue.
chart-ladder-desc =
    Ligne en escalier sur { $levels ->
        [one] { $levels } palier
       *[other] { $levels } paliers
    }, { $title }. { $say } { $how }
chart-level = Palier
chart-outcome = Issue
chart-then = Ensuite
timeline-description = L’histoire de { $site } en dates.
timeline-before = Avant la première phase
timeline-between = Entre deux phases
timeline-after = Après la dernière phase
timeline-injury = Blessure
timeline-relapse = Récidive
timeline-operation = Opération
timeline-ended = Fin de la blessure
timeline-diagnosis = Diagnostic
timeline-scan = Imagerie
timeline-race = Compétition
timeline-first = Première fois
timeline-milestone = Étape
timeline-treatment-first = Soin, première fois
timeline-treatment-last = Soin, dernière fois
timeline-treatment-last-so-far = Soin, dernière fois à ce jour
timeline-treatment-once = Soin, une fois
timeline-advice = Conseils, côte à côte
timeline-advice-by = De { $name }.
timeline-advice-once = Conseil
timeline-setback = Rechute
timeline-flare = Poussée
timeline-learned = Leçon apprise
timeline-revised = Leçon revue
timeline-taken-back = Leçon retirée
timeline-times-until = { $n } fois jusqu’au { $day }.
timeline-times-so-far = { $n } fois à ce jour, la dernière le { $day }.
timeline-times-since = { $n } fois depuis le { $day }.
road = Le chemin en une page
road-phase = Phase
road-days = Jours
road-runs = Courses notées
road-pain = { $least }–{ $most }
road-pain-same = { $score }
chapter-pain = La douleur a été entre { $least } et { $most }
chapter-pain-same = La douleur a été de { $score } chaque jour qui a un score
chapter-runs =
    { $n ->
        [0] aucune course notée
        [one] une course notée { $n } jour
       *[other] des courses notées { $n } jours
    }
chapter-runs-over =
    { $n ->
        [one] une course notée { $n } jour, { $distance }
       *[other] des courses notées { $n } jours, { $distance } en tout
    }
chapter-setbacks =
    { $n ->
        [one] { $n } rechute
       *[other] { $n } rechutes
    }
chapter-lessons =
    { $n ->
        [one] { $n } leçon apprise
       *[other] { $n } leçons apprises
    }
chapter-more = { $n } de plus
timeline-advice-note = Les conseils que plusieurs personnes ont donnés à moins d’une semaine d’écart sont côte à côte, avec les mots de l’auteur.
timeline-courses-note = Des soins d’un même type, à six semaines au plus les uns des autres, comptent pour une cure ; son premier et son dernier sont dans la liste.

## Search

search-description = Trouver des billets, des leçons et des pages de { $site }.
search-words = Mots
search-kind = Sorte
search-everything = Tout
search-phase = Phase
search-all-phases = Toutes les phases
search-injury = Blessure
search-all-injuries = Toutes les blessures
search-tag = Étiquette
search-year = Année
search-none = Rien n’a été trouvé.
search-one = Une page a été trouvée.
search-many = { $n } pages ont été trouvées.
search-failed = La recherche n’a pas pu être chargée. Les listes ci-dessous mènent à tout.
search-more = En montrer plus
search-day = jour { $n }
search-mean = Vouliez-vous dire { $words } ?
search-some = Aucune page n’a tous ces mots. Celles-ci en ont la plupart.
search-small-words = à ai au aux avec c ce ces comment d dans de des du elle en est et il ils j je l la le les leur lui m ma mes moi mon n ne ou où par pas pour pourquoi qu quand que quel quelle qui quoi s sa se ses son sont sur t ta te tes toi ton tu un une vos votre vous y
search-said = { $name } : { $what }
search-triggers = Soupçonné
search-medication = Médicaments
search-tests = Tests
search-treatment = Soin : { $name }
search-trigger = Soupçonné d’amener la douleur : { $name }, { $times }
search-also-timeline = L’histoire en dates : combien de temps cela a duré, combien de temps avant de recourir, durée de guérison, étapes, diagnostics.
search-also-progress = Graphiques et courbes : douleur par jour, distance par semaine, combien de temps avant de recourir, évolution en chiffres.
search-also-setbacks = Rechutes, poussées et récidives : ce qui a mal tourné, ce qui a aggravé, ce qui a pu les déclencher.
search-also-exercises = Exercices : rééducation, renfo, renforcement musculaire, étirements, kiné à la maison, ce qui a été fait et combien de fois.
search-also-treatments = Soins : kiné, ostéo, médecins, rendez-vous, thérapie, ce qui a aidé, coût de chaque soin.
search-also-now = Où j’en suis maintenant : mieux, guéri ou pas encore.
search-also-red-flags = Signaux d’alarme : quand consulter tout de suite.
search-also-lessons = Leçons : ce qui a été appris, ce qui a marché, conseils et erreurs.

## Cards

card-pain-all = Douleur, 0–10, du premier jour au dernier
card-pain-weeks = Douleur, 0–10, dans les six semaines jusqu’à ce jour

## The report

report-title = Pour le kiné : { $injury }
report-day = jour { $n } de la blessure
report-days = jours { $from } à { $to } de la blessure
report-onset = depuis le { $day }
report-diagnosis = diagnostic : { $label } ({ $day })
report-ended = finie le { $day }
report-together =
    { $n ->
        [one] { $n } blessure.
       *[other] { $n } blessures ensemble ; un rapport sur une seule la nomme.
    }
report-goes-on = À la suite du dernier rapport, qui finissait le { $day }.
report-no-last = Aucun rapport n’a été fait avant, voici donc les 28 derniers jours notés.
report-coverage =
    Noté { $noted } sur { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } : la douleur { $pain }, celle du lendemain { $next }, ce qui a été fait { $done }.
report-coverage-none =
    { $days ->
        [one] Rien n’est noté ce jour-là.
       *[other] Rien n’est noté pendant ces { $days } jours.
    }
report-coverage-gap = Plus long silence : { $days } jours, { $span }.
report-coverage-later =
    { $n ->
        [one] { $n } jour a été écrit plus tard.
       *[other] { $n } jours ont été écrits plus tard.
    }
report-coverage-since = Rien n’est noté après le { $day } ; la page a été faite le { $today }.
report-none = aucun noté
report-nothing = rien de noté
report-change = Ce qui a changé, ce qui a été fait
report-these-days = Ces jours
report-days-before = Avant
report-before = Avant : { $span }. Entre parenthèses : jours connus.
report-before-none = Rien n’est noté d’autant de jours avant. Entre parenthèses : jours connus.
report-change-pain = Douleur du jour, médiane
report-change-morning = Douleur du matin, médiane
report-change-free = Jours à douleur 0
report-change-run = Course, { $unit }
report-change-longest = Le plus couru en un jour, { $unit }
report-change-load = Charge, effort × min
report-of = { $n } sur { $days }
report-too-few = trop peu ({ $n })
report-points = Réaction : la douleur en quatre points
report-before-point = avant
report-during = pendant
report-after = après
report-next-day = lendemain
report-points-median = Médiane
report-points-days =
    { $days ->
        [one] Scores de { $days } jour
       *[other] Scores de { $days } jours
    }
report-points-most = Maximum
report-points-before = Médiane avant
report-points-none = aucun des quatre n’est noté
report-mornings = Ce qui a été fait, et le lendemain matin
report-mornings-note = Plus bas, pareil, plus haut : des jours dont les deux matins sont connus.
report-on-days = jours
report-lower = plus bas
report-same = pareil
report-higher = plus haut
report-deed-exercises = Exercices seulement
report-deed-rest = Rien de fait
report-mornings-none = ce qui a été fait n’est noté aucun jour
report-chart = Douleur et charge
report-chart-nothing = Douleur et charge : rien de noté
report-chart-how = Point : pire douleur du jour ; creux : le matin seul ; barré : antidouleur noté. Hachuré : inconnu.
report-verdicts = D’après la règle
report-rule = Jusqu’à { $low } vert, jusqu’à { $ceiling } orange, et calmée au bout de { $hours } h, { $whose }.
report-no-rule = aucune règle n’est fixée, aucun jour n’est donc jugé
report-no-verdict = aucun jour n’a ce que la règle demande
report-verdict-day = { $day } ({ $why })
report-more = { $n } plus tôt
report-exercises = Exercices notés, des jours connus
report-a-week = par semaine
report-noted-of-known = noté
report-most-pain = pire douleur
report-helps = (fait du bien)
report-neutral = (ne change rien)
report-aggravates = (aggrave)
report-helped = a aidé { $n } ×
report-did-not-help = n’a pas aidé { $n } ×
report-unsure = on ne sait pas { $n } ×
report-setbacks = Rechutes et poussées, et ce qui a précédé
report-setback = Rechute
report-flare = Poussée
report-setback-and-flare = Rechute et poussée
report-spike = Pic de douleur
report-came-before = 72 h jusque-là : { $what }
report-nothing-before = Rien n’est noté des 72 h jusque-là.
report-suspected = soupçonné : { $name }
report-triggers = Déclencheurs soupçonnés
report-new = nouveau
report-known = déjà nommé
report-milestones = Étapes
report-medicines = Médicaments
report-noted-on-days =
    { $n ->
        [one] noté { $n } jour
       *[other] noté { $n } jours
    }
report-last-on = dernier { $day }
report-measures = Tests et mesures
report-first = premier
report-last = dernier
report-value-on = { $value } ({ $day })
report-left-of-right = gauche { $percent } % de droite
report-right-of-left = droite { $percent } % de gauche
report-criteria = Critères pour la phase suivante
report-criterion-met = noté atteint le { $day }
report-criterion-open = ouvert
report-questions = Questions
report-and-more = et { $n } de plus
report-shortened =
    { $n ->
        [one] { $n } texte a été raccourci pour tenir et finit par « … ».
       *[other] { $n } textes ont été raccourcis pour tenir et finissent par « … ».
    }
report-private = Pour l’auteur et qui le soigne : des champs privés s’y trouvent (médicaments, poids, qui a donné les soins).
report-private-entries = Les chiffres des billets privés comptent.

## The book

book-title-page = Titre
book-cover = Couverture
book-introduction = Introduction
book-landmarks = Repères dans le livre
book-begin = Début
book-without-date = Sans date
book-no-entries = Aucun billet public ne se trouve ici.
book-entries =
    { $n ->
        [one] { $n } billet
       *[other] { $n } billets
    }
book-of-site = De { $site }
book-access = Le texte suit l’ordre de lecture, avec un sommaire par chapitre et par billet. Chaque graphique a ses mots à côté de lui. Les photos ont les descriptions que leur auteur leur a données.

## The file of a new entry

new-unfilled = 0 à 10 ; ce qui reste vide reste inconnu.
new-next-day = Le score du lendemain s’ajoute demain.
new-distances = Distances en { $unit } ; enlevez le # devant ce que vous avez fait.
new-as-on = Comme le { $day } : enlevez le # devant ce que vous avez refait, et changez ce qui était différent.
new-day = jour { $n }
new-week = semaine { $n }
new-phase = phase { $name }
