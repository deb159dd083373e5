"""docs/deployment.md tells the truth: the content moves to another database with its history."""

import re
import shlex
from pathlib import Path

import pytest
import reversion
from django.conf import settings
from django.core.management import call_command
from reversion.models import Revision, Version

from roles.models import Role
from tests import factories

PAGE = Path(settings.BASE_DIR, "docs", "deployment.md").read_text(encoding="utf-8")
DUMP = re.search(r"python3 dev\.py manage (dumpdata .*?)--output everything\.json\n", PAGE, re.DOTALL)


@pytest.mark.django_db
def test_content_moves_with_its_keys_and_its_history(tmp_path):
    file = str(tmp_path / "everything.json")
    factories.make_role("leaves-a-gap").delete()
    with reversion.create_revision():
        role = factories.make_role("community-manager")
        reversion.add_to_revision(role)
    before = role.pk

    call_command(*shlex.split(DUMP[1].replace("\\\n", " ")), output=file, verbosity=0)
    Revision.objects.all().delete()
    role.delete()
    call_command("loaddata", file, verbosity=0)

    moved = Role.objects.get(slug="community-manager")
    version = Version.objects.get_for_object(moved).get()
    assert (moved.pk, version.object_id, version.field_dict["slug"]) == (before, str(before), "community-manager")
    assert factories.make_role("new-in-the-new-place").pk > before
