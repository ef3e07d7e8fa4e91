"""The Typer application: options that every command has, errors in one line, exit statuses."""

import errno
import os
import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from linkcurate import __version__
from linkcurate.characters import plain_lines
from linkcurate.cli.output import error_line
from linkcurate.errors import Exit, LinkcurateError
from linkcurate.values import dataclass

# Typer does not export its base class of wrong uses of the command line; BadParameter is a subclass of a subclass.
_WrongUse: type[Exception] = typer.BadParameter.__mro__[2]


_COMPLETING = "_LINKCURATE_COMPLETE"  # set by the shells' scripts, which Typer writes
_STREAM_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF)


@dataclass(slots=True)
class Settings:
    """What the options that every command has were set to."""

    workspace: Path | None = None
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    no_input: bool = False


def _settings(ctx: typer.Context) -> Settings:
    root = ctx.find_root()
    if not isinstance(root.obj, Settings):
        root.obj = Settings()
    return root.obj


def settings_of(ctx: typer.Context) -> Settings:
    """Return the settings that the command line gave, before or after the command's name."""
    return _settings(ctx)


def _shared_options() -> list[Any]:
    """Return the options that stand before or after a command's name."""

    def keep(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> None:
        if value and param.name:
            setattr(_settings(ctx), param.name, Path(value) if param.name == "workspace" else value)

    def option(*names: str, **attributes: Any) -> TyperOption:
        return TyperOption(param_decls=list(names), callback=keep, expose_value=False, **attributes)

    return [
        option(
            "--workspace",
            metavar="DIR",
            envvar="LINKCURATE_WORKSPACE",
            show_envvar=True,
            help="The workspace, instead of the one that the current folder is in.",
        ),
        option("--no-input", is_flag=True, help="Never ask; take the defaults."),
        option("-q", "--quiet", is_flag=True, help="Say only what is asked for, and errors."),
        option("-v", "--verbose", is_flag=True, help="Say where each value comes from."),
        option("--debug", is_flag=True, help="Show the traceback of an error."),
    ]


class DeskCommand(TyperCommand):
    """A command that knows the shared options too."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the command's own parameters, then the shared ones."""
        *own, help_option = super().get_params(ctx)
        return [*own, *_shared_options(), help_option]


class DeskGroup(TyperGroup):
    """The group of commands: loads the one that is called; prints an error in one line and exits with its status."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called, loaded; what stood for it knows its name and a line of help."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, _Unloaded) else command, rest

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the group's own parameters, then the shared ones."""
        *own, help_option = super().get_params(ctx)
        return [*own, *_shared_options(), help_option]

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command and exit: with what it returned, or with the status of its error."""
        kwargs["standalone_mode"] = False
        if _COMPLETING in os.environ or any(word.endswith("-completion") for word in sys.argv):
            from linkcurate.cli.shells import use_plain_completion

            use_plain_completion()
        try:
            status = super().main(*args, **kwargs)
        except LinkcurateError as error:
            if "--debug" in sys.argv:
                sys.stderr.write(plain_lines(traceback.format_exc()))
            error_line(str(error))
            status = error.exit
        except _WrongUse as error:
            error_line(_wrong_use(error))
            status = Exit.USAGE
        except OSError as error:  # the disk's errors are WorkspaceErrors by now: this is stdout
            if error.errno not in _STREAM_ERRORS:
                raise
            from linkcurate.files import reason

            error_line(f"what was to be printed cannot be written: {reason(error)}; print it elsewhere")
            status = Exit.WORKSPACE
        sys.exit(status or Exit.DONE)


class _Unloaded(DeskCommand):
    """A command as the group's help shows it."""

    def __init__(self, name: str, place: str, help_line: str) -> None:
        super().__init__(name, callback=None, help=help_line, rich_markup_mode=None)
        self._place = place

    def load(self) -> Any:
        """Import and return the command itself."""
        module, _, function = self._place.partition(":")
        alone = _new_app(completion=False)
        command = getattr(import_module(f"linkcurate.cli.{module}"), function)
        alone.command(self.name, cls=DeskCommand)(command)
        return typer.main.get_command(alone)


def make_app(commands: Mapping[str, tuple[str, str]]) -> typer.Typer:
    """Make the application of some commands: by name, where each stands ("module:function") and a line of help."""
    app = _new_app(completion=True)
    app.callback(invoke_without_command=True, epilog=_EPILOG)(_top)

    class Group(DeskGroup):
        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.commands = {name: _Unloaded(name, *about) for name, about in commands.items()}

    app.info.cls = Group
    return app


def _new_app(*, completion: bool) -> typer.Typer:
    return typer.Typer(
        rich_markup_mode=None,  # its help loads Rich: 100 ms for a few colors
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        add_completion=completion,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


_EPILOG = "`linkcurate COMMAND --help` shows examples and options of a command."


def _print_version(value: bool) -> None:
    if value:
        print(f"linkcurate {__version__}")  # noqa: T201  # data on stdout, without loading Rich
        raise typer.Exit


def _top(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001  # its callback answers
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """The desk of an editor of link digests.

    \b
    linkcurate add https://example.org/story   read a page, ask for your words, append the entry
    linkcurate show                            the newest draft, and what it lacks
    linkcurate publish                         the newest draft as a page and as Markdown
    """
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())  # noqa: T201  # as --version


def _wrong_use(error: Exception) -> str:
    """Return Typer's message of a wrong use as one line that says what to do."""
    message = " ".join(error.format_message().split()).removesuffix(".")  # type: ignore[attr-defined]  # see _WrongUse
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "linkcurate"
    return f"{message[:1].lower()}{message[1:]}; see `{command} --help`"
