"""Crawls as work for any worker on any machine: timetables, the queue, attempts and their end."""
