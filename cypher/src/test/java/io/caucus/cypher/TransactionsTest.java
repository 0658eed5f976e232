package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.TransientException;

class TransactionsTest {

    @Test
    void aTransactionThatNeedsTooMuchMemoryNamesTheSetting() {
        var limited = new TransientException(
                "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
                "The allocation of an extra 3.0 MiB would use more than the limit 128.0 MiB. db.memory.transaction.max threshold reached");

        assertThat(Transactions.translated(limited))
                .isInstanceOf(GraphUnavailable.class)
                .hasMessageContaining("128.0 MiB. db.memory.transaction.max")
                .hasMessageContaining("larger heap");
    }
}
