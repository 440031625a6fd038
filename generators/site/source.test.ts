/** Places in sources on pages: links where sources can be reached, words where not, and never the path of a machine. */
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import type { Places } from '../../model/table/places.ts';
import { judge } from '../../properties/judge/index.ts';
import { contextOf } from './context.ts';
import { placeOf } from './source.ts';

function told(file: string | undefined, source?: string): string {
  const places: Places = () => (file === undefined ? undefined : { file, line: 7, column: 3 });
  const input = { model: order, language: 'en', places, judgement: judge(order, exploreModel(order)) };
  return placeOf(contextOf(input, source === undefined ? {} : { source }), ['transitions', 2]);
}

const SOURCE = 'https://example.org/blob/main/{file}#L{line}';

test('a place is a link where the site says how sources are reached, and words where not', () => {
  expect(told('model/a b(c).ts', SOURCE)).toBe(
    '[`model/a b(c).ts:7`](https://example.org/blob/main/model/a%20b%28c%29.ts#L7)',
  );
  expect(told('model/x.ts')).toBe('`model/x.ts:7`');
  expect(told(undefined, SOURCE)).toBe('`transitions[2]`');
});

test.each(['/home/someone/x.ts', '../../home/someone/x.ts', 'C:/Users/someone/x.ts'])(
  'of %s only the name is told',
  (file) => {
    expect(told(file, SOURCE)).toBe('`x.ts:7`');
  },
);
