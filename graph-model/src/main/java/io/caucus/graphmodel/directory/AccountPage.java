package io.caucus.graphmodel.directory;

import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.fact.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * One page of accounts.
 *
 * @param totalCount how many accounts the query matches on all pages
 * @param hasMore whether another page follows
 */
public record AccountPage(List<Row> rows, long totalCount, boolean hasMore) {

    /** One account on the page. */
    public record Row(
            AccountId id,
            String name,
            Optional<String> domain,
            Optional<String> industry,
            Optional<KeptAssessment> assessment,
            AccountQuery.Position position) {}

    public AccountPage {
        rows = List.copyOf(rows);
    }
}
