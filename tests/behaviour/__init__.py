"""What the product makes of many small texts, kind by kind, in the manner of CheckList (Ribeiro et al. 2020)."""
