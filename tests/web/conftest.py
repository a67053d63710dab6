from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.shelf import shelf
from timeline.store import Store
from web import create_app


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return shelf(tmp_path)


@pytest.fixture
def app(store: Store) -> Flask:
    app = create_app(store)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
