package io.caucus.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.features.champion.ChampionFeatures;
import io.caucus.features.committee.CommitteeFeatures;
import io.caucus.features.engagement.EngagementFeatures;
import io.caucus.features.negative.NegativeFeatures;
import io.caucus.features.network.Network;
import io.caucus.features.network.NetworkFeatures;
import io.caucus.features.opportunity.OpportunityFeatures;
import io.caucus.features.product.ProductFeatures;
import io.caucus.features.record.RecordFeatures;
import io.caucus.features.support.SupportFeatures;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Market;
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
 * <p>Computing and explaining run the same code on the same history; the second also keeps what it is told.
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
                        NetworkFeatures.all(parameters.network(), parameters.committee()))
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

    /** Works out once for all accounts what can only be told of all of them together. */
    public Network network(Market market) {
        return Network.of(market, parameters.network());
    }

    /** Like {@link #compute(AccountHistory, Peers, Network)}, where nobody has looked at the graph of all accounts. */
    public FeatureVector compute(AccountHistory history, Peers peers) {
        return compute(history, peers, Network.NONE);
    }

    /** @see #account */
    public FeatureVector compute(AccountHistory history, Peers peers, Network network) {
        return compute(account(history, peers, network));
    }

    /** Numbers only. */
    public FeatureVector compute(AccountContext account) {
        var values = new TreeMap<String, FeatureValue>();
        features.forEach((id, feature) -> values.put(id, feature.compute(account, Citations.NONE)));
        return new FeatureVector(account.history().account().id(), account.asOf(), version, values);
    }

    /** Like {@link #explain(AccountHistory, Peers, Network)}, where nobody has looked at the graph of all accounts. */
    public List<ExplainedFeature> explain(AccountHistory history, Peers peers) {
        return explain(history, peers, Network.NONE);
    }

    /** @see #account */
    public List<ExplainedFeature> explain(AccountHistory history, Peers peers, Network network) {
        return explain(account(history, peers, network));
    }

    /** The numbers of {@link #compute(AccountContext)}, each with its meaning and what it was made of, by id. */
    public List<ExplainedFeature> explain(AccountContext account) {
        return features.values().stream()
                .map(feature -> explain(feature, account))
                .toList();
    }

    /**
     * What {@code cypher/features/<id>.cypher} has to be given to recompute a feature of an account: values that the Neo4j
     * driver takes as they are, instants as {@link java.time.ZonedDateTime} in UTC.
     *
     * @throws IllegalArgumentException if there is no such feature
     */
    public SortedMap<String, Object> statementParameters(String featureId, AccountId account, AsOf asOf) {
        var statement = new TreeMap<String, Object>(
                Map.of("accountId", account.value(), "asOf", asOf.instant().atZone(ZoneOffset.UTC)));
        statement.putAll(feature(featureId).statementParameters(asOf));
        return statement;
    }

    /**
     * Works out once for all features of an account what several of them read.
     *
     * @param peers what the account is compared with, as of the history's instant
     * @param network the graph of all accounts, as of the {@linkplain Network#instant instant} that goes with the history's
     * @throws IllegalArgumentException if the network knows of what happened after the history's instant
     */
    public AccountContext account(AccountHistory history, Peers peers, Network network) {
        if (network.asOf().compareTo(history.asOf()) > 0) {
            throw new IllegalArgumentException(
                    "the network is as of %s, later than the history of account '%s' as of %s; take one that is not"
                            .formatted(network.asOf(), history.account().id(), history.asOf()));
        }
        return new AccountContext(history, peers, network, parameters);
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
