"""Tests about the code itself: each says, when it fails, the rule, its reason and the way out."""
