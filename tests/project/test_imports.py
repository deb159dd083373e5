import re
import subprocess
import sys
import tomllib

import pytest

from devtools.steps import ROOT

pytestmark = pytest.mark.static

# What may look at any app, because it answers people and programs.
INTERFACES = {
    *("admin", "api", "apps", "filters", "serializers", "urls", "views"),
    "orgcharts.advisor.api.views",
    "orgcharts.advisor.api.examples",  # what the description of the API shows
    "orgcharts.advisor.api.serializers",
    "orgcharts.files",  # each chart as a file and for other sites
    "orgcharts.lens_pages",
    "orgcharts.raci.files",
    "orgcharts.chart_list",  # the list of charts, by setting
    "responsibilities.compare.pages",
    "responsibilities.duties.table",  # the rows of the pages of duties
    "responsibilities.duties.query",  # the list of duties, filtered as the page asks
    "responsibilities.api.shapes",  # what the API computes beside the rows
    "responsibilities.api.shape_serializers",
    "roles.pages.profile",  # the page of a role, its charts included
    "sources.pages.profile",  # the page of a document, with what cites it in every app above
    "sources.api.support",  # what a passage supports, in every app above
}


def test_imports_keep_the_contracts():
    command = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports())"

    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


def test_every_domain_module_stands_in_the_contracts():
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    contracts = {contract["id"]: contract for contract in tool["contracts"]}
    layered = {module for layer in contracts["data-order"]["layers"] for module in re.split(r"[\s:]+", layer) if module}

    paths = [
        path for app in ("sources", "roles", "responsibilities", "orgcharts") for path in (ROOT / app).glob("*.py")
    ]
    modules = {f"{path.parent.name}.{path.stem}" for path in paths if path.stem != "__init__"}
    domain = {module for module in modules if not {module, module.split(".")[1]} & INTERFACES}
    assert domain == layered
    assert domain == set(contracts["domain"]["source_modules"])
