"""Messages between a process and its workers: pickled, over pipes."""

import asyncio
import pickle
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import IO, Any


class Channel:
    """Sends messages, and passes on those that come: a thread listens, for pipes know no loop on every system."""

    def __init__(
        self,
        source: IO[bytes],
        sink: IO[bytes],
        *,
        received: Callable[[Any], None],  # called in the running loop
        ended: Callable[[], object],  # called in the thread, when the other side is gone
    ) -> None:
        self._source, self._sink = source, sink
        self._received, self._ended = received, ended
        self._loop = asyncio.get_running_loop()
        self._thread = Thread(target=self._listen, name="channel", daemon=True)
        self._thread.start()

    def send(self, message: Any) -> None:
        """Send a message; it is lost where the other side is gone, which the listening thread notices."""
        with suppress(OSError):
            self._sink.write(pickle.dumps(message))
            self._sink.flush()

    def close(self) -> None:
        """Close both pipes; the other side must have ended."""
        self._thread.join()
        self._source.close()
        with suppress(OSError):  # what was not sent any more
            self._sink.close()

    def _listen(self) -> None:
        with suppress(EOFError, OSError, pickle.UnpicklingError):  # the end, in the midst of a message too
            while True:
                message = pickle.load(self._source)  # noqa: S301  # from our own process
                self._loop.call_soon_threadsafe(self._received, message)
        self._ended()
