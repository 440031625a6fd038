/// <reference lib="dom" />
/** What stays while runs go on: the toolbar, the clock, the traces, what can be taken away, and the places of the parts that are drawn anew. */
import { plainText } from '../../../../generators/site/text.ts';
import { actionText, placeText } from '../arrival.ts';
import { h, said } from '../dom.ts';
import type { SiteTrace } from '../loading.ts';
import { begun, nextDue, placeOf } from '../run.ts';
import { commandOf, testOf } from '../takeaway.ts';
import { timeText, type Words } from '../words.ts';
import type { Lanes } from './lanes.ts';
import { isOpen, type Scene } from './scene.ts';

/** What the controls of the frame do. */
export type Controls = {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly restart: () => void;
  readonly toEnd: () => void;
  readonly random: () => void;
  readonly walk: () => void;
  readonly startAt: (index: number) => void;
  readonly filter: (text: string) => void;
  readonly seed: (seed: number) => void;
  readonly wait: (milliseconds: number) => void;
  readonly untilTimer: () => void;
  readonly timed: (isTimed: boolean) => void;
  readonly load: (token: string) => void;
  readonly copyLink: () => void;
  readonly copy: (text: string) => void;
};

/** The frame: its element, the places to fill, and what to do when the run has changed. */
export type Frame = {
  readonly element: HTMLElement;
  readonly now: HTMLElement;
  readonly choices: HTMLElement;
  readonly cannot: HTMLElement;
  readonly timeline: HTMLElement;
  readonly traces: (traces: readonly SiteTrace[] | undefined) => void;
  readonly update: (scene: Scene, isWalking: boolean) => void;
  /** Says something to who listens, and shows it where it is asked to; after it a detail in English. */
  readonly say: (text: string, isShown?: boolean, detail?: string) => void;
};

const MINUTE = 60_000;

/** More configurations to start from are not offered. */
const MOST_STARTS = 100;
const LONGEST_START = 120;

const button = (text: string, key: string, act: () => void, more: { readonly [name: string]: string } = {}) =>
  h('button', { type: 'button', class: 'sim-button', 'data-key': key, onclick: act, ...more }, text);

const panel = (heading: string, name: string, ...children: readonly (Node | string)[]): HTMLElement =>
  h('section', { class: `sim-panel sim-${name}` }, h('h2', { tabindex: '-1' }, heading), ...children);

/** What the frame shows beside what it is told: the one diagram of a table, or the lanes of a system. */
export type Pictures = { readonly diagram?: HTMLElement | undefined; readonly lanes?: Lanes | undefined };

export function frameOf(scene: Scene, isReduced: boolean, controls: Controls, { diagram, lanes }: Pictures): Frame {
  const { words, world } = scene;
  const tools = toolsOf(scene, isReduced, controls);
  const clock = clockOf(words, controls);
  const takeaway = takeawayOf(words, controls);
  const status = h('p', { class: 'sr-only', role: 'status', 'aria-live': 'polite' });
  const note = h('p', { class: 'sim-note', hidden: true });
  const now = h('div', {});
  const choices = h('div', { class: 'sim-actors' });
  const cannot = h('div', { class: 'sim-panel sim-refused' });
  const inNow = diagram === undefined ? [] : [h('div', { class: 'sim-diagrams' }, diagram)];
  const timeline = h('div', { class: 'sim-scroll', tabindex: '0', role: 'region', 'aria-label': words.run });
  const tracesPanel = h('div', {});
  const count = h('p', { class: 'sim-muted' });
  const filter = h('input', {
    type: 'search',
    'aria-label': words.filter,
    placeholder: words.filter,
    autocomplete: 'off',
    spellcheck: 'false',
    'data-key': 'filter',
    oninput: ({ target }) => controls.filter((target as HTMLInputElement).value),
  });
  const element = h(
    'div',
    { class: 'sim not-content', role: 'region', 'aria-label': words.name },
    tools.element,
    note,
    h(
      'div',
      { class: 'sim-grid-outer' },
      panel(words.now, 'now', now, ...inNow),
      panel(words.can, 'can', count, filter, choices),
      h(
        'div',
        { class: 'sim-side' },
        panel(words.run, 'run', timeline),
        ...(world.clock.hasTimers ? [clock.element] : []),
        panel(words.traces, 'traces', tracesPanel),
        takeaway.element,
      ),
      ...(lanes === undefined
        ? []
        : [panel(words.lanes, 'several', h('p', { class: 'sim-muted' }, words.lanesNote), lanes.element)]),
      cannot,
    ),
    h('p', { class: 'sim-muted' }, words.keys),
    status,
  );
  return {
    element,
    now,
    choices,
    cannot,
    timeline,
    traces: (traces) => tracesPanel.replaceChildren(...tracesPart(traces, words, controls)),
    update(next, isWalking) {
      const open = next.choices.filter((each) => isOpen(next, each)).length;
      count.textContent = words.canCount(open);
      tools.update(next, isWalking);
      clock.update(next);
      takeaway.update(next);
      lanes?.update(next);
      cannot.hidden = cannot.childElementCount === 0;
    },
    say(text, isShown = false, detail = '') {
      const parts = (): readonly (Node | string)[] => (detail === '' ? [text] : [text, ' ', said(detail, 'en')]);
      status.replaceChildren(...parts());
      note.hidden = !isShown;
      note.replaceChildren(...(isShown ? parts() : []));
    },
  };
}

function toolsOf({ words, world, called }: Scene, isReduced: boolean, controls: Controls) {
  const undo = button(words.undo, 'undo', controls.undo, { 'aria-keyshortcuts': 'u' });
  const redo = button(words.redo, 'redo', controls.redo, { 'aria-keyshortcuts': 'r' });
  const restart = button(words.restart, 'restart', controls.restart);
  const toEnd = button(words.toEnd, 'end', controls.toEnd);
  const random = button(words.random, 'random', controls.random, { 'aria-keyshortcuts': 'n' });
  const walk = button(words.walk, 'walk', controls.walk, { 'aria-pressed': 'false' });
  const seed = h('input', {
    type: 'number',
    class: 'sim-seed',
    value: '1',
    step: '1',
    inputmode: 'numeric',
    'data-key': 'seed',
    onchange: ({ target }) => controls.seed(Number((target as HTMLInputElement).value)),
  });
  const starts = world.machine.initial.slice(0, MOST_STARTS);
  const start = h('select', {
    'data-key': 'start',
    onchange: ({ target }) => controls.startAt((target as HTMLSelectElement).selectedIndex),
  });
  start.append(
    ...starts.map((_, index) =>
      h('option', {}, plainText(placeText(placeOf(world, begun(index)).configuration, called), LONGEST_START)),
    ),
  );
  const element = h(
    'div',
    { class: 'sim-tools' },
    ...(starts.length > 1 ? [h('label', { class: 'sim-start' }, `${words.initially} `, start)] : []),
    undo,
    redo,
    restart,
    toEnd,
    random,
    // Who asked for less motion steps at random, one press at a time.
    ...(isReduced ? [] : [walk]),
    h('label', {}, `${words.seed} `, seed),
  );
  return {
    element,
    update({ run, choices }: Scene, isWalking: boolean) {
      start.selectedIndex = run.start;
      const off = (each: HTMLButtonElement, isOff: boolean): void => {
        // A button that has the focus keeps it, and says that it does nothing.
        each.setAttribute('aria-disabled', String(isOff));
      };
      off(undo, run.at === 0);
      off(redo, run.at === run.entries.length);
      off(toEnd, run.at === run.entries.length);
      off(restart, run.entries.length === 0);
      off(random, choices.length === 0);
      off(walk, choices.length === 0 && !isWalking);
      walk.textContent = isWalking ? words.stop : words.walk;
      walk.setAttribute('aria-pressed', String(isWalking));
    },
  };
}

function clockOf(words: Words, controls: Controls) {
  const time = h('p', { class: 'sim-clock-time' });
  const note = h('p', { class: 'sim-muted' });
  const timed = h('input', {
    type: 'checkbox',
    'data-key': 'timed',
    onchange: ({ target }) => controls.timed((target as HTMLInputElement).checked),
  });
  const minute = button(words.later, 'minute', () => controls.wait(MINUTE), {
    'aria-label': `${words.later}: ${words.laterLong}`,
  });
  const until = button(words.untilTimer, 'until', controls.untilTimer);
  const buttons = h('div', { class: 'sim-row' }, minute, until);
  const element = panel(
    words.clock,
    'clock',
    time,
    buttons,
    h('label', { class: 'sim-check' }, timed, ` ${words.clockOn}`),
    note,
  );
  return {
    element,
    update({ isTimed, place, world, run, called }: Scene) {
      timed.checked = isTimed;
      time.hidden = !isTimed;
      buttons.hidden = !isTimed;
      const next = nextDue(world, run);
      const text = next && words.dueIn(actionText(next.step, called), timeText(next.due - place.time.now, words));
      time.textContent = [words.clockAt(timeText(place.time.now, words)), ...(text === undefined ? [] : [text])].join(
        ' · ',
      );
      until.setAttribute('aria-disabled', String(next === undefined));
      note.textContent = isTimed ? words.clockNote : words.abstractNote;
    },
  };
}

function tracesPart(
  traces: readonly SiteTrace[] | undefined,
  words: Words,
  controls: Controls,
): readonly HTMLElement[] {
  if (traces === undefined || traces.length === 0)
    return [h('p', { class: 'sim-muted' }, traces === undefined ? words.tracesFailed : words.noTraces)];
  const select = h(
    'select',
    { 'aria-label': words.traces, 'data-key': 'trace' },
    h('option', { value: '' }, words.choose),
    ...traces.map(({ name, title }) => h('option', { value: name }, plainText(title, LONGEST_START))),
  );
  const load = button(words.load, 'load', () => {
    const trace = traces.find(({ name }) => name === select.value);
    if (trace !== undefined) controls.load(trace.token);
  });
  return [h('div', { class: 'sim-row' }, select, load)];
}

function takeawayOf(words: Words, controls: Controls) {
  const command = h('code', {});
  const test = h('code', {});
  const text = (code: HTMLElement) => () => controls.copy(code.textContent ?? '');
  const block = (label: string, code: HTMLElement) =>
    h('pre', { tabindex: '0', role: 'region', 'aria-label': label }, code);
  const element = panel(
    words.share,
    'share',
    h(
      'div',
      { class: 'sim-row' },
      button(words.copyLink, 'link', controls.copyLink),
      button(words.copyCommand, 'command', text(command)),
      button(words.copyTest, 'test', text(test)),
    ),
    h('details', {}, h('summary', {}, words.showCommand), block(words.showCommand, command)),
    h('details', {}, h('summary', {}, words.showTest), block(words.showTest, test)),
  );
  return {
    element,
    update({ world, run }: Scene) {
      command.textContent = commandOf(world, run);
      test.textContent = testOf(world, run);
    },
  };
}

/** What is shown where the simulator cannot start. */
export const failurePart = (words: Words, why: string): HTMLElement =>
  h(
    'div',
    { class: 'sim sim-bad not-content', role: 'alert' },
    h('p', {}, h('strong', {}, words.failed)),
    h('p', {}, said(words.remedy(why))),
  );
