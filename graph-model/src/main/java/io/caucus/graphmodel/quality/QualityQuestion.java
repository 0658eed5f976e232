package io.caucus.graphmodel.quality;

import io.caucus.graphmodel.time.AsOf;
import java.util.Optional;

/**
 * What a measure looks at.
 *
 * @param source only records that this source keyed, such as {@code hubspot}; empty looks at all
 */
public record QualityQuestion(AsOf asOf, Optional<String> source) {

    public QualityQuestion {
        source.filter(name -> name.isBlank() || name.contains(":")).ifPresent(name -> {
            throw new IllegalArgumentException(
                    "source is '%s', must be the name of one, such as hubspot: what keys begin with, without the colon"
                            .formatted(name));
        });
    }
}
