"""Completions as each shell wants them. Typer's own way loads Rich to take its markup out of titles, and for zsh builds
code of them; here, whatever a title holds stays text.
"""

import os
import shlex
from typing import TYPE_CHECKING, Any

# Private, and so pyproject.toml names the versions of Typer that have been tried.
from typer._click.shell_completion import add_completion_class
from typer._completion_classes import BashComplete, FishComplete, ZshComplete
from typer._completion_shared import _completion_scripts

from linkcurate.characters import plain
from linkcurate.patterns import regex

if TYPE_CHECKING:
    Item = Any

_BREAKS = (":", "=")  # that part words in bash
_SPECIAL = regex(r"[^\w@%+=:,./-]")
_SPECIAL_IN_QUOTES = regex(r'[$`"\\]')  # double ones (POSIX.1-2024, Shell Command Language, section 2.2.3)


def _option_of(incomplete: str) -> str:
    """Return the option, with its equals sign, whose value is asked for in the same word; "" for none."""
    name, equals, _ = incomplete.partition("=")
    return name + equals if equals and name.startswith("--") else ""


class _Bash(BashComplete):
    """Values in words of bash's, which knows no descriptions, and takes a colon and an equals sign for words."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words = os.environ["COMP_WORDS"].split("\n")[: int(os.environ["COMP_CWORD"]) + 1]
        joined: list[str] = []
        for place, word in enumerate(words):
            if joined and word == "=" and joined[-1].startswith("--"):
                joined.append("")  # the option's value
            elif joined and (word in _BREAKS or words[place - 1] in _BREAKS):
                joined[-1] += word
            else:
                joined.append(word)
        os.environ |= {"COMP_WORDS": "\n".join(joined), "COMP_CWORD": str(len(joined) - 1)}
        arguments, incomplete = super().get_completion_args()
        there = max(map(incomplete.rfind, _BREAKS)) + 1
        self._before = incomplete[:there] if any(one in words[-2:] for one in _BREAKS) else ""
        self._option = _option_of(incomplete)  # whole where somebody's bash does not break words at the sign
        self._quote = "" if self._before else words[-1][:1]  # what follows is not quoted with it
        return arguments, incomplete

    def format_completion(self, item: "Item") -> str:
        value = self._option + item.value.removeprefix(self._before)
        if self._quote == "'":  # bash adds the closing one
            return str(value.replace("'", r"'\''"))
        special = _SPECIAL_IN_QUOTES if self._quote == '"' else _SPECIAL
        return special.sub(r"\\\g<0>", value)


class _Zsh(ZshComplete):
    """An array of values and descriptions, each quoted."""

    def get_completion_args(self) -> tuple[list[str], str]:
        arguments, incomplete = super().get_completion_args()
        self._option = _option_of(incomplete)
        return arguments, incomplete

    def complete(self) -> str:
        items = self.get_completions(*self.get_completion_args())
        if not items:
            return "_files"
        listed = " ".join(shlex.quote(self.format_completion(item)) for item in items)
        return f"local -a found; found=({listed}); _describe -V linkcurate found"

    def format_completion(self, item: "Item") -> str:
        value = (self._option + item.value).replace("\\", "\\\\").replace(":", "\\:")
        return f"{value}:{plain(item.help)}" if item.help else value


class _Fish(FishComplete):
    """Lines of values and descriptions, with a tab between them."""

    def get_completion_args(self) -> tuple[list[str], str]:
        arguments, incomplete = super().get_completion_args()
        self._option = _option_of(incomplete)
        return arguments, incomplete

    def format_completion(self, item: "Item") -> str:
        value = self._option + item.value
        return f"{value}\t{plain(item.help)}" if item.help else value


# Typer's script completes nothing at the first Tab of a shell: loading the function is all that it does then.
_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
  eval $(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" %(autocomplete_var)s=complete_zsh %(prog_name)s)
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  %(complete_func)s "$@"
else
  compdef %(complete_func)s %(prog_name)s
fi
"""


def use_plain_completion() -> None:
    """Answer the shells' questions in the ways above; call it once Typer has registered its own."""
    _completion_scripts["zsh"] = _ZSH
    for name, shell in (("bash", _Bash), ("zsh", _Zsh), ("fish", _Fish)):
        add_completion_class(shell, name)
