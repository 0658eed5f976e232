/**
 * Where people stand in the drawing. The same people and ties always give the same picture: nothing is drawn by lot, so a
 * picture can be recognised again.
 *
 * People with ties are laid out by springs (cose) from a fixed start: the best tied in the middle of a sunflower spiral,
 * 137.5° apart, which never puts two in one place. The outcome is then spread over the canvas, half by place and half by
 * rank, so that a crowd in the middle comes apart while neighbours stay neighbours. People without ties stand in rows beneath.
 */

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Room around the drawing for names, and between people in rows, in pixels. */
const MARGIN_X = 56;
const MARGIN_Y = 32;
const ROW = 36;

/**
 * @param {import('cytoscape').Core} cy
 * @returns {(width: number, height: number) => void} moves everybody to where they stand on a canvas of this size
 */
export function layOut(cy) {
  const tied = cy.nodes().filter((node) => node.degree() > 0);
  const alone = cy.nodes().difference(tied).toArray();
  springs(tied);
  const spread = spreadOut(tied.toArray());
  return (width, height) => {
    const rows = rowsFor(alone.length, width);
    const bottom = height - MARGIN_Y - (rows.count ? rows.count * ROW : 0);
    cy.batch(() => {
      spread.forEach(({ node, x, y }) => node.position({ x: MARGIN_X + x * (width - 2 * MARGIN_X), y: MARGIN_Y + y * (bottom - MARGIN_Y) }));
      placeRows(alone, rows, width, tied.nonempty() ? bottom + ROW : (height - rows.count * ROW) / 2);
    });
  };
}

function springs(tied) {
  const order = tied.toArray().sort((a, b) => b.degree() - a.degree() || a.id().localeCompare(b.id()));
  order.forEach((node, index) => {
    const radius = 100 * Math.sqrt(index);
    node.position({ x: radius * Math.cos(index * GOLDEN_ANGLE), y: radius * Math.sin(index * GOLDEN_ANGLE) });
  });
  tied
    .union(tied.connectedEdges())
    .layout({ name: 'cose', randomize: false, animate: false, fit: false, numIter: 600, idealEdgeLength: () => 90, nodeRepulsion: () => 90000 })
    .run();
}

/** Each node with its place in the unit square. */
function spreadOut(nodes) {
  const x = spreadOne(nodes.map((node) => node.position('x')));
  const y = spreadOne(nodes.map((node) => node.position('y')));
  return nodes.map((node, index) => ({ node, x: x[index], y: y[index] }));
}

function spreadOne(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === most) return values.map(() => 0.5);
  return values.map((value) => (value - least) / (most - least) / 2 + sorted.indexOf(value) / (sorted.length - 1) / 2);
}

/** A few alone get room for their names; many stand close, and are named when pointed at. */
function rowsFor(count, width) {
  const apart = count > 24 ? 22 : 100;
  const fitting = Math.max(1, Math.floor((width - 2 * MARGIN_X) / apart) + 1);
  return { count: Math.ceil(count / fitting), perRow: Math.min(fitting, Math.max(count, 1)) };
}

function placeRows(nodes, { perRow }, width, top) {
  const step = perRow > 1 ? (width - 2 * MARGIN_X) / (perRow - 1) : 0;
  const left = perRow > 1 ? MARGIN_X : width / 2;
  nodes.forEach((node, index) => node.position({ x: left + (index % perRow) * step, y: top + Math.floor(index / perRow) * ROW }));
}
