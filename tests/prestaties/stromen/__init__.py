"""Figures of live streams: one server process, as many clients as a busy city has."""
