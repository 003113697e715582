"""Catalog to files: pages are planned, rendered and written here; nothing here parses a source."""
