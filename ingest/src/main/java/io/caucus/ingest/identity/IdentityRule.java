package io.caucus.ingest.identity;

import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makes two records candidates: a trait that both have. Strongest first; a record may have none, one or several traits by one
 * rule.
 */
public enum IdentityRule {
    EMAIL(NodeLabel.PERSON, 0.95, "Both have the same e-mail address, once written the way its provider reads it."),
    DOMAIN(NodeLabel.ACCOUNT, 0.9, "Both have the same internet domain, as it is registered."),
    NAME_AND_EMPLOYER(NodeLabel.PERSON, 0.5, "Both have the same full name and the same employer."),
    COMPANY_NAME(NodeLabel.ACCOUNT, 0.3, "Both have the same name, legal form apart.");

    private final NodeLabel label;
    private final double confidence;
    private final String evidence;

    IdentityRule(NodeLabel label, double confidence, String evidence) {
        this.label = label;
        this.confidence = confidence;
        this.evidence = evidence;
    }

    Grounds grounds() {
        return new Grounds(name(), evidence, confidence);
    }

    /** What the rule compares records by, never kept or shown; empty if the record does not say enough. */
    Set<String> traits(IdentifyingRecord record) {
        var traits = new TreeSet<String>();
        if (record.record().label() != label) {
            return traits;
        }
        switch (this) {
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
