/** An order in a shop: pay within half an hour, three declined attempts at most. */
import { defineTable } from '../table/define.ts';

export const order = defineTable({
  name: 'order',
  title: 'An order',
  states: {
    cart: { initial: true },
    placed: {},
    paid: {},
    shipped: { final: true },
    cancelled: { final: true },
  },
  events: {
    place: { by: 'customer' },
    pay: { by: 'customer' },
    decline: { by: 'bank' },
    ship: { by: 'shop' },
    cancel: { by: 'customer' },
    expire: { after: 'PT30M' },
  },
  memory: { attempts: { range: [0, 3], initial: 0 } },
  transitions: [
    { from: 'cart', on: 'place', to: 'placed' },
    { from: 'placed', on: 'decline', when: { attempts: { lt: 3 } }, to: 'placed', set: { attempts: { add: 1 } } },
    { from: 'placed', on: 'decline', when: { attempts: { eq: 3 } }, to: 'cancelled' },
    { from: 'placed', on: 'pay', to: 'paid' },
    { from: 'paid', on: 'ship', to: 'shipped' },
    { from: ['cart', 'placed'], on: ['cancel', 'expire'], to: 'cancelled' },
  ],
  properties: {
    'an order can be shipped': { reachable: { state: 'shipped' } },
    'no order is trapped': { alwaysCanReach: { final: true } },
    'a placed order settles': {
      eventually: { final: true },
      after: { state: 'placed' },
      fair: { weak: ['pay', 'ship', 'expire'] },
    },
    'a cancelled order is never shipped': { never: { state: 'shipped' }, after: { state: 'cancelled' } },
  },
});
