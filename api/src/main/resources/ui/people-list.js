import { LitElement, css, html } from 'lit';
import { counted, day, words } from './format.js';
import { sharedStyles } from './shared-styles.js';

/** The drawing in words: everybody, with what they do and whom they work with most; usable by keyboard alone. */
class PeopleList extends LitElement {
  static properties = {
    people: { attribute: false },
    ties: { attribute: false },
    lit: { attribute: false },
    chosen: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      ul {
        max-height: 264px;
        overflow: auto;
        border-top: 1px solid var(--line);
      }
      li {
        border-bottom: 1px solid var(--line);
      }
      button {
        width: 100%;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--s3);
        padding: var(--s2);
        border: 0;
        border-radius: 0;
        border-inline-start: 3px solid transparent;
        background: none;
        font-weight: 400;
        text-align: start;
      }
      button.lit {
        border-inline-start-color: var(--accent);
        background: var(--accent-soft);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .name {
        font-weight: 500;
      }
      .name,
      .what {
        overflow-wrap: anywhere;
      }
      .what {
        grid-column: 1 / -1;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('ties') || changed.has('people')) this.strongest = strongestTies(this.ties, this.people);
  }

  render() {
    return html`<ul aria-label="People" tabindex="0">
      ${this.people.map((person) => html`<li>${this.person(person)}</li>`)}
    </ul>`;
  }

  person({ id, name, title, roles, lastActionAt }) {
    return html`<button
      class=${this.lit.people.has(id) ? 'lit' : ''}
      aria-pressed=${this.chosen === id ? 'true' : 'false'}
      @click=${() => this.choose(id)}
    >
      <span class="name" dir="auto">${name}</span>
      <span class="small quiet number">${lastActionAt ? day(lastActionAt) : 'never seen active'}</span>
      <span class="what small quiet">
        <bdi>${title ?? 'Title not known'}</bdi>${roles.length ? ` · ${roles.map(words).join(', ')}` : ''}${this.company(id)}
      </span>
    </button>`;
  }

  company(id) {
    const ties = this.strongest.get(id);
    if (!ties) return '';
    const more = ties.length > 1 ? ` and ${counted(ties.length - 1, 'other', 'others')}` : '';
    return html` · works with <bdi>${ties[0]}</bdi>${more}`;
  }

  choose(id) {
    this.dispatchEvent(new CustomEvent('person-chosen', { detail: id }));
  }
}

/** Names of those each person is tied to, in the order of the ties: strongest first. */
function strongestTies(ties, people) {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const found = new Map();
  const add = (from, to) => {
    if (names.has(to)) found.set(from, [...(found.get(from) ?? []), names.get(to)]);
  };
  for (const { one, other } of ties) {
    add(one.id, other.id);
    add(other.id, one.id);
  }
  return found;
}

customElements.define('people-list', PeopleList);
