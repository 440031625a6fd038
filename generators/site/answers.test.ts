/** What a visitor asks of the flagship, and where its pages answer: how it can end, what is easily confused, where the documents disagree. */
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import type { TableConfiguration } from '../../model/explore/machine.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { endingsAfter } from './endings.ts';
import { made, markdownOf, pageAt } from './testing.ts';
import { aheadOf } from './ways.ts';

const site = made(session, 'en');
const page = (path: string): string => markdownOf(pageAt(site, `session/${path}`));
const STATES = Object.keys(session.states);

test('the shortest way to every end that can still come begins in the state and leads there', () => {
  const graph = exploreModel(session);
  const ahead = aheadOf(session, graph);
  for (const state of STATES) {
    const endings = endingsAfter(graph)(state, STATES.length);
    const ends = STATES.filter((end) => end !== state && ahead?.get(state)?.ends.has(end));
    expect([...endings.keys()].sort()).toEqual(ends.sort());
    for (const [end, { trace, passed }] of endings) {
      const run = [trace.initial, ...trace.steps.map(({ to }) => to)] as readonly TableConfiguration[];
      const after = run.slice(passed).map((each) => each.state);
      expect(after[0]).toBe(state);
      expect(after.at(-1)).toBe(end);
      expect(after.slice(1)).not.toContain(state);
    }
  }
});

test('that a held session can be closed as a waiting one is explained by a run that can be played', () => {
  const [line = ''] = page('states/onHold')
    .split('\n')
    .filter((each) => each.startsWith('- [Closed by waiting customer]'));
  expect(line).toMatch(/by \[transfer\]\(.*\) → \[Outgoing\]\(.*\), \[customer closes\]\(/);
  expect(line).toMatch(/\(\[play it\]\(\/session\/simulator\/#token=\S+,transfer\S*,customerCloses/);
});

test('what the columns disagree about on the way back to a held session is told on its page', () => {
  const [, way = ''] = page('states/onHold').split('## Left, and come back to');
  const [told = ''] = way.split('\n## ');
  // Rebooting to offline; rebooting to both ways of being closed.
  for (const line of [70, 103, 104]) expect(told).toContain(`#l.article.${line})`);
  expect(told).not.toContain('“Collaboration” lists');
});

test('the page of an event tells what the columns say of it, and the events that are easily taken for it', () => {
  const reboot = page('events/reboot');
  expect(reboot).toContain('#l.article.53)');
  expect(reboot).not.toContain('#l.article.70)');
  const also = (text: string): string => text.split('## Other events that lead there')[1]?.split('\n## ')[0] ?? '';
  expect(also(reboot)).toContain('To [Rebooting](/session/states/rebooting/) also: [device restarts](');
  expect(also(page('events/deviceRestarts'))).toContain('also: [reboot](/session/events/reboot/)');
  const [, without = ''] = page('events/deviceRestarts').split('## Where it has no effect');
  const rebooting = '[reboot](/session/events/reboot/) → [Rebooting](/session/states/rebooting/)';
  expect(without).toContain(`[On hold](/session/states/onHold/) (${rebooting}) · `);
  expect(without).toContain('[Invitation](/session/states/invitation/) · [Active]');
});

test('the diagram of the whole has its arrows beside it: a line for each row, with links', () => {
  for (const path of ['', '/simulator']) {
    const text = markdownOf(pageAt(site, `session${path}`));
    const [, table = ''] =
      /<details><summary>The arrows of the diagram as a table<\/summary>\n\n([\s\S]*?)\n\n<\/details>/.exec(text) ?? [];
    const lines = table.split('\n').slice(2);
    expect(lines).toHaveLength(session.transitions.length);
    for (const line of lines) expect(line).toMatch(/^\| \[.*\]\(\/session\/states\/.* \| \[.*\]\(\/session\/events\//);
  }
});
