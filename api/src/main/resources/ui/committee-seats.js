import { LitElement, css, html } from 'lit';
import { counted, percent, words } from './format.js';
import { sharedStyles } from './shared-styles.js';

/** The seats a decision needs and who sits there; an empty seat is what an AE can do something about. */
class CommitteeSeats extends LitElement {
  static properties = { committee: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      .panel {
        height: 100%;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
        gap: var(--s2);
      }
      li {
        min-width: 0;
        padding: var(--s2) var(--s3);
        border: 1px solid var(--line);
        border-radius: var(--round);
      }
      li.open {
        border: 1px dashed var(--against);
        background: var(--against-soft);
      }
      li.open strong {
        color: var(--against);
      }
      .holder {
        display: flex;
        justify-content: space-between;
        gap: var(--s2);
      }
      .holder span:first-child {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .title {
        overflow-wrap: anywhere;
      }
      h3 {
        font-size: var(--text-s);
        font-weight: 500;
        color: var(--ink-quiet);
      }
    `,
  ];

  render() {
    const { seats, completeness } = this.committee;
    return html`<section class="panel" aria-labelledby="title">
      <header>
        <h2 id="title">${this.headline(seats)}</h2>
        ${completeness == null ? null : html`<span class="small quiet number">committee ${percent(completeness)} complete</span>`}
      </header>
      ${seats.length ? html`<ul>${openFirst(seats).map((seat) => this.seat(seat))}</ul>` : html`<p class="quiet">No seat is required here.</p>`}
    </section>`;
  }

  headline(seats) {
    const open = seats.filter(isOpen);
    if (seats.length === 0) return 'Committee seats';
    if (open.length === 0) return 'Every required seat is taken';
    return `${open.length} of ${counted(seats.length, 'required seat', 'required seats')} ${open.length === 1 ? 'is' : 'are'} open`;
  }

  seat({ role, required, holders }) {
    const missing = required - holders.length;
    return html`<li class=${missing > 0 ? 'open' : ''}>
      <h3>${words(role)}</h3>
      ${holders.map(({ person, confidence }) => html`
        <p class="holder"><span dir="auto">${person.name}</span><span class="number quiet" title="How sure the source is">${percent(confidence)}</span></p>
        ${person.title ? html`<p class="title small quiet" dir="auto">${person.title}</p>` : null}
      `)}
      ${missing > 0 ? html`<p><strong>${holders.length ? `${missing} more needed` : 'Nobody we know of'}</strong></p>` : null}
    </li>`;
  }
}

function isOpen({ holders, required }) {
  return holders.length < required;
}

function openFirst(seats) {
  return [...seats.filter(isOpen), ...seats.filter((seat) => !isOpen(seat))];
}

customElements.define('committee-seats', CommitteeSeats);
