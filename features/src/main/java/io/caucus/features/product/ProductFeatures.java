package io.caucus.features.product;

import io.caucus.features.Feature;
import java.util.List;

/** The product family. */
public final class ProductFeatures {

    private ProductFeatures() {}

    public static List<Feature> all(ProductParameters parameters) {
        return List.of(new Activation(parameters), new ActiveSeatsTrend(parameters), new FeatureAdoption(parameters));
    }
}
