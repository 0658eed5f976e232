package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;

/** One thing a source told us. */
public sealed interface Fact
        permits Account,
                Person,
                User,
                Employment,
                Subsidiary,
                Opportunity,
                StageChange,
                FieldChange,
                RoleHolding,
                Engagement,
                SignalReading,
                Ticket,
                Thing,
                Link,
                Tombstone {

    FactTime time();
}
