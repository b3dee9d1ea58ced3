"""Reports to text, one format a file; every ``render`` is a pure function of its arguments.

``render(reports, about)`` takes the reports one by one and yields the text in pieces, so that a folder of any
size is written while it is checked.
"""
