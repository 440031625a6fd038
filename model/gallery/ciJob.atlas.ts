/** A job of a continuous-integration server: two automatic retries, one by hand, a job that may be allowed to fail. */
import { defineTable } from '../table/define.ts';

export const ciJob = defineTable({
  name: 'ciJob',
  title: 'A CI job',
  actors: {
    server: { label: 'CI server' },
    runner: { label: 'Runner' },
    developer: { label: 'Developer' },
  },
  groups: { live: { label: 'Live' }, done: { label: 'Done' } },
  states: {
    created: { initial: true, group: 'live' },
    skipped: { final: true, group: 'done' },
    pending: { group: 'live' },
    running: { group: 'live' },
    passed: { final: true, group: 'done' },
    failed: { final: { when: { any: [{ retries: 2 }, { mayFail: true }] } }, group: 'done' },
    canceled: { final: true, group: 'done' },
  },
  events: {
    queue: { by: 'server' },
    skip: { by: 'server' },
    pickUp: { by: 'runner', label: 'pick up' },
    pass: { by: 'runner' },
    fail: { by: 'runner' },
    runnerLost: { by: 'runner', label: 'runner is lost' },
    retry: { by: 'server', label: 'retry by itself' },
    rerun: { by: 'developer', label: 'run again' },
    cancel: { by: 'developer' },
    stuck: { after: 'PT24H', label: 'no runner comes' },
    timeLimit: { after: 'PT1H', label: 'time limit' },
  },
  memory: {
    retries: { range: [0, 2], initial: 0, label: 'automatic retries' },
    mayFail: { flag: true, initial: [false, true], label: 'allowed to fail' },
    rerun: { flag: true, initial: false, label: 'was run again by hand' },
  },
  transitions: [
    { from: 'created', on: 'queue', to: 'pending' },
    { from: 'created', on: 'skip', to: 'skipped' },
    { from: 'pending', on: 'pickUp', to: 'running' },
    { from: 'pending', on: 'stuck', to: 'failed' },
    { from: 'running', on: 'pass', to: 'passed' },
    { from: 'running', on: ['fail', 'timeLimit'], to: 'failed' },
    { from: 'running', on: 'runnerLost', when: { retries: { lt: 2 } }, to: 'pending', set: { retries: { add: 1 } } },
    { from: 'running', on: 'runnerLost', when: { retries: 2 }, to: 'failed' },
    {
      from: 'failed',
      on: 'retry',
      when: { retries: { lt: 2 }, mayFail: false },
      to: 'pending',
      set: { retries: { add: 1 } },
    },
    {
      from: ['failed', 'canceled', 'passed'],
      on: 'rerun',
      when: { rerun: false },
      to: 'pending',
      set: { rerun: true, retries: 0 },
    },
    { from: { group: 'live' }, on: 'cancel', to: 'canceled' },
  ],
  properties: {
    'a skipped job never runs': { never: { state: 'running' }, after: { state: 'skipped' } },
    'a job that may fail is not retried after it failed': {
      never: { state: 'failed', enabled: 'retry', mayFail: true },
    },
    'a job can pass at the last attempt': { reachable: { state: 'passed', retries: 2, rerun: true } },
    'every job can still end': { alwaysCanReach: { final: true } },
    'a live job comes to an end': {
      when: { group: 'live' },
      leadsTo: { group: 'done' },
      fair: { weak: ['queue', 'stuck', 'timeLimit'], strong: ['pickUp'] },
    },
  },
  rulings: [
    {
      finding: 'SA208',
      memory: 'mayFail',
      because: 'Written in the pipeline before the job exists; both choices are initial values.',
    },
  ],
});
