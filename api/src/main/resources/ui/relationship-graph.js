import { LitElement, css, html } from 'lit';
import { counted } from './format.js';
import { layOut } from './graph-layout.js';
import { tieKey } from './relationship-panel.js';
import { sharedStyles } from './shared-styles.js';

/** With more people than this only the telling names are written; the others appear when pointed at. */
const ALL_NAMED = 24;

/** How wide a person is drawn, in pixels: smaller in a crowd. */
function sizeAmong(people) {
  if (people <= ALL_NAMED) return 22;
  return people <= 70 ? 16 : 11;
}

/** The drawing of people and ties. It is a picture for those who see it; the list beside it says the same in words. */
class RelationshipGraph extends LitElement {
  static properties = { people: { attribute: false }, ties: { attribute: false }, lit: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      .canvas {
        position: relative;
        height: 420px;
        border-radius: var(--round);
        background: var(--ground);
        overflow: hidden;
      }
      .below {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--s3);
        margin-top: var(--s2);
      }
      .zoom {
        flex: none;
        display: flex;
        gap: var(--s1);
      }
      .zoom button {
        width: 32px;
        min-height: 32px;
        padding: 0;
      }
      .zoom .fit {
        width: auto;
        padding-inline: var(--s2);
      }
      @media (max-width: 600px) {
        .canvas {
          height: 320px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.recolour = () => this.cy?.style(this.looks());
  }

  connectedCallback() {
    super.connectedCallback();
    this.dark.addEventListener('change', this.recolour);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.recolour);
    this.resized?.disconnect();
    this.cy?.destroy();
    this.cy = null;
  }

  render() {
    const label = `Drawing of ${counted(this.people.length, 'person', 'people')} and ${counted(this.ties.length, 'tie', 'ties')}; the list of people says the same in words`;
    return html`
      <div class="canvas" role="img" aria-label=${label}></div>
      <div class="below">
        <slot></slot>
        <div class="zoom">
          <button aria-label="Zoom in" @click=${() => this.zoomBy(1.4)}>+</button>
          <button aria-label="Zoom out" @click=${() => this.zoomBy(1 / 1.4)}>−</button>
          <button class="fit" @click=${() => this.fit()}>Fit</button>
        </div>
      </div>
    `;
  }

  async updated(changed) {
    if (changed.has('people') || changed.has('ties')) await this.draw();
    if (this.cy) this.light();
  }

  async draw() {
    const { default: cytoscape } = await import('cytoscape');
    if (!this.isConnected) return;
    this.cy?.destroy();
    this.cy = cytoscape({
      container: this.renderRoot.querySelector('.canvas'),
      elements: this.elements(),
      style: this.looks(),
      userZoomingEnabled: false,
      userPanningEnabled: matchMedia('(pointer: fine)').matches,
      boxSelectionEnabled: false,
      autoungrabify: true,
      minZoom: 0.5,
      maxZoom: 3,
    });
    this.place = layOut(this.cy);
    this.cy.on('tap', 'node', (event) => this.dispatchEvent(new CustomEvent('person-chosen', { detail: event.target.id() })));
    this.cy.on('mouseover', 'node', (event) => event.target.addClass('pointed'));
    this.cy.on('mouseout', 'node', (event) => event.target.removeClass('pointed'));
    this.resized?.disconnect();
    this.resized = new ResizeObserver(() => this.fit());
    this.resized.observe(this.renderRoot.querySelector('.canvas'));
    this.fit();
  }

  elements() {
    const here = new Set(this.people.map(({ id }) => id));
    const strongest = Math.max(...this.ties.map(({ strength }) => strength), 0);
    const all = this.people.length <= ALL_NAMED;
    return [
      ...this.people.map(({ id, name, seated, engaged }) => ({
        data: { id, name },
        classes: [seated && 'seated', engaged && 'engaged', (all || seated) && 'named'].filter(Boolean),
      })),
      ...this.ties
        .filter(({ one, other }) => here.has(one.id) && here.has(other.id))
        .map(({ one, other, strength }) => ({
          data: { id: tieKey(one.id, other.id), source: one.id, target: other.id, width: 1 + (4 * strength) / strongest },
        })),
    ];
  }

  light() {
    const { people, ties } = this.lit;
    const choosing = people.size > 0;
    this.cy.batch(() => {
      this.cy.nodes().forEach((node) => node.toggleClass('lit', people.has(node.id())).toggleClass('dim', choosing && !people.has(node.id())));
      this.cy.edges().forEach((edge) => edge.toggleClass('lit', ties.has(edge.id())).toggleClass('dim', choosing && !ties.has(edge.id())));
    });
  }

  zoomBy(factor) {
    this.cy?.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  fit() {
    if (!this.cy) return;
    this.cy.resize();
    this.place(this.cy.width(), this.cy.height());
    this.cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
  }

  /** Canvas knows no custom properties, so the tokens are read when the drawing is coloured. */
  looks() {
    const tokens = getComputedStyle(this);
    const token = (name) => tokens.getPropertyValue(name).trim();
    const size = sizeAmong(this.people.length);
    return [
      {
        selector: 'node',
        style: {
          width: size,
          height: size,
          shape: 'ellipse',
          'background-color': token('--surface'),
          'border-width': 1.5,
          'border-color': token('--line-strong'),
          'font-family': token('--font'),
          'font-size': 12,
          color: token('--ink'),
          'text-valign': 'bottom',
          'text-margin-y': 4,
          'text-wrap': 'ellipsis',
          'text-max-width': 110,
          'text-background-color': token('--ground'),
          'text-background-opacity': 0.85,
          'text-background-padding': 1,
          'overlay-opacity': 0,
        },
      },
      { selector: 'node.seated', style: { shape: 'round-rectangle', width: size + 4, height: size + 4 } },
      { selector: 'node.engaged', style: { 'border-width': size > 11 ? 4 : 2.5, 'border-color': token('--accent') } },
      { selector: 'edge', style: { width: 'data(width)', 'line-color': token('--line-strong'), opacity: 0.7, 'curve-style': 'haystack', 'overlay-opacity': 0 } },
      { selector: 'node.dim', style: { opacity: 0.4 } },
      { selector: 'edge.dim', style: { opacity: 0.15 } },
      { selector: 'node.lit', style: { 'background-color': token('--accent'), 'border-color': token('--accent'), 'z-index': 9 } },
      { selector: 'edge.lit', style: { 'line-color': token('--accent'), opacity: 1, 'z-index': 8 } },
      { selector: 'node.named, node.lit, node.pointed', style: { label: 'data(name)' } },
    ];
  }
}

customElements.define('relationship-graph', RelationshipGraph);
