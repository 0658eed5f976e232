import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import './account-row.js';
import './as-of-control.js';
import './portfolio-filter.js';
import { failureMessage } from './failure-message.js';
import { counted } from './format.js';
import { ask } from './graphql-client.js';
import { PORTFOLIO } from './queries.js';
import { currentParameters, currentRoute, onNavigation, setParameters } from './router.js';
import { sharedStyles } from './shared-styles.js';

const PAGE = 50;

/** The accounts, likeliest first: one line each, with the chance, how sure it is and the one strongest reason. */
class PortfolioPage extends LitElement {
  static properties = {
    accounts: { state: true },
    total: { state: true },
    next: { state: true },
    service: { state: true },
    loading: { state: true },
    error: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: var(--s2) var(--s5);
        margin-bottom: var(--s4);
      }
      .list {
        padding: 0;
        overflow: hidden;
      }
      .list > p {
        padding: var(--s3) var(--s5);
        border-bottom: 1px solid var(--line);
      }
      .foot {
        display: flex;
        justify-content: center;
        padding: var(--s4);
      }
      .empty {
        padding: var(--s7) var(--s5);
        text-align: center;
      }
      .empty h2 {
        margin-bottom: var(--s2);
      }
      .empty p + p {
        margin-top: var(--s3);
      }
      ol {
        transition: opacity var(--quick);
      }
      ol[aria-busy='true'] {
        opacity: 0.6;
      }
    `,
  ];

  constructor() {
    super();
    this.accounts = null;
    this.loading = true;
    this.error = null;
    this.next = null;
    this.sight = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.loadMore();
    }, { rootMargin: '400px' });
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Accounts · Caucus';
    this.stopListening = onNavigation(() => {
      if (currentRoute().page === 'portfolio') this.load();
    });
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    this.sight.disconnect();
    this.pending?.abort();
  }

  updated(changed) {
    if (!changed.has('next')) return;
    this.sight.disconnect();
    const foot = this.renderRoot.querySelector('.foot');
    if (foot) this.sight.observe(foot);
  }

  async load() {
    this.pending?.abort();
    await this.fetchPage(null, (page) => page.nodes);
  }

  async loadMore() {
    if (this.loading || !this.next) return;
    const before = this.accounts;
    await this.fetchPage(this.next, (page) => [...before, ...page.nodes]);
  }

  async fetchPage(after, merged) {
    const request = new AbortController();
    this.pending = request;
    this.loading = true;
    try {
      const { service, accounts } = await ask(PORTFOLIO, { ...variables(), after }, request.signal);
      this.service = service;
      this.accounts = merged(accounts);
      this.total = accounts.totalCount;
      this.next = accounts.pageInfo.hasNextPage ? accounts.pageInfo.endCursor : null;
      this.error = null;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.error = failure;
    }
    this.loading = false;
  }

  render() {
    if (this.error) return failureMessage(this.error, () => this.load());
    const replayed = currentParameters().get('asOf');
    return html`
      <div class="top">
        <h1 tabindex="-1">Accounts</h1>
        <as-of-control .asOf=${replayed ?? this.service?.asOf} .fixed=${this.service?.fixedAsOf}></as-of-control>
      </div>
      <portfolio-filter></portfolio-filter>
      <section class="panel list" aria-label="Accounts">
        <p class="small quiet" role="status">${this.summary()}</p>
        ${this.list()}
      </section>
    `;
  }

  summary() {
    if (!this.accounts) return 'Loading accounts…';
    const order = currentParameters().get('order') === 'NAME' ? 'by name' : 'likeliest first';
    return `${counted(this.total, 'account', 'accounts')}, ${order}`;
  }

  list() {
    if (!this.accounts) return html`<ol aria-hidden="true">${Array.from({ length: 8 }, () => html`<li><account-row></account-row></li>`)}</ol>`;
    if (this.accounts.length === 0) return this.nothingFound();
    return html`
      <ol aria-busy=${this.loading ? 'true' : 'false'}>
        ${repeat(this.accounts, (account) => account.key, (account) => html`<li><account-row .account=${account}></account-row></li>`)}
      </ol>
      ${this.next
        ? html`<div class="foot"><button ?disabled=${this.loading} @click=${this.loadMore}>Load ${PAGE} more</button></div>`
        : nothing}
    `;
  }

  nothingFound() {
    const parameters = currentParameters();
    if (parameters.has('q') || parameters.has('band')) {
      return html`<div class="empty">
        <h2>No account fits</h2>
        <p class="quiet">The search looks at the start of each word of a name or domain.</p>
        <p><button @click=${() => setParameters({ q: '', band: '' }, { step: true })}>Show all accounts</button></p>
      </div>`;
    }
    return html`<div class="empty">
      <h2>${parameters.has('asOf') ? 'Nothing was known by then' : 'No accounts yet'}</h2>
      <p class="quiet">Bring in a CRM export with <code>./caucus import --profile hubspot FOLDER</code>, or look around with <code>./caucus demo</code>.</p>
    </div>`;
  }
}

function variables() {
  const parameters = currentParameters();
  const filter = {};
  if (parameters.get('q')) filter.text = parameters.get('q').slice(0, 200);
  if (parameters.get('band')) filter.bands = [parameters.get('band')];
  return {
    filter,
    orderBy: parameters.get('order') === 'NAME' ? 'NAME' : 'SCORE',
    first: PAGE,
    asOf: parameters.get('asOf'),
  };
}

customElements.define('portfolio-page', PortfolioPage);
