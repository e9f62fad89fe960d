"""Why a piece of evidence is filed as it is: the document is read again, and each step of the decision is kept.

Nothing is decided here. The same functions run that run when a document is read (``nlp.decide.decision_of`` and what it calls);
this package only finds the trigger that a piece of evidence comes from and writes down what those functions weigh.
"""

from nlp.explain.records import (
    ConfidenceTrace,
    CueTrace,
    DateTrace,
    Explanation,
    NameReading,
    NameTrace,
    OrganisationCandidate,
    OrganisationTrace,
    Outcome,
    StatusTrace,
    TriggerTrace,
    WeighedSign,
)
from nlp.explain.trace import explain

__all__ = ["ConfidenceTrace", "CueTrace", "DateTrace", "Explanation", "NameReading", "NameTrace", "OrganisationCandidate",
           "OrganisationTrace", "Outcome", "StatusTrace", "TriggerTrace", "WeighedSign", "explain"]
