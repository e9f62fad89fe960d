"""The official view: what was decided about an organisation, for when, and when that could be known.

Two times are told apart everywhere. *Valid*: the days that a decision is for. *Known*: the day from which it had been published.
"""
