/** The difference between two versions for people: as text for a terminal, and as Markdown for a pull request. */
import { visible } from '../../model/table/diagnostic.ts';
import { code, fence, md } from '../markdown/escape.ts';
import { type Emphasis, PLAIN } from '../report/emphasis.ts';
import { differenceDiagram } from './diagram.ts';
import { type Compared, type Line, lineText, sectionsOf, summaryOf } from './lines.ts';

/** A table or system that only one of the two has. */
export type Alone = { readonly name: string; readonly file: string; readonly in: 'old' | 'new' };

const headOf = ({ old, new: now }: Compared): string =>
  old.model.name === now.model.name ? now.model.name : `${old.model.name} → ${now.model.name}`;

/** The report of one table or system as text. */
export function differenceText(compared: Compared, style: Emphasis = PLAIN): string {
  const { old, new: now, difference } = compared;
  const paint = { '+': style.good, '-': style.bad, '~': style.open, ' ': style.dim };
  const line = (each: Line): string => {
    const { mark, where } = each;
    return `    ${paint[mark](`${mark === '-' ? '−' : mark} ${visible(lineText(each))}`)}${where === undefined ? '' : style.dim(`   [${where}]`)}`;
  };
  return [
    `${style.strong(visible(headOf(compared)))}  ${style.dim(`${old.file} → ${now.file}`)}`,
    `  ${visible(summaryOf(difference))}`,
    ...sectionsOf(compared).flatMap(({ title, lines }) => [`  ${visible(title)}`, ...lines.map(line)]),
  ].join('\n');
}

export const aloneText = ({ name, file, in: side }: Alone): string =>
  `${visible(name)}  ${file}\n  ${side === 'new' ? '+ added' : '− removed'}`;

/** The report of one table or system as Markdown, with a diagram of each table that changed. */
export function differenceMarkdown(compared: Compared, language: string): string {
  const { old, new: now, difference } = compared;
  const line = (each: Line): string => {
    const { mark, where } = each;
    const sign = { '+': '**+**', '-': '**−**', '~': '**~**', ' ': '' }[mark];
    return `- ${sign === '' ? '' : `${sign} `}${md(lineText(each))}${where === undefined ? '' : ` (${code(where)})`}`;
  };
  const diagrams = difference.structure.tables.flatMap((table) => {
    const source = differenceDiagram(table, language);
    return source === undefined
      ? []
      : [
          `${md(table.name)}: added is thick and marked +, removed is dashed and marked −, a state that is not the same is marked ~.`,
          fence(source),
        ];
  });
  return [
    `### ${md(headOf(compared))}`,
    `${code(old.file)} → ${code(now.file)}: ${md(summaryOf(difference))}.`,
    ...sectionsOf(compared).flatMap(({ title, lines }) => [`**${md(title)}**`, lines.map(line).join('\n')]),
    ...diagrams,
  ].join('\n\n');
}

export const aloneMarkdown = ({ name, file, in: side }: Alone): string =>
  `### ${md(name)}\n\n${code(file)}: ${side === 'new' ? 'added' : 'removed'}.`;
