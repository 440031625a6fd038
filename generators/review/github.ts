/** The open findings of a review as workflow commands of GitHub, which shows them beside the lines of a pull request. */
import type { Review, ReviewFinding } from '../../properties/review/types.ts';
import { annotation, annotationProperty } from './escape.ts';
import { isDecided, titleOf } from './parts.ts';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

function commandOf({ code, severity, message, document, line, column, length, remedies }: ReviewFinding): string {
  const properties = [
    ['file', document],
    ['line', line],
    ['col', column],
    ...(length === undefined ? [] : [['endColumn', column + length]]),
    ['title', `${code} ${titleOf(code)}`],
  ].map(([name, value]) => `${name}=${annotationProperty(String(value))}`);
  const lines = [message, ...remedies].map(annotation).join('%0A');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${lines}`;
}

/** A workflow command for each open finding, in lines of their own; decided ones say nothing. */
export const reviewGithub = ({ findings }: Review): string =>
  findings
    .filter((finding) => !isDecided(finding))
    .map((finding) => `${commandOf(finding)}\n`)
    .join('');
