package io.caucus.world;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was planted in one account. None of it stands in any record.
 *
 * @param maturity of the committee, in [0, 1]
 * @param champion whose forwards colleagues follow, where the pattern has one; perhaps gone since
 * @param missingSeats seats that nobody holds on the account's newest opportunity; empty without an opportunity
 */
public record WorldTruth(
        AccountId account,
        Pattern pattern,
        double maturity,
        Optional<PersonId> champion,
        SortedSet<CommitteeRole> missingSeats) {

    public WorldTruth {
        missingSeats = Collections.unmodifiableSortedSet(new TreeSet<>(missingSeats));
    }
}
