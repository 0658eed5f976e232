package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How many people know us from a customer. */
final class AlumniOfCustomers implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.alumni_of_customers",
                "Alumni of customers",
                "People employed at the account who also had a job at another account that had not ended when an opportunity of"
                        + " that account was won, or that began after.",
                Unit.PEOPLE,
                Optional.empty(),
                "Nobody is known to be employed at the account; 0 if nobody of them worked at a customer.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        if (account.activity().employed().isEmpty()) {
            return FeatureValue.missing();
        }
        var paths = account.history().surroundings().jobs().stream()
                .filter(job -> account.activity().isEmployed(job.person()))
                .flatMap(job -> winsDuring(job, account))
                .distinct()
                .toList();
        citations.cite(() -> paths);
        return FeatureValue.of(
                (double) paths.stream().map(PathToWin::through).distinct().count());
    }

    /** What the customer had bought by the end of the job. */
    private static Stream<PathToWin> winsDuring(Employment job, AccountContext account) {
        return account.history().surroundings().winsOf(job.account()).stream()
                .filter(win -> !hasEndedBefore(win, job))
                .map(win -> PathToWin.through(job.person().ref(), win, 1));
    }

    private static boolean hasEndedBefore(Win win, Employment job) {
        return job.ended().filter(end -> end.occurredAt().isBefore(win.at())).isPresent();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
