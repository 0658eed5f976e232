package io.caucus.world;

import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Map;
import java.util.Optional;

/** How many seats customers have bought, and how many they use, as counted every month. */
final class Usage {

    private static final int COUNTED_EVERY = 30;

    private final int account;
    private final Calendar calendar;
    private final Dice dice;
    private final Records records;

    Usage(int account, Calendar calendar, Dice dice, Records records) {
        this.account = account;
        this.calendar = calendar;
        this.dice = dice;
        this.records = records;
    }

    void tell() {
        int first = dice.between(1, Offer.PRODUCTS.size());
        count(first);
        if (dice.chance(0.4)) {
            count(first % Offer.PRODUCTS.size() + 1);
        }
    }

    private void count(int product) {
        int bought = 5 * dice.between(2, 40);
        double share = 0.3 + 0.5 * dice.fraction();
        double growth = 0.1 * dice.fraction() - 0.04;
        for (int day = Calendar.DAYS; day > 0; day -= COUNTED_EVERY) {
            int active = (int) Math.round(bought * Math.clamp(share + 0.03 * dice.normal(), 0.0, 1.0));
            record(product, day, bought, active);
            share += growth;
        }
    }

    private void record(int product, int daysAgo, int bought, int active) {
        var counts = Map.of(Measure.SEATS_BOUGHT, (double) bought, Measure.SEATS_ACTIVE, (double) active);
        var from = Keys.account(account);
        records.add(
                "usage",
                "%s-usage-%d-%d".formatted(from.value(), product, daysAgo),
                new Link(
                        LinkType.USES,
                        from.ref(),
                        Keys.thing(NodeLabel.PRODUCT, product),
                        Optional.empty(),
                        counts,
                        FactTime.at(calendar.daysAgo(daysAgo)),
                        Optional.empty()));
    }
}
