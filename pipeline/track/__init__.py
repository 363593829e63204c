"""The fourth stage: what became of commitments in later documents of the same actors."""
