/** The pages of a table and their menu. */
import { groupsOf } from '../../mermaid/groups.ts';
import { calledIn, type TableContext } from '../context.ts';
import { statePath } from '../links.ts';
import type { MenuEntry, SitePart } from '../page.ts';
import { titleOf } from '../parts.ts';
import { plainText } from '../text.ts';
import { homePage } from './home.ts';
import { statePage } from './state.ts';

export function tablePart(context: TableContext): SitePart {
  const { model, words } = context;
  const states = Object.keys(model.states);
  return {
    pages: [homePage(context), ...states.map((state) => statePage(context, state))],
    menu: {
      label: titleOf(context),
      entries: [
        { label: words.overview, path: model.name },
        { label: words.states, collapsed: states.length > MOST_SHOWN, entries: stateEntries(context) },
      ],
    },
  };
}

/** A list of more entries than these is folded. */
const MOST_SHOWN = 30;

const LONGEST_ENTRY = 50;

/** The states in their groups. */
function stateEntries(context: TableContext): readonly MenuEntry[] {
  const { model, words } = context;
  const names = Object.keys(model.states);
  const groups = groupsOf(model);
  const entry = (name: string): MenuEntry => ({
    label: plainText(calledIn(context, model.states, name).text, LONGEST_ENTRY),
    path: statePath(context, name),
  });
  if (groups.length === 0) return names.map(entry);
  const alone = names.filter((name) => model.states[name]?.group === undefined);
  return [
    ...groups.map(
      (group): MenuEntry => ({
        label: plainText(calledIn(context, model.groups, group).text, LONGEST_ENTRY),
        collapsed: names.length > MOST_SHOWN,
        entries: names.filter((name) => model.states[name]?.group === group).map(entry),
      }),
    ),
    ...(alone.length === 0
      ? []
      : [{ label: words.otherStates, collapsed: names.length > MOST_SHOWN, entries: alone.map(entry) }]),
  ];
}
