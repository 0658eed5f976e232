package io.caucus.api.graphql;

import io.caucus.api.graphql.Connections.Connection;
import io.caucus.api.graphql.Connections.Edge;
import io.caucus.api.graphql.Connections.PageInfo;
import io.caucus.api.graphql.Views.AccountView;
import io.caucus.graphmodel.directory.AccountIndex;
import io.caucus.graphmodel.directory.AccountPage;
import io.caucus.graphmodel.directory.AccountQuery;
import io.caucus.graphmodel.directory.AccountQuery.Order;
import io.caucus.graphmodel.directory.AccountQuery.Position;
import io.caucus.graphmodel.time.AsOf;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pages of accounts. A cursor carries the instant of its first page, so that a reader who goes on later still walks through
 * the same list.
 */
final class AccountPages {

    static final int MOST_CHARACTERS = 200;

    private final AccountIndex index;
    private final Cursors cursors;

    AccountPages(AccountIndex index, Cursors cursors) {
        this.index = index;
        this.cursors = cursors;
    }

    /**
     * What was asked for.
     *
     * @param asOf empty if the question does not say
     */
    record Wish(
            Optional<String> text,
            Set<String> bands,
            Optional<String> industry,
            Order order,
            int first,
            Optional<String> after,
            Optional<AsOf> asOf) {

        static Wish of(Map<String, Object> arguments) {
            var filter = arguments.get("filter") instanceof Map<?, ?> given ? given : Map.of();
            return new Wish(
                    text(filter.get("text")).map(text -> checked("text", text)),
                    bands(filter.get("bands")),
                    text(filter.get("industry")).map(text -> checked("industry", text)),
                    Order.valueOf(String.valueOf(arguments.get("orderBy"))),
                    Connections.checkSize(
                            (Integer) Objects.requireNonNull(arguments.get("first")), AccountQuery.MOST_PER_PAGE),
                    text(arguments.get("after")),
                    arguments.get("asOf") instanceof Instant instant
                            ? Optional.of(new AsOf(instant))
                            : Optional.empty());
        }

        /** Which list this is a page of. */
        String list() {
            return String.join(
                    "\u0001", "accounts", order.name(), text.toString(), bands.toString(), industry.toString());
        }

        private static Set<String> bands(@Nullable Object given) {
            var bands = new TreeSet<String>();
            if (given instanceof Collection<?> names) {
                names.forEach(name -> bands.add(checked("bands", name.toString())));
            }
            return bands;
        }

        private static Optional<String> text(@Nullable Object given) {
            return Optional.ofNullable(given).map(Object::toString);
        }
    }

    static String checked(String argument, String text) {
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            throw RequestFailed.badInput("'%s' has %d characters, must have 1 to %d and not be blank."
                    .formatted(argument, text.length(), MOST_CHARACTERS));
        }
        return text;
    }

    Connection<AccountView> page(Wish wish, AsOf now) {
        var start = wish.after().map(cursor -> start(wish, cursor));
        var asOf = start.map(Start::asOf).or(wish::asOf).orElse(now);
        var page = index.page(new AccountQuery(
                asOf,
                wish.text(),
                wish.bands(),
                wish.industry(),
                wish.order(),
                start.map(Start::position),
                wish.first()));
        return connection(wish, asOf, page);
    }

    private record Start(AsOf asOf, Position position) {}

    private Start start(Wish wish, String cursor) {
        var place = cursors.read(wish.list(), cursor);
        var asOf = new AsOf(Instant.parse(place.get(0)));
        if (wish.asOf().isPresent() && !wish.asOf().get().equals(asOf)) {
            throw RequestFailed.badInput(
                    "'after' belongs to the list as of %s, 'asOf' says %s; give the same instant or leave it out."
                            .formatted(asOf, wish.asOf().get()));
        }
        var sortValue = place.size() > 2 ? Optional.of(place.get(2)) : Optional.<String>empty();
        return new Start(asOf, new Position(sortValue, place.get(1)));
    }

    private Connection<AccountView> connection(Wish wish, AsOf asOf, AccountPage page) {
        var edges = page.rows().stream()
                .map(row -> new Edge<>(
                        cursor(wish, asOf, row.position()), new AccountView(row.id(), asOf, Optional.of(row))))
                .toList();
        return Connection.of(
                edges, PageInfo.of(edges, page.hasMore(), wish.after().isPresent()), page.totalCount());
    }

    private String cursor(Wish wish, AsOf asOf, Position position) {
        var place = position.sortValue()
                .map(value -> List.of(asOf.toString(), position.key(), value))
                .orElseGet(() -> List.of(asOf.toString(), position.key()));
        return cursors.write(wish.list(), place);
    }
}
