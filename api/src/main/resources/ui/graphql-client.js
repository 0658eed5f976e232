/** Asks our own GraphQL endpoint; the browser adds the session that the sign-in link left. */

/** Why an answer did not come, in the API's own words. */
export class ApiError extends Error {
  /**
   * @param {string} code one of the closed list of `extensions.code`, or UNREACHABLE when nothing answered
   * @param {string} message
   * @param {string=} requestId
   */
  constructor(code, message, requestId) {
    super(message);
    this.code = code;
    this.requestId = requestId;
  }
}

/**
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @param {AbortSignal=} signal
 * @returns {Promise<any>} the data; partial answers are refused, since half a page would look like a whole one
 * @throws {ApiError} and AbortError when the signal says so
 */
export async function ask(query, variables, signal) {
  const response = await send(JSON.stringify({ query, variables }), signal);
  const answer = await response.json().catch(() => null);
  const error = answer?.errors?.[0];
  if (error) throw new ApiError(error.extensions?.code ?? 'INTERNAL', error.message, error.extensions?.requestId);
  if (response.status === 401) throw new ApiError('UNAUTHENTICATED', 'You are signed out.');
  if (!answer?.data) throw new ApiError('INTERNAL', `The service answered ${response.status} without data.`);
  return answer.data;
}

async function send(body, signal) {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      body,
      signal,
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiError('UNREACHABLE', 'The service does not answer.');
  }
}
