"""The agreement that a plan carries out."""

from __future__ import annotations

from plantrack.kinds import ID, MOMENT, PLAIN, TEXT, TIME, Ref
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.model.words import RHYTHM
from plantrack.record import Of, flag, keyed, optional, required, several


class Commitment(Read, shorthand="text"):
    """A point of the agreement that the plan is to answer."""

    text = required(TEXT, _("What is promised."), "Vi planerar tillsammans.")
    cross_cutting = flag(_("Whether it holds for the whole plan."))
    party = several(Ref("organisation"), _("Who has promised it."), "staden")
    principle = several(ID, _("Which principle it belongs to."), "p2")


class Principle(Read, shorthand="title"):
    """A principle that the agreement rests on."""

    title = required(TEXT, _("What it is called."), "Dialog")
    text = optional(TEXT, _("What it means."), "Parterna lyssnar på varandra i god tid.")


class Agreement(Read):
    """What the parties have agreed on: principles and commitments."""

    id = required(ID, _("Its id."), "overenskommelsen")
    title = required(TEXT, _("What it is called."), "Överenskommelse om samverkan i Nordvik")
    parties = several(Ref("organisation"), _("Who agreed."), "[staden, sektorn]")
    adopted = optional(MOMENT, _("When it was adopted."), "2012-05")
    adopted_by = several(Ref("organisation"), _("Who adopted it."), "kf")
    signed = optional(MOMENT, _("When it was signed."), "2012-09-04")
    valid = optional(TIME, _("From when to when it holds."), "2012/2020")
    evaluated = optional(MOMENT, _("When it is to be evaluated."), "2016")
    every = optional(RHYTHM, _("How often its commitments are followed up."), "year")
    reference = optional(PLAIN, _("Its number in the register."), "0412/12")
    text = optional(TEXT, _("More about it."), "|\n  Målen är delaktighet och demokrati.")
    purposes = several(TEXT, _("What it is for."), "- Starkare demokrati\n- Ökad delaktighet")
    principles = keyed(ID, Of(Principle), _("Its principles."), "p2: Dialog")
    commitments = keyed(ID, Of(Commitment), _("Its commitments."), "mangfald:\n  text: Mångfald\n  cross_cutting: yes")
