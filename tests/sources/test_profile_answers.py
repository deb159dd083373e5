"""The answers to a question, in a small world: apart from the tests that read the shipped one."""

import pytest

from responsibilities.models import Duty
from sources.models import Source
from sources.pages import passages_of
from sources.pages.profile import profile_of
from tests.factories import make_passage, make_responsibility, make_source
from tests.responsibilities.world import make_world


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "answers"),
    [("a", ["cm", "sms", "smm"]), ("b", ["smm", "sms", "cm"]), ("c", ["sms", "cm", "smm"])],
)
def test_answers_begin_with_those_of_the_document_and_go_on_with_the_most_voices(slug, answers):
    world = make_world(1)
    make_responsibility(
        world.sms,
        Duty.objects.get(),
        "plans",
        passages=[make_passage(source, "sms") for source in (world.sources[2], make_source("d"))],
    )
    source = Source.objects.get(slug=slug)

    (contradiction,) = profile_of(source, passages_of(source)).contradictions

    assert [answer.responsibility.role.slug for answer in contradiction.answers] == answers
