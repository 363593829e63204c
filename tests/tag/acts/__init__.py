"""What sentences say outright."""
