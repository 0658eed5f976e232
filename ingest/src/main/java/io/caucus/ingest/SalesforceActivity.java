package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tasks and events have in common: {@code WhoId} is a contact or a lead, {@code WhatId} an account, an opportunity or anything
 * else, and {@code AccountId} the account that Salesforce works out from both.
 */
final class SalesforceActivity {

    static final String WHO = "WhoId";
    static final String WHAT = "WhatId";
    static final String DESCRIPTION = "Description";

    private SalesforceActivity() {}

    static void refer(Row row, References references) {
        references.employee(SalesforceId.peek(row, WHO).map(SalesforceProfile::person));
        references.key(SalesforceId.peek(row, SalesforceProfile.ACCOUNT).map(SalesforceProfile::account));
        references.key(SalesforceId.peek(row, WHAT).map(SalesforceProfile::account));
    }

    /** @param side the seller's when the row names nobody who could have acted */
    static List<Fact> tell(
            String nativeId,
            Row row,
            EngagementKind kind,
            ActorSide side,
            Optional<Exclusion> excluded,
            FactTime time,
            Reading reading) {
        var contact = contact(row, reading.references());
        var account = account(row, contact, reading.references());
        var owner = SalesforceProfile.findOwner(row);
        boolean byContact = side == ActorSide.BUYER && contact.isPresent();
        boolean reachesContact = !byContact && kind.channel() != EngagementKind.Channel.INTERNAL;

        var facts = new ArrayList<Fact>();
        owner.ifPresent(user -> facts.add(SalesforceProfile.user(user, reading.times())));
        facts.add(new Engagement(
                SalesforceProfile.engagement(nativeId),
                account,
                kind,
                byContact ? ActorSide.BUYER : ActorSide.SELLER,
                byContact ? contact.stream().toList() : List.of(),
                reachesContact ? contact.stream().toList() : List.of(),
                owner.stream().toList(),
                excluded,
                time));
        return facts;
    }

    /** What was written down later than it happened was known from then on. */
    static FactTime done(Instant at, Instant created) {
        return new FactTime(at, created.isAfter(at) ? created : at);
    }

    private static Optional<PersonId> contact(Row row, References references) {
        return SalesforceId.find(row, WHO).map(id -> references.existing(SalesforceProfile.person(id), WHO));
    }

    private static AccountId account(Row row, Optional<PersonId> contact, References references) {
        var worked = SalesforceId.find(row, SalesforceProfile.ACCOUNT);
        if (worked.isPresent()) {
            return references.existing(SalesforceProfile.account(worked.get()), SalesforceProfile.ACCOUNT);
        }
        var about = SalesforceId.find(row, WHAT, SalesforceId.ACCOUNT);
        if (about.isPresent()) {
            return references.existing(SalesforceProfile.account(about.get()), WHAT);
        }
        if (contact.isEmpty()) {
            throw new RejectedRow(
                    RejectCode.NO_ACCOUNT, WHO, "neither AccountId, WhatId nor WhoId leads to an account");
        }
        return references.getEmployer(contact.get(), WHO);
    }
}
