/** The home of a system: who is in it, what happens together, and what is known of it. */
import { instancesOf, tableOf } from '../../../model/system/instances.ts';
import { listOf } from '../../../model/table/select.ts';
import { code, mdTable } from '../../markdown/escape.ts';
import { columnsOf, vectorsOf } from '../../synchronisation.ts';
import { calledIn, type SystemContext } from '../context.ts';
import { glanceOf, howChecked } from '../judgement.ts';
import type { Block, SitePage } from '../page.ts';
import { sitePage, titleIn, told } from '../parts.ts';
import { said } from '../text.ts';
import {
  actorsByName,
  eventsByName,
  labelVoice,
  systemActorLink,
  systemActors,
  systemCause,
  systemEventLink,
  tableLink,
} from './context.ts';

/** More instances than these are counted, not named. */
const MOST_NAMES = 6;

export function systemHome(context: SystemContext): SitePage {
  const { model, words } = context;
  const title = titleIn(context);
  return sitePage(context, model.name, title, words.systemOf(title.text, instancesOf(model).size), [
    told(context, model.description),
    ...together(context),
    `## ${words.instances}\n\n${instancesTable(context)}`,
    `## ${words.tables}\n\n${tablesTable(context)}`,
    ...actorsSection(context),
    glanceOf(context, undefined),
    howChecked(context),
  ]);
}

function together(context: SystemContext): readonly Block[] {
  const { model, words, language } = context;
  const voice = labelVoice(context);
  const vectors = vectorsOf(model, voice);
  if (vectors.length === 0) return [words.nothingTogether];
  const columns = columnsOf(model, vectors, language, voice);
  const rows = vectors.map((vector) => [
    systemEventLink(context, vector.event.name),
    systemCause(context, vector.event),
    ...columns.map(({ moves, sets }) => {
      const moving = moves(vector);
      return (moving.length > 0 ? moving : sets(vector)).map(said).join('<br>');
    }),
  ]);
  const headings = [words.event, words.causedBy, ...columns.map(({ heading }) => said(heading))];
  return [{ diagram: 'synchronisation' }, `## ${words.synchronisation}\n\n${mdTable(headings, rows)}`];
}

function instancesTable(context: SystemContext): string {
  const { model, words } = context;
  const all = [...instancesOf(model).values()];
  return mdTable(
    [words.instances, words.name, words.table, words.howMany, words.calledSo, words.startsIn, words.description],
    Object.entries(model.instances).map(([set, declared]) => {
      const names = all.filter((instance) => instance.set === set).map(({ name }) => code(name));
      const { states = {} } = tableOf(model, declared) ?? {};
      const starts =
        declared.initial === undefined
          ? Object.keys(states).filter((state) => states[state]?.initial !== undefined)
          : listOf(declared.initial);
      return [
        said(calledIn(context, model.instances, set).text),
        code(set),
        declared.table === undefined ? '' : tableLink(context, declared.table),
        `${names.length}${declared.per === undefined ? '' : `, ${words.onePer(declared.per.map(code).join(' × '))}`}`,
        (names.length > MOST_NAMES ? [names[0] as string, '…', names.at(-1) as string] : names).join(', '),
        said(words.or(starts.map((state) => calledIn(context, states, state).text))),
        told(context, declared.description),
      ];
    }),
  );
}

function tablesTable(context: SystemContext): string {
  const { model, words } = context;
  return mdTable(
    [words.table, words.followedBy, words.description],
    model.tables.map(({ name, description }) => [
      tableLink(context, name),
      Object.entries(model.instances)
        .filter(([, { table }]) => table === name)
        .map(([set]) => said(calledIn(context, model.instances, set).text))
        .join(', '),
      told(context, description),
    ]),
  );
}

function actorsSection(context: SystemContext): readonly Block[] {
  const { model, words } = context;
  const actors = systemActors(context).filter((actor) => actor !== undefined);
  if (actors.length === 0) return [];
  const events = Object.values(eventsByName(model));
  const rows = actors.map((actor) => [
    systemActorLink(context, actor),
    events
      .filter(({ by }) => by === actor)
      .map(({ name }) => systemEventLink(context, name))
      .join(', '),
    told(context, actorsByName(model)[actor]?.description),
  ]);
  return [`## ${words.actors}\n\n${mdTable([words.actor, words.canCause, words.description], rows)}`];
}
