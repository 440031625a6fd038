/** The page on what a review finds in the sources, as the table restates them: labels and cells, and what became of each contradiction. */
import { reviewOf } from '../../properties/review/index.ts';
import type { Artefact, TableInput } from '../artefact.ts';
import { reviewBlocks } from '../review/markdown.ts';
import { BACK, page } from './page.ts';

/** Whether a table restates what its sources claim. */
export const restates = ({ model: { sources = {} } }: TableInput): boolean =>
  Object.values(sources).some(({ claims }) => claims !== undefined);

/** The review of what the table restates, without the documents themselves. */
export const reviewPage = ({ model: table }: TableInput): Artefact =>
  page(
    'review.md',
    '# Review of the sources',
    BACK,
    'What the sources claim, as the table restates it, held against the table and against itself. [Every claim](claims.md) has its own line.',
    ...reviewBlocks(reviewOf({ table })),
  );
