"""What pyproject.toml has no words for: data/ and seeds/ lie inside the package where it is installed.

See timeline/shipped.py.
"""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["timeline*", "web*"]), "timeline.data", "timeline.seeds"],
    package_dir={"timeline.data": "data", "timeline.seeds": "seeds"},
)
