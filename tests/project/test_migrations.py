import re

import pytest
from django.apps import apps
from django.core.management import call_command

from devtools.steps import ROOT

OURS = ["catalogue", "editing", "orgcharts", "responsibilities", "roles", "sources", "web"]


@pytest.mark.django_db
def test_migrations_are_up_to_date():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.static
def test_migrations_are_named():
    names = [path.stem for app in OURS for path in (ROOT / app / "migrations").glob("0*.py")]

    assert [name for name in names if re.search(r"_auto_|_alter_.*_and_more|_and_more", name)] == []


@pytest.mark.static
def test_apps_of_ours_are_all_named_here():
    inside = {config.label for config in apps.get_app_configs() if config.path.startswith(str(ROOT / config.label))}

    assert inside == set(OURS)
