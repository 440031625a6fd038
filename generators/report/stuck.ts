/** Deadlocks as the report tells them: those of one configuration of a system together, for they are one. */
import { isSystemConfiguration, type SystemConfiguration } from '../../model/explore/machine.ts';
import { instancesOf } from '../../model/system/instances.ts';
import type { System } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import type { Places } from '../../model/table/places.ts';
import type { Finding } from '../../properties/judge/verdict.ts';
import { at } from './events.ts';

/** The configuration in which a system is stuck, if that is what is found. */
function stuckIn({ code, trace }: Finding): SystemConfiguration | undefined {
  const end = trace?.steps.at(-1)?.to ?? trace?.initial;
  return code === 'SA204' && end !== undefined && isSystemConfiguration(end) ? end : undefined;
}

/** Findings in their order; open deadlocks of the same configuration stand together, where the first of them is. */
export function toldTogether(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<unknown, Finding[]>();
  for (const finding of findings) {
    const end = finding.ruling === undefined ? stuckIn(finding) : undefined;
    const key = end === undefined ? finding : JSON.stringify(end);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

/** A line for each state in which instances are stuck: `philosopher.hasLeft: philosopher1, philosopher2`. */
export function stuckLines(system: System, places: Places, findings: readonly Finding[]): readonly string[] {
  const instances = [...instancesOf(system).values()];
  return findings.map((finding) => {
    const [state] = finding.states ?? [];
    const there = stuckIn(finding)?.instances ?? {};
    const who = instances.filter(({ name, table }) => `${table?.name}.${there[name]?.state}` === state);
    return `${visible(`${state}: ${who.map(({ name }) => name).join(', ')}`)}   [${at(places, finding.path)}]`;
  });
}
