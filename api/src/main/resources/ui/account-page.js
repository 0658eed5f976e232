import { LitElement, css, html, nothing } from 'lit';
import './account-header.js';
import './committee-seats.js';
import './engagement-timeline.js';
import './no-score-panel.js';
import './opportunity-list.js';
import './relationship-panel.js';
import './score-panel.js';
import './score-waterfall.js';
import { failureMessage } from './failure-message.js';
import { ask } from './graphql-client.js';
import { ACCOUNT, EVIDENCE } from './queries.js';
import { currentParameters, currentRoute, onNavigation, setParameters } from './router.js';
import { sharedStyles } from './shared-styles.js';

/**
 * One account: how likely, why, who decides, who knows whom, what happened. Numbers are asked for first and drawn at once;
 * the evidence behind them follows in a second question as of the same instant.
 */
class AccountPage extends LitElement {
  static properties = {
    accountId: { attribute: false },
    account: { state: true },
    service: { state: true },
    evidence: { state: true },
    error: { state: true },
    loading: { state: true },
    reason: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: flow-root;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--s4);
        margin-top: var(--s5);
        align-items: start;
        transition: opacity var(--quick);
      }
      .layout[aria-busy='true'] {
        opacity: 0.6;
      }
      .top {
        align-self: stretch;
      }
      .map {
        position: sticky;
        top: var(--s4);
      }
      .wide {
        grid-column: 1 / -1;
      }
      .name {
        height: 80px;
      }
      .ghost {
        min-height: 260px;
      }
      .ghost.tall {
        min-height: 520px;
      }
      @media (min-width: 1100px) {
        .layout {
          grid-template-columns: minmax(0, 11fr) minmax(0, 10fr);
        }
      }
      @media (max-width: 900px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
        .map {
          position: static;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.account = null;
    this.evidence = new Map();
    this.reason = currentParameters().get('reason');
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Account · Caucus';
    this.stopListening = onNavigation(() => this.follow());
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    this.pending?.abort();
  }

  follow() {
    if (currentRoute().id !== this.accountId) return;
    const parameters = currentParameters();
    this.reason = parameters.get('reason');
    if (parameters.get('asOf') !== this.askedAsOf) this.load();
  }

  async load() {
    this.pending?.abort();
    const request = new AbortController();
    this.pending = request;
    this.askedAsOf = currentParameters().get('asOf');
    this.loading = true;
    this.error = null;
    try {
      await this.fetchAccount(request.signal);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.error = failure;
      this.loading = false;
    }
  }

  async fetchAccount(signal) {
    const { account, service } = await ask(ACCOUNT, { id: this.accountId, asOf: this.askedAsOf }, signal);
    this.account = account;
    this.service = service;
    this.evidence = new Map();
    this.loading = false;
    document.title = `${account.name} · Caucus`;
    if (account.score.__typename !== 'Score') return;
    const { account: explained } = await ask(EVIDENCE, { id: this.accountId, asOf: account.asOf }, signal);
    this.evidence = new Map(explained.score.contributions.nodes.map((node) => [node.feature.key, node]));
  }

  render() {
    if (this.error) return failureMessage(this.error, () => this.load());
    if (!this.account) return this.outline();
    const { account } = this;
    const { score } = account;
    const scored = score.__typename === 'Score';
    return html`
      <account-header .account=${account} .fixed=${this.service.fixedAsOf}></account-header>
      <div class="layout" aria-busy=${this.loading ? 'true' : 'false'}>
        ${scored ? html`<score-panel class="top" .score=${score} .breadth=${account.committee.breadth}></score-panel>` : html`<no-score-panel class="top" .score=${score}></no-score-panel>`}
        <committee-seats class="top" .committee=${account.committee}></committee-seats>
        ${scored
          ? html`<score-waterfall .score=${score} .evidence=${this.evidence} .chosen=${this.reason} @reason-chosen=${this.choose}></score-waterfall>`
          : nothing}
        <relationship-panel class=${scored ? 'map' : 'wide'} .committee=${account.committee} .cited=${this.cited()}></relationship-panel>
        <opportunity-list class="wide" .opportunities=${account.opportunities}></opportunity-list>
        <engagement-timeline class="wide" .account=${account}></engagement-timeline>
      </div>
    `;
  }

  outline() {
    return html`<h1 class="visually-hidden" tabindex="-1">Loading account…</h1>
      <div class="name"></div>
      <div class="layout" aria-hidden="true">
        <div class="panel ghost"></div>
        <div class="panel ghost"></div>
        <div class="panel ghost tall"></div>
        <div class="panel ghost tall"></div>
      </div>`;
  }

  choose(event) {
    setParameters({ reason: event.detail === this.reason ? '' : event.detail });
  }

  /** The drawings of everything the chosen reason cites. */
  cited() {
    const items = this.evidence.get(this.reason)?.evidence.nodes ?? [];
    return items.map((item) => item.subgraph);
  }
}

customElements.define('account-page', AccountPage);
