import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError, connection

from config import prepare


@pytest.mark.django_db
def test_first_administrator_is_made_once():
    first, second = prepare.create_first_administrator(), prepare.create_first_administrator()

    user = get_user_model().objects.get()
    assert (user.username, user.is_superuser, user.is_staff) == ("admin", True, True)
    assert user.check_password(first)
    assert len(first) == 20
    assert second is None


@pytest.mark.django_db
def test_first_administrator_is_not_made_beside_another():
    get_user_model().objects.create_superuser("ana", password="x")

    assert prepare.create_first_administrator() is None


@pytest.mark.django_db
def test_first_administrator_does_not_take_the_name_of_an_editor():
    get_user_model().objects.create_user("admin", password="x")

    assert prepare.create_first_administrator() is None


def test_database_that_cannot_be_reached_is_told_in_one_line(monkeypatch):
    def refuse():
        raise OperationalError("could not connect\nIs the server running?")

    monkeypatch.setattr(connection, "ensure_connection", refuse)

    with pytest.raises(prepare.Unprepared, match=r"^Cannot reach the database of DATABASE_URL: could not connect$"):
        prepare.reach_database()


def test_static_files_are_collected_again_only_when_they_changed(settings, tmp_path):
    (tmp_path / "sources").mkdir()
    sheet = tmp_path / "sources" / "a.css"
    sheet.write_text("a {}")
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [tmp_path / "sources"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]

    first, second = prepare.collect_static(), prepare.collect_static()
    sheet.write_text("a { color: red }")
    third = prepare.collect_static()

    assert (first, second, third) == (True, False, True)
    assert (tmp_path / "collected" / "a.css").read_text() == "a { color: red }"
