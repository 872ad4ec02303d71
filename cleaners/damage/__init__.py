"""Damage to characters, and its repair. ``damage`` has the menders in their order; each other file has one kind of damage."""
