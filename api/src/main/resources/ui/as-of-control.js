import { LitElement, css, html, nothing } from 'lit';
import { dateInputValue, endOfDay, moment } from './format.js';
import { currentParameters, setParameters } from './router.js';
import { sharedStyles } from './shared-styles.js';

/** Chooses the day that is looked at; the address carries the instant, so that a link shows everybody the same. */
class AsOfControl extends LitElement {
  static properties = { asOf: { type: String }, fixed: { type: String } };

  static styles = [
    sharedStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
        min-height: 36px;
      }
      .shown {
        min-height: 20px;
        min-width: 180px;
        text-align: end;
      }
      :host {
        flex: none;
        max-width: 100%;
      }
      @media (max-width: 600px) {
        :host {
          flex-basis: 100%;
        }
        .shown {
          flex-basis: 100%;
          text-align: start;
        }
      }
      .past {
        padding: var(--s1) var(--s2);
        border-radius: var(--round);
        background: var(--accent-soft);
      }
    `,
  ];

  render() {
    const replayed = currentParameters().get('asOf');
    return html`<form @submit=${(event) => event.preventDefault()}>
      <label for="day" class="quiet">As of</label>
      <input id="day" type="date" .value=${this.asOf ? dateInputValue(this.asOf) : ''} @change=${this.choose} />
      ${replayed
        ? html`<button type="button" @click=${this.backToNow}>${this.fixed ? 'Back to the latest' : 'Back to now'}</button>
            <span class="past shown small">What was known by ${moment(replayed)}</span>`
        : html`<span class="quiet shown small">${this.asOf ? moment(this.asOf) : nothing}</span>`}
    </form>`;
  }

  choose(event) {
    const chosen = event.target.value;
    if (chosen) setParameters({ asOf: endOfDay(chosen) }, { step: true });
  }

  backToNow() {
    setParameters({ asOf: '' }, { step: true });
  }
}

customElements.define('as-of-control', AsOfControl);
