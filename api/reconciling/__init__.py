"""Matching a spreadsheet's column of names to ODS codes: the Reconciliation Service API 0.2 of the W3C's community group.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/, as OpenRefine speaks it.
"""
