/** Where a model starts, as numbers of digits. */
import type { Compiled } from '../../compile/compiled.ts';
import type { Digits } from '../../compile/digits.ts';

/** The numbers of all digits in each initial configuration, in the order of the language, without repetition. */
export function initialNumbers(
  { starts }: Pick<Compiled, 'starts'>,
  { all, places }: Digits,
): readonly (readonly number[])[] {
  const numbers = all.map(() => 0);
  const found = new Map<string, readonly number[]>();
  const choose = (index: number): void => {
    const start = starts[index];
    if (start === undefined) {
      const key = numbers.join();
      if (!found.has(key)) found.set(key, [...numbers]);
      return;
    }
    for (const choice of start.choices) {
      const before = [...numbers];
      for (const [at, component] of start.components.entries()) {
        const { digit, place } = places[component] as Digits['places'][number];
        numbers[digit] = (numbers[digit] as number) + (choice[at] as number) * (all[digit]?.strides[place] as number);
      }
      choose(index + 1);
      for (const digit of numbers.keys()) numbers[digit] = before[digit] as number;
    }
  };
  choose(0);
  return [...found.values()];
}
