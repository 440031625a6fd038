/** Properties and rulings: what tables and systems ask of them alike. */
import type { Path } from './diagnostic.ts';
import { checkDate, isFindingCode } from './forms.ts';
import { quoted } from './plain.ts';
import type { Look, Names, Sayer } from './sayer.ts';
import { MISSHAPEN } from './shape.ts';
import { PROPERTY_KINDS, type Ruling } from './types.ts';

/** A property of any kind, each of its keys as it was written. */
type Keyed = { readonly [key: string]: unknown };

/** Says where a property is not of one kind, and looks at its conditions and at the events that it calls fair. */
export function checkProperty(
  sayer: Sayer,
  name: string,
  property: Keyed,
  look: { readonly condition: (condition: unknown, path: Path) => void; readonly event: Look },
): void {
  if (property === MISSHAPEN) return;
  const path = ['properties', name];
  const kinds = PROPERTY_KINDS.filter((kind) => kind in property);
  const kind = kinds[0];
  const fits = (key: string, allowed: readonly string[]): boolean => !(key in property) || allowed.includes(kind ?? '');
  if (
    kinds.length !== 1 ||
    'when' in property !== (kind === 'leadsTo') ||
    !fits('after', ['never', 'alwaysCanReach', 'eventually']) ||
    !fits('fair', ['eventually', 'leadsTo'])
  ) {
    const said = Object.keys(property).join(', ') || 'nothing';
    sayer.sayOfKey('SA151', path, `the property ${quoted(name)} says ${said}`, name);
  }
  for (const key of [...PROPERTY_KINDS, 'when', 'after'])
    if (property[key] !== undefined) look.condition(property[key], [...path, key]);
  const fair = (property.fair ?? {}) as { readonly [strength: string]: readonly string[] | undefined };
  for (const [strength, events] of Object.entries(fair))
    events?.forEach((event, index) => void look.event(event, [...path, 'fair', strength, index]));
}

/** What rulings may name. */
export type Decidable = {
  readonly states: Look;
  readonly events: Look;
  readonly memory: Look;
  readonly source: Look;
  readonly properties: Names;
  /** Looks at the claim that is decided. */
  readonly claim: (claim: Extract<Ruling, { claim: unknown }>['claim'], path: Path) => void;
};

/** Says where a ruling decides nothing, several things at once, or what is not there. */
export function checkRulings(sayer: Sayer, rulings: readonly Ruling[], look: Decidable): void {
  const { say } = sayer;
  for (const [index, ruling] of rulings.entries()) {
    if (ruling === undefined) continue;
    const path = ['rulings', index];
    checkDate(sayer, ruling.date, [...path, 'date']);
    const subjects = ['finding', 'property', 'claim'].filter((key) => key in ruling);
    if (subjects.length !== 1) {
      say('SA152', path, `this ruling decides ${subjects.join(' and ') || 'nothing'}`);
      continue;
    }
    if ('finding' in ruling) {
      if (!isFindingCode(ruling.finding))
        say('SA152', [...path, 'finding'], 'this is not the code of a finding', ruling.finding);
      for (const part of ['states', 'events', 'memory'] as const)
        if (ruling[part] !== undefined) sayer.each(ruling[part], [...path, part], look[part]);
      if (ruling.labels !== undefined) sayer.each(ruling.labels, [...path, 'labels'], () => true);
      if (ruling.source !== undefined) look.source(ruling.source, [...path, 'source']);
    } else if ('property' in ruling) {
      if (!look.properties.has(ruling.property))
        say('SA152', [...path, 'property'], 'there is no such property', ruling.property, look.properties);
    } else look.claim(ruling.claim, [...path, 'claim']);
  }
}
