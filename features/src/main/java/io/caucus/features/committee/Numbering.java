package io.caucus.features.committee;

import io.caucus.features.algorithms.IntGraph;
import io.caucus.features.committee.CommitteeMap.Tie;
import io.caucus.features.committee.CommitteeMap.TieToUs;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Members as the integers 0 … n − 1 in the order of the map, our people who have ties to them as those from n on. */
final class Numbering {

    private final CommitteeMap committee;
    private final List<UserId> users;
    private final Map<EntityKey, Integer> numbers = new HashMap<>();

    Numbering(CommitteeMap committee) {
        this.committee = committee;
        this.users = committee.tiesToUs().stream()
                .map(TieToUs::user)
                .distinct()
                .sorted()
                .toList();
        committee.members().forEach(member -> numbers.put(member.person(), numbers.size()));
        users.forEach(user -> numbers.put(user, numbers.size()));
    }

    int of(EntityKey key) {
        var number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException(
                    "'%s' is no member of the committee and has no tie to one".formatted(key));
        }
        return number;
    }

    /** Whether the number is a member's, not one of ours. */
    boolean isMember(int number) {
        return number < committee.members().size();
    }

    PersonId member(int number) {
        return committee.members().get(number).person();
    }

    /** A member or one of ours. */
    EntityKey key(int number) {
        return isMember(number)
                ? member(number)
                : users.get(number - committee.members().size());
    }

    int[] users() {
        return IntStream.range(committee.members().size(), numbers.size()).toArray();
    }

    /** Ties among members. */
    IntGraph colleagues() {
        var ties = committee.ties();
        return IntGraph.of(
                committee.members().size(),
                ties.stream().map(Tie::one).mapToInt(this::of).toArray(),
                ties.stream().map(Tie::other).mapToInt(this::of).toArray());
    }

    /** Ties among members and to our people. */
    IntGraph colleaguesAndUs() {
        var ties = committee.ties();
        var toUs = committee.tiesToUs();
        return IntGraph.of(
                numbers.size(),
                Stream.concat(ties.stream().map(Tie::one), toUs.stream().map(TieToUs::user))
                        .mapToInt(this::of)
                        .toArray(),
                Stream.concat(ties.stream().map(Tie::other), toUs.stream().map(TieToUs::person))
                        .mapToInt(this::of)
                        .toArray());
    }
}
