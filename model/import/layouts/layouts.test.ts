/** What each layout takes from a document, told by hand. */
import { describe, expect, test } from 'vitest';
import { readDocument } from '../read.ts';
import { arrowsOf, laid } from './testing.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('words for all states', () => {
  test('mean every state but the one that the arrow leads to, in every layout, and it is said', () => {
    const table = [
      '| From | To | Event |',
      '|---|---|---|',
      '| A | B | go |',
      '| Any state | C | drop |',
      '| * | A | reset |',
    ];
    const read = readDocument({ name: 'a.md', text: lines(...table) });
    expect('problem' in read ? [] : read.states.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
    expect(
      'problem' in read ? [] : read.findings.map(({ code, message, line, column }) => [code, message, line, column]),
    ).toEqual([
      ['SA307', '“Any state” is taken to mean every state but the one the arrow leads to: 2 here', 4, 3],
      ['SA307', '“*” is taken to mean every state but the one the arrow leads to: 2 here', 5, 3],
    ]);
    expect(arrowsOf(laid(lines(...table), 'markdown').found)).toEqual([
      ...['A → B | go', 'A → C | drop', 'B → C | drop', 'B → A | reset', 'C → A | reset'],
    ]);
    const rows = lines('| Statut | Précédent |', '|---|---|', '| A | aucun |', '| B | A |', '| C | Tous les états |');
    expect(arrowsOf(laid(rows, 'markdown').found)).toEqual(['aucun → A', 'A → B', 'A → C', 'B → C']);
    const diagram = lines('stateDiagram-v2', 'A --> B : go', 'any --> C : drop');
    expect(arrowsOf(laid(diagram, 'mermaid').found)).toEqual(['A → B | go', 'A → C | drop', 'B → C | drop']);
  });

  test('are labels as others where something leads to them', () => {
    const diagram = lines('stateDiagram-v2', 'A --> All', 'All --> A');
    expect(arrowsOf(laid(diagram, 'mermaid').found)).toEqual(['A → All', 'All → A']);
  });
});

describe('columns', () => {
  test('a label over several rows, headings over two rows, lists in cells, and a column that is left unread', () => {
    const html = lines(
      '<table><tr><th rowspan=2>Statut<th colspan=2>Statuts<th rowspan=2>Déclencheur</tr>',
      '<tr><th>précédents<th>suivants</tr>',
      '<tr><td rowspan=2>Ouvert<td>aucun<td><ul><li>En cours<li>Fermé</ul><td>x',
      '<tr><td>Fermé<td>En cours<td>y',
      '<tr><td>En cours<td>Ouvert<td>Fermé ou Ouvert<td>z</table>',
    );
    const { found, left } = laid(html, 'html');
    expect(arrowsOf(found)).toEqual([
      ...['aucun → Ouvert', 'Fermé → Ouvert', 'Ouvert → En cours', 'Ouvert → Fermé', 'Ouvert → En cours'],
      ...['Ouvert → En cours', 'En cours → Fermé ou Ouvert'],
    ]);
    expect(found.entries.map(({ label }) => [label.text, label.line, label.column])).toEqual([
      ['Ouvert', 3, 19],
      ['En cours', 5, 9],
    ]);
    expect(left).toEqual([{ line: 1, column: 1, what: 'the column Déclencheur' }]);
  });

  test('a list in a sentence is taken apart where all of it is known', () => {
    const markdown = lines(
      '| Status | Next status |',
      '|---|---|',
      '| A1 | B1, C or D |',
      '| B1 | A1 or C, D |',
      '| C, D | A1 |',
      '| C | - |',
      '| D | C |',
    );
    expect(arrowsOf(laid(markdown, 'markdown').found)).toEqual([
      ...['A1 → B1', 'A1 → C', 'A1 → D', 'B1 → A1', 'B1 → C', 'B1 → D', 'C, D → A1', 'C → -', 'D → C'],
    ]);
  });

  test('a reference in one list takes that list of the other row, and leaves the list beside it', () => {
    const markdown = lines(
      ...['| Status | Previous status | Next status |', '|---|---|---|', '| A | none | B |', '| B | A | D |'],
      ...['| C | see B | D, A |', '| D | B | see B |', '| E | see B | |'],
    );
    const { found } = laid(markdown, 'markdown');
    expect(arrowsOf(found)).toEqual([
      ...['none → A', 'A → B', 'A → B', 'B → D', 'A → C', 'C → D', 'C → A', 'B → D', 'D → D', 'see B → E'],
    ]);
    const read = readDocument({ name: 'a.md', text: markdown });
    const claims = 'problem' in read ? [] : read.claims.filter(({ line }) => line === 5);
    expect(claims.map(({ column, from, to }) => [column, from, to])).toEqual([
      [7, 'a', 'c'],
      [15, 'c', 'd'],
      [18, 'c', 'a'],
    ]);
  });

  test('a table goes on without headings, and another one with the same', () => {
    const head = '<tr><th>State<th>Next state</tr>';
    const html = `<table>${head}<tr><td>A<td>B</table><p>Page 2<table><tr><td>B<td>A</table><table>${head}<tr><td>C<td>A</table>`;
    const { found, left } = laid(html, 'html');
    expect(arrowsOf(found)).toEqual(['A → B', 'B → A', 'C → A']);
    expect(left).toEqual([]);
  });
});

describe('matrix', () => {
  test('over two pages, with the same events and further states', () => {
    const markdown = lines(
      ...[
        '| Event \\\\ State | Idle | Busy |',
        '|---|---|---|',
        '| take | note/Busy | - |',
        '| end | impossible | Done¹ |',
        '',
      ],
      ...[
        '| Event \\\\ State | Done | Gone |',
        '|---|---|---|',
        '| take | [asked] Idle | N/A |',
        '| end | Gone*; Idle (if kept) | |',
        '',
      ],
      ...['¹ when all is paid', '', '* for good'],
    );
    const { found } = laid(markdown.replace('* for good', '\\* for good'), 'markdown');
    expect(found.layout).toBe('matrix');
    expect(arrowsOf(found)).toEqual([
      ...['Idle → Busy | take', 'Busy → Done | end | when all is paid', 'Done → Idle | take | asked'],
      ...['Done → Gone | end | for good', 'Done → Idle | end | if kept'],
    ]);
    expect(found.named.map(({ text }) => text)).toEqual(['Idle', 'Busy', 'Done', 'Gone']);
  });

  test('over two pages, with the same states and further events; a title above; states down the side', () => {
    const csv = lines('Page 1,,', 'State,take,drop', 'Idle,Busy,', 'Busy,,Idle');
    expect(arrowsOf(laid(csv, 'csv').found)).toEqual(['Idle → Busy | take', 'Busy → Idle | drop']);
    const html =
      '<table><tr><th>Event<th>Idle<th>Busy<tr><td>take<td>Busy<td></table><table><tr><th>Event<th>Idle<th>Busy<tr><td>drop<td><td>beep / Idle</table>';
    expect(arrowsOf(laid(html, 'html').found)).toEqual(['Idle → Busy | take', 'Busy → Idle | drop']);
  });

  test('states that read like headings', () => {
    const csv = lines('Event,Start,Running,End', 'go,Running,,', 'stop,,End,', 'fail,,-,');
    const { found } = laid(csv, 'csv');
    expect(found.layout).toBe('matrix');
    expect(arrowsOf(found)).toEqual(['Start → Running | go', 'Running → End | stop']);
  });
});

describe('diagram', () => {
  test('composites, choices, notes, aliases, comments and the ends of both', () => {
    const mermaid = lines(
      ...[
        '---',
        'title: Work',
        '---',
        'stateDiagram-v2',
        '  direction LR',
        '  %% nobody reads this',
        '  state "In work" as W',
        '  D : Done &#35; well'.replace('&', ''),
      ],
      ...[
        '  [*] --> Open',
        '  Open --> W : take [free] / log',
        '  state c <<choice>>',
        '  W --> c : finish',
        '  c --> D : [good]',
        '  c --> Open : else',
      ],
      ...[
        '  state Group {',
        '    [*] --> A',
        '    A --> B : go',
        '    state Inner {',
        '      [*] --> C',
        '      C --> [*]',
        '    }',
        '    B --> Inner : in',
      ],
      ...[
        '    Inner --> A',
        '    B --> [*]',
        '  }',
        '  D --> Group : more',
        '  Group --> Open : back',
        '  note right of W',
        '    Somebody',
        '    works.',
        '  end note',
      ],
      ...['  note left of D : At last', '  classDef bad fill:#f00', '  class W bad', '  W:::bad --> [*]'],
    );
    const { found } = laid(mermaid, 'mermaid');
    expect(arrowsOf(found)).toEqual([
      ...[
        'none → Open',
        'Open → In work | take | free',
        'In work → Done # well | finish | good',
        'In work → Open | finish | else',
      ],
      ...[
        'A → B | go',
        'C → A',
        'B → C | in',
        'Done # well → A | more',
        'A → Open | back',
        'B → Open | back',
        'C → Open | back',
        'In work → none',
      ],
    ]);
    expect(found.named.map(({ text, description }) => [text, ...(description ?? []).map((each) => each.text)])).toEqual(
      [...[['In work', 'Somebody works.'], ['Done # well', 'At last'], ['Open'], ['A'], ['B'], ['C']]],
    );
    expect(found.unread).toEqual([]);
    expect(found.arrows[1]).toMatchObject({ line: 10, column: 3, text: 'Open --> W : take [free] / log' });
  });

  test('a composite with regions beside each other stays one state', () => {
    const mermaid = lines(
      'stateDiagram',
      'Off --> On : press',
      'state On {',
      'A --> B : x',
      '--',
      'C --> D : y',
      '}',
      'On --> Off : press',
    );
    expect(arrowsOf(laid(mermaid, 'mermaid').found)).toEqual([
      'Off → On | press',
      'A → B | x',
      'C → D | y',
      'On → Off | press',
    ]);
  });

  test('several diagrams in one document, and nodes of choice that go round in circles', () => {
    const markdown = lines(
      '```mermaid',
      'stateDiagram-v2',
      'state c <<choice>>',
      'A --> c : x',
      'c --> c',
      'c --> B',
      '```',
      '',
      '```mermaid',
      'stateDiagram-v2',
      'B --> A',
      '```',
    );
    expect(arrowsOf(laid(markdown, 'markdown').found)).toEqual(['A → B | x', 'B → A']);
  });

  test('a flowchart, where there is nothing else', () => {
    const mermaid = lines(
      'flowchart LR',
      '  A[Open] -->|take| B("In work"):::busy',
      '  B -- finish --> C{{Done}} & A',
      '  C --> D; ',
      '  classDef busy fill:#ff0',
    );
    expect(arrowsOf(laid(mermaid, 'mermaid').found)).toEqual([
      ...['Open → In work | take', 'In work → Done | finish', 'In work → Open | finish', 'Done → D'],
    ]);
    const table = lines('| State | Next |', '|---|---|', '| X | Y |', '| Y | X |');
    const both = laid(`${table}\n\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n`, 'markdown');
    expect(both.found.layout).toBe('columns');
    expect(both.left).toEqual([]);
  });
});

describe('definitions', () => {
  test('what surely follows need not be described, and what a description only says is no arrow', () => {
    const markdown = lines(
      ...[
        '## A',
        '',
        'Can transition to B through x. Can transition to Gone through y. Can transition to whatever.',
        '',
      ],
      ...['## B', '', 'It becomes Clear that it goes to Sleep.'],
    );
    expect(arrowsOf(laid(markdown, 'markdown').found)).toEqual(['A → B | x', 'A → Gone | y']);
  });

  test('a sentence that begins anew with another state', () => {
    const markdown = lines(
      ...['## Open', '', 'Can transition to Parked through park, to Solved through solve.', ''],
      ...['## Parked', '', 'Can go to Open by resuming, In work by hand or to Solved via drop (after 3 days).', ''],
      ...['## Solved', '', 'Can become Open or Parked through reopen and file, or In work.', ''],
      ...[
        '## In work',
        '',
        'Kann übergehen in Open durch a, in Solved durch b. Reached from Open via x, from Parked via y.',
      ],
    );
    expect(arrowsOf(laid(markdown, 'markdown').found)).toEqual([
      ...['Open → Parked | park', 'Open → Solved | solve', 'Parked → Open | resuming', 'Parked → In work | hand'],
      ...[
        'Parked → Solved | drop | after 3 days',
        'Solved → Open | reopen and file',
        'Solved → Parked | reopen and file',
      ],
      ...[
        'Solved → In work',
        'In work → Open | a',
        'In work → Solved | b',
        'Open → In work | x',
        'Parked → In work | y',
      ],
    ]);
  });

  test('sections, lists with introductions, arrows and bold terms', () => {
    const markdown = lines(
      ...[
        '# All about it',
        '',
        'Words.',
        '',
        '## Draft',
        '',
        'Being written. It can transition to Review through submit.',
        '',
        'Next states:',
        '',
        '- On hold (when busy)',
        '- Review',
        '',
      ],
      ...[
        '## Review',
        '',
        '- → Published (when approved)',
        '- ← Draft: submit',
        '',
        '## On hold',
        '',
        'From: Draft, Review',
        '',
        '## Published',
        '',
        'The end.',
        '',
        '## See also',
        '',
        'More.',
      ],
    );
    const { found } = laid(markdown, 'markdown');
    expect(arrowsOf(found)).toEqual([
      ...[
        'Draft → Review | submit',
        'Draft → On hold | when busy',
        'Draft → Review',
        'Review → Published | when approved',
      ],
      ...['Draft → Review | submit', 'Draft → On hold', 'Review → On hold'],
    ]);
    expect(found.named.map(({ text }) => text)).toEqual(['Draft', 'Review', 'On hold', 'Published']);
    const terms = laid(
      lines('- **Open**: goes to Shut by push', '- **Shut**: nothing', '  - from Open', '- **Gone**: for ever'),
      'markdown',
    );
    expect(arrowsOf(terms.found)).toEqual(['Open → Shut | push', 'Open → Shut']);
    expect(terms.found.named.map(({ text }) => text)).toEqual(['Open', 'Shut', 'Gone']);
    const labels = laid(
      lines('Open: can go to Shut or Gone', 'Note: well', 'Shut: becomes Open', 'Gone: over'),
      'text',
    );
    expect(arrowsOf(labels.found)).toEqual(['Open → Shut', 'Open → Gone', 'Shut → Open']);
    expect(labels.found.named.map(({ text }) => text)).toEqual(['Open', 'Shut', 'Gone']);
    const text = laid(lines('Open -> Shut: push', 'Shut → Open (pull)', 'Shut => Locked'), 'text');
    expect(arrowsOf(text.found)).toEqual(['Open → Shut | push', 'Shut → Open | pull', 'Shut → Locked']);
  });
});

describe('several layouts in one document', () => {
  const states = lines('| Status | Meaning |', '|---|---|', '| Open | New. |', '| Shut | Over. |');
  const rows = lines('| From | To | How |', '|---|---|---|', '| Open | Shut | push |');
  const drawing = lines('```mermaid', 'stateDiagram-v2', 'Open --> Shut : push', 'Shut --> Open : pull', '```');

  test('descriptions are read along, what says less is left and said, and taken by demand', () => {
    const text = lines(states, '', rows, '', drawing, '', '| Key | Value |', '|---|---|', '| a | b |');
    const { found, left } = laid(text, 'markdown');
    expect(found.layout).toBe('diagram');
    expect(arrowsOf(found)).toEqual(['Open → Shut | push', 'Shut → Open | pull']);
    expect(found.named.flatMap(({ description }) => description?.map((each) => each.text) ?? [])).toEqual([
      'New.',
      'Over.',
    ]);
    expect(left).toEqual([
      { line: 6, column: 1, what: 'a table', layout: 'transitions' },
      { line: 16, column: 1, what: 'a table' },
    ]);
    const table = laid(text, 'markdown', { layout: 'transitions' }).found;
    expect(arrowsOf(table)).toEqual(['Open → Shut | push']);
    expect(table.declares).toBe(true);
    expect(arrowsOf(laid(text, 'markdown', { layout: 'states' }).found)).toEqual([]);
    const read = readDocument({ name: 'a.md', text });
    expect(
      'problem' in read ? [] : read.findings.filter(({ code }) => code === 'SA306').map(({ message }) => message),
    ).toEqual([
      'a table was left unread, since the layout diagram says more here; --layout transitions reads it',
      'a table was left unread',
    ]);
  });
});

describe('demands, and what cannot be read', () => {
  test('columns are told in their order, with headings or without', () => {
    const body = ['open,take,busy,1', 'busy,drop,open,2'];
    for (const text of [lines(...body), lines('Foo,Bar,Baz,Qux', ...body)])
      expect(arrowsOf(laid(text, 'csv', { columns: ['state', 'event', 'next'] }).found)).toEqual([
        ...['open → busy | take', 'busy → open | drop'],
      ]);
    expect(
      arrowsOf(
        laid(lines('Foo Bar', 'Open New.', '• Shut', 'Shut Over.', '• Open'), 'text', {
          columns: ['state', 'description', 'next'],
        }).found,
      ),
    ).toEqual([...['Open → Shut', 'Shut → Open']]);
  });

  test('what was seen and what to do', () => {
    const none = readDocument({ name: 'a.md', text: lines('# T', '', '| Foo | Bar |', '|---|---|', '| a | b |') });
    expect(none).toMatchObject({
      line: 3,
      column: 1,
      problem: 'none of its tables has a lifecycle; their headings are: line 3: Foo | Bar',
    });
    expect('remedy' in none && none.remedy).toContain('--columns state,previous,next,description');
    expect(readDocument({ name: 'a.txt', text: 'Hello there.' })).toMatchObject({
      line: 1,
      problem: expect.stringContaining('there is no line of headings'),
    });
    expect(readDocument({ name: 'a.csv', text: 'State,Next\nA,B' }, { layout: 'diagram' })).toMatchObject({
      problem: expect.stringContaining('the layout diagram'),
    });
  });
});

test('definitions in lines that begin with a colon, and arrows behind terms in bold letters', () => {
  const markdown = lines(
    '**A**',
    ': can become B through x',
    ': can become C',
    '',
    'B',
    ': can go to A',
    '',
    'C',
    ': no more',
  );
  expect(arrowsOf(laid(markdown, 'markdown').found)).toEqual(['A → B | x', 'A → C', 'B → A']);
  const items = lines('1. **A** → **B** (if so)', '2. **B** -> **A** when done', '3. **B** --> C');
  expect(arrowsOf(laid(items, 'markdown').found)).toEqual(['A → B | if so', 'B → A | when done', 'B → C']);
});
