import { html } from 'lit';
import './message-panel.js';

/**
 * A failed answer as a page: what happened and the next step.
 *
 * @param {import('./graphql-client.js').ApiError} error
 * @param {() => void} retry
 */
export function failureMessage(error, retry) {
  switch (error.code) {
    case 'UNAUTHENTICATED':
      return html`<message-panel heading="You are signed out">
        <p>Your session has ended, or this browser never had one. Run <code>./caucus signin</code> and open the link it prints; each link works once.</p>
      </message-panel>`;
    case 'NOT_FOUND':
      return html`<message-panel heading="No such account">
        <p dir="auto">${error.message}</p>
        <p><a href="/">Go to your accounts</a></p>
      </message-panel>`;
    case 'UNREACHABLE':
    case 'UNAVAILABLE':
    case 'TIMEOUT':
      return html`<message-panel heading="The service does not answer" urgent>
        <p>Nothing is lost. It may be starting, or the database may be away; <code>./caucus doctor</code> tells which.</p>
        <p><button @click=${retry}>Try again</button></p>
        ${reference(error)}
      </message-panel>`;
    default:
      return html`<message-panel heading="This did not work" urgent>
        <p dir="auto">${error.message}</p>
        <p><button @click=${retry}>Try again</button></p>
        ${reference(error)}
      </message-panel>`;
  }
}

function reference(error) {
  return error.requestId ? html`<p><small>Request ${error.requestId}</small></p>` : null;
}
