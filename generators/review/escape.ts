/** The one place where text for readers becomes HTML, XML or an annotation: it is shown as written and never syntax. */
import { visible } from '../../model/table/diagnostic.ts';

/** Text as the content of an element or the value of a quoted attribute, in HTML and XML: on one line, control characters shown as escapes. */
export const markup = (text: string): string =>
  visible(text)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A message of a workflow command of GitHub. */
export const annotation = (text: string): string =>
  visible(text)
    .toWellFormed()
    .replace(/[%\r\n]/g, percent);

/** A property of a workflow command of GitHub. */
export const annotationProperty = (text: string): string => annotation(text).replace(/[:,]/g, percent);

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** A path of a document as a reference in a URI: relative where the path is, `file:` where it is not. */
export function uriOf(path: string): string {
  const slashed = path.toWellFormed().replaceAll('\\', '/');
  const segments = slashed.split('/').map(encodeURIComponent).join('/');
  if (slashed.startsWith('/')) return `file://${segments}`;
  return /^[a-z]:\//i.test(slashed) ? `file:///${segments}` : segments;
}
