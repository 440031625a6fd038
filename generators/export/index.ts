/** A table or a system in the languages of other tools, and what each of them cannot say. */
import { isSystem, type Model, type SystemProperty } from '../../model/system/types.ts';
import { systemToJson, systemToYaml } from '../../model/system/write.ts';
import { tableToJson, tableToYaml } from '../../model/table/write.ts';
import { propertiesOf } from './claims.ts';
import { dot } from './dot.ts';
import { murphi, murphiCanSay, murphiCanSayBeside } from './murphi.ts';
import { promela, promelaCanSay, promelaCanSayBeside } from './promela.ts';
import { xstate, xstateLeavesOut } from './xstate.ts';

/** The languages, by the name that users give them. */
export const EXPORTS = ['promela', 'murphi', 'xstate', 'dot', 'json', 'yaml'] as const;
/** The name of a language that models are exported to. */
export type ExportLanguage = (typeof EXPORTS)[number];

/** A model in another language. What that language cannot say, or not beside the rest, is listed. */
export type Exported = { readonly text: string; readonly leavesOut: readonly string[] };

const FAIR = 'must happen under fairness';
const BRANCHING = 'must always stay reachable';

/** Why each property of a model is missing, where it is. */
function missing(
  model: Model,
  canSay: (property: SystemProperty) => boolean,
  canSayBeside: (property: SystemProperty) => boolean,
  never: string,
): readonly string[] {
  return propertiesOf(model).flatMap(([name, property]) => {
    if (!canSay(property)) return [`“${name}”: this language cannot say what ${never}`];
    return canSayBeside(property) ? [] : [`“${name}”: needs a model of its own; ask for it by its name`];
  });
}

/**
 * The model in another language. With the name of a property, a model that asks for this one alone; of the languages only Promela and Murphi
 * have such models.
 *
 * @throws {RangeError} when the language cannot say the property, or there is none of that name.
 */
export function exportModel(
  model: Model,
  language: ExportLanguage,
  options: { readonly labels?: string; readonly property?: string } = {},
): Exported {
  const { labels = 'en', property: name } = options;
  if (name !== undefined) return { text: single(model, language, name), leavesOut: [] };
  switch (language) {
    case 'promela':
      return { text: promela(model), leavesOut: missing(model, promelaCanSay, promelaCanSayBeside, BRANCHING) };
    case 'murphi':
      return { text: murphi(model), leavesOut: missing(model, murphiCanSay, murphiCanSayBeside, FAIR) };
    case 'xstate':
      return { text: xstate(model), leavesOut: xstateLeavesOut(model) };
    case 'dot':
      return {
        text: dot(model, labels),
        leavesOut: [
          ...(isSystem(model) ? model.tables : [model])
            .filter(({ transitions }) => transitions.some(({ set }) => set !== undefined))
            .map(({ name: table }) => `what the rows of ${table} set: an arrow says its event and its guard`),
          ...propertiesOf(model).map(([each]) => `“${each}”: a drawing asks nothing`),
        ],
      };
    case 'json':
      return { text: isSystem(model) ? systemToJson(model) : tableToJson(model), leavesOut: [] };
    case 'yaml':
      return { text: isSystem(model) ? systemToYaml(model) : tableToYaml(model), leavesOut: [] };
  }
}

/** A model that asks for one property. */
function single(model: Model, language: ExportLanguage, name: string): string {
  const property = propertiesOf(model).find(([each]) => each === name)?.[1];
  if (property === undefined) throw new RangeError(`there is no property “${name}”`);
  if (language === 'promela') return promela(model, { name, property });
  if (language === 'murphi') return murphi(model, { name, property });
  throw new RangeError(`${language} has no models of single properties`);
}
