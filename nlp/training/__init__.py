"""Training the learned reader: ``make train``. Needs the extra ``models``."""
