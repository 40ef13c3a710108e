"""Makes rows for tests: one module an app, each factory named after its model."""
