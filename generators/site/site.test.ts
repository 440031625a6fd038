import { describe, expect, test } from 'vitest';
import { machineOf } from '../../model/explore/of.ts';
import { decodeTrace } from '../../model/explore/token.ts';
import { alternatingBit } from '../../model/gallery/alternatingBit.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Model } from '../../model/system/types.ts';
import { diagrams } from '../mermaid/index.ts';
import { made, markdownOf, pageAt, wrongWith } from './testing.ts';

const MODELS: { readonly [name: string]: Model } = {
  session,
  order,
  helpDesk: helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 }),
  alternatingBit: alternatingBit('alternatingBit'),
};

describe.each(Object.entries(MODELS))('the part of %s', (_, model) => {
  test.each(['en', 'fr'])(
    'in %s leads every link to a page, a place or a file, and tells every diagram',
    (language) => {
      expect(wrongWith(made(model, language))).toEqual([]);
    },
  );
});

test.each(Object.entries(MODELS))('every trace on the pages of %s is one link to the simulator away', (_, model) => {
  const { input, part } = made(model, 'en');
  const links = part.pages.flatMap((page) => [
    ...markdownOf(page).matchAll(/\[Play it in the simulator\]\((\S*?)\/(#\S*)\)/g),
  ]);
  const all = [...input.judgement.verdicts, ...input.judgement.findings];
  const traces = all.flatMap(({ trace }) => trace ?? []);
  expect(links).toHaveLength(traces.length);
  const played = links.map(([, path, fragment = '']) => {
    expect(path).toBe(`/${model.name}/simulator`);
    return decodeTrace(machineOf(model), decodeURIComponent(fragment.replace('#token=', '')));
  });
  expect(played).toEqual(traces.map(({ initial, steps }) => ({ initial, steps })));
});

describe('what happens to a session whose device reboots while it is on hold', () => {
  const site = made(session, 'en');
  const onHold = markdownOf(pageAt(site, 'session/states/onHold'));
  const line = (page: string, ...parts: readonly string[]): boolean =>
    page.split('\n').some((each) => parts.every((part) => each.includes(part)));

  test('is told on the page of the state: where it leads, and back', () => {
    expect(
      line(onHold, '[reboot](/session/events/reboot/)', '[Rebooting](/session/states/rebooting/)', 'remembers'),
    ).toBe(true);
    expect(line(onHold, '[reboot done](', '**back to [On hold](/session/states/onHold/)**')).toBe(true);
    expect(line(onHold, '[no success](', 'after 5 minutes, while “Rebooting”', '[Offline](')).toBe(true);
    expect(line(onHold, '- [Removed from the queue](', '[transfer](', '[colleague picks up](')).toBe(true);
  });

  test('is told on the page of the event, for each state that it interrupts', () => {
    const reboot = markdownOf(pageAt(site, 'session/events/reboot'));
    for (const [name, label] of [
      ['active', 'Active'],
      ['onHold', 'On hold'],
    ])
      expect(
        line(
          reboot,
          `| [${label}](/session/states/${name}/) | [Rebooting](`,
          `**back to [${label}](/session/states/${name}/)**`,
        ),
      ).toBe(true);
    expect(reboot).not.toContain('connectionRestored');
  });

  test('the columns of the article disagree about it on lines 88 and 90, and that is decided', () => {
    const [, section = ''] = onHold.split('## Where the two columns disagree');
    const [own = ''] = section.split('\n## ');
    expect(own.split('\n').filter((each) => each.startsWith('| [SA32'))).toHaveLength(2);
    for (const number of [88, 90])
      expect(own).toContain(`[article, line ${number}](/session/review/#l.article.${number})`);
    expect(own).not.toContain('**open**');
  });

  test('is told in French with both states that are called alike told apart', () => {
    const french = made(session, 'fr');
    const overview = diagrams(french.input).find(({ name }) => name === 'overview')?.source ?? '';
    for (const name of ['onHold', 'waiting'])
      expect(overview).toMatch(new RegExp(`"En attente ?(<br/>)?\\(${name}\\)"`));
    const page = pageAt(french, 'session/states/onHold');
    expect(page.title).toBe('En attente (onHold)');
    expect(markdownOf(page)).toContain('**retour à [En attente (onHold)](/session/states/onHold/)**');
    expect(markdownOf(page)).toContain('après 5 minutes dans «\u00a0Redémarrage\u00a0»');
  });
});

test('what follows of a claim, faults and remarks of verdicts are told in the language of the page', () => {
  const french = made(session, 'fr', {
    mutation: {
      score: 0.5,
      kinds: [{ kind: 'drop row', score: 0.5, killed: 1, survived: 1, equivalent: 0, undecided: 0 }],
      survivors: [
        { kind: 'drop row', fault: { row: 3 }, path: ['transitions', 3] },
        { kind: 'retarget row', fault: { row: 16, to: 'closedByCustomer' }, path: ['transitions', 16, 'to'] },
        { kind: 'change assignment', fault: { row: 37, of: 'timeout' }, path: ['transitions', 37, 'set', 'timeout'] },
        { kind: 'merge states', fault: { state: 'waiting', into: 'incoming' }, path: ['states', 'waiting'] },
      ],
      untried: 0,
    },
  });
  const review = markdownOf(pageAt(french, 'session/review'));
  expect(review).toMatch(/- Si on le croit\u00a0: (?!<span)/);
  expect(review).not.toMatch(/If (not )?believed/);
  expect(review).toContain('Par renvoi à la ligne 57');
  const coverage = markdownOf(pageAt(french, 'session/coverage'));
  for (const told of [
    '- une ligne supprimée\u00a0: transitions\\[3\\] ',
    '- une ligne qui mène ailleurs\u00a0: transitions\\[16\\] vers «\u00a0Fermé (par un client actif\\)\u00a0» ',
    '- une affectation changée\u00a0: transitions\\[37\\] de «\u00a0sorte de délai\u00a0» ',
    '- deux états confondus\u00a0: «\u00a0En attente (waiting\\)\u00a0» pris pour «\u00a0Entrant\u00a0» ',
  ])
    expect(coverage).toContain(told);
  const when = { state: 'cart', final: true } as const;
  const vacuous = made({ ...order, properties: { 'nothing, ever': { when, leadsTo: { state: 'placed' } } } }, 'fr');
  expect(markdownOf(pageAt(vacuous, 'order/properties'))).toContain('Aucune configuration atteignable ne remplit');
});

test('the diagrams of a system say causes and what is shared in the language of the page', () => {
  const synchronisation = (language: string): string =>
    diagrams(made(MODELS.helpDesk as Model, language).input).find(({ name }) => name === 'synchronisation')?.source ??
    '';
  expect(synchronisation('en')).toMatch(/\bafter \d/);
  expect(synchronisation('fr')).toMatch(/\baprès \d/);
  expect(synchronisation('fr')).not.toMatch(/\bafter \d|shared memory|"each /);
});

test('a table of 300 states and 80 events stays on small pages, and its menu is folded', () => {
  const names = Array.from({ length: 300 }, (_, index) => `s${index}`);
  const large = made(
    {
      name: 'large',
      states: Object.fromEntries(
        names.map((name, index) => [name, { group: `g${index % 12}`, ...(index === 0 && { initial: true as const }) }]),
      ),
      events: Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`e${index}`, { by: 'someone' }])),
      transitions: names.map((from, index) => ({
        from,
        on: [`e${index % 80}`, `e${(index + 7) % 80}`],
        to: names[(index * 7 + 1) % 300] as string,
      })),
    },
    'en',
  );
  expect(wrongWith(large)).toEqual([]);
  expect(Math.max(...large.part.pages.map((page) => markdownOf(page).length))).toBeLessThan(100_000);
  const { menu } = large.part;
  const states = 'entries' in menu ? menu.entries[1] : undefined;
  expect(states).toMatchObject({ label: 'States', collapsed: true });
});

test('what is wrong with a part is found', () => {
  const site = made(order, 'en');
  const [first, ...others] = site.part.pages;
  const broken = { ...site, part: { ...site.part, pages: others } };
  expect(wrongWith(broken)).toContain(`the menu leads to ${first?.path}`);
});

test('the same table gives the same pages', () => {
  expect(made(order, 'fr').part).toEqual(made(order, 'fr').part);
});
