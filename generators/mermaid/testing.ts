/** Diagrams read back by Mermaid itself. For tests. */
import { JSDOM } from 'jsdom';

/** What Mermaid gives for a parsed diagram, as far as tests look at it. */
type Parsed = {
  readonly db: {
    getMessages(): readonly {
      readonly from?: string;
      readonly to?: string;
      readonly message?: unknown;
      readonly type: number;
    }[];
    getActors(): ReadonlyMap<string, { readonly description: string }>;
    getEdges(): readonly {
      readonly start: string;
      readonly end: string;
      readonly stroke?: string;
      readonly style?: readonly string[];
    }[];
    getData?(): { readonly edges: readonly { readonly start: string; readonly end: string }[] };
  };
};

const NOTE = 2;
const LOOP = 10;
const END_OF_LOOP = 11;

/** Mermaid without a browser. */
export async function mermaidReader() {
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  /** What kind of diagram a source is; the complaint where it is none. */
  const kindOf = async (source: string): Promise<unknown> =>
    mermaid.parse(source).then(({ diagramType }) => diagramType, String);
  const read = async (source: string): Promise<Parsed> => {
    await mermaid.parse(source);
    return (await mermaid.mermaidAPI.getDiagramFromText(source)) as unknown as Parsed;
  };
  return { kindOf, read };
}

/** A text as a reader sees it, without white space and without what shows nothing, since lines are broken to fit. */
export const squeezed = (text: string): string =>
  text
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/<br\s*\/?>/g, '')
    .replace(/[\s\u200b\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, '');

/** One line of a sequence diagram. */
export type Line = Said<'note'> | Said<'arrow'> | { readonly kind: 'loop' | 'end' };

type Said<K> = { readonly kind: K; readonly from: string; readonly to: string; readonly text: string };

/** A sequence diagram: the lanes by their ids, and what stands below them. */
export function sequenceIn({ db }: Parsed): {
  readonly lanes: ReadonlyMap<string, string>;
  readonly lines: readonly Line[];
} {
  const lanes = new Map([...db.getActors()].map(([id, { description }]) => [id, squeezed(description)]));
  const lines = db.getMessages().map(({ from = '', to = '', message, type }): Line => {
    if (type === LOOP) return { kind: 'loop' };
    if (type === END_OF_LOOP) return { kind: 'end' };
    return { kind: type === NOTE ? 'note' : 'arrow', from, to, text: squeezed(String(message)) };
  });
  return { lanes, lines };
}
