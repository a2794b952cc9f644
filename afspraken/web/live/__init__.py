"""Live streams: tells pages and screens that the queue of their office has changed, and nothing else."""
