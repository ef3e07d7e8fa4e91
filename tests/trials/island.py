"""A network of one machine where every address there is leads to one web server; run by test_addresses.py.

In namespaces of its own (see `unshare`), so that it needs no root and nothing can leave: `python island.py FOLDER`
runs the program on the lines of FOLDER/lines and prints what it did, and what the server saw, as JSON.
"""

import asyncio
import json
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from program import program_environment
from webserver import HTML, Web

from linkcurate.fetch.network import GuardedBackend
from linkcurate.fetch.page import Unreadable

PUBLIC = "93.184.216.34"
COMMANDS = (
    "ip link set lo up",
    "ip route add local 0.0.0.0/0 dev lo",
    "ip -6 route add local ::/0 dev lo",
    "mount --bind hosts /etc/hosts",
)


class Turning(GuardedBackend):
    """A backend whose host has a public address at first, and this machine's ever after."""

    def __init__(self) -> None:
        super().__init__(ThreadPoolExecutor(1), allow_private=False, hint="")
        self.asked = 0

    async def look_up(self, host: str, port: int) -> list[str]:  # noqa: ARG002
        self.asked += 1
        return [PUBLIC] if self.asked == 1 else ["127.0.0.1"]


async def rebound(port: int) -> dict[str, Any]:
    """Connect twice to a host that changes its address; say how often it was looked up, and where we came."""
    backend, came = Turning(), []
    for _ in range(2):
        try:
            stream = await backend.connect_tcp("turning.example", port, timeout=5.0)
        except Unreadable as error:
            came.append(str(error))
        else:
            came.append(stream.get_extra_info("server_addr")[0])
            await stream.aclose()
    return {"looked_up": backend.asked, "came": came}


def main() -> None:
    """Set up the network, run the program on the links with the guard and without, and report."""
    os.chdir(sys.argv[1])
    for command in COMMANDS:
        subprocess.run(command.split(), check=True)
    web = Web(
        listener=socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True, backlog=1000)
    )
    port = str(web.port)
    proxy = Web()
    for path, answer in json.loads(Path("answers").read_text().replace("PORT", port)).items():
        web.page(
            path, answer["body"], status=answer["status"], headers={"Content-Type": HTML, **answer["headers"]}
        )
    lines = Path("lines").read_text().replace("PORT", port)
    environment = program_environment(
        http_proxy=f"http://{PUBLIC}:{proxy.port}", all_proxy=f"http://{PUBLIC}:{proxy.port}"
    )
    report: dict[str, Any] = {"port": web.port}
    for name, options in {
        "guarded": [],
        "open": ["--allow-private", "--allow-duplicate", "--dry-run"],
    }.items():
        command = [
            sys.executable,
            "-m",
            "linkcurate",
            "add",
            "-",
            "--json",
            "--digest",
            "a",
            "--debug",
            "--retries",
            "0",
        ]
        done = subprocess.run(
            [*command, "--timeout", "5", *options],
            input=lines,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        report[name] = {
            "exit": done.returncode,
            "stdout": done.stdout,
            "stderr": done.stderr,
            "hosts": [seen.headers.get("host", "").removesuffix(f":{port}") for seen in web.requests],
            "headers": [seen.headers for seen in web.requests],
            "proxied": len(proxy.requests),
        }
        web.requests.clear()
    report["rebinding"] = asyncio.run(rebound(web.port))
    print(json.dumps(report))  # noqa: T201  # for the test that runs this


if __name__ == "__main__":
    main()
