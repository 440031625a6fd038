/** The forms of names, durations, dates and codes, which hold in tables and systems alike. */
import type { Path } from './diagnostic.ts';
import { quoted } from './plain.ts';
import type { Names, Say, Sayer } from './sayer.ts';
import type { Event } from './types.ts';

const NAME = /^\p{L}[\p{L}\p{N}_.-]*$/u;
const DURATION =
  /^P(?!$)(?:(\d+)W|(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;
const CODE = /^SA[23]\d\d$/;

/** Whether a text is the code of a finding. */
export const isFindingCode = (text: string): boolean => CODE.test(text);

/** Whether a text is an ISO 8601 duration of more than nothing. */
export const isDuration = (text: string): boolean =>
  DURATION.exec(text)
    ?.slice(1)
    .some((part) => Number(part ?? 0) > 0) ?? false;

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** Says where a text is no name. */
export function checkName(say: Say, name: string, path: Path): void {
  if (!NAME.test(name)) say('SA120', path, `${quoted(name)} is not a name`, name);
}

/** Says where a text is given and is no date. */
export function checkDate({ say }: Sayer, text: string | undefined, path: Path): void {
  if (text !== undefined && !isDate(text)) say('SA145', path, `${quoted(text)} is not a date`, text);
}

/** What every event says of itself: who causes it (one of the actors, where they are declared), and after how long. */
export function checkEvent(sayer: Sayer, { by, after }: Event, actors: Names | undefined, path: Path): void {
  if (by !== undefined) {
    if (actors === undefined) checkName(sayer.say, by, [...path, 'by']);
    else sayer.known(actors, 'SA135', 'actor', by, [...path, 'by']);
  }
  if (after !== undefined && !isDuration(after))
    sayer.say('SA140', [...path, 'after'], `${quoted(after)} is not a duration`, after);
}
