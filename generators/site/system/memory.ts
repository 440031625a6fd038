/** The page of the memory that belongs to no table: shared, added to instances, and messages under way. */
import type { SystemVariable } from '../../../model/system/types.ts';
import { code, mdTable } from '../../markdown/escape.ts';
import { initialText } from '../../words.ts';
import { fieldDomainText, systemDomainText } from '../../words-system.ts';
import { calledIn, type SystemContext } from '../context.ts';
import type { SitePage } from '../page.ts';
import { sitePage, titleOf, told } from '../parts.ts';
import { said } from '../text.ts';
import { systemVoice } from './context.ts';

/** Whether a system has memory of its own. */
export const hasMemory = ({ model: { memory, channels, instances } }: SystemContext): boolean =>
  [memory, channels, ...Object.values(instances).map((set) => set.memory)].some((part) => part !== undefined);

export function systemMemoryPage(context: SystemContext): SitePage {
  const { model, words } = context;
  const voice = systemVoice(context);
  const rows = (owner: string, memory: { readonly [name: string]: SystemVariable } = {}) =>
    Object.entries(memory).map(([name, variable]) => [
      owner,
      said(calledIn(context, memory, name).text),
      code(name),
      said(systemDomainText(variable, voice)),
      said(initialText(variable, voice)),
      told(context, variable.description),
    ]);
  const variables = [
    ...rows(words.everybody, model.memory),
    ...Object.entries(model.instances).flatMap(([set, { memory }]) => rows(words.eachOf(code(set)), memory)),
  ];
  const headings = [words.of, words.variable, words.name, words.domain, words.initially, words.description];
  const channels = Object.entries(model.channels ?? {}).map(([name, channel]) => [
    said(calledIn(context, model.channels, name).text),
    code(name),
    Object.entries(channel.message)
      .map(([field, domain]) => `${code(field)}${words.colon}${said(fieldDomainText(domain, voice))}`)
      .join('<br>'),
    String(channel.capacity),
    [
      channel.ordered === false ? words.unordered : words.ordered,
      ...(channel.lossy === true ? [words.lossy] : []),
    ].join(', '),
    told(context, channel.description),
  ]);
  return sitePage(context, `${model.name}/memory`, words.memory, words.memoryOf(titleOf(context)), [
    variables.length === 0 ? undefined : mdTable(headings, variables),
    channels.length === 0
      ? undefined
      : `## ${words.channels}\n\n${mdTable([words.channel, words.name, words.message, words.room, words.kind, words.description], channels)}`,
  ]);
}
