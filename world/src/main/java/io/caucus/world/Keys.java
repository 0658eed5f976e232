package io.caucus.world;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Locale;

/** How things are called: by the account's number and their own. Numbers are padded, so that small worlds sort by number. */
final class Keys {

    static final String SOURCE = "world";

    private Keys() {}

    static AccountId account(int number) {
        return new AccountId("world:acct-%03d".formatted(number));
    }

    static PersonId person(int account, int number) {
        return new PersonId("world:p-%03d-%02d".formatted(account, number));
    }

    /** Whether the person was first met at this account. */
    static boolean isOf(int account, PersonId person) {
        return person.value().startsWith("world:p-%03d-".formatted(account));
    }

    static OpportunityId opportunity(int account, int number) {
        return new OpportunityId("world:o-%03d-%d".formatted(account, number));
    }

    static EngagementId engagement(int account, int number) {
        return new EngagementId("world:e-%03d-%04d".formatted(account, number));
    }

    static TicketId ticket(int account, int number) {
        return new TicketId("world:t-%03d-%02d".formatted(account, number));
    }

    /** Something with a name of its own that the whole world shares. */
    static EntityRef thing(NodeLabel label, int number) {
        return new EntityRef(label, "world:%s-%d".formatted(label.inCypher().toLowerCase(Locale.ROOT), number));
    }

    /** Something with a name of its own that only the accounts of one block have to do with. */
    static EntityRef thing(NodeLabel label, int block, int number) {
        return new EntityRef(
                label, "world:%s-%d-%d".formatted(label.inCypher().toLowerCase(Locale.ROOT), block, number));
    }

    static UserId user(int number) {
        return new UserId("world:u-" + number);
    }

    /** A key as the source itself calls the thing: without our prefix. */
    static String nativeId(String key) {
        return key.substring(SOURCE.length() + 1);
    }
}
