/**
 * Sources become checked facts: CSV exports of a CRM are read row by row, each row becomes facts or a reject with its reason,
 * and the report adds up.
 *
 * <p><b>Terms.</b> A <em>profile</em> says which files an export has and what their columns mean. A <em>row</em> is one record
 * of a file; it is <em>accepted</em> (its facts were written), <em>duplicate</em> (this version of the record was written
 * before) or <em>rejected</em> (nothing of it was written; the rejects file says why and what to do). A <em>finding</em> is
 * something odd about a row that was accepted as written. An <em>expectation</em> is declared, as data, of a column; it
 * is counted where rows do not do as expected, and rejects only where it says so. <em>Drift</em> is a column that is new, missing or
 * of another type than in the last import of its file.
 *
 * <p><b>Example.</b> A file of three contacts, one imported last week, one with the Create Date {@code 31.12.2024}: read 3 =
 * accepted 1 + rejected 1 + duplicate 1. The reject is {@code BAD_DATE} in column {@code Create Date}.
 *
 * <p>For files no profile knows, {@link io.caucus.ingest.MappingSuggestion} proposes a {@link io.caucus.ingest.Mapping}, and asks
 * where the values do not decide; {@link io.caucus.ingest.Importer#rehearse} tells what would be rejected.
 *
 * <p>What happens later is delivered event by event: {@link io.caucus.ingest.webhook} takes deliveries in,
 * {@link io.caucus.ingest.event} makes facts of them, {@link io.caucus.ingest.spool} keeps them in between.
 *
 * <p><b>Time.</b> An export shows how things stood when it was made. What a row dates is told at its date; what it does not
 * date (an open deal's stage, an amount) is told at {@link io.caucus.ingest.ImportRequest#exportedAt()}, never earlier, so no
 * question about the past can see it. Users, and records without any date, came to be at the first date the files mention.
 */
@NullMarked
package io.caucus.ingest;

import org.jspecify.annotations.NullMarked;
