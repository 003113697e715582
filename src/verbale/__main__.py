"""`python -m verbale`: the command line, and nothing of its own."""

from verbale.cli import main

if __name__ == "__main__":
    main(prog_name="verbale")
