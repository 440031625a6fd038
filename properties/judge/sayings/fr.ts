/** Ce que disent les constats d’une vérification, en français. */
import type { Sentences } from './en.ts';
import type { Idle, Naming } from './naming.ts';

/** « a », « a et b », « a, b et c ». */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;

const configurations = (count: number): string => `${count} ${count < 2 ? 'configuration' : 'configurations'}`;

const among = (there: number, states: readonly string[], { state }: Naming): string =>
  `${there === 1 ? 'la seule configuration atteignable' : `les ${there} configurations atteignables`} de ${listed(states.map(state))}`;

const idle = (ruling: Idle, { property }: Naming): string => {
  if (ruling.kind === 'no property') return `il n’y a pas de propriété «\u00a0${property(ruling.property)}\u00a0»`;
  if (ruling.kind === 'property holds') return `la propriété «\u00a0${property(ruling.property)}\u00a0» est vérifiée`;
  if (ruling.kind === 'undecidable') return `aucune décision ne peut trancher ${ruling.code}`;
  if (ruling.kind === 'no finding') return `il n’y a pas de constat ${ruling.names.join(' ')}`;
  return `${ruling.source} n’affirme rien de tel de ${ruling.of} à la ligne ${ruling.line} (${ruling.column})`;
};

export const fr: Sentences = {
  unreached: ({ state }, name) => `aucune exécution ne parvient à ${state(name)}`,
  stuck: (naming, state, isSystem, first, count) =>
    `${naming.state(state)} n’est pas final, et on peut y rester bloqué ${isSystem ? 'sans que rien ne soit possible dans tout le système' : 'sans qu’aucune ligne ne soit possible'}\u00a0: ${naming.configuration(first)}${count === 1 ? '' : `, la première de ${configurations(count)}`}`,
  trapped: ({ state }, states, count, traps) =>
    `une fois dans ${listed(states.map(state))}, aucune exécution n’en sort ni ne parvient à une configuration finale (${configurations(count)}${traps === 1 ? '' : ` dans ${traps} pièges séparés`})`,
  undetermined: (naming, event, state, ways, count) =>
    `${naming.event(event)} n’est pas déterminé dans ${naming.state(state)}\u00a0: ${listed(ways.map(({ row, to }) => `${naming.row(row)} mène à ${naming.configuration(to)}`))} (${configurations(count)})`,
  unhandled: ({ event }, name) => `aucune ligne ne traite ${event(name)}`,
  unread: ({ variable }, name) => `rien ne lit ${variable(name)}`,
  unchanged: ({ variable }, name) => `aucune étape ne change ${variable(name)}`,
  unusedParameters: ({ event }, name, unused) =>
    `rien dans ${event(name)} ne dépend de ${unused.length === 1 ? 'son paramètre' : 'ses paramètres'} ${listed(unused)}`,
  fromNothing: ({ row }, name) => `${row(name)} ne sert jamais\u00a0: son départ ne désigne aucun état`,
  guardAlways: (naming, row, there, states) =>
    `la garde de ${naming.row(row)} est vraie dans ${there === 1 ? '' : 'toutes '}${among(there, states, naming)}`,
  guardNever: (naming, row, there, states) =>
    there === 1
      ? `la garde de ${naming.row(row)} n’est pas vraie dans ${among(there, states, naming)}`
      : `la garde de ${naming.row(row)} n’est vraie dans aucune des ${there} configurations atteignables de ${listed(states.map(naming.state))}`,
  blocked: ({ row }, name, met) =>
    `${row(name)} ne sert jamais\u00a0: elle est empêchée dans ${met === 1 ? 'la seule configuration' : `les ${met} configurations`} où elle le pourrait`,
  untaken: ({ row }, name, met, table) =>
    `${row(name)} ne sert jamais\u00a0: aucune étape ne la prend dans ${met === 1 ? 'la configuration' : `les ${met} configurations`} de ${table} où elle le pourrait`,
  eventGuardAlways: ({ event }, name) => `la garde de ${event(name)} est vraie partout, quelle que soit sa liaison`,
  eventGuardNever: ({ event }, name) => `la garde de ${event(name)} n’est vraie nulle part, quelle que soit sa liaison`,
  unbound: ({ event }, name) => `${event(name)} ne se produit jamais\u00a0: il n’a aucune liaison`,
  neverHappens: ({ event }, name, bindings) =>
    `${event(name)} ne se produit jamais${bindings === 1 ? '' : `, avec aucune de ses ${bindings} liaisons`}`,
  recallsUnset: (naming, culprit, variable, count) =>
    `${naming.row(culprit)} rappelle ${naming.variable(variable)}, qui peut être vide (${configurations(count)})`,
  outside: (naming, culprit, variable, value, range, count) =>
    `${naming.row(culprit)} mettrait ${naming.variable(variable)} à ${value === null ? 'vide' : String(value)}, hors de ${range === undefined ? 'son domaine' : range.join(' à ')} (${configurations(count)})`,
  idleRuling: (naming, index, ruling) => `rulings[${index}] ne porte sur rien\u00a0: ${idle(ruling, naming)}`,
};
