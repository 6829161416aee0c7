"""What every printed document has, whichever step owns it: frame, wording, data code, blocks."""
