import { LitElement, css, html } from 'lit';
import { sharedStyles } from './shared-styles.js';

/** Says why there is nothing to see and what to do next. */
class MessagePanel extends LitElement {
  static properties = { heading: { type: String }, urgent: { type: Boolean } };

  static styles = [
    sharedStyles,
    css`
      section {
        display: grid;
        gap: var(--s3);
        max-width: 560px;
        margin: var(--s7) auto;
        padding: var(--s6);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--round-l);
      }
      h1 {
        font-size: var(--text-l);
      }
      ::slotted(*) {
        overflow-wrap: anywhere;
      }
    `,
  ];

  render() {
    return html`<section role=${this.urgent ? 'alert' : 'status'}>
      <h1 tabindex="-1">${this.heading}</h1>
      <slot></slot>
    </section>`;
  }
}

customElements.define('message-panel', MessagePanel);
