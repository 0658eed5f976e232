import { LitElement, css, html } from 'lit';
import { words } from './format.js';
import { currentParameters, onNavigation, setParameters } from './router.js';
import { sharedStyles } from './shared-styles.js';

/** The bands of the rule model, best first. */
const BANDS = ['high', 'medium', 'low'];

/** Typing pauses this long before it is asked for, in milliseconds. */
const PAUSE = 200;

/** Search, band and order; the address holds them. */
class PortfolioFilter extends LitElement {
  static styles = [
    sharedStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3);
        margin-bottom: var(--s4);
      }
      .field {
        display: flex;
        align-items: center;
        gap: var(--s2);
      }
      .search {
        flex: 1 1 260px;
        max-width: 440px;
      }
      .search input {
        width: 100%;
      }
      @media (max-width: 600px) {
        .field {
          flex: 1 1 0;
        }
        .search {
          max-width: none;
          flex-basis: 100%;
        }
        .field select {
          flex: 1;
          min-width: 0;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = onNavigation(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    clearTimeout(this.pause);
  }

  render() {
    const parameters = currentParameters();
    return html`<form role="search" aria-label="Accounts" @submit=${this.submit}>
      <div class="field search">
        <label class="visually-hidden" for="q">Search by name or domain</label>
        <input id="q" type="search" dir="auto" maxlength="200" placeholder="Search by name or domain" autocomplete="off"
          .value=${parameters.get('q') ?? ''} @input=${this.type} />
      </div>
      <div class="field">
        <label for="band" class="quiet">Band</label>
        <select id="band" @change=${(event) => setParameters({ band: event.target.value }, { step: true })}>
          <option value="">All</option>
          ${BANDS.map((band) => html`<option value=${band} ?selected=${parameters.get('band') === band}>${words(band)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="order" class="quiet">Order</label>
        <select id="order" @change=${(event) => setParameters({ order: event.target.value }, { step: true })}>
          <option value="">Likeliest first</option>
          <option value="NAME" ?selected=${parameters.get('order') === 'NAME'}>Name</option>
        </select>
      </div>
    </form>`;
  }

  type(event) {
    const text = event.target.value;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => setParameters({ q: text.trim() }), PAUSE);
  }

  submit(event) {
    event.preventDefault();
    clearTimeout(this.pause);
    setParameters({ q: event.target.q.value.trim() }, { step: true });
  }
}

customElements.define('portfolio-filter', PortfolioFilter);
