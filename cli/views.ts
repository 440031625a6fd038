/** How `play` shows what it steps through: configurations, what can be chosen there, and what a step did. */
import { arrivalText, changes } from '../generators/report/changes.ts';
import type { Emphasis } from '../generators/report/emphasis.ts';
import { at, eventsIn } from '../generators/report/events.ts';
import { stepLines } from '../generators/report/trace.ts';
import { textDiagram } from '../generators/text/diagram.ts';
import {
  type Blocked,
  type Configuration,
  labelOf,
  type Machine,
  type Step,
  type TableConfiguration,
} from '../model/explore/machine.ts';
import { isSystem, type System } from '../model/system/types.ts';
import { visible } from '../model/table/diagnostic.ts';
import type { Places } from '../model/table/places.ts';
import { textIn } from '../model/table/text.ts';
import type { Table } from '../model/table/types.ts';
import type { Loaded } from './load/loaded.ts';

/** One way of showing things, each as one or more lines. */
export type View = {
  configuration(configuration: Configuration): string;
  /** What a step did. */
  moved(before: Configuration, step: Step): string;
  /** A step that can be chosen. */
  choice(before: Configuration, step: Step): string;
  blocked(blocked: Blocked): string;
  diagram(configuration: Configuration): string;
};

/** What a view is made from: what is shown, the semantics that describes it, and how. */
type Showing<M> = {
  readonly model: M;
  readonly places: Places;
  readonly machine: Machine;
  readonly language: string;
  readonly style: Emphasis;
};

/** How a table or system is shown. */
export const viewOf = (
  { model, places }: Loaded,
  showing: Pick<Showing<unknown>, 'machine' | 'language' | 'style'>,
): View => (isSystem(model) ? systemView({ ...showing, model, places }) : tableView({ ...showing, model, places }));

const final = (machine: Machine, configuration: Configuration): string =>
  machine.isFinal(configuration) ? '  (final)' : '';

/** An event's label and who or what causes it, as they follow its name. */
function causes(words: ReturnType<ReturnType<typeof eventsIn>['words']>, language: string): string {
  const label = visible(textIn(words.label, language));
  const who = [words.by, words.after].filter((part) => part !== undefined).join(', ');
  return `${label === '' ? '' : `  ${label}`}${who === '' ? '' : ` (${who})`}`;
}

const blockedText = (what: string, variable: string, { reason }: Blocked): string =>
  `${what} is blocked: ${variable} ${reason === 'unset' ? 'is unset' : 'would leave its domain'}`;

function tableView({ model, places, machine, language, style }: Showing<Table>): View {
  const show = (configuration: Configuration): string => {
    const { state } = configuration as TableConfiguration;
    const label = visible(textIn(model.states[state]?.label, language, state));
    const words = style.strong(visible(machine.describe(configuration)));
    return `${words}${label === state ? '' : `  ${label}`}${final(machine, configuration)}`;
  };
  const events = eventsIn(model);
  return {
    configuration: show,
    moved(before, { event, rows, to }) {
      const changed = changes(before, to);
      const used = rows.map((row) => at(places, events.row(row).path)).join(', ');
      return `${event} → ${show(to)}${changed === '' ? '' : `; ${changed}`}   ${style.dim(`[${used}]`)}`;
    },
    choice: (_, { event, to }) =>
      `${event}${causes(events.words(event), language)} → ${(to as TableConfiguration).state}`,
    blocked: (each) => blockedText(each.event, each.variable, each),
    diagram: (configuration) => textDiagram(model, language, configuration),
  };
}

function systemView({ model, places, machine, language, style }: Showing<System>): View {
  const events = eventsIn(model);
  const label = (step: Pick<Step, 'event' | 'binding'>): string => visible(labelOf(step));
  return {
    configuration: (each) => `${style.strong(visible(machine.describe(each)))}${final(machine, each)}`,
    moved: (before, step) => stepLines(events, places, before, step).join('\n'),
    choice: (before, step) =>
      `${label(step)}${causes(events.words(step.event), language)} → ${visible(arrivalText(before, step.to))}`,
    blocked: (each) =>
      blockedText(label(each), [each.instance, each.variable].filter((part) => part !== undefined).join('.'), each),
    diagram: (configuration) => textDiagram(model, language, configuration),
  };
}
