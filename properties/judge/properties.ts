/** Verdicts on properties: what their decisions for all bindings of their parameters say together. */
import type { Bound } from '../../model/explore/machine.ts';
import type { Work } from '../../model/explore/work.ts';
import type { SystemProperty } from '../../model/system/types.ts';
import { plural } from '../../model/table/text.ts';
import { type Fairness, PROPERTY_KINDS, type Property, type PropertyKind } from '../../model/table/types.ts';
import type { Basis } from './basis.ts';
import type { Asked, Decision } from './decide.ts';
import { insist } from './validate.ts';
import type { Verdict } from './verdict.ts';
import { boundText } from './words.ts';

/** The kind of a property: the word that says what must hold. */
export function kindOf(property: Property | SystemProperty): PropertyKind {
  return PROPERTY_KINDS.find((kind) => Object.hasOwn(property, kind)) as PropertyKind;
}

/**
 * Judges one property on what was explored, for each of the bindings of its parameters: it is violated at the first
 * that breaks it, and holds where it holds for all. Where the exploration was stopped, violations and witnesses that
 * lie within what was explored are real, and all else is undecided.
 *
 * @throws {Defect} when the trace to be claimed does not bear out the verdict.
 */
export function* judgeProperty(
  basis: Basis,
  name: string,
  property: Property | SystemProperty,
  bindings: readonly Instantiated[],
): Work<Verdict> {
  const { machine, stopped } = basis;
  const asked = property as Asked;
  const decisions: Decided[] = [];
  const known = new Map<string, Decision>();
  for (const { binding, pattern } of bindings) {
    const image = pattern === undefined ? undefined : known.get(pattern);
    if (image !== undefined) {
      decisions.push({ ...image, binding });
      continue;
    }
    const decision = yield* basis.decide(asked, binding);
    if (decision.trace !== undefined) insist(machine, `“${name}”`, property, decision.trace, binding);
    decisions.push({ ...decision, binding });
    if (decision.result === 'violated') break;
    if (pattern !== undefined) known.set(pattern, decision);
  }
  return {
    property: name,
    kind: kindOf(property),
    scope: stopped === undefined ? 'exhaustive' : 'bounded',
    ...together(basis, asked, decisions),
  };
}

/** A binding that a property must hold for. What is decided for one is true of all with the same pattern. */
export type Instantiated = { readonly binding: Bound; readonly pattern?: string };

/** What was decided for one binding. */
type Decided = Decision & { readonly binding: Bound };

/**
 * What the decisions for several bindings say of all: a violation, which is the last of them, before anything
 * undecided.
 */
function together(basis: Basis, { fair }: Asked, decisions: readonly Decided[]): Partial<Verdict> & Decision {
  const shown = decisions.at(-1)?.result === 'violated' ? decisions.at(-1) : decisions[0];
  const isUndecided = decisions.some(({ result }) => result === 'undecided');
  if (shown?.result !== 'violated' && isUndecided) {
    const note = decisions.find((each) => each.note !== undefined)?.note ?? undecidedNote(basis);
    return { result: 'undecided', scope: 'bounded', note };
  }
  const { result = 'holds', trace, binding = {} } = shown ?? {};
  const isBound = (trace !== undefined || result === 'violated') && Object.keys(binding).length > 0;
  const notes = result === 'violated' ? [] : [...fairnessNote(fair), ...vacuity(decisions)];
  return {
    result,
    ...(isBound && { binding }),
    ...(trace !== undefined && { trace }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

/** What is said of what was not decided, by what ended the exploration. */
export function undecidedNote({ stopped, expanded }: Pick<Basis, 'stopped' | 'expanded'>): string {
  return `stopped at ${stopped?.limit}: ${plural(expanded, 'configuration')} expanded, ${stopped?.queue} found and not expanded`;
}

function fairnessNote({ weak = [], strong = [] }: Fairness = {}): readonly string[] {
  const parts = Object.entries({ weak, strong }).filter(([, events]) => events.length > 0);
  if (parts.length === 0) return [];
  return [`under ${parts.map(([kind, events]) => `${kind} fairness of ${events.join(', ')}`).join(' and ')}`];
}

/** For which bindings a property holds because nothing was required. */
function vacuity(decisions: readonly Decided[]): readonly string[] {
  const idle = decisions.filter(({ vacuous }) => vacuous);
  if (decisions.length === 0) return ['its parameters have no binding, so nothing was required'];
  if (idle.length === 0) return [];
  const which =
    idle.length === decisions.length ? '' : ` for ${idle.map(({ binding }) => boundText(binding)).join(' or for ')}`;
  return [`no reachable configuration meets its condition${which}, so nothing was required`];
}
