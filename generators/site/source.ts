/** Where a part of a model stands in its source, on pages. */
import type { Path } from '../../model/table/diagnostic.ts';
import type { Place } from '../../model/table/places.ts';
import { code } from '../markdown/escape.ts';
import { at } from '../report/events.ts';
import type { Context } from './context.ts';

/** A file above the project’s folder, or with the whole path of a machine: nobody else has it. */
const ELSEWHERE = /^(\/|\.\.\/|[a-z]:)/i;

/** Its address where the site says how sources are reached; nothing for files that are not the project’s. */
function addressOf({ options: { source } }: Context, { file, line }: Place): string | undefined {
  if (source === undefined || ELSEWHERE.test(file)) return undefined;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return source
    .replaceAll('{file}', path)
    .replaceAll('{line}', String(line))
    .replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
}

/** The place of a part as `file:line`: a link where sources can be reached, else no more than its words. */
export function placeOf(context: Context, path: Path): string {
  const place = context.input.places(path);
  const words = at(context.input.places, path);
  // A whole path would tell of the machine that built the site.
  const shown = code(
    place !== undefined && ELSEWHERE.test(place.file) ? words.replace(/^.*[/\\](?=[^/\\]*:\d+)/, '') : words,
  );
  const address = place && addressOf(context, place);
  return address === undefined ? shown : `[${shown}](${address})`;
}
