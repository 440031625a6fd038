/** Which features of the language values use, told by the JSON Schema that the language publishes: every key, word, alternative and kind of value is one. */

type Node = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [key: string]: Node };
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly items?: Node | false;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
};

type Schema = Node & { readonly $defs: { readonly [name: string]: Node } };

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** A node of the schema with the path by which it was first met. */
type Place = { readonly node: Node; readonly path: string };

/** The features of a language by its schema, and those of them that values have been seen to use. */
export class Features {
  readonly #schema: Schema;
  /** Definitions under the path of their first use: what is defined once is one feature wherever it is used. */
  readonly #places = new Map<Node, string>();
  readonly #all = new Set<string>();
  readonly #seen = new Set<string>();

  constructor(schema: unknown) {
    this.#schema = schema as Schema;
    this.#list({ node: this.#schema, path: '' });
    // The key that points editors to the schema says nothing of a lifecycle.
    for (const feature of this.#all) if (feature.endsWith('.$schema')) this.#all.delete(feature);
  }

  get size(): number {
    return this.#all.size;
  }

  /** Those that no value used, by their paths. */
  get missing(): readonly string[] {
    return [...this.#all].filter((feature) => !this.#seen.has(feature));
  }

  see(value: unknown): void {
    this.#look(this.#resolved({ node: this.#schema, path: '' }), value);
  }

  #resolved({ node, path }: Place): Place {
    if (node.$ref === undefined) return { node, path };
    const target = this.#schema.$defs[node.$ref.replace('#/$defs/', '')] as Node;
    const known = this.#places.get(target) ?? path;
    this.#places.set(target, known);
    return this.#resolved({ node: target, path: known });
  }

  #parts({ node, path }: Place): readonly Place[] {
    return [
      ...Object.entries(node.properties ?? {}).map(([key, each]) => ({ node: each, path: `${path}.${key}` })),
      ...(node.additionalProperties ? [{ node: node.additionalProperties, path: `${path}.*` }] : []),
      ...(node.items ? [{ node: node.items, path: `${path}[]` }] : []),
      ...(node.prefixItems ?? []).map((each, index) => ({ node: each, path: `${path}[${index}]` })),
      ...(node.anyOf ?? []).map((each, index) => ({ node: each, path: `${path}|${index + 1}` })),
    ];
  }

  /** The words and kinds of value of a place. */
  #kinds({ node, path }: Place): readonly string[] {
    const words = (node.enum ?? []).map((word) => `${path}=${word}`);
    return Array.isArray(node.type) ? [...words, ...node.type.map((kind) => `${path}:${kind}`)] : words;
  }

  #list(place: Place, listed = new Set<Node>()): void {
    const resolved = this.#resolved(place);
    this.#all.add(place.path);
    if (listed.has(resolved.node)) return;
    listed.add(resolved.node);
    for (const kind of this.#kinds(resolved)) this.#all.add(kind);
    for (const part of this.#parts(resolved)) this.#list(part, listed);
  }

  #look(place: Place, value: unknown): void {
    this.#seen.add(place.path);
    const at = this.#resolved(place);
    const { node, path } = at;
    if (node.enum !== undefined) this.#seen.add(`${path}=${value}`);
    if (Array.isArray(node.type)) this.#seen.add(`${path}:${typeOf(value)}`);
    (node.anyOf ?? []).forEach((each, index) => {
      if (this.#fits(each, value)) this.#look({ node: each, path: `${path}|${index + 1}` }, value);
    });
    if (Array.isArray(value))
      value.forEach((item, index) => {
        if (node.prefixItems) this.#look({ node: node.prefixItems[index] as Node, path: `${path}[${index}]` }, item);
        else if (node.items) this.#look({ node: node.items, path: `${path}[]` }, item);
      });
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        const own = Object.hasOwn(node.properties ?? {}, key) ? node.properties?.[key] : undefined;
        if (own !== undefined) this.#look({ node: own, path: `${path}.${key}` }, each);
        else if (node.additionalProperties) this.#look({ node: node.additionalProperties, path: `${path}.*` }, each);
      }
  }

  #fits(unresolved: Node, value: unknown): boolean {
    const { node } = this.#resolved({ node: unresolved, path: '' });
    if (node.anyOf !== undefined) return node.anyOf.some((each) => this.#fits(each, value));
    if (node.const !== undefined) return node.const === value;
    if (node.enum !== undefined) return node.enum.includes(value);
    if (node.type !== undefined && ![node.type].flat().includes(typeOf(value))) return false;
    if (Array.isArray(value)) {
      const { items, prefixItems } = node;
      return prefixItems
        ? prefixItems.length === value.length && prefixItems.every((each, index) => this.#fits(each, value[index]))
        : value.every((each) => items !== undefined && items !== false && this.#fits(items, each));
    }
    if (typeof value !== 'object' || value === null) return true;
    return (
      (node.required ?? []).every((key) => Object.hasOwn(value, key)) &&
      Object.entries(value).every(([key, each]) => {
        const own = Object.hasOwn(node.properties ?? {}, key) ? node.properties?.[key] : node.additionalProperties;
        return own !== undefined && own !== false && this.#fits(own, each);
      })
    );
  }
}
