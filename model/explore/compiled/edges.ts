/** The steps of a graph while they are found, in growing arrays of numbers. */
import type { SavedGraph } from '../saved.ts';
import { withRoom } from './growing.ts';

const FIRST_ROOM = 16;

/** Numbers of actions are held in a byte, then in two, then in four, as there come to be more of them. */
type Actions = Uint8Array | Uint16Array | Uint32Array;

/** The actions in an array of the next wider kind. */
const widened = (actions: Actions): Actions =>
  actions instanceof Uint8Array ? Uint16Array.from(actions) : Uint32Array.from(actions);

export class Edges {
  /** How many steps are kept, and from how many configurations. */
  kept = 0;
  expanded = 0;
  #found = 0;
  #reached = 0;
  #offset = new Uint32Array(FIRST_ROOM);
  #target = new Int32Array(FIRST_ROOM);
  #action: Actions = new Uint8Array(FIRST_ROOM);
  /** The first number that is too large for the actions. */
  #tooLarge = 2 ** 8;
  #parent = new Int32Array(FIRST_ROOM);
  #arrival = new Int32Array(FIRST_ROOM);

  /** Bytes that are taken. */
  get bytes(): number {
    const each = this.#target.BYTES_PER_ELEMENT + this.#action.BYTES_PER_ELEMENT;
    return each * this.#found + 4 * this.expanded + 8 * this.#reached;
  }

  /** A configuration was found from another one by an action; both are -1 where it is initial. */
  reach(parent: number, arrival: number): void {
    const id = this.#reached++;
    this.#parent = withRoom(this.#parent, id);
    this.#arrival = withRoom(this.#arrival, id);
    this.#parent[id] = parent;
    this.#arrival[id] = arrival;
  }

  /** A step was found from the configuration that is being expanded. */
  add(target: number, action: number): void {
    const edge = this.#found++;
    if (action >= this.#tooLarge) {
      this.#action = widened(this.#action);
      this.#tooLarge **= 2;
    }
    this.#target = withRoom(this.#target, edge);
    this.#action = withRoom(this.#action, edge);
    this.#target[edge] = target;
    this.#action[edge] = action;
  }

  /** All steps from the next configuration are found. Those that are not kept in this way are left out in the end. */
  keep(): void {
    this.kept = this.#found;
    this.expanded++;
    this.#offset = withRoom(this.#offset, this.expanded);
    this.#offset[this.expanded] = this.kept;
  }

  /** Begins with the arrays of a graph. */
  restore({ offset, target, action, parent, arrival }: SavedGraph['arrays']): void {
    this.expanded = offset.length - 1;
    this.kept = this.#found = target.length;
    this.#reached = parent.length;
    this.#offset = Uint32Array.from(offset);
    this.#target = Int32Array.from(target);
    this.#action = action instanceof Int32Array ? Uint32Array.from(action) : action.slice();
    this.#tooLarge = 2 ** (8 * this.#action.BYTES_PER_ELEMENT);
    this.#parent = Int32Array.from(parent);
    this.#arrival = Int32Array.from(arrival);
  }

  /** The arrays as a graph has them. */
  get arrays() {
    return {
      offset: this.#offset.subarray(0, this.expanded + 1),
      target: this.#target.subarray(0, this.kept),
      action: this.#action.subarray(0, this.kept),
      parent: this.#parent.subarray(0, this.#reached),
      arrival: this.#arrival.subarray(0, this.#reached),
    };
  }
}
