"""The wheel holds all that the program opens, and works where there is no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from timeline.shipped import shipped

ROOT = Path(__file__).resolve().parents[1]
# Where each folder of the checkout lies in the wheel.
FOLDERS = {"timeline": "timeline", "web": "web", "data": "timeline/data", "seeds": "timeline/seeds"}
BUILT_FROM = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "requirements.in", *FOLDERS)
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
NEVER = shutil.ignore_patterns("__pycache__", "*.pyc")
PROGRAM = """
import web
from timeline import read_article
from timeline.shipped import shipped
from timeline.store import Store

print(shipped("data"))
print(*[path.name for path in shipped("seeds").iterdir()])
print(*[mention.frame for mention in read_article("Rebels bombarded Lowen on May 1, 2020.").mentions])
print(web.create_app(Store("new.sqlite")).test_client().get("/").status_code)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in BUILT_FROM:
        given = ROOT / name
        shutil.copytree(given, source / name, ignore=NEVER) if given.is_dir() else shutil.copy(given, source)
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder))
    subprocess.run([*PIP, "wheel", *options, str(source)], check=True)
    (made,) = folder.glob("dateline-*.whl")
    return made


def test_every_file_of_the_program_is_in_the_wheel(wheel: Path) -> None:
    wanted = {
        f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, inside in FOLDERS.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_it_needs_what_the_checkout_needs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        said = archive.read(name).decode()
    wanted = [line for line in (ROOT / "requirements.in").read_text().splitlines() if not line.startswith("#")]
    assert [line.removeprefix("Requires-Dist: ") for line in said.splitlines() if "Requires-Dist" in line] == wanted


def test_what_is_installed_reads_with_its_own_words(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    subprocess.run([*PIP, "install", "--no-deps", "--no-index", "--target", str(site), str(wheel)], check=True)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    data, seeds, frames, status = ran.stdout.splitlines()
    assert Path(data) == site / "timeline" / "data"
    assert seeds == "green-zone-rockets.txt"
    assert frames == "attack"
    assert status == "200"


def test_in_a_checkout_they_lie_beside_the_code() -> None:
    assert shipped("data") == ROOT / "data"
    assert shipped("seeds") == ROOT / "seeds"
