"""Forms of the booking flow, one per page."""
