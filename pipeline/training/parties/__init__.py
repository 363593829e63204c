"""Teaching for whom a document speaks, from documents whose parties were read by people."""
