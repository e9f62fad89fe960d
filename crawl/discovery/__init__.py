"""From an organisation's home page to its board's papers: what a page's links are, and which of them lead on."""
