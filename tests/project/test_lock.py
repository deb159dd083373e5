import re

import pytest

from devtools.steps import ROOT

pytestmark = pytest.mark.static

PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;]+)", re.MULTILINE)
WANTED = re.compile(r"^([A-Za-z0-9._-]+)", re.MULTILINE)


def pins(name):
    return dict(PIN.findall((ROOT / name).read_text()))


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_names_no_address_and_no_path(name):
    text = (ROOT / name).read_text()

    assert re.findall(r"\w+://\S*|^-[^c r].*|(?<!via )(?<=[\s=@])/\S+| @ .*", text, re.MULTILINE) == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_has_a_hash_for_each_package(name):
    blocks = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / name).read_text())

    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_lock_has_what_is_asked_for(name):
    lines = [line for line in (ROOT / f"{name}.in").read_text().splitlines() if not line.startswith(("-", "#"))]

    wanted = {normal(WANTED.match(line)[1]) for line in lines if line.strip()}
    assert wanted - {normal(pin) for pin in pins(f"{name}.txt")} == set()


def test_lock_for_development_contains_the_other_at_the_same_versions():
    runtime, development = pins("requirements.txt"), pins("requirements-dev.txt")

    assert {name: development.get(name) for name in runtime} == runtime
