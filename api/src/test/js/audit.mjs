// Runs the public GraphQL-over-HTTP audits against URL with TOKEN and prints one line for each: status, id, name, reason.
import { auditServer } from "graphql-http";

const fetchFn = (url, options = {}) =>
  fetch(url, { ...options, headers: { ...options.headers, authorization: `Bearer ${process.env.TOKEN}` } });

for (const result of await auditServer({ url: process.env.URL, fetchFn })) {
  console.log([result.status, result.id, result.name, result.reason ?? ""].join("\t"));
}
