"""The second reader: a linear model over character n-grams that was trained on labelled clauses."""
