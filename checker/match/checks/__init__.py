"""The checks of form that a rule file may name, each a function of a document and the day it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.match.checks import (
    attachments,
    calendar,
    consultation,
    effect,
    heads,
    numbering,
    order,
    references,
    structure,
)
from checker.model import Trial

CHECKS: dict[str, Callable[..., Iterator[Trial]]] = {
    "skipped-number": numbering.skipped_number,
    "repeated-number": numbering.repeated_number,
    "skipped-item": numbering.skipped_item,
    "repeated-item": numbering.repeated_item,
    "impossible-date": calendar.impossible_date,
    "wrong-weekday": calendar.wrong_weekday,
    "reversed-period": calendar.reversed_period,
    "effective-before-issue": effect.before_issue,
    "two-effective-dates": effect.two_dates,
    "contradictory-term": effect.contradictory_term,
    "long-term": effect.long_term,
    "trial-without-term": effect.trial_without_term,
    "missing-own-article": references.missing_own_article,
    "missing-previous": references.missing_previous,
    "foreign-own-name": references.foreign_own_name,
    "missing-attachment": references.missing_attachment,
    "absent-attachment": attachments.absent_attachment,
    "unlisted-attachment": attachments.unlisted_attachment,
    "attachment-list-form": attachments.attachment_list_form,
    "title-without-type": heads.title_without_type,
    "made-up-type": heads.made_up_type,
    "title-marks": heads.title_marks,
    "title-without-organ": heads.title_without_organ,
    "missing-number": heads.missing_number,
    "missing-signature": heads.missing_signature,
    "missing-date": heads.missing_date,
    "date-form": heads.date_form,
    "titled-as-law": heads.titled_as_law,
    "few-articles-in-chapters": structure.few_articles_in_chapters,
    "number-marks": structure.number_marks,
    "count-mismatch": structure.count_mismatch,
    "secret-and-public": structure.secret_and_public,
    "request-in-report": structure.request_in_report,
    "steps-out-of-order": order.steps_out_of_order,
    "fair-review-denied": order.fair_review_denied,
    "short-consultation": consultation.short_consultation,
}
