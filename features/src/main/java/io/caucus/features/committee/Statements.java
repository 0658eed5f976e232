package io.caucus.features.committee;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What several statements have to be told of a committee, in the types that a statement takes. */
public final class Statements {

    private Statements() {}

    /** The instant after which an action lies in the window. */
    static ZonedDateTime since(AsOf asOf, Duration window) {
        return asOf.last(window).after().atZone(ZoneOffset.UTC);
    }

    static List<String> technicalFunctions() {
        return Arrays.stream(JobFunction.values())
                .filter(JobFunction::isTechnical)
                .map(JobFunction::name)
                .toList();
    }

    static List<String> executiveSeniorities() {
        return Arrays.stream(Seniority.values())
                .filter(Seniority::isExecutive)
                .map(Seniority::name)
                .toList();
    }

    /** The kinds of engagement that make ties. */
    static List<String> tyingKinds(CommitteeParameters parameters) {
        return kindsOf(parameters.channelWeights().keySet());
    }

    static List<String> kindsOf(Collection<Channel> channels) {
        return Arrays.stream(EngagementKind.values())
                .filter(kind -> channels.contains(kind.channel()))
                .map(EngagementKind::name)
                .toList();
    }

    /** What leads to the holders of decision seats. */
    static Map<String, Object> decisionPaths(AsOf asOf, CommitteeParameters parameters) {
        return Map.of(
                "tiesSince", since(asOf, parameters.tieWindow()),
                "tyingKinds", tyingKinds(parameters),
                "leastConfidence", parameters.leastConfidence(),
                "decisionSeats",
                        parameters.decisionSeats().stream()
                                .map(CommitteeRole::name)
                                .toList());
    }

    /** Which of the required seats are missing. */
    public static Map<String, Object> missingSeats(AsOf asOf, CommitteeParameters parameters) {
        var statement = new TreeMap<>(liveSeats(asOf, parameters));
        statement.put("leastLive", parameters.leastLive() - LiveSeat.ROUNDING);
        return statement;
    }

    /** How strong ties are. */
    public static Map<String, Object> ties(AsOf asOf, CommitteeParameters parameters) {
        var weights = new TreeMap<String, Double>();
        for (EngagementKind kind : EngagementKind.values()) {
            Optional.ofNullable(parameters.channelWeights().get(kind.channel()))
                    .ifPresent(weight -> weights.put(kind.name(), weight));
        }
        return Map.of(
                "tiesSince", since(asOf, parameters.tieWindow()),
                "tieWeights", weights,
                "tieHalfLifeMillis", parameters.tieHalfLife().duration().toMillis());
    }

    /** How full the required seats are of active people. */
    static Map<String, Object> liveSeats(AsOf asOf, CommitteeParameters parameters) {
        var roles = parameters.roles();
        return Map.ofEntries(
                Map.entry("templates", parameters.templates().forStatement()),
                Map.entry("priorLogOdds", roles.priorLogOdds()),
                Map.entry("statedWeight", roles.weight(RoleSource.STATED_IN_CRM)),
                Map.entry("titleWeight", roles.weight(RoleSource.INFERRED_FROM_TITLE)),
                Map.entry("behaviourWeight", roles.weight(RoleSource.INFERRED_FROM_BEHAVIOUR)),
                Map.entry("externalWeight", roles.weight(RoleSource.EXTERNAL)),
                Map.entry(
                        "statementHalfLifeMillis",
                        roles.statementHalfLife().duration().toMillis()),
                Map.entry("titles", titles(roles)),
                Map.entry("habits", habits(roles)),
                Map.entry("habitsSince", since(asOf, roles.behaviourWindow())),
                Map.entry("engagedMillis", parameters.engagedFor().toMillis()),
                Map.entry(
                        "activeHalfLifeMillis",
                        parameters.activeHalfLife().duration().toMillis()));
    }

    private static List<Map<String, Object>> titles(RoleParameters roles) {
        return roles.titles().entrySet().stream()
                .map(sign -> Map.<String, Object>of(
                        "role", sign.getKey().name(),
                        "functions", names(sign.getValue().functions()),
                        "seniorities", names(sign.getValue().seniorities())))
                .toList();
    }

    private static List<Map<String, Object>> habits(RoleParameters roles) {
        return roles.behaviours().entrySet().stream()
                .map(sign -> Map.<String, Object>of(
                        "role", sign.getKey().name(),
                        "kinds", names(sign.getValue().kinds()),
                        "fewest", sign.getValue().fewest()))
                .toList();
    }

    static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
