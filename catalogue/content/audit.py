"""Rules that span rows, on the whole knowledge base: each check is a small function that yields findings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from django.db import models
from django.utils.translation import gettext as _

from editing.content import kinds
from editing.rules import across, alike, edges_of, in_loop, line_fields, untidy, within
from orgcharts.models import OrgChart, Position
from responsibilities.models import Duty, DutyTerm, Responsibility
from responsibilities.naming import names_of_duties, terms_spelled
from roles.models import Alias, Role, Trait
from roles.naming import aliases_spelled, names_of_roles
from sources.models import Passage, Source, Standing
from web.alphabet import fold
from web.words import STOP_WORDS, spellings, stem

FACTS: tuple[type[models.Model], ...] = (Trait, Alias, Responsibility, OrgChart, Position)
# From how large a share of common words on two wordings may mean one duty; the share of “editorial calendar” and
# “calendar” is a half.
SAME_WORDS = 0.5


class Level(StrEnum):
    """An error breaks what pages rely on; a warning asks an editor to look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. ``code`` names the check, ``where`` the row by its natural key."""

    level: Level
    code: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.code}: {self.where}: {self.message}"


Check = Callable[[], Iterator[Finding]]
Pair = frozenset[str]


def name_of(row: models.Model) -> str:
    """The row as fixtures name it: ``roles.trait community-manager › focus``."""
    return f"{row._meta.label_lower} {' › '.join(row.natural_key())}"  # type: ignore[attr-defined]


def error(code: str, row: models.Model, message: str) -> Finding:
    """A finding that breaks something."""
    return Finding(Level.ERROR, code, name_of(row), message)


def warning(code: str, row: models.Model, message: str) -> Finding:
    """A finding to look at."""
    return Finding(Level.WARNING, code, name_of(row), message)


def facts_cited() -> Iterator[Finding]:
    """Every trait, alias, responsibility, chart and position cites a passage."""
    for model in FACTS:
        for row in model._base_manager.filter(citations=None).order_by("pk"):
            yield error("fact-uncited", row, _("it cites no passage"))


def passages_used() -> Iterator[Finding]:
    """Every passage is cited by something."""
    for passage in Passage.objects.uncited().select_related("source"):
        yield warning("passage-unused", passage, _("nothing cites it"))


def no_loops() -> Iterator[Finding]:
    """Nobody reports to themselves by a detour; no document derives from, no passage repeats, itself."""
    for model, field in ((Position, "reports_to"), (Source, "derives_from"), (Passage, "repeats")):
        for row in model._base_manager.filter(pk__in=in_loop(edges_of(model, field))).order_by("pk"):
            yield error("loop", row, _("following “%(field)s” leads back to it") % {"field": field})


def superiors_in_chart() -> Iterator[Finding]:
    """A position reports to a position of its own chart."""
    charts = dict(Position.objects.order_by("pk").values_list("pk", "chart_id"))
    for row in Position.objects.filter(pk__in=across(charts, edges_of(Position, "reports_to"))).order_by("pk"):
        yield error("superior-elsewhere", row, _("it reports to a position of another chart"))


def positions_held() -> Iterator[Finding]:
    """A position holds at least one role."""
    for row in Position.objects.filter(roles=None).order_by("pk"):
        yield error("position-empty", row, _("it holds no role"))


def repeats_elsewhere() -> Iterator[Finding]:
    """A passage repeats one of another document."""
    sources = dict(Passage.objects.order_by("pk").values_list("pk", "source_id"))
    for row in Passage.objects.filter(pk__in=within(sources, edges_of(Passage, "repeats"))).order_by("pk"):
        yield error("repeats-itself", row, _("it repeats a passage of its own document"))


def anchors_unique() -> Iterator[Finding]:
    """The passages of a document have addresses of their own on its page."""
    passages = {passage.pk: passage for passage in Passage.objects.select_related("source").order_by("pk")}
    for group in alike((pk, (passage.source_id, passage.anchor)) for pk, passage in passages.items()):
        for pk in group:
            yield error("anchor-shared", passages[pk], _("another passage of the document has the same address"))


def both_languages() -> Iterator[Finding]:
    """Where one language has a text, the other has it too."""
    for model in kinds():
        names = {field.name for field in model._meta.concrete_fields}
        pairs = [(name, f"{name[:-3]}_en") for name in sorted(names) if name.endswith("_es")]
        for row in model._base_manager.order_by("pk") if pairs else ():
            for spanish, english in pairs:
                if bool(getattr(row, spanish).strip()) != bool(getattr(row, english).strip()):
                    missing = english if getattr(row, spanish).strip() else spanish
                    yield warning("language-missing", row, _("“%(field)s” is empty") % {"field": missing})


def questions_asked() -> Iterator[Finding]:
    """Every duty has the question that people ask when they look for it."""
    for duty in Duty.objects.filter(question_es="", question_en="").order_by("pk"):
        yield warning("question-missing", duty, _("it has no question of its own, so pages ask by its name"))


def doubts_noted() -> Iterator[Finding]:
    """A doubtful passage says why."""
    for row in Passage.objects.filter(standing=Standing.DOUBTFUL).select_related("source").order_by("pk"):
        if not row.standing_note_es.strip():
            yield error("doubt-unexplained", row, _("it is doubtful and does not say why"))


def similar_duties(reviewed: Iterable[Pair] = ()) -> Iterator[Finding]:
    """No two duties of one area are the same duty in other words: candidates, by common words of names and terms."""
    known = set(reviewed)
    duties = Duty.objects.in_order().select_related("area").prefetch_related("terms")
    wordings = [(duty, wordings_of(duty)) for duty in duties]
    for (one, ours), (other, theirs) in combinations(wordings, 2):
        if one.area_id != other.area_id or frozenset({one.slug, other.slug}) in known:
            continue
        if any(share(mine, yours) >= SAME_WORDS for mine in ours for yours in theirs):
            message = _("perhaps the same duty as “%(slug)s”: merge them, or list the pair as reviewed")
            yield warning("duties-alike", one, message % {"slug": other.slug})


def stale_reviews(reviewed: Iterable[Pair]) -> Iterator[Finding]:
    """A reviewed pair names two duties that exist."""
    slugs = set(Duty.objects.values_list("slug", flat=True))
    for pair in reviewed:
        if not pair <= slugs:
            message = _("the list of reviewed pairs names a duty that does not exist")
            yield Finding(Level.WARNING, "review-stale", " + ".join(sorted(pair)), message)


def wordings_of(duty: Duty) -> list[frozenset[str]]:
    """The names and terms of a duty in either language, each as the set of its stems."""
    texts = [(duty.name_es, "es"), (duty.name_en, "en"), *((term.term, term.language) for term in duty.terms.all())]
    return [stems for text, language in texts if (stems := stems_of(text, language))]


def stems_of(text: str, language: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word, language) for word in spellings(text) if fold(word) not in STOP_WORDS)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of both together they have in common: 1 for the same words, 0 for none."""
    return len(one & other) / len(one | other)


def names_unique() -> Iterator[Finding]:
    """No two roles and no two duties share a name; an alias that means several roles is marked as disputed."""
    for model, names in ((Role, names_of_roles()), (Duty, names_of_duties())):
        for group in alike(sorted(names)):
            rows = model._base_manager.filter(pk__in=group).order_by("pk")
            others = ", ".join(str(row) for row in rows)
            for row in rows:
                yield error("name-shared", row, _("one of its names means several: %(names)s") % {"names": others})


def wordings_unique() -> Iterator[Finding]:
    """The aliases of a role, and the terms of a duty, differ in more than capitals and spaces."""
    for model, wordings in ((Alias, aliases_spelled()), (DutyTerm, terms_spelled())):
        for group in alike(wordings):
            for row in model._base_manager.filter(pk__in=group).order_by("pk"):
                yield error("wording-twice", row, _("it differs from another one in capitals or spaces alone"))


def lines_tidy() -> Iterator[Finding]:
    """Names, terms and places hold no odd spaces and nothing that cannot be seen."""
    for model in kinds():
        for row in model._base_manager.order_by("pk") if line_fields(model) else ():
            for field in untidy(row):
                yield warning("line-untidy", row, _("“%(field)s” has odd spaces or unseen signs") % {"field": field})


CHECKS: tuple[Check, ...] = (
    facts_cited,
    passages_used,
    no_loops,
    superiors_in_chart,
    positions_held,
    repeats_elsewhere,
    anchors_unique,
    both_languages,
    questions_asked,
    doubts_noted,
    names_unique,
    wordings_unique,
    lines_tidy,
)


def audit(reviewed: Iterable[Pair] = ()) -> list[Finding]:
    """All findings in the database: errors first, then by check."""
    pairs = list(reviewed)
    findings = [finding for check in CHECKS for finding in check()]
    findings += [*similar_duties(pairs), *stale_reviews(pairs)]
    return sorted(findings, key=lambda finding: finding.level)
