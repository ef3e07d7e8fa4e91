"""What is said of the house's own templates."""

from linkcurate.cli.output import warning_line
from linkcurate.cli.session import Session
from linkcurate.store import read_templates, template_names


def warn_of_unused(session: Session) -> bool:
    """Say which files in templates/ no page is made of, if there are any; say if that was said."""
    names = template_names(session.workspace)
    if not names or session.settings.quiet:
        return False
    from linkcurate.render.environment import unused_templates  # loads Jinja2: not for who has no templates

    unused = unused_templates(names, read_templates(session.workspace))
    for name in unused:
        warning_line(f"templates/{name}: no page is made of it; is its name a typing error?")
    return bool(unused)
