import { LitElement, css, html, nothing, svg } from 'lit';
import './evidence-panel.js';
import { counted, percent, signedPoints } from './format.js';
import { sharedStyles } from './shared-styles.js';

/** Below this many points of probability a reason would read as 0.0 and have no bar to see. */
const VISIBLE = 0.0005;

/**
 * From base to score, one step a reason; the steps add up exactly. A row is a button that opens what the step was made of, except that of
 * calibration, which no feature took.
 * The bars repeat what the numbers say and are left out for screen readers.
 */
class ScoreWaterfall extends LitElement {
  static properties = { score: { attribute: false }, evidence: { attribute: false }, chosen: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      .panel {
        padding-inline: 0;
        padding-bottom: var(--s3);
      }
      .panel > header {
        padding-inline: var(--s5);
        margin-bottom: var(--s2);
      }
      .row {
        width: 100%;
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(100px, 34%) 56px;
        gap: var(--s4);
        align-items: stretch;
        min-height: 52px;
        padding: 0 var(--s5);
        border: 0;
        border-radius: 0;
        background: none;
        font-weight: 400;
        text-align: start;
      }
      button.row:hover,
      button.row[aria-expanded='true'] {
        background: var(--sunken);
      }
      button.row:focus-visible {
        outline-offset: -2px;
      }
      .words {
        align-self: center;
        padding-block: var(--s2);
        overflow-wrap: anywhere;
      }
      .words::first-letter {
        text-transform: uppercase;
      }
      .words small {
        display: block;
        font-size: var(--text-s);
      }
      .points {
        align-self: center;
        text-align: end;
        font-weight: 600;
      }
      .bar {
        position: relative;
      }
      .bar > svg {
        position: absolute;
        width: 100%;
        height: 100%;
        overflow: visible;
      }
      .for {
        fill: var(--accent);
      }
      .against {
        fill: var(--against);
      }
      .points.lowers {
        color: var(--against);
      }
      .points.raises {
        color: var(--accent);
      }
      .total {
        fill: var(--line-strong);
      }
      line {
        stroke: var(--line-strong);
        stroke-width: 1;
        shape-rendering: crispEdges;
      }
      .end {
        min-height: 40px;
      }
      .end .words {
        font-weight: 600;
      }
      details {
        margin: var(--s2) var(--s5) 0;
      }
      summary {
        cursor: pointer;
        padding-block: var(--s1);
      }
      details li {
        padding-block: var(--s1);
      }
      @media (max-width: 600px) {
        .panel > header,
        .row {
          padding-inline: var(--s4);
        }
        .row {
          grid-template-columns: minmax(0, 1fr) 52px;
          gap: 0 var(--s3);
        }
        .bar {
          grid-row: 2;
          grid-column: 1 / -1;
          height: 18px;
        }
        .words {
          padding-bottom: var(--s1);
        }
        details {
          margin-inline: var(--s4);
        }
      }
    `,
  ];

  render() {
    const { base, probability, calibration, contributions } = this.score;
    const telling = contributions.nodes.filter(({ points }) => Math.abs(points) >= VISIBLE);
    const silent = contributions.nodes.filter(({ points }) => Math.abs(points) < VISIBLE);
    const steps = stepsFrom(base, telling);
    const reached = calibration ? calibration.uncalibrated : probability;
    const scale = scaleOver([base, probability, reached, ...steps.map((step) => step.end)]);
    const isMoved = telling.length > 0 || Boolean(calibration);
    return html`<section class="panel" aria-labelledby="title">
      <header>
        <h2 id="title">Why ${percent(probability)}</h2>
        <span class="small quiet">in points of probability</span>
      </header>
      <ol>
        <li>${this.end('An ordinary account starts at', base, scale, isMoved, false)}</li>
        ${steps.map((step) => html`<li>${this.step(step, scale)}</li>`)}
        ${calibration ? html`<li>${this.calibration(calibration, reached, probability, scale)}</li>` : nothing}
        <li>${this.end('This account', probability, scale, false, isMoved)}</li>
      </ol>
      ${silent.length ? this.silent(silent) : nothing}
    </section>`;
  }

  end(label, value, scale, below, above) {
    const at = scale(value);
    return html`<div class="row end">
      <span class="words">${label}</span>
      <span class="bar" aria-hidden="true"><svg direction="ltr">${svg`
        ${above ? svg`<line x1="${at}%" x2="${at}%" y1="0" y2="50%" />` : nothing}
        ${below ? svg`<line x1="${at}%" x2="${at}%" y1="50%" y2="100%" />` : nothing}
        <svg x="${at}%" y="50%" overflow="visible"><circle class="total" r="5" /></svg>
      `}</svg></span>
      <span class="points number">${percent(value)}</span>
    </div>`;
  }

  step({ reason, start, end }, scale) {
    const { feature, points, sentence, valueText } = reason;
    const open = this.chosen === feature.key;
    return html`
      <button class="row" aria-expanded=${open ? 'true' : 'false'} @click=${() => this.choose(feature.key)}>
        <span class="words" dir="auto">${sentence}<small class="quiet">${feature.title}: ${valueText}</small></span>
        ${this.bar(points, start, end, scale)}
      </button>
      ${open ? html`<evidence-panel .meaning=${feature.meaning} .explained=${this.evidence.get(feature.key)}></evidence-panel>` : nothing}
    `;
  }

  calibration({ points, sentence }, start, end, scale) {
    return html`<div class="row">
      <span class="words" dir="auto">${sentence}<small class="quiet">Calibration</small></span>
      ${this.bar(points, start, end, scale)}
    </div>`;
  }

  bar(points, start, end, scale) {
    const [left, right] = [scale(Math.min(start, end)), scale(Math.max(start, end))];
    return html`
      <span class="bar" aria-hidden="true"><svg direction="ltr">${svg`
        <line x1="${scale(start)}%" x2="${scale(start)}%" y1="0" y2="50%" />
        <line x1="${scale(end)}%" x2="${scale(end)}%" y1="50%" y2="100%" />
        <svg y="50%" overflow="visible"><rect class=${points < 0 ? 'against' : 'for'} x="${left}%" y="-8" width="${right - left}%" height="16" rx="2" /></svg>
      `}</svg></span>
      <span class="points number ${points < 0 ? 'lowers' : 'raises'}">${signedPoints(points * 100)}</span>
    `;
  }

  silent(reasons) {
    return html`<details class="small">
      <summary>${counted(reasons.length, 'more number leaves', 'more numbers leave')} the score where it is</summary>
      <ul>
        ${reasons.map(({ feature, valueText }) => html`<li><span class="quiet">${feature.title}:</span> ${valueText}</li>`)}
      </ul>
    </details>`;
  }

  choose(key) {
    this.dispatchEvent(new CustomEvent('reason-chosen', { detail: key }));
  }
}

/** Each reason with where it starts and ends, in probability. */
function stepsFrom(base, reasons) {
  let end = base;
  return reasons.map((reason) => {
    const start = end;
    end += reason.points;
    return { reason, start, end };
  });
}

/** Probability → percent of the width, so that all steps just fit with room for the marks at both ends. */
function scaleOver(values) {
  const least = Math.min(...values);
  const span = Math.max(Math.max(...values) - least, 0.01);
  return (value) => 4 + ((value - least) / span) * 92;
}

customElements.define('score-waterfall', ScoreWaterfall);
