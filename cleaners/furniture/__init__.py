"""What surrounds an article on every page: share rows, pagers, calls to subscribe, editors' tails."""
