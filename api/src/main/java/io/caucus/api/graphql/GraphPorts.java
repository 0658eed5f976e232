package io.caucus.api.graphql;

import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.assessment.AssessmentStore;
import io.caucus.graphmodel.directory.AccountIndex;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.quality.DataQuality;
import io.caucus.graphmodel.quality.ImportMemory;

/** The graph, through every port the server asks. */
public record GraphPorts(
        AccountGraph graph,
        AccountIndex index,
        EntityDirectory directory,
        AssessmentStore assessments,
        IdentityStore identities,
        DataQuality quality,
        ImportMemory imports) {

    public static GraphPorts of(Neo4j neo4j) {
        return new GraphPorts(
                neo4j.accountGraph(),
                neo4j.accountIndex(),
                neo4j.entityDirectory(),
                neo4j.assessmentStore(),
                neo4j.identityStore(),
                neo4j.dataQualityWhileOneWaits(),
                neo4j.importMemory());
    }
}
