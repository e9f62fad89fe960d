"""How well the rules, the network and both together read genres that they were not fitted to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from nlp.claims import distinct_claims
from nlp.contradictions import contradicted
from nlp.decide import decision_of
from nlp.judge import Chances, filed, together
from nlp.kinds import kinds
from nlp.options import is_weighed
from nlp.organisations.mentions import mentions_of
from nlp.reconcile import reconcile
from nlp.score import GoldDocument, Score, score_filed
from nlp.settle import settled
from nlp.sheet import Claim
from nlp.training.cases import Case

Reader = Callable[[Case, Chances], Iterable[Claim]]
STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)

HEAD = """\
# How well softintel reads genres that were left out

Written by `make train`. Precision / recall / **F1**, strict: kind, subtype, organisation, value and status must all agree.
The network that reads a genre was trained on none of its texts. The rules were written reading most of these genres, but not
news-2019-2026, plain-boards, plain-regulators and plain-trade: there both meet what is new to them. All texts are invented.

"""


def report(cases: Sequence[Case], read: Chances) -> str:
    """A page in Markdown: each genre by rules, network and both, each kind, and stated confidence against observed.

    Args:
        cases: the annotated documents of all genres.
        read: for each of their options, what the network that was not trained on its genre makes of it.
    """
    readings = {"rules": _readings(cases, read, _by_rules), "network": _readings(cases, read, _by_chances),
                "together": _readings(cases, beside_rules(cases, read), _by_chances)}
    genres = sorted({case.genre for case in cases})
    lines = ["| genre left out | organisations | " + "".join(f"hard, {name} | " for name in readings) + "concern, together |",
             "| --- " * 6 + "|"]
    for genre in (*genres, None):
        chosen = [case for case in cases if genre in (None, case.genre)]
        scores = {name: _score(chosen, claims) for name, claims in readings.items()}
        lines.append(f"| {genre or 'all'} | {_f1(scores['rules'], 'organisations')} | " + " | ".join(
            _figures(scores[name], "hard") for name in readings) + f" | {_figures(scores['together'], 'concern')} |")
    lines += ["", "| kind | rules | network | together |", "| --- | --- | --- | --- |"]
    whole = {name: _score(cases, claims) for name, claims in readings.items()}
    lines += [f"| {kind} | " + " | ".join(_figures(whole[name], kind) for name in readings) + " |"
              for kind in whole["rules"].measures if kind not in ("organisations", "hard")]
    clean = whole["together"]
    lines += ["", f"Documents without a fact that were kept clean: {clean.kept_clean} of {clean.without_facts} "
              f"(rules alone {whole['rules'].kept_clean}).", "", *_reliability(cases, readings["together"])]
    return HEAD + "\n".join(lines) + "\n"


def beside_rules(cases: Sequence[Case], read: Chances) -> Chances:
    """What the network reads and what the rules say, as one."""
    return together([option for case in cases for option in case.options], read)


def _by_rules(case: Case, _: Chances) -> Iterable[Claim]:
    return (option.claim for option in case.options if option.chosen)


def _by_chances(case: Case, chances: Chances) -> Iterable[Claim]:
    return (claim for option, row in zip(case.options, chances, strict=True)
            for claim in [filed(option, row)] if claim is not None)


def _readings(cases: Sequence[Case], chances: Chances, reader: Reader) -> dict[str, tuple[Claim, ...]]:
    found, first = {}, 0
    for case in cases:
        claims = [*reader(case, chances[first:first + len(case.options)]), *_unweighed(case)]
        weighed = contradicted(case.sheet, settled(reconcile(case.sheet, claims)))
        found[str(case.document["id"])] = distinct_claims(weighed, case.sheet)
        first += len(case.options)
    return found


def _unweighed(case: Case) -> list[Claim]:
    """What the rules decide on alone."""
    return case.sheet.once("unweighed", lambda sheet: [
        claim for kind in kinds() for trigger in kind.find(sheet) if not is_weighed(trigger)
        for decision in [decision_of(sheet, trigger)] if decision is not None for claim in decision.claims])


def _score(cases: Sequence[Case], claims: dict[str, tuple[Claim, ...]]) -> Score:
    gold = [GoldDocument.model_validate(case.document) for case in cases]
    return score_filed(gold, {case.document["id"]: ({mention.code for mention in mentions_of(case.sheet)},
                                                    claims[case.document["id"]]) for case in cases})


def _f1(score: Score, name: str) -> str:
    return f"{score.measures[name].f1:.3f}"


def _figures(score: Score, name: str) -> str:
    if name not in score.measures:
        return "–"
    measure = score.measures[name]
    return f"{measure.precision:.3f} / {measure.recall:.3f} / **{measure.f1:.3f}**"


def _reliability(cases: Sequence[Case], claims: dict[str, tuple[Claim, ...]]) -> list[str]:
    """Hard facts by stated confidence, and the share of them that the annotation has."""
    right: dict[int, list[bool]] = defaultdict(list)
    stated: dict[int, list[float]] = defaultdict(list)
    for case in cases:
        document = GoldDocument.model_validate(case.document)
        for claim in claims[document.id]:
            score = score_filed([document.model_copy(update={"orgs": ()})], {document.id: ((), [claim])})
            if claim.kind != "concern" and "hard" in score.measures and score.measures["hard"].right + score.measures["hard"].wrong:
                step = next(number for number, limit in enumerate(STEPS) if claim.confidence < limit)
                right[step].append(score.measures["hard"].right == 1)
                stated[step].append(claim.confidence)
    return ["| stated confidence | hard facts | mean stated | observed right |", "| --- | --- | --- | --- |", *(
        f"| {STEPS[step - 1] if step else 0} – {min(STEPS[step], 1.0)} | {len(right[step])} | "
        f"{sum(stated[step]) / len(stated[step]):.2f} | {sum(right[step]) / len(right[step]):.2f} |" for step in sorted(right))]


