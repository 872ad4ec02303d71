"""What crawls need to remember: the frontier, runs, jobs, schedules, templates."""
