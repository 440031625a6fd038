/**
 * Laws of the diagram of two versions: Mermaid reads it whatever the labels are, and every arrow is one of either
 * version, with its mark.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { holds } from '../../model/testing.ts';
import { structureDifference, type TableDifference } from '../../properties/difference/index.ts';
import { mermaidReader } from '../mermaid/testing.ts';
import { differenceDiagram } from './diagram.ts';

test('Mermaid reads the diagram of any two tables', async () => {
  const { kindOf } = await mermaidReader();
  await holds(
    fc.asyncProperty(tableArbitrary(), tableArbitrary(), async (old, now) => {
      const [table] = structureDifference(old, now).tables;
      const source = differenceDiagram(table as TableDifference, 'en');
      if (source !== undefined) expect(await kindOf(source)).toBe('flowchart-v2');
      expect(differenceDiagram(structureDifference(old, old).tables[0] as TableDifference, 'en')).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});
