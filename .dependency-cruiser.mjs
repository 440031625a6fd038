/**
 * The import rule of the rooms. Data flows one way,
 *
 *     table -> system -> compile -> explore -> judge -> generators -> cli, docs, bench
 *
 * and imports point only back along it. Each rule says why it is there.
 */
const PURE = '^(model|properties|generators)/';
const TESTS =
  '([.](test|prop|types)[.]ts$)|(/(arbitrary|testing)[.]ts$)|^properties/(laws|conformance/examples|review/documents)/';

const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer'];

const backwards = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: to },
});

export default {
  forbidden: [
    backwards(
      'the-language-stands-alone',
      '^model/table/',
      '^(model/(?!table/)[^/]+|properties|generators|cli|bench|docs)/',
      'Whoever reads the language must not need to know any engine, and an engine can change without touching a table.',
    ),
    backwards(
      'systems-are-made-of-tables',
      '^model/system/',
      '^(model/(?!table/|system/)[^/]+|properties|generators|cli|bench|docs)/',
      'What a system is and who moves together is language; every engine and exporter reads it, so it may know none of them.',
    ),
    backwards(
      'compiling-does-not-explore',
      '^model/compile/',
      '^(model/(explore|import|rescue|gallery)|properties|generators|cli|bench|docs)/',
      'A compiled table is data for every engine; if it knew one of them, the others would stop being independent witnesses.',
    ),
    backwards(
      'exploring-does-not-judge',
      '^model/explore/',
      '^(model/(import|rescue|gallery)|properties|generators|cli|bench|docs)/',
      'What can happen is established before and apart from what should happen; otherwise a verdict could bend its own evidence.',
    ),
    backwards(
      'the-naive-explorer-reads-the-table-itself',
      '^model/explore/(naive|holds|participants|refusals)[^/]*[.]ts$',
      '^model/compile/',
      'It is the oracle for the compiled form and must share nothing with it.',
    ),
    backwards(
      'exporters-read-the-model-itself',
      '^generators/export/',
      '^model/compile/',
      'An outside engine is an independent witness only while nothing of our own engine reaches its input.',
    ),
    backwards(
      'models-are-data',
      '^model/(rescue|gallery)/',
      '^(model/(?!table/|system/|rescue/|gallery/)[^/]+|properties|generators|cli|bench|docs)/',
      'The flagship and the gallery are what a user would write: tables and systems, nothing more.',
    ),
    backwards(
      'judging-does-not-render',
      '^properties/',
      '^(generators|cli|bench|docs|model/(rescue|gallery))/',
      'A verdict is data. Judging in a printer is how two outputs come to disagree.',
    ),
    backwards(
      'generators-are-downstream',
      '^generators/',
      '^(cli|bench|docs|model/(rescue|gallery))/',
      'A generator is a pure function from model and verdicts to text; writing files is the command line’s work.',
    ),
    {
      name: 'the-site-is-rendered-for-the-command-line',
      comment:
        'Astro and Starlight are optional peers: only the verb that builds a site, and this project’s own build, may meet them.',
      severity: 'error',
      from: { pathNot: '^(cli|docs)/' },
      to: { path: '^docs/site/' },
    },
    {
      name: 'pure-rooms-touch-no-machine',
      comment:
        'model, properties and generators run in a browser unchanged: no file system, no process, no node module. The command line is the only door.',
      severity: 'error',
      from: { path: PURE, pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'light-rooms',
      comment:
        'What users install stays light: the pure rooms use zod and yaml and nothing else; drawing, browsers and random testing are optional peers.',
      severity: 'error',
      from: { path: PURE, pathNot: `${TESTS}|^model/import/formats/|^properties/(random|conformance)/` },
      to: { dependencyTypes: PACKAGES, pathNot: 'node_modules/(zod|yaml)/' },
    },
    {
      name: 'documents-are-parsed-in-one-folder',
      comment:
        'HTML and Markdown are read by the parsers that browsers and GitHub agree with, and only where documents become content: no other room grows by them.',
      severity: 'error',
      from: { path: '^model/import/formats/', pathNot: TESTS },
      to: {
        dependencyTypes: PACKAGES,
        pathNot: 'node_modules/(yaml|parse5|mdast-util-from-markdown|mdast-util-gfm|micromark-extension-gfm)/',
      },
    },
    {
      name: 'random-testing-in-two-folders',
      comment:
        'fast-check is an optional peer: whoever does not test at random does not install it. Implementations are tested at random too, and their races take its scheduler.',
      severity: 'error',
      from: { path: '^properties/(random|conformance)/', pathNot: `${TESTS}|^properties/conformance/vitest[.]ts$` },
      to: { dependencyTypes: PACKAGES, pathNot: 'node_modules/fast-check/' },
    },
    {
      name: 'vitest-in-one-file',
      comment: 'vitest is an optional peer of the one file that declares tests; conformance works without it.',
      severity: 'error',
      from: { path: '^properties/conformance/vitest[.]ts$' },
      to: { dependencyTypes: PACKAGES, pathNot: 'node_modules/vitest/' },
    },
    {
      name: 'only-declared-packages',
      comment: 'A package that is not in package.json works by accident.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      comment:
        'Users do not get development dependencies; an optional peer is imported only where its absence is handled.',
      severity: 'error',
      from: { path: '^(model|properties|generators|cli|docs/site)/', pathNot: `${TESTS}|^cli/pictures/` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer', 'npm-optional', 'type-only'] },
    },
    {
      name: 'tests-are-leaves',
      comment: 'Nothing that ships may lean on a test.',
      severity: 'error',
      from: { path: '^(model|properties|generators|cli)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-circles',
      comment: 'A circle of imports is one file pretending to be several.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that is no entry point is debris.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: `${TESTS}|^cli/main[.]ts$|^docs/site/(search|programs|[^/]+/element)[.]ts$|[.]atlas[.]ts$|/index[.]ts$|^bench/|[.]d[.]ts$|[.]config[.](ts|mjs)$`,
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
