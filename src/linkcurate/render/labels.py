"""The few words that pages print of themselves, by language."""

from collections.abc import Mapping

_LANGUAGES = ("de", "en", "es", "fr")
_WORDS = {
    "draft": ("Entwurf", "Draft", "Borrador", "Brouillon"),
    "lacks": ("Es fehlt:", "Lacks:", "Falta:", "Il manque\N{NO-BREAK SPACE}:"),
    "updated": ("Aktualisiert:", "Updated:", "Actualizado:", "Mis à jour\N{NO-BREAK SPACE}:"),
    "web": ("Im Web lesen", "Read on the web", "Leer en la web", "Lire sur le web"),
    "unsubscribe": ("Abbestellen", "Unsubscribe", "Darse de baja", "Se désabonner"),
    "skip": ("Zum Inhalt", "Skip to the links", "Saltar al contenido", "Aller au contenu"),
    "archive": ("Archiv", "Archive", "Archivo", "Archives"),
    "series": ("Reihen", "Series", "Series", "Séries"),
    "database": ("Datenbank", "Database", "Base de datos", "Base de données"),
    "search": ("Suche", "Search", "Buscar", "Recherche"),
    "feed": ("Atom-Feed", "Atom feed", "Fuente Atom", "Flux Atom"),
    "read_more": ("Weiterlesen", "Read More", "Leer más", "Lire la suite"),
    "newer": ("Neuere Beiträge", "Newer Posts", "Entradas más recientes", "Articles plus récents"),
    "older": ("Ältere Beiträge", "Older Posts", "Entradas anteriores", "Articles plus anciens"),
    "previous": ("Älter", "Older", "Anterior", "Précédent"),
    "next": ("Neuer", "Newer", "Siguiente", "Suivant"),
    "main_pages": ("Hauptseiten", "Main pages", "Páginas principales", "Pages principales"),
    "more_pages": ("Weitere Seiten", "More pages", "Más páginas", "Autres pages"),
    "words": ("Wörter", "Words", "Palabras", "Mots"),
    "outlet": ("Medium", "Outlet", "Medio", "Média"),
    "category": ("Rubrik", "Category", "Categoría", "Rubrique"),
    "year": ("Jahr", "Year", "Año", "Année"),
    "all": ("alle", "all", "todos", "tout"),
    "shown": (
        "{shown} von {all} Links",
        "{shown} of {all} links",
        "{shown} de {all} enlaces",
        "{shown} liens sur {all}",
    ),
    "database_about": (
        "Alle Links, die hier je standen, die neuesten zuerst.",
        "Every link that ever stood here, newest first.",
        "Todos los enlaces publicados aquí, los más recientes primero.",
        "Tous les liens publiés ici, les plus récents d’abord.",
    ),
    "search_about": (
        "Wörter in allen Ausgaben finden.",
        "Find words in all digests.",
        "Encontrar palabras en todas las ediciones.",
        "Trouver des mots dans toutes les éditions.",
    ),
    "search_unable": (
        "Die Suche lässt sich hier nicht laden. Alle Links stehen in der Datenbank.",
        "The search cannot be loaded here. All links stand in the database.",
        "La búsqueda no se puede cargar aquí. Todos los enlaces están en la base de datos.",
        "La recherche ne peut pas être chargée ici. Tous les liens sont dans la base de données.",
    ),
    "no_scripts": (
        "Die Suche braucht JavaScript. Alle Links stehen auch ohne in der Datenbank.",
        "The search needs JavaScript. All links stand in the database, which does without.",
        "La búsqueda necesita JavaScript. Todos los enlaces están también en la base de datos.",
        "La recherche a besoin de JavaScript. Tous les liens sont aussi dans la base de données.",
    ),
    "nothing": ("Nichts gefunden.", "Nothing found.", "No se encontró nada.", "Rien trouvé."),
    "missing": ("Seite nicht gefunden", "Page not found", "Página no encontrada", "Page introuvable"),
    "missing_about": (
        "Unter dieser Adresse steht nichts (mehr).",
        "There is nothing at this address, or no longer.",
        "En esta dirección no hay nada, o ya no lo hay.",
        "Il n’y a rien à cette adresse, ou plus rien.",
    ),
}


def labels(language: str) -> Mapping[str, str]:
    """Return the words in a language (BCP 47); in English where they are not translated."""
    code = language.split("-")[0].lower()
    column = _LANGUAGES.index(code if code in _LANGUAGES else "en")
    return {name: words[column] for name, words in _WORDS.items()}
