/// <reference lib="dom" />
/** What can happen, by whom: a button for each step; and what cannot, with the reasons. */
import { actionKey, labelOf } from '../../../../model/explore/machine.ts';
import { type Refusal, refusalsOf } from '../../../../model/explore/refusals.ts';
import { isSystem } from '../../../../model/system/types.ts';
import { arrivalText, bindingText } from '../arrival.ts';
import { h, said } from '../dom.ts';
import { reasonText } from '../reasons.ts';
import type { Choice } from '../run.ts';
import { timeText } from '../words.ts';
import { named, phrase } from './named.ts';
import { type Acts, isOpen, type Scene } from './scene.ts';

/** So many bindings of one event are shown with their reasons; the others are counted. */
const MOST_BINDINGS = 24;

/** The keys that take a step. */
const KEYS = 9;

/** Something that cannot happen: refused by the model, or a timer that is not due. */
type Off = { readonly event: string; readonly binding: string; readonly why: readonly string[] };

/** The choices in the order in which they are shown, which is that of their keys. */
export function shownChoices(scene: Scene): readonly Choice[] {
  const actors = actorsOf(scene);
  const place = ({ step }: Choice): number => actors.indexOf(scene.called.event(step.event).by);
  return scene.choices
    .filter((choice) => isOpen(scene, choice) && isWanted(scene, choice.step.event))
    .toSorted((one, other) => place(one) - place(other));
}

const isWanted = ({ filter, called }: Scene, event: string): boolean =>
  filter === '' || called.event(event).label.toLowerCase().includes(filter) || event.toLowerCase().includes(filter);

/** Who causes events, in the order in which events and refusals name them; nobody last. */
function actorsOf({ world: { model }, called, choices }: Scene): readonly (string | undefined)[] {
  const declared = Object.values(model.events ?? {}).map(({ by }) => by);
  const met = choices.map(({ step }) => called.event(step.event).by);
  const all = [...new Set([...declared, ...met])].filter((by) => by !== undefined);
  return [...all, undefined];
}

/** What can happen, in groups of an actor each. */
export function choicesPart(scene: Scene, acts: Acts): readonly HTMLElement[] {
  const { words, called, world, place } = scene;
  const shown = shownChoices(scene);
  const groups = actorsOf(scene).flatMap((actor): HTMLElement[] => {
    const can = shown.filter(({ step }) => called.event(step.event).by === actor);
    if (can.length === 0) return [];
    const buttons = can.map((each) => buttonOf(scene, acts, each, shown.indexOf(each)));
    return [
      h(
        'section',
        { class: 'sim-actor' },
        h('h3', {}, ...named(scene, actorText(scene, actor))),
        h('ul', { class: 'sim-buttons' }, ...buttons),
      ),
    ];
  });
  if (scene.choices.length > 0) return groups.length === 0 ? [h('p', { class: 'sim-note' }, words.none)] : groups;
  return [
    world.machine.isFinal(place.configuration)
      ? h('p', { class: 'sim-note' }, words.over)
      : h('p', { class: 'sim-note sim-bad' }, words.stuck),
  ];
}

const actorText = ({ words, called }: Scene, actor: string | undefined): string =>
  actor === undefined ? words.nobody : called.actor(actor);

function buttonOf(scene: Scene, acts: Acts, { step, due }: Choice, index: number): HTMLElement {
  const { called, words, place, choices, world } = scene;
  const { label } = called.event(step.event);
  const binding = bindingText(step);
  const where = arrivalText(place.configuration, step.to, called, words);
  const alike = choices.filter((each) => labelOf(each.step) === labelOf(step));
  const rows = alike.length > 1 ? step.rows.map(({ row }) => row + 1).join(', ') : '';
  const timed = scene.isTimed && due !== undefined;
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: timed ? 'sim-step is-due' : 'sim-step',
        'data-key': `take ${actionKey(step)}`,
        'data-event': step.event,
        ...(index < KEYS && { 'aria-keyshortcuts': String(index + 1) }),
        onclick: () => acts.take(step),
      },
      h(
        'span',
        { class: 'sim-event' },
        ...named(scene, label),
        ...(binding === '' ? [] : [' ', h('span', { class: 'sim-binding' }, said(binding))]),
        ...(timed ? [' ', h('span', { class: 'sim-badge' }, words.due)] : []),
      ),
      ' ',
      h('span', { class: 'sim-where' }, h('span', { 'aria-hidden': 'true' }, '→ '), phrase(scene, where)),
      ...(rows === '' || isSystem(world.model) ? [] : [' ', h('span', { class: 'sim-rows' }, words.rowsOf(rows))]),
      ...(index < KEYS ? [h('kbd', { 'aria-hidden': 'true' }, String(index + 1))] : []),
    ),
  );
}

/** Everything that cannot happen: what the model refuses, then the timers that are enabled and not due yet. */
function offIn(scene: Scene): readonly Off[] {
  const { world, place, called, words, choices } = scene;
  const refused = refusalsOf(world.model, world.machine, place.configuration).map(
    (refusal: Refusal): Off => ({
      event: refusal.event,
      binding: bindingText(refusal),
      why: refusal.reasons.map((reason) => reasonText(world.model, reason, called, words)),
    }),
  );
  const early = choices.flatMap((choice): Off[] => {
    if (isOpen(scene, choice)) return [];
    const left = (choice.due ?? 0) - place.time.now;
    const { step } = choice;
    return [{ event: step.event, binding: bindingText(step), why: [words.reasonEarly(timeText(left, words))] }];
  });
  return [...early, ...refused];
}

/** What cannot happen, with the reasons, in groups of an actor each; open from the start where that is not too much. */
export function cannotPart(scene: Scene): readonly HTMLElement[] {
  const { words, called, world } = scene;
  const off = offIn(scene).filter(({ event }) => isWanted(scene, event));
  if (off.length === 0) return [];
  const isOpen = !isSystem(world.model) && window.matchMedia('(min-width: 50rem)').matches;
  const groups = actorsOf(scene).flatMap((actor): HTMLElement[] => {
    const all = off.filter(({ event }) => called.event(event).by === actor);
    if (all.length === 0) return [];
    const events = [...new Set(all.map(({ event }) => event))];
    return [
      h(
        'section',
        {},
        h('h3', {}, ...named(scene, actorText(scene, actor))),
        h(
          'ul',
          {},
          ...events.map((event) =>
            offPart(
              scene,
              event,
              all.filter((each) => each.event === event),
            ),
          ),
        ),
      ),
    ];
  });
  return [
    h(
      'details',
      { class: 'sim-cannot', 'data-key': 'cannot', open: isOpen },
      h('summary', { 'data-key': 'cannot summary' }, words.cannot(off.length)),
      h('div', { class: 'sim-columns' }, ...groups),
    ),
  ];
}

/** An event that cannot happen. Several bindings of it are listed. */
function offPart(scene: Scene, event: string, all: readonly Off[]): HTMLElement {
  const { words, called } = scene;
  const name = h('span', { class: 'sim-off' }, ...named(scene, called.event(event).label));
  const parts = ({ binding, why }: Off): readonly (Node | string)[] => [
    ...(binding === '' ? [] : [h('span', { class: 'sim-binding' }, said(binding)), ' ']),
    h('span', { class: 'sim-why' }, said(why.join('; '))),
  ];
  const [only] = all;
  if (only !== undefined && all.length === 1) return h('li', { 'data-event': event }, name, ' ', ...parts(only));
  const more = all.length - MOST_BINDINGS;
  const shown = all.slice(0, MOST_BINDINGS).map((each) => h('li', {}, ...parts(each)));
  const items = more > 0 ? [...shown, h('li', {}, words.more(more))] : shown;
  return h('li', { 'data-event': event }, name, h('ul', {}, ...items));
}
