"""Reading: from a document's text to quoted, linked evidence."""
