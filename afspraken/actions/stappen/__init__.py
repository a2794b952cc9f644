"""Steps that several deeds share. They never open a transaction of their own; the deed does."""
