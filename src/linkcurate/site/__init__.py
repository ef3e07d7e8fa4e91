"""The whole archive as a site of static files: what it consists of, and how its folder is kept up to date."""

from linkcurate.site.build import Build, build_site
from linkcurate.site.search import search_version

__all__ = ["Build", "build_site", "search_version"]
