"""A duty as its page tells it, and the page of disagreements: each part, who plays it, according to whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.html import format_html

from responsibilities.agreement.rule import Agreement, Sign, Verdict, sign
from responsibilities.agreement.stances import Stance, stands
from responsibilities.models import Duty, Involvement, Responsibility
from responsibilities.reading import ShownPart, part_in
from responsibilities.record import DutyEvidence, Record
from responsibilities.wording import STANCES, involvement_label, part_question, question
from roles.models import Role
from sources.models import Source

Describing = Mapping[str, Mapping[str, str]]
Speakers = Mapping[Source, str]  # the documents that may speak, in their order, with the keys of their voices


@dataclass(frozen=True, kw_only=True)
class Answer(ShownPart):
    """One role's part; ``weighed`` or not."""

    weighed: bool


@dataclass(frozen=True)
class ShownStance:
    """What one document says about one role, with the words for it."""

    role: Role
    stance: Stance
    label: str


@dataclass(frozen=True)
class Stand:
    """One document on one question; ``elsewhere`` is what it says of the duty apart from it, in words."""

    source: Source
    stances: tuple[ShownStance, ...]
    speaks: bool
    elsewhere: tuple[str, ...]


@dataclass(frozen=True)
class PartReading:
    """One involvement of a duty. ``verdict`` is None where only roles whose identity is open play it.

    ``stands`` tell where each document stands, the silent ones last.
    """

    involvement: str
    label: str
    question: str
    verdict: Verdict | None
    answers: tuple[Answer, ...]
    stands: tuple[Stand, ...]

    @property
    def agreement(self) -> Agreement | None:
        """The agreement on this part."""
        return self.verdict.agreement if self.verdict else None

    @property
    def sign(self) -> Sign | None:
        """That agreement as it is put into words."""
        return sign({self.involvement: self.verdict}) if self.verdict else None

    @property
    def disputed(self) -> bool:
        """Whether the documents differ."""
        return self.agreement is Agreement.DISPUTED

    @property
    def speaking(self) -> int:
        """The number of voices that are counted here."""
        return len(self.verdict.voices) if self.verdict else 0

    @property
    def named_by_all(self) -> list[Role]:
        """The roles that every counted voice names."""
        if not self.verdict or not self.verdict.voices:
            return []
        weighed = (answer for answer in self.answers if answer.weighed)
        return [answer.responsibility.role for answer in weighed if answer.voices == self.verdict.voices]

    @property
    def named_by_some(self) -> list[Answer]:
        """The weighed answers that some, not all, of the counted voices give."""
        named = self.named_by_all
        return [
            answer
            for answer in self.answers
            if answer.weighed and answer.voices and answer.responsibility.role not in named
        ]

    @property
    def silent(self) -> list[Stand]:
        """The documents that say nothing on the question."""
        return [stand for stand in self.stands if not stand.speaks]


@dataclass(frozen=True)
class DutyReading:
    """A duty and its parts, in the order of the involvements; no sign where no weighed role is named."""

    duty: Duty
    sign: Sign | None
    parts: tuple[PartReading, ...]

    @property
    def question(self) -> str:
        """What is asked of the duty as a whole; each part asks its own."""
        return question(self.duty)

    @property
    def disputed(self) -> tuple[PartReading, ...]:
        """The parts on which the documents differ."""
        return tuple(part for part in self.parts if part.disputed)


def readings(
    duties: "Collection[int] | QuerySet[Duty]", sources: Sequence[Source], record: Record
) -> list[DutyReading]:
    """The readings of those of the duties that have a responsibility: six queries, however many there are.

    ``sources`` are all documents, ``record`` is of those that may speak.
    """
    asked, voices, describing = record.sources, record.voices, record.describing
    speaking = {source: voices.of_source(source.slug) for source in sources if not asked or source.slug in asked}
    found = Responsibility.objects.of_duties(duties).according_to(asked).for_display(asked)
    return [read_duty(evidence, describing, speaking) for evidence in record.evidence(found).values()]


def read_duty(evidence: DutyEvidence, describing: Describing, sources: Speakers) -> DutyReading:
    """The reading of one duty. No query of its own."""
    played = {responsibility.involvement for responsibility in evidence.responsibilities}
    parts = tuple(_part(name, evidence, describing, sources) for name in Involvement.values if name in played)
    return DutyReading(evidence.duty, evidence.sign, parts)


def _part(name: str, evidence: DutyEvidence, describing: Describing, sources: Speakers) -> PartReading:
    verdict = evidence.verdicts.get(name)
    answers = _answers(name, evidence, describing)
    return PartReading(
        name,
        involvement_label(name),
        part_question(name),
        verdict,
        answers,
        _stands(name, evidence, [answer.responsibility.role for answer in answers], describing, sources),
    )


def _answers(name: str, evidence: DutyEvidence, describing: Describing) -> tuple[Answer, ...]:
    """Who plays the part: what most voices say comes first, then the order of the roles."""
    answers = (
        Answer(
            **vars(part_in(evidence, responsibility, len(describing.get(responsibility.role.slug, ())))),
            weighed=evidence.agreement_on(responsibility) is not None,
        )
        for responsibility in evidence.responsibilities
        if responsibility.involvement == name
    )
    return tuple(sorted(answers, key=lambda answer: (not answer.weighed, -len(answer.voices))))


def _stands(
    name: str, evidence: DutyEvidence, asked: list[Role], describing: Describing, sources: Speakers
) -> tuple[Stand, ...]:
    roles = {responsibility.role.slug: responsibility.role for responsibility in evidence.responsibilities}
    by_slug = {source.slug: source for source in sources}
    claims = [claim for each in evidence.claims.values() for claim in each]
    documents = {source.slug: voice for source, voice in sources.items()}
    found = stands(claims, name, roles=[role.slug for role in asked], documents=documents, describing=describing)
    return tuple(
        Stand(
            by_slug[stand.document],
            tuple(
                ShownStance(role, stance, str(STANCES[stance]))
                for role, stance in zip(asked, stand.stances, strict=True)
            ),
            stand.speaks,
            tuple(_also_said(roles[slug], part, stance) for slug, part, stance in stand.elsewhere),
        )
        for stand in found
    )


def _also_said(role: Role, involvement: str, stance: Stance) -> str:
    """“Community manager plans”; what is no plain statement says so: “Community manager plans (denies it)”."""
    said = format_html("{} {}", role.name, involvement_label(involvement))
    return said if stance is Stance.AFFIRMS else format_html("{} ({})", said, STANCES[stance])
