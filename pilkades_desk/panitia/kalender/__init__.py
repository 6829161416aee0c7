"""The calendar of the election: two tracks of stages, their deadlines, and why each falls there."""
