package io.caucus.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/architecture.md, as a test. */
class LayersTest {

    private static JavaClasses product;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.caucus");
    }

    @ParameterizedTest(name = "{0} may use only {1}")
    @CsvSource(delimiter = '|', textBlock = """
            graphmodel |
            cypher     | graphmodel
            ingest     | graphmodel
            features   | graphmodel
            scoring    | graphmodel, features
            world      | graphmodel
            localneo4j |
            """)
    void aModuleUsesOnlyTheModulesBeforeIt(String module, @Nullable String allowed) {
        var packages = Stream.concat(
                        Stream.of(module), Optional.ofNullable(allowed).stream().flatMap(LayersTest::words))
                .map(name -> "io.caucus." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that(resideInAPackage("io.caucus." + module + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.caucus..").and(not(resideInAnyPackage(packages))))
                .allowEmptyShould(true)
                .check(product);
    }

    @ParameterizedTest(name = "{1} is seen only in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            cypher     | org.neo4j.driver, ac.simons.neo4j
            ingest     | org.apache.kafka, com.google.common, dev.failsafe
            features   | org.jgrapht
            api        | io.micronaut, graphql, org.dataloader, com.nimbusds, picocli, com.github.benmanes
            scoring    | org.apache.arrow, org.apache.commons.statistics, org.tribuo, ml.dmlc
            api, ingest, scoring | com.fasterxml.jackson
            ingest, scoring | org.snakeyaml
            ingest, scoring | de.siegmar.fastcsv
            """)
    void aHeavyLibraryIsSeenOnlyWhereItBelongs(String modules, String libraries) {
        var there = Stream.concat(words(modules), Stream.of("testkit"))
                .map(name -> "io.caucus." + name + "..")
                .toArray(String[]::new);
        var packages = words(libraries).map(name -> name + "..").toArray(String[]::new);

        noClasses()
                .that(resideInAPackage("io.caucus..").and(not(resideInAnyPackage(there))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .check(product);
    }

    @Test
    void onlyTheApiLooksAtAClockOrDraws() {
        noClasses()
                .that(resideInAPackage("io.caucus..")
                        .and(not(resideInAnyPackage(
                                "io.caucus.api..", "io.caucus.localneo4j..", "io.caucus.testkit.."))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callConstructor(Random.class)
                .because("time and seeds are arguments, so that every number can be computed again")
                .check(product);
    }

    @Test
    void cypherIsWrittenInItsOwnModuleOnly() throws Exception {
        var root = Path.of(System.getProperty("caucus.root", ".."));

        try (var files = Files.walk(root)) {
            var elsewhere = files.filter(file -> file.toString().endsWith(".cypher"))
                    .map(root::relativize)
                    .filter(file -> file.toString().contains("src/main"))
                    .filter(file -> !file.startsWith("cypher"))
                    .filter(file -> !file.startsWith("testkit"))
                    .filter(file -> !file.startsWith("bench")); // where it speaks for the peers
            assertThat(elsewhere).isEmpty();
        }
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",\\s*", -1));
    }
}
