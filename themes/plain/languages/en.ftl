# One message in other words. All others stay as they are in the built-in table, which
# `comeback theme eject languages/en.ftl` shows whole.

how-it-stands-now = And today?
