/** Where the compiler puts the error of each mistake in `define.types.ts`: on the wrong literal, not on the whole call. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { defineTable } from './define.ts';

const FILE = fileURLToPath(new URL('define.types.ts', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const MISTAKE = /^\/\/ @ts-expect-error .*: `(.*)`$/;

/** The file's text with every expectation blanked, so that the errors show, and what each line promised. */
function unmasked(): { readonly text: string; readonly promised: ReadonlyMap<number, string> } {
  const promised = new Map<number, string>();
  const lines = readFileSync(FILE, 'utf8').split('\n');
  const text = lines.map((line, index) => {
    const literal = MISTAKE.exec(line)?.[1];
    if (literal === undefined) return line;
    promised.set(index + 1, literal);
    return '';
  });
  return { text: text.join('\n'), promised };
}

/** The part that an error stands on: a property with its value where the error is at the property's name. */
function partAt(source: ts.SourceFile, start: number): string {
  let found: ts.Node = source;
  const visit = (node: ts.Node): void => {
    if (node.getStart(source) > start || start >= node.getEnd()) return;
    if (node.getStart(source) === start) found = found.getStart(source) === start ? found : node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.getText(source);
}

function errorsByLine(text: string): ReadonlyMap<number, readonly string[]> {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(CONFIG, ts.sys.readFile).config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (file) => (file === FILE ? text : read(file));
  const program = ts.createProgram([FILE], { ...options, types: [], noEmit: true }, host);
  const source = program.getSourceFile(FILE) as ts.SourceFile;
  const errors = new Map<number, string[]>();
  for (const { start = 0 } of program.getSemanticDiagnostics(source)) {
    const { line } = source.getLineAndCharacterOfPosition(start);
    errors.set(line, [...(errors.get(line) ?? []), partAt(source, start)]);
  }
  return errors;
}

describe('mistakes in a table', () => {
  const { text, promised } = unmasked();

  test('each has one error, on the literal that is wrong', () => {
    const expected = [...promised].map(([line, literal]) => [line + 1, [literal]]);
    const errors = errorsByLine(text);
    expect([...errors].map(([line, parts]) => [line + 1, parts])).toEqual(expected);
  });

  test('are many', () => expect(promised.size).toBeGreaterThanOrEqual(80));
});

test('defineTable gives back the very value', () => {
  const table = { name: 't', states: { a: { initial: true } }, events: { x: {} }, transitions: [] } as const;
  expect(defineTable(table)).toBe(table);
});
