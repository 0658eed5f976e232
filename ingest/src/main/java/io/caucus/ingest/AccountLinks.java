package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an account has to do with investors, partners, segments, territories and products. Sources know these by name, so the name makes the key:
 * {@code crm:north-fund}.
 */
public enum AccountLinks {
    INVESTMENT("investor", NodeLabel.INVESTOR, LinkType.INVESTED_IN),
    PARTNERSHIP("partner", NodeLabel.PARTNER, LinkType.PARTNER_OF),
    SEGMENT("segment", NodeLabel.SEGMENT, LinkType.IN_SEGMENT),
    TERRITORY("territory", NodeLabel.TERRITORY, LinkType.IN_TERRITORY),
    /** How many seats of a product the account has bought and uses. */
    SEATS("product", NodeLabel.PRODUCT, LinkType.USES);

    private final String attribute;
    private final NodeLabel label;
    private final LinkType type;

    AccountLinks(String attribute, NodeLabel label, LinkType type) {
        this.attribute = attribute;
        this.label = label;
        this.type = type;
    }

    /** What the other end is called in mappings and events. */
    public String attribute() {
        return attribute;
    }

    /**
     * The other end, which need not have been told before, and the link.
     *
     * @param source the system that calls it so
     * @param column where the name comes from, for the reason
     * @param begun since when it is called so
     * @throws RejectedRow if no key can be made of the name
     */
    public List<Fact> tell(
            String source,
            String name,
            String column,
            FactTime begun,
            AccountId account,
            Map<Measure, Double> measures,
            FactTime since,
            Optional<FactTime> ended) {
        var other = thing(label, source, name, column);
        boolean leadsToAccount = type.links(label, NodeLabel.ACCOUNT);
        return List.of(
                new Thing(other, name, begun),
                new Link(
                        type,
                        leadsToAccount ? other : account.ref(),
                        leadsToAccount ? account.ref() : other,
                        Optional.empty(),
                        measures,
                        since,
                        ended));
    }

    /**
     * The key of something that a source calls by name.
     *
     * @throws RejectedRow if no key can be made of the name
     */
    public static EntityRef thing(NodeLabel label, String source, String name, String column) {
        return new EntityRef(label, source + ":" + Keys.slug(name, column));
    }
}
