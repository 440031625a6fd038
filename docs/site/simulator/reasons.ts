/** Why an event cannot happen, in words. */

import { predicateText, valueText } from '../../../generators/words.ts';
import { systemPredicateText } from '../../../generators/words-system.ts';
import type { Reason } from '../../../model/explore/refusals.ts';
import { isSystem, type Model, type SystemPredicate } from '../../../model/system/types.ts';
import type { Predicate } from '../../../model/table/types.ts';
import type { Called } from './called.ts';
import type { Words } from './words.ts';

/** Names beyond these are counted. */
const MOST_NAMES = 6;

/** One reason in a phrase: `needs attempts < 3 (attempts is 3)`. */
export function reasonText(model: Model, reason: Reason, called: Called, words: Words): string {
  const { instance } = reason as { readonly instance?: string };
  const text = textOf(model, reason, called, words);
  return instance === undefined ? text : `${instance}: ${text}`;
}

function textOf(model: Model, reason: Reason, called: Called, words: Words): string {
  switch (reason.kind) {
    case 'state': {
      const { state, from, instance } = reason;
      if (from.length === 0) return words.reasonNowhere;
      const names = from.map((each) => called.state(each, instance));
      const shown = names.slice(0, MOST_NAMES);
      const more = names.length - shown.length;
      return words.reasonState(
        called.state(state, instance),
        listed(more > 0 ? [...shown, words.more(more)] : shown, words.or, more > 0),
      );
    }
    case 'guard': {
      const { instance } = reason;
      const parts = reason.failed.map(({ part, now }) => {
        const is = now.map(([name, value]) =>
          words.reasonIs(called.variable(name, instance), called.value(value, name, instance)),
        );
        return said(predicateText(part as Predicate, called.voice(instance)), is);
      });
      return words.reasonGuard(listed(parts, words.and));
    }
    case 'condition': {
      const parts = reason.failed.map(({ part, now }) => {
        const is = now.map(([name, value]) =>
          name === '' ? words.reasonCount(String(value)) : words.reasonIs(name, valueText(value, called.voice())),
        );
        return said(isSystem(model) ? systemPredicateText(model, part as SystemPredicate, called.voice()) : '', is);
      });
      return words.reasonGuard(listed(parts, words.and));
    }
    case 'message':
      return words.reasonMessage(reason.channel);
    case 'room':
      return words.reasonRoom(reason.channel);
    case 'blocked': {
      const { variable, value, instance } = reason.blocked;
      const name = `${instance === undefined ? '' : `${instance}.`}${called.variable(variable, instance)}`;
      return reason.blocked.reason === 'unset'
        ? words.reasonUnset(name)
        : words.reasonOutside(name, called.value(value ?? null, variable, instance));
    }
  }
}

const said = (condition: string, is: readonly string[]): string =>
  is.length === 0 ? condition : `${condition} (${is.join(', ')})`;

/** A list with a word before its last part; without one where the last part says that there is more. */
const listed = (parts: readonly string[], word: string, open = false): string =>
  parts.length < 2 || open ? parts.join(', ') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
