/** What the pages of tables and of systems have in common: their frame, their diagrams, the pages on properties and findings. */
import type { Trace } from '../../model/explore/graph.ts';
import { textIn } from '../../model/table/text.ts';
import type { Text } from '../../model/table/types.ts';
import type { Artefact, Diagram, Input } from '../artefact.ts';
import { tracesOf } from '../mermaid/index.ts';
import { bindingText, demandOf } from '../words-system.ts';
import { code, fence, md, picture } from './escape.ts';
import { findingsTable, propertiesTable, resultText, rulingText } from './parts.ts';

/** A page of the parts that there are. */
export const page = (path: string, ...parts: readonly (string | undefined)[]): Artefact => ({
  path,
  content: `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`,
});

/** Shows a diagram by its name, on a page from which `folder` leads to the model's folder; nothing where there is none of that name. */
export type Show = (name: string, folder?: string) => string | undefined;

/** Shows diagrams as pictures where they are drawn, else as their source. */
export function showing({ pictures }: Input, diagrams: readonly Diagram[]): Show {
  const drawn = new Map(diagrams.map((diagram) => [diagram.name, diagram]));
  return (name, folder = '') => {
    const diagram = drawn.get(name);
    if (diagram === undefined) return undefined;
    if (pictures === undefined || pictures.diagrams?.includes(name) === false) return fence(diagram.source);
    return `${picture(diagram, pictures, folder)}\n\n[The diagram’s source](${folder}diagrams/${encodeURIComponent(name)}.mmd)`;
  };
}

export const BACK = '[← overview](README.md)';
export const BACK_UP = '[← overview](../README.md)';

/** A text in all its languages. */
export const inLanguages = (text: Text | undefined): string =>
  typeof text === 'object'
    ? Object.entries(text)
        .map(([tag, words]) => `${md(words)} (${md(tag)})`)
        .join(' · ')
    : md(text ?? '');

/** Every property with its verdict, and its witness or counterexample as a diagram and as steps. */
export function propertiesPage(input: Input, show: Show, steps: (trace: Trace) => string): Artefact {
  const { model, judgement, language } = input;
  const named = new Map(tracesOf(input).map(({ name, trace }) => [trace, name]));
  const sections = judgement.verdicts.flatMap((verdict) => {
    const { property, trace, ruling, note, binding } = verdict;
    const { words, formula } = demandOf(model, property);
    return [
      `## ${md(property)}`,
      `**${resultText(verdict)}** · ${md(words)} · ${code(formula)}`,
      md(textIn(model.properties?.[property]?.description, language)),
      note === undefined ? undefined : md(note),
      ruling && rulingText(input, ruling),
      binding && `${verdict.result === 'violated' ? 'Violated' : 'Shown'} for ${md(bindingText(binding))}.`,
      trace && (verdict.result === 'holds' ? '### Witness' : '### Counterexample'),
      trace && show(named.get(trace) ?? ''),
      trace && steps(trace),
    ];
  });
  return page('properties.md', '# Properties', BACK, propertiesTable(input), ...sections);
}

/** Every finding with its decision, and its trace as a diagram and as steps. */
export function findingsPage(input: Input, show: Show, steps: (trace: Trace) => string): Artefact {
  const { judgement } = input;
  const named = new Map(tracesOf(input).map(({ name, trace }) => [trace, name]));
  const sections = judgement.findings.flatMap(({ code: id, message, severity, trace, ruling, path }) => {
    const place = input.places(path);
    return [
      `## ${id}: ${md(message)}`,
      [severity, place === undefined ? '' : code(`${place.file}:${place.line}:${place.column}`)]
        .filter((part) => part !== '')
        .join(' · '),
      ruling === undefined ? '**Open.**' : rulingText(input, ruling),
      trace && show(named.get(trace) ?? ''),
      trace && steps(trace),
    ];
  });
  return page('findings.md', '# Findings', BACK, findingsTable(input), ...sections);
}
