package io.caucus.graphmodel.directory;

import io.caucus.graphmodel.time.AsOf;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for one page of accounts as known at an instant. Score, band and order by score look at the newest kept assessment
 * that is not later than the instant.
 *
 * @param text matches the start of any word of the name or the domain, whatever the case
 * @param bands keeps accounts whose score is in one of these bands; empty keeps all, unscored ones included
 * @param after the position after which the page starts; empty for the first page
 * @param limit 1 to 100
 */
public record AccountQuery(
        AsOf asOf,
        Optional<String> text,
        Set<String> bands,
        Optional<String> industry,
        Order order,
        Optional<Position> after,
        int limit) {

    public static final int MOST_PER_PAGE = 100;

    /** How accounts are put in order; ties are broken by key. */
    public enum Order {
        /** Highest probability first, accounts without a score last. */
        SCORE,
        NAME
    }

    /**
     * A place in an order: the sort value and key of the last account seen.
     *
     * @param sortValue the probability or the name as text; empty after an account without a score
     */
    public record Position(Optional<String> sortValue, String key) {}

    public AccountQuery {
        bands = Set.copyOf(bands);
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw new IllegalArgumentException(
                    "a page of %d accounts was asked for; it must have 1 to %d".formatted(limit, MOST_PER_PAGE));
        }
    }
}
