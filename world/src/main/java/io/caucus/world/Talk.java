package io.caucus.world;

import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said in conversations, and what an extractor makes of it. */
final class Talk {

    static final Set<EngagementKind> KINDS = Set.of(
            EngagementKind.REPLY,
            EngagementKind.EMAIL,
            EngagementKind.CALL,
            EngagementKind.MEETING,
            EngagementKind.CHAT);

    /** An objection is one of these. */
    static final List<ConversationSignal> OBJECTIONS = List.of(
            ConversationSignal.OBJECTION_BUDGET,
            ConversationSignal.OBJECTION_TIMING,
            ConversationSignal.OBJECTION_CAPABILITY,
            ConversationSignal.OBJECTION_SECURITY);

    private static final ExtractorVersion EXTRACTOR = new ExtractorVersion("world", "1");
    private static final double READ = 0.6;
    private static final double FOUND = 0.8;
    private static final double IMAGINED = 0.02;
    private static final List<String> COMPETITORS = List.of("Rivalry", "Otherwise", "Bigger & Older");

    private final double maturity;
    private final Dice dice;

    Talk(double maturity, Dice dice) {
        this.maturity = maturity;
        this.dice = dice;
    }

    /** In one conversation of the account. */
    List<ConversationSignal> say() {
        var said = new ArrayList<ConversationSignal>();
        say(0.35 * maturity, ConversationSignal.MEETING_BOOKED, said);
        say(0.15 * maturity, ConversationSignal.POSITIVE_REPLY, said);
        say(0.08 * (1 - maturity), dice.pick(OBJECTIONS), said);
        say(0.06, ConversationSignal.ASKS_PRICE, said);
        say(0.05, ConversationSignal.ASKS_TIMELINE, said);
        say(0.05, ConversationSignal.QUALIFICATION, said);
        say(0.03, ConversationSignal.NAMES_COMPETITOR, said);
        return said;
    }

    private void say(double probability, ConversationSignal signal, List<ConversationSignal> said) {
        if (dice.chance(probability)) {
            said.add(signal);
        }
    }

    /** Many conversations are never read, and not all that was said is found. */
    Optional<SignalReading> read(EngagementId engagement, List<ConversationSignal> said, FactTime time) {
        boolean isRead = dice.chance(READ);
        var found = new ArrayList<Signal>();
        for (ConversationSignal signal : said) {
            if (dice.chance(FOUND)) {
                found.add(signal(signal));
            }
        }
        if (dice.chance(IMAGINED)) {
            found.add(signal(ConversationSignal.ASKS_TIMELINE));
        }
        return isRead ? Optional.of(new SignalReading(engagement, EXTRACTOR, found, time)) : Optional.empty();
    }

    /** A reading that misses nothing. */
    SignalReading readWell(EngagementId engagement, ConversationSignal said, FactTime time) {
        return new SignalReading(engagement, EXTRACTOR, List.of(signal(said)), time);
    }

    private Signal signal(ConversationSignal kind) {
        double confidence = dice.between(60, 95) / 100.0;
        var detail = kind == ConversationSignal.NAMES_COMPETITOR
                ? Optional.of(dice.pick(COMPETITORS))
                : Optional.<String>empty();
        return new Signal(kind, detail, confidence);
    }
}
