import { LitElement, css, html, nothing } from 'lit';
import './probability-bar.js';
import { day, percent, percentRange, signedPoints, words } from './format.js';
import { accountHref } from './router.js';
import { sharedStyles } from './shared-styles.js';

/** One account of the portfolio; without an account it is the grey outline shown while accounts load. */
class AccountRow extends LitElement {
  static properties = { account: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      :host {
        border-bottom: 1px solid var(--line);
      }
      article {
        position: relative;
        display: grid;
        grid-template-columns: minmax(200px, 1.3fr) minmax(200px, 1fr) 96px minmax(240px, 1.7fr);
        gap: var(--s5);
        align-items: center;
        min-height: 72px;
        padding: var(--s3) var(--s5);
        transition: background var(--quick);
      }
      article:hover {
        background: var(--sunken);
      }
      .who,
      .why {
        min-width: 0;
      }
      h2 {
        font-size: var(--text-m);
        overflow-wrap: anywhere;
      }
      h2 a {
        color: var(--ink);
        text-decoration: none;
      }
      h2 a::after {
        content: '';
        position: absolute;
        inset: 0;
      }
      h2 a:focus-visible {
        outline: none;
      }
      article:has(a:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .chance {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: baseline;
        column-gap: var(--s3);
      }
      .chance strong {
        font-size: var(--text-l);
        font-weight: 600;
      }
      .chance probability-bar {
        grid-column: 1 / -1;
      }
      .why {
        overflow-wrap: anywhere;
      }
      .against {
        color: var(--against);
      }
      .for {
        color: var(--accent);
      }
      .unscored {
        grid-column: 2 / -1;
      }
      .ghost {
        height: 12px;
        border-radius: var(--round);
        background: var(--sunken);
      }
      @media (max-width: 900px) {
        article {
          grid-template-columns: 1fr auto;
          gap: var(--s2) var(--s4);
          padding: var(--s3) var(--s4);
          min-height: 156px;
        }
        .chance,
        .why,
        .unscored {
          grid-column: 1 / -1;
        }
        .band {
          grid-area: 1 / 2;
        }
      }
    `,
  ];

  render() {
    const { account } = this;
    if (!account) return html`<article><div class="ghost"></div><div class="ghost"></div><div class="ghost"></div><div class="ghost"></div></article>`;
    return html`<article>
      <div class="who">
        <h2><a href=${accountHref(account.key)} dir="auto">${account.name}</a></h2>
        <p class="small quiet" dir="auto">${[account.industry && words(account.industry), account.domain].filter(Boolean).join(' · ') || 'Industry not known'}</p>
      </div>
      ${this.score(account.storedScore)}
    </article>`;
  }

  score(score) {
    if (!score) return html`<p class="unscored small quiet">Not scored yet. <code>./caucus score</code> does it.</p>`;
    if (score.__typename === 'NoScore') {
      return html`<p class="unscored small"><strong>No score.</strong> <span class="quiet">${score.reason} ${score.cure}</span></p>`;
    }
    const [reason] = score.contributions;
    return html`
      <div class="chance">
        <strong class="number">${percent(score.probability)}</strong>
        <span class="small quiet number">${percentRange(score.interval.low, score.interval.high)}</span>
        <probability-bar .probability=${score.probability} .low=${score.interval.low} .high=${score.interval.high}></probability-bar>
      </div>
      <p class="band small">${words(score.band)}<br /><span class="quiet number">${day(score.asOf)}</span></p>
      ${reason ? this.reason(reason) : nothing}
    `;
  }

  reason({ feature, valueText, points }) {
    return html`<p class="why small">
      ${feature.title}: ${valueText ?? 'not known'}
      <span class="number ${points < 0 ? 'against' : 'for'}">${signedPoints(points * 100)} points</span>
    </p>`;
  }
}

customElements.define('account-row', AccountRow);
