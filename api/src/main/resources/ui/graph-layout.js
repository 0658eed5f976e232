/**
 * Where people stand in the drawing. The same people and ties always give the same picture: nothing is drawn by lot, so a
 * picture can be recognised again.
 *
 * People with ties are laid out by springs (cose) from a fixed start: the best tied in the middle of a sunflower spiral,
 * 137.5° apart, which never puts two in one place. People without ties stand in rows beneath.
 */

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const STEP = 110;

/** @param {import('cytoscape').Core} cy */
export function layOut(cy) {
  const tied = cy.nodes().filter((node) => node.degree() > 0);
  const alone = cy.nodes().difference(tied);
  springs(tied);
  rows(alone, tied);
}

function springs(tied) {
  const order = tied.toArray().sort((a, b) => b.degree() - a.degree() || a.id().localeCompare(b.id()));
  order.forEach((node, index) => {
    const radius = STEP * Math.sqrt(index);
    node.position({ x: radius * Math.cos(index * GOLDEN_ANGLE), y: radius * Math.sin(index * GOLDEN_ANGLE) });
  });
  if (order.length < 3) return;
  tied
    .union(tied.connectedEdges())
    .layout({
      name: 'cose',
      randomize: false,
      animate: false,
      fit: false,
      numIter: 600,
      idealEdgeLength: () => 110,
      nodeRepulsion: () => 220000,
      gravity: 0.5,
      componentSpacing: 80,
    })
    .run();
}

function rows(alone, tied) {
  const box = tied.nonempty() ? tied.boundingBox({ includeLabels: false }) : { x1: 0, x2: 0, y2: -STEP };
  const columns = Math.max(Math.ceil(Math.sqrt(alone.length * 1.6)), Math.floor((box.x2 - box.x1) / STEP), 1);
  const width = Math.min(columns, alone.length) - 1;
  const left = (box.x1 + box.x2 - width * STEP) / 2;
  alone.forEach((node, index) => {
    node.position({ x: left + (index % columns) * STEP, y: box.y2 + STEP * (1 + Math.floor(index / columns)) * 0.8 });
  });
}
