package io.caucus.features;

import java.util.List;
import java.util.function.Supplier;

/** Where a feature tells what its value was made of. Whoever wants numbers only passes {@link #NONE}, and nothing is built. */
@FunctionalInterface
public interface Citations {

    Citations NONE = items -> {};

    /**
     * Tells all there is, once, most telling first; what is kept of it is for the receiver to say.
     *
     * @param items built only if somebody wants them
     */
    void cite(Supplier<? extends List<? extends EvidenceItem>> items);
}
