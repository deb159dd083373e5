"""Accounts and groups have the guard that content has."""

import pytest
from django.contrib.auth.models import Group, User
from django.utils.timezone import now

from tests.admin_forms import address, asked_to_delete, codes, confirmed, delete, list_address, make_editor, posted

pytestmark = pytest.mark.django_db
DATES = {"last_login_0": "", "last_login_1": "", "date_joined_0": "1/1/2026", "date_joined_1": "10:00"}


def test_saving_an_account_that_somebody_deactivated_meanwhile_is_refused(admin_client):
    user = make_editor()
    mine = posted(admin_client.get(address(user)), first_name="Marta", **DATES)
    User.objects.filter(pk=user.pk).update(is_active=False)

    response = admin_client.post(address(user), mine)

    user.refresh_from_db()
    assert codes(response) == {"conflict"}
    assert (user.is_active, user.first_name) == (False, "")


def test_an_account_that_lost_its_group_meanwhile_does_not_get_it_back(admin_client):
    user = make_editor()
    mine = posted(admin_client.get(address(user)), **DATES)
    user.groups.clear()

    assert codes(admin_client.post(address(user), mine)) == {"conflict"}
    assert not user.groups.exists()


def test_logging_in_is_no_edit(admin_client):
    user = make_editor()
    mine = posted(admin_client.get(address(user)), first_name="Marta", **DATES)
    User.objects.filter(pk=user.pk).update(last_login=now())

    response = admin_client.post(address(user), mine)

    user.refresh_from_db()
    assert (response.status_code, user.first_name) == (302, "Marta")


def test_a_group_is_guarded_too(admin_client):
    group = Group.objects.create(name="Otros")
    mine = posted(admin_client.get(address(group)), name="Mío")
    Group.objects.filter(pk=group.pk).update(name="Suyo")

    assert codes(admin_client.post(address(group), mine)) == {"conflict"}


def test_deleting_an_account_that_changed_meanwhile_is_refused_and_asked_again(admin_client):
    user = make_editor()
    single, several = admin_client.get(address(user, "delete")), asked_to_delete(admin_client, [user])
    User.objects.filter(pk=user.pk).update(is_active=False)

    refused = [
        admin_client.post(address(user, "delete"), confirmed(single)),
        admin_client.post(list_address(User), confirmed(several)),
    ]

    assert [len(response.context["changed"]) for response in refused] == [1, 1]
    assert User.objects.filter(pk=user.pk).exists()
    assert admin_client.post(list_address(User), confirmed(refused[1])).status_code == 302
    assert not User.objects.filter(pk=user.pk).exists()


def test_saving_an_account_that_is_gone_says_so(admin_client):
    group = Group.objects.create(name="Otros")
    mine = posted(admin_client.get(address(group)), name="Mío")
    delete(admin_client, group)

    response = admin_client.post(address(group), mine)

    assert (codes(response), response.context["adminform"].form["name"].value()) == ({"conflict"}, "Mío")


def test_an_account_and_a_group_are_added(admin_client):
    page = list_address(User, "add")
    password = {"password1": "una clave larga y rara", "password2": "una clave larga y rara"}

    added = [
        admin_client.post(page, posted(admin_client.get(page), username="nueva", **password)),
        admin_client.post(list_address(Group, "add"), {"name": "Otros"}),
    ]

    assert [response.status_code for response in added] == [302, 302]
