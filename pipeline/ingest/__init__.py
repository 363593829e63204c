"""Reading the corpus: files become cleaned, described documents."""
