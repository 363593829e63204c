"""Labels on their way to annotation tools and back: what was found as marks, corrected marks as gold."""
