"""The contracts of pyproject.toml hold, and each finds an import that breaks it, in modules that nobody listed too."""

import os
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from devtools.steps import ROOT

pytestmark = pytest.mark.static
TOOL = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]

# By contract: a module (made, if there is none) and what it may not import.
MISPLACED = [
    ("data-order", "roles.querysets", "orgcharts.models"),
    ("data-order", "sources.novel.reading", "responsibilities.models"),
    ("data-order", "web.novel", "editing.order"),
    ("ground", "web.lookup", "sources.models"),
    ("ground", "web.api.fields", "catalogue.search"),
    ("ground", "editing.novel", "roles.models"),
    ("interfaces", "responsibilities.record", "responsibilities.api.views"),
    ("interfaces", "orgcharts.novel.reading", "orgcharts.raci.files"),
    ("interfaces", "orgcharts.models", "orgcharts.admin"),
    ("interfaces", "catalogue.content.rows", "roles.pages"),
    ("interfaces", "roles.models", "roles.filters"),
    ("rules", "orgcharts.novel.rule", "django"),
    ("rules", "responsibilities.agreement.stances", "reversion"),
    ("rules", "sources.voices", "rest_framework"),
    ("config", "roles.novel", "config.errors"),
    ("config", "web.words", "config.settings"),
]


def sections_of(folder):
    """What import-linter says of each broken contract of the tree in ``folder``, by the name of the contract."""
    command = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
    wide = {**os.environ, "COLUMNS": "200"}  # no line is broken in two
    done = subprocess.run([sys.executable, "-c", command], cwd=folder, env=wide, capture_output=True, text=True)
    assert "Contracts: " in done.stdout, done.stdout + done.stderr
    names = "|".join(re.escape(contract["name"]) for contract in TOOL["contracts"])
    _, *found = re.split(rf"^({names})\n-+\n", done.stdout, flags=re.MULTILINE)
    return dict(zip(found[::2], found[1::2], strict=True))


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """The sections of a copy of the tree with all misplaced imports in it."""
    folder = tmp_path_factory.mktemp("tree")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in TOOL["root_packages"]:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__", "migrations"))
    for _, module, imported in MISPLACED:
        file = folder / f"{module.replace('.', '/')}.py"
        file.parent.mkdir(exist_ok=True)
        (file.parent / "__init__.py").touch()
        with file.open("a") as text:
            text.write(f"\nimport {imported}\n")
    return sections_of(folder)


def test_imports_keep_the_contracts():
    assert sections_of(ROOT) == {}


@pytest.mark.parametrize(("contract", "module", "imported"), MISPLACED)
def test_a_misplaced_import_breaks_its_contract(broken, contract, module, imported):
    (name,) = [each["name"] for each in TOOL["contracts"] if each["id"] == contract]

    assert re.search(rf"^- +{re.escape(module)} -> {re.escape(imported)} \(", broken[name], re.MULTILINE), broken[name]


def test_every_contract_is_tried():
    assert {contract for contract, _, _ in MISPLACED} == {contract["id"] for contract in TOOL["contracts"]}
