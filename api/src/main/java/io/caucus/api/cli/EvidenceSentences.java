package io.caucus.api.cli;

import io.caucus.api.assessment.Names;
import io.caucus.features.EvidenceItem;
import io.caucus.features.ExplainedFeature;
import io.caucus.scoring.Sentences;
import java.util.List;
import java.util.stream.Stream;

/** What numbers of one account were made of, in sentences with the names people know. */
record EvidenceSentences(Names names) {

    Stream<String> of(ExplainedFeature feature) {
        return of(feature.evidence().items());
    }

    Stream<String> of(List<EvidenceItem> items) {
        return items.stream().map((EvidenceItem item) -> Sentences.of(item, names::of));
    }
}
