"""What a reader wants first: a few sentences, the most concrete commitments, deadlines and news."""
