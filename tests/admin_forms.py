"""What a browser would send back from an admin form as it was opened."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.urls import reverse


def make_editor(name: str = "marta") -> User:
    """A member of the group that a migration makes; no administrator."""
    user = User.objects.create_user(name, password="una clave larga y rara", is_staff=True)
    user.groups.add(Group.objects.get(name="Editores"))
    return user


def address(row: Any, page: str = "change", *more: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk, *more])


def list_address(model: Any, page: str = "changelist") -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


def posted(response: Any, **changes: Any) -> dict[str, Any]:
    """The fields of the form in ``response``, with ``changes``; None takes a field out."""
    context = response.context
    data: dict[str, Any] = {} if context.get("opened") is None else {"opened": context["opened"]}
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = "on" if value is True else value
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def delete(client: Any, row: Any) -> Any:
    """Ask for the deletion of one row and confirm it."""
    page = address(row, "delete")
    return client.post(page, confirmed(client.get(page)))


def asked_to_delete(client: Any, rows: Any) -> Any:
    """The question of the list's action."""
    selected = [row.pk for row in rows]
    data = {"action": "delete_selected", "_selected_action": selected}
    return client.post(list_address(type(rows[0])), data)


def confirmed(question: Any) -> dict[str, Any]:
    """What the button under the question of a deletion sends."""
    data: dict[str, Any] = {"post": "yes", "opened": question.context["opened"]}
    if "queryset" in question.context:
        data |= {"action": "delete_selected", "_selected_action": [row.pk for row in question.context["queryset"]]}
    return data


def codes(response: Any) -> set[str]:
    """The codes of all errors of the forms in ``response``."""
    context = response.context
    found = set()
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += inline.formset.forms
        found |= {error.code for error in inline.formset.non_form_errors().as_data()}
    for form in forms:
        found |= {error.code for errors in form.errors.as_data().values() for error in errors}
    return found
