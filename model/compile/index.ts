/** From a table or a system to tables of numbers, and questions about what they stand for. */
export { compile } from './compile.ts';
export type * from './compiled.ts';
export { type Field as LocalField, fieldsOf, type Owner } from './fields.ts';
export { taking } from './lower.ts';
export { messageNumber, messageOf } from './messages.ts';
export type { Blame } from './plan.ts';
export { type Asked, finalQuestion, question } from './question.ts';
export { SIZES } from './sizes.ts';
export { TooLarge } from './too-large.ts';
