package io.caucus.ingest.identity;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.ingest.ForeignIds;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What makes two records candidates: a trait that both have. Strongest first; a record may have none, one or several traits by one
 * rule.
 */
public enum IdentityRule {
    FOREIGN_ID(Optional.empty(), 0.98, "%s gives, as its id in another system, that of %s."),
    EMAIL(NodeLabel.PERSON, 0.95, "Both have the same e-mail address, once written the way its provider reads it."),
    DOMAIN(NodeLabel.ACCOUNT, 0.9, "Both have the same internet domain, as it is registered."),
    NAME_AND_EMPLOYER(NodeLabel.PERSON, 0.5, "Both have the same full name and the same employer."),
    COMPANY_NAME(NodeLabel.ACCOUNT, 0.3, "Both have the same name, legal form apart.");

    private static final String ONE_ID = "%s and %s are one id of Salesforce, in its long and in its short form.";

    private final Optional<NodeLabel> label;
    private final double confidence;
    private final String evidence;

    IdentityRule(NodeLabel label, double confidence, String evidence) {
        this(Optional.of(label), confidence, evidence);
    }

    /** @param label of the records it speaks of; empty for all, and then people are not compared with accounts */
    IdentityRule(Optional<NodeLabel> label, double confidence, String evidence) {
        this.label = label;
        this.confidence = confidence;
        this.evidence = evidence;
    }

    /**
     * Of records that share a trait the one that the others are paired with: the first, but an id joins only to the record whose it is.
     * Two that both name a record of which no source has told are no pair.
     */
    Optional<EntityRef> center(String trait, SortedSet<EntityRef> records) {
        return this == FOREIGN_ID
                ? records.stream().filter(record -> ownId(record).equals(trait)).findFirst()
                : Optional.of(records.getFirst());
    }

    /** @param center see {@link #center} */
    Grounds grounds(EntityRef center, EntityRef other) {
        var words = this == FOREIGN_ID && ownId(center).equals(ownId(other)) ? ONE_ID : evidence;
        return new Grounds(name(), words.formatted(other, center), confidence);
    }

    private static String ownId(EntityRef record) {
        return id(record.label(), record.key());
    }

    private static String id(NodeLabel label, String key) {
        return label.inCypher() + " " + ForeignIds.canonical(key);
    }

    /** What the rule compares records by, never kept or shown; empty if the record does not say enough. */
    Set<String> traits(IdentifyingRecord record) {
        var traits = new TreeSet<String>();
        if (label.filter(ofOthers -> ofOthers != record.record().label()).isPresent()) {
            return traits;
        }
        switch (this) {
            case FOREIGN_ID -> {
                traits.add(ownId(record.record()));
                ForeignIds.standing(record.foreignIds())
                        .forEach(key -> traits.add(id(record.record().label(), key)));
            }
            case EMAIL -> record.email().flatMap(EmailAddress::mailbox).ifPresent(traits::add);
            case DOMAIN -> record.domain().flatMap(Domains::ofCompany).ifPresent(traits::add);
            case COMPANY_NAME -> Names.ofCompany(record.name()).ifPresent(traits::add);
            case NAME_AND_EMPLOYER ->
                Names.ofPerson(record.name()).ifPresent(name -> addWithEmployers(record, name, traits));
        }
        return traits;
    }

    /** A name alone says little; with an employer, known by key or by the domain people write from, it says more. */
    private static void addWithEmployers(IdentifyingRecord record, String name, Set<String> traits) {
        record.employers().forEach(employer -> traits.add(name + " at " + employer));
        record.email()
                .flatMap(EmailAddress::domain)
                .flatMap(Domains::ofCompany)
                .ifPresent(domain -> traits.add(name + " @ " + domain));
    }
}
