package io.caucus.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.features.champion.ChampionFeatures;
import io.caucus.features.committee.CommitteeFeatures;
import io.caucus.features.engagement.EngagementFeatures;
import io.caucus.features.negative.NegativeFeatures;
import io.caucus.features.network.NetworkFeatures;
import io.caucus.features.opportunity.OpportunityFeatures;
import io.caucus.features.product.ProductFeatures;
import io.caucus.features.record.RecordFeatures;
import io.caucus.features.support.SupportFeatures;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All features with one set of parameters.
 *
 * <p>{@link #compute} and {@link #explain} run the same code on the same history; the second also keeps what it is told.
 * Equal histories give equal bits, in whatever order their facts were delivered.
 */
public final class FeatureCatalogue {

    private static final int VERSION_LENGTH = 12;

    private final Parameters parameters;
    private final SortedMap<String, Feature> features = new TreeMap<>();
    private final String version;

    private FeatureCatalogue(Parameters parameters) {
        this.parameters = parameters;
        Stream.of(
                        CommitteeFeatures.all(parameters),
                        ChampionFeatures.all(parameters.champion()),
                        EngagementFeatures.all(parameters.engagement()),
                        NegativeFeatures.all(parameters.negative()),
                        OpportunityFeatures.all(parameters.opportunity()),
                        ProductFeatures.all(parameters.product()),
                        SupportFeatures.all(parameters.support()),
                        RecordFeatures.all(parameters.record()),
                        NetworkFeatures.all(parameters.network()))
                .flatMap(Collection::stream)
                .forEach(feature -> features.put(feature.definition().id(), feature));
        this.version = sha256(definitions() + "\n" + parameters).substring(0, VERSION_LENGTH);
    }

    /** The catalogue with {@link Parameters#DEFAULT}. */
    public static FeatureCatalogue standard() {
        return with(Parameters.DEFAULT);
    }

    public static FeatureCatalogue with(Parameters parameters) {
        return new FeatureCatalogue(parameters);
    }

    public Parameters parameters() {
        return parameters;
    }

    /** By id. */
    public List<FeatureDefinition> definitions() {
        return features.values().stream().map(Feature::definition).toList();
    }

    /** @throws IllegalArgumentException if there is no such feature */
    public FeatureDefinition definition(String id) {
        return feature(id).definition();
    }

    /** Twelve hexadecimal digits that change whenever a definition or a parameter does. */
    public String version() {
        return version;
    }

    /**
     * Numbers only.
     *
     * @param peers what the account is compared with, as of the history's instant
     */
    public FeatureVector compute(AccountHistory history, Peers peers) {
        var context = context(history, peers);
        var values = new TreeMap<String, FeatureValue>();
        features.forEach((id, feature) -> values.put(id, feature.compute(context, Citations.NONE)));
        return new FeatureVector(history.account().id(), history.asOf(), version, values);
    }

    /** The numbers of {@link #compute}, each with its meaning and what it was made of, by id. */
    public List<ExplainedFeature> explain(AccountHistory history, Peers peers) {
        var context = context(history, peers);
        return features.values().stream()
                .map(feature -> explain(feature, context))
                .toList();
    }

    /**
     * What {@code cypher/features/<id>.cypher} has to be given to recompute a feature of an account: values that the Neo4j
     * driver takes as they are, instants as {@link java.time.ZonedDateTime} in UTC.
     *
     * @throws IllegalArgumentException if there is no such feature
     */
    public SortedMap<String, Object> statementParameters(String featureId, AccountId account, AsOf asOf) {
        var statement = new TreeMap<>(feature(featureId).statementParameters(asOf));
        statement.putAll(
                Map.of("accountId", account.value(), "asOf", asOf.instant().atZone(ZoneOffset.UTC)));
        return statement;
    }

    private AccountContext context(AccountHistory history, Peers peers) {
        return new AccountContext(history, peers, parameters);
    }

    private static ExplainedFeature explain(Feature feature, AccountContext context) {
        var notes = new Notes();
        var value = feature.compute(context, notes);
        return new ExplainedFeature(feature.definition(), value, Evidence.of(notes.cited));
    }

    private Feature feature(String id) {
        var feature = features.get(id);
        if (feature == null) {
            throw new IllegalArgumentException(
                    "no feature '%s' in catalogue %s; it has %s".formatted(id, version, features.keySet()));
        }
        return feature;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Keeps what it is told. */
    private static final class Notes implements Citations {

        private final List<EvidenceItem> cited = new ArrayList<>();

        @Override
        public void cite(Supplier<? extends List<? extends EvidenceItem>> items) {
            cited.addAll(items.get());
        }
    }
}
