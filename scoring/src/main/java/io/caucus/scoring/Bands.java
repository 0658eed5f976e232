package io.caucus.scoring;

import java.util.List;
import java.util.stream.Collectors;

/** Names for how high a probability is, lowest first. */
public record Bands(List<Band> bands) {

    /** @param from the probability from which the name holds */
    public record Band(String name, double from) {}

    public Bands {
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

    /** @throws IllegalArgumentException naming those there are, if none is called so */
    public Band named(String name) {
        return bands.stream()
                .filter(band -> band.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no band '%s'; there are %s"
                        .formatted(name, bands.stream().map(Band::name).collect(Collectors.joining(", ")))));
    }

    /** The name of a height. */
    public String of(double probability) {
        return bands.stream()
                .filter(band -> band.from() <= probability)
                .reduce((lower, higher) -> higher)
                .orElseThrow()
                .name();
    }
}
