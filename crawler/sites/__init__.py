"""One module per group of publishers; each publisher is a spider class that only declares."""
