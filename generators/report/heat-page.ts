/** How often everything was taken, as a Markdown page: for each table its diagram and the same as tables, and the pairs of rows that never followed each other. */
import { forLanguage, plural } from '../../model/table/text.ts';
import type { Part, Walk } from '../../properties/random/walk.ts';
import { code, fence, md, mdTable } from '../markdown/escape.ts';
import { edgeText } from '../mermaid/edges.ts';
import { partsDiagram } from '../mermaid/heat.ts';
import { type HeatPart, heatParts } from '../mermaid/heat-parts.ts';
import { nameIn, titleIn } from '../mermaid/names.ts';
import { at } from './events.ts';
import type { Source } from './trace.ts';
import { rowName } from './walk.ts';

/** The words of a language. English ones define which there are. */
const en = {
  heat: (title: string) => `How often everything of ${title} was taken`,
  covered: ['rows', 'states', 'configurations', 'transitions', 'pairs of rows'] as readonly string[],
  what: 'what',
  isCovered: 'covered',
  thereAre: 'there are',
  state: 'state',
  visited: 'visited',
  row: 'row',
  from: 'from',
  to: 'to',
  event: 'event',
  fired: 'fired',
  transitions: 'different transitions',
  backTo: (variable: string) => `back to: ${variable}`,
  never: 'never',
  pairs: 'Pairs of rows',
  unpaired: (count: number) => `${plural(count, 'pair')} of rows can follow each other, and never did:`,
  allPaired: 'All pairs of rows that can follow each other did.',
  unknown: 'There is too much to explore in a moment, so which pairs of rows can follow each other is not known.',
  pair: (first: string, second: string) => `${first} then ${second}`,
};

const fr: typeof en = {
  heat: (title) => `Combien de fois tout a été emprunté dans ${title}`,
  covered: ['lignes', 'états', 'configurations', 'transitions', 'paires de lignes'],
  what: 'quoi',
  isCovered: 'couvert',
  thereAre: 'il y en a',
  state: 'état',
  visited: 'visité',
  row: 'ligne',
  from: 'depuis',
  to: 'vers',
  event: 'événement',
  fired: 'empruntée',
  transitions: 'transitions différentes',
  backTo: (variable) => `retour à\u00a0: ${variable}`,
  never: 'jamais',
  pairs: 'Paires de lignes',
  unpaired: (count) => `${plural(count, 'paire')} de lignes peuvent se suivre, et ne l’ont jamais fait\u00a0:`,
  allPaired: 'Toutes les paires de lignes qui peuvent se suivre l’ont fait.',
  unknown: 'Il y a trop à explorer en un instant\u00a0: quelles paires de lignes peuvent se suivre n’est pas connu.',
  pair: (first, second) => `${first} puis ${second}`,
};

/** The page. */
export function heatPage(source: Source, walk: Walk, language: string): string {
  const { model } = source;
  const words = forLanguage({ en, fr }, language) ?? en;
  const parts = heatParts(model, walk.coverage);
  const { rows, states, configurations, transitions, pairs } = walk.covered;
  const covered = [rows, states, configurations, transitions, pairs].map(({ covered: some, of }: Part, index) => [
    words.covered[index] as string,
    String(some),
    of === undefined ? '?' : String(of),
  ]);
  return `${[
    `# ${md(words.heat(titleIn(model.title, language, model.name)))}`,
    mdTable([words.what, words.isCovered, words.thereAre], covered),
    ...parts.flatMap((part, index) => [
      ...(parts.length === 1 ? [] : [`## ${md(titleIn(part.table.title, language, part.table.name))}`]),
      fence(partsDiagram(part.table, [part], language)),
      ...partTables(source, part, parts.length === 1 ? [] : ['tables', index], words, language),
    ]),
    `## ${words.pairs}`,
    ...pairTexts(source, walk, words),
  ].join('\n\n')}\n`;
}

/** What the diagram of a part says, as tables. */
function partTables(
  { places }: Source,
  { table, visits, arrows }: HeatPart,
  path: readonly (string | number)[],
  words: typeof en,
  language: string,
): readonly string[] {
  const stateName = (state: string): string => md(nameIn(table.states, state, language));
  const often = (count: number): string => (count === 0 ? words.never : String(count));
  const states = Object.keys(table.states).map((state) => [stateName(state), often(visits.get(state) ?? 0)]);
  const rows = arrows.map(({ edges, times, transitions }) => {
    const [{ from, to, index }] = edges;
    return [
      code(at(places, [...path, 'transitions', index])),
      stateName(from),
      md(edges.map((edge) => edgeText(table, edge, language)).join(' · ')),
      'state' in to ? stateName(to.state) : md(words.backTo(nameIn(table.memory, to.recall, language))),
      often(times),
      String(transitions),
    ];
  });
  return [
    mdTable([words.state, words.visited], states),
    mdTable([words.row, words.from, words.event, words.to, words.fired, words.transitions], rows),
  ];
}

function pairTexts(source: Source, { unpaired }: Walk, words: typeof en): readonly string[] {
  if (unpaired === undefined) return [words.unknown];
  if (unpaired.length === 0) return [words.allPaired];
  const lines = unpaired.map(
    ([first, second]) => `- ${words.pair(md(rowName(source, first)), md(rowName(source, second)))}`,
  );
  return [words.unpaired(unpaired.length), lines.join('\n')];
}
