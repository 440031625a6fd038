/** How often everything was taken, as one Mermaid flowchart: numbers for everybody, colours and widths for those who see them. */
import type { Model } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { edgeText } from './edges.ts';
import { escapeLabel, wrap } from './escape.ts';
import { type Heat, type HeatArrow, type HeatPart, heatParts } from './heat-parts.ts';
import { nameIn, titleIn } from './names.ts';
import { type Words, wordsOf } from './words.ts';

const WIDTH = 20;

/** How what was taken so often is drawn: `fill` stands behind dark text, `stroke` is seen on white and on dark pages alike. */
type Step = { readonly fill: string; readonly stroke: string; readonly width: number };

/** From never to most often. Nothing is told by colour alone: numbers say it too, arrows grow wider, and what never was is dashed. */
export const HEAT_STEPS: readonly Step[] = [
  { fill: '#ffffff', stroke: '#7d8590', width: 2 },
  { fill: '#d3e7fb', stroke: '#3d8bd9', width: 2 },
  { fill: '#c6ebe3', stroke: '#1f9a89', width: 3 },
  { fill: '#ffe3ad', stroke: '#c67f00', width: 4 },
  { fill: '#ffcdc7', stroke: '#e5534b', width: 6 },
];
const HIGHEST = HEAT_STEPS.length - 1;
/** Tables and the legend lie on the page itself. */
const LANE = 'fill:none,stroke:#7d8590';
const DASHES = 'stroke-dasharray:5 4';

/** The step of a scale: 0 for what never was, then by the square root of the share, so that what is rare can be told apart. */
const stepOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.min(HIGHEST, 1 + Math.floor(HIGHEST * Math.sqrt(count / most)));

/** The source of the diagram of a model; the tables of a system are drawn below each other. */
export const heatDiagram = (model: Model, heat: Heat, language: string): string =>
  partsDiagram(model, heatParts(model, heat), language);

/** The source of the diagram of some parts. What was never visited or fired says so, and is dashed. */
export function partsDiagram(
  { title, name }: Pick<Model, 'title' | 'name'>,
  parts: readonly HeatPart[],
  language: string,
): string {
  const words = wordsOf(language);
  const counts = parts.flatMap(({ visits, arrows }) => [...visits.values(), ...arrows.map(({ times }) => times)]);
  const drawn = new Drawn(Math.max(1, ...counts), language);
  for (const [number, part] of parts.entries())
    if (parts.length === 1) drawn.part(part, '');
    else
      drawn.inside(`t${number}`, titleIn(part.table.title, language, part.table.name), () =>
        drawn.part(part, `t${number}`),
      );
  return [
    'flowchart LR',
    `  accTitle: ${escapeLabel(titleIn(title, language, name)).replaceAll('<br/>', ' ')}`,
    `  accDescr: ${escapeLabel(words.heat)}`,
    ...drawn.lines,
    ...legendLines(drawn.most, words),
    ...drawn.linkStyles(),
    ...HEAT_STEPS.map(
      ({ fill, stroke, width }, step) =>
        `  classDef heat${step} fill:${fill},stroke:${stroke},stroke-width:${width}px,color:#1a1a1a${step === 0 ? `,${DASHES}` : ''}`,
    ),
    '  classDef start fill:#7d8590,stroke:#7d8590,color:#7d8590',
    '',
  ].join('\n');
}

/** The lines of a flowchart, and how its arrows are to look. */
class Drawn {
  readonly lines: string[] = [];
  readonly most: number;
  readonly #language: string;
  /** The numbers of the arrows of each step. */
  readonly #links = new Map<number, number[]>();
  #count = 0;

  constructor(most: number, language: string) {
    this.most = most;
    this.#language = language;
  }

  inside(id: string, title: string, draw: () => void): void {
    this.lines.push(`  subgraph ${id}["${escapeLabel(title)}"]`);
    draw();
    this.lines.push('  end', `  style ${id} ${LANE}`);
  }

  /** A table; the names of its nodes begin alike. */
  part({ table, visits, arrows }: HeatPart, prefix: string): void {
    const ids = new Map(Object.keys(table.states).map((state, index) => [state, `${prefix}s${index}`]));
    for (const [state, id] of ids) this.#state(table, state, id, visits.get(state) ?? 0);
    const recalled = this.#recalled(table, arrows, prefix);
    const initial = [...ids].filter(([state]) => table.states[state]?.initial !== undefined);
    if (initial.length > 0) this.lines.push(`  ${prefix}start(("●")):::start`);
    for (const [, id] of initial) {
      this.lines.push(`  ${prefix}start --> ${id}`);
      this.#count++;
    }
    for (const { edges, times } of arrows) {
      const [{ from, to }] = edges;
      const said = edges.map((edge) => edgeText(table, edge, this.#language)).join(' · ');
      const step = stepOf(times, this.most);
      const target = 'state' in to ? ids.get(to.state) : recalled.get(to.recall);
      this.lines.push(
        `  ${ids.get(from)} ${step === 0 ? '-.->' : '-->'}|"${this.#label(`${said}\n${this.#times(times)}`)}"| ${target}`,
      );
      this.#links.set(step, [...(this.#links.get(step) ?? []), this.#count++]);
    }
  }

  /** How the arrows of each step look. */
  linkStyles(): readonly string[] {
    return [...this.#links].map(([step, numbers]) => {
      const { stroke, width } = HEAT_STEPS[step] as Step;
      return `  linkStyle ${numbers.join(',')} stroke:${stroke},stroke-width:${width}px${step === 0 ? `,${DASHES}` : ''}`;
    });
  }

  #state(table: Table, state: string, id: string, visits: number): void {
    const label = this.#label(`${nameIn(table.states, state, this.#language)}\n${this.#times(visits)}`);
    const [open, close] = table.states[state]?.final === undefined ? ['(', ')'] : ['([', '])'];
    this.lines.push(`  ${id}${open}"${label}"${close}:::heat${stepOf(visits, this.most)}`);
  }

  #recalled(table: Table, arrows: readonly HeatArrow[], prefix: string): ReadonlyMap<string, string> {
    const variables = new Set(arrows.flatMap(({ edges: [{ to }] }) => ('recall' in to ? [to.recall] : [])));
    return new Map(
      [...variables].map((variable, index) => {
        const id = `${prefix}r${index}`;
        const name = nameIn(table.memory, variable, this.#language);
        this.lines.push(`  ${id}("${this.#label(wordsOf(this.#language).backTo(name))}")`);
        return [variable, id];
      }),
    );
  }

  #times(count: number): string {
    const { never, times } = wordsOf(this.#language);
    return count === 0 ? never : times(count);
  }

  #label(text: string): string {
    return escapeLabel(wrap(text, WIDTH));
  }
}

/** What each step of the scale stands for; steps that no number comes to are left out. */
function legendLines(most: number, { never, times, howOften }: Words): readonly string[] {
  const lowest = (step: number): number => {
    for (let count = 1; count <= most; count++) if (stepOf(count, most) >= step) return count;
    return most + 1;
  };
  const ranges = HEAT_STEPS.map((_, step) => {
    if (step === 0) return never;
    const [first, last] = [lowest(step), step === HIGHEST ? most : lowest(step + 1) - 1];
    if (first > last) return undefined;
    return first === last ? times(first) : `${times(first)}–${last}`;
  });
  const nodes = ranges.flatMap((range, step) => (range === undefined ? [] : [{ id: `l${step}`, range, step }]));
  return [
    `  subgraph legend["${escapeLabel(howOften)}"]`,
    ...nodes.map(({ id, range, step }) => `  ${id}("${escapeLabel(range)}"):::heat${step}`),
    // Links that are not seen keep them in order.
    ...(nodes.length > 1 ? [`  ${nodes.map(({ id }) => id).join(' ~~~ ')}`] : []),
    '  end',
    `  style legend ${LANE}`,
  ];
}
