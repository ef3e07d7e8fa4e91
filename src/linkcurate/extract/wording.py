"""What pages write around the names of authors, by language: roles, dates, desks, and words that name nobody.

The longest patterns are for texts in lower case: the engine passes over words that begin with another letter fast, but
not where it is to ignore case.
"""

import re

from linkcurate.extract.leads import TEXT
from linkcurate.patterns import regex

# Words behind "by" that are no pen names: ways and times in which things are done.
WAYS = frozenset(
    (
        "phone mail night day train bus car bike foot sea air hand request appointment date name info design marketing"
        " test various hier außen innen oben unten heute morgen hand haus gesucht werden courriel téléphone exemple"
        " avion ici correo teléfono ejemplo favor fin ahora aquí noche casa notte oggi ieri asporto nuovo qui telefono"
        " hart plast hjärtat hjertet telefon poczta pocztą telefoon"
    ).split()
)
# Of one person who did both, and is an author.
_AND = r"(?:&|und|and|et|y|e|i|og|och|en|ja|a|\+|/|,|・)"
_PICTURES = r"(?:foto['’]?s?|photos?|photography|pictures|bild(?:er)?|video|zdjęcia|kuvat|写真)"
TEXT_AND_PICTURES = regex(
    rf"(?<!\w)(?:{TEXT}\s?{_AND}\s?(?:die )?{_PICTURES}|{_PICTURES}\s?{_AND}\s?{TEXT})"
    r"\s*(?:[:：]|(?:by|von|di|de|par|por|av|af|door)\s)",
    re.IGNORECASE,
)
OTHER_LABEL = regex(  # of what stands beside a byline
    r"(?<![^\W_])(?:(?:fotos?|photos?|images?)\s?(?:credits?|courtesy)|foto['’]?s?|fotó|photos?|photography|pictures|kuvat?|bild(?:er)?|illustration(?:en|s)?|quelle|source|datum|date|stand|kamera"
    r"|video|grafik|imag(?:e|en|es)|fuente|kategorien?|categor(?:y|ies)|tags?|ressort|publisher|updated"
    r"|aktualisiert|published|veröffentlicht|erschienen|lesezeit|lesedauer|reading time|temps de lecture|leestijd"
    r"|e-?mail|tel|telefon|übersetzung|translation"
    r"|traduction|信区|信區"
    r"|fotoğraf(?:lar)?|beeld|fotografie|fotografía|zdroj|kaynak|تصوير|المصدر"
    r"|来源|來源|編集|编辑|編輯|攝影|摄影|写真|사진|автор фото|фото|źródło|zdjęcia|herausgeber)\s*[:：]"
    r"|(?<=[\w.)])\s*[,;|/·–-]\s*redaktion\s*:"  # an editor, behind a name
    r"|(?<!\w)fot\.|(?<!\w)사진\s|(?:圖|图|攝|摄|写真)\s*[／/：:]",
)
# Who worked on a text, and wrote none.
OTHERS = regex(
    r"\b(?:(?:edited|(?:medically )?reviewed|fact[ -]?checked|translated|illustrated|photographed|produced"
    r"|sponsored) by"
    r"|(?:zuletzt|letztmals) [^|;·]{0,50} von"
    r"|(?:last )?(?:modified|updated) by|(?:zuletzt )?(?:bearbeitet|geändert|überarbeitet|aktualisiert) von"
    r"|(?:übersetzt|lektoriert|illustriert|fotografiert) von|(?:traduit|relu|illustré) par|(?:traducido|editado) por"
    r"|tradotto da|vertaald door)\b[^|;·•\n]*",
    re.IGNORECASE,
)
PICTURES = regex(
    r"\b(?:illustration(?:en|s)?|fotos?|photos?|photograph(?:s|y)|bilder|editing) (?:von|by|par)\b",
    re.IGNORECASE,
)
OTHER_LEAD = regex(  # of a name that is linked
    r"\b(?:(?:art(?:work)?|design|illustrations?|pictures|photo(?:s|graphs|graphy)?|edited|editing"
    r"|(?:medically )?reviewed|fact[ -]?checked|translated|translation|illustrated|photographed"
    r"|produced|curated|hosted|last (?:updated|modified|edited|post(?:ed)?|reply|changed)\b[^|]{0,40}) by"
    r"|zuletzt .{0,40} von"
    r"|(?:fotos?|bild(?:er)?|illustration(?:en)?|übersetz(?:t|ung)|lektoriert|illustriert|fotografiert) von"
    r"|(?:photos?|traduit|traduction|relu|illustré) (?:par|de)|(?:fotos?|traducido|editado|traduzido) por|foto di"
    r"|tradotto da|(?:foto['’]?s?|vertaald) door|foto av)[\s:]*$"
    r"|(?:^|\W)(?:editors?|producers?|translators?|photographers?|illustrators?|reviewers?|hosts?|guests?|lektorat"
    r"|übersetzer(?:in)?|fotograf(?:in)?|illustrator(?:in)?|gäste?|traducteur|traductrice|photographe)\s?:\s*$",
    re.IGNORECASE,
)
# What all these have in common, in a form that is looked for fast.
MAY_NAME_OTHERS = regex(r"[:：/／]|\bfot\.|\s(?:by|von|par|por|da|di|door|av|af)\b", re.IGNORECASE)
_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY = r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\.?,?\s)?"  # of the week, cut short
# The same in other languages, cut short or not, before a date.
_OTHER_DAYS = (
    r"\b(?:lun|mar|mer|jeu|ven|sam|dim|mi[ée]|jue|vie|s[áa]b|dom|gio|seg|ter|qua|qui|sex|ma|di|wo|do|vr|za|zo|pon|wt|śr"
    r"|czw|pt|sob|ndz|niedz|mån|tis|ons|tors?|fre|lör|sön|man|tirs|lør|søn|mo|mi|fr|sa|so|mon|tue|wed|thu|fri|sat|sun"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira|poniedziałek|wtorek|środa"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon|mån|tis|ons|tors|fre|lör|sön|man|tirs|lør|søn)dag|czwartek|piątek|sobota|niedziela)\.?,?\s"
    r"(?=\d|[^\W\d_]{3,10}\.?\s\d{1,2},?\s\d{4})"
)
WHEN = regex(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日天]|[周週][一二三四五六日](?![\u4e00-\u9fff])|[月火水木金土日]曜日?|[월화수목금토일]요일"
    rf"|{_DAY}\d{{1,2}}\.?\s(?:de\s)?{_MONTH},?\s(?:de\s|del\s)?\d{{4}}|{_DAY}\d{{1,2}}\.\s{_MONTH}"
    rf"|{_DAY}{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\b{_MONTH}\s\d{{4}}(?![./-]\d)"
    r"|\b\d{1,2}[:.h]\d{2}(?::\d\d)?(?:\s?(?:uhr|h|am|pm|a\.m\.|p\.m\.))?|\b(?:vor|hace|il y a"
    r"|há)\s\w+\s\w+|\b\w+\s\w+\sago\b|\d+[ -]?min(?:u[tu]\w{0,5}|\.)?(?:\s(?:read|lesezeit))?"
    r"|\b(?<!\bherr\s)(?<!\bfrau\s)(?<!\bmr\s)(?<!\bmrs\s)(?<!\bms\s)(?<!\bm[rs]\.\s)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b,?"
    rf"|{_OTHER_DAYS}",
    re.IGNORECASE,
)
# The licence of a picture, or where it is from, in lower case; so is the next.
LICENSED = regex(
    r"\bcc[ -](?:by|0)\b|\bgfdl\b|\bpublic domain\b|\bown work\b|(?:/|\bvia )(?:getty|flickr|wikimedia|unsplash"
    r"|pixabay|shutterstock|istock|alamy|imago|adobe)\b"
)
# What people do with what others wrote, or that is no text.
DONE = regex(
    r"\b(?:(?!(?:contribution|dispatch|notes?|diary|letter|blog|entry|editorial|feature|tutorial|guide|tips|thoughts"
    r"|nota|entrada|dossier)\b)[^\W\d_]+ (?:by|por|par)|(?:ge(?:sponsert|lesen|spielt|prüft|sprochen|sungen|dreht|malt"
    r"|zeichnet|staltet|leitet|baut|testet|kocht)|[^\W\d_]+(?:iert|ützt|setzt|fohlen|laden)|zum tod) von|nachruf auf"
    r"|(?:vertaald|gelezen) door|översatt av|oversat af|starring|courtesy(?: of)?|kääntänyt)\s"
)
COUNT = regex(  # what is counted beside a name
    r"(?:\+\s?)?\b\d[\d.,]*\s(?:comments?|kommentare?|commentaires?|coment[aá]rios?|commenti|reacties?|views?|aufrufe"
    r"|shares?|likes?|reads?|more|others?|weitere)\b|\s외\s?\d+명",
    re.IGNORECASE,
)
# A digit, or one of the words that a date has without any.
MAY_DATE = regex(r"\d|\b(?:vor|hace|il y a|há)\s|\sago\b|(?:day|tag|mittwoch|di|dimanche)\b", re.IGNORECASE)
# Roles right behind the name of a person, and what pictures are said to be of.
ROLE_BEHIND = regex(
    r"contributor|reporter|correspondent|columnist|journalist(?:e|in)?|redakteur(?:in)?|redact(?:eur|rice|ora?)"
    r"|giornalista|periodista|dziennikar[zk]a?|blogger(?:in)?|skribent|volontär(?:in)?|autor(?:in|a)?|author|writer"
    r"|editor",
    re.IGNORECASE,
)
PICTURED = regex(
    r"(?:[,;&/]|\b(?:und|and|et|y|e|en|och|og)\b)\s?[^,;&/()]{3,40}\s\((?:fotos?|bild(?:er)?|photos?"
    r"|illustration(?:en|s)?|video|kamera|grafik)\)",
    re.IGNORECASE,
)
# What follows a name: brackets, addresses, "on" before a date, a sentence about the author.
TAIL = regex(
    r"\s*\(.*?\)|\s*\[.*?\]|（.*?）|(?:\s|(?<=[\u3005-\ud7af]))\(.*$|['’]s (?:picture|photo|avatar|profile)\b.*|[,\s]*\S+@\S+|https?://\S+|[|,\s]@\w+"
    r"|(?:\s|^)(?:am|on|le|op|um|at|à|às|den|dne|dnia|w(?: dniu)?|el|il|em|the|alle(?: ore)?|a las|om|kl\.?|klo"
    r"|(?:updated|published|veröffentlicht|geschrieben|verfasst|publiée?|publicad[oa]"
    r"|publicerad|publisert|publiceret|pubblicato|aggiornato|gepubliceerd|opublikowano|actualizado|atualizado|modifié"
    r"|posté|mise? (?:à jour|en ligne))(?:\s(?:le|il|el|em|op|den|am))?|erstellt|gespeichert|filed|posted|last|letzte"
    r"|zuletzt|in|unter|under|to|aus|für|from|for)(?=\s*(?:\||$)).*"
    r"|\s(?:symbol|titel|archiv|teaser)-?(?:bild|foto)\b.*"
    r"|\s(?:follow|folgen|seguir|suivre|abonnieren|följ|følg|volg|obserwuj|segui)\b.*"
    r"|\s(?:op|le|am|on|den|el|em|at)\s\d.*|\s(?:the )?associated press\b.*"
    r"|\s(?:special (?:to|for)|via)\b.*|,\s(?:ph\.?\s?d|m\.?d|m\.?a|m\.?sc|b\.?a|b\.?sc|esq|rdn?|rn)\b\.?(?:,.*)?$"
    r"|\s(?:(?:staff|senior|special|contributing|political|chief) )+(?:writer|reporter|correspondent|editor)\b.*"
    r"|\s(?:is|in|of|for|aus|für|from|unter|arbeitet|schreibt|writes|ist|war|was|has|who|qui|am|on)(?:\s.*|$)",
    re.IGNORECASE,
)
# The beat of a reporter, behind her full name: "Ann Lee Education Correspondent".
BEAT = regex(
    r"\s(?:(?:education|health|business|sports?|crime|court|science|arts?|culture|transport|environment|local democracy"
    r"|community|foreign|international|economics|technology|social affairs|home affairs|religion|royal|media|consumer"
    r"|showbiz|football) )+(?:writer|reporter|correspondent|editor|journalist)\b.*",
    re.IGNORECASE,
)
# What is said of an author below the article: "Ann Lee is a writer in Hull."
BIOGRAPHY = regex(
    r"(?P<about>(?:about|meet) the authors?|(?:über|zu) (?:den|die|dem|der) autor(?:in)?|zu[rm] (?:autor(?:in)?|person)"
    r"|à propos de l[’']auteure?|sobre (?:el|la|o|a) autora?|sull[’']autore|over de auteur|om forfatteren"
    r"|o autor(?:ze|ce|zy)|об авторе)?[\s:|–-]*"
    r"(?P<name>[^\s.,:;()|]+(?: [^\s,:;()|]+){1,4}?)(?: \([^()]{1,40}\)|,[^.]{2,60},)?\s"
    r"(?:is|was|has been|writes|covers|reports|works|lives|teaches|ist|war|schreibt|arbeitet|lebt|studiert|berichtet"
    r"|est|écrit|vit|travaille|es|escribe|vive|trabaja|è|scrive|lavora|schrijft|werkt|woont|är|er|skriver|jest|pisze"
    r"|é|escreve)\s",
    re.IGNORECASE,
)
WRITER = regex(
    r"\b(?:journalist|writer|reporter|editor|author|columnist|contributor|correspondent|blogger|freelance|essayist"
    r"|novelist|poet|historian|researcher|professor|fellow|lecturer|scholar|\w*autor|redakteur|schriftsteller|publizist"
    r"|kolumnist|journaliste|auteure?|rédact\w+|chercheu\w+|periodista|escritor|columnista|giornalista|scrittor"
    r"|jornalista|redacteur|schrijver|skribent|forfatter|dziennikarz)\w*",
    re.IGNORECASE,
)
SEPARATOR = regex(
    r"\s*(?:;|/|／|\||\n|\s&\s|\s\+\s|•|·|、|，|,(?!\s*(?:jr|sr|ii|iii|ph\.?d|m\.?d|m\.?a|esq)\b)|\s[-–—]+\s"
    r"|\s(?:and|und|y|et|och|og|en|e|i|a|ve|with|mit|con|avec|com|sowie|oraz|и|та|و|και|dan|và"
    r"|im gespräch mit)\s)\s*",
    re.IGNORECASE,
)
# In brackets behind a text, too: whose picture it is.
PICTURE = regex(r"\b(?:photos?|fotos?|bild(?:er)?|image|illustration|video)\b", re.IGNORECASE)
# Names in brackets behind the last sentence: "… quiet again. (Ann Lee)".
CLOSING = regex(r"[.!?…][\"“”«»’]?\s*\((?P<name>[^()]{5,60})\)$")
# Before a day, which tells no more than that this is one.
DAYS_LABEL = regex(
    r"(?<!\w)(?:published|posted|updated|date|datum|veröffentlicht|erschienen|aktualisiert|publié|publicado|dodano)"
    r"\s*:(?=[^|:]{0,12}\d)",
    re.IGNORECASE,
)
JOINED = regex(r"\w\s(?:&|and|und|y|et|et|och|og|en|e|i)\s$", re.IGNORECASE)  # before the last name of a list
# The same between elements: "By | Ann Lee | and | Keno Brask".
ACROSS = regex(r"(?:\s*\|)+\s*(&|and|und|y|et|och|og|oraz|sowie)(?=[\s|])[\s|]*", re.IGNORECASE)
ROLE = regex(  # before a name
    r"^(?:(?:our|unsere[rmn]?|freie[r]?|(?:de |par )?notre|(?:de )?nuestr[oa]|(?:dal(?:la)? )?nostr[oa]"
    r"|(?:van )?onze|vår|staff|senior|chief|associate|contributing|guest|gast)\s+)*(?:envoyée? spéciale?"
    r"|enviad[oa] especial|correspondante?|corresponsal|inviat[oa]|corrispondente|verslaggever|redacteur"
    r"|reporter(?:in)?|redakteur(?:in)?|correspondent|korrespondent(?:in|en)?|journalist(?:in)?"
    r"|mitarbeiter(?:in)?"
    r"|writer|author|autor(?:in)?|editor|columnist|kolumnist(?:in)?|blogger(?:in)?|fotograf(?:in)?|user"
    r"|pressesprecher(?:in)?|über|about|profil(?:bild)? von|(?:alle )?(?:beiträge|artikel) von|alles von"
    r"|mehr von|(?:view all )?posts by|articles by|more from|(?:todos los )?artículos(?: de)?"
    r"|tous les articles de|ver más de|meer van)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
# A button that leads to all that a person wrote, with the name in it.
ALL_BY = regex(
    r"^(?:(?:zeige )?(?:alle|weitere|mehr) (?:beiträge|artikel|posts) (?:von|des autors)"
    r"|(?:view |see |show )?(?:all )?(?:posts|articles|entries) (?:by|from)"
    r"|(?:voir )?tous les articles (?:de|par)|(?:ver )?todas las entradas (?:de|por)|(?:ver )?todos os posts de"
    r"|(?:visualizza )?tutti gli articoli d[ia]|alle (?:berichten|artikelen) (?:van|door)|visa alla inlägg av"
    r"|vis alle (?:indlæg|innlegg) a[vf]|zobacz wszystkie wpisy(?: autora)?|zobrazit všechny příspěvky od"
    r"|(?:просмотреть|посмотреть) все записи автора|näytä kaikki artikkelit kirjoittajalta)\s+(.+?)"
    r"(?:\s+(?:anzeigen|ansehen|lesen|bekijken|tonen))?$",
    re.IGNORECASE,
)
TITLE = regex(
    r"^(?:(?:dr|prof|mag|dipl|ing|med|phil|jur|rer|nat|msc|mr|mrs|ms|herr|frau|sir|dame|pfarrer(?:in)?"
    r"|pater)\.?(?:-ing\.?)?\s+|(?:rev(?:erend)?|fr|pastor(?:in)?|diakon(?:in)?|vikar(?:in)?|superintendent(?:in)?"
    r"|pr[oö]pst(?:in)?|bischof|bischöfin|rabbi(?:ner(?:in)?)?|cllr|councillor|senator)\.?\s+(?=\S+\s+\S))+|^(?:dr|prof)\.(?=\S)",
    re.IGNORECASE,
)
# Words that no author's name has.
NOBODY = regex(
    r"\b(?:"
    # desks
    r"redak\w*|редакци\w*|корреспондент\w*|новост\w*|toimitus|szerkesztő\w*|editör\w*|merkezi|ajans\w*|staff|editors?|editorial|newsroom|news\s?desk|web\s?desk|redakt\w*|redacci[oó]n|redactie|redazione|rédaction"
    r"|reda[cç][ãa]o|desk|\w*team|\w*admin\w*|bureau|webmaster|user|anonym\w*|unknown|unbekannt|none|null"
    r"|undefined|default|red|(?<!\w\s)(?:array|object|root)"
    # agencies, media and their companies
    r"|agenc\w+|agentur\w*|agência|press\w*|wire|reuters|afp|dpa|apa|ansa|efe|sda|ap|pti|ians|pap|čtk|mti|dha|тасс|риа|интерфакс|agerpres|adnkronos|service|media"
    r"|medien|magazin\w*|times|news|newsletter|online|verlag|zeitung|gmbh|inc|ltd|llc|ag|getty|imago|istock"
    r"|shutterstock|pixabay|unsplash|alamy|picture.alliance|network|group|cloud|community|partner|podcast"
    r"|blog"
    # institutions
    r"|foundation|institut\w*|universi\w+|stiftung|verein|verb[aä]nde?|union|club|\w*anstalt|landesamt|gesellschaft"
    r"|ministeri\w+|bundes\w+|department|departement|committee|council|partei|fraktion|feuerwehr|abteilung"
    r"|amt|ämter|gemeinde|landkreis|bezirk|kirche|schule|museum|theater|association|organi[sz]ation"
    r"|commission|federation|customs|protection|enforcement|police|polizei|energien?|klimaschutz"
    # whom a theme names until somebody else is named
    r"|j(?:ohn|ane) doe|\w*mustermann|musterfrau|(?:your|full|nick|sur)[ _-]?name|name surname|vorname|nachname"
    r"|(?:dein|ihr) name|votre nom|(?:tu|su) nombre|nombre apellidos?|(?:il )?tuo nome|seu nome|lorem ipsum"
    # roles
    r"|correspond\w+|korrespond\w+|reporters?|contributors?|guest|gast(?![oó]n\b)\w*|chef\w*|chief|director"
    r"|direktor\w*|leiter\w*|president|präsident\w*|manager|producer|writer|author|autor(?:in|en)?|auteurs?"
    r"|journalist\w*|blogger|founder|gründer\w*|gesch[äa]fts\w+|ceo|cto|columnist|critic|photograph\w*"
    r"|fotograf\w*|expert\w*|specialist|spezialist\w*|engineer|developers?|entwickler\w*|professor\w*"
    r"|lecturer|student\w*|sprecher\w*|pressesprecher\w*|vorsitzende\w*|volont[äa]r\w*|praktikant\w*"
    r"|mitarbeiter\w*|senior|junior|head of|freelance\w*|freier?"
    # buttons, sections and other furniture
    r"|uncategorized|view all|see all|posts?|profile?|follow|folgen|mehr|more|all|alles?|artikel\w*"
    r"|articles?|share|teilen|subscribe|support|contact|kontakt\w*|about|bio|copyright|credits?|lizenz|license"
    r"|size|images?|photos?|fotos?|bild|video|read more|reading|lesen|weiter|lesezeit|minutes?|minuten|uhr"
    r"|home|startseite|comments?|kommentare?|impressum|datenschutz|privacy|policy|cookies?|login|log"
    r"|sign (?:in|up)|register|registrieren|anmelden|abmelden|facebook|twitter|linkedin|instagram"
    r"|youtube|pinterest|e-?mail|drucken|print|pdf|download|bookmark|archiv\w*|category|kategorie\w*"
    r"|themen?|topics?|tags?|beitr[aä]ge?|quelle|source|übersetzung|translat\w+|interview|serie|series"
    r"|entrevistas?|entretien|intervista|intervju|portr[aä]i?t|reportage|reportaje|reportagem|recensi\w+"
    r"|sponsored|anzeige|advertis\w+|werbung|watch live|live ?stream|whats ?app"
    # times
    r"|last|modified|submitted|posted|message|nachricht|reply|registered|members?|mitglied|guest|offline"
    r"|update\w*|published|publisher|uppdaterad|publicerad|oppdatert|publisert|opdateret|publiziert"
    r"|aktualisier(?:t|ung)|publiée?|mise? à jour"
    r"|tarihi|güncelleme|aggiornato|pubblicato|actualizado|publicado|atualizado|bijgewerkt|обновлено"
    r"|опубликовано|gepubliceerd|geplaatst|veröffentlicht|udgivet|julkaistu|publikováno|zveřejněno|opublikowano|dodano"
    r"|közzétéve|yayı[nm]lan\w*|gmt|cet|utc|est)\b",
)
PLACE = regex(
    r"(?:new york|los angeles|san francisco|hong kong|new delhi|buenos aires|s[aã]o paulo|tel aviv"
    r"|abu dhabi|kuala lumpur|den haag|mexico city|sri lanka|south africa|new zealand|united states"
    r"|united kingdom|washington,? d\.?c\.?|rio de janeiro|ciudad de méxico|palma de mallorca|las vegas"
    r"|san diego|cape town|north korea|south korea|saudi arabia|costa rica|st\.? gallen|bad homburg"
    r"|new jersey|north carolina|new england|germany|deutschland|österreich|austria|schweiz|france|españa"
    r"|italia|india|london|berlin|washington|wien|paris|munich|münchen|nürnberg|hamburg|madrid|roma)",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    (
        "von van de der den da di del della dei du des do dos das la le el al bin ibn ben abu e y i zu zur"
        " zum ten ter te af"
        " av und vom auf dem ap o' d'"
    ).split()
)
ARTICLES = frozenset(
    "la le el der den das die the an a e y i und al les los las il lo".split()
)  # begin no name
OUTLET_ARTICLES = frozenset("El La Los Las Les Der Die Das The".split())  # begin an outlet's: "El Sol"
# What is left of a line of a day's, and no pen name: weekdays, "published".
NO_PEN_NAMES = frozenset(
    (
        "lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica"
        " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag"
        " mandag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"
        " poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle"
        " pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник среда четверг пятница суббота"
        " воскресенье понеділок вівторок середа п’ятниця субота неділя"
        " veröffentlicht erschienen erstellt eingestellt gepostet datum stand date data fecha дата tarih posted paru"
        " posté gepubliceerd geplaatst gewijzigd opublikowano dodano zaktualizowano zveřejněno publikováno vydáno"
        " vloženo aktualizováno zverejnené yayınlanma yayınlandı eklenme giriş publicerat postat udgivet publisert"
        " inserito publicat publicada postado atualizado megjelent julkaistu опубликовано опубліковано добавлено"
    ).split()
)
# Given names that are towns and states too, and begin the names of their newspapers.
TOWNS = frozenset(
    (
        "charlotte jackson madison austin virginia georgia victoria sydney jordan florence chelsea logan"
        " houston lincoln"
        " israel carolina caroline"
    ).split()
)
# Given names that are words too, by which sections, months and brands are called.
WORDS_TOO = frozenset(
    (
        "alba alexa angel april august aurora brittany chad constance daisy dale dolores earl esperanza faith"
        " fleur floor gaia gene glen gloria grace guy hazel hope ivy jasmine jesus joy june laurel leon lily"
        " lorraine lourdes luz mai mar marina marine mercedes milagros nieves noel orlando penny pilar"
        " prudence regina rich rocky roman romane rosario rosemary ruby sandy santiago savannah sol stella"
        " summer troy victoire violet vitoria vittoria"
    ).split()
)
HAN_NAME = regex(
    r"[\u3005\u3040-\u30ff\u4e00-\u9fff・]{2,6}(?:\s[\u3005\u3040-\u30ff\u4e00-\u9fff]{1,4})?|[\uac00-\ud7af]{2,4}"
)
KATAKANA_NAME = regex(
    r"[\u30a1-\u30ff]{2,12}(?:[・＝=\s][\u30a1-\u30ff]{2,12}){1,3}"
)  # of foreigners in Japanese
# The same in alphabets whose words have no ends that a pattern knows.
NOBODY_ELSEWHERE = regex(
    r"ब्यूरो|डेस्क|संवाददाता|न्यूज|समाचार|एजेंसी|टीम|وكالات|رويترز|تحرير|فريق|مراسل|الأناضول|أبوظبي|القاهرة|نشر|تاريخ|編集部|編輯部|编辑部|"
    r"新华社|新華社|中新社|通信社|通訊社|新聞|新闻|小编|小編|日报|日報|편집부|뉴스|기자단|온라인|フォロー|กองบรรณาธิการ|株式会社|有限公司"
)
_HANGUL_REPORTER = r"(?:^|[\s\])】=])([\uac00-\ud7af]{2,4}) (?:(?:인턴|수습|선임|객원|전문)\s?)?기자"
HANGUL_REPORTER = regex(_HANGUL_REPORTER)
HAN_REPORTER = regex(r"(?:记者|記者|通讯员)[\s:：]*([\u4e00-\u9fff]{2,4})")
HAN_ROLES = regex(
    r"^(?:(?:本报|本社|新华社|責任)?(?:记者|記者|通讯员)|(?:作者|撰文|編集委員|論説委員|解説委員|編集長|主筆|評論家|作家|ジャーナリスト|ライター)\s)\s*|\s*(?:(?:선임|인턴|수습|객원|전문)?기자|記者|记者|特派員|논설위원|특파원|[:：]?\s?(?:ジャーナリスト|ライター|コラムニスト|エコノミスト|評論家|作家))$|(?<=^[\uac00-\ud7af]{3})\s(?:[\uac00-\ud7af]{1,6}\s?)?(?:칼럼니스트|평론가)$|[／/]?.{2}報導$|\s(?:报道|報道|報導)$"
)
