"""Measurements of verbale and of its peers; nothing here is part of the program."""
