/** The part of the site that one table or system gives, in one language: its pages as data, and its menu. */
import { type Input, isSystemInput, type TableInput } from '../artefact.ts';
import { contextOf } from './context.ts';
import type { SiteOptions } from './options.ts';
import type { SitePart } from './page.ts';
import { systemPart } from './system/part.ts';
import { tablePart } from './table/part.ts';

export type { SiteOptions } from './options.ts';

/** All pages of a table or system in the language of the input. Links and diagrams in them lead to what the part has. */
export const sitePart = (input: Input, options: SiteOptions = {}): SitePart =>
  isSystemInput(input) ? systemPart(contextOf(input, options)) : tablePart(contextOf(input as TableInput, options));
