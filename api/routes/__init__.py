"""The API: one module a path, thin. A module of this package has a ``router``; no list names them."""
