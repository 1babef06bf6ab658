"""Drawing the picture of a difference; no layout engine has a part in it."""
