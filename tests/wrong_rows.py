"""Throwing wrong rows at the database, past every form and ``clean``."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint

Write = Callable[[], Any]


def constraints_of(app: str) -> set[str]:
    """The names of all constraints of the models of an app, unique fields as ``<model>.<field>``."""
    names = set()
    for model in apps.get_app_config(app).get_models():
        names |= {constraint.name for constraint in model._meta.constraints}
        names |= {
            f"{model._meta.model_name}.{field.name}"
            for field in model._meta.fields
            if field.unique and not field.primary_key
        }
    return names


def assert_refused(app: str, name: str, write: Write) -> None:
    """The database refuses the row because of the constraint ``name``, and of no other."""
    checks = {
        constraint.name
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint)
    }
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write()
    text = str(refusal.value)
    if name in checks or (connection.vendor == "postgresql" and "." not in name):
        assert name in text, text
    else:
        assert "unique" in text.lower()
