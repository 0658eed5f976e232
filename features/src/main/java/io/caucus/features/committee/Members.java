package io.caucus.features.committee;

import io.caucus.features.activity.Activity;
import io.caucus.features.committee.CommitteeMap.LastAction;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.Window;
import java.util.List;
import java.util.Optional;

/** Everyone employed at the account with what they did lately. */
final class Members {

    private Members() {}

    static List<Member> of(Activity activity, CommitteeParameters parameters) {
        var recent = activity.history().asOf().last(parameters.engagedFor());
        return activity.employed().values().stream()
                .map(job -> member(job, activity.byPerson().getOrDefault(job.person(), List.of()), recent))
                .toList();
    }

    private static Member member(Employment job, List<Engagement> actions, Window recent) {
        int recentActions = (int) actions.stream()
                .filter(action -> recent.contains(action.time().occurredAt()))
                .count();
        return new Member(
                job.person(),
                job.title(),
                job.function(),
                job.seniority(),
                recentActions,
                last(actions),
                recentActions > 0);
    }

    private static Optional<LastAction> last(List<Engagement> actions) {
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        var last = actions.getLast();
        return Optional.of(new LastAction(last.id(), last.kind(), last.time().occurredAt()));
    }
}
