"""Where a row goes in the order of the editors when its form does not say: after the last."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from editing.order import Ordered, after_the_last


class PlacedForm(forms.ModelForm):  # type: ignore[type-arg]
    """Of a row with an order: empty, as that of a new row is at first, means after the last (``goes_last``)."""

    goes_last = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._is_ordered():
            self.fields["position"].required = False
            self.fields["position"].help_text = _("Empty: after the last.")
            if self.instance._state.adding and "position" not in (kwargs.get("initial") or {}):
                self.initial["position"] = None

    def _is_ordered(self) -> bool:
        return isinstance(self.instance, Ordered) and "position" in self.fields

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self._is_ordered() and "position" not in self.errors and self.cleaned_data.get("position") is None:
            self.goes_last = True
            self.instance.position = after_the_last(self.instance)
