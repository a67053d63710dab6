"""`python -m timeline`."""

from timeline.cli import app

if __name__ == "__main__":
    app(prog_name="python -m timeline")
