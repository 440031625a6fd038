/** A function that remembers what it has found for each object. */
export function memo<K extends object, V>(find: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly found: V }>();
  return (of) => {
    const entry = known.get(of) ?? { found: find(of) };
    known.set(of, entry);
    return entry.found;
  };
}
