"""How pages say, in many languages, that there is nothing here: servers often send them as if all were well."""

import re

from linkcurate.patterns import regex

_WORDS = 12  # of a title or heading that says nothing else

_ABSENT = regex(
    r"\b404\b|\bnot found\b|no longer (?:available|exists?)|(?:does not|doesn['’]t) exist|nothing (?:was )?found"
    r"|(?:page|article|story|content) (?:is )?(?:unavailable|not available|missing)"
    r"|(?:page|article|story|content) (?:has been |was )?(?:removed|deleted)"
    r"|(?:can(?:no|['’])t|could(?: not|n['’]t)|unable to) (?:be found|find (?:the|this|that) (?:page|article|story))"
    r"|nicht (?:gefunden|mehr verfügbar|verfügbar)|existiert (?:leider )?nicht"  # German
    r"|no (?:se )?(?:ha sido |ha |pudo ser |fue )?encontr(?:ada|ado|ó)|no existe|ya no está disponible"  # Spanish
    r"|introuvable|non trouvée?|n['’]existe (?:pas|plus)|n['’]est plus disponible"  # French
    r"|não (?:foi )?encontrad[ao]|não existe"  # Portuguese
    r"|non (?:è stat[ao] )?trovat[ao]|non esiste|inesistente"  # Italian
    r"|niet gevonden|bestaat niet"  # Dutch
    r"|hittades (?:inte|ej)|finns inte|kunde inte hittas"  # Swedish
    r"|ikke (?:blevet )?(?:fundet|funnet)|(?:findes|finnes) ikke"  # Danish, Norwegian
    r"|ei löyd(?:y|etty)|ei löytynyt|fannst ekki"  # Finnish, Icelandic
    r"|nie (?:została )?znalezion[aoy]|nie istnieje"  # Polish
    r"|ne(?:byl[ao]? )?nalezen[ao]?|neexistuje|nenájden[áý]|sa nenašla"  # Czech, Slovak
    r"|nem található|nu (?:a fost găsită|există)"  # Hungarian, Romanian
    r"|bulunamadı|δεν βρέθηκε|nije pronađena|није пронађена|ni (?:bilo )?mogoče najti"  # Turkish, Greek, Serbian …
    r"|не (?:найден[ао]?|существует|знайдено|існує|е намерена|беше намерена)"  # Russian, Ukrainian, Bulgarian
    r"|nerasta|nav atrasta|ei leitud|no (?:s['’]ha )?trobad[ao]|non atopada|ez da aurkitu"  # Baltic, Catalan …
    r"|tidak ditemukan|tidak dijumpai|không tìm thấy|không tồn tại"  # Indonesian, Malay, Vietnamese
    r"|(?:页面|頁面|網頁|网页|文章)(?:未找到|不存在|已(?:被)?删除)|找不到|見つかりません|存在しません|찾을 수 없"
    r"|غير موجودة|لم يتم العثور|یافت نشد|پیدا نشد|לא נמצא|नहीं मिला|ไม่พบ",
    re.IGNORECASE,
)


def says_absent(heading: str) -> bool:
    """Say whether a title or heading tells that the page is not there."""
    return len(heading.split()) <= _WORDS and bool(_ABSENT.search(heading))
