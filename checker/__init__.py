"""A compliance checker for Chinese official documents."""
