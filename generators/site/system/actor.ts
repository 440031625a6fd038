/** The page of an actor of a system: which events they can cause, and when. */
import { mdTable } from '../../markdown/escape.ts';
import { guardLines } from '../../synchronisation.ts';
import { parametersText } from '../../words-system.ts';
import { calledIn, type SystemContext } from '../context.ts';
import type { SitePage } from '../page.ts';
import { sitePage, titleOf, told } from '../parts.ts';
import { said } from '../text.ts';
import { actorsByName, eventsByName, labelVoice, systemActorPath, systemEventLink } from './context.ts';

export function systemActorPage(context: SystemContext, actor: string | undefined): SitePage {
  const { model, words } = context;
  const voice = labelVoice(context);
  const called =
    actor === undefined
      ? { text: words.noActor, language: context.language }
      : calledIn(context, actorsByName(model), actor);
  const events = Object.values(eventsByName(model)).filter(({ by }) => by === actor);
  const table = mdTable(
    [words.event, words.for, words.when, words.description],
    events.map((event) => [
      systemEventLink(context, event.name),
      said(parametersText(event.with ?? {}, event.distinct, voice)),
      guardLines(model, event, voice).map(said).join('<br>'),
      told(context, event.description),
    ]),
  );
  return sitePage(context, systemActorPath(context, actor), called, words.actorOf(called.text, titleOf(context)), [
    actor === undefined ? undefined : told(context, actorsByName(model)[actor]?.description),
    `## ${words.canDoWhen}\n\n${table}`,
  ]);
}
