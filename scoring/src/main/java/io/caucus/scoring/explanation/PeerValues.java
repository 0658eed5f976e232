package io.caucus.scoring.explanation;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that features have at other accounts, missing ones left out.
 *
 * @param accounts how many were looked at
 * @param byFeature one value for each account that has one
 */
public record PeerValues(int accounts, SortedMap<String, List<FeatureValue>> byFeature) {

    /** No other account is known. */
    public static final PeerValues NONE = new PeerValues(0, new TreeMap<>());

    public PeerValues {
        var copy = new TreeMap<String, List<FeatureValue>>();
        byFeature.forEach((feature, values) -> copy.put(feature, List.copyOf(values)));
        byFeature = copy;
    }

    public static PeerValues of(Collection<FeatureVector> peers) {
        var byFeature = new TreeMap<String, List<FeatureValue>>();
        for (FeatureVector peer : peers) {
            peer.values().forEach((feature, value) -> {
                if (!(value instanceof FeatureValue.Missing)) {
                    byFeature
                            .computeIfAbsent(feature, first -> new ArrayList<>())
                            .add(value);
                }
            });
        }
        return new PeerValues(peers.size(), byFeature);
    }

    List<FeatureValue> of(String feature) {
        return byFeature.getOrDefault(feature, List.of());
    }
}
