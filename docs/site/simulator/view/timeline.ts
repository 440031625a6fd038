/// <reference lib="dom" />
/** The run as a list: every entry is a button that goes there; what is undone is still to be seen. */
import { actionText, arrivalText, placeText } from '../arrival.ts';
import { h } from '../dom.ts';
import type { Place } from '../run.ts';
import { timeText } from '../words.ts';
import { phrase } from './named.ts';
import type { Acts, Scene } from './scene.ts';

export function timelinePart(scene: Scene, acts: Acts): HTMLElement {
  const { run, places, called, words, isTimed } = scene;
  const items = places.map((place, index) => {
    const entry = run.entries[index - 1];
    const before = places[index - 1] as Place;
    const content: readonly (Node | string)[] =
      entry === undefined
        ? [
            h('strong', {}, words.start),
            ' ',
            h('span', { class: 'sim-where' }, phrase(scene, placeText(place.configuration, called))),
          ]
        : 'wait' in entry
          ? [h('em', {}, words.waitedFor(timeText(entry.wait, words)))]
          : [
              h('strong', {}, phrase(scene, actionText(entry.step, called))),
              ' ',
              h(
                'span',
                { class: 'sim-where' },
                h('span', { 'aria-hidden': 'true' }, '→ '),
                phrase(scene, arrivalText(before.configuration, place.configuration, called, words)),
              ),
            ];
    const isUndone = index > run.at;
    return h(
      'li',
      { class: isUndone ? 'is-undone' : false },
      h(
        'button',
        {
          type: 'button',
          'data-key': `at ${index}`,
          ...(index === run.at && { 'aria-current': 'step' }),
          onclick: () => acts.goTo(index),
        },
        h('span', { class: 'sim-count' }, String(index)),
        h('span', {}, ...content, ...(isUndone ? [' ', h('span', { class: 'sim-badge' }, words.undone)] : [])),
        ...(isTimed ? [h('span', { class: 'sim-time' }, timeText(place.time.now, words))] : []),
      ),
    );
  });
  return h('ol', { class: 'sim-timeline', start: '0' }, ...items);
}
