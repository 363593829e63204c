"""Finding entities, acts, commitments and actors in parsed documents."""
