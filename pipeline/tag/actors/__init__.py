"""Who binds itself: from words such as "we" and "both sides" to countries and bodies."""
