/**
 * The table language: what a table is, and every way in and out of it.
 *
 * @module stateatlas
 */
export { READING_CODES, type ReadingCode } from './codes.ts';
export { defineTable } from './define.ts';
export { type Diagnostic, formatDiagnostic, type Path } from './diagnostic.ts';
export { type Parsed, parseTable, type Refused } from './parse.ts';
export type { Place, Places } from './places.ts';
export { readTable, type TextFormat, type TextOptions } from './read.ts';
export { tableJsonSchema } from './schema.ts';
export { selectStates } from './select.ts';
export { textIn } from './text.ts';
export type { EventOf, MemoryOf, NextState, StateOf } from './transition.ts';
export type {
  Assignment,
  Claim,
  Condition,
  Described,
  Event,
  Fairness,
  Guard,
  Operand,
  Predicate,
  Property,
  PropertyKind,
  Row,
  Ruling,
  Source,
  State,
  StateSet,
  Table,
  Text,
  Value,
  Variable,
} from './types.ts';
export { tableToJson, tableToYaml } from './write.ts';
