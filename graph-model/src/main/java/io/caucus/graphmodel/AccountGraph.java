package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Reads accounts as they were known. */
public interface AccountGraph {

    /**
     * Everything one account's features may read.
     *
     * @throws UnknownAccount if the account was not known as of that instant
     */
    AccountHistory history(AccountId account, AsOf asOf);

    /** Several histories in one round trip, by account; accounts not known as of that instant are absent. */
    SortedMap<AccountId, AccountHistory> histories(Collection<AccountId> accounts, AsOf asOf);

    /** Every account's history in the order of keys, a bounded number at a time in memory. */
    default void forEachHistory(AsOf asOf, Consumer<AccountHistory> consumer) {
        forEachPage(asOf, Optional.empty(), page -> page.forEach(consumer));
    }

    /**
     * The same, some hundred at a time: while the consumer works on a page, the next one is being read.
     *
     * @param after begins with the account after this one; empty for all
     */
    void forEachPage(AsOf asOf, Optional<AccountId> after, Consumer<List<AccountHistory>> consumer);

    /**
     * What accounts are compared with, as known then.
     *
     * @param use how far back the use of products is looked at
     */
    Peers peers(AsOf asOf, Duration use);

    /** What people call them, as known then; whatever has no name is absent. */
    SortedMap<EntityRef, String> names(Collection<EntityRef> entities, AsOf asOf);

    /** Who has to do with whom across all accounts, as known then: a pass over the whole graph. */
    Market market(AsOf asOf);
}
