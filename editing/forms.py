"""The base of every form of content in the admin: what is typed is cleaned, what is refused is named."""

from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editing.former import has_addresses
from editing.obstacles import doomed_by, holders, links_to
from editing.placing import PlacedForm
from editing.rules import tidied

SLUG_EXPLAINED = gettext_lazy(
    "Part of its address. If you change it, the old address leads to the new one until another row takes it."
)


class ContentForm(PlacedForm):
    """A form that names, with a link, the row that already has what only one may have."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_addresses(self._meta.model) and "slug" in self.fields:
            self.fields["slug"].help_text = SLUG_EXPLAINED

    def clean(self) -> dict[str, Any] | None:
        """Tidy what was typed; ``_post_clean`` then looks at the row that this makes."""
        super().clean()
        for field in self._meta.model._meta.concrete_fields:
            if field.name in self.cleaned_data:
                self.cleaned_data[field.name] = tidied(field, self.cleaned_data[field.name])
        return self.cleaned_data

    def _post_clean(self) -> None:
        before = self._refusals()
        super()._post_clean()
        if self._refusals() > before:
            self._name_holders()

    def _refusals(self) -> int:
        return sum(len(errors) for errors in self.errors.values())

    def _name_holders(self) -> None:
        for names, row in holders(self.instance):
            field = names[0] if len(names) == 1 and names[0] in self.fields else None
            message = format_html(_("It is this one: {link}."), link=links_to([row]))
            self.add_error(field, forms.ValidationError(message, code="taken"))


class Kept(ContentForm):
    """A row on the page of its whole: what forbids ticking it for deletion is named."""

    def hand_clean_DELETE(self) -> None:  # noqa: N802  Django calls it so
        """Refuse to delete what is in use, like Django, which names the citations and links to nothing."""
        if not self.cleaned_data.get(DELETION_FIELD_NAME) or self.instance._state.adding:
            return
        if protected := doomed_by([self.instance]).protected:
            text = _("“{name}” cannot be deleted: {links} needs it. Move or delete that first.")
            message = format_html(text, name=str(self.instance), links=links_to(protected))
            raise forms.ValidationError(message, code="deleting_protected")


class Refusing(forms.BaseModelForm):  # type: ignore[type-arg]
    """Mixed into the form of a request that was overtaken; ``conflict`` says by whom."""

    conflict = ""

    def clean(self) -> dict[str, Any] | None:
        """Refuse: the row is no longer as it was when the form was opened."""
        cleaned = super().clean()
        raise forms.ValidationError(self.conflict, code="conflict")
        return cleaned
