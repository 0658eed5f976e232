package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.util.Optional;

/**
 * One possible sale. Its stage, amount, close date and owner are histories ({@link StageChange}, {@link FieldChange}).
 *
 * @param name empty if the source gives it none
 * @param pipeline the source's own name for the process it runs through
 * @param time when the record came to be
 * @param stated as of an {@link Account}; account and pipeline are assumed as the name is
 */
public record Opportunity(
        OpportunityId id,
        AccountId account,
        String name,
        Optional<String> pipeline,
        FactTime time,
        Optional<Instant> stated)
        implements Fact {

    /** Called so ever since it came to be. */
    public Opportunity(OpportunityId id, AccountId account, String name, Optional<String> pipeline, FactTime time) {
        this(id, account, name, pipeline, time, Optional.empty());
    }
}
