import { LitElement, css, html, nothing } from 'lit';
import { amount, day, words } from './format.js';
import { sharedStyles } from './shared-styles.js';

/** What may be or was sold. */
class OpportunityList extends LitElement {
  static properties = { opportunities: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--s1) var(--s4);
        padding-block: var(--s2);
        overflow-wrap: anywhere;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      @media (max-width: 600px) {
        li {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  render() {
    return html`<section class="panel" aria-labelledby="title">
      <header><h2 id="title">Opportunities</h2></header>
      ${this.opportunities.length
        ? html`<ul>${this.opportunities.map((opportunity) => this.row(opportunity))}</ul>`
        : html`<p class="quiet">None on record.</p>`}
    </section>`;
  }

  row({ name, stage, stageSince, outcome, amount: sum, closeDate }) {
    return html`<li>
      <span dir="auto">${name}</span>
      <span>${stage ? html`${words(stage)} <span class="quiet">since ${day(stageSince)}</span>` : html`<span class="quiet">Stage not known</span>`}</span>
      <span class="number">${sum == null ? html`<span class="quiet">Amount not known</span>` : amount(sum)}</span>
      <span class="quiet">${outcome && outcome !== 'OPEN' ? words(outcome) : closeDate ? `closes ${day(`${closeDate}T12:00`)}` : nothing}</span>
    </li>`;
  }
}

customElements.define('opportunity-list', OpportunityList);
