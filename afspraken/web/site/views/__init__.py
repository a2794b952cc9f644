"""Views of the booking flow, a module per page."""
