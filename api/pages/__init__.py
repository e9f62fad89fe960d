"""The pages: plain HTML that works without scripts. A module of this package has a ``router``; no list names them."""
