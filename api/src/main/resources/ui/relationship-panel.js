import { LitElement, css, html, nothing } from 'lit';
import './people-list.js';
import './relationship-graph.js';
import { counted } from './format.js';
import { sharedStyles } from './shared-styles.js';

/**
 * Who works with whom. The drawing and the list show the same people; what is chosen lights up in both: the people and ties
 * that a reason cites, or one person with their ties.
 */
class RelationshipPanel extends LitElement {
  static properties = { committee: { attribute: false }, cited: { attribute: false }, person: { state: true } };

  static styles = [
    sharedStyles,
    css`
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
        margin-block: var(--s2);
      }
      .legend li {
        display: inline-flex;
        align-items: center;
        gap: var(--s2);
      }
      .legend svg {
        flex: none;
        overflow: visible;
      }
      .ring {
        fill: var(--surface);
        stroke: var(--line-strong);
        stroke-width: 1.5;
      }
      .engaged {
        stroke: var(--accent);
        stroke-width: 3;
      }
      .lit {
        fill: var(--accent);
        stroke: var(--accent);
      }
      .tie {
        stroke: var(--line-strong);
      }
      .status {
        min-height: 20px;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('cited') && this.cited.length) this.person = null;
    if (changed.has('committee')) this.people = peopleOf(this.committee);
    this.lit = this.person ? aroundPerson(this.person, this.committee.ties) : citedIn(this.cited, this.people, this.committee.ties);
  }

  render() {
    const { people, lit } = this;
    const { ties } = this.committee;
    return html`<section class="panel" aria-labelledby="title">
      <header>
        <h2 id="title">Who knows whom</h2>
        <span class="small quiet number">${counted(people.length, 'person', 'people')}, ${counted(ties.length, 'tie', 'ties')}</span>
      </header>
      ${people.length
        ? html`
            <relationship-graph .people=${people} .ties=${ties} .lit=${lit} @person-chosen=${this.choose}>
              <p class="status small" role="status">${this.status()}</p>
            </relationship-graph>
            ${this.legend()}
            <people-list .people=${people} .ties=${ties} .lit=${lit} .chosen=${this.person} @person-chosen=${this.choose}></people-list>
          `
        : html`<p class="quiet">Nobody who works here is known yet.</p>`}
    </section>`;
  }

  status() {
    const { people, ties } = this.lit;
    if (this.person) {
      const name = this.people.find(({ id }) => id === this.person).name;
      return html`<bdi>${name}</bdi>: ${ties.size ? `works with ${counted(ties.size, 'colleague', 'colleagues')}` : 'no tie seen so far'}`;
    }
    if (people.size) return `Lit: what the chosen reason cites, ${counted(people.size, 'person', 'people')}${ties.size ? ` and ${counted(ties.size, 'tie', 'ties')}` : ''}`;
    return html`<span class="quiet">Choose a reason or a person to light up what belongs to it</span>`;
  }

  legend() {
    return html`<ul class="legend small quiet" aria-label="Legend">
      <li><svg width="16" height="16" aria-hidden="true"><rect class="ring" x="1" y="1" width="14" height="14" rx="4" /></svg>on a required seat</li>
      <li><svg width="16" height="16" aria-hidden="true"><circle class="ring" cx="8" cy="8" r="6" /></svg>others</li>
      <li><svg width="16" height="16" aria-hidden="true"><circle class="ring engaged" cx="8" cy="8" r="6" /></svg>active in 30 days</li>
      <li><svg width="16" height="16" aria-hidden="true"><circle class="ring lit" cx="8" cy="8" r="6" /></svg>lit up</li>
      <li>
        <svg width="28" height="16" aria-hidden="true"><path class="tie" d="M0 4h28" stroke-width="1" /><path class="tie" d="M0 11h28" stroke-width="5" /></svg>
        thicker: stronger tie
      </li>
    </ul>`;
  }

  choose(event) {
    this.person = event.detail === this.person ? null : event.detail;
  }
}

/**
 * @typedef {{id: string, name: string, title: ?string, roles: string[], seated: boolean, engaged: boolean,
 *   lastActionAt: ?string}} DrawnPerson
 */

/** @returns {DrawnPerson[]} */
function peopleOf({ members, seats }) {
  const seated = new Set(seats.flatMap((seat) => seat.holders.map((holder) => holder.person.id)));
  return members.map(({ person, roles, engaged, lastActionAt }) => ({ ...person, roles, engaged, lastActionAt, seated: seated.has(person.id) }));
}

/** One name for a tie, whichever end comes first. */
export function tieKey(one, other) {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function aroundPerson(person, ties) {
  const near = ties.filter(({ one, other }) => one.id === person || other.id === person);
  return {
    people: new Set([person, ...near.flatMap(({ one, other }) => [one.id, other.id])]),
    ties: new Set(near.map(({ one, other }) => tieKey(one.id, other.id))),
  };
}

/** A cited fact lights the people it names, and the tie between two who are named by the same fact. */
function citedIn(subgraphs, members, allTies) {
  const here = new Set(members.map(({ id }) => id));
  const people = new Set();
  const ties = new Set();
  for (const { nodes } of subgraphs) {
    const named = new Set(nodes.filter(({ id }) => here.has(id)).map(({ id }) => id));
    named.forEach((id) => people.add(id));
    for (const { one, other } of allTies) {
      if (named.has(one.id) && named.has(other.id)) ties.add(tieKey(one.id, other.id));
    }
  }
  return { people, ties };
}

customElements.define('relationship-panel', RelationshipPanel);
