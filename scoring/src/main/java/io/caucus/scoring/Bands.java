package io.caucus.scoring;

import java.util.List;

/** Names for how high a probability is, lowest first. */
record Bands(List<Band> bands) {

    /** @param from the probability from which the name holds */
    record Band(String name, double from) {}

    Bands {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.get(0).from() != 0) {
            throw new IllegalArgumentException("bands are %s; the first must hold from 0".formatted(bands));
        }
        for (int later = 1; later < bands.size(); later++) {
            var band = bands.get(later);
            if (!(band.from() > bands.get(later - 1).from() && band.from() < 1)) {
                throw new IllegalArgumentException(
                        "band '%s' holds from %s, must be above the one before it and below 1"
                                .formatted(band.name(), band.from()));
            }
        }
    }

    String of(double probability) {
        return bands.stream()
                .filter(band -> band.from() <= probability)
                .reduce((lower, higher) -> higher)
                .orElseThrow()
                .name();
    }
}
