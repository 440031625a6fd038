/** What the toolkit promises of every table and system, and which laws hold it to that. A test keeps this list true and complete. */

/** A promise, with the files of its laws and the names of those that say it most plainly. */
export type Promised = {
  readonly promise: string;
  readonly laws: { readonly [file: string]: readonly string[] };
};

export const PROMISES: readonly Promised[] = [
  {
    promise: 'random tables and systems have every feature of the language',
    laws: {
      'properties/laws/features.test.ts': [
        'every key, word, alternative and kind of value of the schema is generated',
        'everything happens',
      ],
      'model/table/write.test.ts': ['accepts every valid table, as it is, and accepts the result again'],
      'model/system/write.test.ts': ['every valid system is accepted as it is, and the result again'],
      'properties/laws/systems.prop.ts': ['random systems are systems of the language'],
    },
  },
  {
    promise: 'laws run as often and with the seeds that are asked for, and say how a failure is repeated',
    laws: { 'properties/laws/seeds.test.ts': ['a failure shows the smallest counterexample and how to repeat it'] },
  },
  {
    promise: 'what is written reads back as the same value: YAML and JSON',
    laws: {
      'model/table/write.test.ts': ['from YAML', 'from JSON', 'with any text for readers'],
      'model/system/write.test.ts': ['from YAML', 'from JSON'],
      'generators/export/export.test.ts': ['JSON and YAML are the table itself'],
      'model/table/schema.test.ts': ['every valid table, as it is written'],
      'model/system/schema.test.ts': ['every valid system, as it is written'],
    },
  },
  {
    promise: 'what is written reads back as the same value: TypeScript',
    laws: {
      'properties/laws/typescript.prop.ts': [
        'every valid table is accepted in TypeScript, and is the same value there',
        'every valid system is accepted in TypeScript, and is the same value there',
      ],
    },
  },
  {
    promise:
      'what other readers are given reads back: diagrams and pages as documents, tables in every format, machines as they run',
    laws: {
      'generators/mermaid/readback.prop.ts': ['the overview has every row with its event'],
      'generators/review/prose.prop.ts': ['the pages of a table, reviewed as prose against it, have no finding'],
      'model/import/layouts/layouts.prop.ts': ['a diagram is found again, also inside Markdown'],
      'model/import/formats/formats.prop.ts': ['in HTML, Markdown, CSV and JSON alike'],
      'generators/export/export.test.ts': ['does what random tables do'],
      'generators/export/systems.test.ts': ['does what random systems do'],
      'generators/export/commands.test.ts': ['guarded commands take the steps of the naive machine'],
      'generators/export/endings.prop.ts': ['of random tables', 'of random systems'],
    },
  },
  {
    promise: 'whatever is read, there is a value or a diagnostic at its place',
    laws: {
      'model/table/read.test.ts': ['whatever the text, there is a table or a diagnostic with a place inside it'],
      'model/table/parse.test.ts': ['for damaged tables'],
      'model/system/parse.test.ts': ['for damaged systems'],
    },
  },
  {
    promise: 'the fast engine is the naive one: graphs, counts, verdicts and lengths of traces',
    laws: {
      'properties/laws/compiled.prop.ts': ['graphs and judgements', 'of every form', 'with bounds'],
      'properties/laws/gallery.test.ts': ['%s has the expected counts, verdicts and findings, and nothing open'],
      'properties/judge/checking.prop.ts': [],
      'properties/judge/eventually-space.prop.ts': ['where cycles cross', 'on systems'],
      'model/explore/compiled.prop.ts': ['of systems, for every binding'],
      'model/explore/refusals.prop.ts': [],
      'model/explore/space/space.prop.ts': ['of systems'],
      'model/explore/compiled/packing.prop.ts': ['what is packed is read again'],
      'model/explore/compiled/seen.prop.ts': ['gives ids in order of discovery'],
    },
  },
  {
    promise:
      'exchanging instances changes nothing: orbits stand for all configurations, and what is judged is the same',
    laws: {
      'properties/laws/orbits.prop.ts': [
        'every orbit is kept once, and stands for all of it',
        'what is judged is the same, and traces are runs',
      ],
    },
  },
  {
    promise: 'a check that was broken off and goes on ends as one that was not',
    laws: {
      'model/explore/saved.prop.ts': ['of tables', 'of systems'],
      'properties/judge/resuming.prop.ts': ['a check that was saved is gone on from to the same judgement'],
    },
  },
  {
    promise: 'verdicts and findings are those of their definition',
    laws: {
      'properties/laws/judge.prop.ts': ['verdicts are those of a brute-force reference'],
      'properties/laws/systems.prop.ts': [
        'verdicts on finite runs are those of a brute-force reference, for all bindings',
      ],
    },
  },
  {
    promise: 'generated TypeScript compiles',
    laws: {
      'properties/laws/typescript.prop.ts': [
        'the types of tables and systems compile, and take the configurations and steps that there are',
      ],
    },
  },
  {
    promise: 'every Mermaid diagram parses and has exactly the edges of what it shows',
    laws: {
      'properties/laws/diagrams.prop.ts': [
        'with the neighbours of a state, and what an actor causes',
        'as a whole',
        'with how often each row fired',
        'a trace has a message and a note for every step',
        'every diagram of a system is read',
        'two versions have the arrows of both',
      ],
      'generators/mermaid/bundles.test.ts': ['arrows say what the rows say, no more and no less'],
      'generators/mermaid/systems.prop.ts': ['joins all that takes part in an event, in its line'],
      'generators/difference/diagram.prop.ts': ['Mermaid reads the diagram of any two tables'],
    },
  },
  {
    promise: 'every trace replays through the naive semantics',
    laws: {
      'properties/laws/judge.prop.ts': ['replay, and show what they claim', 'gives shortest traces that replay'],
      'properties/laws/systems.prop.ts': ['replay, show what they claim for their binding, and go through tokens'],
      'properties/laws/traces.prop.ts': [
        'traces of verdicts and findings',
        'traces of walks, and the tokens that repeat them',
        'with a version in which one thing is wrong',
        'with mutants that survive',
        'are accepted or refused as they say, and lead where they say',
      ],
      'properties/random/random.prop.ts': [
        'every step of every run is enabled when it is taken',
        'what a run shrinks to is a run too',
        'what shrinking ends with has no loop, and no step that can be left out',
      ],
      'docs/site/simulator/run.prop.ts': [],
    },
  },
  {
    promise: 'nothing differs from itself, and what is said to differ does',
    laws: {
      'properties/laws/traces.prop.ts': ['with itself there are none: nothing differs'],
      'properties/difference/difference.prop.ts': [
        'a table does not differ from itself',
        'bisimilarity is an equivalence',
      ],
      'properties/mutation/mutate.prop.ts': [
        'every mutant of a table is a table',
        'every row is led to every other state, or it is counted how often it is not',
      ],
    },
  },
  {
    promise: 'what is written depends on the model alone',
    laws: {
      'properties/laws/deterministic.prop.ts': [
        'twice the same',
        'whatever the order in which a row, a state or an event says its parts',
        'in other surroundings: another language, time zone and width of the terminal',
      ],
    },
  },
  {
    promise: 'texts of tables and documents stay texts',
    laws: {
      'generators/review/hostile.prop.ts': ['in HTML, no text adds an element, an attribute or an address'],
      'generators/suites/suites.test.ts': ['labels stay labels in every format'],
      'generators/systems.test.ts': ['no text of the system becomes markup'],
      'generators/text/diagram.test.ts': [],
    },
  },
  {
    promise: 'suites cover what they say, and find every fault that they promise to find',
    laws: {
      'properties/suites/methods.prop.ts': [
        'every implementation that differs fails',
        'the suite of method %s fails every implementation that differs',
      ],
      'properties/suites/tour.prop.ts': ['no closed walk through every transition is shorter'],
      'properties/suites/cover.prop.ts': [],
      'properties/suites/follow.prop.ts': ['a table passes its own suites'],
      'properties/suites/timed.prop.ts': [
        'a table whose timers fire by themselves passes its own suites, whichever fires first',
      ],
      'properties/conformance/conformance.prop.ts': ['a model conforms to itself'],
    },
  },
  {
    promise: 'documents are read for what they say, and reviewed for what is wrong with them',
    laws: {
      'model/import/recovery.prop.ts': ['what is sure to 1 is what the lifecycle says'],
      'model/import/consistent.prop.ts': ['the most consistent choice is the best of all'],
      'model/import/network.prop.ts': ['no way to read the rows is worth more than the one that is found'],
      'properties/review/review.prop.ts': ['a document that was printed from a table agrees with it, and with itself'],
      'properties/review/pair.prop.ts': ['one arrow less on one side is one finding about it'],
      'properties/review/consequences.prop.ts': ['an arrow that is not believed'],
    },
  },
];
