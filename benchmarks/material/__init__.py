"""What benchmarks measure on: labelled pages, reposts, invented articles and sites."""
