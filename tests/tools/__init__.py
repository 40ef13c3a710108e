"""What the Makefile calls beside pytest: a database to test on, messages, floors."""
