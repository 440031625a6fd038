/** A table in the languages of other tools, and what each of them cannot say. */
import type { Property, Table } from '../../model/table/types.ts';
import { tableToJson, tableToYaml } from '../../model/table/write.ts';
import { dot } from './dot.ts';
import { murphi, murphiCanSay, murphiCanSayBeside } from './murphi.ts';
import { promela, promelaCanSay, promelaCanSayBeside } from './promela.ts';
import { xstate, xstateLeavesOut } from './xstate.ts';

/** The languages, by the name that users give them. */
export const EXPORTS = ['promela', 'murphi', 'xstate', 'dot', 'json', 'yaml'] as const;
export type ExportLanguage = (typeof EXPORTS)[number];

/** A table in another language. What that language cannot say, or not beside the rest, is listed. */
export type Exported = { readonly text: string; readonly leavesOut: readonly string[] };

const FAIR = 'must happen under fairness';
const BRANCHING = 'must always stay reachable';

/** Why each property of a table is missing, where it is. */
function missing(
  table: Table,
  canSay: (property: Property) => boolean,
  canSayBeside: (property: Property) => boolean,
  never: string,
): readonly string[] {
  return Object.entries(table.properties ?? {}).flatMap(([name, property]) => {
    if (!canSay(property)) return [`“${name}”: this language cannot say what ${never}`];
    return canSayBeside(property) ? [] : [`“${name}”: needs a model of its own; ask for it by its name`];
  });
}

/**
 * The table in another language. With a property, a model that asks for this one alone; of the languages only Promela and Murphi
 * have such models.
 *
 * @throws {RangeError} when the language cannot say the property.
 */
export function exportTable(
  table: Table,
  language: ExportLanguage,
  options: { readonly labels?: string; readonly property?: Property } = {},
): Exported {
  const { labels = 'en', property } = options;
  if (property !== undefined && language !== 'promela' && language !== 'murphi')
    throw new RangeError(`${language} has no models of single properties`);
  switch (language) {
    case 'promela':
      if (property !== undefined) return { text: promela(table, property), leavesOut: [] };
      return {
        text: promela(table, 'all'),
        leavesOut: missing(table, promelaCanSay, promelaCanSayBeside, BRANCHING),
      };
    case 'murphi':
      if (property !== undefined) return { text: murphi(table, { property }), leavesOut: [] };
      return { text: murphi(table, 'all'), leavesOut: missing(table, murphiCanSay, murphiCanSayBeside, FAIR) };
    case 'xstate':
      return { text: xstate(table), leavesOut: xstateLeavesOut(table) };
    case 'dot':
      return { text: dot(table, labels), leavesOut: Object.keys(table.properties ?? {}).map((name) => `“${name}”`) };
    case 'json':
      return { text: tableToJson(table), leavesOut: [] };
    case 'yaml':
      return { text: tableToYaml(table), leavesOut: [] };
  }
}
