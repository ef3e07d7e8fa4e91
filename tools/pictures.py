"""Take README's pictures from the real program: a terminal session as SVG, pages of the sample digests' site as PNG.

    .venv/bin/python tools/pictures.py

Needs Debian's chromium, and the development tools (`pip install -e '.[dev]'`).
"""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pexpect
import pyte
from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.style import Style
from rich.text import Text

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
COLUMNS, LINES = 80, 22
ADDRESS = "https://harbor-gazette.example/2026/11/20/island-ferry-electric/"
NOW = "1795248000"  # SOURCE_DATE_EPOCH: November 21, 2026
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip


def main() -> None:
    """Take all pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(ROOT / "examples" / "ferry.html", folder / "ferry.html")
        (folder / "digests").mkdir()
        take_terminal(folder)
    with tempfile.TemporaryDirectory() as name:
        take_pages(Path(name) / "site")


def take_terminal(folder: Path) -> None:
    """Add a link and publish the digest in a pseudo-terminal, and draw what it shows."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": NOW,
        "TERM": "xterm-256color",
        "PS1": "$ ",
        "BASH_SILENCE_DEPRECATION_WARNING": "1",
    }
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    shell = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile"],
        cwd=folder,
        env=environment,
        encoding="utf-8",
        dimensions=(LINES, COLUMNS),
        timeout=20,
    )
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.Stream(screen)
    shell.logfile_read = type(
        "Log", (), {"write": staticmethod(stream.feed), "flush": staticmethod(lambda: None)}
    )()
    shell.expect_exact("$ ")
    shell.sendline(f"linkcurate add {ADDRESS} --page ferry.html")
    shell.expect("Ctrl-O")
    shell.send("From April on, the island ferry will [run on batteries]().")
    shell.expect("batteries")
    shell.send("\r")
    shell.expect("Category")
    shell.expect("Enter:")
    shell.send("Good News\r")
    shell.expect("Added as")
    shell.expect_exact("$ ")
    shell.sendline("linkcurate publish")
    shell.expect(r"\.md")
    shell.expect_exact("$ ")
    shell.close(force=True)
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor", force_terminal=True
    )
    for number in range(screen.cursor.y):
        console.print(line_text(screen.buffer[number]), no_wrap=True, overflow="crop")
    console.save_svg(str(IMAGES / "terminal.svg"), title="linkcurate")
    svg = (IMAGES / "terminal.svg").read_text(encoding="utf-8")
    (IMAGES / "terminal.svg").write_text(without_web_fonts(svg), encoding="utf-8")


def line_text(line: dict[int, pyte.screens.Char]) -> Text:
    """Return a line of the emulated screen with its colors."""
    text = Text()
    for column in range(COLUMNS):
        char = line[column]
        color = {"default": None, "brown": "yellow", "brightblack": "bright_black"}.get(char.fg, char.fg)
        if color and len(color) == 6 and all(digit in "0123456789abcdef" for digit in color):
            color = f"#{color}"
        text.append(char.data, Style(color=color, bold=char.bold))
    text.rstrip()
    return text


def without_web_fonts(svg: str) -> str:
    """Leave out the fonts that Rich's SVG would load: a picture asks for nothing."""
    while "@font-face" in svg:
        start = svg.index("@font-face")
        svg = svg[:start] + svg[svg.index("}", start) + 1 :]
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def take_pages(folder: Path) -> None:
    """Build the site of the sample digests and take screenshots of it."""
    program = Path(sys.executable).parent / "linkcurate"
    pexpect.run(f"{program} site --output {folder}", cwd=ROOT, timeout=60)
    digest = folder / "2026-01-09-southern-africa.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, page, options in (
            ("digest", digest, {"viewport": {"width": 800, "height": 800}}),
            ("digest-dark", digest, {"viewport": {"width": 800, "height": 800}, "color_scheme": "dark"}),
            ("digest-phone", digest, {"viewport": {"width": 360, "height": 640}}),
            ("archive", folder / "index.html", {"viewport": {"width": 800, "height": 800}}),
        ):
            shot = browser.new_page(device_scale_factor=1.5, **options)
            shot.goto(page.as_uri())
            shot.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
