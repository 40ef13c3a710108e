"""What was said and done in the three networks of the demonstration."""
