import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../testing.ts';
import { jsonProblem } from './json.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the grammar of JSON is the one of JSON.parse', () => {
  law.prop([fc.json(), fc.constantFrom(undefined, 1, '\t')])('for JSON', (json, indent) => {
    expect(jsonProblem(JSON.stringify(JSON.parse(json), null, indent))).toBeUndefined();
  });

  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\n"',
    '"\\x"',
    '"\n"',
    '0',
    '01',
    '-',
    '1.5e3',
    '.5',
    'true',
    'nul',
    ' ',
    '\ufeff',
    "'a'",
    '//',
  ];
  law.prop([fc.array(fc.constantFrom(...pieces), { maxLength: 9 })], { numRuns: 3000 })(
    'for what looks like it',
    (parts) => {
      const text = parts.join('');
      expect(jsonProblem(text) === undefined).toBe(parses(text));
    },
  );

  law.prop([fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...pieces)], { numRuns: 1000 })(
    'for JSON with a slip',
    (json, at, slip) => {
      const text = json.slice(0, at % json.length) + slip + json.slice((at % json.length) + 1);
      expect(jsonProblem(text) === undefined).toBe(parses(text));
    },
  );
});

test.each([
  ['{"a": 1,}', 8, 'a key in double quotes'],
  ["{'a': 1}", 1, 'a key in double quotes'],
  ['{"a" 1}', 5, 'a colon'],
  ['[1 2]', 3, 'a comma or ]'],
  ['{"a": [1, 2}', 11, 'a comma or ]'],
  ['{"a": NaN}', 6, 'a value'],
  ['[01]', 1, 'a value'],
  ['["\t"]', 1, 'a value'],
  ['{} {}', 3, 'nothing more'],
  ['{"a": ', 6, 'a value'],
])('%s is broken at %i: %s is expected', (text, offset, expected) => {
  expect(jsonProblem(text)).toEqual({ offset, expected });
});
