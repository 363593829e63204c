"""Teaching the encoder what sentences of press text mean, and writing it down as it ships."""
