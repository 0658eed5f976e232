import { LitElement, css, html } from 'lit';
import './probability-bar.js';
import { counted, percent, percentRange, signedPoints, words } from './format.js';
import { sharedStyles } from './shared-styles.js';

/** The chance of a win, and how sure that is. */
class ScorePanel extends LitElement {
  static properties = { score: { attribute: false }, breadth: { type: Number } };

  static styles = [
    sharedStyles,
    css`
      .panel {
        height: 100%;
      }
      .figure {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--s1) var(--s3);
        margin-bottom: var(--s4);
      }
      .figure strong {
        font-size: var(--text-figure);
        font-weight: 650;
        line-height: 1;
        letter-spacing: -0.02em;
      }
      .panel {
        display: flex;
        flex-direction: column;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(3, auto);
        justify-content: space-between;
        gap: var(--s1) var(--s4);
        margin-block: auto 0;
        padding-top: var(--s4);
      }
      dd {
        font-size: var(--text-l);
        font-weight: 600;
      }
      .note {
        margin-top: var(--s4);
      }
    `,
  ];

  render() {
    const { base, probability, interval, band, tier, modelVersion } = this.score;
    return html`<section class="panel" aria-labelledby="title">
      <header>
        <h2 id="title">Chance of a win</h2>
        <span class="small quiet">${words(band)} band</span>
      </header>
      <p class="figure">
        <strong class="number">${percent(probability)}</strong>
        <span class="quiet number">likely ${percentRange(interval.low, interval.high)}</span>
      </p>
      <probability-bar scale .probability=${probability} .low=${interval.low} .high=${interval.high}></probability-bar>
      <dl>
        <div><dt class="small quiet">An ordinary account</dt><dd class="number">${percent(base)}</dd></div>
        <div><dt class="small quiet">Moved by reasons</dt><dd class="number">${signedPoints((probability - base) * 100)} points</dd></div>
        <div><dt class="small quiet">Active in 30 days</dt><dd class="number">${counted(this.breadth, 'person', 'people')}</dd></div>
      </dl>
      <p class="note small quiet">${this.meaningOfTier(tier)} Model ${modelVersion}.</p>
    </section>`;
  }

  meaningOfTier(tier) {
    return tier === 'RULES'
      ? 'Worked out by weighted rules, since no learned model was promoted to score accounts, so the range is wide.'
      : 'Learned from what became of accounts here, and calibrated on later ones.';
  }
}

customElements.define('score-panel', ScorePanel);
