package io.caucus.scoring;

import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Weighted rules, added up in log-odds: the tier that runs until there are enough outcomes to learn from.
 *
 * <p><b>Definition.</b> {@code logit(p) = base + Σ rule(value)}. A rule compares a value with a fixed peer baseline on a
 * fixed scale, multiplies by its weight and stops at its cap; a missing value adds exactly 0. Points are the log-odds times
 * the slope between the base probability and the result, so that they too add up and keep the sign and the proportions.
 *
 * <p><b>Determinism.</b> All constants stand in the model's file, whose hash is part of the version; sums run in the order
 * of the score's contributions. Equal values give equal bits, on any machine.
 */
public final class RuleModel implements AccountScorer {

    private static final String SHIPPED = "account-rules.txt";

    /** Beyond this the log-odds of a probability cannot be told from it to the accuracy a score promises. */
    private static final double MOST_LOG_ODDS = 15;

    private final String version;
    private final double baseLogOdds;
    private final Spread spread;
    private final Bands bands;
    private final SortedMap<String, Rule> rules;

    RuleModel(String version, double baseLogOdds, Spread spread, Bands bands, List<Rule> rules) {
        this.version = version;
        this.baseLogOdds = baseLogOdds;
        this.spread = spread;
        this.bands = bands;
        this.rules = byFeature(rules);
        checkReach();
    }

    /** The model that comes with the product. */
    public static RuleModel shipped() {
        try (var stream = RuleModel.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException("resource '%s' is not in the jar of scoring".formatted(SHIPPED));
            }
            return parse(SHIPPED, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("resource '%s' cannot be read".formatted(SHIPPED), e);
        }
    }

    /**
     * A model of one's own, in the format that {@code account-rules.txt} explains.
     *
     * @param name what errors call the text, such as its file's name
     * @throws IllegalArgumentException naming the line that is wrong, and why
     */
    public static RuleModel parse(String name, String text) {
        return new RuleTable(name, text).read();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public SortedSet<String> inputs() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(rules.keySet()));
    }

    @Override
    public Bands bands() {
        return bands;
    }

    @Override
    public Assessment score(FeatureVector values) {
        return NoScoreReason.find(values)
                .<Assessment>map(reason -> new Assessment.NoScore(version, reason))
                .orElseGet(() -> addUp(values));
    }

    @Override
    public Assessment.Score addUp(FeatureVector values) {
        var shares = new ArrayList<Contribution>();
        for (Rule rule : rules.values()) {
            var value = values.get(rule.feature());
            shares.add(new Contribution(rule.feature(), value, rule.peerBaseline(), rule.logOdds(value), 0));
        }
        shares.sort(Contribution.LARGEST_FIRST);
        double logOdds = baseLogOdds;
        for (Contribution share : shares) {
            logOdds += share.logOdds();
        }
        double halfWidth = spread.halfWidth(values, missing(shares));
        double probability = LogOdds.toProbability(logOdds);
        return new Assessment.Score(
                version,
                Tier.RULES,
                probability,
                LogOdds.toProbability(logOdds - halfWidth),
                LogOdds.toProbability(logOdds + halfWidth),
                bands.of(probability),
                baseLogOdds,
                withPoints(shares, LogOdds.slope(baseLogOdds, logOdds)));
    }

    private static long missing(List<Contribution> shares) {
        return shares.stream()
                .filter(share -> share.value() instanceof FeatureValue.Missing)
                .count();
    }

    private static List<Contribution> withPoints(List<Contribution> shares, double slope) {
        return shares.stream()
                .map(share -> new Contribution(
                        share.feature(), share.value(), share.peerBaseline(), share.logOdds(), share.logOdds() * slope))
                .toList();
    }

    private static SortedMap<String, Rule> byFeature(List<Rule> rules) {
        var byFeature = new TreeMap<String, Rule>();
        for (Rule rule : rules) {
            if (!FeatureDefinition.mayBeInput(rule.feature())) {
                throw new IllegalArgumentException(
                        "feature %s tells how well the account is recorded and is never an input; leave its rule out"
                                .formatted(rule.feature()));
            }
            if (byFeature.put(rule.feature(), rule) != null) {
                throw new IllegalArgumentException("feature %s has two rules, must have one".formatted(rule.feature()));
            }
        }
        if (byFeature.isEmpty()) {
            throw new IllegalArgumentException("there are no rules, must be at least one");
        }
        return byFeature;
    }

    private void checkReach() {
        double reach = Math.abs(baseLogOdds)
                + rules.values().stream().mapToDouble(Rule::most).sum();
        if (reach > MOST_LOG_ODDS) {
            throw new IllegalArgumentException("base and caps reach %s log-odds, must stay within %s; lower the caps"
                    .formatted(reach, MOST_LOG_ODDS));
        }
    }
}
