/** The classes of components: the same in every folder, in style sheets and pages. */
import { expect, test } from 'vitest';
import { numberedScopes } from './scopes.ts';

/** What Astro writes where a component is installed somewhere: the names of its classes, and so that of the style sheet, are others. */
function written(one: string, other: string, digest: string) {
  const sheets = new Map([
    [`_astro/print.XXXXXXXX.css`, '@media print{a{color:red}}'],
    [`_astro/common.${digest}.css`, `.b.${one}{x:1}.${other}:hover>a{y:2}.astro-abcd1234-x{z:3}`],
  ]);
  const page = [
    `<link rel="stylesheet" href="/base/_astro/common.${digest}.css"><link rel="next" href="/base/a/">`,
    `<p class="b ${one}" id="astro-abcd1234">astro-zzzz9999 in words</p><a class="${other} astro-unusedxx &amp;" href="/x">y</a>`,
  ].join('');
  const { sheets: texts, moved, page: follow } = numberedScopes(sheets);
  return { texts: Object.fromEntries(texts), moved: [...moved.values()], page: follow(page) };
}

const here = written('astro-abcd1234', 'astro-zzzz9999', 'AAAAAAAA');

test('are numbered in the order of the style sheets, in nothing but classes', () => {
  const [name = ''] = here.moved;
  expect(name).toMatch(/^_astro\/common\.[0-9a-f]{8}\.css$/);
  expect(here.texts).toEqual({
    '_astro/print.XXXXXXXX.css': '@media print{a{color:red}}',
    [name]: '.b.astro-1{x:1}.astro-2:hover>a{y:2}.astro-abcd1234-x{z:3}',
  });
  expect(here.page).toBe(
    `<link rel="stylesheet" href="/base/${name}"><link rel="next" href="/base/a/">` +
      '<p class="b astro-1" id="astro-abcd1234">astro-zzzz9999 in words</p><a class="astro-2 astro-3 &#38;" href="/x">y</a>',
  );
});

test('are the same wherever the components are installed', () => {
  const there = written('astro-zyxw0000', 'astro-aaaa0001', 'BBBBBBBB');
  expect(there.moved).toEqual(here.moved);
  expect(there.texts).toEqual(here.texts);
  expect(there.page).toBe(here.page);
});
