"""The working list on the screen: searched, narrowed, looked into, corrected."""
