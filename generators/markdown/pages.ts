/** The pages of one table. */
import type { Trace } from '../../model/explore/graph.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Artefact, Diagram, TableInput } from '../artefact.ts';
import { explorationLine, summaryLine } from '../report/text.ts';
import { durationText, effectText, predicateText } from '../words.ts';
import { claimsPage } from './claims.ts';
import { code, md, mdTable } from './escape.ts';
import { BACK, BACK_UP, findingsPage, inLanguages, page, propertiesPage, type Show, showing } from './page.ts';
import {
  causeText,
  eventLink,
  eventsTable,
  labelOf,
  matrixTable,
  memoryTable,
  propertiesTable,
  reasonOf,
  rowPlace,
  rowsTable,
  stateLink,
  statesTable,
  targetLink,
  traceList,
} from './parts.ts';
import { restates, reviewPage } from './review.ts';

/** All Markdown pages of a table. Every diagram has its text equivalent on the same page. */
export function tablePages(input: TableInput, diagrams: readonly Diagram[]): readonly Artefact[] {
  const { model: table } = input;
  const show = showing(input, diagrams);
  const steps = (trace: Trace): string => traceList(input, trace, '');
  return [
    index(input, show('overview')),
    ...Object.keys(table.states).map((state) => statePage(input, state, show(`state-${state}`, '../'))),
    ...Object.keys(table.events).map((event) => eventPage(input, event)),
    actorsPage(input, show),
    ...(table.memory === undefined ? [] : [page('memory.md', '# Memory', BACK, memoryTable(input))]),
    page(
      'matrix.md',
      `# Transition matrix`,
      BACK,
      'States down, events across; a dash where nothing happens.',
      matrixTable(input, ''),
    ),
    page('rows.md', '# Rows', BACK, 'Every line of the table, in its order.', rowsTable(input, '')),
    propertiesPage(input, show, steps),
    findingsPage(input, show, steps),
    ...(table.sources === undefined ? [] : [claimsPage(input)]),
    ...(restates(input) ? [reviewPage(input)] : []),
  ];
}

function index(input: TableInput, diagram: string | undefined): Artefact {
  const { model: table, judgement, language } = input;
  const links = [
    '[Actors](actors.md)',
    ...(table.memory === undefined ? [] : ['[Memory](memory.md)']),
    '[Transition matrix](matrix.md)',
    '[Rows](rows.md)',
    '[Properties](properties.md)',
    '[Findings](findings.md)',
    ...(table.sources === undefined ? [] : ['[Claims of the sources](claims.md)']),
    ...(restates(input) ? ['[Review of the sources](review.md)'] : []),
  ];
  return page(
    'README.md',
    `# ${md(textIn(table.title, language, table.name))}`,
    md(textIn(table.description, language)),
    links.join(' · '),
    diagram,
    `**Checked:** ${explorationLine(judgement.exploration)}. ${summaryLine(judgement)}.`,
    ...(judgement.notes ?? []).map((note) => `*${md(note)}*`),
    '## States',
    statesTable(input, ''),
    '## Events',
    eventsTable(input, ''),
    '## Properties',
    propertiesTable(input),
  );
}

function statePage(input: TableInput, name: string, diagram: string | undefined): Artefact {
  const { model: table, language } = input;
  const state = table.states[name] ?? {};
  const rows = [...table.transitions.entries()];
  const out = rows.filter(([, row]) => selectStates(table.states, row.from).includes(name));
  const into = rows.filter(([, { to }]) => to === name);
  const final =
    state.final === undefined
      ? ''
      : state.final === true
        ? 'final'
        : `final while ${md(predicateText(state.final.when))}`;
  const facts = [
    `Name ${code(name)}`,
    inLanguages(state.label),
    state.group === undefined ? '' : `group ${md(labelOf(input, table.groups, state.group))}`,
    state.initial === undefined ? '' : 'initial',
    final,
    (state.tags ?? []).map((tag) => `tagged ${code(tag)}`).join(', '),
  ];
  return page(
    `states/${name}.md`,
    `# ${md(labelOf(input, table.states, name))}`,
    BACK_UP,
    md(textIn(state.description, language)),
    facts.filter((fact) => fact !== '').join(' · '),
    diagram,
    '## Ways out',
    out.length === 0
      ? 'None.'
      : mdTable(
          ['On', 'Caused by', 'When', 'To', 'Sets', 'Because', 'Row'],
          out.flatMap(([index, row]) =>
            listOf(row.on).map((event) => [
              eventLink(input, event, '../'),
              causeText(input, event),
              row.when === undefined ? '' : md(predicateText(row.when)),
              targetLink(input, row, '../'),
              md(effectText(row)),
              reasonOf(input, row),
              rowPlace(input, index),
            ]),
          ),
        ),
    '## Ways in',
    into.length === 0
      ? 'None by name.'
      : mdTable(
          ['From', 'On', 'When', 'Row'],
          into.map(([index, row]) => [
            selectStates(table.states, row.from)
              .map((from) => stateLink(input, from, '../'))
              .join(', '),
            listOf(row.on)
              .map((event) => eventLink(input, event, '../'))
              .join(', '),
            row.when === undefined ? '' : md(predicateText(row.when)),
            rowPlace(input, index),
          ]),
        ),
  );
}

function eventPage(input: TableInput, name: string): Artefact {
  const { model: table, language } = input;
  const event = table.events[name] ?? {};
  const handled = [...table.transitions.entries()].filter(([, row]) => listOf(row.on).includes(name));
  const states = new Set(handled.flatMap(([, row]) => selectStates(table.states, row.from)));
  const ignored = Object.keys(table.states).filter((state) => !states.has(state));
  return page(
    `events/${name}.md`,
    `# ${md(labelOf(input, table.events, name))}`,
    BACK_UP,
    md(textIn(event.description, language)),
    [`Name ${code(name)}`, inLanguages(event.label), causeText(input, name)].filter((fact) => fact !== '').join(' · '),
    event.after === undefined
      ? undefined
      : `A timer: it may fire ${durationText(event.after)} after the state is entered. The check takes time abstractly.`,
    '## Where it is handled',
    handled.length === 0
      ? 'Nowhere.'
      : mdTable(
          ['From', 'When', 'To', 'Sets', 'Because', 'Row'],
          handled.map(([index, row]) => [
            selectStates(table.states, row.from)
              .map((from) => stateLink(input, from, '../'))
              .join(', '),
            row.when === undefined ? '' : md(predicateText(row.when)),
            targetLink(input, row, '../'),
            md(effectText(row)),
            reasonOf(input, row),
            rowPlace(input, index),
          ]),
        ),
    '## Where it is ignored',
    ignored.length === 0 ? 'Nowhere.' : ignored.map((state) => stateLink(input, state, '../')).join(' · '),
  );
}

function actorsPage(input: TableInput, show: Show): Artefact {
  const { model: table, language } = input;
  const actors = [...new Set(Object.values(table.events).map(({ by }) => by))];
  const sections = actors.flatMap((actor) => {
    const described = actor === undefined ? undefined : table.actors?.[actor];
    const events = Object.keys(table.events).filter((event) => table.events[event]?.by === actor);
    return [
      `## ${actor === undefined ? 'Without an actor' : md(labelOf(input, table.actors, actor))}`,
      md(textIn(described?.description, language)),
      `Events: ${events.map((event) => eventLink(input, event, '')).join(' · ')}`,
      show(actor === undefined ? 'no-actor' : `actor-${actor}`),
    ];
  });
  return page('actors.md', '# Actors', BACK, ...sections);
}
