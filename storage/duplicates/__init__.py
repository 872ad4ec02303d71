"""One story once: which articles tell the same, and which one stands for them."""
