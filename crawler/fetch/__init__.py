"""Everything between a request and its answer: whom we ask, how fast, what we dial, what we take for whole."""
