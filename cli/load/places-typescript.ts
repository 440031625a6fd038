/**
 * Where the literal parts of a table or system in a TypeScript module stand. A part that is computed has the place of the definition it
 * belongs to.
 */
import { getLineInfo } from 'acorn';
import type { Place, Places } from '../../model/table/places.ts';
import { definitionsIn, exportedBy, followed, type Here, literal, partOf } from './expressions.ts';
import { parsed, type Source } from './source.ts';

/** What is looked for: the name of the table or system, and the name under which the module exports it. */
type Wanted = { readonly name: unknown; readonly exported?: string };

/** The places of a table or system that a module exports. */
export function typescriptPlaces(source: Source, wanted: Wanted): Places {
  const start = definitionOf(source, wanted);
  if (start === undefined) return () => ({ file: source.file, line: 1, column: 1 });
  return (path) => {
    const inTable = path[0] === 'tables';
    const section = inTable ? path[2] : path[0];
    let here = start;
    let at = start;
    let definition = start;
    for (const [depth, key] of path.entries()) {
      const part = partOf({ ...here, steps: 0 }, key);
      if (part === undefined) return { ...placeOf(section === 'transitions' ? definition : at), computed: true };
      here = part;
      at = part.at;
      if (inTable && depth === 1) definition = part.definition ?? at;
    }
    return placeOf(at);
  };
}

/** Where the definition of what is wanted is written: what the export leads to, what has that name, or the only one. */
function definitionOf(source: Source, { name, exported }: Wanted): Here | undefined {
  const module = parsed(source);
  if (module === undefined) return undefined;
  const given = exported === undefined ? undefined : exportedBy(module, exported);
  const found = given === undefined ? undefined : followed(given);
  if (found?.node.type === 'ObjectExpression') return found.definition ?? found;
  const definitions = definitionsIn(module);
  const named = definitions.find((each) => literal(partOf(each, 'name')) === name);
  return named ?? (definitions.length === 1 ? definitions[0] : undefined);
}

function placeOf({ node, module: { source } }: Here): Place {
  const { line, column } = getLineInfo(source.text, node.start);
  return { file: source.file, line, column: column + 1 };
}
