/** Things with a number each, given in order of their first appearance; those with equal keys are one. */
export function interning<T>(keyOf: (value: T) => string) {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  const indexOf = (value: T): number => {
    const key = keyOf(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, all.length);
    return all.push(value) - 1;
  };
  return { all, indexOf };
}
