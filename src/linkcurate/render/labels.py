"""The few words that pages print of themselves, by language."""

from collections.abc import Mapping

_LABELS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "draft": "Entwurf",
        "updated": "Aktualisiert:",
        "skip": "Zum Inhalt",
        "web": "Im Web lesen",
        "unsubscribe": "Abbestellen",
    },
    "en": {
        "draft": "Draft",
        "updated": "Updated:",
        "skip": "Skip to the links",
        "web": "Read on the web",
        "unsubscribe": "Unsubscribe",
    },
    "es": {
        "draft": "Borrador",
        "updated": "Actualizado:",
        "skip": "Saltar al contenido",
        "web": "Leer en la web",
        "unsubscribe": "Darse de baja",
    },
    "fr": {
        "draft": "Brouillon",
        "updated": "Mis à jour :",
        "skip": "Aller au contenu",
        "web": "Lire sur le web",
        "unsubscribe": "Se désabonner",
    },
}


def labels(language: str) -> Mapping[str, str]:
    """Return the words in a language (BCP 47); in English where they are not translated."""
    return _LABELS.get(language.split("-")[0].lower(), _LABELS["en"])
