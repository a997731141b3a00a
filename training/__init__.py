"""How the language engine's weights are made; see README.md."""
