/** Every question the pages ask; the names are those of the schema. */

export const PORTFOLIO = `query Portfolio($filter: AccountFilter, $orderBy: AccountOrder!, $first: Int!, $after: String, $asOf: DateTime) {
  service { asOf fixedAsOf }
  accounts(filter: $filter, orderBy: $orderBy, first: $first, after: $after, asOf: $asOf) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      key name domain industry
      storedScore {
        __typename
        ... on StoredScore {
          probability band tier asOf
          interval { low high }
          contributions(first: 1) { feature { title } valueText points }
        }
        ... on NoScore { reason cure }
      }
    }
  }
}`;

export const ACCOUNT = `query Account($id: ID!, $asOf: DateTime) {
  service { fixedAsOf }
  account(id: $id, asOf: $asOf) {
    id key name domain industry headcount asOf
    score {
      __typename
      ... on Score {
        probability base band tier modelVersion
        interval { low high }
        calibration { points uncalibrated sentence }
        contributions(first: 100) {
          nodes { feature { key title meaning } valueText points direction sentence }
        }
      }
      ... on NoScore { reason cure }
    }
    committee {
      completeness breadth
      members { person { id name title } roles engaged lastActionAt }
      seats { role required holders { person { id name title } confidence } }
      ties { one { id } other { id } strength }
    }
    opportunities { key name stage stageSince outcome amount closeDate }
    timeline(first: 20) { ...Events }
  }
}
fragment Events on EngagementConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes { key kind side at excluded performedBy { id name } addressedTo { id name } }
}`;

export const EVIDENCE = `query Evidence($id: ID!, $asOf: DateTime) {
  account(id: $id, asOf: $asOf) {
    score {
      ... on Score {
        contributions(first: 100) {
          nodes {
            feature { key }
            cypher { statement parameters }
            evidence(first: 20) {
              totalCount
              nodes {
                sentence at
                source { system type recordId file line knownAt }
                subgraph { nodes { id kind } relationships { kind from to } }
              }
            }
          }
        }
      }
    }
  }
}`;

export const TIMELINE = `query Timeline($id: ID!, $asOf: DateTime, $after: String) {
  account(id: $id, asOf: $asOf) {
    timeline(first: 20, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { key kind side at excluded performedBy { id name } addressedTo { id name } }
    }
  }
}`;
