"""Training the judge of commitments and acts."""
