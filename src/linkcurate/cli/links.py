"""`check --links`: asking the network, and keeping copies of what is dead."""

import asyncio
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linkcurate.characters import plain
from linkcurate.check import Finding
from linkcurate.check.links import Link, Seen, State, finding, links_of, look
from linkcurate.check.wayback import SERVICE, find_copy
from linkcurate.cli.output import Notice, path_text
from linkcurate.cli.session import Session, may_ask
from linkcurate.fetch import Fetcher, Limits
from linkcurate.model import Digest, Kind
from linkcurate.revise import keep_copy
from linkcurate.store import Place
