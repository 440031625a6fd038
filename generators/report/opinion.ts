/** What an outside engine says of a table or a system, in our terms, and where it disagrees with us. */

import type { Trace } from '../../model/explore/graph.ts';
import type { Bound } from '../../model/explore/machine.ts';
import { plural } from '../../model/table/text.ts';
import type { Judgement } from '../../properties/judge/verdict.ts';

/** An engine's verdict on one property, with its witness or counterexample where it gave one. */
export type EngineVerdict = {
  readonly property: string;
  readonly result: 'holds' | 'violated';
  /** The values of the property's parameters that the trace is about, or that break the property. */
  readonly binding?: Bound;
  readonly trace?: Trace;
};

/** A second opinion: counts, whether something can be stuck, and the properties that the engine's language can say. */
export type Opinion = {
  readonly engine: EngineName;
  readonly configurations: number;
  readonly transitions: number;
  /** Whether a configuration is reachable that is not final and has no enabled row; nothing where the engine was not asked. */
  readonly stuck?: boolean;
  readonly verdicts: readonly EngineVerdict[];
  /** The properties that the engine's language cannot say. */
  readonly unsaid: readonly string[];
  /** The properties that the engine could not decide in the memory there is. */
  readonly gaveUp?: readonly string[];
};

export const ENGINES = ['rumur', 'spin'] as const;

/** An engine that can be asked for a second opinion. */
export type EngineName = (typeof ENGINES)[number];

/** Where an engine's opinion differs from an exhaustive judgement of ours, a sentence each. */
export function disagreements({ exploration, verdicts, findings }: Judgement, opinion: Opinion): readonly string[] {
  const { engine } = opinion;
  const counts = (['configurations', 'transitions'] as const).flatMap((what) =>
    exploration[what] === opinion[what] ? [] : [`${engine} counts ${opinion[what]} ${what}, we ${exploration[what]}`],
  );
  const stuck = findings.some(({ code }) => code === 'SA204');
  const aboutStuck =
    opinion.stuck === undefined || opinion.stuck === stuck
      ? []
      : [
          `${engine} says that ${opinion.stuck ? 'something' : 'nothing'} can be stuck, we that ${stuck ? 'something' : 'nothing'} can`,
        ];
  const ours = new Map(verdicts.map(({ property, result }) => [property, result]));
  const aboutProperties = opinion.verdicts.flatMap(({ property, result }) =>
    ours.get(property) === result ? [] : [`“${property}” is ${result} for ${engine}, ${ours.get(property)} for us`],
  );
  return [...counts, ...aboutStuck, ...aboutProperties];
}

/** An engine's opinion beside ours in a few lines. */
export function opinionLines(judgement: Judgement, opinion: Opinion): readonly string[] {
  const { engine, configurations, transitions, stuck, verdicts, unsaid, gaveUp = [] } = opinion;
  const head = `second opinion of ${engine}: ${plural(configurations, 'configuration')}, ${plural(transitions, 'transition')}`;
  const differences = disagreements(judgement, opinion);
  const agreed = [
    'the counts',
    ...(stuck === undefined ? [] : ['what can be stuck']),
    ...(verdicts.length === 0 ? [] : [plural(verdicts.length, 'property', 'properties')]),
  ];
  return [
    differences.length > 0 ? `${head}; it disagrees` : `${head}; it agrees on ${agreed.join(', ')}`,
    ...[
      ...differences,
      ...verdicts.flatMap(({ trace, ...verdict }) =>
        trace === undefined ? [] : [wayLine(judgement, verdict, trace.steps.length)],
      ),
      ...unsaid.map((property) => `not asked, since its language cannot say it: ${property}`),
      ...gaveUp.map((property) => `not decided in the memory there is: ${property}`),
    ].map((line) => `  ${line}`),
  ];
}

/** How many steps an engine takes to what it shows, and we. */
function wayLine({ verdicts }: Judgement, { property, result }: EngineVerdict, length: number): string {
  const ours = verdicts.find((verdict) => verdict.property === property)?.trace?.steps.length ?? length;
  const steps = `${length} ${length === 1 ? 'step' : 'steps'}${ours === length ? '' : `, ours ${ours}`}`;
  return `${result === 'holds' ? 'shown' : 'violated'} in ${steps}: ${property}`;
}
