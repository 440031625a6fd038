/** Where the compiler puts the error of each mistake in a file of types: on the wrong literal, not on the whole call. For tests only. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const CONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const MISTAKE = /^\/\/ @ts-expect-error .*: `(.*)`$/;

/** The file's text with every expectation blanked, so that the errors show, and what each line promised. */
function unmasked(file: string): { readonly text: string; readonly promised: ReadonlyMap<number, string> } {
  const promised = new Map<number, string>();
  const lines = readFileSync(file, 'utf8').split('\n');
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

function errorsByLine(path: string, text: string): ReadonlyMap<number, readonly string[]> {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(CONFIG, ts.sys.readFile).config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (file) => (file === path ? text : read(file));
  const program = ts.createProgram([path], { ...options, types: [], noEmit: true }, host);
  const source = program.getSourceFile(path) as ts.SourceFile;
  const errors = new Map<number, string[]>();
  for (const { start = 0 } of program.getSemanticDiagnostics(source)) {
    const { line } = source.getLineAndCharacterOfPosition(start);
    errors.set(line, [...(errors.get(line) ?? []), partAt(source, start)]);
  }
  return errors;
}

/** Tests that each mistake in a file has one error, on the literal that is promised, and that there are at least so many of them. */
export function testMistakes(file: string, least: number): void {
  const { text, promised } = unmasked(file);

  test('each has one error, on the literal that is wrong', () => {
    const expected = [...promised].map(([line, literal]) => [line + 1, [literal]]);
    const errors = errorsByLine(file, text);
    expect([...errors].map(([line, parts]) => [line + 1, parts])).toEqual(expected);
  });

  test('are many', () => expect(promised.size).toBeGreaterThanOrEqual(least));
}
