/** Identifiers for other languages: readable, distinct, and never a word of the language they are written in. */

/** A map from names of a table to identifiers with a prefix, which keeps them apart from keywords and from each other's kinds. */
export function identifiers(names: Iterable<string>, prefix: string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const given = new Map<string, string>();
  for (const name of names) {
    const plain = `${prefix}_${name.replace(/[^A-Za-z0-9_]/g, '_')}`;
    let identifier = plain;
    for (let count = 2; taken.has(identifier); count++) identifier = `${plain}__${count}`;
    taken.add(identifier);
    given.set(name, identifier);
  }
  return given;
}

/** Text for a comment of one line, in the letters that every engine reads, and without the end of a comment. */
export const comment = (text: string): string => text.replace(/[^ -~]/g, '?').replaceAll('*/', '* /');
