"""The encoder: what sentences mean, as a small pretrained transformer reads them."""
