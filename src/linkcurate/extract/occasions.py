"""What pages write beside a day on which something else happened than that they were published."""

from linkcurate.extract.text import lower, remembered
from linkcurate.patterns import regex

# Before a day, wherever it stands in a label.
_ANYWHERE = regex(
    r"(?:copyright|©|\(c\))\W*(?:by\W*)?(?:\d{4}\W*)?$|\bborn\b|\buntil\b|expire|valid|deadline|accessed|retrieved"
    r"|joined|join date|member since|regist(?:er|r)|today is|effective|printed|geboren|\bbis\b|gültig|schluss|abgerufen"
    r"|(?:mitglied|dabei) seit|beigetreten|anmeld(?:e|ungs)datum|inscri(?:t|ption|pción|ção|tto)|lid geworden|dołączył"
    r"|регистрац|注册|登録日|last visit"
    r"|heute ist|\bfindet\b|termin|veranstaltung|in kraft|ausdruck"
    # a broadcast, an issue on paper
    r"|über dieses thema|thema im programm|beitrag lief|gesendet|ausgestrahlt|\bin print on\b|\baired\b"
    # lives, and spans of years or days
    r"|[†✝✟]\W*$|\b(?:19|20)\d\d\s?[-–—]\s?$"
)
# Right before a day, in languages of the web: deadlines, events, lives, laws and rulings.
_LEADS = (
    r"apply by|applications? (?:close|due)|in (?:theat(?:er|re)s|cinemas)|available from|passed away(?: on)?"
    r"|(?:concert|match|game|show|gig|reading|exhibition|tickets) (?:on|for)|concert le|concierto (?:el|del)"
    r"|(?:konzert|lesung|vortrag|premiere|party|gottesdienst)s? am"
    r"|died(?: on)?|incorporated(?: on)?|founded(?: on)?|premiere[sd](?: on)?"
    r"|(?:verstorben|gestorben|verstarb|starb)(?: am)?|(?:lieferbar|gilt|geöffnet) ab|sitzung (?:am|vom)"
    r"|(?:gesetz|urteil|beschluss|verordnung|richtlinie|sendung|folge)(?:e?s)?(?: (?:des|der) (?:\S+ ){1,3})?\s?vom"
    r"|née? le|décédée? le|(?:loi|décret|arrêté|arrêt|ordonnance|directive) (?:[\w°.-]+ )?du|à partir du"
    r"|falleció(?: el)?|nació(?: el)?|a partir del|hasta el|entro il|nato il|nata il|morto il|morta il"
    r"|faleceu(?: em)?|nasceu(?: em)?|overleden(?: op)?|uiterlijk|zmarła?|urodzon[ya]|умер(?:ла)?|родил(?:ся|ась)"
)
# The same, with a colon, or alone in an element.
_LABELS = (
    r"(?:bewerbungs|anmelde|melde|abgabe|einreichungs|annahme)frist|wann|(?:veranstaltungs)?beginn|einlass|(?:kino|verkaufs|sende)?start"
    r"|spieltag|anpfiff|preisstand"
    r"|(?:sitzungs|einsatz|veranstaltungs|event|geburts|sterbe|liefer|spiel|kauf|start|end|aufnahme)(?:datum|tag)"
    r"|when|starts?|begins|ends|doors(?: open)?|kick-?off|opening(?: night)?|check-?(?:in|out)|established|premiere"
    r"|(?:(?:closing|due|event|hearing|start|end|sale|auction|race|game|match|session|trip|wedding|exam|meeting|concert"
    r"|show|birth|death|delivery|shipping|order|recording|test|purchase) )date"
    r"|date (?:and|&) time"
    r"|date of (?:the )?(?:event|birth|death|meeting|incident|hearing|judgment|decision|sale|recording)"
    r"|date limite|quand|sortie(?: en salles?)?"
    r"|date (?:de (?:naissance|décès|clôture|début|fin|sortie)|de l[’']événement)"
    r"|fecha (?:límite|del evento|de (?:nacimiento|estreno|inicio|cierre|fallecimiento|vencimiento|fin))|cuándo"
    r"|estreno|plazo"
    r"|data (?:limite|do evento|de (?:nascimento|início|término|morte|estreia|validade))|quando|prazo"
    r"|scadenza|data (?:dell[’']evento|di (?:nascita|morte|uscita|inizio|scadenza))"
    r"|wanneer|sluitingsdatum|geboortedatum|overlijdensdatum|startdatum|einddatum|aanvang"
    r"|kiedy|data (?:wydarzenia|urodzenia|śmierci|rozpoczęcia|zakończenia|premiery)"
    r"|когда|дата (?:рождения|смерти|проведения|начала|окончания|события|премьеры)|срок(?: подачи)?|начало"
    r"|son başvuru(?: tarihi)?|doğum tarihi|ölüm tarihi|etkinlik tarihi|ne zaman"
    r"|(?:截止|活动|活動|比赛|比賽|会议|會議|出生|上映|开始|結束|结束|举办|舉辦|演出|报名|報名)(?:日期|时间|時間|日)|生日"
    r"|開催(?:日時?|期間)?|発売日?|締切日?|締め切り|日時|生年月日|公演日|応募期限|放送日?|開演"
    r"|마감일?|일시|생년월일|개봉일?|출시일?|기간|행사일?"
)
_END = r"\W*(?:[^\W\d]{2,12}[.,]{0,2}\s*)?(?:$|\d)"  # a weekday, and the day
_RIGHT_BEFORE = regex(
    rf"\b(?:{_LEADS}){_END}|(?:^|[\W_])(?:{_LABELS})\s?[:：?]{_END}|^\W*(?:{_LABELS})\s*(?:$|\d)"
)
_HOURS = regex(
    r"[\s,|·–-]*(?:um|von|from|at|de|à|às|a las|dalle|van|od|с)?"
    r"\s*\d{1,2}(?:[:.h]\d\d)?\s?(?:uhr|h|am|pm|a\.m\.|p\.m\.)?"
    r"\s?(?:-|–|—|bis|to|till|until|à|a|às|alle|tot|do|до)\s?\d{1,2}(?:[:.h]\d\d|\s?(?:uhr|h|am|pm|a\.m\.|p\.m\.))"
)
# What only events have, said beside their day.
_TICKETS = regex(
    r"(?:uhrzeit|einlass|eintritt(?:spreis)?|veranstaltungsort|treffpunkt|doors(?: open)?|admission|venue|tickets?"
    r"|entrée|horaires?|tarifs?|ingresso|orari[oi]?|hora(?:rio)?|entrada|toegang|aanvang|godzina|wstęp|вход|entré|vstup"
    r"|giriş ücreti|saat)\s?:?"
)


@remembered
def is_occasion(before: str) -> bool:
    """Say whether what stands before a day tells that it is one of an event, a deadline, a life or a law."""
    text = lower(before)
    return bool(_ANYWHERE.search(text) or _RIGHT_BEFORE.search(text))


def is_of_event(label: str) -> bool:
    """Say whether a text labels what only events have: the hour, the door, the price."""
    return bool(_TICKETS.fullmatch(lower(label)))


def has_hours(behind: str) -> bool:
    """Say whether hours follow a day, from one to another: those of an event."""
    return bool(_HOURS.match(lower(behind)))
