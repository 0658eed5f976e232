package io.caucus.features.activity;

import io.caucus.features.EvidenceItem;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.Window;
import io.caucus.graphmodel.vocabulary.LinkType;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A buyer's action concerned a product, a topic or a piece of content.
 *
 * @param name what people call it; empty if it was never told of
 */
public record Interest(Engagement action, EntityRef thing, String name) {

    /** Oldest first; of one action by the thing's kind and key. */
    public static List<Interest> allOf(Activity activity) {
        var history = activity.history();
        var names = history.things().stream().collect(Collectors.toMap(Thing::entity, Thing::name));
        var concerned = history.linksOf(LinkType.CONCERNS).stream()
                .collect(Collectors.groupingBy(
                        Link::from, TreeMap::new, Collectors.mapping(Link::to, Collectors.toCollection(TreeSet::new))));
        return activity.actions().stream()
                .flatMap(action -> concerned.getOrDefault(action.id().ref(), new TreeSet<>()).stream()
                        .map(thing -> new Interest(action, thing, names.getOrDefault(thing, ""))))
                .toList();
    }

    public boolean isIn(Window window) {
        return window.contains(action.time().occurredAt());
    }

    /** As evidence, newest first. */
    public static List<EvidenceItem.Explored> cite(Collection<Interest> interests, Activity activity) {
        return List.copyOf(interests).reversed().stream()
                .map(interest -> interest.cite(activity))
                .toList();
    }

    private EvidenceItem.Explored cite(Activity activity) {
        return new EvidenceItem.Explored(
                action.id(),
                activity.performersOf(action).getFirst(),
                thing,
                name,
                action.time().occurredAt());
    }
}
