package io.caucus.world;

import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.List;

/** What we sell, and what there is to read about it. */
final class Offer {

    static final List<String> PRODUCTS = List.of("Planner", "Ledger", "Insights");

    private static final List<String> TOPICS =
            List.of("Security and SSO", "Integrations", "Migration", "Cost of ownership", "Team planning", "Reporting");

    private static final List<String> CONTENT = List.of(
            "API reference",
            "Installation guide",
            "Security white paper",
            "Data model and schema",
            "Customer story: a bank moves over",
            "Case study: three factories",
            "Return on investment (ROI) for finance",
            "Product brochure",
            "Webinar: planning in spring",
            "Newsletter");

    private static final double IS_KNOWN = 0.7;
    private static final double HAS_TOPIC = 0.5;

    private Offer() {}

    /** All there is, known since then. */
    static List<Thing> things(FactTime known) {
        var things = new ArrayList<Thing>();
        name(NodeLabel.PRODUCT, PRODUCTS, known, things);
        name(NodeLabel.TOPIC, TOPICS, known, things);
        name(NodeLabel.CONTENT, CONTENT, known, things);
        return things;
    }

    private static void name(NodeLabel label, List<String> names, FactTime known, List<Thing> things) {
        for (int number = 1; number <= names.size(); number++) {
            things.add(new Thing(Keys.thing(label, number), names.get(number - 1), known));
        }
    }

    /** What somebody looked at, as far as that is known. */
    static List<Link> concerns(EngagementId engagement, EngagementKind kind, FactTime time, Dice dice) {
        boolean isRead = kind == EngagementKind.VISIT || kind == EngagementKind.DOWNLOAD;
        if (kind == EngagementKind.PRODUCT_USE) {
            return List.of(concern(engagement, one(NodeLabel.PRODUCT, PRODUCTS, dice), time));
        }
        if (!isRead || !dice.chance(IS_KNOWN)) {
            return List.of();
        }
        var concerns = new ArrayList<Link>();
        concerns.add(concern(engagement, one(NodeLabel.CONTENT, CONTENT, dice), time));
        if (dice.chance(HAS_TOPIC)) {
            concerns.add(concern(engagement, one(NodeLabel.TOPIC, TOPICS, dice), time));
        }
        return List.copyOf(concerns);
    }

    private static EntityRef one(NodeLabel label, List<String> names, Dice dice) {
        return Keys.thing(label, dice.between(1, names.size()));
    }

    private static Link concern(EngagementId engagement, EntityRef thing, FactTime time) {
        return Link.of(LinkType.CONCERNS, engagement.ref(), thing, time);
    }
}
