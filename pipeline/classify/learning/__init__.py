"""Learning policy areas: from gold, and from the labels of an analyst. The stage itself needs none of it."""
