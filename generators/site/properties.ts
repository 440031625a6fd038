/** The page of properties: every one with its verdict, its scope, and its witness or counterexample. */
import type { Trace } from '../../model/explore/graph.ts';
import { encodeTrace } from '../../model/explore/token.ts';
import type { Verdict } from '../../properties/judge/verdict.ts';
import { code, mdTable } from '../markdown/escape.ts';
import { tracesOf } from '../mermaid/index.ts';
import type { DemandText } from '../words.ts';
import { bindingText } from '../words-system.ts';
import { anchorsOf } from './anchors.ts';
import type { Context } from './context.ts';
import { fragmentOf } from './fragment.ts';
import { hrefTo } from './links.ts';
import type { Block, SitePage } from './page.ts';
import {
  anchor,
  inEnglish,
  marked,
  propertyLink,
  propertyName,
  resultText,
  rulingText,
  sitePage,
  titleOf,
  told,
} from './parts.ts';
import { said } from './text.ts';

/** How a kind of model tells its properties and traces. */
export type Telling = {
  readonly demandOf: (property: string) => DemandText;
  readonly stepsOf: (trace: Trace) => string;
};

export function propertiesPage(context: Context, telling: Telling): SitePage {
  const { model, words, input } = context;
  const { verdicts } = input.judgement;
  return sitePage(context, `${model.name}/properties`, words.properties, words.propertiesOf(titleOf(context)), [
    verdicts.length === 0 ? words.noProperties : verdictsTable(context, verdicts),
    words.howToRead,
    ...verdicts.flatMap((verdict) => section(context, telling, verdict)),
  ]);
}

function section(context: Context, telling: Telling, verdict: Verdict): readonly Block[] {
  const { model, words } = context;
  const { property, result, trace, ruling, note, binding } = verdict;
  const { words: demand, formula } = telling.demandOf(property);
  const named = marked(context, propertyName(context, property));
  const description = model.properties?.[property]?.description;
  const head = [
    anchor(anchorsOf(model.properties ?? {}).get(property) ?? ''),
    `## ${named}`,
    `**${resultText(context, verdict)}** · ${said(demand)} · ${code(formula)}`,
    told(context, description),
    ...(note === undefined || /^under /.test(note) ? [] : [noteText(context, note)]),
    ...(ruling === undefined ? [] : [rulingText(context, ruling)]),
    ...(binding === undefined ? [] : [words.boundTo(said(bindingText(binding)))]),
    ...(trace === undefined ? [] : [`### ${result === 'holds' ? words.witness : words.counterexample}`]),
  ];
  return [
    head.filter((part) => part !== '').join('\n\n'),
    ...(trace === undefined ? [] : traceBlocks(context, telling, trace)),
  ];
}

/** What the checker remarks of a verdict; what is remarked most is said in the words of the page. */
function noteText(context: Context, note: string): string {
  const { words } = context;
  const [, stop, expanded, queue] =
    /^stopped at (.*): (\d+) configurations? expanded, (\d+) found and not expanded$/.exec(note) ?? [];
  if (stop !== undefined) return said(words.stoppedNote(stop, Number(expanded), Number(queue)));
  if (/^no reachable configuration meets its condition, so nothing was required$/.test(note)) return words.vacuousNote;
  return inEnglish(context, note);
}

/** A trace as a sequence diagram, as steps, and as a link to the simulator. */
export function traceBlocks(context: Context, { stepsOf }: Telling, trace: Trace): readonly Block[] {
  const diagram = tracesOf(context.input).find((each) => each.trace === trace)?.name;
  return [
    ...(diagram === undefined ? [] : [{ diagram }]),
    `${stepsOf(trace)}\n\n${simulatorLink(context, trace, context.words.playIt)}`,
  ];
}

/** A link to the simulator, at this trace, in the words for it. */
export const simulatorLink = ({ model, machine }: Context, trace: Trace, words: string): string =>
  `[${words}](${hrefTo(`${model.name}/simulator`)}${fragmentOf(encodeTrace(machine, trace))})`;

/** The properties that are said to speak of a thing, with their verdicts, under a heading; nothing where none does. */
export function propertiesAbout<P>(
  context: Context,
  properties: { readonly [name: string]: P } = {},
  speaks: (property: P) => boolean,
): readonly Block[] {
  const about = context.input.judgement.verdicts.filter(({ property }) => {
    const demand = properties[property];
    return demand !== undefined && speaks(demand);
  });
  return about.length === 0 ? [] : [`## ${context.words.speakingOf}\n\n${verdictsTable(context, about)}`];
}

const verdictsTable = (context: Context, verdicts: readonly Verdict[]): string =>
  mdTable(
    [context.words.property, context.words.verdict],
    verdicts.map((verdict) => [propertyLink(context, verdict.property), resultText(context, verdict)]),
  );
