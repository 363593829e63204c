"""What a user would pick instead: other ways to label sentences, measured beside the pipeline."""
