"""What made the models and the tables that cleaning ships with."""
