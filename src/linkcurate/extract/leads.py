"""What stands before the name of an author, by language: "By", "Posted by", "Author:", "A guest post by".

The longest patterns are for texts in lower case: the engine passes over words that begin with another letter fast, but
not where it is to ignore case.
"""

from linkcurate.patterns import regex

# Words before a name that need no colon.
_LEADS = (
    # English
    (
        r"(?:about|meet) the authors?"
        r"|(?:(?:(?:this (?:article|story|post|piece|report|essay) (?:was |is )?)?(?:originally )?(?:written|posted"
        r"|published)|reported|reporting|contributed|compiled|filed|penned|interviewed|created|submitted"
        r"|added|authored|story|text|words|report|article|interview|analysis|opinion|essay|review|column"
        r"|commentary|(?:a |guest )?(?:post|essay)|a contribution"
        r"|(?:this is )?an? (?:guest )?(?:post|article|essay|column|story)) )?by"
    ),
    # German
    (
        r"(?:(?:(?:dies(?:er text)?|das|hier|heute|es) (?:ist |folgt )?)?(?:eine?n? )?(?:gast)?(?:beitrag|artikel"
        r"|kommentar|kolumne|bericht|interview|analyse|essay"
        r"|rezension|text|reportage|blog ?beitrag|blogpost|gespräch|protokoll|glosse|meinung|leitartikel"
        r"|meinungsbeitrag|recherche) |verfasst |geschrieben |veröffentlicht "
        r"|erstellt |eingestellt |eingereicht |gespeichert |gepostet |publiziert |aufgezeichnet |notiert "
        r"|hinzugefügt )?(?:von|vom)"
        r"|dieser (?:artikel|beitrag|text) (?:wurde|stammt|ist)(?: verfasst| geschrieben)? von"
        r"|texte?(?=\s[^|:]{3,40}[·|,/–-]\s*(?:foto|bild|illustration))"
        r"|(?:das |die )?(?:interview|gespräch|fragen) (?:führten?|stellten?)"
    ),
    # French
    (
        r"(?:(?:publiée?|écrit|rédigé|postée?|proposé|soumis|envoyé|ajouté|une tribune|(?:propos )?recueillis?"
        r"|réalisé) )?par"
        r"|signé|(?:un )?(?:article|billet) invité (?:de|par)"
        r"|(?:une? |l[’'])?(?:tribune|chronique|édito(?:rial)?|billet|enquête|reportage|texte|opinion"
        r"|article) (?:de|par)"
    ),
    # Spanish, Portuguese, Italian, Romanian
    (
        r"(?:(?:escrit[oa]|publicad[oa]|redactado|post[ae]?ado|elaborado|enviad[oa]|subido|creado|criado"
        r"|entrevista) )?por|scris de"
        r"|(?:una? |uma? )?(?:texto|reportagem|reportaje|columna|coluna|crónica|crônica|opinión|opinião|editorial"
        r"|artículo|artigo|tribuna) (?:de|por)"
        r"|(?:artículo|entrada|colaboración|post) (?:invitad[oa]|convidad[oa]|de) (?:de|por)"
    ),
    (
        r"(?:(?:scritto|pubblicato|postato|inserito|inviato|creato) )?da|(?:(?:un |il |l[’'])?(?:a cura"
        r"|articolo|testo|intervista"
        r"|editoriale|reportage|commento|rubrica|guest post) )?di"
    ),
    # Dutch, Danish, Norwegian, Swedish, Finnish
    (
        r"(?:(?:geschreven|geplaatst|gepubliceerd|gepost|ingediend|ingezonden|toegevoegd|opinie|interview"
        r"|analyse|recensie|tekst) )?door"
        r"|(?:een )?(?:column|opinie|reportage|essay|gast(?:blog|bijdrage|artikel|column)) (?:van|door)"
    ),
    (
        r"(?:(?:gästinlägg|gästblogg|gæsteindlæg|gjesteinnlegg|skrevet|skriv(?:en|et)|publicera[dt]|publiceret|publisert"
        r"|udgivet|post(?:et|at|ad)|inlagt|upplagd|lagt (?:ut|inn)|indsendt|(?:in)?skickad|oprettet|krönika|kronik+"
        r"|kommentar|debatt?"
        r"|analyse?|ledare|leder|intervju|interview|reportage) )?a[vf]|kirjoittanut|julkaissut|lähettänyt|kirjoittaja"
    ),
    # Polish, Czech, Croatian, Serbian, Hungarian
    (
        r"(?:napisał|dodał|opublikował|rozmawiał)a?|oprac(?:ował|owanie|\.)"
        r"|(?:(?:napisan|opublikowan|dodan|zamieszczon|utworzon|wysłan)[aeoy] )?przez"
        r"|od(?: autora)?|autorem|napisa(?:o|la)|piše|пише|írta"
        r"|beküldte"
    ),
    # Russian, Ukrainian, Greek, Arabic, Hebrew, Hindi, Indonesian, Vietnamese
    (
        r"(?:(?:опубликован[оа]?|написано?|добавлен[оа]?|размещен[оа]?) )?автор(?:ы|и|ом)?"
        r"|от"
        r"|текст|γράφει(?: ο| η)?|كتبت?|بقلم|מאת|लेखक|লেখক|(?:(?:ditulis|diposting) )?oleh"
        r"|tác giả|โดย|ผู้เขียน|글(?=\s)|文(?=\s)"
    ),
    (
        r"autor(?:/in|in|en|innen|:in|\*in|a|es|e|i|ka)?|authors?|auteure?s?|forfatter|författare|yazar"
        r"|yazan|gönderen|ekleyen|reporter|texte|tekst|with"
    ),
    # Newspapers and associations
    (
        r"as told to|(?:dispatch|profile|op-ed|recipe|sermon|(?:a )?blog(?: ?post)?) by"
        r"|aus [\w-]+(?: [\w-]+)? berichten?t?|ein feature von|mit [^,.:|]{3,40} spr(?:ach|achen)"
        r"|réalisée par|dossier réalisé par|(?:intervista|testi|servizio) a cura di"
        r"|de (?:notre|nos) (?:envoyée?s? spéciale?s?|correspondante?s?)(?: (?:à|en|au) \w+,?)?"
        r"|redacta|escriben?|(?:de )?nuestr[oa] (?:enviad[oa] especial|corresponsal)|d[ao] repórter"
        r"|servizio di|dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)|opgetekend door"
        r"|(?:door|van) onze (?:verslaggever|redacteur|correspondent)"
        r"|(?:przygotował|opracował|wysłuchał|spisał)a?"
        r"|(?:napsal|připravil|vložil|zveřejnil|publikoval|sepsal|přidal|zpracoval|napísal|pripravil|zverejnil|pridal)a?"
        r"|(?:подготовил|беседовал|записал|опубликовал|написал|добавил|разместил)[аи]?|підготува(?:в|ла)|أجرى الحوار"
    ),
)
# Words before a name that a colon follows, or another sign.
_LABELS = (
    (
        r"words|text[eos]?|teksti?|testo|szöveg|story|report(?:er|age)?|bericht|interview|intervju|entrevista|gespräch"
        r"|(?:written|posted|published) by|by"
    ),
    (
        r"autor(?:/in|in|en|innen|:in|\*in|a|es|e|i|ka|zy|as|s|ius)?"
        r"|(?:guest |staff |lead )?authors?(?:\(s\))?|auteure?s?|verfasser(?:in)?|creator"
        r"|contributor|von|eine? \w+ von|gastbeitrag|gastautor(?:in)?|redacción|guest post|wpis gościnny|vieraskynä"
        r"|vierasblogi|konuk yazar|vendégszerző|гостевой пост"
    ),
    (
        r"veröffentlicht von|redakt(?:ion|eur|eurin|ør|ör)|redaktor(?:ka)?|redactor(?:a|es)?|redacteur"
        r"|rédact(?:eur|rice)|par"
    ),
    (
        r"(?:posté|publié|propos recueillis) par|publicado por|por|pubblicato da|di|door|a[vf]|przez"
        r"|haberi?|muhabir|yazar|yazan"
    ),
    (
        r"toimittaja|kirjoittaja|journalist(?:in|e)?|periodista|giornalista|szerző|penulis|συντάκτης"
        r"|автор(?:ы|и)?(?: (?:статьи|текста|материала|публикации|статті))?|текст|höfundur|ผู้เขียน|เรื่อง|ავტორი|հեղինակ"
    ),
    r"(?:本文|文章|原文)?作者|投稿者|作成者|发信人|發信人|文|撰文|记者|記者|本报记者|責任記者|執筆者?|著者|筆者|取材|ライター|글|작성자|기자|كتب|الكاتب|نویسنده|लेखक|লেখক",
    # Newspapers and associations
    (
        r"byline|protokoll|aufgezeichnet|recherche|reportagem|redacta|escriben?|skribent|röportaj|yazı|hazırlayan|derleyen"
        r"|корреспондент|كتبت|الكاتبة|إعداد|تقرير|حوار"
    ),
)
_LEAD, _LABEL = f"(?:{'|'.join(_LEADS)})", f"(?:{'|'.join(_LABELS)})"
# Atomic: "by:" is a label and a lead too, and a line of many would be read in every mixture of both.
_BY = rf"(?>{_LABEL}\s*(?:[:：／・＝=|丨｜՝-]|/(?!in\b))+\s*|{_LEAD}(?:\s*:\s*|\s+)|by\.\s?)+"
BY = regex(_BY)
LABELLED = regex(rf"(?<!\w)(?<!online-){_LABEL}\s*[:：]\s*")
# "Text" of "Text and photos by".
TEXT = r"(?:text[eos]?|words|story|testo|teksti?|bericht|文)"
# Of a line that names the author further on: "Posted in News by Ann Lee", "Story and photos by Ann Lee".
_POSTED = (
    r"filed|veröffentlicht|publi|post[eé]|escrito|postad|pubblicat|geplaatst|gepubliceerd"
    r"|opublikowan|dodano|verfasst|geschrieben|erstellt|eingestellt|gespeichert|written|submitted|écrit|rédigé|soumis"
    r"|enviad|scritto|inviat|inserit|geschreven|gepost|ingediend|napisan|wysłan|skrevet|skriven|indsendt|(?:in)?skickad"
    rf"|upplagd|{TEXT}\s"
)
POSTED = regex(_POSTED)
# Of authors alone, where other labels stand before agencies and offices, too.
AUTHOR_LABEL = regex(
    r"(?:autor(?:in|a|e|ka)?|author|auteure?|verfasser(?:in)?|(?:written|posted) by"
    r"|(?:geschrieben|verfasst|gepostet|eingestellt) von|(?:écrit|publié) par|(?:escrito|publicado) por|scritto da"
    r"|geschreven door|forfatter|författare|skrev(?:et|en) a[vf]|kirjoittaja|szerző|автор|yazar)\s*[:：]\s*"
)
# All of a text before a day.
POSTED_ON = regex(
    r"(?:(?:posted|published|written|created|veröffentlicht|geschrieben|erstellt|publiée?|écrit|publicad[oa]|escrito"
    r"|pubblicato|scritto|geplaatst|gepubliceerd|opublikowano|dodano|publicera[dt]|publisert|publiceret|udgivet"
    r"|skrevet|skrivet|julkaistu|publikováno|vloženo|közzétéve|yayınlan\w*|yayın tarihi|опубликовано)"
    r"(?: (?:on|am|le|el|il|em|op|dnia|den|dne))?|投稿日)\s*[:：]?"
)
# Whom the article is a guest's of, whoever posted it.
GUEST = regex(
    r"(?:(?:dies(?:er text)?|das|hier|heute|es|this) (?:ist|folgt|is) )?(?:eine?n? |an? |une? )?"
    r"(?:gast(?:beitrag|artikel|kommentar|autor(?:in)?|kolumne|blog|bijdrage|column)"
    r"|guest (?:post|author|column|essay|blog|contributor)"
    r"|(?:article|billet|auteure?|artículo|entrada|autora?|colaboración|post) (?:invitée?|invitad[oa]|convidad[oa])"
    r"|gästinlägg|gästblogg|gæsteindlæg|gjesteinnlegg|wpis gościnny|vieraskynä|vierasblogi|konuk yazar|vendégszerző"
    r"|гостевой пост)(?:\W|$)"
)
BEGINNING = regex(
    f"{_BY}|{_POSTED}|(?:alle|mehr|weitere|view|see|more|all|posts|articles|más|ver|tous) "
)  # of any line that names authors
