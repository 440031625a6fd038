import { expect, test } from 'vitest';
import { parseTable } from './index.ts';

/** The problems of a table whose variable is declared so. */
const problems = (variable: object): readonly string[] => {
  const parsed = parseTable({
    name: 'door',
    states: { open: { initial: true } },
    events: { push: {} },
    memory: { who: variable },
    transitions: [{ from: 'open', on: 'push', to: 'open' }],
  });
  return parsed.ok ? [] : parsed.diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`);
};

test.each([
  ['some of the values', { values: ['me', 'you'], initial: 'me', labels: { you: { fr: 'toi' } } }, []],
  ['no value', { values: ['me', 'you'], initial: 'me', labels: {} }, []],
  [
    'a value that there is not',
    { values: ['me'], initial: 'me', labels: { mee: 'I' } },
    ['SA142 memory.who.labels.mee'],
  ],
  ['the values of a flag', { flag: true, labels: { true: 'yes' } }, ['SA111 memory.who.labels']],
])('labels for %s', (_, variable, expected) => {
  expect(problems(variable)).toEqual(expected);
});
