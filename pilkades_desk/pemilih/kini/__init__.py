"""The list as it stands: what was received, every change since, and the two folded into one."""
