"""The site served to its editors while they write; what is served is built as ever, and nothing here writes into it."""
