/** Generated types compiled. For tests. */
import ts from 'typescript';

/** What TypeScript has to say of a module. */
export function diagnose(text: string): readonly string[] {
  const file = 'types.ts';
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const original = host.getSourceFile;
  host.getSourceFile = (name, version, ...more) =>
    name === file ? ts.createSourceFile(name, text, version, true) : original(name, version, ...more);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
