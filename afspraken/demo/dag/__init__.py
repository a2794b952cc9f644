"""A day of an office, played by the deeds that people use; who comes is planned first (``plan``)."""
