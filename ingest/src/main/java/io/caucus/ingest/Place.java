package io.caucus.ingest;

/**
 * Where in a file the next record begins.
 *
 * @param position of its first byte, among the bytes the file stands for: of a compressed one, the expanded ones
 * @param line on which it begins, from 1
 * @param afterCarriageReturn whether a line feed that stands here belongs to the line end before
 */
record Place(long position, long line, boolean afterCarriageReturn) {}
