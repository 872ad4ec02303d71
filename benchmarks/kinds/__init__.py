"""What is done to pages: every kind of noise and of damage, each as a function."""
