package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.RelationshipType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/graph-model.md} true. */
class GraphModelDocumentTest {

    @Test
    void itsTableOfNodesIsTheVocabulary() throws IOException {
        assertThat(table("| label |"))
                .map(row -> row.subList(0, 4))
                .isEqualTo(Stream.of(NodeLabel.values())
                        .map(label -> List.of(
                                label.inCypher(), label.key(), label.layer().name(), label.meaning()))
                        .toList());
    }

    @Test
    void itsTableOfRelationshipsIsTheVocabulary() throws IOException {
        assertThat(table("| type |"))
                .map(row -> row.subList(0, 3))
                .isEqualTo(Stream.of(RelationshipType.values())
                        .map(type -> List.of(type.name(), type.ends().replace("|", "or"), type.meaning()))
                        .toList());
    }

    private static List<List<String>> table(String firstCell) throws IOException {
        var root = Path.of(Objects.requireNonNull(System.getProperty("caucus.root"), "caucus.root"));
        return Files.readAllLines(root.resolve("docs/graph-model.md")).stream()
                .dropWhile(line -> !line.startsWith(firstCell))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.split("\\|", -1))
                        .map(String::strip)
                        .skip(1)
                        .toList())
                .toList();
    }
}
