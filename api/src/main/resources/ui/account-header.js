import { LitElement, css, html } from 'lit';
import './as-of-control.js';
import { counted, words } from './format.js';
import { portfolioHref } from './router.js';
import { sharedStyles } from './shared-styles.js';

/** Which account this is, and as of when it is seen. */
class AccountHeader extends LitElement {
  static properties = { account: { attribute: false }, fixed: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: end;
        gap: var(--s3) var(--s5);
      }
      .back {
        display: inline-block;
        padding-block: var(--s1);
      }
      .who {
        min-width: 0;
        max-width: 100%;
      }
    `,
  ];

  firstUpdated() {
    this.renderRoot.querySelector('h1').focus({ preventScroll: true });
  }

  render() {
    const { name, domain, industry, headcount, asOf } = this.account;
    const facts = [
      industry ? words(industry) : 'industry not known',
      headcount == null ? 'headcount not known' : counted(headcount, 'employee', 'employees'),
      domain ?? 'domain not known',
    ];
    return html`<header>
      <div class="who">
        <a class="back small" href=${portfolioHref()}>Accounts</a>
        <h1 tabindex="-1" dir="auto">${name}</h1>
        <p class="quiet" dir="auto">${facts.join(' · ')}</p>
      </div>
      <as-of-control .asOf=${asOf} .fixed=${this.fixed}></as-of-control>
    </header>`;
  }
}

customElements.define('account-header', AccountHeader);
