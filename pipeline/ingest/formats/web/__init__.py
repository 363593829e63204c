"""Saved web pages: the main text of HTML and MHTML, and what the page says about itself."""
