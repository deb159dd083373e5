"""How the parts of a duty are put into words: questions, initials and names of states, in the active language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from responsibilities.agreement.stances import Stance
from responsibilities.compare.rule import CellState, Part, Spread
from responsibilities.models import Duty, Involvement

# Asked below the question of the duty, which says of what.
PART_QUESTIONS: dict[str, Promise | str] = {
    Involvement.DECIDES: _("Who decides?"),
    Involvement.PLANS: _("Who plans?"),
    Involvement.EXECUTES: _("Who executes?"),
    Involvement.SUPERVISES: _("Who supervises?"),
    Involvement.ANALYSES: _("Who analyses?"),
}

# One letter for a narrow column; a legend stands beside the table and the full word is read aloud.
INITIALS: dict[str, Promise | str] = {
    Involvement.DECIDES: pgettext_lazy("initial of “decides”", "D"),
    Involvement.PLANS: pgettext_lazy("initial of “plans”", "P"),
    Involvement.EXECUTES: pgettext_lazy("initial of “executes”", "E"),
    Involvement.SUPERVISES: pgettext_lazy("initial of “supervises”", "S"),
    Involvement.ANALYSES: pgettext_lazy("initial of “analyses”", "A"),
}

LEGEND = [(INITIALS[involvement], involvement.label) for involvement in Involvement]

STATES: dict[str, Promise | str] = {
    CellState.HAS: _("has it"),
    CellState.DENIED: _("denied"),
    CellState.NOT_RECORDED: _("not recorded"),
    CellState.FEWER_VOICES: _("recorded by fewer documents"),
}

SPREADS: dict[str, Promise | str] = {
    Spread.ALL: _("shared by all"),
    Spread.PARTS: _("shared by all, in different parts"),
    Spread.SOME: _("shared by some"),
    Spread.ONE: _("only one"),
    Spread.FEWER: _("others by fewer documents"),
    Spread.NONE: _("none"),
}

STANCES: dict[str, Promise | str] = {
    Stance.AFFIRMS: _("says so"),
    Stance.REPEATS: _("says so, as one voice with another document"),
    Stance.DENIES: _("denies it"),
    Stance.QUALIFIES: _("only under a condition or in doubt"),
    Stance.DOUBTS: _("denied only under a condition or in doubt"),
    Stance.SILENT: _("describes the role, does not say this"),
    Stance.UNKNOWN: _("does not describe the role"),
}


def question(duty: Duty) -> str:
    """“Who makes the editorial calendar?”; the name of a duty to which an editor has given no question yet."""
    return duty.question or duty.name


def part_question(involvement: str) -> str:
    """“Who plans?”."""
    return str(PART_QUESTIONS[involvement])


def denial(part: Part) -> str:
    """“2 documents deny it”: how every page and file says that documents deny a part; empty where none does."""
    number = len(part.denied_by)
    if number:
        return ngettext("%(number)d document denies it", "%(number)d documents deny it", number) % {"number": number}
    return str(_("denied only under a condition or in doubt")) if part.doubted else ""


def involvement_label(involvement: str) -> str:
    """“plans”."""
    return str(Involvement(involvement).label)


def state_label(state: CellState, min_voices: int) -> str:
    """The state in words; where one voice is asked for, what fewer say is under a condition or in doubt."""
    if state is CellState.FEWER_VOICES and min_voices <= 1:
        return str(STANCES[Stance.QUALIFIES])
    return str(STATES[state])
