/**
 * What was acknowledged and not yet applied, safe on disk: a bounded queue of byte records.
 *
 * <p><b>Terms.</b> A <em>segment</em> is one append-only file, a <em>frame</em> one record in it: its length, a CRC-32C over length
 * and content, the content. The <em>checkpoint</em> is the place up to which everything has been applied. Segments behind the
 * checkpoint are the <em>archive</em>: kept for a while, so that the record behind a fact can be shown as it came.
 *
 * <p><b>Example.</b> Two records of 100 bytes are appended to an empty spool: they stand in segment 1 at 8 and 116, after the
 * segment's own 8 bytes and the first frame's 108. The process is killed while a third is written; on opening, the torn frame is
 * cut off, and reading begins at the checkpoint.
 */
@NullMarked
package io.caucus.ingest.spool;

import org.jspecify.annotations.NullMarked;
