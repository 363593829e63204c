"""``python -m pipeline``: the command line, for where the console script cannot be used."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
