package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import java.util.Optional;

/**
 * One possible sale. Its stage, amount, close date and owner are histories ({@link StageChange}, {@link FieldChange}).
 *
 * @param name empty if the source gives it none
 * @param pipeline the source's own name for the process it runs through
 * @param time when the record came to be
 */
public record Opportunity(OpportunityId id, AccountId account, String name, Optional<String> pipeline, FactTime time)
        implements Fact {}
