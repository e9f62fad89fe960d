"""The ground floor: the records, the store, the register of organisations, documents as text, corpora as files."""
