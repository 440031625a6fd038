/** The pages of one table. */
import { listOf, selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Property, Text } from '../../model/table/types.ts';
import type { Artefact, Diagram, Input } from '../artefact.ts';
import { tracesOf } from '../mermaid/index.ts';
import { explorationLine, summaryLine } from '../report/text.ts';
import { domainText, durationText, effectText, predicateText, propertyText, valueText } from '../words.ts';
import { claimsPage } from './claims.ts';
import { code, fence, md, mdTable, picture } from './escape.ts';
import {
  causeText,
  eventLink,
  eventsTable,
  findingsTable,
  labelOf,
  matrixTable,
  propertiesTable,
  reasonOf,
  resultText,
  rowPlace,
  rowsTable,
  rulingText,
  stateLink,
  statesTable,
  targetLink,
  traceList,
} from './parts.ts';

const page = (path: string, ...parts: readonly (string | undefined)[]): Artefact => ({
  path,
  content: `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`,
});

/** All Markdown pages of a table. Every diagram has its text equivalent on the same page. */
export function markdownPages(input: Input, diagrams: readonly Diagram[]): readonly Artefact[] {
  const drawn = new Map(diagrams.map((diagram) => [diagram.name, diagram]));
  const { table, pictures } = input;
  const show = (name: string, folder = ''): string | undefined => {
    const diagram = drawn.get(name);
    if (diagram === undefined) return undefined;
    if (pictures === undefined || pictures.diagrams?.includes(name) === false) return fence(diagram.source);
    return `${picture(diagram, pictures, folder)}\n\n[The diagram’s source](${folder}diagrams/${encodeURIComponent(name)}.mmd)`;
  };
  return [
    index(input, show('overview')),
    ...Object.keys(table.states).map((state) => statePage(input, state, show(`state-${state}`, '../'))),
    ...Object.keys(table.events).map((event) => eventPage(input, event)),
    actorsPage(input, show),
    ...(table.memory === undefined ? [] : [memoryPage(input)]),
    page(
      'matrix.md',
      `# Transition matrix`,
      BACK,
      'States down, events across; a dash where nothing happens.',
      matrixTable(input, ''),
    ),
    page('rows.md', '# Rows', BACK, 'Every line of the table, in its order.', rowsTable(input, '')),
    propertiesPage(input, show),
    findingsPage(input, show),
    ...(table.sources === undefined ? [] : [claimsPage(input)]),
  ];
}

const BACK = '[← overview](README.md)';
const BACK_UP = '[← overview](../README.md)';

function index(input: Input, diagram: string | undefined): Artefact {
  const { table, judgement, language } = input;
  const links = [
    '[Actors](actors.md)',
    ...(table.memory === undefined ? [] : ['[Memory](memory.md)']),
    '[Transition matrix](matrix.md)',
    '[Rows](rows.md)',
    '[Properties](properties.md)',
    '[Findings](findings.md)',
    ...(table.sources === undefined ? [] : ['[Claims of the sources](claims.md)']),
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

const inLanguages = (text: Text | undefined): string =>
  typeof text === 'object'
    ? Object.entries(text)
        .map(([tag, words]) => `${md(words)} (${md(tag)})`)
        .join(' · ')
    : md(text ?? '');

function statePage(input: Input, name: string, diagram: string | undefined): Artefact {
  const { table, language } = input;
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
    state.group === undefined ? '' : `group ${md(labelOf(input, table.groups?.[state.group], state.group))}`,
    state.initial === undefined ? '' : 'initial',
    final,
    (state.tags ?? []).map((tag) => `tagged ${code(tag)}`).join(', '),
  ];
  return page(
    `states/${name}.md`,
    `# ${md(labelOf(input, state, name))}`,
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

function eventPage(input: Input, name: string): Artefact {
  const { table, language } = input;
  const event = table.events[name] ?? {};
  const handled = [...table.transitions.entries()].filter(([, row]) => listOf(row.on).includes(name));
  const states = new Set(handled.flatMap(([, row]) => selectStates(table.states, row.from)));
  const ignored = Object.keys(table.states).filter((state) => !states.has(state));
  return page(
    `events/${name}.md`,
    `# ${md(labelOf(input, event, name))}`,
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

function actorsPage(input: Input, show: (name: string) => string | undefined): Artefact {
  const { table, language } = input;
  const actors = [...new Set(Object.values(table.events).map(({ by }) => by))];
  const sections = actors.flatMap((actor) => {
    const described = actor === undefined ? undefined : table.actors?.[actor];
    const events = Object.keys(table.events).filter((event) => table.events[event]?.by === actor);
    return [
      `## ${actor === undefined ? 'Without an actor' : md(labelOf(input, described, actor))}`,
      md(textIn(described?.description, language)),
      `Events: ${events.map((event) => eventLink(input, event, '')).join(' · ')}`,
      show(actor === undefined ? 'no-actor' : `actor-${actor}`),
    ];
  });
  return page('actors.md', '# Actors', BACK, ...sections);
}

function memoryPage(input: Input): Artefact {
  const { table, language } = input;
  const rows = Object.entries(table.memory ?? {}).map(([name, variable]) => {
    const initial = variable.initial ?? ('flag' in variable ? false : null);
    const written = [...table.transitions.entries()].filter(([, row]) => Object.hasOwn(row.set ?? {}, name));
    return [
      code(name),
      md(labelOf(input, variable, name)),
      md(domainText(variable)),
      md((Array.isArray(initial) ? initial : [initial]).map(valueText).join(' or ')),
      written.map(([index]) => rowPlace(input, index)).join(', '),
      md(textIn(variable.description, language)),
    ];
  });
  return page(
    'memory.md',
    '# Memory',
    BACK,
    mdTable(['Name', 'Variable', 'Domain', 'Initially', 'Written by', 'Description'], rows),
  );
}

function propertiesPage(input: Input, show: (name: string) => string | undefined): Artefact {
  const { table, judgement, language } = input;
  const named = new Map(tracesOf(input).map(({ name, trace }) => [trace, name]));
  const sections = judgement.verdicts.flatMap((verdict) => {
    const property = table.properties?.[verdict.property] as Property;
    const { words, formula } = propertyText(property);
    const { trace, ruling, note } = verdict;
    return [
      `## ${md(verdict.property)}`,
      `**${resultText(verdict)}** · ${md(words)} · ${code(formula)}`,
      md(textIn(property.description, language)),
      note === undefined ? undefined : md(note),
      ruling && rulingText(input, ruling),
      trace && (verdict.result === 'holds' ? '### Witness' : '### Counterexample'),
      trace && show(named.get(trace) ?? ''),
      trace && traceList(input, trace, ''),
    ];
  });
  return page('properties.md', '# Properties', BACK, propertiesTable(input), ...sections);
}

function findingsPage(input: Input, show: (name: string) => string | undefined): Artefact {
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
      trace && traceList(input, trace, ''),
    ];
  });
  return page('findings.md', '# Findings', BACK, findingsTable(input), ...sections);
}
