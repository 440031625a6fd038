/** Parameters that are none, and conditions that do not suit what they are on, each at its place and with what was probably meant. */
import { describe, expect, test } from 'vitest';
import { guarded, happening, problemsOf } from './testing.ts';

describe('parameters', () => {
  const bound = (parameters: object, more: object = {}): object => happening({ with: parameters, ...more });
  const at = (name: string, rest: string): string => `events.test.with.${name}${rest}`;
  test.each<[string, object, readonly string[]]>([
    ['over an unknown set', bound({ c: 'cal' }), [at('c', ' SA161 cal → call')]],
    ['over no values', bound({ c: { values: [] } }), [at('c', '.values SA113')]],
    ['over a range that is none', bound({ c: { range: [2, 1] } }), [at('c', '.range SA141 [2,1]')]],
    ['next to an unknown one', bound({ c: 'call', n: { next: 'd' } }), [at('n', '.next SA163 d → c')]],
    ['next to a later one', bound({ n: { next: 'c' }, c: 'call' }), [at('n', '.next SA163 c')]],
    ['next to itself', bound({ n: { next: 'n' } }), [at('n', '.next SA163 n')]],
    ['next to a value', bound({ c: { values: ['a'] }, n: { next: 'c' } }), [at('n', '.next SA173 c')]],
    ['next to an instance', bound({ n: { next: 'call1' } }), [at('n', '.next SA163 call1')]],
    ['made by an unknown set', bound({ v: { vie: ['call1'] } }), [at('v', '.vie SA161 vie → view')]],
    ['made by a set for no others', bound({ v: { agent: ['call1'] } }), [at('v', '.agent SA173')]],
    ['made for too few', bound({ c: 'call', v: { view: ['c'] } }), [at('v', '.view SA173')]],
    [
      'made for others than these',
      bound({ c: 'call', v: { view: ['agent1', 'c'] } }),
      [at('v', '.view[0] SA173 agent1'), at('v', '.view[1] SA173 c')],
    ],
    [
      'made for what is not there',
      bound({ v: { view: ['call3', 'agent1'] } }),
      [at('v', '.view[0] SA162 call3 → call1')],
    ],
    ['of two sets', bound({ v: { view: ['call1', 'agent1'], agent: [] } }), [at('v', ' SA112')]],
    ['called like an instance', bound({ call1: 'call' }), [at('call1', ' SA165 call1')]],
    ['called like a channel', bound({ line: 'call' }), [at('line', ' SA165 line')]],
    ['called like a variable', bound({ votes: 'call' }), [at('votes', ' SA165 votes')]],
    ['called by a word', bound({ not: 'call' }), [at('not', ' SA121 not')]],
    ['called like their set', bound({ call: 'call', desk: 'desk' }, { moves: { call: 'answer', desk: 'answer' } }), []],
    [
      'bound twice',
      bound({ c: 'call' }, { when: { exists: { of: { c: 'call' }, is: {} } } }),
      ['events.test.when.exists.of.c SA165 c'],
    ],
    ['unknown in distinct', bound({ c: 'call' }, { distinct: ['c', 'd'] }), ['events.test.distinct[1] SA162 d → c']],
    ['distinct from an instance', bound({ c: 'call' }, { distinct: ['c', 'call1'] }), []],
  ])('%s', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
  });
});

describe('conditions', () => {
  const at = (rest: string): string => `events.test.when.${rest}`;
  test.each<[string, object, readonly string[]]>([
    ['on what is not there', { cc: {} }, [at('cc SA162 cc → c')]],
    ['with a word misspelt', { exist: {} }, [at('exist SA162 exist → exists')]],
    ['on a set', { call: { state: 'over' } }, [at('call SA162 call')]],
    ['on a value', { n: { state: 'over' } }, [at('n SA173 n')]],
    ['on an unknown state', { c: { state: ['over', 'ovr'] } }, [at('c.state[1] SA130 ovr → over')]],
    ['on an unknown group', { c: { group: 'life' } }, [at('c.group SA133 life → live')]],
    ['on an unknown tag', { c: { not: { tag: 'opne' } } }, [at('c.not.tag SA134 opne → open')]],
    ['on the state of an identity', { any: [{ a: { state: 'over' } }] }, [at('any[0].a.state SA167 state')]],
    ['on the end of an identity', { v: { final: true } }, [at('v.final SA167 final')]],
    ['on an unknown variable', { c: { agnt: 'a' } }, [at('c.agnt SA132 agnt → agent')]],
    ['on a variable of another set', { desk: { agent: 'a' } }, [at('desk.agent SA132 agent')]],
    ['of the wrong shape on an instance', { c: { state: 3 } }, [at('c.state SA112 3')]],
    ['of no shape on an instance', { c: 3 }, [at('c SA112 3')]],
    ['that is a state', { c: 'over' }, [at('c SA112 over → { state: over }')]],
    ['that is nearly a state', { call1: 'waitin' }, [at('call1 SA112 waitin → { state: waiting }')]],
    ['that misspells a word', { c: { stat: 'over' } }, [at('c.stat SA132 stat → state')]],
    ['of the wrong shape on a variable', { votes: { state: 'over' } }, [at('votes.state SA111 state')]],
    ['of an unknown comparison', { c: { agent: { nee: 'a' } } }, [at('c.agent.nee SA111 nee → ne')]],
    ['outside a range', { votes: 9 }, [at('votes SA142 9')]],
    ['outside a table’s own domain', { c: { mood: 'calmer' } }, [at('c.mood SA142 calmer → calm')]],
    ['that order words', { hue: { lt: 2 } }, [at('hue.lt SA143 lt')]],
    ['that order with a word', { votes: { lt: 'red' } }, [at('votes.lt SA143 red')]],
    ['with a reference to another set', { c: { agent: 'c' } }, [at('c.agent SA142 c → a')]],
    ['with an unknown reference', { c: { agent: { ne: 'agent3' } } }, [at('c.agent.ne SA162 agent3 → agent1')]],
    ['with a value for a reference', { leader: 'n' }, [at('leader SA142 n → a')]],
    ['with a number for a reference', { leader: { in: ['a', 3] } }, [at('leader.in[1] SA142 3')]],
    ['with none, and the right parameters', { leader: { ne: null }, votes: { eq: { parameter: 'n' } } }, []],
    ['with an unknown parameter', { votes: { parameter: 'm' } }, [at('votes.parameter SA163 m → c')]],
    ['with a parameter of another kind', { votes: { lt: { parameter: 'w' } } }, [at('votes.lt.parameter SA143 w')]],
    ['with an instance as a parameter', { c: { agent: { parameter: 'c' } } }, [at('c.agent.parameter SA143 c')]],
    [
      'with a variable of another set',
      { c: { agent: { memory: 'guest', of: 'desk' } } },
      [at('c.agent.memory SA143 guest')],
    ],
    [
      'with an unknown variable of the same owner',
      { c: { tries: { memory: 'try' } } },
      [at('c.tries.memory SA132 try')],
    ],
    ['with a shared variable', { c: { tries: { lt: { memory: 'votes', of: 'shared' } } } }, []],
    [
      'with an unknown shared variable',
      { c: { tries: { memory: 'vote', of: 'shared' } } },
      [at('c.tries.memory SA132 vote → votes')],
    ],
    ['with a variable of what is not there', { votes: { memory: 'tries', of: 'd' } }, [at('votes.of SA162 d → c')]],
    ['on too many messages', { line: 3 }, [at('line SA142 3')]],
    ['on messages by a word', { line: { lt: 'two' } }, [at('line.lt SA143 two')]],
    ['that count nothing', { count: { of: { x: 'call' }, is: {} } }, [at('count SA110 count')]],
    ['that count less than none', { count: { of: { x: 'call' }, is: {}, eq: -1 } }, [at('count.eq SA142 -1')]],
    [
      'that count up to another kind',
      { count: { of: { x: 'call' }, is: {}, lt: { memory: 'noted', of: 'c' } } },
      [at('count.lt.memory SA143 noted')],
    ],
    [
      'in a quantifier',
      { forAll: { of: { x: 'cal' }, is: { y: {} } } },
      [at('forAll.of.x SA161 cal → call'), at('forAll.is.y SA162 y → c')],
    ],
    ['on what is enabled', { not: { enabled: 'answer' } }, [at('not.enabled SA174')]],
  ])('%s', (_, when, expected) => {
    expect(problemsOf(guarded(when)).map((each) => each.trim())).toEqual(expected);
  });
});
