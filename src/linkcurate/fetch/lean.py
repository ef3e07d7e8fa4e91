"""httpx, loaded without what we never use of it."""

import sys
from importlib.util import find_spec
from typing import cast

# A module that sys.modules maps to None is taken for one that is not there (reference of Python, section 5.3.1).
_modules = cast("dict[str, object]", sys.modules)
_modules.setdefault("httpx._main", None)  # its command line: Click and Rich, as long to load as all the rest
if find_spec("sniffio") is None:
    _modules["sniffio"] = None  # httpcore looks for it at each lock, in each folder of the path

import httpx as httpx  # noqa: E402  # only now
