/** Which of several tables and systems is meant. */
import { EXIT, Stop } from '../exit.ts';
import type { Loaded } from './loaded.ts';

/** The table or system of a name, or the only one. @throws {Stop} with the names that there are. */
export function chosen(loaded: readonly Loaded[], name: string | undefined): Loaded {
  const names = loaded.map(({ model }) => model.name).join(', ');
  const one = name === undefined && loaded.length === 1 ? loaded[0] : loaded.find(({ model }) => model.name === name);
  if (one !== undefined) return one;
  throw new Stop(
    EXIT.usage,
    name === undefined
      ? `there are several tables; choose one with --table: ${names}`
      : `there is no table ${name}; there are: ${names}`,
  );
}
