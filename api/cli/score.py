"""``softintel score``: how well the reading does on annotated documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from pydantic import ValidationError
from tqdm import tqdm

from corpora.errors import UsersMistake
from corpora.text.jsonl import read_json_line
from nlp.pipeline import Pipeline
from nlp.score import GoldDocument, Score, score_readings


@click.command(name="score")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def command(gold: Path, as_json: bool) -> None:
    """Read the annotated documents in GOLD (JSON Lines) and print precision, recall and F1.

    A fact is right where kind, subtype, organisation, value and status all agree.
    """
    score = score_file(gold, progress=sys.stderr.isatty())
    if as_json:
        print(json.dumps({name: {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1, **measure.model_dump()}
                          for name, measure in score.measures.items()}, indent=1))
        return
    for name, measure in score.measures.items():
        print(f"{name:16} precision {measure.precision:.3f}  recall {measure.recall:.3f}  F1 {measure.f1:.3f}  "
              f"(right {measure.right}, wrong {measure.wrong}, missed {measure.missed})")
    print(f"{score.documents} documents; of {score.without_facts} without facts, {score.kept_clean} kept clean")


def score_file(gold: Path, *, progress: bool = False) -> Score:
    """Read and score the annotated documents in a file.

    Raises:
        UsersMistake: the file is missing, or a line of it is no annotated document.
    """
    try:
        lines = [line for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError as error:
        raise UsersMistake(f"{gold}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsersMistake(f"{gold}: not UTF-8 text ({error.reason} at byte {error.start})") from error
    if not lines:
        raise UsersMistake(f"{gold}: no documents in it")
    annotated, documents = [], []
    for number, line in enumerate(lines, start=1):
        documents.append(read_json_line(line, where=f"{gold}, line {number}"))
        try:
            annotated.append(GoldDocument.model_validate_json(line))
        except ValidationError as error:
            raise UsersMistake(f"{gold}, line {number}: not an annotated document: {error.errors()[0]['msg']}") from error
        if "facts" not in annotated[-1].model_fields_set:
            raise UsersMistake(f"{gold}, line {number}: not an annotated document: no \"facts\"")
    pipeline = Pipeline.load(embed=False)
    readings = [pipeline.read(document) for document in tqdm(documents, unit=" documents", desc="Reading", disable=not progress)]
    return score_readings(annotated, readings)
