"""What is printed of a page behind its outlet, by configuration: a paywall, another language."""

from babel import Locale

from linkcurate.characters import one_line
from linkcurate.model import LANGUAGE_TAG, Site, Source
from linkcurate.render.dates import locale_of
from linkcurate.render.labels import labels, what_is_english


def remarks(source: Source, site: Site) -> str:
    """Return what readers are told of a page: "paywall, in Spanish"; "" where nothing."""
    words, found = labels(site.language), []
    if source.paywall and "paywall" in site.labels:
        found.append(words["paywall"])
    name = _language_name(source, site) if "language" in site.labels else ""
    if name:
        found.append(words["in_language"].format(language=name))
    return ", ".join(found)


def foreign(source: Source, site: Site) -> str:
    """Return the language of a page (BCP 47) where it is not the site's; "" where it is, or is no tag."""
    tag = one_line(source.language)
    return tag if LANGUAGE_TAG.fullmatch(tag) and tag.lower() != site.language.lower() else ""


def _language_name(source: Source, site: Site) -> str:
    """Return the name of a page's language in the site's; "" for the site's own, and for one that has no name."""
    code = foreign(source, site).split("-")[0].lower()
    if not code or code == site.language.split("-")[0].lower():
        return ""
    locale = Locale("en") if what_is_english(site.language) else locale_of(site.language)
    return str(locale.languages.get(code, ""))
