import { LitElement, css, html, svg } from 'lit';
import { percent, percentRange } from './format.js';
import { sharedStyles } from './shared-styles.js';

/** A probability on the line from 0 to 100 %: the interval is the band, the mark is the value. */
class ProbabilityBar extends LitElement {
  static properties = {
    probability: { type: Number },
    low: { type: Number },
    high: { type: Number },
    scale: { type: Boolean },
  };

  static styles = [
    sharedStyles,
    css`
      svg {
        display: block;
        width: 100%;
        height: 12px;
        overflow: visible;
      }
      .track {
        fill: var(--sunken);
      }
      .interval {
        fill: var(--accent);
        opacity: 0.35;
      }
      .value {
        fill: var(--accent);
      }
      .scale {
        display: flex;
        justify-content: space-between;
        margin-top: var(--s1);
      }
    `,
  ];

  render() {
    const { probability, low, high } = this;
    const label = `${percent(probability)}, likely between ${percentRange(low, high)}`;
    return html`
      <svg role="img" aria-label=${label} direction="ltr">
        ${svg`
          <rect class="track" x="0" y="4" width="100%" height="4" rx="2" />
          <rect class="interval" x="${low * 100}%" y="2" width="${(high - low) * 100}%" height="8" rx="2" />
          <svg x="${probability * 100}%" overflow="visible"><rect class="value" x="-1.5" width="3" height="12" rx="1.5" /></svg>
        `}
      </svg>
      ${this.scale
        ? html`<div class="scale small quiet number" aria-hidden="true"><span>0 %</span><span>50 %</span><span>100 %</span></div>`
        : null}
    `;
  }
}

customElements.define('probability-bar', ProbabilityBar);
