/** What an engine's answers to the claims of a model say of its properties. */
import { type Claim, claimsOf, propertiesOf } from '../../generators/export/claims.ts';
import type { Program } from '../../generators/export/commands.ts';
import type { EngineVerdict } from '../../generators/report/opinion.ts';
import type { Trace } from '../../model/explore/graph.ts';
import type { SystemProperty } from '../../model/system/types.ts';

/** Whether an engine found what a claim is about: its violation, or what is to be reached; and how to get there. */
export type Answer = {
  readonly found: boolean;
  readonly trace?: () => Promise<Trace>;
  /** The engine would need more memory than it has. */
  readonly gaveUp?: true;
};

/** A property with its claims, one for each binding of its parameters. */
export type Claimed = { readonly name: string; readonly property: SystemProperty; readonly claims: readonly Claim[] };

/** The properties of a model that a language can say, and the names of the others. */
export function sayable(
  program: Program,
  canSay: (property: SystemProperty) => boolean,
): { readonly properties: readonly Claimed[]; readonly unsaid: readonly string[] } {
  const all = propertiesOf(program.model);
  const said = all.filter(([, property]) => canSay(property));
  return {
    properties: said.map(([name, property]) => ({ name, property, claims: claimsOf(program, name, property) })),
    unsaid: all.filter(([, property]) => !canSay(property)).map(([name]) => name),
  };
}

/** A property's verdict: what must be reached holds where all of its claims are found, and all else where none is. */
export async function verdictOf(
  { name, property, claims }: Claimed,
  answers: ReadonlyMap<Claim, Answer>,
): Promise<EngineVerdict> {
  const isFound = (claim: Claim): boolean => answers.get(claim)?.found ?? false;
  const isReachable = 'reachable' in property;
  const broken = claims.find((claim) => isFound(claim) !== isReachable);
  const shown = broken ?? (isReachable ? claims[0] : undefined);
  const trace = shown && isFound(shown) ? await answers.get(shown)?.trace?.() : undefined;
  return {
    property: name,
    result: broken === undefined ? 'holds' : 'violated',
    ...(shown?.binding && { binding: shown.binding }),
    ...(trace && { trace }),
  };
}
