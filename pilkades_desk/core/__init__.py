"""Words all steps share; imports the standard library and pydantic only."""
