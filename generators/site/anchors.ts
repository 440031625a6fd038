/** Places on pages that links lead to. They hold a dot, so that no place made from a heading is ever called the same. */
import { memo } from '../../model/table/memo.ts';

const LONGEST = 60;

/** A text as part of an anchor: lower-case letters, digits and dashes. */
const slug = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');

/** The anchors of properties by their names: made from the name, so that they are stable, and distinct. */
export const anchorsOf = memo((properties: object): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  return new Map(
    Object.keys(properties).map((name) => {
      const first = `p.${slug(name)}`;
      let anchor = first;
      for (let count = 2; taken.has(anchor); count++) anchor = `${first}-${count}`;
      taken.add(anchor);
      return [name, anchor];
    }),
  );
});
