"""What is learned of one site: where its pages keep their article, and the short way through them."""
