import { LitElement, css, html, nothing } from 'lit';
import './cypher-view.js';
import { counted, day, moment } from './format.js';
import { sharedStyles } from './shared-styles.js';

/** What one number was made of: the facts in plain sentences, the records they were read from, the query that recomputes it. */
class EvidencePanel extends LitElement {
  static properties = { meaning: { type: String }, explained: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      section {
        padding: var(--s2) var(--s5) var(--s4);
        background: var(--sunken);
        border-bottom: 1px solid var(--line);
      }
      ol {
        max-height: 360px;
        overflow: auto;
        margin-block: var(--s3);
        border-radius: var(--round);
        background: var(--surface);
      }
      li {
        padding: var(--s2) var(--s3);
        overflow-wrap: anywhere;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      details {
        margin-top: var(--s1);
      }
      summary {
        cursor: pointer;
        min-height: 24px;
      }
      @media (max-width: 600px) {
        section {
          padding-inline: var(--s4);
        }
      }
    `,
  ];

  render() {
    return html`<section aria-label="Evidence">
      <p class="small quiet">${this.meaning}</p>
      ${this.explained ? this.content(this.explained) : html`<p class="small quiet" role="status">Looking up the evidence…</p>`}
    </section>`;
  }

  content({ evidence, cypher }) {
    const { nodes, totalCount } = evidence;
    return html`
      ${nodes.length
        ? html`<ol tabindex="0" aria-label="Facts">${nodes.map((item) => this.item(item))}</ol>`
        : html`<p class="small">Nothing was seen that would count; that is what this number says.</p>`}
      ${totalCount > nodes.length
        ? html`<p class="small quiet">The ${nodes.length} most telling of ${counted(totalCount, 'fact', 'facts')}.</p>`
        : nothing}
      ${cypher ? html`<cypher-view .cypher=${cypher}></cypher-view>` : nothing}
    `;
  }

  item({ sentence, at, source }) {
    return html`<li>
      <p dir="auto">${sentence}</p>
      ${at ? html`<p class="small quiet">${moment(at)}</p>` : nothing}
      ${source.length
        ? html`<details class="small">
            <summary class="quiet">${counted(source.length, 'source record', 'source records')}</summary>
            <ul>
              ${source.map((record) => html`<li>
                ${record.system} ${record.type} <code>${record.recordId}</code>, ${record.file} line ${record.line}, known ${day(record.knownAt)}
              </li>`)}
            </ul>
          </details>`
        : nothing}
    </li>`;
  }
}

customElements.define('evidence-panel', EvidencePanel);
