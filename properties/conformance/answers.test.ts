/** What an implementation throws or returns where it should not: crashes are failures like others, and refusals are read as they are declared. */
import { expect, test } from 'vitest';
import { explore, machineOf, type TableConfiguration } from '../../model/explore/index.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { type Driver, follow, Mismatch } from '../suites/follow.ts';
import { suiteOf } from '../suites/suite.ts';
import { conformance } from './conformance.ts';
import { classDriver } from './examples/class.ts';
import { ticket } from './examples/ticket.atlas.ts';

/** The order as its table has it; what it does wrong is put over it. */
function orderDriver(faults: (at: () => TableConfiguration) => Partial<Driver>): Driver {
  const machine = machineOf(order);
  let at = machine.initial[0] as TableConfiguration;
  return {
    start: (initial) => {
      at = initial as TableConfiguration;
    },
    send: (event) => {
      const step = machine.moves(at).steps.find((each) => each.event === event);
      at = (step?.to ?? at) as TableConfiguration;
      return step !== undefined;
    },
    observe: () => ({ state: at.state }),
    ...faults(() => at),
  };
}

const boom = new TypeError('boom');
function explode(): never {
  throw boom;
}

test('a timer that crashes is a failure like others, shrunk, with its row and what was thrown', async () => {
  const right = classDriver();
  const state = async () => (await right.observe?.())?.state;
  const advance = async (milliseconds: number): Promise<void> => {
    const before = await state();
    await right.advance?.(milliseconds);
    if ((await state()) !== before) explode();
  };
  const { failure } = await conformance(
    ticket,
    { ...right, advance },
    { seed: 1, places: (path) => ({ file: 'ticket.atlas.yaml', line: 20 + Number(path[1]), column: 3 }) },
  );
  expect(failure?.text).toBe(`ticket: after take, answer, expire: advance threw: boom

  0. new (resumes unset, replies 0)
  1. take → open (resumes unset, replies 0)
  2. answer → answered (resumes unset, replies 0)
  3. expire (1209600000 ms pass) → closed (resumes unset, replies 0)

  expected  {"state":"closed","memory":{"resumes":null,"replies":0}}
  observed  threw: boom
  row 7 at ticket.atlas.yaml:26
  token     0:take,answer,expire`);
  expect(failure?.cause).toBe(boom);
});

test.each([
  [
    'observe',
    (at: () => TableConfiguration) => ({
      observe: () => (at().state === 'shipped' ? explode() : { state: at().state }),
    }),
    '0:place,pay,ship',
    '{"state":"shipped","memory":{"attempts":0}}',
  ],
  [
    'restart',
    (at: () => TableConfiguration) => ({ restart: () => (at().state === 'paid' ? explode() : undefined) }),
    '0:place,pay,.restart',
    '{"state":"paid","memory":{"attempts":0}}',
  ],
] as const)('what crashes in %s is a failure like others', async (member, faults, token, expected) => {
  const { failure } = await conformance(order, orderDriver(faults), { seed: 1 });
  expect(failure).toMatchObject({ token, expected, observed: 'threw: boom' });
  expect(failure?.text).toContain(`${member} threw: boom`);
  expect(failure?.cause).toBe(boom);
});

test('what cannot be stopped after a crash does not hide it', async () => {
  const stop = (): never => {
    throw new Error('there is nothing to stop');
  };
  const crashing = orderDriver((at) => ({ stop, observe: () => (at().state === 'placed' ? explode() : {}) }));
  expect((await conformance(order, crashing, { replay: '0:place' })).failure?.cause).toBe(boom);
  await expect(
    conformance(
      order,
      orderDriver(() => ({ stop })),
    ),
  ).rejects.toThrow('there is nothing to stop');
});

test('a driver that cannot start is none of the implementation', async () => {
  await expect(
    conformance(
      order,
      orderDriver(() => ({ start: explode })),
    ),
  ).rejects.toBe(boom);
});

/** The order, which answers what is not enabled in a way of its own. */
function answering(refused: () => unknown, declared: Pick<Driver, 'refuses'>): Driver {
  const right: Driver = orderDriver(() => declared);
  return {
    ...right,
    send: (event, binding): unknown => (right.send(event, binding) === false ? refused() : undefined),
  };
}

test.each([
  ['returns an error', boom, undefined],
  ['returns an error', false, undefined],
  ['returns false', boom, undefined],
  ['returns false', false, undefined],
  [undefined, boom, undefined],
  ['ignores', boom, undefined],
  ['throws', boom, 'accepted'],
] as const)('of who %s, what is not enabled is refused as declared: %s', async (refuses, refused, observed) => {
  const { failure } = await conformance(
    order,
    answering(() => refused, refuses === undefined ? {} : { refuses }),
  );
  expect(failure?.observed, failure?.text).toBe(observed);
});

test('of who returns an error, a throw is a defect', async () => {
  const { failure } = await conformance(order, answering(explode, { refuses: 'returns an error' }));
  expect(failure).toMatchObject({ expected: 'refused: returns an error', observed: 'thrown at (boom)', cause: boom });
});

test('an error that is returned where nothing had to be refused is told', async () => {
  const driver = orderDriver(() => ({ refuses: 'returns an error', send: () => boom }));
  const { failure } = await conformance(order, driver);
  expect(failure).toMatchObject({ token: '0:place', expected: 'accepted', observed: 'refused (boom)', cause: boom });
});

test('a test of a suite says what was thrown, and where', async () => {
  const { tests } = suiteOf(explore(machineOf(order)), 'rows', { refusals: 'none' });
  const crashing = orderDriver((at) => ({ observe: () => (at().state === 'paid' ? explode() : {}) }));
  const thrown: unknown[] = [];
  for (const each of tests) await follow(crashing, each).catch((reason: unknown) => thrown.push(reason));
  const [mismatch] = thrown.filter((each) => each instanceof Mismatch);
  expect(mismatch?.message).toMatch(/^after .*\bpay: observe threw: boom$/);
  expect(mismatch?.cause).toBe(boom);
});
