package io.caucus.cypher;

import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The statement that counts a measure, ready to be run by anybody.
 *
 * @param parameters all that it declares
 */
public record QualityStatement(NamedStatement statement, SortedMap<String, Object> parameters) {

    public QualityStatement {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    public static QualityStatement of(QualityMeasure measure, QualityQuestion question, QualityRules rules) {
        var parameters = new TreeMap<String, Object>();
        parameters.put("asOf", question.asOf().instant().atZone(ZoneOffset.UTC));
        parameters.put("prefix", question.source().map(source -> source + ":").orElse(""));
        parameters.put("examples", Measurement.MOST_EXAMPLES);
        switch (measure) {
            case BATCHED_MOVES -> {
                parameters.put("fewestMoves", rules.fewestMoves());
                parameters.put("fewestDays", rules.fewestDays());
                parameters.put("batchShare", rules.batchShare());
            }
            case MOVES_WITHOUT_ACTIVITY, CLOSES_WITHOUT_ACTIVITY ->
                parameters.put("aroundDays", rules.around().toDays());
            case STALE_OPPORTUNITIES ->
                parameters.put("staleDays", rules.stale().toDays());
            case UNTIMED_MOVES,
                    OVERDUE_OPPORTUNITIES,
                    ACCOUNTS_WITHOUT_DOMAIN,
                    PEOPLE_WITHOUT_EMAIL,
                    MISSING_ACCOUNT_FIELDS,
                    MISSING_PERSON_FIELDS,
                    MISSING_OPPORTUNITY_FIELDS -> {}
        }
        return new QualityStatement(NamedStatement.load("quality/" + measure.id()), parameters);
    }
}
