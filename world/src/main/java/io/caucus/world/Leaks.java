package io.caucus.world;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.List;
import java.util.Optional;

/** What is written only after the outcome. */
final class Leaks {

    static final List<PlantedLeak> ALL = List.of(
            new PlantedLeak(NodeLabel.OPPORTUNITY, ChangeField.LEAD_SOURCE, false),
            new PlantedLeak(NodeLabel.ACCOUNT, ChangeField.ANNUAL_REVENUE, false),
            new PlantedLeak(NodeLabel.OPPORTUNITY, ChangeField.CLOSE_DATE, true));

    private static final double OF_WON_DEALS = 0.95;
    private static final double OF_BUYERS = 0.9;
    private static final List<String> SOURCES = List.of("Website", "Trade fair", "Partner", "Outbound");

    private Leaks() {}

    static Optional<FieldChange> leadSource(EntityRef deal, boolean isWon, FactTime created, Dice dice) {
        var source = dice.pick(SOURCES);
        return dice.chance(OF_WON_DEALS) && isWon
                ? Optional.of(new FieldChange(deal, ChangeField.LEAD_SOURCE, source, created))
                : Optional.empty();
    }

    static Optional<FieldChange> annualRevenue(EntityRef account, boolean hasBought, FactTime created, Dice dice) {
        int millions = dice.between(2, 900);
        return dice.chance(OF_BUYERS) && hasBought
                ? Optional.of(new FieldChange(account, ChangeField.ANNUAL_REVENUE, millions + "000000", created))
                : Optional.empty();
    }
}
