"""Pages in a real browser: what is tested stands beside this file."""
