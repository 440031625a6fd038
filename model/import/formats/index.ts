/** From a document to its content, whatever its format. */
import type { Content } from '../content.ts';
import type { Format } from '../kinds.ts';
import type { SourceDocument, Spot, Unreadable } from '../types.ts';
import { contentOfCsv } from './csv.ts';
import { contentOfData } from './data.ts';
import { contentOfHtml } from './html.ts';
import { CUT, MOST, Refusal } from './limits.ts';
import { contentOfMarkdown } from './markdown.ts';
import { type Places, placesOf } from './places.ts';
import { formatOf } from './sniff.ts';
import { contentOfText } from './text.ts';

const START: Spot = { line: 1, column: 1 };

export { formatOf } from './sniff.ts';

/**
 * A document, taken apart; or why it cannot be, and where. Places are those of its text, a byte order mark not counted. Never throws, and takes bounded time
 * and memory: the limits are in `limits.ts`.
 */
export function contentOf(document: SourceDocument, format: Format = formatOf(document)): Content | Unreadable {
  const text = document.text.replace(/^\ufeff/, '');
  try {
    const most = MOST.characters[format];
    if (text.length > most) throw new Refusal(START, `it has ${text.length} characters; the most is ${most}`, CUT);
    const zero = text.indexOf('\u0000');
    const places = placesOf(text);
    if (zero >= 0)
      throw new Refusal(places(zero), 'this is not a text: it contains zero bytes', 'Save it as UTF-8 text.');
    if (text.trim() === '')
      throw new Refusal(START, 'it is empty', 'Give a document with a table or a list of states.');
    return READERS[format](text, places, document);
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.unreadable;
    if (thrown instanceof RangeError)
      return { problem: 'it is nested too deeply to be taken apart', remedy: CUT, ...START };
    throw thrown;
  }
}

type Reader = (text: string, places: Places, document: SourceDocument) => Content;

const READERS: { readonly [format in Format]: Reader } = {
  text: contentOfText,
  html: contentOfHtml,
  markdown: contentOfMarkdown,
  csv: contentOfCsv,
  data: contentOfData,
  mermaid: (text) => ({ format: 'mermaid', blocks: [{ kind: 'code', language: 'mermaid', text, ...START }] }),
};
