"""What the reconciliation service says of itself."""

from __future__ import annotations

from importlib.metadata import version

from api.reconciling.matching import TYPES
from api.reconciling.records import (
    MOST_QUERIES,
    Extending,
    Manifest,
    Preview,
    Service,
    SuggestServices,
    Template,
)

ODS_CODES = "https://fhir.nhs.uk/Id/ods-organization-code"
"""What names an ODS code as one, in the NHS's own interfaces."""


def manifest(base: str) -> Manifest:
    """The manifest of the service at an address."""
    here = f"{base}/api/reconcile"
    return Manifest(
        versions=("0.2",), name="NHS trusts and integrated care boards in England (softintel)", identifierSpace=ODS_CODES,
        schemaSpace=f"{here}/properties", documentation=f"{base}/docs#reconcile", serviceVersion=version("softintel"),
        defaultTypes=tuple(TYPES.values()), view=Template(url=f"{base}/trusts/{{{{id}}}}"),
        preview=Preview(url=f"{base}/trusts/{{{{id}}}}/preview", width=430, height=180),
        suggest=SuggestServices(entity=Service(service_url=here, service_path="/suggest")),
        extend=Extending(propose_properties=Service(service_url=here, service_path="/properties")), batchSize=MOST_QUERIES)
