/** The reports of one small review, whose findings, places and sums are counted by hand in `testing.ts`. */
import { readFileSync } from 'node:fs';
import sarif from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { REVIEW_FINDINGS } from '../../properties/review/index.ts';
import { excerptOf } from './excerpt.ts';
import { reviewGithub } from './github.ts';
import { reviewJson, reviewReport } from './json.ts';
import { reviewJunit } from './junit.ts';
import { reviewMarkdown } from './markdown.ts';
import { meantBy } from './parts.ts';
import { reviewSarif } from './sarif.ts';
import { OPEN, review, reviewSaying } from './testing.ts';
import { reviewText } from './text.ts';

/** The official schema of SARIF 2.1.0. It is written in an older dialect, of which it uses nothing but how the dialect itself is named. */
const { $schema: _, id: __, ...sarifSchema } = sarif;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(sarifSchema);

const sarifProblems = (log: unknown): unknown => (isSarif(log) ? [] : isSarif.errors);

test('the text points at cells, and tells decided findings apart and short', () => {
  expect(reviewText(review)).toMatchInlineSnapshot(`
    "ticket.txt, handbook against ticket

      ✗ error SA320 Open lists Closed as next, but Closed does not list Open as previous   [ticket.txt:2:20]
          ticket.txt:2:20
          2 │ Open none Waiting, Closed
            │                    ^^^^^^ lists it as next
          ticket.txt:4:8
          4 │ Closed Waiting none
            │        ^^^^^^^ all that Closed lists
        If this is not believed: closed can then never be reached
                start open
             1  from here on, for ever: ask → waiting
             2  answer → open
        decide: Add Open to the previous list of Closed, in line 4.
            or: Reject the claim with a ruling in the table.
            or: Rule on it in the table, under rulings: - { finding: SA320, states: [open, closed], because: … }

      ? note SA324 nobody names Waiting   [ticket.txt:3:1]
          ticket.txt:3:1
          3 │ Waiting Open Open
            │ ^^^^^^^
        decide: Rule on it in the table, under rulings: - { finding: SA324, states: [waiting], because: … }

    Decided
      • SA321 Closed lists Waiting as previous, but Waiting does not list Closed as next   [ticket.txt:4:8]
          rejected (Ada, 2026-03-01): A ticket is closed by us.

      2 documents, 3 states, 6 claims (3 agree, 1 contradicted, 1 unsupported, 1 decided)
      2 open (1 error, 1 note), 1 decided"
  `);
});

test('quietly, what is decided is left out, and nothing is said where nothing is open', () => {
  expect(reviewText(review, { quiet: true })).not.toContain('SA321');
  const decided = review.findings.filter(({ ruling }) => ruling !== undefined);
  expect(reviewText({ ...review, findings: decided }, { quiet: true })).toBe('');
});

test.each([
  ['short line', 'a Closed b', 3, 6, 40, 'a Closed b', '  ^^^^^^'],
  ['cut on both sides', `${'x'.repeat(50)}Closed${'y'.repeat(50)}`, 51, 6, 16, '…xxxxClosedyyyy…', '     ^^^^^^'],
  ['cut at its end', `Closed${'y'.repeat(50)}`, 1, 6, 12, 'Closedyyyy…', '^^^^^^'],
  ['longer than the terminal', 'Closed'.repeat(9), 1, 54, 10, 'ClosedCl…', '^^^^^^^^'],
  ['wide characters', '状態 Closed', 4, 6, 40, '状態 Closed', '     ^^^^^^'],
  ['accents that combine', 'Ferme\u0301 x', 8, 1, 40, 'Ferme\u0301 x', '      ^'],
  ['control characters', '\u001b[2J x', 6, 1, 40, '\\u001b[2J x', '          ^'],
  ['beyond the line', 'ab', 9, 3, 40, 'ab', '  ^'],
])('an excerpt of a %s', (_, line, column, length, width, shown, carets) => {
  expect(excerptOf(line, column, length, width)).toEqual({ line: shown, carets });
});

test.each([
  ['as it is', 'a Lost b', 3, undefined, { column: 3, length: 4 }],
  ['as HTML', '<td>Lost &amp; found</td>', 5, 12, { column: 5, length: 16 }],
  ['farther on', '  Closed by us', 1, undefined, { column: 3, length: 6 }],
  ['nowhere', '  Shut', 1, undefined, { column: 1 }],
  ['as a piece that the place tells', 'Closed by us', 1, 3, { column: 1, length: 3 }],
] as const)('a text is found %s', (_, line, column, length, meant) => {
  const text = line.includes('Lost') ? (line.includes('&') ? 'Lost & found' : 'Lost') : 'Closed';
  const place = { document: 'd', line: 1, column, ...(length !== undefined && { length }) };
  expect(meantBy(place, text, () => [line])).toEqual(meant);
});

test('the Markdown folds what is open, and lists what is decided', () => {
  expect(reviewMarkdown(review)).toMatchInlineSnapshot(`
    "# Review of ticket.txt, handbook against ticket

    **2 open (1 error, 1 note), 1 decided** · 2 documents, 3 states, 6 claims (3 agree, 1 contradicted, 1 unsupported, 1 decided)

    <details><summary>✗ error <b>SA320</b> Open lists Closed as next, but Closed does not list Open as previous <code>ticket.txt:2:20</code></summary>

    *listed as next, not as previous*

    | Where | As written | Says |
    |---|---|---|
    | ticket.txt:2:20 | Closed | lists it as next |
    | ticket.txt:4:8 | Waiting | all that Closed lists |

    If this is not believed: closed can then never be reached

    start open

    1. from here on, for ever: ask → waiting
    2. answer → open

    Ways to decide it:

    - Add Open to the previous list of Closed, in line 4.
    - Reject the claim with a ruling in the table.
    - Rule on it in the table, under rulings: \`- { finding: SA320, states: [open, closed], because: … }\`

    </details>

    <details><summary>? note <b>SA324</b> nobody names Waiting <code>ticket.txt:3:1</code></summary>

    *state described, never named*

    Ways to decide it:

    - Rule on it in the table, under rulings: \`- { finding: SA324, states: [waiting], because: … }\`

    </details>

    <details><summary>1 decided</summary>

    | Code | Finding | Where | Decision |
    |---|---|---|---|
    | SA321 | Closed lists Waiting as previous, but Waiting does not list Closed as next | ticket.txt:4:8 | rejected (Ada, 2026-03-01\\): A ticket is closed by us. |

    </details>
    "
  `);
});

test('the annotations name file, line and columns', () => {
  expect(reviewGithub(review)).toMatchInlineSnapshot(`
    "::error file=ticket.txt,line=2,col=20,endColumn=26,title=SA320 listed as next%2C not as previous::Open lists Closed as next, but Closed does not list Open as previous%0AAdd Open to the previous list of Closed, in line 4.%0AReject the claim with a ruling in the table.
    ::notice file=ticket.txt,line=3,col=1,endColumn=8,title=SA324 state described%2C never named::nobody names Waiting
    "
  `);
});

test('the annotations escape what separates their parts', () => {
  const document = 'a,b:c%.txt';
  expect(
    reviewGithub({ documents: [], findings: [{ ...OPEN, document, message: '50%\n::error::x', remedies: [] }] }),
  ).toBe(
    '::error file=a%2Cb%3Ac%25.txt,line=2,col=20,endColumn=26,title=SA320 listed as next%2C not as previous::50%25\\u000a::error::x\n',
  );
});

test.each([
  ['error', 1],
  ['warning', 1],
  ['note', 2],
] as const)('from %ss on, %i findings fail, and are the failures of the JUnit report', (least, failures) => {
  const { window } = new JSDOM(reviewJunit(review, least), { contentType: 'application/xml' });
  const all = (selector: string) => [...window.document.querySelectorAll(selector)];
  expect(all('failure')).toHaveLength(failures);
  const suites = all('testsuite').map((suite) =>
    ['name', 'tests', 'failures', 'skipped'].map((name) => suite.getAttribute(name)),
  );
  expect(suites).toEqual([
    ['ticket.txt', '3', String(failures), '1'],
    ['handbook', '1', '0', '0'],
  ]);
  const root = window.document.documentElement;
  expect(['tests', 'failures', 'skipped'].map((name) => root.getAttribute(name))).toEqual(['4', String(failures), '1']);
  expect(all('testcase')).toHaveLength(4);
});

test('the SARIF log meets the official schema, with the regions of the cells and the decisions', () => {
  const log = reviewSarif(review, { version: '1.2.3', codes: 'https://example.org/codes' });
  expect(sarifProblems(log)).toEqual([]);
  expect(log).toMatchInlineSnapshot(`
    {
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "runs": [
        {
          "artifacts": [
            {
              "location": {
                "uri": "ticket.txt",
              },
            },
            {
              "description": {
                "text": "Claims that the table restates; the document is not at hand.",
              },
              "location": {
                "uri": "handbook",
              },
            },
          ],
          "columnKind": "utf16CodeUnits",
          "results": [
            {
              "level": "error",
              "locations": [
                {
                  "logicalLocations": [
                    {
                      "kind": "cell",
                      "name": "row 2, column 3",
                    },
                  ],
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "ticket.txt",
                    },
                    "region": {
                      "endColumn": 26,
                      "endLine": 2,
                      "startColumn": 20,
                      "startLine": 2,
                    },
                  },
                },
              ],
              "message": {
                "text": "Open lists Closed as next, but Closed does not list Open as previous
    If this is not believed: closed can then never be reached
    start open; from here on, for ever: ask → waiting; answer → open
    Add Open to the previous list of Closed, in line 4.
    Reject the claim with a ruling in the table.",
              },
              "partialFingerprints": {
                "stateatlasFinding/v1": "94c524be211c91f3:1",
              },
              "relatedLocations": [
                {
                  "id": 0,
                  "message": {
                    "text": "“Closed” lists it as next",
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "ticket.txt",
                    },
                    "region": {
                      "endColumn": 26,
                      "endLine": 2,
                      "startColumn": 20,
                      "startLine": 2,
                    },
                  },
                },
                {
                  "id": 1,
                  "message": {
                    "text": "“Waiting” all that Closed lists",
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "ticket.txt",
                    },
                    "region": {
                      "endColumn": 15,
                      "endLine": 4,
                      "startColumn": 8,
                      "startLine": 4,
                    },
                  },
                },
              ],
              "ruleId": "SA320",
              "ruleIndex": 0,
              "suppressions": [],
            },
            {
              "level": "note",
              "locations": [
                {
                  "logicalLocations": [
                    {
                      "kind": "cell",
                      "name": "row 2, column 3",
                    },
                  ],
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "ticket.txt",
                    },
                    "region": {
                      "endColumn": 8,
                      "endLine": 3,
                      "startColumn": 1,
                      "startLine": 3,
                    },
                  },
                },
              ],
              "message": {
                "text": "nobody names Waiting",
              },
              "partialFingerprints": {
                "stateatlasFinding/v1": "baaea2ca87630e9d:1",
              },
              "ruleId": "SA324",
              "ruleIndex": 2,
              "suppressions": [],
            },
            {
              "level": "warning",
              "locations": [
                {
                  "logicalLocations": [
                    {
                      "kind": "cell",
                      "name": "row 4, column 2",
                    },
                  ],
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "ticket.txt",
                    },
                    "region": {
                      "endColumn": 15,
                      "endLine": 4,
                      "startColumn": 8,
                      "startLine": 4,
                    },
                  },
                },
              ],
              "message": {
                "text": "Closed lists Waiting as previous, but Waiting does not list Closed as next
    Add Open to the previous list of Closed, in line 4.
    Reject the claim with a ruling in the table.",
              },
              "partialFingerprints": {
                "stateatlasFinding/v1": "1bb4cca9f53bfdb6:1",
              },
              "ruleId": "SA321",
              "ruleIndex": 1,
              "suppressions": [
                {
                  "justification": "A ticket is closed by us.",
                  "kind": "external",
                  "status": "accepted",
                },
              ],
            },
          ],
          "tool": {
            "driver": {
              "name": "stateatlas",
              "rules": [
                {
                  "help": {
                    "markdown": "**SA320** listed as next, not as previous. What it means and how to decide it stands under \`SA320\` in \`docs/codes/review.md\` of the package \`stateatlas\`.",
                    "text": "listed as next, not as previous. What it means and how to decide it stands under SA320 in docs/codes/review.md of the package stateatlas.",
                  },
                  "helpUri": "https://example.org/codes#sa320-listed-as-next-not-as-previous",
                  "id": "SA320",
                  "shortDescription": {
                    "text": "listed as next, not as previous",
                  },
                },
                {
                  "help": {
                    "markdown": "**SA321** listed as previous, not as next. What it means and how to decide it stands under \`SA321\` in \`docs/codes/review.md\` of the package \`stateatlas\`.",
                    "text": "listed as previous, not as next. What it means and how to decide it stands under SA321 in docs/codes/review.md of the package stateatlas.",
                  },
                  "helpUri": "https://example.org/codes#sa321-listed-as-previous-not-as-next",
                  "id": "SA321",
                  "shortDescription": {
                    "text": "listed as previous, not as next",
                  },
                },
                {
                  "help": {
                    "markdown": "**SA324** state described, never named. What it means and how to decide it stands under \`SA324\` in \`docs/codes/review.md\` of the package \`stateatlas\`.",
                    "text": "state described, never named. What it means and how to decide it stands under SA324 in docs/codes/review.md of the package stateatlas.",
                  },
                  "helpUri": "https://example.org/codes#sa324-state-described-never-named",
                  "id": "SA324",
                  "shortDescription": {
                    "text": "state described, never named",
                  },
                },
              ],
              "version": "1.2.3",
            },
          },
        },
      ],
      "version": "2.1.0",
    }
  `);
});

test('whatever a document is called and says, the SARIF log meets the schema', () => {
  for (const text of ['', '../a b/é#?.md', 'C:\\docs\\a.md', '/tmp/x', '-', '\ud800', 'http://x', '//x'])
    expect(sarifProblems(reviewSarif(reviewSaying(text), { version: '1' })), text).toEqual([]);
});

test('rules link to the sections of the page on codes', () => {
  const page = readFileSync(new URL('../../docs/codes/review.md', import.meta.url), 'utf8');
  const anchors = [...page.matchAll(/^## (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(' ', '-')
      .replace(/[“”’,.()]/g, ''),
  );
  const findings = Object.keys(REVIEW_FINDINGS).map((code) => ({ ...OPEN, code }));
  const { runs } = reviewSarif({ documents: [], findings }, { version: '1', codes: 'https://example.org/codes' }) as {
    runs: [{ tool: { driver: { rules: { helpUri: string }[] } } }];
  };
  const { rules } = runs[0].tool.driver;
  expect(rules.length).toBeGreaterThan(20);
  for (const { helpUri } of rules)
    expect(anchors).toContain(decodeURIComponent(helpUri.replace('https://example.org/codes#', '')));
});

test('equal findings have fingerprints of their own, and lines above change none', () => {
  const prints = (findings: typeof review.findings): readonly string[] =>
    (
      reviewSarif({ ...review, findings }, { version: '1' }) as {
        runs: [{ results: { partialFingerprints: { [key: string]: string } }[] }];
      }
    ).runs[0].results.map(({ partialFingerprints }) => partialFingerprints['stateatlasFinding/v1'] as string);
  const [once, again] = prints([OPEN, OPEN]) as [string, string];
  expect(once).not.toBe(again);
  const moved = { ...OPEN, line: 12, quotes: OPEN.quotes.map((quote) => ({ ...quote, line: quote.line + 10 })) };
  expect(prints([moved])).toEqual([once]);
  expect(prints([{ ...OPEN, states: ['open'] }])).not.toEqual([once]);
});

test('the JSON report meets its own shape', () => {
  const report = reviewReport.parse(reviewJson(review, '1.2.3'));
  expect([report.open, report.decided, report.table]).toEqual([2, 1, 'ticket']);
  expect(report.documents.map(({ document, restated, claims }) => [document, restated, claims.length])).toEqual([
    ['ticket.txt', false, 5],
    ['handbook', true, 1],
  ]);
  expect(report.documents[0]?.claims[2]).toMatchObject({ text: 'Closed', agreement: 'contradicted' });
  expect(report.findings[0]?.consequences[0]?.trace).toMatchObject({ loop: 0, steps: [{ event: 'ask' }, {}] });
});
