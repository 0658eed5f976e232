/**
 * Facts that come in on a stream, together with how far the stream has been read.
 *
 * <p><b>Terms.</b> A <em>partition</em> is one ordered part of a topic, its records numbered by <em>offsets</em>. The graph keeps, for
 * each partition, the offset of the next record to tell. A <em>move</em> takes it from where its writer left it to where it ends.
 *
 * <p><b>Example.</b> Partition 0 stands at 40. A reader tells the records 40 to 59 with the move from 40 to 60: facts and offset change
 * in one transaction. Another reader, who was thought dead and has the same records, comes with the same move: the partition
 * stands at 60 and not at 40, so nothing of his is written.
 */
@NullMarked
package io.caucus.graphmodel.stream;

import org.jspecify.annotations.NullMarked;
