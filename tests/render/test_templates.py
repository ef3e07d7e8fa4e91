"""A house's own templates."""

from dataclasses import replace
from email import message_from_string, policy
from html import escape

import pytest
from samples import DIGEST, SERIES, SITE
from seeds import text_blocks

from linkcurate.errors import WorkspaceError
from linkcurate.model import Mailbox, Mailing
from linkcurate.render import RENDERERS, Publication
from linkcurate.render.environment import builtin_templates


def render(**templates: str) -> str:
    named = {name.replace("__", "."): text for name, text in templates.items()}
    return RENDERERS["html"].render(
        DIGEST, Publication(site=SITE, series=SERIES, version="0", templates=named)
    )


def test_a_template_of_the_house_wins() -> None:
    assert (
        render(digest__html="{{ layout.title }} by {{ site.author }}") == f"{DIGEST.title} by {SITE.author}"
    )


def test_a_template_can_add_to_a_built_in_one() -> None:
    page = render(
        digest__html=builtin_templates()["digest.html"].replace("</article>", "</article><p>Bye.</p>")
    )
    assert "Bye." in text_blocks(page)


def test_what_prints_nothing_may_stand_outside_of_blocks() -> None:
    text = "{% extends 'base.html' %}\n{# note #}\n{% set a = 'b' %}\n{% macro m() %}c{% endmacro %}\n"
    page = render(digest__html=text + "{% block content %}{{ a }}{{ m() }}{% endblock %}\n")
    assert "bc" in page


def test_a_style_sheet_of_the_house_is_let_in_as_it_is() -> None:
    style = "a{#b} /* {{ not a template }} {% nor this %} </style><script>alert(1)</script> */"
    page = render(style__css=style)
    assert r"{{ not a template }} {% nor this %} <\/style><script>" in page
    assert page.count("</style>") == 1
    own, built = (text.split("sha256-")[1].split("'")[0] for text in (page, render()))
    assert own != built


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("\n\n{{ layuot.title }}", "templates/digest.html:3", "'layuot' is undefined"),
        ("{{ layout.titel }}", "templates/digest.html:1", "titel"),
        ("<p>\n{% for x in y %}", "templates/digest.html:2", "Unexpected end of template"),
        ("{{ 1 + layout.title }}", "templates/digest.html:1", "unsupported operand"),
        ("\n{% extends 'bsae.html' %}", "templates/digest.html:2", "bsae.html"),
        ("{% extends 'base.html' %}\n\nHello", "templates/digest.html:3", "outside of every block"),
        ("{% extends 'base.html' %}\n{{ nope }}", "templates/digest.html:2", "outside of every block"),
        (
            "{% extends 'base.html' %}\n{% if draft %}\nx\n{% endif %}",
            "templates/digest.html:3",
            "outside of every block",
        ),
        (
            "{% extends 'base.html' %}{% block content %}\n{{ nope }}{% endblock %}",
            "templates/digest.html:2",
            "'nope' is undefined",
        ),
        ("{{ html(5) }}", "templates/digest.html:1", "iterable"),
    ],
)
def test_an_error_names_file_and_line(text: str, where: str, what: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        render(digest__html=text)
    assert str(caught.value).startswith(f"{where}: ")
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_in_an_included_template_names_that() -> None:
    with pytest.raises(WorkspaceError, match=r"^templates/note\.html:2: 'nope' is undefined"):
        render(digest__html="{% include 'note.html' %}", note__html="\n{{ nope }}")


def test_templates_reach_nothing_but_what_they_are_given() -> None:
    """A workspace may come from anybody: its templates run in a sandbox."""
    with pytest.raises(WorkspaceError, match="unsafe"):
        render(digest__html="{{ html.__globals__ }}")
    with pytest.raises(WorkspaceError, match=r"passwd"):
        render(digest__html="{% include '/etc/passwd' %}")


def test_what_a_template_prints_is_escaped() -> None:
    publication = Publication(
        site=replace(SITE, tagline="<b>&"), templates={"digest.html": "{{ site.tagline }}"}
    )
    assert RENDERERS["html"].render(DIGEST, publication) == "&lt;b&gt;&amp;"


def test_the_message_too_can_have_a_template_of_the_house() -> None:
    own = {"email.html": "<p>{{ layout.title }} goes out"}
    mailing = Mailing(sender=Mailbox(address="desk@desk.example"))
    message = RENDERERS["email"].render(DIGEST, Publication(site=SITE, mailing=mailing, templates=own))
    html = message_from_string(message, policy=policy.default).get_body(("html",)).get_content()  # type: ignore[attr-defined]
    assert html.splitlines() == [f"<p>{escape(DIGEST.title)} goes out"]
