"""What each actor promised: alone and through bodies, on what, with whom, and what became of it."""
