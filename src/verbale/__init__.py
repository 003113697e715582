"""verbale: who said what, according to whom; official readouts taken apart and published as an archive."""
