"""Which organisations a text names: official names, press names, acronyms and sites, linked to ODS codes."""
