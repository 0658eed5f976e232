import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from './shared-styles.js';

/** A statement to read and to take along. */
class CypherView extends LitElement {
  static properties = { cypher: { attribute: false }, copied: { state: true } };

  static styles = [
    sharedStyles,
    css`
      summary {
        cursor: pointer;
        min-height: 24px;
      }
      pre {
        max-height: 320px;
        overflow: auto;
        margin: var(--s2) 0;
        padding: var(--s3);
        border-radius: var(--round);
        background: var(--surface);
        font: var(--text-s) / 1.5 var(--mono);
        tab-size: 2;
      }
      .actions {
        display: flex;
        align-items: center;
        gap: var(--s3);
      }
    `,
  ];

  render() {
    const { statement, parameters } = this.cypher;
    return html`<details class="small">
      <summary>Recompute it in Cypher</summary>
      <pre tabindex="0" aria-label="Statement">${statement.trim()}</pre>
      <pre tabindex="0" aria-label="Parameters">${JSON.stringify(parameters, null, 2)}</pre>
      <div class="actions">
        <button @click=${this.copy}>Copy statement</button>
        <span role="status">${this.copied ?? nothing}</span>
      </div>
    </details>`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.cypher.statement);
      this.copied = 'Copied';
    } catch {
      this.copied = 'The browser refused; select the text instead';
    }
  }
}

customElements.define('cypher-view', CypherView);
