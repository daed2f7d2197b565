"""plantrack keeps an action plan as files in git, checks it, and renders its follow-up."""

__version__ = "0.1.0"
