/** Mermaid diagrams of a table and of the traces of its judgement. */
import type { Trace } from '../../model/explore/graph.ts';
import type { Diagram, Input } from '../artefact.ts';
import { sequence } from './sequence-diagram.ts';
import { actorDiagram, neighbourhood, overview } from './state-diagram.ts';

/** Every diagram of a table, in a stable order, with names that are safe and distinct as file names everywhere. */
export function diagrams(input: Input): readonly Diagram[] {
  const { table } = input;
  const actors = [...new Set(Object.values(table.events).map(({ by }) => by))];
  return distinct([
    overview(input),
    ...Object.keys(table.states).map((state) => neighbourhood(input, state)),
    ...actors.map((actor) => actorDiagram(input, actor)),
    ...tracesOf(input).map(({ name, title, trace }) => sequence(input, name, title, trace)),
  ]);
}

/** A trace worth a diagram, with the name of its diagram. */
export type NamedTrace = { readonly name: string; readonly title: string; readonly trace: Trace };

/** The counterexamples and witnesses of properties, then the traces of findings. */
export function tracesOf({ judgement }: Input): readonly NamedTrace[] {
  const properties = judgement.verdicts.flatMap(({ property, trace }) =>
    trace === undefined ? [] : [{ name: `trace-${slug(property)}`, title: property, trace }],
  );
  const findings = judgement.findings.flatMap(({ code, message, trace, states = [], events = [] }) =>
    trace === undefined
      ? []
      : [{ name: `trace-${code}-${slug([...states, ...events].join('-'))}`, title: `${code}: ${message}`, trace }],
  );
  return [...properties, ...findings];
}

const LONGEST = 60;

/** A text as part of a file name: lower-case letters, digits and dashes. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST);

/** Numbers names that differ from an earlier one in nothing but case or Unicode form. */
function distinct(all: readonly Diagram[]): readonly Diagram[] {
  const seen = new Map<string, number>();
  return all.map((diagram) => {
    const key = diagram.name.normalize('NFKC').toLowerCase();
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? diagram : { ...diagram, name: `${diagram.name}-${count + 1}` };
  });
}
