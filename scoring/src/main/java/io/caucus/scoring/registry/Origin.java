package io.caucus.scoring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from, as its own file says.
 *
 * @param caucus the version that trained it
 * @param kind of model, such as logistic
 * @param calibration such as sigmoid
 * @param settings of training, by name
 */
public record Origin(
        String caucus, String fingerprint, String kind, String calibration, long seed, Map<String, String> settings) {

    /** @throws IllegalArgumentException if a field is not there */
    static Origin read(JsonNode model) {
        var provenance = model.required("provenance");
        var settings = new TreeMap<String, String>();
        provenance
                .required("settings")
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
        return new Origin(
                provenance.required("caucus").asText(),
                provenance.required("dataFingerprint").asText(),
                model.required("model").required("kind").asText(),
                model.required("calibration").required("kind").asText(),
                provenance.required("seed").asLong(),
                settings);
    }
}
