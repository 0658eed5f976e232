const FIRST_QUERY = `# The accounts most likely to buy, and why. Press the play button, or Ctrl+Enter.
query Portfolio {
  accounts(first: 5) {
    totalCount
    nodes {
      key
      name
      storedScore {
        ... on StoredScore { probability band contributions(first: 1) { feature { title } valueText points } }
        ... on NoScore { reason cure }
      }
    }
  }
}
`;

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: FIRST_QUERY,
  }),
);
