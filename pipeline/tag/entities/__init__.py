"""Named entities: the component, names, places, dates, sums, and who is who."""
