"""Pure time algebra: no text, no clock, no I/O; usable alone."""
