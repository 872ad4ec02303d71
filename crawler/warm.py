"""Imported once by the process that forks the cleaning workers: loads what they need and warms it."""

from crawler.workers import warm

warm()
