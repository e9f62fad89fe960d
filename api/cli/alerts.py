"""``softintel alerts``: reasons to look at an organisation now."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.alerts import evaluate
from api.printing import json_line, one_line
from api.register import register
from api.unread import still_to_be_read
from api.words import date_in_words
from corpora.schema import Alert, Citation
from corpora.store import Store


@click.command(name="alerts")
@click.option("--org", metavar="CODE", help="Only alerts on the organisation of this ODS code.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
@click.pass_obj
def command(database: Path, org: str | None, as_json: bool) -> None:
    """Print one line an alert, newest first: date, ODS code, what happened, the evidence and its source.

    One alert for each event: a regulator action, a change of segment, an inadequate rating or a never event. Never from
    what is planned, over or denied. Where documents are still to be read, that is said on stderr.
    """
    code = register().organisation(org).code if org is not None else None
    with Store(database, read_only=True) as store, store.snapshot():
        unread = still_to_be_read(store)
        alerts = [alert for alert in evaluate(store) if code is None or alert.org == code]
        for alert in alerts:
            proof = store.evidence_by_id(alert.evidence_ids[0]) if alert.evidence_ids else None
            print(json_line(alert) if as_json else in_words(alert, proof.citation if proof else None))
    if not alerts:
        print("softintel: no alerts", file=sys.stderr)
    if unread:
        print(f"softintel: {unread}", file=sys.stderr)


def in_words(alert: Alert, citation: Citation | None) -> str:
    """An alert in one line."""
    source = f"  {one_line(citation.url)}" if citation and citation.url else ""
    over = (f"; a later document ({date_in_words(alert.ended_on)}) says that it is over: /evidence/{alert.ended_by}"
            if alert.ended_by else "")
    first = alert.evidence_ids[0] if alert.evidence_ids else "-"
    return f"{alert.date or 'undated':10}  {alert.org:5}  {one_line(alert.headline)}{over}  /evidence/{first}{source}"
