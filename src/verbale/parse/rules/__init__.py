"""Rules of attribution by device, each with its example; their order stands in `verbale.parse.speakers`."""
