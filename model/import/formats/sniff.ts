/** Which format a document has. */
import { jsonProblem } from '../../table/json.ts';
import type { Format } from '../kinds.ts';
import { isSentence } from '../text.ts';
import type { SourceDocument } from '../types.ts';
import { languageOf } from './code-language.ts';
import { columnsBy, DELIMITERS, TOLD } from './csv.ts';
import { dataIn } from './data-tree.ts';
import { MOST, Refusal } from './limits.ts';
import { placesOf } from './places.ts';

const EXTENSIONS: { readonly [extension: string]: Format } = {
  ...{ html: 'html', htm: 'html', xhtml: 'html', md: 'markdown', markdown: 'markdown', mdx: 'markdown' },
  ...{
    csv: 'csv',
    tsv: 'csv',
    tab: 'csv',
    json: 'data',
    yaml: 'data',
    yml: 'data',
    mmd: 'mermaid',
    mermaid: 'mermaid',
  },
};

/** The format of a document: what the ending of its name says, else what its text looks like. `.txt` says nothing. Never throws. */
export function formatOf({ name, text: given }: SourceDocument): Format {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  if (named !== undefined) return named;
  const text = given.replace(/^\ufeff/, '');
  if (HTML.test(text)) return 'html';
  if (languageOf(text) === 'mermaid') return 'mermaid';
  if (isData(text)) return 'data';
  if (isMarkdown(text)) return 'markdown';
  if (/<table\b/i.test(text)) return 'html';
  return isCsv(text) ? 'csv' : 'text';
}

const HTML =
  /^\s*<(?:!doctype|!--|\?xml|html|head|body|meta|table|thead|tbody|tr|div|section|article|main|h[1-6]|[uod]l|p)\b/i;

/** A line that could begin a mapping, or a list of mappings. */
const KEY = /^(?:---\s|(?:- +)?(?:"[^"\n]{1,60}"|[\p{L}\p{N}_][^:\n#]{0,60}):(?:\s|$))/u;

/** Whether a text is JSON, or YAML with a list or a mapping inside it: what has none of them is as well a text with colons. */
function isData(text: string): boolean {
  if (text.length > MOST.characters.data) return false;
  if (/^\s*[{[]/.test(text)) return jsonProblem(text) === undefined;
  if (!KEY.test(text.replace(/^(?:\s*#.*(?:\r\n|\n|\r))*\s*/, ''))) return false;
  try {
    const [datum] = dataIn(text, placesOf(text));
    if (datum?.kind === 'list') return datum.items.some(({ kind }) => kind !== 'text');
    return datum?.kind === 'mapping' && datum.pairs.some(({ value }) => value.kind !== 'text');
  } catch (thrown) {
    if (thrown instanceof Refusal || thrown instanceof RangeError) return false;
    throw thrown;
  }
}

/** A row that makes a table of the line before it; headings; fences; items that begin with bold letters or a link. */
const MARKDOWN = [
  /^[^\r\n|]*\|[^\r\n]*(?:\r\n|\n|\r)[ \t]{0,9}\|?[ \t]{0,9}:?-+:?[ \t]{0,9}\|[ \t|:-]*$/m,
  /^#{1,6}[ \t]+\S/m,
  /^ {0,3}(?:```|~~~)/m,
  /^[ \t]*[-*+] +(?:\*\*|\[)/m,
];

const isMarkdown = (text: string): boolean => MARKDOWN.some((sign) => sign.test(text));

/** Whether all records have the same number of values. Commas stand in sentences too: there the headings must not read like text. */
function isCsv(text: string): boolean {
  const first = /\S[^\r\n]*/.exec(text)?.[0] ?? '';
  if (TOLD.test(first)) return true;
  return DELIMITERS.some((delimiter) => {
    if (!first.includes(delimiter)) return false;
    if (delimiter === ',' && (/,\s/.test(first) || isSentence(first))) return false;
    const found = columnsBy(text, delimiter);
    return found !== undefined && found.records > 1 && found.columns > 1 && found.agreeing === found.records;
  });
}
