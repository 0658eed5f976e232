import { LitElement, css, html, nothing } from 'lit';
import { deedOf } from './engagement-words.js';
import { counted, day, timeOfDay, words, zoneName } from './format.js';
import { ask } from './graphql-client.js';
import { TIMELINE } from './queries.js';
import { sharedStyles } from './shared-styles.js';

/** What happened, newest first; what buyers did carries a filled mark, what we did a hollow one. */
class EngagementTimeline extends LitElement {
  static properties = { account: { attribute: false }, more: { state: true }, loading: { state: true }, error: { state: true } };

  static styles = [
    sharedStyles,
    css`
      .day {
        display: grid;
        grid-template-columns: 108px minmax(0, 1fr);
        gap: var(--s4);
        padding-block: var(--s2);
      }
      .day + .day {
        border-top: 1px solid var(--line);
      }
      h3 {
        font-weight: 500;
        padding-block: 2px;
      }
      .event {
        display: grid;
        grid-template-columns: 44px 10px minmax(0, 1fr);
        gap: var(--s3);
        padding-block: 2px;
        overflow-wrap: anywhere;
      }
      .mark {
        width: 10px;
        height: 10px;
        margin-top: 6px;
        border: 2px solid var(--line-strong);
        border-radius: 50%;
      }
      .buyer .mark {
        border-color: var(--accent);
        background: var(--accent);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
      }
      .legend span {
        display: inline-flex;
        gap: var(--s1);
      }
      button {
        margin-top: var(--s3);
      }
      @media (max-width: 600px) {
        .day {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('account')) {
      this.more = [];
      this.next = this.account.timeline.pageInfo;
    }
  }

  render() {
    const { timeline } = this.account;
    const events = [...timeline.nodes, ...this.more];
    return html`<section class="panel" aria-labelledby="title">
      <header>
        <h2 id="title">What happened</h2>
        <p class="legend small quiet">
          <span class="buyer"><i class="mark"></i>they did</span><span><i class="mark"></i>we did</span>
          <span>times in ${zoneName()}</span>
        </p>
      </header>
      ${events.length ? byDay(events).map((group) => this.day(group)) : html`<p class="quiet">Nothing on record.</p>`}
      ${this.error ? html`<p role="alert">${this.error.message}</p>` : nothing}
      ${this.next.hasNextPage
        ? html`<button ?disabled=${this.loading} @click=${this.loadMore}>Show earlier, ${counted(timeline.totalCount - events.length, 'event', 'events')} left</button>`
        : nothing}
    </section>`;
  }

  day({ name, events }) {
    return html`<div class="day">
      <h3 class="number">${name}</h3>
      <ul>${events.map((event) => this.event(event))}</ul>
    </div>`;
  }

  event({ kind, side, at, excluded, performedBy, addressedTo }) {
    const buyer = side === 'BUYER';
    const { did, joining } = deedOf(kind);
    return html`<li class="event ${buyer ? 'buyer' : ''}">
      <time class="number quiet" datetime=${at}>${timeOfDay(at)}</time>
      <i class="mark" aria-hidden="true"></i>
      <span>
        ${buyer ? people(performedBy, 'Somebody there') : 'We'} ${did}${addressedTo.length
          ? html` ${joining} ${people(addressedTo)}`
          : nothing}${excluded ? html` <span class="quiet small">(not counted: ${words(excluded).toLowerCase()})</span>` : nothing}
      </span>
    </li>`;
  }

  async loadMore() {
    this.loading = true;
    this.error = null;
    const { account } = this;
    try {
      const answer = await ask(TIMELINE, { id: account.id, asOf: account.asOf, after: this.next.endCursor });
      if (account !== this.account) return;
      this.more = [...this.more, ...answer.account.timeline.nodes];
      this.next = answer.account.timeline.pageInfo;
    } catch (failure) {
      this.error = failure;
    } finally {
      this.loading = false;
    }
  }
}

/** Up to three names; a crowd is counted. */
function people(list, nobody = '') {
  if (list.length === 0) return nobody;
  const named = list.slice(0, 3).map((person, index) => html`${index ? ', ' : ''}<bdi>${person.name}</bdi>`);
  return list.length > 3 ? html`${named} and ${list.length - 3} more` : named;
}

function byDay(events) {
  const groups = [];
  for (const event of events) {
    const name = day(event.at);
    const last = groups.at(-1);
    if (last?.name === name) last.events.push(event);
    else groups.push({ name, events: [event] });
  }
  return groups;
}

customElements.define('engagement-timeline', EngagementTimeline);
