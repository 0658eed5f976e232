package io.caucus.world;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** How large an account is, and which seats its committee needs. */
public enum Segment {
    SMALL_BUSINESS(
            "Small business",
            0.45,
            4,
            8,
            List.of(CommitteeRole.DECISION_MAKER, CommitteeRole.CHAMPION, CommitteeRole.END_USER)),
    MID_MARKET(
            "Mid-market",
            0.40,
            7,
            16,
            List.of(
                    CommitteeRole.ECONOMIC_BUYER,
                    CommitteeRole.DECISION_MAKER,
                    CommitteeRole.CHAMPION,
                    CommitteeRole.TECHNICAL_EVALUATOR,
                    CommitteeRole.END_USER,
                    CommitteeRole.END_USER)),
    ENTERPRISE(
            "Enterprise",
            0.15,
            14,
            28,
            List.of(
                    CommitteeRole.ECONOMIC_BUYER,
                    CommitteeRole.DECISION_MAKER,
                    CommitteeRole.EXECUTIVE_SPONSOR,
                    CommitteeRole.CHAMPION,
                    CommitteeRole.TECHNICAL_EVALUATOR,
                    CommitteeRole.TECHNICAL_EVALUATOR,
                    CommitteeRole.END_USER,
                    CommitteeRole.END_USER,
                    CommitteeRole.PROCUREMENT,
                    CommitteeRole.LEGAL_SECURITY));

    private final String title;
    private final double share;
    private final int fewestPeople;
    private final int mostPeople;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final List<CommitteeRole> seats;

    Segment(String title, double share, int fewestPeople, int mostPeople, List<CommitteeRole> seats) {
        this.title = title;
        this.share = share;
        this.fewestPeople = fewestPeople;
        this.mostPeople = mostPeople;
        this.seats = seats;
    }

    /** As the CRM calls it. */
    String title() {
        return title;
    }

    int fewestPeople() {
        return fewestPeople;
    }

    int mostPeople() {
        return mostPeople;
    }

    /** Each seat once, in the order of roles. */
    List<CommitteeRole> seats() {
        return seats;
    }

    /** How many people each role needs. */
    public SortedMap<CommitteeRole, Integer> required() {
        var required = new TreeMap<CommitteeRole, Integer>();
        seats.forEach(role -> required.merge(role, 1, Integer::sum));
        return Collections.unmodifiableSortedMap(required);
    }

    EntityRef thing() {
        return new EntityRef(NodeLabel.SEGMENT, Keys.SOURCE + ":segment-" + name().toLowerCase(Locale.ROOT));
    }

    static Segment draw(Dice dice) {
        double left = dice.fraction();
        for (Segment segment : values()) {
            left -= segment.share;
            if (left < 0) {
                return segment;
            }
        }
        return MID_MARKET;
    }
}
