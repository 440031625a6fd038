import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../table/diagnostic.ts';
import { law } from '../testing.ts';
import { systemArbitrary } from './arbitrary.ts';
import { type ParsedSystem, parseSystem } from './parse.ts';
import { readSystem } from './read.ts';
import type { System } from './types.ts';
import { systemToJson, systemToYaml } from './write.ts';

const systemOf = (parsed: ParsedSystem): System => {
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'));
  return parsed.system;
};
const runs = { numRuns: 150 };

describe('what is written reads back', () => {
  law.prop([systemArbitrary()], runs)('from YAML', (system) => {
    expect(systemOf(readSystem(systemToYaml(system), { file: 's.atlas.yaml', format: 'yaml' }))).toEqual(system);
  });

  law.prop([systemArbitrary()], runs)('from JSON', (system) => {
    expect(systemOf(readSystem(systemToJson(system), { file: 's.atlas.json', format: 'json' }))).toEqual(system);
  });
});

law.prop([systemArbitrary()], runs)('every valid system is accepted as it is, and the result again', (system) => {
  const once = systemOf(parseSystem(system));
  expect(once).toEqual(system);
  expect(systemOf(parseSystem(once))).toEqual(once);
});

test('YAML is written as a person would, tables in a system as on their own', () => {
  const system: System = {
    name: 'desk',
    tables: [
      {
        name: 'call',
        states: { waiting: { initial: true }, answered: { final: true } },
        events: { answer: {} },
        transitions: [{ from: 'waiting', on: 'answer', to: 'answered' }],
      },
    ],
    instances: { call: { table: 'call', count: 2 }, agent: { count: 2 } },
    memory: { open: { flag: true } },
    events: { answer: { with: { c: 'call', a: 'agent' }, when: { open: true }, moves: { c: 'answer' } } },
  };
  expect(systemToYaml(system)).toBe(`name: desk

tables:
  - name: call
    states:
      waiting: { initial: true }
      answered: { final: true }
    events:
      answer: {}
    transitions:
      - { from: waiting, on: answer, to: answered }

instances:
  call: { table: call, count: 2 }
  agent: { count: 2 }

memory:
  open: { flag: true }

events:
  answer: { with: { c: call, a: agent }, when: { open: true }, moves: { c: answer } }
`);
});
