package io.caucus.api.graphql;

import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.assessment.AssessmentStore;
import io.caucus.graphmodel.directory.AccountIndex;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.quality.DataQuality;
import io.caucus.graphmodel.quality.ImportMemory;

/** The graph, through every port the server asks. */
public record GraphPorts(
        AccountGraph graph,
        AccountIndex index,
        EntityDirectory directory,
        AssessmentStore assessments,
        DataQuality quality,
        ImportMemory imports) {}
