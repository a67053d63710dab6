"""A server that is killed at any moment has lost nothing that it acknowledged, and starts again."""

from __future__ import annotations

import http.client
import signal
import urllib.error
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Event

import pytest

from tests.cli.serving import Served, serve
from timeline.store import Store

ROUNDS, WRITERS = 3, 3
DOWN = (urllib.error.URLError, http.client.HTTPException, ConnectionError)


def write_on(server: Served, story: str, writer: int, enough: Event, added: dict[str, str]) -> None:
    """Add articles and date each until the server is gone; note what it said yes to."""
    for number in count(len(added)):
        text = f"Village {writer}-{number} was flooded on Monday."
        try:
            doc_id = server.send("POST", f"api/v1/stories/{story}/articles", text=text)["doc_id"]
            added[doc_id] = ""
            day = f"2021-03-{number % 28 + 1:02}"
            server.send("PUT", f"api/v1/stories/{story}/articles/{doc_id}/publication", date=day)
            added[doc_id] = day
        except DOWN:
            return
        finally:
            if len(added) >= 2:
                enough.set()


def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path, location: str) -> None:
    story = Store(location).create_story("Floods")
    added: list[dict[str, str]] = [{} for _ in range(WRITERS)]
    for _ in range(ROUNDS):
        enough = [Event() for _ in range(WRITERS)]
        with ThreadPoolExecutor(WRITERS) as pool, serve(tmp_path, location) as server:
            writers = [pool.submit(write_on, server, story, n, enough[n], added[n]) for n in range(WRITERS)]
            assert all(event.wait(120) for event in enough)
            server.process.kill()
            for writer in writers:
                writer.result()
        timeline = Store(location).timeline(story)
        days = {r.article.id: r.publication.date for r in timeline.readings}
        for doc_id, day in (pair for one in added for pair in one.items()):
            assert doc_id in days
            assert not day or str(days[doc_id]) == day


@pytest.mark.parametrize("sent", ["SIGTERM", "SIGINT"])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_server_that_is_told_to_stop_does(tmp_path: Path, sent: str, workers: str) -> None:
    with serve(tmp_path, str(tmp_path / "s.sqlite"), "--workers", workers) as server:
        server.get("healthz")
        server.process.send_signal(getattr(signal, sent))
        assert server.process.wait(timeout=60) == 0
