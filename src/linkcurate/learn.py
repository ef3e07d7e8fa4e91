"""What an editor's corrections teach: how the house calls an outlet."""

from linkcurate.config import Config
from linkcurate.outlets import house_name
from linkcurate.store import Run, Workspace, write_house_name
from linkcurate.urls import host, registered_domain


def learn_outlet(
    workspace: Workspace, config: Config, url: str, *, proposed: str, chosen: str, run: Run
) -> str:
    """Make the name that an editor chose for an outlet the house's, and return for which domain; "" if nothing is new.

    The domain is the registered one; a blog's host on a platform that many share; and the host, too, where the house
    calls the rest of the domain by another name. Raises WorkspaceError where linkcurate.toml cannot be changed.
    """
    from linkcurate.extract.site import SHARED  # loads lxml

    name = host(url)
    if run.dry or not name or not chosen or chosen in (proposed, house_name(config.outlets, name)):
        return ""
    domain = registered_domain(name)
    if domain in SHARED or domain in config.outlets:
        if domain == name and domain in SHARED:
            return ""  # the writer's name is in the path
        domain = name
    with workspace.lock():
        write_house_name(workspace, run, domain, chosen)
    return domain
