/** Writes about random models and prints one line for each text: its name and its digest. Run in other surroundings, it has to print the same. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { writtenOf } from './written.ts';

const sample = { seed: 1, numRuns: 6 };
const models = [...fc.sample(tableArbitrary(), sample), ...fc.sample(systemArbitrary(), sample)];
for (const [index, model] of models.entries())
  for (const [name, text] of writtenOf(model, 'fr'))
    console.log(`${index} ${name} ${createHash('sha256').update(text).digest('hex')}`);
