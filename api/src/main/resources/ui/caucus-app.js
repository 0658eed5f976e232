import { LitElement, css, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { sharedStyles } from './shared-styles.js';
import { currentRoute, followLink, onNavigation, portfolioHref } from './router.js';
import './portfolio-page.js';
import './account-page.js';
import './message-panel.js';

/** The frame of all pages: the name at the top, the page beneath. */
class CaucusApp extends LitElement {
  static properties = { route: { state: true } };

  static styles = [
    sharedStyles,
    css`
      .skip {
        position: absolute;
        top: -60px;
        inset-inline-start: var(--s4);
      }
      .skip:focus {
        top: var(--s2);
        z-index: 2;
      }
      .bar {
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      .bar nav,
      main {
        max-width: 1440px;
        margin: 0 auto;
        padding-inline: var(--s6);
      }
      .bar nav {
        height: 52px;
        display: flex;
        align-items: center;
      }
      .brand {
        display: inline-flex;
        align-items: center;
        gap: var(--s2);
        color: var(--ink);
        font-weight: 650;
        text-decoration: none;
        min-height: 32px;
      }
      main {
        padding-block: var(--s5) var(--s7);
        min-height: calc(100vh - 53px);
      }
      @media (max-width: 600px) {
        .bar nav,
        main {
          padding-inline: var(--s4);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.route = currentRoute();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('click', followLink);
    this.stopListening = onNavigation((what) => {
      if (what === 'route') this.route = currentRoute();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('click', followLink);
    this.stopListening();
  }

  render() {
    return html`
      <header class="bar">
        <button class="skip" @click=${this.skip}>Skip to content</button>
        <nav aria-label="Main">
          <a class="brand" href=${portfolioHref()}><img src="/ui/icon.svg" width="22" height="22" alt="" />Caucus</a>
        </nav>
      </header>
      <main tabindex="-1">${this.page()}</main>
    `;
  }

  page() {
    switch (this.route.page) {
      case 'portfolio':
        return html`<portfolio-page></portfolio-page>`;
      case 'account':
        return keyed(this.route.id, html`<account-page .accountId=${this.route.id}></account-page>`);
      default:
        return html`<message-panel heading="There is no such page">
          <p>The address may be mistyped. <a href="/">Go to your accounts</a>.</p>
        </message-panel>`;
    }
  }

  skip() {
    this.renderRoot.querySelector('main').focus();
  }
}

customElements.define('caucus-app', CaucusApp);
