/** Modules as they are written: what their top-level names stand for, here or in the modules they import. */
import { stripTypeScriptTypes } from 'node:module';
import { type Node, type Program, parse } from 'acorn';
import { memo } from '../../model/table/memo.ts';

/** The text of a module. */
export type Source = {
  /** The file, as its user would type it. */
  readonly file: string;
  readonly text: string;
  /** The module that a relative import names, if it can be read. */
  readonly imported: (specifier: string) => Source | undefined;
};

/** What a name of a module is: an expression or a function of it, or a name of another module. */
export type Meaning = { readonly node: Node } | { readonly from: string; readonly name: string };

/** A module that has been parsed. */
export type Parsed = {
  readonly source: Source;
  readonly program: Program;
  readonly names: ReadonlyMap<string, Meaning>;
  /** The names under which it exports its own names. */
  readonly exports: ReadonlyMap<string, Meaning>;
};

/** Reads a module's text; nothing where it cannot be parsed. Node blanks the types out in place, so positions stay. */
export const parsed = memo((source: Source): Parsed | undefined => {
  const program = programOf(source);
  if (program === undefined) return undefined;
  const names = new Map<string, Meaning>();
  const exports = new Map<string, Meaning>();
  for (const statement of program.body) {
    const { declaration, isExported } = declarationOf(statement);
    for (const [name, node] of declared(declaration)) {
      names.set(name, { node });
      if (isExported) exports.set(name, { node });
    }
    if (statement.type === 'ImportDeclaration')
      for (const each of statement.specifiers)
        if (each.type !== 'ImportNamespaceSpecifier') {
          const name = each.type === 'ImportSpecifier' ? nameOf(each.imported) : 'default';
          names.set(each.local.name, { from: String(statement.source.value), name });
        }
  }
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const { local, exported } of statement.specifiers) {
      const from = statement.source === null || statement.source === undefined ? undefined : statement.source.value;
      const meaning = from === undefined ? names.get(nameOf(local)) : { from: String(from), name: nameOf(local) };
      if (meaning !== undefined) exports.set(nameOf(exported), meaning);
    }
  }
  return { source, program, names, exports };
});

function programOf({ text, file }: Source): Program | undefined {
  try {
    const script = /\.[cm]?ts$/.test(file) ? withoutTypes(text) : text;
    return parse(script, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    return undefined;
  }
}

/** A module without its types. Node warns at the first call that it may change how it does this; that is no concern of whoever reads the places of a table. */
function withoutTypes(text: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(text, { mode: 'strip' });
  } finally {
    process.emitWarning = emitWarning;
  }
}

const nameOf = (node: Node): string => {
  const { name, value } = node as unknown as { name?: string; value?: unknown };
  return name ?? String(value);
};

function declarationOf(statement: Program['body'][number]): {
  readonly declaration: Node;
  readonly isExported: boolean;
} {
  const isExported = statement.type === 'ExportNamedDeclaration' && statement.declaration != null;
  return { declaration: isExported ? (statement.declaration as Node) : statement, isExported };
}

/** The constants and functions that a statement declares. */
export function declared(statement: Node): readonly (readonly [name: string, node: Node])[] {
  const { type, kind, declarations, id } = statement as unknown as {
    type: string;
    kind?: string;
    declarations?: readonly { id: Node; init: Node | null }[];
    id?: Node | null;
  };
  if (type === 'FunctionDeclaration' && id) return [[nameOf(id), statement]];
  if (type !== 'VariableDeclaration' || kind !== 'const') return [];
  return (declarations ?? []).flatMap(({ id: target, init }) => {
    if (init === null) return [];
    return target.type === 'Identifier' ? [[nameOf(target), init] as const] : takenApart(target, init);
  });
}

/** What stays of an object when some of its keys are taken: `const { a, ...rest } = all`. */
export type Rest = Node & { readonly type: 'Rest'; readonly of: Node; readonly without: readonly string[] };

/** The names of a pattern of an object: parts of what it takes apart, and the rest of it. */
function takenApart(target: Node, init: Node): readonly (readonly [name: string, node: Node])[] {
  const { properties = [] } = target as unknown as { properties?: readonly Node[] };
  const entries = properties.map(
    (each) => each as unknown as { type: string; key: Node; value: Node; argument: Node; computed?: boolean },
  );
  const keys = entries.filter(({ type }) => type === 'Property').map(({ key }) => nameOf(key));
  const { start, end } = init;
  return entries.flatMap((each): readonly (readonly [string, Node])[] => {
    if (each.type === 'RestElement')
      return [[nameOf(each.argument), { type: 'Rest', of: init, without: keys, start, end } as Rest]];
    if (each.value.type !== 'Identifier' || each.computed === true) return [];
    const part = { type: 'MemberExpression', object: init, property: each.key, computed: false, start, end };
    return [[nameOf(each.value), part]];
  });
}
