package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;

/**
 * Something that facts refer to and that has a name of its own: a product, topic or piece of content, an investor or partner, a
 * segment, territory or team. What it has to do with accounts and people is told by {@link Link}s.
 *
 * @param entity what it is and its key, ours, by the rule {@code source:native id}
 * @param time when it came to be
 */
public record Thing(EntityRef entity, String name, FactTime time) implements Fact {

    public Thing {
        if (!entity.label().isCatalogue()) {
            throw new IllegalArgumentException(
                    "%s has a fact of its own kind; a thing is a product, topic, content, investor, partner, segment, territory or team"
                            .formatted(entity));
        }
        EntityKey.check(entity.label().inCypher(), entity.key());
    }
}
