/** Layouts in the seven languages: small documents, with what they say told by hand. */
import { describe, expect, test } from 'vitest';
import { arrowsOf, laid, PRINTED } from './testing.ts';

/** One door, in each language: three states, and the words around them. */
const DOORS = {
  en: {
    states: ['Open', 'Shut', 'Locked'],
    columns: ['Status', 'Meaning', 'Previous status', 'Possible next statuses'],
    ends: ['From state', 'To state', 'Trigger', 'Condition'],
    prior: ['Prior state(s)', 'Event', 'State', 'Description'],
    corners: ['From / To', 'Event \\ State'],
    or: 'or',
    none: 'none',
    said: [
      'Can transition to Shut through push.',
      'Can become Open or Locked by turning (if it is night).',
      'Comes from Shut.',
    ],
  },
  fr: {
    states: ['Ouvert', 'Fermé', 'Verrouillé'],
    columns: ['Statut', 'Signification', 'Statuts précédents', 'Statuts suivants'],
    ends: ['Départ', 'Arrivée', 'Déclencheur', 'Condition'],
    prior: ['États précédents', 'Événement', 'État', 'Description'],
    corners: ['De / Vers', 'Événement \\ État'],
    or: 'ou',
    none: 'aucun',
    said: [
      'Peut passer à Fermé par push.',
      'Peut devenir Ouvert ou Verrouillé par turning (si la nuit tombe).',
      'Vient de Fermé.',
    ],
  },
  de: {
    states: ['Offen', 'Zu', 'Versperrt'],
    columns: ['Zustand', 'Bedeutung', 'Vorherige Zustände', 'Nächste Zustände'],
    ends: ['Ausgangszustand', 'Zielzustand', 'Auslöser', 'Bedingung'],
    prior: ['Vorherige Zustände', 'Ereignis', 'Zustand', 'Beschreibung'],
    corners: ['Von / Nach', 'Ereignis \\ Zustand'],
    or: 'oder',
    none: 'keiner',
    said: [
      'Kann durch push in Zu übergehen.',
      'Wechselt zu Offen oder Versperrt durch turning (wenn es Nacht ist).',
      'Kommt aus Zu.',
    ],
  },
  es: {
    states: ['Abierto', 'Cerrado', 'Bloqueado'],
    columns: ['Estado', 'Significado', 'Estados anteriores', 'Estados siguientes'],
    ends: ['Origen', 'Destino', 'Disparador', 'Condición'],
    prior: ['Estados previos', 'Evento', 'Estado', 'Descripción'],
    corners: ['Desde / Hasta', 'Evento \\ Estado'],
    or: 'o',
    none: 'ninguno',
    said: [
      'Puede pasar a Cerrado mediante push.',
      'Puede cambiar a Abierto o Bloqueado por turning (cuando es de noche).',
      'Viene de Cerrado.',
    ],
  },
  it: {
    states: ['Aperto', 'Chiuso', 'Bloccato'],
    columns: ['Stato', 'Significato', 'Stati precedenti', 'Stati successivi'],
    ends: ['Stato di partenza', 'Stato di arrivo', 'Azione', 'Condizione'],
    prior: ['Stati precedenti', 'Evento', 'Stato', 'Descrizione'],
    corners: ['Da / A', 'Evento \\ Stato'],
    or: 'o',
    none: 'nessuno',
    said: [
      'Può passare a Chiuso tramite push.',
      'Può diventare Aperto o Bloccato con turning (quando è notte).',
      'Proviene da Chiuso.',
    ],
  },
  pt: {
    states: ['Aberto', 'Fechado', 'Trancado'],
    columns: ['Estado', 'Significado', 'Estados anteriores', 'Próximos estados'],
    ends: ['Estado de origem', 'Estado de destino', 'Gatilho', 'Condição'],
    prior: ['Estados anteriores', 'Evento', 'Estado', 'Descrição'],
    corners: ['De / Para', 'Evento \\ Estado'],
    or: 'ou',
    none: 'nenhum',
    said: [
      'Pode passar para Fechado através de push.',
      'Pode mudar para Aberto ou Trancado por turning (quando é noite).',
      'Vem de Fechado.',
    ],
  },
  nl: {
    states: ['Open', 'Dicht', 'Vergrendeld'],
    columns: ['Status', 'Betekenis', 'Vorige statussen', 'Volgende statussen'],
    ends: ['Begintoestand', 'Eindtoestand', 'Aanleiding', 'Voorwaarde'],
    prior: ['Vorige toestanden', 'Gebeurtenis', 'Toestand', 'Beschrijving'],
    corners: ['Van / Naar', 'Gebeurtenis \\ Toestand'],
    or: 'of',
    none: 'geen',
    said: [
      'Kan overgaan naar Dicht door push.',
      'Gaat over in Open of Vergrendeld met turning (als het nacht is).',
      'Komt van Dicht.',
    ],
  },
} as const;

describe.each(Object.values(DOORS))(
  '$states.0, $states.1',
  ({ states, columns, ends, prior, corners, or, none, said }) => {
    const [open, shut, locked] = states;

    test('columns of previous and next states', () => {
      const rows = [
        columns,
        [open, 'Air.', shut, shut],
        [shut, 'No air.', open, `${open} ${or} ${locked}`],
        [locked, 'Night.', shut, none],
      ];
      const { found } = laid(PRINTED.markdown(rows), 'markdown');
      expect(found.layout).toBe('columns');
      expect(arrowsOf(found)).toEqual([
        ...[`${shut} → ${open}`, `${open} → ${shut}`, `${open} → ${shut}`, `${shut} → ${open}`, `${shut} → ${locked}`],
        ...[`${shut} → ${locked}`, `${locked} → ${none}`],
      ]);
      expect(found.entries.map(({ deals }) => deals[0]?.description[0]?.text)).toEqual(['Air.', 'No air.', 'Night.']);
    });

    test('a row per transition', () => {
      const { found } = laid(PRINTED.csv([ends, [open, shut, 'push', ''], [shut, locked, 'turn', 'at night']]), 'csv');
      expect(found.layout).toBe('transitions');
      expect(arrowsOf(found)).toEqual([`${open} → ${shut} | push`, `${shut} → ${locked} | turn | at night`]);
    });

    test('prior states, event, state and description, with several values in a cell', () => {
      const rows = [
        prior,
        [`${open}; ${shut}`, 'turn; bolt', locked, 'Night.'],
        [`${shut}, ${locked}`, 'pull', open, 'Air.'],
      ];
      const { found } = laid(PRINTED.html(rows), 'html');
      expect(found.layout).toBe('transitions');
      expect(arrowsOf(found)).toEqual([
        ...[`${open} → ${locked} | turn`, `${shut} → ${locked} | turn`],
        ...[`${open} → ${locked} | bolt`, `${shut} → ${locked} | bolt`],
        ...[`${shut} → ${open} | pull`, `${locked} → ${open} | pull`],
      ]);
      expect(found.named.map(({ text, description }) => `${text}: ${description?.[0]?.text}`)).toEqual([
        `${locked}: Night.`,
        `${open}: Air.`,
      ]);
    });

    test('from × to, either way round', () => {
      const [corner, other] = corners[0].split(' / ') as [string, string];
      const rows = [
        [corners[0], ...states],
        [open, '', 'x', '-'],
        [shut, 'pull', '', '✓'],
        [locked, none, '', ''],
      ];
      const expected = [`${open} → ${shut}`, `${shut} → ${open} | pull`, `${shut} → ${locked}`];
      const { found } = laid(PRINTED.markdown(rows), 'markdown');
      expect(found.layout).toBe('from-to');
      expect(arrowsOf(found)).toEqual(expected);
      const back = laid(PRINTED.data([[`${other} \\ ${corner}`, ...states], ...turnedBody(rows)]), 'data').found;
      expect(arrowsOf(back).toSorted()).toEqual(expected.toSorted());
    });

    test('events × states', () => {
      const rows = [
        [corners[1], ...states],
        ['push', `creak/${shut}`, '-', ''],
        ['turn', 'N/A', `${locked} [1]`, shut],
      ];
      const { found } = laid(`${PRINTED.markdown(rows)}\n\n[1] at night\n`, 'markdown');
      expect(found.layout).toBe('matrix');
      expect(arrowsOf(found)).toEqual([
        ...[`${open} → ${shut} | push`, `${shut} → ${locked} | turn | at night`, `${locked} → ${shut} | turn`],
      ]);
    });

    test('a definition for each state', () => {
      const list = states.map((state, index) => `<dt>${state}</dt><dd>${said[index]}</dd>`);
      const { found } = laid(`<dl>${list.join('\n')}</dl>`, 'html');
      const condition = /\((.*)\)/.exec(said[1])?.[1];
      expect(found.layout).toBe('definitions');
      expect(arrowsOf(found)).toEqual([
        ...[`${open} → ${shut} | push`, `${shut} → ${open} | turning | ${condition}`],
        ...[`${shut} → ${locked} | turning | ${condition}`, `${shut} → ${locked}`],
      ]);
    });

    test('states with what they mean', () => {
      const rows = [columns.slice(0, 2), ...states.map((state) => [state, `${said[0]} ${said[2]}`])];
      const { found } = laid(PRINTED.csv(rows), 'csv');
      expect(found.layout).toBe('states');
      expect(arrowsOf(found)).toEqual([]);
      expect(found.named.map(({ text }) => text)).toEqual([...states]);
    });
  },
);

/** The rows of a table without its first one, as its columns. */
const turnedBody = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  (rows[0] ?? []).slice(1).map((label, index) => [label, ...rows.slice(1).map((row) => row[index + 1] as string)]);
