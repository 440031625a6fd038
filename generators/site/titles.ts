/** What traces are called where they stand for themselves: above their diagrams, and in the simulator. */
import { tracesOf } from '../mermaid/index.ts';
import type { Context } from './context.ts';
import { findingDetail } from './findings.ts';
import { propertyName } from './parts.ts';

/** The titles of traces in the language of the page, by the names of the traces. */
export function traceTitles(context: Context): { readonly [trace: string]: string } {
  const { input, words } = context;
  const { verdicts, findings } = input.judgement;
  const titleOf = (trace: object): string | undefined => {
    const verdict = verdicts.find((each) => each.trace === trace);
    if (verdict !== undefined) return propertyName(context, verdict.property).text;
    const finding = findings.find((each) => each.trace === trace);
    return finding && `${finding.code}${words.colon}${findingDetail(context, finding).text}`;
  };
  return Object.fromEntries(tracesOf(input).map(({ name, title, trace }) => [name, titleOf(trace) ?? title]));
}
