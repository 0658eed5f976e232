import { LitElement, css, html } from 'lit';
import { sharedStyles } from './shared-styles.js';

/** Why there is no number, and what would bring one. */
class NoScorePanel extends LitElement {
  static properties = { score: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      .panel {
        height: 100%;
      }
      h3,
      .promise {
        margin-top: var(--s4);
      }
    `,
  ];

  render() {
    return html`<section class="panel" aria-labelledby="title">
      <header><h2 id="title">No score yet</h2></header>
      <p>${this.score.reason}</p>
      <h3>What would help</h3>
      <p>${this.score.cure}</p>
      <p class="promise small quiet">A made-up number is never shown in place of a missing one. What is known about the account is below.</p>
    </section>`;
  }
}

customElements.define('no-score-panel', NoScorePanel);
