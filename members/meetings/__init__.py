"""The series of meetings: agenda, place, materials.

For what happens at a meeting and what belongs to it. Not for work between meetings (assignments).
"""
