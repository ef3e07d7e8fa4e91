"""Regular expressions that are compiled when they are first used: a page, or a command, needs few of all that there are."""

import re
from typing import TYPE_CHECKING, Any, AnyStr

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:
        def __init__(self, text, flags=0):
            self._given = text, flags

        def __getattr__(self, name):
            compiled = re.compile(*self._given)
            print("USED", *[repr(x)[:50] for x in self._given], file=__import__('sys').stderr) if 0 else 0
            for each in ("search", "match", "fullmatch", "sub", "split", "findall", "finditer"):
                setattr(self, each, getattr(compiled, each))
            return getattr(compiled, name)
