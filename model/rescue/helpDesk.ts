/** The help desk of any size: sessions as the server knows them, and what each technician's console shows of each. */
import { defineSystem } from '../system/define.ts';
import type { System } from '../system/types.ts';
import { consoleTable } from './helpDesk.console.ts';
import { eventsFor } from './helpDesk.events.ts';
import { promises, rulings } from './helpDesk.promises.ts';
import { serverTable } from './helpDesk.server.ts';
import { views } from './helpDesk.views.ts';
import { actors } from './helpDesk.words.ts';

/** How many sessions there are, how many technicians, and on how many sessions one technician works at once. */
export type Size = { readonly sessions: number; readonly technicians: number; readonly capacity: number };

/**
 * A help desk. Its properties are the same for every size; the rulings fit those with at least two sessions and two
 * technicians.
 */
export const helpDeskOf = ({ sessions, technicians, capacity }: Size): System =>
  defineSystem({
    name: 'helpDesk',
    title: { en: 'A help desk', fr: 'Un service d’assistance' },
    description: {
      en: 'Customers ask for help, technicians take their sessions, hand them on and share them; every console shows its own side.',
      fr: 'Des clients demandent de l’aide, des techniciens prennent leurs sessions, les transmettent et les partagent\u00a0; chaque console montre son côté.',
    },
    actors,
    tables: [serverTable, consoleTable],
    instances: {
      session: {
        table: 'server',
        count: sessions,
        label: { en: 'Session', fr: 'Session' },
        description: { en: 'One customer’s session.', fr: 'La session d’un client.' },
        memory: {
          owner: {
            instance: 'technician',
            label: { en: 'owner', fr: 'propriétaire' },
            description: {
              en: 'Whose session it is; before it is taken, who alone may take it. None where it is in the queue of all.',
              fr: 'À qui est la session\u00a0; avant sa prise, qui seul peut la prendre. Personne si elle est dans la file de tous.',
            },
          },
          colleague: {
            instance: 'technician',
            label: { en: 'colleague', fr: 'collègue' },
            description: {
              en: 'The recipient of its transfer, or the guest of its collaboration.',
              fr: 'Le destinataire de son transfert ou l’invité de sa collaboration.',
            },
          },
          invited: {
            instance: 'technician',
            label: { en: 'invited', fr: 'invité' },
            description: {
              en: 'Who has been asked to join and not answered.',
              fr: 'Qui a été invité sans avoir répondu.',
            },
          },
        },
      },
      technician: { count: technicians, label: { en: 'Technician', fr: 'Technicien' } },
      view: {
        table: 'console',
        per: ['session', 'technician'],
        label: { en: 'View', fr: 'Vue' },
        description: {
          en: 'What one technician’s console shows of one session.',
          fr: 'Ce que la console d’un technicien montre d’une session.',
        },
      },
    },
    events: eventsFor(capacity),
    properties: { ...views, ...promises(capacity) },
    rulings,
  });
