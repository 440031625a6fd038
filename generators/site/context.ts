/** What every page of one table or system in one language is made from. */
import { exploreModel } from '../../model/explore/compiled.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Machine } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import type { Model, System } from '../../model/system/types.ts';
import { calledIn as calledAmong, type Things, valueIn } from '../../model/table/called.ts';
import { memo } from '../../model/table/memo.ts';
import type { Table, Text } from '../../model/table/types.ts';
import type { Input } from '../artefact.ts';
import { phrasesOf, type Voice } from '../phrases/voice.ts';
import type { SiteOptions } from './options.ts';
import { plainText, type Worded, worded } from './text.ts';
import { plainLanguage } from './translation.ts';
import { type Words, wordsOf } from './words/index.ts';

/** A table or system on its way to pages. */
export type Context<M extends Model = Model> = {
  readonly input: Input<M>;
  readonly model: M;
  readonly language: string;
  readonly words: Words;
  readonly options: SiteOptions;
  /** The language of texts that are given without one. */
  readonly plain: string;
  readonly machine: Machine;
  /** The explored graph of the model, found when it is first asked for. */
  readonly graph: () => StateGraph;
};

/** A page, and a place on it where one is meant. */
export type PlaceOnSite = { readonly path: string; readonly anchor?: string };

/** Where things of a table are told, where that is not on pages of their own: in a system, whose tables have one page each. */
export type Whereabouts = {
  readonly state: (name: string) => PlaceOnSite;
  readonly event: (name: string) => PlaceOnSite;
  /** Nothing where nobody of that name causes anything. */
  readonly actor: (name: string) => PlaceOnSite | undefined;
};

export type TableContext = Context<Table> & { readonly whereabouts?: Whereabouts };
export type SystemContext = Context<System>;

/** So many configurations are explored where the caller has not explored. */
const MOST_CONFIGURATIONS = 200_000;

const explored = memo((model: Model) => exploreModel(model, { maxConfigurations: MOST_CONFIGURATIONS }));

export function contextOf<M extends Model>(input: Input<M>, options: SiteOptions): Context<M> {
  const { model, language } = input;
  return {
    input,
    model,
    language,
    words: wordsOf(language),
    options,
    plain: options.plain ?? plainLanguage(model),
    machine: machineOf(model),
    graph: () => options.graph ?? explored(model),
  };
}

/** A text of the model in the page’s language, or in the one that there is. */
export const wordsFor = ({ language, plain }: Context, text: Text | undefined): Worded | undefined =>
  worded(text, language, plain);

/** More characters of a label stand only on the page of what it names. */
const LONGEST_LABEL = 80;

const shown = (label: string): string => plainText(label, LONGEST_LABEL);

/** What a thing is called where others stand beside it: its label, with its name where another one has the same label. */
export function calledIn(context: Context, things: Things | undefined, name: string): Worded {
  const label = wordsFor(
    context,
    things !== undefined && Object.hasOwn(things, name) ? things[name]?.label : undefined,
  );
  if (label === undefined || plainText(label.text) === '') return { text: name, language: context.language };
  const called = calledAmong(things, name, context.language, shown);
  return { text: called, language: label.language };
}

/** The voice in which a table is put into words on its pages: its labels, in the page’s language. */
export function voiceOf(context: Context, table: Table): Voice {
  const { words, language } = context;
  const { memory = {} } = table;
  const declared = (variable: string) => (Object.hasOwn(memory, variable) ? memory[variable] : undefined);
  const state = (name: string): string => words.quoted(calledIn(context, table.states, name).text);
  return {
    phrases: phrasesOf(language),
    names: {
      state,
      group: (name) => words.quoted(calledIn(context, table.groups, name).text),
      tag: (name) => words.quoted(name),
      event: (name) => words.quoted(calledIn(context, table.events, name).text),
      variable: (name) => calledIn(context, table.memory, name).text,
      value: (value, variable) =>
        typeof value !== 'string' || variable === undefined
          ? String(value)
          : isSaved(table, variable)
            ? state(value)
            : valueIn(declared(variable), value, language, shown),
    },
  };
}

const isSaved = ({ memory = {} }: Table, variable: string): boolean =>
  Object.hasOwn(memory, variable) && 'states' in (memory[variable] as object);
