package io.caucus.ingest;

/** What a mapping may use beside the row itself. */
record Reading(ExportTimes times, References references, Findings findings) {}
