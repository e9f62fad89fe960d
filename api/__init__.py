"""What people touch: the command line, the HTTP API, the pages, the alerts."""
