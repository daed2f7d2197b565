"""The sentence behind each rule that a standing was judged by. A ``Why`` fills its blanks.

``{organisation}`` and ``{organisations}`` are ids: whoever shows the sentence puts the names there. Shares
are in per cent.
"""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _

STATUS: Mapping[str, str] = {
    "lead_says": _("Reported by the lead, {organisations}, on {day}."),
    "follow_up_says": _("Reported by {organisations}, who answers for the follow-up, on {day}."),
    "one_says": _("Reported by {organisations} on {day}. Nobody else has answered."),
    "all_say": _("Reported alike by {organisations}, latest on {day}."),
    "assessor_says": _("Assessed by {organisations} on {day}. The parties themselves have not answered."),
    "assessor_settles": _("{organisations} answered differently. Assessed by {organisation} on {day}."),
    "differing": _("{organisations} answered differently, and no assessment has been made."),
    "unchanged_since": _("{organisations} answered on {day} that it is unchanged since {submission}."),
    "carried_over": _("Carried over from {round}: reported on {day}."),
    "no_report": _("Nobody has reported."),
    "no_report_since": _("Nobody has reported in this round. The last report is from {round}, on {day}."),
    "answer_without_state": _("There is an answer, but it does not say how far the work has come."),
    "ended_by_decision": _("Ended on {day} by the decision {decision}."),
    "ended_without_decision": _("Said to have ended on {day}, but no decision says so. It is still counted."),
    "ended_completed": _("The plan says that it was completed on {day}."),
}
"""Why an activity has its status."""

SCHEDULE: Mapping[str, str] = {
    "over": _("It is over, and has no schedule any more."),
    "no_report_no_schedule": _("Nobody has reported, so the schedule cannot be judged."),
    "no_report_time_is_up": _("Nobody has reported, so the schedule cannot be judged. Its time ran out on {end}."),
    "continuous": _("It goes on all the time and is not judged against a date."),
    "differing_no_schedule": _("The answers differ on whether it is over, so the schedule cannot be judged."),
    "late": _("Its end, {end}, has passed, and it is not completed."),
    "paused": _("It is paused."),
    "deviation_reported": _("{organisation} reported a deviation on {day}."),
    "expected_after_end": _("It is expected to be finished in {expected}, after its end, {end}."),
    "not_started_in_time": _("It was to start on {start} at the earliest, which has passed, and it is not started."),
    "on_schedule": _("Its end is {end}, and no deviation is reported."),
    "on_schedule_open_end": _("It started on {start} and has no end date, and no deviation is reported."),
    "no_usable_date": _("The plan gives no date to judge it by."),
    "override": _("{organisation} judged the schedule on {day}: {reason}"),
}
"""Why an activity has its schedule."""

OUTCOME: Mapping[str, str] = {
    "not_measured": _("No value has been reported."),
    "differing_values": _("{organisations} reported different values, which may not be added."),
    "partial_sum": _("The sum, {value} on {day}, lacks the part of {organisations}, so nothing is judged by it."),
    "indicator_undetermined": _("It is not yet decided how this is measured."),
    "no_target": _("{value} on {day}. There is no target to hold it against."),
    "only_in_words": _("The answer is in words, and there is no target to hold it against."),
    "no_figure": _("The latest answer gives no value that can be held against the target."),
    "no_direction": _("{value} on {day}, target {target}. The plan does not say which way is better."),
    "before_baseline": _("The latest value, {value} on {day}, is older than the baseline from {baseline_day}."),
    "not_measured_at_target": _(
        "Not measured at the time of the target, {target_day}. The last value is {value} on {day}; the target is {target}."
    ),
    "achieved": _("{value} on {day}. The target, {target} by {target_day}, is reached."),
    "not_achieved": _("{value} on {day}. The target, {target} by {target_day}, is not reached."),
    "reached_no_baseline": _(
        "{value} on {day}. The target, {target} by {target_day}, is reached. There is no baseline."
    ),
    "not_yet_reached_no_baseline": _(
        "{value} on {day}. The target, {target} by {target_day}, is not reached yet. There is no baseline, so how far "
        "it is on the way cannot be computed."
    ),
    "baseline_at_target": _("{value} on {day}. The baseline is already at the target, {target}, and it is held."),
    "left_target": _("{value} on {day}. The baseline was at the target, {target}, and the value has left it."),
    "kept": _("{value} on {day}. It is to stay at {target}, give or take {tolerance}, and does."),
    "not_kept": _("{value} on {day}. It is to stay at {target}, give or take {tolerance}, and does not."),
    "not_kept_worse": _(
        "{value} on {day}. It is to stay at {target}, give or take {tolerance}, and is further from it than the "
        "baseline, {baseline}, was."
    ),
    "share_achieved": _(
        "{value} on {day}, from {baseline} towards {target} by {target_day}: {share} per cent of the way. The target is reached."
    ),
    "share_on_track": _(
        "{value} on {day}, from {baseline} towards {target} by {target_day}: {share} per cent of the way, where "
        "{expected} was expected. On track is at least {on_track} per cent of what was expected."
    ),
    "share_slightly_behind": _(
        "{value} on {day}, from {baseline} towards {target} by {target_day}: {share} per cent of the way, where "
        "{expected} was expected. Slightly behind is at least {slightly_behind} but less than {on_track} per cent of "
        "what was expected."
    ),
    "share_behind": _(
        "{value} on {day}, from {baseline} towards {target} by {target_day}: {share} per cent of the way, where "
        "{expected} was expected. Behind is less than {slightly_behind} per cent of what was expected."
    ),
    "share_worsened": _(
        "{value} on {day}, from {baseline} towards {target} by {target_day}: {share} per cent of the way. The value has "
        "gone the wrong way since the baseline."
    ),
    "word_reached": _("The answer on {day} is {value}, which is the target."),
    "word_not_reached": _("The answer on {day} is {value}. The target is {target}."),
    "word_not_at_target": _(
        "Not answered at the time of the target. The last answer is {value} on {day}; the target is {target}."
    ),
    "judged_by_people": _("Judged by {organisation} on {day}."),
}
"""Why an indicator has its outcome."""

TREND: Mapping[str, str] = {
    "trend_one_value": _("A trend needs two values."),
    "trend_no_direction": _(
        "From {before} on {before_day} to {value} on {day}. The plan does not say which way is better."
    ),
    "trend_unchanged": _("{value} both on {before_day} and on {day}."),
    "trend_kept": _("From {before} on {before_day} to {value} on {day}, equally near what it is to stay at."),
    "trend_improving": _("From {before} on {before_day} to {value} on {day}: the right way."),
    "trend_worsening": _("From {before} on {before_day} to {value} on {day}: the wrong way."),
}
"""Why an indicator has its trend."""

JUDGED: Mapping[str, str] = {
    "not_assessed": _("Nobody has judged it in this round."),
    "differing_judgements": _("{organisations} judged it differently, and no assessment has been made."),
    "text_says": _("Judged in the report."),
    "text_says_by": _("Judged in the report by {organisation}."),
}
"""Why a criterion or a goal has its fulfilment; who answered is told as for a status."""

RULES: Mapping[str, str] = {**STATUS, **SCHEDULE, **OUTCOME, **TREND, **JUDGED}
"""Rule -> the sentence behind it, with named blanks."""
