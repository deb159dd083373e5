"""The docs name what there is, and name all of it: commands, settings, models, modules, addresses, parameters."""

import ast
import re
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.urls import Resolver404, URLResolver, get_resolver, resolve, reverse
from django.utils import translation

from catalogue.api.views import openapi
from devtools import cli
from devtools.steps import ROOT
from editing.content import kinds

PAGES = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("**/*.md"), ROOT / "fixtures/README.md"]
)
TEXTS = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in PAGES}
EVERYTHING = "\n".join(TEXTS.values())
APPS = ["editing", "sources", "roles", "responsibilities", "orgcharts", "catalogue", "config"]
PACKAGES = "|".join([*APPS, "devtools", "web"])


def every_page(test):
    return pytest.mark.parametrize("page", TEXTS)(test)


def code_of(text):
    """What stands between backticks, in a line or in a block."""
    return re.findall(r"```\w*\n(.*?)```", text, re.DOTALL) + re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)


def absent(page, pattern, is_there):
    """What the code of a page names by ``pattern`` and is not there."""
    named = {name for code in code_of(TEXTS[page]) for name in re.findall(pattern, code)}
    return sorted(name for name in named if not is_there(name))


@every_page
def test_file_or_module_that_is_named_is_there(page):
    known = {path.name for path in ROOT.glob("*/**/*.py") if ".venv" not in path.parts}
    places = (ROOT, (ROOT / page).parent)
    named = {
        name
        for code in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", TEXTS[page])
        for name in re.findall(r"^[\w./-]+/[\w./-]*\.(?:py|md|toml|yaml|po)$|^[a-z_]+\.py$", code)
    }

    assert [
        name for name in sorted(named)
        if not (any((place / name).exists() for place in places) or ("/" not in name and name in known))
    ] == []  # fmt: skip


LABELS = {model._meta.label_lower for model in apps.get_models()}


@every_page
def test_dotted_name_of_the_code_is_there(page):
    def is_there(name):
        """A module, or an attribute of one."""
        module, _, attribute = name.rpartition(".")
        if name in LABELS:
            return True
        try:
            return bool(find_spec(name))
        except ModuleNotFoundError:
            return hasattr(__import__(module, fromlist=[attribute]), attribute)

    assert absent(page, rf"(?<![\w/.:@-])((?:{PACKAGES})(?:\.[a-z_]\w*)+)(?![\w/(-])", is_there) == []


@every_page
def test_command_that_is_named_is_there(page):
    ours = {line.split()[0] for line in re.findall(r"^  (\w.*)$", cli.USAGE, re.MULTILINE)}

    assert absent(page, r"dev\.py ([a-z_]+)", ours.__contains__) == []
    assert absent(page, r"manage(?:\.py)? ([a-z][a-z_]+)", get_commands().__contains__) == []


@every_page
def test_link_to_a_file_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", TEXTS[page])

    assert [link for link in links if "://" not in link and not (ROOT / page).parent.joinpath(link).exists()] == []


@every_page
def test_address_that_is_named_is_one_of_the_site(page):
    def is_there(address):
        path = re.sub(r"<\w+>", "x", address.replace("<id>", "1").split("?")[0].split("#")[0])
        return path == "/api/" or found(path)  # the beginning of all that the API has

    areas = "api|en|roles|compare|duties|matrix|disagreements|orgcharts|sources|search|admin|healthz|readyz"
    assert absent(page, rf"(?<![\w.>/])(/(?:{areas})(?:/[\w<>.-]*)*[\w<>?=&,.#-]*)", is_there) == []


def found(path):
    with translation.override("en" if path.startswith("/en/") else "es"):
        try:
            return resolve(path)
        except Resolver404:
            return None


def test_every_command_is_in_the_docs():
    ours = re.findall(r"^  (\w+)", cli.USAGE, re.MULTILINE)
    management = [name for name, app in get_commands().items() if app in APPS]

    assert [name for name in ours if f"dev.py {name}" not in EVERYTHING] == []
    assert [name for name in management if name not in EVERYTHING] == []


def environment_names():
    """What the settings, gunicorn's and those of dev.py read of the environment."""
    reading = r'(?:env\.str|flag|number|names|environ\.get|setdefault|env\.get)\(\s*"([A-Z_]+)"'
    files = [*(ROOT / "config").glob("**/*.py"), *(ROOT / "devtools").glob("*.py")]
    return {name for file in files for name in re.findall(reading, file.read_text(encoding="utf-8"))}


FROM_ELSEWHERE = {"CI"}


def test_every_variable_of_the_environment_is_in_the_docs_and_none_else():
    table = re.findall(r"^\| (`[A-Z_`, ]+`) \|", TEXTS["docs/deployment.md"], re.MULTILINE)
    documented = {name for names in table for name in re.findall(r"[A-Z_]+", names)}

    assert documented <= environment_names()
    assert sorted(name for name in environment_names() - FROM_ELSEWHERE if f"`{name}" not in EVERYTHING) == []


def test_every_model_is_in_the_data_model_with_its_natural_key():
    rows = re.findall(r"^\| (\w+) \| ([\w, ]+) \|", TEXTS["docs/data-model.md"], re.MULTILINE)
    keys = {model.__name__: ", ".join(model.natural) for model in kinds()}

    assert dict(row for row in rows if row[0] not in {"Model", "LoadedRow"}) == keys
    assert {row[0] for row in rows} - {"Model"} == {
        model.__name__ for app in APPS[:-1] for model in apps.get_app_config(app).get_models()
    }


def test_every_app_and_layer_is_in_the_architecture():
    tops = [path.parent.name for path in ROOT.glob("*/__init__.py") if path.parent.name != "tests"]

    assert [name for name in tops if f"{name}/" not in TEXTS["docs/architecture.md"]] == []


ARCHITECTURE = TEXTS["docs/architecture.md"]


def test_every_path_in_the_architecture_is_there():
    paths = {name for code in code_of(ARCHITECTURE) for name in re.findall(r"(?<![\w/.])[\w.]+/[\w./-]*", code)}

    assert sorted(path for path in paths if not (ROOT / path).exists()) == []
    assert len(paths) > len(apps.get_app_configs())


def test_every_folder_of_the_code_is_on_the_map():
    tree = ARCHITECTURE.partition("## The map")[2].partition("```\n")[2].partition("```")[0]
    drawn = set(re.findall(r"^(\S+)/ ", tree, re.MULTILINE))
    wired = {"migrations", "management", "commands", "templatetags"}  # Django names these
    modules = [path.relative_to(ROOT) for app in PACKAGES.split("|") for path in (ROOT / app).glob("**/*.py")]
    folders = {str(path.parent) for path in modules if path.name != "__init__.py" and not wired & {*path.parts}}

    assert sorted(folders - drawn - {"config/formats/en"}) == []
    assert sorted(folder for folder in drawn if not (ROOT / folder).is_dir()) == []


def test_every_question_is_answered_by_a_file_of_its_own():
    rows = re.findall(r"^\| ([A-Z][^|]*\?) \| `([^`|]+)` \|$", ARCHITECTURE, re.MULTILINE)
    questions, answers = zip(*rows, strict=True)

    assert len(set(questions)) == len(set(answers)) == 20
    assert [path for path in answers if not (ROOT / path).is_file()] == []


def imported(tree):
    """The first words of what a module imports when it runs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_module_that_says_no_django_imports_none():
    trees = {path: ast.parse(path.read_text("utf-8")) for app in APPS for path in (ROOT / app).glob("**/*.py")}
    pure = {path: tree for path, tree in trees.items() if "No Django" in (ast.get_docstring(tree) or "")}

    assert [path for path, tree in pure.items() if {"django", "rest_framework", "reversion"} & {*imported(tree)}] == []
    assert {path for path in trees if path.stem == "rule"} <= pure.keys()


def public_names(resolver, spaces=()):
    for each in resolver.url_patterns:
        if not isinstance(each, URLResolver):
            yield ":".join([*spaces, each.name]), dict.fromkeys(each.pattern.converters, "x")
        elif each.namespace not in {"admin", "api"}:
            yield from public_names(each, (*spaces, each.namespace) if each.namespace else spaces)


def test_every_page_is_in_the_docs():
    with translation.override("es"):
        paths = {name: reverse(name, kwargs=arguments) for name, arguments in public_names(get_resolver())}
    beginnings = {name: path.partition("/x")[0] for name, path in paths.items()}

    assert {name: start for name, start in beginnings.items() if start not in EVERYTHING} == {}


def test_every_parameter_that_the_docs_of_the_api_head_is_one():
    names = {parameter["name"] for path in openapi()["paths"].values() for parameter in path["get"]["parameters"]}
    documented = set(re.findall(r"^\| `(\w+)(?:=[^`]*)?` \|", TEXTS["docs/api.md"], re.MULTILINE))

    assert documented - names == set()


def test_numbers_that_would_go_stale_are_not_in_the_docs():
    number = r"\b(?:three|four|five|six|seven|eight|nine|(?:f|s|th|e|n)\w+teen|ten|eleven|twelve|\d{2,})"
    counted = r"(?:tables|models|modules|tests|pages|commands|settings|queries|duties|passages)"

    assert re.findall(rf"(?i){number} (?:light )?{counted}\b", "\n".join(map(TEXTS.get, OURS))) == []


OURS = [name for name in TEXTS if name.startswith("docs/") and "/adr/" not in name]


def test_every_maker_of_claims_is_in_its_decision():
    makers = [
        str(path.relative_to(ROOT))
        for app in APPS
        for path in (ROOT / app).glob("**/*.py")
        if re.search(r"\bClaim\(", path.read_text(encoding="utf-8"))
    ]

    assert [path for path in makers if f"`{path}`" not in TEXTS["docs/adr/0003-how-agreement-is-derived.md"]] == []
