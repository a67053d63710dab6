from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.shelf import shelf
from timeline.store import Store
from web import create_app


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    store = shelf(location)
    yield store
    store.close()


@pytest.fixture
def app(store: Store) -> Flask:
    app = create_app(store)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
