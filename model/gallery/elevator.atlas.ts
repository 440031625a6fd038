/** An elevator between two floors with a button on each: the memory is the floor it is at and the buttons that are lit. */
import { defineTable } from '../table/define.ts';

export const elevator = defineTable({
  name: 'elevator',
  title: 'A two-button elevator',
  actors: { passenger: { label: 'Passenger' }, motor: { label: 'Motor' }, control: { label: 'Control' } },
  states: {
    idle: { initial: true, final: { when: { lower: false, upper: false } }, label: 'Standing, doors closed' },
    open: { label: 'Standing, doors open' },
    moving: { label: 'Moving' },
  },
  events: {
    pressLower: { by: 'passenger', label: 'press the lower button' },
    pressUpper: { by: 'passenger', label: 'press the upper button' },
    openDoors: { by: 'control', label: 'open the doors' },
    depart: { by: 'control' },
    arrive: { by: 'motor' },
    closeDoors: { after: 'PT5S', label: 'close the doors' },
  },
  memory: {
    at: { values: ['ground', 'first'], initial: 'ground', label: 'floor it stands at or left last' },
    lower: { flag: true, initial: false, label: 'lower button is lit' },
    upper: { flag: true, initial: false, label: 'upper button is lit' },
  },
  transitions: [
    { from: ['idle', 'moving'], on: 'pressLower', to: 'stay', set: { lower: true } },
    { from: ['idle', 'moving'], on: 'pressUpper', to: 'stay', set: { upper: true } },
    { from: 'open', on: 'pressLower', when: { at: 'first' }, to: 'stay', set: { lower: true } },
    { from: 'open', on: 'pressUpper', when: { at: 'ground' }, to: 'stay', set: { upper: true } },
    { from: 'idle', on: 'openDoors', when: { at: 'ground', lower: true }, to: 'open', set: { lower: false } },
    { from: 'idle', on: 'openDoors', when: { at: 'first', upper: true }, to: 'open', set: { upper: false } },
    { from: 'idle', on: 'depart', when: { at: 'ground', upper: true, lower: false }, to: 'moving' },
    { from: 'idle', on: 'depart', when: { at: 'first', lower: true, upper: false }, to: 'moving' },
    { from: 'moving', on: 'arrive', when: { at: 'ground' }, to: 'open', set: { at: 'first', upper: false } },
    { from: 'moving', on: 'arrive', when: { at: 'first' }, to: 'open', set: { at: 'ground', lower: false } },
    { from: 'open', on: 'closeDoors', to: 'idle' },
  ],
  properties: {
    'it departs only when it is called elsewhere': {
      never: {
        state: 'moving',
        any: [
          { at: 'ground', upper: false },
          { at: 'first', lower: false },
        ],
      },
    },
    'both buttons can be lit': { reachable: { lower: true, upper: true } },
    'it can always come to rest': { alwaysCanReach: { final: true } },
    'whoever presses the lower button is served, if passengers let the doors close': {
      when: { lower: true },
      leadsTo: { state: 'open', at: 'ground' },
      fair: { weak: ['arrive', 'closeDoors'], strong: ['openDoors', 'depart'] },
    },
    'whoever presses the lower button is served even if nothing is fair': {
      when: { lower: true },
      leadsTo: { state: 'open', at: 'ground' },
    },
  },
  rulings: [
    {
      property: 'whoever presses the lower button is served even if nothing is fair',
      because: 'Kept to show why fairness is stated: without it the motor may simply never arrive.',
    },
  ],
});
