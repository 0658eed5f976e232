package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How soon the account answers. */
final class ReplyLatency implements Feature {

    private static final double HOUR = Duration.ofHours(1).toMillis();

    private final EngagementParameters.Replies parameters;

    ReplyLatency(EngagementParameters.Replies parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.reply_latency_hours",
                "Reply latency",
                """
                Median time, in hours, from the first message of ours that somebody had left open to their next message, over all such \
                messages of theirs in the window. Ours is open for %d days, or until they write; so to remind them makes them no faster.""".formatted(parameters.within().toDays()),
                Unit.HOURS,
                Optional.of(parameters.window()),
                "Nobody employed at the account answered us in the window.",
                Actors.BOTH,
                List.of("replies"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var answers = answers(account);
        if (answers.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> answers.stream()
                .sorted(Comparator.comparing(EvidenceItem.Answer::at)
                        .reversed()
                        .thenComparing(EvidenceItem.Answer::reply)
                        .thenComparing(EvidenceItem.Answer::person))
                .toList());
        return FeatureValue.of(median(answers) / HOUR);
    }

    private List<EvidenceItem.Answer> answers(AccountContext account) {
        var messages =
                account.activity().outreach().stream().filter(this::isMessage).toList();
        var window = account.asOf().last(parameters.window());
        var answers = new ArrayList<EvidenceItem.Answer>();
        account.activity().byPerson().forEach((person, theirs) -> {
            var replies = theirs.stream().filter(this::isMessage).toList();
            var ours = messages.stream()
                    .filter(message -> message.addressedTo().contains(person))
                    .toList();
            replies.stream()
                    .filter(reply -> window.contains(reply.time().occurredAt()))
                    .flatMap(reply -> answer(person, reply, replies, ours))
                    .forEach(answers::add);
        });
        return answers;
    }

    private boolean isMessage(Engagement engagement) {
        return parameters.kinds().contains(engagement.kind());
    }

    private Stream<EvidenceItem.Answer> answer(
            PersonId person, Engagement reply, List<Engagement> replies, List<Engagement> ours) {
        var at = reply.time().occurredAt();
        var openSince = replies.stream()
                .map(earlier -> earlier.time().occurredAt())
                .filter(earlier -> earlier.isBefore(at))
                .reduce(at.minus(parameters.within()), (one, other) -> one.isAfter(other) ? one : other);
        return ours.stream()
                .filter(message -> message.time().occurredAt().isAfter(openSince)
                        && message.time().occurredAt().isBefore(at))
                .findFirst()
                .map(message -> new EvidenceItem.Answer(
                        person,
                        message.id(),
                        reply.id(),
                        Duration.between(message.time().occurredAt(), at),
                        at))
                .stream();
    }

    /** Of an even number, the mean of the two in the middle. */
    private static double median(List<EvidenceItem.Answer> answers) {
        var millis = answers.stream()
                .mapToLong(answer -> answer.latency().toMillis())
                .sorted()
                .toArray();
        return (millis[(millis.length - 1) / 2] + millis[millis.length / 2]) / 2.0;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Feature.since(asOf, parameters.window()),
                "messageKinds",
                        parameters.kinds().stream().map(EngagementKind::name).toList(),
                "openMillis", parameters.within().toMillis());
    }
}
