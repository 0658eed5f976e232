package io.caucus.features.committee;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.vocabulary.LinkType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which seats the committee of an account needs: those of the template that names the account's segment, else the standard's.
 *
 * @param standard names no segment
 * @param ofSegments each names at least one segment, and no two the same
 */
public record CommitteeTemplates(CommitteeTemplate standard, List<CommitteeTemplate> ofSegments) {

    private static final List<String> SHIPPED = List.of("enterprise", "small-business");

    public CommitteeTemplates {
        ofSegments = List.copyOf(ofSegments);
        if (!standard.segments().isEmpty()) {
            throw new IllegalArgumentException(
                    "committee template '%s' is the standard and names segments %s; it is for those that no other names"
                            .formatted(standard.name(), standard.segments()));
        }
        var named = new TreeMap<String, String>();
        for (CommitteeTemplate template : ofSegments) {
            if (template.segments().isEmpty()) {
                throw new IllegalArgumentException(
                        "committee template '%s' names no segment, so no account would ever use it; add a line 'segments = …'"
                                .formatted(template.name()));
            }
            template.segments().forEach(segment -> claim(segment, template.name(), named));
        }
    }

    private static void claim(String segment, String template, Map<String, String> named) {
        var other = named.putIfAbsent(segment, template);
        if (other != null) {
            throw new IllegalArgumentException(
                    "segment '%s' is named by the committee templates '%s' and '%s'; leave it to one of them"
                            .formatted(segment, other, template));
        }
    }

    /** Those that come with the product. */
    public static CommitteeTemplates shipped() {
        return new CommitteeTemplates(
                CommitteeTemplate.shipped("standard"),
                SHIPPED.stream().map(CommitteeTemplate::shipped).toList());
    }

    /**
     * The template for an account by the segment it belongs to as of the instant. A segment is known by its name or, as long as
     * nobody has told one, by its id in the source, whatever the case. Of several segments the first by key counts that a
     * template names.
     */
    CommitteeTemplate of(AccountHistory history) {
        return history.linksOf(LinkType.IN_SEGMENT).stream()
                .map(Link::to)
                .sorted()
                .flatMap(segment -> named(name(segment, history)))
                .findFirst()
                .orElse(standard);
    }

    private Stream<CommitteeTemplate> named(String segment) {
        return ofSegments.stream().filter(template -> template.segments().contains(segment));
    }

    private static String name(EntityRef segment, AccountHistory history) {
        return history.things().stream()
                .filter(thing -> thing.entity().equals(segment))
                .map(Thing::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> segment.key().substring(segment.key().indexOf(':') + 1))
                .toLowerCase(Locale.ROOT);
    }

    /** Each template as a statement takes it, the standard without segments last. */
    List<Map<String, Object>> forStatement() {
        return Stream.concat(ofSegments.stream(), Stream.of(standard))
                .map(template -> Map.<String, Object>of(
                        "segments", List.copyOf(template.segments()),
                        "seats",
                                template.required().entrySet().stream()
                                        .map(seat ->
                                                Map.of("role", seat.getKey().name(), "required", seat.getValue()))
                                        .toList()))
                .toList();
    }
}
