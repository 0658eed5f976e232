package io.caucus.scoring.explanation;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.Parameters;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.features.network.Network;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.RuleModel;
import io.caucus.testkit.RandomWorlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What explanations are tried on: random accounts with random peers, and methods that differ in one thing each. */
final class Worlds {

    static final Method SHIPPED = new Method(FeatureCatalogue.standard(), RuleModel.shipped());

    /** Weighs people more, and begins elsewhere. */
    static final Method OTHER_MODEL = new Method(
            SHIPPED.catalogue(),
            model(
                    "| log1p      | 2      | 0.7   |  0.4 ",
                    "| log1p      | 2      | 0.7   |  0.6 ",
                    "base     | -1.5",
                    "base     | -1.2"));

    /** The same weights, and a high band that begins earlier. */
    static final Method OTHER_BANDS =
            new Method(SHIPPED.catalogue(), model("high   | 0.4", "high   | 0.3", "medium | 0.15", "medium | 0.1"));

    /** Somebody stays engaged for 10 days in place of 30. */
    static final Method OTHER_PARAMETERS =
            new Method(FeatureCatalogue.with(engagedFor(Duration.ofDays(10))), SHIPPED.scorer());

    private static final List<String> STAGES = List.of("Discovery", "Qualification", "Proposal", "Negotiation");

    private Worlds() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** Random account {@code seed} as of an instant, with peers that differ from instant to instant. */
    static Known known(long seed, AsOf asOf) {
        return new Known(
                RandomWorlds.history(seed, asOf), peers(seed ^ asOf.instant().toEpochMilli()), Network.NONE);
    }

    static Known now(long seed) {
        return known(seed, new AsOf(RandomWorlds.NOW));
    }

    /** Up to 100 days before now. */
    static AsOf then(long seed) {
        return new AsOf(RandomWorlds.NOW.minus(Duration.ofDays(1 + new SplittableRandom(seed).nextInt(100))));
    }

    static Peers peers(long seed) {
        var random = new SplittableRandom(seed);
        var spells = new TreeMap<String, List<Spell>>();
        for (String stage : STAGES) {
            spells.put(
                    stage,
                    random.doubles(20, 0, 200)
                            .mapToObj(days -> new Spell(days, random.nextBoolean()))
                            .toList());
        }
        return new Peers(new StageSpells(spells), StageOrder.NONE, ProductUse.NONE);
    }

    static Known told(AccountHistory history) {
        return Known.alone(history);
    }

    private static RuleModel model(String oneRight, String oneWrong, String otherRight, String otherWrong) {
        try (var stream = RuleModel.class.getResourceAsStream("account-rules.txt")) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return RuleModel.parse("other", changed(changed(text, oneRight, oneWrong), otherRight, otherWrong));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String changed(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException("the shipped rules do not say '%s' any more".formatted(from));
        }
        return text.replace(from, to);
    }

    private static Parameters engagedFor(Duration duration) {
        var committee = CommitteeParameters.DEFAULT;
        var shorter = new CommitteeParameters(
                duration,
                committee.tieWindow(),
                committee.tieHalfLife(),
                committee.channelWeights(),
                committee.leastConfidence(),
                committee.decisionSeats(),
                committee.templates(),
                committee.roles(),
                committee.activeHalfLife(),
                committee.leastLive(),
                committee.mutualChannels(),
                committee.coordination(),
                committee.conflict(),
                committee.stages());
        var usual = Parameters.DEFAULT;
        return new Parameters(
                shorter,
                usual.champion(),
                usual.engagement(),
                usual.negative(),
                usual.opportunity(),
                usual.product(),
                usual.support(),
                usual.record(),
                usual.network());
    }
}
