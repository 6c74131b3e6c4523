"""Settings of the garbage collector. Import this first, because they save time from the first import on."""

import gc

# The garbage collector looks for reference cycles, which are rare here. With the default threshold, it takes a twentieth of the
# time to load the handlers, and more than half of the time of a request with a large profile, which it scans repeatedly while the
# profile is parsed.
gc.set_threshold(50_000)
