"""What a load must keep, asked before anything is written: all that is wrong is told at once, with file and line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint
from django.utils.translation import gettext as _

from catalogue.content.faults import faults, namesakes
from catalogue.content.fixtures import BrokenFixture, Problem
from catalogue.content.loading import Plan
from catalogue.content.rows import Name, Row, content_fields
from editing.aggregates import BATCH

Ids = dict[Name, int]
Draft = tuple[Row, Any]


def drafts(plan: Plan, files: Mapping[Name, Row], stored: Mapping[Name, Row], *, starting: bool) -> list[Draft]:
    """An instance for each row to add, then for each to change, still without its keys.

    At a start, when nobody is there to choose another name, the files may bring a name that an editor used meanwhile.
    """
    made = [(row, _instance(row)) for row in (*plan.add, *plan.change)]
    values = [problem for row, instance in made for problem in wrong_values(row, instance)]
    problems = [*dangling(files.values(), stored), *values, *broken_rules_across(plan, files, stored)]
    problems += names_taken(plan, files, stored, among=files if starting else plan.outcome(stored))
    if problems:
        if len(made) <= BATCH:  # each takes its queries; in a large load they are told when the rest is mended
            wrong = {problem.place for problem in values}
            problems += broken_rules([draft for draft in made if draft[0].place not in wrong], {})
        rank = {row.place: number for number, row in enumerate(files.values())}
        raise BrokenFixture(sorted(problems, key=lambda problem: rank.get(problem.place, -1)))
    return made


def _instance(row: Row) -> Any:
    fields = content_fields(row.model)
    return row.model(
        **{name: row.values.get(name, field.get_default()) for name, field in fields.items() if not field.is_relation}
    )


def dangling(rows: Iterable[Row], stored: Mapping[Name, Row]) -> Iterator[Problem]:
    """Keys to rows that neither the files nor the database have."""
    files = {row.name: row for row in rows}
    for row in files.values():
        for field, target in row.references():
            if target not in files and target not in stored:
                problem = _("%(field)s refers to %(key)s, which does not exist")
                yield Problem(row.place, problem % {"field": field, "key": " › ".join(target[1])})


def wrong_values(row: Row, instance: Any) -> Iterator[Problem]:
    """Values that their fields do not take, and keys that are missing."""
    relations = {name: field for name, field in content_fields(row.model).items() if field.is_relation}
    for name, field in relations.items():
        if not row.values.get(name) and not field.blank:
            yield Problem(row.place, _("%(field)s may not be empty") % {"field": name})
    try:
        instance.clean_fields(exclude=relations)
    except ValidationError as error:
        for name, said in error.message_dict.items():
            yield Problem(row.place, f"{name}: {' '.join(said)}")


def broken_rules_across(plan: Plan, files: Mapping[Name, Row], stored: Mapping[Name, Row]) -> Iterator[Problem]:
    """What breaks a rule across rows; what was broken before is the audit's to tell, and no reason to refuse."""
    if plan.is_empty:
        return
    after = plan.outcome(stored)
    for name, text in sorted(faults(after) - faults(stored), key=lambda fault: fault[1]):
        row = files.get(name, after[name])
        yield Problem(row.place or str(row), text)


def names_taken(
    plan: Plan, files: Mapping[Name, Row], stored: Mapping[Name, Row], *, among: Mapping[Name, Row]
) -> Iterator[Problem]:
    """Names of rows of the files that another row ``among`` these has, and did not have before."""
    if not plan.is_empty:
        for name, text in sorted(namesakes(among) - namesakes(stored), key=lambda fault: fault[1]):
            if name in files:
                yield Problem(files[name].place, text)


def broken_rules(made: Iterable[Draft], ids: Ids) -> list[Problem]:
    """What breaks a rule on one row, in the words for people that the rule has; a query for each rule of each row.

    Natural keys are unique already, so the rules that are left are check constraints.
    """
    problems = []
    for row, instance in made:
        set_keys(row, instance, ids)
        for rule in row.model._meta.constraints:
            if isinstance(rule, CheckConstraint):
                try:
                    rule.validate(row.model, instance)
                except ValidationError as error:
                    problems += [Problem(row.place, text) for text in error.messages]
    return problems


def set_keys(row: Row, instance: Any, ids: Ids) -> None:
    """Let the instance point to the rows that its row names; to nothing that exists, where the id is not known."""
    for name, field in content_fields(row.model).items():
        if field.is_relation and not field.many_to_many:
            key = row.values.get(name)
            setattr(instance, field.attname, None if key is None else ids.get((field.related_model, tuple(key)), 0))
