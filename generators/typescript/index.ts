/** A table or a system as TypeScript types. */
import { type Artefact, type Input, isSystemInput, type TableInput } from '../artefact.ts';
import { systemTypes } from './system-types.ts';
import { tableTypes } from './types.ts';

/** `types.ts` of a table or a system. */
export const typescriptTypes = (input: Input): Artefact =>
  isSystemInput(input) ? systemTypes(input) : tableTypes(input as TableInput);
