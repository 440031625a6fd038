/** A scene as SVG inside a page: a closed set of elements, attributes and classes, and no style, script or foreign markup. */
import type { Diagram, DrawnEdge, Drawn as Node } from '../../../generators/artefact.ts';
import { markup } from '../../../generators/review/escape.ts';
import type { DiagramJob } from './job.ts';
import { SCALE } from './scale.ts';
import type { Line, Part, Role, Scene, Shape } from './scene.ts';

/** How far the tip of an arrow reaches beyond the end of its line, its length, and half of its width. */
const REACH = 5;
const TIP = 11;
const HALF = 4.5;

/** From the middle of a line of text down to where its letters stand. */
const BASE = 5.5;

/** Room around words that lie on a line. */
const ROOM = 3;

/** Room around the whole. */
const MARGIN = 8;

/** What a diagram is composed for. */
type Job = Pick<DiagramJob, 'linkOf'> & {
  /** Begins the ids in the SVG. */
  readonly id: string;
  readonly diagram: Pick<Diagram, 'title' | 'description' | 'legend'>;
};

/** The SVG of a diagram. Everything in it that comes from a table is text or the value of an attribute, escaped. */
export function compose(scene: Scene, job: Job): string {
  const { id, diagram } = job;
  const [width, height] = [scene.width + 2 * MARGIN, scene.height + 2 * MARGIN];
  const described = diagram.description === undefined ? '' : ` aria-describedby="${id}-about"`;
  const about = diagram.description === undefined ? '' : `<desc id="${id}-about">${markup(diagram.description)}</desc>`;
  const parts = inOrder(scene.parts).map((part) => drawn(part, job));
  return (
    `<svg class="d-svg" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${n(width * SCALE)}" height="${n(height * SCALE)}"` +
    ` role="group" aria-label="${markup(diagram.title)}"${described} font-size="16" text-anchor="middle">` +
    `${about}${parts.join('')}</svg>`
  );
}

/** What is painted first, which is also the order of the keyboard: states before what lies on arrows, states in the order of the table. */
const LAYERS: readonly Role[] = ['group', 'lifeline', 'edge', 'loop', 'message', 'title', 'mark', 'end', 'state'];

function inOrder(parts: readonly Part[]): readonly Part[] {
  const layer = ({ role }: Part): number => (LAYERS.indexOf(role) + LAYERS.length + 1) % (LAYERS.length + 1);
  const place = ({ id = '', edge }: Part): number => edge ?? (Number(/\d+$/.exec(id)?.[0] ?? 0) || 0);
  return parts.toSorted((a, b) => layer(a) - layer(b) || (layer(a) === LAYERS.length ? 0 : place(a) - place(b)));
}

function drawn(part: Part, { diagram, linkOf }: Job): string {
  const { legend } = diagram;
  const node = part.id === undefined ? undefined : legend?.nodes[part.id];
  const edge = part.edge === undefined ? undefined : legend?.edges[part.edge];
  const classes = [`d-${part.role}`, ...part.ways.map((way) => `d-${way}`)].join(' ');
  const inside = `${backgroundOf(part)}${part.shapes.map(shape).join('')}${text(part.lines)}`;
  const address = part.ways.includes('current') ? undefined : linked(part, node, edge, linkOf);
  const content = address === undefined ? inside : `<a href="${markup(address)}">${inside}</a>`;
  return `<g class="${classes}"${dataOf(node, edge, legend)}>${content}</g>`;
}

/** Where a part leads: a state or the name of a group to its page, words on an arrow to the page of the only event there. */
function linked(
  { role }: Part,
  node: Node | undefined,
  edge: DrawnEdge | undefined,
  linkOf: DiagramJob['linkOf'],
): string | undefined {
  if (node !== undefined) {
    if (role === 'group') return undefined;
    if ('state' in node) return linkOf({ state: node.state });
    return 'group' in node && node.group !== undefined ? linkOf({ group: node.group }) : undefined;
  }
  const [event, ...others] = edge?.events ?? [];
  return role === 'label' && event !== undefined && others.length === 0 ? linkOf({ event }) : undefined;
}

/** What programs find a part by. */
function dataOf(node: Node | undefined, edge: DrawnEdge | undefined, legend: Diagram['legend']): string {
  const data: [string, string][] = [];
  if (node !== undefined) {
    if ('state' in node) data.push(['state', node.state]);
    else if ('recall' in node) data.push(['recall', node.recall]);
    else if ('folded' in node) data.push(['fold', node.folded], ['states', node.states.join(' ')]);
    else data.push(['group', node.group]);
  }
  if (edge !== undefined) {
    if (edge.rows.length > 0) data.push(['rows', edge.rows.join(' ')]);
    if (edge.events.length > 0) data.push(['events', edge.events.join(' ')]);
    for (const end of ['from', 'to'] as const) {
      const box = legend?.nodes[edge[end] ?? ''];
      if (box !== undefined && 'state' in box) data.push([end, box.state]);
    }
  }
  return data.map(([name, value]) => ` data-${name}="${markup(value)}"`).join('');
}

const ON_LINES: readonly Role[] = ['label', 'words', 'title'];

/** Words on a line hide the line behind them. */
function backgroundOf({ role, place, shapes }: Part): string {
  if (place === undefined || shapes.length > 0 || !ON_LINES.includes(role)) return '';
  const [x, y, width, height] = place;
  return `<rect class="d-ground" x="${n(x - ROOM)}" y="${n(y)}" width="${n(width + 2 * ROOM)}" height="${n(height)}"/>`;
}

function shape(each: Shape): string {
  if ('rect' in each) {
    const [x, y, width, height] = each.rect;
    return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="6"/>`;
  }
  if ('circle' in each) return `<circle cx="${n(each.circle[0])}" cy="${n(each.circle[1])}" r="${n(each.circle[2])}"/>`;
  if ('line' in each) {
    const [x1, y1, x2, y2] = each.line;
    return `<path d="M${n(x1)},${n(y1)}L${n(x2)},${n(y2)}"/>`;
  }
  return 'arrow' in each ? tip(each.arrow) : `<path d="${markup(each.path)}"/>`;
}

/** The tip of an arrow as a triangle. */
function tip([fromX, fromY, toX, toY]: readonly [number, number, number, number]): string {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  const [dx, dy] = [(toX - fromX) / length, (toY - fromY) / length];
  const [x, y] = [toX + dx * REACH, toY + dy * REACH];
  const corner = (side: number): string => `${n(x - dx * TIP - dy * side)},${n(y - dy * TIP + dx * side)}`;
  return `<path class="d-tip" d="M${n(x)},${n(y)}L${corner(HALF)}L${corner(-HALF)}Z"/>`;
}

const text = (lines: readonly Line[]): string =>
  lines.length === 0
    ? ''
    : `<text>${lines.map((line) => `<tspan x="${n(line.x)}" y="${n(line.y + BASE)}">${markup(line.text)}</tspan>`).join(' ')}</text>`;

/** A number as short as it can be. */
const n = (value: number): string => String(Math.round(value * 10) / 10);
