"""The printed lists of a unit: attendance, invitations, what became of the invitations."""
