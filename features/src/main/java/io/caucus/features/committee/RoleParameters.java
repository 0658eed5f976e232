package io.caucus.features.committee;

import io.caucus.graphmodel.time.HalfLife;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How sure a sign makes us that somebody holds a role.
 *
 * @param prior the share of people who hold any one role, before anything is known of them
 * @param trust the probability that a sign of this source alone leaves, when it is new and the source is sure
 * @param statementHalfLife how fast what a human stated loses its weight
 * @param titles which positions are a sign of a role; a role that is not named shows in no title
 * @param behaviours which actions are a sign of a role; a role that is not named shows in no action
 * @param behaviourWindow older actions are no sign
 */
public record RoleParameters(
        double prior,
        SortedMap<RoleSource, Double> trust,
        HalfLife statementHalfLife,
        SortedMap<CommitteeRole, Position> titles,
        SortedMap<CommitteeRole, Habit> behaviours,
        Duration behaviourWindow) {

    /** A job with one of these functions and one of these seniorities. */
    public record Position(SortedSet<JobFunction> functions, SortedSet<Seniority> seniorities) {

        public Position {
            functions = Collections.unmodifiableSortedSet(new TreeSet<>(functions));
            seniorities = Collections.unmodifiableSortedSet(new TreeSet<>(seniorities));
        }

        boolean fits(JobFunction function, Seniority seniority) {
            return functions.contains(function) && seniorities.contains(seniority);
        }
    }

    /** At least so many actions of these kinds. */
    public record Habit(SortedSet<EngagementKind> kinds, int fewest) {

        public Habit {
            kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
            if (fewest < 1) {
                throw new IllegalArgumentException("fewest is %d, must be at least 1".formatted(fewest));
            }
        }
    }

    private static final Set<JobFunction> ANY_FUNCTION = EnumSet.allOf(JobFunction.class);
    private static final Set<Seniority> ANY_SENIORITY = EnumSet.allOf(Seniority.class);
    private static final Set<JobFunction> TECHNICAL =
            Arrays.stream(JobFunction.values()).filter(JobFunction::isTechnical).collect(Collectors.toSet());
    private static final Set<Seniority> EXECUTIVE =
            Arrays.stream(Seniority.values()).filter(Seniority::isExecutive).collect(Collectors.toSet());
    private static final Set<Seniority> HANDS_ON = EnumSet.of(Seniority.SENIOR, Seniority.ENTRY, Seniority.TRAINING);

    public static final RoleParameters DEFAULT = new RoleParameters(
            0.05,
            new TreeMap<>(Map.of(
                    RoleSource.STATED_IN_CRM,
                    0.9,
                    RoleSource.INFERRED_FROM_TITLE,
                    0.6,
                    RoleSource.EXTERNAL,
                    0.5,
                    RoleSource.INFERRED_FROM_BEHAVIOUR,
                    0.3)),
            HalfLife.ofDays(365),
            new TreeMap<>(Map.of(
                    CommitteeRole.ECONOMIC_BUYER,
                    position(EnumSet.of(JobFunction.FINANCE, JobFunction.GENERAL_MANAGEMENT), EXECUTIVE),
                    CommitteeRole.DECISION_MAKER,
                    position(
                            ANY_FUNCTION,
                            EnumSet.of(
                                    Seniority.OWNER,
                                    Seniority.PARTNER,
                                    Seniority.CXO,
                                    Seniority.VP,
                                    Seniority.DIRECTOR)),
                    CommitteeRole.EXECUTIVE_SPONSOR,
                    position(ANY_FUNCTION, EnumSet.of(Seniority.OWNER, Seniority.CXO)),
                    CommitteeRole.TECHNICAL_EVALUATOR,
                    position(TECHNICAL, EnumSet.of(Seniority.DIRECTOR, Seniority.MANAGER, Seniority.SENIOR)),
                    CommitteeRole.END_USER,
                    position(ANY_FUNCTION, HANDS_ON),
                    CommitteeRole.PROCUREMENT,
                    position(EnumSet.of(JobFunction.PROCUREMENT), ANY_SENIORITY),
                    CommitteeRole.LEGAL_SECURITY,
                    position(EnumSet.of(JobFunction.LEGAL, JobFunction.SECURITY), ANY_SENIORITY))),
            new TreeMap<>(Map.of(
                    CommitteeRole.ECONOMIC_BUYER,
                    habit(2, EngagementKind.PRICING_VISIT),
                    CommitteeRole.CHAMPION,
                    habit(2, EngagementKind.FORWARD, EngagementKind.INTRODUCTION),
                    CommitteeRole.TECHNICAL_EVALUATOR,
                    habit(2, EngagementKind.DOWNLOAD),
                    CommitteeRole.END_USER,
                    habit(2, EngagementKind.PRODUCT_USE))),
            Duration.ofDays(90));

    public RoleParameters {
        trust = Collections.unmodifiableSortedMap(new TreeMap<>(trust));
        titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
        behaviours = Collections.unmodifiableSortedMap(new TreeMap<>(behaviours));
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("prior is %s, must lie in (0, 1)".formatted(prior));
        }
        for (RoleSource source : RoleSource.values()) {
            double left = trust.getOrDefault(source, Double.NaN);
            if (!(left >= prior && left < 1)) {
                throw new IllegalArgumentException(
                        "trust in %s is %s, must lie in [%s, 1): from the prior, for a sign never speaks against a role"
                                .formatted(source, left, prior));
            }
        }
    }

    private static Position position(Set<JobFunction> functions, Set<Seniority> seniorities) {
        return new Position(new TreeSet<>(functions), new TreeSet<>(seniorities));
    }

    private static Habit habit(int fewest, EngagementKind... kinds) {
        return new Habit(new TreeSet<>(Set.of(kinds)), fewest);
    }

    double priorLogOdds() {
        return logOdds(prior);
    }

    /** What a new and sure sign of the source adds to the prior's log-odds. */
    double weight(RoleSource source) {
        var trusted = trust.get(source);
        if (trusted == null) {
            throw new AssertionError("trust in %s was checked on construction".formatted(source));
        }
        return logOdds(trusted) - priorLogOdds();
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
