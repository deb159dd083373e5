import pytest

from tests.factories import make_chart, make_passage, make_position, make_role, make_source
from tests.orgcharts.lens_world import give


@pytest.fixture
def roles(db):
    """The three roles, as the knowledge base colours them."""
    names = {
        "sms": ("social-media-strategist", "Social Media Strategist", "plum", 3),
        "smm": ("social-media-manager", "Social Media Manager", "amber", 2),
        "cm": ("community-manager", "Community Manager", "teal", 1),
    }
    return {
        key: make_role(
            slug, name_es=name, name_en=name.capitalize(), abbreviation=key.upper(), tone=tone, position=order
        )
        for key, (slug, name, tone, order) in names.items()
    }


@pytest.fixture
def passage(db):
    return make_passage(make_source("milca-peguero"), "Organigrama")


@pytest.fixture
def department(roles, passage):
    """SMS over SMM over several CM."""
    chart = make_chart("department", passages=[passage])
    sms = make_position(chart, "sms", [roles["sms"]], passages=[passage])
    smm = make_position(chart, "smm", [roles["smm"]], reports_to=sms, passages=[passage], position=1)
    make_position(chart, "cm", [roles["cm"]], reports_to=smm, passages=[passage], position=2, is_multiple=True)
    return chart


@pytest.fixture
def unusual(roles, passage):
    """All that a chart can show, names that XML would trip over included."""
    chart = make_chart("unusual", passages=[passage], name_es='Una "empresa" <rara> & ñoña\x08', name_en="Unusual")
    head = make_position(chart, "head", name_es="Dirección & <comunicación>")
    make_position(chart, "adviser", [roles["sms"]], reports_to=head, position=1, placement="staff", is_external=True)
    everything = make_position(chart, "all", roles.values(), reports_to=head, position=2, is_multiple=True)
    chart.positions.filter(pk=everything.pk).update(name_es="Todo\x0c en uno")
    make_position(chart, "alone", [roles["cm"]], position=3)
    return chart


@pytest.fixture
def ring(roles):
    """Two who report to each other, as only a write around the forms can leave it."""
    chart = make_chart("ring", setting="company")
    one = make_position(chart, "one", [roles["sms"]])
    other = make_position(chart, "other", [roles["cm"]], reports_to=one, position=1)
    chart.positions.filter(pk=one.pk).update(reports_to=other)
    return chart


@pytest.fixture
def duties(roles, passage):
    give(roles, passage)


@pytest.fixture
def alone(roles):
    chart = make_chart("alone", setting="freelance")
    make_position(chart, "one", [roles["cm"]], is_external=True)
    return chart
