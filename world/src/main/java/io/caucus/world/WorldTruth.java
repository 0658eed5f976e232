package io.caucus.world;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was planted in one account. None of it stands in any record, but that the CRM knows the segment and some of the seats.
 *
 * @param maturity of the committee, in [0, 1]
 * @param champion whose forwards colleagues follow, where the pattern has one; perhaps gone since
 * @param missingSeats roles of the template with fewer holders than they need at the end, on the account's newest opportunity; empty without an opportunity
 * @param seats who sits where on the newest opportunity, in the order of roles
 * @param stages the changes of the committee's stage, oldest first; empty where nobody is known
 * @param activations who became active when, and by whom; oldest first
 * @param deals what decides each deal, oldest first
 * @param bursts when each burst began
 * @param ghosted when somebody asked for the price, after which the account fell silent
 */
public record WorldTruth(
        AccountId account,
        Pattern pattern,
        Segment segment,
        double maturity,
        Optional<PersonId> champion,
        SortedSet<CommitteeRole> missingSeats,
        List<TrueSeat> seats,
        List<TrueStage> stages,
        List<TrueActivation> activations,
        List<TrueDeal> deals,
        List<Instant> bursts,
        Optional<Instant> ghosted) {

    public WorldTruth {
        missingSeats = Collections.unmodifiableSortedSet(new TreeSet<>(missingSeats));
        seats = List.copyOf(seats);
        stages = List.copyOf(stages);
        activations = List.copyOf(activations);
        deals = List.copyOf(deals);
        bursts = List.copyOf(bursts);
    }
}
