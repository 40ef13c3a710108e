"""Utskick: what a coordinator writes to all of a network, to its contact persons, or to those who have not answered.

For one letter to many, answered to a human. Not for talk (forum), nor for what the portal tells of itself
(notifications). Nobody calls it but the addresses and the demonstration.
"""
