package io.caucus.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;

/** Constraints and indexes, as numbered changes that are applied once each. */
public final class GraphSchema {

    private static final String MIGRATIONS = "classpath:cypher/migrations";

    private GraphSchema() {}

    /** Applies what has not been applied yet; any number of processes may do so at once. */
    public static void migrate(Driver driver) {
        var config = MigrationsConfig.builder()
                .withLocationsToScan(MIGRATIONS)
                .withTransactionMode(MigrationsConfig.TransactionMode.PER_STATEMENT)
                .build();
        new Migrations(config, driver).apply();
    }
}
